/* Where pages break: what must stay together stays together, nothing leaves its page, rows are divided only
 * if high. */
#include "config.h"

#include "sample.h"
#include "scr-layout.h"

static ScrLayout *
lay_out (ScrDocument *document)
{
  g_autoptr (GError) error = NULL;
  ScrLayout *layout = scr_layout_new (document, NULL, &error);

  g_assert_no_error (error);
  return layout;
}

static const ScrOp *
find_op (const ScrPage *page, ScrOpType type, gboolean from_end)
{
  for (guint i = 0; i < page->ops->len; i++)
    {
      const ScrOp *op = &g_array_index (page->ops, ScrOp, from_end ? page->ops->len - 1 - i : i);

      if (op->type == type)
        return op;
    }
  return NULL;
}

static guint
count_ops (const ScrPage *page, ScrOpType type)
{
  guint n = 0;

  for (guint i = 0; i < page->ops->len; i++)
    n += g_array_index (page->ops, ScrOp, i).type == type;
  return n;
}

static gboolean
is_heading (const ScrLine *line)
{
  return line->set->face >= SCR_FACE_TITLE && line->set->face <= SCR_FACE_HEADING_3;
}

/* How many lines of a paragraph stand on a page. */
static guint
count_lines_of (const ScrPage *page, const ScrTypeset *set)
{
  guint n = 0;

  for (guint i = 0; i < page->ops->len; i++)
    {
      const ScrOp *op = &g_array_index (page->ops, ScrOp, i);

      n += op->type == SCR_OP_LINE && op->line->set == set;
    }
  return n;
}

static void
assert_within_page (const ScrLayout *layout)
{
  const ScrSheet *sheet = &scr_layout_get_style (layout)->sheet;

  for (guint i = 0; i < scr_layout_get_n_pages (layout); i++)
    {
      const ScrPage *page = scr_layout_get_page (layout, i);

      for (guint k = 0; k < page->ops->len; k++)
        {
          const ScrOp *op = &g_array_index (page->ops, ScrOp, k);

          if (op->type != SCR_OP_LINE && op->type != SCR_OP_FIGURE && op->type != SCR_OP_GHOST)
            continue;
          g_assert_cmpfloat (op->y, >=, sheet->top - 0.1);
          g_assert_cmpfloat (op->y + op->height, <=, sheet->bottom + 0.1);
          g_assert_cmpfloat (op->x, >=, sheet->side - 8);
          g_assert_cmpfloat (op->x + op->width, <=, sheet->width - sheet->side + 8);
        }
    }
}

static void
assert_no_bad_break (const ScrLayout *layout)
{
  for (guint i = 0; i < scr_layout_get_n_pages (layout); i++)
    {
      const ScrPage *page = scr_layout_get_page (layout, i);
      const ScrOp *first = find_op (page, SCR_OP_LINE, FALSE), *last = find_op (page, SCR_OP_LINE, TRUE);

      g_assert_nonnull (first);
      if (i + 1 < scr_layout_get_n_pages (layout))
        g_assert_false (is_heading (last->line));
      if (last->line->set->face == SCR_FACE_BODY && last->line->set->n_lines > 1)
        g_assert_cmpuint (count_lines_of (page, last->line->set), >=, 2);
      if (first->line->set->face == SCR_FACE_BODY && first->line->set->n_lines > 1)
        g_assert_cmpuint (count_lines_of (page, first->line->set), >=, 2);
    }
}

/* Whatever stands before, the break that follows is a good one. */
static void
test_breaks (void)
{
  for (guint lead = 0; lead < 40; lead++)
    {
      g_autoptr (ScrDocument) document = sample_new ();
      g_autoptr (ScrLayout) layout = NULL;

      for (guint i = 0; i < lead; i++)
        scr_document_add_paragraph (document, "One line.");
      for (guint i = 0; i < 6; i++)
        {
          scr_document_add_heading (document, 1, "A chapter");
          scr_document_add_heading (document, 2, "A part of it");
          scr_document_add_paragraph (
              document, "Long enough to take a handful of lines on the page, however large the "
                        "letters are, so that there is something to divide between one page and "
                        "the next, and something to keep: no line must be left alone at the foot, "
                        "and none must be sent ahead alone to the top of the page that follows.");
        }
      layout = lay_out (document);
      assert_within_page (layout);
      assert_no_bad_break (layout);
    }
}

static void
test_everything_within (void)
{
  static const double sizes[] = {12, 16, 18, 24};

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (ScrDocument) document = sample_new ();
      g_autoptr (ScrLayout) layout = NULL;

      scr_document_set_text_size (document, sizes[i / 2]);
      scr_document_set_right_to_left (document, i % 2 == 1);
      sample_add_everything (document);
      layout = lay_out (document);
      assert_within_page (layout);
    }
}

static ScrTable *
add_table (ScrDocument *document)
{
  ScrTable *table = scr_document_add_table (document, NULL);

  scr_table_add_column (table, "What", 1, SCR_ALIGN_START);
  scr_table_add_column (table, "More", 3, SCR_ALIGN_START);
  return table;
}

static void
add_row (ScrTable *table, guint n_words)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *number = NULL;

  for (guint i = 0; i < n_words; i++)
    g_string_append (words, "scrutiny ");
  /* Each row's own words: the same ones are set once for all rows. */
  number = g_strdup_printf ("short %u", scr_table_get_n_rows (table));
  scr_table_add_row (table);
  scr_table_add_cell (table, number);
  scr_table_add_cell (table, words->str);
}

static guint
count_pages_of (const ScrLayout *layout, const ScrTypeset *set)
{
  guint n = 0;

  for (guint i = 0; i < scr_layout_get_n_pages (layout); i++)
    n += count_lines_of (scr_layout_get_page (layout, i), set) > 0;
  return n;
}

