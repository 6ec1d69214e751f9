/* ScrLayout's inside, shared by the files that lay out the kinds of content. */
#pragma once

#include "scr-layout.h"

G_BEGIN_DECLS

struct _ScrLayout
{
  const ScrDocument *document;
  ScrStyle *style;
  ScrFlow *flow;
  GPtrArray *typesets;    /* of ScrTypeset: all lines of the document */
  GHashTable *short_sets; /* of borrowed ScrTypeset: short plain ones, to be used again for the same words */
  GPtrArray *shades;      /* of ScrShade */
  GPtrArray *repeats;     /* of ScrRepeat */
  double x;               /* of what is laid out now, from the side where reading begins */
  double width;
  ScrInk ink;
  GCancellable *cancellable; /* (nullable), borrowed */
};

const ScrTypeset *
scr_layout_set (ScrLayout *self, ScrFace face, const ScrText *text, double width, ScrAlign align);
const ScrTypeset *
scr_layout_set_words (ScrLayout *self, ScrFace face, const char *words, double width, ScrAlign align);
void scr_layout_add_lines (ScrLayout *self,
                           const ScrTypeset *set,
                           const char *tag,
                           double before,
                           double after,
                           gboolean keep);
void scr_layout_add_block (ScrLayout *self, const ScrBlock *block);
void scr_layout_add_table (ScrLayout *self, const ScrBlock *block);

G_END_DECLS
