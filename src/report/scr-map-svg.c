/* A drawn map as SVG: texts stay texts, and every card and link says what it is. See scr-map-drawing.h. */
#include "config.h"

#include "scr-map-drawing-private.h"

#include <string.h>

/* Numbers have a point whatever the language. */
static void
append_number (GString *svg, double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", number);
  for (end = buffer + strlen (buffer); end[-1] == '0'; end--)
    end[-1] = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  g_string_append (svg, g_strcmp0 (buffer, "-0") == 0 ? "0" : buffer);
}

static void
append_attribute (GString *svg, const char *name, double number)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, number);
  g_string_append_c (svg, '"');
}

/* What XML has no place for is left out. */
static void
append_text (GString *svg, const char *words)
{
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      g_autofree char *one = NULL;

      if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xfffe || c == 0xffff)
        continue;
      one = g_markup_escape_text (p, g_utf8_next_char (p) - p);
      g_string_append (svg, one);
    }
}

static void
append_element (GString *svg, const char *element, const char *id, const char *words)
{
  g_string_append_printf (svg, "<%s", element);
  if (id != NULL)
    g_string_append_printf (svg, " id=\"%s\"", id);
  g_string_append_c (svg, '>');
  append_text (svg, words != NULL ? words : "");
  g_string_append_printf (svg, "</%s>\n", element);
}

static void
append_ink (GString *svg, const char *name, ScrInk ink)
{
  if (ink == SCR_NO_INK)
    g_string_append_printf (svg, " %s=\"none\"", name);
  else
    g_string_append_printf (svg, " %s=\"#%06x\"", name, ink);
}

static void
append_points (GString *svg, char command, const ScrPoint *points, guint n)
{
  g_string_append_c (svg, command);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      append_number (svg, points[i].x);
      g_string_append_c (svg, ' ');
      append_number (svg, points[i].y);
    }
}

static void
append_path (GString *svg, const ScrMapDrawing *self, const ScrMapShape *shape)
{
  int n;
  const double *dash = scr_dash_get (shape->dash, &n);

  g_string_append (svg, "<path d=\"");
  for (guint i = shape->first; i < shape->first + shape->n_parts; i++)
    {
      const ScrPathPart *part = &g_array_index (self->parts, ScrPathPart, i);

      if (part->type == SCR_PART_CLOSE)
        g_string_append_c (svg, 'Z');
      else
        append_points (svg,
                       part->type == SCR_PART_MOVE   ? 'M'
                       : part->type == SCR_PART_LINE ? 'L'
                                                     : 'C',
                       part->points, part->type == SCR_PART_CURVE ? 3 : 1);
    }
  g_string_append_c (svg, '"');
  append_ink (svg, "fill", shape->fill);
  if (shape->stroke != SCR_NO_INK)
    {
      append_ink (svg, "stroke", shape->stroke);
      append_attribute (svg, "stroke-width", shape->line_width);
    }
  if (n > 0)
    g_string_append_printf (svg, " stroke-dasharray=\"%d %d\"", (int)dash[0], (int)dash[1]);
  g_string_append (svg, "/>\n");
}

/* Words begin where they are read from, so that another font than ours does not move them away. */
static void
append_words (GString *svg, const ScrMapShape *shape)
{
  g_string_append (svg, "<text");
  append_attribute (svg, "x", shape->right_to_left ? shape->x + shape->width : shape->x);
  append_attribute (svg, "y", shape->baseline);
  append_attribute (svg, "font-size", shape->size);
  if (shape->bold)
    g_string_append (svg, " font-weight=\"bold\"");
  g_string_append_printf (svg, " direction=\"%s\"", shape->right_to_left ? "rtl" : "ltr");
  append_ink (svg, "fill", shape->fill);
  g_string_append_c (svg, '>');
  append_text (svg, shape->words);
  g_string_append (svg, "</text>\n");
}

static void
append_head (GString *svg, const ScrMapDrawing *self)
{
  const ScrBox *b = &self->bounds;

  g_string_append (svg,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  append_attribute (svg, "width", b->width);
  append_attribute (svg, "height", b->height);
  g_string_append (svg, " viewBox=\"");
  append_number (svg, b->x);
  g_string_append_c (svg, ' ');
  append_number (svg, b->y);
  g_string_append_c (svg, ' ');
  append_number (svg, b->width);
  g_string_append_c (svg, ' ');
  append_number (svg, b->height);
  g_string_append_c (svg, '"');
  if (self->language != NULL)
    {
      g_string_append (svg, " xml:lang=\"");
      append_text (svg, self->language);
      g_string_append (svg, "\" lang=\"");
      append_text (svg, self->language);
      g_string_append_c (svg, '"');
    }
  g_string_append_printf (svg, " dir=\"%s\" font-family=\"", self->right_to_left ? "rtl" : "ltr");
  append_text (svg, self->family != NULL ? self->family : "sans-serif");
  g_string_append (svg, "\" aria-labelledby=\"title\" aria-describedby=\"desc\">\n");
  append_element (svg, "title", "title", self->title);
  append_element (svg, "desc", "desc", self->alternative);
  g_string_append (svg, "<rect");
  append_attribute (svg, "x", b->x);
  append_attribute (svg, "y", b->y);
  append_attribute (svg, "width", b->width);
  append_attribute (svg, "height", b->height);
  g_string_append (svg, " fill=\"#ffffff\"/>\n");
}

/**
 * scr_map_drawing_to_svg:
 * @self: a drawing
 *
 * Returns: (transfer full): the text of an SVG file
 */
char *
scr_map_drawing_to_svg (const ScrMapDrawing *self)
{
  g_autoptr (GString) svg = g_string_new (NULL);

  append_head (svg, self);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const ScrMapShape *shape = &g_array_index (self->shapes, ScrMapShape, i);

      switch (shape->type)
        {
        case SCR_SHAPE_BEGIN:
          g_string_append (svg, "<g>\n");
          append_element (svg, "title", NULL, shape->words);
          break;
        case SCR_SHAPE_END:
          g_string_append (svg, "</g>\n");
          break;
        case SCR_SHAPE_PATH:
          append_path (svg, self, shape);
          break;
        case SCR_SHAPE_TEXT:
          append_words (svg, shape);
          break;
        }
    }
  g_string_append (svg, "</svg>\n");
  return g_strdup (svg->str);
}
