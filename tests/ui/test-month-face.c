/* The month of the meetings view: what it shows of a record, and a person's pointer and keys on it. xdotool
 * presses, the main loop runs meanwhile. Run under tools/with-display --wm. */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-day.h"
#include "scr-month-day.h"
#include "scr-month-face.h"
#include "scr-month-week.h"
#include "scr-timeline-face.h"
#include "scr-timeline-filter.h"

#include <string.h>

typedef struct
{
  UiRecord *record;
  ScrMonthFace *face;
  ScrMonthGrid *grid;
  int today;
} Fixture;

static int
to_number (const char *day)
{
  int number = 0;

  g_assert_true (scr_day_to_number (day, &number));
  return number;
}

static ScrItem *
add_meeting (Fixture *self, const char *title, const char *day, const char *last_day)
{
  ScrItem *meeting = ui_record_add (self->record, "meeting", title);

  ui_record_set (self->record, meeting, "day", day);
  if (last_day != NULL)
    ui_record_set (self->record, meeting, "last_day", last_day);
  return meeting;
}

static char *
dup_day (Fixture *self, ScrItem *meeting)
{
  g_autoptr (ScrItem) now
      = scr_source_get (SCR_SOURCE (self->record->store), "meeting", scr_item_get_id (meeting));

  return g_strdup (scr_item_get_text (now, "day"));
}

static void
check_day (Fixture *self, ScrItem *meeting, const char *day)
{
  g_autofree char *now = dup_day (self, meeting);

  g_assert_cmpstr (now, ==, day);
}

/* June 2019 in a window that fills the screen, or as narrow as a telephone. */
static void
show (Fixture *self, int width)
{
  self->face = SCR_MONTH_FACE (scr_month_face_new (self->record->context, "meetings"));
  self->grid = scr_month_face_get_grid (self->face);
  scr_month_grid_show_day (self->grid, to_number ("2019-06-12"));
  self->record->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->record->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->record->window), width, 800);
  gtk_window_set_child (GTK_WINDOW (self->record->window), GTK_WIDGET (self->face));
  if (width > 600)
    gtk_window_fullscreen (GTK_WINDOW (self->record->window));
  gtk_window_present (GTK_WINDOW (self->record->window));
  ui_act ("mousemove 5 5");
  ui_act ("mousemove 6 6");
}

static void
fixture_init (Fixture *self)
{
  *self = (Fixture) {0};
  self->record = ui_record_new ();
}

static void
fixture_clear (Fixture *self)
{
  ui_record_free (self->record);
}

/* A place within a widget, on the screen; the window stands at its origin. */
static void
find (Fixture *self, GtkWidget *widget, double x, double y, int *at_x, int *at_y)
{
  double to_x, to_y;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_translate_coordinates (widget, self->record->window, x, y, &to_x, &to_y));
  *at_x = (int)to_x;
  *at_y = (int)to_y;
}

static void
press_chip (Fixture *self, ScrItem *meeting, int *x, int *y)
{
  find (self, scr_month_grid_get_chip (self->grid, scr_item_get_id (meeting)), 20, 10, x, y);
  ui_act ("mousemove %d %d mousedown 1", *x, *y);
}

/* The middle of a day, beneath its chips. */
static void
find_day (Fixture *self, const char *day, int *x, int *y)
{
  GtkWidget *widget = scr_month_grid_get_day_widget (self->grid, to_number (day));

  find (self, widget, gtk_widget_get_width (widget) / 2.0, gtk_widget_get_height (widget) - 8, x, y);
}

static GtkWidget *
find_dialog (Fixture *self)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (link->data != self->record->window)
      return link->data;
  return NULL;
}

/* --- What it shows --- */

