/* Commands of the items of an agenda. See the header. */
#include "config.h"

#include "scr-agenda-commands.h"

#include "scr-agenda-copy.h"
#include "scr-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where a new item stands: beside @beside, or last of all. */
static gboolean
find_spot (const ScrAgenda *agenda, ScrItem *beside, ScrAgendaSide side, ScrAgendaSpot *spot, GError **error)
{
  int other = beside != NULL ? scr_agenda_find (agenda, scr_item_get_id (beside)) : -1;
  const ScrAgendaRow *row = other >= 0 ? scr_agenda_get_row (agenda, (guint)other) : NULL;

  *spot = (ScrAgendaSpot) {-1, -1};
  if (row == NULL)
    return TRUE;
  if (side == SCR_AGENDA_INSIDE && row->level == SCR_AGENDA_LEVELS - 1)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("An agenda has three levels. An item cannot go deeper."));
      return FALSE;
    }
  if (side == SCR_AGENDA_INSIDE)
    spot->parent = other;
  else
    {
      guint next = (guint)other + row->n_below + 1;
      const ScrAgendaRow *after = scr_agenda_get_row (agenda, next);

      spot->parent = row->parent;
      spot->before = other;
      if (side == SCR_AGENDA_AFTER)
        spot->before = after != NULL && after->parent == row->parent ? (int)next : -1;
    }
  return TRUE;
}

static const char *
get_row_id (const ScrAgenda *agenda, int row)
{
  return row >= 0 ? scr_agenda_get_row (agenda, (guint)row)->id : NULL;
}

/**
 * scr_command_add_agenda_item:
 * @store: the record
 * @owner: a meeting or an agenda template
 * @title: what it is called
 * @beside: (nullable): an item of the same agenda; %NULL puts the new one last
 * @side: on which side of it, or inside it
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the new item
 */
ScrItem *
scr_command_add_agenda_item (ScrStore *store,
                             ScrItem *owner,
                             const char *title,
                             ScrItem *beside,
                             ScrAgendaSide side,
                             GError **error)
{
  const char *kind = scr_agenda_get_item_kind (scr_item_get_kind (owner));
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (SCR_SOURCE (store), owner);
  g_autofree char *typed = g_strstrip (g_strdup (title != NULL ? title : ""));
  g_autofree char *label = NULL;
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrEdit) edit = NULL;
  g_auto (GStrv) keys = NULL;
  ScrAgendaSpot spot;

  g_return_val_if_fail (agenda != NULL, NULL);
  if (*typed == '\0')
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say what the item is called."));
      return NULL;
    }
  if (!find_spot (agenda, beside, side, &spot, error))
    return NULL;
  label = g_strdup_printf (_ ("Add %s"), typed);
  edit = scr_edit_new (label);
  keys = scr_agenda_make_room (edit, agenda, kind, &spot, 1);
  scr_edit_add (edit, kind, id);
  scr_edit_set_text (edit, kind, id, "title", typed);
  scr_edit_set_text (edit, kind, id, scr_agenda_get_owner_field (scr_kind_find (kind)),
                     scr_item_get_id (owner));
  scr_edit_set_text (edit, kind, id, "under", get_row_id (agenda, spot.parent));
  scr_edit_set_text (edit, kind, id, "position", keys[0]);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), kind, id);
}

/**
 * scr_command_move_agenda_item:
 * @store: the record
 * @agenda: the agenda as it is now, read from @store
 * @index: the row that moves, with its parts
 * @spot: where to, as scr-agenda-move finds it
 * @error: return location
 *
 * Returns: whether it stands there now
 */
gboolean
scr_command_move_agenda_item (ScrStore *store,
                              const ScrAgenda *agenda,
                              guint index,
                              const ScrAgendaSpot *spot,
                              GError **error)
{
  const ScrAgendaRow *row = scr_agenda_get_row (agenda, index);
  g_autoptr (GPtrArray) placings = NULL;
  g_autoptr (ScrEdit) edit = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (row != NULL && row->item != NULL, FALSE);
  placings = scr_agenda_plan_move (agenda, index, spot);
  if (placings->len == 0)
    return TRUE;
  title = scr_agenda_dup_title (store, row->item);
  label = g_strdup_printf (_ ("Move %s"), title);
  edit = scr_edit_new (label);
  scr_agenda_write_placings (edit, scr_item_get_kind (row->item)->name, placings);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_duplicate_agenda_item:
 * @store: the record
 * @item: an item of an agenda
 * @error: return location
 *
 * Copies it with its parts, and puts the copy after it.
 *
 * Returns: (transfer full) (nullable): the copy
 */
ScrItem *
scr_command_duplicate_agenda_item (ScrStore *store, ScrItem *item, GError **error)
{
  const char *kind = scr_item_get_kind (item)->name;
  g_autoptr (ScrItem) owner = scr_agenda_get_owner (store, item);
  g_autoptr (ScrAgenda) agenda = owner != NULL ? scr_agenda_new (SCR_SOURCE (store), owner) : NULL;
  int index = agenda != NULL ? scr_agenda_find (agenda, scr_item_get_id (item)) : -1;
  g_autofree char *title = scr_agenda_dup_title (store, item);
  g_autofree char *label = g_strdup_printf (_ ("Duplicate %s"), title);
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = scr_edit_new (label);
  g_auto (GStrv) keys = NULL;
  ScrAgendaTarget target = {.kind = kind};
  ScrAgendaSpot spot;

  g_return_val_if_fail (index >= 0, NULL);
  if (!find_spot (agenda, item, SCR_AGENDA_AFTER, &spot, error))
    return NULL;
  keys = scr_agenda_make_room (edit, agenda, kind, &spot, 1);
  target.owner = scr_item_get_id (owner);
  target.under = get_row_id (agenda, spot.parent);
  id = scr_agenda_copy_rows (store, edit, agenda, (guint)index,
                             scr_agenda_get_row (agenda, (guint)index)->n_below + 1, &target, keys);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), kind, id);
}
