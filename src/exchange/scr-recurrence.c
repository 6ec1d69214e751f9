/* The days that a recurrence rule gives. See the header; reading and writing rules is in
 * scr-recurrence-rule.c.
 *
 * libical looks for the next day until it finds one, for ever where a rule gives none. So it is only given
 * rules that cannot trap it: those by years, whose emptiness it finds out; by weeks; by days, ended at the
 * last day that is wanted. A rule by months is given to it as one by years over the same months, and the
 * months between are passed over here. Positions in a set are only taken where the set always has that many
 * days.
 */
#include "config.h"

#include "scr-recurrence.h"

#include "scr-day.h"
#include "scr-recurrence-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More days than lie between 1800 and 2300. */
#define MAX_STEPS 200000

typedef struct
{
  struct icalrecurrencetype rule; /* as libical is given it: without count */
  struct icaltimetype start;
  int every_month; /* 0, or how many months lie between: only for rules by months */
  guint count;     /* 0 without end */
} Walk;

static struct icaltimetype
to_ical (const char *day)
{
  struct icaltimetype time = icaltime_null_time ();

  scr_day_get_parts (day, &time.year, &time.month, &time.day);
  time.is_date = 1;
  return time;
}

static int
count_parts (const short *parts, int max)
{
  int n = 0;

  while (n < max && parts[n] != ICAL_RECURRENCE_ARRAY_MAX)
    n++;
  return n;
}

#define COUNT(parts) count_parts (parts, (int)G_N_ELEMENTS (parts))

/* Whether every set has as many days as the rule picks from it: days of the week within months or weeks,
 * without further conditions. */
static gboolean
has_safe_positions (const struct icalrecurrencetype *rule)
{
  int n_days = COUNT (rule->by_day);
  int most = rule->freq == ICAL_WEEKLY_RECURRENCE ? n_days : 4 * n_days;

  if (n_days == 0 || COUNT (rule->by_month_day) > 0 || COUNT (rule->by_year_day) > 0
      || COUNT (rule->by_week_no) > 0 || rule->freq == ICAL_DAILY_RECURRENCE)
    return FALSE;
  for (int i = 0; i < n_days; i++)
    if (icalrecurrencetype_day_position (rule->by_day[i]) != 0)
      return FALSE;
  for (int i = 0; i < COUNT (rule->by_set_pos); i++)
    if (ABS (rule->by_set_pos[i]) > most)
      return FALSE;
  return TRUE;
}

/* Leaves of the months that a rule names those on which its steps can fall. */
static void
narrow_months (struct icalrecurrencetype *rule, int first_month)
{
  int step = 12;
  int n_named = COUNT (rule->by_month);
  guint named = 0;
  int n = 0;

  while (12 % step != 0 || rule->interval % step != 0)
    step--;
  for (int i = 0; i < n_named; i++)
    named |= 1u << rule->by_month[i];
  for (short month = 1; month <= 12; month++)
    if ((n_named == 0 || (named & (1u << month))) && (month - first_month) % step == 0)
      rule->by_month[n++] = month;
  rule->by_month[n] = ICAL_RECURRENCE_ARRAY_MAX;
}

/* A rule that says no day means the first one's date. libical would take 28 February for 29 February. */
static void
name_date (Walk *walk)
{
  struct icalrecurrencetype *rule = &walk->rule;

  if (COUNT (rule->by_day) > 0 || COUNT (rule->by_month_day) > 0 || COUNT (rule->by_year_day) > 0
      || COUNT (rule->by_week_no) > 0)
    return;
  rule->by_month_day[0] = (short)walk->start.day;
  rule->by_month_day[1] = ICAL_RECURRENCE_ARRAY_MAX;
  if (COUNT (rule->by_month) > 0)
    return;
  rule->by_month[0] = (short)walk->start.month;
  rule->by_month[1] = ICAL_RECURRENCE_ARRAY_MAX;
}

