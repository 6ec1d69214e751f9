/* ScrMapDayButton - a button that shows a day. See the header. */
#include "config.h"

#include "scr-map-day-button.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-map-parts.h"

#include <glib/gi18n-lib.h>

/* As long as "30 September 2019". */
#define DAY_CHARS 16

struct _ScrMapDayButton
{
  AdwBin parent_instance;

  ScrContext *context;
  char *name; /* what the day is for */
  char *day;  /* (nullable) */
  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *entry;
  GtkWidget *problem;
  GtkWidget *calendar;
  int shown_month; /* of the calendar, counted from year 0: tells leafing from choosing */
  gboolean setting;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (ScrMapDayButton, scr_map_day_button, ADW_TYPE_BIN)

static char *
dup_today (ScrMapDayButton *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  return store != NULL ? scr_source_dup_today (SCR_SOURCE (store)) : NULL;
}

static void
set_problem (ScrMapDayButton *self, const char *problem)
{
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
choose (ScrMapDayButton *self, const char *day)
{
  g_autofree char *chosen = g_strdup (day);

  scr_map_day_button_set_day (self, chosen);
  g_signal_emit (self, chosen_signal, 0, chosen);
}

static void
close_popover (ScrMapDayButton *self)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
}

/* What cannot be read stays as it was typed. */
static void
on_activate (ScrMapDayButton *self)
{
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autofree char *today = dup_today (self);
  g_autofree char *day = NULL;

  if (today == NULL || !scr_parse_day (g_strstrip (typed), today, &day))
    {
      set_problem (self, _ ("This is not a day. Write it like 12 June 2019."));
      return;
    }
  choose (self, day);
  close_popover (self);
}

static void
on_typed (ScrMapDayButton *self)
{
  set_problem (self, NULL);
}

static int
get_month (GDateTime *date)
{
  return g_date_time_get_year (date) * 12 + g_date_time_get_month (date);
}

/* Leafing to another month selects a day there as well: it is shown, but the calendar stays open. */
static void
on_day_selected (GtkCalendar *calendar, ScrMapDayButton *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *day = NULL;
  int month;

  if (self->setting)
    return;
  date = gtk_calendar_get_date (calendar);
  day = g_date_time_format (date, "%Y-%m-%d");
  month = get_month (date);
  choose (self, day);
  if (month == self->shown_month)
    close_popover (self);
  self->shown_month = month;
}

static void
on_today (ScrMapDayButton *self)
{
  g_autofree char *today = dup_today (self);

  if (today != NULL)
    choose (self, today);
  close_popover (self);
}

static void
show_in_calendar (ScrMapDayButton *self)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (self->day == NULL || !scr_day_get_parts (self->day, &year, &month, &day))
    return;
  date = g_date_time_new_local (year, month, day, 0, 0, 0);
  self->setting = TRUE;
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), date);
  self->setting = FALSE;
  self->shown_month = get_month (date);
}

static void
on_shown (ScrMapDayButton *self)
{
  show_in_calendar (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_label_get_text (GTK_LABEL (self->label)));
  set_problem (self, NULL);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

static GtkWidget *
make_popover (ScrMapDayButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *today = gtk_button_new_with_label (_ ("Today"));

  self->entry = gtk_entry_new ();
  self->problem = scr_label_new_wrapping (NULL, "scr-map-problem");
  gtk_label_set_max_width_chars (GTK_LABEL (self->problem), 28);
  self->calendar = gtk_calendar_new ();
  scr_map_name (self->entry, self->name);
  scr_map_name (self->calendar, self->name);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self);
  g_signal_connect_swapped (today, "clicked", G_CALLBACK (on_today), self);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), self->calendar);
  gtk_box_append (GTK_BOX (box), today);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (on_shown), self);
  return popover;
}

/* A popover that is open when its window goes would keep it. */
static void
scr_map_day_button_unmap (GtkWidget *widget)
{
  close_popover (SCR_MAP_DAY_BUTTON (widget));
  GTK_WIDGET_CLASS (scr_map_day_button_parent_class)->unmap (widget);
}

static void
scr_map_day_button_dispose (GObject *object)
{
  g_clear_object (&SCR_MAP_DAY_BUTTON (object)->context);
  G_OBJECT_CLASS (scr_map_day_button_parent_class)->dispose (object);
}

static void
scr_map_day_button_finalize (GObject *object)
{
  g_free (SCR_MAP_DAY_BUTTON (object)->name);
  g_free (SCR_MAP_DAY_BUTTON (object)->day);
  G_OBJECT_CLASS (scr_map_day_button_parent_class)->finalize (object);
}

static void
scr_map_day_button_class_init (ScrMapDayButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_map_day_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_map_day_button_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = scr_map_day_button_unmap;
  chosen_signal = g_signal_new ("chosen", SCR_TYPE_MAP_DAY_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
scr_map_day_button_init (ScrMapDayButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = gtk_menu_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  /* Every day takes the same room, so that nothing beside it moves as days go by. */
  gtk_label_set_width_chars (GTK_LABEL (self->label), DAY_CHARS);
  gtk_widget_add_css_class (self->label, "numeric");
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), scr_icon_new_silent ("x-office-calendar-symbolic"));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), box);
  adw_bin_set_child (ADW_BIN (self), self->button);
}

/**
 * scr_map_day_button_new:
 * @context: what the window hands to its views
 * @label: what the day is for, translated
 *
 * Returns: (transfer floating): a button without a day
 */
GtkWidget *
scr_map_day_button_new (ScrContext *context, const char *label)
{
  ScrMapDayButton *self = g_object_new (SCR_TYPE_MAP_DAY_BUTTON, NULL);

  self->context = g_object_ref (context);
  self->name = g_strdup (label);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  return GTK_WIDGET (self);
}

/**
 * scr_map_day_button_set_day:
 * @self: a button
 * @day: (nullable): what it shows from now on; does not emit "chosen"
 */
void
scr_map_day_button_set_day (ScrMapDayButton *self, const char *day)
{
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (SCR_IS_MAP_DAY_BUTTON (self));
  if (self->day != day)
    {
      g_free (self->day);
      self->day = g_strdup (day);
    }
  words = day != NULL ? scr_format_day (NULL, day, SCR_DAY_LONG) : g_strdup ("");
  gtk_label_set_text (GTK_LABEL (self->label), words);
  /* TRANSLATORS: %1$s says what a day is for, %2$s is the day: "Shown as at, 12 June 2019" */
  name = g_strdup_printf (_ ("%1$s, %2$s"), self->name, words);
  scr_map_name (self->button, name);
  gtk_widget_set_tooltip_text (self->button, name);
}

/**
 * scr_map_day_button_popup:
 * @self: a button
 */
void
scr_map_day_button_popup (ScrMapDayButton *self)
{
  g_return_if_fail (SCR_IS_MAP_DAY_BUTTON (self));
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
