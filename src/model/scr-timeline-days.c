/* What a timeline says of single days: milestones of arrangements, inspections, reports that are due. See
 * scr-timeline.h. */
#include "config.h"

#include "scr-timeline-private.h"

#include "scr-day.h"

#include <string.h>

/* What belongs to no group is not shown when only one group's is asked for. */
static gboolean
is_left_out (ScrTimelineMaker *maker, ScrTimelineSort sort)
{
  return scr_timeline_is_hidden (maker, sort) || maker->query->group != NULL;
}

/* (nullable): the short name of the partnership that something belongs to. */
static const char *
get_partnership (ScrTimelineMaker *maker, ScrItem *item)
{
  ScrItem *partnership
      = scr_timeline_get_item (maker, "partnership", scr_item_get_text (item, "partnership"));
  const char *name = partnership != NULL ? scr_item_get_text (partnership, "short_title") : NULL;

  return name != NULL ? name : scr_timeline_get_title (maker, partnership);
}

/* --- Milestones --- */

typedef struct
{
  const char *due_field;
  const char *met_field;
  gboolean is_publication;
} Milestone;

/* "due 30 June 2019, not yet published", "published 1 October 2018, due 30 September 2018". */
static char *
describe_milestone (ScrTimelineMaker *maker, const Milestone *milestone, const char *due, const char *met)
{
  const ScrLanguage *language = maker->language;
  gboolean is_publication = milestone->is_publication;
  g_autofree char *due_text = scr_format_day (language, due, SCR_DAY_LONG);
  g_autofree char *met_text = scr_format_day (language, met, SCR_DAY_LONG);

  if (met == NULL)
    return g_strdup_printf (is_publication ? scr_tr (language, "due %s, not yet published")
                                           : scr_tr (language, "due %s, not yet in force"),
                            due_text);
  if (due == NULL || strcmp (due, met) == 0)
    return g_strdup_printf (
        is_publication ? scr_tr (language, "published %s") : scr_tr (language, "in force from %s"), met_text);
  return g_strdup_printf (is_publication ? scr_tr (language, "published %1$s, due %2$s")
                                         : scr_tr (language, "in force from %1$s, due %2$s"),
                          met_text, due_text);
}

static void
add_milestone (ScrTimelineMaker *maker, ScrItem *arrangement, const Milestone *milestone)
{
  const char *due = scr_item_get_text (arrangement, milestone->due_field);
  const char *met = scr_item_get_text (arrangement, milestone->met_field);
  const char *who = get_partnership (maker, arrangement);
  g_autofree char *title = scr_format_title (maker->language, maker->source, arrangement);
  ScrTimelineEntry *entry;
  GString *name;
  guint lane;
  int day;

  if (!scr_day_to_number (met != NULL ? met : due, &day) || !scr_timeline_is_in_view (maker, day, day))
    return;
  lane = scr_timeline_get_extra_lane (maker, SCR_TIMELINE_MILESTONES);
  if (!scr_timeline_is_wanted (maker, title, lane))
    return;
  entry = scr_timeline_add_entry (maker->timeline, arrangement, SCR_TIMELINE_MILESTONES, lane, day, day);
  entry->shape = SCR_TIMELINE_POINT;
  entry->met = entry->held = met != NULL;
  entry->movable = TRUE;
  entry->first_field = met != NULL ? milestone->met_field : milestone->due_field;
  entry->icon = "emoji-flags-symbolic";
  entry->tone = met != NULL ? "done" : due != NULL && strcmp (due, maker->today) < 0 ? "late" : "waiting";
  /* TRANSLATORS: %s is a partnership: "Lewisham publishes", "Lewisham: in force" */
  entry->label = g_strdup_printf (milestone->is_publication ? scr_tr (maker->language, "%s publishes")
                                                            : scr_tr (maker->language, "%s: in force"),
                                  who != NULL ? who : title);
  entry->detail = describe_milestone (maker, milestone, due, met);
  name = g_string_new (entry->label);
  scr_timeline_say (name, entry->detail);
  scr_timeline_say (name, title);
  scr_timeline_finish_entry (maker, entry, name);
}

void
scr_timeline_add_milestones (ScrTimelineMaker *maker)
{
  static const Milestone publication = {"publish_due", "published", TRUE};
  static const Milestone beginning = {"effective_due", "effective", FALSE};
  const ScrQuery query = {.kind = "arrangement", .partnership = maker->query->partnership};
  g_autoptr (GPtrArray) arrangements = NULL;

  if (is_left_out (maker, SCR_TIMELINE_MILESTONES))
    return;
  arrangements = scr_source_list (maker->source, &query);
  for (guint i = 0; i < arrangements->len; i++)
    {
      add_milestone (maker, g_ptr_array_index (arrangements, i), &publication);
      add_milestone (maker, g_ptr_array_index (arrangements, i), &beginning);
    }
}

/* --- Inspections --- */

