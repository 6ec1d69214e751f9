/* The map by pointer: pan, zoom, select, rubber band, drag cards, draw links. See scr-map-canvas.h. */
#include "config.h"

#include "scr-map-canvas-private.h"

#include <math.h>

/* A drag begins after this, px of the widget. */
#define DRAG_START 8
/* How near to a handle, or to a link, the pointer must be, px of the widget; a small card is not all handle. */
#define HANDLE_REACH 12
#define HANDLE_SHARE 0.2
#define LINK_REACH 8
/* A drag this near to the edge scrolls, px of the widget, and how far in a frame. */
#define EDGE 36
#define EDGE_STEP 12
#define ZOOM_STEP 1.2

static int
find_card (ScrMapCanvas *self, double x, double y)
{
  ScrPoint place = scr_map_canvas_to_map (self, x, y);

  return self->scene != NULL ? scr_map_scene_find_card_at (self->scene, place.x, place.y) : -1;
}

static int
find_link (ScrMapCanvas *self, double x, double y)
{
  ScrPoint place = scr_map_canvas_to_map (self, x, y);
  ScrBox visible;

  scr_map_canvas_get_visible (self, &visible);
  return self->scene != NULL
             ? scr_map_scene_find_link_at (self->scene, place.x, place.y, LINK_REACH / self->zoom, &visible)
             : -1;
}

/* The middle of each edge: from there links are drawn. */
static gboolean
is_on_handle (ScrMapCanvas *self, guint card, double x, double y)
{
  const ScrBox *box = scr_map_scene_get_box (self->scene, card);
  const ScrPoint handles[] = {{box->x, box->y + box->height / 2},
                              {box->x + box->width, box->y + box->height / 2},
                              {box->x + box->width / 2, box->y},
                              {box->x + box->width / 2, box->y + box->height}};

  const double reach = fmin (HANDLE_REACH, box->height * self->zoom * HANDLE_SHARE);

  for (guint i = 0; i < G_N_ELEMENTS (handles); i++)
    {
      ScrPoint handle = scr_map_canvas_from_map (self, handles[i].x, handles[i].y);

      if (hypot (handle.x - x, handle.y - y) <= reach)
        return TRUE;
    }
  return FALSE;
}

/* --- What lies under the pointer --- */

static void
show_handles (ScrMapCanvas *self, int card, gboolean shown)
{
  GtkWidget *face
      = card >= 0 ? scr_map_canvas_find_face (self, scr_map_canvas_get_card_id (self, (guint)card)) : NULL;

  if (face != NULL)
    scr_map_card_face_set_handles (SCR_MAP_CARD_FACE (face), shown);
}

/* No handles are shown on the card any more: it may go. */
void
scr_map_canvas_forget_hovered (ScrMapCanvas *self)
{
  if (self->scene != NULL && self->hovered >= 0)
    show_handles (self, self->hovered, FALSE);
  self->hovered = -1;
}

static void
set_hovered (ScrMapCanvas *self, int card)
{
  if (card == self->hovered || self->scene == NULL)
    return;
  scr_map_canvas_forget_hovered (self);
  self->hovered = card;
  if (self->editable)
    show_handles (self, card, TRUE);
}

/* Handles reach a little out of their card. */
static int
find_card_or_handle (ScrMapCanvas *self, double x, double y)
{
  int card = find_card (self, x, y);

  if (card < 0 && self->hovered >= 0 && is_on_handle (self, (guint)self->hovered, x, y))
    return self->hovered;
  return card;
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, ScrMapCanvas *self)
{
  int card;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->deed != SCR_MAP_IDLE || self->scene == NULL)
    return;
  card = find_card_or_handle (self, x, y);
  set_hovered (self, card);
  if (card >= 0 && self->editable && is_on_handle (self, (guint)card, x, y))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  else
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                     card < 0 && find_link (self, x, y) >= 0 ? "pointer" : NULL);
}

static void
on_leave (GtkEventControllerMotion *controller, ScrMapCanvas *self)
{
  if (self->deed == SCR_MAP_IDLE)
    set_hovered (self, -1);
}

/* --- Near the edge --- */

static double
get_edge_step (double place, double size)
{
  if (place < EDGE)
    return -EDGE_STEP;
  return place > size - EDGE ? EDGE_STEP : 0;
}

static void drag_to (ScrMapCanvas *self, double x, double y);

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (widget);
  double dx = get_edge_step (self->pointer_x, gtk_widget_get_width (widget));
  double dy = get_edge_step (self->pointer_y, gtk_widget_get_height (widget));

  if (dx == 0 && dy == 0)
    return G_SOURCE_CONTINUE;
  self->fitted = FALSE;
  self->x += dx / self->zoom;
  self->y += dy / self->zoom;
  drag_to (self, self->pointer_x, self->pointer_y);
  scr_map_canvas_view_changed (self);
  return G_SOURCE_CONTINUE;
}

