/* Blocks into pieces: titles, headings, paragraphs, lists, notes, quotes, figures, contents. scr-layout-table.c does the
 * tables. Pure; of the thread that lays out.
 */
#include "config.h"

#include "scr-layout-private.h"

/* Notes with more words than this may be divided by a page break. */
#define GREATEST_WHOLE_NOTE 1200
/* Nested deeper, lists and quotes go no further to the side. */
#define GREATEST_INDENT 0.45

static double
scale (const ScrLayout *self, double points)
{
  return scr_style_scale (self->style, points);
}

static void
add_paragraph (ScrLayout *self, ScrFace face, const ScrText *text, const char *tag)
{
  scr_layout_add_lines (self, scr_layout_set (self, face, text, self->width, SCR_ALIGN_START), tag, 0,
                        scale (self, 8), FALSE);
}

static void
add_title (ScrLayout *self, const ScrBlock *block)
{
  const char *title = scr_document_get_title (self->document),
             *subtitle = scr_document_get_subtitle (self->document);
  ScrFace face = block->own_page ? SCR_FACE_GREAT_TITLE : SCR_FACE_TITLE;
  ScrPiece *bar;

  if (block->own_page)
    {
      /* Large print needs the page for words. */
      scr_flow_add_space (self->flow, scr_flow_get_page_height (self->flow) * 2.4 / self->style->text_size);
      bar = scr_piece_new (scale (self, 5));
      bar->after = scale (self, 20);
      bar->keep = TRUE;
      scr_piece_add (bar, SCR_OP_FILL, self->x, 0, scale (self, 72), scale (self, 5))->ink
          = self->style->inks->accent;
      scr_flow_take (self->flow, bar);
    }
  if (title != NULL)
    scr_layout_add_lines (self, scr_layout_set_words (self, face, title, self->width, SCR_ALIGN_START), "H1",
                          0, scale (self, block->own_page ? 10 : 4), TRUE);
  if (subtitle != NULL)
    {
      self->ink = self->style->inks->dim;
      scr_layout_add_lines (
          self, scr_layout_set_words (self, SCR_FACE_SUBTITLE, subtitle, self->width, SCR_ALIGN_START), "P",
          0, 0, TRUE);
      self->ink = self->style->inks->text;
    }
  bar = scr_piece_new (0);
  bar->after = scale (self, block->own_page ? 36 : 16);
  scr_flow_take (self->flow, bar);
}

static void
add_heading (ScrLayout *self, const ScrBlock *block)
{
  static const struct
  {
    ScrFace face;
    const char *tag;
    double before;
    double after;
  } levels[] = {
      {SCR_FACE_HEADING_1, "H1", 24, 8},
      {SCR_FACE_HEADING_2, "H2", 18, 5},
      {SCR_FACE_HEADING_3, "H3", 13, 3},
  };
  guint level = CLAMP (block->level, 1, G_N_ELEMENTS (levels)) - 1;
  const ScrTypeset *set
      = scr_layout_set (self, levels[level].face, block->text, self->width, SCR_ALIGN_START);
  ScrPiece *anchor = scr_piece_new (0);

  anchor->keep = TRUE;
  anchor->before = scale (self, levels[level].before);
  scr_piece_add (anchor, SCR_OP_ANCHOR, self->x, 0, 0, 0)->block = block;
  scr_flow_take (self->flow, anchor);
  scr_layout_add_lines (self, set, levels[level].tag, 0, scale (self, levels[level].after), TRUE);
}

static void
add_children (ScrLayout *self, const ScrBlock *block)
{
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    scr_layout_add_block (self, g_ptr_array_index (block->children, i));
}

/* Moves what is laid out to the side by @start, and away from the other side by @end, as far as there is
 * room. */
static void
indent (ScrLayout *self, double start, double end)
{
  double room = self->style->sheet.width - 2 * self->style->sheet.side;

  if (self->width - start - end < room * GREATEST_INDENT)
    return;
  self->x += start;
  self->width -= start + end;
}

/* An item that is one paragraph needs no element for it: the item's body holds the words. */
static gboolean
is_single (const ScrBlock *item)
{
  const ScrBlock *only = item->children != NULL && item->children->len == 1 ? item->children->pdata[0] : NULL;

  return only != NULL && only->type == SCR_BLOCK_PARAGRAPH;
}

