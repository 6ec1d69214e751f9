/* Tests of scr-today: each rule on both sides of its boundary. Today is Wednesday 12 June 2019; Monday 10
 * June and Friday 14 June are made holidays of the nation where a test says so. */
#include "scr-today.h"
#include "table-source.h"

#include <string.h>

static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, SCR_KIND_RECORD, SCR_RECORD_ID, "today", "2019-06-12", "nation", "nation.x",
                         NULL);
  test_table_source_add (table, "partnership", "b", "title", "Bexley", NULL);
  test_table_source_add (table, "partnership", "g", "title", "Greenwich", NULL);
  return table;
}

static ScrToday *
make (TestTableSource *table)
{
  return scr_today_new (NULL, SCR_SOURCE (table), NULL);
}

static guint
count (TestTableSource *table, ScrTodaySection section)
{
  g_autoptr (ScrToday) today = make (table);

  return today->sections[section]->len;
}

static const ScrTodayRow *
row (ScrToday *today, ScrTodaySection section, guint index)
{
  g_assert_cmpuint (today->sections[section]->len, >, index);
  return g_ptr_array_index (today->sections[section], index);
}

/* A field set to each text in turn, and whether the section then tells of it. */
typedef struct
{
  const char *text;
  gboolean told;
} Case;

static void
check_cases (TestTableSource *table,
             ScrItem *item,
             const char *field,
             ScrTodaySection section,
             const Case *cases,
             gsize n_cases)
{
  g_autofree char *before = g_strdup (scr_item_get_text (item, field));

  for (gsize i = 0; i < n_cases; i++)
    {
      g_test_message ("%s.%s = %s", scr_item_get_kind (item)->name, field, cases[i].text);
      test_table_source_set (item, field, cases[i].text);
      g_assert_cmpuint (count (table, section), ==, cases[i].told);
    }
  test_table_source_set (item, field, before);
}

#define CHECK(table, item, field, section, ...)                                                              \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const Case cases_[] = {__VA_ARGS__};                                                                     \
    check_cases (table, item, field, section, cases_, G_N_ELEMENTS (cases_));                                \
  }                                                                                                          \
  G_STMT_END

static void
test_nothing (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrToday) today = make (table);
  guint late = 7;

  g_assert_cmpstr (today->day, ==, "2019-06-12");
  for (guint i = 0; i < SCR_TODAY_N_SECTIONS; i++)
    g_assert_cmpuint (today->sections[i]->len, ==, 0);
  g_assert_cmpuint (scr_today_count_late (today), ==, 0);
  g_assert_cmpuint (scr_today_count_now (SCR_SOURCE (table), NULL, &late), ==, 0);
  g_assert_cmpuint (late, ==, 0);
}

static void
test_action (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *action = test_table_source_add (table, "action", "a", "title", "Write", "due", "2019-06-12",
                                           "state", "action-state.open", NULL);

  CHECK (table, action, "due", SCR_TODAY_NOW, {NULL, FALSE}, {"2018-01-01", TRUE}, {"2019-06-11", TRUE},
         {"2019-06-12", TRUE}, {"2019-06-14", TRUE},
         /* The week-end after Friday is no further away than Friday is. */
         {"2019-06-16", TRUE}, {"2019-06-17", FALSE});
  CHECK (table, action, "state", SCR_TODAY_NOW, {"action-state.done", FALSE}, {"action-state.dropped", FALSE},
         {"action-state.on-its-way", TRUE}, {NULL, TRUE});
  scr_item_set_deleted (action, "2019-06-01T00:00:00Z");
  g_assert_cmpuint (count (table, SCR_TODAY_NOW), ==, 0);
}

static void
test_action_words (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrToday) today = NULL;

  test_table_source_add (table, "person", "p", "title", "Scrutineer", NULL);
  test_table_source_add (table, "meeting", "m", "title", "Board", "day", "2019-05-22", NULL);
  test_table_source_add (table, "action", "a", "title", "Write", "due", "2019-06-12", "partnership", "b",
                         "meeting", "m", "owner", "p", NULL);
  test_table_source_add (table, "action", "z", "title", "Alone", "due", "2019-06-12", NULL);
  today = make (table);
  g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->title, ==, "Alone");
  g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->detail, ==, "Action");
  g_assert_cmpstr (row (today, SCR_TODAY_NOW, 1)->title, ==, "Write");
  g_assert_cmpstr (row (today, SCR_TODAY_NOW, 1)->detail, ==,
                   "Action from Board, 22 May · Bexley · Scrutineer");
}

