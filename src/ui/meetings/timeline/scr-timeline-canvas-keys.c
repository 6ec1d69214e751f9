/* The timeline by keys: walking, moving, lengthening, zooming. See scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

/* Page Up and Page Down leave this much of what was seen. */
#define PAGE 0.85
#define WEEK 7

/* Which way an arrow points in time and across lanes. */
typedef struct
{
  int along; /* 1 is later */
  int across;
} Way;

static gboolean
get_way (ScrTimelineCanvas *self, guint key, Way *way)
{
  int forwards = scr_timeline_canvas_is_rtl (self) ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *way = (Way) {-forwards, 0};
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *way = (Way) {forwards, 0};
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *way = (Way) {0, -1};
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *way = (Way) {0, 1};
      return TRUE;
    default:
      return FALSE;
    }
}

static void
go_to (ScrTimelineCanvas *self, int entry)
{
  if (entry < 0 || !scr_timeline_canvas_focus_entry (self, entry, TRUE))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
select_current (ScrTimelineCanvas *self)
{
  ScrTimelineFace *face
      = self->current >= 0 ? scr_timeline_canvas_find_face (self, (guint)self->current) : NULL;

  if (face == NULL || !face->is_gathering)
    scr_timeline_canvas_set_current (self, self->current, TRUE);
}

/* Control moves, with Shift by weeks; Shift alone lengthens. */
static gboolean
press_arrow (ScrTimelineCanvas *self, const Way *way, GdkModifierType held)
{
  if (held == 0)
    go_to (self, way->along != 0 ? scr_timeline_canvas_step_time (self, way->along)
                                 : scr_timeline_canvas_step_lane (self, way->across));
  else if (held == GDK_SHIFT_MASK && way->along != 0)
    {
      select_current (self);
      scr_timeline_canvas_stretch_selected (self, way->along);
    }
  else if (held == GDK_CONTROL_MASK || held == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    {
      select_current (self);
      scr_timeline_canvas_move_selected (self, way->along * (held & GDK_SHIFT_MASK ? WEEK : 1), way->across);
    }
  else
    return FALSE;
  return TRUE;
}

static gboolean
ask_for_menu (ScrTimelineCanvas *self)
{
  ScrTimelineFace *face
      = self->current >= 0 ? scr_timeline_canvas_find_face (self, (guint)self->current) : NULL;
  GdkRectangle where = {(int)self->head_width, (int)self->scale_height, 1, 1};
  ScrTimelinePlace place = {-1, (int)(self->start + self->days / 2), (int)(self->start + self->days / 2)};

  if (face != NULL && face->is_gathering)
    {
      scr_timeline_canvas_open_gathering (self, face);
      return TRUE;
    }
  if (face != NULL)
    {
      const ScrTimelineEntry *entry = scr_timeline_get_entry (self->timeline, face->entry);

      scr_timeline_canvas_get_face_area (self, face, &where);
      place = (ScrTimelinePlace) {(int)entry->lane, entry->first, entry->first};
      select_current (self);
    }
  scr_timeline_canvas_emit_menu (self, &where, &place);
  return TRUE;
}

static gboolean
open_current (ScrTimelineCanvas *self)
{
  ScrTimelineFace *face
      = self->current >= 0 ? scr_timeline_canvas_find_face (self, (guint)self->current) : NULL;

  if (face == NULL)
    return FALSE;
  if (face->is_gathering)
    scr_timeline_canvas_open_gathering (self, face);
  else
    {
      select_current (self);
      if (self->current >= 0)
        scr_timeline_canvas_emit_opened (self, (guint)self->current);
    }
  return TRUE;
}

static gboolean
press_plain (ScrTimelineCanvas *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      return open_current (self);
    case GDK_KEY_F2:
      select_current (self);
      scr_timeline_canvas_emit_item (self, "reschedule-asked");
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      select_current (self);
      scr_timeline_canvas_emit_item (self, "delete-asked");
      return TRUE;
    case GDK_KEY_Menu:
      return ask_for_menu (self);
    case GDK_KEY_Escape:
      return scr_timeline_canvas_cancel_drag (self);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      scr_timeline_canvas_pan_by (self, -self->days * PAGE);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      scr_timeline_canvas_pan_by (self, self->days * PAGE);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      go_to (self, scr_timeline_canvas_find_end (self, FALSE));
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      go_to (self, scr_timeline_canvas_find_end (self, TRUE));
      return TRUE;
    case GDK_KEY_t:
    case GDK_KEY_T:
      scr_timeline_canvas_show_today (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
press_with_control (ScrTimelineCanvas *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      scr_timeline_canvas_zoom_by (self, 1);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      scr_timeline_canvas_zoom_by (self, -1);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      scr_timeline_canvas_set_zoom (self, 92);
      return TRUE;
    case GDK_KEY_1:
    case GDK_KEY_KP_1:
      scr_timeline_canvas_fit_year (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Shift and a page key go through the lanes. */
static gboolean
press_with_shift (ScrTimelineCanvas *self, guint key)
{
  double page = scr_timeline_canvas_get_body_height (self) * PAGE;

  switch (key)
    {
    case GDK_KEY_F10:
      return ask_for_menu (self);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      scr_timeline_canvas_scroll_by (self, -page);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      scr_timeline_canvas_scroll_by (self, page);
      return TRUE;
    default:
      return press_plain (self, key);
    }
}

/* Menus and lists that pop up on the timeline stand beneath it in the tree: their keys are their own. */
static gboolean
is_in_popover (ScrTimelineCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self));
}

static gboolean
on_key (GtkEventControllerKey *controller,
        guint key,
        guint code,
        GdkModifierType state,
        ScrTimelineCanvas *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  Way way;

  if (self->timeline == NULL || is_in_popover (self))
    return FALSE;
  /* While something is dragged the keys would pull it away from under the pointer. */
  if (self->has_move)
    return key == GDK_KEY_Escape && scr_timeline_canvas_cancel_drag (self);
  if (get_way (self, key, &way))
    return press_arrow (self, &way, held);
  if ((held & ~(guint)GDK_SHIFT_MASK) == GDK_CONTROL_MASK)
    return press_with_control (self, key);
  if (held == GDK_SHIFT_MASK)
    return press_with_shift (self, key);
  return held == 0 && press_plain (self, key);
}

void
scr_timeline_canvas_add_keys (ScrTimelineCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
