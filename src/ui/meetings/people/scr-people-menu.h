/* The menus of a meeting's people: what can be said of one of them, by actions of ScrMeetingPeople. Main
 * thread. */
#pragma once

#include <gio/gio.h>

#include "scr-attendance.h"

G_BEGIN_DECLS

GMenuModel *scr_people_menu_new (ScrSource *source, const ScrAttendee *attendee);
GMenuModel *scr_interest_menu_new (ScrItem *interest);
GPtrArray *scr_people_list_substitutes (ScrSource *source, ScrItem *meeting, ScrItem *who);

G_END_DECLS
