/* Reads a finished PDF back, independently of what wrote it: its structure tree through libqpdf, its text and
 * outline through poppler. */
#pragma once

#include <glib.h>

typedef struct
{
  char *tree; /* the elements, one a line, indented, with what is known of them: "TH Column", "Figure alt=..."
               */
  char *language; /* (nullable) */
  char *metadata; /* (nullable): XMP */
  gboolean is_marked;
  gboolean shows_title;
  guint n_pages;
  GPtrArray *faults; /* of char *: rules of accessible PDF that it breaks */
} PdfReading;

PdfReading *pdf_reader_read (GBytes *pdf);
void pdf_reading_free (PdfReading *self);
void pdf_reading_assert_sound (const PdfReading *self);

char *pdf_reader_get_text (GBytes *pdf, int page);
gboolean pdf_reader_finds (GBytes *pdf, int page, const char *words);
char *pdf_reader_get_outline (GBytes *pdf);
char *pdf_reader_get_label (GBytes *pdf, int page);
char *pdf_reader_get_title (GBytes *pdf);
char *pdf_reader_get_spoken (GBytes *pdf);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfReading, pdf_reading_free)
