/* What the buttons of a report do: export, print, keep in the record, note to whom it went. See
 * scr-report-page.h. */
#include "config.h"

#include "scr-report-page-private.h"

#include "scr-format.h"
#include "scr-print.h"
#include "scr-records.h"
#include "scr-report-commands.h"

#include <glib/gi18n-lib.h>

static GtkWindow *
get_window (ScrReportPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static ScrReportRequest *
dup_request (ScrReportPage *self)
{
  return scr_report_options_pane_dup_request (self->options, self->report->id);
}

/* --- Export --- */

static void
copy_to (ScrReportPage *self, GFile *target)
{
  g_autoptr (GFile) file = g_file_new_for_path (scr_report_job_get_file (self->job));
  g_autoptr (GError) error = NULL;

  if (g_file_copy (file, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    {
      g_autofree char *name = g_file_get_basename (target);
      g_autofree char *shown = g_filename_display_name (name);
      g_autofree char *message = g_strdup_printf (_ ("“%s” was exported"), shown);

      scr_context_toast (self->context, message, FALSE);
    }
  else
    {
      g_autoptr (GError) told
          = g_error_new (SCR_ERROR, SCR_ERROR_FAILED,
                         _ ("The report was not exported (%s). Choose another folder."), error->message);

      scr_context_fail (self->context, told);
    }
}

/* A record that is open is not written over. */
static gboolean
is_refused (ScrReportPage *self, GFile *target)
{
  g_autoptr (GError) error = NULL;

  if (!scr_store_is_open_here (target))
    return FALSE;
  g_set_error_literal (&error, SCR_ERROR, SCR_ERROR_BUSY,
                       _ ("That file is a record that is open. Choose another name."));
  scr_context_fail (self->context, error);
  return TRUE;
}

static gboolean
is_svg (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_str_has_suffix (name, ".svg");
}

/* A picture is made anew: what is shown is the PDF. Small enough to be made at once. */
static void
write_svg (ScrReportPage *self, GFile *target)
{
  g_autoptr (ScrReportRequest) request = dup_request (self);
  g_autofree char *path = g_file_get_path (target);
  g_autofree char *name = g_file_get_basename (target);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *message = g_strdup_printf (_ ("“%s” was exported"), shown);
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    g_set_error_literal (&error, SCR_ERROR, SCR_ERROR_FAILED,
                         _ ("A picture can only be exported to a folder of this computer."));
  if (path != NULL && scr_report_request_run (request, path, NULL, NULL, NULL, &error))
    scr_context_toast (self->context, message, FALSE);
  else
    scr_context_fail (self->context, error);
}

static void
on_export_response (GtkNativeDialog *dialog, int response, ScrReportPage *self)
{
  g_autoptr (GFile) target = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_clear_object (&self->chooser);
  if (target == NULL || is_refused (self, target))
    return;
  if (is_svg (target) && self->report->build_svg != NULL)
    write_svg (self, target);
  else if (scr_report_job_get_file (self->job) != NULL)
    copy_to (self, target);
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *media_type)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_mime_type (filter, media_type);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void export(ScrReportPage *self)
{
  g_autoptr (ScrReportRequest) request = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder_path = scr_record_dup_default_folder ();
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  if (scr_report_job_get_file (self->job) == NULL)
    return;
  request = dup_request (self);
  name = scr_report_request_dup_file_name (request, SCR_SOURCE (self->store));
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_ ("Export the report"), get_window (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filter (self->chooser, _ ("PDF documents"), "application/pdf");
  if (self->report->build_svg != NULL)
    add_filter (self->chooser, _ ("Pictures (names that end in .svg)"), "image/svg+xml");
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (on_export_response), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_export_clicked (ScrReportPage *self)
{
  export(self);
}

/* --- Print --- */

static void
on_printed (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ScrContext) context = user_data;
  g_autoptr (GError) error = NULL;

  if (scr_print_file_finish (result, &error))
    scr_context_toast (context, _ ("The report was sent to the printer"), FALSE);
  else if (!g_error_matches (error, SCR_ERROR, SCR_ERROR_CANCELLED)
           && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    scr_context_fail (context, error);
}

/**
 * scr_report_page_print:
 * @self: the page
 *
 * Prints the very file that is shown.
 */
void
scr_report_page_print (ScrReportPage *self)
{
  if (self->report != NULL && scr_report_job_get_file (self->job) != NULL)
    scr_print_file (get_window (self), scr_report_job_get_file (self->job), _ (self->report->title),
                    on_printed, g_object_ref (self->context));
}

/* --- Keep --- */

static gboolean
keep (ScrReportPage *self)
{
  g_autoptr (ScrReportRequest) request = dup_request (self);
  g_autoptr (GError) error = NULL;

  if (self->kept != NULL && !scr_item_is_deleted (self->kept))
    return TRUE;
  g_clear_object (&self->kept);
  self->kept
      = scr_command_keep_report (self->store, request, scr_report_job_get_file (self->job), NULL, &error);
  if (self->kept == NULL)
    scr_context_fail (self->context, error);
  return self->kept != NULL;
}

static void
keep_and_say (ScrReportPage *self)
{
  if (self->report != NULL && scr_report_job_get_file (self->job) != NULL && keep (self))
    scr_context_toast (self->context, _ ("The report is kept in the record"), TRUE);
}

static void
on_keep_clicked (ScrReportPage *self)
{
  keep_and_say (self);
}

/* --- Note a submission --- */

static void
add_receivers (ScrReportPage *self,
               GtkStringList *names,
               GPtrArray *ids,
               const char *kind,
               const char *partnership)
{
  const ScrQuery query = {.kind = kind, .partnership = partnership};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (self->store), &query);

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      gtk_string_list_take (names, scr_format_title (NULL, SCR_SOURCE (self->store), item));
      g_ptr_array_add (ids, g_strdup (scr_item_get_id (item)));
    }
}

static void
note_submission (ScrReportPage *self, const char *to)
{
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (self->store));
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) submission = NULL;

  if (!keep (self))
    return;
  submission = scr_command_note_submission (self->store, self->kept, to, today, &error);
  if (submission == NULL)
    {
      scr_context_fail (self->context, error);
      return;
    }
  scr_context_toast (self->context, _ ("The submission is noted"), TRUE);
  scr_context_set_selected (self->context, submission);
}

static void
on_submit_response (AdwMessageDialog *dialog, const char *response, ScrReportPage *self)
{
  GtkDropDown *chooser = GTK_DROP_DOWN (adw_message_dialog_get_extra_child (dialog));
  GPtrArray *ids = g_object_get_data (G_OBJECT (chooser), "ids");
  guint selected = gtk_drop_down_get_selected (chooser);

  if (g_str_equal (response, "note") && selected < ids->len)
    note_submission (self, g_ptr_array_index (ids, selected));
}

static GtkWidget *
new_receiver_chooser (ScrReportPage *self)
{
  g_autoptr (ScrReportRequest) request = dup_request (self);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *chooser;

  add_receivers (self, names, ids, "organisation", request->partnership);
  add_receivers (self, names, ids, "group", request->partnership);
  add_receivers (self, names, ids, "appointment", request->partnership);
  chooser = gtk_drop_down_new (G_LIST_MODEL (names), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (chooser), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chooser), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("To whom the report went"), -1);
  g_object_set_data_full (G_OBJECT (chooser), "ids", ids, (GDestroyNotify)g_ptr_array_unref);
  return chooser;
}

