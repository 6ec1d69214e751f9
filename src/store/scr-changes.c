/* The table of changes. See the header. */
#include "config.h"

#include "scr-changes.h"

#include "scr-identity.h"
#include "scr-recorder.h"

#include <glib/gi18n-lib.h>

/* Edits with the same merge key become one change if no more than this passes between them, in seconds. */
#define MERGE_WITHIN 10

enum
{
  STATE_DONE,
  STATE_UNDONE,
  STATE_OVERTAKEN, /* undone, and later work came in between: no longer on the redo stack */
  STATE_BEGINNING, /* what the record begins with: done, and never taken back */
};

/**
 * scr_changes_load:
 * @db: a connection
 * @change: number of a change
 * @error: return location; %SCR_ERROR_NOT_FOUND if there is none, %SCR_ERROR_DAMAGED if it is not sound
 *
 * Returns: (transfer full) (nullable): what it wrote
 */
GBytes *
scr_changes_load (ScrDb *db, gint64 change, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (db, "SELECT changeset FROM change WHERE seq = ?", error);
  g_autoptr (GBytes) changeset = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, change);
  if (sqlite3_step (statement) != SQLITE_ROW)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("This change is not in the record."));
      return NULL;
    }
  changeset = g_bytes_new (sqlite3_column_blob (statement, 0), (gsize) sqlite3_column_bytes (statement, 0));
  if (!scr_changeset_is_sound (g_bytes_get_data (changeset, NULL), g_bytes_get_size (changeset)))
    {
      scr_db_set_error (db, SQLITE_CORRUPT, error);
      return NULL;
    }
  return g_steal_pointer (&changeset);
}

static gboolean
run_on_change (ScrDb *db, const char *sql, gint64 change, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change);
  return scr_db_run (db, statement, error);
}

static gboolean
note_items (ScrDb *db, gint64 change_number, const ScrChange *change, GError **error)
{
  for (guint i = 0; i < scr_change_get_n_rows (change); i++)
    {
      const ScrChangedRow *row = scr_change_get_row (change, i);
      g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
          db, "INSERT OR IGNORE INTO change_item (item, change, kind) VALUES (?1, ?2, ?3)", row->id, error);

      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 2, change_number);
      sqlite3_bind_text (statement, 3, row->kind->name, -1, SQLITE_STATIC);
      if (!scr_db_run (db, statement, error))
        return FALSE;
    }
  return TRUE;
}

/* The newest change, if this edit by the same person goes on with it: 0 if not. */
static gint64
find_mergeable (ScrDb *db, const ScrChangeHead *head, gint64 now)
{
  g_autoptr (ScrStatement) statement = NULL;

  if (head->merge_key == NULL)
    return 0;
  statement = scr_db_prepare_with_text (db,
                                        "SELECT seq FROM change WHERE seq = (SELECT max(seq) FROM change)"
                                        " AND merge_key = ?1 AND state = 0 AND at >= ?2 AND author IS ?3",
                                        head->merge_key, NULL);
  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 2, now - MERGE_WITHIN);
  sqlite3_bind_text (statement, 3, head->author, -1, SQLITE_STATIC);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

static gboolean
merge_into (ScrDb *db, gint64 earlier, GBytes *changeset, const ScrChange *change, gint64 now, GError **error)
{
  g_autoptr (GBytes) before = scr_changes_load (db, earlier, error);
  g_autoptr (GBytes) joined = before != NULL ? scr_changeset_join (db, before, changeset, error) : NULL;
  g_autoptr (ScrStatement) statement = NULL;

  if (joined == NULL)
    return FALSE;
  /* Typed back to what it was: nothing has changed. */
  if (g_bytes_get_size (joined) == 0)
    return run_on_change (db, "DELETE FROM change_item WHERE change = ?", earlier, error) &&
           run_on_change (db, "DELETE FROM change WHERE seq = ?", earlier, error);
  statement = scr_db_prepare (db, "UPDATE change SET changeset = ?1, at = ?2 WHERE seq = ?3", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_blob (statement, 1, g_bytes_get_data (joined, NULL), (int) g_bytes_get_size (joined), SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 2, now);
  sqlite3_bind_int64 (statement, 3, earlier);
  return scr_db_run (db, statement, error) && note_items (db, earlier, change, error);
}

static gboolean
insert_change (ScrDb *db, const ScrChangeHead *head, GBytes *changeset, gint64 now, GError **error)
{
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
      db,
      "INSERT INTO change (id, label, author, at, merge_key, reverts, changeset) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", id,
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 2, head->label, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, head->author, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (statement, 4, now);
  sqlite3_bind_text (statement, 5, head->merge_key, -1, SQLITE_STATIC);
  if (head->reverts > 0)
    sqlite3_bind_int64 (statement, 6, head->reverts);
  sqlite3_bind_blob (statement, 7, g_bytes_get_data (changeset, NULL), (int) g_bytes_get_size (changeset), SQLITE_STATIC);
  return scr_db_run (db, statement, error);
}

/**
 * scr_changes_record:
 * @db: a connection inside the transaction that wrote the rows
 * @head: what the change is called, by whom
 * @changeset: what was written
 * @change: its rows
 * @error: return location
 *
 * Keeps the change, or joins it to the one before if both are parts of one action. What was undone and not redone is
 * overtaken from now on.
 *
 * Returns: whether it worked
 */
gboolean
scr_changes_record (ScrDb *db, const ScrChangeHead *head, GBytes *changeset, const ScrChange *change, GError **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 earlier = find_mergeable (db, head, now);

  if (earlier > 0)
    return merge_into (db, earlier, changeset, change, now, error);
  return scr_db_exec (db, "UPDATE change SET state = 2 WHERE state = 1", error) &&
         insert_change (db, head, changeset, now, error) &&
         note_items (db, sqlite3_last_insert_rowid (scr_db_get_handle (db)), change, error);
}

/**
 * scr_changes_find_undo:
 * @db: a connection
 *
 * Returns: number of the change that undo takes back, 0 if there is none
 */
gint64
scr_changes_find_undo (ScrDb *db)
{
  return scr_db_query_int (db, "SELECT max(seq) FROM change WHERE state = 0", 0);
}

/**
 * scr_changes_find_redo:
 * @db: a connection
 *
 * Returns: number of the change that redo does again, 0 if there is none
 */
gint64
scr_changes_find_redo (ScrDb *db)
{
  return scr_db_query_int (db, "SELECT min(seq) FROM change WHERE state = 1", 0);
}

/**
 * scr_changes_dup_label:
 * @db: a connection
 * @change: number of a change, or 0
 *
 * Returns: (transfer full) (nullable): what it is called
 */
char *
scr_changes_dup_label (ScrDb *db, gint64 change)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (db, "SELECT label FROM change WHERE seq = ?", NULL);

  if (statement == NULL || change == 0)
    return NULL;
  sqlite3_bind_int64 (statement, 1, change);
  return sqlite3_step (statement) == SQLITE_ROW ? scr_db_column_dup (statement, 0) : NULL;
}

