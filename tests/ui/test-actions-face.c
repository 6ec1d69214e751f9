/* The action log over the example: columns, filter, moving between states, table, making one. */
#include "ui-support.h"

#include "scr-action-log.h"
#include "scr-actions-face.h"

static ScrItem *
find_open (UiRecord *record)
{
  const ScrQuery query
      = {.kind = "action", .conditions = {{"state", SCR_IS, SCR_ACTION_OPEN, 0}}, .order = "due"};
  g_autoptr (GPtrArray) found = scr_source_list (SCR_SOURCE (record->store), &query);

  return g_object_ref (g_ptr_array_index (found, 0));
}

static guint
count (ScrActionsFace *face, guint column)
{
  return g_list_model_get_n_items (scr_actions_face_get_column (face, column));
}

static void
finish (UiRecord *record, ScrActionsFace *face)
{
  g_object_ref (face);
  ui_record_hide (record);
  g_assert_finalize_object (face);
  ui_record_free (record);
}

static void
test_board (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrActionsFace *face = SCR_ACTIONS_FACE (scr_actions_face_new (record->context, "meetings"));
  g_autoptr (ScrItem) action = find_open (record);
  g_autoptr (GError) error = NULL;

  ui_record_show (record, GTK_WIDGET (face), 1000, 700);
  g_assert_cmpuint (scr_actions_face_get_n_columns (face), ==, 4);
  g_assert_cmpuint (count (face, 0), ==, 2);
  g_assert_cmpuint (count (face, 1), ==, 2);
  g_assert_cmpuint (count (face, 2), ==, 9);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "1 action is overdue"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "5 working days late"));
  g_assert_true (scr_view_select_item (SCR_VIEW (face), action));
  gtk_widget_activate_action (GTK_WIDGET (face), "actions.step", "i", 1);
  g_assert_cmpstr (scr_item_get_text (action, "state"), ==, "action-state.on-its-way");
  gtk_widget_activate_action (GTK_WIDGET (face), "actions.state", "s", SCR_ACTION_DONE);
  ui_settle ();
  g_assert_cmpstr (scr_item_get_text (action, "done"), ==, "2019-06-12");
  g_assert_cmpuint (count (face, 2), ==, 10);
  g_assert_cmpuint (record->toasts->len, ==, 2);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "No action is overdue"));
  g_assert_true (scr_store_undo (record->store, &error));
  ui_settle ();
  finish (record, face);
}

static void
test_table (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrActionsFace *face = SCR_ACTIONS_FACE (scr_actions_face_new (record->context, "meetings"));
  g_autoptr (ScrItem) action = find_open (record);

  ui_record_show (record, GTK_WIDGET (face), 1000, 700);
  scr_actions_face_set_table (face, TRUE);
  ui_settle ();
  g_assert_true (scr_view_select_item (SCR_VIEW (face), action));
  gtk_widget_activate_action (GTK_WIDGET (face), "actions.details", NULL);
  g_assert_true (scr_context_get_selected (record->context) == action);
  scr_view_new_item (SCR_VIEW (face));
  ui_settle ();
  g_assert_cmpuint (count (face, 0), ==, 3);
  gtk_widget_activate_action (GTK_WIDGET (face), "actions.delete", NULL);
  ui_settle ();
  g_assert_cmpuint (count (face, 0), ==, 2);
  finish (record, face);
}

static void
test_empty (void)
{
  UiRecord *record = ui_record_new ();
  ScrActionsFace *face = SCR_ACTIONS_FACE (scr_actions_face_new (record->context, "meetings"));

  ui_record_show (record, GTK_WIDGET (face), 360, 700);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (face), "No actions yet"));
  gtk_widget_activate_action (GTK_WIDGET (face), "actions.new", NULL);
  ui_settle ();
  g_assert_cmpuint (count (face, 0), ==, 1);
  ui_record_make_read_only (record);
  ui_settle ();
  finish (record, face);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/actions-face/board", test_board);
  g_test_add_func ("/actions-face/table", test_table);
  g_test_add_func ("/actions-face/empty", test_empty);
  return g_test_run ();
}
