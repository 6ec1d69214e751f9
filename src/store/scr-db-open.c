/* Opening and making records. See scr-db.h.
 *
 * Opening is in three steps, each before the next may touch the file: the header as bytes, the schema compared with
 * our own, the pages checked. A record that passed and was closed by us is known by scr-known.c and not read whole again;
 * one that this process has open is known by scr-here.c and not opened by other means.
 */
#include "config.h"

#include "scr-db.h"
#include "scr-here.h"
#include "scr-known.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
has_file (const char *path, const char *suffix)
{
  g_autofree char *beside = g_strconcat (path, suffix, NULL);
  GStatBuf info;

  return g_stat (beside, &info) == 0 && info.st_size > 0;
}

/* The file alone, as it lies there: nothing is made beside it and nothing is waited for. */
static ScrDb *
new_immutable (const char *path, GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *uri = g_strdup_printf ("file:%s?immutable=1", escaped);
  ScrDb *self = scr_db_connect (uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);

  if (self == NULL)
    return NULL;
  scr_db_set_path (self, path);
  return self;
}

/* The checks run on a connection that could not write if it wanted to. What was not yet taken over from the log belongs
 * to the record too. */
static ScrDb *
new_checker (const char *path, GError **error)
{
  return has_file (path, "-wal") ? scr_db_connect (path, SQLITE_OPEN_READONLY, error) : new_immutable (path, error);
}

/* Where we may write, SQLite cleans up after a reader as after a writer, though no statement may write. Where we may not,
 * there is no room for its files; if no log is left behind, the file alone is the whole. */
static ScrDb *
new_reader (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (ScrDb) self = NULL;

  if (g_access (folder, W_OK) != 0 || g_access (path, W_OK) != 0)
    return has_file (path, "-wal") ? scr_db_connect (path, SQLITE_OPEN_READONLY, error) : new_immutable (path, error);
  self = scr_db_connect (path, SQLITE_OPEN_READWRITE, error);
  if (self == NULL || !scr_db_exec (self, "PRAGMA query_only=ON", error))
    return NULL;
  scr_db_become_reader (self);
  return g_steal_pointer (&self);
}

/* Lock and log are named after the record: whoever has it open under another name would have others, and both would write
 * over each other's pages. */
static gboolean
has_other_names (const char *path)
{
  GStatBuf info;

  return g_stat (path, &info) == 0 && info.st_nlink > 1;
}

static gboolean
check_access (const char *path, gboolean read_only, GError **error)
{
  if (g_access (path, F_OK) != 0 && errno != EACCES)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("There is no record at “%s”."), path);
      return FALSE;
    }
  if (g_access (path, R_OK) != 0)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_UNREADABLE, _ ("You may not read “%s”."), path);
      return FALSE;
    }
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_A_RECORD, _ ("“%s” is no record: it is not a file."), path);
      return FALSE;
    }
  if (!read_only && g_access (path, W_OK) != 0)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY, _ ("You may read “%s”, but not write to it."), path);
      return FALSE;
    }
  if (!read_only && has_other_names (path))
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY,
                   _ ("“%s” has more than one name on this disk. Save a copy to go on with it."), path);
      return FALSE;
    }
  return TRUE;
}

/* Whether it is a record of ours, and sound. Nothing is written. */
static gboolean
check (const char *path, int *version, GError **error)
{
  g_autoptr (ScrDb) checker = new_checker (path, error);

  if (checker == NULL)
    return FALSE;
  *version = (int) scr_db_query_int (checker, "PRAGMA user_version", *version);
  if (!scr_db_check_version (path, *version, error) || !scr_db_check_schema (checker, *version, error))
    return FALSE;
  return (!has_file (path, "-wal") && scr_known_is_sound (path)) || scr_db_check_pages (checker, error);
}

