/* Tests of what scr-source does itself: following references, the record's today. */
#include "scr-day.h"
#include "table-source.h"

#include <string.h>

static void
test_references (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrSource *source = SCR_SOURCE (table);
  ScrItem *group = test_table_source_add (table, "group", "g", "title", "Board", NULL);
  ScrItem *person = test_table_source_add (table, "person", "p", "title", "Role A", NULL);
  ScrItem *member = test_table_source_add (table, "membership", "m", "group", "g", "member", "p", NULL);
  g_autoptr (ScrItem) found_group = scr_source_get_referred (source, member, "group");
  g_autoptr (ScrItem) found_member = scr_source_get_referred (source, member, "member");
  g_autoptr (ScrItem) capacity = scr_source_get_referred (source, member, "capacity");

  g_assert_true (found_group == group);
  g_assert_true (found_member == person);
  g_assert_null (capacity);
  g_assert_null (scr_source_get (source, "group", NULL));
  g_assert_null (scr_source_get (source, "group", "p"));
  g_assert_null (scr_source_find (source, scr_kind_get_field (scr_item_get_kind (member), "from"), "g"));
}

static gboolean
on_item (ScrItem *item, gpointer user_data)
{
  GString *titles = user_data;

  g_string_append (titles, scr_item_get_text (item, "title"));
  return titles->len < 2;
}

/* A source that only knows lists can be walked too, and stops where it is told to. */
static void
test_walk (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  const ScrQuery groups = {.kind = "group"}, meetings = {.kind = "meeting"};
  g_autoptr (GString) titles = g_string_new (NULL);

  test_table_source_add (table, "group", "1", "title", "a", NULL);
  test_table_source_add (table, "group", "2", "title", "b", NULL);
  test_table_source_add (table, "group", "3", "title", "c", NULL);
  g_assert_false (scr_source_walk (SCR_SOURCE (table), &groups, on_item, titles));
  g_assert_cmpstr (titles->str, ==, "ab");
  g_assert_true (scr_source_walk (SCR_SOURCE (table), &meetings, on_item, titles));
}

static void
test_today (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  g_autofree char *real = scr_source_dup_today (SCR_SOURCE (table));
  g_autofree char *pinned = NULL;

  g_assert_true (scr_day_is_valid (real));
  test_table_source_add (table, SCR_KIND_RECORD, SCR_RECORD_ID, "today", "2019-06-12", NULL);
  pinned = scr_source_dup_today (SCR_SOURCE (table));
  g_assert_cmpstr (pinned, ==, "2019-06-12");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source/references", test_references);
  g_test_add_func ("/source/walk", test_walk);
  g_test_add_func ("/source/today", test_today);
  return g_test_run ();
}
