/* ScrRepeatForm - how often a series comes again, entered in plain words. See the header. */
#include "config.h"

#include "scr-repeat-form.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-labels.h"

#include <glib/gi18n-lib.h>

/* First to fourth, and the last: a fifth one is rare. */
static const int nths[] = {1, 2, 3, 4, SCR_REPEAT_LAST};

struct _ScrRepeatForm
{
  AdwBin parent_instance;

  ScrRepeat *repeat;
  gboolean showing; /* the rows are being set, not altered by a person */
  GtkWidget *every;
  GtkWidget *unit;
  GtkWidget *weekdays_row;
  GtkWidget *weekdays[7];
  GtkWidget *by;
  GtkWidget *month;
  GtkWidget *nth;
  GtkWidget *weekday;
  GtkWidget *date_row;
  GtkWidget *date;
  GtkWidget *last_day_row;
  GtkWidget *last_day;
  GtkWidget *count;
  GtkWidget *rest;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (ScrRepeatForm, scr_repeat_form, ADW_TYPE_BIN)

/* --- Showing --- */

static gboolean
has_day_of_month (const ScrRepeat *repeat)
{
  return repeat->unit == SCR_REPEAT_MONTHS || repeat->unit == SCR_REPEAT_YEARS;
}

static guint
find_nth (int nth)
{
  for (guint i = 0; i < G_N_ELEMENTS (nths); i++)
    if (nths[i] == nth)
      return i;
  return G_N_ELEMENTS (nths) - 1;
}

static void
show_rows (ScrRepeatForm *self)
{
  const ScrRepeat *repeat = self->repeat;
  gboolean monthly = has_day_of_month (repeat);
  gboolean by_date = monthly && repeat->by == SCR_REPEAT_BY_DATE;

  gtk_widget_set_visible (self->weekdays_row, repeat->unit == SCR_REPEAT_WEEKS);
  gtk_widget_set_visible (self->by, monthly);
  gtk_widget_set_visible (self->month, repeat->unit == SCR_REPEAT_YEARS);
  gtk_widget_set_visible (self->nth, monthly && !by_date);
  gtk_widget_set_visible (self->weekday, monthly && !by_date);
  gtk_widget_set_visible (self->last_day_row, by_date);
  gtk_widget_set_visible (self->date_row, by_date && repeat->date != SCR_REPEAT_LAST);
  gtk_widget_set_visible (self->rest, scr_repeat_is_special (repeat));
  if (scr_repeat_is_special (repeat))
    {
      /* TRANSLATORS: %s is code that calendars write, such as BYSETPOS=-1. */
      g_autofree char *words
          = g_strdup_printf (_ ("From a calendar, and kept: %s. No row above shows it."), repeat->rest);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rest), words);
    }
}

static void
show_values (ScrRepeatForm *self)
{
  const ScrRepeat *repeat = self->repeat;

  self->showing = TRUE;
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->every), repeat->every);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->unit), repeat->unit);
  for (guint i = 0; i < 7; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->weekdays[i]), (repeat->weekdays & (1u << i)) != 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->by), repeat->by);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->month), (guint)MAX (repeat->month, 1) - 1);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->nth), find_nth (repeat->nth));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->weekday), (guint)CLAMP (repeat->weekday, 1, 7) - 1);
  gtk_switch_set_active (GTK_SWITCH (self->last_day), repeat->date == SCR_REPEAT_LAST);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->date), CLAMP (repeat->date, 1, 31));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), MIN (repeat->count, SCR_REPEAT_MAX_COUNT));
  show_rows (self);
  self->showing = FALSE;
}

/**
 * scr_repeat_form_set_repeat:
 * @self: a form
 * @repeat: what it shows from now on; the days that it leaves open should have been filled in
 */
void
scr_repeat_form_set_repeat (ScrRepeatForm *self, const ScrRepeat *repeat)
{
  ScrRepeat *copy = scr_repeat_copy (repeat);

  g_clear_pointer (&self->repeat, scr_repeat_free);
  self->repeat = copy;
  show_values (self);
}

/**
 * scr_repeat_form_get_repeat:
 * @self: a form
 *
 * Returns: (transfer none): what it says
 */
const ScrRepeat *
scr_repeat_form_get_repeat (ScrRepeatForm *self)
{
  return self->repeat;
}

/* --- Reading --- */

static guint
read_weekdays (ScrRepeatForm *self)
{
  guint weekdays = 0;

  for (guint i = 0; i < 7; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->weekdays[i])))
      weekdays |= 1u << i;
  return weekdays;
}

static void
on_edited (ScrRepeatForm *self)
{
  ScrRepeat *repeat = self->repeat;

  if (self->showing)
    return;
  repeat->every = (guint)gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->every));
  repeat->unit = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unit));
  repeat->weekdays = read_weekdays (self);
  repeat->by = adw_combo_row_get_selected (ADW_COMBO_ROW (self->by));
  repeat->month = (int)adw_combo_row_get_selected (ADW_COMBO_ROW (self->month)) + 1;
  repeat->nth = nths[adw_combo_row_get_selected (ADW_COMBO_ROW (self->nth))];
  repeat->weekday = (int)adw_combo_row_get_selected (ADW_COMBO_ROW (self->weekday)) + 1;
  repeat->date = gtk_switch_get_active (GTK_SWITCH (self->last_day))
                     ? SCR_REPEAT_LAST
                     : gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->date));
  repeat->count = (guint)gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
  show_rows (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
on_drop_rest (ScrRepeatForm *self)
{
  g_clear_pointer (&self->repeat->rest, g_free);
  on_edited (self);
}

/* --- Making --- */

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_spin (ScrRepeatForm *self, double least, double most, const char *name)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (least, most, 1);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  name_widget (spin, name);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_edited), self);
  return spin;
}