static void
add_item (ScrLayout *self, const ScrBlock *item, const ScrTypeset *label, double x, double label_width)
{
  ScrFlow *flow = self->flow;

  scr_flow_begin (flow, "LI", SCR_TAG_PLAIN);
  scr_flow_begin (flow, "Lbl", SCR_TAG_PLAIN);
  scr_flow_queue_line (flow, &label->lines[0], self->ink, x, label_width);
  scr_flow_end (flow, "Lbl");
  scr_flow_begin (flow, "LBody", SCR_TAG_PLAIN);
  if (is_single (item))
    {
      const ScrBlock *paragraph = g_ptr_array_index (item->children, 0);

      scr_layout_add_lines (
          self, scr_layout_set (self, SCR_FACE_BODY, paragraph->text, self->width, SCR_ALIGN_START), NULL, 0,
          scale (self, 4), FALSE);
    }
  else if (item->children != NULL)
    add_children (self, item);
  else
    scr_flow_take (flow, scr_piece_new (label->lines[0].height));
  scr_flow_end (flow, "LBody");
  scr_flow_end (flow, "LI");
}

static void
add_list (ScrLayout *self, const ScrBlock *list)
{
  double x = self->x, width = self->width, label_width = scale (self, 18);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  if (list->children == NULL)
    return;
  for (guint i = 0; i < list->children->len; i++)
    {
      g_autofree char *words
          = list->is_ordered ? g_strdup_printf ("%u.", list->first_number + i) : g_strdup ("•");
      const ScrTypeset *label = scr_layout_set_words (self, SCR_FACE_BODY, words, width, SCR_ALIGN_START);

      g_ptr_array_add (labels, (gpointer)label);
      label_width = MAX (label_width, label->lines[0].width + scale (self, 7));
    }
  indent (self, label_width, 0);
  scr_flow_begin (self->flow, "L", list->is_ordered ? SCR_TAG_ORDERED : SCR_TAG_PLAIN);
  for (guint i = 0; i < list->children->len; i++)
    add_item (self, g_ptr_array_index (list->children, i), g_ptr_array_index (labels, i), x, width);
  scr_flow_end (self->flow, "L");
  scr_flow_want_after (self->flow, scale (self, 8));
  self->x = x;
  self->width = width;
}

static gsize
count_words (const ScrBlock *block)
{
  gsize length = block->text != NULL ? scr_text_get_length (block->text) : 0;

  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    length += count_words (g_ptr_array_index (block->children, i));
  return length;
}

static void
add_shaded (ScrLayout *self, const ScrBlock *block, ScrShade *shade, double start, double end)
{
  const ScrShade *around = scr_flow_get_shade (self->flow);
  gboolean is_short = count_words (block) <= GREATEST_WHOLE_NOTE;
  double x = self->x, width = self->width;

  shade->x = x;
  shade->width = width;
  g_ptr_array_add (self->shades, shade);
  scr_flow_want_before (self->flow, scale (self, 10) + shade->padding);
  scr_flow_set_shade (self->flow, shade);
  indent (self, start, end);
  if (is_short)
    scr_flow_begin_together (self->flow);
  add_children (self, block);
  if (is_short)
    scr_flow_end_together (self->flow);
  scr_flow_set_shade (self->flow, around);
  scr_flow_want_after (self->flow, scale (self, 12) + shade->padding);
  self->x = x;
  self->width = width;
}

static void
add_note (ScrLayout *self, const ScrBlock *block)
{
  ScrShade *shade;

  if (block->children == NULL)
    return;
  shade = g_new0 (ScrShade, 1);
  shade->padding = scale (self, 8);
  shade->bar = scale (self, 4);
  shade->fill = self->style->inks->tones[block->tone].fill;
  shade->ink = self->style->inks->tones[block->tone].ink;
  shade->has_edge = self->style->high_contrast;
  add_shaded (self, block, shade, scale (self, 16), scale (self, 12));
}

static void
add_quote (ScrLayout *self, const ScrBlock *block)
{
  ScrShade *shade;

  if (block->children == NULL)
    return;
  shade = g_new0 (ScrShade, 1);
  shade->bar = scale (self, 2.5);
  shade->fill = self->style->inks->paper;
  shade->ink = self->style->inks->rule;
  add_shaded (self, block, shade, scale (self, 16), 0);
}

static void
add_figure (ScrLayout *self, const ScrBlock *block)
{
  double page_height = scr_flow_get_page_height (self->flow), before = scale (self, 6);
  double height = block->height > 0 ? MIN (scale (self, block->height), page_height * 0.8)
                                    : scr_flow_get_room (self->flow, NULL) - MAX (before, scale (self, 16));
  ScrPiece *piece;

  /* Where hardly anything is left of the page, the next is taken. */
  if (block->height <= 0 && height < page_height * 0.3)
    height = page_height;
  piece = scr_piece_new (height);
  piece->before = before;
  piece->after = scale (self, block->text != NULL ? 4 : 12);
  piece->keep = block->text != NULL;
  scr_piece_add_begin (piece, "Figure", SCR_TAG_PLAIN, 0);
  g_array_index (piece->ops, ScrOp, piece->ops->len - 1).block = block;
  scr_piece_add (piece, SCR_OP_FIGURE, self->x, 0, self->width, height)->block = block;
  scr_piece_add_end (piece, "Figure");
  scr_flow_take (self->flow, piece);
  if (block->text != NULL)
    {
      self->ink = self->style->inks->dim;
      scr_layout_add_lines (
          self, scr_layout_set (self, SCR_FACE_CAPTION, block->text, self->width, SCR_ALIGN_START), "P", 0,
          scale (self, 14), FALSE);
      self->ink = self->style->inks->text;
    }
}

