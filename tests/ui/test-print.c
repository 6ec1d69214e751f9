/* scr_print_file - what reaches the printer is the file itself, byte for byte; what is no PDF reaches no
 * printer.
 *
 * The printer is that of tests/ui/with-printer, which sets SCR_PRINTED to the folder that its jobs arrive in;
 * without it, what needs a printer is skipped.
 */
#include <glib/gstdio.h>
#include <gtk/gtkunixprint.h>

#include "preview-files.h"
#include "scr-error.h"
#include "scr-print.h"

typedef struct
{
  gboolean done;
  gboolean printed;
  GError *error;
} Answer;

static gboolean
too_late (gpointer data)
{
  g_error ("waited in vain for %s", (const char *)data);
  return G_SOURCE_REMOVE;
}

static void
on_printed (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->printed = scr_print_file_finish (result, &answer->error);
  answer->done = TRUE;
}

static void
wait_for_answer (Answer *answer)
{
  guint late = g_timeout_add_seconds (60, too_late, (gpointer) "the printing to end");

  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static GtkPrintUnixDialog *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_IS_PRINT_UNIX_DIALOG (window) && gtk_widget_get_visible (GTK_WIDGET (window)))
        return GTK_PRINT_UNIX_DIALOG (window);
    }
  return NULL;
}

