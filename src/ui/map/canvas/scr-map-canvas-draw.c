/* What of the map is drawn: the grid, links with their labels, what is being dragged. See scr-map-canvas.h.
 */
#include "config.h"

#include "scr-map-canvas-private.h"

#include "scr-canvas.h"

#include <math.h>

/* Dots of the grid, px of the map. */
#define GRID 24
/* Labels are left out when the map is smaller than this. */
#define LABEL_ZOOM 0.45
/* So many labels are kept laid out for the next frame. */
#define MOST_LAYOUTS 600

typedef struct
{
  const ScrInks *inks;
  gboolean dark;
  gboolean high_contrast;
} Look;

static Look
get_look (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  Look look = {NULL, adw_style_manager_get_dark (manager), adw_style_manager_get_high_contrast (manager)};

  look.inks = scr_inks_get_screen (look.dark, look.high_contrast);
  return look;
}

static GdkRGBA
to_rgba (ScrInk ink, float alpha)
{
  return (GdkRGBA) {(float)((ink >> 16) & 0xff) / 255, (float)((ink >> 8) & 0xff) / 255,
                    (float)(ink & 0xff) / 255, alpha};
}

/* --- The grid --- */

static void
draw_grid (ScrMapCanvas *self, GtkSnapshot *snapshot, const Look *look)
{
  float width = (float)gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float)gtk_widget_get_height (GTK_WIDGET (self));
  float cell = (float)(GRID * self->zoom);
  ScrPoint first;
  GdkRGBA color;

  if (cell < 9)
    return;
  color = to_rgba (look->inks->text, 0.1f);
  first = scr_map_canvas_from_map (self, floor (self->x / GRID) * GRID, floor (self->y / GRID) * GRID);
  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height),
                            &GRAPHENE_RECT_INIT ((float)first.x, (float)first.y, cell, cell));
  gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT ((float)first.x, (float)first.y, 2, 2));
  gtk_snapshot_pop (snapshot);
}

/* --- Links --- */

/* How a link is told: line, dashes and colour; its label tells it in words as well. */
static ScrInk
get_link_ink (const Look *look, const ScrMapLink *link)
{
  if (link->state == SCR_LINK_MISSING)
    return look->inks->tones[SCR_TONE_BAD].ink;
  if (link->state == SCR_LINK_PARTIAL)
    return look->inks->tones[SCR_TONE_WARNING].ink;
  return look->dark ? 0xb8b5bd : 0x5e5c64;
}

static void
set_dashes (cairo_t *cr, const ScrMapLink *link)
{
  static const double dashed[] = {9, 6}, dotted[] = {2, 6};

  if (link->state == SCR_LINK_MISSING)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dotted, 2, 0);
    }
  else if (link->state == SCR_LINK_PARTIAL)
    cairo_set_dash (cr, dashed, 2, 0);
  else
    cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_arrow (cairo_t *cr, const ScrRoute *route)
{
  const ScrPoint *tip = &route->points[3];
  ScrPoint before = scr_route_get_point (route, 0.94);
  double angle = atan2 (tip->y - before.y, tip->x - before.x);

  cairo_save (cr);
  cairo_translate (cr, tip->x, tip->y);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, -12, -6);
  cairo_line_to (cr, -12, 6);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
trace (cairo_t *cr, const ScrRoute *route)
{
  const ScrPoint *p = route->points;

  cairo_move_to (cr, p[0].x, p[0].y);
  cairo_curve_to (cr, p[1].x, p[1].y, p[2].x, p[2].y, p[3].x, p[3].y);
}

static void
set_ink (cairo_t *cr, ScrInk ink, double alpha)
{
  GdkRGBA color = to_rgba (ink, (float)alpha);

  gdk_cairo_set_source_rgba (cr, &color);
}

static void
draw_link (ScrMapCanvas *self, cairo_t *cr, const Look *look, guint index)
{
  const ScrMapLink *link = scr_map_get_link (scr_map_scene_get_map (self->scene), index);
  const ScrRoute *route = scr_map_scene_get_route (self->scene, index);
  gboolean selected = g_hash_table_contains (self->selected, scr_item_get_id (link->item));

  cairo_save (cr);
  if (selected)
    {
      set_ink (cr, look->inks->accent, 0.35);
      cairo_set_line_width (cr, 9);
      trace (cr, route);
      cairo_stroke (cr);
    }
  set_ink (cr, get_link_ink (look, link), link->phase == SCR_PHASE_IN_FORCE ? 1 : 0.4);
  cairo_set_line_width (cr, link->state == SCR_LINK_IN_PLACE ? 2 : 3);
  set_dashes (cr, link);
  trace (cr, route);
  cairo_stroke (cr);
  if (!self->boxed)
    draw_arrow (cr, route);
  cairo_restore (cr);
}

/* --- Their labels --- */

