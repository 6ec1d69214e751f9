/* Making meetings, giving them a time, cancelling them. See the header. */
#include "config.h"

#include "scr-meeting-commands.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define STATE_PROPOSED "meeting-state.proposed"
#define STATE_CANCELLED "meeting-state.cancelled"

/* --- What a group's meetings are --- */

/**
 * scr_meeting_dup_kind_of_group:
 * @source: a record
 * @group: (nullable): identity of a group
 *
 * Returns: (transfer full) (nullable): what kind of meeting its meetings usually are
 */
char *
scr_meeting_dup_kind_of_group (ScrSource *source, const char *group)
{
  static const struct
  {
    const char *group;
    const char *meeting;
  } kinds[] = {
      {"group-kind.board", "meeting-kind.board"},
      {"group-kind.predecessor", "meeting-kind.board"},
      {"group-kind.executive", "meeting-kind.executive"},
      {"group-kind.working-group", "meeting-kind.working-group"},
      {"group-kind.subgroup", "meeting-kind.subgroup"},
      {"group-kind.learning-hub", "meeting-kind.learning-hub"},
      {"group-kind.learning-event", "meeting-kind.learning-event"},
      {"group-kind.steering-group", "meeting-kind.steering"},
  };
  g_autoptr (ScrItem) item = group != NULL ? scr_source_get (source, "group", group) : NULL;
  const char *kind = item != NULL ? scr_item_get_text (item, "kind") : NULL;
  g_autoptr (ScrItem) choice = NULL;
  const char *found = item != NULL ? "meeting-kind.other" : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kind, kinds[i].group) == 0)
      found = kinds[i].meeting;
  /* People may have removed the choice. */
  choice = found != NULL ? scr_source_get (source, SCR_KIND_CHOICE, found) : NULL;
  return choice != NULL && !scr_item_is_deleted (choice) ? g_strdup (found) : NULL;
}

/* Sets the group, and with it the partnership that the group belongs to. */
void
scr_meeting_set_group (ScrStore *store, ScrEdit *edit, const char *kind, const char *id, const char *group)
{
  g_autoptr (ScrItem) item = group != NULL ? scr_source_get (SCR_SOURCE (store), "group", group) : NULL;

  scr_edit_set_text (edit, kind, id, "group", group);
  if (item != NULL)
    scr_edit_set_text (edit, kind, id, "partnership", scr_item_get_text (item, "partnership"));
}

void
scr_meeting_count_revision (ScrEdit *edit, ScrItem *meeting)
{
  double sequence;

  if (strcmp (scr_item_get_kind (meeting)->name, "meeting") != 0)
    return; /* only meetings go to calendars with a number */
  sequence = scr_item_get_number (meeting, "sequence");
  scr_edit_set_number (edit, "meeting", scr_item_get_id (meeting), "sequence",
                       sequence >= 0 ? sequence + 1 : 1);
}

/* One of a series that gets another day still stands for the day that the rule gave it. */
void
scr_meeting_keep_occurrence (ScrEdit *edit, ScrItem *meeting)
{
  if (strcmp (scr_item_get_kind (meeting)->name, "meeting") == 0
      && scr_item_get_text (meeting, "series") != NULL && scr_item_get_text (meeting, "occurrence") == NULL)
    scr_edit_set_text (edit, "meeting", scr_item_get_id (meeting), "occurrence",
                       scr_item_get_text (meeting, "day"));
}

/* --- Checking --- */

static gboolean
refuse (GError **error, const char *sentence)
{
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, sentence);
  return FALSE;
}

