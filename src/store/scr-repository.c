/* Reading and writing rows by their descriptions. See the header; the questions are in scr-query.c, the bin is in
 * scr-family.c, and what may refer to what in scr-links.c.
 *
 * Names of tables and columns come from the descriptions alone, values are always bound: no text from a person or a
 * file ever becomes SQL.
 */
#include "config.h"

#include "scr-repository.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
read_value (sqlite3_stmt *statement, int column, const ScrField *field, ScrValue *value)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    scr_value_clear (value);
  else if (scr_field_is_numeric (field))
    {
      double number = sqlite3_column_double (statement, column);

      /* A file from elsewhere may hold what nothing can be reckoned with. */
      if (isfinite (number))
        scr_value_set_number (value, number);
      else
        scr_value_clear (value);
    }
  else
    scr_value_take_text (value, scr_db_column_dup (statement, column));
}

/**
 * scr_repository_fill:
 * @statement: at a row
 * @first_column: where "deleted" stands; the fields follow
 * @item: a new one that nobody was given yet: takes them over
 */
void
scr_repository_fill (sqlite3_stmt *statement, int first_column, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autofree char *deleted = scr_db_column_dup (statement, first_column);

  if (deleted != NULL)
    scr_item_set_deleted (item, deleted);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      ScrValue value = SCR_VALUE_INIT;

      read_value (statement, first_column + 1 + (int) i, &kind->fields[i], &value);
      if (value.type != SCR_VALUE_NONE)
        scr_item_take_value_at (item, i, &value);
    }
}

/* The same for one that may be held and shown: tells what became different. */
static void
refill (sqlite3_stmt *statement, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autofree char *deleted = scr_db_column_dup (statement, 0);

  g_object_freeze_notify (G_OBJECT (item));
  scr_item_set_deleted (item, deleted);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_auto (ScrValue) value = SCR_VALUE_INIT;

      read_value (statement, 1 + (int) i, &kind->fields[i], &value);
      scr_item_set_value_at (item, i, &value);
    }
  g_object_thaw_notify (G_OBJECT (item));
}

/**
 * scr_repository_load:
 * @db: a connection
 * @item: an item
 * @error: (nullable): return location; untouched if there is just no such row
 *
 * Returns: whether the row was there and @item holds it now
 */
gboolean
scr_repository_load (ScrDb *db, ScrItem *item, GError **error)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autoptr (GString) sql = g_string_new ("SELECT deleted");
  g_autoptr (ScrStatement) statement = NULL;

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (sql, ", \"%s\"", kind->fields[i].name);
  g_string_append_printf (sql, " FROM \"%s\" WHERE id = ?", kind->name);
  statement = scr_db_prepare_with_text (db, sql->str, scr_item_get_id (item), error);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return FALSE;
  refill (statement, item);
  return TRUE;
}

/**
 * scr_repository_exists:
 * @db: a connection
 * @kind: a kind
 * @id: an identity
 *
 * Returns: whether there is such an item, in the bin or not
 */
gboolean
scr_repository_exists (ScrDb *db, const ScrKind *kind, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE id = ?", kind->name);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, NULL);

  return statement != NULL && sqlite3_step (statement) == SQLITE_ROW;
}

static void
bind_value (sqlite3_stmt *statement, int index, const ScrValue *value)
{
  if (value->type == SCR_VALUE_TEXT)
    sqlite3_bind_text (statement, index, value->text, -1, SQLITE_STATIC);
  else if (value->type == SCR_VALUE_NUMBER)
    sqlite3_bind_double (statement, index, value->number);
  else
    sqlite3_bind_null (statement, index);
}

static gboolean
run_row (ScrDb *db, const char *sql, const ScrRowEdit *row, int id_index, int first_index, GError **error)
{
  g_autoptr (ScrStatement) statement = scr_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, id_index, row->id, -1, SQLITE_STATIC);
  for (guint i = 0; i < row->values->len; i++)
    bind_value (statement, first_index + (int) i, &g_array_index (row->values, ScrValue, i));
  return scr_db_run (db, statement, error);
}

static gboolean
add_row (ScrDb *db, const ScrRowEdit *row, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  if (strcmp (row->kind->name, SCR_KIND_RECORD) == 0 && strcmp (row->id, SCR_RECORD_ID) != 0)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("A record cannot hold another record."));
      return FALSE;
    }
  if (scr_repository_exists (db, row->kind, row->id))
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("An item with the identity “%s” exists already."), row->id);
      return FALSE;
    }
  g_string_printf (sql, "INSERT INTO \"%s\" (id", row->kind->name);
  for (guint i = 0; i < row->fields->len; i++)
    g_string_append_printf (sql, ", \"%s\"", row->kind->fields[g_array_index (row->fields, guint, i)].name);
  g_string_append (sql, ") VALUES (?");
  for (guint i = 0; i < row->fields->len; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return run_row (db, sql->str, row, 1, 2, error);
}

static gboolean
set_row (ScrDb *db, const ScrRowEdit *row, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  if (row->fields->len == 0)
    return TRUE;
  if (!scr_repository_exists (db, row->kind, row->id))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("This item is no longer in the record."));
      return FALSE;
    }
  g_string_printf (sql, "UPDATE \"%s\" SET ", row->kind->name);
  for (guint i = 0; i < row->fields->len; i++)
    g_string_append_printf (sql, "%s\"%s\" = ?%u", i > 0 ? ", " : "",
                            row->kind->fields[g_array_index (row->fields, guint, i)].name, i + 2);
  g_string_append (sql, " WHERE id = ?1");
  return run_row (db, sql->str, row, 1, 2, error);
}

/**
 * scr_repository_set_deleted:
 * @db: a connection inside a transaction
 * @kind: a kind
 * @id: an item's identity
 * @stamp: (nullable): when it went into the bin; %NULL takes it out
 * @error: return location
 *
 * Returns: whether it is so now
 */
gboolean
scr_repository_set_deleted (ScrDb *db, const ScrKind *kind, const char *id, const char *stamp, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET deleted = ?2 WHERE id = ?1", kind->name);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 2, stamp, -1, SQLITE_STATIC);
  return scr_db_run (db, statement, error);
}

/**
 * scr_repository_dup_column:
 * @db: a connection
 * @kind: a kind
 * @column: a column of its table
 * @id: an item's identity
 *
 * Returns: (transfer full) (nullable): what stands there
 */
char *
scr_repository_dup_column (ScrDb *db, const ScrKind *kind, const char *column, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?", column, kind->name);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return scr_db_column_dup (statement, 0);
}

/**
 * scr_repository_write:
 * @db: a connection inside a transaction
 * @recorder: (nullable): records what is written
 * @row: a validated row operation
 * @stamp: the time for what goes into the bin
 * @error: return location
 *
 * Returns: whether it was done
 */
gboolean
scr_repository_write (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, const char *stamp, GError **error)
{
  if (recorder != NULL && !scr_recorder_touch (recorder, row->kind, error))
    return FALSE;
  switch (row->op)
    {
    case SCR_OP_ADD:
      return add_row (db, row, error);
    case SCR_OP_SET:
      return set_row (db, row, error);
    case SCR_OP_BIN:
      return scr_family_bin (db, recorder, row, stamp, error);
    case SCR_OP_RESTORE:
      return scr_family_restore (db, recorder, row, error);
    case SCR_OP_PURGE:
      return scr_family_purge (db, recorder, row, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
