/* What a person does to one meeting of a series, and of how many it is to hold. See scr-series-commands.h. */
#include "config.h"

#include "scr-series-private.h"

#include "scr-commands.h"
#include "scr-day.h"
#include "scr-format.h"
#include "scr-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static ScrItem *
get_series (ScrStore *store, ScrItem *meeting)
{
  return scr_source_get_referred (SCR_SOURCE (store), meeting, "series");
}

/* Of this one alone, or of what is no part of a series. */
static gboolean
is_alone (ScrItem *series, ScrSeriesScope scope)
{
  return series == NULL || scope == SCR_SCOPE_THIS;
}

/* Those that a change is to hold of, without those that were held. */
static GPtrArray *
list_affected (ScrStore *store, ScrItem *series, ScrItem *meeting, ScrSeriesScope scope)
{
  const char *from = scope == SCR_SCOPE_LATER ? scr_series_meeting_get_occurrence (meeting) : NULL;
  GPtrArray *meetings = scr_series_list_meetings (store, series, from);

  for (guint i = meetings->len; i > 0; i--)
    if (scr_series_meeting_was_held (g_ptr_array_index (meetings, i - 1)))
      g_ptr_array_remove_index (meetings, i - 1);
  return meetings;
}

/* --- Moving --- */

static gboolean
move_alone (ScrStore *store, ScrItem *meeting, const char *day, const char *start, GError **error)
{
  const char *id = scr_item_get_id (meeting);
  /* TRANSLATORS: name of a change; %s is a meeting. */
  g_autofree char *label = scr_series_dup_label (store, _ ("Move %s"), meeting);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);
  const char *last = scr_item_get_text (meeting, "last_day");
  const char *was = scr_item_get_text (meeting, "day");

  if (scr_item_get_text (meeting, "series") != NULL && scr_item_get_text (meeting, "occurrence") == NULL)
    scr_edit_set_text (edit, "meeting", id, "occurrence", was);
  scr_edit_set_text (edit, "meeting", id, "day", day);
  if (start != NULL)
    scr_edit_set_text (edit, "meeting", id, "start", start);
  if (last != NULL && was != NULL)
    {
      g_autofree char *moved = scr_day_add (last, scr_day_between (was, day));

      scr_edit_set_text (edit, "meeting", id, "last_day", moved);
    }
  scr_series_touch (edit, meeting);
  return scr_store_apply (store, edit, error);
}

/* The series follows the meeting: its rule gives days like the new one. */
static gboolean
follow_day (ScrItem *draft, ScrItem *meeting, const char *day, ScrSeriesScope scope, GError **error)
{
  const char *occurrence = scr_series_meeting_get_occurrence (meeting);
  const char *from = scr_item_get_text (draft, "from");
  g_autoptr (ScrRepeat) repeat = scr_recurrence_read (scr_item_get_text (draft, "rule"), error);
  g_autofree char *rule = NULL;
  g_autofree char *first = NULL;

  if (repeat == NULL)
    return FALSE;
  if (!scr_repeat_follow (repeat, occurrence, day))
    {
      g_set_error_literal (
          error, SCR_ERROR, SCR_ERROR_INVALID,
          _ ("The rule of this series has conditions of its own, and cannot follow to another day. "
             "Move this meeting alone, or alter the rule of the series."));
      return FALSE;
    }
  rule = scr_recurrence_write (repeat);
  scr_series_draft_set (draft, "rule", rule);
  first = scope == SCR_SCOPE_LATER || from == NULL ? g_strdup (day)
                                                   : scr_day_add (from, scr_day_between (occurrence, day));
  scr_series_draft_set (draft, "from", first);
  return TRUE;
}

/**
 * scr_command_move_in_series:
 * @store: the record
 * @meeting: a meeting, of a series or not
 * @day: its new day
 * @start: (nullable): its new time of day; %NULL leaves it
 * @scope: whether the others of the series follow
 * @error: return location
 *
 * Returns: whether it is there now
 */
gboolean
scr_command_move_in_series (ScrStore *store,
                            ScrItem *meeting,
                            const char *day,
                            const char *start,
                            ScrSeriesScope scope,
                            GError **error)
{
  g_autoptr (ScrItem) series = get_series (store, meeting);
  g_autoptr (ScrItem) draft = NULL;
  g_autoptr (ScrItem) altered = NULL;
  g_autofree char *until = NULL;

  g_return_val_if_fail (scr_day_is_valid (day), FALSE);
  if (is_alone (series, scope))
    return move_alone (store, meeting, day, start, error);
  draft = scr_series_draft_new (store, series);
  if (g_strcmp0 (scr_series_meeting_get_occurrence (meeting), day) != 0
      && !follow_day (draft, meeting, day, scope, error))
    return FALSE;
  if (start != NULL)
    scr_series_draft_set (draft, "start", start);
  until = scr_series_dup_end (store, series, FALSE);
  /* The last of them may move past the end. */
  if (scr_day_between (scr_series_meeting_get_occurrence (meeting), day) > 0)
    {
      char *later = scr_day_add (until, scr_day_between (scr_series_meeting_get_occurrence (meeting), day));

      g_free (until);
      until = later;
    }
  altered = scr_command_alter_series (store, series, meeting, draft, scope, until, error);
  return altered != NULL;
}

/* --- One field --- */

static gboolean
is_shared (const char *field)
{
  return g_strv_contains (scr_series_list_fields (), field);
}

