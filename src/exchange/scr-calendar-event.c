/* One event of a calendar file. See the header. */
#include "config.h"

#include "scr-calendar-event.h"

#include "scr-calendar-text.h"
#include "scr-day.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#define MAX_TITLE 200
#define MAX_PLACE 200
#define MAX_ONLINE 500
#define MAX_NOTE 100000
#define MAX_UID 1000
#define MAX_RULE 500
#define MAX_LEFT_OUT 500
#define MAX_TOLD 8

void
scr_calendar_event_free (gpointer event)
{
  ScrCalendarEvent *self = event;

  g_free (self->uid);
  g_free (self->occurrence);
  g_free (self->title);
  g_free (self->place);
  g_free (self->online);
  g_free (self->note);
  g_free (self->categories);
  g_free (self->related);
  g_free (self->state);
  g_free (self->rule);
  g_free (self->day);
  g_free (self->last_day);
  g_clear_pointer (&self->left_out, g_ptr_array_unref);
  g_clear_pointer (&self->told, g_ptr_array_unref);
  g_free (self);
}

/* The same by itself, but for what was told of it. */
ScrCalendarEvent *
scr_calendar_event_copy (const ScrCalendarEvent *self)
{
  ScrCalendarEvent *copy = g_memdup2 (self, sizeof *self);

  copy->uid = g_strdup (self->uid);
  copy->occurrence = g_strdup (self->occurrence);
  copy->title = g_strdup (self->title);
  copy->place = g_strdup (self->place);
  copy->online = g_strdup (self->online);
  copy->note = g_strdup (self->note);
  copy->categories = g_strdup (self->categories);
  copy->related = g_strdup (self->related);
  copy->state = g_strdup (self->state);
  copy->rule = g_strdup (self->rule);
  copy->day = g_strdup (self->day);
  copy->last_day = g_strdup (self->last_day);
  copy->left_out = NULL;
  copy->told = NULL;
  return copy;
}

/**
 * scr_calendar_event_tell:
 * @self: an event
 * @sentence: what was taken otherwise than it stands in the file, translated
 */
void
scr_calendar_event_tell (ScrCalendarEvent *self, const char *sentence)
{
  if (self->told == NULL)
    self->told = g_ptr_array_new_with_free_func (g_free);
  if (self->told->len < MAX_TOLD)
    g_ptr_array_add (self->told, g_strdup (sentence));
}

/* --- Values of properties, whatever the file made of them --- */

static const char *
get_text (icalproperty *property)
{
  icalvalue *value = icalproperty_get_value (property);

  if (value == NULL)
    return NULL;
  switch (icalvalue_isa (value))
    {
    case ICAL_TEXT_VALUE:
      return icalvalue_get_text (value);
    case ICAL_URI_VALUE:
      return icalvalue_get_uri (value);
    case ICAL_X_VALUE:
      return icalvalue_get_x (value);
    default:
      return icalproperty_get_value_as_string (property);
    }
}

static void
take_text (ScrCalendarEvent *self, char **field, const char *text, guint max, gboolean one_line)
{
  gboolean cut = FALSE;

  if (*field != NULL)
    return;
  *field = one_line ? scr_calendar_clean_line (text, max, &cut) : scr_calendar_clean_text (text, max, &cut);
  if (cut)
    scr_calendar_event_tell (self, _ ("A text in it is too long, and was shortened."));
}

static void
take_time (ScrCalendarTime *time, icalproperty *property, GHashTable *names)
{
  icalvalue *value = icalproperty_get_value (property);
  icalvalue_kind kind = value != NULL ? icalvalue_isa (value) : ICAL_NO_VALUE;
  icalparameter *zone = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);
  const char *tzid = zone != NULL ? icalparameter_get_tzid (zone) : NULL;
  icaltimetype given;

  if (time->is_set || (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE))
    return;
  given = kind == ICAL_DATE_VALUE ? icalvalue_get_date (value) : icalvalue_get_datetime (value);
  if (icaltime_is_null_time (given))
    return;
  *time = (ScrCalendarTime) {.is_set = TRUE,
                             .has_time = !given.is_date,
                             .is_utc = !given.is_date && icaltime_is_utc (given),
                             .year = given.year,
                             .month = given.month,
                             .day = given.day,
                             .minutes = given.is_date ? 0 : given.hour * 60 + given.minute};
  if (tzid == NULL || *tzid == '\0' || time->is_utc || !time->has_time)
    return;
  time->tzid = g_hash_table_lookup (names, tzid);
  if (time->tzid == NULL)
    {
      char *kept = g_strdup (tzid);

      g_hash_table_insert (names, kept, kept);
      time->tzid = kept;
    }
}

