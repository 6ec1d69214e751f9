/* The whole map small. See the header. */
#include "config.h"

#include "scr-map-overview.h"

#include "scr-canvas.h"

#include <math.h>

#define WIDTH 180
#define HEIGHT 120
#define MARGIN 9

struct _ScrMapOverview
{
  GtkWidget parent_instance;

  ScrMapCanvas *canvas;
};

G_DEFINE_FINAL_TYPE (ScrMapOverview, scr_map_overview, GTK_TYPE_WIDGET)

/* What it shows: the map and what is seen beside it, and how small. */
static double
get_scale (ScrMapOverview *self, ScrBox *bounds)
{
  scr_map_canvas_get_bounds (self->canvas, bounds);
  if (bounds->width <= 0)
    return 0;
  return fmin ((WIDTH - 2.0 * MARGIN) / bounds->width, (HEIGHT - 2.0 * MARGIN) / bounds->height);
}

static void
on_viewed (ScrMapOverview *self)
{
  ScrBox bounds, visible;

  scr_map_canvas_get_bounds (self->canvas, &bounds);
  scr_map_canvas_get_visible (self->canvas, &visible);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          bounds.width > 0
                              && (bounds.x < visible.x || bounds.y < visible.y
                                  || bounds.x + bounds.width > visible.x + visible.width
                                  || bounds.y + bounds.height > visible.y + visible.height));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
draw_seen (cairo_t *cr, const ScrBox *seen, double scale, const ScrInks *inks)
{
  cairo_rectangle (cr, seen->x * scale, seen->y * scale, seen->width * scale, seen->height * scale);
  cairo_set_source_rgba (cr, ((inks->accent >> 16) & 0xff) / 255.0, ((inks->accent >> 8) & 0xff) / 255.0,
                         (inks->accent & 0xff) / 255.0, 1);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

static void
scr_map_overview_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScrMapOverview *self = SCR_MAP_OVERVIEW (widget);
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const ScrInks *inks = scr_inks_get_screen (adw_style_manager_get_dark (manager),
                                             adw_style_manager_get_high_contrast (manager));
  const ScrMap *map = scr_map_canvas_get_map (self->canvas);
  double grey = adw_style_manager_get_dark (manager) ? 0.75 : 0.4;
  ScrBox bounds, visible;
  double scale = get_scale (self, &bounds);
  cairo_t *cr;

  if (scale <= 0 || map == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
  cairo_rectangle (cr, 0, 0, WIDTH, HEIGHT);
  cairo_clip (cr);
  cairo_translate (cr, (WIDTH - bounds.width * scale) / 2 - bounds.x * scale,
                   (HEIGHT - bounds.height * scale) / 2 - bounds.y * scale);
  cairo_set_source_rgb (cr, grey, grey, grey);
  for (guint i = 0; i < map->cards->len; i++)
    {
      const ScrBox *box = scr_map_canvas_get_box (self->canvas, i);

      cairo_rectangle (cr, box->x * scale, box->y * scale, fmax (box->width * scale, 1),
                       fmax (box->height * scale, 1));
    }
  cairo_fill (cr);
  scr_map_canvas_get_visible (self->canvas, &visible);
  draw_seen (cr, &visible, scale, inks);
  cairo_destroy (cr);
}

static void
go_to (ScrMapOverview *self, double x, double y)
{
  ScrBox bounds;
  double scale = get_scale (self, &bounds);

  if (scale > 0)
    scr_map_canvas_show_place (self->canvas, bounds.x + (x - (WIDTH - bounds.width * scale) / 2) / scale,
                               bounds.y + (y - (HEIGHT - bounds.height * scale) / 2) / scale);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, ScrMapOverview *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, x, y);
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, ScrMapOverview *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, x + dx, y + dy);
}

static void
scr_map_overview_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
scr_map_overview_dispose (GObject *object)
{
  g_clear_object (&SCR_MAP_OVERVIEW (object)->canvas);
  G_OBJECT_CLASS (scr_map_overview_parent_class)->dispose (object);
}

static void
scr_map_overview_class_init (ScrMapOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_map_overview_dispose;
  widget_class->measure = scr_map_overview_measure;
  widget_class->snapshot = scr_map_overview_snapshot;
  gtk_widget_class_set_css_name (widget_class, "mapoverview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
scr_map_overview_init (ScrMapOverview *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 12);
}

/**
 * scr_map_overview_new:
 * @canvas: whose map it shows
 *
 * Returns: (transfer floating): an overview that shows itself when there is more than is seen
 */
GtkWidget *
scr_map_overview_new (ScrMapCanvas *canvas)
{
  ScrMapOverview *self = g_object_new (SCR_TYPE_MAP_OVERVIEW, NULL);

  self->canvas = g_object_ref (canvas);
  g_signal_connect_object (canvas, "viewed", G_CALLBACK (on_viewed), self, G_CONNECT_SWAPPED);
  on_viewed (self);
  return GTK_WIDGET (self);
}
