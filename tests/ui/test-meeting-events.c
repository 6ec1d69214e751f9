/* Parts of meetings by a real pointer and real keys: the people of a meeting, the checklist of a handover,
 * the board of actions, the dialog of a series. */
#include "ui-support.h"

#include "scr-action-log.h"
#include "scr-actions-face.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-handover-page.h"
#include "scr-meeting-people.h"
#include "scr-series-dialog.h"

#include <string.h>

/* --- Pointer and keys --- */

static void
run_at (const char *format, double x, double y)
{
  ui_act ("mousemove --sync %d %d%s", (int)x, (int)y, format);
}

/* Keys come only to the window that the window manager made the active one. */
static void
wait_for_window (GtkWidget *window)
{
  for (guint i = 0; i < 100 && !gtk_window_is_active (GTK_WINDOW (window)); i++)
    ui_settle ();
  g_assert_true (gtk_window_is_active (GTK_WINDOW (window)));
}

/* A part of a widget on the screen; the test's window has no frame and stands at the corner. */
static void
find_on_screen (UiRecord *record, GtkWidget *widget, double part_x, double part_y, double *x, double *y)
{
  graphene_point_t at = GRAPHENE_POINT_INIT ((float)(gtk_widget_get_width (widget) * part_x),
                                             (float)(gtk_widget_get_height (widget) * part_y));

  g_assert_true (gtk_widget_compute_point (widget, record->window, &at, &at));
  gtk_native_get_surface_transform (GTK_NATIVE (record->window), x, y);
  *x += at.x;
  *y += at.y;
}

static void
drag (double from_x, double from_y, double to_x, double to_y)
{
  run_at (" mousedown 1", from_x, from_y);
  for (int step = 1; step <= 10; step++)
    {
      run_at ("", from_x + (to_x - from_x) * step / 10, from_y + (to_y - from_y) * step / 10);
      g_usleep (30000);
      ui_settle ();
    }
}

static void
finish (UiRecord *record, GtkWidget *widget)
{
  g_object_ref (widget);
  ui_record_hide (record);
  ui_settle ();
  g_assert_finalize_object (widget);
  ui_record_free (record);
}

