/* ScrHolidays and working days. See the header. */
#include "scr-working-days.h"

#include "scr-day.h"

struct _ScrHolidays
{
  gatomicrefcount references;
  GHashTable *nations; /* nation -> (day number -> name) */
};

G_DEFINE_BOXED_TYPE (ScrHolidays, scr_holidays, scr_holidays_ref, scr_holidays_unref)

/**
 * scr_holidays_new:
 *
 * Returns: (transfer full): no holidays at all
 */
ScrHolidays *
scr_holidays_new (void)
{
  ScrHolidays *self = g_new0 (ScrHolidays, 1);

  g_atomic_ref_count_init (&self->references);
  self->nations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_hash_table_unref);
  return self;
}

/**
 * scr_holidays_ref:
 * @self: holidays
 *
 * Returns: (transfer full): @self
 */
ScrHolidays *
scr_holidays_ref (ScrHolidays *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * scr_holidays_unref:
 * @self: (transfer full) (nullable): holidays
 */
void
scr_holidays_unref (ScrHolidays *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;
  g_hash_table_unref (self->nations);
  g_free (self);
}

/**
 * scr_holidays_add:
 * @self: holidays that nobody else has seen yet
 * @nation: a nation: any text that tells it from others
 * @day: a day
 * @name: (nullable): what the holiday is called
 *
 * A second holiday on the same day takes the place of the first.
 *
 * Returns: whether @day is a day; if not, nothing is added
 */
gboolean
scr_holidays_add (ScrHolidays *self, const char *nation, const char *day, const char *name)
{
  GHashTable *days;
  int number;

  g_return_val_if_fail (self != NULL && nation != NULL, FALSE);
  if (!scr_day_to_number (day, &number))
    return FALSE;
  days = g_hash_table_lookup (self->nations, nation);
  if (days == NULL)
    {
      days = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      g_hash_table_insert (self->nations, g_strdup (nation), days);
    }
  g_hash_table_replace (days, GINT_TO_POINTER (number), g_strdup (name != NULL ? name : ""));
  return TRUE;
}

/* The holidays of a nation, looked up once for a whole count; NULL if there are none. */
static GHashTable *
get_days (const ScrHolidays *holidays, const char *nation)
{
  return holidays != NULL && nation != NULL ? g_hash_table_lookup (holidays->nations, nation) : NULL;
}

/**
 * scr_holidays_get_name:
 * @self: (nullable): holidays
 * @nation: (nullable): a nation
 * @day: (nullable): a day
 *
 * Returns: (transfer none) (nullable): the name of the holiday on @day, "" if it has none, or %NULL if there
 * is no holiday on @day
 */
const char *
scr_holidays_get_name (const ScrHolidays *self, const char *nation, const char *day)
{
  GHashTable *days = get_days (self, nation);
  int number;

  if (days == NULL || !scr_day_to_number (day, &number))
    return NULL;
  return g_hash_table_lookup (days, GINT_TO_POINTER (number));
}

/**
 * scr_holidays_dup_last_day:
 * @self: (nullable): holidays
 * @nation: (nullable): a nation
 *
 * Holidays are announced a few years ahead: counts that go past the last known one may come out too early.
 *
 * Returns: (transfer full) (nullable): the last holiday known of @nation, or %NULL if none is
 */
char *
scr_holidays_dup_last_day (const ScrHolidays *self, const char *nation)
{
  GHashTable *days = get_days (self, nation);
  GHashTableIter iter;
  gpointer number;
  int last = 0;

  if (days == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &number, NULL))
    last = MAX (last, GPOINTER_TO_INT (number));
  return scr_day_from_number (last);
}

/* Day 1 of the count was a Monday, so days 6 and 7 of each seven are week-ends. */
static gboolean
is_working (GHashTable *days, int number)
{
  return (number - 1) % 7 < 5 && (days == NULL || !g_hash_table_contains (days, GINT_TO_POINTER (number)));
}

/**
 * scr_working_days_is_working:
 * @holidays: (nullable): holidays
 * @nation: (nullable): a nation
 * @day: (nullable): a day
 *
 * Returns: whether @day is a working day; what is not a day is none
 */
gboolean
scr_working_days_is_working (const ScrHolidays *holidays, const char *nation, const char *day)
{
  int number;

  return scr_day_to_number (day, &number) && is_working (get_days (holidays, nation), number);
}

/**
 * scr_working_days_next:
 * @holidays: (nullable): holidays
 * @nation: (nullable): a nation
 * @day: (nullable): a day
 *
 * Returns: (transfer full) (nullable): @day if it is a working day, or else the first one after it; %NULL if
 * @day is not a day or the calendar of records ends before
 */
char *
scr_working_days_next (const ScrHolidays *holidays, const char *nation, const char *day)
{
  GHashTable *days = get_days (holidays, nation);
  g_autofree char *found = NULL;
  int number;

  if (!scr_day_to_number (day, &number))
    return NULL;
  while ((found = scr_day_from_number (number)) != NULL && !is_working (days, number))
    {
      g_clear_pointer (&found, g_free);
      number++;
    }
  return g_steal_pointer (&found);
}

/**
 * scr_working_days_add:
 * @holidays: (nullable): holidays
 * @nation: (nullable): a nation
 * @day: (nullable): a day, working or not: it does not count itself
 * @n: how many working days later; negative for earlier
 *
 * The way in which escalation policies count: five working days from a Friday end on the Friday after, if all
 * days between are working days. Nought gives scr_working_days_next().
 *
 * Returns: (transfer full) (nullable): a working day; %NULL if @day is not a day or the calendar of records
 * ends before
 */
char *
scr_working_days_add (const ScrHolidays *holidays, const char *nation, const char *day, int n)
{
  GHashTable *days = get_days (holidays, nation);
  const int step = n < 0 ? -1 : 1;
  gint64 left = ABS ((gint64)n);
  int number, first, last;

  if (n == 0)
    return scr_working_days_next (holidays, nation, day);
  if (!scr_day_to_number (day, &number) || !scr_day_to_number ("1800-01-01", &first)
      || !scr_day_to_number ("2300-12-31", &last))
    return NULL;
  while (left > 0 && number >= first && number <= last)
    {
      number += step;
      left -= is_working (days, number);
    }
  return scr_day_from_number (number);
}

/**
 * scr_working_days_between:
 * @holidays: (nullable): holidays
 * @nation: (nullable): a nation
 * @from: (nullable): a day, which does not count itself
 * @to: (nullable): a day, which counts if it is a working day
 *
 * How many working days are left on @from until @to; negative if @to is over: then the working days from @to,
 * which does not count, to @from, which does. So "due yesterday" is -1 on a working day.
 *
 * Returns: the number of working days; 0 if one of both is not a day
 */
int
scr_working_days_between (const ScrHolidays *holidays, const char *nation, const char *from, const char *to)
{
  GHashTable *days = get_days (holidays, nation);
  int start, end, count = 0;

  if (!scr_day_to_number (from, &start) || !scr_day_to_number (to, &end))
    return 0;
  for (int number = MIN (start, end) + 1; number <= MAX (start, end); number++)
    count += is_working (days, number);
  return start <= end ? count : -count;
}
