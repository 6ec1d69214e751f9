/* Tests of what fills a timeline: which entries are shown, in which lanes, and what they say. The record's
 * today is Wednesday 12 June 2019. */
#include "scr-day.h"
#include "scr-timeline.h"
#include "table-source.h"

#include <string.h>

#define HIDE(sort) (1u << SCR_TIMELINE_##sort)

static int
number (const char *day)
{
  int result;

  g_assert_true (scr_day_to_number (day, &result));
  return result;
}

static void
add_choice (TestTableSource *table, const char *id, const char *label, const char *icon, const char *tone)
{
  g_autofree char *list = g_strndup (id, (gsize)(strchr (id, '.') - id));

  test_table_source_add (table, "choice", id, "list", list, "label", label, "icon", icon, "tone", tone, NULL);
}

/* Bexley with a board and a hub, Greenwich with a board that ended in March, and a group of both. */
static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "record", "record", "title", "Record", "today", "2019-06-12", NULL);
  add_choice (table, "meeting-state.held", "Held", "scrutiny-done-symbolic", "done");
  add_choice (table, "meeting-state.proposed", "Proposed", "content-loading-symbolic", "waiting");
  add_choice (table, "meeting-state.cancelled", "Cancelled", "action-unavailable-symbolic", "stopped");
  add_choice (table, "meeting-kind.board", "Partnership board", "system-users-symbolic", NULL);
  add_choice (table, "activity-kind.deep-dive", "Deep dive", "edit-find-symbolic", NULL);
  test_table_source_add (table, "partnership", "b", "title", "Bexley", "position", "b", NULL);
  test_table_source_add (table, "partnership", "g", "title", "Greenwich", "position", "c", NULL);
  test_table_source_add (table, "group", "board", "title", "Board", "partnership", "b", NULL);
  test_table_source_add (table, "group", "hub", "title", "Learning Hub", "partnership", "b", "from",
                         "2018-10-01", NULL);
  test_table_source_add (table, "group", "old", "title", "Old board", "partnership", "g", "until",
                         "2019-03-13", NULL);
  test_table_source_add (table, "group", "steering", "title", "Steering", NULL);
  test_table_source_add (table, "priority", "neglect", "title", "Neglect", "partnership", "b", NULL);
  return table;
}

static ScrItem *
add_meeting (TestTableSource *table, const char *id, const char *title, const char *group, const char *day)
{
  return test_table_source_add (table, "meeting", id, "title", title, "group", group, "partnership", "b",
                                "day", day, "start", "14:00", "length", "120", "state",
                                "meeting-state.proposed", "kind", "meeting-kind.board", NULL);
}

static ScrTimeline *
make (TestTableSource *table, ScrTimelineQuery query)
{
  if (query.from == 0)
    query.from = number ("2019-06-01");
  if (query.until == 0)
    query.until = number ("2019-06-30");
  return scr_timeline_new (NULL, SCR_SOURCE (table), &query);
}

/* The lanes' titles, joined. */
static char *
list_lanes (const ScrTimeline *timeline)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < timeline->lanes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", scr_timeline_get_lane (timeline, i)->title);
  return g_string_free (text, FALSE);
}

static const ScrTimelineEntry *
find (const ScrTimeline *timeline, const char *id)
{
  int index = scr_timeline_find (timeline, id);

  return index >= 0 ? scr_timeline_get_entry (timeline, (guint)index) : NULL;
}

/* --- Lanes --- */

static void
test_lanes_of_groups (void)
{
  static const struct
  {
    const char *partnership;
    const char *from;
    const char *until;
    const char *lanes;
  } cases[] = {
      {NULL, "2019-06-01", "2019-06-30", "Board|Learning Hub|Steering"},
      {NULL, "2019-03-13", "2019-03-13", "Board|Learning Hub|Old board|Steering"},
      {NULL, "2019-03-14", "2019-03-14", "Board|Learning Hub|Steering"},
      {NULL, "2018-09-30", "2018-09-30", "Board|Old board|Steering"},
      {"g", "2019-03-01", "2019-03-31", "Old board|Steering"},
  };
  g_autoptr (TestTableSource) table = new_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScrTimeline) timeline = make (table, (ScrTimelineQuery) {.partnership = cases[i].partnership,
                                                                          .from = number (cases[i].from),
                                                                          .until = number (cases[i].until)});
      g_autofree char *lanes = list_lanes (timeline);

      g_assert_cmpstr (lanes, ==, cases[i].lanes);
    }
}