static GtkWidget *
find_row (GtkWidget *root, const char *text)
{
  GtkWidget *label = ui_find_text (root, text);

  g_assert_nonnull (label);
  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

/* --- People --- */

static ScrItem *
find_meeting (UiRecord *record, const char *title)
{
  const ScrQuery query = {.kind = "meeting", .conditions = {{"title", SCR_IS, title, 0}}, .limit = 1};
  g_autoptr (GPtrArray) found = scr_source_list (SCR_SOURCE (record->store), &query);

  g_assert_cmpuint (found->len, ==, 1);
  return g_object_ref (g_ptr_array_index (found, 0));
}

/* Letters say the state of the row with the keyboard, arrows go to the next, and all is undone by key. */
static void
test_people (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find_meeting (record, "Reflective meeting of the three leads");
  GtkWidget *people = scr_meeting_people_new (record->context);

  scr_meeting_people_set_meeting (SCR_MEETING_PEOPLE (people), meeting);
  ui_record_show (record, people, 420, 700);
  wait_for_window (record->window);
  gtk_widget_grab_focus (find_row (people, "Local authority lead"));
  ui_act ("key a");
  g_assert_nonnull (ui_find_text (find_row (people, "Local authority lead"), "Apologies"));
  ui_act ("key Down");
  ui_act ("key x");
  g_assert_nonnull (ui_find_text (find_row (people, "Police lead"), "Absent"));
  ui_act ("key p");
  g_assert_nonnull (ui_find_text (find_row (people, "Police lead"), "Present"));
  g_assert_nonnull (ui_find_text (find_row (people, "Local authority lead"), "Apologies"));
  g_assert_cmpuint (record->toasts->len, ==, 3);
  g_assert_cmpuint (record->failures->len, ==, 0);
  finish (record, people);
}

/* --- Handover --- */

static char *
dup_tasks (UiRecord *record)
{
  const ScrQuery query = {.kind = "handover_task", .order = "position"};
  g_autoptr (GPtrArray) tasks = scr_source_list (SCR_SOURCE (record->store), &query);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tasks->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (scr_item_get_text (tasks->pdata[i], "title"), " ", 2);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", words[0]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_tasks (UiRecord *record, const char *expected)
{
  g_autofree char *tasks = dup_tasks (record);

  g_assert_cmpstr (tasks, ==, expected);
}

/* A task is dragged below another; let go where it was, nothing is altered. */
static void
test_handover (void)
{
  UiRecord *record = ui_record_new_example ();
  const ScrQuery query = {.kind = "handover", .limit = 1};
  g_autoptr (GPtrArray) handovers = scr_source_list (SCR_SOURCE (record->store), &query);
  GtkWidget *page = scr_handover_page_new (record->context);
  double x, y, to_x, to_y;

  ui_record_show (record, page, 900, 860);
  scr_handover_page_show (SCR_HANDOVER_PAGE (page), handovers->pdata[0]);
  ui_settle ();
  wait_for_window (record->window);
  assert_tasks (record, "Close Hand Tell Change Ask");
  find_on_screen (record, find_row (page, "Close the board’s minutes and action log"), 0.5, 0.5, &x, &y);
  find_on_screen (record, find_row (page, "Tell all agencies what ends and what begins"), 0.5, 0.8, &to_x,
                  &to_y);
  drag (x, y, to_x, to_y);
  assert_tasks (record, "Close Hand Tell Change Ask");
  ui_act ("mouseup 1");
  assert_tasks (record, "Hand Tell Close Change Ask");
  g_assert_true (scr_store_undo (record->store, NULL));
  ui_settle ();
  assert_tasks (record, "Close Hand Tell Change Ask");
  /* Let go where it stood. */
  find_on_screen (record, find_row (page, "Close the board’s minutes and action log"), 0.5, 0.2, &x, &y);
  drag (x, y, x + 40, y + 6);
  ui_act ("mouseup 1");
  assert_tasks (record, "Close Hand Tell Change Ask");
  g_assert_cmpuint (record->failures->len, ==, 0);
  finish (record, page);
}

/* --- Actions --- */

/* A card is dragged to another column: its action has another state, as one change. */
static void
test_actions (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *face = scr_actions_face_new (record->context, "meetings");
  g_autoptr (ScrItem) action = NULL;
  g_autofree char *title = NULL;
  double x, y, to_x, to_y;

  ui_record_show (record, face, 1100, 760);
  wait_for_window (record->window);
  action = g_list_model_get_item (scr_actions_face_get_column (SCR_ACTIONS_FACE (face), 0), 0);
  title = g_strdup (scr_item_get_text (action, "title"));
  find_on_screen (record, ui_find_text (face, title), 0.5, 0.5, &x, &y);
  {
    g_autoptr (ScrItem) other
        = g_list_model_get_item (scr_actions_face_get_column (SCR_ACTIONS_FACE (face), 1), 0);

    find_on_screen (record, ui_find_text (face, scr_item_get_text (other, "title")), 0.5, 0.5, &to_x, &to_y);
  }
  drag (x, y, to_x, to_y);
  g_assert_cmpstr (scr_item_get_text (action, "state"), ==, SCR_ACTION_OPEN);
  ui_act ("mouseup 1");
  g_assert_cmpstr (scr_item_get_text (action, "state"), ==, "action-state.on-its-way");
  g_assert_cmpuint (record->toasts->len, ==, 1);
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_cmpstr (scr_item_get_text (action, "state"), ==, SCR_ACTION_OPEN);
  ui_settle ();
  finish (record, face);
}

/* --- Series --- */

static guint
count (UiRecord *record, const char *kind)
{
  const ScrQuery query = {.kind = kind};

  return scr_source_count (SCR_SOURCE (record->store), &query);
}

/* A series is made from a meeting by keys alone: every second month, the plan is shown, then laid out. */
static void
test_series (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) meeting = NULL;
  GtkWidget *button = gtk_button_new ();
  GtkWidget *dialog;

  ui_record_show (record, button, 400, 300);
  g_assert_true (scr_command_pin_today (record->store, "2019-01-15", NULL));
  meeting = ui_record_add (record, "meeting", "Board");
  ui_record_set (record, meeting, "day", "2019-02-28");
  ui_record_set (record, meeting, "start", "10:00");
  dialog = GTK_WIDGET (scr_series_dialog_present (button, record->context, meeting));
  ui_settle ();
  wait_for_window (dialog);
  gtk_widget_grab_focus (ui_find_type (dialog, GTK_TYPE_SPIN_BUTTON));
  ui_act ("key Up");
  for (guint i = 0; i < 100 && ui_find_text (dialog, "Every two months on the fourth Thursday") == NULL; i++)
    ui_settle ();
  g_assert_nonnull (ui_find_text (dialog, "Every two months on the fourth Thursday"));
  g_assert_nonnull (ui_find_text (dialog, "Thursday 25 April 2019"));
  g_assert_cmpuint (count (record, "series"), ==, 0);
  gtk_widget_grab_focus (ui_find_button (dialog, "_Lay Out"));
  ui_act ("key Return");
  g_assert_cmpuint (count (record, "series"), ==, 1);
  g_assert_cmpuint (count (record, "meeting"), ==, 7);
  g_assert_nonnull (scr_item_get_text (meeting, "series"));
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_cmpuint (count (record, "meeting"), ==, 1);
  g_assert_cmpuint (record->failures->len, ==, 0);
  g_clear_object (&meeting);
  ui_record_hide (record);
  ui_record_free (record);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/meeting-events/people", test_people);
  g_test_add_func ("/meeting-events/handover", test_handover);
  g_test_add_func ("/meeting-events/actions", test_actions);
  g_test_add_func ("/meeting-events/series", test_series);
  return g_test_run ();
}