static void
submit (ScrReportPage *self)
{
  GtkWidget *dialog;

  if (self->report == NULL || scr_report_job_get_file (self->job) == NULL)
    return;
  dialog = adw_message_dialog_new (get_window (self), _ ("To whom did this report go?"), NULL);
  adw_message_dialog_set_body (
      ADW_MESSAGE_DIALOG (dialog),
      _ ("The file as it is shown is kept in the record, with the day it was sent."));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), new_receiver_chooser (self));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "note",
                                    _ ("_Note it"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "note", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "note");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_submit_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_submit_clicked (ScrReportPage *self)
{
  submit (self);
}

/* --- Actions of the menu that stands for the buttons when there is little room --- */

static void
on_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ScrReportPage *self = SCR_REPORT_PAGE (widget);

  if (g_str_equal (action_name, "report.keep"))
    keep_and_say (self);
  else if (g_str_equal (action_name, "report.submit"))
    submit (self);
  else if (g_str_equal (action_name, "report.print"))
    scr_report_page_print (self);
  else if (g_str_equal (action_name, "report.export"))
    export(self);
}

/**
 * scr_report_page_install_actions:
 * @widget_class: the page's class, while it is made
 */
void
scr_report_page_install_actions (GtkWidgetClass *widget_class)
{
  static const char *const actions[] = {"report.keep", "report.submit", "report.print", "report.export"};

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, on_action);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_keep_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_submit_clicked);
}

/**
 * scr_report_page_update_actions:
 * @self: the page
 *
 * What is shown can be printed and exported; keeping it needs a record that may be written to.
 */
void
scr_report_page_update_actions (ScrReportPage *self)
{
  gboolean ready = scr_report_job_get_file (self->job) != NULL;
  gboolean writable = ready && self->store != NULL && !scr_store_is_read_only (self->store);

  gtk_widget_set_sensitive (self->print_button, ready);
  gtk_widget_set_sensitive (self->keep_button, writable);
  gtk_widget_set_sensitive (self->submit_button, writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.export", ready);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.keep", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.submit", writable);
}
