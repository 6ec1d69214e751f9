/* Search: the searched text of every item in one FTS5 table, kept in step with each change.
 *
 * Ranking comes first; items are read and snippets cut for the rows that are shown only, because they cost the most.
 */
#include "config.h"

#include "scr-fold.h"
#include "scr-repository.h"
#include "scr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A word in the title counts as much as ten in the text. */
#define RANK "bm25(10.0, 1.0)"
/* What fields are filled from is found where it is used, not by itself. */
#define WORDS_OF_FIELDS "'choice', 'holiday'"

static gboolean
is_searched (const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & SCR_FIELD_SEARCHED)
      return TRUE;
  return FALSE;
}

/* FTS5 with external content must be told the old text to forget it. */
static gboolean
forget (ScrDb *db, const char *id, GError **error)
{
  g_autoptr (ScrStatement) forget_words = scr_db_prepare_with_text (
      db,
      "INSERT INTO search (search, rowid, title, body) SELECT 'delete', number, title, body FROM search_text"
      " WHERE item = ?",
      id, error);
  g_autoptr (ScrStatement) forget_text =
      scr_db_prepare_with_text (db, "DELETE FROM search_text WHERE item = ?", id, error);

  return forget_words != NULL && forget_text != NULL && scr_db_run (db, forget_words, error) &&
         scr_db_run (db, forget_text, error);
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

static gboolean
read_searched_text (ScrDb *db, const ScrKind *kind, const char *id, GString *title, GString *body)
{
  g_autoptr (ScrItem) item = scr_item_new (kind, id);

  if (!scr_repository_load (db, item, NULL))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];

      if (field->flags & SCR_FIELD_SEARCHED)
        append_line (field->flags & SCR_FIELD_TITLE ? title : body, scr_item_get_text (item, field->name));
    }
  return TRUE;
}

/**
 * scr_search_update_item:
 * @db: a connection inside a transaction
 * @kind: a kind
 * @id: an item's identity
 * @error: return location
 *
 * Makes the index say what the item says now.
 *
 * Returns: whether it worked
 */
gboolean
scr_search_update_item (ScrDb *db, const ScrKind *kind, const char *id, GError **error)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (ScrStatement) keep_text = NULL;
  g_autoptr (ScrStatement) keep_words = NULL;

  if (!is_searched (kind))
    return TRUE;
  if (!forget (db, id, error))
    return FALSE;
  if (!read_searched_text (db, kind, id, title, body) || (title->len == 0 && body->len == 0))
    return TRUE;
  keep_text = scr_db_prepare_with_text (
      db, "INSERT INTO search_text (item, kind, title, body) VALUES (?1, ?2, ?3, ?4)", id, error);
  keep_words = scr_db_prepare_with_text (
      db, "INSERT INTO search (rowid, title, body) SELECT number, title, body FROM search_text WHERE item = ?", id, error);
  if (keep_text == NULL || keep_words == NULL)
    return FALSE;
  sqlite3_bind_text (keep_text, 2, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (keep_text, 3, title->str, (int) title->len, SQLITE_STATIC);
  sqlite3_bind_text (keep_text, 4, body->str, (int) body->len, SQLITE_STATIC);
  return scr_db_run (db, keep_text, error) && scr_db_run (db, keep_words, error);
}

/**
 * scr_search_update:
 * @db: a connection inside a transaction
 * @change: what was altered
 * @error: return location
 *
 * Returns: whether the index says what the altered items say now
 */
gboolean
scr_search_update (ScrDb *db, const ScrChange *change, GError **error)
{
  for (guint i = 0; i < scr_change_get_n_rows (change); i++)
    {
      const ScrChangedRow *row = scr_change_get_row (change, i);

      if (!scr_search_update_item (db, row->kind, row->id, error))
        return FALSE;
    }
  return TRUE;
}

