/* ScrMapSlider - the day on which the map is shown: a button, a scale with marks, play, and a step back to today.
 *
 * Follows the record and what is narrowed to; stands on the record's own day until a person moves it, and again when
 * the record is another. Its day is always a valid one. Where it is narrow the scale goes under the buttons. Main thread.
 * Properties: "context" (ScrContext, set at construction), "day" ("YYYY-MM-DD", notified at each change, also while
 * somebody drags).
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_SLIDER (scr_map_slider_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapSlider, scr_map_slider, SCR, MAP_SLIDER, GtkWidget)

GtkWidget *scr_map_slider_new (ScrContext *context);
const char *scr_map_slider_get_day (ScrMapSlider *self);
void scr_map_slider_set_day (ScrMapSlider *self, const char *day);
gboolean scr_map_slider_is_own_day (ScrMapSlider *self);
gboolean scr_map_slider_step (ScrMapSlider *self, int direction);
gboolean scr_map_slider_get_playing (ScrMapSlider *self);
void scr_map_slider_set_playing (ScrMapSlider *self, gboolean playing);

G_END_DECLS
