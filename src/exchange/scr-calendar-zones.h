/* ScrCalendarZones - the time zones of a calendar file, out and in.
 *
 * Out: the definition of a zone as libical reads it from the system, with only that part of its history that
 * the file needs. In: what a zone's name in a file means here: a place by its own name, by the names that
 * other programs give it, or by the rules that the file itself gives. One thread; several at once are several
 * values.
 */
#pragma once

#include "scr-zone.h"

G_BEGIN_DECLS

/* How a zone's name was understood. */
typedef enum
{
  SCR_ZONE_KNOWN,   /* a place that the system knows */
  SCR_ZONE_BY_RULE, /* by the rules in the file: its times are told in the record's zone */
  SCR_ZONE_UNKNOWN, /* taken as the record's zone */
} ScrZoneMeaning;

typedef struct _ScrCalendarZones ScrCalendarZones;

ScrCalendarZones *scr_calendar_zones_new (void);
void scr_calendar_zones_free (ScrCalendarZones *self);

void scr_calendar_zones_add (ScrCalendarZones *self, const char *vtimezone);
ScrZoneMeaning scr_calendar_zones_find (ScrCalendarZones *self, const char *tzid, const char **place);
gboolean scr_calendar_zones_to_unix (ScrCalendarZones *self,
                                     const char *tzid,
                                     const char *day,
                                     int minutes,
                                     gint64 *unix_time);

const ScrZoneClock *scr_calendar_zones_get_clock (ScrCalendarZones *self, const char *place);

char *scr_calendar_zone_write (const char *place, int first_year, int last_year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrCalendarZones, scr_calendar_zones_free)

G_END_DECLS
