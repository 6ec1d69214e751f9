/* Undo, redo and history, all from the recorded changesets.
 *
 * The changes that are done form a stack: undo takes the newest back, redo the oldest that was taken back. "Undo this"
 * takes back one change in the middle by a further change, if no later one stands in its way.
 */
#include "config.h"

#include "scr-format.h"
#include "scr-identity.h"
#include "scr-repository.h"
#include "scr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Edits with the same merge key become one change if no more than this passes between them, in seconds. */
#define MERGE_WITHIN 10
/* A change of more bytes than this (a whole bundle taken in) is told by its label alone. */
#define TOLD_UP_TO (2 * 1024 * 1024)

enum
{
  STATE_DONE,
  STATE_UNDONE,
  STATE_OVERTAKEN, /* undone, and later work came in between: no longer on the redo stack */
};

static GBytes *
load_changeset (ScrDb *db, gint64 change, GError **error)
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
  g_autoptr (GBytes) before = load_changeset (db, earlier, error);
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
 * scr_history_record:
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
scr_history_record (ScrDb *db, const ScrChangeHead *head, GBytes *changeset, const ScrChange *change, GError **error)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  gint64 earlier = find_mergeable (db, head, now);

  if (earlier > 0)
    return merge_into (db, earlier, changeset, change, now, error);
  return scr_db_exec (db, "UPDATE change SET state = 2 WHERE state = 1", error) &&
         insert_change (db, head, changeset, now, error) &&
         note_items (db, sqlite3_last_insert_rowid (scr_db_get_handle (db)), change, error);
}

/* --- Undo and redo --- */

static gint64
find_undo (ScrDb *db)
{
  return scr_db_query_int (db, "SELECT max(seq) FROM change WHERE state = 0", 0);
}

static gint64
find_redo (ScrDb *db)
{
  return scr_db_query_int (db, "SELECT min(seq) FROM change WHERE state = 1", 0);
}

static char *
dup_label (ScrDb *db, gint64 change)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (db, "SELECT label FROM change WHERE seq = ?", NULL);

  if (statement == NULL || change == 0)
    return NULL;
  sqlite3_bind_int64 (statement, 1, change);
  return sqlite3_step (statement) == SQLITE_ROW ? scr_db_column_dup (statement, 0) : NULL;
}

static void
take_label (ScrStore *self, char **label, char *now, const char *property)
{
  g_autofree char *before = *label;

  *label = now;
  if (g_strcmp0 (before, now) != 0)
    g_object_notify (G_OBJECT (self), property);
}

/**
 * scr_history_update_labels:
 * @self: a store
 *
 * Makes "undo-label" and "redo-label" name what they would undo and redo now.
 */
void
scr_history_update_labels (ScrStore *self)
{
  take_label (self, &self->undo_label, dup_label (self->db, find_undo (self->db)), "undo-label");
  take_label (self, &self->redo_label, dup_label (self->db, find_redo (self->db)), "redo-label");
}

/**
 * scr_store_get_undo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): name of the change that undo takes back, or %NULL if there is none
 */
const char *
scr_store_get_undo_label (ScrStore *self)
{
  return self->undo_label;
}

/**
 * scr_store_get_redo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): name of the change that redo does again, or %NULL if there is none
 */
const char *
scr_store_get_redo_label (ScrStore *self)
{
  return self->redo_label;
}

/* What taking a change back does: what it added goes, what it removed is there again. */
static ScrChange *
reverse (const ScrChange *change)
{
  ScrChange *reversed = scr_change_new ();

  for (guint i = 0; i < scr_change_get_n_rows (change); i++)
    {
      const ScrChangedRow *row = scr_change_get_row (change, i);

      scr_change_add_row (reversed, row->kind, row->id,
                          row->what == SCR_ROW_ADDED     ? SCR_ROW_REMOVED
                          : row->what == SCR_ROW_REMOVED ? SCR_ROW_ADDED
                                                         : SCR_ROW_ALTERED);
    }
  return reversed;
}

static ScrChange *
apply_and_describe (ScrStore *self, GBytes *changeset, ScrApplyDirection direction, GError **error)
{
  g_autoptr (ScrChange) change = NULL;

  if (!scr_changeset_apply (self->db, changeset, direction, error))
    return NULL;
  change = scr_changeset_describe (self->db, changeset, error);
  if (change == NULL || !scr_search_update (self->db, change, error))
    return NULL;
  return direction == SCR_APPLY_BACKWARDS ? reverse (change) : g_steal_pointer (&change);
}

