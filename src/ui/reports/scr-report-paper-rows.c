/* The options that only some reports have. See the header. */
#include "config.h"

#include "scr-report-paper-rows.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>

static const char *const sizes[] = {"A4", "A3", "A2", "A1", NULL};

struct _ScrReportPaperRows
{
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkWidget *day_row;
  GtkWidget *other_row; /* the partnership that it is compared with */
  GtkWidget *other_day_row;
  GtkWidget *size_row;
  GtkWidget *tiled_row;
  GtkSwitch *tiled;

  ScrStore *store;   /* (nullable) */
  GPtrArray *others; /* (element-type utf8): identities; the first is NULL */
  char *day;         /* (nullable): NULL is the record's own */
  char *other_day;   /* (nullable) */
  char *layout;      /* (nullable): as it was asked for */
  ScrReportUses uses;
  gboolean filling;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ScrReportPaperRows, scr_report_paper_rows, ADW_TYPE_BIN)

static void
tell_changed (ScrReportPaperRows *self)
{
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

/* --- Days --- */

static void
show_day (GtkWidget *row, const char *day)
{
  g_autofree char *words = day != NULL ? scr_format_day (NULL, day, SCR_DAY_LONG) : NULL;

  gtk_editable_set_text (GTK_EDITABLE (row), words != NULL ? words : "");
  gtk_widget_remove_css_class (row, "error");
  gtk_widget_set_tooltip_text (row, NULL);
}

static gboolean
read_day (ScrReportPaperRows *self, GtkWidget *row, char **day)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
  g_autofree char *today = self->store != NULL ? scr_source_dup_today (SCR_SOURCE (self->store)) : NULL;
  char *read = NULL;

  if (*typed != '\0' && (today == NULL || !scr_parse_day (typed, today, &read)))
    {
      gtk_widget_add_css_class (row, "error");
      gtk_widget_set_tooltip_text (row, _ ("This is no day. Type it as in 12 June 2019."));
      return FALSE;
    }
  g_free (*day);
  *day = read;
  show_day (row, read);
  return TRUE;
}

static void
on_day_applied (AdwEntryRow *row, ScrReportPaperRows *self)
{
  if (read_day (self, GTK_WIDGET (row), GTK_WIDGET (row) == self->day_row ? &self->day : &self->other_day))
    tell_changed (self);
}

static GtkWidget *
add_day_row (ScrReportPaperRows *self, const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (on_day_applied), self);
  adw_preferences_group_add (self->group, row);
  return row;
}

/* --- The rest --- */

static GtkWidget *
add_combo_row (ScrReportPaperRows *self, const char *title, const char *const *choices)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) names = gtk_string_list_new (choices);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (names));
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (tell_changed), self);
  adw_preferences_group_add (self->group, row);
  return row;
}

static GtkWidget *
add_tiled_row (ScrReportPaperRows *self)
{
  GtkWidget *row = adw_action_row_new ();

  self->tiled = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->tiled), GTK_ALIGN_CENTER);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("On several A4 sheets"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("To be put together; marks show where they overlap."));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->tiled));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->tiled));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->tiled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("On several A4 sheets"), -1);
  g_signal_connect_swapped (self->tiled, "notify::active", G_CALLBACK (tell_changed), self);
  adw_preferences_group_add (self->group, row);
  return row;
}

static void
scr_report_paper_rows_dispose (GObject *object)
{
  ScrReportPaperRows *self = SCR_REPORT_PAPER_ROWS (object);

  self->filling = TRUE;
  g_clear_object (&self->store);
  G_OBJECT_CLASS (scr_report_paper_rows_parent_class)->dispose (object);
}

static void
scr_report_paper_rows_finalize (GObject *object)
{
  ScrReportPaperRows *self = SCR_REPORT_PAPER_ROWS (object);

  g_ptr_array_unref (self->others);
  g_free (self->day);
  g_free (self->other_day);
  g_free (self->layout);
  G_OBJECT_CLASS (scr_report_paper_rows_parent_class)->finalize (object);
}

