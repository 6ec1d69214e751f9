/* ScrReportOptionsPane - the options of a report. See the header. */
#include "config.h"

#include "scr-report-options.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-report-access-row.h"
#include "scr-report-paper-rows.h"
#include "scr-reports-resources.h"

#include <glib/gi18n-lib.h>

struct _ScrReportOptionsPane
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  AdwComboRow *partnership_row;
  AdwComboRow *period_row;
  AdwComboRow *language_row;
  AdwComboRow *marking_row;
  GtkBox *sizes;
  GtkSwitch *plain_font;
  GtkSwitch *high_contrast;
  GtkSwitch *with_answers;
  GtkSwitch *with_disputes;
  GtkSwitch *with_gaps;
  GtkWidget *content_group;
  ScrReportPaperRows *paper_rows;
  ScrReportAccessRow *access_row;

  ScrStore *store;         /* (nullable) */
  GPtrArray *partnerships; /* (element-type utf8): identities; the first is NULL */
  GPtrArray *from;         /* (element-type utf8): first days of the periods, NULL where the report chooses */
  GPtrArray *until;        /* (element-type utf8) */
  GPtrArray *languages;    /* (element-type utf8): codes */
  GPtrArray *markings;     /* (element-type utf8): identities of choices */
  double text_size;
  gboolean filling; /* choices are being replaced: nobody has chosen anything */
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ScrReportOptionsPane, scr_report_options_pane, GTK_TYPE_WIDGET)

static void
on_option_changed (ScrReportOptionsPane *self)
{
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

static void
scr_report_options_pane_dispose (GObject *object)
{
  ScrReportOptionsPane *self = SCR_REPORT_OPTIONS_PANE (object);

  self->filling = TRUE;
  g_clear_object (&self->store);
  g_clear_pointer (&self->partnerships, g_ptr_array_unref);
  g_clear_pointer (&self->from, g_ptr_array_unref);
  g_clear_pointer (&self->until, g_ptr_array_unref);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_pointer (&self->markings, g_ptr_array_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_report_options_pane_parent_class)->dispose (object);
}

static void
scr_report_options_pane_class_init (ScrReportOptionsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_report_options_pane_dispose;
  changed_signal = g_signal_new ("changed", SCR_TYPE_REPORT_OPTIONS_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  g_type_ensure (SCR_TYPE_REPORT_ACCESS_ROW);
  g_type_ensure (SCR_TYPE_REPORT_PAPER_ROWS);
  scr_reports_ensure_resources ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Scrutiny/ui/reports/scr-report-options.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, partnership_row);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, period_row);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, language_row);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, marking_row);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, sizes);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, plain_font);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, high_contrast);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, with_answers);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, with_disputes);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, with_gaps);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, content_group);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, paper_rows);
  gtk_widget_class_bind_template_child (widget_class, ScrReportOptionsPane, access_row);
  gtk_widget_class_bind_template_callback (widget_class, on_option_changed);
}

static void
on_size_toggled (GtkToggleButton *button, ScrReportOptionsPane *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->text_size = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "points"));
  on_option_changed (self);
}

static void
add_sizes (ScrReportOptionsPane *self)
{
  static const int points[] = {12, 16, 18, 24};
  GtkToggleButton *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_autofree char *label = g_strdup_printf ("%d", points[i]);
      g_autofree char *name = g_strdup_printf (
          ngettext ("Text of %d point", "Text of %d points", (gulong)points[i]), points[i]);
      GtkWidget *button = gtk_toggle_button_new_with_label (label);

      g_object_set_data (G_OBJECT (button), "points", GINT_TO_POINTER (points[i]));
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_tooltip_text (button, name);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), points[i] == (int)self->text_size);
      g_signal_connect (button, "toggled", G_CALLBACK (on_size_toggled), self);
      gtk_box_append (self->sizes, button);
    }
}

static GPtrArray *
new_texts (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

static void
fill_languages (ScrReportOptionsPane *self)
{
  g_auto (GStrv) codes = scr_languages_list ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *current = scr_language_get_code (NULL);
  guint selected = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_ptr_array_add (self->languages, g_strdup (codes[i]));
      gtk_string_list_take (names, scr_language_dup_name (codes[i]));
      if (g_strcmp0 (codes[i], current) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->language_row, selected);
}

static void
scr_report_options_pane_init (ScrReportOptionsPane *self)
{
  self->filling = TRUE;
  self->text_size = 12;
  self->partnerships = new_texts ();
  self->from = new_texts ();
  self->until = new_texts ();
  self->languages = new_texts ();
  self->markings = new_texts ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_sizes (self);
  fill_languages (self);
  self->filling = FALSE;
}

/**
 * scr_report_options_pane_new:
 *
 * Returns: (transfer floating): the options, without a record yet
 */
GtkWidget *
scr_report_options_pane_new (void)
{
  return g_object_new (SCR_TYPE_REPORT_OPTIONS_PANE, NULL);
}

static void
fill_partnerships (ScrReportOptionsPane *self, const char *partnership)
{
  const ScrQuery query = {.kind = "partnership"};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (self->store), &query);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->partnerships, 0);
  g_ptr_array_add (self->partnerships, NULL);
  gtk_string_list_append (names, _ ("All partnerships"));
  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);
      const char *brief = scr_item_get_text (item, "short_title");

      g_ptr_array_add (self->partnerships, g_strdup (scr_item_get_id (item)));
      gtk_string_list_append (names, brief != NULL ? brief : scr_item_get_text (item, "title"));
      if (g_strcmp0 (scr_item_get_id (item), partnership) == 0)
        selected = i + 1;
    }
  adw_combo_row_set_model (self->partnership_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->partnership_row, selected);
}

