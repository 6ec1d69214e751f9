/* ScrMapDrawing - a map as shapes and texts. See the header. */
#include "config.h"

#include "scr-map-drawing-private.h"

#include <math.h>

#define MARGIN 12
#define TITLE_SIZE 28
#define SUBTITLE_SIZE 18
#define MARKING_SIZE 14

static void
clear_shape (gpointer data)
{
  ScrMapShape *shape = data;

  g_free (shape->words);
}

/* Title, day and marking, above what is drawn already. */
static void
draw_head (ScrMapPen *pen)
{
  const ScrMapDrawingOptions *options = pen->options;
  const ScrBox bounds = pen->drawing->bounds;
  double width = fmax (bounds.width, 480), y = bounds.y - 24;
  const struct
  {
    const char *words;
    double size;
    gboolean bold;
    ScrInk ink;
  } lines[] = {{options->subtitle, SUBTITLE_SIZE, FALSE, pen->inks->dim},
               {options->title, TITLE_SIZE, TRUE, pen->inks->text},
               {options->marking, MARKING_SIZE, TRUE, pen->inks->text}};

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (ScrMapLines) words = NULL;
      ScrBox box = {bounds.x, 0, width, 0};

      if (lines[i].words == NULL)
        continue;
      words = scr_map_lines_set (pen, lines[i].words, lines[i].size, lines[i].bold, width, 3);
      box.height = words->height;
      box.y = y -= words->height;
      scr_map_pen_write (pen, words, SCR_ALIGN_START, box.x, box.y, width, lines[i].ink);
      scr_map_pen_reach (pen, &box);
      y -= 9;
    }
}

/**
 * scr_map_drawing_new:
 * @map: a map whose cards all stand somewhere
 * @options: how it is drawn
 *
 * Returns: (transfer full): the drawing
 */
ScrMapDrawing *
scr_map_drawing_new (const ScrMap *map, const ScrMapDrawingOptions *options)
{
  ScrMapDrawing *self = g_new0 (ScrMapDrawing, 1);
  g_autofree ScrBox *boxes = g_new0 (ScrBox, map->cards->len + 1);
  ScrMapPen pen = {.drawing = self,
                   .map = map,
                   .options = options,
                   .inks = scr_inks_get_paper (options->high_contrast),
                   .boxes = boxes};

  self->shapes = g_array_new (FALSE, TRUE, sizeof (ScrMapShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->parts = g_array_new (FALSE, TRUE, sizeof (ScrPathPart));
  self->title = g_strdup (options->title);
  self->alternative = g_strdup (options->alternative);
  self->family = g_strdup (options->family);
  self->language = g_strdup (scr_language_get_code (options->language));
  self->right_to_left = scr_language_is_right_to_left (options->language);
  for (guint i = 0; i < map->cards->len; i++)
    scr_map_pen_measure_card (&pen, scr_map_get_card (map, i), &boxes[i]);
  scr_map_pen_draw_links (&pen);
  for (guint i = 0; i < map->cards->len; i++)
    scr_map_pen_draw_card (&pen, scr_map_get_card (map, i), &boxes[i]);
  scr_map_pen_draw_legend (&pen);
  draw_head (&pen);
  self->bounds.x -= MARGIN;
  self->bounds.y -= MARGIN;
  self->bounds.width += 2 * MARGIN;
  self->bounds.height += 2 * MARGIN;
  return self;
}

/**
 * scr_map_drawing_free:
 * @self: a drawing
 */
void
scr_map_drawing_free (ScrMapDrawing *self)
{
  g_array_unref (self->shapes);
  g_array_unref (self->parts);
  g_free (self->title);
  g_free (self->alternative);
  g_free (self->family);
  g_free (self->language);
  g_free (self);
}

/**
 * scr_map_drawing_get_bounds:
 * @self: a drawing
 * @bounds: (out caller-allocates): a box that holds all of it, px
 */
void
scr_map_drawing_get_bounds (const ScrMapDrawing *self, ScrBox *bounds)
{
  *bounds = self->bounds;
}

/* Lengths of dashes and gaps, px, as the design has them. */
const double *
scr_dash_get (ScrDash dash, int *n)
{
  static const double dashes[][2] = {{0, 0}, {9, 6}, {2, 6}, {5, 4}};

  *n = dash == SCR_DASH_NONE ? 0 : 2;
  return dashes[dash];
}

static void
draw_path (const ScrMapDrawing *self, const ScrMapShape *shape, const ScrCanvas *canvas)
{
  cairo_t *cr = canvas->cr;
  int n;
  const double *dash = scr_dash_get (shape->dash, &n);

  cairo_new_path (cr);
  for (guint i = shape->first; i < shape->first + shape->n_parts; i++)
    {
      const ScrPathPart *part = &g_array_index (self->parts, ScrPathPart, i);

      if (part->type == SCR_PART_MOVE)
        cairo_move_to (cr, part->points[0].x, part->points[0].y);
      else if (part->type == SCR_PART_LINE)
        cairo_line_to (cr, part->points[0].x, part->points[0].y);
      else if (part->type == SCR_PART_CURVE)
        cairo_curve_to (cr, part->points[0].x, part->points[0].y, part->points[1].x, part->points[1].y,
                        part->points[2].x, part->points[2].y);
      else
        cairo_close_path (cr);
    }
  if (shape->fill != SCR_NO_INK)
    {
      scr_canvas_set_ink (canvas, shape->fill);
      cairo_fill_preserve (cr);
    }
  if (shape->stroke != SCR_NO_INK)
    {
      scr_canvas_set_ink (canvas, shape->stroke);
      cairo_set_line_width (cr, shape->line_width);
      cairo_set_dash (cr, dash, n, 0);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static gboolean
touches (const ScrMapDrawing *self, const ScrMapShape *shape, const ScrBox *part)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;
  ScrBox box = {shape->x, shape->top, shape->width, shape->size * 2};

  if (shape->type == SCR_SHAPE_TEXT)
    return scr_box_intersects (&box, part);
  for (guint i = shape->first; i < shape->first + shape->n_parts; i++)
    {
      const ScrPathPart *at = &g_array_index (self->parts, ScrPathPart, i);

      for (guint k = 0; at->type != SCR_PART_CLOSE && k < G_N_ELEMENTS (at->points); k++)
        {
          left = fmin (left, at->points[k].x);
          top = fmin (top, at->points[k].y);
          right = fmax (right, at->points[k].x);
          bottom = fmax (bottom, at->points[k].y);
        }
    }
  box = (ScrBox) {left - 2, top - 2, right - left + 4, bottom - top + 4};
  return scr_box_intersects (&box, part);
}

/**
 * scr_map_drawing_draw:
 * @self: a drawing
 * @canvas: where to draw, with a cairo context that maps px of the map to where they belong
 * @part: (nullable): what does not touch this box is left out
 */
void
scr_map_drawing_draw (const ScrMapDrawing *self, const ScrCanvas *canvas, const ScrBox *part)
{
  ScrCanvas letters = *canvas;

  cairo_save (canvas->cr);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const ScrMapShape *shape = &g_array_index (self->shapes, ScrMapShape, i);

      if (part != NULL && !touches (self, shape, part))
        continue;
      if (shape->type == SCR_SHAPE_PATH)
        draw_path (self, shape, canvas);
      if (shape->type != SCR_SHAPE_TEXT || *shape->words == '\0')
        continue;
      letters.text_size = shape->size;
      scr_canvas_set_ink (canvas, shape->fill);
      scr_canvas_write (&letters, shape->words, shape->bold, shape->x, shape->top);
    }
  cairo_restore (canvas->cr);
}
