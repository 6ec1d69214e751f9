/* ScrRepeat - how often a series comes again. See the header. */
#include "config.h"

#include "scr-repeat.h"

#include "scr-day.h"

#include <string.h>

/**
 * scr_repeat_new:
 * @unit: days, weeks, months or years
 * @every: how many of them lie between one time and the next
 *
 * Returns: (transfer full): a rule that goes on without end, by the first day's own date or weekday
 */
ScrRepeat *
scr_repeat_new (ScrRepeatUnit unit, guint every)
{
  ScrRepeat *self = g_new0 (ScrRepeat, 1);

  self->unit = unit;
  self->every = CLAMP (every, 1, SCR_REPEAT_MAX_EVERY);
  return self;
}

/**
 * scr_repeat_copy:
 * @self: a rule
 *
 * Returns: (transfer full): the same
 */
ScrRepeat *
scr_repeat_copy (const ScrRepeat *self)
{
  ScrRepeat *copy = g_memdup2 (self, sizeof *self);

  copy->until = g_strdup (self->until);
  copy->rest = g_strdup (self->rest);
  return copy;
}

/**
 * scr_repeat_free:
 * @self: (transfer full) (nullable): a rule
 */
void
scr_repeat_free (ScrRepeat *self)
{
  if (self == NULL)
    return;
  g_free (self->until);
  g_free (self->rest);
  g_free (self);
}

/**
 * scr_repeat_equal:
 * @a: a rule
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
scr_repeat_equal (const ScrRepeat *a, const ScrRepeat *b)
{
  gboolean monthly = a->unit == SCR_REPEAT_MONTHS || a->unit == SCR_REPEAT_YEARS;
  gboolean same_day = !monthly
                      || (a->by == b->by
                          && (a->by == SCR_REPEAT_BY_DATE ? a->date == b->date
                                                          : a->weekday == b->weekday && a->nth == b->nth));

  return a->unit == b->unit && a->every == b->every && same_day
         && (a->unit != SCR_REPEAT_WEEKS || a->weekdays == b->weekdays)
         && (a->unit != SCR_REPEAT_YEARS || a->month == b->month) && g_strcmp0 (a->until, b->until) == 0
         && a->count == b->count && g_strcmp0 (a->rest, b->rest) == 0;
}

static int
get_days_in_month (int year, int month)
{
  for (int day = 31; day > 28; day--)
    {
      g_autofree char *text = scr_day_from_parts (year, month, day);

      if (text != NULL)
        return day;
    }
  return 28;
}

/* Sets which day of month or week it is from an example of it. */
static void
take_day (ScrRepeat *self, const char *day, gboolean last)
{
  int year, month, date;

  if (!scr_day_get_parts (day, &year, &month, &date))
    return;
  self->weekday = scr_day_get_weekday (day);
  self->nth = (date - 1) / 7 + 1;
  /* A fifth one is rare: whoever meets on it means the last. */
  if (self->nth == 5 || (last && date + 7 > get_days_in_month (year, month)))
    self->nth = SCR_REPEAT_LAST;
  self->date = last && date == get_days_in_month (year, month) ? SCR_REPEAT_LAST : date;
  self->month = month;
  if (self->unit == SCR_REPEAT_WEEKS)
    self->weekdays = 1u << (self->weekday - 1);
}

/**
 * scr_repeat_new_from_day:
 * @unit: days, weeks, months or years
 * @every: how many of them lie between one time and the next
 * @by: for months and years: by date or by weekday
 * @day: a day on which it comes
 *
 * Returns: (transfer full): the rule that comes on days like @day: "every third Wednesday"
 */
ScrRepeat *
scr_repeat_new_from_day (ScrRepeatUnit unit, guint every, ScrRepeatBy by, const char *day)
{
  ScrRepeat *self = scr_repeat_new (unit, every);

  self->by = by;
  take_day (self, day, FALSE);
  return self;
}

/**
 * scr_repeat_is_special:
 * @self: a rule
 *
 * Returns: whether it has conditions that no form shows. On which day weeks begin is none: it matters to
 * hardly any rule, and calendars write it always
 */
gboolean
scr_repeat_is_special (const ScrRepeat *self)
{
  return self->rest != NULL && !(g_str_has_prefix (self->rest, "WKST=") && strchr (self->rest, ';') == NULL);
}

static guint
turn_weekdays (guint weekdays, int by)
{
  guint turned = 0;

  for (int i = 0; i < 7; i++)
    if (weekdays & (1u << i))
      turned |= 1u << ((i + by % 7 + 7) % 7);
  return turned;
}

/**
 * scr_repeat_follow:
 * @self: a rule
 * @from: a day on which it comes
 * @to: the day to which that one is moved
 *
 * Alters the rule so that it comes on days like @to: from the first Tuesday to the second Wednesday.
 *
 * Returns: whether it could: a rule with parts that no form shows is left alone
 */
gboolean
scr_repeat_follow (ScrRepeat *self, const char *from, const char *to)
{
  guint weekdays = self->weekdays;
  gboolean last
      = self->by == SCR_REPEAT_BY_WEEKDAY ? self->nth == SCR_REPEAT_LAST : self->date == SCR_REPEAT_LAST;

  if (scr_repeat_is_special (self) || !scr_day_is_valid (from) || !scr_day_is_valid (to))
    return FALSE;
  take_day (self, to, last);
  if (self->unit == SCR_REPEAT_WEEKS && weekdays != 0)
    self->weekdays = turn_weekdays (weekdays, scr_day_between (from, to));
  return TRUE;
}