/* Moves one change from done to undone or back. */
static gboolean
shift (ScrStore *self, gint64 number, ScrApplyDirection direction, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (ScrChange) change = NULL;
  const char *sql = direction == SCR_APPLY_BACKWARDS ? "UPDATE change SET state = 1, merge_key = NULL WHERE seq = ?"
                                                     : "UPDATE change SET state = 0, merge_key = NULL WHERE seq = ?";

  if (!scr_store_begin (self, error))
    return FALSE;
  changeset = load_changeset (self->db, number, error);
  if (changeset != NULL)
    change = apply_and_describe (self, changeset, direction, error);
  if (change == NULL || !run_on_change (self->db, sql, number, error))
    {
      scr_db_rollback (self->db);
      return FALSE;
    }
  if (!scr_db_commit (self->db, error))
    return FALSE;
  scr_store_after_commit (self, change);
  return TRUE;
}

/**
 * scr_store_undo:
 * @self: a store
 * @error: return location
 *
 * Takes the newest change back, whenever it was made. Without one this does nothing.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_undo (ScrStore *self, GError **error)
{
  gint64 number;

  if (!scr_store_is_open (self, error))
    return FALSE;
  number = find_undo (self->db);
  return number == 0 || shift (self, number, SCR_APPLY_BACKWARDS, error);
}

/**
 * scr_store_redo:
 * @self: a store
 * @error: return location
 *
 * Does again what was undone last. Without that this does nothing.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_redo (ScrStore *self, GError **error)
{
  gint64 number;

  if (!scr_store_is_open (self, error))
    return FALSE;
  number = find_redo (self->db);
  return number == 0 || shift (self, number, SCR_APPLY_FORWARDS, error);
}

/**
 * scr_store_undo_until:
 * @self: a store
 * @change: number of a change that is done
 * @error: return location
 *
 * Takes changes back, newest first, until @change is taken back too.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_undo_until (ScrStore *self, gint64 change, GError **error)
{
  if (!scr_store_is_open (self, error))
    return FALSE;
  for (gint64 newest = find_undo (self->db); newest >= change && newest > 0; newest = find_undo (self->db))
    if (!shift (self, newest, SCR_APPLY_BACKWARDS, error))
      return FALSE;
  return TRUE;
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
  if (sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) != STATE_DONE)
    return TRUE;
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

/* The newest change in force that takes @change back, 0 if there is none. */
static gint64
find_reverting (ScrDb *db, gint64 change)
{
  g_autoptr (ScrStatement) statement =
      scr_db_prepare (db, "SELECT max(seq) FROM change WHERE reverts = ? AND state = 0", NULL);

  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, change);
  return sqlite3_step (statement) == SQLITE_ROW ? sqlite3_column_int64 (statement, 0) : 0;
}

static GBytes *
load_toggled (ScrStore *self, gint64 *change, gboolean *undone, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  gint64 reverting = 0;

  *undone = is_undone (self->db, *change, 0);
  if (*undone)
    reverting = find_reverting (self->db, *change);
  /* Redoing what a further change took back means taking that one back. */
  if (reverting > 0)
    {
      *change = reverting;
      *undone = FALSE;
    }
  changeset = load_changeset (self->db, *change, error);
  if (changeset == NULL || *undone)
    return g_steal_pointer (&changeset);
  return scr_changeset_invert (self->db, changeset, error);
}

static ScrChange *
toggle (ScrStore *self, gint64 number, GError **error)
{
  gboolean undone;
  g_autoptr (GBytes) changeset = load_toggled (self, &number, &undone, error);
  g_autoptr (ScrChange) change = NULL;
  g_autofree char *of = dup_label (self->db, number);
  g_autofree char *label = NULL;
  ScrChangeHead head = {NULL, self->author, NULL, undone ? 0 : number};

  if (changeset == NULL)
    return NULL;
  change = apply_and_describe (self, changeset, SCR_APPLY_FORWARDS, error);
  if (change == NULL || !scr_links_check_change (self->db, change, error))
    return NULL;
  /* TRANSLATORS: %s is the name of a change, such as "Change the due day". */
  label = undone ? g_strdup_printf (_ ("Redo: %s"), of) : g_strdup_printf (_ ("Undo: %s"), of);
  head.label = label;
  if (!scr_history_record (self->db, &head, changeset, change, error))
    return NULL;
  return g_steal_pointer (&change);
}

