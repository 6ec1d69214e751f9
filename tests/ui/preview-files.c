/* PDF files for the tests of the preview, made by cairo: a heading, lines of text and a bookmark on each
 * page. */
#include "preview-files.h"

#include <cairo-pdf.h>

static void
write_line (cairo_t *cr, double y, double size, const char *text)
{
  cairo_set_font_size (cr, size);
  cairo_move_to (cr, 72, y);
  cairo_show_text (cr, text);
}

static void
draw_page (cairo_t *cr, guint page, const char *words)
{
  g_autofree char *heading = g_strdup_printf ("%u. Findings of part %u", page, page);

  cairo_select_font_face (cr, "Cantarell", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  write_line (cr, 96, 20, heading);
  cairo_select_font_face (cr, "Cantarell", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
  write_line (cr, 132, 12, words);
  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *line
          = g_strdup_printf ("Line %u of page %u asks how much, how well, and what it changed.", i + 1, page);

      write_line (cr, 168 + i * 18, 12, line);
    }
  cairo_set_source_rgb (cr, 0.1, 0.37, 0.71);
  cairo_rectangle (cr, 72, 420, 240, 24);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
}

/* Returns the path of a new file of @n_pages A4 pages, each with @words on it and a bookmark to it. */
char *
preview_files_make (const char *folder, const char *name, guint n_pages, const char *words)
{
  char *path = g_build_filename (folder, name, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, 595.28, 841.89);
  cairo_t *cr = cairo_create (surface);
  int part = CAIRO_PDF_OUTLINE_ROOT;

  for (guint page = 1; page <= n_pages; page++)
    {
      g_autofree char *title = g_strdup_printf ("Part %u", page);
      g_autofree char *target = g_strdup_printf ("page=%u pos=[72 84]", page);
      int parent = page % 5 == 1 ? CAIRO_PDF_OUTLINE_ROOT : part;
      int item = cairo_pdf_surface_add_outline (surface, parent, title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN);

      part = page % 5 == 1 ? item : part;
      draw_page (cr, page, words);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return path;
}

/* Returns the path of a new file that holds @bytes. */
char *
preview_files_make_bytes (const char *folder, const char *name, const char *bytes, gssize length)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
  return path;
}