/* A rule by months as one by years. Returns whether any month is left. */
static gboolean
make_yearly (Walk *walk)
{
  struct icalrecurrencetype *rule = &walk->rule;

  walk->every_month = rule->interval;
  narrow_months (rule, walk->start.month);
  if (COUNT (rule->by_month) == 0)
    return FALSE;
  name_date (walk);
  rule->freq = ICAL_YEARLY_RECURRENCE;
  rule->interval = 1;
  return TRUE;
}

static gboolean
is_in_its_month (const Walk *walk, struct icaltimetype time)
{
  int months = (time.year - walk->start.year) * 12 + time.month - walk->start.month;

  return walk->every_month == 0 || months % walk->every_month == 0;
}

/* Sets up what libical is to walk through; %FALSE without an error if the rule gives nothing. */
static gboolean
prepare (Walk *walk, const char *text, const char *first, const char *until, GError **error)
{
  struct icaltimetype last = to_ical (until);
  struct icalrecurrencetype *rule = &walk->rule;

  if (!scr_recurrence_parse (text, rule, error))
    return FALSE;
  walk->start = to_ical (first);
  walk->count = rule->count > 0 ? (guint)rule->count : 0;
  walk->every_month = 0;
  rule->count = 0;
  if (!icaltime_is_null_time (rule->until))
    {
      rule->until.is_date = 1;
      rule->until.hour = rule->until.minute = rule->until.second = 0;
      rule->until.zone = NULL;
    }
  if (icaltime_is_null_time (rule->until) || icaltime_compare_date_only (rule->until, last) > 0)
    rule->until = last;
  if (COUNT (rule->by_set_pos) > 0)
    {
      if (has_safe_positions (rule))
        return TRUE;
      g_set_error_literal (
          error, SCR_ERROR, SCR_ERROR_INVALID,
          _ ("This rule is too intricate: it picks days by their place in a set (BYSETPOS) that "
             "may be too small."));
      return FALSE;
    }
  if (rule->freq == ICAL_YEARLY_RECURRENCE)
    name_date (walk);
  return rule->freq != ICAL_MONTHLY_RECURRENCE || make_yearly (walk);
}

typedef gboolean (*DayFunc) (const char *day, gpointer user_data);

/* Calls @func with each day, from the first, until it returns FALSE. Returns how many days were told. */
static guint
walk_days (Walk *walk, DayFunc func, gpointer user_data)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (walk->rule, walk->start);
  gboolean goes_on = TRUE;
  guint n = 0;

  for (guint step = 0; iterator != NULL && goes_on && step < MAX_STEPS; step++)
    {
      struct icaltimetype time = icalrecur_iterator_next (iterator);
      g_autofree char *day = NULL;

      if (icaltime_is_null_time (time) || icaltime_compare_date_only (time, walk->rule.until) > 0)
        break;
      day = scr_day_from_parts (time.year, time.month, time.day);
      if (day == NULL || !is_in_its_month (walk, time) || icaltime_compare_date_only (time, walk->start) < 0)
        continue;
      n++;
      goes_on = func (day, user_data) && (walk->count == 0 || n < walk->count);
    }
  if (iterator != NULL)
    icalrecur_iterator_free (iterator);
  return n;
}

static gboolean
stop_at_once (const char *day, gpointer user_data)
{
  return FALSE;
}

static gboolean
check_first (const char *first, GError **error)
{
  if (scr_day_is_valid (first))
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                       _ ("Say from which day the meetings come again."));
  return FALSE;
}

/**
 * scr_recurrence_check:
 * @rule: (nullable): a recurrence rule
 * @first: (nullable): the first day of the series
 * @error: return location
 *
 * Returns: whether it can be used, and gives any day at all
 */
gboolean
scr_recurrence_check (const char *rule, const char *first, GError **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autofree char *end = scr_day_from_parts (SCR_DAY_LAST_YEAR, 12, 31);
  Walk walk;

  if (!check_first (first, error))
    return FALSE;
  if (!prepare (&walk, rule, first, end, &wrong))
    {
      if (wrong != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return FALSE;
        }
    }
  else if (walk_days (&walk, stop_at_once, NULL) > 0)
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("This rule never gives a day."));
  return FALSE;
}

