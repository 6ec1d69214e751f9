/* How wide the columns of a table are. Pure but for measuring the longest word of each column. */
#pragma once

#include "scr-typeset.h"

G_BEGIN_DECLS

gboolean scr_columns_measure (const ScrStyle *style,
                              const ScrTable *table,
                              double available,
                              double padding,
                              double *widths);

G_END_DECLS
