/* The index of the search: the searched text of every item in one FTS5 table, kept in step with each change.
 *
 * The index folds case and accents by itself. What people type more simply than that ("lodz" for "Łódź")
 * stands in a column of its own. So does the partnership that an item belongs to, as a word that nobody
 * can type: a search in one partnership then never weighs what lies in the others. Always holds: that word is
 * what the record says, also for what belongs to a thing that was moved.
 */
#include "config.h"

#include "scr-fold.h"
#include "scr-repository.h"
#include "scr-store-private.h"

#include <string.h>

/* Letters for private use count as letters in the index, and no keyboard has them. */
#define PLACE_MARK "\xee\x80\x80"
#define PLACE_DASH "\xee\x80\x81"
#define PLACE_DOT "\xee\x80\x82"
/* Nothing belongs to something that belongs to something in more steps than this. */
#define DEEPEST 8

static gboolean
is_searched (const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].flags & SCR_FIELD_SEARCHED)
      return TRUE;
  return FALSE;
}

/* --- Where an item belongs --- */

static const ScrField *
get_field_above (const ScrKind *kind)
{
  const ScrField *own = scr_kind_get_partnership_field (kind);

  return own != NULL ? own : scr_kind_get_parent_field (kind);
}

/* What a field says of an item; %FALSE if there is no such item. */
static gboolean
look_up (ScrDb *db, const ScrKind *kind, const ScrField *field, const char *id, char **value)
{
  char sql[200];
  g_autoptr (ScrStatement) statement = NULL;

  g_snprintf (sql, sizeof sql, "SELECT \"%s\" FROM \"%s\" WHERE id = ?", field != NULL ? field->name : "id",
              kind->name);
  statement = scr_db_prepare_with_text (db, sql, id, NULL);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return FALSE;
  *value = field != NULL ? scr_db_column_dup (statement, 0) : NULL;
  return TRUE;
}

/* The kind, among those that a field may refer to, of the item that it does refer to; and what is above that. */
static const ScrKind *
find_above (ScrDb *db, const ScrField *field, const char *id, char **above)
{
  g_auto (GStrv) kinds = g_strsplit (field->of, " ", -1);

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      const ScrKind *kind = scr_kind_find (kinds[i]);

      if (look_up (db, kind, get_field_above (kind), id, above))
        return kind;
    }
  return NULL;
}

/* What belongs to an item of a partnership belongs to it too, up to the kind that has one of its own. NULL for
 * what belongs to none, and so to all. */
static char *
find_partnership (ScrDb *db, const ScrKind *kind, const char *id)
{
  g_autofree char *here = g_strdup (id);
  g_autofree char *above = NULL;

  if (!look_up (db, kind, get_field_above (kind), id, &above))
    return NULL;
  for (guint depth = 0; depth < DEEPEST && kind != NULL; depth++)
    {
      const ScrField *field = get_field_above (kind);

      if (strcmp (kind->name, "partnership") == 0)
        return g_steal_pointer (&here);
      if (field == NULL || above == NULL || (field->flags & SCR_FIELD_PARTNERSHIP))
        return g_steal_pointer (&above);
      g_free (here);
      here = g_steal_pointer (&above);
      kind = find_above (db, field, here, &above);
    }
  return NULL;
}

static void
append_place (GString *place, const char *partnership)
{
  g_string_append (place, PLACE_MARK);
  for (const char *p = partnership; p != NULL && *p != '\0'; p++)
    if (*p == '-')
      g_string_append (place, PLACE_DASH);
    else if (*p == '.')
      g_string_append (place, PLACE_DOT);
    else
      g_string_append_c (place, *p);
}

/**
 * scr_search_narrow:
 * @query: a query for the index
 * @partnership: an identity
 *
 * Returns: (transfer full): the same query for what belongs to @partnership, or to all
 */
char *
scr_search_narrow (const char *query, const char *partnership)
{
  g_autoptr (GString) place = g_string_new (NULL);

  append_place (place, partnership);
  return g_strdup_printf ("place : (\"" PLACE_MARK "\" OR \"%s\") AND (%s)", place->str, query);
}

/* --- Keeping the index --- */

typedef struct
{
  GString *title;
  GString *body;
  GString *folded; /* words that the index would fold less than scr_fold() does */
  GString *place;  /* the partnership, as one word */
} SearchedText;

