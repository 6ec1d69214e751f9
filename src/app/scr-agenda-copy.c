/* Copying items of agendas. See the header. */
#include "config.h"

#include "scr-agenda-copy.h"

#include "scr-format.h"
#include "scr-identity.h"
#include "scr-order-key.h"

#include <string.h>

/* A title for the name of a change. */
char *
scr_agenda_dup_title (ScrStore *store, ScrItem *item)
{
  return scr_format_title (NULL, SCR_SOURCE (store), item);
}

/**
 * scr_agenda_get_owner:
 * @store: the record
 * @item: an item of an agenda
 *
 * Returns: (transfer full) (nullable): the meeting or template on whose agenda it is
 */
ScrItem *
scr_agenda_get_owner (ScrStore *store, ScrItem *item)
{
  const char *field = scr_agenda_get_owner_field (scr_item_get_kind (item));

  return field != NULL ? scr_source_get_referred (SCR_SOURCE (store), item, field) : NULL;
}

/* Whether what a field refers to may be referred to by the other kind: a template is about groups and
 * measures, not about one priority or question. */
static gboolean
may_refer (ScrStore *store, const ScrField *field, const char *id)
{
  g_autoptr (ScrItem) referred = scr_source_find (SCR_SOURCE (store), field, id);

  return referred != NULL;
}

/* A field as it is, where the other kind has it too. */
void
scr_agenda_copy_field (ScrEdit *edit, ScrItem *from, const char *kind, const char *id, const char *field)
{
  if (scr_kind_get_field (scr_kind_find (kind), field) != NULL
      && scr_kind_get_field (scr_item_get_kind (from), field) != NULL
      && scr_item_get_value (from, field)->type != SCR_VALUE_NONE)
    scr_edit_set_value (edit, kind, id, field, scr_item_get_value (from, field));
}

static void
copy_fields (ScrStore *store, ScrEdit *edit, ScrItem *from, const char *kind, const char *id)
{
  const ScrField *about = scr_kind_get_field (scr_kind_find (kind), "about");
  const char *subject = scr_item_get_text (from, "about");

  scr_agenda_copy_field (edit, from, kind, id, "title");
  scr_agenda_copy_field (edit, from, kind, id, "purpose");
  scr_agenda_copy_field (edit, from, kind, id, "lead");
  scr_agenda_copy_field (edit, from, kind, id, "minutes");
  if (subject != NULL && may_refer (store, about, subject))
    scr_edit_set_text (edit, kind, id, "about", subject);
}

/**
 * scr_agenda_copy_rows:
 * @store: the record
 * @edit: where they are added
 * @agenda: where they stand, read from @store
 * @first: the first row; it and all that follow at its level stand at the target's level
 * @n: how many rows, with whole items only
 * @target: where copies go to
 * @keys: a key for each row at the level of the first, in their order
 *
 * What was said in a meeting, its minutes, is not copied.
 *
 * Returns: (transfer full): the identity of the first copy
 */
char *
scr_agenda_copy_rows (ScrStore *store,
                      ScrEdit *edit,
                      const ScrAgenda *agenda,
                      guint first,
                      guint n,
                      const ScrAgendaTarget *target,
                      GStrv keys)
{
  const char *owner_field = scr_agenda_get_owner_field (scr_kind_find (target->kind));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) inner = scr_order_keys_spread (n);
  guint n_top = 0;

  for (guint i = 0; i < n; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, first + i);
      gboolean is_top = row->level <= scr_agenda_get_row (agenda, first)->level;
      char *id = scr_identity_new ();

      g_ptr_array_add (ids, id);
      scr_edit_add (edit, target->kind, id);
      scr_edit_set_text (edit, target->kind, id, owner_field, target->owner);
      copy_fields (store, edit, row->item, target->kind, id);
      scr_edit_set_text (edit, target->kind, id, "under",
                         is_top ? target->under : g_ptr_array_index (ids, (guint)row->parent - first));
      scr_edit_set_text (edit, target->kind, id, "position", is_top ? keys[n_top++] : inner[i]);
      if (target->carried)
        scr_edit_set_text (edit, target->kind, id, "carried_from", row->id);
    }
  return n > 0 ? g_strdup (g_ptr_array_index (ids, 0)) : NULL;
}

/* Writes what a move leads to. */
void
scr_agenda_write_placings (ScrEdit *edit, const char *kind, GPtrArray *placings)
{
  for (guint i = 0; i < placings->len; i++)
    {
      const ScrAgendaPlacing *placing = g_ptr_array_index (placings, i);

      if (placing->is_moved)
        scr_edit_set_text (edit, kind, placing->id, "under", placing->under);
      scr_edit_set_text (edit, kind, placing->id, "position", placing->position);
    }
}

/* Keys for @n new items at a spot; writes those that siblings get for it. */
GStrv
scr_agenda_make_room (ScrEdit *edit,
                      const ScrAgenda *agenda,
                      const char *kind,
                      const ScrAgendaSpot *spot,
                      guint n)
{
  GStrv keys;
  g_autoptr (GPtrArray) placings = scr_agenda_plan_keys (agenda, spot, n, &keys);

  scr_agenda_write_placings (edit, kind, placings);
  return keys;
}