static void
test_lane_fields (void)
{
  static const struct
  {
    ScrTimelineLanes lanes;
    const char *titles;
    const char *field;
    const char *id;
    const char *detail;
  } cases[] = {
      {SCR_LANES_GROUP, "Board|Learning Hub|Steering", "group", "board", "Bexley"},
      {SCR_LANES_PARTNERSHIP, "Bexley|Greenwich", "partnership", "b", NULL},
      {SCR_LANES_PRIORITY, "Neglect|Other meetings", "priority", "neglect", "Bexley"},
      {SCR_LANES_KIND, "Partnership board", "kind", "meeting-kind.board", NULL},
  };
  g_autoptr (TestTableSource) table = new_record ();

  add_meeting (table, "m", "Board", "board", "2019-06-19");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScrTimeline) timeline = make (table, (ScrTimelineQuery) {.lanes = cases[i].lanes});
      g_autofree char *lanes = list_lanes (timeline);
      const ScrTimelineLane *lane = scr_timeline_get_lane (timeline, 0);

      g_assert_cmpstr (lanes, ==, cases[i].titles);
      g_assert_cmpstr (lane->field, ==, cases[i].field);
      g_assert_cmpstr (lane->id, ==, cases[i].id);
      g_assert_cmpstr (lane->detail, ==, cases[i].detail);
    }
}

/* A group that is not in force has a lane nevertheless if something stands in it. */
static void
test_lane_of_ended_group (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrTimeline) timeline = NULL;
  g_autofree char *lanes = NULL;

  add_meeting (table, "m", "Late meeting", "old", "2019-06-19");
  timeline = make (table, (ScrTimelineQuery) {0});
  lanes = list_lanes (timeline);
  g_assert_cmpstr (lanes, ==, "Board|Learning Hub|Old board|Steering");
  g_assert_cmpuint (find (timeline, "m")->lane, ==, 2);
}

/* --- Which meetings --- */

static void
test_span (void)
{
  static const struct
  {
    const char *day;
    const char *last;
    gboolean seen;
  } cases[] = {
      {"2019-05-31", NULL, FALSE},
      {"2019-06-01", NULL, TRUE},
      {"2019-06-30", NULL, TRUE},
      {"2019-07-01", NULL, FALSE},
      {"2019-05-01", "2019-06-01", TRUE},
      {"2019-05-01", "2019-05-31", FALSE},
      {"2018-01-01", "2020-01-01", TRUE},
      {"2019-06-30", "2019-07-05", TRUE},
      {NULL, NULL, FALSE},
      {"2019-06-20", "2019-06-10", TRUE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestTableSource) table = new_record ();
      ScrItem *meeting = add_meeting (table, "m", "Board", "board", cases[i].day);
      g_autoptr (ScrTimeline) timeline = NULL;

      g_test_message ("%s to %s", cases[i].day, cases[i].last);
      test_table_source_set (meeting, "last_day", cases[i].last);
      timeline = make (table, (ScrTimelineQuery) {0});
      g_assert_cmpint (find (timeline, "m") != NULL, ==, cases[i].seen);
    }
}

static void
test_filters (void)
{
  static const struct
  {
    const char *partnership;
    const char *group;
    const char *contains;
    guint hidden;
    const char *seen;
  } cases[] = {
      {NULL, NULL, NULL, 0, "bs"},
      {"b", NULL, NULL, 0, "bs"},
      {"g", NULL, NULL, 0, "s"},
      {NULL, "steering", NULL, 0, "s"},
      {NULL, NULL, "dive", 0, ""},
      {NULL, NULL, "budget", 0, "b"},
      {NULL, NULL, "LEARNING", 0, "b"},
      {NULL, NULL, "", 0, "bs"},
      {NULL, NULL, NULL, HIDE (MEETINGS), ""},
      {NULL, NULL, NULL, HIDE (TERMS), "bs"},
  };
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *steering = add_meeting (table, "s", "Steering", "steering", "2019-06-27");

  add_meeting (table, "b", "Budget", "hub", "2019-06-19");
  test_table_source_set (steering, "partnership", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScrTimeline) timeline = make (table, (ScrTimelineQuery) {.partnership = cases[i].partnership,
                                                                          .group = cases[i].group,
                                                                          .contains = cases[i].contains,
                                                                          .hidden = cases[i].hidden});

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (find (timeline, "b") != NULL, ==, strchr (cases[i].seen, 'b') != NULL);
      g_assert_cmpint (find (timeline, "s") != NULL, ==, strchr (cases[i].seen, 's') != NULL);
    }
}

