/* ScrMeetingPeople - the people of a meeting: expected and recorded, present or not, with their interests.
 *
 * A section of ScrMeetingPage. What is altered goes through scr-people-commands, one change each; the section
 * follows the record. In its list P, A, S and X say present, apologies, substitute and absent of the row with
 * the keyboard, Delete forgets what is recorded, the menu key shows all that can be said. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-attendance.h"
#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_PEOPLE (scr_meeting_people_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingPeople, scr_meeting_people, SCR, MEETING_PEOPLE, GtkBox)

GtkWidget *scr_meeting_people_new (ScrContext *context);
void scr_meeting_people_set_meeting (ScrMeetingPeople *self, ScrItem *meeting);
void scr_meeting_people_set_item (ScrMeetingPeople *self, ScrItem *agenda_item);
const ScrAttendance *scr_meeting_people_get_attendance (ScrMeetingPeople *self);

G_END_DECLS
