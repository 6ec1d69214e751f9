/* The partnership map on paper: fitted to one page of a chosen size, lying or upright as it fits better, or
 * spread over several sheets that are put together; or as one SVG picture.
 *
 * The alternative text tells the whole map. On several sheets the first shows all of it, with where each
 * sheet belongs.
 */
#include "config.h"

#include "scr-error.h"
#include "scr-format.h"
#include "scr-gaps.h"
#include "scr-map-drawing.h"
#include "scr-reports.h"
#include "scr-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Widest and usual card: what stands nowhere is laid out by these, px. */
#define CARD_WIDTH 236
#define CARD_HEIGHT 54
/* Letters of a card's name, px. */
#define NAME_SIZE 14.67
/* By which sheets lie over each other, 10 mm in points. */
#define OVERLAP 28.35
#define GREATEST_SHEETS 400
/* What title and subtitle take of a page, in text sizes. */
#define HEAD 6.5

typedef struct
{
  const char *name;
  double width;
  double height;
} PageSize;

/* The first is the usual one. */
static const PageSize page_sizes[] = {{"A4", 595.276, 841.890},
                                      {"A3", 841.890, 1190.551},
                                      {"A2", 1190.551, 1683.780},
                                      {"A1", 1683.780, 2383.937}};

typedef struct
{
  ScrDocument *document;
  ScrStyle *style; /* letters to measure with */
  ScrSource *source;
  const ScrReportOptions *options;
  const ScrLanguage *language;
  char *day;
  char *subtitle;
  char *alternative;
  ScrGaps *gaps;
  ScrMap *map;
  const PageSize *page_size;
} Maker;

/* How one map lies on its sheets; shared by the figures of a document. */
typedef struct
{
  ScrMapDrawing *drawing;
  ScrLanguage *language; /* (nullable) */
  double most_scale;     /* points a px at the most */
  double scale;          /* on several sheets, points a px */
  double tile_width;     /* points */
  double tile_height;
  guint n_columns;
  guint n_rows;
} Spread;

typedef struct
{
  Spread *spread; /* counted */
  guint row;
  guint column;
} Sheet;

/* --- The map --- */

static void
read_map (Maker *self)
{
  const ScrMapQuery query = {.partnership = self->options->partnership,
                             .layout = self->options->layout,
                             .day = self->day,
                             .gaps = self->gaps->at};

  self->map = scr_map_new (self->language, self->source, &query);
  scr_map_place_rest (self->map, CARD_WIDTH, CARD_HEIGHT);
}

static char *
dup_whose (Maker *self)
{
  g_autoptr (ScrItem) partnership = scr_source_get (self->source, "partnership", self->options->partnership);
  g_autoptr (ScrItem) record = NULL;

  if (partnership != NULL)
    return scr_format_title (self->language, self->source, partnership);
  record = scr_source_get (self->source, SCR_KIND_RECORD, SCR_RECORD_ID);
  return record != NULL ? scr_format_title (self->language, self->source, record) : g_strdup ("");
}

static gboolean
check_options (const ScrReportOptions *options, const PageSize **page_size, GError **error)
{
  *page_size = options->page_size == NULL ? &page_sizes[0] : NULL;
  for (guint i = 0; *page_size == NULL && i < G_N_ELEMENTS (page_sizes); i++)
    if (g_ascii_strcasecmp (page_sizes[i].name, options->page_size) == 0)
      *page_size = &page_sizes[i];
  if (*page_size == NULL)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_USAGE,
                   _ ("There is no page size “%s”: choose A4, A3, A2 or A1."), options->page_size);
      return FALSE;
    }
  if (options->layout == NULL || strcmp (options->layout, SCR_LAYOUT_HIERARCHY) == 0
      || strcmp (options->layout, SCR_LAYOUT_CLUSTERS) == 0)
    return TRUE;
  g_set_error (error, SCR_ERROR, SCR_ERROR_USAGE,
               _ ("There is no layout “%s”: choose hierarchy or clusters."), options->layout);
  return FALSE;
}