/* Whether times can be kept; what only the description knows, the store checks. */
static gboolean
check_times (const ScrMeetingPlan *plan, GError **error)
{
  if (plan->day == NULL || *plan->day == '\0')
    return refuse (error, _ ("Say on which day it is."));
  if (!scr_day_is_valid (plan->day))
    return refuse (error, _ ("The day is not one that the calendar has."));
  if (plan->last_day != NULL && strcmp (plan->last_day, plan->day) < 0)
    return refuse (error, _ ("The last day is before the first."));
  if (plan->start != NULL && !scr_time_is_valid (plan->start))
    return refuse (error, _ ("The time is not one that a clock shows."));
  if (plan->zone != NULL && !scr_zone_is_valid (plan->zone))
    return refuse (error, _ ("No time zone has this name. Europe/London is one."));
  return TRUE;
}

static const char *
get_last_day (const ScrMeetingPlan *plan)
{
  return g_strcmp0 (plan->last_day, plan->day) > 0 ? plan->last_day : NULL;
}

/* (nullable): NULL for a text without anything in it. */
static char *
trim (const char *text)
{
  char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (trimmed != NULL && *trimmed == '\0')
    g_clear_pointer (&trimmed, g_free);
  return trimmed;
}

static void
set_length (ScrEdit *edit, const char *id, double length)
{
  if (length > 0)
    scr_edit_set_number (edit, "meeting", id, "length", length);
  else
    scr_edit_set_text (edit, "meeting", id, "length", NULL);
}

/* --- Making --- */

static char *
dup_title (ScrStore *store, const ScrMeetingPlan *plan)
{
  g_autoptr (ScrItem) group
      = plan->group != NULL ? scr_source_get (SCR_SOURCE (store), "group", plan->group) : NULL;
  char *title = trim (plan->title);

  return title != NULL || group == NULL ? title : scr_format_title (NULL, SCR_SOURCE (store), group);
}

static void
set_all (ScrStore *store, ScrEdit *edit, const char *id, const ScrMeetingPlan *plan)
{
  g_autofree char *guessed
      = plan->kind == NULL ? scr_meeting_dup_kind_of_group (SCR_SOURCE (store), plan->group) : NULL;

  if (plan->group != NULL)
    scr_meeting_set_group (store, edit, "meeting", id, plan->group);
  scr_edit_set_text (edit, "meeting", id, "kind", plan->kind != NULL ? plan->kind : guessed);
  scr_edit_set_text (edit, "meeting", id, "priority", plan->priority);
  scr_edit_set_text (edit, "meeting", id, "day", plan->day);
  scr_edit_set_text (edit, "meeting", id, "last_day", get_last_day (plan));
  scr_edit_set_text (edit, "meeting", id, "start", plan->start);
  scr_edit_set_text (edit, "meeting", id, "zone", plan->zone);
  set_length (edit, id, plan->length);
  scr_edit_set_number (edit, "meeting", id, "scrutineer", plan->scrutineer ? 1 : 0);
}

/**
 * scr_command_make_meeting:
 * @store: the record
 * @plan: what is to be made
 * @error: return location
 *
 * Makes a proposed meeting.
 *
 * Returns: (transfer full) (nullable): the meeting
 */
ScrItem *
scr_command_make_meeting (ScrStore *store, const ScrMeetingPlan *plan, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  g_return_val_if_fail (plan != NULL, NULL);
  title = dup_title (store, plan);
  if (title == NULL)
    {
      refuse (error, _ ("Give the meeting a title, or say whose meeting it is."));
      return NULL;
    }
  if (!check_times (plan, error))
    return NULL;
  edit = scr_command_prepare_add (store, "meeting", NULL, title, plan->partnership, NULL, NULL, &id);
  set_all (store, edit, id, plan);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "meeting", id);
}

/* --- Another time --- */

