/* Tests of scr-attendance: who is expected, who counts, the quorum in words, figures over a year. */
#include "scr-attendance.h"
#include "table-source.h"

#include <string.h>

/* A group of three members, one of them by a person, an observer, and a scrutineer who is not of the group.
 */
static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "record", "record", "title", "Record", "today", "2019-06-12", NULL);
  test_table_source_add (table, "partnership", "b", "title", "Bexley", NULL);
  test_table_source_add (table, "person", "p-police", "title", "Police person", NULL);
  test_table_source_add (table, "appointment", "la", "title", "Local authority lead", NULL);
  test_table_source_add (table, "appointment", "health", "title", "Health lead", NULL);
  test_table_source_add (table, "appointment", "police", "title", "Police lead", "person", "p-police", NULL);
  test_table_source_add (table, "appointment", "deputy", "title", "Health deputy", "substitutes", "health",
                         NULL);
  test_table_source_add (table, "appointment", "obs", "title", "Observer", NULL);
  test_table_source_add (table, "appointment", "scr", "title", "Scrutineer", "role", "role.scrutineer",
                         "partnership", "b", "from", "2018-10-01", "until", "2019-09-30", NULL);
  test_table_source_add (table, "group", "wg", "title", "Working Group", "partnership", "b", "quorum", "3",
                         NULL);
  test_table_source_add (table, "membership", "m1", "group", "wg", "member", "obs", "capacity",
                         "capacity.observer", NULL);
  test_table_source_add (table, "membership", "m2", "group", "wg", "member", "la", NULL);
  test_table_source_add (table, "membership", "m3", "group", "wg", "member", "health", "capacity",
                         "capacity.member", "from", "2018-10-01", "until", "2019-06-19", NULL);
  test_table_source_add (table, "membership", "m4", "group", "wg", "member", "police", "capacity",
                         "capacity.chair", NULL);
  test_table_source_add (table, "meeting", "m", "title", "Meeting", "day", "2019-06-19", "group", "wg",
                         "partnership", "b", "scrutineer", "1", "state", "meeting-state.held", NULL);
  return table;
}

static ScrItem *
record (TestTableSource *table, const char *who, const char *state, const char *capacity, const char *instead)
{
  g_autofree char *id = g_strconcat ("at-", who, NULL);
  g_autofree char *whole = g_strconcat ("attendance-state.", state, NULL);

  return test_table_source_add (table, "attendance", id, "meeting", "m", "who", who, "state", whole,
                                "capacity", capacity, "substitute_for", instead, NULL);
}

/* "police:chair:present la:member:- …", in their order. */
static char *
describe (const ScrAttendance *attendance)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < attendance->people->len; i++)
    {
      const ScrAttendee *attendee = attendance->people->pdata[i];

      g_string_append_printf (text, "%s%s:%s:%s", i > 0 ? " " : "", scr_item_get_id (attendee->who),
                              attendee->capacity != NULL ? strchr (attendee->capacity, '.') + 1 : "-",
                              attendee->state != NULL ? strchr (attendee->state, '.') + 1 : "-");
    }
  return g_string_free (text, FALSE);
}

static void
check (TestTableSource *table, const char *people, const char *words)
{
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (table), "meeting", "m");
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (SCR_SOURCE (table), meeting);
  g_autofree char *told = scr_attendance_dup_words (NULL, attendance);

  if (people != NULL)
    {
      g_autofree char *described = describe (attendance);

      g_assert_cmpstr (described, ==, people);
    }
  if (words != NULL)
    g_assert_cmpstr (told, ==, words);
}

static void
set (TestTableSource *table, const char *kind, const char *id, const char *field, const char *text)
{
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (table), kind, id);

  test_table_source_set (item, field, text);
}

static void
test_expected (void)
{
  g_autoptr (TestTableSource) table = new_record ();

  check (table, "police:chair:- health:member:- la:member:- scr:scrutineer:- obs:observer:-",
         "3 members expected, quorum 3");
  /* The last day is still part; the day after is not. */
  set (table, "meeting", "m", "day", "2019-06-20");
  check (table, "police:chair:- la:member:- scr:scrutineer:- obs:observer:-", "2 members expected, quorum 3");
  /* A term that is over; the scrutineer only if the meeting says so. */
  set (table, "meeting", "m", "day", "2019-10-01");
  check (table, "police:chair:- la:member:- obs:observer:-", NULL);
  set (table, "meeting", "m", "day", "2019-06-19");
  set (table, "meeting", "m", "scrutineer", "0");
  check (table, "police:chair:- health:member:- la:member:- obs:observer:-", NULL);
  /* Without a day: the record's today. Without a group: nobody. */
  set (table, "meeting", "m", "day", NULL);
  check (table, "police:chair:- health:member:- la:member:- obs:observer:-", NULL);
  set (table, "meeting", "m", "group", NULL);
  check (table, "", "");
}

