/* Attached files: content kept once by its SHA-256, in parts, so that a large file is never wholly in memory.
 *
 * Content is written before the item that names it, whole or not at all: in short transactions, so that others may
 * write meanwhile, as a file without a hash, which only counts when it gets one in the last of them. What an end in the
 * middle leaves of it goes when the record is opened next. Content belongs to no change: what is undone or deleted for
 * good may come back, and then its content must still be there.
 */
#include "config.h"

#include "scr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PART_SIZE (1024 * 1024)
/* In one transaction: others wait as long as this takes to write. */
#define N_PARTS 4

/* How much of a file is done, for whoever shows it. */
typedef struct
{
  ScrProgressFunc func; /* (nullable) */
  gpointer user_data;
  goffset total; /* in bytes; 0 where that is not known */
} Progress;

static void
tell_progress (const Progress *progress, gint64 done)
{
  if (progress->func != NULL && progress->total > 0)
    progress->func (MIN (1.0, (double)done / (double)progress->total), progress->user_data);
}

/* Until its hash is known the file has none. */
static gint64
begin_file (ScrDb *db, GError **error)
{
  if (!scr_db_exec (db, "INSERT INTO file (sha256) VALUES (NULL)", error))
    return 0;
  return sqlite3_last_insert_rowid (scr_db_get_handle (db));
}

static gboolean
write_part (ScrDb *db, gint64 file, gint64 part, const guint8 *data, gsize length, GError **error)
{
  g_autoptr (ScrStatement) statement
      = scr_db_prepare (db, "INSERT INTO file_part (file, part, data) VALUES (?, ?, ?)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, file);
  sqlite3_bind_int64 (statement, 2, part);
  sqlite3_bind_blob (statement, 3, data, (int)length, SQLITE_STATIC);
  return scr_db_run (db, statement, error);
}

/* What reading and writing files says, in our own domain. */
static gboolean
set_io_error (GError *from, GError **error)
{
  if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED,
                         _ ("This was cancelled. Nothing was changed."));
  else if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_DISK_FULL,
                         _ ("The disk is full. The file was not written."));
  else if (g_error_matches (from, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("The file was not found: %s."), from->message);
  else
    g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("The file could not be read or written: %s."),
                 from->message);
  g_error_free (from);
  return FALSE;
}

static gint64
find_file (ScrDb *db, const char *sha256)
{
  g_autoptr (ScrStatement) statement
      = scr_db_prepare_with_text (db, "SELECT number FROM file WHERE sha256 = ?", sha256, NULL);

  return statement != NULL && sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0)
                                                                     : 0;
}

static gboolean
name_file (ScrDb *db, gint64 file, const char *sha256, gint64 size, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
      db, "UPDATE file SET sha256 = ?1, size = ?2 WHERE number = ?3", sha256, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, size);
  sqlite3_bind_int64 (statement, 3, file);
  return scr_db_run (db, statement, error);
}

/* One transaction: the next parts, and before the first of them their file. */
static gboolean
write_parts (ScrStore *self, gint64 *file, gint64 part, const guint8 *data, gsize length, GError **error)
{
  gboolean ok;

  if (!scr_store_begin (self, error))
    return FALSE;
  if (*file == 0)
    *file = begin_file (self->db, error);
  ok = *file > 0;
  for (gsize at = 0; ok && at < length; at += PART_SIZE)
    ok = write_part (self->db, *file, part++, data + at, MIN (PART_SIZE, length - at), error);
  if (ok)
    return scr_db_commit (self->db, error);
  scr_db_rollback (self->db);
  return FALSE;
}

/* Returns the size, or -1. Nothing is locked while the file is read. */
static gint64
stream_in (ScrStore *self,
           gint64 *file,
           GInputStream *stream,
           GChecksum *checksum,
           const Progress *progress,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree guint8 *buffer = g_malloc (PART_SIZE * N_PARTS);
  GError *local = NULL;
  gint64 size = 0;
  gsize length = 0;

  for (gint64 part = 0;; part += N_PARTS)
    {
      if (!g_input_stream_read_all (stream, buffer, PART_SIZE * N_PARTS, &length, cancellable, &local))
        {
          set_io_error (local, error);
          return -1;
        }
      if (length == 0 && *file > 0)
        return size;
      g_checksum_update (checksum, buffer, (gssize)length);
      if (!write_parts (self, file, part, buffer, length, error))
        return -1;
      size += (gint64)length;
      tell_progress (progress, size);
    }
}

static gboolean
drop_file (ScrDb *db, gint64 file, GError **error)
{
  g_autofree char *parts = g_strdup_printf ("DELETE FROM file_part WHERE file = %" G_GINT64_FORMAT, file);
  g_autofree char *whole = g_strdup_printf ("DELETE FROM file WHERE number = %" G_GINT64_FORMAT, file);

  return scr_db_exec (db, parts, error) && scr_db_exec (db, whole, error);
}

