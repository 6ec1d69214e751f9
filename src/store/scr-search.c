/* Search: what the index (see scr-search-index.c) finds, best first.
 *
 * Ranking comes first; items are looked up and snippets cut for the rows that
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
#define RANK "bm25(10.0, 1.0, 1.0, 0.0)"
/* More hits than anybody looks through: words as common as that say nothing of what matters, and weighing
 * every one of them would take longer than a person waits. What was altered last comes first then, titles
 * before texts. */
#define CROWD 5000

static void
hit_free (gpointer data)
{
  ScrHit *hit = data;

  g_free (hit->id);
  g_free (hit->title);
  g_free (hit->snippet);
  g_free (hit);
}

static gboolean
look_up_item (ScrDb *db, const ScrKind *kind, const char *id, gboolean *in_bin)
{
  char sql[200];
  g_autoptr (ScrStatement) statement = NULL;

  g_snprintf (sql, sizeof sql, "SELECT deleted IS NOT NULL FROM \"%s\" WHERE id = ?", kind->name);
  statement = scr_db_prepare_with_text (db, sql, id, NULL);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return FALSE;
  *in_bin = sqlite3_column_int (statement, 0);
  return TRUE;
}

/* What is looked for, and what was found of it. */
typedef struct
{
  ScrStore *store;
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
  const ScrKind *kind;
  gboolean in_bin;
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
  if (!look_up_item (db, kind, id, &in_bin) || (in_bin && !finder->with_bin))
    return NULL;
  hit = g_new0 (ScrHit, 1);
  hit->kind = kind;
  hit->id = g_strdup (id);
  hit->in_bin = in_bin;
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
  g_autofree char *in_title = g_strdup_printf ("{title place} : (%s)", query);
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
  Finder finder = {self, with_bin, limit, hits, NULL};
  gboolean found;

  if (query == NULL || self->db == NULL)
    return g_steal_pointer (&hits);
  if (partnership != NULL)
    {
      char *everywhere = query;

      query = scr_search_narrow (everywhere, partnership);
      g_free (everywhere);
    }
  if (is_crowd (self->db, query))
    found = find_in_crowd (&finder, query, error);
  else
    found = find (&finder, query, "AND rank MATCH '" RANK "' ORDER BY rank", error);
  return found ? g_steal_pointer (&hits) : NULL;
}
