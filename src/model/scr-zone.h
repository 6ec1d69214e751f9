/* Time zones: what a local day and time of a place is as an instant, and the way back.
 *
 * Zones are named as the system's time zone data name them ("Europe/London"). A local time that the clocks
 * skip in spring is taken by the offset before the change; one that comes twice in autumn is the first of the
 * two (RFC 5545, 3.3.5). Pure functions over the system's data; any thread.
 */
#pragma once

#include "scr-source.h"

G_BEGIN_DECLS

/* Where nothing else is said. */
#define SCR_ZONE_DEFAULT "Europe/London"

gboolean scr_zone_is_valid (const char *zone);
char *scr_zone_dup_of_record (ScrSource *source);
char *scr_zone_dup_of_item (ScrSource *source, ScrItem *item);

gboolean scr_zone_to_unix (const char *zone, const char *day, int minutes, gint64 *unix_time);
void scr_zone_from_unix (const char *zone, gint64 unix_time, char **day, int *minutes);
/* The same for many times of one zone; one thread. */
typedef struct _ScrZoneClock ScrZoneClock;

ScrZoneClock *scr_zone_clock_new (const char *zone);
void scr_zone_clock_free (ScrZoneClock *self);
gboolean scr_zone_clock_to_unix (const ScrZoneClock *self, const char *day, int minutes, gint64 *unix_time);
void scr_zone_clock_from_unix (const ScrZoneClock *self, gint64 unix_time, char **day, int *minutes);

char *scr_zone_dup_abbreviation (const char *zone, gint64 unix_time);

gboolean scr_time_to_minutes (const char *time, int *minutes);
char *scr_time_from_minutes (int minutes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrZoneClock, scr_zone_clock_free)

G_END_DECLS
