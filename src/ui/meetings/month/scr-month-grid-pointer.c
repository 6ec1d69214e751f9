/* The month by pointer: select, drag, create, open. See scr-month-grid.h. */
#include "config.h"

#include "scr-month-grid-private.h"

#include <math.h>

/* A drag begins after this, px. */
#define DRAG_START 8

/* The button that a day has is not the day. */
static gboolean
is_on_button (ScrMonthGrid *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL
         && (GTK_IS_BUTTON (picked) || gtk_widget_get_ancestor (picked, GTK_TYPE_BUTTON) != NULL);
}

/* --- The button goes down --- */

static void
press (ScrMonthGrid *self, double x, double y)
{
  int day = scr_month_grid_find_day (self, x, y);

  self->pressed = scr_month_grid_find_piece (self, x, y);
  self->pressed_more = self->pressed < 0 ? scr_month_grid_find_more (self, x, y) : 0;
  self->pressed_day = day;
  if (self->pressed >= 0)
    {
      GtkWidget *mark = g_ptr_array_index (self->shown, (guint)self->pressed);

      gtk_widget_grab_focus (mark);
      if (day != 0)
        scr_month_grid_set_current (self, day);
      scr_month_grid_select (self, scr_month_grid_get_id (scr_month_grid_get_entry (self, self->pressed)));
    }
  else if (day != 0)
    {
      scr_month_grid_set_current (self, day);
      scr_month_grid_focus_day (self);
    }
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, ScrMonthGrid *self)
{
  if (self->deed != SCR_MONTH_IDLE || is_on_button (self, x, y))
    return;
  self->deed = SCR_MONTH_PRESSED;
  self->press_x = self->pointer_x = x;
  self->press_y = self->pointer_y = y;
  press (self, x, y);
}

static void
begin_deed (ScrMonthGrid *self)
{
  self->deed = SCR_MONTH_NOTHING;
  if (self->pressed < 0 || self->pressed_day == 0
      || !scr_month_grid_can_move (self, scr_month_grid_get_entry (self, self->pressed)))
    return;
  self->deed = SCR_MONTH_MOVING;
  scr_month_grid_begin_drag (self);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, ScrMonthGrid *self)
{
  if (self->deed == SCR_MONTH_PRESSED && hypot (dx, dy) >= DRAG_START)
    begin_deed (self);
  /* By touch, the days would be scrolled away beneath it. */
  if (self->deed == SCR_MONTH_MOVING)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  if (self->deed == SCR_MONTH_MOVING)
    scr_month_grid_drag_to (self);
}

/* --- It is up again --- */

/* Nothing was dragged: a click. */
static void
end_press (ScrMonthGrid *self)
{
  if (self->pressed_more != 0)
    scr_month_grid_open_day (self, self->pressed_more);
  else if (self->pressed < 0)
    scr_month_grid_select (self, NULL);
}

static void
end_move (ScrMonthGrid *self)
{
  const ScrTimelineEntry *entry = self->moved;
  int first = self->move_first, last = self->move_last;

  scr_month_grid_end_drag (self);
  if (first != entry->first || last != entry->last)
    scr_month_grid_emit_moved (self, entry, first, last);
}

static void
settle (ScrMonthGrid *self)
{
  scr_month_grid_take_waiting (self);
  if (self->selection_waits)
    scr_month_grid_emit_selection (self);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, ScrMonthGrid *self)
{
  ScrMonthDeed deed = self->deed;

  self->deed = SCR_MONTH_IDLE;
  if (deed == SCR_MONTH_PRESSED)
    end_press (self);
  else if (deed == SCR_MONTH_MOVING)
    end_move (self);
  if (deed != SCR_MONTH_IDLE)
    settle (self);
}

/* Returns whether there was a drag, which is undone. */
gboolean
scr_month_grid_cancel_drag (ScrMonthGrid *self)
{
  gboolean was_moving = self->deed == SCR_MONTH_MOVING;

  if (self->deed == SCR_MONTH_IDLE)
    return FALSE;
  self->deed = SCR_MONTH_IDLE;
  scr_month_grid_end_drag (self);
  settle (self);
  return was_moving;
}

/* The pointer was taken away, as by a menu or another window: as if Escape had been pressed. */
static void
on_drag_cancelled (GtkGesture *gesture, GdkEventSequence *sequence, ScrMonthGrid *self)
{
  scr_month_grid_cancel_drag (self);
}

/* --- Clicks --- */

/* What the first click was on counts: what it selects may lay the grid out anew before the second. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ScrMonthGrid *self)
{
  int piece, more;

  if (n_press != 1)
    return;
  g_clear_pointer (&self->clicked_id, g_free);
  self->clicked_day = 0;
  if (is_on_button (self, x, y))
    return;
  piece = scr_month_grid_find_piece (self, x, y);
  more = scr_month_grid_find_more (self, x, y);
  if (piece >= 0)
    self->clicked_id = g_strdup (scr_month_grid_get_id (scr_month_grid_get_entry (self, piece)));
  else if (more == 0)
    self->clicked_day = scr_month_grid_find_day (self, x, y);
}

/* When the button is up again: until then it may become a drag. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, ScrMonthGrid *self)
{
  int index;

  if (n_press != 2 || self->timeline == NULL)
    return;
  if (self->clicked_id != NULL)
    {
      index = scr_timeline_find (self->timeline, self->clicked_id);
      if (index >= 0)
        scr_month_grid_emit_opened (self, scr_timeline_get_entry (self->timeline, (guint)index));
    }
  else if (self->clicked_day != 0 && self->editable)
    g_signal_emit_by_name (self, "create-at", self->clicked_day);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ScrMonthGrid *self)
{
  const GdkRectangle where = {(int)x, (int)y, 1, 1};
  int day = scr_month_grid_find_day (self, x, y), more = scr_month_grid_find_more (self, x, y);

  if (self->deed != SCR_MONTH_IDLE || day == 0)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (more != 0)
    {
      scr_month_grid_open_day (self, more);
      return;
    }
  press (self, x, y);
  if (self->pressed < 0)
    scr_month_grid_select (self, NULL);
  g_signal_emit_by_name (self, "menu-asked", &where, day);
}

void
scr_month_grid_add_pointer (ScrMonthGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancelled), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (menu));
}
