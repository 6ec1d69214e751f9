/* Series of meetings: laid out, extended, altered from a meeting on and as a whole, with exceptions; nothing
 * doubles, what was held stays, and each is one change that can be undone. */
#include "config.h"

#include "commands-fixture.h"

#include "scr-day.h"
#include "scr-records.h"
#include "scr-series-commands.h"

#include <string.h>

/* A new record with what is shipped with it: states of meetings by their names. */
static void
set_up_shipped (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = maker_folder_new ();
  path = maker_path (fixture->folder, "a.scrutiny");
  fixture->store = scr_record_create (path, "Record of a test", &error);
  g_assert_no_error (error);
  scr_command_pin_today (fixture->store, "2019-01-15", NULL);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);
}

static ScrItem *
make_draft (Fixture *fixture, const char *rule, const char *from)
{
  ScrItem *draft = scr_series_draft_new (fixture->store, NULL);

  scr_series_draft_set (draft, "title", "Board");
  scr_series_draft_set (draft, "rule", rule);
  scr_series_draft_set (draft, "from", from);
  scr_series_draft_set (draft, "start", "10:00");
  scr_series_draft_set (draft, "place", "Civic offices");
  return draft;
}

static ScrItem *
make_series (Fixture *fixture, const char *rule, const char *from, const char *until)
{
  g_autoptr (ScrItem) draft = make_draft (fixture, rule, from);
  g_autoptr (GError) error = NULL;
  ScrItem *series = scr_command_make_series (fixture->store, draft, NULL, until, &error);

  g_assert_no_error (error);
  return series;
}

static GPtrArray *
list_meetings (Fixture *fixture, ScrItem *series)
{
  const ScrQuery query
      = {.kind = "meeting", .conditions = {{"series", SCR_IS, scr_item_get_id (series), 0}}, .order = "day"};

  return scr_source_list (SCR_SOURCE (fixture->store), &query);
}

static ScrItem *
get_meeting (Fixture *fixture, ScrItem *series, guint index)
{
  g_autoptr (GPtrArray) meetings = list_meetings (fixture, series);

  g_assert_cmpuint (index, <, meetings->len);
  return g_object_ref (g_ptr_array_index (meetings, index));
}

/* To another day, and another time if one is given; the rest stays. */
static gboolean
move_in_series (Fixture *fixture,
                ScrItem *meeting,
                const char *day,
                const char *start,
                ScrSeriesScope scope,
                GError **error)
{
  const ScrMeetingPlan times = {
      .day = day,
      .start = start != NULL ? start : scr_item_get_text (meeting, "start"),
      .zone = scr_item_get_text (meeting, "zone"),
      .length = scr_item_get_number (meeting, "length"),
  };

  return scr_command_reschedule_in_series (fixture->store, meeting, &times, scope, error);
}

static void
assert_days (Fixture *fixture, ScrItem *series, const char *expected)
{
  g_autoptr (GPtrArray) meetings = list_meetings (fixture, series);
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++)
    g_string_append_printf (days, "%s%s", i > 0 ? " " : "", scr_item_get_text (meetings->pdata[i], "day"));
  g_assert_cmpstr (days->str, ==, expected);
}

static void
hold (Fixture *fixture, ScrItem *meeting)
{
  maker_set (fixture->store, "meeting", scr_item_get_id (meeting), "state", "meeting-state.held");
}

