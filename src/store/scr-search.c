/* Search: the searched text of every item in one FTS5 table, kept in step with each change.
 *
 * The index folds case and accents by itself. What people type more simply than that ("lodz" for "Łódź")
 * stands in a column of its own. Ranking comes first; items are looked up and snippets cut for the rows that
 * are shown only, because that costs the most.
 */
#include "config.h"

#include "scr-fold.h"
#include "scr-format.h"
#include "scr-repository.h"
#include "scr-store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A word in the title counts as much as ten in the text. */
#define RANK "bm25(10.0, 1.0, 1.0)"
/* More hits than anybody looks through: words as common as that say nothing of what matters, and weighing
 * every one of them would take longer than a person waits. What was altered last comes first then, titles
 * before texts. */
#define CROWD 5000

static gboolean
is_searched (const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & SCR_FIELD_SEARCHED)
      return TRUE;
  return FALSE;
}

/* --- Keeping the index --- */

typedef struct
{
  GString *title;
  GString *body;
  GString *folded; /* words that the index would fold less than scr_fold() does */
} SearchedText;

static void
searched_text_clear (SearchedText *text)
{
  g_string_free (text->title, TRUE);
  g_string_free (text->body, TRUE);
  g_string_free (text->folded, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SearchedText, searched_text_clear)

static void
append_part (GString *text, const char *part, const char *separator)
{
  if (part == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, part);
}

/* As the index folds: small letters without marks. */
static char *
fold_as_index (const char *word)
{
  g_autofree char *lower = g_utf8_strdown (word, -1);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFD);
  GString *plain = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_type (g_utf8_get_char (p)) != G_UNICODE_NON_SPACING_MARK)
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

static void
append_folded (GString *folded, const char *text)
{
  g_auto (GStrv) words = NULL;

  if (text == NULL || g_str_is_ascii (text))
    return;
  words = g_strsplit_set (text, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *simple = NULL;
      g_autofree char *indexed = NULL;

      if (g_str_is_ascii (words[i]))
        continue;
      simple = scr_fold (words[i]);
      indexed = fold_as_index (words[i]);
      if (strcmp (simple, indexed) != 0)
        append_part (folded, simple, " ");
    }
}

static gboolean
read_searched_text (ScrDb *db, const ScrKind *kind, const char *id, SearchedText *text)
{
  g_autoptr (ScrItem) item = scr_item_new (kind, id);

  if (!scr_repository_load (db, item, NULL))
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];

      if (!(field->flags & SCR_FIELD_SEARCHED))
        continue;
      if (field->flags & SCR_FIELD_TITLE)
        append_part (text->title, scr_item_get_text (item, field->name), ", ");
      else
        append_part (text->body, scr_item_get_text (item, field->name), "\n");
      append_folded (text->folded, scr_item_get_text (item, field->name));
    }
  return text->title->len > 0 || text->body->len > 0;
}

/* Most edits alter a day or a state, and no text at all. */
static gboolean
is_kept_already (ScrDb *db, const ScrKind *kind, const char *id, const SearchedText *text)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
      db,
      "SELECT 1 FROM search_text WHERE item = ?1 AND kind = ?2 AND title = ?3 AND body = ?4 AND folded = ?5",
      id, NULL);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 2, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, text->title->str, (int)text->title->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, text->body->str, (int)text->body->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, text->folded->str, (int)text->folded->len, SQLITE_STATIC);
  return sqlite3_step (statement) == SQLITE_ROW;
}

static gboolean
run_on_item (ScrDb *db, const char *sql, const ScrKind *kind, const char *id, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 2, kind->name, -1, SQLITE_STATIC);
  return scr_db_run (db, statement, error);
}

/* FTS5 with external content must be told the old text to forget it. */
static gboolean
forget (ScrDb *db, const ScrKind *kind, const char *id, GError **error)
{
  return run_on_item (
             db,
             "INSERT INTO search (search, rowid, title, body, folded)"
             " SELECT 'delete', number, title, body, folded FROM search_text WHERE item = ?1 AND kind = ?2",
             kind, id, error)
         && run_on_item (db, "DELETE FROM search_text WHERE item = ?1 AND kind = ?2", kind, id, error);
}

