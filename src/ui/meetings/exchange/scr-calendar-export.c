/* Meetings as a calendar or a table: what is asked, and the writing in the background. See
 * scr-calendar-exchange.h. */
#include "config.h"

#include "scr-calendar-exchange.h"

#include "scr-calendar-commands.h"
#include "scr-file-out.h"
#include "scr-files.h"
#include "scr-format.h"
#include "scr-job.h"
#include "scr-record-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Writing --- */

typedef struct
{
  ScrContext *context;
  char *record;
  char *meeting;     /* (nullable) */
  char *partnership; /* (nullable) */
  char *group;       /* (nullable) */
  char *kind;        /* (nullable) */
  char *state;       /* (nullable) */
  char *from;        /* (nullable) */
  char *until;       /* (nullable) */
  char *text;        /* (nullable): a table that is ready, instead of all this */
  gboolean with_agenda;
  gboolean is_calendar;
  ScrCsvTable table;
  gboolean for_spreadsheets;
  GFile *file; /* (nullable) until it is chosen */
  ScrCalendarWritten written;
  guint n_rows;
} Exporting;

static void
exporting_free (gpointer data)
{
  Exporting *self = data;

  if (self == NULL)
    return;
  g_object_unref (self->context);
  g_clear_object (&self->file);
  g_free (self->record);
  g_free (self->meeting);
  g_free (self->partnership);
  g_free (self->group);
  g_free (self->kind);
  g_free (self->state);
  g_free (self->from);
  g_free (self->until);
  g_free (self->text);
  g_free (self);
}

static gboolean
write_text (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  const char *text = user_data;

  return g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

static gboolean
write_file (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Exporting *self = data;
  ScrCsvWhat what = {.table = self->table,
                     .for_spreadsheets = self->for_spreadsheets,
                     .what = {.meeting = self->meeting,
                              .partnership = self->partnership,
                              .group = self->group,
                              .kind = self->kind,
                              .state = self->state,
                              .from = self->from,
                              .until = self->until,
                              .with_agenda = self->with_agenda}};
  g_autoptr (ScrStore) store = NULL;
  gboolean ok;

  if (self->text != NULL)
    return scr_file_out (self->file, self->record, write_text, self->text, cancellable, error);
  store = scr_store_open (self->record, SCR_STORE_READ_ONLY | SCR_STORE_WORKER, error);
  ok = store != NULL;
  if (ok && self->is_calendar)
    ok = scr_calendar_write_file (store, &what.what, self->file, &self->written, scr_job_report, job,
                                  cancellable, error);
  else if (ok)
    ok = scr_csv_write_file (store, &what, self->file, &self->n_rows, scr_job_report, job, cancellable,
                             error);
  if (store != NULL)
    scr_store_close (store);
  return ok;
}

static void
on_written (gboolean ok, const GError *error, gpointer user_data)
{
  Exporting *self = user_data;
  guint n = self->is_calendar ? self->written.n_written : self->n_rows;
  g_autofree char *message = NULL;

  if (!ok)
    {
      if (g_error_matches (error, SCR_ERROR, SCR_ERROR_CANCELLED))
        scr_context_toast (self->context, _ ("Cancelled. Nothing was changed."), FALSE);
      else
        scr_context_fail (self->context, error);
      return;
    }
  message = self->is_calendar
                ? g_strdup_printf (ngettext ("%u meeting was exported", "%u meetings were exported", n), n)
                : g_strdup_printf (ngettext ("%u row was exported", "%u rows were exported", n), n);
  scr_context_toast (self->context, message, FALSE);
}

static void
on_chosen (GListModel *files, gpointer user_data)
{
  Exporting **holder = user_data;
  Exporting *self = g_steal_pointer (holder);
  ScrContext *context = self->context;

  self->file = g_list_model_get_item (files, 0);
  if (self->file == NULL)
    exporting_free (self);
  else if (!scr_job_run (scr_context_get_job_bar (context), _ ("Exporting meetings"), write_file, self,
                         exporting_free, on_written, self))
    scr_context_toast (context, _ ("Wait until the present work is done, then try again"), FALSE);
}

static void
holder_free (gpointer data)
{
  Exporting **holder = data;

  exporting_free (*holder);
  g_free (holder);
}

/* --- Asking --- */

typedef struct
{
  ScrContext *context;
  GtkWidget *parent; /* weak */
  char *meeting;     /* (nullable) */
  GtkWidget *form;
  GtkWidget *what;
  GtkWidget *group;
  GtkWidget *kind;
  GtkWidget *state;
  GtkWidget *from;
  GtkWidget *until;
  GtkWidget *agenda;
  GtkWidget *spreadsheets;
  AdwMessageDialog *dialog;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_clear_weak_pointer (&asking->parent);
  g_object_unref (asking->context);
  g_free (asking->meeting);
  g_free (asking);
}

/* Returns FALSE if what was typed is no day. */
static gboolean
get_day (Asking *asking, GtkWidget *row, char **day)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (row));
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (scr_context_get_store (asking->context)));

  *day = NULL;
  return *typed == '\0' || scr_parse_day (typed, today, day);
}

