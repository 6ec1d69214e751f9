/* Dragging in the month: to which day an entry would go, and the label that tells it. See scr-month-grid.h.
 */
#include "config.h"

#include "scr-month-grid-private.h"

#include "scr-time-scale.h"

#include <math.h>

#define TILT 2

gboolean
scr_month_grid_can_move (ScrMonthGrid *self, const ScrTimelineEntry *entry)
{
  return self->editable && entry->movable;
}

static void
show_label (ScrMonthGrid *self)
{
  g_autofree char *words = scr_time_format (NULL, SCR_TIME_DAY, self->move_first, 1, SCR_TIME_WHOLE);
  g_autofree char *distance = scr_time_format_distance (NULL, self->move_first - self->moved->first);
  const char *holiday = scr_month_grid_get_holiday (self, self->move_first);
  g_autoptr (GPtrArray) lines = scr_timeline_lines_new ();

  if (self->tell != NULL)
    self->tell (self->moved, self->move_first, self->move_last, lines, self->tell_data);
  else if (holiday != NULL)
    scr_timeline_lines_add (lines, holiday, TRUE);
  scr_timeline_label_show (self->label, words, distance, lines);
}

/* The days where it would land. */
static void
show_target (ScrMonthGrid *self)
{
  for (guint i = 0; i < SCR_MONTH_N_DAYS; i++)
    {
      int day = self->month.first + (int)i;

      scr_month_day_set_class (SCR_MONTH_DAY (self->days[i]), "drop",
                               self->moved != NULL && day >= self->move_first && day <= self->move_last);
    }
}

static void
set_ghost (ScrMonthGrid *self, gboolean ghost)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_ptr_array_index (self->shown, i) != NULL && scr_month_grid_get_entry (self, (int)i) == self->moved)
      scr_timeline_mark_set_class (g_ptr_array_index (self->shown, i), "ghost", ghost);
}

/* By what the button went down on. */
void
scr_month_grid_begin_drag (ScrMonthGrid *self)
{
  GtkWidget *mark = g_ptr_array_index (self->shown, (guint)self->pressed);
  graphene_rect_t bounds;

  self->moved = scr_month_grid_get_entry (self, self->pressed);
  self->move_first = self->moved->first;
  self->move_last = self->moved->last;
  if (gtk_widget_compute_bounds (mark, GTK_WIDGET (self), &bounds))
    {
      self->grab_x = self->press_x - bounds.origin.x;
      self->grab_y = self->press_y - bounds.origin.y;
      self->grab_width = bounds.size.width;
    }
  scr_timeline_mark_show (SCR_TIMELINE_MARK (self->dragged), self->moved);
  gtk_widget_set_child_visible (self->dragged, TRUE);
  gtk_widget_set_child_visible (self->label, TRUE);
  set_ghost (self, TRUE);
  show_target (self);
  show_label (self);
}

void
scr_month_grid_drag_to (ScrMonthGrid *self)
{
  int day = scr_month_grid_find_day (self, self->pointer_x, self->pointer_y);
  int first = day != 0 ? self->moved->first + day - self->pressed_day : self->moved->first;

  if (first != self->move_first)
    {
      self->move_first = first;
      self->move_last
          = self->moved->last == G_MAXINT ? G_MAXINT : self->moved->last + first - self->moved->first;
      show_target (self);
      show_label (self);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Puts everything back; what was dragged is told by whoever asked for this. */
void
scr_month_grid_end_drag (ScrMonthGrid *self)
{
  if (self->moved == NULL)
    return;
  set_ghost (self, FALSE);
  self->moved = NULL;
  show_target (self);
  scr_timeline_mark_show (SCR_TIMELINE_MARK (self->dragged), NULL);
  gtk_widget_set_child_visible (self->dragged, FALSE);
  gtk_widget_set_child_visible (self->label, FALSE);
}

static gboolean
are_animations_on (ScrMonthGrid *self)
{
  gboolean on;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &on, NULL);
  return on;
}

void
scr_month_grid_place_dragged (ScrMonthGrid *self)
{
  int height = scr_month_grid_get_chip_height (self), least;
  double x = round (self->pointer_x - self->grab_x), y = round (self->pointer_y - self->grab_y);
  GskTransform *transform;

  if (self->moved == NULL)
    return;
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  if (are_animations_on (self))
    transform = gsk_transform_rotate (transform, TILT);
  gtk_widget_measure (self->dragged, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_allocate (self->dragged, (int)self->grab_width, height, -1, transform);
  scr_timeline_label_place (self->label, &(GdkRectangle) {(int)x, (int)y, (int)self->grab_width, height},
                            gtk_widget_get_width (GTK_WIDGET (self)),
                            gtk_widget_get_height (GTK_WIDGET (self)));
}

/* --- By keys and menus --- */

static gboolean
is_within_time (int day)
{
  return day >= scr_time_least_day () && day <= scr_time_most_day ();
}

/**
 * scr_month_grid_move_selected:
 * @self: a month
 * @days: how many days later; below 0 earlier
 *
 * Tells "entry-moved" for what is selected, if it may be moved so.
 */
void
scr_month_grid_move_selected (ScrMonthGrid *self, int days)
{
  const ScrTimelineEntry *entry = scr_month_grid_get_selected (self);

  if (entry == NULL || !scr_month_grid_can_move (self, entry) || !is_within_time (entry->first + days))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    scr_month_grid_emit_moved (self, entry, entry->first + days,
                               entry->last == G_MAXINT ? G_MAXINT : entry->last + days);
}

/**
 * scr_month_grid_stretch_selected:
 * @self: a month
 * @days: how many days longer; below 0 shorter
 *
 * Tells "entry-moved" for what is selected, if its end may be altered so.
 */
void
scr_month_grid_stretch_selected (ScrMonthGrid *self, int days)
{
  const ScrTimelineEntry *entry = scr_month_grid_get_selected (self);

  if (entry == NULL || !self->editable || !entry->stretchable || entry->last == G_MAXINT
      || entry->last + days < entry->first || !is_within_time (entry->last + days))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    scr_month_grid_emit_moved (self, entry, entry->first, entry->last + days);
}

/**
 * scr_month_grid_is_dragging:
 * @self: a month
 *
 * Returns: whether something is being dragged
 */
gboolean
scr_month_grid_is_dragging (ScrMonthGrid *self)
{
  return self->moved != NULL;
}