/* Undo brings back the record as it was, redo what was done. */
static void
assert_undoes (Fixture *fixture, char *before)
{
  g_autofree char *owned = before;
  g_autofree char *done = maker_dump (fixture->store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  g_assert_true (scr_store_undo (fixture->store, NULL));
  undone = maker_dump (fixture->store);
  maker_assert_same (owned, undone);
  g_assert_true (scr_store_redo (fixture->store, NULL));
  redone = maker_dump (fixture->store);
  maker_assert_same (done, redone);
  maker_assert_sound (fixture->store);
}

static void
test_make (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_dump (fixture->store);
  g_autoptr (ScrItem) series = NULL;
  g_autoptr (ScrItem) meeting = NULL;
  guint n_changes = fixture->n_changes;

  series = make_series (fixture, "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH", "2019-02-28", "2019-08-31");
  assert_days (fixture, series, "2019-02-28 2019-04-25 2019-06-27 2019-08-29");
  g_assert_cmpuint (fixture->n_changes, ==, n_changes + 1);
  meeting = get_meeting (fixture, series, 1);
  g_assert_cmpstr (scr_item_get_text (meeting, "title"), ==, "Board");
  g_assert_cmpstr (scr_item_get_text (meeting, "start"), ==, "10:00");
  g_assert_cmpstr (scr_item_get_text (meeting, "occurrence"), ==, "2019-04-25");
  g_assert_cmpstr (scr_item_get_text (meeting, "state"), ==, "meeting-state.proposed");
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Lay out the series Board");
  assert_undoes (fixture, g_steal_pointer (&before));
}

/* The meeting that it was made from is one of it, wherever it is. */
static void
test_make_from_meeting (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id
      = maker_add (fixture->store, "meeting", "Board", "day", "2019-02-12", "start", "09:30", NULL);
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (fixture->store), "meeting", id);
  g_autoptr (ScrItem) draft = scr_series_draft_new (fixture->store, meeting);
  g_autoptr (ScrItem) series = NULL;

  g_assert_cmpstr (scr_item_get_text (draft, "from"), ==, "2019-02-12");
  g_assert_cmpstr (scr_item_get_text (draft, "start"), ==, "09:30");
  scr_series_draft_set (draft, "rule", "FREQ=MONTHLY;BYDAY=1TU");
  series = scr_command_make_series (fixture->store, draft, meeting, "2019-04-30", NULL);
  assert_days (fixture, series, "2019-02-12 2019-03-05 2019-04-02");
  g_assert_cmpstr (scr_item_get_text (series, "skipped"), ==, "+2019-02-12");
  g_assert_cmpstr (scr_item_get_text (meeting, "occurrence"), ==, "2019-02-12");
  g_assert_true (scr_command_extend_series (fixture->store, series, "2019-05-31", NULL));
  assert_days (fixture, series, "2019-02-12 2019-03-05 2019-04-02 2019-05-07");
}

static void
test_extend (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=MONTHLY;BYDAY=1TU", "2019-01-01", "2019-03-31");
  g_autofree char *end = scr_series_dup_end (fixture->store, series, TRUE);
  g_autofree char *before = NULL;
  guint n_changes = fixture->n_changes;

  g_assert_cmpstr (end, ==, "2020-03-05");
  /* Twice the same doubles nothing, and writes nothing. */
  g_assert_true (scr_command_extend_series (fixture->store, series, "2019-03-31", NULL));
  g_assert_cmpuint (fixture->n_changes, ==, n_changes);
  before = maker_dump (fixture->store);
  g_assert_true (scr_command_extend_series (fixture->store, series, "2019-05-31", NULL));
  assert_days (fixture, series, "2019-01-01 2019-02-05 2019-03-05 2019-04-02 2019-05-07");
  assert_undoes (fixture, g_steal_pointer (&before));
  /* Not past its own end. */
  maker_set (fixture->store, "series", scr_item_get_id (series), "until", "2019-06-30");
  g_assert_true (scr_command_extend_series (fixture->store, series, "2019-12-31", NULL));
  assert_days (fixture, series, "2019-01-01 2019-02-05 2019-03-05 2019-04-02 2019-05-07 2019-06-04");
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  static const char *const rules[]
      = {"rubbish", "FREQ=SECONDLY", "FREQ=MONTHLY;BYMONTHDAY=30;BYMONTH=2", NULL};
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;

  for (guint i = 0; rules[i] != NULL; i++)
    {
      g_autoptr (ScrItem) draft = make_draft (fixture, rules[i], "2019-01-01");
      g_autoptr (GError) error = NULL;

      g_assert_null (scr_command_make_series (fixture->store, draft, NULL, "2019-12-31", &error));
      g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
    }
  {
    g_autoptr (ScrItem) draft = make_draft (fixture, "FREQ=DAILY", "2019-01-01");
    g_autoptr (GError) error = NULL;

    g_assert_null (scr_command_make_series (fixture->store, draft, NULL, "2029-12-31", &error));
    g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  }
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
}

