/* A document written and read back: pages, text, outline, tags in reading order, what every element must say.
 */
#include "config.h"

#include "pdf-reader.h"
#include "sample.h"
#include "scr-error.h"
#include "scr-pdf-access.h"
#include "scr-pdf.h"

#include <cairo-pdf.h>
#include <string.h>
#include <unistd.h>

static GBytes *
render (ScrDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = scr_pdf_render (document, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static GBytes *
render_everything (void)
{
  g_autoptr (ScrDocument) document = sample_new ();

  sample_add_everything (document);
  return render (document);
}

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("“%s” is not in:\n%.2000s", part, text);
  g_assert_nonnull (strstr (text, part));
}

static void
test_sound (void)
{
  g_autoptr (GBytes) pdf = render_everything ();
  g_autoptr (PdfReading) reading = pdf_reader_read (pdf);
  g_autofree char *title = pdf_reader_get_title (pdf);
  g_autofree char *label = pdf_reader_get_label (pdf, 2);

  pdf_reading_assert_sound (reading);
  g_assert_cmpstr (reading->language, ==, "en-GB");
  g_assert_cmpstr (title, ==, "Annual scrutiny report");
  g_assert_cmpstr (label, ==, "3");
  assert_contains (reading->metadata, "<pdfuaid:part>1</pdfuaid:part>");
  assert_contains (reading->metadata, "Annual scrutiny report</rdf:li>");
  assert_contains (reading->metadata, "<rdf:li>en-GB</rdf:li>");
}

static void
test_furniture (void)
{
  g_autoptr (GBytes) pdf = render_everything ();
  g_autoptr (PdfReading) reading = pdf_reader_read (pdf);

  for (guint i = 0; i < reading->n_pages; i++)
    {
      g_autofree char *text = pdf_reader_get_text (pdf, (int)i);
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, reading->n_pages);

      assert_contains (text, "OFFICIAL");
      assert_contains (text, "Bexley safeguarding partnership");
      assert_contains (text, "Version 2 · copy 3");
      assert_contains (text, number);
    }
}

static void
test_outline (void)
{
  g_autoptr (GBytes) pdf = render_everything ();
  g_autofree char *outline = pdf_reader_get_outline (pdf);

  g_assert_cmpstr (outline, ==,
                   "1. Who scrutinises, and how\n"
                   " 1.1 The arrangement\n"
                   "  1.1.1 As it was\n"
                   "2. What difference was made\n"
                   " 2.1 What the answers speak of\n"
                   " 2.2 Priority by priority\n"
                   " 2.3 What would tell us more\n"
                   "3. Lists, words and links\n");
}

static void
test_contents (void)
{
  g_autoptr (GBytes) pdf = render_everything ();
  g_autofree char *spoken = pdf_reader_get_spoken (pdf);

  assert_contains (spoken, "\"2.2 Priority by priority 3\"");
  assert_contains (spoken, "\"3. Lists, words and links 4\"");
}

static void
test_tree (void)
{
  g_autoptr (GBytes) pdf = render_everything ();
  g_autoptr (PdfReading) reading = pdf_reader_read (pdf);

  g_assert_true (g_str_has_prefix (reading->tree, "Document\n H1\n P\n Table\n  TR\n   TH Row\n   TD\n"));
  assert_contains (reading->tree, " H1\n TOC\n  TOCI\n   Reference\n    Link\n");
  assert_contains (
      reading->tree,
      " Figure alt=Of 18 answers, 10 speak of how much, 7 of how well, 1 of the difference made\n P\n");
  assert_contains (reading->tree,
                   " Table\n  TR\n   TH Column\n   TH Column\n   TH Column\n  TR\n   TH Row\n   TD\n   TD\n");
  assert_contains (reading->tree,
                   " P\n  Span\n  Link\n  Span\n  Link\n  Span\n L Disc\n  LI\n   Lbl\n   LBody\n");
  assert_contains (reading->tree,
                   "   LBody\n    P\n    L Decimal\n     LI\n      Lbl\n      LBody\n     LI\n");
}

/* Words joined letters, line ends and links must all be heard whole. */
static void
test_spoken (void)
{
  g_autoptr (GBytes) pdf = render_everything ();
  g_autofree char *spoken = pdf_reader_get_spoken (pdf);

  assert_contains (spoken,
                   "how much are we doing, how well are we doing it, and what difference are we making?\"");
  assert_contains (spoken, "Office staff find efficient affiliations difficult.\"");
  assert_contains (spoken,
                   "“all of Bexley” in keeping its children and young people safe. The partnership’s");
  assert_contains (spoken, "\"as typed line by line\"");
  assert_contains (spoken, "\" Limited, up from none\"");
  g_assert_null (strstr (spoken, "alert(1)"));
}

