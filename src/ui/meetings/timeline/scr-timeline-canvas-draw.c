/* What of the timeline is drawn around the chips: free days, the grid, today's line, what is being dragged.
 * See scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include <math.h>

/* Narrower days are not shaded, px: nobody could tell them apart. */
#define LEAST_WEEK_END 3
#define LEAST_HOLIDAY 1.5
/* A holiday is hatched this wide at least, px. */
#define LEAST_HATCH 4
#define HATCH 6

GdkRGBA
scr_timeline_rgba (ScrInk ink, float alpha)
{
  return (GdkRGBA) {(float)((ink >> 16) & 0xff) / 255, (float)((ink >> 8) & 0xff) / 255,
                    (float)(ink & 0xff) / 255, alpha};
}

const ScrInks *
scr_timeline_get_inks (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  return scr_inks_get_screen (adw_style_manager_get_dark (manager),
                              adw_style_manager_get_high_contrast (manager));
}

static gboolean
is_high_contrast (void)
{
  return adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
}

/* Where something of this width lies in the body, as seen. */
static double
turn (ScrTimelineCanvas *self, double along, double width)
{
  return scr_timeline_canvas_is_rtl (self) ? gtk_widget_get_width (self->body) - along - width : along;
}

/* In the body. */
void
scr_timeline_canvas_fill (ScrTimelineCanvas *self,
                          GtkSnapshot *snapshot,
                          const GdkRGBA *color,
                          double along,
                          double y,
                          double width,
                          double height)
{
  gtk_snapshot_append_color (
      snapshot, color,
      &GRAPHENE_RECT_INIT ((float)turn (self, along, width), (float)y, (float)width, (float)height));
}

/* --- Free days --- */

static void
draw_hatch (ScrTimelineCanvas *self, GtkSnapshot *snapshot, const GdkRGBA *ink, double along, double width)
{
  float x = (float)turn (self, along, width), height = (float)gtk_widget_get_height (self->body);
  cairo_t *cr;

  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT (x, 0, (float)width, height),
                            &GRAPHENE_RECT_INIT (x, 0, HATCH, HATCH));
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x, 0, HATCH, HATCH));
  gdk_cairo_set_source_rgba (cr, ink);
  cairo_set_line_width (cr, 1.5);
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (cr, x + i * HATCH - 1, HATCH + 1);
      cairo_line_to (cr, x + (i + 1) * HATCH + 1, -1);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
}

/* Saturday and Sunday in one. */
static void
draw_week_ends (ScrTimelineCanvas *self, GtkSnapshot *snapshot, const ScrInks *inks, int first, int last)
{
  double px_a_day = scr_timeline_canvas_get_px_a_day (self), height = gtk_widget_get_height (self->body);
  GdkRGBA shade = scr_timeline_rgba (inks->text, is_high_contrast () ? 0.12f : 0.045f);

  if (px_a_day < LEAST_WEEK_END)
    return;
  for (int day = scr_time_floor (SCR_TIME_WEEK, first, 1) + 5; day <= last; day += 7)
    {
      double from = floor (scr_timeline_canvas_day_to_along (self, day));
      double until = floor (scr_timeline_canvas_day_to_along (self, day + 2));

      scr_timeline_canvas_fill (self, snapshot, &shade, from, 0, until - from, height);
    }
}

static void
draw_holidays (ScrTimelineCanvas *self, GtkSnapshot *snapshot, const ScrInks *inks, int first, int last)
{
  double px_a_day = scr_timeline_canvas_get_px_a_day (self);
  GdkRGBA ink = scr_timeline_rgba (inks->text, is_high_contrast () ? 0.7f : 0.3f);

  if (px_a_day < LEAST_HOLIDAY || self->holidays == NULL)
    return;
  for (int day = first; day <= last; day++)
    if (scr_timeline_canvas_get_holiday (self, day) != NULL)
      {
        double along = floor (scr_timeline_canvas_day_to_along (self, day));

        draw_hatch (self, snapshot, &ink, along, fmax (ceil (px_a_day), LEAST_HATCH));
      }
}

/* --- The grid --- */

static void
draw_ticks (ScrTimelineCanvas *self,
            GtkSnapshot *snapshot,
            ScrTimeUnit unit,
            const GdkRGBA *color,
            int first,
            int last)
{
  double height = gtk_widget_get_height (self->body);

  for (int day = scr_time_floor (unit, first, self->year_start); day <= last;
       day = scr_time_next (unit, day, self->year_start))
    scr_timeline_canvas_fill (self, snapshot, color, floor (scr_timeline_canvas_day_to_along (self, day)), 0,
                              1, height);
}