/* Due days, with and without a holiday between, in words and tone. */
static void
test_deadline_words (void)
{
  const struct
  {
    const char *due;
    gboolean holidays;
    const char *pill;
    const char *tone;
    int left;
  } rows[] = {
      {"2019-06-05", FALSE, "5 working days late", "late", -5},
      {"2019-06-05", TRUE, "4 working days late", "late", -4},
      {"2019-06-11", FALSE, "1 working day late", "late", -1},
      {"2019-06-12", FALSE, "Due today", "soon", 0},
      {"2019-06-13", FALSE, "Due in 1 working day", "soon", 1},
      {"2019-06-14", FALSE, "Due in 2 working days", "soon", 2},
      {"2019-06-14", TRUE, "Due in 1 working day", "soon", 1},
      {"2019-06-17", TRUE, "Due in 2 working days", "soon", 2},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestTableSource) table = new_record ();
      g_autoptr (ScrToday) today = NULL;

      test_table_source_add (table, "action", "a", "title", "Write", "due", rows[i].due, NULL);
      for (guint k = 0; rows[i].holidays && k < 2; k++)
        test_table_source_add (table, "holiday", k ? "h1" : "h0", "nation", "nation.x", "day",
                               k ? "2019-06-14" : "2019-06-10", "title", "Holiday", NULL);
      /* Another nation's holidays change nothing. */
      test_table_source_add (table, "holiday", "o", "nation", "nation.y", "day", "2019-06-07", "title",
                             "Other", NULL);
      today = make (table);
      g_test_message ("due %s", rows[i].due);
      g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->pill, ==, rows[i].pill);
      g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->tone, ==, rows[i].tone);
      g_assert_cmpint (row (today, SCR_TODAY_NOW, 0)->days_left, ==, rows[i].left);
      g_assert_cmpuint (scr_today_count_late (today), ==, rows[i].left < 0);
    }
}

static void
test_dispute (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *dispute = test_table_source_add (table, "dispute", "d", "reference", "2019/002", "title",
                                            "Threshold", "partnership", "g", "state", "dispute-state.open",
                                            "stage", "s", "due", "2019-06-12", NULL);
  g_autoptr (ScrToday) due = NULL;
  g_autoptr (ScrToday) late = NULL;

  test_table_source_add (table, "stage", "s", "title", "Senior managers", NULL);
  CHECK (table, dispute, "due", SCR_TODAY_NOW, {NULL, FALSE}, {"2019-06-07", TRUE}, {"2019-06-12", TRUE},
         {"2019-06-13", TRUE}, {"2019-06-14", FALSE});
  CHECK (table, dispute, "state", SCR_TODAY_NOW, {"dispute-state.stopped", FALSE},
         {"dispute-state.resolved", FALSE}, {"dispute-state.open", TRUE});
  due = make (table);
  g_assert_cmpstr (row (due, SCR_TODAY_NOW, 0)->title, ==, "Senior managers: a reply is due");
  g_assert_cmpstr (row (due, SCR_TODAY_NOW, 0)->detail, ==, "Dispute 2019/002 · Threshold · Greenwich");
  g_assert_cmpuint (scr_today_count_late_disputes (SCR_SOURCE (table), NULL), ==, 0);
  test_table_source_set (dispute, "due", "2019-06-11");
  late = make (table);
  g_assert_cmpstr (row (late, SCR_TODAY_NOW, 0)->title, ==, "Senior managers: no reply yet");
  g_assert_cmpuint (scr_today_count_late_disputes (SCR_SOURCE (table), NULL), ==, 1);
  g_assert_cmpuint (scr_today_count_late_disputes (SCR_SOURCE (table), "b"), ==, 0);
  test_table_source_set (dispute, "state", "dispute-state.stopped");
  g_assert_cmpuint (scr_today_count_late_disputes (SCR_SOURCE (table), NULL), ==, 0);
}

