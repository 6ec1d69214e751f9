/* The keys of ScrPreview. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef GtkWidget *(*ScrPreviewGetter) (GtkWidget *widget);

void scr_preview_class_add_keys (GtkWidgetClass *klass, ScrPreviewGetter get_preview);

G_END_DECLS
