/* Bringing a record up to date: numbered SQL files in the resource bundle, run in one transaction, all or none.
 *
 * Schema changes only add, so that recorded changesets stay applicable. Fresh records run the same files.
 */
#include "config.h"

#include "scr-db.h"
#include "scr-store-resources.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The number of the newest file in migrations/. */
#define NEWEST 3

/**
 * scr_migrations_get_version:
 *
 * Returns: the schema version that this program writes
 */
int
scr_migrations_get_version (void)
{
  return NEWEST;
}

/* By SQLite, not as a file: closing any other descriptor of the record would drop the locks on it. */
static gboolean
copy_to (ScrDb *db, const char *path)
{
  g_autoptr (ScrDb) copy = scr_db_connect (path, SQLITE_OPEN_READWRITE, NULL);
  sqlite3_backup *backup = NULL;
  int code;

  if (copy == NULL)
    return FALSE;
  backup = sqlite3_backup_init (scr_db_get_handle (copy), "main", scr_db_get_handle (db), "main");
  if (backup == NULL)
    return FALSE;
  code = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  /* One file, without a log beside it. */
  return code == SQLITE_DONE && scr_db_exec (copy, "PRAGMA journal_mode=DELETE", NULL);
}

static gboolean
back_up_before (ScrDb *db, int version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.before-version-%d", scr_db_get_path (db), version + 1);
  int fd;

  g_unlink (path);
  fd = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    {
      close (fd);
      if (copy_to (db, path))
        return TRUE;
      g_unlink (path);
    }
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_FAILED,
                       _ ("The record must be brought up to date, but no backup of it could be made first. Check that "
                          "its folder may be written to and has room."));
  return FALSE;
}

static gboolean
run_all (ScrDb *db, const char *const *steps, int from, int to, GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version=%d", to);

  for (int version = from; version < to; version++)
    if (!scr_db_exec (db, steps[version], error))
      return FALSE;
  return scr_db_exec (db, set_version, error);
}

/**
 * scr_migrations_run_steps:
 * @db: a writable connection
 * @steps: (array): SQL, each step leading from the version that is its index to the next
 * @from: the version that the record has, 0 for an empty file
 * @to: the version it is to have
 * @error: return location
 *
 * An existing record is copied beside itself first. Then all steps are taken, or none.
 *
 * Returns: whether it has that version now
 */
gboolean
scr_migrations_run_steps (ScrDb *db, const char *const *steps, int from, int to, GError **error)
{
  if (from >= to)
    return TRUE;
  if ((from > 0 && !back_up_before (db, from, error)) || !scr_db_begin (db, error))
    return FALSE;
  if (!run_all (db, steps, from, to, error))
    {
      scr_db_rollback (db);
      return FALSE;
    }
  return scr_db_commit (db, error);
}

/* Every step of this program. @texts gets their SQL, which lives as long as what is returned. */
static GPtrArray *
load_steps (GPtrArray *texts, GError **error)
{
  g_autoptr (GPtrArray) loaded = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (int version = 1; version <= NEWEST; version++)
    {
      g_autofree char *name = g_strdup_printf ("/org/example/Scrutiny/migrations/%04d.sql", version);
      GBytes *sql = g_resource_lookup_data (scr_store_get_resource (), name, 0, error);

      if (sql == NULL)
        return NULL;
      g_ptr_array_add (loaded, sql);
      g_ptr_array_add (texts, (gpointer) g_bytes_get_data (sql, NULL));
    }
  return g_steal_pointer (&loaded);
}

/**
 * scr_migrations_run:
 * @db: a writable connection
 * @from: the version that the record has, 0 for an empty file
 * @to: the version it is to have, scr_migrations_get_version() at most
 * @error: return location
 *
 * scr_migrations_run_steps() with the steps of this program.
 *
 * Returns: whether it has that version now
 */
gboolean
scr_migrations_run (ScrDb *db, int from, int to, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) loaded = load_steps (texts, error);

  g_return_val_if_fail (to <= NEWEST, FALSE);
  return loaded != NULL && scr_migrations_run_steps (db, (const char *const *) texts->pdata, from, to, error);
}
