/* Tests of commands that make, move, stretch and cancel what stands on the timeline: one change each, and
 * undone. The record is the example, whose today is 12 June 2019. */
#include "record-maker.h"

#include "scr-day.h"
#include "scr-meeting-commands.h"
#include "scr-records.h"

#include <math.h>
#include <string.h>

typedef struct
{
  char *folder;
  ScrStore *store;
  ScrTimeline *timeline;
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
  g_clear_pointer (&fixture->timeline, scr_timeline_free);
  g_clear_object (&fixture->store);
  maker_folder_free (fixture->folder);
}

static int
number (const char *day)
{
  int result;

  g_assert_true (scr_day_to_number (day, &result));
  return result;
}

static ScrItem *
find_item (Fixture *fixture, const char *kind, const char *field, const char *text, const char *day)
{
  const ScrQuery query = {
      .kind = kind, .conditions = {{field, SCR_IS, text, 0}, {day != NULL ? "day" : NULL, SCR_IS, day, 0}}};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (fixture->store), &query);

  g_assert_cmpuint (items->len, >=, 1);
  return g_object_ref (g_ptr_array_index (items, 0));
}

static const ScrTimelineEntry *
find_entry (Fixture *fixture, ScrItem *item, ScrTimelineLanes lanes)
{
  const ScrTimelineQuery query
      = {.lanes = lanes, .from = number ("2019-01-01"), .until = number ("2019-12-31")};
  int index;

  g_clear_pointer (&fixture->timeline, scr_timeline_free);
  fixture->timeline = scr_timeline_new (NULL, SCR_SOURCE (fixture->store), &query);
  index = scr_timeline_find (fixture->timeline, scr_item_get_id (item));
  g_assert_cmpint (index, >=, 0);
  return scr_timeline_get_entry (fixture->timeline, (guint)index);
}

static const ScrTimelineLane *
find_lane (Fixture *fixture, const char *title)
{
  for (guint i = 0; i < fixture->timeline->lanes->len; i++)
    if (strcmp (scr_timeline_get_lane (fixture->timeline, i)->title, title) == 0)
      return scr_timeline_get_lane (fixture->timeline, i);
  g_assert_not_reached ();
}

static void
undo_named (Fixture *fixture, const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, label);
  scr_store_undo (fixture->store, &error);
  g_assert_no_error (error);
}

/* --- Making --- */

static void
test_make (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) hub = find_item (fixture, "group", "title", "Learning Hub", NULL);
  const ScrMeetingPlan plan = {.group = scr_item_get_id (hub),
                               .day = "2019-07-09",
                               .last_day = "2019-07-09",
                               .start = "09:30",
                               .length = 180,
                               .scrutineer = TRUE};
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) meeting = scr_command_make_meeting (fixture->store, &plan, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (meeting, "title"), ==, "Learning Hub");
  g_assert_cmpstr (scr_item_get_text (meeting, "kind"), ==, "meeting-kind.learning-hub");
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.proposed");
  g_assert_cmpstr (scr_item_get_text (meeting, "partnership"), ==, scr_item_get_text (hub, "partnership"));
  g_assert_cmpstr (scr_item_get_text (meeting, "day"), ==, "2019-07-09");
  g_assert_null (scr_item_get_text (meeting, "last_day"));
  g_assert_cmpfloat (scr_item_get_number (meeting, "length"), ==, 180);
  g_assert_true (scr_item_get_bool (meeting, "scrutineer"));
  undo_named (fixture, "Add Learning Hub");
}

