/* ScrDocument - adding what a report says. See the header. */
#include "scr-document-private.h"
#include "scr-markdown.h"

#define N_LEVELS 3

static ScrBlock *
get_open (ScrDocument *self)
{
  return g_ptr_array_index (self->open, self->open->len - 1);
}

/* A list holds items only: whatever else is added to it is put into an item. */
static ScrBlock *
add_block (ScrDocument *self, ScrBlockType type, ScrText *text)
{
  ScrBlock *parent = get_open (self), *block = scr_block_new (type, text);

  if (parent->type == SCR_BLOCK_LIST && type != SCR_BLOCK_ITEM)
    {
      ScrBlock *item = scr_block_new (SCR_BLOCK_ITEM, NULL);

      scr_block_take_child (parent, item);
      parent = item;
    }
  scr_block_take_child (parent, block);
  return block;
}

static ScrBlock *
begin_block (ScrDocument *self, ScrBlockType type)
{
  ScrBlock *block = add_block (self, type, NULL);

  g_ptr_array_add (self->open, block);
  return block;
}

/**
 * scr_document_add_title:
 * @self: a document whose title is set
 * @own_page: whether it is set large, as on a title page; the page goes on with what is added next
 */
void
scr_document_add_title (ScrDocument *self, gboolean own_page)
{
  g_return_if_fail (self != NULL);

  add_block (self, SCR_BLOCK_TITLE, NULL)->own_page = own_page;
}

/* "4." for a chapter, "4.1" for what lies in it. */
static ScrText *
prefix_number (ScrDocument *self, guint level, ScrText *text)
{
  g_autoptr (GString) number = g_string_new (NULL);
  ScrText *numbered;
  guint n_spans;
  const ScrTextSpan *spans = scr_text_get_spans (text, &n_spans);
  const char *words = scr_text_get_words (text);
  gsize done = 0;

  self->numbers[level - 1]++;
  for (guint i = level; i < N_LEVELS; i++)
    self->numbers[i] = 0;
  for (guint i = 0; i < level; i++)
    g_string_append_printf (number, "%s%u", i > 0 ? "." : "", self->numbers[i]);
  g_string_append (number, level == 1 ? ". " : " ");

  numbered = scr_text_new (number->str);
  for (guint i = 0; i < n_spans; i++)
    {
      g_autofree char *before = g_strndup (words + done, spans[i].start - done);
      g_autofree char *within = g_strndup (words + spans[i].start, spans[i].end - spans[i].start);

      scr_text_append (numbered, before);
      scr_text_append_full (numbered, spans[i].style, within, spans[i].target);
      done = spans[i].end;
    }
  scr_text_append (numbered, words + done);
  scr_text_free (text);
  return numbered;
}

/**
 * scr_document_add_heading_full:
 * @self: a document
 * @level: 1 to 3; one that skips a level becomes the next one down from the heading before
 * @text: (transfer full): what it says
 * @flags: whether it is numbered and listed
 *
 * Returns: (transfer none): its anchor: a link to "#" and this leads here
 */
const char *
scr_document_add_heading_full (ScrDocument *self, guint level, ScrText *text, ScrHeadingFlags flags)
{
  ScrBlock *block;

  g_return_val_if_fail (self != NULL && level >= 1 && text != NULL, NULL);

  level = MIN (level, MIN (self->last_level + 1, N_LEVELS));
  if (self->numbered && (flags & SCR_HEADING_UNNUMBERED) == 0)
    text = prefix_number (self, level, text);
  block = add_block (self, SCR_BLOCK_HEADING, text);
  block->level = level;
  block->flags = flags;
  block->anchor = g_strdup_printf ("h%u", self->headings->len + 1);
  g_ptr_array_add (self->headings, block);
  self->last_level = level;
  return block->anchor;
}

/**
 * scr_document_add_heading:
 * @self: a document
 * @level: 1 to 3; one that skips a level becomes the next one down from the heading before
 * @words: what it says
 *
 * Returns: (transfer none): its anchor: a link to "#" and this leads here
 */
const char *
scr_document_add_heading (ScrDocument *self, guint level, const char *words)
{
  return scr_document_add_heading_full (self, level, scr_text_new (words), SCR_HEADING_PLAIN);
}

/**
 * scr_document_add_contents:
 * @self: a document
 * @heading: (nullable): what stands above it
 *
 * Adds the place where all headings will be listed with their pages, those of levels 1 and 2.
 */
void
scr_document_add_contents (ScrDocument *self, const char *heading)
{
  g_return_if_fail (self != NULL);

  if (heading != NULL)
    scr_document_add_heading_full (self, 1, scr_text_new (heading),
                                   SCR_HEADING_UNNUMBERED | SCR_HEADING_UNLISTED);
  add_block (self, SCR_BLOCK_CONTENTS, NULL);
}