static void
stop_scrolling (ScrMapCanvas *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
}

/* --- Dragging --- */

static void
begin_deed (ScrMapCanvas *self, GdkModifierType state)
{
  if (self->pressed_card >= 0 && self->on_handle && self->editable)
    self->deed = SCR_MAP_LINKING;
  else if (self->pressed_card >= 0 && self->editable)
    {
      self->deed = SCR_MAP_MOVING;
      scr_map_canvas_begin_move (self);
    }
  else if (state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK))
    self->deed = SCR_MAP_BANDING;
  else
    {
      self->deed = SCR_MAP_PANNING;
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
      return;
    }
  self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* In px of the widget. */
static void
drag_to (ScrMapCanvas *self, double x, double y)
{
  ScrPoint begin = {self->press_origin_x + self->press_x / self->zoom,
                    self->press_origin_y + self->press_y / self->zoom};
  ScrPoint place = scr_map_canvas_to_map (self, x, y);

  self->pointer_x = x;
  self->pointer_y = y;
  switch (self->deed)
    {
    case SCR_MAP_PANNING:
      self->fitted = FALSE;
      self->x = self->press_origin_x - (x - self->press_x) / self->zoom;
      self->y = self->press_origin_y - (y - self->press_y) / self->zoom;
      scr_map_canvas_view_changed (self);
      break;
    case SCR_MAP_MOVING:
      scr_map_canvas_move_by (self, place.x - begin.x, place.y - begin.y, TRUE);
      break;
    case SCR_MAP_LINKING:
      self->linked_card = find_card (self, x, y);
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    case SCR_MAP_BANDING:
      gtk_widget_queue_draw (GTK_WIDGET (self));
      break;
    default:
      break;
    }
}

static void
select_pressed (ScrMapCanvas *self, GdkModifierType state)
{
  gboolean add = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
  const char *id = scr_map_canvas_get_card_id (self, (guint)self->pressed_card);
  GtkWidget *face;

  self->alone_when_clicked = !add;
  if (add || !g_hash_table_contains (self->selected, id))
    scr_map_canvas_select_card (self, (guint)self->pressed_card, add);
  face = scr_map_canvas_find_face (self, scr_map_canvas_get_card_id (self, (guint)self->pressed_card));
  if (face != NULL)
    gtk_widget_grab_focus (face);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, ScrMapCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  /* One at a time: another button while something is dragged means nothing. */
  if (self->scene == NULL || self->deed != SCR_MAP_IDLE)
    return;
  scr_map_canvas_stop_animation (self);
  self->drag = gesture;
  self->pressed_card = find_card_or_handle (self, x, y);
  self->on_handle = self->pressed_card >= 0 && is_on_handle (self, (guint)self->pressed_card, x, y);
  self->deed = SCR_MAP_PRESSED;
  self->linked_card = -1;
  self->press_x = x;
  self->press_y = y;
  self->press_origin_x = self->x;
  self->press_origin_y = self->y;
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_MIDDLE)
    self->pressed_card = -1;
  else if (self->pressed_card >= 0)
    select_pressed (self, state);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, ScrMapCanvas *self)
{
  if (self->deed == SCR_MAP_IDLE || self->drag != gesture)
    return;
  if (self->deed == SCR_MAP_PRESSED)
    {
      if (hypot (dx, dy) < DRAG_START)
        return;
      begin_deed (self, gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)));
    }
  drag_to (self, self->press_x + dx, self->press_y + dy);
}

/* Nothing was dragged: a click. */
static void
end_press (ScrMapCanvas *self)
{
  int link = self->pressed_card < 0 ? find_link (self, self->press_x, self->press_y) : -1;

  if (self->pressed_card >= 0)
    {
      if (self->alone_when_clicked && g_hash_table_size (self->selected) > 1)
        scr_map_canvas_select_card (self, (guint)self->pressed_card, FALSE);
      return;
    }
  if (link >= 0)
    {
      scr_map_canvas_select_link (self, (guint)link);
      if (self->link_label != NULL)
        gtk_widget_grab_focus (self->link_label);
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      scr_map_canvas_select_none (self);
    }
}

