/* Days and times that a person typed. See scr-format.h.
 *
 * Read by hand from plain text: nothing here depends on the process's locale.
 */
#include "config.h"

#include "scr-day.h"
#include "scr-fold.h"
#include "scr-format-private.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_NUMBERS 3

/* What parts the words of a pattern of days. */
#define WORD_ENDS " .,-/"

static gboolean
is_word_character (const char *at)
{
  gunichar c = g_utf8_get_char (at);

  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Days. */

static gboolean
is_named (const char *word, const char *name, gboolean exact)
{
  g_autofree char *folded = scr_fold (name);

  if (exact)
    return strcmp (word, folded) == 0;
  return g_utf8_strlen (word, -1) >= 3 && g_str_has_prefix (folded, word);
}

/* The month that a word names, or begins to name; 0 for none, or for more than one. */
static int
find_month_of (const ScrLanguage *language, const char *word, gboolean exact)
{
  int found = 0;

  for (int month = 1; month <= 12; month++)
    if (is_named (word, scr_words_month (language, month), exact)
        || is_named (word, scr_words_month_in_date (language, month), exact))
      {
        if (found != 0)
          return 0;
        found = month;
      }
  return found;
}

static int
find_month (const ScrLanguage *language, const ScrLanguage *english, const char *word)
{
  const ScrLanguage *languages[] = {language, english};
  int month = 0;

  for (guint i = 0; month == 0 && i < 4; i++)
    month = find_month_of (languages[i % 2], word, i < 2);
  return month;
}

/* Words that say nothing more: weekdays, "8th", "of", and whatever the language's own pattern of a day has.
 */
static gboolean
is_filling (const ScrLanguage *language, const ScrLanguage *english, const char *word)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    for (int i = 0; i < 4; i++)
      if (scr_typed_is_one_of (word, scr_words_weekday (i < 2 ? language : english, weekday, i % 2),
                               WORD_ENDS))
        return TRUE;
  return scr_typed_is_one_of (word, "st nd rd th of the", WORD_ENDS)
         || scr_typed_is_one_of (word, scr_tr_context (language, "day", "%1$s %2$s %3$s"), WORD_ENDS)
         || scr_typed_is_one_of (
             word, scr_tr_context (language, "day with its weekday", "%1$s %2$s %3$s %4$s"), WORD_ENDS);
}

typedef struct
{
  int numbers[MAX_NUMBERS];
  guint digits[MAX_NUMBERS]; /* how many digits each was typed with */
  guint n;
  int month; /* 0 if it was not named */
} DayParts;

static gboolean
read_day_number (const char **at, DayParts *parts)
{
  int number = 0;
  guint digits = 0;

  for (; g_ascii_isdigit (**at); (*at)++, digits++)
    number = MIN (number * 10 + (**at - '0'), 100000);
  if (parts->n == MAX_NUMBERS || digits > 4)
    return FALSE;
  parts->numbers[parts->n] = number;
  parts->digits[parts->n++] = digits;
  return TRUE;
}

static gboolean
read_day_word (const ScrLanguage *language, const ScrLanguage *english, const char **at, DayParts *parts)
{
  const char *start = *at;
  g_autofree char *word = NULL;
  int month;

  while (**at != '\0' && is_word_character (*at))
    *at = g_utf8_next_char (*at);
  word = g_strndup (start, (gsize)(*at - start));
  month = find_month (language, english, word);
  /* A weekday may have the name of a month (in Welsh, Tuesday and March): after the day's number it is the
   * month. */
  if ((month == 0 || parts->n != 1 || parts->month != 0) && is_filling (language, english, word))
    return TRUE;
  if (month == 0 || parts->month != 0)
    return FALSE;
  parts->month = month;
  return TRUE;
}

/* Takes what was typed apart into numbers and a month's name; false at the first thing that is neither. */
static gboolean
read_day_parts (const ScrLanguage *language, const ScrLanguage *english, const char *plain, DayParts *parts)
{
  const char *at = plain;

  while (*at != '\0')
    {
      gboolean understood = TRUE;

      if (g_ascii_isdigit (*at))
        understood = read_day_number (&at, parts);
      else if (is_word_character (at))
        understood = read_day_word (language, english, &at, parts);
      else if (strchr (" ,./-", *at) != NULL || g_utf8_get_char (at) == 0x060c)
        at = g_utf8_next_char (at);
      else
        understood = FALSE;
      if (!understood)
        return FALSE;
    }
  return TRUE;
}

/* The year of a number as typed; one of two digits is near our time. */
static int
get_year (const DayParts *parts, guint index)
{
  int number = parts->numbers[index];

  if (parts->digits[index] == 4)
    return number;
  if (parts->digits[index] == 2)
    return number < 80 ? 2000 + number : 1900 + number;
  return -1;
}