static PangoLayout *
get_layout (ScrMapCanvas *self, guint index)
{
  const ScrMapLink *link = scr_map_get_link (scr_map_scene_get_map (self->scene), index);
  PangoLayout *layout = g_hash_table_lookup (self->layouts, GUINT_TO_POINTER (index + 1));
  PangoAttrList *attributes;

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST_LAYOUTS)
    g_hash_table_remove_all (self->layouts);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), link->label);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.86 * fmin (self->zoom, 1.5)));
  if (link->state != SCR_LINK_IN_PLACE)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  g_hash_table_insert (self->layouts, GUINT_TO_POINTER (index + 1), layout);
  return layout;
}

/* The sign beside the words: a triangle for what is partial, a barred ring for what is missing. */
static void
draw_sign (cairo_t *cr, ScrLinkState state, double x, double y, double size)
{
  cairo_set_line_width (cr, size / 7);
  if (state == SCR_LINK_PARTIAL)
    {
      cairo_move_to (cr, x + size / 2, y);
      cairo_line_to (cr, x + size, y + size);
      cairo_line_to (cr, x, y + size);
      cairo_close_path (cr);
      cairo_fill (cr);
      return;
    }
  cairo_arc (cr, x + size / 2, y + size / 2, size * 0.42, 0, 2 * G_PI);
  cairo_stroke (cr);
  cairo_move_to (cr, x + size * 0.22, y + size * 0.22);
  cairo_line_to (cr, x + size * 0.78, y + size * 0.78);
  cairo_stroke (cr);
}

static void
draw_label (ScrMapCanvas *self, GtkSnapshot *snapshot, const Look *look, guint index)
{
  const ScrMapLink *link = scr_map_get_link (scr_map_scene_get_map (self->scene), index);
  ScrPoint place = scr_map_scene_get_route (self->scene, index)->label;
  PangoLayout *layout = get_layout (self, index);
  gboolean sign = link->state != SCR_LINK_IN_PLACE;
  GdkRGBA paper = look->dark ? to_rgba (0x1e1e1e, 0.95f) : to_rgba (0xf6f5f4, 0.95f);
  GdkRGBA ink = sign ? to_rgba (get_link_ink (look, link), 1) : to_rgba (look->inks->text, 1);
  graphene_rect_t area;
  float size, width, x;
  int text_width, height;

  if (self->link_label != NULL && g_strcmp0 (self->current_link, scr_item_get_id (link->item)) == 0)
    return;
  if (link->phase != SCR_PHASE_IN_FORCE)
    ink.alpha = 0.65f;
  place = scr_map_canvas_from_map (self, place.x, place.y);
  pango_layout_get_pixel_size (layout, &text_width, &height);
  size = sign ? (float)height * 0.7f : 0;
  width = (float)text_width + (sign ? size + 4 : 0);
  x = (float)place.x - width / 2;
  area = GRAPHENE_RECT_INIT (x - 4, (float)place.y - (float)height / 2, width + 8, (float)height);
  gtk_snapshot_append_color (snapshot, &paper, &area);
  if (sign)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

      gdk_cairo_set_source_rgba (cr, &ink);
      draw_sign (cr, link->state, x, place.y - size / 2, size);
      cairo_destroy (cr);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT (x + (sign ? size + 4 : 0), (float)place.y - (float)height / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/* --- Cards that are too small to read --- */

static ScrInk
get_card_ink (const Look *look, ScrCardSort sort)
{
  /* As in map-canvas.css. */
  static const ScrInk inks[] = {0x1a5fb4, 0x0f766e, 0x813d9c, 0x1a63b8};
  static const ScrInk dark_inks[] = {0x78aeed, 0x5bc8af, 0xc88fd8, 0x78aeed};

  return look->dark ? dark_inks[sort] : inks[sort];
}

static void
draw_box (ScrMapCanvas *self, GtkSnapshot *snapshot, const Look *look, guint index)
{
  const ScrMapCard *card = scr_map_get_card (scr_map_scene_get_map (self->scene), index);
  const ScrBox *box = scr_map_scene_get_box (self->scene, index);
  const char *id = scr_item_get_id (card->item);
  ScrPoint place = scr_map_canvas_from_map (self, box->x, box->y);
  float x = (float)floor (place.x), y = (float)floor (place.y);
  float width = (float)ceil (box->width * self->zoom), height = (float)ceil (box->height * self->zoom);
  GdkRGBA ink = to_rgba (get_card_ink (look, card->sort), card->phase == SCR_PHASE_IN_FORCE ? 1 : 0.5f);
  GdkRGBA paper = to_rgba (look->dark ? 0x1e1e1e : 0xffffff, 1);
  GdkRGBA accent = to_rgba (look->inks->accent, 1);

  if (scr_map_canvas_find_face (self, id) != NULL)
    return;
  if (g_hash_table_contains (self->selected, id))
    gtk_snapshot_append_color (snapshot, &accent, &GRAPHENE_RECT_INIT (x - 3, y - 3, width + 6, height + 6));
  gtk_snapshot_append_color (snapshot, &paper, &GRAPHENE_RECT_INIT (x, y, width, height));
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (x, y, width, height));
}

static void
draw_boxes (ScrMapCanvas *self, GtkSnapshot *snapshot, const Look *look)
{
  const GArray *visible;

  if (!self->boxed)
    return;
  visible = scr_map_canvas_list_visible (self);
  for (guint i = 0; i < visible->len; i++)
    draw_box (self, snapshot, look, g_array_index (visible, guint, i));
}

/* --- All of it --- */

static void
draw_links (ScrMapCanvas *self, GtkSnapshot *snapshot, const Look *look)
{
  const ScrMap *map = scr_map_scene_get_map (self->scene);
  g_autoptr (GArray) visible = g_array_new (FALSE, FALSE, sizeof (guint));
  ScrBox seen;
  cairo_t *cr;

  scr_map_canvas_get_visible (self, &seen);
  for (guint i = 0; i < map->links->len; i++)
    if (scr_map_scene_is_link_within (self->scene, i, &seen))
      g_array_append_val (visible, i);
  if (visible->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (GTK_WIDGET (self)),
                                                       (float)gtk_widget_get_height (GTK_WIDGET (self))));
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_translate (cr, -self->x, -self->y);
  for (guint i = 0; i < visible->len; i++)
    draw_link (self, cr, look, g_array_index (visible, guint, i));
  cairo_destroy (cr);
  for (guint i = 0; i < visible->len && self->zoom >= LABEL_ZOOM; i++)
    draw_label (self, snapshot, look, g_array_index (visible, guint, i));
}

