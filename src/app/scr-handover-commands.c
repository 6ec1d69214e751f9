/* Handovers. See the header. */
#include "config.h"

#include "scr-handover-commands.h"

#include "scr-commands.h"
#include "scr-day.h"
#include "scr-format.h"
#include "scr-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static char *
dup_group_title (ScrStore *store, ScrItem *meeting)
{
  g_autoptr (ScrItem) group
      = meeting != NULL ? scr_source_get_referred (SCR_SOURCE (store), meeting, "group") : NULL;

  return group != NULL ? scr_format_title (NULL, SCR_SOURCE (store), group) : NULL;
}

/* By the groups that hand over and take over, as far as they are known. */
static char *
dup_title (ScrStore *store, ScrItem *last, ScrItem *first)
{
  g_autofree char *from = dup_group_title (store, last);
  g_autofree char *to = dup_group_title (store, first);
  g_autofree char *title = NULL;

  if (from == NULL || to == NULL)
    return g_strdup (_ ("New handover"));
  /* TRANSLATORS: name of a handover: from one group to another. */
  title = g_strdup_printf (_ ("From %1$s to %2$s"), from, to);
  return g_utf8_substring (title, 0, MIN (g_utf8_strlen (title, -1), 200));
}

/* The same person's term that ends, or begins, about that day. */
static char *
find_role (ScrStore *store, ScrItem *meeting, const char *field)
{
  const char *day = meeting != NULL ? scr_item_get_text (meeting, "day") : NULL;
  const char *partnership = meeting != NULL ? scr_item_get_text (meeting, "partnership") : NULL;
  const ScrQuery query = {.kind = "appointment",
                          .conditions = {{"partnership", SCR_IS, partnership, 0}, {field, SCR_IS, day, 0}}};
  g_autoptr (GPtrArray) ids = NULL;

  if (day == NULL || partnership == NULL)
    return NULL;
  ids = scr_source_list_ids (SCR_SOURCE (store), &query);
  /* Only where there can be no doubt. */
  return ids->len == 1 ? g_strdup (g_ptr_array_index (ids, 0)) : NULL;
}

/**
 * scr_command_make_handover:
 * @store: the record
 * @partnership: (nullable): whose it is; %NULL is that of the meetings
 * @last_meeting: (nullable): the last of the old
 * @first_meeting: (nullable): the first of the new
 * @error: return location
 *
 * Roles that end or begin on the days of the meetings are taken as those of the handover, where there is only
 * one.
 *
 * Returns: (transfer full) (nullable): the handover
 */
ScrItem *
scr_command_make_handover (ScrStore *store,
                           const char *partnership,
                           ScrItem *last_meeting,
                           ScrItem *first_meeting,
                           GError **error)
{
  g_autofree char *title = dup_title (store, last_meeting, first_meeting);
  /* TRANSLATORS: name of a change; %s is the name of a handover. */
  g_autofree char *label = g_strdup_printf (_ ("Add the handover %s"), title);
  g_autofree char *from_role = find_role (store, last_meeting, "until");
  g_autofree char *to_role = find_role (store, first_meeting, "from");
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  if (partnership == NULL && first_meeting != NULL)
    partnership = scr_item_get_text (first_meeting, "partnership");
  if (partnership == NULL && last_meeting != NULL)
    partnership = scr_item_get_text (last_meeting, "partnership");
  scr_edit_add (edit, "handover", id);
  scr_edit_set_text (edit, "handover", id, "title", title);
  scr_edit_set_text (edit, "handover", id, "partnership", partnership);
  if (last_meeting != NULL)
    scr_edit_set_text (edit, "handover", id, "last_meeting", scr_item_get_id (last_meeting));
  if (first_meeting != NULL)
    scr_edit_set_text (edit, "handover", id, "first_meeting", scr_item_get_id (first_meeting));
  scr_edit_set_text (edit, "handover", id, "from_role", from_role);
  scr_edit_set_text (edit, "handover", id, "to_role", to_role);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "handover", id);
}