/* One that was moved, cancelled or deleted stays so when the series is laid out again. */
static void
test_exceptions (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=MONTHLY;BYDAY=1TU", "2019-01-01", "2019-05-31");
  g_autoptr (ScrItem) moved = get_meeting (fixture, series, 1);
  g_autoptr (ScrItem) cancelled = get_meeting (fixture, series, 2);
  g_autoptr (ScrItem) deleted = get_meeting (fixture, series, 3);
  g_autofree char *before = maker_dump (fixture->store);

  g_assert_true (move_in_series (fixture, moved, "2019-02-07", "11:00", SCR_SCOPE_THIS, NULL));
  assert_undoes (fixture, g_steal_pointer (&before));
  before = maker_dump (fixture->store);
  g_assert_true (scr_command_cancel_in_series (fixture->store, cancelled, "No room", SCR_SCOPE_THIS, NULL));
  assert_undoes (fixture, g_steal_pointer (&before));
  before = maker_dump (fixture->store);
  g_assert_true (scr_command_delete_in_series (fixture->store, deleted, SCR_SCOPE_THIS, NULL));
  g_assert_cmpstr (scr_item_get_text (series, "skipped"), ==, "2019-04-02");
  assert_undoes (fixture, g_steal_pointer (&before));
  g_assert_true (scr_command_extend_series (fixture->store, series, "2019-06-30", NULL));
  assert_days (fixture, series, "2019-01-01 2019-02-07 2019-03-05 2019-05-07 2019-06-04");
  g_assert_cmpstr (scr_item_get_text (moved, "occurrence"), ==, "2019-02-05");
  g_assert_cmpstr (scr_item_get_text (moved, "start"), ==, "11:00");
  g_assert_cmpstr (scr_item_get_text (cancelled, "state"), ==, "meeting-state.cancelled");
  g_assert_cmpstr (scr_item_get_text (cancelled, "cancel_reason"), ==, "No room");
}

/* From the third one on: the old series ends, a new one has the later ones. */
static void
test_move_later (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=MONTHLY;BYDAY=1TU", "2019-01-01", "2019-05-31");
  g_autoptr (ScrItem) third = get_meeting (fixture, series, 2);
  g_autoptr (ScrItem) later = NULL;
  g_autofree char *before = maker_dump (fixture->store);
  guint n_changes = fixture->n_changes;

  g_assert_true (move_in_series (fixture, third, "2019-03-13", NULL, SCR_SCOPE_LATER, NULL));
  g_assert_cmpuint (fixture->n_changes, ==, n_changes + 1);
  assert_days (fixture, series, "2019-01-01 2019-02-05");
  g_assert_cmpstr (scr_item_get_text (series, "until"), ==, "2019-03-04");
  later = scr_source_get_referred (SCR_SOURCE (fixture->store), third, "series");
  g_assert_true (later != series);
  g_assert_cmpstr (scr_item_get_text (later, "rule"), ==, "FREQ=MONTHLY;BYDAY=2WE");
  assert_days (fixture, later, "2019-03-13 2019-04-10 2019-05-08");
  g_assert_cmpstr (scr_item_get_text (third, "day"), ==, "2019-03-13");
  assert_undoes (fixture, g_steal_pointer (&before));
  g_assert_true (scr_command_extend_series (fixture->store, later, "2019-06-30", NULL));
  assert_days (fixture, later, "2019-03-13 2019-04-10 2019-05-08 2019-06-12");
}

