/* The bin: a row with all that belongs to it goes there, comes back, or goes for good. See scr-repository.h.
 *
 * Always holds: what goes for good leaves nobody that refers to it, and no field empty that may not be.
 */
#include "config.h"

#include "scr-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One row somewhere in the record. */
typedef struct
{
  const ScrKind *kind;
  char *id;
} RowName;

static guint
row_name_hash (gconstpointer data)
{
  const RowName *name = data;

  return g_str_hash (name->id) ^ g_direct_hash (name->kind);
}

static gboolean
row_name_equal (gconstpointer a, gconstpointer b)
{
  const RowName *ours = a;
  const RowName *theirs = b;

  return ours->kind == theirs->kind && strcmp (ours->id, theirs->id) == 0;
}

static void
row_name_free (gpointer data)
{
  RowName *name = data;

  g_free (name->id);
  g_free (name);
}

/* Rows in the order they were found, each once. */
typedef struct
{
  GPtrArray *rows;  /* (element-type RowName): owned */
  GHashTable *seen; /* (element-type RowName) */
} Family;

static void
family_add (Family *self, const ScrKind *kind, const char *id)
{
  RowName *name = g_new0 (RowName, 1);

  name->kind = kind;
  name->id = g_strdup (id);
  if (g_hash_table_contains (self->seen, name))
    {
      row_name_free (name);
      return;
    }
  g_hash_table_add (self->seen, name);
  g_ptr_array_add (self->rows, name);
}

static void
collect_by_field (ScrDb *db, Family *family, const ScrKind *kind, const ScrField *field, const char *id)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM \"%s\" WHERE \"%s\" = ?", kind->name, field->name);
  g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, id, NULL);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    family_add (family, kind, (const char *)sqlite3_column_text (statement, 0));
}

static gboolean
always_belongs (const ScrField *field)
{
  return (field->flags & SCR_FIELD_PARENT) != 0;
}

/* A link without one of its ends, or an attendance of nobody, is nothing: it goes for good with what it
 * needs. */
static gboolean
cannot_be_without (const ScrField *field)
{
  return (field->flags & SCR_FIELD_PARENT)
         || (field->type == SCR_FIELD_REFERENCE && (field->flags & SCR_FIELD_REQUIRED));
}

/* The row itself, then all that belongs to it, parents before their children. */
static GPtrArray *
collect_family (ScrDb *db, const ScrKind *kind, const char *id, gboolean (*belongs) (const ScrField *field))
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (row_name_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (row_name_hash, row_name_equal);
  Family family = {rows, seen};
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  family_add (&family, kind, id);
  for (guint i = 0; i < rows->len; i++)
    {
      const RowName *parent = g_ptr_array_index (rows, i);

      for (guint k = 0; k < n_kinds; k++)
        for (guint f = 0; f < kinds[k]->n_fields; f++)
          if (belongs (&kinds[k]->fields[f])
              && scr_field_refers_to (&kinds[k]->fields[f], parent->kind->name))
            collect_by_field (db, &family, kinds[k], &kinds[k]->fields[f], parent->id);
    }
  return rows;
}

static gboolean
touch (ScrRecorder *recorder, const ScrKind *kind, GError **error)
{
  return recorder == NULL || scr_recorder_touch (recorder, kind, error);
}

/* The record's own item is what everything else hangs on. */
static gboolean
may_go (const ScrRowEdit *row, GError **error)
{
  if (strcmp (row->kind->name, SCR_KIND_RECORD) != 0)
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                       _ ("The record itself cannot be deleted from within."));
  return FALSE;
}

/**
 * scr_family_bin:
 * @db: a connection inside a transaction
 * @recorder: (nullable): records what is written
 * @row: what goes into the bin
 * @stamp: the time
 * @error: return location
 *
 * Returns: whether it lies there, with all that belongs to it
 */
gboolean
scr_family_bin (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, const char *stamp, GError **error)
{
  g_autoptr (GPtrArray) family = NULL;

  if (!may_go (row, error))
    return FALSE;
  /* One row alone, as it was elsewhere. */
  if (row->stamp != NULL)
    return touch (recorder, row->kind, error)
           && scr_repository_set_deleted (db, row->kind, row->id, row->stamp, error);
  family = collect_family (db, row->kind, row->id, always_belongs);
  for (guint i = 0; i < family->len; i++)
    {
      const RowName *name = g_ptr_array_index (family, i);
      g_autofree char *before = scr_repository_dup_column (db, name->kind, "deleted", name->id);

      /* What lies in the bin already keeps its own time, and stays there when this is restored. */
      if (before != NULL)
        continue;
      if (!touch (recorder, name->kind, error)
          || !scr_repository_set_deleted (db, name->kind, name->id, stamp, error))
        return FALSE;
    }
  return TRUE;
}