/**
 * scr_document_take_paragraph:
 * @self: a document
 * @text: (transfer full): what it says; empty text adds nothing
 */
void
scr_document_take_paragraph (ScrDocument *self, ScrText *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  if (scr_text_is_empty (text))
    scr_text_free (text);
  else
    add_block (self, SCR_BLOCK_PARAGRAPH, text);
}

/**
 * scr_document_add_paragraph:
 * @self: a document
 * @words: (nullable): what it says, in plain words; none adds nothing
 */
void
scr_document_add_paragraph (ScrDocument *self, const char *words)
{
  scr_document_take_paragraph (self, scr_text_new (words));
}

/**
 * scr_document_add_code:
 * @self: a document
 * @lines: text whose lines and spaces stay as they are
 */
void
scr_document_add_code (ScrDocument *self, const char *lines)
{
  g_autofree char *trimmed = NULL;
  ScrText *text;

  g_return_if_fail (self != NULL && lines != NULL);

  trimmed = g_strchomp (g_strdup (lines));
  if (*trimmed == '\0')
    return;
  text = scr_text_new (NULL);
  scr_text_append_styled (text, SCR_TEXT_CODE, trimmed);
  add_block (self, SCR_BLOCK_CODE, text);
}

/**
 * scr_document_add_markdown:
 * @self: a document
 * @markdown: (nullable): CommonMark text
 *
 * Adds what a person wrote in CommonMark. Its headings come under the heading before, unlisted; raw HTML is
 * left out.
 */
void
scr_document_add_markdown (ScrDocument *self, const char *markdown)
{
  g_return_if_fail (self != NULL);

  if (markdown != NULL && *markdown != '\0')
    scr_markdown_add (self, markdown, MIN (self->last_level + 1, N_LEVELS));
}

/**
 * scr_document_take_fact:
 * @self: a document
 * @label: what the fact is about
 * @text: (transfer full): the fact
 *
 * Adds a line to a list of facts; facts added one after the other stand in one list.
 */
void
scr_document_take_fact (ScrDocument *self, const char *label, ScrText *text)
{
  g_autoptr (ScrText) owned = text;
  ScrBlock *parent, *last = NULL;

  g_return_if_fail (self != NULL && label != NULL && text != NULL);

  parent = get_open (self);
  if (parent->children != NULL && parent->children->len > 0)
    last = g_ptr_array_index (parent->children, parent->children->len - 1);
  if (last == NULL || last->table == NULL || scr_table_get_style (last->table) != SCR_TABLE_FACTS)
    {
      last = add_block (self, SCR_BLOCK_TABLE, NULL);
      last->table = scr_table_new (SCR_TABLE_FACTS);
      scr_table_add_column (last->table, NULL, 1, SCR_ALIGN_START);
      scr_table_add_column (last->table, NULL, 2.2, SCR_ALIGN_START);
      scr_table_set_row_heads (last->table, TRUE);
    }
  scr_table_add_row (last->table);
  scr_table_add_cell (last->table, label);
  scr_table_take_cell (last->table, g_steal_pointer (&owned));
}

/**
 * scr_document_add_fact:
 * @self: a document
 * @label: what the fact is about
 * @words: (nullable): the fact, in plain words
 *
 * Adds a line to a list of facts; facts added one after the other stand in one list.
 */
void
scr_document_add_fact (ScrDocument *self, const char *label, const char *words)
{
  scr_document_take_fact (self, label, scr_text_new (words));
}

/**
 * scr_document_add_table:
 * @self: a document
 * @caption: (nullable): what stands above it
 *
 * Returns: (transfer none): a table to be filled
 */
ScrTable *
scr_document_add_table (ScrDocument *self, const char *caption)
{
  ScrBlock *block;

  g_return_val_if_fail (self != NULL, NULL);

  block = add_block (self, SCR_BLOCK_TABLE, caption != NULL ? scr_text_new (caption) : NULL);
  block->table = scr_table_new (SCR_TABLE_RULED);
  return block->table;
}

/**
 * scr_document_add_figure:
 * @self: a document
 * @height: its height in points where text is of 12 points; it grows with the text
 * @alternative: what it shows, in words, for those who do not see it
 * @caption: (nullable): what stands under it, after its number
 * @draw: draws it
 * @user_data: for @draw
 * @destroy: (nullable): frees @user_data
 */
void
scr_document_add_figure (ScrDocument *self,
                         double height,
                         const char *alternative,
                         const char *caption,
                         ScrFigureFunc draw,
                         gpointer user_data,
                         GDestroyNotify destroy)
{
  ScrBlock *block;
  g_autofree char *numbered = NULL;

  g_return_if_fail (self != NULL && draw != NULL && height > 0);
  g_return_if_fail (alternative != NULL && *alternative != '\0');

  if (caption != NULL)
    /* TRANSLATORS: the line under a figure: its number and what it shows */
    numbered = g_strdup_printf (scr_tr (self->language, "Figure %u. %s"), ++self->n_figures, caption);
  block = add_block (self, SCR_BLOCK_FIGURE, numbered != NULL ? scr_text_new (numbered) : NULL);
  block->height = height;
  block->alternative = g_utf8_make_valid (alternative, -1);
  block->draw = draw;
  block->user_data = user_data;
  block->destroy = destroy;
}

