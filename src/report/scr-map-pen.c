/* The pen that shapes of a map are drawn with: paths, groups, texts set into lines. See
 * scr-map-drawing-private.h. */
#include "config.h"

#include "scr-map-drawing-private.h"

#include <math.h>
#include <string.h>

/* Of a quarter of a circle drawn as a curve. */
#define ROUND 0.5522847

static ScrMapShape *
add_shape (ScrMapPen *self, ScrShapeType type)
{
  const ScrMapShape shape = {.type = type, .fill = SCR_NO_INK, .stroke = SCR_NO_INK};

  g_array_append_val (self->drawing->shapes, shape);
  return &g_array_index (self->drawing->shapes, ScrMapShape, self->drawing->shapes->len - 1);
}

/* What follows, until its end, is @words. */
void
scr_map_pen_begin (ScrMapPen *self, const char *words)
{
  add_shape (self, SCR_SHAPE_BEGIN)->words = g_strdup (words);
}

void
scr_map_pen_end (ScrMapPen *self)
{
  add_shape (self, SCR_SHAPE_END);
}

/* The bounds hold @box from now on. */
void
scr_map_pen_reach (ScrMapPen *self, const ScrBox *box)
{
  ScrBox *bounds = &self->drawing->bounds;
  double right = fmax (bounds->x + bounds->width, box->x + box->width);
  double bottom = fmax (bounds->y + bounds->height, box->y + box->height);

  if (bounds->width <= 0)
    {
      *bounds = *box;
      return;
    }
  bounds->x = fmin (bounds->x, box->x);
  bounds->y = fmin (bounds->y, box->y);
  bounds->width = right - bounds->x;
  bounds->height = bottom - bounds->y;
}

static void
add_part (ScrMapPen *self, ScrPartType type, ScrPoint a, ScrPoint b, ScrPoint c)
{
  const ScrPathPart part = {type, {a, b, c}};

  g_array_append_val (self->drawing->parts, part);
}

void
scr_map_pen_move (ScrMapPen *self, double x, double y)
{
  const ScrPoint to = {x, y};

  add_part (self, SCR_PART_MOVE, to, to, to);
}

void
scr_map_pen_line (ScrMapPen *self, double x, double y)
{
  const ScrPoint to = {x, y};

  add_part (self, SCR_PART_LINE, to, to, to);
}

void
scr_map_pen_curve (ScrMapPen *self, ScrPoint a, ScrPoint b, ScrPoint c)
{
  add_part (self, SCR_PART_CURVE, a, b, c);
}

void
scr_map_pen_close (ScrMapPen *self)
{
  const ScrPoint nowhere = {0, 0};

  add_part (self, SCR_PART_CLOSE, nowhere, nowhere, nowhere);
}

/* Adds a rectangle to the path, with round corners unless @radius is 0. */
void
scr_map_pen_add_rectangle (ScrMapPen *self, const ScrBox *box, double radius)
{
  double r = fmin (radius, fmin (box->width, box->height) / 2), k = r * (1 - ROUND);
  double l = box->x, t = box->y, right = l + box->width, b = t + box->height;

  scr_map_pen_move (self, l + r, t);
  scr_map_pen_line (self, right - r, t);
  scr_map_pen_curve (self, (ScrPoint) {right - k, t}, (ScrPoint) {right, t + k}, (ScrPoint) {right, t + r});
  scr_map_pen_line (self, right, b - r);
  scr_map_pen_curve (self, (ScrPoint) {right, b - k}, (ScrPoint) {right - k, b}, (ScrPoint) {right - r, b});
  scr_map_pen_line (self, l + r, b);
  scr_map_pen_curve (self, (ScrPoint) {l + k, b}, (ScrPoint) {l, b - k}, (ScrPoint) {l, b - r});
  scr_map_pen_line (self, l, t + r);
  scr_map_pen_curve (self, (ScrPoint) {l, t + k}, (ScrPoint) {l + k, t}, (ScrPoint) {l + r, t});
  scr_map_pen_close (self);
}

void
scr_map_pen_add_disc (ScrMapPen *self, double x, double y, double radius)
{
  const ScrBox box = {x - radius, y - radius, 2 * radius, 2 * radius};

  scr_map_pen_add_rectangle (self, &box, radius);
}

