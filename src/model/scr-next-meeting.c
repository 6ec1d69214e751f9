/* Which meeting comes next. See the header. */
#include "config.h"

#include "scr-next-meeting.h"

#include "scr-day.h"

#include <string.h>

/* Where nothing tells how often a group meets. */
#define USUAL_WEEKS 4

/* Nothing more can be put before a meeting that was held, or will not be. */
static gboolean
is_open (ScrItem *meeting)
{
  static const char *const open[]
      = {"meeting-state.proposed", "meeting-state.agenda-agreed", "meeting-state.pack-issued", NULL};
  const char *state = scr_item_get_text (meeting, "state");

  return state == NULL || g_strv_contains (open, state);
}

static int
compare (ScrItem *a, ScrItem *b)
{
  int order = g_strcmp0 (scr_item_get_text (a, "day"), scr_item_get_text (b, "day"));

  if (order == 0)
    order = g_strcmp0 (scr_item_get_text (a, "start"), scr_item_get_text (b, "start"));
  return order != 0 ? order : strcmp (scr_item_get_id (a), scr_item_get_id (b));
}

/**
 * scr_next_meeting_find:
 * @source: the record
 * @meeting: a meeting
 *
 * The first of the same group after it that is neither held nor cancelled.
 *
 * Returns: (transfer full) (nullable): the next one; %NULL if there is none, or @meeting has no group or no
 * day
 */
ScrItem *
scr_next_meeting_find (ScrSource *source, ScrItem *meeting)
{
  const char *group = scr_item_get_text (meeting, "group");
  const char *day = scr_item_get_text (meeting, "day");
  const ScrQuery query
      = {.kind = "meeting", .conditions = {{"group", SCR_IS, group, 0}, {"day", SCR_AT_LEAST, day, 0}}};
  g_autoptr (GPtrArray) meetings = NULL;
  ScrItem *next = NULL;

  if (group == NULL || day == NULL)
    return NULL;
  meetings = scr_source_list (source, &query);
  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *other = g_ptr_array_index (meetings, i);

      if (is_open (other) && compare (other, meeting) > 0 && (next == NULL || compare (other, next) < 0))
        next = other;
    }
  return next != NULL ? g_object_ref (next) : NULL;
}

static gboolean
is_cancelled (ScrItem *meeting)
{
  return g_strcmp0 (scr_item_get_text (meeting, "state"), "meeting-state.cancelled") == 0;
}

/* Meetings of the same group that are not cancelled. */
static GPtrArray *
list_round (ScrSource *source, ScrItem *meeting)
{
  const char *group = scr_item_get_text (meeting, "group");
  const ScrQuery query = {.kind = "meeting", .conditions = {{"group", SCR_IS, group, 0}}, .order = "day"};
  GPtrArray *meetings
      = group != NULL ? scr_source_list (source, &query) : g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = meetings->len; i > 0; i--)
    if (is_cancelled (meetings->pdata[i - 1]))
      g_ptr_array_remove_index (meetings, i - 1);
  return meetings;
}

/* Whole weeks since the meeting before, at least one: so the day of the week stays. */
static int
find_weeks (GPtrArray *round, const char *day)
{
  const char *before = NULL;

  for (guint i = 0; i < round->len; i++)
    {
      const char *other = scr_item_get_text (round->pdata[i], "day");

      if (other != NULL && strcmp (other, day) < 0 && (before == NULL || strcmp (other, before) > 0))
        before = other;
    }
  return before != NULL ? MAX (1, (scr_day_between (before, day) + 3) / 7) : USUAL_WEEKS;
}

static gboolean
is_taken (GPtrArray *round, const char *day)
{
  for (guint i = 0; i < round->len; i++)
    if (g_strcmp0 (scr_item_get_text (round->pdata[i], "day"), day) == 0)
      return TRUE;
  return FALSE;
}

/**
 * scr_next_meeting_propose_day:
 * @source: the record
 * @meeting: a meeting
 *
 * On which day a further meeting like this may be: as long after it as it is after the one before of its
 * group, in whole weeks; again as long, while that is past or the group meets on that day.
 *
 * Returns: (transfer full): a day
 */
char *
scr_next_meeting_propose_day (ScrSource *source, ScrItem *meeting)
{
  g_autofree char *today = scr_source_dup_today (source);
  const char *day = scr_item_get_text (meeting, "day");
  g_autoptr (GPtrArray) round = NULL;
  g_autofree char *proposed = NULL;
  int weeks;

  if (day == NULL || !scr_day_is_valid (day))
    return g_steal_pointer (&today);
  round = list_round (source, meeting);
  weeks = find_weeks (round, day);
  proposed = scr_day_add (day, 7 * weeks);
  while (proposed != NULL && (strcmp (proposed, today) < 0 || is_taken (round, proposed)))
    {
      char *later = scr_day_add (proposed, 7 * weeks);

      g_free (proposed);
      proposed = later;
    }
  return proposed != NULL ? g_steal_pointer (&proposed) : g_steal_pointer (&today);
}
