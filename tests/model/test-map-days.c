/* Tests of scr-map-days: which days have a mark, and what is written there. */
#include "scr-map-days.h"
#include "table-source.h"

#include <string.h>

static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "partnership", "b", "title", "Bexley", NULL);
  test_table_source_add (table, "partnership", "g", "title", "Greenwich", NULL);
  return table;
}

/* Every day with its label, a line each. */
static char *
describe (TestTableSource *table, const char *partnership)
{
  g_autoptr (GPtrArray) days = scr_map_days_new (NULL, SCR_SOURCE (table), partnership);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const ScrMapDay *day = g_ptr_array_index (days, i);

      g_string_append_printf (text, "%s %s\n", day->day, day->label);
    }
  return g_string_free (text, FALSE);
}

static void
assert_days (TestTableSource *table, const char *partnership, const char *expected)
{
  g_autofree char *text = describe (table, partnership);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_nothing (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *group = test_table_source_add (table, "group", "x", "title", "Hub", NULL);

  assert_days (table, NULL, "");
  test_table_source_set (group, "from", "2019-01-01");
  scr_item_set_deleted (group, "2019-06-01T00:00:00Z");
  assert_days (table, NULL, "");
}

static void
test_arrangement (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *arrangement
      = test_table_source_add (table, "arrangement", "a", "title", "Arrangements", "partnership", "b",
                               "publish_due", "2018-09-01", "effective_due", "2018-10-01", NULL);

  assert_days (table, NULL, "2018-09-01 Bexley due to publish\n2018-10-01 Bexley due in force\n");
  test_table_source_set (arrangement, "published", "2018-09-02");
  assert_days (table, NULL, "2018-09-02 Bexley published\n2018-10-01 Bexley due in force\n");
  test_table_source_set (arrangement, "effective", "2018-10-02");
  assert_days (table, NULL, "2018-09-02 Bexley published\n2018-10-02 Bexley begins\n");
  /* Published on the day on which it begins: said once. */
  test_table_source_set (arrangement, "published", "2018-10-02");
  assert_days (table, NULL, "2018-10-02 Bexley begins\n");
  test_table_source_set (arrangement, "published", NULL);
  assert_days (table, NULL, "2018-10-02 Bexley begins\n");
  test_table_source_set (arrangement, "ended", "2023-12-15");
  assert_days (table, NULL, "2018-10-02 Bexley begins\n2023-12-15 Bexley ends\n");
  test_table_source_set (arrangement, "partnership", NULL);
  test_table_source_set (arrangement, "ended", NULL);
  assert_days (table, NULL, "2018-10-02 Arrangements begins\n");
}

static void
test_cards (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *icb
      = test_table_source_add (table, "organisation", "i", "title", "ICB", "from", "2022-07-01", NULL);

  test_table_source_add (table, "organisation", "c", "title", "CCG", "until", "2022-07-01", NULL);
  assert_days (table, NULL, "2022-07-01 CCG ends · ICB begins\n");
  test_table_source_set (icb, "succeeds", "c");
  assert_days (table, NULL, "2022-07-01 ICB follows CCG\n");
  test_table_source_set (icb, "from", "2022-07-02");
  assert_days (table, NULL, "2022-07-01 CCG ends\n2022-07-02 ICB follows CCG\n");
  test_table_source_add (table, "group", "x", "title", "Hub", "from", "2022-07-01", NULL);
  test_table_source_add (table, "group", "y", "title", "Board", "from", "2022-07-01", NULL);
  assert_days (table, NULL, "2022-07-01 Board begins · 2 more\n2022-07-02 ICB follows CCG\n");
}

static void
test_terms_and_links (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *other;

  test_table_source_add (table, "appointment", "a", "title", "Chair", "role", "role.other", "from",
                         "2018-01-01", "until", "2019-01-01", NULL);
  assert_days (table, NULL, "2018-01-01 Term begins\n2019-01-01 Term ends\n");
  other = test_table_source_add (table, "appointment", "o", "title", "Manager", "role", "role.other", "from",
                                 "2019-01-01", NULL);
  assert_days (table, NULL, "2018-01-01 Term begins\n2019-01-01 Term ends · Term begins\n");
  test_table_source_set (other, "from", "2018-01-01");
  assert_days (table, NULL, "2018-01-01 2 terms begin\n2019-01-01 Term ends\n");
  test_table_source_add (table, "link", "l", "from_card", "a", "to_card", "o", "from", "2018-01-01", "until",
                         "2018-06-01", NULL);
  test_table_source_add (table, "link", "m", "from_card", "a", "to_card", "o", "from", "2018-06-01", NULL);
  test_table_source_add (table, "link", "n", "from_card", "a", "to_card", "o", "from", "2018-06-01", NULL);
  assert_days (table, NULL,
               "2018-01-01 2 terms begin\n2018-06-01 1 link ends · 2 links begin\n2019-01-01 Term ends\n");
}

/* The weightiest gives the label, and everything is told in full. */
static void
test_one_day (void)
{
  const char *const day = "2018-10-01";
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) own = NULL;
  const ScrMapDay *mark;

  test_table_source_add (table, "link", "l", "from_card", "a", "to_card", "o", "from", day, "partnership",
                         "b", NULL);
  test_table_source_add (table, "appointment", "s", "title", "Scrutineer", "role", "role.scrutineer", "from",
                         day, "partnership", "b", NULL);
  test_table_source_add (table, "group", "h", "title", "Hub", "from", day, "partnership", "b", NULL);
  test_table_source_add (table, "arrangement", "a", "title", "Arrangements", "effective", day, "partnership",
                         "b", NULL);
  all = scr_map_days_new (NULL, SCR_SOURCE (table), NULL);
  g_assert_cmpuint (all->len, ==, 1);
  mark = g_ptr_array_index (all, 0);
  g_assert_cmpstr (mark->label, ==, "Bexley begins");
  g_assert_cmpint (mark->sort, ==, SCR_MAP_DAY_ARRANGEMENT);
  g_assert_cmpuint (mark->n_changes, ==, 4);
  g_assert_cmpstr (mark->detail, ==,
                   "Bexley begins\nHub (Bexley) begins\nTerm begins: Scrutineer (Bexley)\n1 link begins");
  own = scr_map_days_new (NULL, SCR_SOURCE (table), "b");
  mark = g_ptr_array_index (own, 0);
  g_assert_cmpstr (mark->detail, ==, "Bexley begins\nHub begins\nTerm begins: Scrutineer\n1 link begins");
}

static void
test_partnership (void)
{
  g_autoptr (TestTableSource) table = new_record ();

  test_table_source_add (table, "group", "x", "title", "Hub", "partnership", "b", "from", "2018-10-01", NULL);
  test_table_source_add (table, "group", "y", "title", "Workgroup", "partnership", "g", "from", "2019-03-13",
                         NULL);
  test_table_source_add (table, "group", "z", "title", "Steering", "from", "2018-07-02", NULL);
  assert_days (table, "b", "2018-07-02 Steering begins\n2018-10-01 Hub begins\n");
  assert_days (table, "g", "2018-07-02 Steering begins\n2019-03-13 Workgroup begins\n");
  assert_days (table, NULL,
               "2018-07-02 Steering begins\n2018-10-01 Hub begins\n2019-03-13 Workgroup begins\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-days/nothing", test_nothing);
  g_test_add_func ("/map-days/arrangement", test_arrangement);
  g_test_add_func ("/map-days/cards", test_cards);
  g_test_add_func ("/map-days/terms-and-links", test_terms_and_links);
  g_test_add_func ("/map-days/one-day", test_one_day);
  g_test_add_func ("/map-days/partnership", test_partnership);
  return g_test_run ();
}