/* Paints the path and begins a new one. */
void
scr_map_pen_paint (ScrMapPen *self, ScrInk fill, ScrInk stroke, double line_width, ScrDash dash)
{
  ScrMapShape *shape = add_shape (self, SCR_SHAPE_PATH);

  shape->first = self->first_part;
  shape->n_parts = self->drawing->parts->len - self->first_part;
  shape->fill = fill;
  shape->stroke = stroke;
  shape->line_width = line_width;
  shape->dash = dash;
  self->first_part = self->drawing->parts->len;
}

/* --- Texts --- */

static PangoLayout *
make_layout (ScrMapPen *pen, const char *words, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (pen->options->context);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (pen->options->context));
  PangoAttrList *attributes = scr_letters_new_attributes ();

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (width > 0)
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_text (layout, words, -1);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

/* The words of a line; where lines are left out after it, its end makes room for the dots that say so. */
static char *
dup_line (PangoLayoutLine *line, const char *words, gboolean is_cut)
{
  g_autofree char *whole = g_strndup (words + line->start_index, (gsize)line->length);
  glong length;

  g_strstrip (whole);
  if (!is_cut)
    return g_steal_pointer (&whole);
  length = g_utf8_strlen (whole, -1);
  *g_utf8_offset_to_pointer (whole, MAX (length - 2, 0)) = '\0';
  return g_strconcat (g_strchomp (whole), "…", NULL);
}

/**
 * scr_map_lines_set:
 * @pen: a pen
 * @words: a text
 * @size: of its letters
 * @bold: whether in bold letters
 * @width: how wide lines may be; 0: one line
 * @max_lines: how many lines are kept; what is cut is shown as cut
 *
 * Returns: (transfer full): the text, set into lines
 */
ScrMapLines *
scr_map_lines_set (ScrMapPen *pen,
                   const char *words,
                   double size,
                   gboolean bold,
                   double width,
                   guint max_lines)
{
  ScrMapLines *self = g_new0 (ScrMapLines, 1);
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  g_autoptr (PangoLayout) layout = NULL;
  guint n;

  g_strdelimit (valid, "\n\r\t", ' ');
  layout = make_layout (pen, valid, size, bold, width);
  n = MIN ((guint)pango_layout_get_line_count (layout), MAX (max_lines, 1));
  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->widths = g_new0 (double, n);
  self->right_to_left = g_new0 (gboolean, n);
  self->size = size;
  self->bold = bold;
  for (guint i = 0; i < n; i++)
    {
      gboolean is_cut = i + 1 == n && n < (guint)pango_layout_get_line_count (layout);
      char *line = dup_line (pango_layout_get_line_readonly (layout, (int)i), valid, is_cut);
      g_autoptr (PangoLayout) alone = make_layout (pen, line, size, bold, 0);
      PangoRectangle extents;

      pango_layout_line_get_extents (pango_layout_get_line_readonly (alone, 0), NULL, &extents);
      g_ptr_array_add (self->lines, line);
      self->right_to_left[i] = pango_layout_get_line_readonly (alone, 0)->resolved_dir == PANGO_DIRECTION_RTL;
      self->widths[i] = (double)extents.width / PANGO_SCALE;
      self->width = fmax (self->width, self->widths[i]);
      self->line_height = fmax (self->line_height, (double)extents.height / PANGO_SCALE);
      self->ascent = fmax (self->ascent, -(double)extents.y / PANGO_SCALE);
    }
  self->height = n * self->line_height;
  return self;
}

void
scr_map_lines_free (ScrMapLines *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self->widths);
  g_free (self->right_to_left);
  g_free (self);
}

/* Writes lines from @y down, in @width from @x; the start is on the right where the language reads that way.
 */
void
scr_map_pen_write (ScrMapPen *self,
                   const ScrMapLines *words,
                   ScrAlign align,
                   double x,
                   double y,
                   double width,
                   ScrInk ink)
{
  gboolean at_right = (align == SCR_ALIGN_END) != self->drawing->right_to_left;

  for (guint i = 0; i < words->lines->len; i++)
    {
      const char *line = g_ptr_array_index (words->lines, i);
      double room = width - words->widths[i];
      ScrMapShape *shape = add_shape (self, SCR_SHAPE_TEXT);

      shape->words = g_strdup (line);
      shape->x = x + (align == SCR_ALIGN_CENTRE ? room / 2 : at_right ? room : 0);
      shape->top = y + i * words->line_height;
      shape->baseline = shape->top + words->ascent;
      shape->width = words->widths[i];
      shape->size = words->size;
      shape->bold = words->bold;
      shape->fill = ink;
      shape->right_to_left = words->right_to_left[i];
    }
}
