/* How fast the report engine is: a document of some 300 pages, tagged and finished, against the same words set by bare
 * Pango and cairo without tags. Prints one line; nothing is asserted.
 */
#include "config.h"

#include "scr-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define SECTIONS 150
#define PARAGRAPHS 6
#define ROWS 18
#define ROUNDS 3
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.89
#define MARGIN 56.0

static const char words[] =
    "The scrutineer asked how well the partners know what difference their work has made to children and to their "
    "families, and what they would do differently. The answer rests on what practitioners said and on what was heard "
    "from families after the learning hub; it will be asked again in the spring.";

static ScrDocument *
make_document (void)
{
  ScrDocument *document = scr_document_new (NULL);

  scr_document_set_title (document, "A long report");
  scr_document_set_language_code (document, "en-GB");
  for (guint s = 0; s < SECTIONS; s++)
    {
      ScrTable *table;

      scr_document_add_heading (document, 1, "What was found");
      for (guint p = 0; p < PARAGRAPHS; p++)
        scr_document_add_paragraph (document, words);
      table = scr_document_add_table (document, "Questions and answers");
      scr_table_add_column (table, "Question", 2, SCR_ALIGN_START);
      scr_table_add_column (table, "Day", 1, SCR_ALIGN_START);
      scr_table_add_column (table, "Answer", 2, SCR_ALIGN_START);
      for (guint r = 0; r < ROWS; r++)
        {
          scr_table_add_row (table);
          scr_table_add_cell (table, "How well are we doing it?");
          scr_table_add_cell (table, "12 June 2019");
          scr_table_add_cell (table, "Some evidence, and more to come");
        }
    }
  return document;
}

static guint pages_made;

static void
on_page (guint page, guint n_pages, gpointer unused)
{
  pages_made = n_pages;
}

static double
time_ours (void)
{
  g_autoptr (ScrDocument) document = make_document ();
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = scr_pdf_render (document, on_page, NULL, NULL, &error);

  if (pdf == NULL)
    g_error ("%s", error->message);
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

/* --- The reference: lines one under the other --- */

typedef struct
{
  cairo_t *cr;
  PangoLayout *layout;
  double y;
  guint pages;
} Bare;

static cairo_status_t
swallow (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static double
set_words (Bare *bare, const char *text, double x, double width, gboolean advance)
{
  int height;

  pango_layout_set_width (bare->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (bare->layout, text, -1);
  pango_layout_get_size (bare->layout, NULL, &height);
  if (bare->y + (double) height / PANGO_SCALE > PAGE_HEIGHT - MARGIN)
    {
      cairo_show_page (bare->cr);
      bare->pages++;
      bare->y = MARGIN;
    }
  cairo_move_to (bare->cr, x, bare->y);
  pango_cairo_show_layout (bare->cr, bare->layout);
  if (advance)
    bare->y += (double) height / PANGO_SCALE + 4;
  return (double) height / PANGO_SCALE;
}

static void
set_section (Bare *bare)
{
  const double width = PAGE_WIDTH - 2 * MARGIN;

  set_words (bare, "What was found", MARGIN, width, TRUE);
  for (guint p = 0; p < PARAGRAPHS; p++)
    set_words (bare, words, MARGIN, width, TRUE);
  for (guint r = 0; r < ROWS; r++)
    {
      set_words (bare, "How well are we doing it?", MARGIN, width * 0.4, FALSE);
      set_words (bare, "12 June 2019", MARGIN + width * 0.4, width * 0.2, FALSE);
      set_words (bare, "Some evidence, and more to come", MARGIN + width * 0.6, width * 0.4, TRUE);
    }
}

static double
time_bare (guint *pages)
{
  gsize size = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (swallow, &size, PAGE_WIDTH, PAGE_HEIGHT);
  Bare bare = {cairo_create (surface), NULL, MARGIN, 1};
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell 12");
  gint64 begin = g_get_monotonic_time ();

  bare.layout = pango_cairo_create_layout (bare.cr);
  /* One unit of a PDF is a point. */
  pango_cairo_context_set_resolution (pango_layout_get_context (bare.layout), 72);
  pango_layout_set_font_description (bare.layout, font);
  for (guint s = 0; s < SECTIONS; s++)
    set_section (&bare);
  cairo_surface_finish (surface);
  *pages = bare.pages;
  g_object_unref (bare.layout);
  pango_font_description_free (font);
  cairo_destroy (bare.cr);
  cairo_surface_destroy (surface);
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

int
main (void)
{
  double ours = G_MAXDOUBLE;
  double bare = G_MAXDOUBLE;
  double ours_a_page, bare_a_page;
  guint bare_pages = 1;

  /* Turn by turn, so that whatever else this machine does troubles both alike. */
  for (guint round = 0; round < ROUNDS; round++)
    {
      double now = time_ours ();

      ours = MIN (ours, now);
      now = time_bare (&bare_pages);
      bare = MIN (bare, now);
    }
  ours_a_page = ours * 1000 / pages_made;
  bare_a_page = bare * 1000 / bare_pages;
  g_print ("benchmark: report-milliseconds-for-the-same-words ours=%.1f reference=%.1f ratio=%.2f limit=3\n",
           ours * 1000,
           bare * 1000,
           ours / bare);
  g_print ("benchmark: report-milliseconds-a-page ours=%.2f reference=%.2f ratio=%.2f limit=3 (%u and %u pages)\n",
           ours_a_page,
           bare_a_page,
           ours_a_page / bare_a_page,
           pages_made,
           bare_pages);
  return 0;
}
