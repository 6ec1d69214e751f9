/* ScrMeetingMinutes - the minutes of one item of an agenda, or of a meeting as a whole.
 *
 * Their text, formatted where it is not being typed; decisions, actions and evidence; where the minutes
 * stand, and their versions. Approved minutes are shown and not altered. Follows the record. Main thread.
 */
#pragma once

#include "scr-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_MINUTES (scr_meeting_minutes_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingMinutes, scr_meeting_minutes, SCR, MEETING_MINUTES, GtkBox)

GtkWidget *scr_meeting_minutes_new (ScrContext *context);
void scr_meeting_minutes_set_meeting (ScrMeetingMinutes *self, ScrItem *meeting);
void scr_meeting_minutes_set_item (ScrMeetingMinutes *self, ScrItem *agenda_item);

/* Also for the page's own menu and main button. */
gboolean scr_meeting_minutes_can_approve (ScrMeetingMinutes *self);
void scr_meeting_minutes_approve (ScrMeetingMinutes *self);

G_END_DECLS