/* A thing cannot be out of the bin while what it belongs to lies in it. */
static gboolean
restore_ancestors (ScrDb *db,
                   ScrRecorder *recorder,
                   const ScrKind *kind,
                   const char *id,
                   guint depth,
                   GError **error)
{
  if (depth > 64)
    return TRUE;
  for (guint f = 0; f < kind->n_fields; f++)
    {
      const ScrField *field = &kind->fields[f];
      g_auto (GStrv) kinds = NULL;
      g_autofree char *parent = NULL;

      if (!(field->flags & SCR_FIELD_PARENT))
        continue;
      parent = scr_repository_dup_column (db, kind, field->name, id);
      kinds = g_strsplit (field->of, " ", -1);
      for (guint i = 0; parent != NULL && kinds[i] != NULL; i++)
        {
          const ScrKind *parent_kind = scr_kind_find (kinds[i]);
          g_autofree char *deleted = scr_repository_dup_column (db, parent_kind, "deleted", parent);

          if (deleted != NULL
              && (!touch (recorder, parent_kind, error)
                  || !scr_repository_set_deleted (db, parent_kind, parent, NULL, error)
                  || !restore_ancestors (db, recorder, parent_kind, parent, depth + 1, error)))
            return FALSE;
        }
    }
  return TRUE;
}

/**
 * scr_family_restore:
 * @db: a connection inside a transaction
 * @recorder: (nullable): records what is written
 * @row: what comes out of the bin
 * @error: return location
 *
 * Returns: whether it is back, with all that went there at the same time and all that it belongs to
 */
gboolean
scr_family_restore (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, GError **error)
{
  g_autoptr (GPtrArray) family = NULL;
  g_autofree char *stamp = scr_repository_dup_column (db, row->kind, "deleted", row->id);

  if (stamp == NULL)
    return TRUE;
  family = collect_family (db, row->kind, row->id, always_belongs);
  for (guint i = 0; i < family->len; i++)
    {
      const RowName *name = g_ptr_array_index (family, i);
      g_autofree char *deleted = scr_repository_dup_column (db, name->kind, "deleted", name->id);

      if (g_strcmp0 (deleted, stamp) != 0)
        continue;
      if (!touch (recorder, name->kind, error)
          || !scr_repository_set_deleted (db, name->kind, name->id, NULL, error))
        return FALSE;
    }
  return restore_ancestors (db, recorder, row->kind, row->id, 0, error);
}

/* A word that fields need would take all that holds it with it, which nobody means. */
static gboolean
is_choice_free (ScrDb *db, const RowName *choice, GError **error)
{
  g_autofree char *list = scr_repository_dup_column (db, choice->kind, "list", choice->id);
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      {
        const ScrField *field = &kinds[k]->fields[f];
        g_autofree char *sql = NULL;
        g_autoptr (ScrStatement) statement = NULL;

        if (!(field->flags & SCR_FIELD_REQUIRED) || !scr_field_refers_to (field, SCR_KIND_CHOICE)
            || g_strcmp0 (field->of, list) != 0)
          continue;
        sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"%s\" = ? LIMIT 1", kinds[k]->name, field->name);
        statement = scr_db_prepare_with_text (db, sql, choice->id, error);
        if (statement == NULL)
          return FALSE;
        if (sqlite3_step (statement) != SQLITE_ROW)
          continue;
        g_set_error (error, SCR_ERROR, SCR_ERROR_CONFLICT,
                     /* TRANSLATORS: %1$s is a field's label, %2$s the plural of a kind. */
                     _ ("This choice is still used as “%1$s” of %2$s. Choose another one there first."),
                     _ (field->label), _ (kinds[k]->plural));
        return FALSE;
      }
  return TRUE;
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
        sql = g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = NULL WHERE \"%s\" = ?", kinds[k]->name,
                               field->name, field->name);
        statement = scr_db_prepare_with_text (db, sql, gone->id, error);
        if (statement == NULL || !touch (recorder, kinds[k], error) || !scr_db_run (db, statement, error))
          return FALSE;
      }
  return TRUE;
}

/**
 * scr_family_purge:
 * @db: a connection inside a transaction
 * @recorder: (nullable): records what is written
 * @row: what goes for good
 * @error: return location; %SCR_ERROR_CONFLICT for a choice that is still needed
 *
 * Returns: whether it is gone, with all that belongs to it or cannot be without it
 */
gboolean
scr_family_purge (ScrDb *db, ScrRecorder *recorder, const ScrRowEdit *row, GError **error)
{
  g_autoptr (GPtrArray) family = NULL;

  if (!may_go (row, error))
    return FALSE;
  if (!scr_repository_exists (db, row->kind, row->id))
    return TRUE;
  family = collect_family (db, row->kind, row->id, cannot_be_without);
  /* Children first. */
  for (guint i = family->len; i > 0; i--)
    {
      const RowName *name = g_ptr_array_index (family, i - 1);
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\" WHERE id = ?", name->kind->name);
      g_autoptr (ScrStatement) statement = scr_db_prepare_with_text (db, sql, name->id, error);

      if (statement == NULL || !touch (recorder, name->kind, error)
          || (strcmp (name->kind->name, SCR_KIND_CHOICE) == 0 && !is_choice_free (db, name, error))
          || !scr_db_run (db, statement, error) || !forget_row (db, recorder, name, error))
        return FALSE;
    }
  return TRUE;
}
