/* Commands that take an item of an agenda from one meeting to another. See scr-agenda-commands.h. */
#include "config.h"

#include "scr-agenda-commands.h"

#include "scr-agenda-copy.h"
#include "scr-commands.h"
#include "scr-identity.h"
#include "scr-order-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Copies @item with its parts to the end of a meeting's agenda. */
static char *
carry (ScrStore *store,
       ScrEdit *edit,
       ScrItem *item,
       ScrItem *owner,
       const ScrAgenda *to,
       const char *meeting)
{
  const ScrAgendaTarget target = {.kind = "agenda_item", .owner = meeting, .carried = TRUE};
  const ScrAgendaSpot end = {-1, -1};
  g_autoptr (ScrAgenda) from = scr_agenda_new (SCR_SOURCE (store), owner);
  int index = scr_agenda_find (from, scr_item_get_id (item));
  g_auto (GStrv) keys = scr_agenda_make_room (edit, to, target.kind, &end, 1);

  return scr_agenda_copy_rows (store, edit, from, (guint)index,
                               scr_agenda_get_row (from, (guint)index)->n_below + 1, &target, keys);
}

static ScrEdit *
begin (ScrStore *store, ScrItem *item, const char *words)
{
  g_autofree char *title = scr_agenda_dup_title (store, item);
  GString *label = g_string_new (words);
  g_autofree char *text = NULL;

  g_string_replace (label, "%s", title, 1);
  text = g_string_free (label, FALSE);
  return scr_edit_new (text);
}

static ScrItem *
finish (ScrStore *store, ScrEdit *edit, const char *kind, const char *id, GError **error)
{
  return scr_store_apply (store, edit, error) ? scr_source_get (SCR_SOURCE (store), kind, id) : NULL;
}

/* Carrying keeps the item where it is: it is part of what happened there. */
static ScrItem *
get_meeting (ScrStore *store, ScrItem *item, GError **error)
{
  ScrItem *meeting = scr_agenda_get_owner (store, item);

  if (meeting == NULL)
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                         _ ("The meeting of this item is not there any more."));
  return meeting;
}

/**
 * scr_command_carry_forward:
 * @store: the record
 * @item: an item of a meeting's agenda
 * @meeting: another meeting, such as scr_next_meeting_find() gives
 * @error: return location
 *
 * Puts a copy with all its parts at the end of that meeting's agenda, which says from where it comes. The
 * item itself stays where it is.
 *
 * Returns: (transfer full) (nullable): the copy
 */
ScrItem *
scr_command_carry_forward (ScrStore *store, ScrItem *item, ScrItem *meeting, GError **error)
{
  g_autoptr (ScrItem) owner = get_meeting (store, item, error);
  g_autoptr (ScrAgenda) to = NULL;
  g_autoptr (ScrEdit) edit = NULL;
  g_autofree char *id = NULL;

  if (owner == NULL)
    return NULL;
  to = scr_agenda_new (SCR_SOURCE (store), meeting);
  /* TRANSLATORS: name of a change; %s is an item of an agenda. */
  edit = begin (store, item, _ ("Carry %s forward"));
  id = carry (store, edit, item, owner, to, scr_item_get_id (meeting));
  return finish (store, edit, "agenda_item", id, error);
}

/**
 * scr_command_carry_to_new_meeting:
 * @store: the record
 * @item: an item of a meeting's agenda
 * @day: on which day the next meeting is
 * @error: return location
 *
 * Makes a meeting like the item's own, on that day, with the item carried forward to it.
 *
 * Returns: (transfer full) (nullable): the copy of the item
 */
ScrItem *
scr_command_carry_to_new_meeting (ScrStore *store, ScrItem *item, const char *day, GError **error)
{
  static const char *const kept[]
      = {"title", "start", "length", "zone", "partnership", "group", "kind", "place", "online", "scrutineer"};
  const ScrAgendaFrame frame = {.length = -1};
  g_autoptr (ScrAgenda) to = scr_agenda_new_from_parts (NULL, 0, &frame);
  g_autoptr (ScrItem) owner = get_meeting (store, item, error);
  g_autofree char *meeting = NULL;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (owner == NULL)
    return NULL;
  title = scr_agenda_dup_title (store, item);
  /* TRANSLATORS: name of a change; %s is an item of an agenda. */
  label = g_strdup_printf (_ ("Carry %s forward to a new meeting"), title);
  edit = scr_command_prepare_add (store, "meeting", label, NULL, NULL, NULL, NULL, &meeting);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    scr_agenda_copy_field (edit, owner, "meeting", meeting, kept[i]);
  scr_edit_set_text (edit, "meeting", meeting, "day", day);
  id = carry (store, edit, item, owner, to, meeting);
  return finish (store, edit, "agenda_item", id, error);
}

