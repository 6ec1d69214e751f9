/* How much larger text is than usual: widths that decide what folds grow with it. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

double scr_text_scale_get (GtkWidget *widget);

G_END_DECLS
