/* Charts and symbols. See the header. */
#include "scr-chart.h"

#include <math.h>

/* A share that is not nothing is seen, and room for its number. */
#define LEAST_SHARE 0.07
#define N_PARTS 3

/* Diagonal stripes within the current path. They are lines, not an image, so that paper stays sharp. */
static void
fill_stripes (const ScrCanvas *canvas, ScrInk fill, ScrInk ink, double gap)
{
  cairo_t *cr = canvas->cr;
  double x1, y1, x2, y2;

  cairo_path_extents (cr, &x1, &y1, &x2, &y2);
  cairo_save (cr);
  cairo_clip (cr);
  scr_canvas_set_ink (canvas, fill);
  cairo_rectangle (cr, x1, y1, x2 - x1, y2 - y1);
  cairo_fill (cr);
  scr_canvas_set_ink (canvas, ink);
  cairo_set_line_width (cr, gap / 8);
  for (double x = x1 - (y2 - y1); x < x2; x += gap)
    {
      cairo_move_to (cr, x, y2);
      cairo_line_to (cr, x + (y2 - y1), y1);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_share (const ScrCanvas *canvas, guint part, double x, double y, double width, double height)
{
  cairo_t *cr = canvas->cr;
  const ScrInks *inks = canvas->inks;
  double line = canvas->text_size / 9, dash = canvas->text_size / 3.5;

  if (part < 2)
    {
      cairo_rectangle (cr, x, y, width, height);
      scr_canvas_set_ink (canvas, part == 0 ? inks->much : inks->well);
      cairo_fill (cr);
      return;
    }
  cairo_rectangle (cr, x, y, width, height);
  fill_stripes (canvas, inks->change_fill, inks->change, canvas->text_size);
  cairo_save (cr);
  cairo_rectangle (cr, x + line / 2, y + line / 2, width - line, height - line);
  cairo_set_line_width (cr, line);
  cairo_set_dash (cr, &dash, 1, 0);
  scr_canvas_set_ink (canvas, inks->change);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The number and, where there is room, the words. On stripes they stand on a plate. */
static void
label_share (const ScrCanvas *canvas,
             guint part,
             guint count,
             const char *label,
             double x,
             double y,
             double width,
             double height)
{
  const ScrInks *inks = canvas->inks;
  const ScrInk colours[N_PARTS] = {inks->on_much, inks->on_well, inks->text};
  double pad = canvas->text_size * 0.55, words_width, words_height;
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *words = g_strdup_printf ("%u %s", count, label);
  const char *shown = words;

  scr_canvas_measure (canvas, words, part == 2, &words_width, &words_height);
  if (words_width > width - 2 * pad)
    {
      shown = number;
      scr_canvas_measure (canvas, number, part == 2, &words_width, &words_height);
      pad = MIN (pad, MAX ((width - words_width) / 2, 0));
    }
  if (part == 2)
    {
      double left = canvas->right_to_left ? x + width - pad - words_width : x + pad;

      scr_canvas_rounded_rectangle (canvas, left - pad * 0.4, y + (height - words_height) / 2,
                                    words_width + pad * 0.8, words_height, 2);
      scr_canvas_set_ink (canvas, inks->change_fill);
      cairo_fill (canvas->cr);
    }
  scr_canvas_set_ink (canvas, colours[part]);
  scr_canvas_write_in (canvas, shown, part == 2, SCR_ALIGN_START, x + pad, y + (height - words_height) / 2,
                       MAX (width - 2 * pad, words_width + 1));
}

/* Widths by share; each that is not nothing at least so wide that its number can be read. */
static void
share_width (const guint *counts, double width, double gap, double *widths)
{
  guint total = counts[0] + counts[1] + counts[2], n = 0;
  double room, least = 0, rest = 0;

  for (guint i = 0; i < N_PARTS; i++)
    n += counts[i] > 0;
  room = width - gap * (n > 0 ? n - 1 : 0);
  for (guint i = 0; i < N_PARTS; i++)
    {
      widths[i] = total > 0 ? room * counts[i] / total : 0;
      if (counts[i] > 0 && widths[i] < room * LEAST_SHARE)
        {
          least += room * LEAST_SHARE - widths[i];
          widths[i] = room * LEAST_SHARE;
        }
      else
        rest += widths[i];
    }
  for (guint i = 0; i < N_PARTS && rest > 0; i++)
    if (widths[i] > room * LEAST_SHARE)
      widths[i] -= least * widths[i] / rest;
}

/**
 * scr_chart_draw_balance:
 * @canvas: where to draw
 * @balance: the counts
 * @much_label: what follows the first number: "how much"
 * @well_label: the second: "how well"
 * @change_label: the third: "difference"
 * @x: left edge
 * @y: top edge
 * @width: how wide
 * @height: how high
 *
 * Draws the balance bar: dark, light and striped parts with their numbers. Where nothing is counted, an empty
 * frame.
 */
void
scr_chart_draw_balance (const ScrCanvas *canvas,
                        const ScrChartBalance *balance,
                        const char *much_label,
                        const char *well_label,
                        const char *change_label,
                        double x,
                        double y,
                        double width,
                        double height)
{
  const guint counts[N_PARTS] = {balance->much, balance->well, balance->change};
  const char *const labels[N_PARTS] = {much_label, well_label, change_label};
  double widths[N_PARTS], gap = MAX (width / 240, 1.5), at = 0;

  if (counts[0] + counts[1] + counts[2] == 0)
    {
      cairo_rectangle (canvas->cr, x + 0.5, y + 0.5, width - 1, height - 1);
      scr_canvas_set_ink (canvas, canvas->inks->rule);
      cairo_set_line_width (canvas->cr, 1);
      cairo_stroke (canvas->cr);
      return;
    }
  share_width (counts, width, gap, widths);
  for (guint i = 0; i < N_PARTS; i++)
    {
      double left = canvas->right_to_left ? x + width - at - widths[i] : x + at;

      if (counts[i] == 0)
        continue;
      draw_share (canvas, i, left, y, widths[i], height);
      label_share (canvas, i, counts[i], labels[i], left, y, widths[i], height);
      at += widths[i] + gap;
    }
}

/**
 * scr_chart_draw_judgement:
 * @canvas: where to draw
 * @judgement: 0 to 4
 * @x: left edge
 * @y: top edge
 * @size: its width and height
 *
 * Draws a judgement: a dashed ring for none, then a disc filled by quarters.
 */
void
scr_chart_draw_judgement (const ScrCanvas *canvas, int judgement, double x, double y, double size)
{
  cairo_t *cr = canvas->cr;
  double line = size / 10, radius = size / 2 - line / 2, dash = size / 6.5;
  double cx = x + size / 2, cy = y + size / 2;
  ScrInk ink = judgement > 0 ? canvas->inks->accent : canvas->inks->tones[SCR_TONE_BAD].ink;

  cairo_save (cr);
  scr_canvas_set_ink (canvas, ink);
  cairo_set_line_width (cr, line);
  cairo_new_sub_path (cr);
  cairo_arc (cr, cx, cy, radius, 0, 2 * G_PI);
  if (judgement <= 0)
    cairo_set_dash (cr, &dash, 1, 0);
  cairo_stroke (cr);
  if (judgement > 0)
    {
      cairo_move_to (cr, cx, cy);
      cairo_arc (cr, cx, cy, radius, -G_PI_2, -G_PI_2 + G_PI_2 * MIN (judgement, 4));
      cairo_close_path (cr);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/**
 * scr_chart_get_judgement_symbol:
 * @judgement: 0 to 4
 *
 * Returns: the symbol that stands for it in a text
 */
ScrSymbol
scr_chart_get_judgement_symbol (int judgement)
{
  return (ScrSymbol)(SCR_SYMBOL_JUDGEMENT_0 + CLAMP (judgement, 0, 4));
}

static void
draw_arrow (const ScrCanvas *canvas, double angle, double cx, double cy, double size)
{
  cairo_t *cr = canvas->cr;

  cairo_translate (cr, cx, cy);
  cairo_rotate (cr, angle);
  cairo_move_to (cr, -size * 0.36, 0);
  cairo_line_to (cr, size * 0.34, 0);
  cairo_move_to (cr, size * 0.04, -size * 0.3);
  cairo_line_to (cr, size * 0.36, 0);
  cairo_line_to (cr, size * 0.04, size * 0.3);
  scr_canvas_set_ink (canvas, canvas->inks->dim);
  cairo_stroke (cr);
}

static void
draw_done (const ScrCanvas *canvas, double x, double y, double size)
{
  cairo_t *cr = canvas->cr;

  cairo_move_to (cr, x + size * 0.14, y + size * 0.55);
  cairo_line_to (cr, x + size * 0.4, y + size * 0.8);
  cairo_line_to (cr, x + size * 0.88, y + size * 0.2);
  scr_canvas_set_ink (canvas, canvas->inks->tones[SCR_TONE_GOOD].ink);
  cairo_stroke (cr);
}

static void
draw_warning (const ScrCanvas *canvas, double x, double y, double size)
{
  cairo_t *cr = canvas->cr;

  cairo_move_to (cr, x + size / 2, y + size * 0.1);
  cairo_line_to (cr, x + size * 0.95, y + size * 0.9);
  cairo_line_to (cr, x + size * 0.05, y + size * 0.9);
  cairo_close_path (cr);
  scr_canvas_set_ink (canvas, canvas->inks->tones[SCR_TONE_WARNING].ink);
  cairo_stroke (cr);
  cairo_move_to (cr, x + size / 2, y + size * 0.38);
  cairo_line_to (cr, x + size / 2, y + size * 0.62);
  cairo_move_to (cr, x + size / 2, y + size * 0.76);
  cairo_line_to (cr, x + size / 2, y + size * 0.78);
  cairo_stroke (cr);
}

static void
draw_missing (const ScrCanvas *canvas, double x, double y, double size)
{
  cairo_t *cr = canvas->cr;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size / 2, y + size / 2, size * 0.42, 0, 2 * G_PI);
  cairo_move_to (cr, x + size * 0.22, y + size * 0.78);
  cairo_line_to (cr, x + size * 0.78, y + size * 0.22);
  scr_canvas_set_ink (canvas, canvas->inks->tones[SCR_TONE_BAD].ink);
  cairo_stroke (cr);
}

static void
draw_waiting (const ScrCanvas *canvas, double x, double y, double size)
{
  cairo_t *cr = canvas->cr;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + size / 2, y + size / 2, size * 0.42, 0, 2 * G_PI);
  cairo_move_to (cr, x + size / 2, y + size * 0.24);
  cairo_line_to (cr, x + size / 2, y + size / 2);
  cairo_line_to (cr, x + size * 0.68, y + size * 0.62);
  scr_canvas_set_ink (canvas, canvas->inks->dim);
  cairo_stroke (cr);
}

/**
 * scr_chart_draw_symbol:
 * @canvas: where to draw
 * @symbol: which
 * @x: left edge
 * @y: top edge
 * @size: its width and height
 */
void
scr_chart_draw_symbol (const ScrCanvas *canvas, ScrSymbol symbol, double x, double y, double size)
{
  cairo_t *cr = canvas->cr;

  cairo_save (cr);
  cairo_set_line_width (cr, size / 9);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (symbol)
    {
    case SCR_SYMBOL_NONE:
      break;
    case SCR_SYMBOL_JUDGEMENT_0:
    case SCR_SYMBOL_JUDGEMENT_1:
    case SCR_SYMBOL_JUDGEMENT_2:
    case SCR_SYMBOL_JUDGEMENT_3:
    case SCR_SYMBOL_JUDGEMENT_4:
      scr_chart_draw_judgement (canvas, (int)symbol - SCR_SYMBOL_JUDGEMENT_0, x, y, size);
      break;
    case SCR_SYMBOL_UP:
      draw_arrow (canvas, -G_PI_2, x + size / 2, y + size / 2, size);
      break;
    case SCR_SYMBOL_SAME:
      draw_arrow (canvas, canvas->right_to_left ? G_PI : 0, x + size / 2, y + size / 2, size);
      break;
    case SCR_SYMBOL_DOWN:
      draw_arrow (canvas, G_PI_2, x + size / 2, y + size / 2, size);
      break;
    case SCR_SYMBOL_DONE:
      draw_done (canvas, x, y, size);
      break;
    case SCR_SYMBOL_WARNING:
      draw_warning (canvas, x, y, size);
      break;
    case SCR_SYMBOL_MISSING:
      draw_missing (canvas, x, y, size);
      break;
    case SCR_SYMBOL_WAITING:
      draw_waiting (canvas, x, y, size);
      break;
    }
  cairo_restore (cr);
}

static void
draw_level (const ScrCanvas *canvas, double y, double x, double width, double dash, ScrInk ink)
{
  cairo_t *cr = canvas->cr;

  cairo_save (cr);
  cairo_set_dash (cr, &dash, 1, 0);
  cairo_set_line_width (cr, canvas->text_size / 12);
  scr_canvas_set_ink (canvas, ink);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
get_range (const ScrChartTrend *trend, double *low, double *high)
{
  *low = isnan (trend->baseline) ? trend->points[0].y : trend->baseline;
  *high = *low;
  for (guint i = 0; i < trend->n_points; i++)
    {
      *low = MIN (*low, trend->points[i].y);
      *high = MAX (*high, trend->points[i].y);
    }
  if (!isnan (trend->target))
    {
      *low = MIN (*low, trend->target);
      *high = MAX (*high, trend->target);
    }
  if (*high - *low < 1e-9)
    *high = *low + 1;
}

/**
 * scr_chart_draw_trend:
 * @canvas: where to draw
 * @trend: the values, with the level they began from and the one hoped for
 * @x: left edge
 * @y: top edge
 * @width: how wide
 * @height: how high
 *
 * Draws a line through the values with a dot at the last; baseline and target are dashed, the target longer.
 */
void
scr_chart_draw_trend (const ScrCanvas *canvas,
                      const ScrChartTrend *trend,
                      double x,
                      double y,
                      double width,
                      double height)
{
  cairo_t *cr = canvas->cr;
  double low, high, first, span, dot = canvas->text_size / 4, px = x, py = y;

  if (trend->n_points == 0)
    return;
  get_range (trend, &low, &high);
  first = trend->points[0].x;
  span = MAX (trend->points[trend->n_points - 1].x - first, 1e-9);
#define TO_Y(value) (y + height - dot - ((value)-low) / (high - low) * (height - 2 * dot))
  if (!isnan (trend->baseline))
    draw_level (canvas, TO_Y (trend->baseline), x, width, canvas->text_size / 4, canvas->inks->dim);
  if (!isnan (trend->target))
    draw_level (canvas, TO_Y (trend->target), x, width, canvas->text_size,
                canvas->inks->tones[SCR_TONE_GOOD].ink);
  scr_canvas_set_ink (canvas, canvas->inks->accent);
  cairo_set_line_width (cr, canvas->text_size / 7);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < trend->n_points; i++)
    {
      double along = trend->n_points > 1 ? (trend->points[i].x - first) / span : 0.5;

      px = x + dot + (canvas->right_to_left ? 1 - along : along) * (width - 2 * dot);
      py = TO_Y (trend->points[i].y);
      cairo_line_to (cr, px, py);
    }
#undef TO_Y
  cairo_stroke (cr);
  cairo_arc (cr, px, py, dot, 0, 2 * G_PI);
  cairo_fill (cr);
}
