/* One day of the month's grid. See the header. */
#include "config.h"

#include "scr-month-day.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-time-scale.h"

#include <glib/gi18n-lib.h>

/* Around the number, and between it and what stands beside it, px. */
#define PAD 4
#define MOST_DOTS 4

struct _ScrMonthDay
{
  GtkWidget parent_instance;

  GtkWidget *number;
  GtkWidget *holiday;
  GtkWidget *dots;
  GtkWidget *add;
  int day;
  gboolean is_narrow;
  char *name; /* what assistive technology is told */
};

G_DEFINE_FINAL_TYPE (ScrMonthDay, scr_month_day, GTK_TYPE_WIDGET)

/* --- Size --- */

static int
get_natural (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/**
 * scr_month_day_get_head_height:
 * @self: a day
 *
 * Returns: how much of its height its number takes, px: chips lie beneath
 */
int
scr_month_day_get_head_height (ScrMonthDay *self)
{
  return get_natural (self->number, GTK_ORIENTATION_VERTICAL) + 2 * PAD;
}

static void
scr_month_day_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ScrMonthDay *self = SCR_MONTH_DAY (widget);

  *minimum = get_natural (self->number, orientation) + 2 * PAD;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->is_narrow)
    *minimum += get_natural (self->dots, orientation) + PAD;
  *natural = *minimum;
}

static void
lay (GtkWidget *self, GtkWidget *child, int start, int y, int width, int height)
{
  gboolean rtl = gtk_widget_get_direction (self) == GTK_TEXT_DIR_RTL;

  gtk_widget_size_allocate (
      child,
      &(GtkAllocation) {rtl ? gtk_widget_get_width (self) - start - width : start, y, MAX (width, 0), height},
      -1);
}

/* The number in the middle, the dots beneath. */
static void
lay_narrow (ScrMonthDay *self, int width)
{
  int number = get_natural (self->number, GTK_ORIENTATION_HORIZONTAL);
  int height = get_natural (self->number, GTK_ORIENTATION_VERTICAL);

  lay (GTK_WIDGET (self), self->number, (width - number) / 2, PAD, number, height);
  lay (GTK_WIDGET (self), self->dots, 0, height + PAD, width,
       get_natural (self->dots, GTK_ORIENTATION_VERTICAL));
}

static void
scr_month_day_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMonthDay *self = SCR_MONTH_DAY (widget);
  int number = get_natural (self->number, GTK_ORIENTATION_HORIZONTAL);
  int head = get_natural (self->number, GTK_ORIENTATION_VERTICAL);
  int start = PAD + number + PAD, end = width - PAD;

  if (self->is_narrow)
    {
      lay_narrow (self, width);
      return;
    }
  lay (widget, self->number, PAD, PAD, number, head);
  if (gtk_widget_get_visible (self->add))
    {
      int add = get_natural (self->add, GTK_ORIENTATION_HORIZONTAL);
      int add_height = get_natural (self->add, GTK_ORIENTATION_VERTICAL);

      end -= add;
      lay (widget, self->add, end, PAD + (head - add_height) / 2, add, add_height);
    }
  if (gtk_widget_get_visible (self->holiday))
    {
      int wanted = get_natural (self->holiday, GTK_ORIENTATION_HORIZONTAL);
      int line = get_natural (self->holiday, GTK_ORIENTATION_VERTICAL);

      lay (widget, self->holiday, start, PAD + (head - line) / 2, CLAMP (wanted, 0, MAX (end - start, 0)),
           line);
    }
}

/* --- What it shows --- */

static char *
say_day (const ScrMonthDayState *state)
{
  g_autofree char *day = scr_time_format (NULL, SCR_TIME_DAY, state->day, 1, SCR_TIME_WHOLE);
  GString *name = g_string_new (day);

  if (state->is_today)
    g_string_append_printf (name, ", %s", _ ("today"));
  if (state->holiday != NULL)
    g_string_append_printf (name, ", %s", state->holiday);
  if (state->n_entries > 0)
    {
      g_string_append (name, ", ");
      /* TRANSLATORS: after a day: how much there is on it */
      g_string_append_printf (name, ngettext ("%u entry", "%u entries", state->n_entries), state->n_entries);
    }
  return g_string_free (name, FALSE);
}

static void
show_dots (ScrMonthDay *self, const ScrMonthDayState *state)
{
  g_autoptr (GString) dots = g_string_new (NULL);

  for (guint i = 0; i < MIN (state->n_entries, MOST_DOTS); i++)
    g_string_append (dots, "•");
  gtk_label_set_text (GTK_LABEL (self->dots), dots->str);
  gtk_widget_set_visible (self->dots, state->is_narrow);
}

