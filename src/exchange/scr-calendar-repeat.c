/* Events that come again by a rule, laid out day by day. See scr-calendar-read.h. */
#include "config.h"

#include "scr-calendar-read.h"

#include "scr-day.h"
#include "scr-recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as a series of our own has at most at once; and all series of a file together. */
#define MAX_DAYS 366
#define MAX_ALL_DAYS 50000
#define YEARS_AHEAD 2
#define DAYS_BACK 366
#define DAY_SECONDS (24 * 60 * 60)

typedef struct
{
  ScrCalendarRead *read;
  GPtrArray *events;  /* (element-type ScrCalendarEvent): what comes of them */
  GHashTable *single; /* (element-type utf8): days that the file tells by themselves: identity and day */
  const char *today;
  guint n_days;
} Laying;

/* Days of a rule are counted where the file tells the time. */
static char *
get_first_day (const ScrCalendarEvent *event)
{
  return scr_day_from_parts (event->from.year, event->from.month, event->from.day);
}

static char *
dup_skipped (const ScrCalendarEvent *event)
{
  char *skipped = NULL;

  for (guint i = 0; event->left_out != NULL && i < event->left_out->len; i++)
    {
      char *more = scr_skipped_add (skipped, g_ptr_array_index (event->left_out, i));

      g_free (skipped);
      skipped = more;
    }
  return skipped;
}

/* The whole of it up to the horizon; of a long one, what is not long ago. */
static GPtrArray *
list_days (Laying *laying, ScrCalendarEvent *event, const char *first, const char *skipped, GError **error)
{
  const char *base = strcmp (first, laying->today) > 0 ? first : laying->today;
  g_autofree char *horizon = scr_day_add (base, YEARS_AHEAD * 366);
  g_autofree char *recent = scr_day_add (laying->today, -DAYS_BACK);
  const char *until = horizon != NULL ? horizon : base;
  gboolean more = FALSE;
  g_autoptr (GPtrArray) days
      = scr_recurrence_list_days (event->rule, first, skipped, first, until, MAX_DAYS, &more, error);

  if (days == NULL || !more)
    return g_steal_pointer (&days);
  scr_calendar_event_tell (event, _ ("It comes again very often; only some of its days are taken."));
  if (recent == NULL || strcmp (recent, first) <= 0)
    return g_steal_pointer (&days);
  g_ptr_array_unref (days);
  days = scr_recurrence_list_days (event->rule, first, skipped, recent, until, MAX_DAYS, NULL, error);
  return g_steal_pointer (&days);
}

/* The same on another day. */
static ScrCalendarEvent *
copy_to (Laying *laying, const ScrCalendarEvent *event, const char *first, const char *day)
{
  int days = scr_day_between (first, day);
  ScrCalendarEvent *copy = scr_calendar_event_copy (event);

  g_free (copy->occurrence);
  copy->occurrence = g_strdup (day);
  g_clear_pointer (&copy->rule, g_free);
  if (copy->is_instant)
    {
      gint64 length = copy->ends > copy->at ? copy->ends - copy->at : 0;

      copy->at += (gint64)days * DAY_SECONDS;
      if (!copy->from.is_utc)
        scr_calendar_zones_to_unix (laying->read->zones, copy->from.tzid, day, copy->from.minutes, &copy->at);
      copy->ends = length > 0 ? copy->at + length : 0;
      scr_calendar_event_tell_in (copy, laying->read->zone);
      return copy;
    }
  g_free (copy->day);
  copy->day = g_strdup (day);
  if (copy->last_day != NULL)
    {
      g_autofree char *last = g_steal_pointer (&copy->last_day);

      copy->last_day = scr_day_add (last, days);
    }
  return copy;
}

static void
add_day (Laying *laying, const ScrCalendarEvent *event, const char *first, const char *day)
{
  g_autofree char *key = g_strconcat (event->uid, "\n", day, NULL);

  if (g_hash_table_contains (laying->single, key))
    return;
  g_ptr_array_add (laying->events, copy_to (laying, event, first, day));
  laying->n_days++;
}

/* Returns whether it was laid out. */
static gboolean
lay_out (Laying *laying, ScrCalendarEvent *event)
{
  g_autofree char *first = get_first_day (event);
  g_autofree char *skipped = dup_skipped (event);
  g_autoptr (GPtrArray) days = NULL;
  g_autoptr (GError) error = NULL;
  ScrCalendarSeries *series;

  if (laying->n_days >= MAX_ALL_DAYS)
    {
      scr_calendar_event_tell (event,
                               _ ("The file has very many days that come again; only its first is taken."));
      return FALSE;
    }
  if (first != NULL)
    days = list_days (laying, event, first, skipped, &error);
  if (days == NULL)
    {
      scr_calendar_event_tell (
          event, _ ("By what rule it comes again cannot be used; only its first day is taken."));
      return FALSE;
    }
  series = g_new0 (ScrCalendarSeries, 1);
  series->uid = g_strdup (event->uid);
  series->first = g_strdup (first);
  series->skipped = g_steal_pointer (&skipped);
  series->event = event;
  g_ptr_array_add (laying->read->series, series);
  /* The first day counts also where the rule does not give it (RFC 5545, 3.8.5.3). */
  if ((days->len == 0 || strcmp (g_ptr_array_index (days, 0), first) > 0)
      && (event->left_out == NULL
          || !g_ptr_array_find_with_equal_func (event->left_out, first, g_str_equal, NULL)))
    add_day (laying, event, first, first);
  for (guint i = 0; i < days->len; i++)
    add_day (laying, event, first, g_ptr_array_index (days, i));
  return TRUE;
}

static void
find_single (Laying *laying)
{
  for (guint i = 0; i < laying->read->events->len; i++)
    {
      const ScrCalendarEvent *event = g_ptr_array_index (laying->read->events, i);

      if (event->occurrence != NULL)
        g_hash_table_add (laying->single, g_strconcat (event->uid, "\n", event->occurrence, NULL));
    }
}

/**
 * scr_calendar_read_lay_out:
 * @self: what a file says
 * @today: the record's today, from which the horizon is counted
 *
 * Puts the days of each repeated event in its place: those up to two years from now, and no more than a
 * series has.
 */
void
scr_calendar_read_lay_out (ScrCalendarRead *self, const char *today)
{
  g_autoptr (GHashTable) single = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Laying laying = {.read = self, .single = single, .today = today};

  find_single (&laying);
  laying.events = g_ptr_array_new_full (self->events->len, scr_calendar_event_free);
  for (guint i = 0; i < self->events->len; i++)
    {
      ScrCalendarEvent *event = g_steal_pointer (&self->events->pdata[i]);

      if (event->rule == NULL || event->occurrence != NULL || !lay_out (&laying, event))
        g_ptr_array_add (laying.events, event);
    }
  g_ptr_array_set_free_func (self->events, NULL);
  g_ptr_array_unref (self->events);
  self->events = laying.events;
}
