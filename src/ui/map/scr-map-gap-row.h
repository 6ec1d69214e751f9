/* ScrMapGapRow - a row of the list of gaps: symbol, two lines, who is to close it and by when.
 *
 * Where it is narrow, owner and due day go under the title. Emits "ask-menu" (double x, double y) when its button is
 * pressed or the pointer asks for a menu. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-map-gap.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_GAP_ROW (scr_map_gap_row_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapGapRow, scr_map_gap_row, SCR, MAP_GAP_ROW, AdwBin)

GtkWidget *scr_map_gap_row_new (void);
void scr_map_gap_row_set_gap (ScrMapGapRow *self, ScrMapGap *gap, ScrSource *source);
ScrMapGap *scr_map_gap_row_get_gap (ScrMapGapRow *self);

G_END_DECLS
