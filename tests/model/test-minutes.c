/* Tests of scr-minutes, scr-key-messages and scr-matters-arising: what is told of a meeting, and of those
 * before it. */
#include "scr-key-messages.h"
#include "scr-matters-arising.h"
#include "scr-minutes.h"

#include "table-source.h"

#include <string.h>

/* --- The text --- */

static ScrItem *
add_meeting (TestTableSource *table)
{
  ScrItem *meeting
      = test_table_source_add (table, "meeting", "m", "title", "Board *one*", "day", "2019-06-12", "start",
                               "14:00", "place", "Town hall", "summary", "We met.\n\n- once", NULL);

  test_table_source_add (table, "person", "p", "title", "Police lead", NULL);
  test_table_source_add (table, "person", "q", "title", "Health lead", NULL);
  test_table_source_add (table, "attendance", "a1", "meeting", "m", "who", "p", "state",
                         "attendance-state.present", NULL);
  test_table_source_add (table, "attendance", "a2", "meeting", "m", "who", "q", "state",
                         "attendance-state.substitute", "substitute_for", "p", NULL);
  test_table_source_add (table, "attendance", "a3", "meeting", "m", "who", "q", "state",
                         "attendance-state.invited", NULL);
  test_table_source_add (table, "agenda_item", "i", "meeting", "m", "title", "Hub", "position", "b", "text",
                         "**Good.**", NULL);
  test_table_source_add (table, "agenda_item", "k", "meeting", "m", "under", "i", "title", "Part", "position",
                         "b", NULL);
  test_table_source_add (table, "decision", "d", "meeting", "m", "item", "k", "title", "Go on", NULL);
  test_table_source_add (table, "decision", "d2", "meeting", "m", "item", "elsewhere", "title",
                         "Of the whole", NULL);
  test_table_source_add (table, "action", "ac", "meeting", "m", "item", "i", "title", "Do_it", "owner", "p",
                         "due", "2019-07-01", NULL);
  test_table_source_add (table, "interest", "in", "item", "i", "who", "q", "title", "Works there", "left",
                         "1", NULL);
  return meeting;
}

static void
test_text (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  g_autofree char *text = scr_minutes_dup_text (SCR_SOURCE (table), add_meeting (table), NULL);

  g_assert_cmpstr (text, ==,
                   "# Board \\*one\\*\n\n"
                   "Wednesday 12 June 2019 · 14:00 · Town hall\n\n"
                   "## Present\n\n- Police lead\n\n"
                   "## Substitutes\n\n- Health lead (in place of Police lead)\n\n"
                   "We met.\n\n- once\n\n"
                   "## 1. Hub\n\n**Good.**\n\n"
                   "- **Interest:** Works there (Health lead, left for the item)\n"
                   "- **Action:** Do\\_it (Police lead, by 1 July 2019)\n\n"
                   "### 1.1 Part\n\n- **Decision:** Go on\n\n"
                   "- **Decision:** Of the whole\n");
}

static void
test_empty (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrItem *meeting = test_table_source_add (table, "meeting", "m", "title", "Board", NULL);
  g_autofree char *text = scr_minutes_dup_text (SCR_SOURCE (table), meeting, NULL);

  g_assert_true (g_str_has_prefix (text, "# Board\n"));
}

static void
test_number (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrSource *source = SCR_SOURCE (table);

  g_assert_cmpuint (scr_minutes_get_next_number (source, "m"), ==, 1);
  test_table_source_add (table, "minutes_version", "v0", "meeting", "m", NULL);
  g_assert_cmpuint (scr_minutes_get_next_number (source, "m"), ==, 1);
  test_table_source_add (table, "minutes_version", "v3", "meeting", "m", "number", "3", NULL);
  test_table_source_add (table, "minutes_version", "v2", "meeting", "m", "number", "2", NULL);
  test_table_source_add (table, "minutes_version", "o", "meeting", "other", "number", "7", NULL);
  g_assert_cmpuint (scr_minutes_get_next_number (source, "m"), ==, 4);
}

/* --- Key messages --- */

static ScrItem *
add_telling (TestTableSource *table, const char *id, const char *group, const char *day, const char *start)
{
  g_autofree char *delivery = g_strconcat ("said-", id, NULL);
  ScrItem *meeting = test_table_source_add (table, "meeting", id, "title", id, "group", group, "day", day,
                                            "start", start, NULL);

  test_table_source_add (table, "delivery", delivery, "message", "message", "meeting", id, NULL);
  return meeting;
}

static void
assert_told (TestTableSource *table, ScrItem *meeting, guint in_all, guint here, const char *words)
{
  ScrToldCount count = scr_key_message_count (SCR_SOURCE (table), "message", meeting);
  g_autofree char *told = scr_key_message_dup_words (&count, NULL);

  g_assert_cmpuint (count.in_all, ==, in_all);
  g_assert_cmpuint (count.here, ==, here);
  g_assert_cmpstr (told, ==, words);
}