static void
on_edited (Asking *asking)
{
  GtkWidget *rows[] = {asking->from, asking->until};
  gboolean fine = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = NULL;
      gboolean is_day = get_day (asking, rows[i], &day);

      fine = fine && is_day;
      if (is_day)
        gtk_widget_remove_css_class (rows[i], "error");
      else
        gtk_widget_add_css_class (rows[i], "error");
    }
  adw_message_dialog_set_response_enabled (asking->dialog, "export", fine);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  guint form = adw_combo_row_get_selected (ADW_COMBO_ROW (asking->form));
  Exporting **holder;
  Exporting *self;
  guint what;

  if (!g_str_equal (response, "export") || scr_context_get_store (asking->context) == NULL
      || asking->parent == NULL)
    return;
  holder = g_new0 (Exporting *, 1);
  self = *holder = g_new0 (Exporting, 1);
  what = adw_combo_row_get_selected (ADW_COMBO_ROW (asking->what)) + (asking->meeting != NULL ? 0 : 1);
  self->context = g_object_ref (asking->context);
  self->record = g_strdup (scr_store_get_path (scr_context_get_store (asking->context)));
  self->meeting = what == 0 ? g_strdup (asking->meeting) : NULL;
  self->partnership = what == 1 ? g_strdup (scr_context_get_partnership (asking->context)) : NULL;
  self->group = g_strdup (scr_record_choice_get (asking->group));
  self->kind = g_strdup (scr_record_choice_get (asking->kind));
  self->state = g_strdup (scr_record_choice_get (asking->state));
  get_day (asking, asking->from, &self->from);
  get_day (asking, asking->until, &self->until);
  self->with_agenda = gtk_switch_get_active (GTK_SWITCH (asking->agenda));
  self->for_spreadsheets = gtk_switch_get_active (GTK_SWITCH (asking->spreadsheets));
  self->is_calendar = form == 0;
  self->table = form > 0 ? form - 1 : 0;
  scr_files_choose_target (asking->parent, _ ("Export Meetings"),
                           form == 0 ? _ ("meetings.ics") : _ ("meetings.csv"), on_chosen, holder,
                           holder_free);
}

static GtkWidget *
add_choice (GtkWidget *group, const char *title, const char *const *names)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) list = gtk_string_list_new (names);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

static GtkWidget *
add_day (GtkWidget *group, const char *title, Asking *asking)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_edited), asking);
  return row;
}

static GtkWidget *
add_filter (GtkWidget *group, ScrSource *source, const ScrQuery *query, const char *title)
{
  /* TRANSLATORS: any group, kind or state of meetings. */
  const char *const any[] = {_ ("Any"), NULL};
  GtkWidget *row = scr_record_choice_new (source, query, title, any);

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return row;
}

/* One meeting is what it is. */
static void
on_which (Asking *asking)
{
  GtkWidget *filters[] = {asking->group, asking->kind, asking->state, asking->from, asking->until};
  gboolean alone = asking->meeting != NULL && adw_combo_row_get_selected (ADW_COMBO_ROW (asking->what)) == 0;

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    gtk_widget_set_sensitive (filters[i], !alone);
}

static void
add_filters (GtkWidget *group, Asking *asking)
{
  const ScrQuery groups = {.kind = "group", .partnership = scr_context_get_partnership (asking->context)};
  const ScrQuery kinds = {.kind = SCR_KIND_CHOICE, .conditions = {{"list", SCR_IS, "meeting-kind", 0}}};
  const ScrQuery states = {.kind = SCR_KIND_CHOICE, .conditions = {{"list", SCR_IS, "meeting-state", 0}}};
  ScrSource *source = SCR_SOURCE (scr_context_get_store (asking->context));

  asking->group = add_filter (group, source, &groups, _ ("Group"));
  asking->kind = add_filter (group, source, &kinds, _ ("Kind"));
  asking->state = add_filter (group, source, &states, _ ("State"));
  asking->from = add_day (group, _ ("From"), asking);
  asking->until = add_day (group, _ ("Until"), asking);
  g_signal_connect_swapped (asking->what, "notify::selected", G_CALLBACK (on_which), asking);
  on_which (asking);
}

static GtkWidget *
add_switch (GtkWidget *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (button), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  return button;
}

