/* Tests of the map on paper and as SVG: all of it is there as text, tagged and told in words, on any size of
 * page; whatever stands in names, SVG stays well-formed. */
#include "config.h"

#include "pdf-reader.h"
#include "scr-pdf.h"
#include "scr-report.h"
#include "table-source.h"

#include <math.h>
#include <string.h>

#define HOSTILE "<script>&\"']]>\001 end"
#define HEBREW "מועצה מקומית"

static void
place (TestTableSource *t, const char *card, double x, double y)
{
  g_autofree char *id = g_strconcat ("place-", card, NULL);
  char left[G_ASCII_DTOSTR_BUF_SIZE], top[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (left, sizeof left, x);
  g_ascii_dtostr (top, sizeof top, y);
  test_table_source_add (t, "placement", id, "card", card, "layout", "hierarchy", "x", left, "y", top, NULL);
}

/* A line of cards, each linked to the next; a link to itself, two of the same kind between the same cards. */
static TestTableSource *
new_record (guint n_cards, double step_x, double step_y)
{
  TestTableSource *t = test_table_source_new ();

  test_table_source_add (t, "record", "record", "title", "Record", "today", "2019-06-12", NULL);
  for (guint i = 0; i < n_cards; i++)
    {
      g_autofree char *id = g_strdup_printf ("card-%u", i);
      g_autofree char *before = g_strdup_printf ("card-%u", i - 1);
      g_autofree char *title = g_strdup_printf ("Card%uname", i);
      g_autofree char *link = g_strdup_printf ("link-%u", i);

      test_table_source_add (t, i % 2 == 0 ? "organisation" : "group", id, "title", title, NULL);
      place (t, id, i * step_x, i * step_y);
      if (i > 0)
        test_table_source_add (t, "link", link, "from_card", before, "to_card", id, "label", "answers", NULL);
    }
  return t;
}

static void
add_oddities (TestTableSource *t)
{
  g_autoptr (GString) great = g_string_new (NULL);

  for (guint i = 0; i < 190; i++)
    g_string_append_c (great, i % 12 == 11 ? ' ' : 'W');
  test_table_source_add (t, "organisation", "great", "title", great->str, NULL);
  test_table_source_add (t, "organisation", "hebrew", "title", HEBREW, "until", "2019-01-01", NULL);
  test_table_source_add (t, "group", "hostile", "title", HOSTILE, "from", "2020-01-01", NULL);
  test_table_source_add (t, "appointment", "somebody", "title", "Somebody", NULL);
  test_table_source_add (t, "link", "self", "from_card", "great", "to_card", "great", "label", HOSTILE, NULL);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *id = g_strdup_printf ("same-%u", i);

      test_table_source_add (t, "link", id, "from_card", "somebody", "to_card", "hebrew", "label", "reports",
                             "state",
                             i == 0   ? "link-state.missing"
                             : i == 1 ? "link-state.partial"
                                      : "link-state.in-place",
                             NULL);
    }
  test_table_source_add (t, "gap", "gap", "title", "Hole", "about", "same-0", "state", "gap-state.open",
                         NULL);
}

static ScrDocument *
build (TestTableSource *record, const ScrReportOptions *options)
{
  g_autoptr (GError) error = NULL;
  ScrDocument *document = scr_report_build (scr_report_find ("map"), SCR_SOURCE (record), options, &error);

  g_assert_no_error (error);
  return document;
}

static GBytes *
render (TestTableSource *record, const ScrReportOptions *options, PdfReading **reading)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrDocument) document = build (record, options);
  GBytes *pdf = scr_pdf_render (document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  *reading = pdf_reader_read (pdf);
  pdf_reading_assert_sound (*reading);
  return pdf;
}

static void
test_fitted (void)
{
  g_autoptr (TestTableSource) record = new_record (6, 0, 126);
  ScrReportOptions options = SCR_REPORT_OPTIONS_INIT;
  g_autoptr (PdfReading) reading = NULL;
  g_autoptr (GBytes) pdf = render (record, &options, &reading);
  g_autofree char *text = pdf_reader_get_text (pdf, 0);

  g_assert_cmpuint (reading->n_pages, ==, 1);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *title = g_strdup_printf ("Card%uname", i);

      g_assert_true (pdf_reader_finds (pdf, 0, title));
      g_assert_nonnull (strstr (reading->tree, title));
    }
  g_assert_nonnull (strstr (text, "Record as at 12 June 2019"));
  g_assert_nonnull (
      strstr (reading->tree, "Figure alt=Partnership map: Record as at 12 June 2019. 6 cards:"));
  g_assert_nonnull (strstr (reading->tree, "Card0name – answers – Card1name"));
  g_assert_nonnull (strstr (reading->tree, "gap"));
}

