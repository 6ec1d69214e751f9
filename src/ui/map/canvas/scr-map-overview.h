/* ScrMapOverview - the whole map small, with the part that is seen; shown while the map exceeds the view.
 *
 * A press or a drag goes there. For the pointer only: the keyboard has the canvas itself. Main thread.
 */
#pragma once

#include "scr-map-canvas.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_OVERVIEW (scr_map_overview_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapOverview, scr_map_overview, SCR, MAP_OVERVIEW, GtkWidget)

GtkWidget *scr_map_overview_new (ScrMapCanvas *canvas);

G_END_DECLS