/* --- What a meeting says --- */

static void
test_meeting (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *meeting = add_meeting (table, "m", "Board", "board", "2019-06-19");
  g_autoptr (ScrTimeline) timeline = make (table, (ScrTimelineQuery) {0});
  const ScrTimelineEntry *entry = find (timeline, "m");

  g_assert_cmpint (entry->shape, ==, SCR_TIMELINE_CHIP);
  g_assert_cmpint (entry->first, ==, number ("2019-06-19"));
  g_assert_cmpint (entry->last, ==, entry->first);
  g_assert_cmpint (entry->start, ==, 14 * 60);
  g_assert_cmpint (entry->length, ==, 120);
  g_assert_cmpstr (entry->label, ==, "19 June");
  g_assert_cmpstr (entry->name, ==,
                   "Board, Partnership board, Wednesday 19 June 2019, 14:00 to 16:00, Proposed, Bexley");
  g_assert_cmpstr (entry->icon, ==, "system-users-symbolic");
  g_assert_cmpstr (entry->tone, ==, "waiting");
  g_assert_false (entry->held);
  g_assert_true (entry->movable && entry->stretchable);
  g_assert_cmpstr (entry->first_field, ==, "day");

  g_clear_pointer (&timeline, scr_timeline_free);
  test_table_source_set (meeting, "state", "meeting-state.held");
  test_table_source_set (meeting, "title", "Board: budget");
  test_table_source_set (meeting, "scrutineer", "1");
  timeline = make (table, (ScrTimelineQuery) {0});
  entry = find (timeline, "m");
  g_assert_true (entry->held);
  g_assert_cmpstr (entry->icon, ==, "scrutiny-done-symbolic");
  g_assert_cmpstr (entry->label, ==, "budget");
  g_assert_nonnull (strstr (entry->name, "the scrutineer attends"));

  g_clear_pointer (&timeline, scr_timeline_free);
  test_table_source_set (meeting, "state", "meeting-state.cancelled");
  test_table_source_set (meeting, "last_day", "2019-06-21");
  test_table_source_set (meeting, "title", "Away days");
  timeline = make (table, (ScrTimelineQuery) {0});
  entry = find (timeline, "m");
  g_assert_cmpstr (entry->icon, ==, "action-unavailable-symbolic");
  g_assert_cmpstr (entry->label, ==, "Away days, 19 June to 21 June");
  g_assert_cmpint (entry->last, ==, entry->first + 2);
}

/* --- Activities --- */

static void
test_activities (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *activity
      = test_table_source_add (table, "activity", "a", "title", "At the board", "day", "2019-06-19",
                               "partnership", "b", "meeting", "m", "kind", "activity-kind.deep-dive", NULL);
  g_autoptr (ScrTimeline) timeline = NULL;
  const ScrTimelineEntry *entry;

  add_meeting (table, "m", "Board", "board", "2019-06-19");
  timeline = make (table, (ScrTimelineQuery) {0});
  g_assert_null (find (timeline, "a"));
  g_assert_nonnull (strstr (find (timeline, "m")->name, "At the board"));

  g_clear_pointer (&timeline, scr_timeline_free);
  timeline = make (table, (ScrTimelineQuery) {.hidden = HIDE (MEETINGS)});
  g_assert_nonnull (find (timeline, "a"));

  g_clear_pointer (&timeline, scr_timeline_free);
  test_table_source_set (activity, "meeting", NULL);
  test_table_source_set (activity, "until", "2019-06-21");
  timeline = make (table, (ScrTimelineQuery) {0});
  entry = find (timeline, "a");
  g_assert_cmpstr (scr_timeline_get_lane (timeline, entry->lane)->title, ==, "Activities");
  g_assert_cmpstr (scr_timeline_get_lane (timeline, entry->lane)->detail, ==, "Bexley");
  g_assert_null (scr_timeline_get_lane (timeline, entry->lane)->field);
  g_assert_cmpstr (entry->label, ==, "At the board, 19 June to 21 June");
  g_assert_cmpstr (entry->last_field, ==, "until");

  g_clear_pointer (&timeline, scr_timeline_free);
  test_table_source_set (activity, "group", "hub");
  timeline = make (table, (ScrTimelineQuery) {0});
  g_assert_cmpstr (scr_timeline_get_lane (timeline, find (timeline, "a")->lane)->title, ==, "Learning Hub");
}

