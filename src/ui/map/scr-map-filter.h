/* ScrMapFilter - the button *Filter* of the map, with its popover: what of the map is shown, and views of it by name.
 *
 * It holds an ScrMapFilterState and emits "changed" whenever a person alters it or chooses a saved view; then day and
 * layout may differ as well. It says on the button how many choices leave something out. The card around which the
 * map may be shown is what is selected in the context. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-map-filter-state.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_FILTER (scr_map_filter_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapFilter, scr_map_filter, SCR, MAP_FILTER, AdwBin)

GtkWidget *scr_map_filter_new (ScrContext *context);
const ScrMapFilterState *scr_map_filter_get_state (ScrMapFilter *self);
void scr_map_filter_set_state (ScrMapFilter *self, const ScrMapFilterState *state);
void scr_map_filter_set_shown (ScrMapFilter *self, const char *day, const char *layout);
void scr_map_filter_choose (ScrMapFilter *self, ScrItem *view);
void scr_map_filter_clear (ScrMapFilter *self);
void scr_map_filter_popup (ScrMapFilter *self);

G_END_DECLS
