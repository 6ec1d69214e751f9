/* ScrCanvas - where figures are drawn, on paper as in the window: a cairo context, letters to write with, and
 * inks.
 *
 * Owns nothing: whoever draws makes one around what it has. The thread of its cairo context.
 */
#pragma once

#include "scr-document.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* A colour as 0xRRGGBB. */
typedef guint32 ScrInk;

typedef struct
{
  ScrInk paper;
  ScrInk text;
  ScrInk dim;
  ScrInk rule;
  ScrInk tint;   /* behind table heads */
  ScrInk accent; /* links, judgements */
  ScrInk much;   /* answers that speak of how much was done */
  ScrInk well;   /* of how well */
  ScrInk on_much;
  ScrInk on_well;
  ScrInk change; /* of what difference it made: stripes and a dashed edge */
  ScrInk change_fill;
  struct
  {
    ScrInk ink;
    ScrInk fill;
  } tones[SCR_TONE_BAD + 1];
} ScrInks;

struct _ScrCanvas
{
  cairo_t *cr;
  PangoContext *context; /* its font description is the one to write with */
  double text_size;      /* of the letters, in units of the cairo context */
  const ScrInks *inks;
  gboolean high_contrast;
  gboolean right_to_left;
};

const ScrInks *scr_inks_get_paper (gboolean high_contrast);
const ScrInks *scr_inks_get_screen (gboolean dark, gboolean high_contrast);

void scr_canvas_set_ink (const ScrCanvas *self, ScrInk ink);
void
scr_canvas_measure (const ScrCanvas *self, const char *words, gboolean bold, double *width, double *height);
void scr_canvas_write (const ScrCanvas *self, const char *words, gboolean bold, double x, double y);
void scr_canvas_write_in (const ScrCanvas *self,
                          const char *words,
                          gboolean bold,
                          ScrAlign align,
                          double x,
                          double y,
                          double width);
void scr_canvas_rounded_rectangle (const ScrCanvas *self,
                                   double x,
                                   double y,
                                   double width,
                                   double height,
                                   double radius);

PangoAttrList *scr_letters_new_attributes (void);

G_END_DECLS
