/* The page of a handover: the example's, one made from nothing, its checklist by keys and by drag's command.
 */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-handover-page.h"
#include "scr-handover-tasks.h"
#include "scr-pill.h"

static ScrItem *
get_handover (UiRecord *record)
{
  const ScrQuery query = {.kind = "handover"};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (record->store), &query);

  g_assert_cmpuint (items->len, ==, 1);
  return g_object_ref (g_ptr_array_index (items, 0));
}

static ScrHandoverPage *
show (UiRecord *record, ScrItem *handover, int width)
{
  GtkWidget *page = scr_handover_page_new (record->context);

  ui_record_show (record, page, width, 700);
  scr_handover_page_show (SCR_HANDOVER_PAGE (page), handover);
  ui_settle ();
  return SCR_HANDOVER_PAGE (page);
}

static void
assert_text (ScrHandoverPage *page, const char *text)
{
  g_test_message ("%s", text);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (page), text));
}

/* Row 19: both meetings side by side, the gap between them, roles, acts, what is done. */
static void
test_example (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) handover = get_handover (record);
  ScrHandoverPage *page = show (record, handover, 900);

  assert_text (page, "The old meets for the last time and the new for the first on the same day");
  assert_text (page, "Wednesday 13 March 2019. 1 h lies between the two meetings. 4 of 5 tasks are done.");
  assert_text (page, "Last meeting of the Safeguarding Children Board");
  assert_text (page, "10:00 to 12:00");
  assert_text (page, "First meeting of the Safeguarding Partnership");
  assert_text (page, "13:00 to 14:30");
  assert_text (page, "Ends on ");
  assert_text (page, "Begins on ");
  assert_text (page, "Close the board’s minutes and action log");
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

/* The narrowest window: nothing asks for more. */
static void
test_narrow (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) handover = get_handover (record);
  ScrHandoverPage *page = show (record, handover, 360);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  ui_record_free (record);
}

static void
test_empty_and_new (void)
{
  UiRecord *record = ui_record_new ();
  ScrHandoverPage *page = show (record, NULL, 700);
  g_autoptr (ScrItem) handover = NULL;
  GtkWidget *make = ui_find_button (GTK_WIDGET (page), "_New Handover");

  g_assert_nonnull (make);
  assert_text (page, "From the Old to the New");
  g_signal_emit_by_name (make, "clicked");
  ui_settle ();
  handover = get_handover (record);
  g_assert_true (scr_handover_page_get_handover (page) == handover);
  assert_text (page, "Choose the two meetings that the handover joins");
  assert_text (page, "Nothing is on the list yet.");
  /* Undo takes it away: the page goes back to the list. */
  g_assert_true (scr_store_undo (record->store, NULL));
  ui_settle ();
  g_assert_null (scr_handover_page_get_handover (page));
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

static GtkListBox *
get_task_list (ScrHandoverPage *page)
{
  GtkWidget *tasks = ui_find_type (GTK_WIDGET (page), SCR_TYPE_HANDOVER_TASKS);

  return GTK_LIST_BOX (ui_find_type (tasks, GTK_TYPE_LIST_BOX));
}

static char *
get_order (ScrHandoverPage *page)
{
  GString *text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_task_list (page), i)) != NULL; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
  return g_string_free (text, FALSE);
}

static void
add_task (ScrHandoverPage *page, const char *title)
{
  GtkWidget *tasks = ui_find_type (GTK_WIDGET (page), SCR_TYPE_HANDOVER_TASKS);
  GtkWidget *entry = ui_find_type (tasks, GTK_TYPE_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  g_signal_emit_by_name (entry, "activate");
  ui_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
press (GtkWidget *row, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (row);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint s = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && s < g_list_model_get_n_items (G_LIST_MODEL (controller));
           s++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), s);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == state)
            {
              gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, row,
                                            gtk_shortcut_get_arguments (shortcut));
              ui_settle ();
              return;
            }
        }
    }
  g_assert_not_reached ();
}

static void
test_tasks (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) handover = ui_record_add (record, "handover", "Handover");
  ScrHandoverPage *page = show (record, handover, 700);
  GtkListBoxRow *row;
  GtkWidget *check;
  g_autofree char *order = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *left = NULL;
  g_autoptr (ScrItem) task = NULL;

  add_task (page, "Close the minutes");
  add_task (page, "Tell everybody");
  add_task (page, "Change the letters");
  order = get_order (page);
  g_assert_cmpstr (order, ==, "Close the minutes, Tell everybody, Change the letters");
  /* Ctrl+Up moves, and the keyboard stays with what moved. */
  row = gtk_list_box_get_row_at_index (get_task_list (page), 2);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  press (GTK_WIDGET (row), GDK_KEY_Up, GDK_CONTROL_MASK);
  moved = get_order (page);
  g_assert_cmpstr (moved, ==, "Close the minutes, Change the letters, Tell everybody");
  /* A tick is one change. */
  row = gtk_list_box_get_row_at_index (get_task_list (page), 0);
  check = ui_find_type (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  ui_settle ();
  g_assert_cmpstr (scr_store_get_undo_label (record->store), ==, "Tick Close the minutes");
  assert_text (page, "1 of 3 tasks are done.");
  g_assert_true (scr_store_undo (record->store, NULL));
  ui_settle ();
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  /* Overdue is told by a word. */
  task = g_object_ref (g_object_get_data (G_OBJECT (row), "item"));
  ui_record_set (record, task, "due", "2001-01-01");
  ui_settle ();
  assert_text (page, "Overdue");
  assert_text (page, "0 of 3 tasks are done. 1 is overdue.");
  /* Delete puts it into the bin, with a toast. */
  press (GTK_WIDGET (row), GDK_KEY_Delete, 0);
  left = get_order (page);
  g_assert_cmpstr (left, ==, "Change the letters, Tell everybody");
  g_assert_cmpuint (record->toasts->len, ==, 1);
  g_assert_cmpuint (record->failures->len, ==, 0);
  ui_record_free (record);
}

static void
test_read_only (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrHandoverPage *page;
  g_autoptr (ScrItem) handover = NULL;

  ui_record_make_read_only (record);
  handover = get_handover (record);
  page = show (record, handover, 700);
  g_assert_null (ui_find_button (GTK_WIDGET (page), "_Add Task"));
  g_assert_false (
      gtk_widget_get_sensitive (ui_find_type (GTK_WIDGET (get_task_list (page)), GTK_TYPE_CHECK_BUTTON)));
  ui_record_free (record);
}

static void
test_finalize (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) handover = get_handover (record);
  GtkWidget *page = g_object_ref_sink (scr_handover_page_new (record->context));

  ui_record_show (record, page, 700, 700);
  scr_handover_page_show (SCR_HANDOVER_PAGE (page), handover);
  ui_settle ();
  ui_record_hide (record);
  g_assert_finalize_object (page);
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/handover/example", test_example);
  g_test_add_func ("/handover/narrow", test_narrow);
  g_test_add_func ("/handover/empty-and-new", test_empty_and_new);
  g_test_add_func ("/handover/tasks", test_tasks);
  g_test_add_func ("/handover/read-only", test_read_only);
  g_test_add_func ("/handover/finalize", test_finalize);
  return g_test_run ();
}