/* A scrutineer who belongs to the group is not expected twice; who belongs twice, in what weighs more. */
static void
test_twice (void)
{
  g_autoptr (TestTableSource) table = new_record ();

  test_table_source_add (table, "membership", "m5", "group", "wg", "member", "scr", NULL);
  test_table_source_add (table, "membership", "m6", "group", "wg", "member", "obs", "capacity",
                         "capacity.chair", NULL);
  test_table_source_add (table, "membership", "m7", "group", "wg", "member", "p-police", NULL);
  check (table, "obs:chair:- police:chair:- health:member:- la:member:- scr:member:-", NULL);
}

static void
test_quorum (void)
{
  g_autoptr (TestTableSource) table = new_record ();

  /* The person is the appointment; invited is not yet told. */
  record (table, "p-police", "invited", NULL, NULL);
  check (table, NULL, "3 members expected, quorum 3");
  set (table, "attendance", "at-p-police", "state", "attendance-state.present");
  record (table, "la", "present", NULL, NULL);
  check (table, NULL, "2 of 3 members: 1 short of the quorum of 3");
  /* Neither the scrutineer nor an observer makes it whole; a substitute does, once. */
  record (table, "scr", "present", "capacity.scrutineer", NULL);
  record (table, "obs", "present", NULL, NULL);
  check (table, NULL, "2 of 3 members: 1 short of the quorum of 3");
  record (table, "deputy", "substitute", "capacity.member", "health");
  check (table,
         "police:chair:present health:member:substitute la:member:present scr:scrutineer:present "
         "obs:observer:present",
         "Quorum met: 3 of 3 members");
  record (table, "health", "apologies", NULL, NULL);
  check (table, NULL, "Quorum met: 3 of 3 members");
  set (table, "attendance", "at-health", "state", "attendance-state.present");
  check (table, NULL, "Quorum met: 3 of 3 members");
  /* Who came in a capacity that does not count, and a substitute for such a one. */
  set (table, "attendance", "at-la", "capacity", "capacity.guest");
  check (table, NULL, "2 of 2 members: 1 short of the quorum of 3");
  set (table, "group", "wg", "quorum", NULL);
  check (table, NULL, "2 of 2 members present");
}

static void
test_substitutes (void)
{
  g_autoptr (TestTableSource) table = new_record ();

  /* Present in another's place, said either way; for nobody we know, in an own seat. */
  record (table, "deputy", "present", "capacity.member", "health");
  check (table, NULL, "1 of 3 members: 2 short of the quorum of 3");
  set (table, "attendance", "at-deputy", "substitute_for", NULL);
  set (table, "attendance", "at-deputy", "state", "attendance-state.substitute");
  check (
      table,
      "police:chair:- deputy:member:substitute health:member:- la:member:- scr:scrutineer:- obs:observer:-",
      "1 of 4 members: 2 short of the quorum of 3");
}

static const struct
{
  guint quorum;
  guint members;
  guint present;
  const char *words;
} words[] = {
    {3, 3, 3, "Quorum met: 3 of 3 members"},
    {3, 4, 2, "2 of 4 members: 1 short of the quorum of 3"},
    {3, 4, 3, "Quorum met: 3 of 4 members"},
    {1, 1, 1, "Quorum met: 1 of 1 member"},
    {1, 1, 0, "0 of 1 member: 1 short of the quorum of 1"},
    {5, 0, 0, "0 of 0 members: 5 short of the quorum of 5"},
    {0, 4, 3, "3 of 4 members present"},
    {0, 1, 0, "0 of 1 member present"},
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *told
          = scr_quorum_dup_words (NULL, words[i].quorum, words[i].members, words[i].present);

      g_assert_cmpstr (told, ==, words[i].words);
    }
}

/* However many come, in whatever capacity: never more present than members, and nobody twice. */
static void
test_always (void)
{
  static const char *const who[] = {"la", "health", "police", "p-police", "deputy", "obs", "scr"};
  static const char *const states[] = {"invited", "present", "apologies", "substitute", "absent"};
  static const char *const as[] = {NULL, "capacity.member", "capacity.guest", "capacity.scrutineer"};
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (TestTableSource) table = new_record ();
      g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (table), "meeting", "m");
      g_autoptr (ScrAttendance) attendance = NULL;
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < G_N_ELEMENTS (who); i++)
        if (g_rand_boolean (rand))
          record (table, who[i], states[g_rand_int_range (rand, 0, 5)], as[g_rand_int_range (rand, 0, 4)],
                  g_rand_boolean (rand) ? who[g_rand_int_range (rand, 0, 7)] : NULL);
      attendance = scr_attendance_new (SCR_SOURCE (table), meeting);
      g_assert_cmpuint (attendance->n_present, <=, attendance->n_members);
      g_assert_cmpuint (attendance->n_members, <=, attendance->people->len);
      for (guint i = 0; i < attendance->people->len; i++)
        {
          const ScrAttendee *attendee = attendance->people->pdata[i];

          g_assert_true (g_hash_table_add (seen, (gpointer)scr_item_get_id (attendee->who)));
        }
    }
}

