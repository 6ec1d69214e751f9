/* The time zones of a calendar file. See the header. */
#include "config.h"

#include "scr-calendar-zones.h"

#include <libical/ical.h>
#include <string.h>

/* More than any real zone has: beyond, its rules are not worth the time. */
#define MAX_OBSERVANCES 400
#define MAX_RULE_BYTES 120
#define MAX_ZONES 200

typedef struct
{
  ScrZoneMeaning meaning;
  char *place;        /* (nullable) */
  icaltimezone *zone; /* (nullable): its rules, as the file gives them */
} Found;

struct _ScrCalendarZones
{
  GHashTable *given;  /* (element-type utf8 utf8): definitions in the file, by name */
  GHashTable *found;  /* (element-type utf8 Found) */
  GHashTable *clocks; /* (element-type utf8 ScrZoneClock): of places */
};

static void
found_free (gpointer data)
{
  Found *found = data;

  g_free (found->place);
  if (found->zone != NULL)
    icaltimezone_free (found->zone, 1);
  g_free (found);
}

ScrCalendarZones *
scr_calendar_zones_new (void)
{
  ScrCalendarZones *self = g_new0 (ScrCalendarZones, 1);

  self->given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, found_free);
  self->clocks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)scr_zone_clock_free);
  return self;
}

void
scr_calendar_zones_free (ScrCalendarZones *self)
{
  g_hash_table_unref (self->given);
  g_hash_table_unref (self->found);
  g_hash_table_unref (self->clocks);
  g_free (self);
}

/* --- In --- */

/* The names that Microsoft's programs write, where people of these partnerships may meet. */
static const struct
{
  const char *name;
  const char *place;
} other_names[] = {
    {"GMT Standard Time", "Europe/London"},
    {"Greenwich Standard Time", "Africa/Abidjan"},
    {"Romance Standard Time", "Europe/Paris"},
    {"W. Europe Standard Time", "Europe/Berlin"},
    {"Central Europe Standard Time", "Europe/Budapest"},
    {"Central European Standard Time", "Europe/Warsaw"},
    {"GTB Standard Time", "Europe/Bucharest"},
    {"FLE Standard Time", "Europe/Kyiv"},
    {"E. Europe Standard Time", "Europe/Chisinau"},
    {"Eastern Standard Time", "America/New_York"},
    {"Central Standard Time", "America/Chicago"},
    {"Mountain Standard Time", "America/Denver"},
    {"Pacific Standard Time", "America/Los_Angeles"},
    {"India Standard Time", "Asia/Kolkata"},
    {"Nepal Standard Time", "Asia/Kathmandu"},
    {"Pakistan Standard Time", "Asia/Karachi"},
    {"UTC", "UTC"},
    {"Etc/UTC", "UTC"},
    {"GMT", "UTC"},
    {"Etc/GMT", "UTC"},
};

/* A zone's name without what programs put before it: "/mozilla.org/20050126_1/Europe/London". */
static char *
find_place (const char *tzid)
{
  const char *rest = tzid;

  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (g_ascii_strcasecmp (tzid, other_names[i].name) == 0)
      return g_strdup (other_names[i].place);
  for (guint i = 0; i < 6 && rest != NULL; i++)
    {
      if (strchr (rest, '/') != NULL && scr_zone_is_valid (rest))
        return g_strdup (rest);
      rest = strchr (rest, '/');
      if (rest != NULL)
        rest++;
    }
  return scr_zone_is_valid (tzid) ? g_strdup (tzid) : NULL;
}

