/* ScrMapGaps - the list of gaps under the map: how many are open, each with its owner and due day, and what can be
 * done about them.
 *
 * It is given the gaps by the view, which also counts with them, and shows them until it is given others; the same
 * gap stays selected. Emits "gap-selected" (ScrItem *about, nullable) when a person selects one. Main thread.
 * Properties: "context" (ScrContext, set at construction), "folded" (only the heading is shown).
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-map-gap-acts.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_GAPS (scr_map_gaps_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapGaps, scr_map_gaps, SCR, MAP_GAPS, AdwBin)

GtkWidget *scr_map_gaps_new (ScrContext *context);
void scr_map_gaps_take (ScrMapGaps *self, ScrGaps *gaps);
void scr_map_gaps_set_shown (ScrMapGaps *self, ScrMapGapsShown shown);
gboolean scr_map_gaps_select_item (ScrMapGaps *self, ScrItem *item);
ScrMapGap *scr_map_gaps_get_selected (ScrMapGaps *self);
guint scr_map_gaps_get_n_shown (ScrMapGaps *self);
gboolean scr_map_gaps_get_folded (ScrMapGaps *self);
void scr_map_gaps_set_folded (ScrMapGaps *self, gboolean folded);

G_END_DECLS