/* Those that were held stay; no meeting is made in the past; what was altered by hand keeps what it holds. */
static void
test_move_all (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=MONTHLY;BYDAY=1TU", "2019-01-01", "2019-05-31");
  g_autoptr (ScrItem) first = get_meeting (fixture, series, 0);
  g_autoptr (ScrItem) third = get_meeting (fixture, series, 2);
  g_autoptr (ScrItem) fourth = get_meeting (fixture, series, 3);
  g_autofree char *before = NULL;

  hold (fixture, first);
  maker_set (fixture->store, "meeting", scr_item_get_id (third), "start", "15:00");
  g_assert_true (move_in_series (fixture, third, "2019-03-07", NULL, SCR_SCOPE_THIS, NULL));
  before = maker_dump (fixture->store);
  g_assert_true (move_in_series (fixture, fourth, "2019-04-10", "14:00", SCR_SCOPE_ALL, NULL));
  assert_days (fixture, series, "2019-01-01 2019-02-13 2019-03-07 2019-04-10 2019-05-08");
  g_assert_cmpstr (scr_item_get_text (first, "start"), ==, "10:00");
  g_assert_cmpstr (scr_item_get_text (third, "start"), ==, "15:00");
  g_assert_cmpstr (scr_item_get_text (third, "occurrence"), ==, "2019-03-13");
  g_assert_cmpstr (scr_item_get_text (fourth, "start"), ==, "14:00");
  assert_undoes (fixture, g_steal_pointer (&before));
}

/* By a whole turn, and from a meeting that was moved by hand before: all go with the one in hand, days that
 * were left out too. */
static void
test_move_by_turns (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=WEEKLY", "2019-01-01", "2019-01-31");
  g_autoptr (ScrItem) first = get_meeting (fixture, series, 0);
  g_autoptr (ScrItem) second = get_meeting (fixture, series, 1);
  g_autoptr (ScrItem) third = get_meeting (fixture, series, 2);
  g_autofree char *before = NULL;

  g_assert_true (scr_command_delete_in_series (fixture->store, third, SCR_SCOPE_THIS, NULL));
  g_assert_true (move_in_series (fixture, second, "2019-01-10", NULL, SCR_SCOPE_THIS, NULL));
  assert_days (fixture, series, "2019-01-01 2019-01-10 2019-01-22 2019-01-29");
  before = maker_dump (fixture->store);
  g_assert_true (move_in_series (fixture, first, "2019-01-08", NULL, SCR_SCOPE_ALL, NULL));
  assert_days (fixture, series, "2019-01-08 2019-01-10 2019-01-29 2019-02-05");
  g_assert_cmpstr (scr_item_get_text (series, "skipped"), ==, "2019-01-22");
  g_assert_cmpstr (scr_item_get_text (series, "from"), ==, "2019-01-08");
  assert_undoes (fixture, g_steal_pointer (&before));
  /* Back from Thursday to Wednesday: the rule is Wednesday's for it and the later ones. */
  g_assert_true (move_in_series (fixture, second, "2019-01-16", "16:00", SCR_SCOPE_ALL, NULL));
  assert_days (fixture, series, "2019-01-09 2019-01-16 2019-01-30 2019-02-06");
  g_assert_cmpstr (scr_item_get_text (second, "occurrence"), ==, "2019-01-16");
  g_assert_cmpstr (scr_item_get_text (first, "start"), ==, "16:00");
}

/* Only the time: each stays on its day, also one that was moved by hand; that one gets the time too. */
static void
test_time_alone (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=WEEKLY", "2019-01-01", "2019-01-31");
  g_autoptr (ScrItem) second = get_meeting (fixture, series, 1);
  g_autoptr (ScrItem) last = get_meeting (fixture, series, 4);

  g_assert_true (move_in_series (fixture, second, "2019-01-10", NULL, SCR_SCOPE_THIS, NULL));
  g_assert_true (move_in_series (fixture, second, "2019-01-10", "08:30", SCR_SCOPE_ALL, NULL));
  assert_days (fixture, series, "2019-01-01 2019-01-10 2019-01-15 2019-01-22 2019-01-29");
  g_assert_cmpstr (scr_item_get_text (second, "start"), ==, "08:30");
  g_assert_cmpstr (scr_item_get_text (second, "occurrence"), ==, "2019-01-08");
  g_assert_cmpstr (scr_item_get_text (last, "start"), ==, "08:30");
}

