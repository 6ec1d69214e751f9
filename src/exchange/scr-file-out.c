/* A file that is written whole or not at all. See the header. */
#include "config.h"

#include "scr-file-out.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define BUFFER_BYTES (256 * 1024)

/**
 * scr_file_out_fail:
 * @from: (transfer full): what writing a file says
 * @name: the file, as a person knows it
 * @error: return location; gets the same in our own domain
 *
 * Returns: %FALSE
 */
gboolean
scr_file_out_fail (GError *from, const char *name, GError **error)
{
  if (from->domain == SCR_ERROR)
    {
      g_propagate_error (error, from);
      return FALSE;
    }
  if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED,
                         _ ("This was cancelled. Nothing was changed."));
  else if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, SCR_ERROR, SCR_ERROR_DISK_FULL, _ ("The disk is full. “%s” was not written."), name);
  else
    g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY, _ ("“%s” could not be written: %s."), name,
                 from->message);
  g_error_free (from);
  return FALSE;
}

static gboolean
is_same_file (GFile *file, const char *path)
{
  const char *ours = g_file_peek_path (file);
  GStatBuf a, b;

  return ours != NULL && path != NULL && g_stat (ours, &a) == 0 && g_stat (path, &b) == 0
         && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static gboolean
write_stream (GOutputStream *raw,
              ScrFileOutFunc func,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GOutputStream) buffered = g_buffered_output_stream_new_sized (raw, BUFFER_BYTES);
  g_autoptr (GCancellable) give_up = NULL;

  if (func (buffered, user_data, cancellable, error))
    return g_output_stream_close (buffered, cancellable, error);
  /* Closing while cancelled leaves what was there before. */
  give_up = g_cancellable_new ();
  g_cancellable_cancel (give_up);
  g_output_stream_close (buffered, give_up, NULL);
  return FALSE;
}

/**
 * scr_file_out:
 * @file: where it goes
 * @never: (nullable): path of a file that must not be written over: the record
 * @func: writes what is in it
 * @user_data: for @func
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether the file is there, whole
 */
gboolean
scr_file_out (GFile *file,
              const char *never,
              ScrFileOutFunc func,
              gpointer user_data,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GFileOutputStream) raw = NULL;
  g_autofree char *name = g_file_get_parse_name (file);
  GError *local = NULL;

  if (is_same_file (file, never))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_BUSY,
                           _ ("A file cannot be written over the record that it is made from. Choose another "
                              "name."));
      return FALSE;
    }
  raw = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                        cancellable, &local);
  if (raw == NULL || !write_stream (G_OUTPUT_STREAM (raw), func, user_data, cancellable, &local))
    return scr_file_out_fail (local, name, error);
  return TRUE;
}