/**
 * scr_store_undo_change:
 * @self: a store
 * @change: number of a change
 * @error: return location; %SCR_ERROR_CONFLICT if a later change stands in the way
 *
 * Takes back this one change and keeps the later ones, or does it again if it is undone. That is itself a change.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_undo_change (ScrStore *self, gint64 change, GError **error)
{
  g_autoptr (ScrChange) done = NULL;

  if (!scr_store_begin (self, error))
    return FALSE;
  done = toggle (self, change, error);
  if (done == NULL)
    {
      scr_db_rollback (self->db);
      return FALSE;
    }
  if (!scr_db_commit (self->db, error))
    return FALSE;
  scr_store_after_commit (self, done);
  return TRUE;
}

/* --- History in words: scr-history-words.c tells the lines --- */

static void
entry_free (gpointer data)
{
  ScrHistoryEntry *entry = data;

  g_free (entry->label);
  g_free (entry->author);
  g_ptr_array_unref (entry->lines);
  g_free (entry);
}

static GPtrArray *
list_entries (ScrStore *self, sqlite3_stmt *statement, const ScrKind *kind, const char *id)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (entry_free);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      ScrHistoryEntry *entry = g_new0 (ScrHistoryEntry, 1);

      entry->change = sqlite3_column_int64 (statement, 0);
      entry->label = scr_db_column_dup (statement, 1);
      entry->author = scr_db_column_dup (statement, 2);
      entry->at = sqlite3_column_int64 (statement, 3);
      entry->undone = is_undone (self->db, entry->change, 0);
      entry->can_undo = !self->read_only;
      entry->lines = g_ptr_array_new_with_free_func (g_free);
      if (id != NULL && sqlite3_column_int64 (statement, 4) <= TOLD_UP_TO)
        {
          g_autoptr (GBytes) changeset = load_changeset (self->db, entry->change, NULL);

          if (changeset != NULL)
            scr_history_tell (self, changeset, kind, id, entry->lines);
        }
      if (entry->lines->len == 0)
        g_ptr_array_add (entry->lines, g_strdup (entry->label));
      g_ptr_array_add (entries, entry);
    }
  return entries;
}

/**
 * scr_store_list_changes:
 * @self: a store
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type ScrHistoryEntry): the newest changes that are done, newest first
 */
GPtrArray *
scr_store_list_changes (ScrStore *self, guint limit)
{
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement = scr_db_prepare (
        self->db, "SELECT seq, label, author, at, 0 FROM change WHERE state = 0 ORDER BY seq DESC LIMIT ?", NULL);
  if (statement != NULL)
    sqlite3_bind_int64 (statement, 1, limit);
  return list_entries (self, statement, NULL, NULL);
}

/**
 * scr_store_list_history:
 * @self: a store
 * @kind: a kind's name
 * @id: an item's identity
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type ScrHistoryEntry): what happened to the item, newest first
 */
GPtrArray *
scr_store_list_history (ScrStore *self, const char *kind, const char *id, guint limit)
{
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement = scr_db_prepare_with_text (self->db,
                                          "SELECT c.seq, c.label, c.author, c.at, length(c.changeset) FROM change_item i"
                                          " JOIN change c ON c.seq = i.change WHERE i.item = ?1 AND i.kind = ?2"
                                          " ORDER BY i.change DESC LIMIT ?3",
                                          id, NULL);
  if (statement != NULL)
    {
      sqlite3_bind_text (statement, 2, kind, -1, SQLITE_STATIC);
      sqlite3_bind_int64 (statement, 3, limit);
    }
  return list_entries (self, statement, scr_kind_find (kind), id);
}

/**
 * scr_store_count_history:
 * @self: a store
 * @kind: a kind's name
 * @id: an item's identity
 *
 * Returns: how many changes touched the item
 */
guint
scr_store_count_history (ScrStore *self, const char *kind, const char *id)
{
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement =
        scr_db_prepare_with_text (self->db, "SELECT count(*) FROM change_item WHERE item = ?1 AND kind = ?2", id, NULL);
  if (statement == NULL)
    return 0;
  sqlite3_bind_text (statement, 2, kind, -1, SQLITE_STATIC);
  return sqlite3_step (statement) == SQLITE_ROW ? (guint) sqlite3_column_int64 (statement, 0) : 0;
}