/* Beneath the cards. */
void
scr_map_canvas_draw (ScrMapCanvas *self, GtkSnapshot *snapshot)
{
  Look look = get_look ();

  draw_grid (self, snapshot, &look);
  draw_links (self, snapshot, &look);
  draw_boxes (self, snapshot, &look);
}

static void
draw_guides (ScrMapCanvas *self, cairo_t *cr, const Look *look)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));

  set_ink (cr, look->inks->accent, 0.9);
  cairo_set_line_width (cr, 1);
  if (!isnan (self->guide_x))
    {
      double x = floor (scr_map_canvas_from_map (self, self->guide_x, 0).x) + 0.5;

      cairo_move_to (cr, x, 0);
      cairo_line_to (cr, x, height);
    }
  if (!isnan (self->guide_y))
    {
      double y = floor (scr_map_canvas_from_map (self, 0, self->guide_y).y) + 0.5;

      cairo_move_to (cr, 0, y);
      cairo_line_to (cr, width, y);
    }
  cairo_stroke (cr);
}

static void
draw_new_link (ScrMapCanvas *self, cairo_t *cr, const Look *look)
{
  const ScrBox *from = scr_map_scene_get_box (self->scene, (guint)self->pressed_card);
  ScrPoint end = scr_map_canvas_to_map (self, self->pointer_x, self->pointer_y);
  ScrRoute route;

  if (self->linked_card >= 0)
    scr_route_find (&route, from, scr_map_scene_get_box (self->scene, (guint)self->linked_card), 0, 1, NULL,
                    NULL);
  else
    scr_route_to_point (&route, from, end.x, end.y);
  cairo_save (cr);
  cairo_scale (cr, self->zoom, self->zoom);
  cairo_translate (cr, -self->x, -self->y);
  set_ink (cr, look->inks->accent, 1);
  cairo_set_line_width (cr, 3);
  trace (cr, &route);
  cairo_stroke (cr);
  draw_arrow (cr, &route);
  if (self->linked_card >= 0)
    {
      const ScrBox *to = scr_map_scene_get_box (self->scene, (guint)self->linked_card);

      cairo_rectangle (cr, to->x - 4, to->y - 4, to->width + 8, to->height + 8);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_band (ScrMapCanvas *self, cairo_t *cr, const Look *look)
{
  ScrPoint begin = scr_map_canvas_from_map (self, self->press_origin_x + self->press_x / self->zoom,
                                            self->press_origin_y + self->press_y / self->zoom);

  cairo_rectangle (cr, fmin (begin.x, self->pointer_x), fmin (begin.y, self->pointer_y),
                   fabs (self->pointer_x - begin.x), fabs (self->pointer_y - begin.y));
  set_ink (cr, look->inks->accent, 0.15);
  cairo_fill_preserve (cr);
  set_ink (cr, look->inks->accent, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

/* Over the cards: what the pointer is doing. */
void
scr_map_canvas_draw_above (ScrMapCanvas *self, GtkSnapshot *snapshot)
{
  Look look;
  cairo_t *cr;

  if (self->deed != SCR_MAP_MOVING && self->deed != SCR_MAP_LINKING && self->deed != SCR_MAP_BANDING)
    return;
  look = get_look ();
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (GTK_WIDGET (self)),
                                                       (float)gtk_widget_get_height (GTK_WIDGET (self))));
  if (self->deed == SCR_MAP_MOVING)
    draw_guides (self, cr, &look);
  else if (self->deed == SCR_MAP_LINKING)
    draw_new_link (self, cr, &look);
  else
    draw_band (self, cr, &look);
  cairo_destroy (cr);
}