/* --- The other sorts --- */

static void
test_milestones (void)
{
  static const struct
  {
    const char *due;
    const char *met;
    const char *day;
    const char *detail;
    const char *tone;
  } cases[] = {
      {"2019-06-30", NULL, "2019-06-30", "due 30 June 2019, not yet published", "waiting"},
      {"2019-06-11", NULL, "2019-06-11", "due 11 June 2019, not yet published", "late"},
      {"2019-06-03", "2019-06-05", "2019-06-05", "published 5 June 2019, due 3 June 2019", "done"},
      {"2019-06-05", "2019-06-05", "2019-06-05", "published 5 June 2019", "done"},
      {NULL, "2019-06-05", "2019-06-05", "published 5 June 2019", "done"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestTableSource) table = new_record ();
      g_autoptr (ScrTimeline) timeline = NULL;
      const ScrTimelineEntry *entry;

      test_table_source_add (table, "arrangement", "a", "title", "Arrangements", "partnership", "g",
                             "publish_due", cases[i].due, "published", cases[i].met, NULL);
      timeline = make (table, (ScrTimelineQuery) {0});
      entry = find (timeline, "a");
      g_assert_cmpint (entry->shape, ==, SCR_TIMELINE_POINT);
      g_assert_cmpint (entry->first, ==, number (cases[i].day));
      g_assert_cmpint (entry->met, ==, cases[i].met != NULL);
      g_assert_cmpstr (entry->label, ==, "Greenwich publishes");
      g_assert_cmpstr (entry->detail, ==, cases[i].detail);
      g_assert_cmpstr (entry->tone, ==, cases[i].tone);
      g_assert_cmpstr (entry->first_field, ==, cases[i].met != NULL ? "published" : "publish_due");
      g_assert_cmpstr (scr_timeline_get_lane (timeline, entry->lane)->title, ==, "Arrangements");
    }
}

static void
test_terms_and_cycles (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrTimeline) timeline = NULL;
  const ScrTimelineEntry *entry;

  test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "partnership", "b", "role",
                         "role.scrutineer", "from", "2018-10-01", NULL);
  test_table_source_add (table, "appointment", "chair", "title", "Chair", "partnership", "g", "role",
                         "role.independent-chair", "from", "2017-09-01", "until", "2019-09-30", NULL);
  test_table_source_add (table, "appointment", "gone", "title", "Gone", "role", "role.scrutineer", "from",
                         "2017-09-01", "until", "2019-05-31", NULL);
  test_table_source_add (table, "appointment", "lead", "title", "Lead", "role", "role.lead-partner", "from",
                         "2017-09-01", NULL);
  test_table_source_add (table, "cycle", "c", "title", "Neglect, first turn", "group", "hub", "from",
                         "2019-04-01", "until", "2019-07-31", "partnership", "b", NULL);
  timeline = make (table, (ScrTimelineQuery) {0});
  entry = find (timeline, "s");
  g_assert_cmpint (entry->shape, ==, SCR_TIMELINE_BAR);
  g_assert_cmpint (entry->last, ==, G_MAXINT);
  g_assert_false (entry->stretchable);
  entry = find (timeline, "chair");
  g_assert_cmpstr (entry->label, ==, "Chair, Greenwich: until 30 September 2019");
  g_assert_true (entry->stretchable);
  g_assert_null (find (timeline, "gone"));
  g_assert_null (find (timeline, "lead"));
  entry = find (timeline, "c");
  g_assert_cmpstr (scr_timeline_get_lane (timeline, entry->lane)->id, ==, "hub");
  g_assert_nonnull (strstr (entry->name, "from 1 April 2019 until 31 July 2019"));

  g_clear_pointer (&timeline, scr_timeline_free);
  timeline = make (table, (ScrTimelineQuery) {.hidden = HIDE (TERMS) | HIDE (CYCLES)});
  g_assert_null (find (timeline, "s"));
  g_assert_null (find (timeline, "c"));
  g_assert_cmpuint (timeline->lanes->len, ==, 3);
}

