/* The timeline by pointer: pan, zoom, select, drag, create. See scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include <math.h>

/* A drag begins after this, px. */
#define DRAG_START 8
/* So near to its end a chip is lengthened, px. */
#define END_REACH 8
/* A drag this near to the edge scrolls, px, and how far in a frame. */
#define EDGE 36
#define EDGE_STEP 12
#define WHEEL_STEP 60
#define ZOOM_STEP 1.2

/* --- What lies under the pointer --- */

static gboolean
is_on_end (ScrTimelineCanvas *self, const ScrTimelineFace *face, double x)
{
  GdkRectangle area;

  if (face == NULL || face->is_gathering
      || !scr_timeline_canvas_can_stretch (self, scr_timeline_get_entry (self->timeline, face->entry)))
    return FALSE;
  scr_timeline_canvas_get_face_area (self, face, &area);
  if (area.width < END_REACH * 3)
    return FALSE;
  return scr_timeline_canvas_is_rtl (self) ? x < area.x + END_REACH : x >= area.x + area.width - END_REACH;
}

static gboolean
is_on_scale (ScrTimelineCanvas *self, double x, double y)
{
  return y < self->scale_height && scr_timeline_canvas_to_along (self, x) >= 0;
}

static void
find_place (ScrTimelineCanvas *self, double x, double y, ScrTimelinePlace *place)
{
  place->lane
      = y >= self->scale_height ? scr_timeline_canvas_find_lane (self, y - self->scale_height + self->y) : -1;
  place->first = place->last = (int)floor (scr_timeline_canvas_to_day (self, x));
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, ScrTimelineCanvas *self)
{
  const char *cursor = NULL;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->deed != SCR_TIMELINE_IDLE || self->timeline == NULL)
    return;
  if (is_on_scale (self, x, y))
    cursor = "grab";
  else if (is_on_end (self, scr_timeline_canvas_find_face_at (self, x, y), x))
    cursor = "ew-resize";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/* --- Near the edge --- */

