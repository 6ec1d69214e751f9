/* Tests of the minutes of a meeting: shown formatted, typed with real keys, approved and corrected, on the
 * example. */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-inline-entry.h"
#include "scr-meeting-minutes.h"
#include "scr-minutes-bar.h"
#include "scr-minutes-commands.h"
#include "scr-minutes-lock.h"
#include "scr-minutes-outcomes.h"
#include "scr-minutes-versions-window.h"
#include "scr-rich-editor.h"
#include "scr-rich-text.h"
#include "scr-row-text.h"
#include "scr-identity.h"

#include <string.h>

static ScrItem *
get (UiRecord *record, const char *kind, const char *name)
{
  g_autofree char *id = scr_identity_from_name (name);
  ScrItem *item = scr_source_get (SCR_SOURCE (record->store), kind, id);

  g_assert_nonnull (item);
  return item;
}

static ScrMeetingMinutes *
show (UiRecord *record, ScrItem *meeting, ScrItem *item)
{
  ScrMeetingMinutes *minutes = SCR_MEETING_MINUTES (scr_meeting_minutes_new (record->context));

  scr_meeting_minutes_set_meeting (minutes, meeting);
  scr_meeting_minutes_set_item (minutes, item);
  ui_record_show (record, GTK_WIDGET (minutes), 420, 700);
  return minutes;
}

static void
finish (UiRecord *record)
{
  ui_record_hide (record);
  ui_record_free (record);
}

static ScrRichEditor *
get_editor (ScrMeetingMinutes *minutes)
{
  return SCR_RICH_EDITOR (ui_find_type (GTK_WIDGET (minutes), SCR_TYPE_RICH_EDITOR));
}

/* --- Formatting --- */

