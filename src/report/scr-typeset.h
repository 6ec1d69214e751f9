/* ScrTypeset - a text set into lines of a width, ready to be placed on pages line by line.
 *
 * Owns its lines; borrows the words and styles of the text it was made from, which must outlive it.
 * Always holds: coordinates are points; a line's box is as wide as the text was given. One thread, that of
 * its style.
 */
#pragma once

#include "scr-style.h"

G_BEGIN_DECLS

typedef struct _ScrTypeset ScrTypeset;

typedef struct
{
  const ScrTypeset *set;
  PangoLayoutLine *line;
  double x;        /* from the start of the box, its left */
  double baseline; /* from the top of the line */
  double width;
  double height;
} ScrLine;

struct _ScrTypeset
{
  ScrFace face;
  const char *words;
  char *own_words; /* (nullable) */
  const ScrTextSpan *spans;
  guint n_spans;
  ScrLine *lines;
  guint n_lines;
  double height;
  double box_width; /* what it was given */
  ScrAlign align;
};

/* Told of the link that what is drawn next belongs to; @span is NULL where it belongs to none. */
typedef void (*ScrLinkFunc) (const ScrTypeset *set, const ScrTextSpan *span, gpointer user_data);

ScrTypeset *
scr_typeset_new (const ScrStyle *style, ScrFace face, const ScrText *text, double width, ScrAlign align);
ScrTypeset *
scr_typeset_new_words (const ScrStyle *style, ScrFace face, const char *words, double width, ScrAlign align);
void scr_typeset_free (ScrTypeset *self);
guint scr_typeset_hash (gconstpointer self);
gboolean scr_typeset_equal (gconstpointer a, gconstpointer b);

void scr_line_draw (const ScrLine *self,
                    const ScrCanvas *canvas,
                    ScrInk ink,
                    double x,
                    double y,
                    ScrLinkFunc link,
                    gpointer user_data);
gboolean scr_line_has_decoration (const ScrLine *self);
void scr_line_draw_decoration (const ScrLine *self, const ScrCanvas *canvas, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrTypeset, scr_typeset_free)

G_END_DECLS