static gboolean
is_first (const char *field)
{
  return strcmp (field, "first_meeting") == 0;
}

/* A handover is one day where it can be: the new meets on the day of the old, and the other way round. */
static char *
dup_day_of_other (ScrStore *store, ScrItem *handover, const char *field)
{
  g_autoptr (ScrItem) other = scr_source_get_referred (SCR_SOURCE (store), handover,
                                                       is_first (field) ? "last_meeting" : "first_meeting");

  return other != NULL ? g_strdup (scr_item_get_text (other, "day")) : NULL;
}

/**
 * scr_command_make_handover_meeting:
 * @store: the record
 * @handover: a handover
 * @field: "last_meeting" or "first_meeting"
 * @error: return location
 *
 * Makes a meeting for the handover, on the day of the other one if that is known.
 *
 * Returns: (transfer full) (nullable): the meeting
 */
ScrItem *
scr_command_make_handover_meeting (ScrStore *store, ScrItem *handover, const char *field, GError **error)
{
  const char *title = is_first (field) ? _ ("First meeting of the new") : _ ("Last meeting of the old");
  g_autofree char *label = g_strdup_printf (_ ("Add %s"), title);
  g_autofree char *id = NULL;
  g_autofree char *day = dup_day_of_other (store, handover, field);
  g_autoptr (ScrItem) kind = scr_source_get (SCR_SOURCE (store), SCR_KIND_CHOICE, "meeting-kind.handover");
  g_autoptr (ScrEdit) edit = scr_command_prepare_add (
      store, "meeting", label, title, scr_item_get_text (handover, "partnership"), NULL, NULL, &id);

  scr_edit_set_text (edit, "meeting", id, "day", day);
  if (kind != NULL)
    scr_edit_set_text (edit, "meeting", id, "kind", scr_item_get_id (kind));
  scr_edit_set_text (edit, "handover", scr_item_get_id (handover), field, id);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "meeting", id);
}

/**
 * scr_command_choose_for_handover:
 * @store: the record
 * @handover: a handover
 * @field: "last_meeting", "first_meeting", "from_role" or "to_role"
 * @chosen: (nullable): a meeting, or an appointment or group; %NULL takes away what was chosen
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_choose_for_handover (ScrStore *store,
                                 ScrItem *handover,
                                 const char *field,
                                 ScrItem *chosen,
                                 GError **error)
{
  const char *other = is_first (field) ? scr_item_get_text (handover, "last_meeting")
                                       : scr_item_get_text (handover, "first_meeting");

  if (chosen != NULL && g_str_has_suffix (field, "_meeting")
      && g_strcmp0 (other, scr_item_get_id (chosen)) == 0)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("The last meeting of the old and the first of the new are two meetings. Choose "
                              "another."));
      return FALSE;
    }
  return scr_command_set_text (store, handover, field, chosen != NULL ? scr_item_get_id (chosen) : NULL,
                               error);
}

/**
 * scr_command_add_handover_task:
 * @store: the record
 * @handover: a handover
 * @title: what must not be forgotten; may not be empty
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the task, last of its list
 */
ScrItem *
scr_command_add_handover_task (ScrStore *store, ScrItem *handover, const char *title, GError **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (title != NULL ? title : ""));

  if (*trimmed == '\0')
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say what must not be forgotten."));
      return NULL;
    }
  return scr_command_add (store, "handover_task", trimmed, NULL, "handover", scr_item_get_id (handover),
                          error);
}

/**
 * scr_command_tick_handover_task:
 * @store: the record
 * @task: a task of a handover
 * @done: whether it is done
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_tick_handover_task (ScrStore *store, ScrItem *task, gboolean done, GError **error)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), task);
  /* TRANSLATORS: names of changes; %s is a task on a list. */
  g_autofree char *label = g_strdup_printf (done ? _ ("Tick %s") : _ ("Take the tick from %s"), title);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  scr_edit_set_number (edit, "handover_task", scr_item_get_id (task), "done", done ? 1 : 0);
  return scr_store_apply (store, edit, error);
}