static void
test_days (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrTimeline) timeline = NULL;

  test_table_source_add (table, "inspection", "i", "title", "Inspection", "day", "2019-06-05", "judgement",
                         "Good", "inspected", "board", NULL);
  test_table_source_add (table, "report", "r", "title", "Annual report", "due", "2019-06-11", "state",
                         "report-state.draft", NULL);
  test_table_source_add (table, "report", "sent", "title", "Sent", "due", "2019-06-11", "state",
                         "report-state.sent", NULL);
  test_table_source_add (table, "submission", "same", "report", "r", "to", "b", "due", "2019-06-11", NULL);
  test_table_source_add (table, "submission", "other", "report", "r", "to", "b", "due", "2019-06-20", NULL);
  timeline = make (table, (ScrTimelineQuery) {0});
  g_assert_cmpstr (find (timeline, "i")->detail, ==, "Good");
  g_assert_true (find (timeline, "i")->held);
  g_assert_cmpstr (find (timeline, "r")->tone, ==, "late");
  g_assert_true (find (timeline, "sent")->met);
  g_assert_null (find (timeline, "same"));
  g_assert_nonnull (find (timeline, "other"));

  g_clear_pointer (&timeline, scr_timeline_free);
  timeline = make (table, (ScrTimelineQuery) {.group = "board"});
  g_assert_nonnull (find (timeline, "i"));
  g_assert_null (find (timeline, "r"));
}

/* --- Disputes --- */

static void
add_event (TestTableSource *table, const char *id, const char *stage, const char *day)
{
  test_table_source_add (table, "event", id, "title", id, "dispute", "d", "stage", stage, "day", day, NULL);
}

static ScrItem *
add_dispute (TestTableSource *table, const char *state, const char *due)
{
  static const char *const stages[] = {"1", "2", "3"};

  test_table_source_add (table, "policy", "policy", "title", "Policy", NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *title = g_strdup_printf ("Stage %s", stages[i]);

      test_table_source_add (table, "stage", stages[i], "title", title, "policy", "policy", "working_days",
                             "5", NULL);
    }
  add_event (table, "e1", "1", "2019-05-30");
  add_event (table, "e2", "2", "2019-06-05");
  return test_table_source_add (table, "dispute", "d", "reference", "2019/003", "title", "About", "opened",
                                "2019-05-30", "policy", "policy", "stage", "2", "state", state, "due", due,
                                NULL);
}

/* "1 30 5 to 4 6 done": number, days and tone of each stage. */
static char *
list_stages (const ScrTimelineEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; entry->stages != NULL && i < entry->stages->len; i++)
    {
      const ScrTimelineStage *stage = g_ptr_array_index (entry->stages, i);
      g_autofree char *first = scr_day_from_number (stage->first);
      g_autofree char *last = scr_day_from_number (stage->last);

      g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? "; " : "", stage->label, first + 5, last + 5,
                              stage->tone);
    }
  return g_string_free (text, FALSE);
}

