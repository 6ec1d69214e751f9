/* Tests of scr-gaps: how what people noted is tied to what rules find. */
#include "gaps-fixture.h"

/* A missing link of Bexley, and the gap that is kept of it. */
static ScrItem *
add_kept (TestTableSource *table)
{
  test_table_source_add (table, "organisation", "o", "title", "Council", NULL);
  test_table_source_add (table, "person", "p", "title", "Manager", NULL);
  test_table_source_set (add_link (table, "l", "p", "supports", "o"), "state", "link-state.missing");
  return test_table_source_add (table, "gap", "k", "title", "No support", "rule", SCR_GAP_MISSING_LINK,
                                "about", "l", "owner", "p", "due", "2019-09-30", "partnership", "b", NULL);
}

static const ScrGapFound *
first (ScrGaps *gaps)
{
  g_assert_cmpuint (gaps->gaps->len, >, 0);
  return g_ptr_array_index (gaps->gaps, 0);
}

static void
test_kept (void)
{
  const struct
  {
    const char *state;
    gboolean found;
    const char *shown, *detail;
    gboolean open, gone, again;
  } rows[] = {
      {NULL, TRUE, "gap-state.open", "support", TRUE, FALSE, FALSE},
      {"gap-state.open", TRUE, "gap-state.open", "support", TRUE, FALSE, FALSE},
      {"gap-state.in-hand", TRUE, "gap-state.in-hand", "support", TRUE, FALSE, FALSE},
      {"gap-state.accepted", TRUE, "gap-state.accepted", "For now", FALSE, FALSE, FALSE},
      {"gap-state.closed", TRUE, "gap-state.open", "Closed on 1 June 2019, and found again", TRUE, FALSE,
       TRUE},
      {"gap-state.open", FALSE, "gap-state.open", "No longer found: it can be closed", TRUE, TRUE, FALSE},
      {"gap-state.accepted", FALSE, "gap-state.accepted", "No longer found: it can be closed", FALSE, TRUE,
       FALSE},
      {"gap-state.closed", FALSE, "gap-state.closed", "Closed on 1 June 2019", FALSE, FALSE, FALSE},
  };
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *gap = add_kept (table);
  g_autoptr (ScrItem) link = scr_source_get (SCR_SOURCE (table), "link", "l");

  test_table_source_set (link, "label", "support");
  test_table_source_set (gap, "reason", "For now");
  test_table_source_set (gap, "closed", "2019-06-01");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScrGaps) gaps = NULL;
      const ScrGapFound *found;

      g_test_message ("%s, %s", rows[i].state, rows[i].found ? "found" : "not found");
      test_table_source_set (gap, "state", rows[i].state);
      test_table_source_set (link, "state", rows[i].found ? "link-state.missing" : "link-state.in-place");
      gaps = make (table, NULL, DAY);
      g_assert_cmpuint (gaps->gaps->len, ==, 1);
      g_assert_cmpuint (gaps->n_open, ==, rows[i].open);
      found = first (gaps);
      g_assert_cmpstr (found->title, ==, "No support");
      g_assert_cmpstr (found->detail, ==, rows[i].detail);
      g_assert_cmpstr (found->state, ==, rows[i].shown);
      g_assert_cmpstr (found->due, ==, "2019-09-30");
      g_assert_cmpstr (found->partnership, ==, "b");
      g_assert_cmpstr (scr_item_get_id (found->owner), ==, "p");
      g_assert_true (found->kept == gap);
      g_assert_true (found->about == link);
      g_assert_cmpint (found->is_open, ==, rows[i].open);
      g_assert_cmpint (found->is_found, ==, rows[i].found);
      g_assert_cmpint (found->is_gone, ==, rows[i].gone);
      g_assert_cmpint (found->is_again, ==, rows[i].again);
      g_assert_cmpuint (scr_gaps_count_at (gaps, "l"), ==, rows[i].open);
    }
}

/* What has no rule, another one, or speaks of something that its rule does not, was noted by hand. */
static void
test_by_hand (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *gap = test_table_source_add (table, "gap", "k", "title", "By hand", NULL);
  const char *const rule_ids[] = {NULL, "gap-rule.other", SCR_GAP_MISSING_LINK, SCR_GAP_NO_LEAD};

  test_table_source_add (table, "group", "x", "title", "Group", "kind", "group-kind.business-team", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rule_ids); i++)
    for (guint about = 0; about < 2; about++)
      {
        g_autoptr (ScrGaps) gaps = NULL;

        test_table_source_set (gap, "rule", rule_ids[i]);
        test_table_source_set (gap, "about", about ? "x" : NULL);
        gaps = make (table, NULL, DAY);
        g_assert_cmpuint (gaps->n_open, ==, 1);
        g_assert_false (first (gaps)->is_gone);
        g_assert_cmpuint (scr_gaps_count_at (gaps, "x"), ==, about);
      }
  /* What a rule spoke of, and is no more. */
  test_table_source_set (gap, "rule", SCR_GAP_NO_LEAD);
  test_table_source_set (gap, "about", "purged");
  assert_words (table, 0, "By hand", "No longer found: it can be closed");
}

