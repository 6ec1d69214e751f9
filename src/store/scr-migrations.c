/* Bringing a record up to date: numbered SQL files in the resource bundle, each run whole or not at all.
 *
 * Schema changes only add, so that recorded changesets stay applicable. Fresh records run the same files.
 */
#include "config.h"

#include "scr-db.h"
#include "scr-store-resources.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* The number of the newest file in migrations/. */
#define NEWEST 2

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

static gboolean
run_one (ScrDb *db, int version, GError **error)
{
  g_autofree char *name = g_strdup_printf ("/org/example/Scrutiny/migrations/%04d.sql", version);
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version=%d", version);
  g_autoptr (GBytes) sql = g_resource_lookup_data (scr_store_get_resource (), name, 0, error);

  if (sql == NULL || !scr_db_begin (db, error))
    return FALSE;
  if (!scr_db_exec (db, g_bytes_get_data (sql, NULL), error) || !scr_db_exec (db, set_version, error))
    {
      scr_db_rollback (db);
      return FALSE;
    }
  return scr_db_commit (db, error);
}

/* By SQLite, not as a file: closing any other descriptor of the record would drop the locks on it. */
static gboolean
back_up_before (ScrDb *db, int version, GError **error)
{
  g_autofree char *path = g_strdup_printf ("%s.before-version-%d", scr_db_get_path (db), version + 1);
  g_autoptr (ScrStatement) statement = NULL;

  g_unlink (path);
  statement = scr_db_prepare_with_text (db, "VACUUM INTO ?", path, error);
  if (statement != NULL && scr_db_run (db, statement, NULL) && g_chmod (path, 0600) == 0)
    return TRUE;
  g_clear_error (error);
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_FAILED,
                       _ ("The record must be brought up to date, but no backup of it could be made first. Check that "
                          "its folder may be written to and has room."));
  return FALSE;
}

/**
 * scr_migrations_run:
 * @db: a writable connection
 * @from: the version it has, 0 for an empty file
 * @to: the version it is to have
 * @error: return location
 *
 * An existing record is copied beside itself first.
 *
 * Returns: whether it has that version now
 */
gboolean
scr_migrations_run (ScrDb *db, int from, int to, GError **error)
{
  if (from > 0 && from < to && !back_up_before (db, from, error))
    return FALSE;
  for (int version = from + 1; version <= to; version++)
    if (!run_one (db, version, error))
      return FALSE;
  return TRUE;
}
