/* ScrMapCompareSide - one of two maps that are compared: whose it is, on which day, and its canvas.
 *
 * Keeps what a person chose; a partnership that is gone gives way to the first. Writes nothing. Main thread.
 * Signal: "chosen" (): the partnership or the day is another.
 */
#pragma once

#include "scr-context.h"
#include "scr-map-canvas.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_COMPARE_SIDE (scr_map_compare_side_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapCompareSide, scr_map_compare_side, SCR, MAP_COMPARE_SIDE, AdwBin)

GtkWidget *scr_map_compare_side_new (ScrContext *context, gboolean is_right);

ScrMapCanvas *scr_map_compare_side_get_canvas (ScrMapCompareSide *self);
const char *scr_map_compare_side_get_partnership (ScrMapCompareSide *self);
char *scr_map_compare_side_dup_day (ScrMapCompareSide *self);
char *scr_map_compare_side_dup_name (ScrMapCompareSide *self, gboolean with_day);
void scr_map_compare_side_choose (ScrMapCompareSide *self, const char *partnership, const char *day);
void scr_map_compare_side_refresh (ScrMapCompareSide *self);

G_END_DECLS
