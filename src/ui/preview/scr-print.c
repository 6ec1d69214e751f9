/* Printing an exported PDF: the very file, as it is.
 *
 * GTK's dialog chooses printer, pages, copies, sides and pages a sheet; the printing system carries them out.
 * The bytes sent are the file's own, tags included. GtkPrintOperation is not used: it would draw anew, and
 * crashes GTK 4.8. Owns nothing between calls: all that a printing needs belongs to its task. Main thread,
 * but for reading the paper's size.
 */
#include "config.h"

#include "scr-print.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtkunixprint.h>
#include <math.h>

#include "scr-error.h"
#include "scr-preview-poppler.h"

/* Points by which a page may differ from a paper and still be meant for it. */
#define PAPER_TOLERANCE 3.0

typedef struct
{
  char *path;
  char *title;
  GtkWindow *parent; /* weak */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_free (printing->path);
  g_free (printing->title);
  g_clear_weak_pointer (&printing->parent);
  g_free (printing);
}

/* Thread: opening also tells early, in plain words, that a file is gone or damaged. */
static void
read_size (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  PopplerDocument *document = scr_preview_poppler_open (data, &error);
  PopplerPage *page = document != NULL ? poppler_document_get_page (document, 0) : NULL;
  ScrPageSize *size;

  if (page != NULL)
    {
      size = g_new0 (ScrPageSize, 1);
      poppler_page_get_size (page, &size->width, &size->height);
      g_task_return_pointer (task, size, g_free);
    }
  else if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_new_error (task, SCR_ERROR, SCR_ERROR_DAMAGED, "%s", _ ("This PDF has no pages."));
  g_clear_object (&page);
  g_clear_object (&document);
}

/* The paper that the pages were made for; without it the locale's own would be asked of the printer. */
static GtkPageSetup *
make_page_setup (const ScrPageSize *size)
{
  static const char *const names[] = {GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, GTK_PAPER_NAME_A5,
                                      GTK_PAPER_NAME_LETTER, GTK_PAPER_NAME_LEGAL};
  double narrow = MIN (size->width, size->height), wide = MAX (size->width, size->height);
  GtkPageSetup *setup = gtk_page_setup_new ();
  GtkPaperSize *paper = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names) && paper == NULL; i++)
    {
      paper = gtk_paper_size_new (names[i]);
      if (fabs (gtk_paper_size_get_width (paper, GTK_UNIT_POINTS) - narrow) > PAPER_TOLERANCE
          || fabs (gtk_paper_size_get_height (paper, GTK_UNIT_POINTS) - wide) > PAPER_TOLERANCE)
        g_clear_pointer (&paper, gtk_paper_size_free);
    }
  if (paper == NULL)
    paper = gtk_paper_size_new_custom ("scrutiny", _ ("As in the document"), narrow, wide, GTK_UNIT_POINTS);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, size->width > size->height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                                    : GTK_PAGE_ORIENTATION_PORTRAIT);
  gtk_paper_size_free (paper);
  return setup;
}

/* What "Print to File" offers as a name: the title, without what no file's name may hold. */
static GtkPrintSettings *
make_settings (const char *title)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  g_autofree char *name = g_strdelimit (g_strdup (title), "/\\:", '-');

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  return settings;
}

/* The dialog leaves the choice of pages to programs that draw; here the printing system has to make it. */
static gboolean
hand_on_pages (GtkPrintSettings *settings, GtkPrinter *printer, GError **error)
{
  g_autofree GtkPageRange *ranges = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  int n_ranges = 0;

  if (gtk_print_settings_get_print_pages (settings) != GTK_PRINT_PAGES_RANGES)
    return TRUE;
  ranges = gtk_print_settings_get_page_ranges (settings, &n_ranges);
  if (n_ranges == 0)
    return TRUE;
  if (gtk_printer_is_virtual (printer))
    {
      g_set_error_literal (
          error, SCR_ERROR, SCR_ERROR_FAILED,
          _ ("Only the whole document can be printed to a file. Choose all pages, or a printer."));
      return FALSE;
    }
  for (int i = 0; i < n_ranges; i++)
    {
      int first = ranges[i].start + 1, last = MAX (ranges[i].end, ranges[i].start) + 1;

      g_string_append_printf (list, "%s%d-%d", i > 0 ? "," : "", first, last);
    }
  gtk_print_settings_set (settings, "cups-page-ranges", list->str);
  return TRUE;
}

