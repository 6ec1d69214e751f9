/* Laying out a whole graph: what hangs together is laid out part by part, and the parts are put side by side. */
#pragma once

#include "scr-tidy-dot.h"

G_BEGIN_DECLS

ScrTidyLayout *scr_tidy_arrange (const ScrTidyGraph *graph, ScrTidyDot *dot);

G_END_DECLS
