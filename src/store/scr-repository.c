/* Reading and writing rows by their descriptions. See the header; the questions are in scr-query.c.
 *
 * Names of tables and columns come from the descriptions alone, values are always bound: no text from a person or a
 * file ever becomes SQL.
 */
#include "config.h"

#include "scr-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
read_value (sqlite3_stmt *statement, int column, const ScrField *field, ScrValue *value)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    scr_value_clear (value);
  else if (scr_field_is_numeric (field))
    scr_value_set_number (value, sqlite3_column_double (statement, column));
  else
    scr_value_take_text (value, scr_db_column_dup (statement, column));
}

/**
 * scr_repository_fill:
 * @statement: at a row
 * @first_column: where "deleted" stands; the fields follow
 * @item: takes them over
 */
void
scr_repository_fill (sqlite3_stmt *statement, int first_column, ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);
  g_autofree char *deleted = scr_db_column_dup (statement, first_column);

  g_object_freeze_notify (G_OBJECT (item));
  scr_item_set_deleted (item, deleted);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_auto (ScrValue) value = SCR_VALUE_INIT;

      read_value (statement, first_column + 1 + (int) i, &kind->fields[i], &value);
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
  scr_repository_fill (statement, 0, item);
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

static gboolean
set_deleted (ScrDb *db, const ScrKind *kind, const char *id, const char *stamp, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE \"%s\" SET deleted = ?2 WHERE id = ?1", kind->name);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 2, stamp, -1, SQLITE_STATIC);
  return scr_db_run (db, statement, error);
}

static char *
dup_column (ScrDb *db, const ScrKind *kind, const char *column, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\" WHERE id = ?", column, kind->name);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, NULL);

  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return scr_db_column_dup (statement, 0);
}

/* One row somewhere in the record. */
typedef struct
{
  const ScrKind *kind;
  char *id;
} RowName;

static void
row_name_free (gpointer data)
{
  RowName *name = data;

  g_free (name->id);
  g_free (name);
}

static RowName *
row_name_new (const ScrKind *kind, const char *id)
{
  RowName *name = g_new0 (RowName, 1);

  name->kind = kind;
  name->id = g_strdup (id);
  return name;
}

static void
collect_by_field (ScrDb *db, GPtrArray *rows, GHashTable *seen, const ScrKind *kind, const ScrField *field, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?", kind->name, field->name);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      RowName *name;

      if (g_hash_table_contains (seen, sqlite3_column_text (statement, 0)))
        continue;
      name = row_name_new (kind, (const char *) sqlite3_column_text (statement, 0));
      g_hash_table_add (seen, name->id);
      g_ptr_array_add (rows, name);
    }
}

/* The row itself, then all that belongs to it, parents before their children. */
static GPtrArray *
collect_family (ScrDb *db, const ScrKind *kind, const char *id)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_name_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  g_ptr_array_add (rows, row_name_new (kind, id));
  g_hash_table_add (seen, ((RowName *) g_ptr_array_index (rows, 0))->id);
  for (guint i = 0; i < rows->len; i++)
    {
      const RowName *parent = g_ptr_array_index (rows, i);

      for (guint k = 0; k < n_kinds; k++)
        for (guint f = 0; f < kinds[k]->n_fields; f++)
          if ((kinds[k]->fields[f].flags & SCR_FIELD_PARENT) &&
              scr_field_refers_to (&kinds[k]->fields[f], parent->kind->name))
            collect_by_field (db, rows, seen, kinds[k], &kinds[k]->fields[f], parent->id);
    }
  return rows;
}

static gboolean
touch (ScrRecorder *recorder, const ScrKind *kind, GError **error)
{
  return recorder == NULL || scr_recorder_touch (recorder, kind, error);
}

static gboolean
bin_family (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, const char *stamp, GError **error)
{
  g_autoptr (GPtrArray) family = collect_family (db, row->kind, row->id);

  for (guint i = 0; i < family->len; i++)
    {
      const RowName *name = g_ptr_array_index (family, i);
      g_autofree char *before = dup_column (db, name->kind, "deleted", name->id);

      /* What lies in the bin already keeps its own time, and stays there when this is restored. */
      if (before != NULL)
        continue;
      if (!touch (recorder, name->kind, error) || !set_deleted (db, name->kind, name->id, stamp, error))
        return FALSE;
    }
  return TRUE;
}