static void
on_sent (GtkPrintJob *job, gpointer data, const GError *error)
{
  GTask *task = G_TASK (data);

  if (error != NULL)
    g_task_return_new_error (task, SCR_ERROR, SCR_ERROR_FAILED,
                             _ ("The printer did not take the document: %s"), error->message);
  else
    g_task_return_boolean (task, TRUE);
}

static void
send_job (GTask *task, GtkPrintUnixDialog *dialog)
{
  Printing *printing = g_task_get_task_data (task);
  GtkPrinter *printer = gtk_print_unix_dialog_get_selected_printer (dialog);
  g_autoptr (GtkPrintSettings) settings = gtk_print_unix_dialog_get_settings (dialog);
  g_autoptr (GtkPrintJob) job = NULL;
  g_autoptr (GError) error = NULL;

  if (printer == NULL || !gtk_printer_accepts_pdf (printer))
    {
      g_task_return_new_error (
          task, SCR_ERROR, SCR_ERROR_FAILED, "%s",
          _ ("There is no printer here that takes PDF documents. Export the document, and print "
             "it where there is one."));
      return;
    }
  if (!hand_on_pages (settings, printer, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  job = gtk_print_job_new (printing->title, printer, settings, gtk_print_unix_dialog_get_page_setup (dialog));
  if (!gtk_print_job_set_source_file (job, printing->path, &error))
    {
      g_task_return_new_error (task, SCR_ERROR, SCR_ERROR_UNREADABLE, _ ("The PDF file cannot be read: %s."),
                               error->message);
      return;
    }
  gtk_print_job_send (job, on_sent, g_object_ref (task), g_object_unref);
}

static void
on_response (GtkPrintUnixDialog *dialog, int response, GTask *task)
{
  g_signal_handlers_disconnect_by_data (dialog, task);
  if (response == GTK_RESPONSE_OK)
    send_job (task, dialog);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (task); /* the reference that the dialog's handlers had */
}

/* With its window, without an answer. */
static void
on_destroyed (GtkPrintUnixDialog *dialog, GTask *task)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  g_object_unref (task);
}

static void
on_size_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = G_TASK (data);
  Printing *printing = g_task_get_task_data (task);
  g_autofree ScrPageSize *size = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autoptr (GtkPrintSettings) settings = NULL;
  GtkWidget *dialog;
  GError *error = NULL;

  size = g_task_propagate_pointer (G_TASK (result), &error);
  if (size == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  dialog = gtk_print_unix_dialog_new (printing->title, printing->parent);
  setup = make_page_setup (size);
  settings = make_settings (printing->title);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_print_unix_dialog_set_manual_capabilities (GTK_PRINT_UNIX_DIALOG (dialog),
                                                 GTK_PRINT_CAPABILITY_GENERATE_PDF);
  gtk_print_unix_dialog_set_page_setup (GTK_PRINT_UNIX_DIALOG (dialog), setup);
  gtk_print_unix_dialog_set_settings (GTK_PRINT_UNIX_DIALOG (dialog), settings);
  gtk_print_unix_dialog_set_embed_page_setup (GTK_PRINT_UNIX_DIALOG (dialog), FALSE);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  g_signal_connect (dialog, "destroy", G_CALLBACK (on_destroyed), g_steal_pointer (&task));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * scr_print_file:
 * @parent: (nullable): the window that asks
 * @path: a PDF file, which is left alone until the printing is over
 * @title: what it is called, for the dialog and the printer's list of jobs
 * @callback: told when the document was handed to the printer, or was not
 * @user_data: for @callback
 *
 * Asks in a dialog how to print @path, and prints it.
 */
void
scr_print_file (GtkWindow *parent,
                const char *path,
                const char *title,
                GAsyncReadyCallback callback,
                gpointer user_data)
{
  Printing *printing;
  GTask *task;
  g_autoptr (GTask) reading = NULL;

  g_return_if_fail (path != NULL && title != NULL);

  printing = g_new0 (Printing, 1);
  printing->path = g_canonicalize_filename (path, NULL);
  printing->title = g_strdup (title);
  g_set_weak_pointer (&printing->parent, parent);
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_task_data (task, printing, printing_free);

  reading = g_task_new (NULL, NULL, on_size_read, task);
  g_task_set_task_data (reading, g_strdup (printing->path), g_free);
  g_task_run_in_thread (reading, read_size);
}

/**
 * scr_print_file_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: whether the document was handed to the printer; if not, @error is of SCR_ERROR in plain words, or
 *   %G_IO_ERROR_CANCELLED when the person thought better of it
 */
gboolean
scr_print_file_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
