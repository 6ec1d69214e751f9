/* What a timeline says of meetings and activities. See scr-timeline.h. */
#include "config.h"

#include "scr-timeline-private.h"

#include "scr-day.h"
#include "scr-zone.h"

#include <math.h>
#include <string.h>

/* --- Reading by day --- */

/* Items of a kind that begin in the days asked for, or began earlier and last into them. */
static GPtrArray *
list_days (ScrTimelineMaker *maker, const char *kind, const char *last_field)
{
  const char *group = maker->query->group;
  ScrQuery query = {
      .kind = kind,
      .partnership = maker->query->partnership,
      .conditions = {{"day", SCR_AT_LEAST, maker->from, 0},
                     {"day", SCR_AT_MOST, maker->until, 0},
                     {"group", SCR_IS, group, 0}},
      .order = "day",
  };
  GPtrArray *items;
  g_autoptr (GPtrArray) earlier = NULL;

  if (group == NULL)
    query.conditions[2].field = NULL;
  items = scr_source_list (maker->source, &query);
  query.conditions[0] = (ScrCondition) {last_field, SCR_AT_LEAST, maker->from, 0};
  query.order = last_field;
  earlier = scr_source_list (maker->source, &query);
  for (guint i = 0; i < earlier->len; i++)
    {
      ScrItem *item = g_ptr_array_index (earlier, i);

      if (strcmp (scr_item_get_text (item, "day"), maker->from) < 0)
        g_ptr_array_add (items, g_object_ref (item));
    }
  return items;
}

/* The days of a meeting or an activity, as numbers; FALSE if it has none. */
static gboolean
get_days (ScrItem *item, const char *last_field, int *first, int *last)
{
  if (!scr_day_to_number (scr_item_get_text (item, "day"), first))
    return FALSE;
  if (!scr_day_to_number (scr_item_get_text (item, last_field), last) || *last < *first)
    *last = *first;
  return TRUE;
}

/* --- Words --- */

/* What the chip says: the lane's head need not be repeated on each. */
static char *
shorten (ScrTimelineMaker *maker, ScrItem *item, const char *title, const char *last_field, guint lane)
{
  const char *head = scr_timeline_get_lane (maker->timeline, lane)->title;
  gsize length = strlen (head);
  g_autofree char *days = NULL;

  if (g_str_has_prefix (title, head) && title[length] == ':')
    {
      for (length++; title[length] == ' ';)
        length++;
      if (title[length] != '\0')
        return g_strdup (title + length);
    }
  if (strcmp (title, head) == 0)
    return scr_timeline_format_days (maker, scr_item_get_text (item, "day"),
                                     scr_item_get_text (item, last_field), SCR_DAY_SHORT);
  if (scr_item_get_text (item, last_field) == NULL)
    return g_strdup (title);
  days = scr_timeline_format_days (maker, scr_item_get_text (item, "day"),
                                   scr_item_get_text (item, last_field), SCR_DAY_SHORT);
  /* TRANSLATORS: on a chip of the timeline: a title and days, "Deep dive, 8 July to 10 July" */
  return g_strdup_printf (scr_tr (maker->language, "%1$s, %2$s"), title, days);
}

/* Title, kind, days, times: what a name begins with. */
static GString *
begin_name (ScrTimelineMaker *maker, ScrItem *item, const char *title, const char *last_field)
{
  GString *name = g_string_new (title);
  const char *kind = scr_timeline_get_choice_label (maker, scr_item_get_text (item, "kind"));
  g_autofree char *days = scr_timeline_format_days (maker, scr_item_get_text (item, "day"),
                                                    scr_item_get_text (item, last_field), SCR_DAY_FULL);

  if (kind != NULL && g_ascii_strcasecmp (kind, title) != 0)
    scr_timeline_say (name, kind);
  scr_timeline_say (name, days);
  return name;
}

/* --- Meetings --- */

static gboolean
is_held (const char *state)
{
  return state != NULL
         && (g_str_has_prefix (state, "meeting-state.minutes") || strcmp (state, "meeting-state.held") == 0);
}

static void
dress_meeting (ScrTimelineMaker *maker, ScrTimelineEntry *entry, ScrItem *meeting, const char *title)
{
  const char *state = scr_item_get_text (meeting, "state");
  double length = scr_item_get_number (meeting, "length");
  gboolean is_cancelled = g_strcmp0 (state, "meeting-state.cancelled") == 0;
  const char *activity = g_hash_table_lookup (maker->at, scr_item_get_id (meeting));
  g_autofree char *times = scr_format_times (maker->language, scr_item_get_text (meeting, "start"), length);
  GString *name = begin_name (maker, meeting, title, "last_day");

  if (!scr_time_to_minutes (scr_item_get_text (meeting, "start"), &entry->start))
    entry->start = -1;
  entry->length = length > 0 ? (int)MIN (length, 1e6) : 0;
  entry->label = shorten (maker, meeting, title, "last_day", entry->lane);
  entry->held = is_held (state);
  entry->tone = scr_timeline_get_choice_tone (maker, state);
  entry->icon = is_cancelled || entry->held
                    ? scr_timeline_get_choice_icon (maker, is_cancelled ? state : "meeting-state.held",
                                                    "scrutiny-done-symbolic")
                    : scr_timeline_get_choice_icon (maker, scr_item_get_text (meeting, "kind"),
                                                    "x-office-calendar-symbolic");
  entry->first_field = "day";
  entry->last_field = "last_day";
  entry->movable = TRUE;
  entry->stretchable = TRUE;
  scr_timeline_say (name, times);
  if (scr_item_get_text (meeting, "zone") != NULL && *times != '\0')
    scr_timeline_say (name, scr_item_get_text (meeting, "zone"));
  scr_timeline_say (name, scr_timeline_get_choice_label (maker, state));
  if (scr_item_get_bool (meeting, "scrutineer"))
    scr_timeline_say (name, scr_tr (maker->language, "the scrutineer attends"));
  scr_timeline_say (name, activity);
  scr_timeline_finish_entry (maker, entry, name);
}