/* The titles of an item's parts as a list: the backlog has no levels. */
static char *
dup_parts (const ScrAgenda *agenda, guint index)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const ScrAgendaRow *row = scr_agenda_get_row (agenda, index);

  for (guint i = index + 1; i <= index + row->n_below; i++)
    {
      const ScrAgendaRow *part = scr_agenda_get_row (agenda, i);
      const char *title = scr_item_get_text (part->item, "title");

      g_string_append_printf (text, "%s%*s- %s", text->len > 0 ? "\n" : "",
                              (int)(part->level - row->level - 1) * 2, "", title != NULL ? title : "");
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/**
 * scr_command_put_on_backlog:
 * @store: the record
 * @item: an item of the agenda of a meeting that has a group
 * @error: return location
 *
 * Lets it wait in the backlog of the meeting's group. It waits as one item, as long as it is with its parts,
 * whose titles its note lists. The item itself stays where it is.
 *
 * Returns: (transfer full) (nullable): the item in the backlog
 */
ScrItem *
scr_command_put_on_backlog (ScrStore *store, ScrItem *item, GError **error)
{
  g_autoptr (ScrItem) owner = get_meeting (store, item, error);
  const char *group = owner != NULL ? scr_item_get_text (owner, "group") : NULL;
  g_autoptr (ScrAgenda) agenda = NULL;
  g_autoptr (ScrEdit) edit = NULL;
  g_autofree char *id = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *label = NULL;
  g_autofree char *title = NULL;
  int index;

  if (owner == NULL)
    return NULL;
  if (group == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("A backlog belongs to a group. Say first which group meets here."));
      return NULL;
    }
  agenda = scr_agenda_new (SCR_SOURCE (store), owner);
  index = scr_agenda_find (agenda, scr_item_get_id (item));
  title = scr_agenda_dup_title (store, item);
  /* TRANSLATORS: name of a change; %s is an item of an agenda. */
  label = g_strdup_printf (_ ("Put %s on the backlog"), title);
  edit = scr_command_prepare_add (store, "backlog_item", label, title, NULL, "group", group, &id);
  scr_agenda_copy_field (edit, item, "backlog_item", id, "purpose");
  scr_agenda_copy_field (edit, item, "backlog_item", id, "lead");
  scr_agenda_copy_field (edit, item, "backlog_item", id, "about");
  if (scr_agenda_get_row (agenda, (guint)index)->minutes > 0)
    scr_edit_set_number (edit, "backlog_item", id, "minutes",
                         scr_agenda_get_row (agenda, (guint)index)->minutes);
  scr_edit_set_text (edit, "backlog_item", id, "carried_from", scr_item_get_id (item));
  parts = dup_parts (agenda, (guint)index);
  scr_edit_set_text (edit, "backlog_item", id, "note", parts);
  return finish (store, edit, "backlog_item", id, error);
}

/**
 * scr_command_take_from_backlog:
 * @store: the record
 * @meeting: a meeting
 * @backlog_item: what waits
 * @error: return location
 *
 * Puts it at the end of the meeting's agenda, and takes it off the backlog.
 *
 * Returns: (transfer full) (nullable): the item on the agenda
 */
ScrItem *
scr_command_take_from_backlog (ScrStore *store, ScrItem *meeting, ScrItem *backlog_item, GError **error)
{
  static const char *const kept[] = {"title", "purpose", "lead", "minutes", "about", "carried_from"};
  const ScrAgendaSpot end = {-1, -1};
  g_autoptr (ScrAgenda) to = scr_agenda_new (SCR_SOURCE (store), meeting);
  /* TRANSLATORS: name of a change; %s is an item of an agenda. */
  g_autoptr (ScrEdit) edit = begin (store, backlog_item, _ ("Take %s from the backlog"));
  g_autofree char *id = scr_identity_new ();
  g_auto (GStrv) keys = scr_agenda_make_room (edit, to, "agenda_item", &end, 1);

  scr_edit_add (edit, "agenda_item", id);
  scr_edit_set_text (edit, "agenda_item", id, "meeting", scr_item_get_id (meeting));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    scr_agenda_copy_field (edit, backlog_item, "agenda_item", id, kept[i]);
  scr_edit_set_text (edit, "agenda_item", id, "position", keys[0]);
  scr_edit_bin (edit, "backlog_item", scr_item_get_id (backlog_item));
  return finish (store, edit, "agenda_item", id, error);
}
