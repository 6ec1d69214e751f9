/* ScrStyle - how one document looks. See the header. */
#include "scr-style.h"

/* The text size at which measures of the design are given. */
#define BASE_SIZE 12.0

/* Families in the order of choice; those that lack a script give way to what the system has for it. DejaVu
 * Sans has Arabic letters but not those of Urdu: a word must not be put together from two families. */
#define STANDARD_FONT "Cantarell, Noto Sans, Noto Sans Arabic, DejaVu Sans, sans-serif"
#define PLAIN_FONT "Atkinson Hyperlegible, Noto Sans Arabic, DejaVu Sans, sans-serif"
#define CODE_FONT "DejaVu Sans Mono, Noto Sans Mono, monospace"

/* What large print is for: no letters of the content under this size once the body reaches it. */
#define LARGE_PRINT 16.0

static const struct
{
  double scale; /* against the body */
  gboolean bold;
  double leading;
  gboolean keeps_up; /* in large print, at least as large as the body */
} faces[SCR_N_FACES] = {
    [SCR_FACE_BODY] = {1.0, FALSE, 1.20, TRUE},      [SCR_FACE_TITLE] = {1.95, TRUE, 1.02, TRUE},
    [SCR_FACE_GREAT_TITLE] = {2.6, TRUE, 1.0, TRUE}, [SCR_FACE_SUBTITLE] = {1.22, FALSE, 1.08, TRUE},
    [SCR_FACE_HEADING_1] = {1.72, TRUE, 1.02, TRUE}, [SCR_FACE_HEADING_2] = {1.22, TRUE, 1.08, TRUE},
    [SCR_FACE_HEADING_3] = {1.05, TRUE, 1.12, TRUE}, [SCR_FACE_CELL] = {0.90, FALSE, 1.12, TRUE},
    [SCR_FACE_HEAD] = {0.90, TRUE, 1.12, TRUE},      [SCR_FACE_CAPTION] = {0.84, FALSE, 1.12, TRUE},
    [SCR_FACE_MARKING] = {0.75, TRUE, 1.0, FALSE},   [SCR_FACE_FURNITURE] = {0.75, FALSE, 1.0, FALSE},
    [SCR_FACE_CODE] = {0.86, FALSE, 1.10, TRUE},
};

/* Headings need not double in large print to stand out: beyond the base size they grow half as fast. */
static double
get_face_size (double text_size, ScrFace face)
{
  double scale = faces[face].scale;

  if (scale > 1 && text_size > BASE_SIZE)
    scale = 1 + (scale - 1) * (BASE_SIZE / text_size + 1) / 2;
  if (scale < 1 && faces[face].keeps_up && text_size >= LARGE_PRINT)
    scale = 1;
  return text_size * scale;
}

static PangoLayout *
make_layout (ScrStyle *self, ScrFace face, const PangoFontDescription *standard)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (standard);

  if (face == SCR_FACE_CODE)
    pango_font_description_set_family (font, CODE_FONT);
  if (faces[face].bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, self->sizes[face] * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, self->attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_font_description_free (font);
  return layout;
}

/* Metrics are those of the paper, not of any screen: one unit is a point and nothing is rounded to pixels. */
static PangoContext *
make_context (const ScrDocument *document, const PangoFontDescription *font)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context;
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context,
                              pango_language_from_string (scr_document_get_language_code (document)));
  pango_context_set_base_dir (context, scr_document_get_right_to_left (document) ? PANGO_DIRECTION_RTL
                                                                                 : PANGO_DIRECTION_LTR);
  pango_context_set_font_description (context, font);
  return context;
}

/**
 * scr_style_new:
 * @document: a document
 *
 * Returns: (transfer full): how it looks
 */
ScrStyle *
scr_style_new (const ScrDocument *document)
{
  ScrStyle *self = g_new0 (ScrStyle, 1);
  PangoFontDescription *font = pango_font_description_new ();
  double furniture, width, height;

  self->text_size = scr_document_get_text_size (document);
  self->right_to_left = scr_document_get_right_to_left (document);
  self->high_contrast = scr_document_get_high_contrast (document);
  self->inks = scr_inks_get_paper (self->high_contrast);
  pango_font_description_set_family_static (font, scr_document_get_plain_font (document) ? PLAIN_FONT
                                                                                         : STANDARD_FONT);
  pango_font_description_set_absolute_size (font, self->text_size * PANGO_SCALE);
  self->context = make_context (document, font);
  self->attributes = scr_letters_new_attributes ();
  for (guint i = 0; i < SCR_N_FACES; i++)
    {
      self->sizes[i] = get_face_size (self->text_size, (ScrFace)i);
      self->leading[i] = faces[i].leading;
      self->layouts[i] = make_layout (self, (ScrFace)i, font);
    }
  pango_font_description_free (font);

  furniture = self->sizes[SCR_FACE_FURNITURE];
  scr_document_get_sheet (document, &width, &height);
  self->sheet = (ScrSheet) {width, height, 54, 54 + 2 * furniture, height - 42 - 2 * furniture};
  return self;
}

/**
 * scr_style_free:
 * @self: (transfer full) (nullable): a style
 */
void
scr_style_free (ScrStyle *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < SCR_N_FACES; i++)
    g_object_unref (self->layouts[i]);
  pango_attr_list_unref (self->attributes);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * scr_style_scale:
 * @self: a style
 * @points: a measure of the design, for text of 12 points
 *
 * Returns: the measure for this document's text
 */
double
scr_style_scale (const ScrStyle *self, double points)
{
  return points * self->text_size / BASE_SIZE;
}
