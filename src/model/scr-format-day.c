/* Days, durations and numbers as people read them. See scr-format.h. */
#include "config.h"

#include "scr-day.h"
#include "scr-format-private.h"
#include "scr-format.h"
#include "scr-zone.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DAY_MINUTES (24 * 60)

/* The names are asked for with these contexts. */
#define IN_DATE "month within a date, as in 12 June 2019"
#define BY_ITSELF "month by itself, or with a year"
#define MONTH_SHORT "month, abbreviated"
#define WEEKDAY "weekday"
#define WEEKDAY_SHORT "weekday, abbreviated"

static const char *const months_in_date[] = {
    NC_ ("month within a date, as in 12 June 2019", "January"),
    NC_ ("month within a date, as in 12 June 2019", "February"),
    NC_ ("month within a date, as in 12 June 2019", "March"),
    NC_ ("month within a date, as in 12 June 2019", "April"),
    NC_ ("month within a date, as in 12 June 2019", "May"),
    NC_ ("month within a date, as in 12 June 2019", "June"),
    NC_ ("month within a date, as in 12 June 2019", "July"),
    NC_ ("month within a date, as in 12 June 2019", "August"),
    NC_ ("month within a date, as in 12 June 2019", "September"),
    NC_ ("month within a date, as in 12 June 2019", "October"),
    NC_ ("month within a date, as in 12 June 2019", "November"),
    NC_ ("month within a date, as in 12 June 2019", "December"),
};

static const char *const months[] = {
    NC_ ("month by itself, or with a year", "January"),   NC_ ("month by itself, or with a year", "February"),
    NC_ ("month by itself, or with a year", "March"),     NC_ ("month by itself, or with a year", "April"),
    NC_ ("month by itself, or with a year", "May"),       NC_ ("month by itself, or with a year", "June"),
    NC_ ("month by itself, or with a year", "July"),      NC_ ("month by itself, or with a year", "August"),
    NC_ ("month by itself, or with a year", "September"), NC_ ("month by itself, or with a year", "October"),
    NC_ ("month by itself, or with a year", "November"),  NC_ ("month by itself, or with a year", "December"),
};

static const char *const short_months[] = {
    NC_ ("month, abbreviated", "Jan"), NC_ ("month, abbreviated", "Feb"), NC_ ("month, abbreviated", "Mar"),
    NC_ ("month, abbreviated", "Apr"), NC_ ("month, abbreviated", "May"), NC_ ("month, abbreviated", "Jun"),
    NC_ ("month, abbreviated", "Jul"), NC_ ("month, abbreviated", "Aug"), NC_ ("month, abbreviated", "Sep"),
    NC_ ("month, abbreviated", "Oct"), NC_ ("month, abbreviated", "Nov"), NC_ ("month, abbreviated", "Dec"),
};

static const char *const weekdays[] = {
    NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
    NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
    NC_ ("weekday", "Sunday"),
};

static const char *const short_weekdays[] = {
    NC_ ("weekday, abbreviated", "Mon"), NC_ ("weekday, abbreviated", "Tue"),
    NC_ ("weekday, abbreviated", "Wed"), NC_ ("weekday, abbreviated", "Thu"),
    NC_ ("weekday, abbreviated", "Fri"), NC_ ("weekday, abbreviated", "Sat"),
    NC_ ("weekday, abbreviated", "Sun"),
};

/* The name of a month (1 to 12) in the form that it has beside a day. */
const char *
scr_words_month_in_date (const ScrLanguage *language, int month)
{
  return scr_tr_context (language, IN_DATE, months_in_date[month - 1]);
}

/* The name of a month (1 to 12) as one names it. */
const char *
scr_words_month (const ScrLanguage *language, int month)
{
  return scr_tr_context (language, BY_ITSELF, months[month - 1]);
}

/* The name of a weekday (1, Monday, to 7). */
const char *
scr_words_weekday (const ScrLanguage *language, int weekday, gboolean abbreviated)
{
  return abbreviated ? scr_tr_context (language, WEEKDAY_SHORT, short_weekdays[weekday - 1])
                     : scr_tr_context (language, WEEKDAY, weekdays[weekday - 1]);
}

/* What stands between the whole and its parts. */
const char *
scr_words_decimal_sign (const ScrLanguage *language)
{
  /* TRANSLATORS: what stands between whole and parts of a number, as in 1.5 */
  return scr_tr_context (language, "decimal sign", ".");
}

