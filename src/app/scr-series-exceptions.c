/* What a person does to one meeting of a series, and of how many it is to hold. See scr-series-commands.h. */
#include "config.h"

#include "scr-series-private.h"

#include "scr-commands.h"
#include "scr-day.h"
#include "scr-meeting-commands.h"

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
  scr_meeting_count_revision (edit, meeting);
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
 * @reason: why; may not be empty
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
  g_autofree char *why = g_strdup (reason);
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (is_alone (series, scope))
    return scr_command_cancel_meeting (store, meeting, reason, error);
  if (why == NULL || *g_strstrip (why) == '\0')
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say why the meetings are cancelled."));
      return FALSE;
    }
  /* TRANSLATORS: name of a change; %s is the name of a series of meetings. */
  label = scr_series_dup_label (store, _ ("Cancel meetings of %s"), series);
  edit = scr_edit_new (label);
  meetings = list_affected (store, series, meeting, scope);
  /* Those that are cancelled already keep the reason that they were cancelled for. */
  for (guint i = 0; i < meetings->len; i++)
    if (!scr_series_meeting_is_cancelled (meetings->pdata[i]))
      cancel_one (edit, meetings->pdata[i], why);
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
 * With later ones the series ends; with all it goes too, unless some were held.
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
  g_autoptr (ScrEdit) edit = NULL;

  if (is_alone (series, scope))
    {
      g_autoptr (GPtrArray) items = g_ptr_array_new ();

      g_ptr_array_add (items, meeting);
      return scr_command_bin (store, items, error);
    }
  /* TRANSLATORS: name of a change; %s is the name of a series of meetings. */
  label = scr_series_dup_label (store, _ ("Delete meetings of %s"), series);
  edit = scr_edit_new (label);
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
