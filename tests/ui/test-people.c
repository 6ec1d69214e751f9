/* The people of a meeting: expected and recorded, told in rows, altered by actions, keys and menus; figures
 * of a year. */
#include "map-support.h"

#include "scr-attendance-table.h"
#include "scr-attendance-window.h"
#include "scr-commands.h"
#include "scr-meeting-people.h"
#include "scr-people-commands.h"
#include "scr-row-text.h"

#include <string.h>

static ScrItem *
find (UiRecord *record, const char *kind, const char *title, const char *day)
{
  const ScrQuery query
      = {.kind = kind,
         .conditions = {{"title", SCR_IS, title, 0}, {day != NULL ? "day" : NULL, SCR_IS, day, 0}}};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (record->store), &query);

  g_assert_cmpuint (items->len, >=, 1);
  return g_object_ref (items->pdata[0]);
}

static GtkWidget *
show_people (UiRecord *record, ScrItem *meeting, int width)
{
  GtkWidget *people = scr_meeting_people_new (record->context);

  scr_meeting_people_set_meeting (SCR_MEETING_PEOPLE (people), meeting);
  return ui_record_show (record, people, width, 600);
}

/* The row with this text. */
static GtkWidget *
find_row (GtkWidget *people, const char *text)
{
  GtkWidget *label = ui_find_text (people, text);

  return label != NULL ? gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW) : NULL;
}

static const char *
get_id (GtkWidget *row)
{
  return scr_item_get_id (g_object_get_data (G_OBJECT (row), "item"));
}

static void
act (GtkWidget *people, const char *action, const char *who, const char *choice)
{
  g_autofree char *id = g_strdup (get_id (find_row (people, who)));

  if (choice != NULL)
    g_assert_true (gtk_widget_activate_action (people, action, "(ss)", id, choice));
  else
    g_assert_true (gtk_widget_activate_action (people, action, "s", id));
  ui_settle ();
}

/* Row 16 of the coverage: three leads, one by a substitute, and the scrutineer who suggested the meeting. */
static void
test_example (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "meeting", "Reflective meeting of the three leads", NULL);
  GtkWidget *people = show_people (record, meeting, 378);

  g_assert_nonnull (ui_find_text (people, "Quorum met: 3 of 3 members"));
  g_assert_nonnull (find_row (people, "Local authority lead"));
  g_assert_nonnull (ui_find_text (find_row (people, "Health lead"), "Substitute"));
  g_assert_nonnull (
      ui_find_text (find_row (people, "Health lead"), "in place: Substitute for the health lead"));
  g_assert_nonnull (ui_find_text (find_row (people, "Independent scrutineer"), "suggested this meeting"));
  map_finish (record, people);
}

/* A member who was absent takes the quorum away; undone it is back. Each act is one change. */
static void
test_acts (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "meeting", "Reflective meeting of the three leads", NULL);
  GtkWidget *people = show_people (record, meeting, 378);

  act (people, "people.state", "Police lead", SCR_ATTENDANCE_ABSENT);
  g_assert_nonnull (ui_find_text (people, "2 of 3 members: 1 short of the quorum of 3"));
  g_assert_cmpuint (record->toasts->len, ==, 1);
  act (people, "people.state", "Health lead", SCR_ATTENDANCE_PRESENT);
  g_assert_nonnull (ui_find_text (find_row (people, "Health lead"), "Present"));
  /* Whoever is appointed as the substitute comes at once. */
  act (people, "people.substitute", "Health lead", NULL);
  g_assert_nonnull (
      ui_find_text (find_row (people, "Health lead"), "in place: Substitute for the health lead"));
  act (people, "people.capacity", "Local authority lead", "capacity.observer");
  g_assert_nonnull (ui_find_text (people, "1 of 2 members: 2 short of the quorum of 3"));
  act (people, "people.forget", "Police lead", NULL);
  g_assert_nonnull (ui_find_text (find_row (people, "Police lead"), "Not recorded"));
  g_assert_true (gtk_widget_activate_action (people, "people.all-present", NULL));
  ui_settle ();
  g_assert_nonnull (ui_find_text (find_row (people, "Police lead"), "Present"));
  for (guint i = 0; i < 6; i++)
    g_assert_true (scr_store_undo (record->store, NULL));
  ui_settle ();
  g_assert_nonnull (ui_find_text (people, "Quorum met: 3 of 3 members"));
  g_assert_cmpuint (record->failures->len, ==, 0);
  map_finish (record, people);
}

