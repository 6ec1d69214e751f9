/* ScrMeetingHead - what, when, where, with whom: the lines under a meeting's title.
 *
 * Follows what the page tells it. The address of an online meeting is told before it is opened. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_HEAD (scr_meeting_head_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingHead, scr_meeting_head, SCR, MEETING_HEAD, AdwBin)

GtkWidget *scr_meeting_head_new (ScrContext *context);
void scr_meeting_head_set_meeting (ScrMeetingHead *self, ScrItem *meeting);

G_END_DECLS