static void
searched_text_clear (SearchedText *text)
{
  g_string_free (text->title, TRUE);
  g_string_free (text->body, TRUE);
  g_string_free (text->folded, TRUE);
  g_string_free (text->place, TRUE);
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

static gboolean
is_text (sqlite3_stmt *statement, int column, const GString *text)
{
  return g_strcmp0 ((const char *)sqlite3_column_text (statement, column), text->str) == 0;
}

/* Most edits alter a day or a state, and no text at all. */
static gboolean
is_kept_already (ScrDb *db, const ScrKind *kind, const char *id, const SearchedText *text, gboolean *moved)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
      db, "SELECT title, body, folded, place FROM search_text WHERE item = ?1 AND kind = ?2", id, NULL);

  *moved = TRUE;
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 2, kind->name, -1, SQLITE_STATIC);
  if (sqlite3_step (statement) != SQLITE_ROW)
    return FALSE;
  *moved = !is_text (statement, 3, text->place);
  return !*moved && is_text (statement, 0, text->title) && is_text (statement, 1, text->body)
         && is_text (statement, 2, text->folded);
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
             "INSERT INTO search (search, rowid, title, body, folded, place)"
             " SELECT 'delete', number, title, body, folded, place FROM search_text WHERE item = ?1 AND kind = ?2",
             kind, id, error)
         && run_on_item (db, "DELETE FROM search_text WHERE item = ?1 AND kind = ?2", kind, id, error);
}

static gboolean
keep (ScrDb *db, const ScrKind *kind, const char *id, const SearchedText *text, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (
      db, "INSERT INTO search_text (item, kind, title, body, folded, place) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", id,
      error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 2, kind->name, -1, SQLITE_STATIC);
  sqlite3_bind_text (statement, 3, text->title->str, (int)text->title->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 4, text->body->str, (int)text->body->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 5, text->folded->str, (int)text->folded->len, SQLITE_STATIC);
  sqlite3_bind_text (statement, 6, text->place->str, (int)text->place->len, SQLITE_STATIC);
  return scr_db_run (db, statement, error)
         && run_on_item (db,
                         "INSERT INTO search (rowid, title, body, folded, place)"
                         " SELECT number, title, body, folded, place FROM search_text WHERE item = ?1 AND kind = ?2",
                         kind, id, error);
}

/* Makes the index say what the item says now, and tells whether it may have moved to another partnership. */
static gboolean
update_item (ScrDb *db, const ScrKind *kind, const char *id, gboolean *moved, GError **error)
{
  g_auto (SearchedText) text
      = {g_string_new (NULL), g_string_new (NULL), g_string_new (NULL), g_string_new (NULL)};
  g_autofree char *partnership = NULL;
  gboolean has_text;

  *moved = TRUE;
  if (!is_searched (kind))
    return TRUE;
  has_text = read_searched_text (db, kind, id, &text);
  if (has_text)
    {
      partnership = find_partnership (db, kind, id);
      append_place (text.place, partnership);
      if (is_kept_already (db, kind, id, &text, moved))
        return TRUE;
    }
  return forget (db, kind, id, error) && (!has_text || keep (db, kind, id, &text, error));
}

static GPtrArray *
list_below (ScrDb *db, const ScrKind *kind, const ScrField *field, const char *id)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?", kind->name, field->name);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (ids, scr_db_column_dup (statement, 0));
  return ids;
}

/* What belongs to an item that moved, and has no partnership of its own, moved with it. */
static gboolean
update_below (ScrDb *db, const ScrKind *above, const char *id, guint depth, GError **error)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds && depth < DEEPEST; k++)
    {
      const ScrField *field = get_field_above (kinds[k]);
      g_autoptr (GPtrArray) below = NULL;

      if (field == NULL || (field->flags & SCR_FIELD_PARTNERSHIP) || !scr_field_refers_to (field, above->name))
        continue;
      below = list_below (db, kinds[k], field, id);
      for (guint i = 0; i < below->len; i++)
        {
          gboolean moved;

          if (!update_item (db, kinds[k], below->pdata[i], &moved, error)
              || (moved && !update_below (db, kinds[k], below->pdata[i], depth + 1, error)))
            return FALSE;
        }
    }
  return TRUE;
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
      gboolean moved;

      if (!update_item (db, row->kind, row->id, &moved, error))
        return FALSE;
      /* Whatever belongs to a thing that came or went is in the same change. */
      if (moved && row->what == SCR_ROW_ALTERED && !update_below (db, row->kind, row->id, 0, error))
        return FALSE;
    }
  return TRUE;
}