/**
 * scr_command_set_in_series:
 * @store: the record
 * @meeting: a meeting, of a series or not
 * @field: a field of it
 * @value: what it is to hold
 * @scope: whether the others of the series are to hold it too
 * @error: return location
 *
 * Only what a series gives to its meetings can be set for more than one: name, group, time, length, place,
 * kind. Those in which it was altered by hand before are set as well: the person said "all".
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_set_in_series (ScrStore *store,
                           ScrItem *meeting,
                           const char *field,
                           const ScrValue *value,
                           ScrSeriesScope scope,
                           GError **error)
{
  g_autoptr (ScrItem) series = get_series (store, meeting);
  g_autoptr (GPtrArray) meetings = NULL;
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (is_alone (series, scope) || !is_shared (field))
    return scr_command_set_value (store, meeting, field, value, FALSE, error);
  label = scr_command_dup_value_label (store, meeting, field);
  edit = scr_edit_new (label);
  meetings = list_affected (store, series, meeting, scope);
  for (guint i = 0; i < meetings->len; i++)
    {
      scr_edit_set_value (edit, "meeting", scr_item_get_id (meetings->pdata[i]), field, value);
      scr_series_touch (edit, meetings->pdata[i]);
    }
  /* Those laid out later have it too. */
  scr_edit_set_value (edit, "series", scr_item_get_id (series), field, value);
  return scr_store_apply (store, edit, error);
}

/* --- Cancelling and deleting --- */

static void
end_before (ScrEdit *edit, ScrItem *series, const char *day)
{
  g_autofree char *before = day != NULL ? scr_day_add (day, -1) : NULL;

  if (before != NULL)
    scr_edit_set_text (edit, "series", scr_item_get_id (series), "until", before);
}

static void
cancel_one (ScrEdit *edit, ScrItem *meeting, const char *reason)
{
  const char *id = scr_item_get_id (meeting);

  scr_edit_set_text (edit, "meeting", id, "state", "meeting-state.cancelled");
  scr_edit_set_text (edit, "meeting", id, "cancel_reason", reason);
  scr_series_touch (edit, meeting);
}

static const char *
get_first_occurrence (GPtrArray *meetings)
{
  return meetings->len > 0 ? scr_series_meeting_get_occurrence (g_ptr_array_index (meetings, 0)) : NULL;
}

/**
 * scr_command_cancel_in_series:
 * @store: the record
 * @meeting: a meeting, of a series or not
 * @reason: (nullable): why
 * @scope: whether others of the series are cancelled too; then it ends before them
 * @error: return location
 *
 * Cancelled meetings stay, and tell that they do not take place.
 *
 * Returns: whether it is cancelled
 */
gboolean
scr_command_cancel_in_series (ScrStore *store,
                              ScrItem *meeting,
                              const char *reason,
                              ScrSeriesScope scope,
                              GError **error)
{
  g_autoptr (ScrItem) series = get_series (store, meeting);
  g_autoptr (GPtrArray) meetings = NULL;
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (is_alone (series, scope))
    {
      label = scr_series_dup_label (store, _ ("Cancel %s"), meeting);
      edit = scr_edit_new (label);
      cancel_one (edit, meeting, reason);
      return scr_store_apply (store, edit, error);
    }
  /* TRANSLATORS: name of a change; %s is the name of a series of meetings. */
  label = scr_series_dup_label (store, _ ("Cancel meetings of %s"), series);
  edit = scr_edit_new (label);
  meetings = list_affected (store, series, meeting, scope);
  for (guint i = 0; i < meetings->len; i++)
    cancel_one (edit, meetings->pdata[i], reason);
  end_before (edit, series, get_first_occurrence (meetings));
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_delete_in_series:
 * @store: the record
 * @meeting: a meeting, of a series or not
 * @scope: whether others of the series go too; those that were held stay
 * @error: return location
 *
 * The day of one that is deleted is noted, so that laying out again does not bring it back. With later ones
 * the series ends; with all it goes too, unless some were held.
 *
 * Returns: whether it is in the bin
 */
gboolean
scr_command_delete_in_series (ScrStore *store, ScrItem *meeting, ScrSeriesScope scope, GError **error)
{
  g_autoptr (ScrItem) series = get_series (store, meeting);
  g_autoptr (GPtrArray) meetings = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *label = NULL;
  g_autofree char *skipped = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  label
      = scr_series_dup_label (store, is_alone (series, scope) ? _ ("Delete %s") : _ ("Delete meetings of %s"),
                              is_alone (series, scope) ? meeting : series);
  edit = scr_edit_new (label);
  if (is_alone (series, scope))
    {
      const char *day = scr_series_meeting_get_occurrence (meeting);

      scr_edit_bin (edit, "meeting", scr_item_get_id (meeting));
      if (series != NULL && day != NULL)
        {
          skipped = scr_skipped_add (scr_item_get_text (series, "skipped"), day);
          scr_edit_set_text (edit, "series", scr_item_get_id (series), "skipped", skipped);
        }
      return scr_store_apply (store, edit, error);
    }
  all = scr_series_list_meetings (store, series, NULL);
  meetings = list_affected (store, series, meeting, scope);
  for (guint i = 0; i < meetings->len; i++)
    scr_edit_bin (edit, "meeting", scr_item_get_id (meetings->pdata[i]));
  if (meetings->len == all->len)
    scr_edit_bin (edit, "series", scr_item_get_id (series));
  else
    end_before (edit, series, get_first_occurrence (meetings));
  return scr_store_apply (store, edit, error);
}