/* Rules that come again once a year or so are harmless; those of every second are not. */
static gboolean
is_rule_harmless (icalcomponent *observance)
{
  for (icalproperty *p = icalcomponent_get_first_property (observance, ICAL_RRULE_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (observance, ICAL_RRULE_PROPERTY))
    {
      struct icalrecurrencetype rule = icalproperty_get_rrule (p);
      const char *text = icalproperty_get_value_as_string (p);

      if (rule.freq != ICAL_YEARLY_RECURRENCE || text == NULL || strlen (text) > MAX_RULE_BYTES
          || rule.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX || rule.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX
          || rule.by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_sound (icalcomponent *component)
{
  guint n = 0;

  for (icalcomponent *c = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT); c != NULL;
       c = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    {
      icaltimetype begins = icalcomponent_get_dtstart (c);

      if (++n > MAX_OBSERVANCES || icaltime_is_null_time (begins) || begins.year < 1600 || begins.year > 2300
          || !is_rule_harmless (c))
        return FALSE;
    }
  return n > 0;
}

static const char *
get_name (icalcomponent *component, icalproperty_kind kind, const char *name)
{
  for (icalproperty *p = icalcomponent_get_first_property (component, kind); p != NULL;
       p = icalcomponent_get_next_property (component, kind))
    if (name == NULL || g_strcmp0 (icalproperty_get_x_name (p), name) == 0)
      return icalproperty_get_value_as_string (p);
  return NULL;
}

/**
 * scr_calendar_zones_add:
 * @self: the zones of a file
 * @vtimezone: a definition, from BEGIN:VTIMEZONE to its end
 *
 * Keeps it for when an event names it. Nothing of it is believed yet.
 */
void
scr_calendar_zones_add (ScrCalendarZones *self, const char *vtimezone)
{
  icalcomponent *component = icalparser_parse_string (vtimezone);
  const char *tzid;

  if (component == NULL)
    return;
  tzid = get_name (component, ICAL_TZID_PROPERTY, NULL);
  if (tzid != NULL && g_hash_table_size (self->given) < MAX_ZONES)
    g_hash_table_insert (self->given, g_strdup (tzid), g_strdup (vtimezone));
  icalcomponent_free (component);
}

static void
understand (Found *found, const char *vtimezone)
{
  icalcomponent *component = icalparser_parse_string (vtimezone);
  const char *place = component != NULL ? get_name (component, ICAL_X_PROPERTY, "X-LIC-LOCATION") : NULL;

  if (place != NULL && scr_zone_is_valid (place))
    {
      found->meaning = SCR_ZONE_KNOWN;
      found->place = g_strdup (place);
    }
  else if (component != NULL && is_sound (component))
    {
      found->zone = icaltimezone_new ();
      if (icaltimezone_set_component (found->zone, component))
        {
          found->meaning = SCR_ZONE_BY_RULE;
          return;
        }
      icaltimezone_free (found->zone, 1);
      found->zone = NULL;
    }
  if (component != NULL)
    icalcomponent_free (component);
}

static Found *
look_up (ScrCalendarZones *self, const char *tzid)
{
  Found *found = g_hash_table_lookup (self->found, tzid);
  const char *given;

  if (found != NULL)
    return found;
  found = g_new0 (Found, 1);
  found->place = find_place (tzid);
  found->meaning = found->place != NULL ? SCR_ZONE_KNOWN : SCR_ZONE_UNKNOWN;
  given = g_hash_table_lookup (self->given, tzid);
  if (found->place == NULL && given != NULL)
    understand (found, given);
  g_hash_table_insert (self->found, g_strdup (tzid), found);
  return found;
}

/**
 * scr_calendar_zones_find:
 * @self: the zones of a file, all of them added
 * @tzid: a zone's name in the file
 * @place: (out) (transfer none) (nullable): the place that it is, if it is one
 *
 * Returns: how it is understood
 */
ScrZoneMeaning
scr_calendar_zones_find (ScrCalendarZones *self, const char *tzid, const char **place)
{
  Found *found = look_up (self, tzid);

  *place = found->place;
  return found->meaning;
}

/**
 * scr_calendar_zones_to_unix:
 * @self: the zones of a file
 * @tzid: a zone's name in the file that is understood by its rules
 * @day: a local day
 * @minutes: local minutes since midnight
 * @unix_time: (out): the instant
 *
 * Returns: whether it could be told
 */
gboolean
scr_calendar_zones_to_unix (ScrCalendarZones *self,
                            const char *tzid,
                            const char *day,
                            int minutes,
                            gint64 *unix_time)
{
  Found *found = look_up (self, tzid);
  icaltimetype time = icaltime_null_time ();

  if (found->zone == NULL || sscanf (day, "%d-%d-%d", &time.year, &time.month, &time.day) != 3)
    return FALSE;
  time.hour = minutes / 60;
  time.minute = minutes % 60;
  *unix_time = (gint64)icaltime_as_timet_with_zone (time, found->zone);
  return TRUE;
}

/**
 * scr_calendar_zones_get_clock:
 * @self: the zones of a file
 * @place: a place that the system knows
 *
 * Returns: (transfer none): what tells its times
 */
const ScrZoneClock *
scr_calendar_zones_get_clock (ScrCalendarZones *self, const char *place)
{
  ScrZoneClock *clock = g_hash_table_lookup (self->clocks, place);

  if (clock == NULL)
    {
      clock = scr_zone_clock_new (place);
      g_hash_table_insert (self->clocks, g_strdup (place), clock);
    }
  return clock;
}

/* --- Out --- */

/* The years in which an observance begins, first and last. */
static void
get_years (icalcomponent *observance, int *first, int *last)
{
  *first = *last = icalcomponent_get_dtstart (observance).year;
  for (icalproperty *p = icalcomponent_get_first_property (observance, ICAL_RDATE_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (observance, ICAL_RDATE_PROPERTY))
    *last = MAX (*last, icalproperty_get_rdate (p).time.year);
  for (icalproperty *p = icalcomponent_get_first_property (observance, ICAL_RRULE_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (observance, ICAL_RRULE_PROPERTY))
    {
      struct icalrecurrencetype rule = icalproperty_get_rrule (p);

      *last = icaltime_is_null_time (rule.until) ? G_MAXINT : MAX (*last, rule.until.year);
    }
}

/* Leaves what was in force between the years, and what was in force just before them. */
static void
trim (icalcomponent *component, int first_year, int last_year)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  icalcomponent *before = NULL;
  int before_last = G_MININT;

  for (icalcomponent *c = icalcomponent_get_first_component (component, ICAL_ANY_COMPONENT); c != NULL;
       c = icalcomponent_get_next_component (component, ICAL_ANY_COMPONENT))
    {
      int first, last;

      get_years (c, &first, &last);
      if (first > last_year + 1)
        g_ptr_array_add (gone, c);
      else if (last < first_year - 1)
        {
          g_ptr_array_add (gone, c);
          if (last >= before_last)
            before = c;
          before_last = MAX (before_last, last);
        }
    }
  for (guint i = 0; i < gone->len; i++)
    if (g_ptr_array_index (gone, i) != before)
      {
        icalcomponent_remove_component (component, g_ptr_array_index (gone, i));
        icalcomponent_free (g_ptr_array_index (gone, i));
      }
}

static void
rename_zone (icalcomponent *component, const char *place)
{
  icalproperty *tzid = icalcomponent_get_first_property (component, ICAL_TZID_PROPERTY);

  if (tzid != NULL)
    icalproperty_set_tzid (tzid, place);
}

/**
 * scr_calendar_zone_write:
 * @place: a time zone that the system knows
 * @first_year: the first year of the events in it
 * @last_year: the last
 *
 * Returns: (transfer full) (nullable): its definition, from BEGIN:VTIMEZONE to END:VTIMEZONE; %NULL if
 * libical does not know it
 */
char *
scr_calendar_zone_write (const char *place, int first_year, int last_year)
{
  icaltimezone *zone = icaltimezone_get_builtin_timezone (place);
  icalcomponent *system = zone != NULL ? icaltimezone_get_component (zone) : NULL;
  icalcomponent *component;
  char *raw, *text = NULL;

  if (system == NULL)
    return NULL;
  /* The system's own is shared: it is copied, as text. */
  raw = icalcomponent_as_ical_string_r (system);
  component = icalparser_parse_string (raw);
  icalmemory_free_buffer (raw);
  if (component == NULL)
    return NULL;
  rename_zone (component, place);
  trim (component, first_year, last_year);
  raw = icalcomponent_as_ical_string_r (component);
  text = g_strdup (raw);
  icalmemory_free_buffer (raw);
  icalcomponent_free (component);
  return text;
}