/* The same document gives the same file, to the byte. */
static void
test_deterministic (void)
{
  g_autoptr (GBytes) first = render_everything ();
  g_autoptr (GBytes) second = render_everything ();

  g_assert_true (g_bytes_equal (first, second));
}

static guint
count_words (const char *text, const char *words)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  return n;
}

/* Heads stand on every page of a table, and are heard once. */
static void
test_repeated_heads (void)
{
  g_autoptr (ScrDocument) document = sample_new ();
  ScrTable *table = scr_document_add_table (document, NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (PdfReading) reading = NULL;
  g_autofree char *spoken = NULL;

  scr_table_add_column (table, "Whose turn", 1, SCR_ALIGN_START);
  scr_table_add_column (table, "Number", 1, SCR_ALIGN_END);
  for (guint i = 0; i < 120; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      scr_table_add_row (table);
      scr_table_add_cell (table, "the learning hub");
      scr_table_add_cell (table, number);
    }
  pdf = render (document);
  reading = pdf_reader_read (pdf);
  pdf_reading_assert_sound (reading);
  g_assert_cmpuint (reading->n_pages, >=, 4);
  for (guint i = 0; i < reading->n_pages; i++)
    {
      g_autofree char *text = pdf_reader_get_text (pdf, (int)i);

      g_assert_cmpuint (count_words (text, "Whose turn"), ==, 1);
    }
  spoken = pdf_reader_get_spoken (pdf);
  g_assert_cmpuint (count_words (spoken, "Whose turn"), ==, 1);
  g_assert_cmpuint (count_words (reading->tree, "Table\n"), ==, 1);
  g_assert_cmpuint (count_words (reading->tree, "TR\n"), ==, 121);
}

/* A row higher than pages goes over them, and is one row to whoever hears it. */
static void
test_high_row (void)
{
  g_autoptr (ScrDocument) document = sample_new ();
  ScrTable *table = scr_document_add_table (document, NULL);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (PdfReading) reading = NULL;
  g_autofree char *spoken = NULL, *whole = NULL;

  scr_table_add_column (table, "What", 1, SCR_ALIGN_START);
  scr_table_add_column (table, "At length", 3, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  for (guint i = 0; i < 900; i++)
    g_string_append_printf (words, "%sword%u to tell", i > 0 ? " " : "", i);
  scr_table_add_row (table);
  scr_table_add_cell (table, "The long answer");
  scr_table_add_cell (table, words->str);
  scr_table_add_row (table);
  scr_table_add_cell (table, "The short one");
  scr_table_add_cell (table, "Yes.");
  pdf = render (document);
  reading = pdf_reader_read (pdf);
  pdf_reading_assert_sound (reading);
  g_assert_cmpuint (reading->n_pages, >=, 3);
  g_assert_cmpstr (
      reading->tree, ==,
      "Document\n Table\n  TR\n   TH Column\n   TH Column\n  TR\n   TH Row\n   TD\n  TR\n   TH Row\n   TD\n");
  spoken = pdf_reader_get_spoken (pdf);
  for (guint i = 0; i < 900; i++)
    {
      g_autofree char *one = g_strdup_printf ("word%u ", i);

      assert_contains (spoken, one);
    }
}

/* A paragraph and a link over the end of a page are each one element. */
static void
test_divided (void)
{
  g_autoptr (ScrDocument) document = sample_new ();
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (PdfReading) reading = NULL;
  ScrText *text;

  for (guint i = 0; i < 1500; i++)
    g_string_append (words, "one after the other ");
  scr_document_add_paragraph (document, words->str);
  text = scr_text_new ("Before ");
  scr_text_append_link (text, words->str, "https://example.org/");
  scr_text_append (text, " after.");
  scr_document_take_paragraph (document, text);
  scr_document_begin_list (document, FALSE, 1);
  scr_document_add_item (document, words->str);
  scr_document_end (document);
  pdf = render (document);
  reading = pdf_reader_read (pdf);
  pdf_reading_assert_sound (reading);
  g_assert_cmpuint (reading->n_pages, >, 3);
  g_assert_cmpstr (reading->tree, ==,
                   "Document\n P\n P\n  Span\n  Link\n  Span\n L Disc\n  LI\n   Lbl\n   LBody\n");
}

static void
test_empty (void)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  g_autoptr (GBytes) pdf = render (document);
  g_autoptr (PdfReading) reading = pdf_reader_read (pdf);

  g_assert_cmpuint (reading->n_pages, ==, 1);
  pdf_reading_assert_sound (reading);
}

static void
test_text_sizes (void)
{
  static const double sizes[] = {12, 16, 18, 24};
  guint n_before = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ScrDocument) document = sample_new ();
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (PdfReading) reading = NULL;

      scr_document_set_text_size (document, sizes[i]);
      scr_document_set_plain_font (document, i % 2 == 1);
      scr_document_set_high_contrast (document, i % 2 == 1);
      sample_add_everything (document);
      pdf = render (document);
      reading = pdf_reader_read (pdf);
      pdf_reading_assert_sound (reading);
      g_assert_cmpuint (reading->n_pages, >=, n_before);
      n_before = reading->n_pages;
    }
  g_assert_cmpuint (n_before, >=, 8);
}

