/* When an event is, settled once all of its file is known: in a zone of ours, as days and minutes. See
 * scr-calendar-event.h. */
#include "config.h"

#include "scr-calendar-event.h"

#include "scr-day.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)
#define MAX_LENGTH 6000 /* of a meeting, in minutes */

static char *
get_day (const ScrCalendarTime *time)
{
  return scr_day_from_parts (time->year, time->month, time->day);
}

/* The place in which a time of the file is local. Tells what is not as the file says. */
static ScrZoneMeaning
get_place (ScrCalendarEvent *self,
           const ScrCalendarTime *time,
           ScrCalendarZones *zones,
           const char *zone,
           const char **place)
{
  ScrZoneMeaning meaning;
  g_autofree char *sentence = NULL;

  *place = zone;
  if (time->tzid == NULL)
    return SCR_ZONE_KNOWN;
  meaning = scr_calendar_zones_find (zones, time->tzid, place);
  if (meaning == SCR_ZONE_KNOWN)
    return meaning;
  *place = zone;
  if (meaning == SCR_ZONE_BY_RULE)
    /* TRANSLATORS: the first is what a file calls a time zone, the second is a time zone. */
    sentence
        = g_strdup_printf (_ ("Its time zone “%1$.60s” is known by the file’s own rules only; its times are "
                              "told in %2$s time."),
                           time->tzid, zone);
  else
    sentence = g_strdup_printf (_ ("Its time zone “%1$.60s” is not known; its times are taken as %2$s time."),
                                time->tzid, zone);
  if (time == &self->from)
    scr_calendar_event_tell (self, sentence);
  return meaning;
}

/* The instant of a time that is local somewhere. */
static gboolean
get_instant (ScrCalendarEvent *self,
             const ScrCalendarTime *time,
             ScrCalendarZones *zones,
             const char *zone,
             gboolean *is_local,
             const char **place,
             gint64 *at)
{
  g_autofree char *day = get_day (time);
  ScrZoneMeaning meaning = get_place (self, time, zones, zone, place);

  if (day == NULL)
    return FALSE;
  *is_local = !time->is_utc && meaning != SCR_ZONE_BY_RULE;
  if (time->is_utc)
    return scr_zone_clock_to_unix (scr_calendar_zones_get_clock (zones, "UTC"), day, time->minutes, at);
  if (meaning == SCR_ZONE_BY_RULE)
    return scr_calendar_zones_to_unix (zones, time->tzid, day, time->minutes, at);
  return scr_zone_clock_to_unix (scr_calendar_zones_get_clock (zones, *place), day, time->minutes, at);
}

/* From midnight to midnight is whole days, as some programs write them. */
static gboolean
is_whole_days (const ScrCalendarEvent *self, const char *end_day, int end)
{
  return self->start == 0 && end == 0 && strcmp (end_day, self->day) > 0;
}

static void
set_whole_days (ScrCalendarEvent *self, const char *end_day)
{
  g_autofree char *last = scr_day_add (end_day, -1);

  self->start = -1;
  self->length = -1;
  if (last != NULL && strcmp (last, self->day) > 0)
    self->last_day = g_steal_pointer (&last);
}

/* An end on another day: of an event of several days, or of a long meeting. */
static void
set_long (ScrCalendarEvent *self, const char *end_day, int end, gint64 minutes)
{
  if (is_whole_days (self, end_day, end))
    set_whole_days (self, end_day);
  else if (end >= self->start)
    {
      self->last_day = g_strdup (end_day);
      self->length = end > self->start ? end - self->start : -1;
    }
  else if (minutes <= MAX_LENGTH)
    self->length = (int)minutes;
  else
    {
      self->last_day = g_strdup (end_day);
      scr_calendar_event_tell (self, _ ("It lasts several days; at what time it ends is not kept."));
    }
}

/* Length and last day, from the instants between which it is. */
static void
set_end (ScrCalendarEvent *self, const ScrZoneClock *clock)
{
  g_autofree char *end_day = NULL;
  int end;

  if (self->ends <= self->at)
    return;
  scr_zone_clock_from_unix (clock, self->ends, &end_day, &end);
  if (end_day == NULL)
    scr_calendar_event_tell (self, _ ("When it ends cannot be right; it is left open."));
  else if (self->ends - self->at < DAY_MINUTES * 60 && !is_whole_days (self, end_day, end))
    self->length = (int)((self->ends - self->at) / 60);
  else
    set_long (self, end_day, end, (self->ends - self->at) / 60);
}