/**
 * scr_format_day:
 * @language: (nullable): a language
 * @day: (nullable): a day, "YYYY-MM-DD"
 * @style: how much of it to say
 *
 * Returns: (transfer full): the day in words; "" for none; @day itself if it is not a day
 */
char *
scr_format_day (const ScrLanguage *language, const char *day, ScrDayStyle style)
{
  g_autofree char *number = NULL, *of_year = NULL;
  const char *name;
  int year, month, day_of_month;

  if (!scr_day_get_parts (day, &year, &month, &day_of_month))
    return g_strdup (day != NULL ? day : "");
  number = g_strdup_printf ("%d", day_of_month);
  of_year = g_strdup_printf ("%d", year);
  name = scr_words_month_in_date (language, month);
  switch (style)
    {
    case SCR_DAY_FULL:
      /* TRANSLATORS: a day such as Wednesday 12 June 2019. %1$s is the weekday, %2$s the day of the month,
         %3$s the month, %4$s the year */
      return g_strdup_printf (scr_tr_context (language, "day with its weekday", "%1$s %2$s %3$s %4$s"),
                              scr_words_weekday (language, scr_day_get_weekday (day), FALSE), number, name,
                              of_year);
    case SCR_DAY_SHORT:
      /* TRANSLATORS: a day such as 12 June. %1$s is the day of the month, %2$s the month */
      return g_strdup_printf (scr_tr_context (language, "day without its year", "%1$s %2$s"), number, name);
    case SCR_DAY_MONTH:
      /* TRANSLATORS: a month such as June 2019. %1$s is the month, %2$s the year */
      return g_strdup_printf (scr_tr_context (language, "month of a year", "%1$s %2$s"),
                              scr_words_month (language, month), of_year);
    case SCR_DAY_LONG:
    default:
      /* TRANSLATORS: a day such as 12 June 2019. %1$s is the day of the month, %2$s the month, %3$s the year
       */
      return g_strdup_printf (scr_tr_context (language, "day", "%1$s %2$s %3$s"), number, name, of_year);
    }
}

/**
 * scr_format_weekday:
 * @language: (nullable): a language
 * @day: (nullable): a day
 * @abbreviated: whether a few letters will do
 *
 * Returns: (transfer full): its weekday, "Wednesday" or "Wed"; "" if @day is not a day
 */
char *
scr_format_weekday (const ScrLanguage *language, const char *day, gboolean abbreviated)
{
  int weekday = scr_day_get_weekday (day);

  return g_strdup (weekday > 0 ? scr_words_weekday (language, weekday, abbreviated) : "");
}

/**
 * scr_format_month:
 * @language: (nullable): a language
 * @day: (nullable): a day
 *
 * Returns: (transfer full): its month's name, "June"; "" if @day is not a day
 */
char *
scr_format_month (const ScrLanguage *language, const char *day)
{
  int month;

  return g_strdup (scr_day_get_parts (day, NULL, &month, NULL) ? scr_words_month (language, month) : "");
}

/**
 * scr_format_month_short:
 * @language: (nullable): a language
 * @day: (nullable): a day
 *
 * Returns: (transfer full): its month's name in a few letters, "Jun"; "" if @day is not a day
 */
char *
scr_format_month_short (const ScrLanguage *language, const char *day)
{
  int month;

  return g_strdup (scr_day_get_parts (day, NULL, &month, NULL)
                       ? scr_tr_context (language, MONTH_SHORT, short_months[month - 1])
                       : "");
}

/**
 * scr_format_times:
 * @language: (nullable): a language
 * @start: (nullable): when something begins, "HH:MM"
 * @length: how long it lasts, in minutes; 0, less, or no number if that is not known
 *
 * Returns: (transfer full): "14:00 to 16:00", or only when it begins; "" if @start is no time
 */
char *
scr_format_times (const ScrLanguage *language, const char *start, double length)
{
  int begin, end;

  if (!scr_time_to_minutes (start, &begin))
    return g_strdup ("");
  if (!(length > 0))
    return g_strdup_printf ("%d:%02d", begin / 60, begin % 60);
  end = (int)((begin + (gint64)MIN (length, 1e6)) % DAY_MINUTES);
  /* TRANSLATORS: times of day: from, to. */
  return g_strdup_printf (scr_tr (language, "%d:%02d to %d:%02d"), begin / 60, begin % 60, end / 60,
                          end % 60);
}

