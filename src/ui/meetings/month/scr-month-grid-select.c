/* What is selected in the month, and what has the keyboard. See scr-month-grid.h. */
#include "config.h"

#include "scr-month-grid-private.h"

/* --- Selection --- */

/**
 * scr_month_grid_select:
 * @self: a month
 * @id: (nullable): identity of what is selected from now on
 */
void
scr_month_grid_select (ScrMonthGrid *self, const char *id)
{
  if (g_strcmp0 (id, self->selected_id) == 0)
    return;
  g_free (self->selected_id);
  self->selected_id = g_strdup (id);
  scr_month_grid_show_selected (self);
  scr_month_grid_emit_selection (self);
}

/**
 * scr_month_grid_get_selected:
 * @self: a month
 *
 * Returns: (transfer none) (nullable): what is selected, if the timeline holds it
 */
const ScrTimelineEntry *
scr_month_grid_get_selected (ScrMonthGrid *self)
{
  int index = self->timeline != NULL && self->selected_id != NULL
                  ? scr_timeline_find (self->timeline, self->selected_id)
                  : -1;

  return index >= 0 ? scr_timeline_get_entry (self->timeline, (guint)index) : NULL;
}

/**
 * scr_month_grid_focus_day:
 * @self: a month
 *
 * Gives the keyboard to the current day.
 *
 * Returns: whether it has it
 */
gboolean
scr_month_grid_focus_day (ScrMonthGrid *self)
{
  GtkWidget *day = scr_month_grid_get_day_widget (self, self->day);

  return gtk_widget_grab_focus (day != NULL ? day : self->days[0]);
}

/**
 * scr_month_grid_focus_selected:
 * @self: a month
 *
 * Returns: whether what is selected is seen; it has the keyboard then
 */
gboolean
scr_month_grid_focus_selected (ScrMonthGrid *self)
{
  GtkWidget *chip = self->selected_id != NULL ? scr_month_grid_get_chip (self, self->selected_id) : NULL;

  return chip != NULL ? gtk_widget_grab_focus (chip)
                      : scr_month_grid_get_selected (self) != NULL && scr_month_grid_focus_day (self);
}

/* --- What is seen --- */

/**
 * scr_month_grid_get_chip:
 * @self: a month
 * @id: identity of a thing
 *
 * Returns: (transfer none) (nullable): its first chip, if it is seen
 */
GtkWidget *
scr_month_grid_get_chip (ScrMonthGrid *self, const char *id)
{
  for (guint i = 0; i < self->shown->len; i++)
    if (g_ptr_array_index (self->shown, i) != NULL
        && g_strcmp0 (id, scr_month_grid_get_id (scr_month_grid_get_entry (self, (int)i))) == 0)
      return g_ptr_array_index (self->shown, i);
  return NULL;
}

/**
 * scr_month_grid_get_day_widget:
 * @self: a month
 * @day: a day
 *
 * Returns: (transfer none) (nullable): its ScrMonthDay, if it is seen
 */
GtkWidget *
scr_month_grid_get_day_widget (ScrMonthGrid *self, int day)
{
  return day >= self->month.first && day <= self->month.last ? self->days[day - self->month.first] : NULL;
}

/**
 * scr_month_grid_get_more:
 * @self: a month
 * @day: a day
 *
 * Returns: (transfer none) (nullable): its "+3", if there is no room for all
 */
GtkWidget *
scr_month_grid_get_more (ScrMonthGrid *self, int day)
{
  GtkWidget *more
      = day >= self->month.first && day <= self->month.last ? self->more[day - self->month.first] : NULL;

  return more != NULL && gtk_widget_get_child_visible (more) ? more : NULL;
}