static void
test_disputes (void)
{
  static const struct
  {
    const char *state;
    const char *due;
    const char *closed;
    const char *stages;
    const char *detail;
  } cases[] = {
      {"open", "2019-06-12", NULL, "1 05-30 06-04 done; 2 06-05 06-12 soon; 3 06-13 06-19 waiting",
       "Stage 2: a reply is due today"},
      {"open", "2019-06-14", NULL, "1 05-30 06-04 done; 2 06-05 06-14 soon; 3 06-15 06-21 waiting",
       "Stage 2: a reply is due 14 June"},
      {"open", "2019-06-07", NULL, "1 05-30 06-04 done; 2 06-05 06-12 late; 3 06-13 06-19 waiting",
       "Stage 2: no reply yet, it was due 7 June"},
      {"stopped", NULL, NULL, "1 05-30 06-04 done; 2 06-05 06-12 stopped", NULL},
      {"resolved", NULL, "2019-06-10", "1 05-30 06-04 done; 2 06-05 06-10 done", NULL},
      {"resolved", NULL, NULL, "1 05-30 06-04 done; 2 06-05 06-05 done", NULL},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TestTableSource) table = new_record ();
      g_autofree char *state = g_strdup_printf ("dispute-state.%s", cases[i].state);
      g_autofree char *stages = NULL;
      g_autoptr (ScrTimeline) timeline = NULL;
      const ScrTimelineEntry *entry;
      ScrItem *dispute = add_dispute (table, state, cases[i].due);

      test_table_source_set (dispute, "closed", cases[i].closed);
      timeline = make (table, (ScrTimelineQuery) {0});
      entry = find (timeline, "d");
      g_assert_nonnull (entry);
      g_assert_cmpint (entry->shape, ==, SCR_TIMELINE_STAGES);
      g_assert_false (entry->movable);
      stages = list_stages (entry);
      g_assert_cmpstr (stages, ==, cases[i].stages);
      g_assert_cmpstr (entry->detail, ==, cases[i].detail);
      g_assert_cmpstr (entry->label, ==, "2019/003");
    }
}

/* One that ended before the days asked for is not there; one that goes on is, however long ago it began. */
static void
test_dispute_span (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *dispute = add_dispute (table, "dispute-state.open", "2019-06-07");
  const ScrTimelineQuery later = {.from = number ("2019-06-15"), .until = number ("2019-06-30")};
  const ScrTimelineQuery much_later = {.from = number ("2019-06-25"), .until = number ("2019-06-30")};
  g_autoptr (ScrTimeline) timeline = make (table, later);

  g_assert_nonnull (find (timeline, "d"));
  g_clear_pointer (&timeline, scr_timeline_free);
  timeline = make (table, much_later);
  g_assert_null (find (timeline, "d"));
  g_assert_cmpuint (timeline->lanes->len, ==, 3);
  g_clear_pointer (&timeline, scr_timeline_free);
  test_table_source_set (dispute, "state", "dispute-state.withdrawn");
  test_table_source_set (dispute, "closed", "2019-06-14");
  timeline = make (table, later);
  g_assert_null (find (timeline, "d"));
}

/* --- Order --- */

static void
test_order (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrTimeline) timeline = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *day = scr_day_add ("2019-06-01", (int)(i * 7 % 30));

      add_meeting (table, id, id, i % 3 == 0 ? "board" : i % 3 == 1 ? "hub" : NULL, day);
    }
  timeline = make (table, (ScrTimelineQuery) {0});
  g_assert_cmpuint (timeline->entries->len, ==, 50);
  for (guint i = 1; i < 50; i++)
    {
      const ScrTimelineEntry *before = scr_timeline_get_entry (timeline, i - 1);
      const ScrTimelineEntry *entry = scr_timeline_get_entry (timeline, i);

      g_assert_true (before->lane < entry->lane
                     || (before->lane == entry->lane && before->first <= entry->first));
    }
  for (guint i = 0; i < timeline->lanes->len; i++)
    {
      const ScrTimelineLane *lane = scr_timeline_get_lane (timeline, i);

      for (guint k = 0; k < lane->n_entries; k++)
        g_assert_cmpuint (scr_timeline_get_entry (timeline, lane->first_entry + k)->lane, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/lanes-of-groups", test_lanes_of_groups);
  g_test_add_func ("/timeline/lane-fields", test_lane_fields);
  g_test_add_func ("/timeline/lane-of-ended-group", test_lane_of_ended_group);
  g_test_add_func ("/timeline/span", test_span);
  g_test_add_func ("/timeline/filters", test_filters);
  g_test_add_func ("/timeline/meeting", test_meeting);
  g_test_add_func ("/timeline/activities", test_activities);
  g_test_add_func ("/timeline/milestones", test_milestones);
  g_test_add_func ("/timeline/terms-and-cycles", test_terms_and_cycles);
  g_test_add_func ("/timeline/days", test_days);
  g_test_add_func ("/timeline/disputes", test_disputes);
  g_test_add_func ("/timeline/dispute-span", test_dispute_span);
  g_test_add_func ("/timeline/order", test_order);
  return g_test_run ();
}
