/* Commands of whole agendas: templates, and meetings with all that is on them. See scr-agenda-commands.h. */
#include "config.h"

#include "scr-agenda-commands.h"

#include "scr-agenda-copy.h"
#include "scr-commands.h"
#include "scr-identity.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Adds copies of all items of @from at the end of @to, or to a new owner that has none. */
static void
copy_all (ScrStore *store,
          ScrEdit *edit,
          const ScrAgenda *from,
          const ScrAgenda *to,
          const ScrAgendaTarget *target)
{
  const ScrAgendaFrame frame = {.length = -1};
  const ScrAgendaSpot end = {-1, -1};
  g_autoptr (ScrAgenda) empty = scr_agenda_new_from_parts (NULL, 0, &frame);
  g_auto (GStrv) keys
      = scr_agenda_make_room (edit, to != NULL ? to : empty, target->kind, &end, MAX (from->n_top, 1));
  g_autofree char *first = scr_agenda_copy_rows (store, edit, from, 0, from->rows->len, target, keys);
}

/**
 * scr_command_prepare_agenda:
 * @store: the record
 * @edit: a change that adds a meeting
 * @agenda_template: a template
 * @meeting_id: identity of the meeting
 * @error: return location
 *
 * Gives a meeting that is only being made the agenda of a template, within the same change. Writes nothing.
 *
 * Returns: whether the template has any items
 */
gboolean
scr_command_prepare_agenda (ScrStore *store,
                            ScrEdit *edit,
                            ScrItem *agenda_template,
                            const char *meeting_id,
                            GError **error)
{
  const ScrAgendaTarget target = {.kind = "agenda_item", .owner = meeting_id};
  g_autoptr (ScrAgenda) from = scr_agenda_new (SCR_SOURCE (store), agenda_template);

  if (from->rows->len == 0)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("This template has no items yet. Add some to it first."));
      return FALSE;
    }
  copy_all (store, edit, from, NULL, &target);
  return TRUE;
}

/**
 * scr_command_apply_agenda_template:
 * @store: the record
 * @meeting: a meeting
 * @agenda_template: a template
 * @error: return location
 *
 * Adds the template's items, nested as they are, after those that the meeting has. A meeting without a length
 * takes that of the template.
 *
 * Returns: whether they are there
 */
gboolean
scr_command_apply_agenda_template (ScrStore *store,
                                   ScrItem *meeting,
                                   ScrItem *agenda_template,
                                   GError **error)
{
  const char *id = scr_item_get_id (meeting);
  const ScrAgendaTarget target = {.kind = "agenda_item", .owner = id};
  g_autoptr (ScrAgenda) from = scr_agenda_new (SCR_SOURCE (store), agenda_template);
  g_autoptr (ScrAgenda) to = scr_agenda_new (SCR_SOURCE (store), meeting);
  g_autofree char *title = scr_agenda_dup_title (store, agenda_template);
  /* TRANSLATORS: name of a change; %s is the name of an agenda template. */
  g_autofree char *label = g_strdup_printf (_ ("Begin from the template %s"), title);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);
  double length = scr_item_get_number (agenda_template, "length");

  if (from->rows->len == 0)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("This template has no items yet. Add some to it first."));
      return FALSE;
    }
  copy_all (store, edit, from, to, &target);
  if (!isnan (length) && isnan (scr_item_get_number (meeting, "length")))
    scr_edit_set_number (edit, "meeting", id, "length", length);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_save_agenda_template:
 * @store: the record
 * @meeting: a meeting
 * @title: (nullable): the name of the template; %NULL takes the title of the meeting
 * @error: return location
 *
 * What items are about is kept where it is a group or a measure; leads are not, for they belong to one
 * meeting.
 *
 * Returns: (transfer full) (nullable): the new template
 */
