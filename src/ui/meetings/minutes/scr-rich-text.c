/* CommonMark in a text view. See the header. */
#include "scr-rich-text.h"

#include "scr-block.h"
#include "scr-markdown.h"

#include <string.h>

/* How far a list within a list stands in, px. */
#define INDENT 18

/* --- Showing --- */

static void
ensure_tags (GtkTextBuffer *buffer)
{
  if (gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "bold") != NULL)
    return;
  gtk_text_buffer_create_tag (buffer, "bold", "weight", PANGO_WEIGHT_BOLD, NULL);
  gtk_text_buffer_create_tag (buffer, "italic", "style", PANGO_STYLE_ITALIC, NULL);
  gtk_text_buffer_create_tag (buffer, "code", "family", "monospace", NULL);
  gtk_text_buffer_create_tag (buffer, "link", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "scale", 1.1,
                              "pixels-above-lines", 6, NULL);
  gtk_text_buffer_create_tag (buffer, "list-1", "left-margin", INDENT, "indent", -INDENT, NULL);
  gtk_text_buffer_create_tag (buffer, "list-2", "left-margin", 2 * INDENT, "indent", -INDENT, NULL);
  gtk_text_buffer_create_tag (buffer, "list-3", "left-margin", 3 * INDENT, "indent", -INDENT, NULL);
  gtk_text_buffer_create_tag (buffer, "quote", "left-margin", INDENT, "style", PANGO_STYLE_ITALIC, NULL);
}

static void
apply (GtkTextBuffer *buffer, const char *tag, int from)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_apply_tag_by_name (buffer, tag, &start, &end);
}

static int
get_end (GtkTextBuffer *buffer)
{
  return gtk_text_buffer_get_char_count (buffer);
}

static void
append (GtkTextBuffer *buffer, const char *words, gssize length)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, words, (int)length);
}

/* Where an address is not what the words say, it is told too: a link cannot be followed here. */
static void
append_target (GtkTextBuffer *buffer, const char *words, gsize length, const char *target)
{
  g_autofree char *said = g_strndup (words, length);

  if (strcmp (said, target) == 0)
    return;
  append (buffer, " (", -1);
  append (buffer, target, -1);
  append (buffer, ")", -1);
}

static void
append_text (GtkTextBuffer *buffer, const ScrText *text)
{
  const char *words = scr_text_get_words (text);
  guint n_spans;
  const ScrTextSpan *spans = scr_text_get_spans (text, &n_spans);
  gsize done = 0;

  for (guint i = 0; i < n_spans; i++)
    {
      const ScrTextSpan *span = &spans[i];
      int from;

      if (span->start < done || span->end > scr_text_get_length (text))
        continue;
      append (buffer, words + done, (gssize)(span->start - done));
      from = get_end (buffer);
      append (buffer, words + span->start, (gssize)(span->end - span->start));
      if (span->style & SCR_TEXT_BOLD)
        apply (buffer, "bold", from);
      if (span->style & SCR_TEXT_ITALIC)
        apply (buffer, "italic", from);
      if (span->style & SCR_TEXT_CODE)
        apply (buffer, "code", from);
      if (span->target != NULL)
        {
          apply (buffer, "link", from);
          append_target (buffer, words + span->start, span->end - span->start, span->target);
        }
      done = span->end;
    }
  append (buffer, words + done, -1);
}

/* Blocks stand apart by an empty line, items of a list do not. */
static void
begin_block (GtkTextBuffer *buffer, gboolean apart)
{
  if (get_end (buffer) > 0)
    append (buffer, apart ? "\n\n" : "\n", -1);
}

static void append_blocks (GtkTextBuffer *buffer, const GPtrArray *blocks, guint depth, gboolean apart);

static void
append_list (GtkTextBuffer *buffer, const ScrBlock *list, guint depth, gboolean apart)
{
  const char *const tags[] = {"list-1", "list-2", "list-3"};
  guint number = list->first_number;

  for (guint i = 0; list->children != NULL && i < list->children->len; i++)
    {
      const ScrBlock *item = g_ptr_array_index (list->children, i);
      g_autofree char *sign = list->is_ordered ? g_strdup_printf ("%u. ", number++) : g_strdup ("•  ");
      const ScrBlock *first
          = item->children != NULL && item->children->len > 0 ? item->children->pdata[0] : NULL;
      int from;

      begin_block (buffer, apart && i == 0);
      from = get_end (buffer);
      append (buffer, sign, -1);
      if (first != NULL && first->text != NULL)
        append_text (buffer, first->text);
      apply (buffer, tags[MIN (depth, 2)], from);
      for (guint k = first != NULL && first->text != NULL ? 1 : 0;
           item->children != NULL && k < item->children->len; k++)
        {
          g_autoptr (GPtrArray) rest = g_ptr_array_new ();

          g_ptr_array_add (rest, item->children->pdata[k]);
          append_blocks (buffer, rest, depth + 1, FALSE);
        }
    }
}

static void
append_tagged (GtkTextBuffer *buffer, const ScrText *text, const char *tag)
{
  int from = get_end (buffer);

  if (text != NULL)
    append_text (buffer, text);
  if (tag != NULL)
    apply (buffer, tag, from);
}

