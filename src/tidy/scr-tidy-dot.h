/* Laying out one part with Graphviz's dot: the order of cards within their rows, and their places.
 *
 * The only code that knows Graphviz. Not safe for threads: Graphviz keeps its state in globals.
 */
#pragma once

#include "scr-tidy-part.h"

G_BEGIN_DECLS

/* Begins as all zeros. */
typedef struct
{
  void *context; /* Graphviz's; never freed */
  gint64 time;   /* microseconds that Graphviz has taken */
} ScrTidyDot;

gboolean scr_tidy_dot_lay_out (ScrTidyDot *self, ScrTidyPart *part);

G_END_DECLS
