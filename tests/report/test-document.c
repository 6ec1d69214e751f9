/* What a document holds, before it is laid out: cleaned words, headings in order, CommonMark as blocks. */
#include "config.h"

#include "scr-block.h"
#include "scr-markdown.h"

#include <string.h>

static const ScrBlock *
get_child (const ScrBlock *block, guint index)
{
  g_assert_nonnull (block->children);
  g_assert_cmpuint (index, <, block->children->len);
  return g_ptr_array_index (block->children, index);
}

static void
test_words (void)
{
  g_autoptr (ScrText) text = scr_text_new ("one\r\ntwo\tthree\x01 \xff");
  g_autofree char *readable = scr_text_dup_readable (text);

  g_assert_cmpstr (readable, ==, "one two three  \xef\xbf\xbd");
  g_assert_true (g_utf8_validate (scr_text_get_words (text), -1, NULL));
}

static void
test_spans (void)
{
  g_autoptr (ScrText) text = scr_text_new ("a ");
  g_autoptr (ScrText) copy = NULL;
  g_autofree char *readable = NULL;
  const ScrTextSpan *spans;
  guint n;

  scr_text_append_styled (text, SCR_TEXT_BOLD, "bold");
  scr_text_append_symbol (text, SCR_SYMBOL_WARNING);
  scr_text_append_link (text, "there", "https://example.org/");
  scr_text_append_status (text, SCR_TONE_BAD, "late");
  scr_text_append_styled (text, SCR_TEXT_ITALIC, "");
  copy = scr_text_copy (text);
  spans = scr_text_get_spans (copy, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpuint (spans[0].start, ==, 2);
  g_assert_cmpuint (spans[0].end, ==, 6);
  g_assert_cmpint (spans[0].style, ==, SCR_TEXT_BOLD);
  g_assert_cmpint (spans[1].symbol, ==, SCR_SYMBOL_WARNING);
  g_assert_cmpstr (spans[2].target, ==, "https://example.org/");
  g_assert_true (spans[3].is_status);
  g_assert_cmpint (spans[3].tone, ==, SCR_TONE_BAD);
  readable = scr_text_dup_readable (copy);
  g_assert_cmpstr (readable, ==, "a boldtherelate");
}

static void
test_headings (void)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  const GPtrArray *headings;
  static const struct
  {
    guint level;
    const char *words;
  } expected[] = {{1, "1. First"}, {2, "1.1 Deep"}, {3, "1.1.1 Deeper"}, {1, "2. Second"}, {2, "2.1 Third"}};
  const char *anchor;

  scr_document_set_numbered (document, TRUE);
  anchor = scr_document_add_heading (document, 2, "First");
  scr_document_add_heading (document, 3, "Deep");
  scr_document_add_heading (document, 9, "Deeper");
  scr_document_add_heading (document, 1, "Second");
  scr_document_add_heading (document, 2, "Third");
  headings = scr_document_get_headings (document);
  g_assert_cmpuint (headings->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < headings->len; i++)
    {
      const ScrBlock *heading = g_ptr_array_index (headings, i);

      g_assert_cmpuint (heading->level, ==, expected[i].level);
      g_assert_cmpstr (scr_text_get_words (heading->text), ==, expected[i].words);
    }
  g_assert_cmpstr (anchor, ==, ((const ScrBlock *)headings->pdata[0])->anchor);
}

static void
test_facts (void)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  const ScrBlock *root = scr_document_get_root (document);

  scr_document_add_fact (document, "Area", "Bexley");
  scr_document_add_fact (document, "Since", "October 2018");
  scr_document_add_paragraph (document, "Between.");
  scr_document_add_fact (document, "Until", NULL);
  g_assert_cmpuint (root->children->len, ==, 3);
  g_assert_cmpuint (scr_table_get_n_rows (get_child (root, 0)->table), ==, 2);
  g_assert_cmpuint (scr_table_get_n_rows (get_child (root, 2)->table), ==, 1);
  g_assert_true (scr_table_get_row_heads (get_child (root, 0)->table));
}