typedef struct
{
  const char *from;
  const char *skipped;
  guint limit;
  GHashTable *known;
  GPtrArray *days;
} Listing;

static gboolean
list_day (const char *day, gpointer user_data)
{
  Listing *listing = user_data;

  if (strcmp (day, listing->from) < 0 || g_hash_table_contains (listing->known, day))
    return TRUE;
  g_ptr_array_add (listing->days, g_strdup (day));
  /* One more than is wanted tells that there are more. */
  return listing->days->len <= listing->limit;
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Days that were left out, so that they are passed over while walking. */
static GHashTable *
list_skipped (const char *skipped)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (skipped != NULL ? skipped : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (known, g_strdup (*words[i] == '+' ? words[i] + 1 : words[i]));
  return known;
}

static void
add_extra (Listing *listing, const char *first, const char *until)
{
  g_autoptr (GPtrArray) extra = scr_skipped_list_extra (listing->skipped);

  for (guint i = 0; i < extra->len; i++)
    {
      const char *day = g_ptr_array_index (extra, i);

      if (scr_day_is_within (day, strcmp (first, listing->from) > 0 ? first : listing->from, until))
        g_ptr_array_add (listing->days, g_strdup (day));
    }
  g_ptr_array_sort (listing->days, compare_days);
}

/**
 * scr_recurrence_list_days:
 * @rule: a recurrence rule
 * @first: the first day of the series, from which its steps are counted. It comes itself only if the rule
 * gives it
 * @skipped: (nullable): days left out, and days added by hand, as `series.skipped` keeps them
 * @from: the first day that is wanted
 * @until: the last day that is wanted
 * @limit: how many days at most
 * @more: (out) (optional): whether there would be more
 * @error: return location
 *
 * Lists days whatever they are: week-ends and bank holidays are not passed over. A day left out counts as one
 * of the times of a rule with a number of times.
 *
 * Returns: (transfer full) (element-type utf8) (nullable): days in order
 */
GPtrArray *
scr_recurrence_list_days (const char *rule,
                          const char *first,
                          const char *skipped,
                          const char *from,
                          const char *until,
                          guint limit,
                          gboolean *more,
                          GError **error)
{
  g_autoptr (GHashTable) known = list_skipped (skipped);
  g_autoptr (GError) wrong = NULL;
  Listing listing = {from, skipped, limit, known, NULL};
  Walk walk;

  if (more != NULL)
    *more = FALSE;
  if (!check_first (first, error))
    return NULL;
  g_return_val_if_fail (scr_day_is_valid (from) && scr_day_is_valid (until), NULL);
  listing.days = g_ptr_array_new_with_free_func (g_free);
  if (prepare (&walk, rule, first, until, &wrong))
    walk_days (&walk, list_day, &listing);
  if (wrong != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      g_ptr_array_unref (listing.days);
      return NULL;
    }
  add_extra (&listing, first, until);
  if (listing.days->len > limit)
    {
      g_ptr_array_set_size (listing.days, (int)limit);
      if (more != NULL)
        *more = TRUE;
    }
  return listing.days;
}

/**
 * scr_recurrence_dup_words:
 * @language: (nullable): a language
 * @rule: (nullable): a recurrence rule
 * @first: (nullable): the first day of the series
 *
 * Returns: (transfer full): how often it comes, in words; a rule that cannot be read as it stands; "" for
 * none
 */
char *
scr_recurrence_dup_words (const ScrLanguage *language, const char *rule, const char *first)
{
  g_autoptr (ScrRepeat) repeat = NULL;

  if (rule == NULL || *rule == '\0')
    return g_strdup ("");
  repeat = scr_recurrence_read (rule, NULL);
  return repeat != NULL ? scr_repeat_to_words (language, repeat, first) : g_strdup (rule);
}
