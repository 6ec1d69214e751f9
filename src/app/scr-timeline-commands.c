/* Moving and stretching what stands on a timeline: meetings, activities, milestones, terms, cycles. See
 * scr-meeting-commands.h. */
#include "config.h"

#include "scr-meeting-commands.h"

#include "scr-day.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Lanes --- */

/**
 * scr_timeline_lane_takes:
 * @lane: a lane
 * @entry: an entry of another lane
 *
 * Returns: whether @entry can be put into @lane
 */
gboolean
scr_timeline_lane_takes (const ScrTimelineLane *lane, const ScrTimelineEntry *entry)
{
  const ScrKind *kind = scr_item_get_kind (entry->item);
  gboolean is_meeting = strcmp (kind->name, "meeting") == 0;

  if (lane->field == NULL || scr_kind_get_field (kind, lane->field) == NULL)
    return FALSE;
  /* Kinds of meetings are not those of activities; and milestones, terms and the rest have a lane for good.
   */
  if (strcmp (lane->field, "kind") == 0)
    return is_meeting;
  return is_meeting || strcmp (kind->name, "activity") == 0 || strcmp (kind->name, "cycle") == 0;
}

/* A group of another partnership goes with the partnership. */
static void
leave_foreign_group (ScrStore *store, ScrEdit *edit, ScrItem *item, const char *partnership)
{
  g_autoptr (ScrItem) group = scr_source_get_referred (SCR_SOURCE (store), item, "group");
  const char *of = group != NULL ? scr_item_get_text (group, "partnership") : NULL;

  if (of != NULL && g_strcmp0 (of, partnership) != 0)
    scr_edit_set_text (edit, scr_item_get_kind (item)->name, scr_item_get_id (item), "group", NULL);
}

static void
set_lane (ScrStore *store, ScrEdit *edit, ScrItem *item, const ScrTimelineLane *lane)
{
  const char *kind = scr_item_get_kind (item)->name;
  const char *id = scr_item_get_id (item);

  if (strcmp (lane->field, "group") == 0)
    {
      scr_meeting_set_group (store, edit, kind, id, lane->id);
      return;
    }
  scr_edit_set_text (edit, kind, id, lane->field, lane->id);
  if (strcmp (lane->field, "partnership") == 0)
    leave_foreign_group (store, edit, item, lane->id);
}

/* --- Days --- */

/* What the change is called: by the day, the end or the lane that is new. */
static char *
dup_label (ScrStore *store,
           const ScrTimelineEntry *entry,
           const ScrTimelineLane *lane,
           const char *first_day,
           const char *last_day)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), entry->item);
  g_autofree char *before = scr_day_from_number (entry->first);
  g_autofree char *day = NULL;

  if (g_strcmp0 (before, first_day) != 0)
    {
      day = scr_format_day (NULL, first_day, SCR_DAY_LONG);
      return g_strdup_printf (_ ("Move %1$s to %2$s"), title, day);
    }
  if (lane != NULL)
    /* TRANSLATORS: name of a change: what is moved, and the group, partnership, priority or kind */
    return g_strdup_printf (C_ ("to another lane", "Move %1$s to %2$s"), title, lane->title);
  day = scr_format_day (NULL, last_day != NULL ? last_day : first_day, SCR_DAY_LONG);
  /* TRANSLATORS: name of a change: what lasts longer or shorter, and its last day */
  return g_strdup_printf (_ ("Let %1$s last until %2$s"), title, day);
}

/* Chips of one day have no last day of their own; bars always have one, unless they are open. */
static const char *
choose_last_day (const ScrTimelineEntry *entry, const char *first_day, const char *last_day)
{
  if (entry->shape != SCR_TIMELINE_BAR && g_strcmp0 (first_day, last_day) == 0)
    return NULL;
  return last_day;
}

static gboolean
check_move (const ScrTimelineEntry *entry, const ScrTimelineLane *lane, int first, int last, GError **error)
{
  g_autofree char *first_day = scr_day_from_number (first);
  g_autofree char *last_day = last != G_MAXINT ? scr_day_from_number (MAX (first, last)) : NULL;

  if (first_day == NULL || (last != G_MAXINT && last_day == NULL))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("Days are kept from the year 1800 to the year 2300."));
      return FALSE;
    }
  if (entry->first_field == NULL || (lane != NULL && !scr_timeline_lane_takes (lane, entry)))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("This cannot be put there."));
      return FALSE;
    }
  return TRUE;
}

/* (transfer full) (nullable): what moves it, not applied yet; with nothing in it where it is there already.
 */
ScrEdit *
scr_timeline_prepare_move (ScrStore *store,
                           const ScrTimelineEntry *entry,
                           const ScrTimelineLane *lane,
                           int first,
                           int last,
                           GError **error)
{
  const char *kind = scr_item_get_kind (entry->item)->name;
  const char *id = scr_item_get_id (entry->item);
  g_autofree char *first_day = NULL;
  g_autofree char *last_day = NULL;
  g_autofree char *label = NULL;
  ScrEdit *edit;

  if (!check_move (entry, lane, first, last, error))
    return NULL;
  first_day = scr_day_from_number (first);
  last_day = last != G_MAXINT ? scr_day_from_number (MAX (first, last)) : NULL;
  label = dup_label (store, entry, lane, first_day, last_day);
  edit = scr_edit_new (label);
  if (first != entry->first || last != entry->last)
    {
      scr_edit_set_text (edit, kind, id, entry->first_field, first_day);
      if (entry->last_field != NULL)
        scr_edit_set_text (edit, kind, id, entry->last_field, choose_last_day (entry, first_day, last_day));
      scr_meeting_keep_occurrence (edit, entry->item);
      scr_meeting_count_revision (edit, entry->item);
    }
  if (lane != NULL)
    set_lane (store, edit, entry->item, lane);
  return edit;
}

/**
 * scr_command_move_entry:
 * @store: the record
 * @entry: what is moved or stretched
 * @lane: (nullable): into which lane; %NULL stays in its own
 * @first: its first day
 * @last: its last day; %G_MAXINT leaves it without one
 * @error: return location
 *
 * Returns: whether it is kept; moving to where it is does nothing
 */
gboolean
scr_command_move_entry (ScrStore *store,
                        const ScrTimelineEntry *entry,
                        const ScrTimelineLane *lane,
                        int first,
                        int last,
                        GError **error)
{
  g_autoptr (ScrEdit) edit = scr_timeline_prepare_move (store, entry, lane, first, last, error);

  if (edit == NULL || scr_edit_get_n_rows (edit) == 0)
    return edit != NULL;
  return scr_store_apply (store, edit, error);
}
