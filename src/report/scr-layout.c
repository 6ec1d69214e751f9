/* ScrLayout - a document as pages of lines. scr-layout-blocks.c and scr-layout-table.c lay out what is in it. */
#include "config.h"

#include "scr-layout-private.h"

#include "scr-error.h"

#include <glib/gi18n-lib.h>

/* Plain texts of so many bytes are set once for all places where they stand. */
#define GREATEST_SHORT_TEXT 64

static void
free_typeset (gpointer data)
{
  scr_typeset_free (data);
}

static void
free_repeat (gpointer data)
{
  ScrRepeat *repeat = data;

  g_array_unref (repeat->ops);
  g_free (repeat);
}

/* Sets a text into lines and keeps them. Cells of a table often say what others said: "12 June 2019",
 * "Agreed". */
const ScrTypeset *
scr_layout_set (ScrLayout *self, ScrFace face, const ScrText *text, double width, ScrAlign align)
{
  ScrTypeset *set;
  guint n_spans = 0;
  gboolean is_short = text != NULL && scr_text_get_length (text) <= GREATEST_SHORT_TEXT;

  if (is_short)
    scr_text_get_spans (text, &n_spans);
  if (is_short && n_spans == 0)
    {
      ScrTypeset key = {.words = scr_text_get_words (text), .face = face, .box_width = width, .align = align};

      set = g_hash_table_lookup (self->short_sets, &key);
      if (set != NULL)
        return set;
    }
  set = scr_typeset_new (self->style, face, text, width, align);
  g_ptr_array_add (self->typesets, set);
  if (is_short && n_spans == 0)
    g_hash_table_add (self->short_sets, set);
  return set;
}

/* Sets words of our own into lines and keeps them. */
const ScrTypeset *
scr_layout_set_words (ScrLayout *self, ScrFace face, const char *words, double width, ScrAlign align)
{
  ScrTypeset *set = scr_typeset_new_words (self->style, face, words, width, align);

  g_ptr_array_add (self->typesets, set);
  return set;
}

/* Adds lines as one element (@tag nullable). No single line of a paragraph is left behind or sent ahead. */
void
scr_layout_add_lines (ScrLayout *self,
                      const ScrTypeset *set,
                      const char *tag,
                      double before,
                      double after,
                      gboolean keep)
{
  for (guint i = 0; i < set->n_lines; i++)
    {
      const ScrLine *line = &set->lines[i];
      ScrPiece *piece = scr_piece_new (line->height);
      gboolean is_first = i == 0, is_last = i + 1 == set->n_lines;

      piece->before = is_first ? before : 0;
      piece->after = is_last ? after : 0;
      piece->keep = is_last ? keep : is_first || i + 2 == set->n_lines || keep;
      if (is_first && tag != NULL)
        scr_piece_add_begin (piece, tag, SCR_TAG_PLAIN, 0);
      scr_piece_add_line (piece, line, self->ink, self->x, 0, self->width);
      if (is_last && tag != NULL)
        scr_piece_add_end (piece, tag);
      scr_flow_take (self->flow, piece);
    }
}

static gboolean
add_all (ScrLayout *self, GError **error)
{
  const ScrBlock *root = scr_document_get_root (self->document);

  for (guint i = 0; root->children != NULL && i < root->children->len; i++)
    {
      if (g_cancellable_is_cancelled (self->cancellable))
        {
          g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED, _ ("The report was cancelled."));
          return FALSE;
        }
      scr_layout_add_block (self, g_ptr_array_index (root->children, i));
    }
  scr_flow_finish (self->flow);
  return TRUE;
}

/**
 * scr_layout_new:
 * @document: a document; it must outlive the layout, and not change
 * @cancellable: (nullable): ends it between blocks
 * @error: return location: #SCR_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the document's pages
 */
ScrLayout *
scr_layout_new (const ScrDocument *document, GCancellable *cancellable, GError **error)
{
  g_autoptr (ScrLayout) self = g_new0 (ScrLayout, 1);

  self->document = document;
  self->cancellable = cancellable;
  self->style = scr_style_new (document);
  self->flow = scr_flow_new (self->style);
  self->typesets = g_ptr_array_new_with_free_func (free_typeset);
  self->short_sets = g_hash_table_new (scr_typeset_hash, scr_typeset_equal);
  self->shades = g_ptr_array_new_with_free_func (g_free);
  self->repeats = g_ptr_array_new_with_free_func (free_repeat);
  self->ink = self->style->inks->text;
  self->x = self->style->sheet.side;
  self->width = self->style->sheet.width - 2 * self->style->sheet.side;
  return add_all (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * scr_layout_free:
 * @self: (transfer full) (nullable): a layout
 */
void
scr_layout_free (ScrLayout *self)
{
  if (self == NULL)
    return;
  scr_flow_free (self->flow);
  g_hash_table_unref (self->short_sets);
  g_ptr_array_unref (self->typesets);
  g_ptr_array_unref (self->shades);
  g_ptr_array_unref (self->repeats);
  scr_style_free (self->style);
  g_free (self);
}

/**
 * scr_layout_get_document:
 * @self: a layout
 *
 * Returns: (transfer none): what is laid out
 */
const ScrDocument *
scr_layout_get_document (const ScrLayout *self)
{
  return self->document;
}

/**
 * scr_layout_get_style:
 * @self: a layout
 *
 * Returns: (transfer none): how it looks
 */
const ScrStyle *
scr_layout_get_style (const ScrLayout *self)
{
  return self->style;
}

/**
 * scr_layout_get_n_pages:
 * @self: a layout
 *
 * Returns: the number of pages, at least 1
 */
guint
scr_layout_get_n_pages (const ScrLayout *self)
{
  return scr_flow_get_pages (self->flow)->len;
}

/**
 * scr_layout_get_page:
 * @self: a layout
 * @index: which page, from 0
 *
 * Returns: (transfer none): what is drawn on it
 */
const ScrPage *
scr_layout_get_page (const ScrLayout *self, guint index)
{
  return g_ptr_array_index (scr_flow_get_pages (self->flow), index);
}

/**
 * scr_layout_find_page:
 * @self: a layout
 * @heading: a heading of its document
 *
 * Returns: the page on which the heading stands, from 1; 0 if on none
 */
guint
scr_layout_find_page (const ScrLayout *self, const ScrBlock *heading)
{
  return scr_flow_find_page (self->flow, heading);
}
