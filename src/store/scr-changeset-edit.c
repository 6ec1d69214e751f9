/* A recorded changeset as an edit, for the rules that look at edits before anything is written.
 *
 * What the changeset removes is told as put into the bin: to a rule it is gone from where it was. Such an
 * edit is never applied.
 */
#include "config.h"

#include "scr-store-private.h"

static void
take_value (ScrEdit *edit, const ScrKind *kind, const char *id, const ScrField *field, sqlite3_value *from)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (sqlite3_value_type (from) != SQLITE_NULL && scr_field_is_numeric (field))
    scr_value_set_number (&value, sqlite3_value_double (from));
  else if (sqlite3_value_type (from) != SQLITE_NULL)
    scr_value_take_text (
        &value, g_utf8_make_valid ((const char *)sqlite3_value_text (from), sqlite3_value_bytes (from)));
  scr_edit_set_value (edit, kind->name, id, field->name, &value);
}

static void
take_columns (ScrStore *self,
              ScrEdit *edit,
              sqlite3_changeset_iter *iter,
              const ScrKind *kind,
              const char *id,
              int n)
{
  GArray *columns = scr_store_get_columns (self, kind);

  for (int i = 0; i < n && i < (int)columns->len; i++)
    {
      int index = g_array_index (columns, int, i);
      sqlite3_value *after = NULL;

      sqlite3changeset_new (iter, i, &after);
      if (after == NULL || index == SCR_COLUMN_ID || index == SCR_COLUMN_UNKNOWN)
        continue;
      if (index >= 0)
        take_value (edit, kind, id, &kind->fields[index], after);
      else if (sqlite3_value_type (after) != SQLITE_NULL)
        scr_edit_bin (edit, kind->name, id);
      else
        scr_edit_restore (edit, kind->name, id);
    }
}

static void
take_row (ScrStore *self, ScrEdit *edit, sqlite3_changeset_iter *iter)
{
  const char *table;
  int n_columns, operation, indirect;
  sqlite3_value *key = NULL;
  const ScrKind *kind;
  const char *id;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect) != SQLITE_OK)
    return;
  kind = scr_kind_find (table);
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &key);
  else
    sqlite3changeset_old (iter, 0, &key);
  id = key != NULL ? (const char *)sqlite3_value_text (key) : NULL;
  if (kind == NULL || id == NULL)
    return;
  if (operation == SQLITE_DELETE)
    {
      scr_edit_bin (edit, kind->name, id);
      return;
    }
  if (operation == SQLITE_INSERT)
    scr_edit_add (edit, kind->name, id);
  take_columns (self, edit, iter, kind, id, n_columns);
}

/* What applying @changeset would do. */
ScrEdit *
scr_changeset_to_edit (ScrStore *self, GBytes *changeset)
{
  ScrEdit *edit = scr_edit_new ("");
  sqlite3_changeset_iter *iter = NULL;

  if (sqlite3changeset_start (&iter, (int)g_bytes_get_size (changeset),
                              (void *)g_bytes_get_data (changeset, NULL))
      != SQLITE_OK)
    return edit;
  while (sqlite3changeset_next (iter) == SQLITE_ROW)
    take_row (self, edit, iter);
  sqlite3changeset_finalize (iter);
  return edit;
}