/* A gap without a partnership speaks of the same in all of them, one of a partnership of that alone. */
static void
test_kept_partnerships (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *gap;

  test_table_source_add (table, "organisation", "o", "title", "Police", "statutory", "1", NULL);
  g_assert_cmpuint (count (table, ""), ==, 2);
  gap = test_table_source_add (table, "gap", "k", "title", "Kept", "rule", SCR_GAP_NO_LEAD, "about", "o",
                               "state", "gap-state.accepted", NULL);
  g_assert_cmpuint (count (table, ""), ==, 1);
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, DAY), ==, 0);
  test_table_source_set (gap, "partnership", "b");
  g_assert_cmpuint (count (table, ""), ==, 2);
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), "b", DAY), ==, 0);
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), "g", DAY), ==, 1);
}

/* Kept twice, once closed: the open one counts, and the closed one stays closed. */
static void
test_kept_twice (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *gap = add_kept (table);
  ScrItem *twin = test_table_source_add (table, "gap", "a", "title", "Twin", "rule", SCR_GAP_MISSING_LINK,
                                         "about", "l", "partnership", "b", "state", "gap-state.closed", NULL);

  g_assert_cmpuint (count (table, ""), ==, 2);
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, DAY), ==, 1);
  test_table_source_set (gap, "state", "gap-state.closed");
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, DAY), ==, 1);
  test_table_source_set (twin, "state", "gap-state.open");
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, DAY), ==, 1);
}

/* On another day, what rules do not find is not there. */
static void
test_other_day (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *gap = add_kept (table);
  g_autoptr (ScrItem) link = scr_source_get (SCR_SOURCE (table), "link", "l");

  test_table_source_set (link, "from", "2019-03-13");
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, "2019-03-13"), ==, 1);
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, "2019-03-12"), ==, 0);
  test_table_source_set (gap, "rule", NULL);
  /* By hand: nothing says since when. The link is found by itself from its first day. */
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, "2019-03-12"), ==, 1);
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), NULL, "2019-03-13"), ==, 2);
}

/* Open by due day, those without one last, then accepted, then closed. */
static void
test_order (void)
{
  const char *const expected[]
      = {"Soon", "Late", "Kept", "Missing: Manager, supports, Council", "Accepted", "Closed"};
  g_autoptr (TestTableSource) table = new_record ();
  ScrItem *gap = add_kept (table);
  g_autoptr (ScrGaps) gaps = NULL;

  scr_item_set_deleted (gap, "2019-06-01T00:00:00Z");
  test_table_source_add (table, SCR_KIND_CHOICE, "link-kind.supports", "list", "link-kind", "label",
                         "supports", NULL);
  test_table_source_add (table, "gap", "1", "title", "Closed", "state", "gap-state.closed", "due",
                         "2018-01-01", NULL);
  test_table_source_add (table, "gap", "2", "title", "Late", "due", "2019-09-30", NULL);
  test_table_source_add (table, "gap", "3", "title", "Accepted", "state", "gap-state.accepted", NULL);
  test_table_source_add (table, "gap", "4", "title", "Kept", "partnership", "b", NULL);
  test_table_source_add (table, "gap", "5", "title", "Soon", "due", "2019-06-30", "partnership", "g", NULL);
  gaps = make (table, NULL, DAY);
  g_assert_cmpuint (gaps->gaps->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (((ScrGapFound *)g_ptr_array_index (gaps->gaps, i))->title, ==, expected[i]);
  g_assert_cmpuint (count_in (table, "", "b"), ==, 5);
  g_assert_cmpuint (count_in (table, "", "g"), ==, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gaps-kept/kept", test_kept);
  g_test_add_func ("/gaps-kept/by-hand", test_by_hand);
  g_test_add_func ("/gaps-kept/kept-partnerships", test_kept_partnerships);
  g_test_add_func ("/gaps-kept/kept-twice", test_kept_twice);
  g_test_add_func ("/gaps-kept/other-day", test_other_day);
  g_test_add_func ("/gaps-kept/order", test_order);
  return g_test_run ();
}