void
scr_timeline_add_inspections (ScrTimelineMaker *maker)
{
  const ScrQuery query = {
      .kind = "inspection",
      .partnership = maker->query->partnership,
      .conditions = {{"day", SCR_AT_LEAST, maker->from, 0}, {"day", SCR_AT_MOST, maker->until, 0}},
  };
  g_autoptr (GPtrArray) inspections = NULL;

  if (scr_timeline_is_hidden (maker, SCR_TIMELINE_INSPECTIONS))
    return;
  inspections = scr_source_list (maker->source, &query);
  for (guint i = 0; i < inspections->len; i++)
    {
      ScrItem *inspection = g_ptr_array_index (inspections, i);
      g_autofree char *title = scr_format_title (maker->language, maker->source, inspection);
      g_autofree char *day_text
          = scr_format_day (maker->language, scr_item_get_text (inspection, "day"), SCR_DAY_FULL);
      guint lane = scr_timeline_get_extra_lane (maker, SCR_TIMELINE_INSPECTIONS);
      ScrTimelineEntry *entry;
      GString *name;
      int day;

      if ((maker->query->group != NULL
           && g_strcmp0 (scr_item_get_text (inspection, "inspected"), maker->query->group) != 0)
          || !scr_timeline_is_wanted (maker, title, lane)
          || !scr_day_to_number (scr_item_get_text (inspection, "day"), &day))
        continue;
      entry = scr_timeline_add_entry (maker->timeline, inspection, SCR_TIMELINE_INSPECTIONS, lane, day, day);
      entry->held = day <= maker->timeline->today;
      entry->movable = TRUE;
      entry->first_field = "day";
      entry->icon = "security-high-symbolic";
      entry->tone = entry->held ? "done" : "waiting";
      entry->label = g_strdup (title);
      entry->detail = g_strdup (scr_item_get_text (inspection, "judgement"));
      name = g_string_new (title);
      scr_timeline_say (name, day_text);
      scr_timeline_say (name, scr_item_get_text (inspection, "inspector"));
      scr_timeline_say (name, entry->detail);
      scr_timeline_say (name, get_partnership (maker, inspection));
      scr_timeline_finish_entry (maker, entry, name);
    }
}

/* --- Reports --- */

/* A diamond at the day on which @item, a report or a submission of one, is due. */
static void
add_due (ScrTimelineMaker *maker, ScrItem *item, const char *title, gboolean met)
{
  const char *due = scr_item_get_text (item, "due");
  const char *state = scr_timeline_get_choice_label (maker, scr_item_get_text (item, "state"));
  guint lane = scr_timeline_get_extra_lane (maker, SCR_TIMELINE_REPORTS);
  g_autofree char *day_text = scr_format_day (maker->language, due, SCR_DAY_LONG);
  g_autofree char *partnership = scr_format_partnership (maker->language, maker->source, item);
  ScrTimelineEntry *entry;
  GString *name;
  int day;

  if (!scr_timeline_is_wanted (maker, title, lane) || !scr_day_to_number (due, &day))
    return;
  entry = scr_timeline_add_entry (maker->timeline, item, SCR_TIMELINE_REPORTS, lane, day, day);
  entry->shape = SCR_TIMELINE_POINT;
  entry->met = entry->held = met;
  entry->movable = TRUE;
  entry->first_field = "due";
  entry->icon = "x-office-document-symbolic";
  entry->tone = met ? "done" : strcmp (due, maker->today) < 0 ? "late" : "waiting";
  entry->label = g_strdup (title);
  name = g_string_new (NULL);
  /* TRANSLATORS: %s is a day */
  g_string_printf (name, scr_tr (maker->language, "due %s"), day_text);
  scr_timeline_say (name, state);
  entry->detail = g_strdup (name->str);
  g_string_assign (name, title);
  scr_timeline_say (name, entry->detail);
  scr_timeline_say (name, partnership);
  scr_timeline_finish_entry (maker, entry, name);
}

static gboolean
is_sent (ScrItem *report)
{
  const char *state = scr_item_get_text (report, "state");

  return g_strcmp0 (state, "report-state.sent") == 0 || g_strcmp0 (state, "report-state.published") == 0
         || g_strcmp0 (state, "report-state.superseded") == 0;
}

/* What goes to one recipient on the report's own due day is told with the report. */
static void
add_submission (ScrTimelineMaker *maker, ScrItem *submission)
{
  ScrItem *report = scr_timeline_get_item (maker, "report", scr_item_get_text (submission, "report"));
  const char *state = scr_item_get_text (submission, "state");
  g_autofree char *title = NULL;

  if (report != NULL
      && g_strcmp0 (scr_item_get_text (report, "due"), scr_item_get_text (submission, "due")) == 0)
    return;
  title = scr_format_title (maker->language, maker->source, submission);
  add_due (maker, submission, title,
           g_strcmp0 (state, "submission-state.sent") == 0
               || g_strcmp0 (state, "submission-state.acknowledged") == 0);
}

void
scr_timeline_add_reports (ScrTimelineMaker *maker)
{
  ScrQuery query = {
      .kind = "report",
      .partnership = maker->query->partnership,
      .conditions = {{"due", SCR_AT_LEAST, maker->from, 0}, {"due", SCR_AT_MOST, maker->until, 0}},
  };
  g_autoptr (GPtrArray) reports = NULL;
  g_autoptr (GPtrArray) submissions = NULL;

  if (is_left_out (maker, SCR_TIMELINE_REPORTS))
    return;
  reports = scr_source_list (maker->source, &query);
  for (guint i = 0; i < reports->len; i++)
    {
      ScrItem *report = g_ptr_array_index (reports, i);
      g_autofree char *title = scr_format_title (maker->language, maker->source, report);

      add_due (maker, report, title, is_sent (report));
    }
  query.kind = "submission";
  submissions = scr_source_list (maker->source, &query);
  for (guint i = 0; i < submissions->len; i++)
    add_submission (maker, g_ptr_array_index (submissions, i));
}
