/* Questions to a record: ScrQuery as SQL, made from the descriptions. Values are always bound. */
#include "config.h"

#include "scr-fold.h"
#include "scr-repository.h"

#include <string.h>

typedef struct
{
  const ScrKind *kind;
  const ScrQuery *query;
  GString *sql;
  GPtrArray *texts; /* (element-type utf8): bound in order; NULL stands for the next number */
  GArray *numbers;  /* (element-type double) */
} Builder;

static void
bind_text_later (Builder *builder, const char *text)
{
  g_ptr_array_add (builder->texts, (gpointer) text);
}

static void
append_deleted (Builder *builder)
{
  switch (builder->query->where)
    {
    case SCR_LIVE:
      g_string_append (builder->sql, "deleted IS NULL");
      break;
    case SCR_BIN:
      g_string_append (builder->sql, "deleted IS NOT NULL");
      break;
    case SCR_ALL:
    default:
      g_string_append (builder->sql, "1");
      break;
    }
}

/* Through parents up to the kind that has a partnership of its own. */
static void
append_partnership (Builder *builder, const ScrKind *kind, const char *partnership, guint depth)
{
  const ScrField *own = scr_kind_get_partnership_field (kind);
  const ScrField *parent = scr_kind_get_parent_field (kind);

  if (strcmp (kind->name, "partnership") == 0)
    {
      g_string_append (builder->sql, "id = ?");
      bind_text_later (builder, partnership);
    }
  else if (own != NULL)
    {
      g_string_append_printf (builder->sql, "(\"%s\" = ? OR \"%s\" IS NULL)", own->name, own->name);
      bind_text_later (builder, partnership);
    }
  else if (parent != NULL && strchr (parent->of, ' ') == NULL && depth < 8)
    {
      g_string_append_printf (builder->sql, "\"%s\" IN (SELECT id FROM \"%s\" WHERE ", parent->name, parent->of);
      append_partnership (builder, scr_kind_find (parent->of), partnership, depth + 1);
      g_string_append_c (builder->sql, ')');
    }
  else
    g_string_append_c (builder->sql, '1');
}

static void
append_test (Builder *builder, const ScrKind *kind, const char *name, const ScrCondition *condition)
{
  static const char *const operators[] = {
      [SCR_IS] = "=", [SCR_IS_NOT] = "IS NOT", [SCR_AT_LEAST] = ">=", [SCR_AT_MOST] = "<="};
  const ScrField *field = scr_kind_get_field (kind, name);

  g_return_if_fail (field != NULL);
  if (condition->test == SCR_IS_EMPTY || condition->test == SCR_IS_FILLED)
    {
      g_string_append_printf (builder->sql, "\"%s\" IS %s", field->name,
                              condition->test == SCR_IS_EMPTY ? "NULL" : "NOT NULL");
      return;
    }
  g_string_append_printf (builder->sql, "\"%s\" %s ?", field->name, operators[condition->test]);
  if (scr_field_is_numeric (field))
    {
      g_ptr_array_add (builder->texts, NULL);
      g_array_append_val (builder->numbers, condition->number);
    }
  else
    bind_text_later (builder, condition->text != NULL ? condition->text : "");
}

/* "meeting.group": a field of what a reference refers to. */
static void
append_condition (Builder *builder, const ScrCondition *condition)
{
  const char *dot = strchr (condition->field, '.');
  g_autofree char *reference = dot != NULL ? g_strndup (condition->field, (gsize)(dot - condition->field)) : NULL;
  const ScrField *field = dot != NULL ? scr_kind_get_field (builder->kind, reference) : NULL;
  const ScrKind *referred = field != NULL && field->of != NULL ? scr_kind_find (field->of) : NULL;

  g_string_append (builder->sql, " AND ");
  if (dot == NULL)
    {
      append_test (builder, builder->kind, condition->field, condition);
      return;
    }
  g_return_if_fail (referred != NULL);
  g_string_append_printf (builder->sql, "\"%s\" IN (SELECT id FROM \"%s\" WHERE ", field->name, referred->name);
  append_test (builder, referred, dot + 1, condition);
  g_string_append_c (builder->sql, ')');
}

static void
append_contains (Builder *builder, const char *words)
{
  g_string_append (builder->sql, " AND id IN (SELECT item FROM search_text WHERE number IN"
                                 " (SELECT rowid FROM search WHERE search MATCH ?))");
  bind_text_later (builder, words);
}

/* What a reference refers to may be of several kinds: the title of whichever it is. */
static void
append_referred_title (Builder *builder, const ScrField *field)
{
  g_auto (GStrv) kinds = g_strsplit (field->of, " ", -1);

  g_string_append (builder->sql, "coalesce(");
  for (guint i = 0; kinds[i] != NULL; i++)
    if (scr_kind_get_field (scr_kind_find (kinds[i]), "title") != NULL)
      g_string_append_printf (builder->sql, "(SELECT r.title FROM \"%s\" r WHERE r.id = \"%s\".\"%s\"), ", kinds[i],
                              builder->kind->name, field->name);
  g_string_append (builder->sql, "NULL, NULL) COLLATE NOCASE");
}

