/* Numbers and durations that a person typed. See scr-format.h. */
#include "config.h"

#include "scr-format-private.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DIGITS "0123456789"

/* Twenty years of minutes: nothing in a record takes longer. */
#define MAX_MINUTES 1e7

/* Whole digits and nothing else, at least one and not too many. */
static gboolean
read_whole (const char *text, gsize length, double *number)
{
  g_autofree char *digits = NULL;

  if (length < 1 || length > 15 || strspn (text, DIGITS) < length)
    return FALSE;
  digits = g_strndup (text, length);
  *number = g_ascii_strtod (digits, NULL);
  return TRUE;
}

/* "1/2", "1 1/2". */
static gboolean
read_fraction (const char *text, double *number)
{
  const char *slash = strchr (text, '/');
  const char *above = text;
  double whole = 0, numerator, denominator;
  gsize length = strspn (text, DIGITS);

  if (text[length] == ' ')
    {
      if (!read_whole (text, length, &whole))
        return FALSE;
      above = text + length + strspn (text + length, " ");
    }
  if (above > slash || !read_whole (above, (gsize)(slash - above), &numerator)
      || !read_whole (slash + 1, strlen (slash + 1), &denominator) || denominator == 0)
    return FALSE;
  *number = whole + numerator / denominator;
  return TRUE;
}

/* Which of "." and "," parts whole from tenths in `text`: the last of both; or the only one, unless it stands
 * where it parts thousands and is not the language's own decimal sign. '\0' if none does. */
static char
find_decimal_sign (const ScrLanguage *language, const char *text)
{
  const char own = *scr_words_decimal_sign (language) == ',' ? ',' : '.';
  const char *point = strrchr (text, '.'), *comma = strrchr (text, ',');
  const char *last = point > comma ? point : comma;

  if (last == NULL)
    return '\0';
  if (point != NULL && comma != NULL)
    return *last;
  /* Several of one sort part thousands. */
  if (strchr (text, *last) != last)
    return '\0';
  if (*last != own && strlen (last + 1) == 3 && last > text && last - text <= 3 && *text != '0')
    return '\0';
  return *last;
}

/* "1,500.25": groups of three digits, parted by one sign, then perhaps a decimal part. */
static gboolean
read_decimal (const ScrLanguage *language, const char *text, double *number)
{
  const char sign = find_decimal_sign (language, text);
  const char *end = sign != '\0' ? strchr (text, sign) : text + strlen (text);
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize group = strspn (text, DIGITS);
  const char *at = text + group;
  const char separator = at < end ? *at : '\0';

  g_string_append_len (digits, text, (gssize)group);
  if (at < end && (group < 1 || group > 3))
    return FALSE;
  for (; at < end; at += 4)
    {
      if (*at != separator || strchr (" ,.'", *at) == NULL || end - at < 4 || strspn (at + 1, DIGITS) < 3)
        return FALSE;
      g_string_append_len (digits, at + 1, 3);
    }
  if (sign != '\0')
    {
      gsize decimals = strlen (end + 1);

      if (decimals < 1 || strspn (end + 1, DIGITS) != decimals)
        return FALSE;
      g_string_append_c (digits, '.');
      g_string_append (digits, end + 1);
    }
  if (digits->len < 1 || digits->len > 40)
    return FALSE;
  *number = g_ascii_strtod (digits->str, NULL);
  return TRUE;
}

static gboolean
read_quantity (const ScrLanguage *language, const char *text, double *number)
{
  return strchr (text, '/') != NULL ? read_fraction (text, number) : read_decimal (language, text, number);
}

/**
 * scr_parse_number_in:
 * @language: (nullable): a language
 * @typed: (nullable): what a person typed: "1.5", "1,5", "1½", "1 1/2", "-3", "1,500.25", "1 500"
 * @number: (out): the number; unchanged if there is none
 *
 * A single sign before three digits, as in "1,500", parts thousands unless it is the decimal sign of
 * @language.
 *
 * Returns: whether @typed is a number
 */
gboolean
scr_parse_number_in (const ScrLanguage *language, const char *typed, double *number)
{
  g_autofree char *plain = scr_typed_make_plain (typed);
  const char *at = plain;
  double found;

  if (plain == NULL)
    return FALSE;
  if (*at == '-' || *at == '+')
    at += 1 + strspn (at + 1, " ");
  if (!read_quantity (language, at, &found))
    return FALSE;
  *number = *plain == '-' && found != 0 ? -found : found;
  return TRUE;
}

/**
 * scr_parse_number:
 * @typed: (nullable): what a person typed
 * @number: (out): the number; unchanged if there is none
 *
 * As scr_parse_number_in(), in the interface's language.
 *
 * Returns: whether @typed is a number
 */