/* Columns too narrow for large letters: cells one under the other, still a table to whoever hears it. */
static void
test_stacked (void)
{
  g_autoptr (ScrDocument) document = sample_new ();
  ScrTable *table;
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (PdfReading) reading = NULL;
  g_autofree char *text = NULL;

  scr_document_set_text_size (document, 24);
  table = scr_document_add_table (document, "Who came");
  for (guint i = 0; i < 5; i++)
    scr_table_add_column (table, i == 0 ? "Safeguarding" : "Representation", 0, SCR_ALIGN_START);
  scr_table_set_row_heads (table, TRUE);
  scr_table_add_row (table);
  scr_table_add_cell (table, "Administration");
  scr_table_add_cell (table, "Chairpersonship");
  scr_table_add_cell (table, NULL);
  scr_table_add_group (table, "The others");
  pdf = render (document);
  reading = pdf_reader_read (pdf);
  pdf_reading_assert_sound (reading);
  assert_contains (reading->tree, "  TR\n   TH Row\n   TD\n   TD\n   TD\n   TD\n  TR\n   TH Row\n");
  text = pdf_reader_get_text (pdf, 0);
  assert_contains (text, "Representation\nChairpersonship");
}

static char *
make_path (void)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int descriptor = g_file_open_tmp ("scrutiny-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  close (descriptor);
  return path;
}

/* What is said of a file is what stands in it: of ours everything, of one that was only drawn nothing. */
static void
test_access (void)
{
  g_autoptr (GBytes) pdf = render_everything ();
  g_autofree char *path = make_path ();
  cairo_surface_t *surface;
  ScrPdfAccess access;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize)g_bytes_get_size (pdf), NULL));
  g_assert_true (scr_pdf_access_read (path, &access, &error));
  g_assert_no_error (error);
  g_assert_true (access.tagged);
  g_assert_true (access.language);
  g_assert_true (access.title);
  g_assert_true (access.bookmarks);
  g_assert_true (scr_pdf_access_is_whole (&access));

  surface = cairo_pdf_surface_create (path, 100, 100);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  g_assert_true (scr_pdf_access_read (path, &access, &error));
  g_assert_false (access.tagged || access.language || access.title);
  /* One page needs none. */
  g_assert_true (access.bookmarks);
  g_assert_false (scr_pdf_access_is_whole (&access));

  g_assert_true (g_file_set_contents (path, "no PDF", -1, NULL));
  g_assert_false (scr_pdf_access_read (path, &access, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_FAILED);
  unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/sound", test_sound);
  g_test_add_func ("/pdf/access", test_access);
  g_test_add_func ("/pdf/furniture", test_furniture);
  g_test_add_func ("/pdf/outline", test_outline);
  g_test_add_func ("/pdf/contents", test_contents);
  g_test_add_func ("/pdf/tree", test_tree);
  g_test_add_func ("/pdf/spoken", test_spoken);
  g_test_add_func ("/pdf/deterministic", test_deterministic);
  g_test_add_func ("/pdf/repeated-heads", test_repeated_heads);
  g_test_add_func ("/pdf/high-row", test_high_row);
  g_test_add_func ("/pdf/divided", test_divided);
  g_test_add_func ("/pdf/empty", test_empty);
  g_test_add_func ("/pdf/text-sizes", test_text_sizes);
  g_test_add_func ("/pdf/stacked", test_stacked);
  return g_test_run ();
}