static void
ask (GtkWidget *parent, ScrContext *context, ScrItem *meeting, guint form)
{
  const char *const forms[] = {_ ("A calendar (ICS)"),
                               _ ("A table of meetings (CSV)"),
                               _ ("A table of attendance (CSV)"),
                               _ ("A table of how often people came (CSV)"),
                               _ ("A table of actions (CSV)"),
                               NULL};
  const char *const whats[]
      = {_ ("This meeting"), _ ("What the window shows"), _ ("All of the record"), NULL};
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *group = adw_preferences_group_new ();
  Asking *asking;
  GtkWidget *dialog;

  if (scr_context_get_store (context) == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Export Meetings"),
                                   _ ("Minutes and observations stay in the record."));
  asking = g_new0 (Asking, 1);
  asking->context = g_object_ref (context);
  asking->dialog = ADW_MESSAGE_DIALOG (dialog);
  asking->meeting = meeting != NULL ? g_strdup (scr_item_get_id (meeting)) : NULL;
  g_set_weak_pointer (&asking->parent, parent);
  adw_message_dialog_add_responses (asking->dialog, "cancel", _ ("_Cancel"), "export", _ ("_Export…"), NULL);
  adw_message_dialog_set_response_appearance (asking->dialog, "export", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asking->dialog, "export");
  adw_message_dialog_set_close_response (asking->dialog, "cancel");
  asking->form = add_choice (group, _ ("As"), forms);
  asking->what = add_choice (group, _ ("Which"), meeting != NULL ? whats : whats + 1);
  add_filters (group, asking);
  asking->agenda
      = add_switch (group, _ ("With the agenda"), _ ("In a calendar, as the meeting’s description."));
  asking->spreadsheets
      = add_switch (group, _ ("For a spreadsheet"), _ ("A table begins with a mark of its encoding."));
  adw_combo_row_set_selected (ADW_COMBO_ROW (asking->form), form);
  adw_message_dialog_set_extra_child (asking->dialog, group);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * scr_calendar_export_present:
 * @parent: a widget of the window that asks
 * @context: what the window hands to its views
 * @meeting: (nullable): the meeting that is shown, which may go alone
 *
 * Asks what is to be exported and where, and writes it in the background.
 */
void
scr_calendar_export_present (GtkWidget *parent, ScrContext *context, ScrItem *meeting)
{
  ask (parent, context, meeting, 0);
}

/**
 * scr_calendar_export_present_csv:
 * @parent: a widget of the window that asks
 * @context: what the window hands to its views
 *
 * The same, but begins with a table of meetings.
 */
void
scr_calendar_export_present_csv (GtkWidget *parent, ScrContext *context)
{
  ask (parent, context, NULL, 1);
}

/* --- Attendance --- */

static Exporting *
begin_table (ScrContext *context)
{
  Exporting *self = g_new0 (Exporting, 1);

  self->context = g_object_ref (context);
  self->record = g_strdup (scr_store_get_path (scr_context_get_store (context)));
  self->for_spreadsheets = TRUE;
  return self;
}

static void
choose (GtkWidget *parent, Exporting *self, const char *title, const char *name)
{
  Exporting **holder = g_new0 (Exporting *, 1);

  *holder = self;
  scr_files_choose_target (parent, title, name, on_chosen, holder, holder_free);
}

/**
 * scr_calendar_export_attendance:
 * @parent: a widget of the window that asks
 * @context: what the window hands to its views; it has a record
 * @group: (nullable): only meetings of this group
 * @from: the first day
 * @until: the last day
 *
 * Asks where, and writes a row for each person at each meeting in the background.
 */
void
scr_calendar_export_attendance (GtkWidget *parent,
                                ScrContext *context,
                                const char *group,
                                const char *from,
                                const char *until)
{
  Exporting *self = begin_table (context);

  self->table = SCR_CSV_ATTENDANCE;
  self->partnership = g_strdup (scr_context_get_partnership (context));
  self->group = g_strdup (group);
  self->from = g_strdup (from);
  self->until = g_strdup (until);
  choose (parent, self, _ ("Export Attendance"), _ ("attendance.csv"));
}

/**
 * scr_calendar_export_table:
 * @parent: a widget of the window that asks
 * @context: what the window hands to its views; it has a record
 * @text: rows of cells made by scr_csv_dup_cell()
 * @n_rows: how many there are, without the heads
 *
 * Asks where, and writes them in the background.
 */
void
scr_calendar_export_table (GtkWidget *parent, ScrContext *context, const char *text, guint n_rows)
{
  Exporting *self = begin_table (context);

  self->text = g_strconcat ("\357\273\277", text, NULL);
  self->n_rows = n_rows;
  choose (parent, self, _ ("Export Figures of Attendance"), _ ("attendance.csv"));
}