/* A series that keeps no rule, as a record from elsewhere may: its meetings go by the same number of days. */
static void
test_move_without_rule (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "series", "Board", NULL);
  g_autofree char *first
      = maker_add (fixture->store, "meeting", "Board", "series", id, "day", "2019-01-16", NULL);
  g_autofree char *second
      = maker_add (fixture->store, "meeting", "Board", "series", id, "day", "2019-02-20", NULL);
  g_autofree char *third
      = maker_add (fixture->store, "meeting", "Board", "series", id, "day", "2019-04-03", NULL);
  g_autoptr (ScrItem) series = scr_source_get (SCR_SOURCE (fixture->store), "series", id);
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (fixture->store), "meeting", second);
  g_autoptr (ScrItem) later = NULL;
  g_autofree char *before = maker_dump (fixture->store);

  g_assert_true (move_in_series (fixture, meeting, "2019-02-21", "09:00", SCR_SCOPE_ALL, NULL));
  assert_days (fixture, series, "2019-01-17 2019-02-21 2019-04-04");
  assert_undoes (fixture, g_steal_pointer (&before));
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_true (move_in_series (fixture, meeting, "2019-02-27", NULL, SCR_SCOPE_LATER, NULL));
  later = scr_source_get_referred (SCR_SOURCE (fixture->store), meeting, "series");
  assert_days (fixture, series, "2019-01-16");
  assert_days (fixture, later, "2019-02-27 2019-04-10");
}

static ScrTimeline *
make_entry (ScrItem *meeting, const char *group)
{
  int day;
  ScrTimeline *timeline;
  ScrTimelineEntry *entry;

  g_assert_true (scr_day_to_number (scr_item_get_text (meeting, "day"), &day));
  timeline = scr_timeline_new_empty (day, day, day);
  scr_timeline_add_lane (timeline, group, "group", "Executive", NULL, NULL);
  entry = scr_timeline_add_entry (timeline, meeting, SCR_TIMELINE_MEETINGS, 0, day, day);
  entry->first_field = "day";
  entry->last_field = "last_day";
  return timeline;
}

/* Into another lane and to another day at once, one change. */
static void
test_move_entry (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=MONTHLY;BYDAY=1TU", "2019-01-01", "2019-04-30");
  g_autoptr (ScrItem) second = get_meeting (fixture, series, 1);
  g_autoptr (ScrItem) last = get_meeting (fixture, series, 3);
  g_autoptr (ScrItem) first = get_meeting (fixture, series, 0);
  g_autofree char *group = maker_add (fixture->store, "group", "Executive", NULL);
  g_autoptr (ScrTimeline) timeline = make_entry (second, group);
  const ScrTimelineEntry *entry = scr_timeline_get_entry (timeline, 0);
  const ScrTimelineLane *lane = scr_timeline_get_lane (timeline, 0);
  g_autoptr (ScrItem) later = NULL;
  g_autofree char *before = maker_dump (fixture->store);

  g_assert_true (scr_series_move_concerns_others (entry, NULL, entry->first + 1));
  g_assert_true (scr_series_move_concerns_others (entry, lane, entry->first));
  g_assert_false (scr_series_move_concerns_others (entry, NULL, entry->first));
  g_assert_true (scr_command_move_entry_in_series (fixture->store, entry, lane, entry->first + 1,
                                                   entry->first + 1, SCR_SCOPE_LATER, NULL));
  later = scr_source_get_referred (SCR_SOURCE (fixture->store), second, "series");
  assert_days (fixture, series, "2019-01-01");
  assert_days (fixture, later, "2019-02-06 2019-03-06 2019-04-03");
  g_assert_cmpstr (scr_item_get_text (last, "group"), ==, group);
  g_assert_cmpstr (scr_item_get_text (later, "group"), ==, group);
  g_assert_null (scr_item_get_text (first, "group"));
  assert_undoes (fixture, g_steal_pointer (&before));
}