static ScrItem *
add_meeting (TestTableSource *table)
{
  return test_table_source_add (table, "meeting", "m", "title", "Board", "day", "2019-06-19", "partnership",
                                "b", "state", "meeting-state.agenda-agreed", "pack_due", "2019-06-14",
                                "pack_state", "pack-state.collecting", NULL);
}

static void
test_pack (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *meeting = add_meeting (table);
  g_autoptr (ScrToday) today = NULL;

  CHECK (table, meeting, "pack_due", SCR_TODAY_NOW, {NULL, FALSE}, {"2019-06-11", TRUE}, {"2019-06-14", TRUE},
         {"2019-06-17", FALSE});
  CHECK (table, meeting, "pack_state", SCR_TODAY_NOW, {"pack-state.issued", FALSE},
         {"pack-state.not-needed", FALSE}, {"pack-state.ready", TRUE}, {NULL, TRUE});
  CHECK (table, meeting, "state", SCR_TODAY_NOW, {"meeting-state.held", FALSE},
         {"meeting-state.cancelled", FALSE}, {"meeting-state.minutes-draft", FALSE},
         {"meeting-state.proposed", TRUE}, {NULL, TRUE});
  /* Nobody issues a pack for a meeting that is past. */
  CHECK (table, meeting, "day", SCR_TODAY_NOW, {"2019-06-11", FALSE}, {"2019-06-12", TRUE},
         {"2020-06-12", TRUE});
  today = make (table);
  g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->title, ==, "Issue the pack for Board");
  g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->detail, ==, "Bexley · 19 June");
}

static void
test_papers (void)
{
  const struct
  {
    const char *state;
    const char *due;
    const char *pill;
  } rows[] = {
      {"paper-state.not-arrived", NULL, "1 paper missing"},
      {"paper-state.late", NULL, "1 paper missing"},
      {"paper-state.asked", "2019-06-12", "Papers are coming in"},
      {"paper-state.asked", "2019-06-11", "1 paper missing"},
      {"paper-state.asked", NULL, "Papers are coming in"},
      {"paper-state.arrived", "2019-06-01", "Papers are coming in"},
      {"paper-state.locked", NULL, "Papers are coming in"},
      {"paper-state.withdrawn", NULL, "Papers are coming in"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestTableSource) table = new_record ();
      g_autoptr (ScrToday) today = NULL;
      const ScrTodayRow *told;

      add_meeting (table);
      test_table_source_add (table, "choice", "pack-state.collecting", "list", "pack-state", "label",
                             "Papers are coming in", "tone", "soon", NULL);
      test_table_source_add (table, "paper", "p", "meeting", "m", "state", rows[i].state, "due", rows[i].due,
                             NULL);
      test_table_source_add (table, "paper", "q", "meeting", "m", "state", "paper-state.arrived", NULL);
      test_table_source_add (table, "paper", "w", "meeting", "m", "state", "paper-state.withdrawn", NULL);
      today = make (table);
      told = row (today, SCR_TODAY_MEETINGS, 0);
      g_test_message ("%s, due %s", rows[i].state, rows[i].due);
      g_assert_cmpstr (told->pill, ==, rows[i].pill);
      g_assert_cmpstr (told->tone, ==, "soon");
      g_assert_cmpstr (told->pill_icon, ==,
                       strstr (rows[i].pill, "missing") ? "dialog-warning-symbolic" : NULL);
      g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->detail, ==,
                       strstr (rows[i].pill, "missing") ? "Bexley · 19 June · 1 of 2 papers missing"
                                                        : "Bexley · 19 June");
    }
}

