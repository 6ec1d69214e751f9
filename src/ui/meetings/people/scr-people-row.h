/* Rows of the people of a meeting: who, in what capacity, present or not; and what interests were declared.
 *
 * Their buttons activate actions of ScrMeetingPeople. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-attendance.h"

G_BEGIN_DECLS

GtkWidget *
scr_people_row_new (ScrSource *source, ScrItem *meeting, const ScrAttendee *attendee, gboolean can_edit);
GtkWidget *scr_interest_row_new (ScrSource *source, ScrItem *interest, gboolean can_edit);
GtkWidget *scr_people_row_get_button (GtkWidget *row);

G_END_DECLS