static gboolean
keep (ScrDb *db, const ScrKind *kind, const char *id, const SearchedText *text, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
      db, "INSERT INTO search_text (item, kind, title, body, folded) VALUES (?1, ?2, ?3, ?4, ?5)", id, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 2, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, text->title->str, (int)text->title->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, text->body->str, (int)text->body->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, text->folded->str, (int)text->folded->len, SQLITE_STATIC);
  return scr_db_run (db, statement, error)
         && run_on_item (db,
                         "INSERT INTO search (rowid, title, body, folded)"
                         " SELECT number, title, body, folded FROM search_text WHERE item = ?1 AND kind = ?2",
                         kind, id, error);
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
  g_auto (SearchedText) text = {g_string_new (NULL), g_string_new (NULL), g_string_new (NULL)};
  gboolean has_text;

  if (!is_searched (kind))
    return TRUE;
  has_text = read_searched_text (db, kind, id, &text);
  if (has_text && is_kept_already (db, kind, id, &text))
    return TRUE;
  return forget (db, kind, id, error) && (!has_text || keep (db, kind, id, &text, error));
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

/* --- Finding --- */

static void
hit_free (gpointer data)
{
  ScrHit *hit = data;

  g_free (hit->id);
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

/* What decides whether a row is wanted, in one look at it. */
typedef struct
{
  gboolean exists;
  gboolean deleted;
  char *above; /* (nullable): its partnership if it has one of its own, or else what it belongs to */
} Place;

static const ScrField *
get_field_above (const ScrKind *kind)
{
  const ScrField *own = scr_kind_get_partnership_field (kind);

  return own != NULL ? own : scr_kind_get_parent_field (kind);
}

static void
look_up_place (ScrDb *db, const ScrKind *kind, const char *id, Place *place)
{
  const ScrField *above = get_field_above (kind);
  char sql[200];
  g_autoptr (ScrStatement) statement = NULL;

  memset (place, 0, sizeof *place);
  if (above != NULL)
    g_snprintf (sql, sizeof sql, "SELECT deleted, \"%s\" FROM \"%s\" WHERE id = ?", above->name, kind->name);
  else
    g_snprintf (sql, sizeof sql, "SELECT deleted, NULL FROM \"%s\" WHERE id = ?", kind->name);
  statement = scr_db_prepare_with_text (db, sql, id, NULL);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return;
  place->exists = TRUE;
  place->deleted = sqlite3_column_type (statement, 0) != SQLITE_NULL;
  place->above = scr_db_column_dup (statement, 1);
}

/* What belongs to an item of a partnership belongs to it too, up to the kind that has one of its own. */
static gboolean
belongs_to (ScrDb *db, const ScrKind *kind, const char *id, const char *above, const char *partnership)
{
  g_autofree char *from = g_strdup (above);

  for (guint depth = 0; depth < 8 && strcmp (kind->name, "partnership") != 0; depth++)
    {
      const ScrField *field = get_field_above (kind);
      g_auto (GStrv) kinds = NULL;
      Place place = {FALSE, FALSE, NULL};

      /* Of no partnership, or of nothing: it belongs to all. */
      if (from == NULL || field == NULL)
        return TRUE;
      if (field->flags & SCR_FIELD_PARTNERSHIP)
        return strcmp (from, partnership) == 0;
      kinds = g_strsplit (field->of, " ", -1);
      for (guint i = 0; kinds[i] != NULL && !place.exists; i++)
        {
          kind = scr_kind_find (kinds[i]);
          look_up_place (db, kind, from, &place);
        }
      if (strcmp (kind->name, "partnership") == 0)
        {
          g_free (place.above);
          return strcmp (from, partnership) == 0;
        }
      g_free (from);
      from = place.above;
    }
  return strcmp (kind->name, "partnership") != 0 || strcmp (id, partnership) == 0;
}

/* What is looked for, and what was found of it. */
typedef struct
{
  ScrStore *store;
  const char *partnership; /* (nullable) */
  gboolean with_bin;
  guint limit;
  GPtrArray *hits;
  GHashTable *seen; /* (nullable): numbers that were found already, when there are several turns */
} Finder;

/* What fields are filled from is found where it is used, not by itself. */
static gboolean
is_word_of_fields (const ScrKind *kind)
{
  return strcmp (kind->name, SCR_KIND_CHOICE) == 0 || strcmp (kind->name, "holiday") == 0;
}

/* A hit without its words yet, or NULL if the item is not wanted. */
static ScrHit *
consider (Finder *finder, gint64 number)
{
  ScrDb *db = finder->store->db;
  g_autoptr (ScrStatement) statement
      = scr_db_prepare (db, "SELECT kind, item FROM search_text WHERE number = ?", NULL);
  g_autofree char *above = NULL;
  const ScrKind *kind;
  Place place;
  const char *id;
  ScrHit *hit;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  kind = scr_kind_find ((const char *)sqlite3_column_text (statement, 0));
  id = (const char *)sqlite3_column_text (statement, 1);
  if (kind == NULL || is_word_of_fields (kind))
    return NULL;
  look_up_place (db, kind, id, &place);
  above = place.above;
  if (!place.exists || (place.deleted && !finder->with_bin)
      || (finder->partnership != NULL && !belongs_to (db, kind, id, above, finder->partnership)))
    return NULL;
  hit = g_new0 (ScrHit, 1);
  hit->kind = kind;
  hit->id = g_strdup (id);
  hit->in_bin = place.deleted;
  return hit;
}

/* scr_wanted(number, finder): in the query itself, so that words are marked in the rows that are wanted only.
 */
static void
on_wanted (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  gint64 number = sqlite3_value_int64 (arguments[0]);
  Finder *finder = sqlite3_value_pointer (arguments[1], "finder");
  ScrHit *hit;

  if (finder == NULL || (finder->seen != NULL && g_hash_table_contains (finder->seen, &number)))
    return;
  hit = consider (finder, number);
  if (hit == NULL)
    return;
  if (finder->seen != NULL)
    g_hash_table_add (finder->seen, g_memdup2 (&number, sizeof number));
  g_ptr_array_add (finder->hits, hit);
  sqlite3_result_int (context, 1);
}

/**
 * scr_search_prepare:
 * @db: a connection that was just opened
 *
 * Lets searches ask which rows are wanted.
 */
void
scr_search_prepare (ScrDb *db)
{
  sqlite3_create_function_v2 (scr_db_get_handle (db), "scr_wanted", 2, SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL,
                              on_wanted, NULL, NULL, NULL);
}

static void
take_words (Finder *finder, sqlite3_stmt *statement, ScrHit *hit)
{
  g_autofree char *title = scr_db_column_dup (statement, 0);
  g_autofree char *snippet = scr_db_column_dup (statement, 1);

  /* What is named after what it joins has no title of its own to be found by. */
  if (title == NULL || *title == '\0')
    {
      g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (finder->store), hit->kind->name, hit->id);

      g_free (title);
      title = item != NULL ? scr_format_title (NULL, SCR_SOURCE (finder->store), item) : NULL;
    }
  hit->title = title != NULL ? g_steal_pointer (&title) : g_strdup ("");
  if (snippet == NULL || (strchr (snippet, 2) == NULL && strchr (hit->title, 2) != NULL))
    hit->snippet = g_strdup ("");
  else
    hit->snippet = g_steal_pointer (&snippet);
}

