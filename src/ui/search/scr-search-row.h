/* One result of the search: what was found, the words around it with those that matched marked, where it
 * belongs. */
#pragma once

#include <gtk/gtk.h>

#include "scr-store.h"

G_BEGIN_DECLS

char *scr_search_dup_markup (const char *text, gboolean dark);
GtkWidget *
scr_search_row_new (ScrSource *source, const ScrHit *hit, ScrItem *item, gboolean dark, gboolean narrow);

G_END_DECLS
