/* Printing an exported PDF: the very file, as it is. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void scr_print_file (GtkWindow *parent,
                     const char *path,
                     const char *title,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
gboolean scr_print_file_finish (GAsyncResult *result, GError **error);

G_END_DECLS