/* References and choices sort by what people read, not by identity. */
static void
append_sort_key (Builder *builder, const ScrField *field)
{
  const ScrKind *referred = NULL;
  const ScrField *title = NULL;

  if (field->type == SCR_FIELD_CHOICE || field->type == SCR_FIELD_STATUS)
    {
      g_string_append_printf (builder->sql,
                              "(SELECT ifnull(r.position, r.label) FROM choice r WHERE r.id = \"%s\".\"%s\")",
                              builder->kind->name, field->name);
      return;
    }
  if (field->type == SCR_FIELD_REFERENCE && strchr (field->of, ' ') != NULL)
    {
      append_referred_title (builder, field);
      return;
    }
  if (field->type == SCR_FIELD_REFERENCE)
    referred = scr_kind_find (field->of);
  if (referred != NULL)
    title = scr_kind_get_field (referred, "title");
  if (title != NULL)
    g_string_append_printf (builder->sql, "(SELECT r.title COLLATE NOCASE FROM \"%s\" r WHERE r.id = \"%s\".\"%s\")",
                            referred->name, builder->kind->name, field->name);
  else if (field->type == SCR_FIELD_TEXT)
    g_string_append_printf (builder->sql, "\"%s\" COLLATE NOCASE", field->name);
  else
    g_string_append_printf (builder->sql, "\"%s\"", field->name);
}

/* Empty values come last, whichever way the rest is sorted: they are what nobody knows yet. */
static void
append_order (Builder *builder, const char *order, gboolean by_identity)
{
  g_auto (GStrv) names = g_strsplit (order, " ", -1);
  const char *separator = " ORDER BY ";

  for (guint i = 0; names[i] != NULL; i++)
    {
      gboolean descending = names[i][0] == '-';
      const ScrField *field = scr_kind_get_field (builder->kind, names[i] + (descending ? 1 : 0));

      if (field == NULL)
        continue;
      g_string_append (builder->sql, separator);
      if (by_identity && field->type == SCR_FIELD_REFERENCE)
        g_string_append_printf (builder->sql, "\"%s\"", field->name);
      else
        append_sort_key (builder, field);
      g_string_append (builder->sql, descending ? " DESC NULLS LAST" : " ASC NULLS LAST");
      separator = ", ";
    }
  g_string_append_printf (builder->sql, "%sid", separator);
}

/* What is not wanted is not read: it stands there as nothing, so that all have their places. */
static void
append_fields (Builder *builder)
{
  const char *wanted = builder->query->fields;
  g_auto (GStrv) names = wanted != NULL ? g_strsplit (wanted, " ", -1) : NULL;

  g_string_append (builder->sql, "SELECT id, deleted");
  for (guint i = 0; i < builder->kind->n_fields; i++)
    if (names == NULL || g_strv_contains ((const char *const *) names, builder->kind->fields[i].name))
      g_string_append_printf (builder->sql, ", \"%s\"", builder->kind->fields[i].name);
    else
      g_string_append (builder->sql, ", NULL");
}

static void
append_selection (Builder *builder, ScrSelection selection, const char *field)
{
  switch (selection)
    {
    case SCR_SELECT_COUNT:
      g_string_append (builder->sql, "SELECT count(*)");
      break;
    case SCR_SELECT_ITEMS:
      append_fields (builder);
      break;
    case SCR_SELECT_FIELD:
      g_string_append_printf (builder->sql, "SELECT \"%s\"", field);
      break;
    case SCR_SELECT_IDS:
    default:
      g_string_append (builder->sql, "SELECT id");
      break;
    }
  g_string_append_printf (builder->sql, " FROM \"%s\" WHERE ", builder->kind->name);
}

static void
bind_all (Builder *builder, sqlite3_stmt *statement)
{
  guint next_number = 0;

  for (guint i = 0; i < builder->texts->len; i++)
    {
      const char *text = g_ptr_array_index (builder->texts, i);

      if (text != NULL)
        sqlite3_bind_text (statement, (int) i + 1, text, -1, SQLITE_TRANSIENT);
      else
        sqlite3_bind_double (statement, (int) i + 1, g_array_index (builder->numbers, double, next_number++));
    }
}

/**
 * scr_repository_query:
 * @db: a connection
 * @query: what is asked
 * @selection: which columns are wanted
 * @field: (nullable): which field, for %SCR_SELECT_FIELD
 * @error: return location
 *
 * Returns: (nullable): a statement ready to step; give it back with scr_db_release()
 */
sqlite3_stmt *
scr_repository_query (ScrDb *db,
                      const ScrQuery *query,
                      ScrSelection selection,
                      const char *field,
                      GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *words = query->contains != NULL ? scr_fold_to_fts_query (query->contains) : NULL;
  Builder builder = {scr_kind_find (query->kind), query, sql, texts, numbers};
  sqlite3_stmt *statement;

  g_return_val_if_fail (builder.kind != NULL, NULL);
  g_return_val_if_fail (field == NULL || scr_kind_get_field (builder.kind, field) != NULL, NULL);
  append_selection (&builder, selection, field);
  append_deleted (&builder);
  if (query->partnership != NULL)
    {
      g_string_append (sql, " AND ");
      append_partnership (&builder, builder.kind, query->partnership, 0);
    }
  for (guint i = 0; i < SCR_QUERY_MAX_CONDITIONS && query->conditions[i].field != NULL; i++)
    append_condition (&builder, &query->conditions[i]);
  if (words != NULL)
    append_contains (&builder, words);
  if (selection != SCR_SELECT_COUNT)
    {
      if (g_strcmp0 (query->order, SCR_ANY_ORDER) != 0)
        append_order (&builder, query->order != NULL ? query->order : builder.kind->order, query->order == NULL);
      if (query->limit > 0)
        g_string_append_printf (sql, " LIMIT %u OFFSET %u", query->limit, query->offset);
    }
  statement = scr_db_prepare (db, sql->str, error);
  if (statement != NULL)
    bind_all (&builder, statement);
  return statement;
}
