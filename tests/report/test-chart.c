/* Charts: what is counted is seen, in the right share and the right inks. */
#include "config.h"

#include "scr-chart.h"

#include <math.h>

#define WIDTH 400
#define HEIGHT 60

typedef struct
{
  cairo_surface_t *surface;
  PangoContext *context;
  ScrCanvas canvas;
} Paper;

static void
set_up (Paper *paper, gconstpointer data)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoFontDescription *font = pango_font_description_from_string ("DejaVu Sans 10");

  paper->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  paper->context = pango_font_map_create_context (map);
  pango_context_set_font_description (paper->context, font);
  pango_font_description_free (font);
  paper->canvas = (ScrCanvas) {
      .cr = cairo_create (paper->surface),
      .context = paper->context,
      .text_size = 10,
      .inks = scr_inks_get_paper (FALSE),
  };
  cairo_set_source_rgb (paper->canvas.cr, 1, 1, 1);
  cairo_paint (paper->canvas.cr);
}

static void
tear_down (Paper *paper, gconstpointer data)
{
  g_assert_cmpint (cairo_status (paper->canvas.cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (paper->canvas.cr);
  cairo_surface_destroy (paper->surface);
  g_object_unref (paper->context);
}

static guint32
get_pixel (Paper *paper, int x, int y)
{
  const guchar *data;

  cairo_surface_flush (paper->surface);
  data = cairo_image_surface_get_data (paper->surface);
  return *(const guint32 *)(const void *)(data + y * cairo_image_surface_get_stride (paper->surface) + 4 * x)
         & 0xffffff;
}

static guint
count_pixels (Paper *paper, ScrInk ink)
{
  guint n = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
      n += get_pixel (paper, x, y) == ink;
  return n;
}

static void
draw_balance (Paper *paper, guint much, guint well, guint change)
{
  ScrChartBalance balance = {much, well, change};

  scr_chart_draw_balance (&paper->canvas, &balance, "how much", "how well", "difference", 0, 0, WIDTH, 40);
}

static void
test_balance (Paper *paper, gconstpointer data)
{
  const ScrInks *inks = paper->canvas.inks;
  guint much, well;

  draw_balance (paper, 12, 6, 2);
  much = count_pixels (paper, inks->much);
  well = count_pixels (paper, inks->well);
  g_assert_cmpfloat ((double)much / well, >, 1.5);
  g_assert_cmpfloat ((double)much / well, <, 2.5);
  g_assert_cmphex (get_pixel (paper, 2, 2), ==, inks->much);
  g_assert_cmpuint (count_pixels (paper, inks->change_fill), >, 100);
  g_assert_cmphex (get_pixel (paper, WIDTH / 2, 50), ==, 0xffffff);
}

/* One among a thousand is still seen. */
static void
test_balance_small (Paper *paper, gconstpointer data)
{
  draw_balance (paper, 1000, 0, 1);
  g_assert_cmpuint (count_pixels (paper, paper->canvas.inks->well), ==, 0);
  g_assert_cmpuint (count_pixels (paper, paper->canvas.inks->change_fill), >, 200);
}

static void
test_balance_empty (Paper *paper, gconstpointer data)
{
  draw_balance (paper, 0, 0, 0);
  g_assert_cmpuint (count_pixels (paper, paper->canvas.inks->much), ==, 0);
  g_assert_cmpuint (count_pixels (paper, paper->canvas.inks->rule), >, WIDTH);
}

static void
test_balance_mirrored (Paper *paper, gconstpointer data)
{
  paper->canvas.right_to_left = TRUE;
  draw_balance (paper, 12, 6, 2);
  g_assert_cmphex (get_pixel (paper, WIDTH - 3, 2), ==, paper->canvas.inks->much);
}

/* The higher the judgement, the fuller the disc. */
static void
test_judgements (Paper *paper, gconstpointer data)
{
  guint before = 0;

  for (int i = 0; i <= 4; i++)
    {
      guint n;

      cairo_set_source_rgb (paper->canvas.cr, 1, 1, 1);
      cairo_paint (paper->canvas.cr);
      scr_chart_draw_judgement (&paper->canvas, i, 10, 5, 48);
      n = count_pixels (paper, paper->canvas.inks->accent);
      if (i == 0)
        g_assert_cmpuint (count_pixels (paper, paper->canvas.inks->tones[SCR_TONE_BAD].ink), >, 20);
      else
        g_assert_cmpuint (n, >, before);
      before = n;
    }
  g_assert_cmpint (scr_chart_get_judgement_symbol (-3), ==, SCR_SYMBOL_JUDGEMENT_0);
  g_assert_cmpint (scr_chart_get_judgement_symbol (9), ==, SCR_SYMBOL_JUDGEMENT_4);
}

static void
test_symbols (Paper *paper, gconstpointer data)
{
  for (int i = SCR_SYMBOL_JUDGEMENT_0; i <= SCR_SYMBOL_WAITING; i++)
    {
      cairo_set_source_rgb (paper->canvas.cr, 1, 1, 1);
      cairo_paint (paper->canvas.cr);
      scr_chart_draw_symbol (&paper->canvas, (ScrSymbol)i, 10, 5, 40);
      g_assert_cmpuint (count_pixels (paper, 0xffffff), <, WIDTH * HEIGHT - 50);
    }
}

static void
test_trend (Paper *paper, gconstpointer data)
{
  static const ScrChartPoint rising[] = {{0, 1}, {10, 9}}, level[] = {{0, 5}, {3, 5}};
  ScrChartTrend trend = {rising, 2, NAN, NAN};

  scr_chart_draw_trend (&paper->canvas, &trend, 0, 0, WIDTH, HEIGHT);
  g_assert_cmphex (get_pixel (paper, WIDTH - 3, 3), ==, paper->canvas.inks->accent);
  g_assert_cmphex (get_pixel (paper, WIDTH - 3, HEIGHT - 3), ==, 0xffffff);
  trend = (ScrChartTrend) {level, 2, 5, 5};
  scr_chart_draw_trend (&paper->canvas, &trend, 0, 0, WIDTH, HEIGHT);
  trend.n_points = 1;
  scr_chart_draw_trend (&paper->canvas, &trend, 0, 0, WIDTH, HEIGHT);
  trend.n_points = 0;
  scr_chart_draw_trend (&paper->canvas, &trend, 0, 0, WIDTH, HEIGHT);
}

/* Words that do not fit are cut within their width. */
static void
test_words_within (Paper *paper, gconstpointer data)
{
  scr_canvas_set_ink (&paper->canvas, 0);
  scr_canvas_write_in (&paper->canvas, "words that are far too long for the place that they have here", FALSE,
                       SCR_ALIGN_START, 0, 0, 100);
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 103; x < WIDTH; x++)
      g_assert_cmphex (get_pixel (paper, x, y), ==, 0xffffff);
  scr_canvas_write_in (&paper->canvas, "end", FALSE, SCR_ALIGN_END, 200, 0, 200);
  g_assert_cmpuint (count_pixels (paper, 0xffffff), <, WIDTH * HEIGHT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/chart/" name, Paper, NULL, set_up, function, tear_down)
  ADD ("balance", test_balance);
  ADD ("balance-small", test_balance_small);
  ADD ("balance-empty", test_balance_empty);
  ADD ("balance-mirrored", test_balance_mirrored);
  ADD ("judgements", test_judgements);
  ADD ("symbols", test_symbols);
  ADD ("trend", test_trend);
  ADD ("words-within", test_words_within);
#undef ADD
  return g_test_run ();
}
