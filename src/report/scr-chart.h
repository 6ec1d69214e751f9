/* Charts and symbols, the same on paper and in the window: the balance of answers, judgements, trends.
 *
 * Colour is never alone: shapes, patterns and numbers say the same. Owns nothing; the thread of the canvas.
 */
#pragma once

#include "scr-canvas.h"

G_BEGIN_DECLS

/* How many answers speak of how much was done, how well, and what difference it made. */
typedef struct
{
  guint much;
  guint well;
  guint change;
} ScrChartBalance;

/* One value of a measure on a day; @x is days since any one day. */
typedef struct
{
  double x;
  double y;
} ScrChartPoint;

typedef struct
{
  const ScrChartPoint *points; /* in order of x */
  guint n_points;
  double baseline; /* NaN: none */
  double target;   /* NaN: none */
} ScrChartTrend;

/* Labels come translated: charts hold no words of their own. Numbers are put before them. */
void scr_chart_draw_balance (const ScrCanvas *canvas,
                             const ScrChartBalance *balance,
                             const char *much_label,
                             const char *well_label,
                             const char *change_label,
                             double x,
                             double y,
                             double width,
                             double height);
void scr_chart_draw_judgement (const ScrCanvas *canvas, int judgement, double x, double y, double size);
void scr_chart_draw_symbol (const ScrCanvas *canvas, ScrSymbol symbol, double x, double y, double size);
void scr_chart_draw_trend (const ScrCanvas *canvas,
                           const ScrChartTrend *trend,
                           double x,
                           double y,
                           double width,
                           double height);
ScrSymbol scr_chart_get_judgement_symbol (int judgement);

G_END_DECLS