static void
test_refusals (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    ScrMeetingPlan plan;
    const char *sentence;
  } cases[] = {
      {{.title = " ", .day = "2019-07-09"}, "Give the meeting a title, or say whose meeting it is."},
      {{.title = "New"}, "Say on which day it is."},
      {{.title = "New", .day = "2019-02-29"}, "The day is not one that the calendar has."},
      {{.title = "New", .day = "2019-07-09", .last_day = "2019-07-08"}, "The last day is before the first."},
      {{.title = "New", .day = "2019-07-09", .start = "25:00"}, "The time is not one that a clock shows."},
      {{.title = "New", .day = "2019-07-09", .zone = "Nowhere"},
       "No time zone has this name. Europe/London is one."},
  };
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (scr_command_make_meeting (fixture->store, &cases[i].plan, &error));
      g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].sentence);
    }
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
}

/* A leap day can be had in a leap year. */
static void
test_leap_day (Fixture *fixture, gconstpointer unused)
{
  const ScrMeetingPlan plan = {.title = "Leap", .day = "2020-02-29", .start = "10:00"};
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) meeting = scr_command_make_meeting (fixture->store, &plan, &error);
  const ScrTimelineEntry *entry;

  g_assert_no_error (error);
  g_clear_pointer (&fixture->timeline, scr_timeline_free);
  fixture->timeline = scr_timeline_new (
      NULL, SCR_SOURCE (fixture->store),
      &(ScrTimelineQuery) {.from = number ("2020-02-01"), .until = number ("2020-03-31")});
  entry = scr_timeline_get_entry (fixture->timeline,
                                  (guint)scr_timeline_find (fixture->timeline, scr_item_get_id (meeting)));
  g_assert_true (
      scr_command_move_entry (fixture->store, entry, NULL, entry->first + 1, entry->last + 1, &error));
  g_assert_cmpstr (scr_item_get_text (meeting, "day"), ==, "2020-03-01");
}

/* --- Moving --- */

static void
test_move (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) meeting
      = find_item (fixture, "meeting", "title", "Learning Hub: Neglect", "2019-06-25");
  const ScrTimelineEntry *entry = find_entry (fixture, meeting, SCR_LANES_GROUP);
  g_autoptr (GError) error = NULL;

  g_assert_true (scr_command_move_entry (fixture->store, entry, NULL, entry->first, entry->last, &error));
  g_assert_true (scr_command_move_entry (fixture->store, entry, NULL, number ("2019-07-09"),
                                         number ("2019-07-09"), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (scr_item_get_text (meeting, "day"), ==, "2019-07-09");
  g_assert_null (scr_item_get_text (meeting, "last_day"));
  g_assert_cmpstr (scr_item_get_text (meeting, "start"), ==, "09:30");
  g_assert_cmpfloat (scr_item_get_number (meeting, "sequence"), ==, 1);

  /* Longer, and moved with its days. */
  entry = find_entry (fixture, meeting, SCR_LANES_GROUP);
  g_assert_true (scr_command_move_entry (fixture->store, entry, NULL, entry->first, entry->last + 2, &error));
  g_assert_cmpstr (scr_item_get_text (meeting, "last_day"), ==, "2019-07-11");
  entry = find_entry (fixture, meeting, SCR_LANES_GROUP);
  g_assert_true (
      scr_command_move_entry (fixture->store, entry, NULL, entry->first + 7, entry->last + 7, &error));
  g_assert_cmpstr (scr_item_get_text (meeting, "day"), ==, "2019-07-16");
  g_assert_cmpstr (scr_item_get_text (meeting, "last_day"), ==, "2019-07-18");

  undo_named (fixture, "Move Learning Hub: Neglect to 16 July 2019");
  undo_named (fixture, "Let Learning Hub: Neglect last until 11 July 2019");
  undo_named (fixture, "Move Learning Hub: Neglect to 9 July 2019");
  g_assert_cmpstr (scr_item_get_text (meeting, "day"), ==, "2019-06-25");
  g_assert_null (scr_item_get_text (meeting, "last_day"));
}

static void
test_lanes (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) meeting = find_item (fixture, "meeting", "title", "Partnership Board", "2019-06-19");
  g_autoptr (ScrItem) partnership = find_item (fixture, "group", "title", "Safeguarding Partnership", NULL);
  const ScrTimelineEntry *entry = find_entry (fixture, meeting, SCR_LANES_GROUP);
  g_autoptr (GError) error = NULL;

  g_assert_false (scr_timeline_lane_takes (find_lane (fixture, "Terms"), entry));
  g_assert_false (scr_command_move_entry (fixture->store, entry, find_lane (fixture, "Terms"), entry->first,
                                          entry->last, &error));
  g_assert_cmpstr (error->message, ==, "This cannot be put there.");
  g_clear_error (&error);

  g_assert_true (scr_command_move_entry (fixture->store, entry,
                                         find_lane (fixture, "Safeguarding Partnership"), entry->first,
                                         entry->last, &error));
  g_assert_cmpstr (scr_item_get_text (meeting, "group"), ==, scr_item_get_id (partnership));
  g_assert_cmpstr (scr_item_get_text (meeting, "partnership"), ==,
                   scr_item_get_text (partnership, "partnership"));

  entry = find_entry (fixture, meeting, SCR_LANES_PARTNERSHIP);
  g_assert_true (scr_command_move_entry (fixture->store, entry, scr_timeline_get_lane (fixture->timeline, 0),
                                         entry->first, entry->last, &error));
  g_assert_null (scr_item_get_text (meeting, "group"));
  entry = find_entry (fixture, meeting, SCR_LANES_PRIORITY);
  g_assert_true (scr_command_move_entry (fixture->store, entry, find_lane (fixture, "Neglect"), entry->first,
                                         entry->last, &error));
  g_assert_nonnull (scr_item_get_text (meeting, "priority"));
  entry = find_entry (fixture, meeting, SCR_LANES_KIND);
  g_assert_true (scr_command_move_entry (fixture->store, entry, find_lane (fixture, "Learning hub"),
                                         entry->first + 1, entry->last + 1, &error));
  g_assert_cmpstr (scr_item_get_text (meeting, "kind"), ==, "meeting-kind.learning-hub");
  undo_named (fixture, "Move Partnership Board to 20 June 2019");
  undo_named (fixture, "Move Partnership Board to Neglect");
}