static void
add_meeting (ScrTimelineMaker *maker, ScrItem *meeting)
{
  g_autofree char *title = scr_format_title (maker->language, maker->source, meeting);
  ScrTimelineEntry *entry;
  guint lane;
  int first, last;

  if (!get_days (meeting, "last_day", &first, &last) || !scr_timeline_is_in_view (maker, first, last))
    return;
  lane = scr_timeline_get_lane_for (
      maker, scr_item_get_text (meeting, "group"), scr_item_get_text (meeting, "partnership"),
      scr_item_get_text (meeting, "priority"), scr_item_get_text (meeting, "kind"), SCR_TIMELINE_MEETINGS);
  if (!scr_timeline_is_wanted (maker, title, lane))
    return;
  entry = scr_timeline_add_entry (maker->timeline, meeting, SCR_TIMELINE_MEETINGS, lane, first, last);
  dress_meeting (maker, entry, meeting, title);
}

void
scr_timeline_add_meetings (ScrTimelineMaker *maker)
{
  g_autoptr (GPtrArray) meetings = NULL;

  if (scr_timeline_is_hidden (maker, SCR_TIMELINE_MEETINGS))
    return;
  meetings = list_days (maker, "meeting", "last_day");
  for (guint i = 0; i < meetings->len; i++)
    add_meeting (maker, g_ptr_array_index (meetings, i));
}

/* --- Activities --- */

/* One that is done at a meeting on the same day is told with the meeting, if meetings are shown. */
static gboolean
is_told_with_meeting (ScrTimelineMaker *maker, ScrItem *activity, const char *title)
{
  const char *id = scr_item_get_text (activity, "meeting");
  g_autoptr (ScrItem) meeting = NULL;

  if (id == NULL || scr_timeline_is_hidden (maker, SCR_TIMELINE_MEETINGS))
    return FALSE;
  meeting = scr_source_get (maker->source, "meeting", id);
  if (meeting == NULL || scr_item_is_deleted (meeting)
      || g_strcmp0 (scr_item_get_text (meeting, "day"), scr_item_get_text (activity, "day")) != 0)
    return FALSE;
  /* A narrowing may leave out the one and not the other. */
  if (maker->query->group != NULL
      && g_strcmp0 (scr_item_get_text (meeting, "group"), maker->query->group) != 0)
    return FALSE;
  if (maker->query->partnership != NULL && scr_item_get_text (meeting, "partnership") != NULL
      && g_strcmp0 (scr_item_get_text (meeting, "partnership"), maker->query->partnership) != 0)
    return FALSE;
  if (maker->query->contains != NULL && *maker->query->contains != '\0')
    return FALSE;
  g_hash_table_insert (maker->at, g_strdup (id), g_strdup (title));
  return TRUE;
}

static void
dress_activity (ScrTimelineMaker *maker, ScrTimelineEntry *entry, ScrItem *activity, const char *title)
{
  const char *state = scr_item_get_text (activity, "state");
  gboolean is_dropped = g_strcmp0 (state, "activity-state.dropped") == 0;
  GString *name = begin_name (maker, activity, title, "until");

  entry->label = shorten (maker, activity, title, "until", entry->lane);
  entry->held = g_strcmp0 (state, "activity-state.done") == 0;
  entry->tone = scr_timeline_get_choice_tone (maker, state);
  entry->icon = entry->held || is_dropped
                    ? scr_timeline_get_choice_icon (maker, state, "scrutiny-done-symbolic")
                    : scr_timeline_get_choice_icon (maker, scr_item_get_text (activity, "kind"),
                                                    "view-grid-symbolic");
  entry->first_field = "day";
  entry->last_field = "until";
  entry->movable = TRUE;
  entry->stretchable = TRUE;
  scr_timeline_say (name, scr_tr (maker->language, "Activity"));
  scr_timeline_say (name, scr_timeline_get_choice_label (maker, state));
  scr_timeline_finish_entry (maker, entry, name);
}

static void
add_activity (ScrTimelineMaker *maker, ScrItem *activity)
{
  g_autofree char *title = scr_format_title (maker->language, maker->source, activity);
  ScrTimelineEntry *entry;
  guint lane;
  int first, last;

  if (!get_days (activity, "until", &first, &last) || !scr_timeline_is_in_view (maker, first, last)
      || is_told_with_meeting (maker, activity, title))
    return;
  lane = scr_timeline_get_lane_for (maker, scr_item_get_text (activity, "group"),
                                    scr_item_get_text (activity, "partnership"),
                                    scr_item_get_text (activity, "priority"),
                                    scr_item_get_text (activity, "kind"), SCR_TIMELINE_ACTIVITIES);
  if (!scr_timeline_is_wanted (maker, title, lane))
    return;
  entry = scr_timeline_add_entry (maker->timeline, activity, SCR_TIMELINE_ACTIVITIES, lane, first, last);
  dress_activity (maker, entry, activity, title);
}

void
scr_timeline_add_activities (ScrTimelineMaker *maker)
{
  g_autoptr (GPtrArray) activities = NULL;

  if (scr_timeline_is_hidden (maker, SCR_TIMELINE_ACTIVITIES))
    return;
  activities = list_days (maker, "activity", "until");
  for (guint i = 0; i < activities->len; i++)
    add_activity (maker, g_ptr_array_index (activities, i));
}
