/* Dragging on the timeline: where an entry would go, and the label that tells it. See scr-timeline-canvas.h.
 */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TILT 2

/* --- What may be done --- */

gboolean
scr_timeline_canvas_can_move (ScrTimelineCanvas *self, const ScrTimelineEntry *entry)
{
  return self->editable && entry->movable;
}

/* What has no end yet has none to drag. */
gboolean
scr_timeline_canvas_can_stretch (ScrTimelineCanvas *self, const ScrTimelineEntry *entry)
{
  return self->editable && entry->stretchable && entry->last != G_MAXINT;
}

/* Only meetings belong to what a lane stands for by a field of their own. */
gboolean
scr_timeline_canvas_can_enter (ScrTimelineCanvas *self, const ScrTimelineEntry *entry, guint lane)
{
  return lane == entry->lane
         || (scr_timeline_canvas_can_move (self, entry) && entry->sort == SCR_TIMELINE_MEETINGS
             && scr_timeline_get_lane (self->timeline, lane)->field != NULL);
}

/* --- The label --- */

static GPtrArray *
list_told_lines (ScrTimelineCanvas *self, const ScrTimelineEntry *entry)
{
  GPtrArray *lines = scr_timeline_lines_new ();
  const char *holiday = scr_timeline_canvas_get_holiday (self, self->move.first);

  if (self->move.lane != entry->lane)
    {
      /* TRANSLATORS: while a meeting is dragged over another lane: %s is the lane */
      g_autofree char *text
          = g_strdup_printf (_ ("To %s"), scr_timeline_get_lane (self->timeline, self->move.lane)->title);

      scr_timeline_lines_add (lines, text, FALSE);
    }
  if (self->tell != NULL)
    self->tell (self, &self->move, lines, self->tell_data);
  else if (holiday != NULL)
    scr_timeline_lines_add (lines, holiday, TRUE);
  return lines;
}

static void
show_label (ScrTimelineCanvas *self)
{
  const ScrTimelineEntry *entry = self->move.entry;
  gboolean stretches = self->deed == SCR_TIMELINE_STRETCHING;
  int day = stretches ? self->move.last : self->move.first;
  g_autofree char *words = scr_time_format (NULL, SCR_TIME_DAY, day, 1, SCR_TIME_WHOLE);
  g_autofree char *distance = scr_time_format_distance (NULL, day - (stretches ? entry->last : entry->first));
  g_autoptr (GPtrArray) lines = list_told_lines (self, entry);

  if (stretches)
    {
      /* TRANSLATORS: while the end of a meeting is dragged: %s is its last day */
      g_autofree char *until = g_strdup_printf (_ ("Until %s"), words);

      scr_timeline_label_show (self->label, until, distance, lines);
    }
  else
    scr_timeline_label_show (self->label, words, distance, lines);
}

/* --- Dragging --- */

static void
set_ghost (ScrTimelineCanvas *self, gboolean ghost)
{
  ScrTimelineFace *face
      = self->pressed >= 0 ? scr_timeline_canvas_find_face (self, (guint)self->pressed) : NULL;

  if (face != NULL && !face->is_gathering)
    scr_timeline_mark_set_class (SCR_TIMELINE_MARK (face->chip), "ghost", ghost);
}

void
scr_timeline_canvas_begin_drag (ScrTimelineCanvas *self)
{
  const ScrTimelineEntry *entry = scr_timeline_get_entry (self->timeline, (guint)self->pressed);
  const ScrTimelineFace *face = scr_timeline_canvas_find_face (self, (guint)self->pressed);
  GdkRectangle area;

  if (face == NULL)
    {
      self->deed = SCR_TIMELINE_PRESSED;
      return;
    }
  scr_timeline_canvas_get_face_area (self, face, &area);
  self->grab_x = self->press_x - area.x;
  self->grab_y = self->press_y - area.y;
  self->grab_width = area.width;
  self->move = (ScrTimelineMove) {entry, entry->lane, entry->first, entry->last};
  self->has_move = TRUE;
  scr_timeline_mark_show (SCR_TIMELINE_MARK (self->dragged), entry);
  scr_timeline_canvas_show_child (self->dragged, TRUE);
  scr_timeline_canvas_show_child (self->label, TRUE);
  set_ghost (self, TRUE);
  show_label (self);
}

static guint
find_target_lane (ScrTimelineCanvas *self, const ScrTimelineEntry *entry)
{
  int lane = scr_timeline_canvas_find_lane (self, self->pointer_y - self->scale_height + self->y);

  return lane >= 0 && scr_timeline_canvas_can_enter (self, entry, (guint)lane) ? (guint)lane : entry->lane;
}

/* Whether the pointer has left the timeline: letting go there puts everything back. */
gboolean
scr_timeline_canvas_is_outside (ScrTimelineCanvas *self)
{
  return self->pointer_x < 0 || self->pointer_x >= gtk_widget_get_width (GTK_WIDGET (self))
         || self->pointer_y < 0 || self->pointer_y >= gtk_widget_get_height (GTK_WIDGET (self));
}