static void
test_others (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) arrangement
      = find_item (fixture, "arrangement", "title", "Lewisham’s safeguarding arrangements", NULL);
  g_autoptr (ScrItem) chair = find_item (fixture, "appointment", "title", "Independent chair", NULL);
  g_autoptr (ScrItem) cycle = find_item (fixture, "cycle", "title", "Emotional wellbeing", NULL);
  g_autoptr (ScrItem) dispute = find_item (fixture, "dispute", "state", "dispute-state.open", NULL);
  g_autoptr (GError) error = NULL;
  const ScrTimelineEntry *entry = find_entry (fixture, arrangement, SCR_LANES_GROUP);

  g_assert_true (
      scr_command_move_entry (fixture->store, entry, NULL, entry->first + 1, entry->last + 1, &error));
  g_assert_cmpstr (scr_item_get_text (arrangement, "publish_due"), ==, "2019-07-01");
  g_assert_null (scr_item_get_text (arrangement, "published"));

  entry = find_entry (fixture, chair, SCR_LANES_GROUP);
  g_assert_true (
      scr_command_move_entry (fixture->store, entry, NULL, entry->first, entry->last + 31, &error));
  g_assert_cmpstr (scr_item_get_text (chair, "until"), ==, "2019-10-31");

  entry = find_entry (fixture, cycle, SCR_LANES_GROUP);
  g_assert_true (
      scr_command_move_entry (fixture->store, entry, NULL, entry->first + 7, entry->last + 7, &error));
  g_assert_cmpstr (scr_item_get_text (cycle, "from"), ==, "2019-05-20");
  g_assert_cmpstr (scr_item_get_text (cycle, "until"), ==, "2019-10-04");

  entry = find_entry (fixture, dispute, SCR_LANES_GROUP);
  g_assert_false (
      scr_command_move_entry (fixture->store, entry, NULL, entry->first + 1, entry->last + 1, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
}

static void
test_reschedule (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) meeting = find_item (fixture, "meeting", "title", "Partnership Board", "2019-06-19");
  g_autoptr (ScrItem) dive = find_item (fixture, "activity", "title", "Deep dive: thresholds", "2019-07-08");
  const ScrMeetingPlan times = {
      .day = "2019-06-20", .last_day = "2019-06-21", .start = "10:00", .zone = "Europe/Dublin", .length = 90};
  const ScrMeetingPlan day = {.day = "2019-06-20"};
  const ScrMeetingPlan wrong = {.day = "2019-06-20", .last_day = "2019-06-19"};
  g_autoptr (GError) error = NULL;

  g_assert_true (scr_command_reschedule (fixture->store, meeting, &times, &error));
  g_assert_cmpstr (scr_item_get_text (meeting, "day"), ==, "2019-06-20");
  g_assert_cmpstr (scr_item_get_text (meeting, "last_day"), ==, "2019-06-21");
  g_assert_cmpstr (scr_item_get_text (meeting, "start"), ==, "10:00");
  g_assert_cmpstr (scr_item_get_text (meeting, "zone"), ==, "Europe/Dublin");
  g_assert_cmpfloat (scr_item_get_number (meeting, "length"), ==, 90);
  g_assert_true (scr_command_reschedule (fixture->store, meeting, &day, &error));
  g_assert_null (scr_item_get_text (meeting, "start"));
  g_assert_true (isnan (scr_item_get_number (meeting, "length")));
  g_assert_false (scr_command_reschedule (fixture->store, meeting, &wrong, &error));
  g_clear_error (&error);

  g_assert_true (scr_command_reschedule (fixture->store, dive, &times, &error));
  g_assert_cmpstr (scr_item_get_text (dive, "until"), ==, "2019-06-21");
  undo_named (fixture, "Move Deep dive: thresholds to 20 June 2019");
}