/**
 * scr_format_number:
 * @language: (nullable): a language
 * @number: a number
 *
 * Returns: (transfer full): the number, to ten digits, with the language's decimal sign; "" if it is not
 * finite
 */
char *
scr_format_number (const ScrLanguage *language, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
  g_auto (GStrv) parts = NULL;

  if (!isfinite (number))
    return g_strdup ("");
  /* Exponents say nothing to most people. */
  if (fabs (number) >= 1e10)
    g_ascii_formatd (digits, sizeof digits, "%.0f", number);
  else if (fabs (number) < 1e-4)
    g_ascii_formatd (digits, sizeof digits, "%.0f", fabs (number));
  else
    g_ascii_formatd (digits, sizeof digits, "%.10g", number);
  parts = g_strsplit (digits, ".", 2);
  return g_strjoinv (scr_words_decimal_sign (language), parts);
}

/**
 * scr_format_duration:
 * @language: (nullable): a language
 * @minutes: how long, in minutes
 *
 * Returns: (transfer full): the duration in hours and minutes, "1 h 30 min"; "" if it is none
 */
char *
scr_format_duration (const ScrLanguage *language, double minutes)
{
  double whole = floor (minutes + 0.5);
  g_autofree char *hours_text = NULL, *minutes_text = NULL;

  if (!isfinite (minutes) || minutes < 0)
    return g_strdup ("");
  hours_text = scr_format_number (language, floor (whole / 60));
  minutes_text = scr_format_number (language, fmod (whole, 60));
  if (whole < 60)
    /* TRANSLATORS: a duration in minutes, such as 45 min */
    return g_strdup_printf (scr_tr_context (language, "duration", "%s min"), minutes_text);
  if (fmod (whole, 60) == 0)
    /* TRANSLATORS: a duration in hours, such as 2 h */
    return g_strdup_printf (scr_tr_context (language, "duration", "%s h"), hours_text);
  /* TRANSLATORS: a duration in hours and minutes, such as 1 h 30 min */
  return g_strdup_printf (scr_tr_context (language, "duration", "%1$s h %2$s min"), hours_text, minutes_text);
}

static char *
format_day_of_moment (const ScrLanguage *language, gint64 moment)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (moment);
  g_autofree char *day = time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;

  return scr_format_day (language, day, SCR_DAY_LONG);
}

/**
 * scr_format_ago:
 * @language: (nullable): a language
 * @then: a moment, in seconds since 1970
 * @now: another one
 *
 * Returns: (transfer full): how long @then was before @now, in one unit: "2 days ago". A moment yet to come,
 * as clocks that differ make them, is "just now" within a day and else named by its day
 */
char *
scr_format_ago (const ScrLanguage *language, gint64 then, gint64 now)
{
  /* No moment of a record is thousands of years away from another, and the difference may not overflow. */
  const gint64 far = G_GINT64_CONSTANT (100000000000);
  gint64 seconds = CLAMP (now, -far, far) - CLAMP (then, -far, far);
  gulong days = seconds > 0 ? (gulong)(seconds / 86400) : 0;
  gulong n;

  if (seconds < -86400)
    return format_day_of_moment (language, then);
  if (seconds < 60)
    return g_strdup (scr_tr (language, "just now"));
  if (seconds < 3600)
    {
      n = (gulong)seconds / 60;
      return g_strdup_printf (scr_tr_plural (language, "%lu minute ago", "%lu minutes ago", n), n);
    }
  if (days < 1)
    {
      n = (gulong)seconds / 3600;
      return g_strdup_printf (scr_tr_plural (language, "%lu hour ago", "%lu hours ago", n), n);
    }
  if (days < 14)
    return g_strdup_printf (scr_tr_plural (language, "%lu day ago", "%lu days ago", days), days);
  if (days < 60)
    {
      n = days / 7;
      return g_strdup_printf (scr_tr_plural (language, "%lu week ago", "%lu weeks ago", n), n);
    }
  if (days < 730)
    {
      n = (days * 12 + 182) / 365;
      return g_strdup_printf (scr_tr_plural (language, "%lu month ago", "%lu months ago", n), n);
    }
  n = days / 365;
  return g_strdup_printf (scr_tr_plural (language, "%lu year ago", "%lu years ago", n), n);
}