static GtkWidget *
make_row (const char *title, const char *subtitle, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), suffix);
  return row;
}

static GtkWidget *
make_combo (ScrRepeatForm *self, const char *title, GtkStringList *choices)
{
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (choices));
  g_object_unref (choices);
  g_signal_connect_swapped (row, "notify::selected", G_CALLBACK (on_edited), self);
  return row;
}

static GtkWidget *
make_every (ScrRepeatForm *self)
{
  const char *const units[] = {_ ("days"), _ ("weeks"), _ ("months"), _ ("years"), NULL};
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *row = adw_action_row_new ();

  self->every = make_spin (self, 1, 99, _ ("Every how many"));
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (self->every), TRUE);
  self->unit = gtk_drop_down_new_from_strings (units);
  gtk_widget_set_valign (self->unit, GTK_ALIGN_CENTER);
  name_widget (self->unit, _ ("Days, weeks, months or years"));
  g_signal_connect_swapped (self->unit, "notify::selected", G_CALLBACK (on_edited), self);
  gtk_box_append (GTK_BOX (box), self->every);
  gtk_box_append (GTK_BOX (box), self->unit);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Every"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  return row;
}

/* A day of the week that lies so many days after a Monday. */
static char *
dup_weekday (guint index, gboolean abbreviated)
{
  g_autofree char *day = scr_day_add ("2019-06-10", (int)index);

  return scr_format_weekday (NULL, day, abbreviated);
}

static GtkWidget *
make_weekdays (ScrRepeatForm *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *flow = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 7);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (flow), 3);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (flow), 3);
  gtk_widget_set_margin_start (flow, 9);
  gtk_widget_set_margin_end (flow, 9);
  gtk_widget_set_margin_top (flow, 6);
  gtk_widget_set_margin_bottom (flow, 6);
  name_widget (flow, _ ("On which days of the week"));
  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *shown = dup_weekday (i, TRUE);
      g_autofree char *name = dup_weekday (i, FALSE);

      self->weekdays[i] = gtk_toggle_button_new_with_label (shown);
      name_widget (self->weekdays[i], name);
      gtk_widget_set_tooltip_text (self->weekdays[i], name);
      g_signal_connect_swapped (self->weekdays[i], "toggled", G_CALLBACK (on_edited), self);
      gtk_flow_box_insert (GTK_FLOW_BOX (flow), self->weekdays[i], -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (self->weekdays[i]), FALSE);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), flow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static GtkStringList *
list_weekdays (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < 7; i++)
    gtk_string_list_take (list, dup_weekday (i, FALSE));
  return list;
}

static GtkStringList *
list_months (void)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (int i = 1; i <= 12; i++)
    {
      g_autofree char *day = scr_day_from_parts (2020, i, 1);

      gtk_string_list_take (list, scr_format_month (NULL, day));
    }
  return list;
}

static GtkStringList *
list_strings (const char *const *strings)
{
  return gtk_string_list_new (strings);
}

static GtkWidget *
make_rest (ScrRepeatForm *self)
{
  GtkWidget *drop = gtk_button_new_with_mnemonic (_ ("_Drop It"));
  GtkWidget *row = make_row (_ ("A condition of its own"), NULL, drop);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  g_signal_connect_swapped (drop, "clicked", G_CALLBACK (on_drop_rest), self);
  return row;
}

static void
scr_repeat_form_finalize (GObject *object)
{
  scr_repeat_free (SCR_REPEAT_FORM (object)->repeat);
  G_OBJECT_CLASS (scr_repeat_form_parent_class)->finalize (object);
}

static void
scr_repeat_form_class_init (ScrRepeatFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_repeat_form_finalize;
  changed_signal = g_signal_new ("changed", SCR_TYPE_REPEAT_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
scr_repeat_form_init (ScrRepeatForm *self)
{
  const char *const by[] = {_ ("The same date"), _ ("The same day of the week"), NULL};
  const char *const nth_words[]
      = {_ ("The first"), _ ("The second"), _ ("The third"), _ ("The fourth"), _ ("The last"), NULL};
  GtkWidget *group = adw_preferences_group_new ();

  self->repeat = scr_repeat_new (SCR_REPEAT_MONTHS, 1);
  self->showing = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("How often"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_every (self));
  self->weekdays_row = make_weekdays (self);
  self->by = make_combo (self, _ ("Goes by"), list_strings (by));
  self->month = make_combo (self, _ ("Month"), list_months ());
  self->nth = make_combo (self, _ ("Which one"), list_strings (nth_words));
  self->weekday = make_combo (self, _ ("Day of the week"), list_weekdays ());
  self->last_day = gtk_switch_new ();
  g_signal_connect_swapped (self->last_day, "notify::active", G_CALLBACK (on_edited), self);
  self->last_day_row = make_row (_ ("On the last day of the month"), NULL, self->last_day);
  self->date = make_spin (self, 1, 31, _ ("Day of the month"));
  self->date_row
      = make_row (_ ("Day of the month"), _ ("Months that do not have it are passed over."), self->date);
  self->count = make_spin (self, 0, SCR_REPEAT_MAX_COUNT, _ ("How many times"));
  self->rest = make_rest (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->weekdays_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->by);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->month);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->nth);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->weekday);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->last_day_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->date_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_row (_ ("How many times"), _ ("0 goes on without end."), self->count));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->rest);
  adw_bin_set_child (ADW_BIN (self), group);
  show_values (self);
}

/**
 * scr_repeat_form_new:
 *
 * Returns: (transfer floating): a form that says "every month"
 */
GtkWidget *
scr_repeat_form_new (void)
{
  return g_object_new (SCR_TYPE_REPEAT_FORM, NULL);
}