ScrItem *
scr_command_save_agenda_template (ScrStore *store, ScrItem *meeting, const char *title, GError **error)
{
  g_autofree char *id = scr_identity_new ();
  const ScrAgendaTarget target = {.kind = "template_item", .owner = id};
  g_autoptr (ScrAgenda) from = scr_agenda_new (SCR_SOURCE (store), meeting);
  g_autofree char *name
      = title != NULL ? g_strstrip (g_strdup (title)) : scr_agenda_dup_title (store, meeting);
  /* TRANSLATORS: name of a change; %s is the name of an agenda template. */
  g_autofree char *label = g_strdup_printf (_ ("Save the template %s"), name);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  if (*name == '\0' || from->rows->len == 0)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           *name == '\0' ? _ ("Say what the template is called.")
                                         : _ ("This meeting has no agenda yet."));
      return NULL;
    }
  scr_edit_add (edit, "agenda_template", id);
  scr_edit_set_text (edit, "agenda_template", id, "title", name);
  scr_edit_set_text (edit, "agenda_template", id, "meeting_kind", scr_item_get_text (meeting, "kind"));
  scr_agenda_copy_field (edit, meeting, "agenda_template", id, "length");
  copy_all (store, edit, from, NULL, &target);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "agenda_template", id);
}

/* "Board (copy)", or "Board" where there is no room for it. */
static void
set_copied_title (ScrEdit *edit, ScrItem *from, const char *id)
{
  const ScrKind *kind = scr_item_get_kind (from);
  const char *title = scr_item_get_text (from, "title");
  g_autofree char *copied = g_strdup_printf (_ ("%s (copy)"), title != NULL ? title : "");

  if (g_utf8_strlen (copied, -1) <= scr_field_get_max_length (scr_kind_get_field (kind, "title")))
    scr_edit_set_text (edit, kind->name, id, "title", copied);
  else
    scr_edit_set_text (edit, kind->name, id, "title", title);
}

/**
 * scr_command_duplicate_agenda_template:
 * @store: the record
 * @agenda_template: a template
 * @error: return location
 *
 * Returns: (transfer full) (nullable): a copy of it with all its items
 */
ScrItem *
scr_command_duplicate_agenda_template (ScrStore *store, ScrItem *agenda_template, GError **error)
{
  g_autofree char *id = scr_identity_new ();
  const ScrAgendaTarget target = {.kind = "template_item", .owner = id};
  g_autoptr (ScrAgenda) from = scr_agenda_new (SCR_SOURCE (store), agenda_template);
  g_autofree char *title = scr_agenda_dup_title (store, agenda_template);
  g_autofree char *label = g_strdup_printf (_ ("Duplicate %s"), title);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  scr_edit_add (edit, "agenda_template", id);
  set_copied_title (edit, agenda_template, id);
  scr_agenda_copy_field (edit, agenda_template, "agenda_template", id, "meeting_kind");
  scr_agenda_copy_field (edit, agenda_template, "agenda_template", id, "length");
  scr_agenda_copy_field (edit, agenda_template, "agenda_template", id, "note");
  copy_all (store, edit, from, NULL, &target);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "agenda_template", id);
}

/**
 * scr_command_duplicate_meeting:
 * @store: the record
 * @meeting: a meeting
 * @day: (nullable): on which day the copy is; %NULL is the same day
 * @error: return location
 *
 * Copies what is planned: title, time, place, group, kind and the agenda with leads. What happened (minutes,
 * attendance), its place in a series and its identity in calendars belong to the first alone.
 *
 * Returns: (transfer full) (nullable): the copy, proposed
 */
ScrItem *
scr_command_duplicate_meeting (ScrStore *store, ScrItem *meeting, const char *day, GError **error)
{
  static const char *const kept[]
      = {"title", "day",      "start",      "length",       "zone",       "partnership", "group",
         "kind",  "priority", "additional", "suggested_by", "scrutineer", "place",       "online"};
  g_autofree char *id = NULL;
  ScrAgendaTarget target = {.kind = "agenda_item"};
  g_autoptr (ScrAgenda) from = scr_agenda_new (SCR_SOURCE (store), meeting);
  g_autofree char *title = scr_agenda_dup_title (store, meeting);
  g_autofree char *label = g_strdup_printf (_ ("Duplicate %s"), title);
  g_autoptr (ScrEdit) edit = scr_command_prepare_add (store, "meeting", label, title, NULL, NULL, NULL, &id);

  target.owner = id;
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    scr_agenda_copy_field (edit, meeting, "meeting", id, kept[i]);
  if (day != NULL)
    scr_edit_set_text (edit, "meeting", id, "day", day);
  copy_all (store, edit, from, NULL, &target);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "meeting", id);
}