static gboolean
begin (Maker *self, ScrSource *source, const ScrReportOptions *options, GError **error)
{
  g_autofree char *whose = NULL, *day = NULL, *title = NULL, *today = NULL;

  *self = (Maker) {.source = source, .options = options, .language = options->language};
  if (!check_options (options, &self->page_size, error))
    return FALSE;
  self->document = scr_report_new_document (source, options, scr_tr (options->language, "Partnership map"));
  self->style = scr_style_new (self->document);
  self->day = options->day != NULL ? g_strdup (options->day) : scr_source_dup_today (source);
  self->gaps = scr_gaps_new (self->language, source, options->partnership, self->day);
  read_map (self);
  whose = dup_whose (self);
  day = scr_format_day (self->language, self->day, SCR_DAY_LONG);
  today = scr_source_dup_today (source);
  /* TRANSLATORS: whose map it is, then the day that it shows. */
  self->subtitle = g_strdup_printf (scr_tr (self->language, "%1$s as at %2$s"), whose, day);
  /* TRANSLATORS: %s is whose map it is and the day that it shows. */
  title = g_strdup_printf (scr_tr (self->language, "Partnership map: %s"), self->subtitle);
  self->alternative = scr_map_dup_words (self->language, self->map, self->gaps, title);
  scr_document_set_subtitle (self->document, self->subtitle);
  scr_document_set_furniture (self->document, whose);
  scr_document_set_created (self->document, today);
  return TRUE;
}

static void
end (Maker *self)
{
  g_clear_pointer (&self->map, scr_map_free);
  g_clear_pointer (&self->gaps, scr_gaps_free);
  g_clear_pointer (&self->style, scr_style_free);
  g_clear_pointer (&self->document, scr_document_unref);
  g_free (self->alternative);
  g_free (self->subtitle);
  g_free (self->day);
}

/* On paper the document has the title, in an SVG file the drawing. */
static ScrMapDrawing *
draw_map (Maker *self, gboolean with_head)
{
  const ScrMapDrawingOptions options = {
      .language = self->language,
      .context = self->style->context,
      .family = pango_font_description_get_family (pango_context_get_font_description (self->style->context)),
      .high_contrast = self->options->high_contrast,
      .title = with_head ? scr_document_get_title (self->document) : NULL,
      .subtitle = with_head ? self->subtitle : NULL,
      .marking = with_head ? scr_document_get_marking (self->document) : NULL,
      .alternative = self->alternative,
  };

  return scr_map_drawing_new (self->map, &options);
}

/* --- Figures --- */

static void
clear_spread (gpointer data)
{
  Spread *spread = data;

  scr_map_drawing_free (spread->drawing);
  scr_language_unref (spread->language);
}

static void
unref_spread (gpointer data)
{
  g_rc_box_release_full (data, clear_spread);
}

static void
free_sheet (gpointer data)
{
  Sheet *sheet = data;

  unref_spread (sheet->spread);
  g_free (sheet);
}

/* Where each sheet of several lies in the whole. */
static void
draw_grid (const Spread *self, const ScrCanvas *canvas, const ScrBox *bounds, double scale)
{
  cairo_t *cr = canvas->cr;
  double step_x = (self->tile_width - OVERLAP) / self->scale,
         step_y = (self->tile_height - OVERLAP) / self->scale;
  const double dash = 6 / scale;

  cairo_set_line_width (cr, 1 / scale);
  cairo_set_dash (cr, &dash, 1, 0);
  scr_canvas_set_ink (canvas, canvas->inks->text);
  for (guint i = 1; i < self->n_columns; i++)
    {
      cairo_move_to (cr, bounds->x + i * step_x, bounds->y);
      cairo_line_to (cr, bounds->x + i * step_x, bounds->y + bounds->height);
    }
  for (guint i = 1; i < self->n_rows; i++)
    {
      cairo_move_to (cr, bounds->x, bounds->y + i * step_y);
      cairo_line_to (cr, bounds->x + bounds->width, bounds->y + i * step_y);
    }
  cairo_stroke (cr);
}

/* The whole map, as large as it fits. */
static void
draw_whole (const ScrCanvas *canvas, double width, double height, gpointer user_data)
{
  const Spread *self = user_data;
  ScrBox bounds;
  double scale;

  scr_map_drawing_get_bounds (self->drawing, &bounds);
  scale = fmin (self->most_scale, fmin (width / bounds.width, height / bounds.height));
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, (width - bounds.width * scale) / 2, 0);
  cairo_scale (canvas->cr, scale, scale);
  cairo_translate (canvas->cr, -bounds.x, -bounds.y);
  scr_map_drawing_draw (self->drawing, canvas, NULL);
  if (self->n_columns * self->n_rows > 1)
    draw_grid (self, canvas, &bounds, scale);
  cairo_restore (canvas->cr);
}

