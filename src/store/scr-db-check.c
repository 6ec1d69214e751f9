/* Is this file a record of ours, and sound? Nothing here writes, and nothing in the file is run.
 *
 * The schema is compared word by word with our own of the same version, made in memory: a trigger, a view, a
 * check with surprises or a column too many cannot pass.
 */
#include "config.h"

#include "scr-db.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define HEADER_LENGTH 100
#define OFFSET_USER_VERSION 60
#define OFFSET_APPLICATION_ID 68

static guint32
read_big_endian (const guint8 *bytes)
{
  return ((guint32) bytes[0] << 24) | ((guint32) bytes[1] << 16) | ((guint32) bytes[2] << 8) | bytes[3];
}

/**
 * scr_db_check_header:
 * @path: a readable file
 * @version: (out): its schema version
 * @error: return location
 *
 * Reads the first hundred bytes, as the SQLite file format lays them out.
 *
 * Returns: whether they are those of a record that we can read
 */
gboolean
scr_db_check_header (const char *path, int *version, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  guint8 header[HEADER_LENGTH];
  gsize length = 0;

  if (stream == NULL)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_UNREADABLE, _ ("You may not read “%s”."), path);
      return FALSE;
    }
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), header, sizeof header, &length, NULL, NULL) ||
      length < sizeof header || memcmp (header, "SQLite format 3", 16) != 0 ||
      read_big_endian (header + OFFSET_APPLICATION_ID) != SCR_DB_APPLICATION_ID)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_A_RECORD,
                   _ ("“%s” is no Scrutiny record. It was not opened and not altered."), path);
      return FALSE;
    }
  *version = (int) read_big_endian (header + OFFSET_USER_VERSION);
  return scr_db_check_version (path, *version, error);
}

/**
 * scr_db_check_version:
 * @path: a record
 * @version: its schema version
 * @error: return location, %SCR_ERROR_NEWER or %SCR_ERROR_DAMAGED
 *
 * Returns: whether we can read that version
 */
gboolean
scr_db_check_version (const char *path, int version, GError **error)
{
  if (version > scr_migrations_get_version ())
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_NEWER,
                   _ ("“%s” was made by a newer version of Scrutiny. Update Scrutiny to open it."), path);
      return FALSE;
    }
  if (version < 1)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_DAMAGED, _ ("“%s” is damaged: it has no version."), path);
      return FALSE;
    }
  return TRUE;
}

/* type|name|table -> SQL of everything in a schema; NULL if it cannot be read. */
static GHashTable *
read_schema (ScrDb *db)
{
  g_autoptr (GHashTable) schema = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (ScrStatement) statement =
      scr_db_prepare (db, "SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_master", NULL);
  int code = SQLITE_ERROR;

  while (statement != NULL && (code = sqlite3_step (statement)) == SQLITE_ROW)
    g_hash_table_insert (schema,
                         g_strdup_printf ("%s|%s|%s", sqlite3_column_text (statement, 0),
                                          sqlite3_column_text (statement, 1), sqlite3_column_text (statement, 2)),
                         g_strdup ((const char *) sqlite3_column_text (statement, 3)));
  return code == SQLITE_DONE ? g_steal_pointer (&schema) : NULL;
}

/* Somebody may have let SQLite count the rows. Those tables are its own; nothing else may bear such a name. */
static gboolean
is_statistics (const char *key, const char *sql)
{
  return (strcmp (key, "table|sqlite_stat1|sqlite_stat1") == 0
          && strcmp (sql, "CREATE TABLE sqlite_stat1(tbl,idx,stat)") == 0)
         || (strcmp (key, "table|sqlite_stat4|sqlite_stat4") == 0
             && strcmp (sql, "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)") == 0);
}

/**
 * scr_db_check_schema:
 * @self: a connection
 * @version: the version that its file says it has
 * @error: return location
 *
 * Returns: whether its schema is exactly ours of that version
 */
gboolean
scr_db_check_schema (ScrDb *self, int version, GError **error)
{
  g_autoptr (ScrDb) template = scr_db_open_template (version, error);
  g_autoptr (GHashTable) ours = NULL;
  g_autoptr (GHashTable) theirs = NULL;
  GHashTableIter iter;
  gpointer key, sql;

  if (template == NULL)
    return FALSE;
  ours = read_schema (template);
  theirs = read_schema (self);
  if (theirs == NULL || ours == NULL)
    return scr_db_set_error (self, SQLITE_CORRUPT, error);
  g_hash_table_iter_init (&iter, theirs);
  while (g_hash_table_iter_next (&iter, &key, &sql))
    {
      if (is_statistics (key, sql))
        continue;
      if (g_strcmp0 (g_hash_table_lookup (ours, key), sql) != 0)
        {
          g_set_error_literal (error, SCR_ERROR, SCR_ERROR_HOSTILE,
                               _ ("The record holds something that Scrutiny never puts there. It was not opened."));
          return FALSE;
        }
      g_hash_table_remove (ours, key);
    }
  if (g_hash_table_size (ours) > 0)
    return scr_db_set_error (self, SQLITE_CORRUPT, error);
  return TRUE;
}

/**
 * scr_db_check_pages:
 * @self: a connection
 * @error: return location
 *
 * Reads the whole file once.
 *
 * Returns: whether SQLite finds it sound
 */
gboolean
scr_db_check_pages (ScrDb *self, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (self, "PRAGMA quick_check(1)", error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0)
    return TRUE;
  return scr_db_set_error (self, SQLITE_CORRUPT, error);
}