static void
test_meeting (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *meeting
      = test_table_source_add (table, "meeting", "m", "title", "Board", "day", "2019-06-19", NULL);
  g_autoptr (ScrToday) bare = make (table);
  g_autoptr (ScrToday) full = NULL;
  g_autoptr (ScrToday) night = NULL;

  CHECK (table, meeting, "day", SCR_TODAY_MEETINGS, {NULL, FALSE}, {"2019-06-11", FALSE},
         {"2019-06-12", TRUE}, {"2019-07-10", TRUE}, {"2019-07-11", FALSE});
  CHECK (table, meeting, "state", SCR_TODAY_MEETINGS, {"meeting-state.held", FALSE},
         {"meeting-state.cancelled", FALSE}, {"meeting-state.proposed", TRUE});
  g_assert_cmpstr (row (bare, SCR_TODAY_MEETINGS, 0)->detail, ==, "All partnerships");
  g_assert_null (row (bare, SCR_TODAY_MEETINGS, 0)->pill);
  g_assert_cmpstr (row (bare, SCR_TODAY_MEETINGS, 0)->day, ==, "2019-06-19");

  test_table_source_set (meeting, "partnership", "b");
  test_table_source_set (meeting, "start", "09:30");
  test_table_source_set (meeting, "length", "90");
  test_table_source_set (meeting, "scrutineer", "1");
  full = make (table);
  g_assert_cmpstr (row (full, SCR_TODAY_MEETINGS, 0)->detail, ==,
                   "Bexley · 9:30 to 11:00 · the scrutineer attends");
  test_table_source_set (meeting, "start", "23:30");
  night = make (table);
  g_assert_cmpstr (row (night, SCR_TODAY_MEETINGS, 0)->detail, ==,
                   "Bexley · 23:30 to 1:00 · the scrutineer attends");
}

static void
test_meeting_pills (void)
{
  const struct
  {
    const char *pack;
    const char *pill;
    const char *tone;
  } rows[] = {
      {NULL, "Agenda agreed", "done"},
      {"pack-state.not-needed", "Agenda agreed", "done"},
      {"pack-state.not-begun", "Pack not begun", "waiting"},
      {"pack-state.unknown", NULL, NULL},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (TestTableSource) table = new_record ();
      g_autoptr (ScrToday) today = NULL;

      test_table_source_add (table, "choice", "meeting-state.agenda-agreed", "label", "Agenda agreed", "tone",
                             "done", NULL);
      test_table_source_add (table, "choice", "pack-state.not-begun", "label", "Pack not begun", "tone",
                             "waiting", NULL);
      test_table_source_add (table, "meeting", "m", "day", "2019-06-19", "state",
                             "meeting-state.agenda-agreed", "pack_state", rows[i].pack, NULL);
      today = make (table);
      g_assert_cmpstr (row (today, SCR_TODAY_MEETINGS, 0)->pill, ==, rows[i].pill);
      g_assert_cmpstr (row (today, SCR_TODAY_MEETINGS, 0)->tone, ==, rows[i].tone);
    }
}

static void
test_difference (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *priority = test_table_source_add (table, "priority", "n", "title", "Neglect", "partnership", "b",
                                             "state", "priority-state.chosen", NULL);
  ScrItem *question
      = test_table_source_add (table, "question", "q", "about", "question-about.difference", NULL);
  g_autoptr (ScrToday) never = make (table);
  g_autoptr (ScrToday) asked = NULL;

  CHECK (table, priority, "state", SCR_TODAY_DIFFERENCE, {"priority-state.proposed", FALSE},
         {"priority-state.ended", FALSE}, {"priority-state.completed", TRUE}, {NULL, TRUE});
  g_assert_cmpstr (row (never, SCR_TODAY_DIFFERENCE, 0)->detail, ==, "Bexley · never asked");
  test_table_source_add (table, "asking", "1", "question", "q", "priority", "n", "day", "2019-05-14", NULL);
  test_table_source_add (table, "asking", "2", "question", "q", "priority", "n", "day", "2019-04-30", NULL);
  asked = make (table);
  g_assert_cmpstr (row (asked, SCR_TODAY_DIFFERENCE, 0)->detail, ==, "Bexley · asked 14 May, not answered");
  /* An answer to either is an answer; an answer about something else is none. */
  test_table_source_add (table, "answer", "x", "asking", "2", NULL);
  g_assert_cmpuint (count (table, SCR_TODAY_DIFFERENCE), ==, 0);
  test_table_source_set (question, "about", "question-about.how-much");
  g_assert_cmpuint (count (table, SCR_TODAY_DIFFERENCE), ==, 1);
}