/* The page lies or stands as the map does, and is as large as was asked for. */
static void
test_pages (void)
{
  g_autoptr (TestTableSource) high = new_record (5, 0, 126), wide = new_record (5, 300, 0);
  const struct
  {
    const char *asked;
    double width;
  } sizes[] = {{NULL, 595}, {"A3", 842}, {"a2", 1191}, {"A1", 1684}};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const ScrReportOptions options = {.text_size = 12, .page_size = sizes[i].asked};
      g_autoptr (ScrDocument) upright = build (high, &options), lying = build (wide, &options);
      double width, height;

      scr_document_get_sheet (upright, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, sizes[i].width, 1);
      g_assert_cmpfloat (height, >, width);
      scr_document_get_sheet (lying, &width, &height);
      g_assert_cmpfloat_with_epsilon (height, sizes[i].width, 1);
      g_assert_cmpfloat (height, <, width);
    }
}

static void
test_tiled (void)
{
  g_autoptr (TestTableSource) record = new_record (9, 300, 126);
  ScrReportOptions options = {.text_size = 12, .tiled = TRUE};
  g_autoptr (PdfReading) reading = NULL, large = NULL;
  g_autoptr (GBytes) pdf = render (record, &options, &reading), pdf_large = NULL;
  g_autofree char *first = pdf_reader_get_text (pdf, 0), *text = NULL;
  g_autoptr (GString) sheets = g_string_new (NULL);

  g_assert_cmpuint (reading->n_pages, >, 2);
  g_assert_nonnull (strstr (first, "further sheets"));
  for (guint i = 1; i < reading->n_pages; i++)
    {
      g_autofree char *page = pdf_reader_get_text (pdf, (int)i);

      g_string_append (sheets, page);
    }
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *title = g_strdup_printf ("Card%uname", i);

      g_assert_nonnull (strstr (sheets->str, title));
    }
  g_assert_nonnull (strstr (sheets->str, "Row 1 of"));
  /* A sheet has what it shows, not all. */
  text = pdf_reader_get_text (pdf, 1);
  g_assert_null (strstr (text, "Card8name"));
  options.text_size = 24;
  pdf_large = render (record, &options, &large);
  g_assert_cmpuint (large->n_pages, >, reading->n_pages);
}

static void
test_refused (void)
{
  g_autoptr (TestTableSource) record = new_record (2, 900000, 900000), none = test_table_source_new ();
  const ScrReportOptions asked[] = {{.text_size = 12, .tiled = TRUE},
                                    {.text_size = 12, .page_size = "A5"},
                                    {.text_size = 12, .layout = "heap"}};
  const ScrReportOptions plain = {.text_size = 12, .day = "2019-06-12"};
  g_autoptr (PdfReading) reading = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (scr_report_build (scr_report_find ("map"), SCR_SOURCE (record), &asked[i], &error));
      g_assert_nonnull (error);
    }
  pdf = render (none, &plain, &reading);
  text = pdf_reader_get_text (pdf, 0);
  g_assert_nonnull (strstr (text, "Nothing is on the map on this day."));
}

/* --- SVG --- */

typedef struct
{
  guint n_texts;
  guint n_groups;
  guint n_titles;
  guint depth;
  GString *words; /* of texts, one a line */
  GString *told;  /* of titles and the description */
  gboolean in_text;
  gboolean in_title;
} Svg;

static void
on_start (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Svg *svg = user_data;

  svg->depth++;
  svg->in_text = strcmp (element, "text") == 0;
  svg->in_title = strcmp (element, "title") == 0 || strcmp (element, "desc") == 0;
  svg->n_texts += svg->in_text;
  svg->n_titles += strcmp (element, "title") == 0;
  svg->n_groups += strcmp (element, "g") == 0;
  for (guint i = 0; names[i] != NULL; i++)
    g_assert_true (strstr (values[i], "nan") == NULL && strstr (values[i], "inf") == NULL);
}