static ScrDb *
open_to_write (const char *path, int version, GError **error)
{
  const int newest = scr_migrations_get_version ();
  gboolean rolls_back = has_file (path, "-journal");
  g_autoptr (ScrDb) self = scr_db_connect (path, SQLITE_OPEN_READWRITE, error);

  if (self == NULL || !scr_db_exec (self, "PRAGMA journal_mode=WAL", error))
    return NULL;
  /* Taking an interrupted write back changes the file that was checked. */
  if (rolls_back && (!scr_db_check_schema (self, version, error) || !scr_db_check_pages (self, error)))
    return NULL;
  if (version < newest && !scr_migrations_run (self, version, newest, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * scr_db_peek:
 * @path: a file
 * @error: return location
 *
 * Returns: whether it looks like a record that we can read, by its first bytes alone
 */
gboolean
scr_db_peek (const char *path, GError **error)
{
  gboolean looks_right;
  int version;

  scr_here_enter ();
  looks_right = scr_here_is_open (path) || scr_db_check_header (path, &version, error);
  scr_here_leave ();
  return looks_right;
}

/* What this process has open already was checked then, and may not be opened by other means now. */
static gboolean
find_version (const char *path, ScrDbFlags flags, int *version, GError **error)
{
  *version = scr_migrations_get_version ();
  if (scr_here_is_open (path))
    return TRUE;
  return scr_db_check_header (path, version, error) && ((flags & SCR_DB_UNCHECKED) || check (path, version, error));
}

static ScrDb *
open_checked (const char *path, ScrDbFlags flags, GError **error)
{
  int version;

  if (!find_version (path, flags, &version, error))
    return NULL;
  if (!(flags & SCR_DB_READ_ONLY))
    return open_to_write (path, version, error);
  if (version == scr_migrations_get_version ())
    return new_reader (path, error);
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_READ_ONLY,
                       _ ("The record was made by an earlier version and must be brought up to date first. "
                          "Open it where it can be written to, or save a copy."));
  return NULL;
}

/**
 * scr_db_open:
 * @path: an existing file
 * @flags: how
 * @error: return location
 *
 * Opens a record after checking that it is one. An older one is brought up to date unless it is opened for reading.
 *
 * Returns: (transfer full) (nullable): a connection
 */
ScrDb *
scr_db_open (const char *path, ScrDbFlags flags, GError **error)
{
  ScrDb *self;

  if (!check_access (path, flags & SCR_DB_READ_ONLY, error))
    return NULL;
  scr_here_enter ();
  self = open_checked (path, flags, error);
  if (self != NULL)
    scr_db_take_token (self, scr_here_add (path));
  scr_here_leave ();
  return self;
}

/**
 * scr_db_open_template:
 * @version: a schema version
 * @error: return location
 *
 * An empty record in memory, as that version made it: what a file's schema is compared with.
 *
 * Returns: (transfer full) (nullable): a connection
 */
ScrDb *
scr_db_open_template (int version, GError **error)
{
  g_autoptr (ScrDb) self = scr_db_connect (NULL, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  if (self == NULL || !scr_migrations_run (self, 0, version, error))
    return NULL;
  return g_steal_pointer (&self);
}

static gboolean
make_private_file (const char *path, GError **error)
{
  int fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      int saved = errno;

      if (saved == EEXIST)
        g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("“%s” exists already. Nothing was written over."), path);
      else if (saved == ENOSPC)
        g_set_error (error, SCR_ERROR, SCR_ERROR_DISK_FULL, _ ("The disk is full. “%s” was not made."), path);
      else
        g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY, _ ("“%s” could not be made: %s."), path,
                     g_strerror (saved));
      return FALSE;
    }
  close (fd);
  return TRUE;
}

/**
 * scr_db_create_file:
 * @path: a file that does not exist
 * @error: return location
 *
 * Makes an empty record there, readable by its owner alone, complete or not at all.
 *
 * Returns: whether it worked
 */
gboolean
scr_db_create_file (const char *path, GError **error)
{
  g_autoptr (ScrDb) self = NULL;
  g_autofree char *application_id = g_strdup_printf ("PRAGMA application_id=%d", SCR_DB_APPLICATION_ID);

  if (!make_private_file (path, error))
    return FALSE;
  self = scr_db_connect (path, SQLITE_OPEN_READWRITE, error);
  if (self == NULL || !scr_db_exec (self, application_id, error) ||
      !scr_migrations_run (self, 0, scr_migrations_get_version (), error) ||
      !scr_db_exec (self, "PRAGMA journal_mode=WAL", error))
    {
      g_clear_pointer (&self, scr_db_free);
      scr_db_remove_file (path);
      return FALSE;
    }
  return TRUE;
}

/**
 * scr_db_remove_file:
 * @path: a record that nobody has open
 *
 * Removes it with all that SQLite may have left beside it.
 */
void
scr_db_remove_file (const char *path)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal", "" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

