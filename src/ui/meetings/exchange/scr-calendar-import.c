/* Taking in a calendar: reading with progress, what would be done, and the choice. See
 * scr-calendar-exchange.h.
 *
 * The file is read, and what is chosen is written, by threads with stores of their own; the window's store
 * takes over what was written, as one change. Cancel leaves the record as it was.
 */
#include "config.h"

#include "scr-calendar-exchange.h"

#include "scr-calendar-import-row.h"
#include "scr-job.h"
#include "scr-labels.h"
#include "scr-record-choice.h"
#include "scr-store-worker.h"

#include <glib/gi18n-lib.h>

struct _ScrCalendarImport
{
  AdwWindow parent_instance;

  ScrContext *context;
  ScrStore *store; /* the window's, as it was when this began */
  GFile *file;
  char *name;
  ScrCalendarPlan *plan; /* (nullable) */

  GtkWidget *stack;
  GtkWidget *bar;
  GtkWidget *problem; /* what stands where reading failed */
  GtkWidget *summary;
  GtkWidget *told;
  GtkWidget *group;
  GtkWidget *partnership;
  GtkWidget *list;
  GtkWidget *import;
  gboolean is_writing;
  gboolean is_closed;
};

G_DEFINE_FINAL_TYPE (ScrCalendarImport, scr_calendar_import, ADW_TYPE_WINDOW)

static void
scr_calendar_import_dispose (GObject *object)
{
  ScrCalendarImport *self = SCR_CALENDAR_IMPORT (object);

  /* Rows point into the plan. */
  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->list = NULL;
  g_clear_object (&self->file);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_calendar_import_parent_class)->dispose (object);
}

/* Not before: a thread may still be writing what the plan says. */
static void
scr_calendar_import_finalize (GObject *object)
{
  ScrCalendarImport *self = SCR_CALENDAR_IMPORT (object);

  g_clear_pointer (&self->plan, scr_calendar_plan_free);
  g_free (self->name);
  G_OBJECT_CLASS (scr_calendar_import_parent_class)->finalize (object);
}

static gboolean
scr_calendar_import_close_request (GtkWindow *window)
{
  ScrCalendarImport *self = SCR_CALENDAR_IMPORT (window);

  /* Esc and Cancel end first what is being done, then show again what may be chosen. */
  if (self->is_writing)
    {
      scr_job_bar_cancel (SCR_JOB_BAR (self->bar));
      return TRUE;
    }
  if (!self->is_closed && scr_job_bar_is_busy (SCR_JOB_BAR (self->bar)))
    scr_job_bar_cancel (SCR_JOB_BAR (self->bar));
  self->is_closed = TRUE;
  return GTK_WINDOW_CLASS (scr_calendar_import_parent_class)->close_request (window);
}

