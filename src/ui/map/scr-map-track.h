/* ScrMapTrack - a scale over days, with marks on those when something changes.
 *
 * Every mark has a tick and a tooltip; labels stand under those that are most worth one and fit without touching.
 * Page Up, Page Down and Ctrl with an arrow go from mark to mark; a mark catches the pointer within 6 px. Days are
 * numbers here (scr-day.h). Emits "moved" (int day) whenever a person moves it, also while they drag. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-map-days.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_TRACK (scr_map_track_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapTrack, scr_map_track, SCR, MAP_TRACK, GtkWidget)

GtkWidget *scr_map_track_new (void);
void scr_map_track_set_marks (ScrMapTrack *self, GPtrArray *marks, int first, int last);
void scr_map_track_set_day (ScrMapTrack *self, int day);
int scr_map_track_get_day (ScrMapTrack *self);
gboolean scr_map_track_find_mark (ScrMapTrack *self, int from, int direction, int *day);
GtkWidget *scr_map_track_get_scale (ScrMapTrack *self);
guint scr_map_track_count_labels (ScrMapTrack *self);

G_END_DECLS