static char *
combine_day_parts (const DayParts *parts, const char *today)
{
  gboolean year_first = parts->n > 1 && parts->digits[0] == 4;
  guint wanted = parts->month != 0 ? 1 : 2; /* numbers that are no year */
  guint first = year_first ? 1 : 0;
  int year = -1, month, day;

  if (parts->n == wanted)
    {
      if (year_first || !scr_day_get_parts (today, &year, NULL, NULL))
        return NULL;
    }
  else if (parts->n == wanted + 1)
    year = get_year (parts, year_first ? 0 : parts->n - 1);
  else
    return NULL;
  if (parts->month != 0)
    {
      month = parts->month;
      day = parts->numbers[first];
    }
  else
    {
      /* Day before month, but for ISO form. */
      month = parts->numbers[1];
      day = parts->numbers[year_first ? 2 : 0];
    }
  return scr_day_from_parts (year, month, day);
}

/* "today", "+3": days by their distance. */
static gboolean
read_distance (const ScrLanguage *language, const char *plain, int *days)
{
  const struct
  {
    const char *english, *own;
    int days;
  } words[] = {
      /* TRANSLATORS: what people may type for a day, in small letters */
      {"today", scr_tr_context (language, "typed day", "today"), 0},
      {"tomorrow", scr_tr_context (language, "typed day", "tomorrow"), 1},
      {"yesterday", scr_tr_context (language, "typed day", "yesterday"), -1},
  };
  gsize length = strspn (plain + 1, "0123456789");

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (is_named (plain, words[i].own, TRUE) || is_named (plain, words[i].english, TRUE))
      {
        *days = words[i].days;
        return TRUE;
      }
  if ((*plain != '+' && *plain != '-') || length < 1 || length > 5 || plain[1 + length] != '\0')
    return FALSE;
  *days = (int)g_ascii_strtoll (plain, NULL, 10);
  return TRUE;
}

/**
 * scr_parse_day_in:
 * @language: (nullable): a language
 * @typed: (nullable): what a person typed: "8 July 2019", "8/7/19", "8.7.2019", "2019-07-08", "8 July" or
 * "8/7" (of this year), "Monday 8 July 2019", "today", "tomorrow", "yesterday", "+3"
 * @today: (nullable): the day that those without a year count from
 * @day: (out) (transfer full): the day; %NULL if there is none
 *
 * Months may be abbreviated to three letters and more, in @language or in English. Numbers alone are day,
 * month, year.
 *
 * Returns: whether @typed is a real day
 */
gboolean
scr_parse_day_in (const ScrLanguage *language, const char *typed, const char *today, char **day)
{
  g_autofree char *plain = scr_typed_make_plain (typed);
  g_autoptr (ScrLanguage) english = scr_language_load ("en", NULL);
  DayParts parts = {0};
  int distance;

  *day = NULL;
  if (plain == NULL)
    return FALSE;
  if (read_distance (language, plain, &distance))
    *day = scr_day_add (today, distance);
  else if (read_day_parts (language, english, plain, &parts))
    *day = combine_day_parts (&parts, today);
  return *day != NULL;
}

/**
 * scr_parse_day:
 * @typed: (nullable): what a person typed
 * @today: (nullable): the day that those without a year count from
 * @day: (out) (transfer full): the day; %NULL if there is none
 *
 * As scr_parse_day_in(), in the interface's language.
 *
 * Returns: whether @typed is a real day
 */
gboolean
scr_parse_day (const char *typed, const char *today, char **day)
{
  return scr_parse_day_in (NULL, typed, today, day);
}

/* Times of day. */

static gboolean
read_half (const char *suffix, int *hour)
{
  gboolean afternoon = scr_typed_is_one_of (suffix, "p pm p.m p.m.", " ");

  if (*suffix == '\0')
    return TRUE;
  if ((!afternoon && !scr_typed_is_one_of (suffix, "a am a.m a.m.", " ")) || *hour < 1 || *hour > 12)
    return FALSE;
  *hour = *hour % 12 + (afternoon ? 12 : 0);
  return TRUE;
}

/**
 * scr_parse_time:
 * @typed: (nullable): what a person typed: "9", "9:30", "9.30", "930", "2pm", "2.15 p.m.", "14:00"
 * @time: (out) (transfer full): the time of day, "HH:MM"; %NULL if there is none
 *
 * Returns: whether @typed is a time of day
 */
gboolean
scr_parse_time (const char *typed, char **time)
{
  g_autofree char *plain = scr_typed_make_plain (typed);
  const char *at = plain;
  gsize digits = plain != NULL ? strspn (plain, "0123456789") : 0;
  int number, hour, minute = 0;

  *time = NULL;
  if (digits < 1 || digits > 4)
    return FALSE;
  number = (int)g_ascii_strtoll (plain, NULL, 10);
  hour = digits > 2 ? number / 100 : number;
  minute = digits > 2 ? number % 100 : 0;
  at += digits;
  if (digits <= 2 && (*at == ':' || *at == '.' || *at == 'h') && g_ascii_isdigit (at[1]))
    {
      if (strspn (at + 1, "0123456789") != 2)
        return FALSE;
      minute = (int)g_ascii_strtoll (at + 1, NULL, 10);
      at += 3;
    }
  at += strspn (at, " ");
  if (!read_half (at, &hour) || hour > 23 || minute > 59)
    return FALSE;
  *time = g_strdup_printf ("%02d:%02d", hour, minute);
  return TRUE;
}