static void
scr_calendar_import_class_init (ScrCalendarImportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_calendar_import_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_calendar_import_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = scr_calendar_import_close_request;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

/* --- What was chosen --- */

static void
update_count (gpointer user_data)
{
  ScrCalendarImport *self = user_data;
  guint n = self->plan != NULL ? scr_calendar_plan_count_chosen (self->plan) : 0;
  g_autofree char *label = g_strdup_printf (ngettext ("_Import %u Meeting", "_Import %u Meetings", n), n);

  gtk_button_set_label (GTK_BUTTON (self->import), label);
  gtk_widget_set_sensitive (self->import,
                            n > 0 && !self->is_writing && !scr_store_is_read_only (self->store));
}

/* --- Writing --- */

typedef struct
{
  ScrCalendarImport *window;
  char *record;
  char *author;
  ScrCalendarTarget target;
  ScrChange *change; /* (nullable): what was done */
  guint n;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_clear_pointer (&writing->change, scr_change_unref);
  g_object_unref (writing->window);
  g_free (writing->record);
  g_free (writing->author);
  g_free (writing);
}

/* The plan is the thread's own until it ends: nothing can be ticked meanwhile. */
static gboolean
write_plan (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Writing *writing = data;
  const ScrCalendarImport *self = writing->window;

  writing->change
      = scr_command_import_calendar_in_worker (writing->record, writing->author, self->plan, &writing->target,
                                               self->name, &writing->n, cancellable, error);
  return writing->change != NULL;
}

static void
set_writing (ScrCalendarImport *self, gboolean is_writing)
{
  self->is_writing = is_writing;
  gtk_widget_set_sensitive (self->stack, !is_writing);
  update_count (self);
}

static void
on_written (gboolean ok, const GError *error, gpointer user_data)
{
  Writing *writing = user_data;
  ScrCalendarImport *self = writing->window;
  g_autofree char *message = NULL;

  if (self->context == NULL)
    return;
  set_writing (self, FALSE);
  if (!ok)
    {
      gtk_label_set_text (GTK_LABEL (self->told), error->message);
      gtk_widget_set_visible (self->told, TRUE);
      return;
    }
  scr_store_take_over (self->store, writing->change);
  message = g_strdup_printf (ngettext ("%u meeting was taken in", "%u meetings were taken in", writing->n),
                             writing->n);
  if (scr_context_get_store (self->context) == self->store)
    scr_context_toast (self->context, message, writing->n > 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
on_import (ScrCalendarImport *self)
{
  Writing *writing;

  if (scr_context_get_store (self->context) != self->store)
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  writing = g_new0 (Writing, 1);
  writing->window = g_object_ref (self);
  writing->record = g_strdup (scr_store_get_path (self->store));
  writing->author = g_strdup (scr_store_get_author (self->store));
  writing->target
      = (ScrCalendarTarget) {.guess_group = adw_combo_row_get_selected (ADW_COMBO_ROW (self->group)) == 0,
                             .group = scr_record_choice_get (self->group),
                             .partnership = scr_record_choice_get (self->partnership)};
  if (scr_job_run (SCR_JOB_BAR (self->bar), _ ("Importing meetings"), write_plan, writing, writing_free,
                   on_written, writing))
    set_writing (self, TRUE);
}

/* --- Reading --- */

typedef struct
{
  ScrCalendarImport *window;
  char *record;
  GFile *file;
  ScrCalendarPlan *plan;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->plan, scr_calendar_plan_free);
  g_object_unref (reading->window);
  g_object_unref (reading->file);
  g_free (reading->record);
  g_free (reading);
}

static gboolean
read_file (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = data;

  reading->plan
      = scr_calendar_plan_file (reading->record, reading->file, scr_job_report, job, cancellable, error);
  return reading->plan != NULL;
}

static void
show_plan (ScrCalendarImport *self)
{
  g_autofree char *summary = scr_calendar_dup_summary (self->plan);
  g_autofree char *left_out = scr_calendar_dup_left_out (self->plan);
  g_autoptr (GString) told = g_string_new (left_out);
  g_autoptr (GtkListItemFactory) factory
      = scr_calendar_line_factory_new (SCR_SOURCE (self->store), G_CALLBACK (update_count), self);
  g_autoptr (GtkSelectionModel) model
      = GTK_SELECTION_MODEL (gtk_no_selection_new (scr_calendar_lines_new (self->plan)));

  for (guint i = 0; i < self->plan->read->told->len; i++)
    g_string_append_printf (told, "%s%s", told->len > 0 ? "\n" : "",
                            (char *)g_ptr_array_index (self->plan->read->told, i));
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_label_set_text (GTK_LABEL (self->told), told->str);
  gtk_widget_set_visible (self->told, told->len > 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "plan");
  update_count (self);
}

static void
on_read (gboolean ok, const GError *error, gpointer user_data)
{
  Reading *reading = user_data;
  ScrCalendarImport *self = reading->window;

  if (self->is_closed || self->context == NULL)
    return;
  if (ok)
    {
      self->plan = g_steal_pointer (&reading->plan);
      show_plan (self);
      return;
    }
  adw_status_page_set_description (ADW_STATUS_PAGE (self->problem), error->message);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "problem");
}

static void
begin (ScrCalendarImport *self)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (self);
  reading->record = g_strdup (scr_store_get_path (self->store));
  reading->file = g_object_ref (self->file);
  scr_job_run (SCR_JOB_BAR (self->bar), _ ("Reading the calendar"), read_file, reading, reading_free, on_read,
               reading);
}

/* --- The window --- */

static GtkWidget *
make_plan_page (ScrCalendarImport *self)
{
  const char *const no_group[] = {_ ("By title or category"), _ ("None"), NULL};
  const char *const no_partnership[] = {_ ("That of its group"), NULL};
  const ScrQuery groups = {.kind = "group"}, partnerships = {.kind = "partnership"};
  ScrSource *source = SCR_SOURCE (self->store);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *target = adw_preferences_group_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->summary = scr_label_new_wrapping ("", "title-4");
  self->told = scr_label_new_wrapping ("", NULL);
  self->group = scr_record_choice_new (source, &groups, _ ("Group of new meetings"), no_group);
  self->partnership
      = scr_record_choice_new (source, &partnerships, _ ("Partnership of new meetings"), no_partnership);
  scr_record_choice_set (self->partnership, scr_context_get_partnership (self->context));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (target), self->group);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (target), self->partnership);
  self->list = gtk_list_view_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Meetings in the file"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_margin_top (page, 18);
  gtk_widget_set_margin_bottom (page, 18);
  gtk_widget_set_margin_start (page, 18);
  gtk_widget_set_margin_end (page, 18);
  gtk_box_append (GTK_BOX (page), self->summary);
  gtk_box_append (GTK_BOX (page), self->told);
  gtk_box_append (GTK_BOX (page), target);
  gtk_box_append (GTK_BOX (page), scrolled);
  return page;
}

