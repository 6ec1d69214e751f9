/* ScrReportPage - one report. See the header. What its buttons do is in scr-report-page-actions.c. */
#include "config.h"

#include "scr-report-page-private.h"

#include "scr-preview-keys.h"
#include "scr-reports-resources.h"
#include "scr-text-scale.h"

#include <glib/gi18n-lib.h>

#define OPTIONS_WIDTH 330
#define MAX_OPTIONS_WIDTH 520

static guint back_signal;

G_DEFINE_FINAL_TYPE (ScrReportPage, scr_report_page, GTK_TYPE_WIDGET)

static void
on_back_clicked (ScrReportPage *self)
{
  g_signal_emit (self, back_signal, 0);
}

static void
on_options_toggled (ScrReportPage *self)
{
  scr_report_page_set_narrow (self, self->narrow);
}

static gboolean
request_now (gpointer data)
{
  ScrReportPage *self = data;
  g_autoptr (ScrReportRequest) request = NULL;

  self->request_source = 0;
  if (self->report == NULL || scr_context_get_store (self->context) == NULL)
    return G_SOURCE_REMOVE;
  request = scr_report_options_pane_dup_request (self->options, self->report->id);
  request->checked = TRUE;
  scr_report_job_request (self->job, request);
  return G_SOURCE_REMOVE;
}

/* Several choices in a row make one file. */
static void
request_soon (ScrReportPage *self)
{
  g_clear_object (&self->kept);
  if (self->request_source == 0)
    self->request_source = g_timeout_add (150, request_now, self);
}

static void
on_store_changed (ScrStore *store, ScrChange *change, ScrReportPage *self)
{
  /* What was kept or noted of this report does not alter what it says. */
  for (guint i = 0; i < scr_change_get_n_rows (change); i++)
    {
      const char *kind = scr_change_get_row (change, i)->kind->name;

      if (!g_str_equal (kind, "report") && !g_str_equal (kind, "attachment")
          && !g_str_equal (kind, "submission"))
        {
          request_soon (self);
          return;
        }
    }
}

static void
follow_store (ScrReportPage *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_changes, store);
  if (store != NULL)
    scr_report_options_pane_set_store (self->options, store, scr_context_get_partnership (self->context));
}

static void
on_file_changed (ScrReportPage *self)
{
  const char *file = scr_report_job_get_file (self->job);

  scr_preview_set_file (self->preview, file);
  scr_report_options_pane_show_access (self->options, scr_report_job_get_access (self->job));
  gtk_widget_set_sensitive (self->export_button, file != NULL);
  scr_report_page_update_actions (self);
}

static void
on_busy_changed (ScrReportPage *self)
{
  gboolean busy = scr_report_job_get_busy (self->job);

  scr_preview_set_busy (self->preview, busy);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_stack_set_visible_child_name (self->state_stack, busy ? "busy" : "ready");
}

static void
on_job_failed (ScrReportPage *self, const GError *error)
{
  scr_preview_show_message (self->preview, _ ("This report could not be made"), error->message);
}

static void
scr_report_page_dispose (GObject *object)
{
  ScrReportPage *self = SCR_REPORT_PAGE (object);

  g_clear_handle_id (&self->request_source, g_source_remove);
  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  if (self->job != NULL)
    g_signal_handlers_disconnect_by_data (self->job, self);
  g_clear_object (&self->job);
  g_clear_object (&self->kept);
  g_clear_object (&self->chooser);
  g_clear_object (&self->context);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_report_page_parent_class)->dispose (object);
}

static GtkWidget *
get_preview (GtkWidget *widget)
{
  return GTK_WIDGET (SCR_REPORT_PAGE (widget)->preview);
}