static void
add_period (ScrReportOptionsPane *self, GtkStringList *names, char *name, const char *from, const char *until)
{
  g_ptr_array_add (self->from, g_strdup (from));
  g_ptr_array_add (self->until, g_strdup (until));
  gtk_string_list_take (names, name);
}

/* The programme years of the record, the twelve months up to today, and everything. */
static void
fill_periods (ScrReportOptionsPane *self)
{
  const ScrQuery query = {.kind = "year", .order = "-from title"};
  g_autoptr (GPtrArray) years = scr_source_list (SCR_SOURCE (self->store), &query);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (self->store));
  g_autofree char *year_ago = scr_day_add (today, -364);

  g_ptr_array_set_size (self->from, 0);
  g_ptr_array_set_size (self->until, 0);
  add_period (self, names, g_strdup (_ ("This year so far")), NULL, NULL);
  add_period (self, names, g_strdup (_ ("The last twelve months")), year_ago, today);
  add_period (self, names, g_strdup (_ ("Everything recorded")), "1900-01-01", "2299-12-31");
  for (guint i = 0; i < years->len; i++)
    {
      ScrItem *year = g_ptr_array_index (years, i);

      if (scr_item_get_text (year, "from") != NULL && scr_item_get_text (year, "until") != NULL)
        add_period (self, names, scr_format_title (NULL, SCR_SOURCE (self->store), year),
                    scr_item_get_text (year, "from"), scr_item_get_text (year, "until"));
    }
  adw_combo_row_set_model (self->period_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->period_row, 0);
}

static void
fill_markings (ScrReportOptionsPane *self)
{
  const ScrQuery query
      = {.kind = SCR_KIND_CHOICE, .conditions = {{"list", SCR_IS, "marking", 0}}, .order = "position"};
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (self->store), &query);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_ptr_array_set_size (self->markings, 0);
  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (self->markings, g_strdup (scr_item_get_id (item)));
      gtk_string_list_take (names, scr_format_title (NULL, SCR_SOURCE (self->store), item));
      if (g_strcmp0 (scr_item_get_id (item), "marking.official") == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->marking_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->marking_row, selected);
}

/**
 * scr_report_options_pane_set_store:
 * @self: the options
 * @store: a record
 * @partnership: (nullable): the partnership to begin with
 *
 * Offers what this record has. Does not count as a choice.
 */
void
scr_report_options_pane_set_store (ScrReportOptionsPane *self, ScrStore *store, const char *partnership)
{
  self->filling = TRUE;
  g_set_object (&self->store, store);
  if (store != NULL)
    {
      fill_partnerships (self, partnership);
      fill_periods (self);
      fill_markings (self);
    }
  scr_report_paper_rows_set_store (self->paper_rows, store);
  self->filling = FALSE;
}

/**
 * scr_report_options_pane_set_report:
 * @self: the options
 * @report: the report whose options are shown
 * @wanted: (nullable): what somebody asked for elsewhere
 */
void
scr_report_options_pane_set_report (ScrReportOptionsPane *self,
                                    const ScrReport *report,
                                    const ScrReportRequest *wanted)
{
  gtk_widget_set_visible (GTK_WIDGET (self->period_row), report->uses & SCR_REPORT_USES_PERIOD);
  gtk_widget_set_visible (self->content_group, report->uses & SCR_REPORT_USES_CONTENT);
  scr_report_paper_rows_set_report (self->paper_rows, report);
  if (wanted != NULL)
    scr_report_paper_rows_set_wanted (self->paper_rows, wanted);
}

/**
 * scr_report_options_pane_show_access:
 * @self: the options
 * @access: (nullable): what the report as it was made last offers to everyone
 */
void
scr_report_options_pane_show_access (ScrReportOptionsPane *self, const ScrPdfAccess *access)
{
  scr_report_access_row_show (self->access_row, access);
}

static char *
dup_selected (AdwComboRow *row, GPtrArray *texts)
{
  guint selected = adw_combo_row_get_selected (row);

  return selected < texts->len ? g_strdup (g_ptr_array_index (texts, selected)) : NULL;
}

/**
 * scr_report_options_pane_dup_request:
 * @self: the options, with a record
 * @report: id of a report
 *
 * Returns: (transfer full): what is asked for now
 */
ScrReportRequest *
scr_report_options_pane_dup_request (ScrReportOptionsPane *self, const char *report)
{
  ScrReportRequest *request = scr_report_request_new (scr_store_get_path (self->store), report);

  g_free (request->marking);
  request->marking = dup_selected (self->marking_row, self->markings);
  request->partnership = dup_selected (self->partnership_row, self->partnerships);
  request->from = dup_selected (self->period_row, self->from);
  request->until = dup_selected (self->period_row, self->until);
  request->language = dup_selected (self->language_row, self->languages);
  request->text_size = self->text_size;
  request->plain_font = gtk_switch_get_active (self->plain_font);
  request->high_contrast = gtk_switch_get_active (self->high_contrast);
  request->with_answers = gtk_switch_get_active (self->with_answers);
  request->with_disputes = gtk_switch_get_active (self->with_disputes);
  request->with_gaps = gtk_switch_get_active (self->with_gaps);
  scr_report_paper_rows_fill (self->paper_rows, request);
  return request;
}
