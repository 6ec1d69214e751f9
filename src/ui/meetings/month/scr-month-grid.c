/* A month of days to look at and to work on. See the header. */
#include "config.h"

#include "scr-month-grid-private.h"

#include "scr-common.h"
#include "scr-day.h"
#include "scr-format.h"
#include "scr-month-resources.h"
#include "scr-month-week.h"
#include "scr-time-scale.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/meetings/month.css"

/* Chips that a day has room for at least, and likes to have room for. */
#define LEAST_ROWS 2
#define WANTED_ROWS 3

G_DEFINE_FINAL_TYPE (ScrMonthGrid, scr_month_grid, GTK_TYPE_WIDGET)

/* --- What is told --- */

/* While a button is down it waits: whoever shows details beside the grid would move it under the pointer. */
void
scr_month_grid_emit_selection (ScrMonthGrid *self)
{
  self->selection_waits = self->deed != SCR_MONTH_IDLE;
  if (!self->selection_waits)
    g_signal_emit_by_name (self, "selection-changed");
}

void
scr_month_grid_emit_opened (ScrMonthGrid *self, const ScrTimelineEntry *entry)
{
  g_autoptr (ScrItem) item = entry->item != NULL ? g_object_ref (entry->item) : NULL;

  if (item != NULL)
    g_signal_emit_by_name (self, "entry-opened", item);
}

void
scr_month_grid_emit_moved (ScrMonthGrid *self, const ScrTimelineEntry *entry, int first, int last)
{
  g_signal_emit_by_name (self, "entry-moved", entry, first, last);
}

const char *
scr_month_grid_get_id (const ScrTimelineEntry *entry)
{
  return entry->item != NULL ? scr_item_get_id (entry->item) : "";
}

/* The name of the holiday, or NULL. */
const char *
scr_month_grid_get_holiday (ScrMonthGrid *self, int day)
{
  g_autofree char *text = self->holidays != NULL ? scr_day_from_number (day) : NULL;

  return text != NULL ? scr_holidays_get_name (self->holidays, self->nation, text) : NULL;
}

/* --- Its days --- */

