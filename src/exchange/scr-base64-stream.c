/* ScrBase64Stream - base64 on the way. See the header. */
#include "scr-base64-stream.h"

/* Bytes that are encoded at a time. */
#define CHUNK 3072

struct _ScrBase64Stream
{
  GFilterOutputStream parent_instance;

  int state;
  int save;
};

G_DEFINE_FINAL_TYPE (ScrBase64Stream, scr_base64_stream, G_TYPE_FILTER_OUTPUT_STREAM)

static gssize
scr_base64_stream_write (GOutputStream *stream,
                         const void *buffer,
                         gsize count,
                         GCancellable *cancellable,
                         GError **error)
{
  ScrBase64Stream *self = SCR_BASE64_STREAM (stream);
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (self));
  gsize taken = MIN (count, CHUNK);
  char encoded[CHUNK / 3 * 4 + 8];
  gsize length = g_base64_encode_step (buffer, taken, FALSE, encoded, &self->state, &self->save);

  return g_output_stream_write_all (base, encoded, length, NULL, cancellable, error) ? (gssize)taken : -1;
}

static void
scr_base64_stream_class_init (ScrBase64StreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = scr_base64_stream_write;
}

static void
scr_base64_stream_init (ScrBase64Stream *self)
{
}

/**
 * scr_base64_stream_new:
 * @base: where the base64 goes; it stays open
 *
 * Returns: (transfer full): a stream to write to
 */
GOutputStream *
scr_base64_stream_new (GOutputStream *base)
{
  return g_object_new (SCR_TYPE_BASE64_STREAM, "base-stream", base, "close-base-stream", FALSE, NULL);
}

/**
 * scr_base64_stream_finish:
 * @self: a stream that everything was written to
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Writes what is still held back, and the padding.
 *
 * Returns: whether it worked
 */
gboolean
scr_base64_stream_finish (ScrBase64Stream *self, GCancellable *cancellable, GError **error)
{
  GOutputStream *base = g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (self));
  char encoded[8];
  gsize length = g_base64_encode_close (FALSE, encoded, &self->state, &self->save);

  return g_output_stream_write_all (base, encoded, length, NULL, cancellable, error);
}
