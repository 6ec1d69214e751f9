/* ScrMapDayButton - a button that shows a day, typed as people write it or chosen in a calendar.
 *
 * Emits "chosen" (const char *day) when a person chose one. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_DAY_BUTTON (scr_map_day_button_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapDayButton, scr_map_day_button, SCR, MAP_DAY_BUTTON, AdwBin)

GtkWidget *scr_map_day_button_new (ScrContext *context, const char *label);
void scr_map_day_button_set_day (ScrMapDayButton *self, const char *day);
void scr_map_day_button_popup (ScrMapDayButton *self);

G_END_DECLS
