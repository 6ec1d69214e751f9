/* The scale of a timeline. See the header. */
#include "config.h"

#include "scr-time-scale.h"

#include "scr-day.h"
#include "scr-format-private.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* 1 January 1800 and 31 December 2300 as numbers: what records reach. */
#define LEAST_DAY 657072
#define MOST_DAY 840057

/* Where Zoom In and Zoom Out stop by the way. */
static const struct
{
  double days;
  const char *name;
} zooms[] = {
    {7, NC_ ("how much of the timeline is seen", "Week")},
    {14, NC_ ("how much of the timeline is seen", "Two weeks")},
    {31, NC_ ("how much of the timeline is seen", "Month")},
    {61, NC_ ("how much of the timeline is seen", "Two months")},
    {92, NC_ ("how much of the timeline is seen", "Quarter")},
    {183, NC_ ("how much of the timeline is seen", "Half a year")},
    {366, NC_ ("how much of the timeline is seen", "Year")},
    {731, NC_ ("how much of the timeline is seen", "Two years")},
    {1096, NC_ ("how much of the timeline is seen", "Three years")},
    {SCR_TIME_MOST_DAYS, NC_ ("how much of the timeline is seen", "Five years")},
};

static void
split (int day, int *year, int *month, int *day_of_month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)CLAMP (day, LEAST_DAY - 800, MOST_DAY + 800));
  *year = g_date_get_year (&date);
  *month = (int)g_date_get_month (&date);
  *day_of_month = g_date_get_day (&date);
}

/* Months may lie outside 1 to 12: they run on into other years. */
static int
join (int year, int month)
{
  GDate date;

  year += (int)floor ((month - 1) / 12.0);
  month = ((month - 1) % 12 + 12) % 12 + 1;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, (GDateMonth)month, (GDateYear)year);
  return (int)g_date_get_julian (&date);
}

static int
get_months (ScrTimeUnit unit)
{
  return unit == SCR_TIME_MONTH ? 1 : unit == SCR_TIME_QUARTER ? 3 : 12;
}

static int
fix_year_start (int year_start)
{
  return year_start >= 1 && year_start <= 12 ? year_start : 1;
}

/**
 * scr_time_floor:
 * @unit: a unit
 * @day: a day
 * @year_start: the month with which the programme's year begins, 1 to 12
 *
 * Returns: the first day of the unit in which @day lies
 */
int
scr_time_floor (ScrTimeUnit unit, int day, int year_start)
{
  int year, month, day_of_month, months, into;

  if (unit == SCR_TIME_DAY)
    return day;
  /* Day 1 was a Monday. */
  if (unit == SCR_TIME_WEEK)
    return day - ((day - 1) % 7 + 7) % 7;
  split (day, &year, &month, &day_of_month);
  months = get_months (unit);
  into = (month - fix_year_start (year_start) + 12) % months;
  return join (year, month - into);
}

/**
 * scr_time_next:
 * @unit: a unit
 * @day: a day
 * @year_start: the month with which the programme's year begins, 1 to 12
 *
 * Returns: the first day of the unit after the one in which @day lies
 */
int
scr_time_next (ScrTimeUnit unit, int day, int year_start)
{
  int year, month, day_of_month, first = scr_time_floor (unit, day, year_start);

  if (unit == SCR_TIME_DAY)
    return first + 1;
  if (unit == SCR_TIME_WEEK)
    return first + 7;
  split (first, &year, &month, &day_of_month);
  return join (year, month + get_months (unit));
}

/* "2019", or "2019/20" where it does not begin in January. */
static char *
format_year (const ScrLanguage *language, int first, int year_start)
{
  int year, month, day_of_month;

  split (first, &year, &month, &day_of_month);
  if (fix_year_start (year_start) == 1)
    return g_strdup_printf ("%d", year);
  /* TRANSLATORS: a programme year that begins in one year and ends in the next, such as 2019/20 */
  return g_strdup_printf (scr_tr_context (language, "programme year", "%1$d/%2$02d"), year, (year + 1) % 100);
}

static char *
format_quarter (const ScrLanguage *language, int first, int year_start, ScrTimeStyle style)
{
  int year, month, day_of_month, number;
  g_autofree char *name = NULL, *of_year = NULL;

  split (first, &year, &month, &day_of_month);
  number = (month - fix_year_start (year_start) + 12) % 12 / 3 + 1;
  if (style == SCR_TIME_PLAIN)
    /* TRANSLATORS: a quarter of a year, such as April to June */
    return g_strdup_printf (scr_tr_context (language, "quarter of a year", "%1$s to %2$s"),
                            scr_words_month (language, month),
                            scr_words_month (language, (month + 1) % 12 + 1));
  /* TRANSLATORS: a quarter of a year in two letters, such as Q2 */
  name = g_strdup_printf (scr_tr_context (language, "quarter of a year", "Q%d"), number);
  if (style == SCR_TIME_SHORT)
    return g_steal_pointer (&name);
  of_year = format_year (language, scr_time_floor (SCR_TIME_YEAR, first, year_start), year_start);
  /* TRANSLATORS: a quarter with its year, such as Q2 2019/20. %1$s is the quarter, %2$s the year */
  return g_strdup_printf (scr_tr_context (language, "quarter of a year", "%1$s %2$s"), name, of_year);
}

