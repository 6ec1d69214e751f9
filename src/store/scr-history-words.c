/* History in words: what a changeset did to one item, field by field, as people say it. */
#include "config.h"

#include "scr-format.h"
#include "scr-store-private.h"

#include <glib/gi18n-lib.h>

/* Which field each column of a table is. Tables gain columns at their end, descriptions gain fields where they belong:
 * the order may differ. */
GArray *
scr_store_get_columns (ScrStore *self, const ScrKind *kind)
{
  GArray **columns = &self->columns[scr_kind_index (kind)];
  g_autofree char *sql = g_strdup_printf ("PRAGMA table_info(\"%s\")", kind->name);
  g_autoptr (ScrStatement) statement = NULL;

  if (*columns != NULL)
    return *columns;
  *columns = g_array_new (FALSE, FALSE, sizeof (int));
  statement = scr_db_prepare (self->db, sql, NULL);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (statement, 1);
      int index = scr_kind_get_field_index (kind, name);

      if (g_str_equal (name, "id"))
        index = SCR_COLUMN_ID;
      else if (g_str_equal (name, "deleted"))
        index = SCR_COLUMN_DELETED;
      else if (index < 0)
        index = SCR_COLUMN_UNKNOWN;
      g_array_append_val (*columns, index);
    }
  return *columns;
}

static char *
format (ScrStore *self, const ScrField *field, sqlite3_value *from)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (from == NULL || sqlite3_value_type (from) == SQLITE_NULL)
    return NULL;
  if (scr_field_is_numeric (field))
    scr_value_set_number (&value, sqlite3_value_double (from));
  else
    scr_value_take_text (&value, g_utf8_make_valid ((const char *) sqlite3_value_text (from), sqlite3_value_bytes (from)));
  return scr_format_value (NULL, SCR_SOURCE (self), field, &value);
}

static char *
tell_field (ScrStore *self, const ScrField *field, sqlite3_value *before, sqlite3_value *after)
{
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  if (field->type == SCR_FIELD_ORDER)
    return g_strdup (_ ("Moved to another place in its list"));
  if (field->type == SCR_FIELD_RICH)
    /* TRANSLATORS: %s is a field's label, such as "Minutes". */
    return g_strdup_printf (_ ("%s rewritten"), _ (field->label));
  was = format (self, field, before);
  is = format (self, field, after);
  if (was != NULL && is != NULL)
    /* TRANSLATORS: a field's label, then its old and its new content: "Due day changed from 3 March to 10 March". */
    return g_strdup_printf (_ ("%s changed from %s to %s"), _ (field->label), was, is);
  if (is != NULL)
    /* TRANSLATORS: a field's label and its first content: "Due day set to 10 March". */
    return g_strdup_printf (_ ("%s set to %s"), _ (field->label), is);
  /* TRANSLATORS: a field's label and what was removed from it: "Due day emptied; it was 10 March". */
  return g_strdup_printf (_ ("%s emptied; it was %s"), _ (field->label), was != NULL ? was : "");
}

static void
tell_update (ScrStore *self, const ScrKind *kind, sqlite3_changeset_iter *iter, int n_columns, GPtrArray *lines)
{
  GArray *columns = scr_store_get_columns (self, kind);

  for (int i = 0; i < n_columns && i < (int) columns->len; i++)
    {
      sqlite3_value *before = NULL;
      sqlite3_value *after = NULL;
      int index = g_array_index (columns, int, i);

      sqlite3changeset_old (iter, i, &before);
      sqlite3changeset_new (iter, i, &after);
      /* Columns that did not change have no value at all; the key has only an old one. */
      if (after == NULL || index == SCR_COLUMN_ID || index == SCR_COLUMN_UNKNOWN)
        continue;
      if (index == SCR_COLUMN_DELETED)
        g_ptr_array_add (lines, g_strdup (sqlite3_value_type (after) == SQLITE_NULL ? _ ("Taken out of the bin")
                                                                                    : _ ("Put into the bin")));
      else
        g_ptr_array_add (lines, tell_field (self, &kind->fields[index], before, after));
    }
}

static void
tell_row (ScrStore *self, sqlite3_changeset_iter *iter, const ScrKind *kind, const char *id, GPtrArray *lines)
{
  const char *table;
  int n_columns, operation, indirect;
  sqlite3_value *key = NULL;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect) != SQLITE_OK ||
      !g_str_equal (table, kind->name))
    return;
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &key);
  else
    sqlite3changeset_old (iter, 0, &key);
  if (key == NULL || g_strcmp0 ((const char *) sqlite3_value_text (key), id) != 0)
    return;
  if (operation == SQLITE_INSERT)
    g_ptr_array_add (lines, g_strdup (_ ("Created")));
  else if (operation == SQLITE_DELETE)
    g_ptr_array_add (lines, g_strdup (_ ("Deleted for good")));
  else
    tell_update (self, kind, iter, n_columns, lines);
}

/**
 * scr_history_tell:
 * @self: a store
 * @changeset: what a change did
 * @kind: a kind
 * @id: an item's identity
 * @lines: (element-type utf8): gets a line for each thing that the change did to that item
 */
void
scr_history_tell (ScrStore *self, GBytes *changeset, const ScrKind *kind, const char *id, GPtrArray *lines)
{
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset), (void *) g_bytes_get_data (changeset, NULL)) !=
      SQLITE_OK)
    return;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    tell_row (self, iter, kind, id, lines);
  sqlite3changeset_finalize (iter);
}
