/* ScrCalendarEvent - one event of a calendar file, in our own terms: days, minutes, a zone, cleaned texts.
 *
 * Made from one VEVENT; its times are settled when all of the file is read, because the time zones that they
 * name may be defined anywhere in it. Plain values; one thread.
 */
#pragma once

#include "scr-calendar-zones.h"

G_BEGIN_DECLS

/* A time as the file has it. */
typedef struct
{
  gboolean is_set;
  gboolean has_time;
  gboolean is_utc;
  int year, month, day;
  int minutes;
  const char *tzid; /* (nullable): kept by g_intern_string()'s like, the reader's own table */
} ScrCalendarTime;

typedef struct
{
  guint line; /* of the file, on which it begins */

  char *uid;
  char *occurrence; /* (nullable): of which day of its series it tells, "YYYY-MM-DD" */
  int sequence;
  gint64 stamp;
  gboolean is_cancelled;
  char *title;
  char *place;         /* (nullable) */
  char *online;        /* (nullable) */
  char *note;          /* (nullable) */
  char *categories;    /* (nullable): lines */
  char *related;       /* (nullable): identity in calendars of the series that it is part of */
  char *state;         /* (nullable): what a record of ours said: "held" */
  char *rule;          /* (nullable): how it comes again */
  GPtrArray *left_out; /* (element-type utf8) (nullable): days of the rule that do not count */

  ScrCalendarTime from;
  ScrCalendarTime to;
  int duration; /* minutes, -1 if the file gives none */

  /* Settled: */
  char *day;
  int start;           /* minutes since midnight, -1 for whole days */
  int length;          /* minutes, -1 if unknown */
  char *last_day;      /* (nullable) */
  const char *zone;    /* (nullable): where its times are local; NULL is the record's zone */
  gboolean is_instant; /* the file tells no place: `at` is right whatever the zone */
  gint64 at;           /* when it begins, if it has a time of day */
  gint64 ends;         /* 0 if it is not known */

  GPtrArray *told; /* (element-type utf8) (nullable): what was taken otherwise than it stands in the file */
} ScrCalendarEvent;

ScrCalendarEvent *
scr_calendar_event_new (const char *text, guint line, GHashTable *names, const char **why, char **title);
ScrCalendarEvent *scr_calendar_event_copy (const ScrCalendarEvent *self);
void scr_calendar_event_free (gpointer event);
void scr_calendar_event_tell (ScrCalendarEvent *self, const char *sentence);
const char *scr_calendar_event_settle (ScrCalendarEvent *self,
                                       ScrCalendarZones *zones,
                                       const char *zone,
                                       const char *record_zone);
void scr_calendar_event_tell_in (ScrCalendarEvent *self, const char *zone);

G_END_DECLS