static void
test_shows (void)
{
  Fixture fixture;
  g_autoptr (ScrItem) one = NULL, several = NULL, outside = NULL;
  const ScrMonth *month;
  const char *name;

  fixture_init (&fixture);
  one = add_meeting (&fixture, "Board", "2019-06-19", NULL);
  several = add_meeting (&fixture, "Retreat", "2019-06-14", "2019-06-18");
  outside = add_meeting (&fixture, "Later", "2019-09-03", NULL);
  show (&fixture, 1200);
  month = scr_month_grid_get_month (fixture.grid);
  g_assert_cmpint (month->month, ==, 6);
  g_assert_cmpint (month->first_weekday, ==, scr_month_get_first_weekday ());
  g_assert_nonnull (scr_month_grid_get_chip (fixture.grid, scr_item_get_id (one)));
  g_assert_nonnull (scr_month_grid_get_chip (fixture.grid, scr_item_get_id (several)));
  /* Only what is seen is read. */
  g_assert_cmpint (scr_timeline_find (scr_month_grid_get_timeline (fixture.grid), scr_item_get_id (outside)),
                   <, 0);
  name = scr_month_day_get_name (
      SCR_MONTH_DAY (scr_month_grid_get_day_widget (fixture.grid, to_number ("2019-06-19"))));
  g_assert_cmpstr (name, ==, "Wednesday 19 June 2019, 1 entry");
  scr_month_grid_show_day (fixture.grid, scr_month_grid_get_timeline (fixture.grid)->today);
  name = scr_month_day_get_name (SCR_MONTH_DAY (
      scr_month_grid_get_day_widget (fixture.grid, scr_month_grid_get_timeline (fixture.grid)->today)));
  g_assert_nonnull (strstr (name, ", today"));
  fixture_clear (&fixture);
}

/* --- The pointer --- */

static void
test_drag (void)
{
  Fixture fixture;
  g_autoptr (ScrItem) meeting = NULL;
  int x, y, to_x, to_y;

  fixture_init (&fixture);
  meeting = add_meeting (&fixture, "Board", "2019-06-19", NULL);
  show (&fixture, 1200);
  /* Escape puts back. */
  press_chip (&fixture, meeting, &x, &y);
  ui_act ("mousemove_relative 20 4 mousemove_relative 40 4");
  g_assert_true (scr_month_grid_is_dragging (fixture.grid));
  ui_act ("key Escape");
  g_assert_false (scr_month_grid_is_dragging (fixture.grid));
  ui_act ("mouseup 1");
  check_day (&fixture, meeting, "2019-06-19");
  /* To another day, of another week. */
  press_chip (&fixture, meeting, &x, &y);
  find_day (&fixture, "2019-06-27", &to_x, &to_y);
  ui_act ("mousemove %d %d mousemove %d %d", (x + to_x) / 2, (y + to_y) / 2, to_x, to_y);
  g_assert_true (scr_month_grid_is_dragging (fixture.grid));
  ui_act ("mouseup 1");
  check_day (&fixture, meeting, "2019-06-27");
  g_assert_cmpuint (fixture.record->failures->len, ==, 0);
  /* It was selected by that, and is still. */
  g_assert_cmpstr (scr_item_get_id (scr_context_get_selected (fixture.record->context)), ==,
                   scr_item_get_id (meeting));
  fixture_clear (&fixture);
}

static void
test_create (void)
{
  Fixture fixture;
  int x, y;

  fixture_init (&fixture);
  show (&fixture, 1200);
  find_day (&fixture, "2019-06-20", &x, &y);
  ui_act ("mousemove %d %d click 1", x, y);
  g_assert_cmpint (scr_month_grid_get_day (fixture.grid), ==, to_number ("2019-06-20"));
  g_assert_null (find_dialog (&fixture));
  ui_act ("click --repeat 2 --delay 60 1");
  g_assert_nonnull (find_dialog (&fixture));
  gtk_window_destroy (GTK_WINDOW (find_dialog (&fixture)));
  ui_settle ();
  fixture_clear (&fixture);
}

static void
test_more (void)
{
  Fixture fixture;
  g_autoptr (GArray) entries = NULL;
  GtkWidget *list;
  int x, y;

  fixture_init (&fixture);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *title = g_strdup_printf ("Meeting %u", i);
      g_autoptr (ScrItem) meeting = add_meeting (&fixture, title, "2019-06-20", NULL);
    }
  show (&fixture, 1200);
  entries = scr_month_grid_list_day (fixture.grid, to_number ("2019-06-20"));
  g_assert_cmpuint (entries->len, ==, 12);
  find (&fixture, scr_month_grid_get_more (fixture.grid, to_number ("2019-06-20")), 20, 8, &x, &y);
  ui_act ("mousemove %d %d click 1", x, y);
  list = ui_find_type (GTK_WIDGET (fixture.grid), GTK_TYPE_LIST_BOX);
  g_assert_nonnull (list);
  g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 11));
  g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 12));
  ui_act ("key Escape");
  g_assert_null (ui_find_type (GTK_WIDGET (fixture.grid), GTK_TYPE_LIST_BOX));
  fixture_clear (&fixture);
}

