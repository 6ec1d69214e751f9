/* ScrPdfPainter - draws pages with tags. See the header. */
#include "scr-pdf-page.h"

#include "scr-pdf-finish.h"

#include <cairo-pdf.h>
#include <string.h>

#define LINK "Link"

/* What is begun inside the innermost element for a part of a line. */
typedef enum
{
  WITHIN_NOTHING,
  WITHIN_SPAN,
  WITHIN_LINK,
} Within;

static const char *const within_tags[] = {NULL, "Span", LINK};

struct _ScrPdfPainter
{
  const ScrLayout *layout;
  const ScrStyle *style;
  cairo_t *cr;
  ScrCanvas canvas;
  GArray *marks;         /* of ScrPdfMark: all elements begun, in order; borrowed */
  GArray *open;          /* of ScrOp: tags begun and not ended */
  GHashTable *furniture; /* words -> ScrTypeset: the same lines stand on every page */
  Within within;
  const ScrTextSpan *link; /* (nullable): the last link begun: its second line is a part of the same */
};

static void
free_typeset (gpointer data)
{
  scr_typeset_free (data);
}

/* Returns: (transfer full) */
ScrPdfPainter *
scr_pdf_painter_new (cairo_surface_t *surface, const ScrLayout *layout, GArray *marks)
{
  ScrPdfPainter *self = g_new0 (ScrPdfPainter, 1);

  self->layout = layout;
  self->style = scr_layout_get_style (layout);
  self->cr = cairo_create (surface);
  self->marks = marks;
  self->open = g_array_new (FALSE, TRUE, sizeof (ScrOp));
  self->furniture = g_hash_table_new_full (NULL, NULL, NULL, free_typeset);
  self->canvas = (ScrCanvas) {
      .cr = self->cr,
      .context = self->style->context,
      .text_size = self->style->text_size,
      .inks = self->style->inks,
      .high_contrast = self->style->high_contrast,
      .right_to_left = self->style->right_to_left,
  };
  return self;
}

void
scr_pdf_painter_free (ScrPdfPainter *self)
{
  cairo_destroy (self->cr);
  g_array_unref (self->open);
  g_hash_table_unref (self->furniture);
  g_free (self);
}

static void
begin_element (ScrPdfPainter *self,
               const char *tag,
               const char *attributes,
               ScrTagFlags flags,
               guint span,
               char *words)
{
  ScrPdfMark mark = {tag, flags, span, words};

  g_array_append_val (self->marks, mark);
  cairo_tag_begin (self->cr, tag, attributes != NULL ? attributes : "");
}

static void
end_within (ScrPdfPainter *self)
{
  if (self->within != WITHIN_NOTHING)
    cairo_tag_end (self->cr, within_tags[self->within]);
  self->within = WITHIN_NOTHING;
}

