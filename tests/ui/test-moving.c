/* Moving, cancelling and deleting meetings of a series and others, with what is asked before. */
#include "map-support.h"

#include "scr-commands.h"
#include "scr-day.h"
#include "scr-meeting-dialog.h"
#include "scr-moving.h"
#include "scr-series-commands.h"

typedef struct
{
  UiRecord *record;
  GtkWidget *button;
  ScrItem *series;
  GPtrArray *meetings; /* first Tuesdays from January to April 2019 */
  int moved;           /* -1 while it is not settled */
  gboolean freed;
} Fixture;

static GPtrArray *
list_meetings (Fixture *self)
{
  const ScrQuery query = {.kind = "meeting", .order = "day"};

  return scr_source_list (SCR_SOURCE (self->record->store), &query);
}

static void
fixture_init (Fixture *self)
{
  g_autoptr (ScrItem) draft = NULL;
  g_autoptr (GError) error = NULL;

  self->record = ui_record_new ();
  self->button = gtk_button_new ();
  self->moved = -1;
  ui_record_show (self->record, self->button, 400, 300);
  draft = scr_series_draft_new (self->record->store, NULL);
  scr_series_draft_set (draft, "title", "Board");
  scr_series_draft_set (draft, "rule", "FREQ=MONTHLY;BYDAY=1TU");
  scr_series_draft_set (draft, "from", "2019-01-01");
  self->series = scr_command_make_series (self->record->store, draft, NULL, "2019-04-30", &error);
  g_assert_no_error (error);
  self->meetings = list_meetings (self);
  g_assert_cmpuint (self->meetings->len, ==, 4);
}

static void
fixture_clear (Fixture *self)
{
  g_object_unref (self->series);
  g_ptr_array_unref (self->meetings);
  ui_record_free (self->record);
}

static void
on_settled (gboolean moved, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpint (self->moved, ==, -1);
  self->moved = moved;
}

static void
on_freed (gpointer user_data)
{
  ((Fixture *)user_data)->freed = TRUE;
}

/* Asks to move one of them by some days. */
static void
move (Fixture *self, guint index, int days, gboolean held)
{
  ScrItem *meeting = g_ptr_array_index (self->meetings, index);
  g_autoptr (ScrTimeline) timeline = NULL;
  ScrTimelineEntry *entry;
  int day;

  g_assert_true (scr_day_to_number (scr_item_get_text (meeting, "day"), &day));
  timeline = scr_timeline_new_empty (day, day, day);
  scr_timeline_add_lane (timeline, NULL, NULL, "", NULL, NULL);
  entry = scr_timeline_add_entry (timeline, meeting, SCR_TIMELINE_MEETINGS, 0, day, day);
  entry->first_field = "day";
  entry->last_field = "last_day";
  entry->held = held;
  self->moved = -1;
  self->freed = FALSE;
  scr_moving_move (self->record->context, self->button, entry, NULL, day + days, day + days, on_settled, self,
                   on_freed);
  ui_settle ();
}

static void
answer (const char *response)
{
  GtkWidget *dialog = map_find_dialog ();

  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  ui_settle ();
}

static void
assert_days (Fixture *self, const char *expected)
{
  g_autoptr (GPtrArray) meetings = list_meetings (self);
  g_autoptr (GString) days = g_string_new (NULL);

  for (guint i = 0; i < meetings->len; i++)
    g_string_append_printf (days, "%s%s", i > 0 ? " " : "",
                            scr_item_get_text (meetings->pdata[i], "day") + strlen ("2019-"));
  g_assert_cmpstr (days->str, ==, expected);
}

static void
assert_told (Fixture *self, const char *toast)
{
  const GPtrArray *toasts = self->record->toasts;

  g_assert_cmpuint (toasts->len, >, 0);
  g_assert_cmpstr (g_ptr_array_index (toasts, toasts->len - 1), ==, toast);
}

static void
test_move (void)
{
  Fixture fixture = {0};

  fixture_init (&fixture);
  move (&fixture, 1, 2, FALSE);
  g_assert_cmpint (fixture.moved, ==, -1);
  answer ("cancel");
  g_assert_cmpint (fixture.moved, ==, FALSE);
  g_assert_true (fixture.freed);
  assert_days (&fixture, "01-01 02-05 03-05 04-02");
  move (&fixture, 1, 2, FALSE);
  answer ("this");
  g_assert_cmpint (fixture.moved, ==, TRUE);
  g_assert_true (fixture.freed);
  assert_days (&fixture, "01-01 02-07 03-05 04-02");
  assert_told (&fixture, "Moved to 7 February 2019");
  move (&fixture, 2, 1, FALSE);
  answer ("later");
  assert_days (&fixture, "01-01 02-07 03-06 04-03");
  assert_told (&fixture, "Moved to 6 March 2019, and the others of the series with it");
  fixture_clear (&fixture);
}

/* What took place is asked about, and then goes alone. */
static void
test_held (void)
{
  Fixture fixture = {0};

  fixture_init (&fixture);
  move (&fixture, 0, 1, TRUE);
  answer ("cancel");
  g_assert_cmpint (fixture.moved, ==, FALSE);
  move (&fixture, 0, 1, TRUE);
  answer ("move");
  g_assert_cmpint (fixture.moved, ==, TRUE);
  assert_days (&fixture, "01-02 02-05 03-05 04-02");
  g_assert_null (map_find_dialog ());
  fixture_clear (&fixture);
}

static void
test_delete (void)
{
  Fixture fixture = {0};

  fixture_init (&fixture);
  scr_context_set_selected (fixture.record->context, fixture.meetings->pdata[1]);
  scr_moving_delete (fixture.record->context, fixture.button, fixture.meetings->pdata[1]);
  ui_settle ();
  answer ("this");
  assert_days (&fixture, "01-01 03-05 04-02");
  g_assert_null (scr_context_get_selected (fixture.record->context));
  assert_told (&fixture, "“Board” is in the bin");
  scr_moving_delete (fixture.record->context, fixture.button, fixture.meetings->pdata[2]);
  ui_settle ();
  answer ("later");
  assert_days (&fixture, "01-01");
  assert_told (&fixture, "Meetings of the series “Board” are in the bin");
  fixture_clear (&fixture);
}

/* A dialog of several fields stands in a window of its own. */
static GtkWidget *
find_asking (const char *heading)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ui_find_text (window, heading) != NULL)
        return window;
    }
  return NULL;
}

static void
test_reschedule_and_cancel (void)
{
  Fixture fixture = {0};
  GtkWidget *window;

  fixture_init (&fixture);
  scr_meeting_dialog_reschedule_meeting (fixture.record->context, fixture.button, fixture.meetings->pdata[1]);
  ui_settle ();
  answer ("all");
  window = find_asking ("Reschedule All Meetings of the Series");
  g_assert_nonnull (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  scr_moving_cancel (fixture.record->context, fixture.button, fixture.meetings->pdata[2]);
  ui_settle ();
  answer ("later");
  window = find_asking ("Cancel This and Later Meetings?");
  g_assert_nonnull (window);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle ();
  assert_days (&fixture, "01-01 02-05 03-05 04-02");
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/moving/move", test_move);
  g_test_add_func ("/moving/held", test_held);
  g_test_add_func ("/moving/delete", test_delete);
  g_test_add_func ("/moving/reschedule-and-cancel", test_reschedule_and_cancel);
  return g_test_run ();
}
