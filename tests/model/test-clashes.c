/* Tests of scr-clashes: times that overlap, across zones and both changes of the clocks, and what speaks
 * against a day. */
#include "scr-clashes.h"
#include "scr-day.h"
#include "table-source.h"

#include <string.h>

#define LONDON "Europe/London"
#define WARSAW "Europe/Warsaw"

static int
number (const char *day)
{
  int result;

  g_assert_true (scr_day_to_number (day, &result));
  return result;
}

/* --- Times --- */

typedef struct
{
  const char *first;
  const char *last;
  int start;
  int length;
  const char *zone;
} When;

static ScrClashTime
get_time (const When *when)
{
  return (ScrClashTime) {number (when->first), number (when->last != NULL ? when->last : when->first),
                         when->start, when->length, when->zone};
}

static void
test_overlap (void)
{
  static const struct
  {
    When a;
    When b;
    gboolean overlap;
  } cases[] = {
      /* One after the other, and a minute too early. */
      {{"2019-06-12", NULL, 600, 60, LONDON}, {"2019-06-12", NULL, 660, 60, LONDON}, FALSE},
      {{"2019-06-12", NULL, 600, 61, LONDON}, {"2019-06-12", NULL, 660, 60, LONDON}, TRUE},
      {{"2019-06-12", NULL, 600, 60, LONDON}, {"2019-06-13", NULL, 600, 60, LONDON}, FALSE},
      /* Without a length, an hour; without a time, all day. */
      {{"2019-06-12", NULL, 600, 0, LONDON}, {"2019-06-12", NULL, 659, 60, LONDON}, TRUE},
      {{"2019-06-12", NULL, 600, 0, LONDON}, {"2019-06-12", NULL, 660, 60, LONDON}, FALSE},
      {{"2019-06-12", NULL, -1, 0, LONDON}, {"2019-06-12", NULL, 1439, 1, LONDON}, TRUE},
      {{"2019-06-12", NULL, -1, 0, LONDON}, {"2019-06-13", NULL, 0, 60, LONDON}, FALSE},
      /* Several days: the same times on each. */
      {{"2019-07-08", "2019-07-10", -1, 0, LONDON}, {"2019-07-09", NULL, 570, 180, LONDON}, TRUE},
      {{"2019-07-08", "2019-07-10", 540, 60, LONDON}, {"2019-07-09", NULL, 600, 180, LONDON}, FALSE},
      {{"2019-07-08", "2019-07-10", -1, 0, LONDON}, {"2019-07-11", NULL, 0, 180, LONDON}, FALSE},
      /* Past midnight. */
      {{"2019-06-12", NULL, 1380, 120, LONDON}, {"2019-06-13", NULL, 30, 60, LONDON}, TRUE},
      {{"2019-06-12", NULL, 1380, 120, LONDON}, {"2019-06-13", NULL, 60, 60, LONDON}, FALSE},
      /* Ten o'clock in Warsaw is nine in London. */
      {{"2019-06-12", NULL, 600, 60, WARSAW}, {"2019-06-12", NULL, 600, 60, LONDON}, FALSE},
      {{"2019-06-12", NULL, 600, 60, WARSAW}, {"2019-06-12", NULL, 540, 60, LONDON}, TRUE},
      /* 31 March 2019: from 1:00 the clocks go on to 2:00: 0:30 and half an hour end at 2:00. */
      {{"2019-03-31", NULL, 30, 30, LONDON}, {"2019-03-31", NULL, 120, 60, LONDON}, FALSE},
      {{"2019-03-31", NULL, 30, 31, LONDON}, {"2019-03-31", NULL, 120, 60, LONDON}, TRUE},
      /* 27 October 2019: 1:00 comes twice: 0:30 and 90 minutes end when it is 1:00 again. */
      {{"2019-10-27", NULL, 30, 90, LONDON}, {"2019-10-27", NULL, 120, 60, LONDON}, FALSE},
      {{"2019-10-27", NULL, 30, 150, LONDON}, {"2019-10-27", NULL, 120, 60, LONDON}, FALSE},
      {{"2019-10-27", NULL, 30, 151, LONDON}, {"2019-10-27", NULL, 120, 60, LONDON}, TRUE},
      /* The day of 25 hours ends with its own midnight. */
      {{"2019-10-27", NULL, -1, 0, LONDON}, {"2019-10-27", NULL, 1439, 1, LONDON}, TRUE},
      {{"2019-10-27", NULL, -1, 0, LONDON}, {"2019-10-28", NULL, 0, 1, LONDON}, FALSE},
      {{"2019-03-31", NULL, -1, 0, LONDON}, {"2019-04-01", NULL, 0, 1, LONDON}, FALSE},
      /* 29 February. */
      {{"2020-02-28", "2020-03-01", -1, 0, LONDON}, {"2020-02-29", NULL, 600, 60, LONDON}, TRUE},
      {{"2020-02-29", NULL, 1380, 120, LONDON}, {"2020-03-01", NULL, 0, 30, LONDON}, TRUE},
      {{"2020-02-28", NULL, 1380, 120, LONDON}, {"2020-03-01", NULL, 0, 30, LONDON}, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      ScrClashTime a = get_time (&cases[i].a);
      ScrClashTime b = get_time (&cases[i].b);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (scr_clash_times_overlap (&a, &b), ==, cases[i].overlap);
      g_assert_cmpint (scr_clash_times_overlap (&b, &a), ==, cases[i].overlap);
    }
}

/* Whatever overlaps is within each other's minutes, counted one by one. */
static void
test_overlap_property (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  int base = number ("2019-10-25");

  for (guint i = 0; i < 2000; i++)
    {
      ScrClashTime a = {base + g_rand_int_range (random, 0, 5), 0, g_rand_int_range (random, 0, 1440),
                        g_rand_int_range (random, 1, 600), "UTC"};
      ScrClashTime b = {base + g_rand_int_range (random, 0, 5), 0, g_rand_int_range (random, 0, 1440),
                        g_rand_int_range (random, 1, 600), "UTC"};
      int from = a.first * 1440 + a.start;
      int other = b.first * 1440 + b.start;

      a.last = a.first;
      b.last = b.first;
      g_assert_cmpint (scr_clash_times_overlap (&a, &b), ==,
                       from < other + b.length && other < from + a.length);
    }
}

/* --- In a record --- */

/* A hub on 25 June at 9:30, a deep dive from 8 to 10 July, a board on 19 June at 14:00. */
static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "record", "record", "title", "Record", "today", "2019-06-12", NULL);
  test_table_source_add (table, "holiday", "h", "title", "Good Friday", "nation", "nation.england-and-wales",
                         "day", "2019-04-19", NULL);
  test_table_source_add (table, "partnership", "b", "title", "Bexley", NULL);
  test_table_source_add (table, "person", "p", "title", "Independent scrutineer", NULL);
  test_table_source_add (table, "person", "q", "title", "Health lead", NULL);
  test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "partnership", "b", "person", "p",
                         "role", "role.scrutineer", "from", "2019-03-13", "until", "2020-03-12", NULL);
  test_table_source_add (table, "appointment", "lead", "title", "Health lead", "partnership", "b", "person",
                         "q", "role", "role.lead-partner", NULL);
  test_table_source_add (table, "group", "hub", "title", "Learning Hub", "partnership", "b", "from",
                         "2019-03-13", "until", "2019-12-31", NULL);
  test_table_source_add (table, "group", "board", "title", "Board", "partnership", "b", NULL);
  test_table_source_add (table, "membership", "in-hub", "group", "hub", "member", "lead", NULL);
  test_table_source_add (table, "membership", "in-board", "group", "board", "member", "q", "until",
                         "2019-09-01", NULL);
  test_table_source_add (table, "meeting", "m", "title", "Learning Hub", "group", "hub", "partnership", "b",
                         "day", "2019-06-25", "start", "09:30", "length", "180", "scrutineer", "1", NULL);
  test_table_source_add (table, "meeting", "n", "title", "Board meeting", "group", "board", "partnership",
                         "b", "day", "2019-06-19", "start", "14:00", "length", "120", NULL);
  test_table_source_add (table, "activity", "dive", "title", "Deep dive", "partnership", "b", "who", "s",
                         "day", "2019-07-08", "until", "2019-07-10", NULL);
  return table;
}

