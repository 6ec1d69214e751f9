/* Choices as they are offered and shown: what a list holds on a day, and a state as a pill. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "scr-source.h"

G_BEGIN_DECLS

GPtrArray *scr_choices_list (ScrSource *source, const char *list, const char *kept);
void scr_choices_show_pill (GtkWidget *pill, ScrSource *source, ScrItem *choice);

G_END_DECLS