/* Rows come one by one, so that as many are looked at as it takes. */
static gboolean
find (Finder *finder, const char *query, const char *more, GError **error)
{
  g_autofree char *sql = g_strconcat ("SELECT highlight(search, 0, char(2), char(3)),"
                                      " snippet(search, 1, char(2), char(3), '…', 14)"
                                      " FROM search WHERE search MATCH ?1 AND scr_wanted(rowid, ?2) ",
                                      more, NULL);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (finder->store->db, sql, query, error);
  int code = SQLITE_DONE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_pointer (statement, 2, finder, "finder", NULL);
  while (finder->hits->len < finder->limit && (code = sqlite3_step (statement)) == SQLITE_ROW)
    take_words (finder, statement, g_ptr_array_index (finder->hits, finder->hits->len - 1));
  return code == SQLITE_DONE || code == SQLITE_ROW || scr_db_set_error (finder->store->db, code, error);
}

static gboolean
is_crowd (ScrDb *db, const char *query)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
      db, "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)", query, NULL);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int (statement, 2, CROWD + 1);
  return sqlite3_step (statement) == SQLITE_ROW && sqlite3_column_int (statement, 0) > CROWD;
}

static gboolean
find_in_crowd (Finder *finder, const char *query, GError **error)
{
  static const char newest_first[] = "ORDER BY rowid DESC";
  g_autofree char *in_title = g_strdup_printf ("title : (%s)", query);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  finder->seen = seen;
  return find (finder, in_title, newest_first, error) && find (finder, query, newest_first, error);
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
scr_store_search (ScrStore *self,
                  const char *words,
                  const char *partnership,
                  gboolean with_bin,
                  guint limit,
                  GError **error)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (hit_free);
  g_autofree char *query = scr_fold_to_fts_query (words);
  Finder finder = {self, partnership, with_bin, limit, hits, NULL};
  gboolean found;

  if (query == NULL || self->db == NULL)
    return g_steal_pointer (&hits);
  if (is_crowd (self->db, query))
    found = find_in_crowd (&finder, query, error);
  else
    found = find (&finder, query, "AND rank MATCH '" RANK "' ORDER BY rank", error);
  return found ? g_steal_pointer (&hits) : NULL;
}