static void
settle_end (ScrCalendarEvent *self, ScrCalendarZones *zones, const char *zone)
{
  const char *place;
  gboolean is_local;

  if (!self->to.is_set && self->duration > MAX_LENGTH)
    self->ends = self->at + (gint64)self->duration * 60;
  else if (!self->to.is_set)
    self->length = self->duration > 0 ? self->duration : -1;
  else if (!self->to.has_time || !get_instant (self, &self->to, zones, zone, &is_local, &place, &self->ends)
           || self->ends < self->at)
    {
      self->ends = 0;
      scr_calendar_event_tell (self, _ ("When it ends cannot be right; it is left open."));
      return;
    }
  set_end (self, scr_calendar_zones_get_clock (zones, self->zone != NULL ? self->zone : zone));
}

static void
settle_days (ScrCalendarEvent *self)
{
  g_autofree char *end = NULL;

  if (self->to.is_set)
    end = get_day (&self->to);
  else if (self->duration >= DAY_MINUTES)
    end = scr_day_add (self->day, self->duration / DAY_MINUTES);
  if (end == NULL)
    return;
  if (strcmp (end, self->day) < 0)
    scr_calendar_event_tell (self, _ ("When it ends cannot be right; it is left open."));
  else if (self->to.is_set && self->to.has_time)
    self->last_day = strcmp (end, self->day) > 0 ? g_strdup (end) : NULL;
  else
    set_whole_days (self, end);
}

static const char *
tell_day (const ScrCalendarTime *time)
{
  if (time->year < SCR_DAY_FIRST_YEAR || time->year > SCR_DAY_LAST_YEAR)
    return _ ("Its day lies outside the years 1800 to 2300.");
  return _ ("There is no such day as it begins on.");
}

/**
 * scr_calendar_event_settle:
 * @self: an event
 * @zones: those of its file, all of them
 * @zone: where times are local that name no place
 * @record_zone: the record's
 *
 * Finds out its days, its start, length and zone.
 *
 * Returns: (nullable): a sentence, if it cannot be taken after all
 */
const char *
scr_calendar_event_settle (ScrCalendarEvent *self,
                           ScrCalendarZones *zones,
                           const char *zone,
                           const char *record_zone)
{
  g_autofree char *day = get_day (&self->from);
  const char *place = NULL;
  gboolean is_local = TRUE;
  gint64 begins;

  if (day == NULL)
    return tell_day (&self->from);
  if (!self->from.has_time)
    {
      self->day = g_steal_pointer (&day);
      settle_days (self);
      return NULL;
    }
  if (!get_instant (self, &self->from, zones, zone, &is_local, &place, &begins))
    return tell_day (&self->from);
  self->is_instant = !is_local;
  self->at = begins;
  if (is_local)
    {
      self->day = g_steal_pointer (&day);
      self->start = self->from.minutes;
    }
  else
    scr_zone_clock_from_unix (scr_calendar_zones_get_clock (zones, place), begins, &self->day, &self->start);
  if (self->day == NULL)
    return tell_day (&self->from);
  self->zone = g_strcmp0 (place, record_zone) != 0 ? place : NULL;
  settle_end (self, zones, zone);
  return NULL;
}

/**
 * scr_calendar_event_tell_in:
 * @self: a settled event, which the file tells as an instant
 * @zone: a time zone
 *
 * Makes its days and times local there.
 */
void
scr_calendar_event_tell_in (ScrCalendarEvent *self, const char *zone)
{
  g_autoptr (ScrZoneClock) clock = NULL;
  g_autofree char *day = NULL;
  int start;

  if (!self->is_instant)
    return;
  clock = scr_zone_clock_new (zone);
  scr_zone_clock_from_unix (clock, self->at, &day, &start);
  if (day == NULL)
    return;
  g_free (self->day);
  self->day = g_steal_pointer (&day);
  self->start = start;
  if (self->ends == 0)
    return;
  self->length = -1;
  g_clear_pointer (&self->last_day, g_free);
  set_end (self, clock);
}
