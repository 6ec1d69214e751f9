/* ScrMapView - the partnership map: canvas, day, gaps; the same as an outline; two maps compared.
 *
 * Makes ScrMap afresh when the record, the narrowing, the day or the filter changes, and hands it to its
 * parts. What a person does on the canvas becomes commands here (scr-map-view-edit.c). Main thread.
 */
#pragma once

#include "scr-map-canvas.h"
#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_VIEW (scr_map_view_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapView, scr_map_view, SCR, MAP_VIEW, ScrView)

GtkWidget *scr_map_view_new (ScrContext *context, const char *view_id);

ScrMapCanvas *scr_map_view_get_canvas (ScrMapView *self);
void scr_map_view_show_face (ScrMapView *self, const char *face);
const char *scr_map_view_get_day (ScrMapView *self);
void scr_map_view_set_day (ScrMapView *self, const char *day);

G_END_DECLS
