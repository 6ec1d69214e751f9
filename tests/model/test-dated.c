/* Tests of the rows of dated things: months, today's row, other kinds among meetings, filters, other orders.
 * A table lists in the order in which things were added, so they are added by day. */
#include "table-source.h"

#include "scr-dated.h"

#include <string.h>

static TestTableSource *
make (const char *today)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "record", "record", "today", today, NULL);
  test_table_source_add (table, "meeting", "m1", "day", "2019-05-14", "group", "g", "state", "held", NULL);
  test_table_source_add (table, "meeting", "m2", "day", "2019-06-05", "kind", "board", "state", "held", NULL);
  test_table_source_add (table, "meeting", "m3", "day", "2019-06-19", "group", "g", NULL);
  test_table_source_add (table, "meeting", "m4", "day", "2019-07-03", NULL);
  test_table_source_add (table, "meeting", "m5", NULL);
  test_table_source_add (table, "activity", "a1", "day", "2019-06-05", "group", "g", NULL);
  test_table_source_add (table, "activity", "a2", "day", "2019-08-01", NULL);
  test_table_source_add (table, "activity", "a3", NULL);
  test_table_source_add (table, "arrangement", "r1", "publish_due", "2019-06-30", NULL);
  return table;
}

/* "[2019-06 2/1] m2 (today) m3": headings with how many, and how many to come. */
static void
assert_rows (const char *today, ScrDatedQuery query, const char *expected)
{
  TestTableSource *table = make (today);
  g_autoptr (ScrDated) dated = scr_dated_new (SCR_SOURCE (table), &query);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_items = 0;

  for (guint i = 0; i < dated->rows->len; i++)
    {
      const ScrDatedRow *row = scr_dated_get_row (dated, i);
      guint position;

      g_string_append (text, i > 0 ? " " : "");
      if (row->row == SCR_DATED_HEADING)
        g_string_append_printf (text, "[%s %u/%u]", row->id, row->n, row->n_to_come);
      else if (row->row == SCR_DATED_TODAY)
        {
          g_string_append (text, "(today)");
          g_assert_cmpstr (row->id, ==, today);
          g_assert_true (scr_dated_find_today (dated, &position));
          g_assert_cmpuint (position, ==, i);
        }
      else
        {
          g_string_append (text, row->id);
          n_items++;
          g_assert_true (scr_dated_find (dated, row->id, &position));
          g_assert_cmpuint (position, ==, i);
        }
    }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpuint (dated->n_items, ==, n_items);
  g_assert_false (scr_dated_find (dated, today, NULL));
  g_object_unref (table);
}

#define ALL 0xffff

static void
test_by_day (void)
{
  assert_rows ("2019-06-12", (ScrDatedQuery) {NULL},
               "[2019-05 1/0] m1 [2019-06 2/1] m2 (today) m3 [2019-07 1/1] m4 [ 1/0] m5");
  /* A month whose every meeting is past, or still to come; a day without a month of its own; all past; all to
   * come. */
  assert_rows ("2019-06-25", (ScrDatedQuery) {NULL},
               "[2019-05 1/0] m1 [2019-06 2/0] m2 m3 (today) [2019-07 1/1] m4 [ 1/0] m5");
  assert_rows ("2019-06-05", (ScrDatedQuery) {NULL},
               "[2019-05 1/0] m1 [2019-06 2/2] (today) m2 m3 [2019-07 1/1] m4 [ 1/0] m5");
  assert_rows ("2020-01-01", (ScrDatedQuery) {NULL},
               "[2019-05 1/0] m1 [2019-06 2/0] m2 m3 [2019-07 1/0] m4 (today) [ 1/0] m5");
  assert_rows ("2019-01-01", (ScrDatedQuery) {NULL},
               "(today) [2019-05 1/1] m1 [2019-06 2/2] m2 m3 [2019-07 1/1] m4 [ 1/0] m5");
}

static void
test_other_kinds (void)
{
  assert_rows (
      "2019-06-12", (ScrDatedQuery) {.with = ALL},
      "[2019-05 1/0] m1 [2019-06 4/2] m2 a1 (today) m3 r1 [2019-07 1/1] m4 [2019-08 1/1] a2 [ 1/0] m5");
  assert_rows ("2019-06-12", (ScrDatedQuery) {.with = 1 << SCR_DATED_MILESTONES},
               "[2019-05 1/0] m1 [2019-06 3/2] m2 (today) m3 r1 [2019-07 1/1] m4 [ 1/0] m5");
}

static void
test_filters (void)
{
  assert_rows ("2019-06-12", (ScrDatedQuery) {.with = ALL, .group = "g"},
               "[2019-05 1/0] m1 [2019-06 2/1] a1 (today) m3");
  assert_rows ("2019-06-12", (ScrDatedQuery) {.with = ALL, .kind = "board"}, "[2019-06 1/0] m2 (today)");
  assert_rows ("2019-06-12", (ScrDatedQuery) {.with = ALL, .state = "held"},
               "[2019-05 1/0] m1 [2019-06 1/0] m2 (today)");
  assert_rows ("2019-06-12", (ScrDatedQuery) {.state = "none"}, "");
}

/* The other way round, from a table that is: today stands before what was. */
static void
test_descending (void)
{
  TestTableSource *table = test_table_source_new ();
  const ScrDatedQuery query = {.descending = TRUE};
  g_autoptr (ScrDated) dated = NULL;
  guint position;

  test_table_source_add (table, "record", "record", "today", "2019-06-12", NULL);
  test_table_source_add (table, "meeting", "m4", "day", "2019-07-03", NULL);
  test_table_source_add (table, "meeting", "m3", "day", "2019-06-19", NULL);
  test_table_source_add (table, "meeting", "m2", "day", "2019-06-05", NULL);
  test_table_source_add (table, "meeting", "m1", "day", "2019-05-14", NULL);
  dated = scr_dated_new (SCR_SOURCE (table), &query);
  g_assert_true (scr_dated_find_today (dated, &position));
  g_assert_cmpuint (position, ==, 4);
  g_assert_cmpstr (scr_dated_get_row (dated, 3)->id, ==, "m3");
  g_assert_cmpstr (scr_dated_get_row (dated, 5)->id, ==, "m2");
  g_assert_cmpuint (dated->rows->len, ==, 8);
  g_object_unref (table);
}

static void
test_by_others (void)
{
  assert_rows ("2019-06-12", (ScrDatedQuery) {.order = SCR_DATED_BY_TITLE}, "m1 m2 m3 m4 m5");
  assert_rows ("2019-06-12", (ScrDatedQuery) {.order = SCR_DATED_BY_TITLE, .with = 1 << SCR_DATED_ACTIVITIES},
               "m1 m2 m3 m4 m5 [activity 2/0] a1 a2");
  assert_rows ("2019-06-12", (ScrDatedQuery) {.order = SCR_DATED_BY_STATE},
               "[held 2/0] m1 m2 [ 3/0] m3 m4 m5");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dated/by-day", test_by_day);
  g_test_add_func ("/dated/other-kinds", test_other_kinds);
  g_test_add_func ("/dated/filters", test_filters);
  g_test_add_func ("/dated/descending", test_descending);
  g_test_add_func ("/dated/by-others", test_by_others);
  return g_test_run ();
}
