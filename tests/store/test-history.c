/* Tests of history: what happened to an item, in words. */
#include "record-maker.h"

#include "scr-error.h"

typedef struct
{
  char *folder;
  ScrStore *store;
  char *meeting;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  fixture->meeting = maker_add (fixture->store, "meeting", "Meeting", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_free (fixture->meeting);
  maker_folder_free (fixture->folder);
}

static void
assert_told (Fixture *fixture, const char *line)
{
  g_autoptr (GPtrArray) history = scr_store_list_history (fixture->store, "meeting", fixture->meeting, 1);
  const ScrHistoryEntry *entry;

  g_assert_cmpuint (history->len, ==, 1);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpuint (entry->lines->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (entry->lines, 0), ==, line);
}

static void
assert_set_tells (Fixture *fixture, const char *field, const char *text, const char *line)
{
  maker_set (fixture->store, "meeting", fixture->meeting, field, text);
  assert_told (fixture, line);
}

static void
test_words (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *group = maker_add (fixture->store, "group", "Executive", NULL);

  assert_told (fixture, "Created");
  assert_set_tells (fixture, "day", "2019-03-03", "Day set to 3 March 2019");
  assert_set_tells (fixture, "day", "2019-03-10", "Day changed from 3 March 2019 to 10 March 2019");
  assert_set_tells (fixture, "day", NULL, "Day emptied; it was 10 March 2019");
  assert_set_tells (fixture, "group", group, "Group set to Executive");
  assert_set_tells (fixture, "state", "meeting-state.1", "State set to meeting-state 1");
  assert_set_tells (fixture, "summary", "Long text", "Minutes rewritten");
  maker_do (fixture->store, SCR_OP_BIN, "meeting", fixture->meeting);
  assert_told (fixture, "Put into the bin");
  maker_do (fixture->store, SCR_OP_RESTORE, "meeting", fixture->meeting);
  assert_told (fixture, "Taken out of the bin");
  maker_do (fixture->store, SCR_OP_PURGE, "meeting", fixture->meeting);
  assert_told (fixture, "Deleted for good");
}

static void
test_numbers (Fixture *fixture, gconstpointer unused)
{
  ScrEdit *edit = scr_edit_new ("Set");

  scr_edit_set_number (edit, "meeting", fixture->meeting, "length", 90);
  maker_apply (fixture->store, edit);
  assert_told (fixture, "Length set to 1 h 30 min");
}

static void
test_several_fields (Fixture *fixture, gconstpointer unused)
{
  ScrEdit *edit = scr_edit_new ("Move the meeting");
  g_autoptr (GPtrArray) history = NULL;
  const ScrHistoryEntry *entry;

  scr_edit_set_text (edit, "meeting", fixture->meeting, "title", "Second meeting");
  scr_edit_set_text (edit, "meeting", fixture->meeting, "day", "2019-03-03");
  maker_apply (fixture->store, edit);
  history = scr_store_list_history (fixture->store, "meeting", fixture->meeting, 10);
  g_assert_cmpuint (history->len, ==, 2);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpstr (entry->label, ==, "Move the meeting");
  g_assert_cmpuint (entry->lines->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (entry->lines, 0), ==, "Title changed from Meeting to Second meeting");
  g_assert_cmpstr (g_ptr_array_index (entry->lines, 1), ==, "Day set to 3 March 2019");
}

/* A reference to what is gone for good is told as well as can be. */
static void
test_gone_reference (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *group = maker_add (fixture->store, "group", "Executive", NULL);
  g_autoptr (GPtrArray) history = NULL;

  maker_set (fixture->store, "meeting", fixture->meeting, "group", group);
  maker_do (fixture->store, SCR_OP_PURGE, "group", group);
  history = scr_store_list_history (fixture->store, "meeting", fixture->meeting, 10);
  g_assert_cmpuint (history->len, ==, 3);
  for (guint i = 0; i < history->len; i++)
    {
      const ScrHistoryEntry *entry = g_ptr_array_index (history, i);

      g_assert_cmpuint (entry->lines->len, ==, 1);
      g_assert_cmpstr (g_ptr_array_index (entry->lines, 0), !=, "");
    }
}

static void
test_limits_and_counts (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) none = scr_store_list_history (fixture->store, "meeting", "no-such-item", 10);
  g_autoptr (GPtrArray) of_other_kind
      = scr_store_list_history (fixture->store, "group", fixture->meeting, 10);

  g_assert_cmpuint (none->len + of_other_kind->len, ==, 0);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *title = g_strdup_printf ("Meeting %u", i);

      maker_set (fixture->store, "meeting", fixture->meeting, "title", title);
    }
  some = scr_store_list_history (fixture->store, "meeting", fixture->meeting, 4);
  g_assert_cmpuint (some->len, ==, 4);
  g_assert_cmpint (((ScrHistoryEntry *)some->pdata[0])->change, >,
                   ((ScrHistoryEntry *)some->pdata[1])->change);
  g_assert_cmpuint (scr_store_count_history (fixture->store, "meeting", fixture->meeting), ==, 10);
}

/* The counts of all in one question are those of each. */
static void
test_counts_of_all (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *other = maker_add (fixture->store, "meeting", "Other", NULL);
  g_autoptr (GHashTable) all = scr_store_count_histories (fixture->store, "meeting", 1);
  g_autoptr (GHashTable) altered = NULL;

  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (all, other)), ==, 1);
  maker_set (fixture->store, "meeting", fixture->meeting, "title", "Renamed");
  altered = scr_store_count_histories (fixture->store, "meeting", 2);
  g_assert_cmpuint (g_hash_table_size (altered), ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (g_hash_table_lookup (altered, fixture->meeting)), ==,
                    scr_store_count_history (fixture->store, "meeting", fixture->meeting));
}

/* What an undo took back is told as undone; a reverting change says what it reverts. */
static void
test_undone (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) history = NULL;
  const ScrHistoryEntry *entry;

  maker_set (fixture->store, "meeting", fixture->meeting, "day", "2019-03-03");
  g_assert_true (scr_store_undo (fixture->store, NULL));
  history = scr_store_list_history (fixture->store, "meeting", fixture->meeting, 10);
  entry = g_ptr_array_index (history, 0);
  g_assert_true (entry->undone);
  g_assert_true (scr_store_undo_change (fixture->store, entry->change, NULL));
  g_clear_pointer (&history, g_ptr_array_unref);
  history = scr_store_list_history (fixture->store, "meeting", fixture->meeting, 10);
  entry = g_ptr_array_index (history, 0);
  g_assert_cmpstr (entry->label, ==, "Redo: Set");
  g_assert_false (entry->undone);
  g_assert_cmpstr (g_ptr_array_index (entry->lines, 0), ==, "Day set to 3 March 2019");
}

#define ADD(path, function) g_test_add ("/history/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("words", test_words);
  ADD ("numbers", test_numbers);
  ADD ("several-fields", test_several_fields);
  ADD ("gone-reference", test_gone_reference);
  ADD ("limits-and-counts", test_limits_and_counts);
  ADD ("counts-of-all", test_counts_of_all);
  ADD ("undone", test_undone);
  return g_test_run ();
}