static void
append_block (GtkTextBuffer *buffer, const ScrBlock *block, guint depth, gboolean apart)
{
  int from;

  switch (block->type)
    {
    case SCR_BLOCK_LIST:
      append_list (buffer, block, depth, apart);
      break;
    case SCR_BLOCK_QUOTE:
      from = get_end (buffer);
      if (block->children != NULL)
        append_blocks (buffer, block->children, depth, apart);
      apply (buffer, "quote", from);
      break;
    case SCR_BLOCK_RULE:
      begin_block (buffer, apart);
      append (buffer, "⁂", -1);
      break;
    default:
      begin_block (buffer, apart);
      append_tagged (buffer, block->text,
                     block->type == SCR_BLOCK_HEADING ? "heading"
                     : block->type == SCR_BLOCK_CODE  ? "code"
                                                      : NULL);
    }
}

static void
append_blocks (GtkTextBuffer *buffer, const GPtrArray *blocks, guint depth, gboolean apart)
{
  for (guint i = 0; i < blocks->len; i++)
    append_block (buffer, g_ptr_array_index (blocks, i), depth, apart);
}

/**
 * scr_rich_text_show:
 * @buffer: a buffer that nobody types in
 * @markdown: (nullable): CommonMark
 *
 * Fills @buffer with the words as they are formatted: without the signs that mark them.
 */
void
scr_rich_text_show (GtkTextBuffer *buffer, const char *markdown)
{
  g_autoptr (ScrDocument) document = scr_document_new (NULL);
  const ScrBlock *root;

  ensure_tags (buffer);
  gtk_text_buffer_set_text (buffer, "", 0);
  scr_markdown_add (document, markdown != NULL ? markdown : "", 2);
  root = scr_document_get_root (document);
  if (root->children != NULL)
    append_blocks (buffer, root->children, 0, TRUE);
}

/* --- Marking up --- */

static const struct
{
  const char *sign;
  gboolean is_line; /* stands before each line; if not, around the words */
} marks[] = {
    {"**", FALSE},
    {"*", FALSE},
    {"## ", TRUE},
    {"- ", TRUE},
};

static gboolean
has_before (const GtkTextIter *at, const char *sign)
{
  GtkTextIter from = *at;
  g_autofree char *text = NULL;

  if (!gtk_text_iter_backward_chars (&from, (int)strlen (sign)))
    return FALSE;
  text = gtk_text_iter_get_slice (&from, at);
  return strcmp (text, sign) == 0;
}

static gboolean
has_after (const GtkTextIter *at, const char *sign)
{
  GtkTextIter to = *at;
  g_autofree char *text = NULL;

  gtk_text_iter_forward_chars (&to, (int)strlen (sign));
  text = gtk_text_iter_get_slice (at, &to);
  return strcmp (text, sign) == 0;
}

static void
delete_at (GtkTextBuffer *buffer, int offset, int length)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, offset);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, offset + length);
  gtk_text_buffer_delete (buffer, &from, &to);
}

static void
insert_at (GtkTextBuffer *buffer, int offset, const char *words)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_offset (buffer, &at, offset);
  gtk_text_buffer_insert (buffer, &at, words, -1);
}

static void
select_from_to (GtkTextBuffer *buffer, int from, int to)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, to);
  gtk_text_buffer_select_range (buffer, &end, &start);
}

/* The selected words, or the word at the cursor, or nothing. */
static void
get_words (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  if (gtk_text_buffer_get_selection_bounds (buffer, start, end))
    return;
  *end = *start;
  if (gtk_text_iter_inside_word (start) && !gtk_text_iter_starts_word (start))
    gtk_text_iter_backward_word_start (start);
  if (gtk_text_iter_inside_word (end))
    gtk_text_iter_forward_word_end (end);
}

/* A single star is no mark of italics where it is one of two. */
static gboolean
is_marked (const GtkTextIter *start, const GtkTextIter *end, const char *sign)
{
  if (!has_before (start, sign) || !has_after (end, sign))
    return FALSE;
  return strlen (sign) > 1 || !has_before (start, "**") || has_before (start, "***");
}

static void
toggle_words (GtkTextBuffer *buffer, const char *sign)
{
  int length = (int)strlen (sign);
  GtkTextIter start, end;
  int from, to;

  get_words (buffer, &start, &end);
  from = gtk_text_iter_get_offset (&start);
  to = gtk_text_iter_get_offset (&end);
  if (is_marked (&start, &end, sign))
    {
      delete_at (buffer, to, length);
      delete_at (buffer, from - length, length);
      select_from_to (buffer, from - length, to - length);
      return;
    }
  insert_at (buffer, to, sign);
  insert_at (buffer, from, sign);
  select_from_to (buffer, from + length, to + length);
}

static gboolean
line_has (GtkTextBuffer *buffer, int line, const char *sign)
{
  GtkTextIter start;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  return has_after (&start, sign);
}

static void
toggle_lines (GtkTextBuffer *buffer, const char *sign)
{
  GtkTextIter start, end;
  gboolean all = TRUE;
  int first, last;

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  for (int line = first; line <= last; line++)
    all = all && line_has (buffer, line, sign);
  for (int line = first; line <= last; line++)
    {
      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      if (all)
        delete_at (buffer, gtk_text_iter_get_offset (&start), (int)strlen (sign));
      else if (!line_has (buffer, line, sign))
        gtk_text_buffer_insert (buffer, &start, sign, -1);
    }
}

/**
 * scr_rich_text_toggle:
 * @buffer: what a person edits
 * @mark: how the selected words, or lines, are to be marked; those that are so already lose it
 */
void
scr_rich_text_toggle (GtkTextBuffer *buffer, ScrRichMark mark)
{
  gtk_text_buffer_begin_user_action (buffer);
  if (marks[mark].is_line)
    toggle_lines (buffer, marks[mark].sign);
  else
    toggle_words (buffer, marks[mark].sign);
  gtk_text_buffer_end_user_action (buffer);
}