/* Dashed lines that come to lie on the edge of what the next sheet shows. */
static void
draw_overlaps (const Sheet *sheet, const ScrCanvas *canvas, double width, double height)
{
  const Spread *spread = sheet->spread;
  cairo_t *cr = canvas->cr;
  const double dash = 4;
  const double xs[]
      = {sheet->column > 0 ? OVERLAP : NAN, sheet->column + 1 < spread->n_columns ? width - OVERLAP : NAN};
  const double ys[]
      = {sheet->row > 0 ? OVERLAP : NAN, sheet->row + 1 < spread->n_rows ? height - OVERLAP : NAN};

  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, &dash, 1, 0);
  scr_canvas_set_ink (canvas, canvas->inks->dim);
  for (guint i = 0; i < 2; i++)
    {
      if (!isnan (xs[i]))
        {
          cairo_move_to (cr, xs[i], 0);
          cairo_line_to (cr, xs[i], height);
        }
      if (!isnan (ys[i]))
        {
          cairo_move_to (cr, 0, ys[i]);
          cairo_line_to (cr, width, ys[i]);
        }
    }
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static char *
dup_place (const Sheet *sheet)
{
  const Spread *spread = sheet->spread;

  /* TRANSLATORS: which of several sheets of paper that lie side by side. */
  return g_strdup_printf (scr_tr (spread->language, "Row %1$u of %2$u, column %3$u of %4$u"), sheet->row + 1,
                          spread->n_rows, sheet->column + 1, spread->n_columns);
}

static double
get_caption_height (double text_size)
{
  return text_size * 1.6;
}

static void
draw_sheet (const ScrCanvas *canvas, double width, double height, gpointer user_data)
{
  const Sheet *self = user_data;
  const Spread *spread = self->spread;
  ScrBox bounds, part;
  g_autofree char *place = dup_place (self);
  double caption = fmax (height - spread->tile_height, 0);

  scr_map_drawing_get_bounds (spread->drawing, &bounds);
  part = (ScrBox) {bounds.x + self->column * (spread->tile_width - OVERLAP) / spread->scale,
                   bounds.y + self->row * (spread->tile_height - OVERLAP) / spread->scale,
                   spread->tile_width / spread->scale, spread->tile_height / spread->scale};
  scr_canvas_set_ink (canvas, canvas->inks->dim);
  scr_canvas_write_in (canvas, place, FALSE, SCR_ALIGN_START, 0, 0, width);
  cairo_save (canvas->cr);
  cairo_translate (canvas->cr, 0, caption);
  cairo_rectangle (canvas->cr, 0, 0, spread->tile_width, spread->tile_height);
  cairo_clip (canvas->cr);
  cairo_save (canvas->cr);
  cairo_scale (canvas->cr, spread->scale, spread->scale);
  cairo_translate (canvas->cr, -part.x, -part.y);
  scr_map_drawing_draw (spread->drawing, canvas, &part);
  cairo_restore (canvas->cr);
  draw_overlaps (self, canvas, spread->tile_width, spread->tile_height);
  cairo_restore (canvas->cr);
}

/* --- Pages --- */

static guint
count_parts (double length, double part)
{
  return length <= part ? 1 : (guint)ceil ((length - OVERLAP) / (part - OVERLAP));
}

/* What a page that lies or stands has room for, without the furniture. */
static ScrBox
get_room (const Maker *self, gboolean is_lying)
{
  double width = is_lying ? self->page_size->height : self->page_size->width;
  double height = is_lying ? self->page_size->width : self->page_size->height;
  double furniture = self->style->sheet.height - (self->style->sheet.bottom - self->style->sheet.top);

  return (ScrBox) {0, 0, width - 2 * self->style->sheet.side, height - furniture};
}

static void
set_sheet (Maker *self, gboolean is_lying)
{
  scr_document_set_sheet (self->document, is_lying ? self->page_size->height : self->page_size->width,
                          is_lying ? self->page_size->width : self->page_size->height);
}

/* Lying or upright: what shows the map larger. */
static gboolean
fits_better_lying (Maker *self, const ScrBox *bounds)
{
  double scales[2];

  for (guint i = 0; i < 2; i++)
    {
      ScrBox room = get_room (self, i == 1);

      room.height -= HEAD * self->style->text_size;
      scales[i] = fmin (room.width / bounds->width, room.height / bounds->height);
    }
  return scales[1] > scales[0];
}

static void
measure_sheets (Maker *self, Spread *spread, const ScrBox *bounds, gboolean is_lying)
{
  ScrBox room = get_room (self, is_lying);

  spread->tile_width = room.width;
  spread->tile_height
      = room.height - scr_style_scale (self->style, 16) - get_caption_height (self->style->text_size);
  spread->n_columns = count_parts (bounds->width * spread->scale, spread->tile_width);
  spread->n_rows = count_parts (bounds->height * spread->scale, spread->tile_height);
}