/**
 * scr_changes_set_undone:
 * @db: a connection inside a transaction
 * @change: number of a change
 * @undone: whether it was taken back
 * @error: return location
 *
 * Moves it from what undo takes back to what redo does again, or the other way.
 *
 * Returns: whether it worked
 */
gboolean
scr_changes_set_undone (ScrDb *db, gint64 change, gboolean undone, GError **error)
{
  return run_on_change (db,
                        undone ? "UPDATE change SET state = 1, merge_key = NULL WHERE seq = ?"
                               : "UPDATE change SET state = 0, merge_key = NULL WHERE seq = ?",
                        change, error);
}

/* A change is undone if it was shifted, or if a change that reverts it is itself in force. */
static gboolean
is_undone (ScrDb *db, gint64 change, guint depth)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (db, "SELECT state FROM change WHERE seq = ?", NULL);
  g_autoptr (ScrStatement) reverting =
      scr_db_prepare (db, "SELECT seq FROM change WHERE reverts = ? ORDER BY seq DESC", NULL);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (statement == NULL || reverting == NULL || depth > 64)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      int state = sqlite3_column_int (statement, 0);

      if (state == STATE_UNDONE || state == STATE_OVERTAKEN)
        return TRUE;
    }
  sqlite3_bind_int64 (reverting, 1, change);
  while (sqlite3_step (reverting) == SQLITE_ROW)
    {
      gint64 number = sqlite3_column_int64 (reverting, 0);

      g_array_append_val (numbers, number);
    }
  for (guint i = 0; i < numbers->len; i++)
    if (!is_undone (db, g_array_index (numbers, gint64, i), depth + 1))
      return TRUE;
  return FALSE;
}

/**
 * scr_changes_is_undone:
 * @db: a connection
 * @change: number of a change
 *
 * Returns: whether what it wrote was taken back, by undoing or by a further change
 */
gboolean
scr_changes_is_undone (ScrDb *db, gint64 change)
{
  return is_undone (db, change, 0);
}

/**
 * scr_changes_find_reverting:
 * @db: a connection
 * @change: number of a change
 *
 * Returns: the newest change in force that takes @change back, 0 if there is none
 */
gint64
scr_changes_find_reverting (ScrDb *db, gint64 change)
{
  g_autoptr (ScrStatement) statement =
      scr_db_prepare (db, "SELECT max(seq) FROM change WHERE reverts = ? AND state = 0", NULL);

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, change);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

/**
 * scr_changes_set_beginning:
 * @db: a connection inside a transaction
 * @error: return location
 *
 * Makes every change that is done part of what the record begins with: it stays in the history, and undo stops before
 * it.
 *
 * Returns: whether it worked
 */
gboolean
scr_changes_set_beginning (ScrDb *db, GError **error)
{
  return scr_db_exec (db, "UPDATE change SET state = 3, merge_key = NULL WHERE state = 0", error);
}

/**
 * scr_changes_is_beginning:
 * @db: a connection
 * @change: number of a change
 *
 * Returns: whether it is part of what the record begins with
 */
gboolean
scr_changes_is_beginning (ScrDb *db, gint64 change)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (db, "SELECT state FROM change WHERE seq = ?", NULL);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, change);
  return sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) == STATE_BEGINNING;
}
