/* ScrTidyPart - cards that hang together and are laid out as one picture: which they are, in which row each goes, and
 * where it ends up.
 *
 * Nodes are numbered within the part, 0 to n - 1. Links are those between two different cards of the part. Rows are
 * ours (scr-tidy-rows.c), the order within rows and the places are Graphviz's (scr-tidy-dot.c).
 */
#pragma once

#include "scr-tidy-graph.h"

G_BEGIN_DECLS

typedef struct
{
  guint n;
  ScrTidyNode *nodes;
  GArray *edges; /* (element-type ScrTidyEdge) */

  guint *rows; /* of each node, from 0; every row has a node */
  guint n_rows;

  ScrTidyPoint *points; /* top left corners, from the origin, not yet on the grid */
  int width;
  int height;
} ScrTidyPart;

ScrTidyPart *scr_tidy_part_new (guint n);
void scr_tidy_part_free (ScrTidyPart *self);

void scr_tidy_part_find_rows (ScrTidyPart *self);
double scr_tidy_find_good_width (double area, double widest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrTidyPart, scr_tidy_part_free)

G_END_DECLS