static void
add_sheets (Maker *self, Spread *spread)
{
  for (guint row = 0; row < spread->n_rows; row++)
    for (guint column = 0; column < spread->n_columns; column++)
      {
        Sheet *sheet = g_new0 (Sheet, 1);
        g_autofree char *place = NULL;

        *sheet = (Sheet) {g_rc_box_acquire (spread), row, column};
        place = dup_place (sheet);
        scr_document_add_page_break (self->document);
        scr_document_add_page_figure (self->document, place, draw_sheet, sheet, free_sheet);
      }
}

/* On as many sheets as it takes to have the letters in their size. */
static gboolean
spread_out (Maker *self, Spread *spread, const ScrBox *bounds, GError **error)
{
  gboolean is_lying;
  guint upright, n;
  g_autofree char *sentence = NULL;

  spread->scale = self->style->text_size / NAME_SIZE;
  measure_sheets (self, spread, bounds, FALSE);
  upright = spread->n_columns * spread->n_rows;
  measure_sheets (self, spread, bounds, TRUE);
  is_lying = spread->n_columns * spread->n_rows < upright;
  measure_sheets (self, spread, bounds, is_lying);
  n = spread->n_columns * spread->n_rows;
  if (n > GREATEST_SHEETS || bounds->width * spread->scale > 1e6 || bounds->height * spread->scale > 1e6)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_USAGE,
                   _ ("The map would take more than %d sheets: fit it to one page."), GREATEST_SHEETS);
      return FALSE;
    }
  set_sheet (self, is_lying);
  scr_document_add_title (self->document, FALSE);
  sentence = g_strdup_printf (
      scr_tr_plural (
          self->language, "The map is on %u further sheet.",
          "The map is on %u further sheets. Put them together so that their dashed lines lie on the "
          "edge of the next sheet’s picture.",
          n),
      n);
  scr_document_add_paragraph (self->document, sentence);
  scr_document_add_page_figure (self->document, self->alternative, draw_whole, g_rc_box_acquire (spread),
                                unref_spread);
  add_sheets (self, spread);
  return TRUE;
}

static void
fit (Maker *self, Spread *spread, const ScrBox *bounds)
{
  set_sheet (self, fits_better_lying (self, bounds));
  scr_document_add_title (self->document, FALSE);
  scr_document_add_page_figure (self->document, self->alternative, draw_whole, g_rc_box_acquire (spread),
                                unref_spread);
}

static gboolean
lay_out (Maker *self, GError **error)
{
  Spread *spread = g_rc_box_new0 (Spread);
  ScrBox bounds;
  gboolean is_done = TRUE;

  spread->drawing = draw_map (self, FALSE);
  spread->language = self->options->language != NULL ? scr_language_ref (self->options->language) : NULL;
  spread->n_columns = spread->n_rows = 1;
  /* A small map on a large sheet grows with the sheet. */
  spread->most_scale = self->page_size->width / page_sizes[0].width * self->style->text_size / 12;
  scr_map_drawing_get_bounds (spread->drawing, &bounds);
  if (self->options->tiled)
    is_done = spread_out (self, spread, &bounds, error);
  else
    fit (self, spread, &bounds);
  unref_spread (spread);
  return is_done;
}

/**
 * scr_report_map_build:
 * @source: a record
 * @options: what is asked for: whose map, on which day, in which layout, on what paper
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the partnership map
 */
ScrDocument *
scr_report_map_build (ScrSource *source, const ScrReportOptions *options, GError **error)
{
  Maker self;
  g_autoptr (ScrDocument) document = NULL;
  gboolean is_done = TRUE;

  if (!begin (&self, source, options, error))
    return NULL;
  if (self.map->cards->len == 0)
    {
      scr_document_add_title (self.document, FALSE);
      scr_document_add_paragraph (self.document,
                                  scr_tr (self.language, "Nothing is on the map on this day."));
    }
  else
    is_done = lay_out (&self, error);
  document = is_done ? scr_document_ref (self.document) : NULL;
  end (&self);
  return g_steal_pointer (&document);
}

/**
 * scr_report_map_build_svg:
 * @source: a record
 * @options: what is asked for
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the partnership map as the text of an SVG file
 */
char *
scr_report_map_build_svg (ScrSource *source, const ScrReportOptions *options, GError **error)
{
  Maker self;
  g_autoptr (ScrMapDrawing) drawing = NULL;

  if (!begin (&self, source, options, error))
    return NULL;
  drawing = draw_map (&self, TRUE);
  end (&self);
  return scr_map_drawing_to_svg (drawing);
}