static void
test_markdown (void)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  const ScrBlock *root = scr_document_get_root (document), *list;
  const ScrTextSpan *spans;
  guint n;

  scr_document_add_markdown (
      document, "# Head\n\nSome **bold** [here](https://example.org) [not](javascript:x) "
                "<b>raw</b>\n\n- one\n- two\n\n  more\n\n5. five\n\n> said\n\n```\nas  is\n```\n");
  g_assert_cmpuint (root->children->len, ==, 6);
  g_assert_cmpint (get_child (root, 0)->type, ==, SCR_BLOCK_HEADING);
  g_assert_cmpint (get_child (root, 0)->flags, ==, SCR_HEADING_UNNUMBERED | SCR_HEADING_UNLISTED);
  spans = scr_text_get_spans (get_child (root, 1)->text, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (spans[1].target, ==, "https://example.org");
  g_assert_cmpstr (scr_text_get_words (get_child (root, 1)->text), ==, "Some bold here not raw");
  list = get_child (root, 2);
  g_assert_cmpint (list->type, ==, SCR_BLOCK_LIST);
  g_assert_false (list->is_ordered);
  g_assert_cmpuint (get_child (list, 1)->children->len, ==, 2);
  g_assert_true (get_child (root, 3)->is_ordered);
  g_assert_cmpuint (get_child (root, 3)->first_number, ==, 5);
  g_assert_cmpint (get_child (root, 4)->type, ==, SCR_BLOCK_QUOTE);
  g_assert_cmpint (get_child (root, 5)->type, ==, SCR_BLOCK_CODE);
  g_assert_cmpstr (scr_text_get_words (get_child (root, 5)->text), ==, "as  is");
}

static void
test_markdown_in_cell (void)
{
  g_autoptr (ScrText) text = scr_markdown_to_text ("First *one*.\n\n- a\n- b\n");
  g_autoptr (ScrText) nothing = scr_markdown_to_text (NULL);
  g_autofree char *readable = scr_text_dup_readable (text);

  g_assert_cmpstr (readable, ==, "First one. • a • b");
  g_assert_true (scr_text_is_empty (nothing));
}

/* Hostile depth must neither crash nor take for ever. */
static void
test_markdown_deep (void)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 5000; i++)
    g_string_append (deep, "> ");
  g_string_append (deep, "end\n\n");
  for (guint i = 0; i < 500; i++)
    g_string_append (deep, "*_");
  scr_document_add_markdown (document, deep->str);
  g_assert_nonnull (scr_document_get_root (document)->children);
}

static void
test_lists_hold_items (void)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  const ScrBlock *list;

  scr_document_begin_list (document, FALSE, 1);
  scr_document_add_paragraph (document, "put into an item");
  scr_document_end (document);
  list = get_child (scr_document_get_root (document), 0);
  g_assert_cmpint (get_child (list, 0)->type, ==, SCR_BLOCK_ITEM);
  g_assert_cmpint (get_child (get_child (list, 0), 0)->type, ==, SCR_BLOCK_PARAGRAPH);
}

static void
test_properties (void)
{
  g_autoptr (ScrLanguage) language = scr_language_load ("en-GB", NULL);
  g_autoptr (ScrDocument) document = scr_document_new (language);

  scr_document_set_title (document, "One\nline");
  g_assert_cmpstr (scr_document_get_title (document), ==, "One line");
  scr_document_set_title (document, "");
  g_assert_null (scr_document_get_title (document));
  scr_document_set_text_size (document, 4000);
  g_assert_cmpfloat (scr_document_get_text_size (document), <, 100);
  g_assert_cmpstr (scr_document_get_language_code (document), ==, "en-GB");
  g_assert_false (scr_document_get_right_to_left (document));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/words", test_words);
  g_test_add_func ("/document/spans", test_spans);
  g_test_add_func ("/document/headings", test_headings);
  g_test_add_func ("/document/facts", test_facts);
  g_test_add_func ("/document/markdown", test_markdown);
  g_test_add_func ("/document/markdown-in-cell", test_markdown_in_cell);
  g_test_add_func ("/document/markdown-deep", test_markdown_deep);
  g_test_add_func ("/document/lists-hold-items", test_lists_hold_items);
  g_test_add_func ("/document/properties", test_properties);
  return g_test_run ();
}