/* From here on the file counts, unless its content is kept already. */
static gboolean
finish_file (ScrStore *self, gint64 file, const char *sha256, gint64 size, GError **error)
{
  gboolean ok;

  if (!scr_store_begin (self, error))
    return FALSE;
  if (find_file (self->db, sha256) > 0)
    ok = drop_file (self->db, file, error);
  else
    ok = name_file (self->db, file, sha256, size, error);
  if (ok)
    return scr_db_commit (self->db, error);
  scr_db_rollback (self->db);
  return FALSE;
}

/* Without a word: what cannot be taken away now goes when the record is opened next. */
static void
give_up_file (ScrStore *self, gint64 file)
{
  if (file == 0 || !scr_store_begin (self, NULL))
    return;
  if (drop_file (self->db, file, NULL))
    scr_db_commit (self->db, NULL);
  else
    scr_db_rollback (self->db);
}

/* @expected: (nullable): what the hash must be. Returns: the hash, or NULL. */
static char *
keep_content (ScrStore *self,
              GInputStream *stream,
              const char *expected,
              gint64 *size,
              const Progress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 file = 0;
  const char *sha256;

  *size = stream_in (self, &file, stream, checksum, progress, cancellable, error);
  sha256 = g_checksum_get_string (checksum);
  if (*size >= 0 && expected != NULL && strcmp (sha256, expected) != 0)
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_DAMAGED,
                         _ ("An attached file is not what it says it is."));
  else if (*size >= 0 && finish_file (self, file, sha256, *size, error))
    return g_strdup (sha256);
  give_up_file (self, file);
  return NULL;
}

/**
 * scr_attachments_clean_up:
 * @db: a connection of the only one who may write
 *
 * Takes away what was left of files whose writing did not come to its end.
 */
void
scr_attachments_clean_up (ScrDb *db)
{
  if (scr_db_query_int (db, "SELECT count(*) FROM file WHERE sha256 IS NULL", 0) == 0)
    return;
  if (scr_db_begin (db, NULL)
      && scr_db_exec (db, "DELETE FROM file_part WHERE file IN (SELECT number FROM file WHERE sha256 IS NULL)", NULL)
      && scr_db_exec (db, "DELETE FROM file WHERE sha256 IS NULL", NULL))
    scr_db_commit (db, NULL);
  else
    scr_db_rollback (db);
}

/* File systems allow longer names than titles are, and characters that nobody can read. */
static char *
dup_title (const char *name)
{
  const ScrField *field = scr_kind_get_field (scr_kind_find ("attachment"), "title");
  GString *title = g_string_new (NULL);
  guint n = 0;

  for (const char *p = name; *p != '\0' && n < scr_field_get_max_length (field);
       p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (title, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? '_' : c);
    }
  return g_string_free (title, FALSE);
}

/**
 * scr_store_attach:
 * @self: a store; for large files one of a background thread, opened with %SCR_STORE_WORKER
 * @file: what is attached
 * @edit: gets the new attachment item; apply it to make it part of the record
 * @progress: (nullable): told how much of it is read
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location; the record is as before then
 *
 * Keeps the file's content in the record. Attaching the same content twice keeps it once.
 *
 * Returns: (transfer full) (nullable): identity of the attachment item
 */
char *
scr_store_attach (ScrStore *self,
                  GFile *file,
                  ScrEdit *edit,
                  ScrProgressFunc progress,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  GError *local = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file,
                           G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME "," G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE
                                                                  "," G_FILE_ATTRIBUTE_STANDARD_TYPE
                                                                  "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, cancellable, &local);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *sha256 = NULL;
  g_autofree char *media_type = NULL;
  g_autofree char *title = NULL;
  const char *id;
  gint64 size;

  if (info == NULL)
    {
      set_io_error (local, error);
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("“%s” is not a file that can be attached."),
                   g_file_info_get_display_name (info));
      return NULL;
    }
  stream = g_file_read (file, cancellable, &local);
  if (stream == NULL)
    {
      set_io_error (local, error);
      return NULL;
    }
  sha256 = keep_content (self, G_INPUT_STREAM (stream), NULL, &size,
                         &(Progress){progress, user_data, g_file_info_get_size (info)}, cancellable, error);
  if (sha256 == NULL)
    return NULL;
  media_type = g_content_type_get_mime_type (g_file_info_get_content_type (info));
  title = dup_title (g_file_info_get_display_name (info));
  id = scr_edit_add (edit, "attachment", NULL);
  scr_edit_set_text (edit, "attachment", id, "title", title);
  scr_edit_set_text (edit, "attachment", id, "media_type", media_type);
  scr_edit_set_text (edit, "attachment", id, "sha256", sha256);
  scr_edit_set_number (edit, "attachment", id, "size", (double)size);
  return g_strdup (id);
}