static void
check_figure (const ScrAttendanceFigure *figure, const char *expected)
{
  g_autofree char *told = g_strdup_printf (
      "%s: %u meetings, %u quorate, %u expected, %u %u %u %u %u, %d",
      scr_item_get_id (figure->who != NULL ? figure->who : figure->group), figure->meetings, figure->quorate,
      figure->expected, figure->present, figure->substituted, figure->apologies, figure->absent,
      figure->unknown, scr_attendance_figure_get_percent (figure));

  g_assert_cmpstr (told, ==, expected);
}

static void
test_figures (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrAttendanceFigures) figures = NULL;
  g_autoptr (ScrAttendanceFigures) before = NULL;

  record (table, "la", "present", NULL, NULL);
  record (table, "health", "apologies", NULL, NULL);
  record (table, "deputy", "substitute", "capacity.member", "health");
  record (table, "police", "absent", NULL, NULL);
  test_table_source_add (table, "meeting", "bare", "title", "Nothing recorded", "day", "2019-05-01", "group",
                         "wg", "state", "meeting-state.minutes-draft", NULL);
  test_table_source_add (table, "meeting", "other", "title", "Not held", "day", "2019-05-02", "group", "wg",
                         "state", "meeting-state.cancelled", NULL);
  figures = scr_attendance_figures_new (SCR_SOURCE (table), NULL, NULL, "2018-10-01", "2019-09-30");
  g_assert_cmpuint (figures->n_unrecorded, ==, 1);
  g_assert_cmpuint (figures->groups->len, ==, 1);
  check_figure (figures->groups->pdata[0], "wg: 1 meetings, 0 quorate, 5 expected, 1 1 0 1 2, 40");
  g_assert_cmpuint (figures->people->len, ==, 5);
  check_figure (figures->people->pdata[0], "police: 1 meetings, 0 quorate, 1 expected, 0 0 0 1 0, 0");
  check_figure (figures->people->pdata[2], "la: 1 meetings, 0 quorate, 1 expected, 1 0 0 0 0, 100");
  check_figure (figures->people->pdata[1], "health: 1 meetings, 0 quorate, 1 expected, 0 1 0 0 0, 100");
  before = scr_attendance_figures_new (SCR_SOURCE (table), NULL, "none", "2018-10-01", "2019-09-30");
  g_assert_cmpuint (before->groups->len + before->n_unrecorded, ==, 0);
}

static const struct
{
  int month;
  const char *day;
  int ahead;
  const char *from;
  const char *until;
} years[] = {
    {10, "2019-06-12", 0, "2018-10-01", "2019-09-30"}, {10, "2018-10-01", 0, "2018-10-01", "2019-09-30"},
    {10, "2018-09-30", 0, "2017-10-01", "2018-09-30"}, {10, "2019-06-12", 1, "2019-10-01", "2020-09-30"},
    {1, "2019-12-31", 0, "2019-01-01", "2019-12-31"},  {3, "2020-02-29", 0, "2019-03-01", "2020-02-29"},
    {4, "2019-06-12", -1, "2018-04-01", "2019-03-31"}, {0, "2019-06-12", 0, "2019-01-01", "2019-12-31"},
};

static void
test_years (void)
{
  g_autofree char *none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autofree char *from = NULL;
      g_autofree char *until = NULL;

      g_assert_true (scr_programme_year_get (years[i].month, years[i].day, years[i].ahead, &from, &until));
      g_assert_cmpstr (from, ==, years[i].from);
      g_assert_cmpstr (until, ==, years[i].until);
    }
  g_assert_false (scr_programme_year_get (1, "no day", 0, &none, &none));
  g_assert_false (scr_programme_year_get (1, "2300-12-31", 1, &none, &none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/attendance/expected", test_expected);
  g_test_add_func ("/attendance/twice", test_twice);
  g_test_add_func ("/attendance/quorum", test_quorum);
  g_test_add_func ("/attendance/substitutes", test_substitutes);
  g_test_add_func ("/attendance/words", test_words);
  g_test_add_func ("/attendance/always", test_always);
  g_test_add_func ("/attendance/figures", test_figures);
  g_test_add_func ("/attendance/years", test_years);
  return g_test_run ();
}
