/* ScrRecorder - changesets. See the header. */
#include "config.h"

#include "scr-recorder.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrRecorder
{
  ScrDb *db;
  sqlite3_session *session;
  GPtrArray *touched; /* (element-type ScrKind) */
};

/**
 * scr_recorder_new:
 * @db: a connection inside a transaction
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a recorder that has seen nothing yet
 */
ScrRecorder *
scr_recorder_new (ScrDb *db, GError **error)
{
  g_autoptr (ScrRecorder) self = g_new0 (ScrRecorder, 1);
  int code;

  self->db = db;
  self->touched = g_ptr_array_new ();
  code = sqlite3session_create (scr_db_get_handle (db), "main", &self->session);
  if (code != SQLITE_OK)
    {
      scr_db_set_error (db, code, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * scr_recorder_free:
 * @self: (nullable): a recorder
 */
void
scr_recorder_free (ScrRecorder *self)
{
  if (self == NULL)
    return;
  if (self->session != NULL)
    sqlite3session_delete (self->session);
  g_ptr_array_unref (self->touched);
  g_free (self);
}

/**
 * scr_recorder_touch:
 * @self: a recorder
 * @kind: the kind whose table is about to be written
 * @error: return location
 *
 * Returns: whether its changes will be recorded
 */
gboolean
scr_recorder_touch (ScrRecorder *self, const ScrKind *kind, GError **error)
{
  int code;

  if (g_ptr_array_find (self->touched, kind, NULL))
    return TRUE;
  code = sqlite3session_attach (self->session, kind->name);
  if (code != SQLITE_OK)
    return scr_db_set_error (self->db, code, error);
  g_ptr_array_add (self->touched, (gpointer) kind);
  return TRUE;
}

static void
free_sqlite (gpointer data)
{
  sqlite3_free (data);
}

static GBytes *
take_buffer (int length, void *buffer)
{
  return g_bytes_new_with_free_func (buffer, (gsize) length, free_sqlite, buffer);
}

/**
 * scr_recorder_finish:
 * @self: a recorder
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was written since; empty if nothing is different
 */
GBytes *
scr_recorder_finish (ScrRecorder *self, GError **error)
{
  void *buffer = NULL;
  int length = 0;
  int code = sqlite3session_changeset (self->session, &length, &buffer);

  if (code != SQLITE_OK)
    {
      scr_db_set_error (self->db, code, error);
      return NULL;
    }
  return take_buffer (length, buffer);
}

/**
 * scr_changeset_invert:
 * @db: a connection
 * @changeset: a changeset
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the changeset that takes @changeset back
 */
GBytes *
scr_changeset_invert (ScrDb *db, GBytes *changeset, GError **error)
{
  void *buffer = NULL;
  int length = 0;
  int code = sqlite3changeset_invert ((int) g_bytes_get_size (changeset), g_bytes_get_data (changeset, NULL), &length,
                                      &buffer);

  if (code != SQLITE_OK)
    {
      scr_db_set_error (db, code, error);
      return NULL;
    }
  return take_buffer (length, buffer);
}

/**
 * scr_changeset_join:
 * @db: a connection
 * @first: a changeset
 * @second: the one that followed it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): one changeset that does both; empty if the second took the first back
 */
GBytes *
scr_changeset_join (ScrDb *db, GBytes *first, GBytes *second, GError **error)
{
  void *buffer = NULL;
  int length = 0;
  int code = sqlite3changeset_concat ((int) g_bytes_get_size (first), (void *) g_bytes_get_data (first, NULL),
                                      (int) g_bytes_get_size (second), (void *) g_bytes_get_data (second, NULL), &length,
                                      &buffer);

  if (code != SQLITE_OK)
    {
      scr_db_set_error (db, code, error);
      return NULL;
    }
  return take_buffer (length, buffer);
}

/* Only tables of kinds: a changeset in a file from elsewhere must not reach any other. */
static int
is_table_of_kind (void *unused, const char *table)
{
  return scr_kind_find (table) != NULL;
}

/* Nothing is skipped: what is recorded as applied must have been applied, or undoing it would make up rows. The schema
 * has no cascades, so that a removal finds every row that it removed the first time. */
static int
on_conflict (void *unused, int conflict, sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

/**
 * scr_changeset_apply:
 * @db: a connection inside a transaction
 * @changeset: a changeset
 * @direction: backwards to undo, forwards to redo
 * @error: return location; %SCR_ERROR_CONFLICT if the rows are no longer as the changeset expects them
 *
 * Returns: whether it was applied whole; otherwise the caller rolls back
 */
gboolean
scr_changeset_apply (ScrDb *db, GBytes *changeset, ScrApplyDirection direction, GError **error)
{
  g_autoptr (GBytes) inverse = NULL;
  GBytes *applied = changeset;
  int code;

  if (direction == SCR_APPLY_BACKWARDS)
    {
      inverse = scr_changeset_invert (db, changeset, error);
      if (inverse == NULL)
        return FALSE;
      applied = inverse;
    }
  code = sqlite3changeset_apply (scr_db_get_handle (db), (int) g_bytes_get_size (applied),
                                 (void *) g_bytes_get_data (applied, NULL), is_table_of_kind, on_conflict, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  if (code != SQLITE_ABORT && code != SQLITE_CONSTRAINT)
    return scr_db_set_error (db, code, error);
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CONFLICT,
                       _ ("A later change stands in the way. Undo that one first. Nothing was changed."));
  return FALSE;
}

static void
describe_row (ScrChange *change, sqlite3_changeset_iter *iter)
{
  const char *table;
  int n_columns, operation, indirect;
  sqlite3_value *id = NULL;
  const ScrKind *kind;

  if (sqlite3changeset_op (iter, &table, &n_columns, &operation, &indirect) != SQLITE_OK)
    return;
  kind = scr_kind_find (table);
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (iter, 0, &id);
  else
    sqlite3changeset_old (iter, 0, &id);
  if (kind == NULL || id == NULL || sqlite3_value_text (id) == NULL)
    return;
  scr_change_add_row (change, kind, (const char *) sqlite3_value_text (id),
                      operation == SQLITE_INSERT   ? SCR_ROW_ADDED
                      : operation == SQLITE_DELETE ? SCR_ROW_REMOVED
                                                   : SCR_ROW_ALTERED);
}

/**
 * scr_changeset_describe:
 * @db: a connection
 * @changeset: a changeset
 * @error: return location
 *
 * Returns: (transfer full) (nullable): which rows of which kinds it adds, alters or removes
 */
ScrChange *
scr_changeset_describe (ScrDb *db, GBytes *changeset, GError **error)
{
  g_autoptr (ScrChange) change = scr_change_new ();
  sqlite3_changeset_iter *iter = NULL;
  int code = sqlite3changeset_start (&iter, (int) g_bytes_get_size (changeset),
                                     (void *) g_bytes_get_data (changeset, NULL));

  if (code == SQLITE_OK)
    {
      while (sqlite3changeset_next (iter) == SQLITE_ROW)
        describe_row (change, iter);
      code = sqlite3changeset_finalize (iter);
    }
  if (code != SQLITE_OK)
    {
      scr_db_set_error (db, code, error);
      return NULL;
    }
  return g_steal_pointer (&change);
}
