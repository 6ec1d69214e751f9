/* Meetings as a calendar file (iCalendar, RFC 5545): one, those of a choice, or all.
 *
 * Every meeting is an event of its own, also those of a series: they are laid out here, each with its own
 * day, agenda and state, and a rule with exceptions would tell less; RELATED-TO names the series, so that a
 * file from here comes in again as it was. What was said or observed at a meeting never goes out, nor any
 * person's name.
 *
 * Lines are written here and not by libical, which takes twice as long to build and write the same; the
 * definitions of time zones are libical's. Memory does not grow with the number of meetings, but for the
 * identities of those that were altered. Any thread with a store of its own.
 */
#pragma once

#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

/* Which meetings. Strings are borrowed; %NULL is any. */
typedef struct
{
  const char *meeting; /* this one alone: nothing else counts then */
  const char *partnership;
  const char *group;
  const char *kind;
  const char *state;
  const char *from;     /* first day */
  const char *until;    /* last day */
  const char *contains; /* words */
  gboolean with_agenda; /* the agenda's items as the event's description */
} ScrCalendarWhat;

/* What came of it. */
typedef struct
{
  guint n_written;
  guint n_without_day; /* left out: they have no day yet */
} ScrCalendarWritten;

guint scr_calendar_ask (const ScrCalendarWhat *what, ScrQuery *query);
GPtrArray *scr_calendar_list_ids (ScrSource *source, const ScrCalendarWhat *what);
char *scr_calendar_dup_uid (ScrItem *meeting);
gboolean scr_calendar_write (ScrStore *store,
                             const ScrCalendarWhat *what,
                             GOutputStream *stream,
                             ScrCalendarWritten *written,
                             ScrProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             GError **error);
gboolean scr_calendar_write_file (ScrStore *store,
                                  const ScrCalendarWhat *what,
                                  GFile *file,
                                  ScrCalendarWritten *written,
                                  ScrProgressFunc progress,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