static void
test_key_messages (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrItem *first = add_telling (table, "m1", "g", "2019-01-01", "10:00");
  ScrItem *hub = add_telling (table, "m2", "hub", "2019-02-01", "10:00");
  ScrItem *third = add_telling (table, "m3", "g", "2019-03-01", "14:00");
  ScrItem *morning = add_telling (table, "m4", "g", "2019-03-01", "09:00");
  ScrItem *alone = add_telling (table, "m5", NULL, "2019-04-01", NULL);
  ScrItem *next = test_table_source_add (table, "meeting", "n", "group", "g", "day", "2019-05-01", NULL);
  ScrItem *fresh = test_table_source_add (table, "meeting", "f", "group", "new", "day", "2019-05-01", NULL);

  test_table_source_add (table, "delivery", "by-itself", "message", "message", "day", "2019-02-01", NULL);
  test_table_source_add (table, "delivery", "other", "message", "another", "meeting", "m1", NULL);
  assert_told (table, first, 1, 1, "told here for the first time");
  assert_told (table, hub, 3, 1, "told here for the first time");
  assert_told (table, morning, 4, 2, "told here for the second time");
  assert_told (table, third, 5, 3, "told here for the third time");
  assert_told (table, alone, 6, 1, "told here for the first time");
  assert_told (table, next, 6, 3, "told here 3 times before");
  assert_told (table, fresh, 6, 0, "not told here yet");
  test_table_source_add (table, "delivery", "twice", "message", "message", "meeting", "m1", NULL);
  assert_told (table, first, 2, 2, "told here for the second time");
}

static void
test_many (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrItem *last = NULL;

  for (guint i = 1; i <= 7; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", i);
      g_autofree char *day = g_strdup_printf ("2019-01-0%u", i);

      last = add_telling (table, id, "g", day, NULL);
    }
  assert_told (table, last, 7, 7, "told here 7 times so far");
}

/* --- Matters arising --- */

static char *
list_matters (TestTableSource *table, ScrItem *meeting)
{
  g_autoptr (GPtrArray) matters = scr_matters_arising_list (SCR_SOURCE (table), meeting);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < matters->len; i++)
    g_string_append_printf (told, "%s ", scr_item_get_id (g_ptr_array_index (matters, i)));
  return g_string_free (told, FALSE);
}

static void
test_matters (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrItem *next = test_table_source_add (table, "meeting", "n", "group", "g", "day", "2019-06-12", NULL);
  ScrItem *none = test_table_source_add (table, "meeting", "x", "day", "2019-06-12", NULL);
  g_autofree char *matters = NULL;
  g_autofree char *nothing = NULL;

  test_table_source_add (table, "meeting", "m1", "group", "g", "day", "2019-01-12", NULL);
  test_table_source_add (table, "meeting", "m2", "group", "g", "day", "2019-03-12", NULL);
  test_table_source_add (table, "meeting", "later", "group", "g", "day", "2019-07-12", NULL);
  test_table_source_add (table, "meeting", "hub", "group", "h", "day", "2019-03-12", NULL);
  test_table_source_add (table, "action", "late", "meeting", "m1", "title", "Late", "due", "2019-02-01",
                         NULL);
  test_table_source_add (table, "action", "undated", "meeting", "m1", "title", "Undated", "state",
                         "action-state.open", NULL);
  test_table_source_add (table, "action", "coming", "meeting", "m2", "title", "Coming", "due", "2019-08-01",
                         NULL);
  test_table_source_add (table, "action", "done", "meeting", "m2", "title", "Done", "state",
                         "action-state.done", NULL);
  test_table_source_add (table, "action", "dropped", "meeting", "m2", "title", "No", "state",
                         "action-state.dropped", NULL);
  test_table_source_add (table, "action", "there", "meeting", "m2", "title", "There", NULL);
  test_table_source_add (table, "agenda_item", "i", "meeting", "n", "title", "There", NULL);
  test_table_source_add (table, "action", "elsewhere", "meeting", "hub", "title", "Else", NULL);
  test_table_source_add (table, "action", "future", "meeting", "later", "title", "Future", NULL);
  matters = list_matters (table, next);
  g_assert_cmpstr (matters, ==, "late coming undated ");
  nothing = list_matters (table, none);
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_ahead (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrItem *meeting = test_table_source_add (table, "meeting", "m", NULL);

  g_assert_true (scr_meeting_is_ahead (meeting));
  test_table_source_set (meeting, "state", "meeting-state.pack-issued");
  g_assert_true (scr_meeting_is_ahead (meeting));
  test_table_source_set (meeting, "state", "meeting-state.held");
  g_assert_false (scr_meeting_is_ahead (meeting));
  test_table_source_set (meeting, "state", "meeting-state.cancelled");
  g_assert_false (scr_meeting_is_ahead (meeting));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minutes/text", test_text);
  g_test_add_func ("/minutes/empty", test_empty);
  g_test_add_func ("/minutes/number", test_number);
  g_test_add_func ("/key-messages/count", test_key_messages);
  g_test_add_func ("/key-messages/many", test_many);
  g_test_add_func ("/matters-arising/list", test_matters);
  g_test_add_func ("/matters-arising/ahead", test_ahead);
  return g_test_run ();
}
