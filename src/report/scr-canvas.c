/* ScrCanvas - where figures are drawn. See the header. */
#include "scr-canvas.h"

#include <math.h>

static const ScrInks paper = {
    .paper = 0xffffff,
    .text = 0x1e1e1e,
    .dim = 0x5e5c64,
    .rule = 0xcfcfd2,
    .tint = 0xecf1f8,
    .accent = 0x1a5fb4,
    .much = 0x1a5fb4,
    .well = 0x62a0ea,
    .on_much = 0xffffff,
    .on_well = 0x0b1f3a,
    .change = 0x8a5a00,
    .change_fill = 0xfdf4e0,
    .tones = {{0x5e5c64, 0xf2f2f3},
              {0x1a5fb4, 0xe8f0fa},
              {0x1a7346, 0xe5f3eb},
              {0x865a00, 0xfdf4e0},
              {0xb5171f, 0xfbe9e9}},
};

static const ScrInks black = {
    .paper = 0xffffff,
    .text = 0x000000,
    .dim = 0x000000,
    .rule = 0x000000,
    .tint = 0xffffff,
    .accent = 0x000000,
    .much = 0x000000,
    .well = 0x9a9a9a,
    .on_much = 0xffffff,
    .on_well = 0x000000,
    .change = 0x000000,
    .change_fill = 0xffffff,
    .tones = {{0, 0xffffff}, {0, 0xffffff}, {0, 0xffffff}, {0, 0xffffff}, {0, 0xffffff}},
};

static const ScrInks dark = {
    .paper = 0x1e1e1e,
    .text = 0xffffff,
    .dim = 0xb8b5bd,
    .rule = 0x4a4a4f,
    .tint = 0x2c333d,
    .accent = 0x78aeed,
    .much = 0x3584e4,
    .well = 0x99c1f1,
    .on_much = 0xffffff,
    .on_well = 0x0b1f3a,
    .change = 0xf8d35c,
    .change_fill = 0x3b3320,
    .tones = {{0xb8b5bd, 0x353535},
              {0x78aeed, 0x26364a},
              {0x8ff0a4, 0x233d2e},
              {0xf8d35c, 0x3b3320},
              {0xff8f7d, 0x472a2a}},
};

static const ScrInks white = {
    .paper = 0x000000,
    .text = 0xffffff,
    .dim = 0xffffff,
    .rule = 0xffffff,
    .tint = 0x000000,
    .accent = 0xffffff,
    .much = 0xffffff,
    .well = 0x8a8a8a,
    .on_much = 0x000000,
    .on_well = 0x000000,
    .change = 0xffffff,
    .change_fill = 0x000000,
    .tones = {{0xffffff, 0}, {0xffffff, 0}, {0xffffff, 0}, {0xffffff, 0}, {0xffffff, 0}},
};

/**
 * scr_inks_get_paper:
 * @high_contrast: whether only black on white will do
 *
 * Returns: (transfer none): the inks for paper
 */
const ScrInks *
scr_inks_get_paper (gboolean high_contrast)
{
  return high_contrast ? &black : &paper;
}

/**
 * scr_inks_get_screen:
 * @is_dark: whether the window is dark
 * @high_contrast: whether the desktop asks for high contrast
 *
 * Returns: (transfer none): the inks for a widget
 */
const ScrInks *
scr_inks_get_screen (gboolean is_dark, gboolean high_contrast)
{
  if (is_dark)
    return high_contrast ? &white : &dark;
  return scr_inks_get_paper (high_contrast);
}

/**
 * scr_canvas_set_ink:
 * @self: a canvas
 * @ink: the colour to draw with from now on
 */
void
scr_canvas_set_ink (const ScrCanvas *self, ScrInk ink)
{
  cairo_set_source_rgb (self->cr, (ink >> 16 & 0xff) / 255.0, (ink >> 8 & 0xff) / 255.0,
                        (ink & 0xff) / 255.0);
}

/* Joined letters are switched off: cairo writes them in a way at which readers of tagged files stop. No
 * hyphens are put in: they would become part of an address. Returns: (transfer full) */
PangoAttrList *
scr_letters_new_attributes (void)
{
  PangoAttrList *list = pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_font_features_new ("liga=0, clig=0, dlig=0"));
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  return list;
}

static PangoLayout *
make_layout (const ScrCanvas *self, const char *words, gboolean bold)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoAttrList *attributes = scr_letters_new_attributes ();
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, self->text_size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, words, -1);
  pango_font_description_free (font);
  pango_attr_list_unref (attributes);
  return layout;
}

/**
 * scr_canvas_measure:
 * @self: a canvas
 * @words: one line
 * @bold: whether in bold letters
 * @width: (out) (nullable): how wide it is
 * @height: (out) (nullable): how high
 */
void
scr_canvas_measure (const ScrCanvas *self, const char *words, gboolean bold, double *width, double *height)
{
  g_autoptr (PangoLayout) layout = make_layout (self, words, bold);
  int w, h;

  pango_layout_get_size (layout, &w, &h);
  if (width != NULL)
    *width = (double)w / PANGO_SCALE;
  if (height != NULL)
    *height = (double)h / PANGO_SCALE;
}

/**
 * scr_canvas_write:
 * @self: a canvas
 * @words: one line
 * @bold: whether in bold letters
 * @x: its left edge
 * @y: its top edge
 *
 * Writes a line in the ink that is set.
 */
void
scr_canvas_write (const ScrCanvas *self, const char *words, gboolean bold, double x, double y)
{
  g_autoptr (PangoLayout) layout = make_layout (self, words, bold);

  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/**
 * scr_canvas_write_in:
 * @self: a canvas
 * @words: one line; what does not fit is cut, and shown as cut
 * @bold: whether in bold letters
 * @align: where it stands in @width; the start is on the right where the canvas reads from right to left
 * @x: left edge of where it may stand
 * @y: its top edge
 * @width: how wide it may be
 *
 * Writes a line in the ink that is set.
 */
void
scr_canvas_write_in (const ScrCanvas *self,
                     const char *words,
                     gboolean bold,
                     ScrAlign align,
                     double x,
                     double y,
                     double width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, words, bold);
  gboolean at_right = (align == SCR_ALIGN_END) != self->right_to_left;

  /* Pango's left is the right where the words read the other way than all others. */
  if (pango_layout_get_line_readonly (layout, 0)->resolved_dir != pango_context_get_base_dir (self->context))
    at_right = !at_right;
  if (align == SCR_ALIGN_CENTRE)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else
    pango_layout_set_alignment (layout, at_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int)(MAX (width, 1) * PANGO_SCALE));
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, layout);
}

/**
 * scr_canvas_rounded_rectangle:
 * @self: a canvas
 * @x: left edge
 * @y: top edge
 * @width: how wide
 * @height: how high
 * @radius: of its corners
 *
 * Adds a rectangle with round corners to the path.
 */
void
scr_canvas_rounded_rectangle (const ScrCanvas *self,
                              double x,
                              double y,
                              double width,
                              double height,
                              double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (self->cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (self->cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (self->cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (self->cr);
}
