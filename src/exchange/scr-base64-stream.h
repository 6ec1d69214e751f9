/* ScrBase64Stream - a stream that turns what is written into base64, so that no file need be wholly in
 * memory. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SCR_TYPE_BASE64_STREAM (scr_base64_stream_get_type ())
G_DECLARE_FINAL_TYPE (ScrBase64Stream, scr_base64_stream, SCR, BASE64_STREAM, GFilterOutputStream)

GOutputStream *scr_base64_stream_new (GOutputStream *base);
gboolean scr_base64_stream_finish (ScrBase64Stream *self, GCancellable *cancellable, GError **error);

G_END_DECLS
