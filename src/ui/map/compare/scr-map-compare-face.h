/* ScrMapCompareFace - two partnerships, or one on two days, side by side: two maps that zoom and pan
 * together, what is only on one of them or different, and the table of their terms.
 *
 * Follows the record. Writes nothing into it. Main thread.
 */
#pragma once

#include "scr-map-compare-side.h"
#include "scr-reporting.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_COMPARE_FACE (scr_map_compare_face_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapCompareFace, scr_map_compare_face, SCR, MAP_COMPARE_FACE, AdwBin)

GtkWidget *scr_map_compare_face_new (ScrContext *context);
void scr_map_compare_face_add_to_bar (ScrMapCompareFace *self, GtkWidget *widget);
ScrMapCompareSide *scr_map_compare_face_get_side (ScrMapCompareFace *self, gboolean on_right);
void scr_map_compare_face_swap (ScrMapCompareFace *self);
void scr_map_compare_face_refresh (ScrMapCompareFace *self);
guint scr_map_compare_face_get_n_rows (ScrMapCompareFace *self);

G_END_DECLS
