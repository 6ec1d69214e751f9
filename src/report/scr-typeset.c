/* ScrTypeset - a text set into lines. See the header. */
#include "scr-typeset.h"

#include <hb.h>
#include <string.h>

/* Scripts whose letters need more height have their leading in it: lines are led up to this height against
 * the size. */
#define GREATEST_LEADING 1.5

/* Marks where a run must end although its letters look the same: drawing looks the span up. */
static void
insert_attribute (PangoAttrList *list, PangoAttribute *attribute, const ScrTextSpan *span)
{
  attribute->start_index = (guint)span->start;
  attribute->end_index = (guint)span->end;
  pango_attr_list_insert (list, attribute);
}

static void
insert_symbol (PangoAttrList *list, const char *words, const ScrTextSpan *span, double size)
{
  int side = (int)(size * PANGO_SCALE);
  PangoRectangle rectangle = {0, -side * 9 / 10, side * 5 / 4, side};

  PangoAttribute *together = pango_attr_allow_breaks_new (FALSE);
  const char *after = words + span->end;

  insert_attribute (list, pango_attr_shape_new (&rectangle, &rectangle), span);
  /* No line ends between a symbol and the words that say it. */
  together->start_index = (guint)span->start;
  for (int i = 0; i < 2 && *after != '\0'; i++)
    after = g_utf8_next_char (after);
  together->end_index = (guint)(after - words);
  pango_attr_list_insert (list, together);
}

static PangoAttrList *
make_attributes (const ScrStyle *style, const ScrTypeset *set)
{
  PangoAttrList *list = pango_attr_list_copy (style->attributes);

  for (guint i = 0; i < set->n_spans; i++)
    {
      const ScrTextSpan *span = &set->spans[i];

      if (span->symbol != SCR_SYMBOL_NONE)
        insert_symbol (list, set->words, span, style->sizes[set->face]);
      if ((span->style & SCR_TEXT_BOLD) != 0 || span->is_status)
        insert_attribute (list, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span);
      if ((span->style & SCR_TEXT_ITALIC) != 0)
        insert_attribute (list, pango_attr_style_new (PANGO_STYLE_ITALIC), span);
      if ((span->style & SCR_TEXT_CODE) != 0 && set->face != SCR_FACE_CODE)
        insert_attribute (list, pango_attr_family_new ("DejaVu Sans Mono, Noto Sans Mono, monospace"), span);
      insert_attribute (list, pango_attr_foreground_new ((guint16)i, 0, 0), span);
    }
  return list;
}

/* Whether there are letters of a script that runs from right to left. Nothing before Hebrew does: most
 * letters are passed over by their first byte. */
static gboolean
has_right_to_left (const char *words)
{
  static const gunichar ranges[][2]
      = {{0x590, 0x8ff}, {0xfb1d, 0xfdff}, {0xfe70, 0xfefe}, {0x10800, 0x10fff}, {0x1e800, 0x1efff}};

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar)*p >= 0xd6)
      {
        gunichar c = g_utf8_get_char (p);

        for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
          if (c >= ranges[i][0] && c <= ranges[i][1])
            return TRUE;
      }
  return FALSE;
}

/* Where a line of such a width stands: the start is on the right where the document, or in one that reads
 * from left to right the paragraph, reads from right to left. */
static double
get_offset (const ScrStyle *style, PangoDirection direction, ScrAlign align, double width, double line_width)
{
  gboolean from_right = style->right_to_left || direction == PANGO_DIRECTION_RTL;

  if (align == SCR_ALIGN_CENTRE)
    return (width - line_width) / 2;
  return (align == SCR_ALIGN_END) != from_right ? width - line_width : 0;
}

/* At a wrapped line's end Pango leaves out the space, and cairo then writes a detour that stops readers of
 * tagged files: give it the letter's own glyph, without width. A line separator that ends the line is taken
 * away altogether. */
static void
mend_line_end (const PangoLayoutLine *line, const char *words)
{
  for (GSList *l = line->runs; l != NULL; l = l->next)
    {
      PangoLayoutRun *run = l->data;
      PangoGlyphString *glyphs = run->glyphs;
      const char *text = words + run->item->offset;
      gboolean is_backward = run->item->analysis.level % 2 != 0;
      int last = is_backward ? 0 : glyphs->num_glyphs - 1;

      if (glyphs->num_glyphs == 0 || glyphs->glyphs[last].glyph != PANGO_GLYPH_EMPTY)
        continue;
      if (text[glyphs->log_clusters[last]] == ' ')
        {
          hb_codepoint_t space;

          if (hb_font_get_nominal_glyph (pango_font_get_hb_font (run->item->analysis.font), ' ', &space))
            glyphs->glyphs[last].glyph = space;
        }
      else if (strncmp (text + glyphs->log_clusters[last], "\xe2\x80\xa8", 3) == 0)
        {
          if (is_backward)
            {
              memmove (glyphs->glyphs, glyphs->glyphs + 1,
                       sizeof (PangoGlyphInfo) * (gsize)(glyphs->num_glyphs - 1));
              memmove (glyphs->log_clusters, glyphs->log_clusters + 1,
                       sizeof (int) * (gsize)(glyphs->num_glyphs - 1));
            }
          glyphs->num_glyphs--;
          run->item->length -= 3;
          run->item->num_chars--;
        }
    }
}