static gboolean
press (GtkWidget *list, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  ui_settle ();
  return handled;
}

/* The menu of a row. */
static GtkWidget *
find_menu (GtkWidget *people)
{
  for (GtkWidget *child = gtk_widget_get_first_child (people); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER_MENU (child))
      return child;
  return NULL;
}

/* The letters speak of the row with the keyboard, which keeps it. */
static void
test_keys (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "meeting", "Reflective meeting of the three leads", NULL);
  GtkWidget *people = show_people (record, meeting, 378);
  GtkWidget *list = gtk_widget_get_ancestor (find_row (people, "Police lead"), GTK_TYPE_LIST_BOX);

  gtk_widget_grab_focus (find_row (people, "Police lead"));
  g_assert_true (press (list, GDK_KEY_a, 0));
  g_assert_nonnull (ui_find_text (find_row (people, "Police lead"), "Apologies"));
  g_assert_true (gtk_widget_get_focus_child (list) == find_row (people, "Police lead"));
  g_assert_true (press (list, GDK_KEY_X, GDK_SHIFT_MASK));
  g_assert_nonnull (ui_find_text (find_row (people, "Police lead"), "Absent"));
  g_assert_true (press (list, GDK_KEY_p, 0));
  g_assert_nonnull (ui_find_text (find_row (people, "Police lead"), "Present"));
  g_assert_false (press (list, GDK_KEY_p, GDK_CONTROL_MASK));
  g_assert_true (press (list, GDK_KEY_F10, GDK_SHIFT_MASK));
  g_assert_nonnull (find_menu (people));
  gtk_popover_popdown (GTK_POPOVER (find_menu (people)));
  ui_settle ();
  g_assert_cmpuint (record->toasts->len, ==, 3);
  map_finish (record, people);
}

static void
answer (GtkWidget *dialog, const char *label)
{
  g_signal_emit_by_name (ui_find_button (dialog, label), "clicked");
  ui_settle ();
}

/* An interest: who, in which item, what; shown with the person, left for the item, deleted. */
static void
test_interest (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "meeting", "Reflective meeting of the three leads", NULL);
  GtkWidget *people = show_people (record, meeting, 378);
  GtkWidget *dialog;

  act (people, "people.interest", "Police lead", NULL);
  dialog = map_find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_nonnull (ui_find_text (dialog, "1 Why are we doing things this way?"));
  gtk_editable_set_text (scr_row_text_get_editable (SCR_ROW_TEXT (ui_find_type (dialog, SCR_TYPE_ROW_TEXT))),
                         "Governor of a school");
  ui_settle ();
  answer (dialog, "_Add");
  g_assert_null (map_find_dialog ());
  g_assert_nonnull (find_row (people, "Interest: Governor of a school"));
  g_assert_nonnull (ui_find_text (people, "Why are we doing things this way? · stayed"));
  act (people, "people.left", "Interest: Governor of a school", NULL);
  g_assert_nonnull (ui_find_text (people, "Why are we doing things this way? · left for the item"));
  act (people, "people.forget", "Interest: Governor of a school", NULL);
  g_assert_null (find_row (people, "Interest: Governor of a school"));
  g_assert_cmpuint (record->toasts->len, ==, 3);
  map_finish (record, people);
}

/* A meeting of nobody says what is listed; somebody who is added is invited or present. */
static void
test_empty (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) meeting = ui_record_add (record, "meeting", "Meeting");
  g_autoptr (ScrItem) guest = ui_record_add (record, "person", "Guest");
  GtkWidget *people = show_people (record, meeting, 360);

  g_assert_nonnull (ui_find_text (people, "Nobody is listed yet"));
  g_assert_true (gtk_widget_activate_action (people, "people.add", NULL));
  ui_settle ();
  g_assert_nonnull (map_find_dialog ());
  answer (map_find_dialog (), "_Cancel");
  g_assert_true (scr_command_add_attendee (record->store, meeting, guest, "capacity.guest", NULL));
  ui_settle ();
  g_assert_null (ui_find_text (people, "Nobody is listed yet"));
  g_assert_nonnull (ui_find_text (find_row (people, "Guest"), "Invited"));
  scr_meeting_people_set_meeting (SCR_MEETING_PEOPLE (people), NULL);
  g_assert_null (ui_find_text (people, "Invited"));
  map_finish (record, people);
}

