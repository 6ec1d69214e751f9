/* ScrRowDay - a day, typed or chosen in a calendar. See the header. */
#include "config.h"

#include "scr-row-day.h"

#include "scr-day.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>

struct _ScrRowDay
{
  ScrRowText parent_instance;

  GtkWidget *button;
  GtkWidget *calendar;
  int shown_month; /* of the calendar, counted from year 0: tells leafing from choosing */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (ScrRowDay, scr_row_day, SCR_TYPE_ROW_TEXT)

static char *
dup_today (ScrRowDay *self)
{
  return scr_source_dup_today (SCR_SOURCE (scr_row_get_store (SCR_ROW (self))));
}

static gboolean
scr_row_day_parse (ScrRowText *row, const char *typed, ScrValue *value)
{
  g_autofree char *today = dup_today (SCR_ROW_DAY (row));
  char *day = NULL;

  if (!scr_parse_day (typed, today, &day))
    return FALSE;
  scr_value_take_text (value, day);
  return TRUE;
}

static char *
scr_row_day_format (ScrRowText *row, const ScrValue *value)
{
  return value->type == SCR_VALUE_TEXT ? scr_format_day (NULL, value->text, SCR_DAY_LONG) : g_strdup ("");
}

static void
take_day (ScrRowDay *self, const char *day)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, day);
  scr_row_take_value (SCR_ROW (self), &value);
}

static void
close_calendar (ScrRowDay *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static int
get_month (GDateTime *date)
{
  return g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
}

/* Leafing to another month selects a day there as well: the row shows it, but the calendar stays open. */
static void
on_day_selected (GtkCalendar *calendar, ScrRowDay *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day = NULL;
  int month;

  if (self->setting)
    return;
  date = gtk_calendar_get_date (calendar);
  day = g_date_time_format (date, "%Y-%m-%d");
  month = get_month (date);
  take_day (self, day);
  if (month == self->shown_month)
    close_calendar (self);
  self->shown_month = month;
}

static void
show_in_calendar (ScrRowDay *self)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  g_autofree char *today = dup_today (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  SCR_ROW_GET_CLASS (self)->read (SCR_ROW (self), &value);
  if (!(value.type == SCR_VALUE_TEXT && scr_day_get_parts (value.text, &year, &month, &day))
      && !scr_day_get_parts (today, &year, &month, &day))
    return;
  date = g_date_time_new_local (year, month, day, 0, 0, 0);
  self->setting = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->setting = FALSE;
  self->shown_month = get_month (date);
}

static void
on_today (ScrRowDay *self)
{
  g_autofree char *today = dup_today (self);

  take_day (self, today);
  close_calendar (self);
}

static void
on_clear (ScrRowDay *self)
{
  take_day (self, NULL);
  close_calendar (self);
}

static gboolean
on_alt_down (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  ScrRowDay *self = SCR_ROW_DAY (widget);

  if (!scr_row_get_editable (SCR_ROW (self)))
    return GDK_EVENT_PROPAGATE;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
  return GDK_EVENT_STOP;
}

static void
add_popover_button (GtkWidget *box, const char *label, GCallback clicked, ScrRowDay *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
}

/* Made when first opened: a form has many days, and a calendar has many widgets. */
static void
make_popover (GtkMenuButton *button, gpointer user_data)
{
  ScrRowDay *self = user_data;
  GtkWidget *popover, *box, *buttons;

  if (gtk_menu_button_get_popover (button) == NULL)
    {
      popover = gtk_popover_new ();
      box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
      buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      self->calendar = gtk_calendar_new ();
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ (scr_row_get_field (SCR_ROW (self))->label), -1);
      gtk_box_append (GTK_BOX (box), self->calendar);
      add_popover_button (buttons, _ ("Today"), G_CALLBACK (on_today), self);
      if (!(scr_row_get_field (SCR_ROW (self))->flags & SCR_FIELD_REQUIRED))
        add_popover_button (buttons, _ ("No day"), G_CALLBACK (on_clear), self);
      gtk_box_append (GTK_BOX (box), buttons);
      gtk_popover_set_child (GTK_POPOVER (popover), box);
      g_signal_connect (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
      gtk_menu_button_set_popover (button, popover);
    }
  show_in_calendar (self);
}

static void
scr_row_day_build (ScrRow *row)
{
  ScrRowDay *self = SCR_ROW_DAY (row);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autofree char *label = NULL;

  SCR_ROW_CLASS (scr_row_day_parent_class)->build (row);
  /* TRANSLATORS: %s is a field's label, as in "Due day: choose in a calendar" */
  label = g_strdup_printf (_ ("%s: choose in a calendar"), _ (scr_row_get_field (row)->label));
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->button), "x-office-calendar-symbolic");
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), make_popover, self, NULL);
  scr_row_add_suffix (row, self->button);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Down, GDK_ALT_MASK),
                                                          gtk_callback_action_new (on_alt_down, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
scr_row_day_set_editable (ScrRow *row, gboolean editable)
{
  SCR_ROW_CLASS (scr_row_day_parent_class)->set_editable (row, editable);
  gtk_widget_set_visible (SCR_ROW_DAY (row)->button, editable);
}

static void
scr_row_day_class_init (ScrRowDayClass *klass)
{
  SCR_ROW_CLASS (klass)->build = scr_row_day_build;
  SCR_ROW_CLASS (klass)->set_editable = scr_row_day_set_editable;
  SCR_ROW_TEXT_CLASS (klass)->parse = scr_row_day_parse;
  SCR_ROW_TEXT_CLASS (klass)->format = scr_row_day_format;
}

static void
scr_row_day_init (ScrRowDay *self)
{
}
