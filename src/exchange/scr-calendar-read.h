/* ScrCalendarRead - what a calendar file says, and what of it could not be taken and why.
 *
 * A file from elsewhere is hostile until checked: its size, lines, nesting, number of events and text are
 * limited, and a damaged part costs no more than itself. Whatever is not taken is counted and told with its
 * line. Repeated events have no more than their first day here; scr-calendar-plan lays them out. Any thread.
 */
#pragma once

#include "scr-calendar-event.h"
#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

/* What was not taken. */
typedef struct
{
  guint line;
  char *title; /* (nullable) */
  char *why;   /* a sentence */
} ScrCalendarProblem;

/* An event that comes again by a rule, and was laid out. */
typedef struct
{
  char *uid;
  char *first;             /* day */
  char *skipped;           /* (nullable): as a series keeps the days that are left out */
  ScrCalendarEvent *event; /* its rule, times and texts */
} ScrCalendarSeries;

#define SCR_CALENDAR_MAX_EVENTS 200000

typedef struct
{
  GPtrArray *events;      /* (element-type ScrCalendarEvent): no two with the same identity and day */
  GPtrArray *series;      /* (element-type ScrCalendarSeries): once they are laid out */
  GPtrArray *problems;    /* (element-type ScrCalendarProblem): the first of them */
  guint n_problems;       /* all of them */
  guint n_tasks;          /* VTODO */
  guint n_journals;       /* VJOURNAL */
  guint n_others;         /* of further kinds */
  gboolean is_cancelling; /* METHOD:CANCEL */
  GPtrArray *told;        /* (element-type utf8): what counts for the whole file */

  /* What events point into. */
  ScrCalendarZones *zones;
  GHashTable *names;
  char *zone;
  char *record_zone;
} ScrCalendarRead;

ScrCalendarRead *scr_calendar_read (GInputStream *stream,
                                    guint64 size,
                                    const char *record_zone,
                                    ScrProgressFunc progress,
                                    gpointer user_data,
                                    GCancellable *cancellable,
                                    GError **error);
ScrCalendarRead *scr_calendar_read_file (GFile *file,
                                         const char *record_zone,
                                         ScrProgressFunc progress,
                                         gpointer user_data,
                                         GCancellable *cancellable,
                                         GError **error);
void scr_calendar_read_lay_out (ScrCalendarRead *self, const char *today);
void scr_calendar_read_free (ScrCalendarRead *self);
void scr_calendar_read_add_problem (ScrCalendarRead *self, guint line, const char *title, const char *why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrCalendarRead, scr_calendar_read_free)

G_END_DECLS
