/* Labels as the shared widgets need them: they wrap, so that nothing is cut at large text or in long languages. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *scr_label_new_wrapping (const char *text, const char *css_class);
GtkWidget *scr_icon_new_silent (const char *icon);

G_END_DECLS
