/* ScrMeetingsView - meetings through time: timeline, month, list, actions, lists of all kinds; and a
 * meeting's own page.
 *
 * Joins the faces, each a ScrView of its own in a folder beside this one, under one bar, and shows the page
 * of a meeting or a handover in their place. Writes nothing itself. Where it is narrow the list stands for
 * the timeline. Remembers which face was shown. Main thread. Actions: "meetings.face" (s), "meetings.open"
 * (ss: kind, identity), "meetings.new".
 */
#pragma once

#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_MEETINGS_VIEW (scr_meetings_view_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingsView, scr_meetings_view, SCR, MEETINGS_VIEW, ScrView)

GtkWidget *scr_meetings_view_new (ScrContext *context, const char *view_id);

void scr_meetings_view_show_face (ScrMeetingsView *self, const char *face);
const char *scr_meetings_view_get_face (ScrMeetingsView *self);

G_END_DECLS