/* --- Keys --- */

static void
test_keys (void)
{
  Fixture fixture;
  g_autoptr (ScrItem) meeting = NULL;

  fixture_init (&fixture);
  meeting = add_meeting (&fixture, "Board", "2019-06-12", NULL);
  show (&fixture, 1200);
  scr_month_grid_focus_day (fixture.grid);
  ui_act ("key Right");
  g_assert_cmpint (scr_month_grid_get_day (fixture.grid), ==, to_number ("2019-06-13"));
  ui_act ("key Up");
  g_assert_cmpint (scr_month_grid_get_day (fixture.grid), ==, to_number ("2019-06-06"));
  ui_act ("key End");
  g_assert_cmpint (scr_month_grid_get_day (fixture.grid), ==, to_number ("2019-06-09"));
  ui_act ("key Page_Down");
  g_assert_cmpint (scr_month_grid_get_day (fixture.grid), ==, to_number ("2019-07-09"));
  g_assert_cmpint (scr_month_grid_get_month (fixture.grid)->month, ==, 7);
  ui_act ("key Page_Up");
  scr_month_grid_show_day (fixture.grid, to_number ("2019-06-12"));
  scr_month_grid_focus_day (fixture.grid);
  /* Tab goes into the chips, which selects; Control and an arrow move by a day and a week. */
  ui_act ("key Tab");
  g_assert_nonnull (scr_month_grid_get_selected (fixture.grid));
  ui_act ("key ctrl+Right");
  check_day (&fixture, meeting, "2019-06-13");
  ui_act ("key ctrl+Down");
  check_day (&fixture, meeting, "2019-06-20");
  /* The keyboard went with it. */
  g_assert_true (gtk_widget_has_focus (scr_month_grid_get_chip (fixture.grid, scr_item_get_id (meeting))));
  ui_act ("key ctrl+Down");
  ui_act ("key ctrl+Down");
  check_day (&fixture, meeting, "2019-07-04");
  g_assert_cmpint (scr_month_grid_get_month (fixture.grid)->month, ==, 7);
  ui_act ("key Delete");
  g_assert_null (scr_month_grid_get_chip (fixture.grid, scr_item_get_id (meeting)));
  fixture_clear (&fixture);
}

/* On an empty day Enter makes a meeting. */
static void
test_enter (void)
{
  Fixture fixture;

  fixture_init (&fixture);
  show (&fixture, 1200);
  scr_month_grid_focus_day (fixture.grid);
  ui_act ("key Return");
  g_assert_nonnull (find_dialog (&fixture));
  gtk_window_destroy (GTK_WINDOW (find_dialog (&fixture)));
  ui_settle ();
  fixture_clear (&fixture);
}

/* What took place is not moved without asking. */
static void
test_held (void)
{
  Fixture fixture;
  g_autoptr (ScrItem) meeting = NULL;

  fixture_init (&fixture);
  meeting = add_meeting (&fixture, "Board", "2019-06-12", NULL);
  ui_record_set (fixture.record, meeting, "state", "meeting-state.held");
  show (&fixture, 1200);
  scr_month_grid_select (fixture.grid, scr_item_get_id (meeting));
  scr_month_grid_move_selected (fixture.grid, 7);
  ui_settle ();
  check_day (&fixture, meeting, "2019-06-12");
  g_assert_true (ADW_IS_MESSAGE_DIALOG (find_dialog (&fixture)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (find_dialog (&fixture)), "move");
  ui_settle ();
  check_day (&fixture, meeting, "2019-06-19");
  g_assert_cmpint (scr_month_grid_get_day (fixture.grid), ==, to_number ("2019-06-19"));
  fixture_clear (&fixture);
}

/* --- What is left out --- */

/* Here and on the timeline alike. */
static void
test_filter (void)
{
  Fixture fixture;
  g_autoptr (ScrItem) meeting = NULL;
  const char *id;
  GtkWidget *timeline;

  fixture_init (&fixture);
  meeting = add_meeting (&fixture, "Board", "2019-06-19", NULL);
  id = scr_item_get_id (meeting);
  show (&fixture, 1200);
  timeline = g_object_ref_sink (scr_timeline_face_new (fixture.record->context, "meetings"));
  g_assert_nonnull (scr_month_grid_get_chip (fixture.grid, id));
  g_assert_true (gtk_widget_activate_action (timeline, "timeline.show-meetings", NULL));
  ui_settle ();
  g_assert_null (scr_month_grid_get_chip (fixture.grid, id));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture.face), "timeline.show-all", NULL));
  ui_settle ();
  g_assert_nonnull (scr_month_grid_get_chip (fixture.grid, id));
  scr_timeline_filter_set_words (scr_timeline_filter_get (fixture.record->context), "hub");
  ui_settle ();
  g_assert_null (scr_month_grid_get_chip (fixture.grid, id));
  scr_timeline_filter_set_words (scr_timeline_filter_get (fixture.record->context), NULL);
  g_object_unref (timeline);
  fixture_clear (&fixture);
}