static void
test_difference_order (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrToday) today = NULL;

  test_table_source_add (table, "question", "q", "about", "question-about.difference", NULL);
  test_table_source_add (table, "priority", "1", "title", "Lately", NULL);
  test_table_source_add (table, "priority", "2", "title", "Long ago", NULL);
  test_table_source_add (table, "priority", "3", "title", "Never", NULL);
  test_table_source_add (table, "asking", "a", "question", "q", "priority", "1", "day", "2019-06-01", NULL);
  test_table_source_add (table, "asking", "b", "question", "q", "priority", "2", "day", "2018-06-01", NULL);
  today = make (table);
  g_assert_cmpstr (row (today, SCR_TODAY_DIFFERENCE, 0)->title, ==, "Never");
  g_assert_cmpstr (row (today, SCR_TODAY_DIFFERENCE, 0)->detail, ==, "Never asked");
  g_assert_cmpstr (row (today, SCR_TODAY_DIFFERENCE, 1)->title, ==, "Long ago");
  g_assert_cmpstr (row (today, SCR_TODAY_DIFFERENCE, 2)->title, ==, "Lately");
  g_assert_cmpstr (row (today, SCR_TODAY_DIFFERENCE, 2)->detail, ==, "Asked 1 June, not answered");
}

static void
test_gap (void)
{
  const struct
  {
    const char *due;
    const char *detail;
    const char *icon;
  } rows[] = {
      {NULL, "Bexley · no day set", "dialog-warning-symbolic"},
      {"2019-06-11", "Bexley · was due by 11 June", "dialog-warning-symbolic"},
      {"2019-06-12", "Bexley · due today", "alarm-symbolic"},
      {"2019-06-13", "Bexley · due by 13 June, in 1 day", "alarm-symbolic"},
      {"2019-07-12", "Bexley · due by 12 July, in 30 days", "alarm-symbolic"},
      {"2019-07-13", "Bexley · due by 13 July", "dialog-warning-symbolic"},
  };
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *gap = test_table_source_add (table, "gap", "x", "title", "Gap", "partnership", "b", NULL);

  CHECK (table, gap, "state", SCR_TODAY_GAPS, {NULL, TRUE}, {"gap-state.open", TRUE},
         {"gap-state.in-hand", TRUE}, {"gap-state.accepted", FALSE}, {"gap-state.closed", FALSE});
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScrToday) today = NULL;

      test_table_source_set (gap, "due", rows[i].due);
      today = make (table);
      g_assert_cmpstr (row (today, SCR_TODAY_GAPS, 0)->detail, ==, rows[i].detail);
      g_assert_cmpstr (row (today, SCR_TODAY_GAPS, 0)->icon, ==, rows[i].icon);
    }
  g_assert_cmpuint (scr_today_count_gaps (SCR_SOURCE (table), NULL), ==, 1);
  g_assert_cmpuint (scr_today_count_gaps (SCR_SOURCE (table), "b"), ==, 1);
  g_assert_cmpuint (scr_today_count_gaps (SCR_SOURCE (table), "g"), ==, 0);
  test_table_source_set (gap, "state", "gap-state.accepted");
  g_assert_cmpuint (scr_today_count_gaps (SCR_SOURCE (table), NULL), ==, 0);
}

/* What a rule finds is told of like what people noted, and counted in the same way. */
static void
test_gap_found (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *brief = test_table_source_add (table, "brief", "x", "title", "Brief", "partnership", "b", "review",
                                          "2019-06-11", NULL);
  g_autoptr (ScrToday) found = NULL;
  g_autoptr (ScrToday) gone = NULL;
  ScrItem *gap;

  CHECK (table, brief, "review", SCR_TODAY_GAPS, {"2019-06-12", FALSE}, {"2019-06-11", TRUE});
  found = make (table);
  g_assert_cmpstr (row (found, SCR_TODAY_GAPS, 0)->title, ==, "Past its review date: Brief");
  g_assert_cmpstr (row (found, SCR_TODAY_GAPS, 0)->detail, ==, "Bexley · The review was due on 11 June 2019");
  g_assert_true (row (found, SCR_TODAY_GAPS, 0)->item == brief);
  g_assert_cmpuint (scr_today_count_gaps (SCR_SOURCE (table), "b"), ==, 1);
  g_assert_cmpuint (scr_today_count_gaps (SCR_SOURCE (table), "g"), ==, 0);
  gap = test_table_source_add (table, "gap", "k", "title", "Kept", "partnership", "b", "rule",
                               "gap-rule.brief-review", "about", "x", NULL);
  test_table_source_set (brief, "review", "2019-06-12");
  gone = make (table);
  g_assert_true (row (gone, SCR_TODAY_GAPS, 0)->item == gap);
  g_assert_cmpstr (row (gone, SCR_TODAY_GAPS, 0)->detail, ==, "Bexley · No longer found: it can be closed");
}

