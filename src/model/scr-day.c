/* Days and times of day as they are kept. See the header. */
#include "scr-day.h"

#include <string.h>

/* Reads `digits` digits; -1 if there are fewer. */
static int
read_digits (const char *text, guint digits)
{
  int number = 0;

  for (guint i = 0; i < digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      number = number * 10 + (text[i] - '0');
    }
  return number;
}

static void
write_digits (char *text, guint digits, int number)
{
  for (guint i = digits; i > 0; i--, number /= 10)
    text[i - 1] = (char)('0' + number % 10);
}

/* A real day of the calendar in ISO form, of any year from 1 to 9999. */
static gboolean
read_calendar_day (const char *day, GDate *date)
{
  int year, month, day_of_month;

  if (day == NULL || strlen (day) != 10 || day[4] != '-' || day[7] != '-')
    return FALSE;
  year = read_digits (day, 4);
  month = read_digits (day + 5, 2);
  day_of_month = read_digits (day + 8, 2);
  if (year < 1 || month < 1 || day_of_month < 1
      || !g_date_valid_dmy ((GDateDay)day_of_month, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)day_of_month, (GDateMonth)month, (GDateYear)year);
  return TRUE;
}

static gboolean
read_day (const char *day, GDate *date)
{
  return read_calendar_day (day, date) && g_date_get_year (date) >= SCR_DAY_FIRST_YEAR
         && g_date_get_year (date) <= SCR_DAY_LAST_YEAR;
}

/**
 * scr_day_is_valid:
 * @day: (nullable): a text
 *
 * Returns: whether @day is a real day in ISO form, in a year that records reach
 */
gboolean
scr_day_is_valid (const char *day)
{
  GDate date;

  return read_day (day, &date);
}

/**
 * scr_day_is_past_range:
 * @day: (nullable): a text
 *
 * Returns: whether @day is a real day in ISO form, but of a year that records do not reach
 */
gboolean
scr_day_is_past_range (const char *day)
{
  GDate date;

  return read_calendar_day (day, &date) && !read_day (day, &date);
}

/**
 * scr_day_to_number:
 * @day: (nullable): a day
 * @number: (out): a count of days: one more for each later day
 *
 * Returns: whether @day is valid
 */
gboolean
scr_day_to_number (const char *day, int *number)
{
  GDate date;

  if (!read_day (day, &date))
    return FALSE;
  *number = (int)g_date_get_julian (&date);
  return TRUE;
}

/**
 * scr_day_from_number:
 * @number: a count of days, as scr_day_to_number() gives it
 *
 * Returns: (transfer full) (nullable): the day, or %NULL if it lies outside what records reach
 */
char *
scr_day_from_number (int number)
{
  GDate date;

  /* GDate's last valid year is 65535, far past 3,000,000 days. */
  if (number < 1 || number > 3000000)
    return NULL;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)number);
  return scr_day_from_parts (g_date_get_year (&date), (int)g_date_get_month (&date), g_date_get_day (&date));
}

/**
 * scr_day_from_parts:
 * @year: a year, such as 2019
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: (transfer full) (nullable): the day, or %NULL if there is no such day or records do not reach it
 */
char *
scr_day_from_parts (int year, int month, int day)
{
  /* By hand: printf takes several times as long, and calendars have tens of thousands of days. */
  char text[] = "0000-00-00";

  if (year < 0 || year > 9999 || month < 0 || month > 99 || day < 0 || day > 99)
    return NULL;
  write_digits (text, 4, year);
  write_digits (text + 5, 2, month);
  write_digits (text + 8, 2, day);
  return scr_day_is_valid (text) ? g_strdup (text) : NULL;
}

/**
 * scr_day_get_parts:
 * @day: (nullable): a day
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day_of_month: (out) (optional): 1 to 31
 *
 * Returns: whether @day is valid; if not, nothing is set
 */
gboolean
scr_day_get_parts (const char *day, int *year, int *month, int *day_of_month)
{
  GDate date;

  if (!read_day (day, &date))
    return FALSE;
  if (year != NULL)
    *year = g_date_get_year (&date);
  if (month != NULL)
    *month = (int)g_date_get_month (&date);
  if (day_of_month != NULL)
    *day_of_month = g_date_get_day (&date);
  return TRUE;
}

/**
 * scr_day_get_weekday:
 * @day: (nullable): a day
 *
 * Returns: 1 for Monday to 7 for Sunday, or 0 if @day is not valid
 */
int
scr_day_get_weekday (const char *day)
{
  GDate date;

  return read_day (day, &date) ? (int)g_date_get_weekday (&date) : 0;
}

/**
 * scr_day_add:
 * @day: (nullable): a day
 * @days: how many days later; negative for earlier
 *
 * Returns: (transfer full) (nullable): that day, or %NULL if @day is not valid or the sum is out of reach
 */
char *
scr_day_add (const char *day, int days)
{
  int number;

  if (!scr_day_to_number (day, &number) || ABS ((gint64)days) > 1000000)
    return NULL;
  return scr_day_from_number (number + days);
}

/**
 * scr_day_between:
 * @from: a day
 * @to: a day
 *
 * Returns: how many days @to is later than @from (negative if earlier); 0 if one of them is not valid
 */
int
scr_day_between (const char *from, const char *to)
{
  int a, b;

  if (!scr_day_to_number (from, &a) || !scr_day_to_number (to, &b))
    return 0;
  return b - a;
}

/**
 * scr_day_is_within:
 * @day: a day
 * @from: (nullable): the first day; %NULL is since ever
 * @until: (nullable): the last day, still within; %NULL is without end
 *
 * Returns: whether what lasts from @from until @until is in force on @day
 */
gboolean
scr_day_is_within (const char *day, const char *from, const char *until)
{
  return (from == NULL || strcmp (from, day) <= 0) && (until == NULL || strcmp (until, day) >= 0);
}

/**
 * scr_time_is_valid:
 * @time: (nullable): a text
 *
 * Returns: whether @time is a time of day from "00:00" to "23:59"
 */
gboolean
scr_time_is_valid (const char *time)
{
  int hour, minute;

  if (time == NULL || strlen (time) != 5 || time[2] != ':')
    return FALSE;
  hour = read_digits (time, 2);
  minute = read_digits (time + 3, 2);
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}