static GtkPrintUnixDialog *
wait_for_dialog (void)
{
  guint late = g_timeout_add_seconds (60, too_late, (gpointer) "the dialog");
  GtkPrintUnixDialog *dialog;

  while ((dialog = find_dialog ()) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  return dialog;
}

/* The dialog asks the printers themselves, and chooses the usual one when it knows it. */
static void
wait_for_printer (GtkPrintUnixDialog *dialog)
{
  guint late = g_timeout_add_seconds (60, too_late, (gpointer) "the printer");
  GtkPrinter *printer;

  while ((printer = gtk_print_unix_dialog_get_selected_printer (dialog)) == NULL
         || gtk_printer_is_virtual (printer) || !gtk_printer_has_details (printer))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  g_assert_true (gtk_printer_accepts_pdf (printer));
}

static char *
wait_for_job (const char *folder, const char *ending, gsize *length)
{
  gint64 late = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  char *content = NULL;

  while (content == NULL)
    {
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      g_assert_nonnull (dir);
      while ((name = g_dir_read_name (dir)) != NULL && content == NULL)
        if (g_str_has_suffix (name, ending))
          {
            g_autofree char *path = g_build_filename (folder, name, NULL);

            g_assert_true (g_file_get_contents (path, &content, length, NULL));
            g_assert_cmpint (g_remove (path), ==, 0);
          }
      if (g_get_monotonic_time () > late)
        g_error ("no job arrived in %s", folder);
      g_usleep (20000);
    }
  return content;
}

static void
test_printed (void)
{
  const char *folder = g_getenv ("SCR_PRINTED");
  g_autofree char *path = NULL, *sent = NULL, *arrived = NULL, *options = NULL;
  GtkPrintUnixDialog *dialog;
  g_autoptr (GtkPrintSettings) settings = NULL;
  GtkPageRange range = {1, 2};
  GtkWidget *window = gtk_window_new ();
  Answer answer = {0};
  gsize sent_length, arrived_length;

  if (folder == NULL)
    {
      g_test_skip ("needs CUPS and root: see tests/ui/with-printer");
      return;
    }
  path = preview_files_make (g_get_tmp_dir (), "report.pdf", 5, "What difference was made?");
  gtk_window_present (GTK_WINDOW (window));
  scr_print_file (GTK_WINDOW (window), path, "Annual report", on_printed, &answer);
  dialog = wait_for_dialog ();
  wait_for_printer (dialog);

  /* Pages 2 and 3 only, two copies: the printing system is told, the file stays whole. */
  settings = gtk_print_unix_dialog_get_settings (dialog);
  gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
  gtk_print_settings_set_page_ranges (settings, &range, 1);
  gtk_print_settings_set_n_copies (settings, 2);
  gtk_print_unix_dialog_set_settings (dialog, settings);
  wait_for_printer (dialog);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  wait_for_answer (&answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.printed);

  options = wait_for_job (folder, ".options", &arrived_length);
  g_test_message ("options: %s", options);
  g_assert_nonnull (strstr (options, "page-ranges=2-3"));
  arrived = wait_for_job (folder, ".pdf", &arrived_length);
  g_assert_true (g_file_get_contents (path, &sent, &sent_length, NULL));
  g_assert_cmpmem (arrived, arrived_length, sent, sent_length);
  g_assert_null (find_dialog ());
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The printer that every dialog has, which writes a file. Some pages only is more than it can. */
static void
test_to_file (gconstpointer data)
{
  gboolean whole = GPOINTER_TO_INT (data);
  g_autofree char *path = preview_files_make (g_get_tmp_dir (), "report.pdf", 5, "What difference was made?");
  g_autofree char *target = g_build_filename (g_get_tmp_dir (), "printed.pdf", NULL);
  g_autofree char *uri = g_filename_to_uri (target, NULL, NULL);
  g_autofree char *sent = NULL, *arrived = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  GtkWidget *window = gtk_window_new ();
  GtkPrintUnixDialog *dialog;
  GtkPrinter *printer;
  GtkPageRange range = {0, 0};
  Answer answer = {0};
  gsize sent_length, arrived_length;

  g_remove (target);
  gtk_window_present (GTK_WINDOW (window));
  scr_print_file (GTK_WINDOW (window), path, "Annual report", on_printed, &answer);
  dialog = wait_for_dialog ();
  settings = gtk_print_unix_dialog_get_settings (dialog);
  gtk_print_settings_set_printer (settings, "Print to File");
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, uri);
  if (!whole)
    {
      gtk_print_settings_set_print_pages (settings, GTK_PRINT_PAGES_RANGES);
      gtk_print_settings_set_page_ranges (settings, &range, 1);
    }
  gtk_print_unix_dialog_set_settings (dialog, settings);
  while ((printer = gtk_print_unix_dialog_get_selected_printer (dialog)) == NULL
         || !gtk_printer_is_virtual (printer))
    g_main_context_iteration (NULL, TRUE);
  gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_OK);
  wait_for_answer (&answer);
  if (whole)
    {
      g_assert_no_error (answer.error);
      g_assert_true (g_file_get_contents (path, &sent, &sent_length, NULL));
      g_assert_true (g_file_get_contents (target, &arrived, &arrived_length, NULL));
      g_assert_cmpmem (arrived, arrived_length, sent, sent_length);
    }
  else
    {
      g_assert_error (answer.error, SCR_ERROR, SCR_ERROR_FAILED);
      g_clear_error (&answer.error);
      g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_cancelled (void)
{
  g_autofree char *path = preview_files_make (g_get_tmp_dir (), "report.pdf", 1, "Nothing.");
  GtkWidget *window = gtk_window_new ();
  Answer answer = {0};

  gtk_window_present (GTK_WINDOW (window));
  scr_print_file (GTK_WINDOW (window), path, "Annual report", on_printed, &answer);
  gtk_dialog_response (GTK_DIALOG (wait_for_dialog ()), GTK_RESPONSE_CANCEL);
  wait_for_answer (&answer);
  g_assert_false (answer.printed);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
  g_assert_null (find_dialog ());
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The dialog goes with the window that asked. */
static void
test_window_closed (void)
{
  g_autofree char *path = preview_files_make (g_get_tmp_dir (), "report.pdf", 1, "Nothing.");
  GtkWidget *window = gtk_window_new ();
  Answer answer = {0};

  gtk_window_present (GTK_WINDOW (window));
  scr_print_file (GTK_WINDOW (window), path, "Annual report", on_printed, &answer);
  wait_for_dialog ();
  gtk_window_destroy (GTK_WINDOW (window));
  wait_for_answer (&answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&answer.error);
}

static void
test_refused (void)
{
  g_autofree char *text = preview_files_make_bytes (g_get_tmp_dir (), "text.pdf", "This is no PDF.\n", -1);
  Answer answer = {0};

  scr_print_file (NULL, text, "Annual report", on_printed, &answer);
  wait_for_answer (&answer);
  g_assert_error (answer.error, SCR_ERROR, SCR_ERROR_DAMAGED);
  g_clear_error (&answer.error);

  answer.done = FALSE;
  scr_print_file (NULL, "/no/such/file.pdf", "Annual report", on_printed, &answer);
  wait_for_answer (&answer);
  g_assert_error (answer.error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);
  g_assert_null (find_dialog ());
}

/* GTK's printing asks services of the system that a test has not got, and warns of it. Ours are as deadly as
 * ever. */
static GLogWriterOutput
write_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE") && fields[i].length < 0
        && g_str_has_prefix (fields[i].value, "failed to contact colord"))
      return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

int
main (int argc, char **argv)
{
  g_log_set_writer_func (write_log, NULL, NULL);
  gtk_test_init (&argc, &argv);

  g_test_add_func ("/ui/print/printed", test_printed);
  g_test_add_data_func ("/ui/print/to-file", GINT_TO_POINTER (TRUE), test_to_file);
  g_test_add_data_func ("/ui/print/to-file-in-part", GINT_TO_POINTER (FALSE), test_to_file);
  g_test_add_func ("/ui/print/cancelled", test_cancelled);
  g_test_add_func ("/ui/print/window-closed", test_window_closed);
  g_test_add_func ("/ui/print/refused", test_refused);
  return g_test_run ();
}