/* A row of some lines is never divided; the heads stand on each page, the real ones once. */
static void
test_rows_whole (void)
{
  g_autoptr (ScrDocument) document = sample_new ();
  g_autoptr (ScrLayout) layout = NULL;
  ScrTable *table = add_table (document);

  for (guint i = 0; i < 60; i++)
    add_row (table, 10 + i % 7 * 12);
  layout = lay_out (document);
  assert_within_page (layout);
  g_assert_cmpuint (scr_layout_get_n_pages (layout), >, 3);
  for (guint i = 0; i < scr_layout_get_n_pages (layout); i++)
    {
      const ScrPage *page = scr_layout_get_page (layout, i);

      g_assert_cmpuint (count_ops (page, SCR_OP_GHOST), ==, i == 0 ? 0 : 2);
      g_assert_cmpuint (count_pages_of (layout, find_op (page, SCR_OP_LINE, FALSE)->line->set), ==, 1);
      g_assert_cmpuint (count_pages_of (layout, find_op (page, SCR_OP_LINE, TRUE)->line->set), ==, 1);
    }
}

/* A row higher than a page is divided, loses no line, and begins where there is room. */
static void
test_high_rows (void)
{
  for (guint lead = 0; lead < 40; lead += 3)
    {
      g_autoptr (ScrDocument) document = sample_new ();
      g_autoptr (ScrLayout) layout = NULL;
      const ScrTypeset *high = NULL;
      ScrTable *table;
      guint n_lines = 0;

      for (guint i = 0; i < lead; i++)
        scr_document_add_paragraph (document, "One line.");
      scr_document_add_heading (document, 1, "Heading");
      table = add_table (document);
      add_row (table, 900);
      layout = lay_out (document);
      assert_within_page (layout);
      for (guint i = 0; i < scr_layout_get_n_pages (layout); i++)
        {
          const ScrPage *page = scr_layout_get_page (layout, i);
          const ScrOp *last = find_op (page, SCR_OP_LINE, TRUE);

          g_assert_false (is_heading (last->line));
          g_assert_cmpint (last->line->set->face, !=, SCR_FACE_HEAD);
          if (last->line->set->n_lines > 50)
            high = last->line->set;
          if (high != NULL)
            n_lines += count_lines_of (page, high);
        }
      g_assert_nonnull (high);
      g_assert_cmpuint (n_lines, ==, high->n_lines);
    }
}

/* A short note is never divided. */
static void
test_notes_whole (void)
{
  for (guint lead = 25; lead < 36; lead++)
    {
      g_autoptr (ScrDocument) document = sample_new ();
      g_autoptr (ScrLayout) layout = NULL;
      guint n_shaded = 0;

      for (guint i = 0; i < lead; i++)
        scr_document_add_paragraph (document, "One line.");
      scr_document_begin_note (document, SCR_TONE_WARNING);
      for (guint i = 0; i < 4; i++)
        scr_document_add_paragraph (document, "A part of the note.");
      scr_document_end (document);
      layout = lay_out (document);
      for (guint i = 0; i < scr_layout_get_n_pages (layout); i++)
        n_shaded += scr_layout_get_page (layout, i)->shades->len;
      g_assert_cmpuint (n_shaded, ==, 1);
    }
}

static void
test_page_breaks (void)
{
  g_autoptr (ScrDocument) document = sample_new ();
  g_autoptr (ScrLayout) layout = NULL;

  scr_document_add_page_break (document);
  scr_document_add_paragraph (document, "One.");
  scr_document_add_page_break (document);
  scr_document_add_page_break (document);
  scr_document_add_heading (document, 1, "Two");
  scr_document_add_page_break (document);
  layout = lay_out (document);
  g_assert_cmpuint (scr_layout_get_n_pages (layout), ==, 2);
  g_assert_cmpuint (scr_layout_find_page (layout, scr_document_get_headings (document)->pdata[0]), ==, 2);
}

/* What is laid out from the right is the mirror of what is laid out from the left. */
static void
test_mirror (void)
{
  g_autoptr (ScrDocument) left = sample_new (), right = sample_new ();
  g_autoptr (ScrLayout) from_left = NULL, from_right = NULL;
  const ScrPage *a, *b;
  double width;

  scr_document_set_right_to_left (right, TRUE);
  sample_add_everything (left);
  sample_add_everything (right);
  from_left = lay_out (left);
  from_right = lay_out (right);
  width = scr_layout_get_style (from_left)->sheet.width;
  a = scr_layout_get_page (from_left, 2);
  b = scr_layout_get_page (from_right, 2);
  g_assert_cmpuint (a->ops->len, ==, b->ops->len);
  for (guint i = 0; i < a->ops->len; i++)
    {
      const ScrOp *op = &g_array_index (a->ops, ScrOp, i), *other = &g_array_index (b->ops, ScrOp, i);

      g_assert_cmpint (op->type, ==, other->type);
      if (op->type != SCR_OP_BEGIN && op->type != SCR_OP_END)
        g_assert_cmpfloat_with_epsilon (op->x, width - other->x - other->width, 0.01);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/breaks", test_breaks);
  g_test_add_func ("/layout/everything-within", test_everything_within);
  g_test_add_func ("/layout/rows-whole", test_rows_whole);
  g_test_add_func ("/layout/high-rows", test_high_rows);
  g_test_add_func ("/layout/notes-whole", test_notes_whole);
  g_test_add_func ("/layout/page-breaks", test_page_breaks);
  g_test_add_func ("/layout/mirror", test_mirror);
  return g_test_run ();
}
