/* The reports view over the example: the gallery, the options, the very file that is shown, keeping it. */
#include "config.h"

#include "scr-preview.h"
#include "scr-report-job.h"
#include "scr-report-options.h"
#include "scr-report-page.h"
#include "scr-reports-view.h"
#include "ui-support.h"

#define PATIENCE (60 * G_USEC_PER_SEC)

static void
wait_for_pages (ScrPreview *preview, guint at_least)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (scr_preview_get_n_pages (preview) < at_least && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (scr_preview_get_n_pages (preview), >=, at_least);
}

static GtkWidget *
open_annual (UiRecord *record, GtkWidget *view)
{
  GtkWidget *row = NULL;
  GtkWidget *gallery = ui_find_type (view, ADW_TYPE_ACTION_ROW);

  row = gallery;
  g_assert_nonnull (row);
  gtk_widget_activate (row);
  ui_settle ();
  return ui_find_type (view, SCR_TYPE_REPORT_PAGE);
}

static void
test_preview_shows_the_file (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = scr_reports_view_new (record->context, "reports");
  GtkWidget *page;
  ScrPreview *preview;

  ui_record_show (record, view, 1100, 800);
  page = open_annual (record, view);
  g_assert_nonnull (page);
  preview = SCR_PREVIEW (ui_find_type (page, SCR_TYPE_PREVIEW));
  wait_for_pages (preview, 4);
  g_assert_true (scr_view_go_back (SCR_VIEW (view)));
  g_assert_false (scr_view_go_back (SCR_VIEW (view)));
  ui_record_free (record);
}

static guint
count (UiRecord *record, const char *kind)
{
  const ScrQuery query = {.kind = kind};

  return scr_source_count (SCR_SOURCE (record->store), &query);
}

static void
test_keep_and_undo (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *view = scr_reports_view_new (record->context, "reports");
  guint reports, attachments;
  GtkWidget *page;

  ui_record_show (record, view, 1100, 800);
  page = open_annual (record, view);
  wait_for_pages (SCR_PREVIEW (ui_find_type (page, SCR_TYPE_PREVIEW)), 4);
  g_assert_nonnull (ui_find_text (page, "Tags, language, title and bookmarks checked"));
  reports = count (record, "report");
  attachments = count (record, "attachment");
  gtk_widget_activate_action (page, "report.keep", NULL);
  g_assert_cmpuint (record->failures->len, ==, 0);
  g_assert_cmpuint (count (record, "report"), ==, reports + 1);
  g_assert_cmpuint (count (record, "attachment"), ==, attachments + 1);
  /* What is shown is kept already: keeping it again keeps nothing more. */
  gtk_widget_activate_action (page, "report.keep", NULL);
  g_assert_cmpuint (count (record, "report"), ==, reports + 1);
  g_assert_true (scr_store_undo (record->store, NULL));
  g_assert_cmpuint (count (record, "report"), ==, reports);
  ui_record_free (record);
}

static void
test_options_are_the_request (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *pane = g_object_ref_sink (scr_report_options_pane_new ());
  g_autoptr (ScrReportRequest) request = NULL;
  GtkWidget *size;

  scr_report_options_pane_set_store (SCR_REPORT_OPTIONS_PANE (pane), record->store, NULL);
  request = scr_report_options_pane_dup_request (SCR_REPORT_OPTIONS_PANE (pane), "annual");
  g_assert_cmpstr (request->report, ==, "annual");
  g_assert_null (request->partnership);
  g_assert_cmpfloat (request->text_size, ==, 12);
  g_assert_cmpstr (request->marking, ==, "marking.official");
  g_assert_true (request->with_answers);
  size = ui_find_button (pane, "18");
  g_assert_nonnull (size);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (size), TRUE);
  g_clear_pointer (&request, scr_report_request_free);
  request = scr_report_options_pane_dup_request (SCR_REPORT_OPTIONS_PANE (pane), "annual");
  g_assert_cmpfloat (request->text_size, ==, 18);
  g_assert_finalize_object (pane);
  ui_record_free (record);
}

static void
on_failed (ScrReportJob *job, const GError *error, char **message)
{
  *message = g_strdup (error->message);
}

static void
test_job_says_what_failed (void)
{
  g_autoptr (ScrReportRequest) request = scr_report_request_new ("/nowhere/at-all.scrutiny", "annual");
  ScrReportJob *job = scr_report_job_new ();
  g_autofree char *message = NULL;
  gint64 end = g_get_monotonic_time () + PATIENCE;

  g_signal_connect (job, "failed", G_CALLBACK (on_failed), &message);
  scr_report_job_request (job, request);
  g_assert_true (scr_report_job_get_busy (job));
  while (scr_report_job_get_busy (job) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (message);
  g_assert_null (scr_report_job_get_file (job));
  /* The thread that did the work may hold the job a moment longer. */
  g_object_add_weak_pointer (G_OBJECT (job), (gpointer *)&job);
  g_object_unref (job);
  while (job != NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_null (job);
}

static void
test_narrow_shows_one_column (void)
{
  UiRecord *record = ui_record_new_example ();
  GtkWidget *page = g_object_ref_sink (scr_report_page_new (record->context));
  GtkWidget *options = ui_find_type (page, SCR_TYPE_REPORT_OPTIONS_PANE);
  GtkWidget *preview = ui_find_type (page, SCR_TYPE_PREVIEW);

  scr_report_page_set_narrow (SCR_REPORT_PAGE (page), TRUE);
  g_assert_false (gtk_widget_get_visible (options));
  g_assert_true (gtk_widget_get_visible (preview));
  scr_report_page_set_narrow (SCR_REPORT_PAGE (page), FALSE);
  g_assert_true (gtk_widget_get_visible (options));
  g_assert_true (gtk_widget_get_visible (preview));
  g_assert_finalize_object (page);
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/reports/preview-shows-the-file", test_preview_shows_the_file);
  g_test_add_func ("/reports/keep-and-undo", test_keep_and_undo);
  g_test_add_func ("/reports/options-are-the-request", test_options_are_the_request);
  g_test_add_func ("/reports/job-says-what-failed", test_job_says_what_failed);
  g_test_add_func ("/reports/narrow-shows-one-column", test_narrow_shows_one_column);
  return g_test_run ();
}
