/* Tests of the action log: what is overdue, what filters ask for, totals in words, and how an action's due
 * day is told. */
#include "table-source.h"

#include "scr-action-log.h"

static TestTableSource *
make (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "record", "record", "today", "2019-06-12", "nation", "nation.x", NULL);
  /* A Monday. */
  test_table_source_add (table, "holiday", "h", "nation", "nation.x", "day", "2019-06-10", "title",
                         "A holiday", NULL);
  test_table_source_add (table, "group", "g", "title", "Board", NULL);
  test_table_source_add (table, "meeting", "m", "title", "Board", "group", "g", NULL);
  test_table_source_add (table, "action", "late", "title", "Late", "due", "2019-06-05", "state",
                         SCR_ACTION_OPEN, "meeting", "m", "owner", "p", NULL);
  test_table_source_add (table, "action", "friday", "title", "Friday", "due", "2019-06-07", "state",
                         "action-state.on-its-way", NULL);
  test_table_source_add (table, "action", "today", "title", "Today", "due", "2019-06-12", NULL);
  test_table_source_add (table, "action", "later", "title", "Later", "due", "2019-06-14", "state",
                         SCR_ACTION_OPEN, "owner", "p", NULL);
  test_table_source_add (table, "action", "none", "title", "None", "state", SCR_ACTION_OPEN, NULL);
  test_table_source_add (table, "action", "done", "title", "Done", "due", "2019-06-01", "state",
                         SCR_ACTION_DONE, "done", "2019-06-03", "meeting", "m", NULL);
  test_table_source_add (table, "action", "undated", "title", "Undated", "state", SCR_ACTION_DONE, NULL);
  test_table_source_add (table, "action", "dropped", "title", "Dropped", "due", "2019-06-01", "state",
                         SCR_ACTION_DROPPED, NULL);
  return table;
}

static void
test_overdue (void)
{
  g_assert_true (scr_action_is_overdue (SCR_ACTION_OPEN, "2019-06-11", "2019-06-12"));
  g_assert_true (scr_action_is_overdue (NULL, "2019-06-11", "2019-06-12"));
  g_assert_false (scr_action_is_overdue (SCR_ACTION_OPEN, "2019-06-12", "2019-06-12"));
  g_assert_false (scr_action_is_overdue (SCR_ACTION_OPEN, NULL, "2019-06-12"));
  g_assert_false (scr_action_is_overdue (SCR_ACTION_DONE, "2019-06-11", "2019-06-12"));
  g_assert_false (scr_action_is_overdue (SCR_ACTION_DROPPED, "2019-06-11", "2019-06-12"));
}

/* Tells the identities that a filter lets through, joined by blanks. */
static void
assert_filter (ScrActionFilter filter, const char *expected)
{
  TestTableSource *table = make ();
  ScrQuery query = {.kind = "action"};
  guint n = scr_action_filter_to_conditions (&filter, query.conditions);
  g_autoptr (GPtrArray) found = scr_source_list (SCR_SOURCE (table), &query);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (n, <=, SCR_QUERY_MAX_CONDITIONS);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", scr_item_get_id (g_ptr_array_index (found, i)));
  g_assert_cmpstr (text->str, ==, expected);
  g_object_unref (table);
}

static void
test_filters (void)
{
  assert_filter ((ScrActionFilter) {NULL}, "late friday today later none done undated dropped");
  assert_filter ((ScrActionFilter) {.state = SCR_ACTION_OPEN}, "late later none");
  assert_filter ((ScrActionFilter) {.state = ""}, "today");
  assert_filter ((ScrActionFilter) {.owner = "p"}, "late later");
  assert_filter ((ScrActionFilter) {.group = "g"}, "late done");
  assert_filter ((ScrActionFilter) {.meeting = "m"}, "late done");
  assert_filter ((ScrActionFilter) {.meeting = "other", .group = "g"}, "");
  assert_filter ((ScrActionFilter) {.yesterday = "2019-06-11"}, "late friday");
  assert_filter ((ScrActionFilter) {.yesterday = "2019-06-11", .state = SCR_ACTION_DONE}, "");
  assert_filter (
      (ScrActionFilter) {
          .yesterday = "2019-06-11", .state = SCR_ACTION_OPEN, .owner = "p", .group = "g", .meeting = "m"},
      "late");
}

static void
assert_totals (ScrActionTotals totals, const char *sentence, const char *detail)
{
  g_autofree char *said = scr_action_totals_dup_sentence (NULL, &totals);
  g_autofree char *under = scr_action_totals_dup_detail (NULL, &totals);

  g_assert_cmpstr (said, ==, sentence);
  g_assert_cmpstr (under, ==, detail);
}

static void
test_totals (void)
{
  TestTableSource *table = make ();
  ScrActionTotals totals;

  scr_action_log_count (SCR_SOURCE (table), NULL, "2019-06-12", &totals);
  g_assert_cmpuint (totals.n_all, ==, 8);
  g_assert_cmpuint (totals.n_open, ==, 5);
  g_assert_cmpuint (totals.n_overdue, ==, 2);
  g_assert_cmpuint (totals.n_today, ==, 1);
  g_assert_cmpuint (totals.n_ownerless, ==, 3);
  assert_totals (totals, "2 actions are overdue", "5 of 8 still to be done · 3 without an owner");
  assert_totals ((ScrActionTotals) {5, 2, 1, 1, 0}, "1 action is overdue", "2 of 5 still to be done");
  assert_totals ((ScrActionTotals) {5, 2, 0, 1, 0}, "1 action is due today", "2 of 5 still to be done");
  assert_totals ((ScrActionTotals) {5, 2, 0, 0, 0}, "No action is overdue", "2 of 5 still to be done");
  assert_totals ((ScrActionTotals) {5, 0, 0, 0, 0}, "Every action is done", "0 of 5 still to be done");
  assert_totals ((ScrActionTotals) {0}, "No actions yet", "");
  g_object_unref (table);
}

/* Working days: neither the week-end nor the holiday on Monday 10 June counts. */
static void
test_words (void)
{
  static const struct
  {
    const char *id;
    const char *words;
    const char *tone;
  } rows[] = {
      {"late", "4 working days late", "late"},
      {"friday", "2 working days late", "late"},
      {"today", "Due today", "soon"},
      {"later", "Due in 2 working days", "soon"},
      {"none", "No due day", "waiting"},
      {"done", "Done 3 June", "done"},
      {"undated", "Done", "done"},
      {"dropped", "Dropped", "stopped"},
  };
  TestTableSource *table = make ();
  g_autoptr (ScrDues) dues = scr_dues_new (SCR_SOURCE (table));

  g_assert_cmpstr (dues->today, ==, "2019-06-12");
  g_assert_cmpstr (scr_dues_get_holiday (dues, "2019-06-10"), ==, "A holiday");
  g_assert_null (scr_dues_get_holiday (dues, "2019-06-11"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScrItem) action = scr_source_get (SCR_SOURCE (table), "action", rows[i].id);
      const char *tone = NULL;
      g_autofree char *words = scr_action_dup_due_words (NULL, dues, action, &tone);

      g_assert_cmpstr (words, ==, rows[i].words);
      g_assert_cmpstr (tone, ==, rows[i].tone);
    }
  g_object_unref (table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action-log/overdue", test_overdue);
  g_test_add_func ("/action-log/filters", test_filters);
  g_test_add_func ("/action-log/totals", test_totals);
  g_test_add_func ("/action-log/words", test_words);
  return g_test_run ();
}