/* A thing cannot be out of the bin while what it belongs to lies in it. */
static gboolean
restore_ancestors (ScrDb *db, ScrRecorder *recorder, const ScrKind *kind, const char *id, guint depth, GError **error)
{
  if (depth > 16)
    return TRUE;
  for (guint f = 0; f < kind->n_fields; f++)
    {
      const ScrField *field = &kind->fields[f];
      g_auto (GStrv) kinds = NULL;
      g_autofree char *parent = NULL;

      if (!(field->flags & SCR_FIELD_PARENT))
        continue;
      parent = dup_column (db, kind, field->name, id);
      kinds = g_strsplit (field->of, " ", -1);
      for (guint i = 0; parent != NULL && kinds[i] != NULL; i++)
        {
          const ScrKind *parent_kind = scr_kind_find (kinds[i]);
          g_autofree char *deleted = dup_column (db, parent_kind, "deleted", parent);

          if (deleted != NULL && (!touch (recorder, parent_kind, error) ||
                                  !set_deleted (db, parent_kind, parent, NULL, error) ||
                                  !restore_ancestors (db, recorder, parent_kind, parent, depth + 1, error)))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
restore_family (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, GError **error)
{
  g_autoptr (GPtrArray) family = collect_family (db, row->kind, row->id);
  g_autofree char *stamp = dup_column (db, row->kind, "deleted", row->id);

  if (stamp == NULL)
    return TRUE;
  for (guint i = 0; i < family->len; i++)
    {
      const RowName *name = g_ptr_array_index (family, i);
      g_autofree char *deleted = dup_column (db, name->kind, "deleted", name->id);

      if (g_strcmp0 (deleted, stamp) != 0)
        continue;
      if (!touch (recorder, name->kind, error) || !set_deleted (db, name->kind, name->id, NULL, error))
        return FALSE;
    }
  return restore_ancestors (db, recorder, row->kind, row->id, 0, error);
}

/* Whatever still refers to a row that goes for good forgets it, and says so in the same change. */
static gboolean
forget_row (ScrDb *db, ScrRecorder *recorder, const RowName *gone, GError **error)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      {
        const ScrField *field = &kinds[k]->fields[f];
        g_autofree char *sql = NULL;
        g_autoptr (ScrStatement) statement = NULL;

        if (!scr_field_is_identity (field) || !scr_field_refers_to (field, gone->kind->name))
          continue;
        sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"%s\" = ?", kinds[k]->name, field->name, field->name);
        statement = scr_db_prepare_with_text (db, sql, gone->id, error);
        if (statement == NULL || !touch (recorder, kinds[k], error) || !scr_db_run (db, statement, error))
          return FALSE;
      }
  return TRUE;
}

static gboolean
purge_family (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, GError **error)
{
  g_autoptr (GPtrArray) family = collect_family (db, row->kind, row->id);

  /* Children first. */
  for (guint i = family->len; i > 0; i--)
    {
      const RowName *name = g_ptr_array_index (family, i - 1);
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", name->kind->name);
      g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, name->id, error);

      if (statement == NULL || !touch (recorder, name->kind, error) || !scr_db_run (db, statement, error) ||
          !forget_row (db, recorder, name, error))
        return FALSE;
    }
  return TRUE;
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
  if (!touch (recorder, row->kind, error))
    return FALSE;
  switch (row->op)
    {
    case SCR_OP_ADD:
      return add_row (db, row, error);
    case SCR_OP_SET:
      return set_row (db, row, error);
    case SCR_OP_BIN:
      if (row->stamp != NULL)
        return set_deleted (db, row->kind, row->id, row->stamp, error);
      return bin_family (db, recorder, row, stamp, error);
    case SCR_OP_RESTORE:
      return restore_family (db, recorder, row, error);
    case SCR_OP_PURGE:
      return purge_family (db, recorder, row, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_known_reference (ScrDb *db, const ScrField *field, const char *id)
{
  g_auto (GStrv) kinds = NULL;

  if (field->type == SCR_FIELD_CHOICE || field->type == SCR_FIELD_STATUS)
    {
      g_autofree char *list = dup_column (db, scr_kind_find (SCR_KIND_CHOICE), "list", id);

      return g_strcmp0 (list, field->of) == 0;
    }
  kinds = g_strsplit (field->type == SCR_FIELD_FILE ? "attachment" : field->of, " ", -1);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (scr_repository_exists (db, scr_kind_find (kinds[i]), id))
      return TRUE;
  return FALSE;
}

/**
 * scr_repository_check_references:
 * @db: a connection, after all rows of an edit are written
 * @row: one of them
 * @error: return location
 *
 * Returns: whether everything that @row refers to is there, and of a kind that its field allows
 */
gboolean
scr_repository_check_references (ScrDb *db, const ScrRowEdit *row, GError **error)
{
  for (guint i = 0; i < row->fields->len; i++)
    {
      const ScrField *field = &row->kind->fields[g_array_index (row->fields, guint, i)];
      const ScrValue *value = &g_array_index (row->values, ScrValue, i);

      if (!scr_field_is_identity (field) || value->type != SCR_VALUE_TEXT)
        continue;
      if (is_known_reference (db, field, value->text))
        continue;
      g_set_error (error, SCR_ERROR, SCR_ERROR_INVALID,
                   /* Translators: %1$s is a field's label, %2$s a kind's label, %3$s an identity. */
                   _ ("“%1$s” of %2$s refers to “%3$s”, which is not in the record or not of the right kind."),
                   _ (field->label), _ (row->kind->label), value->text);
      return FALSE;
    }
  return TRUE;
}
