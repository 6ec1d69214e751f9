/* Which days of the timeline are seen, and how near. See scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include <math.h>

/* As in the design: five months. */
#define FIRST_DAYS 147
/* Today stands here when it is brought into view, as a part of the width. */
#define TODAY_PLACE 0.4

gboolean
scr_timeline_canvas_is_rtl (ScrTimelineCanvas *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

double
scr_timeline_canvas_get_body_width (ScrTimelineCanvas *self)
{
  return fmax (gtk_widget_get_width (GTK_WIDGET (self)) - self->head_width, 1);
}

double
scr_timeline_canvas_get_body_height (ScrTimelineCanvas *self)
{
  return fmax (gtk_widget_get_height (GTK_WIDGET (self)) - self->scale_height, 1);
}

double
scr_timeline_canvas_get_px_a_day (ScrTimelineCanvas *self)
{
  return scr_timeline_canvas_get_body_width (self) / self->days;
}

/* From px of the canvas, as seen, to px along the body. */
double
scr_timeline_canvas_to_along (ScrTimelineCanvas *self, double x)
{
  if (scr_timeline_canvas_is_rtl (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x;
  return x - self->head_width;
}

double
scr_timeline_canvas_to_day (ScrTimelineCanvas *self, double x)
{
  return self->start + scr_timeline_canvas_to_along (self, x) / scr_timeline_canvas_get_px_a_day (self);
}

double
scr_timeline_canvas_day_to_along (ScrTimelineCanvas *self, double day)
{
  return (day - self->start) * scr_timeline_canvas_get_px_a_day (self);
}

static void
set_days (ScrTimelineCanvas *self, double start, double days)
{
  gboolean zoomed;

  days = CLAMP (days, SCR_TIME_LEAST_DAYS, SCR_TIME_MOST_DAYS);
  start = CLAMP (start, scr_time_least_day (), scr_time_most_day () + 1 - days);
  zoomed = days != self->days;
  self->placed = TRUE;
  if (!zoomed && start == self->start)
    return;
  self->start = start;
  self->days = days;
  scr_timeline_canvas_view_changed (self);
  if (zoomed)
    g_object_notify (G_OBJECT (self), "zoom");
}

/* What lies at a place of the canvas stays there. */
void
scr_timeline_canvas_zoom_around (ScrTimelineCanvas *self, double days, double x)
{
  double fixed = scr_timeline_canvas_to_day (self, x);
  double part = (fixed - self->start) / self->days;

  days = CLAMP (days, SCR_TIME_LEAST_DAYS, SCR_TIME_MOST_DAYS);
  set_days (self, fixed - part * days, days);
}

void
scr_timeline_canvas_pan_by (ScrTimelineCanvas *self, double days)
{
  set_days (self, self->start + days, self->days);
}

void
scr_timeline_canvas_scroll_by (ScrTimelineCanvas *self, double dy)
{
  double most = fmax (self->content_height - scr_timeline_canvas_get_body_height (self), 0);
  double y = CLAMP (self->y + dy, 0, most);

  if (y == self->y)
    return;
  self->y = y;
  scr_timeline_canvas_update (self);
}

/* When the first timeline comes, and nobody said what is to be seen of it. */
void
scr_timeline_canvas_choose_days (ScrTimelineCanvas *self)
{
  if (self->placed || self->timeline == NULL)
    return;
  self->days = FIRST_DAYS;
  self->start = self->timeline->today - TODAY_PLACE * self->days;
  self->placed = TRUE;
}

/**
 * scr_timeline_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: how many days lie across
 */
double
scr_timeline_canvas_get_zoom (ScrTimelineCanvas *self)
{
  return self->days;
}

/**
 * scr_timeline_canvas_set_zoom:
 * @self: a canvas
 * @days: how many days are to lie across, from a week to five years
 *
 * The middle stays where it is.
 */
void
scr_timeline_canvas_set_zoom (ScrTimelineCanvas *self, double days)
{
  double middle = self->start + self->days / 2;

  days = CLAMP (days, SCR_TIME_LEAST_DAYS, SCR_TIME_MOST_DAYS);
  set_days (self, middle - days / 2, days);
}

/**
 * scr_timeline_canvas_zoom_by:
 * @self: a canvas
 * @steps: how often to go nearer; below 0 away
 */
void
scr_timeline_canvas_zoom_by (ScrTimelineCanvas *self, int steps)
{
  scr_timeline_canvas_set_zoom (self, scr_time_step_zoom (self->days, steps));
}

/**
 * scr_timeline_canvas_show_day:
 * @self: a canvas
 * @day: a day
 *
 * Brings it to where today stands in a new timeline.
 */
void
scr_timeline_canvas_show_day (ScrTimelineCanvas *self, int day)
{
  set_days (self, day - TODAY_PLACE * self->days, self->days);
}

/**
 * scr_timeline_canvas_show_today:
 * @self: a canvas
 */
void
scr_timeline_canvas_show_today (ScrTimelineCanvas *self)
{
  if (self->timeline != NULL)
    scr_timeline_canvas_show_day (self, self->timeline->today);
}

/**
 * scr_timeline_canvas_fit_year:
 * @self: a canvas
 *
 * Shows the programme year in which the middle of the view lies, whole.
 */
void
scr_timeline_canvas_fit_year (ScrTimelineCanvas *self)
{
  int middle = (int)floor (self->start + self->days / 2);
  int first, next;

  if (self->timeline != NULL && self->timeline->today >= self->start
      && self->timeline->today < self->start + self->days)
    middle = self->timeline->today;
  first = scr_time_floor (SCR_TIME_YEAR, middle, self->year_start);
  next = scr_time_next (SCR_TIME_YEAR, middle, self->year_start);
  set_days (self, first, next - first);
}

/**
 * scr_timeline_canvas_set_visible_days:
 * @self: a canvas
 * @first: the day at the start edge, with its part
 * @days: how many lie across
 *
 * What a holder remembered: scr_timeline_canvas_get_start() and scr_timeline_canvas_get_zoom().
 */
void
scr_timeline_canvas_set_visible_days (ScrTimelineCanvas *self, double first, double days)
{
  set_days (self, first, days);
}

/**
 * scr_timeline_canvas_get_visible_days:
 * @self: a canvas
 * @first: (out): the first day that is seen
 * @last: (out): the last one
 */
void
scr_timeline_canvas_get_visible_days (ScrTimelineCanvas *self, int *first, int *last)
{
  *first = (int)floor (self->start);
  *last = (int)ceil (self->start + self->days) - 1;
}

/**
 * scr_timeline_canvas_get_start:
 * @self: a canvas
 *
 * Returns: the day at the start edge, with its part
 */
double
scr_timeline_canvas_get_start (ScrTimelineCanvas *self)
{
  return self->start;
}
