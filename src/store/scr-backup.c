/* Copies of a record by SQLite's online backup, and the check of a whole record. Any thread with a store of its own. */
#include "config.h"

#include "scr-here.h"
#include "scr-store-private.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Pages copied between two looks at the cancellable. */
#define PAGES_A_STEP 512

static gboolean
copy_pages (ScrDb *from, sqlite3 *to, ScrProgressFunc progress, gpointer user_data, GCancellable *cancellable,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", scr_db_get_handle (from), "main");
  int code = backup == NULL ? sqlite3_errcode (to) : SQLITE_OK;

  while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED)
    {
      if (g_cancellable_is_cancelled (cancellable))
        {
          code = SQLITE_INTERRUPT;
          break;
        }
      code = sqlite3_backup_step (backup, PAGES_A_STEP);
      if (progress != NULL && sqlite3_backup_pagecount (backup) > 0)
        progress (1.0 - (double) sqlite3_backup_remaining (backup) / sqlite3_backup_pagecount (backup), user_data);
    }
  if (backup != NULL)
    sqlite3_backup_finish (backup);
  return code == SQLITE_DONE || scr_db_set_error (from, code, error);
}

static gboolean
sync_file (const char *path)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return synced;
}

static gboolean
write_copy (ScrStore *self, const char *path, ScrProgressFunc progress, gpointer user_data, GCancellable *cancellable,
            GError **error)
{
  sqlite3 *to = NULL;
  int code = sqlite3_open_v2 (path, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  gboolean copied = code == SQLITE_OK ? copy_pages (self->db, to, progress, user_data, cancellable, error)
                                      : scr_db_set_error (self->db, code, error);

  /* One file, without a log beside it. */
  if (copied)
    sqlite3_exec (to, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL);
  sqlite3_close (to);
  return copied && (sync_file (path) || scr_db_set_error (self->db, SQLITE_IOERR, error));
}

/* What SQLite would take for the log of the file that the copy becomes. */
static void
remove_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (log);
  g_unlink (shared);
  g_unlink (journal);
}

/* A link is followed: what it leads to is replaced, not the link. */
static char *
realpath_of (const char *path)
{
  char *real = realpath (path, NULL);
  char *copied = g_strdup (real != NULL ? real : path);

  free (real);
  return copied;
}

static gboolean
is_same_file (const char *a, const char *b)
{
  GStatBuf ours, theirs;

  return g_stat (a, &ours) == 0 && g_stat (b, &theirs) == 0 && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

static gboolean
write_draft (ScrStore *self, const char *path, ScrProgressFunc progress, gpointer user_data, GCancellable *cancellable,
             GError **error)
{
  g_autofree char *draft = g_strconcat (path, ".draft-XXXXXX", NULL);
  int fd = g_mkstemp_full (draft, O_RDWR | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY, _ ("“%s” could not be written. Choose another folder."), path);
      return FALSE;
    }
  close (fd);
  if (write_copy (self, draft, progress, user_data, cancellable, error))
    {
      remove_log (path);
      if (g_rename (draft, path) == 0)
        return TRUE;
      g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY, _ ("“%s” could not be written. Choose another folder."), path);
    }
  g_unlink (draft);
  return FALSE;
}

/**
 * scr_store_copy_to:
 * @self: a store
 * @path: where the copy goes; replaced whole or not at all
 * @progress: (nullable) (scope call): told how far it is, 0 to 1
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location; %SCR_ERROR_BUSY if @path is a record that is open, this one among them
 *
 * Returns: whether a complete copy, history and all, is there
 */
gboolean
scr_store_copy_to (ScrStore *self, const char *path, ScrProgressFunc progress, gpointer user_data,
                   GCancellable *cancellable, GError **error)
{
  g_autofree char *real = realpath_of (path);
  g_autoptr (ScrLock) lock = NULL;

  if (!scr_store_is_open (self, error))
    return FALSE;
  if (is_same_file (real, self->path))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_BUSY, _ ("A record cannot be copied onto itself. Choose another name."));
      return FALSE;
    }
  /* Whoever has the other record open would go on writing to a file that nobody can find again. */
  if (g_file_test (real, G_FILE_TEST_EXISTS))
    {
      lock = scr_lock_take (real, error);
      if (lock == NULL)
        return FALSE;
    }
  return write_draft (self, real, progress, user_data, cancellable, error);
}

/**
 * scr_store_is_open_here:
 * @file: where something is to be written
 *
 * Returns: whether it is a record that this process has open: nothing may take its place then
 */
gboolean
scr_store_is_open_here (GFile *file)
{
  const char *path = g_file_peek_path (file);
  gboolean open;

  if (path == NULL)
    return FALSE;
  scr_here_enter ();
  open = scr_here_is_open (path);
  scr_here_leave ();
  return open;
}

/**
 * scr_store_check:
 * @self: a store
 * @error: return location; says what is wrong
 *
 * Reads the whole record: its pages, its indexes, its references and its search index.
 *
 * Returns: whether all is sound
 */
gboolean
scr_store_check (ScrStore *self, GError **error)
{
  g_autoptr (ScrStatement) integrity = NULL;
  g_autoptr (ScrStatement) references = NULL;

  if (!scr_store_is_open (self, error))
    return FALSE;
  integrity = scr_db_prepare (self->db, "PRAGMA integrity_check(1)", error);
  references = scr_db_prepare (self->db, "PRAGMA foreign_key_check", error);
  if (integrity == NULL || references == NULL)
    return FALSE;
  if (sqlite3_step (integrity) != SQLITE_ROW ||
      g_strcmp0 ((const char *) sqlite3_column_text (integrity, 0), "ok") != 0 || sqlite3_step (references) == SQLITE_ROW)
    return scr_db_set_error (self->db, SQLITE_CORRUPT, error);
  return self->read_only ||
         scr_db_exec (self->db, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", error);
}