static char *
format (const char *markdown)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextIter start, end;

  scr_rich_text_show (buffer, markdown);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_format (void)
{
  const struct
  {
    const char *markdown, *shown;
  } rows[] = {
      {NULL, ""},
      {"plain", "plain"},
      {"**bold** and *it*", "bold and it"},
      {"# Head\n\ntext", "Head\n\ntext"},
      {"- a\n- b", "•  a\n•  b"},
      {"1. a\n2. b\n\nend", "1. a\n2. b\n\nend"},
      {"- a\n  - b\n- c", "•  a\n•  b\n•  c"},
      {"[site](https://example.org)", "site (https://example.org)"},
      {"<https://example.org>", "https://example.org"},
      {"> said", "said"},
      {"<b>raw</b>", "raw"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *shown = format (rows[i].markdown);

      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

static char *
toggle (const char *text, int from, int to, ScrRichMark mark)
{
  g_autoptr (GtkTextBuffer) buffer = gtk_text_buffer_new (NULL);
  GtkTextIter start, end;

  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &start, &end);
  scr_rich_text_toggle (buffer, mark);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
test_toggle (void)
{
  const struct
  {
    const char *text;
    int from, to;
    ScrRichMark mark;
    const char *expected;
  } rows[] = {
      {"one two", 4, 7, SCR_RICH_BOLD, "one **two**"},
      {"one **two**", 6, 9, SCR_RICH_BOLD, "one two"},
      {"one two", 5, 5, SCR_RICH_ITALIC, "one *two*"},
      {"one *two*", 5, 8, SCR_RICH_ITALIC, "one two"},
      {"one **two**", 6, 9, SCR_RICH_ITALIC, "one ***two***"},
      {"one ***two***", 7, 10, SCR_RICH_ITALIC, "one **two**"},
      {"", 0, 0, SCR_RICH_BOLD, "****"},
      {"a\nb\nc", 0, 3, SCR_RICH_LIST, "- a\n- b\nc"},
      {"- a\n- b", 0, 6, SCR_RICH_LIST, "a\nb"},
      {"- a\nb", 0, 5, SCR_RICH_LIST, "- a\n- b"},
      {"a", 0, 0, SCR_RICH_HEADING, "## a"},
      {"## a", 3, 3, SCR_RICH_HEADING, "a"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = toggle (rows[i].text, rows[i].from, rows[i].to, rows[i].mark);

      g_assert_cmpstr (text, ==, rows[i].expected);
    }
}

/* --- Writing --- */

static void
test_write (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  g_autoptr (ScrItem) item = get (record, "agenda_item", "i-b-reflective-3");
  ScrMeetingMinutes *minutes = show (record, meeting, item);
  ScrRichEditor *editor = get_editor (minutes);
  g_autofree char *shown = NULL;

  g_assert_nonnull (ui_find_text (GTK_WIDGET (minutes), "Minutes of item 3"));
  g_assert_false (scr_rich_editor_is_editing (editor));
  scr_rich_editor_edit (editor);
  g_assert_true (scr_rich_editor_is_editing (editor));
  gtk_text_buffer_set_text (scr_rich_editor_get_buffer (editor), "They **agreed**.", -1);
  /* Shown for another item: what was typed is written first. */
  scr_meeting_minutes_set_item (minutes, NULL);
  ui_settle ();
  g_assert_cmpstr (scr_item_get_text (item, "text"), ==, "They **agreed**.");
  g_assert_nonnull (ui_find_text (GTK_WIDGET (minutes), "Minutes of the meeting"));
  scr_meeting_minutes_set_item (minutes, item);
  g_assert_false (scr_rich_editor_is_editing (editor));
  shown = scr_rich_editor_dup_shown (editor);
  g_assert_cmpstr (shown, ==, "They agreed.");
  finish (record);
}

/* What is typed while the window closes is in the record. */
static void
test_close (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  ScrMeetingMinutes *minutes = show (record, meeting, NULL);
  ScrRichEditor *editor = get_editor (minutes);

  scr_rich_editor_edit (editor);
  gtk_text_buffer_set_text (scr_rich_editor_get_buffer (editor), "Last words.", -1);
  ui_record_hide (record);
  g_assert_cmpstr (scr_item_get_text (meeting, "summary"), ==, "Last words.");
  finish (record);
}

/* --- What came of it --- */

static void
test_outcomes (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  g_autoptr (ScrItem) item = get (record, "agenda_item", "i-b-reflective-3");
  ScrMeetingMinutes *minutes = show (record, meeting, item);
  ScrMinutesOutcomes *outcomes
      = SCR_MINUTES_OUTCOMES (ui_find_type (GTK_WIDGET (minutes), SCR_TYPE_MINUTES_OUTCOMES));
  ScrInlineEntry *entry = SCR_INLINE_ENTRY (ui_find_type (GTK_WIDGET (outcomes), SCR_TYPE_INLINE_ENTRY));
  guint before = scr_minutes_outcomes_get_n_shown (outcomes);
  GtkWidget *title;

  g_assert_cmpuint (before, ==, 2);
  scr_minutes_outcomes_begin (outcomes, "decision");
  ui_settle ();
  title = scr_inline_entry_get_row (entry, "title");
  /* Nothing was said: the reason is told, and the entry stays. */
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (entry), "_Add"), "clicked");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (entry)));
  scr_row_text_set_typed (SCR_ROW_TEXT (title), "Meet again");
  g_signal_emit_by_name (ui_find_button (GTK_WIDGET (entry), "_Add"), "clicked");
  ui_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (entry)));
  g_assert_cmpuint (scr_minutes_outcomes_get_n_shown (outcomes), ==, before + 1);
  g_assert_cmpuint (record->toasts->len, ==, 1);
  finish (record);
}

/* Shown nothing any more while being typed, they keep what was typed, and nothing keeps them. */
static void
test_left_while_typing (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  ScrMeetingMinutes *minutes = show (record, meeting, NULL);
  ScrRichEditor *editor = get_editor (minutes);

  scr_rich_editor_edit (editor);
  gtk_text_buffer_set_text (scr_rich_editor_get_buffer (editor), "Said.", -1);
  scr_meeting_minutes_set_meeting (minutes, NULL);
  ui_settle ();
  g_assert_cmpstr (scr_item_get_text (meeting, "summary"), ==, "Said.");
  g_object_ref (minutes);
  g_object_ref (editor);
  ui_record_hide (record);
  ui_settle ();
  g_assert_finalize_object (minutes);
  g_assert_finalize_object (editor);
  ui_record_free (record);
}

/* --- Approving and correcting --- */

static void
test_locked (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-board-1");
  ScrMeetingMinutes *minutes = show (record, meeting, NULL);
  ScrRichEditor *editor = get_editor (minutes);
  ScrMinutesBar *bar = SCR_MINUTES_BAR (ui_find_type (GTK_WIDGET (minutes), SCR_TYPE_MINUTES_BAR));
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (scr_minutes_bar_get_words (bar), "locked"));
  g_assert_false (scr_meeting_minutes_can_approve (minutes));
  scr_rich_editor_edit (editor);
  g_assert_false (scr_rich_editor_is_editing (editor));
  scr_command_begin_correction (record->store, meeting, "A name", &error);
  g_assert_no_error (error);
  ui_settle ();
  g_assert_nonnull (strstr (scr_minutes_bar_get_words (bar), "A name"));
  scr_rich_editor_edit (editor);
  g_assert_true (scr_rich_editor_is_editing (editor));
  gtk_text_buffer_set_text (scr_rich_editor_get_buffer (editor), "Put right.", -1);
  scr_meeting_minutes_set_item (minutes, NULL);
  scr_command_approve_minutes (record->store, meeting, "2019-06-12", NULL, &error);
  g_assert_no_error (error);
  ui_settle ();
  g_assert_false (scr_rich_editor_is_editing (editor));
  scr_rich_editor_edit (editor);
  g_assert_false (scr_rich_editor_is_editing (editor));
  finish (record);
}

