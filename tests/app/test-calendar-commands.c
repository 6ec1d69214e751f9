/* Tests of taking calendars in: one change, undone whole; nothing doubles; what was altered here is not lost;
 * series. */
#include "commands-fixture.h"

#include "scr-calendar-commands.h"
#include "scr-store-worker.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define EVENT(uid, title, lines)                                                                             \
  "BEGIN:VEVENT\r\nUID:" uid "\r\nSUMMARY:" title                                                            \
  "\r\nDTSTART;TZID=Europe/London:20190612T100000\r\nDURATION:PT1H\r\n" lines "END:VEVENT\r\n"

static void
add_states (Fixture *fixture)
{
  static const char *const ids[] = {"meeting-state.proposed", "meeting-state.cancelled"};
  ScrEdit *edit = scr_edit_new ("States");

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      scr_edit_add (edit, SCR_KIND_CHOICE, ids[i]);
      scr_edit_set_text (edit, SCR_KIND_CHOICE, ids[i], "list", "meeting-state");
      scr_edit_set_text (edit, SCR_KIND_CHOICE, ids[i], "label", ids[i] + 14);
    }
  maker_apply (fixture->store, edit);
}

static ScrCalendarPlan *
plan_text (Fixture *fixture, const char *text)
{
  g_autofree char *path = maker_path (fixture->folder, "in.ics");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  ScrCalendarPlan *plan;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  plan = scr_calendar_plan_file (scr_store_get_path (fixture->store), file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return plan;
}

static guint
import_plan (Fixture *fixture, const ScrCalendarPlan *plan)
{
  const ScrCalendarTarget target = {.guess_group = TRUE};
  g_autoptr (GError) error = NULL;
  guint n = 0;

  scr_command_import_calendar (fixture->store, plan, &target, "in.ics", &n, &error);
  g_assert_no_error (error);
  return n;
}

static guint
import_text (Fixture *fixture, const char *text)
{
  g_autoptr (ScrCalendarPlan) plan = plan_text (fixture, text);

  return import_plan (fixture, plan);
}

static void
test_once (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = HEAD EVENT ("1", "Board", "DESCRIPTION:A note\r\n") EVENT ("2", "Hub", "") TAIL;
  g_autoptr (ScrItem) one = NULL;

  add_states (fixture);
  fixture->n_changes = 0;
  g_assert_cmpuint (import_text (fixture, text), ==, 2);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Import 2 meetings from “in.ics”");
  g_assert_cmpuint (import_text (fixture, text), ==, 0);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM meeting"), ==, 2);
  g_assert_cmpint (
      maker_query_int (
          fixture->store,
          "SELECT count(*) FROM meeting WHERE note = 'A note' AND start = '10:00' AND length = 60"),
      ==, 1);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM meeting"), ==, 0);
  maker_assert_sound (fixture->store);
}

/* A thread writes with a store of its own; the window's takes it over, and can undo it. */
static void
test_worker (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = HEAD EVENT ("1", "Board", "") EVENT ("2", "Hub", "") TAIL;
  const ScrCalendarTarget target = {.guess_group = TRUE};
  const char *record = scr_store_get_path (fixture->store);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrCalendarPlan) plan = NULL;
  g_autoptr (ScrChange) change = NULL;
  guint n = 9;

  add_states (fixture);
  plan = plan_text (fixture, text);
  fixture->n_changes = 0;
  g_cancellable_cancel (cancellable);
  g_assert_null (
      scr_command_import_calendar_in_worker (record, NULL, plan, &target, "in.ics", &n, cancellable, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM meeting"), ==, 0);
  change
      = scr_command_import_calendar_in_worker (record, "Manager", plan, &target, "in.ics", &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  scr_store_take_over (fixture->store, change);
  g_assert_cmpuint (fixture->n_changes, ==, 1);
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Import 2 meetings from “in.ics”");
  g_assert_cmpuint (import_text (fixture, text), ==, 0);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM meeting"), ==, 0);
  maker_assert_sound (fixture->store);
}

/* A later revision alters what the file altered, and cancels what it cancels. */
static void
test_again (Fixture *fixture, gconstpointer unused)
{
  add_states (fixture);
  import_text (fixture, HEAD EVENT ("1", "Board", "") TAIL);
  g_assert_cmpuint (import_text (fixture, HEAD EVENT ("1", "Board, moved", "SEQUENCE:1\r\n") TAIL), ==, 1);
  g_assert_cmpint (
      maker_query_int (fixture->store,
                       "SELECT count(*) FROM meeting WHERE title = 'Board, moved' AND sequence = 1"),
      ==, 1);
  g_assert_cmpuint (
      import_text (fixture, HEAD EVENT ("1", "Board, moved", "SEQUENCE:2\r\nSTATUS:CANCELLED\r\n") TAIL), ==,
      1);
  g_assert_cmpint (maker_query_int (fixture->store,
                                    "SELECT count(*) FROM meeting WHERE state = 'meeting-state.cancelled'"),
                   ==, 1);
}

/* What was altered here is taken from the file only if somebody chooses that; what is in the bin comes out.
 */
static void
test_conflict (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) meetings = NULL;
  const ScrQuery all = {.kind = "meeting"};
  const char *id;

  add_states (fixture);
  import_text (fixture, HEAD EVENT ("1", "Board", "") TAIL);
  meetings = scr_source_list (SCR_SOURCE (fixture->store), &all);
  id = scr_item_get_id (g_ptr_array_index (meetings, 0));
  maker_set (fixture->store, "meeting", id, "title", "Ours");
  {
    g_autoptr (ScrCalendarPlan) plan = plan_text (fixture, HEAD EVENT ("1", "Theirs", "SEQUENCE:1\r\n") TAIL);

    g_assert_cmpuint (plan->counts[SCR_PLAN_CONFLICT], ==, 1);
    g_assert_cmpuint (import_plan (fixture, plan), ==, 0);
    ((ScrPlanEntry *)g_ptr_array_index (plan->entries, 0))->is_chosen = TRUE;
    g_assert_cmpuint (import_plan (fixture, plan), ==, 1);
    g_assert_cmpstr (scr_item_get_text (g_ptr_array_index (meetings, 0), "title"), ==, "Theirs");
  }
  maker_do (fixture->store, SCR_OP_BIN, "meeting", id);
  {
    g_autoptr (ScrCalendarPlan) plan = plan_text (fixture, HEAD EVENT ("1", "Theirs", "SEQUENCE:1\r\n") TAIL);

    g_assert_cmpuint (plan->counts[SCR_PLAN_CONFLICT], ==, 1);
    ((ScrPlanEntry *)g_ptr_array_index (plan->entries, 0))->is_chosen = TRUE;
    g_assert_cmpuint (import_plan (fixture, plan), ==, 1);
    g_assert_false (scr_item_is_deleted (g_ptr_array_index (meetings, 0)));
  }
}

static void
test_series (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = HEAD EVENT ("s", "Hub",
                                         "RRULE:FREQ=WEEKLY;COUNT=6\r\nEXDATE;TZID=Europe/"
                                         "London:20190619T100000\r\n") "BEGIN:VEVENT\r\nUID:s\r\nSUMMARY:Hub,"
                                                                       " moved\r\nRECURRENCE-ID;TZID=Europe/"
                                                                       "London:20190626T100000\r\n"
                                                                       "DTSTART;TZID=Europe/"
                                                                       "London:20190627T140000\r\nEND:"
                                                                       "VEVENT\r\n" TAIL;

  add_states (fixture);
  g_assert_cmpuint (import_text (fixture, text), ==, 5);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM series"), ==, 1);
  g_assert_cmpint (
      maker_query_int (fixture->store,
                       "SELECT count(*) FROM meeting WHERE series IS NOT NULL AND occurrence IS NOT NULL"),
      ==, 5);
  g_assert_cmpint (
      maker_query_int (fixture->store,
                       "SELECT count(*) FROM meeting WHERE day = '2019-06-27' AND occurrence = '2019-06-26'"),
      ==, 1);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM meeting WHERE day = '2019-06-19'"),
                   ==, 0);
  g_assert_cmpuint (import_text (fixture, text), ==, 0);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM meeting"), ==, 5);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/calendar-commands/once", test_once);
  ADD ("/calendar-commands/worker", test_worker);
  ADD ("/calendar-commands/again", test_again);
  ADD ("/calendar-commands/conflict", test_conflict);
  ADD ("/calendar-commands/series", test_series);
  return g_test_run ();
}