static void
hit_free (gpointer data)
{
  ScrHit *hit = data;

  g_free (hit->id);
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

/* Whether the item belongs to the partnership, or to none. */
static gboolean
belongs_to (ScrStore *self, ScrItem *item, const char *partnership)
{
  g_autoptr (ScrItem) current = g_object_ref (item);

  if (partnership == NULL)
    return TRUE;
  for (guint depth = 0; current != NULL && depth < 8; depth++)
    {
      const ScrKind *kind = scr_item_get_kind (current);
      const ScrField *own = scr_kind_get_partnership_field (kind);
      const ScrField *parent = scr_kind_get_parent_field (kind);
      ScrItem *next = NULL;

      if (strcmp (kind->name, "partnership") == 0)
        return strcmp (scr_item_get_id (current), partnership) == 0;
      if (own != NULL)
        return scr_item_get_text (current, own->name) == NULL ||
               strcmp (scr_item_get_text (current, own->name), partnership) == 0;
      if (parent != NULL)
        next = scr_source_get_referred (SCR_SOURCE (self), current, parent->name);
      g_object_unref (current);
      current = next;
    }
  return TRUE;
}

static gboolean
mark_words (ScrStore *self, const char *query, gint64 number, ScrHit *hit, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
      self->db,
      "SELECT highlight(search, 0, char(2), char(3)), snippet(search, 1, char(2), char(3), '…', 14)"
      " FROM search WHERE search MATCH ?1 AND rowid = ?2",
      query, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 2, number);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      hit->title = scr_db_column_dup (statement, 0);
      hit->snippet = scr_db_column_dup (statement, 1);
    }
  if (hit->title == NULL)
    hit->title = g_strdup ("");
  if (hit->snippet == NULL)
    hit->snippet = g_strdup ("");
  return TRUE;
}

/**
 * scr_store_search:
 * @self: a store
 * @words: what a person typed; the last word may be a beginning
 * @partnership: (nullable): only what belongs to this one or to all
 * @with_bin: whether the bin is searched too
 * @limit: how many hits at most
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type ScrHit): hits, best first
 */
GPtrArray *
scr_store_search (ScrStore *self, const char *words, const char *partnership, gboolean with_bin, guint limit,
                  GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);
  g_autofree char *query = scr_fold_to_fts_query (words);
  g_autoptr (ScrStatement) statement = NULL;

  if (query == NULL || self->db == NULL)
    return g_steal_pointer (&hits);
  statement = scr_db_prepare_with_text (self->db,
                                        "SELECT t.number, t.item, t.kind FROM search JOIN search_text t"
                                        " ON t.number = search.rowid WHERE search MATCH ?1 AND rank MATCH '" RANK "'"
                                        " AND t.kind NOT IN (" WORDS_OF_FIELDS ")"
                                        " ORDER BY rank LIMIT ?2",
                                        query, error);
  if (statement == NULL)
    return NULL;
  /* Some of them may be in the bin or elsewhere: ask for a few more. */
  sqlite3_bind_int64 (statement, 2, partnership != NULL || !with_bin ? (gint64) limit * 3 : limit);
  while (hits->len < limit && sqlite3_step (statement) == SQLITE_ROW)
    {
      const ScrKind *kind = scr_kind_find ((const char *) sqlite3_column_text (statement, 2));
      const char *id = (const char *) sqlite3_column_text (statement, 1);
      g_autoptr (ScrItem) item = kind != NULL ? scr_source_get (SCR_SOURCE (self), kind->name, id) : NULL;
      ScrHit *hit;

      if (item == NULL || (scr_item_is_deleted (item) && !with_bin) || !belongs_to (self, item, partnership))
        continue;
      hit = g_new0 (ScrHit, 1);
      hit->kind = kind;
      hit->id = g_strdup (id);
      hit->in_bin = scr_item_is_deleted (item);
      g_ptr_array_add (hits, hit);
      if (!mark_words (self, query, sqlite3_column_int64 (statement, 0), hit, error))
        return NULL;
    }
  return g_steal_pointer (&hits);
}
