/* Tests of scr-coverage: each rule on both sides of its boundary. The day is Wednesday 12 June 2019. */
#include "scr-coverage.h"
#include "table-source.h"

#include <string.h>

#define DAY "2019-06-12"

/* Bexley has a scrutineer, a board, a year that began on 1 October, and a meeting of the board. */
static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "partnership", "b", "title", "Bexley", NULL);
  test_table_source_add (table, "partnership", "g", "title", "Greenwich", NULL);
  test_table_source_add (table, "person", "p", "title", "Scrutineer", NULL);
  test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "partnership", "b", "person", "p",
                         "role", "role.scrutineer", "from", "2018-10-15", NULL);
  test_table_source_add (table, "group", "board", "title", "Board", "partnership", "b", NULL);
  test_table_source_add (table, "year", "y", "title", "Year 1", "partnership", "b", "from", "2018-10-01",
                         "until", "2019-09-30", NULL);
  return table;
}

static ScrItem *
add_meeting (TestTableSource *table, const char *id, const char *group, const char *day)
{
  return test_table_source_add (table, "meeting", id, "title", id, "group", group, "day", day, "state",
                                "meeting-state.held", NULL);
}

static ScrItem *
add_attendance (TestTableSource *table, const char *meeting, const char *who)
{
  g_autofree char *id = g_strconcat (meeting, "-", who, NULL);

  return test_table_source_add (table, "attendance", id, "meeting", meeting, "who", who, "state",
                                "attendance-state.present", NULL);
}

static guint
count (TestTableSource *table, const char *group)
{
  g_autoptr (ScrCoverage) coverage = scr_coverage_new (NULL, SCR_SOURCE (table), NULL, DAY);
  const ScrGroupCoverage *covered = scr_coverage_find (coverage, group);

  g_assert_nonnull (covered);
  return covered->occasions->len;
}

typedef struct
{
  const char *text;
  guint count;
} Case;

static void
check_cases (TestTableSource *table, ScrItem *item, const char *field, const Case *cases, gsize n_cases)
{
  g_autofree char *before = g_strdup (scr_item_get_text (item, field));

  for (gsize i = 0; i < n_cases; i++)
    {
      g_test_message ("%s.%s = %s", scr_item_get_kind (item)->name, field, cases[i].text);
      test_table_source_set (item, field, cases[i].text);
      g_assert_cmpuint (count (table, "board"), ==, cases[i].count);
    }
  test_table_source_set (item, field, before);
}

#define CHECK(table, item, field, ...)                                                                       \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const Case cases_[] = {__VA_ARGS__};                                                                     \
    check_cases (table, item, field, cases_, G_N_ELEMENTS (cases_));                                         \
  }                                                                                                          \
  G_STMT_END

static void
test_nothing (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  g_autoptr (ScrCoverage) coverage = scr_coverage_new (NULL, SCR_SOURCE (table), NULL, DAY);

  g_assert_cmpuint (coverage->groups->len, ==, 0);
  g_assert_cmpuint (coverage->never->len, ==, 0);
  g_assert_null (scr_coverage_find (coverage, "board"));
}

/* Held, in the year, and no later than the day. */
static void
test_meeting (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *meeting = add_meeting (table, "m", "board", "2019-05-01");

  add_attendance (table, "m", "s");
  CHECK (table, meeting, "day", {NULL, 0}, {"2018-09-30", 0}, {"2018-10-01", 1}, {DAY, 1}, {"2019-06-13", 0});
  CHECK (table, meeting, "state", {NULL, 0}, {"meeting-state.proposed", 0}, {"meeting-state.pack-issued", 0},
         {"meeting-state.held", 1}, {"meeting-state.minutes-draft", 1}, {"meeting-state.minutes-approved", 1},
         {"meeting-state.cancelled", 0});
  CHECK (table, meeting, "group", {NULL, 0}, {"elsewhere", 0}, {"board", 1});
  scr_item_set_deleted (meeting, "2019-06-01T00:00:00Z");
  g_assert_cmpuint (count (table, "board"), ==, 0);
}

static void
test_attendance (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *attendance;

  add_meeting (table, "m", "board", "2019-05-01");
  attendance = add_attendance (table, "m", "s");
  CHECK (table, attendance, "state", {NULL, 0}, {"attendance-state.invited", 0},
         {"attendance-state.apologies", 0}, {"attendance-state.absent", 0}, {"attendance-state.present", 1},
         {"attendance-state.substitute", 1});
  CHECK (table, attendance, "who", {"s", 1}, {"p", 1}, {"somebody", 0});
  /* The appointment and its person, both present: still one occasion. */
  add_attendance (table, "m", "p");
  g_assert_cmpuint (count (table, "board"), ==, 1);
}

