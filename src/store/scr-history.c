/* The history of a record and of one item. scr-history-words.c tells it line by line. */
#include "config.h"

#include "scr-changes.h"
#include "scr-store-private.h"

/* A change of more bytes than this (a whole bundle taken in) is told by its label alone. */
#define TOLD_UP_TO (2 * 1024 * 1024)

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
      entry->undone = scr_changes_is_undone (self->db, entry->change);
      entry->can_undo = !self->read_only && !scr_changes_is_beginning (self->db, entry->change);
      entry->lines = g_ptr_array_new_with_free_func (g_free);
      if (id != NULL && sqlite3_column_int64 (statement, 4) <= TOLD_UP_TO)
        {
          g_autoptr (GBytes) changeset = scr_changes_load (self->db, entry->change, NULL);

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
        self->db, "SELECT seq, label, author, at, 0 FROM change WHERE state IN (0, 3) ORDER BY seq DESC LIMIT ?", NULL);
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

/**
 * scr_store_count_histories:
 * @self: a store
 * @kind: a kind's name
 * @at_least: how many changes are worth telling
 *
 * What scr_store_count_history() says of every item of @kind, in one question.
 *
 * Returns: (transfer full) (element-type utf8 guint): the counts, by identity, of those touched that often
 */
GHashTable *
scr_store_count_histories (ScrStore *self, const char *kind, guint at_least)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement = scr_db_prepare_with_text (
        self->db, "SELECT item, count(*) FROM change_item WHERE kind = ?1 GROUP BY item HAVING count(*) >= ?2", kind,
        NULL);
  if (statement == NULL)
    return counts;
  sqlite3_bind_int64 (statement, 2, at_least);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_hash_table_insert (counts, scr_db_column_dup (statement, 0),
                         GUINT_TO_POINTER ((guint) sqlite3_column_int64 (statement, 1)));
  return counts;
}