/* The month in words, for assistive technology. */
static void
tell_month (ScrMonthGrid *self)
{
  g_autofree char *name = scr_time_format (NULL, SCR_TIME_MONTH, self->month.month_first, 1, SCR_TIME_WHOLE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
take_month (ScrMonthGrid *self, const ScrMonth *month)
{
  self->month = *month;
  scr_month_grid_cut (self);
  self->n_rows = 0;
  scr_month_grid_fit (self);
  scr_month_grid_show_days (self);
  tell_month (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The day where the keyboard is, in the month that is seen. */
void
scr_month_grid_set_current (ScrMonthGrid *self, int day)
{
  if (day == self->day)
    return;
  self->day = day;
  for (guint i = 0; i < SCR_MONTH_N_DAYS; i++)
    scr_month_day_set_class (SCR_MONTH_DAY (self->days[i]), "current", self->month.first + (int)i == day);
  g_signal_emit_by_name (self, "day-changed");
}

/**
 * scr_month_grid_show_day:
 * @self: a month
 * @day: a day, as a number
 *
 * Makes @day the current one; its month is seen.
 */
void
scr_month_grid_show_day (ScrMonthGrid *self, int day)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  ScrMonth month;

  if (day < scr_time_least_day () || day > scr_time_most_day ())
    return;
  if (day >= self->month.month_first && day <= self->month.month_last)
    {
      scr_month_grid_set_current (self, day);
      return;
    }
  if (!scr_month_init_around (&month, day, self->month.first_weekday))
    return;
  scr_month_grid_cancel_drag (self);
  self->day = day;
  /* The chip that has the keyboard goes. */
  if (had_focus)
    scr_month_grid_focus_day (self);
  take_month (self, &month);
  if (had_focus)
    scr_month_grid_focus_day (self);
  g_signal_emit_by_name (self, "viewed");
  g_signal_emit_by_name (self, "day-changed");
}

/* By keys. */
void
scr_month_grid_go_to (ScrMonthGrid *self, int day)
{
  scr_month_grid_show_day (self, day);
  if (self->day != day)
    gtk_widget_error_bell (GTK_WIDGET (self));
  scr_month_grid_focus_day (self);
}

/**
 * scr_month_grid_step:
 * @self: a month
 * @months: how many months later; below 0 earlier
 *
 * Returns: whether there is such a month, which is seen then, with the same day as far as it has one
 */
gboolean
scr_month_grid_step (ScrMonthGrid *self, int months)
{
  ScrMonth month = self->month;
  int number = self->day - self->month.month_first;

  if (!scr_month_step (&month, months))
    return FALSE;
  scr_month_grid_show_day (self, CLAMP (month.month_first + number, month.month_first, month.month_last));
  return self->month.month_first == month.month_first;
}

/**
 * scr_month_grid_get_month:
 * @self: a month
 *
 * Returns: (transfer none): which days are seen
 */
const ScrMonth *
scr_month_grid_get_month (ScrMonthGrid *self)
{
  return &self->month;
}

/**
 * scr_month_grid_get_day:
 * @self: a month
 *
 * Returns: the day where the keyboard is
 */
int
scr_month_grid_get_day (ScrMonthGrid *self)
{
  return self->day;
}

/* --- What it shows --- */

/* The keyboard stays on what it was on, wherever that lies now. */
static void
take_timeline (ScrMonthGrid *self, ScrTimeline *timeline)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean on_mark = focus != NULL && SCR_IS_TIMELINE_MARK (focus);
  int piece = on_mark ? scr_month_grid_find_piece_of (self, focus) : -1;
  g_autofree char *id
      = piece >= 0 ? g_strdup (scr_month_grid_get_id (scr_month_grid_get_entry (self, piece))) : NULL;
  ScrTimeline *old = self->timeline;

  if (on_mark)
    scr_month_grid_focus_day (self);
  self->timeline = timeline;
  scr_month_grid_cut (self);
  scr_month_grid_fit (self);
  scr_month_grid_show_days (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_clear_pointer (&old, scr_timeline_free);
  if (on_mark && id != NULL && scr_month_grid_get_chip (self, id) != NULL)
    gtk_widget_grab_focus (scr_month_grid_get_chip (self, id));
}

/**
 * scr_month_grid_set_timeline:
 * @self: a month
 * @timeline: (transfer full) (nullable): what it shows from now on
 *
 * The day, the selection and the keyboard stay as far as they can. While something is dragged the new
 * timeline waits until that has ended.
 */
void
scr_month_grid_set_timeline (ScrMonthGrid *self, ScrTimeline *timeline)
{
  g_clear_pointer (&self->waiting, scr_timeline_free);
  if (self->deed != SCR_MONTH_IDLE)
    self->waiting = timeline;
  else
    take_timeline (self, timeline);
}

/* What came while something was dragged. */
void
scr_month_grid_take_waiting (ScrMonthGrid *self)
{
  if (self->waiting != NULL && self->deed == SCR_MONTH_IDLE)
    take_timeline (self, g_steal_pointer (&self->waiting));
}

/**
 * scr_month_grid_get_timeline:
 * @self: a month
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const ScrTimeline *
scr_month_grid_get_timeline (ScrMonthGrid *self)
{
  return self->timeline;
}

/**
 * scr_month_grid_set_editable:
 * @self: a month
 * @editable: whether anything may be moved or made
 */
void
scr_month_grid_set_editable (ScrMonthGrid *self, gboolean editable)
{
  if (self->editable == editable)
    return;
  if (!editable)
    scr_month_grid_cancel_drag (self);
  self->editable = editable;
  scr_month_grid_show_days (self);
}

/**
 * scr_month_grid_set_narrow:
 * @self: a month
 * @narrow: whether dots stand for the chips
 */
void
scr_month_grid_set_narrow (ScrMonthGrid *self, gboolean narrow)
{
  if (self->narrow == narrow)
    return;
  scr_month_grid_cancel_drag (self);
  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  for (guint i = 0; i < 7; i++)
    gtk_label_set_xalign (GTK_LABEL (self->weekdays[i]), narrow ? 0.5f : 0);
  scr_month_grid_show_days (self);
  scr_month_grid_fit (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * scr_month_grid_set_holidays:
 * @self: a month
 * @holidays: (nullable): the record's holidays
 * @nation: (nullable): whose are shown
 */
void
scr_month_grid_set_holidays (ScrMonthGrid *self, ScrHolidays *holidays, const char *nation)
{
  if (holidays != NULL)
    scr_holidays_ref (holidays);
  g_clear_pointer (&self->holidays, scr_holidays_unref);
  self->holidays = holidays;
  g_free (self->nation);
  self->nation = g_strdup (nation);
  scr_month_grid_show_days (self);
}

/**
 * scr_month_grid_set_tell:
 * @self: a month
 * @tell: (nullable): tells what is to be known of a day while something is dragged over it
 * @user_data: what it is called with; must live as long as @self, or until another is set
 */
void
scr_month_grid_set_tell (ScrMonthGrid *self, ScrMonthTell tell, gpointer user_data)
{
  self->tell = tell;
  self->tell_data = user_data;
}

/* --- The widget --- */

static void
scr_month_grid_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ScrMonthGrid *self = SCR_MONTH_GRID (widget);
  int cell, chips = scr_month_grid_get_chip_height (self) + SCR_MONTH_GAP;

  gtk_widget_measure (self->days[0], orientation, -1, &cell, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = cell * 7;
      *natural = MAX (*minimum, 120 * 7);
      return;
    }
  *minimum = *natural = scr_month_grid_get_header_height (self) + (int)self->month.n_weeks * cell;
  if (self->narrow)
    return;
  *minimum += (int)self->month.n_weeks * (chips * LEAST_ROWS + SCR_MONTH_GAP);
  *natural += (int)self->month.n_weeks * (chips * WANTED_ROWS + SCR_MONTH_GAP);
}

static void
scr_month_grid_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  scr_month_grid_place (SCR_MONTH_GRID (widget));
}

static void
scr_month_grid_dispose (GObject *object)
{
  ScrMonthGrid *self = SCR_MONTH_GRID (object);
  GtkWidget *child;

  if (self->dragged != NULL)
    scr_month_grid_cancel_drag (self);
  self->dragged = self->label = self->ruler = NULL;
  g_ptr_array_set_size (self->shown, 0);
  g_hash_table_remove_all (self->marks);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->waiting, scr_timeline_free);
  g_clear_pointer (&self->timeline, scr_timeline_free);
  G_OBJECT_CLASS (scr_month_grid_parent_class)->dispose (object);
}

static void
scr_month_grid_finalize (GObject *object)
{
  ScrMonthGrid *self = SCR_MONTH_GRID (object);

  g_array_unref (self->order);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->shown);
  g_hash_table_unref (self->marks);
  g_clear_pointer (&self->holidays, scr_holidays_unref);
  g_free (self->nation);
  g_free (self->selected_id);
  g_free (self->clicked_id);
  G_OBJECT_CLASS (scr_month_grid_parent_class)->finalize (object);
}

static void
new_signal (GType type, const char *name, guint n_params, const GType *params)
{
  g_signal_newv (name, type, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                 (GType *)params);
}

static void
scr_month_grid_class_init (ScrMonthGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_OBJECT_CLASS_TYPE (klass);
  const GType item[] = {SCR_TYPE_ITEM}, moved[] = {G_TYPE_POINTER, G_TYPE_INT, G_TYPE_INT};
  const GType day[] = {G_TYPE_INT}, menu[] = {GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE, G_TYPE_INT};

  G_OBJECT_CLASS (klass)->dispose = scr_month_grid_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_month_grid_finalize;
  widget_class->measure = scr_month_grid_measure;
  widget_class->size_allocate = scr_month_grid_size_allocate;
  widget_class->focus = scr_month_grid_focus_in;
  gtk_widget_class_set_css_name (widget_class, "monthgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  new_signal (type, "viewed", 0, NULL);
  new_signal (type, "day-changed", 0, NULL);
  new_signal (type, "selection-changed", 0, NULL);
  new_signal (type, "entry-opened", 1, item);
  new_signal (type, "entry-moved", 3, moved);
  new_signal (type, "create-at", 1, day);
  new_signal (type, "menu-asked", 2, menu);
  scr_month_register_resource ();
}

static void
on_day_create (ScrMonthGrid *self, ScrMonthDay *day)
{
  scr_month_grid_set_current (self, scr_month_day_get_day (day));
  g_signal_emit_by_name (self, "create-at", scr_month_day_get_day (day));
}

static void
add_parts (ScrMonthGrid *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *day = scr_day_from_number (self->month.first + (int)i);
      g_autofree char *name = scr_format_weekday (NULL, day, TRUE);
      g_autofree char *whole = scr_format_weekday (NULL, day, FALSE);

      self->weekdays[i] = gtk_label_new (name);
      gtk_label_set_xalign (GTK_LABEL (self->weekdays[i]), 0);
      gtk_label_set_ellipsize (GTK_LABEL (self->weekdays[i]), PANGO_ELLIPSIZE_END);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->weekdays[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      whole, -1);
      gtk_widget_add_css_class (self->weekdays[i], "month-weekday");
      gtk_widget_set_parent (self->weekdays[i], widget);
    }
  for (guint i = 0; i < SCR_MONTH_N_DAYS; i++)
    {
      self->days[i] = scr_month_day_new ();
      g_signal_connect_object (self->days[i], "create", G_CALLBACK (on_day_create), self, G_CONNECT_SWAPPED);
      gtk_widget_set_parent (self->days[i], widget);
    }
  self->ruler = scr_timeline_mark_new ();
  gtk_widget_set_focusable (self->ruler, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->ruler), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_parent (self->ruler, widget);
  gtk_widget_set_child_visible (self->ruler, FALSE);
  self->dragged = scr_timeline_mark_new ();
  gtk_widget_set_focusable (self->dragged, FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->dragged), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  /* No tooltip over what the label tells already. */
  gtk_widget_set_can_target (self->dragged, FALSE);
  gtk_widget_add_css_class (self->dragged, "dragged");
  gtk_widget_set_parent (self->dragged, widget);
  gtk_widget_set_child_visible (self->dragged, FALSE);
  self->label = scr_timeline_label_new ();
  gtk_widget_set_parent (self->label, widget);
  gtk_widget_set_child_visible (self->label, FALSE);
}

static void
scr_month_grid_init (ScrMonthGrid *self)
{
  /* Any month, until the holder chooses. */
  scr_month_init (&self->month, 2019, 6, scr_month_get_first_weekday ());
  self->day = self->month.month_first;
  self->editable = TRUE;
  self->pressed = -1;
  self->order = g_array_new (FALSE, FALSE, sizeof (ScrMonthPlaced));
  self->pieces = g_array_new (FALSE, FALSE, sizeof (ScrMonthPiece));
  self->shown = g_ptr_array_new ();
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scr_common_ensure ();
  add_parts (self);
  /* After that of the chips, of which it alters some. */
  scr_common_add_style (STYLE_PATH);
  scr_month_grid_show_days (self);
  tell_month (self);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  scr_month_grid_add_pointer (self);
  scr_month_grid_add_keys (self);
}

/**
 * scr_month_grid_new:
 *
 * Returns: (transfer floating): a month that shows nothing yet
 */
GtkWidget *
scr_month_grid_new (void)
{
  return g_object_new (SCR_TYPE_MONTH_GRID, NULL);
}