static GtkWidget *
make_header (ScrCalendarImport *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->import = gtk_button_new_with_mnemonic (_ ("_Import"));
  gtk_button_set_use_underline (GTK_BUTTON (self->import), TRUE);
  gtk_widget_add_css_class (self->import, "suggested-action");
  gtk_widget_set_sensitive (self->import, FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->import);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->import, "clicked", G_CALLBACK (on_import), self);
  return header;
}

static void
scr_calendar_import_init (ScrCalendarImport *self)
{
}

static void
fill (ScrCalendarImport *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *wait = adw_status_page_new ();

  self->stack = gtk_stack_new ();
  self->bar = scr_job_bar_new ();
  self->problem = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->problem), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->problem), _ ("Nothing Was Taken"));
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (wait), "x-office-calendar-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (wait), _ ("Reading the Calendar"));
  gtk_stack_add_named (GTK_STACK (self->stack), wait, "wait");
  gtk_stack_add_named (GTK_STACK (self->stack), self->problem, "problem");
  gtk_stack_add_named (GTK_STACK (self->stack), make_plan_page (self), "plan");
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_box_append (GTK_BOX (content), make_header (self));
  gtk_box_append (GTK_BOX (content), self->stack);
  gtk_box_append (GTK_BOX (content), self->bar);
  adw_window_set_content (ADW_WINDOW (self), content);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Import a Calendar"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 720);
}

/**
 * scr_calendar_import_new:
 * @context: what the window hands to its views; has a record
 * @file: a calendar file
 *
 * Returns: (transfer none): a window that reads the file and offers what is in it
 */
GtkWidget *
scr_calendar_import_new (ScrContext *context, GFile *file)
{
  ScrCalendarImport *self = g_object_new (SCR_TYPE_CALENDAR_IMPORT, NULL);

  self->context = g_object_ref (context);
  self->store = g_object_ref (scr_context_get_store (context));
  self->file = g_object_ref (file);
  self->name = g_file_get_basename (file);
  fill (self);
  begin (self);
  return GTK_WIDGET (self);
}

/* --- Which file --- */

typedef struct
{
  GtkWidget *parent; /* weak */
  ScrContext *context;
  GtkFileChooserNative *chooser;
} Choosing;

static void
present (GtkWidget *parent, ScrContext *context, GFile *file)
{
  GtkRoot *root = parent != NULL ? gtk_widget_get_root (parent) : NULL;
  GtkWidget *window = scr_calendar_import_new (context, file);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (root));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_response (GtkNativeDialog *dialog, int response, Choosing *choosing)
{
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL && choosing->parent != NULL && scr_context_get_store (choosing->context) != NULL)
    present (choosing->parent, choosing->context, file);
  g_clear_weak_pointer (&choosing->parent);
  gtk_native_dialog_destroy (dialog);
  g_object_unref (choosing->chooser);
  g_object_unref (choosing->context);
  g_free (choosing);
}

/**
 * scr_calendar_import_present:
 * @parent: a widget of the window that asks
 * @context: what the window hands to its views
 * @file: (nullable): a calendar file, such as one that was dropped; %NULL asks for one
 */
void
scr_calendar_import_present (GtkWidget *parent, ScrContext *context, GFile *file)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Choosing *choosing;

  if (scr_context_get_store (context) == NULL)
    return;
  if (file != NULL)
    {
      present (parent, context, file);
      return;
    }
  choosing = g_new0 (Choosing, 1);
  g_set_weak_pointer (&choosing->parent, parent);
  choosing->context = g_object_ref (context);
  choosing->chooser
      = gtk_file_chooser_native_new (_ ("Import a Calendar"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  gtk_file_filter_set_name (filter, _ ("Calendars"));
  gtk_file_filter_add_suffix (filter, "ics");
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (choosing->chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (choosing->chooser), TRUE);
  g_signal_connect (choosing->chooser, "response", G_CALLBACK (on_response), choosing);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (choosing->chooser));
}