gboolean
scr_parse_number (const char *typed, double *number)
{
  return scr_parse_number_in (NULL, typed, number);
}

/* Durations. */

/* Whether a word is the one that durations are written with, or one of those that people type for it. */
static gboolean
is_unit (const char *word, const char *pattern, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (pattern, "%s", 2);

  for (guint i = 0; parts[i] != NULL; i++)
    if (scr_typed_is_one_of (word, parts[i], " "))
      return TRUE;
  return scr_typed_is_one_of (word, words, "|");
}

/* Minutes in the unit that `word` names; 0 if it names none. */
static double
get_unit (const ScrLanguage *language, const char *word)
{
  if (scr_typed_is_one_of (word, "h hr hrs hour hours", " ")
      || is_unit (word, scr_tr_context (language, "duration", "%s h"),
                  /* TRANSLATORS: words that people may type for hours, separated by | */
                  scr_tr_context (language, "typed duration", "h|hr|hrs|hour|hours")))
    return 60;
  if (scr_typed_is_one_of (word, "m min mins minute minutes", " ")
      || is_unit (word, scr_tr_context (language, "duration", "%s min"),
                  /* TRANSLATORS: words that people may type for minutes, separated by | */
                  scr_tr_context (language, "typed duration", "m|min|mins|minute|minutes")))
    return 1;
  return 0;
}

/* "1:30". */
static gboolean
read_clock (const char *plain, double *minutes)
{
  const char *colon = strchr (plain, ':');
  double hours, rest;

  if (!read_whole (plain, (gsize)(colon - plain), &hours) || strlen (colon + 1) != 2
      || !read_whole (colon + 1, 2, &rest) || rest > 59)
    return FALSE;
  *minutes = hours * 60 + rest;
  return TRUE;
}

/* Takes one quantity with its unit, if it has one, off `at`. */
static gboolean
read_part (const ScrLanguage *language, const char **at, double *quantity, double *unit)
{
  gsize length = strspn (*at, DIGITS " .,/'");
  g_autofree char *number = g_strstrip (g_strndup (*at, length));
  g_autofree char *word = NULL;

  *at += length;
  length = strcspn (*at, DIGITS " ");
  word = g_strndup (*at, length);
  *at += length + strspn (*at + length, " ");
  *unit = get_unit (language, g_strstrip (g_strdelimit (word, ".,", ' ')));
  return read_quantity (language, number, quantity) && (*word == '\0' || *unit > 0);
}

/* "90", "1½ hours", "1 h 30 min", "1 h 30": hours first, minutes if no unit is named. */
static gboolean
read_parts (const ScrLanguage *language, const char *plain, double *minutes)
{
  const char *at = plain;
  double first, first_unit, second, second_unit;

  if (!read_part (language, &at, &first, &first_unit))
    return FALSE;
  *minutes = first * (first_unit > 0 ? first_unit : 1);
  if (*at == '\0')
    return first_unit == 60 || floor (first) == first;
  if (first_unit != 60 || floor (first) != first || !read_part (language, &at, &second, &second_unit))
    return FALSE;
  *minutes += second;
  return *at == '\0' && second_unit != 60 && floor (second) == second && second < 60;
}

/**
 * scr_parse_duration_in:
 * @language: (nullable): a language
 * @typed: (nullable): what a person typed: "90", "45 min", "1:30", "1 h 30", "1½ hours", "1.5 h"
 * @minutes: (out): the duration in whole minutes; unchanged if there is none
 *
 * Units are read in @language and in English. Without a unit, minutes are meant.
 *
 * Returns: whether @typed is a duration
 */
gboolean
scr_parse_duration_in (const ScrLanguage *language, const char *typed, double *minutes)
{
  g_autofree char *plain = scr_typed_make_plain (typed);
  double found;

  if (plain == NULL)
    return FALSE;
  if (!(strchr (plain, ':') != NULL ? read_clock (plain, &found) : read_parts (language, plain, &found)))
    return FALSE;
  if (found > MAX_MINUTES)
    return FALSE;
  *minutes = floor (found + 0.5);
  return TRUE;
}

/**
 * scr_parse_duration:
 * @typed: (nullable): what a person typed
 * @minutes: (out): the duration in whole minutes; unchanged if there is none
 *
 * As scr_parse_duration_in(), in the interface's language.
 *
 * Returns: whether @typed is a duration
 */
gboolean
scr_parse_duration (const char *typed, double *minutes)
{
  return scr_parse_duration_in (NULL, typed, minutes);
}
