/* A file that is written whole or not at all: what was there before stays if it fails or is cancelled.
 * Any thread. */
#pragma once

#include "scr-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef gboolean (*ScrFileOutFunc) (GOutputStream *stream,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);

gboolean scr_file_out (GFile *file,
                       const char *never,
                       ScrFileOutFunc func,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error);
gboolean scr_file_out_fail (GError *from, const char *name, GError **error);

G_END_DECLS