static char *
format_day (const ScrLanguage *language, ScrTimeUnit unit, int first, ScrTimeStyle style)
{
  int year, month, day_of_month;
  g_autofree char *day = scr_day_from_number (first), *weekday = NULL;

  split (first, &year, &month, &day_of_month);
  if (style == SCR_TIME_WHOLE)
    return scr_format_day (language, day, SCR_DAY_FULL);
  if (style == SCR_TIME_SHORT)
    return g_strdup_printf ("%d", day_of_month);
  if (unit == SCR_TIME_WEEK)
    return scr_format_day (language, day, SCR_DAY_SHORT);
  weekday = scr_format_weekday (language, day, TRUE);
  /* TRANSLATORS: a day of the scale, such as Wed 12. %1$s is the weekday, abbreviated, %2$d the day of the
   * month */
  return g_strdup_printf (scr_tr_context (language, "day of the scale", "%1$s %2$d"), weekday, day_of_month);
}

/**
 * scr_time_format:
 * @language: (nullable): a language
 * @unit: a unit
 * @day: any day of it
 * @year_start: the month with which the programme's year begins, 1 to 12
 * @style: how much to say
 *
 * Returns: (transfer full): the unit in words
 */
char *
scr_time_format (const ScrLanguage *language, ScrTimeUnit unit, int day, int year_start, ScrTimeStyle style)
{
  int first = scr_time_floor (unit, day, year_start);
  g_autofree char *text = NULL;

  if (unit == SCR_TIME_YEAR)
    return format_year (language, first, year_start);
  if (unit == SCR_TIME_QUARTER)
    return format_quarter (language, first, year_start, style);
  if (unit != SCR_TIME_MONTH)
    return format_day (language, unit, first, style);
  text = scr_day_from_number (first);
  if (style == SCR_TIME_SHORT)
    return scr_format_month_short (language, text);
  return style == SCR_TIME_WHOLE ? scr_format_day (language, text, SCR_DAY_MONTH)
                                 : scr_format_month (language, text);
}

/**
 * scr_time_choose_lower:
 * @px_a_day: how wide a day is
 * @least: (array fixed-size=5): how much room the shortest name of each unit needs, px
 *
 * Returns: the smallest unit whose names find room: that of the scale's lower row
 */
ScrTimeUnit
scr_time_choose_lower (double px_a_day, const double *least)
{
  /* The shortest that each may be. */
  static const double days[] = {1, 7, 28, 90, 365};

  for (ScrTimeUnit unit = SCR_TIME_DAY; unit < SCR_TIME_YEAR; unit++)
    if (days[unit] * px_a_day >= least[unit])
      return unit;
  return SCR_TIME_YEAR;
}

/**
 * scr_time_choose_upper:
 * @lower: the unit of the scale's lower row
 *
 * Returns: that of the row above it; %SCR_TIME_N_UNITS if there is nothing to say above
 */
ScrTimeUnit
scr_time_choose_upper (ScrTimeUnit lower)
{
  static const ScrTimeUnit uppers[]
      = {SCR_TIME_MONTH, SCR_TIME_MONTH, SCR_TIME_YEAR, SCR_TIME_YEAR, SCR_TIME_N_UNITS};

  return uppers[lower];
}

/**
 * scr_time_step_zoom:
 * @days: how many days lie across
 * @steps: how often to go nearer; below 0 away
 *
 * Returns: how many days lie across then
 */
double
scr_time_step_zoom (double days, int steps)
{
  for (; steps > 0; steps--)
    {
      guint i = G_N_ELEMENTS (zooms) - 1;

      while (i > 0 && zooms[i].days > days - 0.5)
        i--;
      days = zooms[i].days;
    }
  for (; steps < 0; steps++)
    {
      guint i = 0;

      while (i + 1 < G_N_ELEMENTS (zooms) && zooms[i].days < days + 0.5)
        i++;
      days = zooms[i].days;
    }
  return days;
}

/**
 * scr_time_format_zoom:
 * @language: (nullable): a language
 * @days: how many days lie across
 *
 * Returns: (transfer full): what that is about, such as "Quarter"
 */
char *
scr_time_format_zoom (const ScrLanguage *language, double days)
{
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (zooms); i++)
    if (fabs (log (days / zooms[i].days)) < fabs (log (days / zooms[best].days)))
      best = i;
  return g_strdup (scr_tr_context (language, "how much of the timeline is seen", zooms[best].name));
}

/**
 * scr_time_format_distance:
 * @language: (nullable): a language
 * @days: from one day to another; below 0 to an earlier one
 *
 * Returns: (transfer full): "2 weeks later", "1 day earlier", "the same day"
 */
char *
scr_time_format_distance (const ScrLanguage *language, int days)
{
  gulong n = (gulong)abs (days);

  if (days == 0)
    return g_strdup (scr_tr (language, "the same day"));
  if (n % 7 == 0)
    {
      n /= 7;
      return g_strdup_printf (days > 0 ? scr_tr_plural (language, "%lu week later", "%lu weeks later", n)
                                       : scr_tr_plural (language, "%lu week earlier", "%lu weeks earlier", n),
                              n);
    }
  return g_strdup_printf (days > 0 ? scr_tr_plural (language, "%lu day later", "%lu days later", n)
                                   : scr_tr_plural (language, "%lu day earlier", "%lu days earlier", n),
                          n);
}

/**
 * scr_time_is_week_end:
 * @day: a day
 *
 * Returns: whether it is a Saturday or a Sunday
 */
gboolean
scr_time_is_week_end (int day)
{
  return ((day - 1) % 7 + 7) % 7 >= 5;
}

/**
 * scr_time_least_day:
 *
 * Returns: the first day that records reach
 */
int
scr_time_least_day (void)
{
  return LEAST_DAY;
}

/**
 * scr_time_most_day:
 *
 * Returns: the last day that records reach
 */
int
scr_time_most_day (void)
{
  return MOST_DAY;
}