/* One line of the contents: words, dots, page; the whole is a link. */
static void
add_entry (ScrLayout *self, const ScrBlock *heading)
{
  double step = heading->level > 1 ? scale (self, 16) : 0, number = scale (self, 34);
  double x = self->x + step, width = self->width - step - number;
  g_autofree char *words = scr_text_dup_readable (heading->text);
  const ScrTypeset *set = scr_layout_set_words (self, SCR_FACE_BODY, words, width, SCR_ALIGN_START);

  scr_flow_begin (self->flow, "TOCI", SCR_TAG_PLAIN);
  scr_flow_begin (self->flow, "Reference", SCR_TAG_PLAIN);
  for (guint i = 0; i < set->n_lines; i++)
    {
      const ScrLine *line = &set->lines[i];
      ScrPiece *piece = scr_piece_new (line->height);
      gboolean is_last = i + 1 == set->n_lines;

      piece->keep = !is_last;
      piece->before = i == 0 && heading->level == 1 ? scale (self, 6) : scale (self, 1);
      if (i == 0)
        {
          scr_piece_add_begin (piece, "Link", SCR_TAG_PLAIN, 0);
          g_array_index (piece->ops, ScrOp, piece->ops->len - 1).block = heading;
        }
      scr_piece_add_line (piece, line, self->ink, x, 0, width);
      if (is_last)
        {
          double gap = scale (self, 5), left = line->width + gap;
          ScrOp *op;

          if (left < width)
            scr_piece_add (piece, SCR_OP_LEADER, x + left, line->baseline, width - left, 0)->ink
                = self->style->inks->dim;
          op = scr_piece_add (piece, SCR_OP_PAGE_NUMBER, x + width, 0, number, line->height);
          op->block = heading;
          op->line = line;
          scr_piece_add_end (piece, "Link");
        }
      scr_flow_take (self->flow, piece);
    }
  scr_flow_end (self->flow, "Reference");
  scr_flow_end (self->flow, "TOCI");
}

static void
add_contents (ScrLayout *self)
{
  const GPtrArray *headings = scr_document_get_headings (self->document);

  scr_flow_begin (self->flow, "TOC", SCR_TAG_PLAIN);
  for (guint i = 0; i < headings->len; i++)
    {
      const ScrBlock *heading = g_ptr_array_index (headings, i);

      if (heading->level <= 2 && (heading->flags & SCR_HEADING_UNLISTED) == 0)
        add_entry (self, heading);
    }
  scr_flow_end (self->flow, "TOC");
  scr_flow_want_after (self->flow, scale (self, 12));
}

static void
add_rule (ScrLayout *self)
{
  ScrPiece *piece = scr_piece_new (scale (self, 1));

  piece->before = piece->after = scale (self, 10);
  scr_piece_add (piece, SCR_OP_RULE, self->x, 0, self->width, 0.75)->ink = self->style->inks->rule;
  scr_flow_take (self->flow, piece);
}

/* Lays out one block with all that is in it. */
void
scr_layout_add_block (ScrLayout *self, const ScrBlock *block)
{
  switch (block->type)
    {
    case SCR_BLOCK_TITLE:
      add_title (self, block);
      break;
    case SCR_BLOCK_HEADING:
      add_heading (self, block);
      break;
    case SCR_BLOCK_PARAGRAPH:
      add_paragraph (self, SCR_FACE_BODY, block->text, "P");
      break;
    case SCR_BLOCK_CODE:
      add_paragraph (self, SCR_FACE_CODE, block->text, "P");
      break;
    case SCR_BLOCK_LIST:
      add_list (self, block);
      break;
    case SCR_BLOCK_NOTE:
      add_note (self, block);
      break;
    case SCR_BLOCK_QUOTE:
      add_quote (self, block);
      break;
    case SCR_BLOCK_TABLE:
      scr_layout_add_table (self, block);
      break;
    case SCR_BLOCK_FIGURE:
      add_figure (self, block);
      break;
    case SCR_BLOCK_CONTENTS:
      add_contents (self);
      break;
    case SCR_BLOCK_PAGE_BREAK:
      scr_flow_break (self->flow);
      break;
    case SCR_BLOCK_RULE:
      add_rule (self);
      break;
    case SCR_BLOCK_ROOT:
    case SCR_BLOCK_ITEM:
      add_children (self, block);
      break;
    }
}
