/* Whether two times overlap, as instants: across zones, both changes of the clocks and 29 February. See
 * scr-clashes.h. */
#include "config.h"

#include "scr-clashes.h"

#include "scr-day.h"
#include "scr-zone.h"

#define ALL_DAY (24 * 60)
#define HOUR 60

/* From when until when it lasts on one of its days; FALSE if that day is out of reach. */
static gboolean
get_instants (const ScrClashTime *time, int day, gint64 *from, gint64 *until)
{
  g_autofree char *text = scr_day_from_number (day);
  const char *zone = time->zone != NULL ? time->zone : SCR_ZONE_DEFAULT;
  int start = MAX (time->start, 0);
  int length = time->length > 0 ? time->length : HOUR;

  if (text == NULL || !scr_zone_to_unix (zone, text, start, from))
    return FALSE;
  if (time->start >= 0)
    {
      /* A length is a length, also when the clocks change meanwhile. */
      *until = *from + (gint64)length * 60;
      return TRUE;
    }
  /* A whole day has 23, 24 or 25 hours. */
  g_free (g_steal_pointer (&text));
  text = scr_day_from_number (day + 1);
  if (text == NULL || !scr_zone_to_unix (zone, text, 0, until))
    *until = *from + ALL_DAY * 60;
  return TRUE;
}

/**
 * scr_clash_times_overlap:
 * @a: a time
 * @b: another
 *
 * What ends when the other begins does not overlap with it.
 *
 * Returns: whether somebody could not be at both
 */
gboolean
scr_clash_times_overlap (const ScrClashTime *a, const ScrClashTime *b)
{
  /* A day here is at most two others elsewhere; a meeting may last past midnight. */
  int before = 1 + MAX (b->length, 0) / ALL_DAY + MAX (a->length, 0) / ALL_DAY;
  int first = MAX (a->first, b->first - before);
  int last = MIN (a->last, b->last + before);

  for (int day = first; day <= last; day++)
    {
      gint64 from, until;

      if (!get_instants (a, day, &from, &until))
        continue;
      for (int other = MAX (b->first, day - before); other <= MIN (b->last, day + before); other++)
        {
          gint64 other_from, other_until;

          if (get_instants (b, other, &other_from, &other_until) && other_from < until && from < other_until)
            return TRUE;
        }
    }
  return FALSE;
}
