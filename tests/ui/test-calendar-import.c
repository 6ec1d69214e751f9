/* The window that takes in calendars: what it shows of a file, what is chosen, and what it does. */
#include "ui-support.h"

#include "scr-calendar-exchange.h"
#include "scr-meetings-view.h"

/* Longer than any machine takes; what is waited for ends it. */
#define TURNS 500

static GFile *
make_file (UiRecord *record, const char *text)
{
  g_autofree char *path = g_build_filename (record->folder, "in.ics", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
wait_for_text (GtkWidget *window, const char *wanted)
{
  for (guint i = 0; i < TURNS && ui_find_text (window, wanted) == NULL; i++)
    {
      ui_settle ();
      g_usleep (10000);
    }
  g_assert_nonnull (ui_find_text (window, wanted));
}

/* Where it stands is known: it has the screen. */
static void
wait_until_active (GtkWidget *window)
{
  gtk_window_fullscreen (GTK_WINDOW (window));
  for (guint i = 0; i < TURNS && !gtk_window_is_active (GTK_WINDOW (window)); i++)
    {
      ui_settle ();
      g_usleep (10000);
    }
  g_assert_true (gtk_window_is_active (GTK_WINDOW (window)));
}

static GtkWidget *
open_file (UiRecord *record, const char *text, const char *summary)
{
  g_autoptr (GFile) file = make_file (record, text);
  GtkWidget *window = scr_calendar_import_new (record->context, file);

  gtk_window_present (GTK_WINDOW (window));
  wait_for_text (window, summary);
  wait_until_active (window);
  return window;
}

static void
click (GtkWidget *widget)
{
  graphene_point_t at = GRAPHENE_POINT_INIT (0, 0);
  GtkNative *native = gtk_widget_get_native (widget);
  double x, y;

  at.x = (float)gtk_widget_get_width (widget) / 2;
  at.y = (float)gtk_widget_get_height (widget) / 2;
  g_assert_true (gtk_widget_compute_point (widget, GTK_WIDGET (native), &at, &at));
  gtk_native_get_surface_transform (native, &x, &y);
  ui_act ("mousemove --sync %d %d click 1", (int)(x + at.x), (int)(y + at.y));
}

static gboolean
is_open (GtkWidget *window)
{
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) toplevel = g_list_model_get_item (toplevels, i);

      if (toplevel == (GObject *)window)
        return TRUE;
    }
  return FALSE;
}

static void
wait_until_closed (GtkWidget *window)
{
  for (guint i = 0; i < TURNS && is_open (window); i++)
    {
      ui_settle ();
      g_usleep (10000);
    }
  g_assert_false (is_open (window));
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

/* Two are offered; one is taken by the pointer, the other by keys; nothing doubles; all is taken back. */
static void
test_import (void)
{
  UiRecord *record = ui_record_new_example ();
  guint before = count_meetings (record);
  GtkWidget *window = open_file (record, text, "2 new, 1 that cannot be taken");

  g_assert_nonnull (ui_find_text (window, "First from elsewhere"));
  g_assert_nonnull (ui_find_text (window, "Without a day"));
  g_assert_nonnull (ui_find_button (window, "_Import 2 Meetings"));
  click (ui_find_type (window, GTK_TYPE_CHECK_BUTTON));
  g_assert_nonnull (ui_find_button (window, "_Import 1 Meeting"));
  click (ui_find_button (window, "_Import 1 Meeting"));
  wait_until_closed (window);
  g_assert_cmpuint (count_meetings (record), ==, before + 1);
  g_assert_cmpuint (record->toasts->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (record->toasts, 0), ==, "1 meeting was taken in");

  window = open_file (record, text, "1 new, 1 the same, 1 that cannot be taken");
  ui_act ("key Escape");
  wait_until_closed (window);
  g_assert_cmpuint (count_meetings (record), ==, before + 1);

  window = open_file (record, text, "1 new, 1 the same, 1 that cannot be taken");
  ui_act ("key alt+i");
  wait_until_closed (window);
  g_assert_cmpuint (count_meetings (record), ==, before + 2);

  window = open_file (record, text, "2 the same, 1 that cannot be taken");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (window, "_Import 0 Meetings")));
  ui_act ("key Escape");
  wait_until_closed (window);
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_cmpuint (count_meetings (record), ==, before);
  ui_record_free (record);
}

static void
test_nothing (void)
{
  UiRecord *record = ui_record_new ();
  GtkWidget *window = open_file (record, "This is no calendar.\n",
                                 "This is not a calendar file: nothing in it is an event.");

  ui_act ("key Escape");
  wait_until_closed (window);
  ui_record_free (record);
}

/* Esc while it is being written: the record is as it was, and all may be chosen again. */
static void
test_cancel (void)
{
  UiRecord *record = ui_record_new ();
  GString *many = g_string_new ("BEGIN:VCALENDAR\r\n");
  GtkWidget *window;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (many, "BEGIN:VEVENT\r\nUID:%u\r\nDTSTART;VALUE=DATE:20190612\r\nEND:VEVENT\r\n",
                            i);
  g_string_append (many, "END:VCALENDAR\r\n");
  window = open_file (record, many->str, "20000 new");
  g_signal_emit_by_name (ui_find_button (window, "_Import 20000 Meetings"), "clicked");
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (window, "_Import 20000 Meetings")));
  gtk_window_close (GTK_WINDOW (window));
  wait_for_text (window, "This was cancelled. Nothing was changed.");
  g_assert_cmpuint (count_meetings (record), ==, 0);
  g_assert_true (gtk_widget_get_sensitive (ui_find_button (window, "_Import 20000 Meetings")));
  ui_act ("key Escape");
  wait_until_closed (window);
  g_string_free (many, TRUE);
  ui_record_free (record);
}

/* --- A file that is dropped on the meetings --- */

static GtkDropTarget *
find_target (GtkWidget *view)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }
  return NULL;
}

static gboolean
drop (GtkWidget *view, GFile *file)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, g_slist_append (NULL, g_object_ref (file)));
  g_signal_emit_by_name (find_target (view), "drop", &value, 9.0, 9.0, &taken);
  return taken;
}

static GtkWidget *
find_import (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GObject) toplevel = g_list_model_get_item (toplevels, i);

      if (SCR_IS_CALENDAR_IMPORT (toplevel))
        return GTK_WIDGET (toplevel);
    }
  return NULL;
}

static void
test_drop (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (GFile) file = make_file (record, text);
  g_autoptr (GFile) other = g_file_new_for_path ("/tmp/paper.pdf");
  GtkWidget *view = scr_meetings_view_new (record->context, "meetings");
  GtkWidget *window;

  ui_record_show (record, view, 900, 700);
  g_assert_false (drop (view, other));
  g_assert_null (find_import ());
  g_assert_true (drop (view, file));
  window = find_import ();
  g_assert_nonnull (window);
  wait_for_text (window, "2 new, 1 that cannot be taken");
  gtk_window_close (GTK_WINDOW (window));
  wait_until_closed (window);
  g_assert_cmpuint (count_meetings (record), ==, 0);
  ui_record_hide (record);
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/ui/calendar-import/import", test_import);
  g_test_add_func ("/ui/calendar-import/nothing", test_nothing);
  g_test_add_func ("/ui/calendar-import/cancel", test_cancel);
  g_test_add_func ("/ui/calendar-import/drop", test_drop);
  return g_test_run ();
}