/* A person counts within the term, an appointment always. */
static void
test_term (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *meeting = add_meeting (table, "m", "board", "2019-05-01");
  ScrItem *attendance = add_attendance (table, "m", "p");

  CHECK (table, meeting, "day", {"2018-10-14", 0}, {"2018-10-15", 1});
  test_table_source_set (attendance, "who", "s");
  CHECK (table, meeting, "day", {"2018-10-14", 1});
}

static void
test_substitutes (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *attendance;

  add_meeting (table, "m", "board", "2019-05-01");
  attendance = add_attendance (table, "m", "somebody");
  test_table_source_set (attendance, "substitute_for", "s");
  /* Who stands in must have been there as a substitute. */
  CHECK (table, attendance, "state", {"attendance-state.present", 0}, {"attendance-state.substitute", 1});
  test_table_source_set (attendance, "substitute_for", "p");
  CHECK (table, attendance, "state", {"attendance-state.substitute", 1});
  test_table_source_set (attendance, "substitute_for", NULL);
  test_table_source_add (table, "appointment", "d", "title", "Designated", "role",
                         "role.scrutineer-substitute", NULL);
  CHECK (table, attendance, "who", {"d", 1}, {"somebody", 0});
}

static void
test_activity (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *activity
      = test_table_source_add (table, "activity", "a", "title", "Deep dive", "group", "board", "day",
                               "2019-05-01", "state", "activity-state.done", "partnership", "b", NULL);

  CHECK (table, activity, "day", {NULL, 0}, {"2018-09-30", 0}, {"2018-10-01", 1}, {DAY, 1},
         {"2019-06-13", 0});
  CHECK (table, activity, "state", {NULL, 0}, {"activity-state.booked", 0}, {"activity-state.dropped", 0},
         {"activity-state.done", 1});
  CHECK (table, activity, "who", {NULL, 1}, {"s", 1}, {"p", 1}, {"somebody", 0});
  CHECK (table, activity, "group", {NULL, 0}, {"elsewhere", 0});
  CHECK (table, activity, "partnership", {NULL, 1}, {"g", 0});
  /* What was done at a meeting counts as that meeting, and does even if nobody noted who came. */
  add_meeting (table, "m", "board", "2019-05-01");
  CHECK (table, activity, "meeting", {NULL, 1}, {"m", 1});
  add_attendance (table, "m", "s");
  CHECK (table, activity, "meeting", {NULL, 2}, {"m", 1});
}

static void
test_year (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *year = scr_source_get (SCR_SOURCE (table), "year", "y");
  ScrItem *meeting = add_meeting (table, "m", "board", "2018-09-30");
  g_autoptr (ScrCoverage) leap = NULL;

  add_attendance (table, "m", "s");
  g_assert_cmpuint (count (table, "board"), ==, 0);
  /* Declined, of somebody else, over, or not begun: the twelve months that end on the day. */
  CHECK (table, year, "state", {"proposal-state.in-use", 0}, {"proposal-state.declined", 1});
  CHECK (table, year, "partnership", {"g", 1}, {NULL, 0}, {"b", 0});
  CHECK (table, year, "until", {"2019-06-11", 1}, {DAY, 0}, {NULL, 0});
  CHECK (table, year, "from", {NULL, 1}, {"2019-06-13", 1}, {"2018-09-30", 1}, {"2018-10-01", 0});
  test_table_source_set (year, "from", NULL);
  CHECK (table, meeting, "day", {"2018-06-12", 0}, {"2018-06-13", 1});
  /* A partnership's own year comes before one for all. */
  test_table_source_set (year, "from", "2018-10-01");
  test_table_source_add (table, "year", "z", "title", "All", "from", "2019-06-01", NULL);
  CHECK (table, meeting, "day", {"2018-09-30", 0}, {"2018-10-01", 1});
  leap = scr_coverage_new (NULL, SCR_SOURCE (table), NULL, "2016-02-29");
  g_assert_cmpstr (scr_coverage_find (leap, "board")->from, ==, "2015-03-01");
  g_object_unref (year);
}

