/* Small parts that the shared widgets are made of: labels that wrap, so that nothing is cut at large text or in long
 * languages; icons; parts of menus. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *scr_label_new_wrapping (const char *text, const char *css_class);
GtkWidget *scr_icon_new_silent (const char *icon);
void scr_menu_show_moves (GMenu *section, const char *up, const char *down, gboolean shown);

G_END_DECLS