/* (transfer full) (nullable): what gives it another time, not applied yet. */
ScrEdit *
scr_meeting_prepare_reschedule (ScrStore *store, ScrItem *item, const ScrMeetingPlan *times, GError **error)
{
  const char *kind = scr_item_get_kind (item)->name;
  const char *id = scr_item_get_id (item);
  gboolean is_meeting = strcmp (kind, "meeting") == 0;
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), item);
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  ScrEdit *edit;

  g_return_val_if_fail (is_meeting || strcmp (kind, "activity") == 0, NULL);
  if (!check_times (times, error))
    return NULL;
  day = scr_format_day (NULL, times->day, SCR_DAY_LONG);
  /* TRANSLATORS: name of a change: a title, and a day: "Move Learning Hub to 9 July 2019" */
  label = g_strdup_printf (_ ("Move %1$s to %2$s"), title, day);
  edit = scr_edit_new (label);
  scr_edit_set_text (edit, kind, id, "day", times->day);
  scr_edit_set_text (edit, kind, id, is_meeting ? "last_day" : "until", get_last_day (times));
  if (is_meeting)
    {
      scr_edit_set_text (edit, kind, id, "start", times->start);
      scr_edit_set_text (edit, kind, id, "zone", times->zone);
      set_length (edit, id, times->length);
      scr_meeting_keep_occurrence (edit, item);
      scr_meeting_count_revision (edit, item);
    }
  return edit;
}

/**
 * scr_command_reschedule:
 * @store: the record
 * @item: a meeting or an activity
 * @times: its day, last day, start, zone and length; an activity has only days; the rest is not looked at
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_reschedule (ScrStore *store, ScrItem *item, const ScrMeetingPlan *times, GError **error)
{
  g_autoptr (ScrEdit) edit = scr_meeting_prepare_reschedule (store, item, times, error);

  return edit != NULL && scr_store_apply (store, edit, error);
}

/* --- Cancelling --- */

static gboolean
is_held (ScrItem *meeting)
{
  const char *state = scr_item_get_text (meeting, "state");

  return state != NULL
         && (g_str_has_prefix (state, "meeting-state.minutes") || strcmp (state, "meeting-state.held") == 0);
}

/**
 * scr_command_cancel_meeting:
 * @store: the record
 * @meeting: a meeting that did not take place
 * @reason: why; may not be empty
 * @error: return location
 *
 * The meeting stays where it is, so that people see that it will not be held.
 *
 * Returns: whether it is cancelled
 */
gboolean
scr_command_cancel_meeting (ScrStore *store, ScrItem *meeting, const char *reason, GError **error)
{
  const char *id = scr_item_get_id (meeting);
  g_autofree char *why = trim (reason);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), meeting);
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (is_held (meeting))
    return refuse (error, _ ("This meeting took place, and cannot be cancelled."));
  if (why == NULL)
    return refuse (error, _ ("Say why the meeting is cancelled."));
  /* TRANSLATORS: name of a change; %s is a meeting */
  label = g_strdup_printf (_ ("Cancel the meeting %s"), title);
  edit = scr_edit_new (label);
  scr_edit_set_text (edit, "meeting", id, "state", STATE_CANCELLED);
  scr_edit_set_text (edit, "meeting", id, "cancel_reason", why);
  scr_meeting_count_revision (edit, meeting);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_reinstate_meeting:
 * @store: the record
 * @meeting: a cancelled meeting
 * @error: return location
 *
 * Returns: whether it is proposed again
 */
gboolean
scr_command_reinstate_meeting (ScrStore *store, ScrItem *meeting, GError **error)
{
  const char *id = scr_item_get_id (meeting);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), meeting);
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (g_strcmp0 (scr_item_get_text (meeting, "state"), STATE_CANCELLED) != 0)
    return refuse (error, _ ("This meeting is not cancelled."));
  /* TRANSLATORS: name of a change; %s is a meeting */
  label = g_strdup_printf (_ ("Hold the meeting %s after all"), title);
  edit = scr_edit_new (label);
  scr_edit_set_text (edit, "meeting", id, "state", STATE_PROPOSED);
  scr_edit_set_text (edit, "meeting", id, "cancel_reason", NULL);
  scr_meeting_count_revision (edit, meeting);
  return scr_store_apply (store, edit, error);
}