static void
take_lines (ScrTypeset *self, const ScrStyle *style, PangoLayout *layout, double width, ScrAlign align)
{
  guint i = 0;

  self->n_lines = (guint)pango_layout_get_line_count (layout);
  self->lines = g_new0 (ScrLine, self->n_lines);
  for (GSList *l = pango_layout_get_lines_readonly (layout); l != NULL && i < self->n_lines; l = l->next, i++)
    {
      ScrLine *line = &self->lines[i];
      PangoRectangle logical;
      double natural;

      line->set = self;
      line->line = pango_layout_line_ref (l->data);
      pango_layout_line_get_extents (line->line, NULL, &logical);
      natural = (double)logical.height / PANGO_SCALE;
      line->width = (double)logical.width / PANGO_SCALE;
      line->height = MAX (
          natural, MIN (natural * style->leading[self->face], style->sizes[self->face] * GREATEST_LEADING));
      line->baseline = (double)-logical.y / PANGO_SCALE + (line->height - natural) / 2;
      line->x = get_offset (style, (PangoDirection)line->line->resolved_dir, align, width, line->width);
      self->height += line->height;
      mend_line_end (line->line, self->words);
    }
}

/* The face's layout is used over and over: lines outlive the layout's next text, because each holds its own
 * runs. */
static void
set_lines (ScrTypeset *self, const ScrStyle *style, double width, ScrAlign align)
{
  PangoLayout *layout = style->layouts[self->face];

  self->box_width = width;
  self->align = align;
  if (self->n_spans > 0)
    {
      PangoAttrList *attributes = make_attributes (style, self);

      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_width (layout, (int)(MAX (width, 1) * PANGO_SCALE));
  if (style->right_to_left)
    pango_layout_set_auto_dir (layout, !has_right_to_left (self->words));
  pango_layout_set_text (layout, self->words, -1);
  take_lines (self, style, layout, width, align);
  if (self->n_spans > 0)
    pango_layout_set_attributes (layout, style->attributes);
}

/**
 * scr_typeset_new:
 * @style: how the document looks
 * @face: which letters
 * @text: (nullable): a text that outlives the result
 * @width: of a line, in points
 * @align: where lines stand
 *
 * Returns: (transfer full): the lines; one empty line if there are no words
 */
ScrTypeset *
scr_typeset_new (const ScrStyle *style, ScrFace face, const ScrText *text, double width, ScrAlign align)
{
  ScrTypeset *self = g_new0 (ScrTypeset, 1);

  self->face = face;
  self->words = text != NULL ? scr_text_get_words (text) : "";
  if (text != NULL)
    self->spans = scr_text_get_spans (text, &self->n_spans);
  set_lines (self, style, width, align);
  return self;
}

/**
 * scr_typeset_new_words:
 * @style: how the document looks
 * @face: which letters
 * @words: plain words, valid UTF-8
 * @width: of a line, in points
 * @align: where lines stand
 *
 * Returns: (transfer full): the lines
 */
ScrTypeset *
scr_typeset_new_words (const ScrStyle *style, ScrFace face, const char *words, double width, ScrAlign align)
{
  ScrTypeset *self = g_new0 (ScrTypeset, 1);

  self->face = face;
  self->words = self->own_words = g_strdup (words);
  set_lines (self, style, width, align);
  return self;
}

/**
 * scr_typeset_free:
 * @self: (transfer full) (nullable): lines
 */
void
scr_typeset_free (ScrTypeset *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_lines; i++)
    pango_layout_line_unref (self->lines[i].line);
  g_free (self->lines);
  g_free (self->own_words);
  g_free (self);
}

/* What two texts that look the same have in common; for plain ones. */
guint
scr_typeset_hash (gconstpointer self)
{
  const ScrTypeset *set = self;

  return g_str_hash (set->words) ^ (guint)set->face << 8 ^ (guint)set->box_width << 16;
}

/* Whether two plain texts come out the same. */
gboolean
scr_typeset_equal (gconstpointer a, gconstpointer b)
{
  const ScrTypeset *set = a, *other = b;

  return set->face == other->face && set->align == other->align
         && ABS (set->box_width - other->box_width) < 1e-6 && g_str_equal (set->words, other->words);
}