static gboolean
stream_parts (ScrDb *db,
              gint64 file,
              GOutputStream *stream,
              GChecksum *checksum,
              const Progress *progress,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (ScrStatement) statement
      = scr_db_prepare (db, "SELECT data FROM file_part WHERE file = ? ORDER BY part", error);
  GError *local = NULL;
  gint64 done = 0;
  int code;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, file);
  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    {
      gsize length = (gsize)sqlite3_column_bytes (statement, 0);
      const void *data = sqlite3_column_blob (statement, 0);

      g_checksum_update (checksum, data, (gssize)length);
      if (!g_output_stream_write_all (stream, data, length, NULL, cancellable, &local))
        return set_io_error (local, error);
      done += (gint64)length;
      tell_progress (progress, done);
    }
  return code == SQLITE_DONE || scr_db_set_error (db, code, error);
}

static gboolean
stream_out (ScrDb *db,
            const char *sha256,
            GOutputStream *stream,
            const Progress *progress,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gint64 file = sha256 != NULL ? find_file (db, sha256) : 0;

  if (file == 0)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_NOT_FOUND,
                           _ ("The content of this file is not in the record."));
      return FALSE;
    }
  if (!stream_parts (db, file, stream, checksum, progress, cancellable, error))
    return FALSE;
  if (strcmp (g_checksum_get_string (checksum), sha256) == 0)
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_DAMAGED, _ ("The content of this file is damaged."));
  return FALSE;
}

/* Closing while cancelled leaves what was there before; merely letting go would put the draft in its place.
 */
static void
give_up (GOutputStream *stream)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_output_stream_close (stream, cancelled, NULL);
}

static goffset
get_size (ScrItem *item)
{
  const ScrValue *size = item != NULL ? scr_item_get_value (item, "size") : NULL;

  return size != NULL && size->type == SCR_VALUE_NUMBER ? (goffset)size->number : 0;
}

/**
 * scr_store_extract:
 * @self: a store
 * @attachment: identity of an attachment item
 * @target: where its content goes; replaced whole or not at all
 * @progress: (nullable): told how much of it is written
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether the file is there, with the content that was attached
 */
gboolean
scr_store_extract (ScrStore *self,
                   const char *attachment,
                   GFile *target,
                   ScrProgressFunc progress,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (ScrItem) item = NULL;
  g_autoptr (GFileOutputStream) stream = NULL;
  const char *sha256;
  GError *local = NULL;

  if (!scr_store_is_open (self, error))
    return FALSE;
  if (scr_store_is_open_here (target))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_BUSY,
                           _ ("That file is a record that is open. Choose another name."));
      return FALSE;
    }
  item = scr_source_get (SCR_SOURCE (self), "attachment", attachment);
  sha256 = item != NULL ? scr_item_get_text (item, "sha256") : NULL;
  stream = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_PRIVATE | G_FILE_CREATE_REPLACE_DESTINATION,
                           cancellable, &local);
  if (stream == NULL)
    return set_io_error (local, error);
  if (stream_out (self->db, sha256, G_OUTPUT_STREAM (stream), &(Progress){progress, user_data, get_size (item)},
                  cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, &local)
           || set_io_error (local, error);
  give_up (G_OUTPUT_STREAM (stream));
  return FALSE;
}

/**
 * scr_store_list_files:
 * @self: a store
 *
 * Returns: (transfer full) (element-type utf8): SHA-256 of every content that is kept, sorted
 */
GPtrArray *
scr_store_list_files (ScrStore *self)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement
        = scr_db_prepare (self->db, "SELECT sha256 FROM file WHERE sha256 IS NOT NULL ORDER BY sha256", NULL);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (list, scr_db_column_dup (statement, 0));
  return list;
}

/**
 * scr_store_read_file:
 * @self: a store
 * @sha256: which content
 * @stream: where it is written
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Returns: whether all of it was written, and is what was attached
 */
gboolean
scr_store_read_file (ScrStore *self,
                     const char *sha256,
                     GOutputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  return scr_store_is_open (self, error) && stream_out (self->db, sha256, stream, &(Progress){NULL}, cancellable, error);
}

/**
 * scr_store_keep_file:
 * @self: a store
 * @sha256: what its content must be
 * @stream: its content
 * @cancellable: (nullable): ends it early
 * @error: return location; nothing is kept then
 *
 * For bundles: keeps content that attachment items already name.
 *
 * Returns: whether exactly that content is kept
 */
gboolean
scr_store_keep_file (ScrStore *self,
                     const char *sha256,
                     GInputStream *stream,
                     GCancellable *cancellable,
                     GError **error)
{
  gint64 size;
  g_autofree char *kept = keep_content (self, stream, sha256, &size, &(Progress){NULL}, cancellable, error);

  return kept != NULL;
}
