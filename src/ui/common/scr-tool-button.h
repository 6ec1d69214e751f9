/* Buttons of a view's bar. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *scr_tool_button_new (const char *label, const char *icon, const char *tooltip, const char *action);

G_END_DECLS
