/* What part of the map is seen, and how large. See scr-map-canvas.h. */
#include "config.h"

#include "scr-map-canvas-private.h"

#include <math.h>

/* Around the map when all of it is shown, px. */
#define FIT_MARGIN 24

ScrPoint
scr_map_canvas_to_map (ScrMapCanvas *self, double x, double y)
{
  return (ScrPoint) {self->x + x / self->zoom, self->y + y / self->zoom};
}

ScrPoint
scr_map_canvas_from_map (ScrMapCanvas *self, double x, double y)
{
  return (ScrPoint) {(x - self->x) * self->zoom, (y - self->y) * self->zoom};
}

/**
 * scr_map_canvas_get_visible:
 * @self: a canvas
 * @visible: (out caller-allocates): the part of the map that is seen, px of the map
 */
void
scr_map_canvas_get_visible (ScrMapCanvas *self, ScrBox *visible)
{
  *visible = (ScrBox) {self->x, self->y, gtk_widget_get_width (GTK_WIDGET (self)) / self->zoom,
                       gtk_widget_get_height (GTK_WIDGET (self)) / self->zoom};
}

/**
 * scr_map_canvas_get_bounds:
 * @self: a canvas
 * @bounds: (out caller-allocates): what holds all cards, px of the map
 */
void
scr_map_canvas_get_bounds (ScrMapCanvas *self, ScrBox *bounds)
{
  if (self->scene != NULL)
    scr_map_scene_get_bounds (self->scene, bounds);
  else
    *bounds = (ScrBox) {0, 0, 0, 0};
}

/**
 * scr_map_canvas_get_box:
 * @self: a canvas with a map
 * @card: index of a card
 *
 * Returns: (transfer none): where it lies, px of the map
 */
const ScrBox *
scr_map_canvas_get_box (ScrMapCanvas *self, guint card)
{
  return scr_map_scene_get_box (self->scene, card);
}

/* What lies at a place of the widget stays there. */
void
scr_map_canvas_zoom_around (ScrMapCanvas *self, double zoom, double x, double y)
{
  ScrPoint fixed = scr_map_canvas_to_map (self, x, y);

  zoom = CLAMP (zoom, SCR_MAP_LEAST_ZOOM, SCR_MAP_MOST_ZOOM);
  if (zoom == self->zoom)
    return;
  self->fitted = FALSE;
  self->zoom = zoom;
  self->x = fixed.x - x / zoom;
  self->y = fixed.y - y / zoom;
  g_hash_table_remove_all (self->layouts);
  scr_map_canvas_view_changed (self);
  g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * scr_map_canvas_get_zoom:
 * @self: a canvas
 *
 * Returns: px of the widget for one of the map
 */
double
scr_map_canvas_get_zoom (ScrMapCanvas *self)
{
  return self->zoom;
}

/**
 * scr_map_canvas_set_zoom:
 * @self: a canvas
 * @zoom: px of the widget for one of the map
 *
 * The middle stays where it is.
 */
void
scr_map_canvas_set_zoom (ScrMapCanvas *self, double zoom)
{
  scr_map_canvas_zoom_around (self, zoom, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                              gtk_widget_get_height (GTK_WIDGET (self)) / 2.0);
}

static void
fit (ScrMapCanvas *self, const ScrBox *box)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double zoom;

  if (box->width <= 0 || width <= 2 * FIT_MARGIN || height <= 2 * FIT_MARGIN)
    return;
  zoom = fmin ((width - 2 * FIT_MARGIN) / box->width, (height - 2 * FIT_MARGIN) / box->height);
  self->fitted = FALSE;
  self->zoom = CLAMP (fmin (zoom, 1), SCR_MAP_LEAST_ZOOM, SCR_MAP_MOST_ZOOM);
  self->x = box->x + box->width / 2 - width / 2 / self->zoom;
  self->y = box->y + box->height / 2 - height / 2 / self->zoom;
  g_hash_table_remove_all (self->layouts);
  scr_map_canvas_view_changed (self);
  g_object_notify (G_OBJECT (self), "zoom");
}

/**
 * scr_map_canvas_fit_all:
 * @self: a canvas
 *
 * Shows the whole map, no larger than it is.
 */
void
scr_map_canvas_fit_all (ScrMapCanvas *self)
{
  ScrBox bounds;

  scr_map_canvas_get_bounds (self, &bounds);
  self->fit_when_sized = bounds.width <= 0 || gtk_widget_get_width (GTK_WIDGET (self)) == 0;
  /* Room for the pills at the corners. */
  bounds = (ScrBox) {bounds.x, bounds.y - 12, bounds.width > 0 ? bounds.width + 18 : 0, bounds.height + 24};
  fit (self, &bounds);
  self->fitted = bounds.width > 0;
  self->fitted_width = gtk_widget_get_width (GTK_WIDGET (self));
  self->fitted_height = gtk_widget_get_height (GTK_WIDGET (self));
}

/**
 * scr_map_canvas_fit_selection:
 * @self: a canvas
 *
 * Shows the selected cards, as large as they can be up to their own size; all if none is selected.
 */
void
scr_map_canvas_fit_selection (ScrMapCanvas *self)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  const ScrMap *map = scr_map_canvas_get_map (self);

  for (guint i = 0; map != NULL && i < map->cards->len; i++)
    {
      const ScrBox *box = scr_map_scene_get_box (self->scene, i);

      if (!g_hash_table_contains (self->selected, scr_map_canvas_get_card_id (self, i)))
        continue;
      left = fmin (left, box->x);
      top = fmin (top, box->y);
      right = fmax (right, box->x + box->width);
      bottom = fmax (bottom, box->y + box->height);
    }
  if (isinf (left))
    scr_map_canvas_fit_all (self);
  else
    fit (self, &(ScrBox) {left, top, right - left, bottom - top});
}

/**
 * scr_map_canvas_show_place:
 * @self: a canvas
 * @x: px of the map
 * @y: px of the map
 *
 * Brings a place into the middle of the view.
 */
void
scr_map_canvas_show_place (ScrMapCanvas *self, double x, double y)
{
  self->x = x - gtk_widget_get_width (GTK_WIDGET (self)) / 2.0 / self->zoom;
  self->y = y - gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 / self->zoom;
  self->fit_when_sized = FALSE;
  self->fitted = FALSE;
  scr_map_canvas_view_changed (self);
}
