/* ScrMapSaved - the saved views of the map: chosen, saved, updated, deleted.
 *
 * Follows the record. It is told what is shown now, so that it can save that and say whether it differs from the view
 * that was chosen. Emits "chosen" (ScrItem *view). Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-map-filter-state.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_SAVED (scr_map_saved_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapSaved, scr_map_saved, SCR, MAP_SAVED, AdwBin)

GtkWidget *scr_map_saved_new (ScrContext *context);
void scr_map_saved_set_state (ScrMapSaved *self, const ScrMapFilterState *state);
ScrItem *scr_map_saved_get_chosen (ScrMapSaved *self);
void scr_map_saved_choose (ScrMapSaved *self, ScrItem *view);

G_END_DECLS
