/* Tests of commands on actions: one change each, the day of being done, undone. The record is the example,
 * whose today is 12 June 2019. */
#include "record-maker.h"

#include "scr-action-commands.h"
#include "scr-action-log.h"
#include "scr-records.h"

typedef struct
{
  char *folder;
  ScrStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = maker_folder_new ();
  path = maker_path (fixture->folder, "Example.scrutiny");
  fixture->store = scr_record_create_example (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  maker_folder_free (fixture->folder);
}

static ScrItem *
find (Fixture *fixture, const char *state)
{
  const ScrQuery query = {.kind = "action", .conditions = {{"state", SCR_IS, state, 0}}, .order = "due"};
  g_autoptr (GPtrArray) found = scr_source_list (SCR_SOURCE (fixture->store), &query);

  g_assert_cmpuint (found->len, >, 0);
  return g_object_ref (g_ptr_array_index (found, 0));
}

static void
move (Fixture *fixture, ScrItem *action, const char *state, const char *done)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (scr_command_set_action_state (fixture->store, action, state, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (action, "state"), ==, state);
  g_assert_cmpstr (scr_item_get_text (action, "done"), ==, done);
}

/* Done sets the day, in the same change; leaving it takes the day away; undo gives it back. */
static void
test_done (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) action = find (fixture, SCR_ACTION_OPEN);
  g_autoptr (GError) error = NULL;

  move (fixture, action, SCR_ACTION_DONE, "2019-06-12");
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==,
                   "Done: Send the thresholds findings to the front-door leads");
  move (fixture, action, "action-state.on-its-way", NULL);
  g_assert_true (scr_store_undo (fixture->store, &error));
  g_assert_cmpstr (scr_item_get_text (action, "done"), ==, "2019-06-12");
  g_assert_true (scr_store_undo (fixture->store, &error));
  g_assert_cmpstr (scr_item_get_text (action, "state"), ==, SCR_ACTION_OPEN);
  g_assert_null (scr_item_get_text (action, "done"));
}

/* A day that people noted stays. */
static void
test_noted_day (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) action = find (fixture, SCR_ACTION_OPEN);
  g_autoptr (ScrEdit) edit = scr_edit_new ("Day");
  g_autoptr (GError) error = NULL;

  scr_edit_set_text (edit, "action", scr_item_get_id (action), "done", "2019-06-10");
  g_assert_true (scr_store_apply (fixture->store, edit, &error));
  move (fixture, action, SCR_ACTION_DONE, "2019-06-10");
}

/* What is in that state already is no change. */
static void
test_same (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) action = find (fixture, SCR_ACTION_DONE);
  g_autofree char *label = g_strdup (scr_store_get_undo_label (fixture->store));
  g_autofree char *done = g_strdup (scr_item_get_text (action, "done"));

  move (fixture, action, SCR_ACTION_DONE, done);
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, label);
}

static void
test_bad (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) action = find (fixture, SCR_ACTION_OPEN);
  g_autoptr (GError) error = NULL;

  g_assert_false (scr_command_set_action_state (fixture->store, action, "meeting-state.held", &error));
  g_assert_nonnull (error);
  g_assert_cmpstr (scr_item_get_text (action, "state"), ==, SCR_ACTION_OPEN);
}

static void
test_add (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) open = scr_command_add_action (fixture->store, NULL, NULL, NULL, &error);
  g_autoptr (ScrItem) done = scr_command_add_action (fixture->store, "Ask", NULL, SCR_ACTION_DONE, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (open, "title"), !=, NULL);
  g_assert_cmpstr (scr_item_get_text (open, "state"), ==, SCR_ACTION_OPEN);
  g_assert_null (scr_item_get_text (open, "done"));
  g_assert_cmpstr (scr_item_get_text (done, "title"), ==, "Ask");
  g_assert_cmpstr (scr_item_get_text (done, "done"), ==, "2019-06-12");
}

#define ADD(path, function) g_test_add ("/action-commands/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("done", test_done);
  ADD ("noted-day", test_noted_day);
  ADD ("same", test_same);
  ADD ("bad", test_bad);
  ADD ("add", test_add);
  return g_test_run ();
}
