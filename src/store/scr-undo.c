/* Undo and redo of a store, from the recorded changesets.
 *
 * Undo and redo move along the stack of changes. "Undo this" takes back one change in the middle by a further change, if
 * no later one stands in its way and no minutes are approved since. What a record begins with is never taken back.
 */
#include "config.h"

#include "scr-changes.h"
#include "scr-minutes-lock.h"
#include "scr-repository.h"
#include "scr-store-private.h"

#include <glib/gi18n-lib.h>

/**
 * scr_store_get_undo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): name of the change that undo takes back, or %NULL if there is none
 */
const char *
scr_store_get_undo_label (ScrStore *self)
{
  return self->undo_label;
}

/**
 * scr_store_get_redo_label:
 * @self: a store
 *
 * Returns: (transfer none) (nullable): name of the change that redo does again, or %NULL if there is none
 */
const char *
scr_store_get_redo_label (ScrStore *self)
{
  return self->redo_label;
}

/* What taking a change back does: what it added goes, what it removed is there again. */
static ScrChange *
reverse (const ScrChange *change)
{
  ScrChange *reversed = scr_change_new ();

  for (guint i = 0; i < scr_change_get_n_rows (change); i++)
    {
      const ScrChangedRow *row = scr_change_get_row (change, i);

      scr_change_add_row (reversed, row->kind, row->id,
                          row->what == SCR_ROW_ADDED     ? SCR_ROW_REMOVED
                          : row->what == SCR_ROW_REMOVED ? SCR_ROW_ADDED
                                                         : SCR_ROW_ALTERED);
    }
  return reversed;
}

static ScrChange *
apply_and_describe (ScrStore *self, GBytes *changeset, ScrApplyDirection direction, GError **error)
{
  g_autoptr (ScrChange) change = NULL;

  if (!scr_changeset_apply (self->db, changeset, direction, error))
    return NULL;
  change = scr_changeset_describe (self->db, changeset, error);
  if (change == NULL || !scr_search_update (self->db, change, error))
    return NULL;
  return direction == SCR_APPLY_BACKWARDS ? reverse (change) : g_steal_pointer (&change);
}

/* Moves one change from done to undone or back. */
static gboolean
shift (ScrStore *self, gint64 number, ScrApplyDirection direction, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  g_autoptr (ScrChange) change = NULL;

  if (!scr_store_begin (self, error))
    return FALSE;
  changeset = scr_changes_load (self->db, number, error);
  if (changeset != NULL)
    change = apply_and_describe (self, changeset, direction, error);
  if (change == NULL
      || !scr_changes_set_undone (self->db, number, direction == SCR_APPLY_BACKWARDS, error))
    {
      scr_db_rollback (self->db);
      return FALSE;
    }
  if (!scr_db_commit (self->db, error))
    return FALSE;
  scr_store_after_commit (self, change);
  return TRUE;
}