static void
end_link (ScrMapCanvas *self)
{
  int to = self->linked_card;
  guint from = (guint)self->pressed_card;

  if (to < 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    scr_map_canvas_emit_link (self, from, (guint)to, self->pointer_x, self->pointer_y);
}

static void
end_band (ScrMapCanvas *self)
{
  ScrPoint begin = {self->press_origin_x + self->press_x / self->zoom,
                    self->press_origin_y + self->press_y / self->zoom};
  ScrPoint end = scr_map_canvas_to_map (self, self->pointer_x, self->pointer_y);
  const ScrBox band
      = {fmin (begin.x, end.x), fmin (begin.y, end.y), fabs (end.x - begin.x), fabs (end.y - begin.y)};

  scr_map_canvas_select_within (self, &band, TRUE);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, ScrMapCanvas *self)
{
  ScrMapDeed deed = self->deed;

  if (self->drag != gesture)
    return;
  stop_scrolling (self);
  self->deed = SCR_MAP_IDLE;
  self->drag = NULL;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  if (deed == SCR_MAP_PRESSED)
    end_press (self);
  else if (deed == SCR_MAP_MOVING)
    scr_map_canvas_end_move (self, TRUE);
  else if (deed == SCR_MAP_LINKING)
    end_link (self);
  else if (deed == SCR_MAP_BANDING)
    end_band (self);
  self->linked_card = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Returns whether there was a drag, which is undone. */
gboolean
scr_map_canvas_cancel_drag (ScrMapCanvas *self)
{
  ScrMapDeed deed = self->deed;

  stop_scrolling (self);
  self->deed = SCR_MAP_IDLE;
  self->drag = NULL;
  self->linked_card = -1;
  if (deed == SCR_MAP_IDLE || deed == SCR_MAP_PRESSED)
    return FALSE;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), NULL);
  if (deed == SCR_MAP_MOVING)
    scr_map_canvas_end_move (self, FALSE);
  if (deed == SCR_MAP_PANNING)
    {
      self->x = self->press_origin_x;
      self->y = self->press_origin_y;
      scr_map_canvas_view_changed (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

/* The pointer was taken away, as by a menu or another window: as if Escape had been pressed. */
static void
on_drag_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, ScrMapCanvas *self)
{
  if (self->drag == gesture)
    scr_map_canvas_cancel_drag (self);
}

/* --- Clicks --- */

static void
on_pressed_again (GtkGestureClick *gesture, int n_press, double x, double y, ScrMapCanvas *self)
{
  if (n_press != 2 || self->scene == NULL)
    return;
  if (find_card (self, x, y) >= 0 || find_link (self, x, y) >= 0)
    scr_map_canvas_emit_opened (self);
  else if (self->editable)
    {
      ScrPoint place = scr_map_canvas_to_map (self, x, y);

      scr_map_canvas_emit_create (self, place.x, place.y);
    }
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ScrMapCanvas *self)
{
  int card = find_card (self, x, y);
  int link = card < 0 ? find_link (self, x, y) : -1;

  if (self->scene == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (card >= 0 && !g_hash_table_contains (self->selected, scr_map_canvas_get_card_id (self, (guint)card)))
    scr_map_canvas_select_card (self, (guint)card, FALSE);
  else if (link >= 0)
    scr_map_canvas_select_link (self, (guint)link);
  else if (card < 0)
    scr_map_canvas_select_none (self);
  scr_map_canvas_emit_menu (self, x, y);
}

/* --- Wheel and pinch --- */

/* A wheel zooms round the pointer; a touchpad pans, and zooms with Control. */
static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, ScrMapCanvas *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean is_wheel = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_WHEEL;

  if (is_wheel && (state & GDK_SHIFT_MASK))
    {
      self->fitted = FALSE;
      self->x += (dx != 0 ? dx : dy) * 60 / self->zoom;
      scr_map_canvas_view_changed (self);
    }
  else if (is_wheel)
    scr_map_canvas_zoom_around (self, self->zoom * pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  else if (state & GDK_CONTROL_MASK)
    scr_map_canvas_zoom_around (self, self->zoom * pow (1.01, -dy), self->pointer_x, self->pointer_y);
  else
    {
      self->fitted = FALSE;
      self->x += dx / self->zoom;
      self->y += dy / self->zoom;
      scr_map_canvas_view_changed (self);
    }
  return TRUE;
}

static void
on_pinch_begin (GtkGesture *gesture, GdkEventSequence *sequence, ScrMapCanvas *self)
{
  self->pinch_zoom = self->zoom;
  scr_map_canvas_cancel_drag (self);
}

static void
on_pinch (GtkGestureZoom *gesture, double scale, ScrMapCanvas *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    scr_map_canvas_zoom_around (self, self->pinch_zoom * scale, x, y);
}

static void
add_clicks (ScrMapCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed_again), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}

static void
add_drag (ScrMapCanvas *self, guint button)
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
scr_map_canvas_add_pointer (ScrMapCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
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