static void
scr_report_paper_rows_class_init (ScrReportPaperRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_report_paper_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_report_paper_rows_finalize;
  changed_signal = g_signal_new ("changed", SCR_TYPE_REPORT_PAPER_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
scr_report_paper_rows_init (ScrReportPaperRows *self)
{
  self->filling = TRUE;
  self->others = g_ptr_array_new_with_free_func (g_free);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  self->day_row = add_day_row (self, _ ("Shown as at"));
  self->other_row = add_combo_row (self, _ ("Compared with"), NULL);
  self->other_day_row = add_day_row (self, _ ("As at"));
  self->size_row = add_combo_row (self, _ ("Size of the sheet"), sizes);
  self->tiled_row = add_tiled_row (self);
  self->filling = FALSE;
}

/**
 * scr_report_paper_rows_new:
 *
 * Returns: (transfer floating): the options, hidden until a report heeds one of them
 */
GtkWidget *
scr_report_paper_rows_new (void)
{
  return g_object_new (SCR_TYPE_REPORT_PAPER_ROWS, NULL);
}

/**
 * scr_report_paper_rows_set_store:
 * @self: the options
 * @store: (nullable): a record
 *
 * Offers the partnerships that this record has. Does not count as a choice.
 */
void
scr_report_paper_rows_set_store (ScrReportPaperRows *self, ScrStore *store)
{
  const ScrQuery query = {.kind = "partnership"};
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) items = NULL;

  g_set_object (&self->store, store);
  self->filling = TRUE;
  g_ptr_array_set_size (self->others, 0);
  g_ptr_array_add (self->others, NULL);
  gtk_string_list_append (names, _ ("All others"));
  items = store != NULL ? scr_source_list (SCR_SOURCE (store), &query) : NULL;
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      g_ptr_array_add (self->others, g_strdup (scr_item_get_id (g_ptr_array_index (items, i))));
      gtk_string_list_take (names, scr_format_title (NULL, SCR_SOURCE (store), g_ptr_array_index (items, i)));
    }
  adw_combo_row_set_model (ADW_COMBO_ROW (self->other_row), G_LIST_MODEL (names));
  self->filling = FALSE;
}

/**
 * scr_report_paper_rows_set_report:
 * @self: the options
 * @report: the report whose options are shown
 */
void
scr_report_paper_rows_set_report (ScrReportPaperRows *self, const ScrReport *report)
{
  self->uses = report->uses;
  gtk_widget_set_visible (self->day_row, report->uses & SCR_REPORT_USES_DAY);
  gtk_widget_set_visible (self->other_row, report->uses & SCR_REPORT_USES_COMPARISON);
  gtk_widget_set_visible (self->other_day_row, report->uses & SCR_REPORT_USES_COMPARISON);
  gtk_widget_set_visible (self->size_row, report->uses & SCR_REPORT_USES_PAPER);
  gtk_widget_set_visible (self->tiled_row, report->uses & SCR_REPORT_USES_PAPER);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          report->uses
                              & (SCR_REPORT_USES_DAY | SCR_REPORT_USES_COMPARISON | SCR_REPORT_USES_PAPER));
}

static void
set_text (char **target, const char *text)
{
  g_free (*target);
  *target = g_strdup (text);
}

/**
 * scr_report_paper_rows_set_wanted:
 * @self: the options
 * @wanted: what somebody asked for elsewhere: day, layout, what it is compared with
 *
 * Does not count as a choice.
 */
void
scr_report_paper_rows_set_wanted (ScrReportPaperRows *self, const ScrReportRequest *wanted)
{
  self->filling = TRUE;
  set_text (&self->day, wanted->day);
  set_text (&self->other_day, wanted->compare_day);
  set_text (&self->layout, wanted->layout);
  show_day (self->day_row, self->day);
  show_day (self->other_day_row, self->other_day);
  for (guint i = 0; i < self->others->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->others, i), wanted->compare_with) == 0)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->other_row), i);
  self->filling = FALSE;
}

/**
 * scr_report_paper_rows_fill:
 * @self: the options
 * @request: what is asked for: the options that its report heeds are set
 */
void
scr_report_paper_rows_fill (ScrReportPaperRows *self, ScrReportRequest *request)
{
  guint other = adw_combo_row_get_selected (ADW_COMBO_ROW (self->other_row));
  guint size = adw_combo_row_get_selected (ADW_COMBO_ROW (self->size_row));

  if (self->uses & SCR_REPORT_USES_DAY)
    set_text (&request->day, self->day);
  if (self->uses & SCR_REPORT_USES_COMPARISON)
    {
      set_text (&request->compare_with,
                other < self->others->len ? g_ptr_array_index (self->others, other) : NULL);
      set_text (&request->compare_day, self->other_day);
    }
  if (!(self->uses & SCR_REPORT_USES_PAPER))
    return;
  set_text (&request->page_size, size < G_N_ELEMENTS (sizes) - 1 ? sizes[size] : NULL);
  set_text (&request->layout, self->layout);
  request->tiled = gtk_switch_get_active (self->tiled);
}