static void
draw_grid (ScrTimelineCanvas *self, GtkSnapshot *snapshot, const ScrInks *inks, int first, int last)
{
  GdkRGBA light = scr_timeline_rgba (inks->text, is_high_contrast () ? 0.3f : 0.07f);
  GdkRGBA strong = scr_timeline_rgba (inks->text, is_high_contrast () ? 0.6f : 0.18f);
  GdkRGBA rule = scr_timeline_rgba (inks->text, is_high_contrast () ? 0.6f : 0.12f);
  ScrTimeUnit lower = scr_timeline_canvas_choose_unit (self), upper = scr_time_choose_upper (lower);
  guint lane, end;

  draw_ticks (self, snapshot, lower, &light, first, last);
  if (upper != SCR_TIME_N_UNITS)
    draw_ticks (self, snapshot, upper, &strong, first, last);
  if (self->timeline == NULL || !scr_timeline_canvas_list_lanes (self, &lane, &end))
    return;
  for (; lane < end; lane++)
    {
      const ScrTimelineRow *row = scr_timeline_canvas_get_row (self, lane);

      scr_timeline_canvas_fill (self, snapshot, &rule, 0, round (row->y + row->height - self->y) - 1,
                                gtk_widget_get_width (self->body), 1);
    }
}

/* --- Where something is going --- */

static gboolean
is_going (ScrTimelineCanvas *self)
{
  return self->has_move && (self->deed == SCR_TIMELINE_MOVING || self->deed == SCR_TIMELINE_STRETCHING);
}

static void
draw_target (ScrTimelineCanvas *self,
             GtkSnapshot *snapshot,
             const ScrInks *inks,
             guint lane,
             int first,
             int last)
{
  const ScrTimelineRow *row = scr_timeline_canvas_get_row (self, lane);
  GdkRGBA tint = scr_timeline_rgba (inks->accent, 0.08f), strong = scr_timeline_rgba (inks->accent, 0.22f);
  GdkRGBA edge = scr_timeline_rgba (inks->accent, 1);
  double y = round (row->y - self->y), width = gtk_widget_get_width (self->body);
  double from = scr_timeline_canvas_day_to_along (self, first);
  double days = last == G_MAXINT ? width : (last - first + 1) * scr_timeline_canvas_get_px_a_day (self);

  scr_timeline_canvas_fill (self, snapshot, &tint, 0, y, width, row->height);
  scr_timeline_canvas_fill (self, snapshot, &edge, 0, y, width, 1);
  scr_timeline_canvas_fill (self, snapshot, &edge, 0, y + row->height - 2, width, 1);
  scr_timeline_canvas_fill (self, snapshot, &strong, floor (from), y, fmax (ceil (days), 2), row->height - 1);
}

/* A dashed line down the day where it would begin, or end. */
static void
draw_target_day (ScrTimelineCanvas *self, GtkSnapshot *snapshot, const ScrInks *inks)
{
  int day = self->deed == SCR_TIMELINE_STRETCHING ? self->move.last + 1 : self->move.first;
  double along = floor (scr_timeline_canvas_day_to_along (self, day)),
         height = gtk_widget_get_height (self->body);
  GdkRGBA edge = scr_timeline_rgba (inks->accent, 1);

  for (double y = 0; y < height; y += 9)
    scr_timeline_canvas_fill (self, snapshot, &edge, along, y, 2, 6);
}

static void
draw_new_span (ScrTimelineCanvas *self, GtkSnapshot *snapshot, const ScrInks *inks)
{
  int day = (int)floor (scr_timeline_canvas_to_day (self, self->pointer_x));

  draw_target (self, snapshot, inks, self->pressed_lane, MIN (day, self->pressed_day),
               MAX (day, self->pressed_day));
}

/* --- All of it --- */

static void
draw_today (ScrTimelineCanvas *self, GtkSnapshot *snapshot, const ScrInks *inks)
{
  double along
      = self->timeline != NULL ? scr_timeline_canvas_day_to_along (self, self->timeline->today) : -10;
  GdkRGBA ink = scr_timeline_rgba (inks->text, 0.85f);

  if (along >= -2 && along <= gtk_widget_get_width (self->body))
    scr_timeline_canvas_fill (self, snapshot, &ink, floor (along), 0, 2, gtk_widget_get_height (self->body));
}

static void
draw_dragged (ScrTimelineCanvas *self, GtkSnapshot *snapshot, const ScrInks *inks)
{
  if (!is_going (self))
    return;
  draw_target_day (self, snapshot, inks);
  gtk_widget_snapshot_child (self->body, self->dragged, snapshot);
  gtk_widget_snapshot_child (self->body, self->label, snapshot);
}

void
scr_timeline_canvas_draw_body (gpointer canvas, GtkSnapshot *snapshot)
{
  ScrTimelineCanvas *self = canvas;
  const ScrInks *inks = scr_timeline_get_inks ();
  int first, last;

  scr_timeline_canvas_get_visible_days (self, &first, &last);
  draw_week_ends (self, snapshot, inks, first, last);
  draw_holidays (self, snapshot, inks, first, last);
  draw_grid (self, snapshot, inks, first, last);
  if (is_going (self))
    draw_target (self, snapshot, inks, self->move.lane, self->move.first, self->move.last);
  else if (self->deed == SCR_TIMELINE_CREATING)
    draw_new_span (self, snapshot, inks);
  /* Beneath what has words. */
  draw_today (self, snapshot, inks);
  scr_timeline_pane_draw_children (SCR_TIMELINE_PANE (self->body), snapshot);
  draw_dragged (self, snapshot, inks);
}