/* Groups that existed in the year; those still in force and never attended. */
static void
test_groups (void)
{
  const struct
  {
    const char *from, *until;
    gboolean listed, in_force;
  } rows[] = {
      {NULL, NULL, TRUE, TRUE},
      {DAY, NULL, TRUE, TRUE},
      {"2019-06-13", NULL, FALSE, FALSE},
      {NULL, "2018-09-30", FALSE, FALSE},
      {NULL, "2018-10-01", TRUE, FALSE},
      {NULL, "2019-06-11", TRUE, FALSE},
      {NULL, DAY, TRUE, TRUE},
  };
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrItem) board = scr_source_get (SCR_SOURCE (table), "group", "board");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScrCoverage) coverage = NULL;
      const ScrGroupCoverage *covered;

      test_table_source_set (board, "from", rows[i].from);
      test_table_source_set (board, "until", rows[i].until);
      coverage = scr_coverage_new (NULL, SCR_SOURCE (table), NULL, DAY);
      covered = scr_coverage_find (coverage, "board");
      g_test_message ("%s to %s", rows[i].from, rows[i].until);
      g_assert_cmpint (covered != NULL, ==, rows[i].listed);
      g_assert_cmpuint (coverage->never->len, ==, rows[i].in_force);
      if (covered != NULL)
        g_assert_cmpint (covered->is_in_force, ==, rows[i].in_force);
    }
}

/* A scrutineer looks at the groups of the own partnership and at those of all. */
static void
test_partnerships (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrItem) board = scr_source_get (SCR_SOURCE (table), "group", "board");
  g_autoptr (ScrItem) scrutineer = scr_source_get (SCR_SOURCE (table), "appointment", "s");
  g_autoptr (ScrCoverage) bexley = NULL;
  g_autoptr (ScrCoverage) greenwich = NULL;

  add_meeting (table, "m", "board", "2019-05-01");
  add_attendance (table, "m", "s");
  CHECK (table, board, "partnership", {"b", 1}, {NULL, 1}, {"g", 0});
  CHECK (table, scrutineer, "partnership", {"b", 1}, {NULL, 1}, {"g", 0});
  test_table_source_add (table, "group", "steering", "title", "Steering", NULL);
  test_table_source_add (table, "group", "workgroup", "title", "Workgroup", "partnership", "g", NULL);
  bexley = scr_coverage_new (NULL, SCR_SOURCE (table), "b", DAY);
  greenwich = scr_coverage_new (NULL, SCR_SOURCE (table), "g", DAY);
  g_assert_cmpuint (bexley->groups->len, ==, 2);
  g_assert_cmpuint (bexley->never->len, ==, 1);
  g_assert_cmpuint (greenwich->groups->len, ==, 2);
  g_assert_null (scr_coverage_find (greenwich, "board"));
  /* A group of all is counted over the year of the partnership that is looked at. */
  g_assert_cmpstr (scr_coverage_find (bexley, "steering")->from, ==, "2018-10-01");
  g_assert_cmpstr (scr_coverage_find (greenwich, "steering")->from, ==, "2018-06-13");
}

static void
test_order (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrCoverage) coverage = NULL;
  const ScrGroupCoverage *covered;
  const ScrOccasion *first, *last;

  add_meeting (table, "Second", "board", "2019-05-01");
  add_meeting (table, "First", "board", "2019-02-01");
  add_meeting (table, "Third", "board", "2019-05-01");
  add_attendance (table, "Second", "s");
  add_attendance (table, "Third", "s");
  add_attendance (table, "First", "s");
  coverage = scr_coverage_new (NULL, SCR_SOURCE (table), NULL, DAY);
  covered = scr_coverage_find (coverage, "board");
  g_assert_cmpuint (covered->occasions->len, ==, 3);
  first = g_ptr_array_index (covered->occasions, 0);
  last = g_ptr_array_index (covered->occasions, 2);
  g_assert_cmpstr (first->title, ==, "First");
  g_assert_cmpstr (first->day, ==, "2019-02-01");
  g_assert_cmpstr (scr_item_get_id (first->item), ==, "First");
  g_assert_cmpstr (last->title, ==, "Third");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/coverage/nothing", test_nothing);
  g_test_add_func ("/coverage/meeting", test_meeting);
  g_test_add_func ("/coverage/attendance", test_attendance);
  g_test_add_func ("/coverage/term", test_term);
  g_test_add_func ("/coverage/substitutes", test_substitutes);
  g_test_add_func ("/coverage/activity", test_activity);
  g_test_add_func ("/coverage/year", test_year);
  g_test_add_func ("/coverage/groups", test_groups);
  g_test_add_func ("/coverage/partnerships", test_partnerships);
  g_test_add_func ("/coverage/order", test_order);
  return g_test_run ();
}