/* cairo reads attributes as text in single quotes. An address has letters of ASCII only. */
static char *
make_link_attributes (const char *target)
{
  g_autofree char *escaped = NULL;
  g_autoptr (GString) quoted = g_string_new ("uri='");

  if (*target == '#')
    return g_strdup_printf ("dest='%s'", target + 1);
  escaped = g_uri_escape_string (
      target, "%" G_URI_RESERVED_CHARS_GENERIC_DELIMITERS G_URI_RESERVED_CHARS_SUBCOMPONENT_DELIMITERS,
      FALSE);
  for (const char *p = escaped; *p != '\0'; p++)
    {
      if (*p == '\'' || *p == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_c (quoted, *p);
    }
  g_string_append_c (quoted, '\'');
  return g_string_free (g_steal_pointer (&quoted), FALSE);
}

/* A link to an anchor that is not there would make cairo give up the whole file. */
static gboolean
leads_somewhere (const ScrPdfPainter *self, const char *target)
{
  const GPtrArray *headings = scr_document_get_headings (scr_layout_get_document (self->layout));

  if (*target != '#')
    return TRUE;
  for (guint i = 0; i < headings->len; i++)
    {
      const ScrBlock *heading = g_ptr_array_index (headings, i);

      if (strcmp (heading->anchor, target + 1) == 0)
        return scr_layout_find_page (self->layout, heading) > 0;
    }
  return FALSE;
}

static void
begin_link (ScrPdfPainter *self, const ScrTypeset *set, const ScrTextSpan *span)
{
  g_autofree char *attributes = make_link_attributes (span->target);
  g_autofree char *words = g_strndup (set->words + span->start, span->end - span->start);

  begin_element (self, LINK, attributes, span == self->link ? SCR_TAG_CONTINUED : SCR_TAG_PLAIN, 0,
                 g_steal_pointer (&words));
  self->link = span;
  self->within = WITHIN_LINK;
}

static void
on_link (const ScrTypeset *set, const ScrTextSpan *span, gpointer user_data)
{
  ScrPdfPainter *self = user_data;

  if (span != NULL && leads_somewhere (self, span->target))
    {
      if (self->within == WITHIN_LINK && self->link == span)
        return;
      end_within (self);
      begin_link (self, set, span);
    }
  else if (self->within != WITHIN_SPAN)
    {
      end_within (self);
      begin_element (self, within_tags[WITHIN_SPAN], NULL, SCR_TAG_PLAIN, 0, NULL);
      self->within = WITHIN_SPAN;
    }
}

static gboolean
has_links (const ScrTypeset *set)
{
  for (guint i = 0; i < set->n_spans; i++)
    if (set->spans[i].target != NULL)
      return TRUE;
  return FALSE;
}

static void
draw_line (ScrPdfPainter *self, const ScrOp *op)
{
  gboolean is_linked = has_links (op->line->set);

  self->canvas.text_size = self->style->sizes[op->line->set->face];
  scr_line_draw (op->line, &self->canvas, op->ink, op->x, op->y, is_linked ? on_link : NULL, self);
  if (self->within == WITHIN_LINK)
    end_within (self);
}

static void
begin_tag (ScrPdfPainter *self, const ScrOp *op)
{
  g_autofree char *attributes = NULL;
  char *words = NULL;

  if (strcmp (op->tag, LINK) == 0)
    {
      attributes = g_strdup_printf ("dest='%s'", op->block->anchor);
      words = scr_text_dup_readable (op->block->text);
    }
  else if (strcmp (op->tag, "Figure") == 0 && op->block != NULL)
    words = g_strdup (op->block->alternative);
  begin_element (self, op->tag, attributes, op->flags, op->span, words);
  g_array_append_val (self->open, *op);
}

static void
end_tag (ScrPdfPainter *self, const ScrOp *op)
{
  end_within (self);
  self->link = NULL;
  cairo_tag_end (self->cr, op->tag);
  g_array_set_size (self->open, self->open->len - 1);
}

static void
place_anchor (ScrPdfPainter *self, const ScrOp *op)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = NULL;

  g_ascii_formatd (x, sizeof x, "%.1f", self->style->sheet.side);
  g_ascii_formatd (y, sizeof y, "%.1f", MAX (op->y - 12, 0));
  attributes = g_strdup_printf ("name='%s' x=%s y=%s", op->block->anchor, x, y);
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/* cairo 1.18 gives shapes to an element only if visible letters are in it as well: put in a dot that no eye finds. */
static void
claim_shapes (ScrPdfPainter *self)
{
  if (cairo_version () < CAIRO_VERSION_ENCODE (1, 17, 6))
    return;
  self->canvas.text_size = 0.1;
  scr_canvas_set_ink (&self->canvas, self->style->inks->paper);
  scr_canvas_write (&self->canvas, ".", FALSE, 0, 0);
}

static void
draw_figure (ScrPdfPainter *self, const ScrOp *op)
{
  cairo_save (self->cr);
  cairo_translate (self->cr, op->x, op->y);
  claim_shapes (self);
  self->canvas.text_size = self->style->sizes[SCR_FACE_CAPTION];
  op->block->draw (&self->canvas, op->width, op->height, op->block->user_data);
  cairo_restore (self->cr);
}

/* The space before the number parts it from the words for those who hear them. */
static void
draw_page_number (ScrPdfPainter *self, const ScrOp *op)
{
  g_autofree char *number = g_strdup_printf (" %u", scr_layout_find_page (self->layout, op->block));
  g_autoptr (ScrTypeset) set
      = scr_typeset_new_words (self->style, SCR_FACE_BODY, number, op->width, SCR_ALIGN_END);

  scr_line_draw (&set->lines[0], &self->canvas, self->style->inks->text, op->x,
                 op->y + op->line->baseline - set->lines[0].baseline, NULL, NULL);
}

static void
draw_content (ScrPdfPainter *self, const ScrPage *page)
{
  for (guint i = 0; i < page->ops->len; i++)
    {
      const ScrOp *op = &g_array_index (page->ops, ScrOp, i);

      switch (op->type)
        {
        case SCR_OP_BEGIN:
          begin_tag (self, op);
          break;
        case SCR_OP_END:
          end_tag (self, op);
          break;
        case SCR_OP_ANCHOR:
          place_anchor (self, op);
          break;
        case SCR_OP_LINE:
          draw_line (self, op);
          break;
        case SCR_OP_FIGURE:
          draw_figure (self, op);
          break;
        case SCR_OP_PAGE_NUMBER:
          draw_page_number (self, op);
          break;
        default:
          break;
        }
    }
}

static void
fill_rectangle (ScrPdfPainter *self, ScrInk ink, double x, double y, double width, double height)
{
  scr_canvas_set_ink (&self->canvas, ink);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

static void
draw_shade (ScrPdfPainter *self, const ScrPageShade *placed)
{
  const ScrShade *shade = placed->shade;
  double y = placed->y - shade->padding, height = placed->height + 2 * shade->padding;
  double x = self->style->right_to_left ? self->style->sheet.width - shade->x - shade->width : shade->x;

  fill_rectangle (self, shade->fill, x, y, shade->width, height);
  if (shade->has_edge)
    {
      cairo_rectangle (self->cr, x + 0.5, y + 0.5, shade->width - 1, height - 1);
      cairo_set_line_width (self->cr, 1);
      scr_canvas_set_ink (&self->canvas, shade->ink);
      cairo_stroke (self->cr);
    }
  fill_rectangle (self, shade->ink, self->style->right_to_left ? x + shade->width - shade->bar : x, y,
                  shade->bar, height);
}

static void
draw_leader (ScrPdfPainter *self, const ScrOp *op)
{
  double dots[] = {0, self->style->text_size / 3};

  cairo_save (self->cr);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width (self->cr, self->style->text_size / 14);
  cairo_set_dash (self->cr, dots, 2, 0);
  scr_canvas_set_ink (&self->canvas, op->ink);
  cairo_move_to (self->cr, op->x, op->y);
  cairo_line_to (self->cr, op->x + op->width, op->y);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_ghost (ScrPdfPainter *self, const ScrOp *op)
{
  self->canvas.text_size = self->style->sizes[op->line->set->face];
  scr_line_draw (op->line, &self->canvas, op->ink, op->x, op->y, NULL, NULL);
}

/* Draws words of one line in a box; what does not fit is cut. Returns how wide they are. */
static double
draw_set (ScrPdfPainter *self, const ScrTypeset *set, ScrAlign align, double x, double y, double width)
{
  const ScrLine *line = &set->lines[0];
  gboolean at_right = (align == SCR_ALIGN_END) != self->style->right_to_left;

  self->canvas.text_size = self->style->sizes[set->face];
  if (line->width <= width)
    scr_line_draw (line, &self->canvas,
                   set->face == SCR_FACE_MARKING ? self->style->inks->text : self->style->inks->dim,
                   (at_right ? x + width - line->width : x) - line->x, y - line->baseline, NULL, NULL);
  else
    {
      scr_canvas_set_ink (&self->canvas, self->style->inks->dim);
      scr_canvas_write_in (&self->canvas, set->words, set->face == SCR_FACE_MARKING, align, x,
                           y - line->baseline, width);
    }
  return MIN (line->width, width);
}

/* Lines of furniture are set once; no page is so wide as to break them. */
static const ScrTypeset *
get_furniture (ScrPdfPainter *self, ScrFace face, const char *words)
{
  ScrTypeset *set = g_hash_table_lookup (self->furniture, words);

  if (set == NULL)
    {
      set = scr_typeset_new_words (self->style, face, words, 10 * self->style->sheet.width, SCR_ALIGN_START);
      g_hash_table_insert (self->furniture, (gpointer)words, set);
    }
  return set;
}

/* One line at the top or foot: @start where reading begins, @end at the other side, which gives way where
 * both do not fit. Both nullable. @y is the line that letters stand on. */
static void
draw_furniture_line (ScrPdfPainter *self, const ScrTypeset *start, const ScrTypeset *end, double y)
{
  const ScrSheet *sheet = &self->style->sheet;
  double width = sheet->width - 2 * sheet->side, taken = 0;

  if (start != NULL)
    {
      double most = width * (end != NULL ? 0.6 : 1);

      taken = draw_set (self, start, SCR_ALIGN_START,
                        self->style->right_to_left ? sheet->width - sheet->side - most : sheet->side, y, most)
              + self->style->sizes[SCR_FACE_FURNITURE];
    }
  if (end != NULL)
    draw_set (self, end, SCR_ALIGN_END, self->style->right_to_left ? sheet->side : sheet->side + taken, y,
              width - taken);
}

static void
draw_furniture (ScrPdfPainter *self, guint index)
{
  const ScrDocument *document = scr_layout_get_document (self->layout);
  const char *marking = scr_document_get_marking (document),
             *furniture = scr_document_get_furniture (document);
  const char *version = scr_document_get_version (document);
  double size = self->style->sizes[SCR_FACE_FURNITURE];
  /* TRANSLATORS: at the foot of each page of a report */
  g_autofree char *words = g_strdup_printf (scr_tr (scr_document_get_language (document), "Page %u of %u"),
                                            index + 1, scr_layout_get_n_pages (self->layout));
  g_autoptr (ScrTypeset) page = scr_typeset_new_words (self->style, SCR_FACE_FURNITURE, words,
                                                       self->style->sheet.width, SCR_ALIGN_START);

  draw_furniture_line (self, marking != NULL ? get_furniture (self, SCR_FACE_MARKING, marking) : NULL,
                       furniture != NULL ? get_furniture (self, SCR_FACE_FURNITURE, furniture) : NULL,
                       34 + size);
  draw_furniture_line (self, version != NULL ? get_furniture (self, SCR_FACE_FURNITURE, version) : NULL, page,
                       self->style->sheet.height - 36);
}

/* All that is seen but not read, before the words that stand on it. */
static void
draw_artifacts (ScrPdfPainter *self, const ScrPage *page, guint index)
{
  begin_element (self, SCR_PDF_ARTIFACT, NULL, SCR_TAG_PLAIN, 0, NULL);
  for (guint i = 0; i < page->shades->len; i++)
    draw_shade (self, &g_array_index (page->shades, ScrPageShade, i));
  for (guint i = 0; i < page->ops->len; i++)
    {
      const ScrOp *op = &g_array_index (page->ops, ScrOp, i);

      if (op->type == SCR_OP_FILL || op->type == SCR_OP_RULE)
        fill_rectangle (self, op->ink, op->x, op->y, op->width, op->height);
      else if (op->type == SCR_OP_LEADER)
        draw_leader (self, op);
      else if (op->type == SCR_OP_GHOST)
        draw_ghost (self, op);
      else if (op->type == SCR_OP_LINE && scr_line_has_decoration (op->line))
        {
          self->canvas.text_size = self->style->sizes[op->line->set->face];
          scr_line_draw_decoration (op->line, &self->canvas, op->x, op->y);
        }
    }
  draw_furniture (self, index);
  cairo_tag_end (self->cr, SCR_PDF_ARTIFACT);
}

/* The innermost element may hold letters: it ends with the page, and goes on after the next page's artifacts.
 */
static void
suspend (ScrPdfPainter *self)
{
  end_within (self);
  if (self->open->len > 0)
    cairo_tag_end (self->cr, g_array_index (self->open, ScrOp, self->open->len - 1).tag);
}

static void
resume (ScrPdfPainter *self)
{
  ScrOp op;

  if (self->open->len == 0)
    return;
  op = g_array_index (self->open, ScrOp, self->open->len - 1);
  g_array_set_size (self->open, self->open->len - 1);
  op.flags |= SCR_TAG_CONTINUED;
  begin_tag (self, &op);
}

/* Draws the page @index; pages come in order. */
void
scr_pdf_painter_draw_page (ScrPdfPainter *self, guint index)
{
  const ScrPage *page = scr_layout_get_page (self->layout, index);
  gboolean is_last = index + 1 == scr_layout_get_n_pages (self->layout);

  if (index == 0)
    begin_element (self, "Document", NULL, SCR_TAG_PLAIN, 0, NULL);
  draw_artifacts (self, page, index);
  if (index > 0)
    resume (self);
  draw_content (self, page);
  if (is_last)
    cairo_tag_end (self->cr, "Document");
  else
    suspend (self);
  cairo_show_page (self->cr);
}
