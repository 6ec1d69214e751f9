/* ScrMeetingListFace - the meetings as a list under months: found by words, group, kind and state, sorted by
 * day, title, group or state; other dated things among them by choice. It also stands for the timeline where
 * that has no room.
 *
 * Holds identities. Opens a page by the action "meetings.open", which the view provides. Main thread.
 */
#pragma once

#include "scr-dated.h"
#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_LIST_FACE (scr_meeting_list_face_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingListFace, scr_meeting_list_face, SCR, MEETING_LIST_FACE, ScrView)

GtkWidget *scr_meeting_list_face_new (ScrContext *context, const char *view_id);
GtkWidget *scr_meeting_list_face_get_tools (ScrMeetingListFace *self);

const ScrDated *scr_meeting_list_face_get_dated (ScrMeetingListFace *self);
void scr_meeting_list_face_show_today (ScrMeetingListFace *self);
void scr_meeting_list_face_set_words (ScrMeetingListFace *self, const char *words);
void scr_meeting_list_face_set_order (ScrMeetingListFace *self, ScrDatedOrder order, gboolean descending);
void scr_meeting_list_face_set_with (ScrMeetingListFace *self, guint with);

G_END_DECLS
