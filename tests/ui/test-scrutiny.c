/* Tests of scrutiny at a meeting: questions planned, asked and answered, key messages told, on the example.
 */
#include "ui-support.h"

#include "scr-identity.h"
#include "scr-meeting-scrutiny.h"
#include "scr-rich-editor.h"
#include "scr-scrutiny-commands.h"
#include "scr-scrutiny-private.h"

#include <string.h>

static ScrItem *
get (UiRecord *record, const char *kind, const char *name)
{
  g_autofree char *id = scr_identity_from_name (name);
  ScrItem *item = scr_source_get (SCR_SOURCE (record->store), kind, id);

  g_assert_nonnull (item);
  return item;
}

static ScrMeetingScrutiny *
show (UiRecord *record, ScrItem *meeting)
{
  ScrMeetingScrutiny *scrutiny = SCR_MEETING_SCRUTINY (scr_meeting_scrutiny_new (record->context));

  scr_meeting_scrutiny_set_meeting (scrutiny, meeting);
  ui_record_show (record, GTK_WIDGET (scrutiny), 420, 700);
  return scrutiny;
}

static void
finish (UiRecord *record)
{
  ui_record_hide (record);
  ui_record_free (record);
}

static void
test_rows (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  ScrMeetingScrutiny *scrutiny = show (record, meeting);

  g_assert_cmpuint (scr_meeting_scrutiny_get_n_rows (scrutiny), >, 3);
  g_assert_nonnull (
      ui_find_text (GTK_WIDGET (scrutiny), "“Critical friend and coach of the system, not leader”"));
  finish (record);
}

static void
test_ask (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-board-4");
  ScrMeetingScrutiny *scrutiny = show (record, meeting);
  guint before = scr_meeting_scrutiny_get_n_rows (scrutiny);
  GtkWindow *window = scr_scrutiny_ask_question (record->context, GTK_WIDGET (scrutiny), meeting);
  GtkListBox *list;
  g_autoptr (ScrItem) asking = NULL;
  GtkWidget *check;

  ui_settle ();
  list = GTK_LIST_BOX (ui_find_type (GTK_WIDGET (window), GTK_TYPE_LIST_BOX));
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 0)));
  ui_settle ();
  g_assert_cmpuint (scr_meeting_scrutiny_get_n_rows (scrutiny), ==, before + 1);
  check = ui_find_type (GTK_WIDGET (scrutiny), GTK_TYPE_CHECK_BUTTON);
  g_assert_nonnull (check);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  ui_settle ();
  check = ui_find_type (GTK_WIDGET (scrutiny), GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  {
    g_autoptr (GPtrArray) askings
        = scr_source_list_by (SCR_SOURCE (record->store), "asking", "forum", scr_item_get_id (meeting));
    g_autoptr (ScrItem) answer = scr_command_record_answer (record->store, g_ptr_array_index (askings, 0),
                                                            "Nobody knows", "judgement.0", NULL, NULL);

    g_assert_nonnull (answer);
  }
  ui_settle ();
  finish (record);
}

static void
test_messages (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-board-4");
  g_autoptr (ScrItem) message = get (record, "key_message", "message-friend");
  ScrMeetingScrutiny *scrutiny = show (record, meeting);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) delivery = scr_command_deliver_message (
      record->store, meeting, NULL, scr_item_get_id (message), NULL, "Nods", &error);

  g_assert_no_error (error);
  ui_settle ();
  g_assert_nonnull (
      ui_find_text (GTK_WIDGET (scrutiny), "Key message · told here for the fourth time · reaction: Nods"));
  finish (record);
}

/* Observations are the scrutineer's own: approval does not lock them. */
static void
test_observations (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-board-1");
  ScrMeetingScrutiny *scrutiny = show (record, meeting);
  g_autoptr (ScrItem) other = get (record, "meeting", "m-b-board-2");
  ScrRichEditor *editor = SCR_RICH_EDITOR (ui_find_type (GTK_WIDGET (scrutiny), SCR_TYPE_RICH_EDITOR));

  scr_rich_editor_edit (editor);
  g_assert_true (scr_rich_editor_is_editing (editor));
  gtk_text_buffer_set_text (scr_rich_editor_get_buffer (editor), "Seen.", -1);
  scr_meeting_scrutiny_set_meeting (scrutiny, other);
  ui_settle ();
  g_assert_cmpstr (scr_item_get_text (meeting, "observations"), ==, "Seen.");
  finish (record);
}

/* Shown nothing any more while being typed, it keeps what was typed, and nothing keeps it. */
static void
test_left_while_typing (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-board-1");
  ScrMeetingScrutiny *scrutiny = show (record, meeting);
  ScrRichEditor *editor = SCR_RICH_EDITOR (ui_find_type (GTK_WIDGET (scrutiny), SCR_TYPE_RICH_EDITOR));

  scr_rich_editor_edit (editor);
  gtk_text_buffer_set_text (scr_rich_editor_get_buffer (editor), "Seen.", -1);
  scr_meeting_scrutiny_set_meeting (scrutiny, NULL);
  ui_settle ();
  g_assert_cmpstr (scr_item_get_text (meeting, "observations"), ==, "Seen.");
  g_object_ref (scrutiny);
  g_object_ref (editor);
  ui_record_hide (record);
  ui_settle ();
  g_assert_finalize_object (scrutiny);
  g_assert_finalize_object (editor);
  ui_record_free (record);
}

static void
test_dialogs (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  g_autoptr (ScrItem) asking = get (record, "asking", "ask-choosing-why-neglect-190117");
  ScrMeetingScrutiny *scrutiny = show (record, meeting);
  GtkWindow *window = scr_scrutiny_ask_answer (record->context, GTK_WIDGET (scrutiny), asking);

  ui_settle ();
  gtk_window_destroy (window);
  window = scr_scrutiny_ask_message (record->context, GTK_WIDGET (scrutiny), meeting, NULL);
  ui_settle ();
  gtk_window_destroy (window);
  ui_settle ();
  finish (record);
}

static void
test_narrow (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  ScrMeetingScrutiny *scrutiny = show (record, meeting);
  int least;

  gtk_widget_measure (GTK_WIDGET (scrutiny), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 336);
  finish (record);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/scrutiny/rows", test_rows);
  g_test_add_func ("/scrutiny/ask", test_ask);
  g_test_add_func ("/scrutiny/messages", test_messages);
  g_test_add_func ("/scrutiny/observations", test_observations);
  g_test_add_func ("/scrutiny/left-while-typing", test_left_while_typing);
  g_test_add_func ("/scrutiny/dialogs", test_dialogs);
  g_test_add_func ("/scrutiny/narrow", test_narrow);
  return g_test_run ();
}
