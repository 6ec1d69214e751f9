/* The entries of a day as rows, for the list beneath a narrow month and for what pops up at "+3". Main
 * thread. */
#pragma once

#include <gtk/gtk.h>

#include "scr-timeline.h"

G_BEGIN_DECLS

GtkWidget *scr_month_list_new (const char *name);
void scr_month_list_show (GtkListBox *list, const ScrTimeline *timeline, GArray *entries);
ScrItem *scr_month_list_get_item (GtkListBoxRow *row);
GtkListBoxRow *scr_month_list_find_row (GtkListBox *list, const char *id);

G_END_DECLS