/* A term says of the days between its first and its last nothing. */
static void
test_long (void)
{
  Fixture fixture;
  g_autoptr (ScrItem) meeting = NULL;
  g_autoptr (GArray) first = NULL, middle = NULL, going_on = NULL;

  fixture_init (&fixture);
  meeting = add_meeting (&fixture, "Review", "2019-06-04", "2019-07-20");
  show (&fixture, 1200);
  first = scr_month_grid_list_day (fixture.grid, to_number ("2019-06-04"));
  middle = scr_month_grid_list_day (fixture.grid, to_number ("2019-06-14"));
  going_on = scr_month_grid_list_long (fixture.grid);
  g_assert_cmpuint (first->len, ==, 1);
  g_assert_cmpuint (middle->len, ==, 0);
  g_assert_cmpuint (going_on->len, ==, 1);
  fixture_clear (&fixture);
}

/* The month is there again when the face is made again. */
static void
test_remembers (void)
{
  Fixture fixture;
  ScrMonthFace *again;

  fixture_init (&fixture);
  show (&fixture, 1200);
  scr_month_grid_show_day (fixture.grid, to_number ("2019-11-05"));
  again = g_object_ref_sink (SCR_MONTH_FACE (scr_month_face_new (fixture.record->context, "meetings")));
  g_assert_cmpint (scr_month_grid_get_month (scr_month_face_get_grid (again))->month, ==, 11);
  g_assert_finalize_object (again);
  fixture_clear (&fixture);
}

/* --- Narrow --- */

static void
test_narrow (void)
{
  Fixture fixture;
  g_autoptr (ScrItem) meeting = NULL;
  GtkListBox *list;

  fixture_init (&fixture);
  meeting = add_meeting (&fixture, "Board", "2019-06-12", NULL);
  show (&fixture, 360);
  g_assert_true (scr_view_get_narrow (SCR_VIEW (fixture.face)));
  g_assert_null (scr_month_grid_get_chip (fixture.grid, scr_item_get_id (meeting)));
  list = scr_month_face_get_list (fixture.face);
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 0));
  scr_month_grid_show_day (fixture.grid, to_number ("2019-06-13"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  fixture_clear (&fixture);
}

/* --- For reading only --- */

static void
test_read_only (void)
{
  Fixture fixture;
  g_autoptr (ScrItem) meeting = NULL;

  fixture_init (&fixture);
  meeting = add_meeting (&fixture, "Board", "2019-06-12", NULL);
  ui_record_make_read_only (fixture.record);
  show (&fixture, 1200);
  scr_month_grid_select (fixture.grid, scr_item_get_id (meeting));
  scr_month_grid_move_selected (fixture.grid, 1);
  check_day (&fixture, meeting, "2019-06-12");
  g_assert_null (find_dialog (&fixture));
  fixture_clear (&fixture);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/month-face/shows", test_shows);
  g_test_add_func ("/month-face/drag", test_drag);
  g_test_add_func ("/month-face/create", test_create);
  g_test_add_func ("/month-face/more", test_more);
  g_test_add_func ("/month-face/keys", test_keys);
  g_test_add_func ("/month-face/enter", test_enter);
  g_test_add_func ("/month-face/held", test_held);
  g_test_add_func ("/month-face/filter", test_filter);
  g_test_add_func ("/month-face/long", test_long);
  g_test_add_func ("/month-face/remembers", test_remembers);
  g_test_add_func ("/month-face/narrow", test_narrow);
  g_test_add_func ("/month-face/read-only", test_read_only);
  return g_test_run ();
}