/* --- Cancelling --- */

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) meeting = find_item (fixture, "meeting", "title", "Partnership Board", "2019-06-19");
  g_autoptr (ScrItem) held = find_item (fixture, "meeting", "title", "Partnership Board", "2019-05-14");
  g_autoptr (GError) error = NULL;

  g_assert_false (scr_command_cancel_meeting (fixture->store, meeting, "  ", &error));
  g_assert_cmpstr (error->message, ==, "Say why the meeting is cancelled.");
  g_clear_error (&error);
  g_assert_false (scr_command_cancel_meeting (fixture->store, held, "No", &error));
  g_clear_error (&error);
  g_assert_false (scr_command_reinstate_meeting (fixture->store, meeting, &error));
  g_clear_error (&error);

  g_assert_true (scr_command_cancel_meeting (fixture->store, meeting, " Too few can come. ", &error));
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.cancelled");
  g_assert_cmpstr (scr_item_get_text (meeting, "cancel_reason"), ==, "Too few can come.");
  g_assert_cmpfloat (scr_item_get_number (meeting, "sequence"), ==, 1);
  g_assert_true (scr_command_reinstate_meeting (fixture->store, meeting, &error));
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.proposed");
  g_assert_null (scr_item_get_text (meeting, "cancel_reason"));
  g_assert_cmpfloat (scr_item_get_number (meeting, "sequence"), ==, 2);
  undo_named (fixture, "Hold the meeting Partnership Board after all");
  undo_named (fixture, "Cancel the meeting Partnership Board");
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.agenda-agreed");
}

#define ADD(name, func) g_test_add ("/meeting-commands/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("make", test_make);
  ADD ("refusals", test_refusals);
  ADD ("leap-day", test_leap_day);
  ADD ("move", test_move);
  ADD ("lanes", test_lanes);
  ADD ("others", test_others);
  ADD ("reschedule", test_reschedule);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