static GtkWindow *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
test_approve (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  ScrMeetingMinutes *minutes = show (record, meeting, NULL);
  GtkWindow *dialog;

  g_assert_true (scr_meeting_minutes_can_approve (minutes));
  scr_meeting_minutes_approve (minutes);
  ui_settle ();
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "accept");
  gtk_window_destroy (dialog);
  ui_settle ();
  if (!scr_minutes_are_locked (SCR_SOURCE (record->store), scr_item_get_id (meeting)))
    g_test_message ("%u failures", record->failures->len);
  g_assert_true (scr_minutes_are_locked (SCR_SOURCE (record->store), scr_item_get_id (meeting)));
  finish (record);
}

static void
test_versions (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-board-1");
  ScrMeetingMinutes *minutes = show (record, meeting, NULL);
  g_autoptr (GError) error = NULL;
  GtkWindow *window;

  scr_command_begin_correction (record->store, meeting, "A name", &error);
  g_assert_no_error (error);
  scr_command_write_minutes (record->store, meeting, "Put right.", FALSE, &error);
  g_assert_no_error (error);
  window = scr_minutes_versions_show (record->context, GTK_WIDGET (minutes), meeting);
  ui_settle ();
  g_assert_nonnull (ui_find_text (GTK_WIDGET (window), "A name"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (GTK_WIDGET (window), "_What It Changed")),
                                TRUE);
  ui_settle ();
  {
    GtkWidget *view = ui_find_type (GTK_WIDGET (window), GTK_TYPE_TEXT_VIEW);
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
    GtkTextIter start, end;
    g_autofree char *text = NULL;

    gtk_text_buffer_get_bounds (buffer, &start, &end);
    text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
    g_assert_nonnull (strstr (text, "+ Added: Put right."));
  }
  gtk_window_destroy (window);
  finish (record);
}

static void
test_read_only (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = NULL;
  ScrMeetingMinutes *minutes;

  ui_record_make_read_only (record);
  meeting = get (record, "meeting", "m-b-reflective");
  minutes = show (record, meeting, NULL);
  scr_rich_editor_edit (get_editor (minutes));
  g_assert_false (scr_rich_editor_is_editing (get_editor (minutes)));
  g_assert_false (scr_meeting_minutes_can_approve (minutes));
  g_clear_object (&meeting);
  finish (record);
}

/* At 360 px nothing asks for more. */
static void
test_narrow (void)
{
  UiRecord *record = ui_record_new_example ();
  g_autoptr (ScrItem) meeting = get (record, "meeting", "m-b-reflective");
  ScrMeetingMinutes *minutes = show (record, meeting, NULL);
  int least;

  gtk_widget_measure (GTK_WIDGET (minutes), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 336);
  finish (record);
}

static void
test_without_record (void)
{
  UiRecord *record = ui_record_new ();
  GtkWidget *minutes = scr_meeting_minutes_new (record->context);

  ui_record_show (record, minutes, 360, 400);
  scr_context_set_store (record->context, NULL);
  ui_settle ();
  finish (record);
}

int
main (int argc, char *argv[])
{
  ui_init (&argc, &argv);
  g_test_add_func ("/minutes/format", test_format);
  g_test_add_func ("/minutes/toggle", test_toggle);
  g_test_add_func ("/minutes/write", test_write);
  g_test_add_func ("/minutes/close", test_close);
  g_test_add_func ("/minutes/outcomes", test_outcomes);
  g_test_add_func ("/minutes/left-while-typing", test_left_while_typing);
  g_test_add_func ("/minutes/locked", test_locked);
  g_test_add_func ("/minutes/approve", test_approve);
  g_test_add_func ("/minutes/versions", test_versions);
  g_test_add_func ("/minutes/read-only", test_read_only);
  g_test_add_func ("/minutes/narrow", test_narrow);
  g_test_add_func ("/minutes/without-record", test_without_record);
  return g_test_run ();
}
