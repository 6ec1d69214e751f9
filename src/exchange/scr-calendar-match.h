/* ScrCalendarMatch - which meeting, series, kind or group of a record an event of a calendar is.
 *
 * Looks one by one where there are few events, and goes through all meetings where there are many. The
 * source's thread; the strings that it gives live as long as it does.
 */
#pragma once

#include "scr-calendar-event.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef struct _ScrCalendarMatch ScrCalendarMatch;

typedef void (*ScrMatchFunc) (gpointer wanted, ScrItem *meeting, gpointer user_data);

ScrCalendarMatch *scr_calendar_match_new (ScrSource *source);
void scr_calendar_match_free (ScrCalendarMatch *self);

void scr_calendar_match_meetings (ScrCalendarMatch *self,
                                  GHashTable *wanted,
                                  const char *fields,
                                  ScrMatchFunc func,
                                  gpointer user_data);
const char *scr_calendar_match_find_series (ScrCalendarMatch *self, const char *uid);
const char *scr_calendar_match_guess_kind (ScrCalendarMatch *self, const ScrCalendarEvent *event);
const char *scr_calendar_match_guess_group (ScrCalendarMatch *self, const ScrCalendarEvent *event);
gboolean scr_calendar_match_has_state (ScrCalendarMatch *self, const char *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrCalendarMatch, scr_calendar_match_free)

G_END_DECLS