static void
take_duration (ScrCalendarEvent *self, icalproperty *property)
{
  icalvalue *value = icalproperty_get_value (property);
  struct icaldurationtype duration;
  gint64 minutes;

  if (value == NULL || icalvalue_isa (value) != ICAL_DURATION_VALUE)
    return;
  duration = icalvalue_get_duration (value);
  if (duration.is_neg)
    return;
  minutes = ((gint64)duration.weeks * 7 + duration.days) * 24 * 60 + (gint64)duration.hours * 60
            + duration.minutes;
  self->duration = (int)MIN (minutes, 400 * 24 * 60);
}

static void
take_category (ScrCalendarEvent *self, icalproperty *property)
{
  g_autofree char *category = scr_calendar_clean_line (get_text (property), MAX_TITLE, NULL);

  if (category == NULL || (self->categories != NULL && strlen (self->categories) > 2000))
    return;
  if (self->categories == NULL)
    self->categories = g_steal_pointer (&category);
  else
    {
      char *both = g_strconcat (self->categories, "\n", category, NULL);

      g_free (self->categories);
      self->categories = both;
    }
}

static void
take_left_out (ScrCalendarEvent *self, icalproperty *property)
{
  icalvalue *value = icalproperty_get_value (property);
  icalvalue_kind kind = value != NULL ? icalvalue_isa (value) : ICAL_NO_VALUE;
  icaltimetype day;
  char *text;

  if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE)
    return;
  day = kind == ICAL_DATE_VALUE ? icalvalue_get_date (value) : icalvalue_get_datetime (value);
  text = scr_day_from_parts (day.year, day.month, day.day);
  if (self->left_out == NULL)
    self->left_out = g_ptr_array_new_with_free_func (g_free);
  if (text != NULL && self->left_out->len < MAX_LEFT_OUT)
    g_ptr_array_add (self->left_out, text);
  else
    g_free (text);
}

static void
take_own (ScrCalendarEvent *self, icalproperty *property)
{
  const char *name = icalproperty_get_x_name (property);

  if (name == NULL)
    return;
  if (g_ascii_strcasecmp (name, "X-SCRUTINY-STATE") == 0)
    take_text (self, &self->state, get_text (property), 60, TRUE);
  else if (g_ascii_strcasecmp (name, "X-SCRUTINY-ONLINE") == 0)
    take_text (self, &self->online, get_text (property), MAX_ONLINE, TRUE);
}

static void
take_property (ScrCalendarEvent *self, icalproperty *property, GHashTable *names)
{
  switch (icalproperty_isa (property))
    {
    case ICAL_UID_PROPERTY:
      take_text (self, &self->uid, get_text (property), MAX_UID, TRUE);
      break;
    case ICAL_SUMMARY_PROPERTY:
      take_text (self, &self->title, get_text (property), MAX_TITLE, TRUE);
      break;
    case ICAL_LOCATION_PROPERTY:
      take_text (self, &self->place, get_text (property), MAX_PLACE, TRUE);
      break;
    case ICAL_URL_PROPERTY:
      take_text (self, &self->online, get_text (property), MAX_ONLINE, TRUE);
      break;
    case ICAL_DESCRIPTION_PROPERTY:
      take_text (self, &self->note, get_text (property), MAX_NOTE, FALSE);
      break;
    case ICAL_CATEGORIES_PROPERTY:
      take_category (self, property);
      break;
    case ICAL_RELATEDTO_PROPERTY:
      take_text (self, &self->related, get_text (property), MAX_UID, TRUE);
      break;
    case ICAL_RRULE_PROPERTY:
      take_text (self, &self->rule, icalproperty_get_value_as_string (property), MAX_RULE, TRUE);
      break;
    case ICAL_EXDATE_PROPERTY:
      take_left_out (self, property);
      break;
    case ICAL_RDATE_PROPERTY:
      scr_calendar_event_tell (self, _ ("Further days that it names one by one are not taken."));
      break;
    case ICAL_STATUS_PROPERTY:
      self->is_cancelled = icalproperty_get_status (property) == ICAL_STATUS_CANCELLED;
      break;
    case ICAL_SEQUENCE_PROPERTY:
      self->sequence = MAX (icalproperty_get_sequence (property), 0);
      break;
    case ICAL_DTSTAMP_PROPERTY:
      self->stamp = (gint64)icaltime_as_timet (icalproperty_get_dtstamp (property));
      break;
    case ICAL_DTSTART_PROPERTY:
      take_time (&self->from, property, names);
      break;
    case ICAL_DTEND_PROPERTY:
      take_time (&self->to, property, names);
      break;
    case ICAL_DURATION_PROPERTY:
      take_duration (self, property);
      break;
    case ICAL_X_PROPERTY:
      take_own (self, property);
      break;
    default:
      break;
    }
}

