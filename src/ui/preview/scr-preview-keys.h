/* The keys of ScrPreview. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void scr_preview_class_add_keys (GtkWidgetClass *klass);

G_END_DECLS
