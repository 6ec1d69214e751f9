/* Every script that Pango can shape comes through: Welsh, Polish, Urdu, Arabic, Punjabi, Nepali, right to
 * left. */
#include "config.h"

#include "pdf-reader.h"
#include "scr-pdf.h"

#include <string.h>

static GBytes *
render (ScrDocument *document)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = scr_pdf_render (document, NULL, NULL, NULL, &error);
  g_autoptr (PdfReading) reading = NULL;

  g_assert_no_error (error);
  reading = pdf_reader_read (pdf);
  pdf_reading_assert_sound (reading);
  return pdf;
}

static void
assert_text (const char *words)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;

  scr_document_set_title (document, words);
  scr_document_add_paragraph (document, words);
  pdf = render (document);
  text = pdf_reader_get_text (pdf, 0);
  if (strstr (text, words) == NULL)
    g_test_message ("“%s” is not in “%s”", words, text);
  g_assert_nonnull (strstr (text, words));
  g_free (g_steal_pointer (&text));
  text = pdf_reader_get_title (pdf);
  g_assert_cmpstr (text, ==, words);
}

static void
test_left_to_right (void)
{
  assert_text ("Mae’r craffwr wedi gofyn: ŵ ŷ â ô î. Ffrwyth, llên, dŵr.");
  assert_text ("Zażółć gęślą jaźń: dzieci są bezpieczne.");
  assert_text ("ਬੱਚੇ ਸੁਰੱਖਿਅਤ ਹਨ।");
  assert_text ("बालबालिकाहरू सुरक्षित छन्।");
}

static void
test_right_to_left (void)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (PdfReading) reading = NULL;
  g_autofree char *outline = NULL, *spoken = NULL;

  scr_document_set_language_code (document, "ur");
  scr_document_set_right_to_left (document, TRUE);
  scr_document_set_title (document, "جانچ");
  scr_document_add_heading (document, 1, "کیا فرق پڑا");
  scr_document_add_paragraph (document, "جانچ کرنے والے نے Bexley میں 12 سوال پوچھے۔");
  scr_document_begin_list (document, TRUE, 1);
  scr_document_add_item (document, "دوسرا نکتہ");
  scr_document_end (document);
  pdf = render (document);
  reading = pdf_reader_read (pdf);
  g_assert_cmpstr (reading->language, ==, "ur");
  g_assert_true (pdf_reader_finds (pdf, 0, "پوچھے"));
  g_assert_true (pdf_reader_finds (pdf, 0, "نکتہ"));
  g_assert_true (pdf_reader_finds (pdf, 0, "Bexley"));
  g_assert_false (pdf_reader_finds (pdf, 0, "Greenwich"));
  outline = pdf_reader_get_outline (pdf);
  g_assert_cmpstr (outline, ==, "کیا فرق پڑا\n");
  /* Heard from the first word to the last, though the eye finds the English word in the middle of the line.
   */
  spoken = pdf_reader_get_spoken (pdf);
  g_assert_nonnull (strstr (spoken, "\"جانچ کرنے والے نے Bexley میں 12 سوال پوچھے۔\""));
}

/* A report's own words come in its language, whatever the interface speaks. */
static void
test_own_words (void)
{
  g_autoptr (ScrLanguage) language = scr_language_load ("cy", NULL);
  g_autoptr (ScrDocument) document = scr_document_new (language);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (PdfReading) reading = NULL;
  g_autofree char *text = NULL, *expected = NULL;

  if (language == NULL)
    {
      g_test_skip ("the Welsh catalogue is not built");
      return;
    }
  scr_document_add_paragraph (document, "Geiriau.");
  pdf = render (document);
  reading = pdf_reader_read (pdf);
  g_assert_cmpstr (reading->language, ==, "cy");
  text = pdf_reader_get_text (pdf, 0);
  expected = g_strdup_printf (scr_tr (language, "Page %u of %u"), 1, 1);
  g_assert_nonnull (strstr (text, expected));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scripts/left-to-right", test_left_to_right);
  g_test_add_func ("/scripts/right-to-left", test_right_to_left);
  g_test_add_func ("/scripts/own-words", test_own_words);
  return g_test_run ();
}