/* What speaks against having @item on a day at a time, joined. */
static char *
tell (TestTableSource *table, const char *kind, const char *id, const char *day, int start, int length)
{
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (table), kind, id);
  g_autoptr (ScrClashes) clashes = scr_clashes_new_for_item (NULL, SCR_SOURCE (table), item);
  const ScrClashTime time = {number (day), number (day), start, length, NULL};
  g_auto (GStrv) found = scr_clashes_find (clashes, &time);

  return g_strjoinv (" ", found);
}

static void
test_sentences (void)
{
  static const struct
  {
    const char *kind;
    const char *id;
    const char *day;
    int start;
    int length;
    const char *found;
  } cases[] = {
      {"meeting", "m", "2019-06-25", 570, 180, ""},
      {"meeting", "m", "2019-07-09", 570, 180, "The scrutineer is expected at Deep dive."},
      {"meeting", "m", "2019-07-11", 570, 180, ""},
      {"meeting", "m", "2019-06-19", 840, 60, "Health lead is expected at Board meeting."},
      {"meeting", "m", "2019-06-19", 780, 60, ""},
      {"meeting", "m", "2019-04-19", 570, 180, "19 April 2019 is a holiday: Good Friday."},
      {"meeting", "m", "2019-07-13", 570, 180, "13 July 2019 is a Saturday."},
      {"meeting", "m", "2019-07-14", 570, 180, "14 July 2019 is a Sunday."},
      {"meeting", "m", "2020-02-28", 570, 180, "Learning Hub ends on 31 December 2019."},
      {"meeting", "m", "2020-02-29", 570, 180,
       "29 February 2020 is a Saturday. Learning Hub ends on 31 December 2019."},
      {"meeting", "m", "2019-03-12", 570, 180,
       "The scrutineer’s term begins on 13 March 2019. Learning Hub begins on 13 March 2019."},
      {"meeting", "m", "2020-03-12", 570, 180, "Learning Hub ends on 31 December 2019."},
      {"meeting", "m", "2020-03-13", 570, 180,
       "The scrutineer’s term ends on 12 March 2020. Learning Hub ends on 31 December 2019."},
      {"meeting", "n", "2019-06-25", 600, 60, "Health lead is expected at Learning Hub."},
      {"meeting", "n", "2019-07-09", 600, 60, ""},
      {"activity", "dive", "2019-06-25", -1, 0, "The scrutineer is expected at Learning Hub."},
      {"activity", "dive", "2019-06-19", -1, 0, ""},
  };
  g_autoptr (TestTableSource) table = new_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found
          = tell (table, cases[i].kind, cases[i].id, cases[i].day, cases[i].start, cases[i].length);

      g_test_message ("%s on %s at %d", cases[i].id, cases[i].day, cases[i].start);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_what_does_not_count (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (ScrItem) dive = scr_source_get (SCR_SOURCE (table), "activity", "dive");
  g_autoptr (ScrItem) board = scr_source_get (SCR_SOURCE (table), "meeting", "n");
  g_autofree char *dropped = NULL, *apologies = NULL, *cancelled = NULL, *at_meeting = NULL;

  test_table_source_set (dive, "state", "activity-state.dropped");
  dropped = tell (table, "meeting", "m", "2019-07-09", 570, 180);
  g_assert_cmpstr (dropped, ==, "");
  test_table_source_set (dive, "state", NULL);
  test_table_source_set (dive, "meeting", "m");
  at_meeting = tell (table, "meeting", "m", "2019-07-09", 570, 180);
  g_assert_cmpstr (at_meeting, ==, "");

  test_table_source_add (table, "attendance", "sorry", "meeting", "n", "who", "lead", "state",
                         "attendance-state.apologies", NULL);
  apologies = tell (table, "meeting", "m", "2019-06-19", 840, 60);
  g_assert_cmpstr (apologies, ==, "");
  test_table_source_add (table, "attendance", "guest", "meeting", "n", "who", "s", NULL);
  g_free (apologies);
  apologies = tell (table, "meeting", "m", "2019-06-19", 840, 60);
  g_assert_cmpstr (apologies, ==, "The scrutineer is expected at Board meeting.");
  test_table_source_set (board, "state", "meeting-state.cancelled");
  cancelled = tell (table, "meeting", "m", "2019-06-19", 840, 60);
  g_assert_cmpstr (cancelled, ==, "");
}

/* Both the scrutineer and a member; and what does not exist yet. */
static void
test_new_meeting (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  const ScrClashSubject subject = {.group = "board", .partnership = "b", .scrutineer = TRUE};
  g_autoptr (ScrClashes) clashes = scr_clashes_new (NULL, SCR_SOURCE (table), &subject);
  const ScrClashTime time = {number ("2019-06-25"), number ("2019-06-25"), 600, 60, "Europe/London"};
  const ScrClashTime warsaw = {number ("2019-06-25"), number ("2019-06-25"), 600, 30, "Europe/Warsaw"};
  g_auto (GStrv) found = scr_clashes_find (clashes, &time);
  g_auto (GStrv) earlier = scr_clashes_find (clashes, &warsaw);

  g_assert_cmpuint (g_strv_length (found), ==, 1);
  g_assert_cmpstr (found[0], ==, "The scrutineer and 1 more are expected at Learning Hub.");
  g_assert_cmpuint (g_strv_length (earlier), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clashes/overlap", test_overlap);
  g_test_add_func ("/clashes/overlap-property", test_overlap_property);
  g_test_add_func ("/clashes/sentences", test_sentences);
  g_test_add_func ("/clashes/what-does-not-count", test_what_does_not_count);
  g_test_add_func ("/clashes/new-meeting", test_new_meeting);
  return g_test_run ();
}