static void
test_term (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *chair = test_table_source_add (table, "appointment", "c", "title", "Chair", "until", "2019-09-30",
                                          "partnership", "b", NULL);
  ScrItem *next = NULL;
  g_autoptr (ScrToday) today = make (table);

  CHECK (table, chair, "until", SCR_TODAY_COMING, {NULL, FALSE}, {"2019-06-11", FALSE}, {"2019-06-12", TRUE},
         {"2019-10-10", TRUE}, {"2019-10-11", FALSE});
  g_assert_cmpstr (row (today, SCR_TODAY_COMING, 0)->title, ==, "Term ends: Chair");
  g_assert_cmpstr (row (today, SCR_TODAY_COMING, 0)->detail, ==, "Bexley · 30 September");
  next = test_table_source_add (table, "appointment", "n", "title", "Next", "succeeds", "c", NULL);
  g_assert_cmpuint (count (table, SCR_TODAY_COMING), ==, 0);
  test_table_source_set (next, "succeeds", NULL);
  g_assert_cmpuint (count (table, SCR_TODAY_COMING), ==, 1);
}

static void
test_activity (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *activity
      = test_table_source_add (table, "activity", "a", "title", "Deep dive", "day", "2019-07-01", "state",
                               "activity-state.agreed", "partnership", "b", NULL);
  g_autoptr (ScrToday) alone = make (table);
  g_autoptr (ScrToday) of_priority = NULL;

  CHECK (table, activity, "day", SCR_TODAY_COMING, {NULL, FALSE}, {"2019-06-11", FALSE}, {"2019-06-12", TRUE},
         {"2019-10-10", TRUE}, {"2019-10-11", FALSE});
  CHECK (table, activity, "state", SCR_TODAY_COMING, {"activity-state.proposed", FALSE},
         {"activity-state.booked", FALSE}, {NULL, FALSE}, {"activity-state.agreed", TRUE});
  g_assert_cmpstr (row (alone, SCR_TODAY_COMING, 0)->title, ==, "Not booked: Deep dive");
  g_assert_cmpstr (row (alone, SCR_TODAY_COMING, 0)->detail, ==, "Bexley · 1 July");
  test_table_source_add (table, "priority", "n", "title", "Neglect", "state", "priority-state.proposed",
                         NULL);
  test_table_source_set (activity, "priority", "n");
  of_priority = make (table);
  g_assert_cmpstr (row (of_priority, SCR_TODAY_COMING, 0)->detail, ==, "Neglect · 1 July");
}

/* A report is coming up, then needs attention: always in one place, however many are to receive it. */
static void
test_report (void)
{
  const struct
  {
    const char *due;
    const char *state;
    guint now;
    guint coming;
  } rows[] = {
      {NULL, "report-state.draft", 0, 0},         {"2019-06-01", "report-state.draft", 1, 0},
      {"2019-06-14", "report-state.ready", 1, 0}, {"2019-06-17", "report-state.ready", 0, 1},
      {"2019-10-10", "report-state.draft", 0, 1}, {"2019-10-11", "report-state.draft", 0, 0},
      {"2019-06-14", "report-state.sent", 0, 0},  {"2019-07-14", "report-state.published", 0, 0},
  };
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *report = test_table_source_add (table, "report", "r", "title", "Annual", "partnership", "b", NULL);
  g_autoptr (ScrToday) today = NULL;

  test_table_source_add (table, "submission", "1", "report", "r", NULL);
  test_table_source_add (table, "submission", "2", "report", "r", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      test_table_source_set (report, "due", rows[i].due);
      test_table_source_set (report, "state", rows[i].state);
      g_test_message ("%s, due %s", rows[i].state, rows[i].due);
      g_assert_cmpuint (count (table, SCR_TODAY_NOW), ==, rows[i].now);
      g_assert_cmpuint (count (table, SCR_TODAY_COMING), ==, rows[i].coming);
    }
  test_table_source_set (report, "due", "2019-07-12");
  test_table_source_set (report, "state", "report-state.draft");
  today = make (table);
  g_assert_cmpstr (row (today, SCR_TODAY_COMING, 0)->title, ==, "To send: Annual");
  g_assert_cmpstr (row (today, SCR_TODAY_COMING, 0)->detail, ==, "Bexley · to 2 recipients · 12 July");
}

