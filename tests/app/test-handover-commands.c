/* Handovers: made, their meetings and roles, their list; and what is said of them. */
#include "config.h"

#include "commands-fixture.h"

#include "scr-handover-commands.h"
#include "scr-handover.h"
#include "scr-records.h"

static void
set_up_example (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = maker_folder_new ();
  path = maker_path (fixture->folder, "a.scrutiny");
  fixture->store = scr_record_create_example (path, &error);
  g_assert_no_error (error);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);
}

static ScrItem *
get_only (Fixture *fixture, const char *kind)
{
  const ScrQuery query = {.kind = kind};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (fixture->store), &query);

  g_assert_cmpuint (items->len, ==, 1);
  return g_object_ref (g_ptr_array_index (items, 0));
}

/* Row 19 of the coverage: both meetings on one day, the chair steps back, and what is done of the list. */
static void
test_example (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) handover = get_only (fixture, "handover");
  g_autoptr (ScrHandover) told = scr_handover_new (NULL, SCR_SOURCE (fixture->store), handover);

  g_assert_true (told->is_joined);
  g_assert_false (told->overlaps);
  g_assert_cmpstr (told->sentence, ==,
                   "The old meets for the last time and the new for the first on the same day");
  g_assert_cmpstr (told->gap, ==, "1 h lies between the two meetings.");
  g_assert_cmpstr (told->progress, ==, "4 of 5 tasks are done.");
  g_assert_nonnull (told->from);
  g_assert_nonnull (told->to);
  g_assert_true (g_str_has_prefix (told->from_words, "Ends on "));
  g_assert_true (g_str_has_prefix (told->to_words, "Begins on "));
}

static void
test_gaps (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    const char *last_day, *last_start, *first_day, *first_start;
    const char *sentence;
    const char *gap;
  } rows[] = {
      {"2019-03-13", "10:00", "2019-03-13", "12:00",
       "The old meets for the last time and the new for the first on the same day",
       "The new begins when the old ends, without a break."},
      {"2019-03-13", "10:00", "2019-03-13", "11:30",
       "The old meets for the last time and the new for the first on the same day",
       "The new begins 30 min before the old has ended."},
      {"2019-03-13", NULL, "2019-03-13", "11:30",
       "The old meets for the last time and the new for the first on the same day",
       "Their times of day do not say how much time lies between them."},
      {"2019-03-13", NULL, "2019-03-14", NULL,
       "The new meets for the first time 1 day after the old’s last meeting",
       "No day lies between the two meetings."},
      {"2020-02-28", NULL, "2020-03-01", NULL,
       "The new meets for the first time 2 days after the old’s last meeting",
       "1 day lies between the two meetings."},
      {"2019-03-13", NULL, "2019-03-10", NULL,
       "The new meets for the first time before the old meets for the last", "They overlap by 3 days."},
      {NULL, NULL, "2019-03-10", NULL, "One of the two meetings has no day yet", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *last = maker_add (fixture->store, "meeting", "Last", "day", rows[i].last_day, NULL);
      g_autofree char *first = maker_add (fixture->store, "meeting", "First", "day", rows[i].first_day, NULL);
      g_autofree char *id = maker_add (fixture->store, "handover", "Handover", "last_meeting", last,
                                       "first_meeting", first, NULL);
      g_autoptr (ScrItem) handover = scr_source_get (SCR_SOURCE (fixture->store), "handover", id);
      g_autoptr (ScrHandover) told = NULL;
      ScrEdit *edit = scr_edit_new ("Length");

      scr_edit_set_number (edit, "meeting", last, "length", 120);
      maker_apply (fixture->store, edit);
      maker_set (fixture->store, "meeting", last, "start", rows[i].last_start);
      maker_set (fixture->store, "meeting", first, "start", rows[i].first_start);
      told = scr_handover_new (NULL, SCR_SOURCE (fixture->store), handover);
      g_assert_cmpstr (told->sentence, ==, rows[i].sentence);
      g_assert_cmpstr (told->gap, ==, rows[i].gap);
    }
}

static void
test_make (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (ScrItem) handover = scr_command_make_handover (fixture->store, NULL, NULL, NULL, NULL);
  g_autoptr (ScrItem) last = NULL;
  g_autoptr (ScrItem) first = NULL;
  g_autoptr (ScrHandover) told = scr_handover_new (NULL, SCR_SOURCE (fixture->store), handover);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (told->sentence, ==, "Choose the two meetings that the handover joins");
  g_assert_cmpstr (told->progress, ==, "Nothing is on the list yet.");
  last = scr_command_make_handover_meeting (fixture->store, handover, "last_meeting", NULL);
  maker_set (fixture->store, "meeting", scr_item_get_id (last), "day", "2019-03-13");
  first = scr_command_make_handover_meeting (fixture->store, handover, "first_meeting", NULL);
  g_assert_cmpstr (scr_item_get_text (first, "day"), ==, "2019-03-13");
  g_assert_cmpstr (scr_item_get_text (handover, "first_meeting"), ==, scr_item_get_id (first));
  g_assert_false (scr_command_choose_for_handover (fixture->store, handover, "last_meeting", first, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_assert_true (scr_command_choose_for_handover (fixture->store, handover, "last_meeting", NULL, NULL));
  for (guint i = 0; i < 5; i++)
    g_assert_true (scr_store_undo (fixture->store, NULL));
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
}

static void
test_tasks (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "handover", "Handover", NULL);
  g_autoptr (ScrItem) handover = scr_source_get (SCR_SOURCE (fixture->store), "handover", id);
  g_autoptr (ScrItem) one
      = scr_command_add_handover_task (fixture->store, handover, " Close the minutes ", NULL);
  g_autoptr (ScrItem) two = scr_command_add_handover_task (fixture->store, handover, "Tell everybody", NULL);
  g_autoptr (ScrHandover) told = NULL;
  g_autoptr (ScrHandover) done = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (scr_item_get_text (one, "title"), ==, "Close the minutes");
  g_assert_cmpstr (scr_item_get_text (one, "position"), <, scr_item_get_text (two, "position"));
  g_assert_null (scr_command_add_handover_task (fixture->store, handover, "  ", &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  scr_command_pin_today (fixture->store, "2019-06-12", NULL);
  maker_set (fixture->store, "handover_task", scr_item_get_id (two), "due", "2019-06-11");
  g_assert_true (scr_command_tick_handover_task (fixture->store, one, TRUE, NULL));
  told = scr_handover_new (NULL, SCR_SOURCE (fixture->store), handover);
  g_assert_cmpstr (told->progress, ==, "1 of 2 tasks are done. 1 is overdue.");
  g_assert_true (scr_command_tick_handover_task (fixture->store, two, TRUE, NULL));
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Tick Tell everybody");
  done = scr_handover_new (NULL, SCR_SOURCE (fixture->store), handover);
  g_assert_cmpstr (done->progress, ==, "All 2 tasks are done.");
  g_assert_true (scr_command_move (fixture->store, two, -1, NULL));
  g_assert_cmpstr (scr_item_get_text (two, "position"), <, scr_item_get_text (one, "position"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/handover-commands/example", Fixture, NULL, set_up_example, test_example, tear_down);
  g_test_add ("/handover-commands/gaps", Fixture, NULL, set_up, test_gaps, tear_down);
  g_test_add ("/handover-commands/make", Fixture, NULL, set_up, test_make, tear_down);
  g_test_add ("/handover-commands/tasks", Fixture, NULL, set_up, test_tasks, tear_down);
  return g_test_run ();
}