static void
on_end (GMarkupParseContext *context, const char *element, gpointer user_data, GError **error)
{
  Svg *svg = user_data;

  if (svg->in_text)
    g_string_append_c (svg->words, '\n');
  svg->in_text = svg->in_title = FALSE;
  svg->depth--;
}

static void
on_text (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Svg *svg = user_data;

  if (svg->in_text)
    g_string_append_len (svg->words, text, (gssize)length);
  if (svg->in_title)
    g_string_append_len (svg->told, text, (gssize)length);
}

static char *
read_svg (TestTableSource *record, const ScrReportOptions *options, Svg *svg)
{
  const GMarkupParser parser = {.start_element = on_start, .end_element = on_end, .text = on_text};
  g_autoptr (GError) error = NULL;
  char *text = scr_report_build_svg (scr_report_find ("map"), SCR_SOURCE (record), options, &error);
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, svg, NULL);

  g_assert_no_error (error);
  svg->words = g_string_new (NULL);
  svg->told = g_string_new (NULL);
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return text;
}

static void
clear_svg (Svg *svg)
{
  g_string_free (svg->words, TRUE);
  g_string_free (svg->told, TRUE);
}

static void
test_svg (void)
{
  g_autoptr (TestTableSource) record = new_record (3, 0, 126);
  ScrReportOptions options = {.text_size = 12, .marking = "IN CONFIDENCE"};
  g_autofree char *text = NULL;
  Svg svg = {0};

  text = read_svg (record, &options, &svg);
  g_assert_cmpuint (svg.depth, ==, 0);
  /* 3 cards, 2 links, the signs; and the whole. */
  g_assert_cmpuint (svg.n_groups, ==, 6);
  g_assert_cmpuint (svg.n_titles, ==, 7);
  g_assert_nonnull (strstr (svg.words->str, "Card1name\n"));
  g_assert_nonnull (strstr (svg.words->str, "answers\n"));
  g_assert_nonnull (strstr (svg.words->str, "IN CONFIDENCE\n"));
  g_assert_nonnull (strstr (svg.words->str, "Record as at 12 June 2019\n"));
  g_assert_nonnull (strstr (svg.told->str, "Card1name, Group, 2 links"));
  clear_svg (&svg);
}

static void
test_oddities (void)
{
  g_autoptr (TestTableSource) record = new_record (2, 300, 0);
  ScrReportOptions options = {.text_size = 12, .high_contrast = TRUE};
  g_autofree char *text = NULL;
  g_autoptr (PdfReading) reading = NULL;
  g_autoptr (GBytes) pdf = NULL;
  Svg svg = {0};

  add_oddities (record);
  text = read_svg (record, &options, &svg);
  g_assert_nonnull (strstr (svg.words->str, "<script>&\"']]> end"));
  g_assert_nonnull (strstr (svg.words->str, HEBREW));
  g_assert_nonnull (strstr (text, "direction=\"rtl\""));
  g_assert_nonnull (strstr (text, "stroke-dasharray=\"9 6\""));
  g_assert_nonnull (strstr (text, "stroke-dasharray=\"2 6\""));
  /* Long names go on in further lines, and are cut at last. */
  g_assert_nonnull (strstr (svg.words->str, "…"));
  g_assert_nonnull (strstr (svg.told->str, "Hole"));
  g_assert_nonnull (strstr (svg.words->str, " gap"));
  g_assert_nonnull (strstr (svg.words->str, "Link missing\n"));
  g_assert_nonnull (strstr (svg.words->str, "Not yet in force\n"));
  clear_svg (&svg);
  pdf = render (record, &options, &reading);
  g_assert_nonnull (strstr (reading->tree, "Somebody – reports: missing – "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/fitted", test_fitted);
  g_test_add_func ("/map/pages", test_pages);
  g_test_add_func ("/map/tiled", test_tiled);
  g_test_add_func ("/map/refused", test_refused);
  g_test_add_func ("/map/svg", test_svg);
  g_test_add_func ("/map/oddities", test_oddities);
  return g_test_run ();
}
