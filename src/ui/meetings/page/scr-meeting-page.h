/* ScrMeetingPage - a meeting on a page of its own: head, steps, agenda, people, minutes, scrutiny.
 *
 * Put together from sections that follow the record by themselves. One blue button takes the next sensible
 * step, a menu offers all others; which they are says scr-meeting-steps. Two columns scroll together, one
 * where it is narrow; there the next step stands in a bar at the foot. Esc and the back button emit "back".
 * Main thread.
 */
#pragma once

#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_PAGE (scr_meeting_page_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingPage, scr_meeting_page, SCR, MEETING_PAGE, ScrView)

GtkWidget *scr_meeting_page_new (ScrContext *context);
void scr_meeting_page_show (ScrMeetingPage *self, ScrItem *meeting);
void scr_meeting_page_show_item (ScrMeetingPage *self, ScrItem *agenda_item);
ScrItem *scr_meeting_page_get_meeting (ScrMeetingPage *self);

G_END_DECLS
