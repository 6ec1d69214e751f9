/* The window that takes in calendars: what it shows of a file, what is chosen, and what it does. */
#include "ui-support.h"

#include "scr-calendar-exchange.h"

static GtkWidget *
open_file (UiRecord *record, const char *text)
{
  g_autofree char *path = g_build_filename (record->folder, "in.ics", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *window;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  window = scr_calendar_import_new (record->context, file);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < 20; i++)
    {
      ui_settle ();
      g_usleep (20000);
    }
  return window;
}

static const char text[]
    = "BEGIN:VCALENDAR\r\n"
      "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:First from elsewhere\r\nDTSTART:20190612T100000\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Second from elsewhere\r\nDTSTART:20190613T100000\r\nEND:VEVENT\r\n"
      "BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Without a day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

static guint
count_meetings (UiRecord *record)
{
  const ScrQuery query = {.kind = "meeting"};

  return scr_source_count (SCR_SOURCE (record->store), &query);
}

static void
test_import (void)
{
  UiRecord *record = ui_record_new_example ();
  guint before = count_meetings (record);
  GtkWidget *window = open_file (record, text);
  GtkWidget *button = ui_find_button (window, "_Import 2 Meetings");
  GtkWidget *check;

  g_assert_nonnull (ui_find_text (window, "First from elsewhere"));
  g_assert_nonnull (ui_find_text (window, "Without a day"));
  g_assert_nonnull (ui_find_text (window, "2 new, 1 that cannot be taken"));
  g_assert_nonnull (button);
  check = ui_find_type (window, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  button = ui_find_button (window, "_Import 1 Meeting");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ui_settle ();
  g_assert_cmpuint (count_meetings (record), ==, before + 1);
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_cmpuint (count_meetings (record), ==, before);
  ui_record_free (record);
}

static void
test_nothing (void)
{
  UiRecord *record = ui_record_new ();
  GtkWidget *window = open_file (record, "This is no calendar.\n");

  g_assert_nonnull (ui_find_text (window, "This is not a calendar file: nothing in it is an event."));
  gtk_window_close (GTK_WINDOW (window));
  ui_settle ();
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/calendar-import/import", test_import);
  g_test_add_func ("/ui/calendar-import/nothing", test_nothing);
  return g_test_run ();
}
