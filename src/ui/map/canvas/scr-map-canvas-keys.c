/* The map by keys: walking, moving, stepping through links, finding by typing. See scr-map-canvas.h. */
#include "config.h"

#include "scr-map-canvas-private.h"

#include "scr-fold.h"

#include <string.h>

/* How far a key moves cards, px of the map; with Shift ten times that. */
#define KEY_STEP 6
/* Letters typed within this belong together, microseconds. */
#define TYPING G_USEC_PER_SEC
#define ZOOM_STEP 1.2
#define PAN_STEP 60

static gboolean
get_direction (guint key, ScrDirection *direction)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      *direction = SCR_DIRECTION_LEFT;
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      *direction = SCR_DIRECTION_RIGHT;
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *direction = SCR_DIRECTION_UP;
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *direction = SCR_DIRECTION_DOWN;
      return TRUE;
    default:
      return FALSE;
    }
}

static void
walk (ScrMapCanvas *self, ScrDirection direction)
{
  int card = scr_map_canvas_get_current_card (self);
  int next = card >= 0 ? scr_map_scene_step (self->scene, (guint)card, direction) : 0;

  if (next < 0 || scr_map_scene_get_map (self->scene)->cards->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    scr_map_canvas_focus_card (self, scr_map_canvas_get_card_id (self, (guint)next));
}

static void
move (ScrMapCanvas *self, ScrDirection direction, double step)
{
  static const ScrPoint ways[] = {{-1, 0}, {1, 0}, {0, -1}, {0, 1}};

  scr_map_canvas_select_current (self);
  scr_map_canvas_move_selected (self, ways[direction].x * step, ways[direction].y * step);
}

/* The next of the current card's links, or the one before; after the last comes the first. */
static gboolean
step_link (ScrMapCanvas *self, int by)
{
  const ScrMap *map = scr_map_scene_get_map (self->scene);
  int card = scr_map_canvas_get_current_card (self);
  const GArray *links = card >= 0 ? scr_map_get_card (map, (guint)card)->links : NULL;
  int current = scr_map_find_link (map, self->current_link);
  int place = by > 0 ? -1 : 0;
  guint link;

  if (links == NULL || links->len == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return TRUE;
    }
  for (guint i = 0; i < links->len; i++)
    if ((int)g_array_index (links, guint, i) == current)
      place = (int)i;
  link = g_array_index (links, guint, (guint)(place + by + (int)links->len) % links->len);
  scr_map_canvas_select (self, scr_item_get_id (scr_map_get_link (map, link)->item), TRUE);
  if (self->link_label != NULL)
    gtk_widget_grab_focus (self->link_label);
  return TRUE;
}

/* The first card whose name begins with what was typed. */
static gboolean
find_typed (ScrMapCanvas *self, guint key)
{
  gunichar letter = gdk_keyval_to_unicode (key);
  const ScrMap *map = scr_map_scene_get_map (self->scene);
  gint64 now = g_get_monotonic_time ();
  g_autofree char *wanted = NULL;

  if (letter == 0 || !g_unichar_isprint (letter) || (letter == ' ' && self->typed->len == 0))
    return FALSE;
  if (now - self->typed_at > TYPING)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  g_string_append_unichar (self->typed, letter);
  wanted = scr_fold (self->typed->str);
  for (guint i = 0; i < map->cards->len; i++)
    {
      g_autofree char *title = scr_fold (scr_map_get_card (map, i)->title);

      if (g_str_has_prefix (title, wanted))
        return scr_map_canvas_focus_card (self, scr_map_canvas_get_card_id (self, i));
    }
  gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

/* From the link back to its card, else out of what is selected. */
static gboolean
leave (ScrMapCanvas *self)
{
  if (scr_map_canvas_cancel_drag (self))
    return TRUE;
  if (self->current_link != NULL && self->current != NULL)
    return scr_map_canvas_focus_card (self, self->current);
  return FALSE;
}

static void
ask_for_menu (ScrMapCanvas *self)
{
  int card = scr_map_canvas_get_current_card (self);
  const ScrBox *box = card >= 0 ? scr_map_scene_get_box (self->scene, (guint)card) : NULL;
  ScrPoint place = {24, 24};

  scr_map_canvas_select_current (self);
  if (box != NULL)
    place = scr_map_canvas_from_map (self, box->x + box->width / 2, box->y + box->height);
  scr_map_canvas_emit_menu (self, place.x, place.y);
}

static gboolean
press_plain (ScrMapCanvas *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      scr_map_canvas_emit_opened (self);
      return TRUE;
    case GDK_KEY_F2:
      scr_map_canvas_select_current (self);
      scr_map_canvas_emit (self, "rename-asked");
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      scr_map_canvas_select_current (self);
      scr_map_canvas_emit (self, "delete-asked");
      return TRUE;
    case GDK_KEY_Menu:
      ask_for_menu (self);
      return TRUE;
    case GDK_KEY_Escape:
      return leave (self);
    case GDK_KEY_Page_Up:
    case GDK_KEY_Page_Down:
      self->y += (key == GDK_KEY_Page_Up ? -4 : 4) * PAN_STEP / self->zoom;
      scr_map_canvas_view_changed (self);
      return TRUE;
    default:
      return find_typed (self, key);
    }
}

static gboolean
press_with_control (ScrMapCanvas *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      scr_map_canvas_set_zoom (self, self->zoom * ZOOM_STEP);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      scr_map_canvas_set_zoom (self, self->zoom / ZOOM_STEP);
      return TRUE;
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
      scr_map_canvas_set_zoom (self, 1);
      return TRUE;
    case GDK_KEY_1:
      scr_map_canvas_fit_all (self);
      return TRUE;
    case GDK_KEY_2:
      scr_map_canvas_fit_selection (self);
      return TRUE;
    case GDK_KEY_l:
      scr_map_canvas_select_current (self);
      scr_map_canvas_emit (self, "link-asked");
      return TRUE;
    default:
      return FALSE;
    }
}

/* Menus and entries that pop up on the map stand beneath it in the tree: their keys are their own. */
static gboolean
is_in_popover (ScrMapCanvas *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self));
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, ScrMapCanvas *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  ScrDirection direction;

  if (self->scene == NULL || is_in_popover (self))
    return FALSE;
  if (get_direction (key, &direction))
    {
      if (held == GDK_ALT_MASK)
        return direction == SCR_DIRECTION_UP || direction == SCR_DIRECTION_DOWN
                   ? step_link (self, direction == SCR_DIRECTION_DOWN ? 1 : -1)
                   : FALSE;
      if (held == 0)
        walk (self, direction);
      else if (held & GDK_CONTROL_MASK)
        move (self, direction, held & GDK_SHIFT_MASK ? KEY_STEP * 10 : KEY_STEP);
      else
        return FALSE;
      return TRUE;
    }
  if (held == GDK_SHIFT_MASK && key == GDK_KEY_F10)
    {
      ask_for_menu (self);
      return TRUE;
    }
  if ((held & ~(guint)GDK_SHIFT_MASK) == GDK_CONTROL_MASK)
    return press_with_control (self, key);
  return (held & ~(guint)GDK_SHIFT_MASK) == 0 && press_plain (self, key);
}

void
scr_map_canvas_add_keys (ScrMapCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