static void
take_occurrence (ScrCalendarEvent *self, icalcomponent *component)
{
  icalproperty *property = icalcomponent_get_first_property (component, ICAL_RECURRENCEID_PROPERTY);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;
  icalvalue_kind kind = value != NULL ? icalvalue_isa (value) : ICAL_NO_VALUE;
  icaltimetype day;

  if (kind != ICAL_DATE_VALUE && kind != ICAL_DATETIME_VALUE)
    return;
  day = kind == ICAL_DATE_VALUE ? icalvalue_get_date (value) : icalvalue_get_datetime (value);
  self->occurrence = scr_day_from_parts (day.year, day.month, day.day);
}

/* An event without an identity gets one that it will have again next time. */
static void
make_uid (ScrCalendarEvent *self)
{
  g_autofree char *all
      = g_strdup_printf ("%s\n%d-%d-%d %d", self->title != NULL ? self->title : "", self->from.year,
                         self->from.month, self->from.day, self->from.minutes);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, all, -1);

  self->uid = g_strdup_printf ("%.32s@scrutiny-made", hash);
}

/**
 * scr_calendar_event_new:
 * @text: a VEVENT, in UTF-8
 * @line: on which it begins
 * @names: (element-type utf8 utf8): names of time zones, which the event's times refer to; owns its keys
 * @why: (out): a sentence, if it cannot be taken
 * @title: (out) (transfer full) (nullable): what it is called, if it cannot be taken
 *
 * Returns: (nullable): the event, with its times not settled yet
 */
ScrCalendarEvent *
scr_calendar_event_new (const char *text, guint line, GHashTable *names, const char **why, char **title)
{
  icalcomponent *component = icalparser_parse_string (text);
  ScrCalendarEvent *self;
  gboolean is_untitled;

  *title = NULL;
  if (component == NULL || icalcomponent_isa (component) != ICAL_VEVENT_COMPONENT)
    {
      *why = _ ("It is damaged.");
      if (component != NULL)
        icalcomponent_free (component);
      return NULL;
    }
  self = g_new0 (ScrCalendarEvent, 1);
  self->line = line;
  self->duration = -1;
  self->length = -1;
  self->start = -1;
  for (icalproperty *p = icalcomponent_get_first_property (component, ICAL_ANY_PROPERTY); p != NULL;
       p = icalcomponent_get_next_property (component, ICAL_ANY_PROPERTY))
    take_property (self, p, names);
  take_occurrence (self, component);
  icalcomponent_free (component);
  if (self->uid == NULL)
    make_uid (self);
  is_untitled = self->title == NULL;
  if (is_untitled)
    {
      self->title = g_strdup (_ ("Meeting without a title"));
      scr_calendar_event_tell (self, _ ("It has no title in the file."));
    }
  if (!self->from.is_set)
    {
      *why = _ ("It does not say, or not so that it can be read, when it begins.");
      *title = is_untitled ? NULL : g_strdup (self->title);
      scr_calendar_event_free (self);
      return NULL;
    }
  return self;
}
