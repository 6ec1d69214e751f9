/* Times of an agenda. See the header. */
#include "config.h"

#include "scr-agenda-times.h"

#include "scr-day.h"
#include "scr-zone.h"

#define DAY_MINUTES (24 * 60)

/* --- How long --- */

/* From the last row to the first, so that parts are known before their whole. Sums are held back from
 * overflowing: a record from elsewhere may hold anything. */
static void
set_lengths (ScrAgenda *agenda)
{
  g_autofree int *sums = g_new0 (int, agenda->rows->len + 1);
  int *sum_of_all = &sums[agenda->rows->len];

  for (guint i = agenda->rows->len; i > 0; i--)
    {
      ScrAgendaRow *row = g_ptr_array_index (agenda->rows, i - 1);
      int *sum = row->parent >= 0 ? &sums[row->parent] : sum_of_all;

      row->minutes = MAX (sums[i - 1], row->own);
      row->minutes = MAX (row->minutes, 0);
      *sum = *sum > G_MAXINT - row->minutes ? G_MAXINT : *sum + row->minutes;
    }
  agenda->total = *sum_of_all;
}

/* --- When --- */

static int
add (int a, int b)
{
  return a > G_MAXINT - b ? G_MAXINT : a + b;
}

/* A row begins where the part before it ends, or where its whole begins. */
static void
set_beginnings (ScrAgenda *agenda)
{
  int next[SCR_AGENDA_LEVELS + 1] = {0};

  for (guint i = 0; i < agenda->rows->len; i++)
    {
      ScrAgendaRow *row = g_ptr_array_index (agenda->rows, i);

      row->from = next[row->level];
      next[row->level] = add (row->from, row->minutes);
      next[row->level + 1] = row->from;
    }
}

/**
 * scr_agenda_times_dup_clock:
 * @zone: (nullable): the time zone of the place
 * @day: (nullable): the day of the meeting; without one, no clocks change
 * @start: (nullable): when it begins, "HH:MM"
 * @after: minutes after that
 * @days: (out) (optional): how many days after @day that is
 *
 * Returns: (transfer full) (nullable): what the clock shows then, or %NULL without @start
 */
char *
scr_agenda_times_dup_clock (const char *zone, const char *day, const char *start, int after, int *days)
{
  g_autofree char *shown_day = NULL;
  int begin, minutes, passed = 0;
  gint64 at;

  if (days != NULL)
    *days = 0;
  if (start == NULL || !scr_time_to_minutes (start, &begin))
    return NULL;
  if (day != NULL && scr_zone_to_unix (zone, day, begin, &at))
    {
      /* The start itself is shown as it was written, also where clocks skip it. */
      if (after == 0)
        return g_strdup (start);
      scr_zone_from_unix (zone, at + (gint64)after * 60, &shown_day, &minutes);
      passed = shown_day != NULL ? scr_day_between (day, shown_day) : 0;
    }
  else
    {
      gint64 whole = (gint64)begin + after;

      minutes = (int)(whole % DAY_MINUTES);
      passed = (int)(whole / DAY_MINUTES);
    }
  if (days != NULL)
    *days = passed;
  return scr_time_from_minutes (minutes);
}

/* --- What fits --- */

/* An item's own time that no part of it takes: all of it, if it has none. */
static gboolean
has_rest_after (ScrAgenda *agenda, guint index, int end)
{
  ScrAgendaRow *row = g_ptr_array_index (agenda->rows, index);
  int parts_end = row->from;

  for (guint i = index + 1; i <= index + row->n_below; i++)
    {
      ScrAgendaRow *part = g_ptr_array_index (agenda->rows, i);

      if (part->parent == (int)index)
        parts_end = add (part->from, part->minutes);
    }
  return add (row->from, row->minutes) > MAX (end, parts_end);
}

static void
find_what_fits (ScrAgenda *agenda)
{
  agenda->first_late = -1;
  agenda->n_unfit = 0;
  agenda->over = agenda->length >= 0 ? MAX (agenda->total - agenda->length, 0) : 0;
  for (guint i = 0; i < agenda->rows->len; i++)
    {
      ScrAgendaRow *row = g_ptr_array_index (agenda->rows, i);

      row->is_late = agenda->length >= 0
                     && (row->from > agenda->length || (row->from == agenda->length && row->minutes > 0));
      if (row->is_late && agenda->first_late < 0)
        agenda->first_late = (int)i;
      if (agenda->over > 0 && has_rest_after (agenda, i, agenda->length))
        agenda->n_unfit++;
    }
}

/**
 * scr_agenda_times_set:
 * @agenda: an agenda whose rows stand in order with their levels, wholes and own minutes
 *
 * Sets all that follows from them and from when the meeting is.
 */
void
scr_agenda_times_set (ScrAgenda *agenda)
{
  /* GLib reads a zone's file anew each time, unless somebody holds the zone. */
  g_autoptr (GTimeZone) held
      = agenda->day != NULL
            ? g_time_zone_new_identifier (agenda->zone != NULL ? agenda->zone : SCR_ZONE_DEFAULT)
            : NULL;

  set_lengths (agenda);
  set_beginnings (agenda);
  for (guint i = 0; i < agenda->rows->len; i++)
    {
      ScrAgendaRow *row = g_ptr_array_index (agenda->rows, i);

      g_free (row->start);
      row->start
          = scr_agenda_times_dup_clock (agenda->zone, agenda->day, agenda->begin, row->from, &row->days);
    }
  g_free (agenda->end);
  agenda->end = agenda->length >= 0 ? scr_agenda_times_dup_clock (agenda->zone, agenda->day, agenda->begin,
                                                                  agenda->length, NULL)
                                    : NULL;
  find_what_fits (agenda);
}