void
scr_timeline_canvas_drag_to (ScrTimelineCanvas *self)
{
  const ScrTimelineEntry *entry = self->move.entry;
  double pressed
      = self->press_start
        + scr_timeline_canvas_to_along (self, self->press_x) / scr_timeline_canvas_get_px_a_day (self);
  int days = (int)round (scr_timeline_canvas_to_day (self, self->pointer_x) - pressed);
  ScrTimelineMove move = {entry, entry->lane, entry->first, entry->last};

  if (scr_timeline_canvas_is_outside (self))
    days = 0;
  else if (self->deed == SCR_TIMELINE_MOVING)
    move.lane = find_target_lane (self, entry);
  if (self->deed == SCR_TIMELINE_STRETCHING)
    move.last = MAX (entry->last + days, entry->first);
  else
    {
      move.first = entry->first + days;
      if (entry->last != G_MAXINT)
        move.last = entry->last + days;
    }
  if (move.lane != self->move.lane || move.first != self->move.first || move.last != self->move.last)
    {
      self->move = move;
      show_label (self);
    }
  gtk_widget_queue_allocate (self->body);
  gtk_widget_queue_draw (self->body);
}

/* Puts everything back; what was dragged is told by whoever asked for this. */
void
scr_timeline_canvas_end_drag (ScrTimelineCanvas *self)
{
  if (!self->has_move)
    return;
  self->has_move = FALSE;
  set_ghost (self, FALSE);
  scr_timeline_mark_show (SCR_TIMELINE_MARK (self->dragged), NULL);
  scr_timeline_canvas_show_child (self->dragged, FALSE);
  scr_timeline_canvas_show_child (self->label, FALSE);
  gtk_widget_queue_draw (self->body);
}

/* --- Its place --- */

static gboolean
are_animations_on (ScrTimelineCanvas *self)
{
  gboolean on;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &on, NULL);
  return on;
}

static void
place_stretched (ScrTimelineCanvas *self, double *x, double *y, double *width)
{
  const ScrTimelineFace *face = scr_timeline_canvas_find_face (self, (guint)self->pressed);
  double from = scr_timeline_canvas_day_to_along (self, self->move.first);
  double until = scr_timeline_canvas_day_to_along (self, self->move.last + 1);

  *width = fmax (until - from, 12);
  *x = scr_timeline_canvas_is_rtl (self) ? gtk_widget_get_width (self->body) - from - *width : from;
  *y = face != NULL ? face->y - self->y : self->pointer_y - self->scale_height - self->grab_y;
}

void
scr_timeline_canvas_place_dragged (ScrTimelineCanvas *self)
{
  double x, y, width = self->grab_width;
  GskTransform *transform;

  if (!self->has_move)
    return;
  if (self->deed == SCR_TIMELINE_STRETCHING)
    place_stretched (self, &x, &y, &width);
  else
    {
      x = self->pointer_x - self->grab_x - (scr_timeline_canvas_is_rtl (self) ? 0 : self->head_width);
      y = self->pointer_y - self->scale_height - self->grab_y;
    }
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)round (x), (float)round (y)));
  if (self->deed == SCR_TIMELINE_MOVING && are_animations_on (self))
    transform = gsk_transform_rotate (transform, TILT);
  scr_timeline_mark_set_span (SCR_TIMELINE_MARK (self->dragged), 0, width,
                              scr_timeline_canvas_get_px_a_day (self));
  gtk_widget_allocate (self->dragged, (int)width, (int)self->chip_height, -1, transform);
  scr_timeline_label_place (self->label, &(GdkRectangle) {(int)x, (int)y, (int)width, (int)self->chip_height},
                            gtk_widget_get_width (self->body), gtk_widget_get_height (self->body));
}

/* --- By keys and menus --- */

static gboolean
move_to (ScrTimelineCanvas *self, ScrTimelineMove *move)
{
  if (move->first < scr_time_least_day () || move->first > scr_time_most_day ())
    return FALSE;
  scr_timeline_canvas_emit_moved (self, move);
  return TRUE;
}

/* The next lane that takes the entry. */
static int
find_other_lane (ScrTimelineCanvas *self, const ScrTimelineEntry *entry, int lanes)
{
  int by = lanes > 0 ? 1 : -1;

  for (int lane = (int)entry->lane + by; lane >= 0 && lane < (int)self->timeline->lanes->len; lane += by)
    if (scr_timeline_canvas_can_enter (self, entry, (guint)lane))
      return lane;
  return -1;
}

/**
 * scr_timeline_canvas_move_selected:
 * @self: a canvas
 * @days: how many days later; below 0 earlier
 * @lanes: 1 for the next lane that takes it, -1 for the one before, 0 for its own
 *
 * Tells "entry-moved" for what is selected, if it may be moved so.
 */
void
scr_timeline_canvas_move_selected (ScrTimelineCanvas *self, int days, int lanes)
{
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self);
  ScrTimelineMove move;
  int lane;

  if (entry == NULL || !scr_timeline_canvas_can_move (self, entry))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  lane = lanes != 0 ? find_other_lane (self, entry, lanes) : (int)entry->lane;
  move = (ScrTimelineMove) {entry, (guint)MAX (lane, 0), entry->first + days,
                            entry->last == G_MAXINT ? G_MAXINT : entry->last + days};
  if (lane < 0 || !move_to (self, &move))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/**
 * scr_timeline_canvas_stretch_selected:
 * @self: a canvas
 * @days: how many days longer; below 0 shorter
 *
 * Tells "entry-moved" for what is selected, if its end may be altered so.
 */
void
scr_timeline_canvas_stretch_selected (ScrTimelineCanvas *self, int days)
{
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self);
  ScrTimelineMove move;

  if (entry == NULL || !scr_timeline_canvas_can_stretch (self, entry) || entry->last + days < entry->first)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  move = (ScrTimelineMove) {entry, entry->lane, entry->first, entry->last + days};
  scr_timeline_canvas_emit_moved (self, &move);
}
