/* Local times and instants. See the header. */
#include "config.h"

#include "scr-zone.h"

#include "scr-day.h"

#include <string.h>

#define DAY_SECONDS (G_GINT64_CONSTANT (24) * 60 * 60)
#define DAY_MINUTES (24 * 60)
/* 1 January 1970 as scr-day counts days. */
#define EPOCH 719163

/* The zone itself, or that of the record where there is none of this name. */
static GTimeZone *
find_zone (const char *zone)
{
  GTimeZone *found = zone != NULL && *zone != '\0' ? g_time_zone_new_identifier (zone) : NULL;

  if (found == NULL)
    found = g_time_zone_new_identifier (SCR_ZONE_DEFAULT);
  return found != NULL ? found : g_time_zone_new_utc ();
}

/**
 * scr_zone_is_valid:
 * @zone: (nullable): what was typed
 *
 * Returns: whether the system knows a place of this name: "Europe/London", "UTC"
 */
gboolean
scr_zone_is_valid (const char *zone)
{
  g_autoptr (GTimeZone) found = NULL;

  /* Offsets and rules, which GLib would read too, are not places: their clocks never change, or not as the
   * law says. */
  if (zone == NULL || !g_ascii_isalpha (*zone) || strpbrk (zone, ",;<>: ") != NULL
      || strstr (zone, "..") != NULL)
    return FALSE;
  found = g_time_zone_new_identifier (zone);
  return found != NULL
         && (g_str_equal (zone, "UTC") || strpbrk (zone, "0123456789") == NULL || strchr (zone, '/') != NULL);
}

/**
 * scr_zone_dup_of_record:
 * @source: the record
 *
 * Returns: (transfer full): the time zone in which the record's times are meant
 */
char *
scr_zone_dup_of_record (ScrSource *source)
{
  g_autoptr (ScrItem) record = scr_source_get (source, SCR_KIND_RECORD, SCR_RECORD_ID);
  const char *zone = record != NULL ? scr_item_get_text (record, "zone") : NULL;

  return g_strdup (scr_zone_is_valid (zone) ? zone : SCR_ZONE_DEFAULT);
}

/**
 * scr_zone_dup_of_item:
 * @source: the record
 * @item: a meeting, a series, or anything without a zone of its own
 *
 * Returns: (transfer full): the time zone of its place
 */
char *
scr_zone_dup_of_item (ScrSource *source, ScrItem *item)
{
  const char *zone = scr_kind_get_field (scr_item_get_kind (item), "zone") != NULL
                         ? scr_item_get_text (item, "zone")
                         : NULL;

  return scr_zone_is_valid (zone) ? g_strdup (zone) : scr_zone_dup_of_record (source);
}

/* What is known already of a zone. */
struct _ScrZoneClock
{
  GTimeZone *zone;
  GHashTable *offsets; /* (nullable) (element-type int int): of days of UTC on which it stays the same */
};

static gint64
find_offset (GTimeZone *zone, gint64 unix_time)
{
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, unix_time);

  return interval >= 0 ? g_time_zone_get_offset (zone, interval) : 0;
}

static gint64
split_days (gint64 seconds, gint64 *rest)
{
  gint64 days = seconds / DAY_SECONDS;

  *rest = seconds % DAY_SECONDS;
  if (*rest < 0)
    {
      *rest += DAY_SECONDS;
      days--;
    }
  return days;
}

/* The seconds by which the zone's clocks are ahead of UTC at an instant. GLib goes through all changes of a
 * zone since its first; no zone's clocks change there and back within a day. */
static gint64
get_offset (const ScrZoneClock *clock, gint64 unix_time)
{
  gint64 rest;
  gint64 day = split_days (unix_time, &rest);
  gpointer known;
  gint64 offset;

  if (clock->offsets == NULL)
    return find_offset (clock->zone, unix_time);
  if (g_hash_table_lookup_extended (clock->offsets, GINT_TO_POINTER ((int)day), NULL, &known))
    return GPOINTER_TO_INT (known);
  offset = find_offset (clock->zone, unix_time);
  if (find_offset (clock->zone, day * DAY_SECONDS) == offset
      && find_offset (clock->zone, (day + 1) * DAY_SECONDS - 1) == offset)
    g_hash_table_insert (clock->offsets, GINT_TO_POINTER ((int)day), GINT_TO_POINTER ((int)offset));
  return offset;
}

/**
 * scr_zone_clock_new:
 * @zone: (nullable): a time zone; %SCR_ZONE_DEFAULT where it is not known
 *
 * Returns: (transfer full): what tells many times of it quickly
 */
