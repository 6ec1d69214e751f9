/* What refers to what: nothing may lead nowhere, and nothing may stand under itself. See scr-repository.h. */
#include "config.h"

#include "scr-repository.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Deeper than anybody nests an agenda; a circle is found long before. */
#define MAX_DEPTH 1000

static gboolean
is_known_reference (ScrDb *db, const ScrField *field, const char *id)
{
  g_auto (GStrv) kinds = NULL;

  if (field->type == SCR_FIELD_CHOICE || field->type == SCR_FIELD_STATUS)
    {
      g_autofree char *list = scr_repository_dup_column (db, scr_kind_find (SCR_KIND_CHOICE), "list", id);

      return g_strcmp0 (list, field->of) == 0;
    }
  kinds = g_strsplit (field->type == SCR_FIELD_FILE ? "attachment" : field->of, " ", -1);
  for (guint i = 0; kinds[i] != NULL; i++)
    if (scr_repository_exists (db, scr_kind_find (kinds[i]), id))
      return TRUE;
  return FALSE;
}

/* Whether going from @id to what it is part of, and on, comes back to it. */
static gboolean
stands_under_itself (ScrDb *db, const ScrKind *kind, const ScrField *field, const char *id)
{
  g_autofree char *above = scr_repository_dup_column (db, kind, field->name, id);

  for (guint depth = 0; above != NULL && depth < MAX_DEPTH; depth++)
    {
      char *next;

      if (strcmp (above, id) == 0)
        return TRUE;
      next = scr_repository_dup_column (db, kind, field->name, above);
      g_free (above);
      above = next;
    }
  return above != NULL;
}

static gboolean
is_part_of_its_own_kind (const ScrKind *kind, const ScrField *field)
{
  return (field->flags & SCR_FIELD_PARENT) && g_strcmp0 (field->of, kind->name) == 0;
}

/**
 * scr_links_check_row:
 * @db: a connection, after all rows of an edit are written
 * @row: one of them
 * @error: return location
 *
 * Returns: whether everything that @row refers to is there, of a kind that its field allows, and not the row
 * itself
 */
gboolean
scr_links_check_row (ScrDb *db, const ScrRowEdit *row, GError **error)
{
  for (guint i = 0; i < row->fields->len; i++)
    {
      const ScrField *field = &row->kind->fields[g_array_index (row->fields, guint, i)];
      const ScrValue *value = &g_array_index (row->values, ScrValue, i);

      if (!scr_field_is_identity (field) || value->type != SCR_VALUE_TEXT)
        continue;
      if (!is_known_reference (db, field, value->text))
        {
          g_set_error (
              error, SCR_ERROR, SCR_ERROR_INVALID,
              /* TRANSLATORS: %1$s is a field's label, %2$s a kind's label, %3$s an identity. */
              _ ("“%1$s” of %2$s refers to “%3$s”, which is not in the record or not of the right kind."),
              _ (field->label), _ (row->kind->label), value->text);
          return FALSE;
        }
      if (is_part_of_its_own_kind (row->kind, field) && stands_under_itself (db, row->kind, field, row->id))
        {
          g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                               _ ("Nothing can be part of itself, or of one of its own parts."));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_referred_to (ScrDb *db, const ScrKind *kind, const char *id)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      {
        const ScrField *field = &kinds[k]->fields[f];
        g_autofree char *sql = NULL;
        g_autoptr (ScrStatement) statement = NULL;

        if (!scr_field_is_identity (field) || !scr_field_refers_to (field, kind->name))
          continue;
        sql = g_strdup_printf ("SELECT 1 FROM \"%s\" WHERE \"%s\" = ? LIMIT 1", kinds[k]->name, field->name);
        statement = scr_db_prepare_with_text (db, sql, id, NULL);
        if (statement == NULL || sqlite3_step (statement) == SQLITE_ROW)
          return TRUE;
      }
  return FALSE;
}

static gboolean
refers_well (ScrDb *db, const ScrKind *kind, const char *id)
{
  for (guint f = 0; f < kind->n_fields; f++)
    {
      const ScrField *field = &kind->fields[f];
      g_autofree char *referred = NULL;

      if (!scr_field_is_identity (field))
        continue;
      referred = scr_repository_dup_column (db, kind, field->name, id);
      if (referred != NULL
          && (!is_known_reference (db, field, referred)
              || (is_part_of_its_own_kind (kind, field) && stands_under_itself (db, kind, field, id))))
        return FALSE;
    }
  return TRUE;
}

/**
 * scr_links_check_change:
 * @db: a connection, after a change was applied that was not the newest
 * @change: the rows that it touched
 * @error: return location, %SCR_ERROR_CONFLICT
 *
 * SQLite sees to references that may lead to one kind only; this sees to all.
 *
 * Returns: whether nothing leads to what is gone, and nothing that came leads nowhere
 */
gboolean
scr_links_check_change (ScrDb *db, const ScrChange *change, GError **error)
{
  for (guint i = 0; i < scr_change_get_n_rows (change); i++)
    {
      const ScrChangedRow *row = scr_change_get_row (change, i);

      if (scr_repository_exists (db, row->kind, row->id) ? refers_well (db, row->kind, row->id)
                                                         : !is_referred_to (db, row->kind, row->id))
        continue;
      g_set_error_literal (
          error, SCR_ERROR, SCR_ERROR_CONFLICT,
          _ ("Something that was added or deleted later depends on it. Undo that one first. Nothing was "
             "changed."));
      return FALSE;
    }
  return TRUE;
}
