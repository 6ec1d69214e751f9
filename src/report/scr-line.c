/* Drawing the lines of an ScrTypeset: letters, links, and what stands behind or beside words. See
 * scr-typeset.h. */
#include "scr-chart.h"
#include "scr-typeset.h"

#include <stdlib.h>

typedef struct
{
  PangoLayoutRun *run;
  const ScrTextSpan *span; /* (nullable) */
  double x;
  double width;
} Run;

static const ScrTextSpan *
find_span (const ScrTypeset *set, gsize offset)
{
  for (guint i = 0; i < set->n_spans; i++)
    if (offset >= set->spans[i].start && offset < set->spans[i].end)
      return &set->spans[i];
  return NULL;
}

static int
compare_offsets (gconstpointer a, gconstpointer b)
{
  return ((const Run *)a)->run->item->offset - ((const Run *)b)->run->item->offset;
}

/* The pieces of a line from left to right, put into the order in which they are read. */
static Run *
collect_runs (const ScrLine *self, guint *n_runs)
{
  guint n = 0;
  double x = self->x;
  Run *runs = g_new (Run, g_slist_length (self->line->runs) + 1);

  for (GSList *l = self->line->runs; l != NULL; l = l->next)
    {
      Run *run = &runs[n++];

      run->run = l->data;
      run->x = x;
      run->width = (double)pango_glyph_string_get_width (run->run->glyphs) / PANGO_SCALE;
      run->span = find_span (self->set, (gsize)run->run->item->offset);
      x += run->width;
    }
  for (guint i = 1; i < n; i++)
    if (compare_offsets (&runs[i - 1], &runs[i]) > 0)
      {
        qsort (runs, n, sizeof (Run), compare_offsets);
        break;
      }
  *n_runs = n;
  return runs;
}

static ScrInk
get_run_ink (const ScrCanvas *canvas, const ScrTextSpan *span, ScrInk ink)
{
  if (span == NULL)
    return ink;
  if (span->is_status)
    return canvas->inks->tones[span->tone].ink;
  if (span->target != NULL)
    return canvas->inks->accent;
  return (span->style & SCR_TEXT_DIM) != 0 ? canvas->inks->dim : ink;
}

static void
draw_underline (const ScrCanvas *canvas, const Run *run, double x, double baseline)
{
  double thickness = MAX (canvas->text_size / 18, 0.5);

  cairo_rectangle (canvas->cr, x + run->x, baseline + 2 * thickness, run->width, thickness);
  cairo_fill (canvas->cr);
}

/**
 * scr_line_draw:
 * @self: a line
 * @canvas: where to draw
 * @ink: the ink of plain words
 * @x: left edge of the line's box
 * @y: top of the line
 * @link: (nullable): told of links as they come
 * @user_data: for @link
 *
 * Draws the letters in the order in which they are read.
 */
void
scr_line_draw (const ScrLine *self,
               const ScrCanvas *canvas,
               ScrInk ink,
               double x,
               double y,
               ScrLinkFunc link,
               gpointer user_data)
{
  guint n;
  g_autofree Run *runs = collect_runs (self, &n);
  double baseline = y + self->baseline;

  for (guint i = 0; i < n; i++)
    {
      const ScrTextSpan *span = runs[i].span;

      if (link != NULL && self->set->n_spans > 0)
        link (self->set, span != NULL && span->target != NULL ? span : NULL, user_data);
      if (span != NULL && span->symbol != SCR_SYMBOL_NONE)
        continue;
      scr_canvas_set_ink (canvas, get_run_ink (canvas, span, ink));
      cairo_move_to (canvas->cr, x + runs[i].x, baseline);
      pango_cairo_show_glyph_item (canvas->cr, self->set->words, runs[i].run);
      if (span != NULL && span->target != NULL)
        draw_underline (canvas, &runs[i], x, baseline);
    }
}

/**
 * scr_line_has_decoration:
 * @self: a line
 *
 * Returns: whether something stands behind or beside its words
 */
gboolean
scr_line_has_decoration (const ScrLine *self)
{
  for (guint i = 0; i < self->set->n_spans; i++)
    if (self->set->spans[i].is_status || self->set->spans[i].symbol != SCR_SYMBOL_NONE)
      return TRUE;
  return FALSE;
}

static void
draw_pill (const ScrLine *self, const ScrCanvas *canvas, const Run *run, double x, double y)
{
  double size = canvas->text_size, side = size * 0.26;

  scr_canvas_rounded_rectangle (canvas, x + run->x - side, y + self->baseline - size * 0.96,
                                run->width + 2 * side, size * 1.28, size);
  scr_canvas_set_ink (canvas, canvas->inks->tones[run->span->tone].fill);
  cairo_fill_preserve (canvas->cr);
  if (canvas->high_contrast)
    {
      scr_canvas_set_ink (canvas, canvas->inks->text);
      cairo_set_line_width (canvas->cr, 0.75);
      cairo_stroke (canvas->cr);
    }
  cairo_new_path (canvas->cr);
}

/**
 * scr_line_draw_decoration:
 * @self: a line
 * @canvas: where to draw
 * @x: left edge of the line's box
 * @y: top of the line
 *
 * Draws the pills behind status words, and the symbols. They say nothing that the words do not.
 */
void
scr_line_draw_decoration (const ScrLine *self, const ScrCanvas *canvas, double x, double y)
{
  guint n;
  g_autofree Run *runs = collect_runs (self, &n);

  for (guint i = 0; i < n; i++)
    {
      const ScrTextSpan *span = runs[i].span;

      if (span == NULL)
        continue;
      if (span->symbol != SCR_SYMBOL_NONE)
        scr_chart_draw_symbol (canvas, span->symbol, x + runs[i].x,
                               y + self->baseline - canvas->text_size * 0.9, canvas->text_size);
      else if (span->is_status)
        draw_pill (self, canvas, &runs[i], x, y);
    }
}