ScrZoneClock *
scr_zone_clock_new (const char *zone)
{
  ScrZoneClock *self = g_new0 (ScrZoneClock, 1);

  self->zone = find_zone (zone);
  self->offsets = g_hash_table_new (NULL, NULL);
  return self;
}

void
scr_zone_clock_free (ScrZoneClock *self)
{
  g_time_zone_unref (self->zone);
  g_hash_table_unref (self->offsets);
  g_free (self);
}

/**
 * scr_zone_clock_to_unix:
 * @self: a zone's clock
 * @day: a local day
 * @minutes: local minutes since the midnight at which @day begins; may be negative or more than a day
 * @unix_time: (out): the instant, in seconds since 1970
 *
 * Returns: %FALSE if @day is no day
 */
gboolean
scr_zone_clock_to_unix (const ScrZoneClock *self, const char *day, int minutes, gint64 *unix_time)
{
  gint64 local, before, after;
  int number;

  if (day == NULL || !scr_day_to_number (day, &number))
    return FALSE;
  local = (gint64)(number - EPOCH) * DAY_SECONDS + (gint64)minutes * 60;
  before = get_offset (self, local - DAY_SECONDS);
  after = get_offset (self, local + DAY_SECONDS);
  /* By the offset before a change also where the clocks skip this time, as calendars agreed. */
  if (before != after && get_offset (self, local - before) != before
      && get_offset (self, local - after) == after)
    *unix_time = local - after;
  else
    *unix_time = local - before;
  return TRUE;
}

/**
 * scr_zone_clock_from_unix:
 * @self: a zone's clock
 * @unix_time: an instant, in seconds since 1970
 * @day: (out) (transfer full): the local day
 * @minutes: (out): the local minutes since midnight
 */
void
scr_zone_clock_from_unix (const ScrZoneClock *self, gint64 unix_time, char **day, int *minutes)
{
  gint64 rest;
  gint64 days = split_days (unix_time + get_offset (self, unix_time), &rest);

  *day = scr_day_from_number ((int)days + EPOCH);
  *minutes = (int)(rest / 60);
}

/**
 * scr_zone_to_unix:
 * @zone: (nullable): a time zone; %SCR_ZONE_DEFAULT where it is not known
 * @day: a local day
 * @minutes: local minutes since the midnight at which @day begins; may be negative or more than a day
 * @unix_time: (out): the instant, in seconds since 1970
 *
 * Returns: %FALSE if @day is no day
 */
gboolean
scr_zone_to_unix (const char *zone, const char *day, int minutes, gint64 *unix_time)
{
  g_autoptr (GTimeZone) found = find_zone (zone);

  return scr_zone_clock_to_unix (&(ScrZoneClock) {found, NULL}, day, minutes, unix_time);
}

/**
 * scr_zone_from_unix:
 * @zone: (nullable): a time zone; %SCR_ZONE_DEFAULT where it is not known
 * @unix_time: an instant, in seconds since 1970
 * @day: (out) (transfer full): the local day
 * @minutes: (out): the local minutes since midnight
 */
void
scr_zone_from_unix (const char *zone, gint64 unix_time, char **day, int *minutes)
{
  g_autoptr (GTimeZone) found = find_zone (zone);

  scr_zone_clock_from_unix (&(ScrZoneClock) {found, NULL}, unix_time, day, minutes);
}

/**
 * scr_zone_dup_abbreviation:
 * @zone: (nullable): a time zone
 * @unix_time: an instant
 *
 * Returns: (transfer full): what its clocks are said to show then: "BST"
 */
char *
scr_zone_dup_abbreviation (const char *zone, gint64 unix_time)
{
  g_autoptr (GTimeZone) found = find_zone (zone);
  int interval = g_time_zone_find_interval (found, G_TIME_TYPE_UNIVERSAL, unix_time);

  return g_strdup (interval >= 0 ? g_time_zone_get_abbreviation (found, interval) : "UTC");
}

/**
 * scr_time_to_minutes:
 * @time: (nullable): "HH:MM"
 * @minutes: (out): minutes since midnight
 *
 * Returns: whether @time is a time of day
 */
gboolean
scr_time_to_minutes (const char *time, int *minutes)
{
  if (time == NULL || !scr_time_is_valid (time))
    return FALSE;
  *minutes = (int)(g_ascii_strtoull (time, NULL, 10) * 60 + g_ascii_strtoull (time + 3, NULL, 10));
  return TRUE;
}

/**
 * scr_time_from_minutes:
 * @minutes: minutes since midnight; what lies outside of the day wraps around
 *
 * Returns: (transfer full): "HH:MM"
 */
char *
scr_time_from_minutes (int minutes)
{
  int within = ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES;

  return g_strdup_printf ("%02d:%02d", within / 60, within % 60);
}