static void
scr_report_page_class_init (ScrReportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SCR_TYPE_PREVIEW);
  g_type_ensure (SCR_TYPE_REPORT_OPTIONS_PANE);
  G_OBJECT_CLASS (klass)->dispose = scr_report_page_dispose;
  back_signal
      = g_signal_new ("back", SCR_TYPE_REPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  scr_reports_ensure_resources ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Scrutiny/ui/reports/scr-report-page.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, content);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, state_stack);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, options_toggle);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, keep_button);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, submit_button);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, ScrReportPage, body);
  gtk_widget_class_bind_template_callback (widget_class, on_back_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_options_toggled);
  gtk_widget_class_bind_template_callback (widget_class, scr_report_page_print);
  scr_report_page_install_actions (widget_class);
  /* From among the options too. */
  scr_preview_class_add_keys (widget_class, get_preview);
}

/* Beside the pages larger text needs more room, but never so much that they have none. */
static void
set_options_width (ScrReportPage *self)
{
  double scale = self->narrow ? 1 : scr_text_scale_get (GTK_WIDGET (self->options));

  gtk_widget_set_size_request (GTK_WIDGET (self->options), (int)MIN (OPTIONS_WIDTH * scale, MAX_OPTIONS_WIDTH), -1);
}

static void
scr_report_page_init (ScrReportPage *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect (self->store_changes, "changed", G_CALLBACK (on_store_changed), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->options = SCR_REPORT_OPTIONS_PANE (scr_report_options_pane_new ());
  self->preview = SCR_PREVIEW (scr_preview_new ());
  g_signal_connect_swapped (self->options, "map", G_CALLBACK (set_options_width), self);
  gtk_widget_set_hexpand (GTK_WIDGET (self->preview), TRUE);
  gtk_box_append (self->body, GTK_WIDGET (self->options));
  gtk_box_append (self->body, GTK_WIDGET (self->preview));
  self->job = scr_report_job_new ();
  g_signal_connect_swapped (self->options, "changed", G_CALLBACK (request_soon), self);
  g_signal_connect_swapped (self->job, "notify::file", G_CALLBACK (on_file_changed), self);
  g_signal_connect_swapped (self->job, "notify::busy", G_CALLBACK (on_busy_changed), self);
  g_signal_connect_swapped (self->job, "failed", G_CALLBACK (on_job_failed), self);
}

/**
 * scr_report_page_new:
 * @context: the window's context
 *
 * Returns: (transfer floating): a page that shows no report yet
 */
GtkWidget *
scr_report_page_new (ScrContext *context)
{
  ScrReportPage *self = g_object_new (SCR_TYPE_REPORT_PAGE, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * scr_report_page_show:
 * @self: the page
 * @report: which report
 *
 * Shows @report of the open record, narrowed as the window is.
 */
void
scr_report_page_show (ScrReportPage *self, const ScrReport *report, const ScrReportRequest *wanted)
{
  /* Another report begins at its first page. */
  if (self->report != report)
    scr_preview_set_file (self->preview, NULL);
  self->report = report;
  gtk_label_set_label (self->title_label, _ (report->title));
  follow_store (self);
  scr_report_options_pane_set_report (self->options, report, wanted);
  request_soon (self);
}

/**
 * scr_report_page_set_narrow:
 * @self: the page
 * @narrow: whether there is room for one column only
 *
 * With one column, a button changes between the options and the preview, and the rest goes into a menu.
 */
void
scr_report_page_set_narrow (ScrReportPage *self, gboolean narrow)
{
  gboolean options = !narrow || gtk_toggle_button_get_active (self->options_toggle);

  self->narrow = narrow;
  gtk_widget_set_visible (GTK_WIDGET (self->options_toggle), narrow);
  gtk_widget_set_visible (self->more_button, narrow);
  gtk_widget_set_visible (self->keep_button, !narrow);
  gtk_widget_set_visible (self->submit_button, !narrow);
  gtk_widget_set_visible (self->print_button, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->options), options);
  gtk_widget_set_hexpand (GTK_WIDGET (self->options), narrow);
  set_options_width (self);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), !narrow || !options);
}