static void
show_add (ScrMonthDay *self, const ScrMonthDayState *state)
{
  g_autofree char *day = scr_day_from_number (state->day);
  g_autofree char *shown = scr_format_day (NULL, day, SCR_DAY_LONG);
  /* TRANSLATORS: %s is a day */
  g_autofree char *words = g_strdup_printf (_ ("New meeting on %s"), shown);

  gtk_widget_set_visible (self->add, state->is_editable && !state->is_narrow);
  gtk_widget_set_tooltip_text (self->add, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

/**
 * scr_month_day_set:
 * @self: a day
 * @state: what it shows from now on
 */
void
scr_month_day_set (ScrMonthDay *self, const ScrMonthDayState *state)
{
  g_autofree char *number = scr_time_format (NULL, SCR_TIME_DAY, state->day, 1, SCR_TIME_SHORT);

  self->day = state->day;
  self->is_narrow = state->is_narrow;
  g_free (self->name);
  self->name = say_day (state);
  gtk_label_set_text (GTK_LABEL (self->number), number);
  gtk_widget_set_visible (self->holiday, state->holiday != NULL && !state->is_narrow);
  gtk_label_set_text (GTK_LABEL (self->holiday), state->holiday != NULL ? state->holiday : "");
  show_dots (self, state);
  show_add (self, state);
  scr_month_day_set_class (self, "outside", state->is_outside);
  scr_month_day_set_class (self, "today", state->is_today);
  scr_month_day_set_class (self, "week-end", scr_time_is_week_end (state->day));
  scr_month_day_set_class (self, "free", state->holiday != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), state->holiday != NULL ? self->name : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
}

/**
 * scr_month_day_get_day:
 * @self: a day
 *
 * Returns: which it is, as a number
 */
int
scr_month_day_get_day (ScrMonthDay *self)
{
  return self->day;
}

/**
 * scr_month_day_get_name:
 * @self: a day
 *
 * Returns: (transfer none): what assistive technology is told: "Wednesday 12 June 2019, today, 2 entries"
 */
const char *
scr_month_day_get_name (ScrMonthDay *self)
{
  return self->name;
}

/**
 * scr_month_day_set_class:
 * @self: a day
 * @css_class: a style class
 * @on: whether it has it
 */
void
scr_month_day_set_class (ScrMonthDay *self, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* --- The widget --- */

static void
on_add (ScrMonthDay *self)
{
  g_signal_emit_by_name (self, "create");
}

static void
scr_month_day_dispose (GObject *object)
{
  ScrMonthDay *self = SCR_MONTH_DAY (object);

  g_clear_pointer (&self->number, gtk_widget_unparent);
  g_clear_pointer (&self->holiday, gtk_widget_unparent);
  g_clear_pointer (&self->dots, gtk_widget_unparent);
  g_clear_pointer (&self->add, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_month_day_parent_class)->dispose (object);
}

static void
scr_month_day_finalize (GObject *object)
{
  g_free (SCR_MONTH_DAY (object)->name);
  G_OBJECT_CLASS (scr_month_day_parent_class)->finalize (object);
}

static void
scr_month_day_class_init (ScrMonthDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_month_day_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_month_day_finalize;
  widget_class->measure = scr_month_day_measure;
  widget_class->size_allocate = scr_month_day_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "monthday");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  g_signal_new ("create", SCR_TYPE_MONTH_DAY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
add_label (ScrMonthDay *self, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
scr_month_day_init (ScrMonthDay *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  self->number = add_label (self, "number");
  gtk_widget_add_css_class (self->number, "numeric");
  self->holiday = add_label (self, "holiday");
  gtk_label_set_ellipsize (GTK_LABEL (self->holiday), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->holiday), 0);
  self->dots = add_label (self, "dots");
  self->add = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add, "flat");
  gtk_widget_add_css_class (self->add, "add");
  /* The keyboard has Enter and the menu on the day itself. */
  gtk_widget_set_focusable (self->add, FALSE);
  g_signal_connect_object (self->add, "clicked", G_CALLBACK (on_add), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->add, GTK_WIDGET (self));
}

/**
 * scr_month_day_new:
 *
 * Returns: (transfer floating): a day that shows nothing yet
 */
GtkWidget *
scr_month_day_new (void)
{
  return g_object_new (SCR_TYPE_MONTH_DAY, NULL);
}