static void
test_read_only (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = NULL;
  GtkWidget *people;

  ui_record_make_read_only (record);
  meeting = find (record, "meeting", "Reflective meeting of the three leads", NULL);
  people = show_people (record, meeting, 378);
  g_assert_nonnull (ui_find_text (people, "Quorum met: 3 of 3 members"));
  g_assert_null (ui_find_text (people, "_Add Somebody"));
  act (people, "people.state", "Police lead", SCR_ATTENDANCE_ABSENT);
  act (people, "people.menu", "Police lead", NULL);
  g_assert_null (find_menu (people));
  g_assert_cmpuint (record->failures->len + record->toasts->len, ==, 0);
  g_clear_object (&meeting);
  map_finish (record, people);
}

/* Who came is part of approved minutes: shown, and nothing offered. */
static void
test_locked (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "meeting", "Partnership Board", "2019-05-14");
  GtkWidget *people = show_people (record, meeting, 378);
  const ScrAttendance *attendance = scr_meeting_people_get_attendance (SCR_MEETING_PEOPLE (people));
  const ScrAttendee *first = attendance->people->pdata[0];
  GtkWidget *row;
  GtkWidget *list;

  g_assert_null (ui_find_text (people, "_Add Somebody"));
  row = gtk_widget_get_first_child (ui_find_type (people, GTK_TYPE_LIST_BOX));
  g_assert_null (ui_find_type (row, GTK_TYPE_BUTTON));
  list = gtk_widget_get_parent (row);
  gtk_widget_grab_focus (row);
  g_assert_true (press (list, GDK_KEY_x, 0));
  g_assert_true (gtk_widget_activate_action (people, "people.menu", "s", scr_item_get_id (first->who)));
  g_assert_null (find_menu (people));
  g_assert_cmpuint (record->failures->len + record->toasts->len, ==, 0);
  map_finish (record, people);
}

/* Figures over the year of the meeting: by person of the group, by all, by groups; another year has none. */
static void
test_figures (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = find (record, "meeting", "Reflective meeting of the three leads", NULL);
  GtkWindow *window = scr_attendance_window_show (record->context, NULL, meeting);
  GtkWidget *table = ui_find_type (GTK_WIDGET (window), SCR_TYPE_ATTENDANCE_TABLE);
  GtkWidget *year = ui_find_type (GTK_WIDGET (window), GTK_TYPE_DROP_DOWN);
  GtkWidget *what
      = ui_find_type (gtk_widget_get_next_sibling (gtk_widget_get_parent (year)), GTK_TYPE_DROP_DOWN);
  guint of_group;

  ui_settle ();
  of_group = scr_attendance_table_get_n_rows (SCR_ATTENDANCE_TABLE (table));
  g_assert_cmpuint (of_group, >=, 4);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (window), "October 2018 to September 2019"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (what), 1);
  ui_settle ();
  g_assert_cmpuint (scr_attendance_table_get_n_rows (SCR_ATTENDANCE_TABLE (table)), >, of_group);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (what), 2);
  ui_settle ();
  g_assert_cmpuint (scr_attendance_table_get_n_rows (SCR_ATTENDANCE_TABLE (table)), >=, 2);
  g_assert_nonnull (ui_find_text (table, "Partnership Board"));
  {
    g_autofree char *csv = scr_attendance_table_dup_csv (SCR_ATTENDANCE_TABLE (table));

    g_assert_true (g_str_has_prefix (csv, "Group,\"Attended, per cent\",Expected,Present,"));
    g_assert_nonnull (strstr (csv, "\r\nPartnership Board,"));
  }
  g_object_ref (window);
  gtk_window_destroy (window);
  ui_settle ();
  g_assert_finalize_object (window);
  g_clear_object (&meeting);
  ui_record_free (record);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/people/example", test_example);
  g_test_add_func ("/people/acts", test_acts);
  g_test_add_func ("/people/keys", test_keys);
  g_test_add_func ("/people/interest", test_interest);
  g_test_add_func ("/people/empty", test_empty);
  g_test_add_func ("/people/read-only", test_read_only);
  g_test_add_func ("/people/locked", test_locked);
  g_test_add_func ("/people/figures", test_figures);
  return g_test_run ();
}