static void
test_submission (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *report = test_table_source_add (table, "report", "r", "title", "Annual", "partnership", "b",
                                           "state", "report-state.sent", NULL);
  ScrItem *submission = test_table_source_add (table, "submission", "s", "report", "r", "to", "o", "due",
                                               "2019-06-12", "state", "submission-state.to-send", NULL);
  g_autoptr (ScrToday) today = NULL;

  test_table_source_add (table, "organisation", "o", "title", "Police", NULL);
  CHECK (table, submission, "due", SCR_TODAY_NOW, {NULL, FALSE}, {"2019-06-11", TRUE}, {"2019-06-14", TRUE},
         {"2019-06-17", FALSE});
  CHECK (table, submission, "state", SCR_TODAY_NOW, {"submission-state.sent", FALSE}, {NULL, FALSE},
         {"submission-state.to-send", TRUE});
  today = make (table);
  g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->title, ==, "To send: Annual");
  g_assert_cmpstr (row (today, SCR_TODAY_NOW, 0)->detail, ==, "Bexley · to Police");
  /* The report itself is told of instead. */
  test_table_source_set (report, "state", "report-state.ready");
  test_table_source_set (report, "due", "2019-07-12");
  g_assert_cmpuint (count (table, SCR_TODAY_NOW), ==, 0);
}

static void
test_order_and_narrowing (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrToday) today = NULL;
  const char *const expected[] = {"Very late", "Late", "Today A", "Today B", "Soon"};
  guint late;

  test_table_source_add (table, "action", "1", "title", "Soon", "due", "2019-06-14", "partnership", "b",
                         NULL);
  test_table_source_add (table, "action", "2", "title", "Today B", "due", "2019-06-12", NULL);
  test_table_source_add (table, "action", "3", "title", "Late", "due", "2019-06-10", "partnership", "g",
                         NULL);
  test_table_source_add (table, "action", "4", "title", "Today A", "due", "2019-06-12", NULL);
  test_table_source_add (table, "action", "5", "title", "Very late", "due", "2018-06-12", "partnership", "b",
                         NULL);
  today = make (table);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (row (today, SCR_TODAY_NOW, i)->title, ==, expected[i]);
  g_assert_cmpuint (scr_today_count_now (SCR_SOURCE (table), NULL, &late), ==, 5);
  g_assert_cmpuint (late, ==, 2);
  /* What belongs to all concerns each. */
  g_assert_cmpuint (scr_today_count_now (SCR_SOURCE (table), "b", &late), ==, 4);
  g_assert_cmpuint (late, ==, 1);
  g_assert_cmpuint (scr_today_count_now (SCR_SOURCE (table), "g", NULL), ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/today/nothing", test_nothing);
  g_test_add_func ("/today/action", test_action);
  g_test_add_func ("/today/action-words", test_action_words);
  g_test_add_func ("/today/deadline-words", test_deadline_words);
  g_test_add_func ("/today/dispute", test_dispute);
  g_test_add_func ("/today/pack", test_pack);
  g_test_add_func ("/today/papers", test_papers);
  g_test_add_func ("/today/meeting", test_meeting);
  g_test_add_func ("/today/meeting-pills", test_meeting_pills);
  g_test_add_func ("/today/difference", test_difference);
  g_test_add_func ("/today/difference-order", test_difference_order);
  g_test_add_func ("/today/gap", test_gap);
  g_test_add_func ("/today/gap-found", test_gap_found);
  g_test_add_func ("/today/term", test_term);
  g_test_add_func ("/today/activity", test_activity);
  g_test_add_func ("/today/report", test_report);
  g_test_add_func ("/today/submission", test_submission);
  g_test_add_func ("/today/order-and-narrowing", test_order_and_narrowing);
  return g_test_run ();
}
