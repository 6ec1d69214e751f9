/* ScrTimelineFace - the timeline as a face of the meetings view: the canvas with what the record holds, tools
 * for the view's bar, menus, and a legend.
 *
 * Reads what is seen and a little around it; reads again when the record changes or other days come into
 * view. What a person does on the canvas becomes commands with a toast that undoes them. Lanes, what is
 * hidden, zoom and place are remembered. Main thread.
 */
#pragma once

#include "scr-timeline-canvas.h"
#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_TIMELINE_FACE (scr_timeline_face_get_type ())
G_DECLARE_FINAL_TYPE (ScrTimelineFace, scr_timeline_face, SCR, TIMELINE_FACE, ScrView)

GtkWidget *scr_timeline_face_new (ScrContext *context, const char *view_id);
GtkWidget *scr_timeline_face_get_tools (ScrTimelineFace *self);
ScrTimelineCanvas *scr_timeline_face_get_canvas (ScrTimelineFace *self);

G_END_DECLS