/**
 * scr_store_undo:
 * @self: a store
 * @error: return location
 *
 * Takes the newest change back, whenever it was made. Without one, or with only what the record begins with, this does
 * nothing.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_undo (ScrStore *self, GError **error)
{
  gint64 number;

  if (!scr_store_is_open (self, error))
    return FALSE;
  number = scr_changes_find_undo (self->db);
  return number == 0 || shift (self, number, SCR_APPLY_BACKWARDS, error);
}

/**
 * scr_store_redo:
 * @self: a store
 * @error: return location
 *
 * Does again what was undone last. Without that this does nothing.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_redo (ScrStore *self, GError **error)
{
  gint64 number;

  if (!scr_store_is_open (self, error))
    return FALSE;
  number = scr_changes_find_redo (self->db);
  return number == 0 || shift (self, number, SCR_APPLY_FORWARDS, error);
}

/**
 * scr_store_undo_until:
 * @self: a store
 * @change: number of a change that is done
 * @error: return location
 *
 * Takes changes back, newest first, until @change is taken back too.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_undo_until (ScrStore *self, gint64 change, GError **error)
{
  if (!scr_store_is_open (self, error))
    return FALSE;
  for (gint64 newest = scr_changes_find_undo (self->db); newest >= change && newest > 0;
       newest = scr_changes_find_undo (self->db))
    if (!shift (self, newest, SCR_APPLY_BACKWARDS, error))
      return FALSE;
  return TRUE;
}

static GBytes *
load_toggled (ScrStore *self, gint64 *change, gboolean *undone, GError **error)
{
  g_autoptr (GBytes) changeset = NULL;
  gint64 reverting = 0;

  *undone = scr_changes_is_undone (self->db, *change);
  if (*undone)
    reverting = scr_changes_find_reverting (self->db, *change);
  /* Redoing what a further change took back means taking that one back. */
  if (reverting > 0)
    {
      *change = reverting;
      *undone = FALSE;
    }
  changeset = scr_changes_load (self->db, *change, error);
  if (changeset == NULL || *undone)
    return g_steal_pointer (&changeset);
  return scr_changeset_invert (self->db, changeset, error);
}

static ScrChange *
toggle (ScrStore *self, gint64 number, GError **error)
{
  gboolean undone;
  g_autoptr (GBytes) changeset = load_toggled (self, &number, &undone, error);
  g_autoptr (ScrChange) change = NULL;
  g_autoptr (ScrEdit) edit = NULL;
  g_autofree char *of = scr_changes_dup_label (self->db, number);
  g_autofree char *label = NULL;
  ScrChangeHead head = {NULL, self->author, NULL, undone ? 0 : number};

  if (changeset == NULL)
    return NULL;
  edit = scr_changeset_to_edit (self, changeset);
  if (!scr_minutes_check_edit (SCR_SOURCE (self), edit, error))
    return NULL;
  change = apply_and_describe (self, changeset, SCR_APPLY_FORWARDS, error);
  if (change == NULL || !scr_links_check_change (self->db, change, error))
    return NULL;
  /* TRANSLATORS: %s is the name of a change, such as "Change the due day". */
  label = undone ? g_strdup_printf (_ ("Redo: %s"), of) : g_strdup_printf (_ ("Undo: %s"), of);
  head.label = label;
  if (!scr_changes_record (self->db, &head, changeset, change, error))
    return NULL;
  return g_steal_pointer (&change);
}

/**
 * scr_store_undo_change:
 * @self: a store
 * @change: number of a change
 * @error: return location; %SCR_ERROR_CONFLICT if a later change stands in the way, or the record begins with this one
 *
 * Takes back this one change and keeps the later ones, or does it again if it is undone. That is itself a change.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_undo_change (ScrStore *self, gint64 change, GError **error)
{
  g_autoptr (ScrChange) done = NULL;

  if (!scr_store_begin (self, error))
    return FALSE;
  if (scr_changes_is_beginning (self->db, change))
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CONFLICT, _ ("What a record begins with cannot be undone."));
  else
    done = toggle (self, change, error);
  if (done == NULL)
    {
      scr_db_rollback (self->db);
      return FALSE;
    }
  if (!scr_db_commit (self->db, error))
    return FALSE;
  scr_store_after_commit (self, done);
  return TRUE;
}

/**
 * scr_store_set_beginning:
 * @self: a store
 * @error: return location
 *
 * Makes what was done so far the beginning of the record: it stays in the history, but no undoing takes it back.
 *
 * Returns: whether it worked
 */
gboolean
scr_store_set_beginning (ScrStore *self, GError **error)
{
  g_autoptr (ScrChange) nothing = scr_change_new ();

  if (!scr_store_begin (self, error))
    return FALSE;
  if (!scr_changes_set_beginning (self->db, error))
    {
      scr_db_rollback (self->db);
      return FALSE;
    }
  if (!scr_db_commit (self->db, error))
    return FALSE;
  scr_store_after_commit (self, nothing);
  return TRUE;
}
