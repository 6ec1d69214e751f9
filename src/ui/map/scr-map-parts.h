/* What the widgets of the map share: their style, rows of a symbol and two lines.
 *
 * Main thread.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void scr_map_ensure (void);
GtkWidget *scr_map_texts_new (const char *title, const char *detail);
GtkWidget *scr_map_symbol_new (const char *icon, const char *tone);
GtkWidget *scr_map_list_row_new (const char *icon, const char *tone, const char *title, const char *detail);
GtkWidget *scr_map_note_new (const char *icon, const char *tone, GtkWidget **label);
void scr_map_name (GtkWidget *widget, const char *name);

G_END_DECLS
