/* ScrMapCompareTable - the terms of two partnerships, or of one on two days, side by side, as a table.
 *
 * Shows what it is given; can leave out what is the same. Main thread.
 */
#pragma once

#include "scr-terms.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SCR_TYPE_MAP_COMPARE_TABLE (scr_map_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapCompareTable, scr_map_compare_table, SCR, MAP_COMPARE_TABLE, AdwBin)

GtkWidget *scr_map_compare_table_new (void);
guint scr_map_compare_table_show (ScrMapCompareTable *self,
                                  const ScrTerms *terms,
                                  const char *left_name,
                                  const char *right_name,
                                  gboolean differences_only);
guint scr_map_compare_table_get_n_rows (ScrMapCompareTable *self);

G_END_DECLS