static double
get_edge_step (double place, double from, double until)
{
  if (place < from + EDGE)
    return -EDGE_STEP;
  return place > until - EDGE ? EDGE_STEP : 0;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (widget);
  double along = scr_timeline_canvas_to_along (self, self->pointer_x);
  double dx = get_edge_step (along, 0, scr_timeline_canvas_get_body_width (self));
  double dy = get_edge_step (self->pointer_y, self->scale_height, gtk_widget_get_height (widget));

  if (self->deed != SCR_TIMELINE_MOVING)
    dy = 0;
  if (dx != 0)
    scr_timeline_canvas_pan_by (self, dx / scr_timeline_canvas_get_px_a_day (self));
  if (dy != 0)
    scr_timeline_canvas_scroll_by (self, dy);
  if ((dx != 0 || dy != 0) && self->has_move)
    scr_timeline_canvas_drag_to (self);
  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (ScrTimelineCanvas *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
}

/* --- Dragging --- */

static void
begin_deed (ScrTimelineCanvas *self)
{
  const ScrTimelineEntry *entry
      = self->pressed >= 0 ? scr_timeline_get_entry (self->timeline, (guint)self->pressed) : NULL;
  gboolean on_end = is_on_end (self, scr_timeline_canvas_find_face_at (self, self->press_x, self->press_y),
                               self->press_x);
  ScrTimelinePlace place;

  find_place (self, self->press_x, self->press_y, &place);
  if (entry != NULL && !self->pressed_gathering && on_end)
    self->deed = SCR_TIMELINE_STRETCHING;
  else if (entry != NULL && !self->pressed_gathering && scr_timeline_canvas_can_move (self, entry))
    self->deed = SCR_TIMELINE_MOVING;
  else if (entry == NULL && self->editable && !self->pressed_scale && !self->by_touch && place.lane >= 0
           && scr_timeline_canvas_to_along (self, self->press_x) >= 0)
    {
      self->deed = SCR_TIMELINE_CREATING;
      self->pressed_lane = (guint)place.lane;
      self->pressed_day = place.first;
      /* So that Escape comes here. */
      gtk_widget_grab_focus (GTK_WIDGET (self));
    }
  else
    {
      self->deed = SCR_TIMELINE_PANNING;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      return;
    }
  if (self->deed != SCR_TIMELINE_CREATING)
    scr_timeline_canvas_begin_drag (self);
  if (self->deed != SCR_TIMELINE_PRESSED && self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
pan_to (ScrTimelineCanvas *self)
{
  double along = scr_timeline_canvas_to_along (self, self->pointer_x)
                 - scr_timeline_canvas_to_along (self, self->press_x);

  scr_timeline_canvas_pan_by (self, self->press_start - along / scr_timeline_canvas_get_px_a_day (self)
                                        - self->start);
  scr_timeline_canvas_scroll_by (self, self->press_scroll - (self->pointer_y - self->press_y) - self->y);
}

static void
drag_to (ScrTimelineCanvas *self, double x, double y)
{
  self->pointer_x = x;
  self->pointer_y = y;
  if (self->deed == SCR_TIMELINE_PANNING)
    pan_to (self);
  else if (self->has_move)
    scr_timeline_canvas_drag_to (self);
  else
    gtk_widget_queue_draw (self->body);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
press (ScrTimelineCanvas *self, double x, double y)
{
  const ScrTimelineFace *face = scr_timeline_canvas_find_face_at (self, x, y);

  self->pressed = face != NULL ? (int)face->entry : -1;
  self->pressed_gathering = face != NULL && face->is_gathering;
  if (face == NULL)
    return;
  scr_timeline_canvas_set_current (self, self->pressed, !face->is_gathering);
  /* Whoever heard of the selection may have given another timeline. */
  face = self->current >= 0 ? scr_timeline_canvas_find_face (self, (guint)self->current) : NULL;
  self->pressed = face != NULL ? (int)face->entry : -1;
  if (face != NULL)
    gtk_widget_grab_focus (face->chip);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, ScrTimelineCanvas *self)
{
  /* One at a time: another button while something is dragged means nothing. */
  if (self->timeline == NULL || self->deed != SCR_TIMELINE_IDLE)
    return;
  self->drag = gesture;
  self->deed = SCR_TIMELINE_PRESSED;
  self->press_x = self->pointer_x = x;
  self->press_y = self->pointer_y = y;
  self->press_start = self->start;
  self->press_scroll = self->y;
  self->pressed = -1;
  self->pressed_gathering = FALSE;
  self->pressed_scale
      = is_on_scale (self, x, y)
        || gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE;
  self->by_touch = is_touch (GTK_GESTURE (gesture));
  if (!self->pressed_scale)
    press (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, ScrTimelineCanvas *self)
{
  if (self->deed == SCR_TIMELINE_IDLE || self->drag != gesture)
    return;
  if (self->deed == SCR_TIMELINE_PRESSED)
    {
      if (hypot (dx, dy) < DRAG_START)
        return;
      begin_deed (self);
    }
  drag_to (self, self->press_x + dx, self->press_y + dy);
}

/* Nothing was dragged: a click. */
static void
end_press (ScrTimelineCanvas *self)
{
  const ScrTimelineFace *face = self->pressed >= 0 && self->pressed_gathering
                                    ? scr_timeline_canvas_find_face (self, (guint)self->pressed)
                                    : NULL;

  if (face != NULL)
    scr_timeline_canvas_open_gathering (self, face);
  else if (self->pressed < 0 && !self->pressed_scale)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      scr_timeline_canvas_set_current (self, -1, FALSE);
    }
}

static void
end_creation (ScrTimelineCanvas *self)
{
  int day = (int)floor (scr_timeline_canvas_to_day (self, self->pointer_x));
  const ScrTimelinePlace place
      = {(int)self->pressed_lane, MIN (day, self->pressed_day), MAX (day, self->pressed_day)};

  scr_timeline_canvas_take_waiting (self);
  scr_timeline_canvas_emit_create (self, &place);
}

static void
end_move (ScrTimelineCanvas *self)
{
  ScrTimelineMove move = self->move;
  const ScrTimelineEntry *entry = move.entry;

  scr_timeline_canvas_end_drag (self);
  if (move.lane != entry->lane || move.first != entry->first || move.last != entry->last)
    scr_timeline_canvas_emit_moved (self, &move);
  scr_timeline_canvas_take_waiting (self);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, ScrTimelineCanvas *self)
{
  ScrTimelineDeed deed = self->deed;

  if (self->drag != gesture)
    return;
  if (scr_timeline_canvas_is_dragging (self) && scr_timeline_canvas_is_outside (self))
    {
      scr_timeline_canvas_cancel_drag (self);
      return;
    }
  stop_scrolling (self);
  self->deed = SCR_TIMELINE_IDLE;
  self->drag = NULL;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (self->body);
  if (deed == SCR_TIMELINE_PRESSED)
    end_press (self);
  else if (deed == SCR_TIMELINE_CREATING)
    end_creation (self);
  else if (deed == SCR_TIMELINE_MOVING || deed == SCR_TIMELINE_STRETCHING)
    end_move (self);
  scr_timeline_canvas_emit_waiting_selection (self);
}

/* Returns whether there was a drag, which is undone. */
gboolean
scr_timeline_canvas_cancel_drag (ScrTimelineCanvas *self)
{
  ScrTimelineDeed deed = self->deed;

  stop_scrolling (self);
  self->deed = SCR_TIMELINE_IDLE;
  self->drag = NULL;
  if (deed == SCR_TIMELINE_IDLE || deed == SCR_TIMELINE_PRESSED)
    return FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  scr_timeline_canvas_end_drag (self);
  scr_timeline_canvas_pan_by (self, self->press_start - self->start);
  scr_timeline_canvas_scroll_by (self, self->press_scroll - self->y);
  gtk_widget_queue_draw (self->body);
  scr_timeline_canvas_take_waiting (self);
  scr_timeline_canvas_emit_waiting_selection (self);
  return TRUE;
}

/* In another timeline: what the button went down on, which is the current one too. */
void
scr_timeline_canvas_find_pressed (ScrTimelineCanvas *self)
{
  const ScrTimelineFace *face;

  if (self->deed == SCR_TIMELINE_IDLE || self->pressed < 0)
    return;
  face = self->current >= 0 ? scr_timeline_canvas_find_face (self, (guint)self->current) : NULL;
  self->pressed = face != NULL ? (int)face->entry : -1;
  self->pressed_gathering = face != NULL && face->is_gathering;
  /* It is gone: the button means nothing any more. */
  if (face == NULL && self->deed == SCR_TIMELINE_PRESSED)
    scr_timeline_canvas_cancel_drag (self);
}

/* The pointer was taken away, as by a menu or another window: as if Escape had been pressed. */
static void
on_drag_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, ScrTimelineCanvas *self)
{
  if (self->drag == gesture)
    scr_timeline_canvas_cancel_drag (self);
}

/* --- Clicks --- */

/* When the button is up again: until then it may become a drag. */
static void
on_released_again (GtkGestureClick *gesture, int n_press, double x, double y, ScrTimelineCanvas *self)
{
  const ScrTimelineFace *face = scr_timeline_canvas_find_face_at (self, x, y);
  ScrTimelinePlace place;

  if (n_press != 2 || self->timeline == NULL)
    return;
  find_place (self, x, y, &place);
  if (face != NULL)
    {
      if (!face->is_gathering)
        scr_timeline_canvas_emit_opened (self, face->entry);
    }
  else if (self->editable && place.lane >= 0 && scr_timeline_canvas_to_along (self, x) >= 0)
    scr_timeline_canvas_emit_create (self, &place);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ScrTimelineCanvas *self)
{
  const ScrTimelineFace *face;
  const GdkRectangle where = {(int)x, (int)y, 1, 1};
  ScrTimelinePlace place;

  if (self->timeline == NULL || self->deed != SCR_TIMELINE_IDLE)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  face = scr_timeline_canvas_find_face_at (self, x, y);
  find_place (self, x, y, &place);
  if (face != NULL && face->is_gathering)
    {
      scr_timeline_canvas_open_gathering (self, face);
      return;
    }
  scr_timeline_canvas_set_current (self, face != NULL ? (int)face->entry : -1, face != NULL);
  if (face != NULL && self->current >= 0)
    scr_timeline_canvas_focus_entry (self, self->current, TRUE);
  scr_timeline_canvas_emit_menu (self, &where, &place);
}

/* --- Wheel and pinch --- */

/* A wheel goes through the lanes, or through time where all lanes are seen; with Control it zooms. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, ScrTimelineCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;
  double step = is_wheel ? WHEEL_STEP : 1, px_a_day = scr_timeline_canvas_get_px_a_day (self);
  gboolean all_seen = self->content_height <= scr_timeline_canvas_get_body_height (self);
  double turned = scr_timeline_canvas_is_rtl (self) ? -dx : dx;

  if (state & GDK_CONTROL_MASK)
    {
      scr_timeline_canvas_zoom_around (self, self->days * pow (is_wheel ? ZOOM_STEP : 1.01, dy),
                                       self->pointer_x);
      return TRUE;
    }
  if ((state & GDK_SHIFT_MASK) || (is_wheel && all_seen))
    {
      turned = turned != 0 ? turned : dy;
      dy = 0;
    }
  if (turned != 0)
    scr_timeline_canvas_pan_by (self, turned * step / px_a_day);
  if (dy != 0)
    scr_timeline_canvas_scroll_by (self, dy * step);
  if (self->has_move)
    scr_timeline_canvas_drag_to (self);
  return TRUE;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, ScrTimelineCanvas *self)
{
  self->pinch_days = self->days;
  scr_timeline_canvas_cancel_drag (self);
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, ScrTimelineCanvas *self)
{
  double x, y;

  if (scale > 0 && gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    scr_timeline_canvas_zoom_around (self, self->pinch_days / scale, x);
}

static void
add_clicks (ScrTimelineCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (click, "released", G_CALLBACK (on_released_again), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

static void
add_drag (ScrTimelineCanvas *self, guint button)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), button);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancelled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
scr_timeline_canvas_add_pointer (ScrTimelineCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  add_drag (self, GDK_BUTTON_PRIMARY);
  add_drag (self, GDK_BUTTON_MIDDLE);
  add_clicks (self);
}

/**
 * scr_timeline_canvas_is_dragging:
 * @self: a canvas
 *
 * Returns: whether something is being dragged: another timeline would put it back
 */
gboolean
scr_timeline_canvas_is_dragging (ScrTimelineCanvas *self)
{
  return self->deed != SCR_TIMELINE_IDLE && self->deed != SCR_TIMELINE_PRESSED
         && self->deed != SCR_TIMELINE_PANNING;
}

/**
 * scr_timeline_canvas_cancel:
 * @self: a canvas
 *
 * Puts back what is being dragged, as Escape does.
 */
void
scr_timeline_canvas_cancel (ScrTimelineCanvas *self)
{
  scr_timeline_canvas_cancel_drag (self);
}
