/* The annual report: its figures, drawn by the shared chart code. */
#include "config.h"

#include "scr-annual.h"
#include "scr-chart.h"

#include <math.h>

/* --- The balance of answers --- */

typedef struct
{
  ScrChartBalance balance;
  char *much;
  char *well;
  char *change;
} BalanceFigure;

static void
balance_figure_free (gpointer data)
{
  BalanceFigure *figure = data;

  g_free (figure->much);
  g_free (figure->well);
  g_free (figure->change);
  g_free (figure);
}

static void
draw_balance (const ScrCanvas *canvas, double width, double height, gpointer user_data)
{
  const BalanceFigure *figure = user_data;

  scr_chart_draw_balance (canvas, &figure->balance, figure->much, figure->well, figure->change, 0, 0, width,
                          height);
}

/**
 * scr_annual_add_balance_bar:
 * @self: the report
 * @balance: of what the answers speak
 * @words: the same in words, for those who do not see the bar
 * @caption: what stands under it
 */
void
scr_annual_add_balance_bar (ScrAnnual *self,
                            const ScrBalance *balance,
                            const char *words,
                            const char *caption)
{
  const ScrLanguage *language = self->language;
  BalanceFigure *figure = g_new0 (BalanceFigure, 1);

  figure->balance = (ScrChartBalance) {balance->how_much, balance->how_well, balance->difference};
  /* TRANSLATORS: these three follow a number, inside a narrow bar: "10 how much". */
  figure->much = g_strdup (scr_tr_context (language, "balance", "how much"));
  figure->well = g_strdup (scr_tr_context (language, "balance", "how well"));
  figure->change = g_strdup (scr_tr_context (language, "balance", "difference"));
  scr_document_add_figure (self->document, self->options->text_size * 2.2, words, caption, draw_balance,
                           figure, balance_figure_free);
}

/* --- Trends of measures --- */

typedef struct
{
  ScrChartPoint *points;
  ScrChartTrend trend;
} TrendFigure;

static void
trend_figure_free (gpointer data)
{
  TrendFigure *figure = data;

  g_free (figure->points);
  g_free (figure);
}

static void
draw_trend (const ScrCanvas *canvas, double width, double height, gpointer user_data)
{
  scr_chart_draw_trend (canvas, &((const TrendFigure *)user_data)->trend, 0, 0, width, height);
}

static TrendFigure *
make_trend (ScrItem *measure, GPtrArray *points)
{
  TrendFigure *figure = g_new0 (TrendFigure, 1);

  figure->points = g_new0 (ScrChartPoint, MAX (points->len, 1));
  for (guint i = 0; i < points->len; i++)
    {
      ScrItem *point = g_ptr_array_index (points, i);
      GDate date;

      g_date_clear (&date, 1);
      g_date_set_parse (&date, scr_item_get_text (point, "day"));
      figure->points[i].x = g_date_valid (&date) ? g_date_get_julian (&date) : i;
      figure->points[i].y = scr_item_get_number (point, "value");
    }
  figure->trend.points = figure->points;
  figure->trend.n_points = points->len;
  figure->trend.baseline = scr_item_get_number (measure, "baseline");
  figure->trend.target = scr_item_get_number (measure, "target");
  return figure;
}

static char *
describe_trend (ScrAnnual *self, ScrItem *measure, GPtrArray *points)
{
  ScrItem *first = g_ptr_array_index (points, 0);
  ScrItem *last = g_ptr_array_index (points, points->len - 1);
  g_autofree char *title = scr_annual_text (self, measure, "title");
  g_autofree char *from = scr_annual_text (self, first, "value");
  g_autofree char *from_day = scr_annual_text (self, first, "day");
  g_autofree char *to = scr_annual_text (self, last, "value");
  g_autofree char *to_day = scr_annual_text (self, last, "day");

  /* TRANSLATORS: a measure, its first value and that day, its last value and that day. */
  return g_strdup_printf (scr_tr (self->language, "%s: %s on %s, %s on %s"), title, from, from_day, to,
                          to_day);
}

/**
 * scr_annual_add_measures:
 * @self: the report
 * @priority: a priority
 *
 * Adds the measures of a priority as trend lines, each with its baseline and its target.
 */
void
scr_annual_add_measures (ScrAnnual *self, ScrItem *priority)
{
  g_autoptr (GPtrArray) measures
      = scr_source_list_by (self->source, "measure", "priority", scr_item_get_id (priority));

  for (guint i = 0; i < measures->len; i++)
    {
      ScrItem *measure = g_ptr_array_index (measures, i);
      g_autoptr (GPtrArray) points
          = scr_source_list_by (self->source, "data_point", "measure", scr_item_get_id (measure));
      g_autofree char *words = points->len > 0 ? describe_trend (self, measure, points) : NULL;

      if (points->len > 0)
        scr_document_add_figure (self->document, self->options->text_size * 7, words, words, draw_trend,
                                 make_trend (measure, points), trend_figure_free);
    }
}