/* A rule that no form shows stays, and says so. */
static void
test_cannot_follow (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series
      = make_series (fixture, "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2019-01-01", "2019-04-30");
  g_autoptr (ScrItem) second = get_meeting (fixture, series, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;

  g_assert_false (move_in_series (fixture, second, "2019-02-27", NULL, SCR_SCOPE_ALL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
  g_assert_true (move_in_series (fixture, second, "2019-02-27", NULL, SCR_SCOPE_THIS, NULL));
}

/* Out of the bin comes the meeting and its turn. */
static void
test_restore (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=WEEKLY", "2019-01-01", "2019-01-31");
  g_autoptr (GPtrArray) two = list_meetings (fixture, series);

  g_ptr_array_remove_range (two, 2, two->len - 2);
  g_assert_true (scr_command_bin (fixture->store, two, NULL));
  g_assert_cmpstr (scr_item_get_text (series, "skipped"), ==, "2019-01-01 2019-01-08");
  g_ptr_array_remove_index (two, 0);
  g_assert_true (scr_command_restore (fixture->store, two, NULL));
  g_assert_cmpstr (scr_item_get_text (series, "skipped"), ==, "2019-01-01");
  assert_days (fixture, series, "2019-01-08 2019-01-15 2019-01-22 2019-01-29");
}

/* A rarer rule: what no longer fits goes into the bin, unless it has an agenda of its own. */
static void
test_alter_rule (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=MONTHLY;BYDAY=1TU", "2019-01-01", "2019-06-30");
  g_autoptr (ScrItem) second = get_meeting (fixture, series, 1);
  g_autoptr (ScrItem) draft = scr_series_draft_new (fixture->store, series);
  g_autofree char *item
      = maker_add (fixture->store, "agenda_item", "Welcome", "meeting", scr_item_get_id (second), NULL);
  g_autoptr (ScrSeriesPlan) plan = NULL;
  g_autoptr (ScrItem) altered = NULL;
  g_autofree char *words = NULL;
  g_autofree char *before = maker_dump (fixture->store);

  scr_series_draft_set (draft, "rule", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU");
  scr_series_draft_set (draft, "place", "Town hall");
  plan = scr_series_plan_for (fixture->store, series, NULL, draft, SCR_SCOPE_ALL, "2019-07-31", NULL);
  words = scr_series_plan_to_words (NULL, plan);
  g_assert_cmpstr (
      words, ==,
      "1 meeting moves to another day. 1 meeting that no longer fits goes into the bin. 1 with an agenda "
      "of its own stays, although the rule gives no day for it.");
  altered = scr_command_alter_series (fixture->store, series, NULL, draft, SCR_SCOPE_ALL, "2019-07-31", NULL);
  g_assert_true (altered == series);
  assert_days (fixture, series, "2019-01-01 2019-02-05 2019-03-05 2019-05-07 2019-07-02");
  g_assert_cmpstr (scr_item_get_text (second, "place"), ==, "Town hall");
  assert_undoes (fixture, g_steal_pointer (&before));
}

/* The number of times is counted over both series. */
static void
test_count (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=WEEKLY;COUNT=5", "2019-01-01", "2019-12-31");
  g_autoptr (ScrItem) third = get_meeting (fixture, series, 2);
  g_autoptr (ScrItem) later = NULL;

  g_assert_true (move_in_series (fixture, third, "2019-01-16", NULL, SCR_SCOPE_LATER, NULL));
  later = scr_source_get_referred (SCR_SOURCE (fixture->store), third, "series");
  g_assert_cmpstr (scr_item_get_text (later, "rule"), ==, "FREQ=WEEKLY;BYDAY=WE;COUNT=3");
  assert_days (fixture, later, "2019-01-16 2019-01-23 2019-01-30");
}

static void
test_delete_and_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=WEEKLY", "2019-01-01", "2019-01-31");
  g_autoptr (ScrItem) first = get_meeting (fixture, series, 0);
  g_autoptr (ScrItem) second = get_meeting (fixture, series, 1);
  g_autoptr (ScrItem) fourth = get_meeting (fixture, series, 3);
  g_autofree char *before = NULL;

  hold (fixture, first);
  before = maker_dump (fixture->store);
  g_assert_true (scr_command_delete_in_series (fixture->store, fourth, SCR_SCOPE_LATER, NULL));
  assert_days (fixture, series, "2019-01-01 2019-01-08 2019-01-15");
  g_assert_cmpstr (scr_item_get_text (series, "until"), ==, "2019-01-21");
  assert_undoes (fixture, g_steal_pointer (&before));
  g_assert_true (scr_command_extend_series (fixture->store, series, "2019-12-31", NULL));
  assert_days (fixture, series, "2019-01-01 2019-01-08 2019-01-15");
  g_assert_true (scr_command_cancel_in_series (fixture->store, second, "No room", SCR_SCOPE_THIS, NULL));
  before = maker_dump (fixture->store);
  g_assert_true (
      scr_command_cancel_in_series (fixture->store, second, "No need any more", SCR_SCOPE_ALL, NULL));
  g_assert_cmpstr (scr_item_get_text (second, "state"), ==, "meeting-state.cancelled");
  g_assert_cmpstr (scr_item_get_text (second, "cancel_reason"), ==, "No room");
  g_assert_cmpstr (scr_item_get_text (first, "state"), ==, "meeting-state.held");
  assert_undoes (fixture, g_steal_pointer (&before));
  g_assert_true (scr_command_delete_in_series (fixture->store, second, SCR_SCOPE_ALL, NULL));
  assert_days (fixture, series, "2019-01-01");
  g_assert_false (scr_item_is_deleted (series));
}

static void
test_delete_all (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) series = make_series (fixture, "FREQ=WEEKLY", "2019-01-01", "2019-01-31");
  g_autoptr (ScrItem) second = get_meeting (fixture, series, 1);
  g_autofree char *before = maker_dump (fixture->store);

  g_assert_true (scr_command_delete_in_series (fixture->store, second, SCR_SCOPE_ALL, NULL));
  assert_days (fixture, series, "");
  g_assert_true (scr_item_is_deleted (series));
  assert_undoes (fixture, g_steal_pointer (&before));
}

/* Each new meeting gets the template's agenda, nested as it is; those that have one keep it. */
static void
test_template (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *template_id = maker_add (fixture->store, "agenda_template", "Usual", NULL);
  g_autofree char *top = maker_add (fixture->store, "template_item", "Welcome", "template", template_id,
                                    "position", "b", NULL);
  g_autofree char *sub = maker_add (fixture->store, "template_item", "Apologies", "template", template_id,
                                    "under", top, "position", "c", NULL);
  g_autoptr (ScrItem) draft = make_draft (fixture, "FREQ=WEEKLY", "2019-01-01");
  g_autoptr (ScrItem) series = NULL;
  g_autoptr (ScrItem) first = NULL;
  g_autoptr (GPtrArray) items = NULL;

  scr_series_draft_set (draft, "template", template_id);
  series = scr_command_make_series (fixture->store, draft, NULL, "2019-01-10", NULL);
  first = get_meeting (fixture, series, 0);
  items = scr_source_list_by (SCR_SOURCE (fixture->store), "agenda_item", "meeting", scr_item_get_id (first));
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpstr (scr_item_get_text (items->pdata[0], "title"), ==, "Welcome");
  g_assert_cmpstr (scr_item_get_text (items->pdata[1], "under"), ==, scr_item_get_id (items->pdata[0]));
  g_assert_nonnull (sub);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/series-commands/" name, Fixture, NULL, set_up_shipped, func, tear_down)
  ADD ("make", test_make);
  ADD ("make-from-meeting", test_make_from_meeting);
  ADD ("extend", test_extend);
  ADD ("refused", test_refused);
  ADD ("exceptions", test_exceptions);
  ADD ("move-later", test_move_later);
  ADD ("move-all", test_move_all);
  ADD ("move-by-turns", test_move_by_turns);
  ADD ("time-alone", test_time_alone);
  ADD ("move-without-rule", test_move_without_rule);
  ADD ("move-entry", test_move_entry);
  ADD ("cannot-follow", test_cannot_follow);
  ADD ("restore", test_restore);
  ADD ("alter-rule", test_alter_rule);
  ADD ("count", test_count);
  ADD ("delete-and-cancel", test_delete_and_cancel);
  ADD ("delete-all", test_delete_all);
  ADD ("template", test_template);
  return g_test_run ();
}