/**
 * scr_document_add_page_figure:
 * @self: a document
 * @alternative: what it shows, in words, for those who do not see it
 * @draw: draws it
 * @user_data: for @draw
 * @destroy: (nullable): frees @user_data
 *
 * Adds a figure that takes what is left of its page.
 */
void
scr_document_add_page_figure (ScrDocument *self,
                              const char *alternative,
                              ScrFigureFunc draw,
                              gpointer user_data,
                              GDestroyNotify destroy)
{
  ScrBlock *block;

  g_return_if_fail (self != NULL && draw != NULL);
  g_return_if_fail (alternative != NULL && *alternative != '\0');

  block = add_block (self, SCR_BLOCK_FIGURE, NULL);
  block->alternative = g_utf8_make_valid (alternative, -1);
  block->draw = draw;
  block->user_data = user_data;
  block->destroy = destroy;
}

/**
 * scr_document_add_rule:
 * @self: a document
 *
 * Adds a line across the page.
 */
void
scr_document_add_rule (ScrDocument *self)
{
  g_return_if_fail (self != NULL);

  add_block (self, SCR_BLOCK_RULE, NULL);
}

/**
 * scr_document_add_page_break:
 * @self: a document
 *
 * What follows begins on a new page.
 */
void
scr_document_add_page_break (ScrDocument *self)
{
  g_return_if_fail (self != NULL);

  add_block (self, SCR_BLOCK_PAGE_BREAK, NULL);
}

/**
 * scr_document_begin_list:
 * @self: a document
 * @ordered: whether its items are numbered
 * @first_number: the number of the first item
 *
 * Begins a list, to be filled with items and ended.
 */
void
scr_document_begin_list (ScrDocument *self, gboolean ordered, guint first_number)
{
  ScrBlock *list;

  g_return_if_fail (self != NULL);

  list = begin_block (self, SCR_BLOCK_LIST);
  list->is_ordered = ordered;
  list->first_number = first_number;
}

/**
 * scr_document_begin_item:
 * @self: a document within a list
 *
 * Begins an item that may hold paragraphs and lists, to be ended.
 */
void
scr_document_begin_item (ScrDocument *self)
{
  g_return_if_fail (self != NULL && get_open (self)->type == SCR_BLOCK_LIST);

  begin_block (self, SCR_BLOCK_ITEM);
}

/**
 * scr_document_take_item:
 * @self: a document within a list
 * @text: (transfer full): what the item says
 */
void
scr_document_take_item (ScrDocument *self, ScrText *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  scr_document_begin_item (self);
  scr_document_take_paragraph (self, text);
  scr_document_end (self);
}

/**
 * scr_document_add_item:
 * @self: a document within a list
 * @words: what the item says, in plain words
 */
void
scr_document_add_item (ScrDocument *self, const char *words)
{
  scr_document_take_item (self, scr_text_new (words));
}

/**
 * scr_document_begin_note:
 * @self: a document
 * @tone: what it means for the reader
 *
 * Begins a box that stands out from the text, to be filled and ended.
 */
void
scr_document_begin_note (ScrDocument *self, ScrTone tone)
{
  g_return_if_fail (self != NULL);

  begin_block (self, SCR_BLOCK_NOTE)->tone = tone;
}

/**
 * scr_document_take_note:
 * @self: a document
 * @tone: what it means for the reader
 * @text: (transfer full): what it says
 *
 * Adds a box of one paragraph that stands out from the text.
 */
void
scr_document_take_note (ScrDocument *self, ScrTone tone, ScrText *text)
{
  g_return_if_fail (self != NULL && text != NULL);

  scr_document_begin_note (self, tone);
  scr_document_take_paragraph (self, text);
  scr_document_end (self);
}

/**
 * scr_document_begin_quote:
 * @self: a document
 *
 * Begins what somebody said, to be filled and ended.
 */
void
scr_document_begin_quote (ScrDocument *self)
{
  g_return_if_fail (self != NULL);

  begin_block (self, SCR_BLOCK_QUOTE);
}

/**
 * scr_document_end:
 * @self: a document with something begun
 *
 * Ends the innermost list, item, note or quote.
 */
void
scr_document_end (ScrDocument *self)
{
  g_return_if_fail (self != NULL && self->open->len > 1);

  g_ptr_array_set_size (self->open, (int)self->open->len - 1);
}
