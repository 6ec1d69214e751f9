/* How often a series comes again, in words. See scr-repeat.h.
 *
 * A sentence is chosen for each shape of rule, and a phrase for each day in it: languages order and inflect
 * them differently, so neither is put together from single words.
 */
#include "config.h"

#include "scr-repeat.h"

#include "scr-day.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* TRANSLATORS: these stand in sentences such as "Every two months on the last Thursday". */
static const char *const nth_words[6][7] = {
    {N_ ("on the first Monday"), N_ ("on the first Tuesday"), N_ ("on the first Wednesday"),
     N_ ("on the first Thursday"), N_ ("on the first Friday"), N_ ("on the first Saturday"),
     N_ ("on the first Sunday")},
    {N_ ("on the second Monday"), N_ ("on the second Tuesday"), N_ ("on the second Wednesday"),
     N_ ("on the second Thursday"), N_ ("on the second Friday"), N_ ("on the second Saturday"),
     N_ ("on the second Sunday")},
    {N_ ("on the third Monday"), N_ ("on the third Tuesday"), N_ ("on the third Wednesday"),
     N_ ("on the third Thursday"), N_ ("on the third Friday"), N_ ("on the third Saturday"),
     N_ ("on the third Sunday")},
    {N_ ("on the fourth Monday"), N_ ("on the fourth Tuesday"), N_ ("on the fourth Wednesday"),
     N_ ("on the fourth Thursday"), N_ ("on the fourth Friday"), N_ ("on the fourth Saturday"),
     N_ ("on the fourth Sunday")},
    {N_ ("on the fifth Monday"), N_ ("on the fifth Tuesday"), N_ ("on the fifth Wednesday"),
     N_ ("on the fifth Thursday"), N_ ("on the fifth Friday"), N_ ("on the fifth Saturday"),
     N_ ("on the fifth Sunday")},
    {N_ ("on the last Monday"), N_ ("on the last Tuesday"), N_ ("on the last Wednesday"),
     N_ ("on the last Thursday"), N_ ("on the last Friday"), N_ ("on the last Saturday"),
     N_ ("on the last Sunday")},
};

static const char *const weekday_words[7]
    = {N_ ("on Monday"), N_ ("on Tuesday"),  N_ ("on Wednesday"), N_ ("on Thursday"),
       N_ ("on Friday"), N_ ("on Saturday"), N_ ("on Sunday")};

/**
 * scr_repeat_nth_to_words:
 * @language: (nullable): a language
 * @nth: 1 to 5, or SCR_REPEAT_LAST
 * @weekday: 1 is Monday
 *
 * Returns: (transfer none): "on the last Thursday"
 */
const char *
scr_repeat_nth_to_words (const ScrLanguage *language, int nth, int weekday)
{
  int row = nth == SCR_REPEAT_LAST ? 5 : CLAMP (nth, 1, 5) - 1;

  return scr_tr (language, nth_words[row][CLAMP (weekday, 1, 7) - 1]);
}

/* "on Monday, on Wednesday" */
static char *
list_weekdays (const ScrLanguage *language, guint weekdays)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  char *list;

  for (guint i = 0; i < 7; i++)
    if (weekdays & (1u << i))
      g_ptr_array_add (words, (gpointer)scr_tr (language, weekday_words[i]));
  if (words->len == 2)
    /* TRANSLATORS: two days of the week: "on Monday and on Wednesday". */
    return g_strdup_printf (scr_tr (language, "%1$s and %2$s"), (char *)words->pdata[0],
                            (char *)words->pdata[1]);
  g_ptr_array_add (words, NULL);
  /* TRANSLATORS: between days of the week: "on Monday, on Wednesday, on Friday". */
  list = g_strjoinv (scr_tr_context (language, "list of days", ", "), (char **)words->pdata);
  return list;
}

static char *
say_weeks (const ScrLanguage *language, const ScrRepeat *self, const char *first)
{
  int weekday = first != NULL ? scr_day_get_weekday (first) : 0;
  guint weekdays = self->weekdays != 0 || weekday == 0 ? self->weekdays : 1u << (weekday - 1);
  g_autofree char *days = list_weekdays (language, weekdays);

  if (weekdays == 0)
    return g_strdup_printf (scr_tr_plural (language, "Every week", "Every %u weeks", self->every),
                            self->every);
  if (self->every == 1)
    /* TRANSLATORS: %s are days: "on Tuesday", "on Monday and on Wednesday". */
    return g_strdup_printf (scr_tr (language, "Every week %s"), days);
  if (self->every == 2)
    /* TRANSLATORS: %s are days: "on Tuesday", "on Monday and on Wednesday". */
    return g_strdup_printf (scr_tr (language, "Every two weeks %s"), days);
  /* TRANSLATORS: %1$u is a number of weeks, %2$s are days: "on Tuesday". */
  return g_strdup_printf (
      scr_tr_plural (language, "Every %1$u week %2$s", "Every %1$u weeks %2$s", self->every), self->every,
      days);
}

/* "on day 15", "on the last day", "on the third Wednesday"; NULL if not even the first day is known. */
static char *
say_day_of_month (const ScrLanguage *language, const ScrRepeat *self, const char *first)
{
  int date = self->date;

  if (self->by == SCR_REPEAT_BY_WEEKDAY)
    return g_strdup (scr_repeat_nth_to_words (language, self->nth, self->weekday));
  if (date == 0 && scr_repeat_is_special (self))
    return NULL;
  if (date == SCR_REPEAT_LAST)
    /* TRANSLATORS: stands in "Every month on the last day". */
    return g_strdup (scr_tr (language, "on the last day"));
  if (date == 0 && !scr_day_get_parts (first, NULL, NULL, &date))
    return NULL;
  /* TRANSLATORS: stands in "Every month on day 15": the 15th of the month. */
  return g_strdup_printf (scr_tr (language, "on day %d"), date);
}

static char *
say_months (const ScrLanguage *language, const ScrRepeat *self, const char *first)
{
  g_autofree char *day = say_day_of_month (language, self, first);

  if (day == NULL)
    return g_strdup_printf (scr_tr_plural (language, "Every month", "Every %u months", self->every),
                            self->every);
  if (self->every == 1)
    /* TRANSLATORS: %s is a day: "on the last Thursday", "on day 15", "on the last day". */
    return g_strdup_printf (scr_tr (language, "Every month %s"), day);
  if (self->every == 2)
    /* TRANSLATORS: %s is a day: "on the last Thursday", "on day 15", "on the last day". */
    return g_strdup_printf (scr_tr (language, "Every two months %s"), day);
  /* TRANSLATORS: %1$u is a number of months, %2$s a day: "on the last Thursday", "on day 15". */
  return g_strdup_printf (
      scr_tr_plural (language, "Every %1$u month %2$s", "Every %1$u months %2$s", self->every), self->every,
      day);
}

/* "on 29 February", "in November, on the last Thursday" */
static char *
say_day_of_year (const ScrLanguage *language, const ScrRepeat *self, const char *first)
{
  int month = self->month;
  int date = self->date;
  g_autofree char *day = NULL;
  g_autofree char *in_month = NULL;
  g_autofree char *name = NULL;
  g_autofree char *of_month = NULL;

  if ((month == 0 || (self->by == SCR_REPEAT_BY_DATE && date == 0)) && scr_repeat_is_special (self))
    return NULL;
  if (month == 0 && !scr_day_get_parts (first, NULL, &month, NULL))
    return NULL;
  if (date == 0 && !scr_day_get_parts (first, NULL, NULL, &date))
    return NULL;
  if (self->by == SCR_REPEAT_BY_DATE && date > 0)
    {
      /* A leap year, so that 29 February is a day. */
      day = scr_day_from_parts (2020, month, date);
      name = day != NULL ? scr_format_day (language, day, SCR_DAY_SHORT) : NULL;
      /* TRANSLATORS: %s is a day without its year: stands in "Every year on 29 February". */
      return name != NULL ? g_strdup_printf (scr_tr (language, "on %s"), name) : NULL;
    }
  in_month = scr_day_from_parts (2020, month, 1);
  name = scr_format_month (language, in_month);
  of_month = say_day_of_month (language, self, first);
  /* TRANSLATORS: %1$s is a month, %2$s a day: stands in "Every year in November, on the last Thursday". */
  return g_strdup_printf (scr_tr (language, "in %1$s, %2$s"), name, of_month);
}

static char *
say_years (const ScrLanguage *language, const ScrRepeat *self, const char *first)
{
  g_autofree char *day = say_day_of_year (language, self, first);

  if (day == NULL)
    return g_strdup_printf (scr_tr_plural (language, "Every year", "Every %u years", self->every),
                            self->every);
  if (self->every == 1)
    /* TRANSLATORS: %s is a day: "on 29 February", "in November, on the last Thursday". */
    return g_strdup_printf (scr_tr (language, "Every year %s"), day);
  /* TRANSLATORS: %1$u is a number of years, %2$s a day: "on 29 February". */
  return g_strdup_printf (
      scr_tr_plural (language, "Every %1$u year %2$s", "Every %1$u years %2$s", self->every), self->every,
      day);
}

static char *
say_shape (const ScrLanguage *language, const ScrRepeat *self, const char *first)
{
  switch (self->unit)
    {
    case SCR_REPEAT_WEEKS:
      return say_weeks (language, self, first);
    case SCR_REPEAT_MONTHS:
      return say_months (language, self, first);
    case SCR_REPEAT_YEARS:
      return say_years (language, self, first);
    case SCR_REPEAT_DAYS:
    default:
      return g_strdup_printf (scr_tr_plural (language, "Every day", "Every %u days", self->every),
                              self->every);
    }
}

static char *
say_end (const ScrLanguage *language, const ScrRepeat *self, const char *shape)
{
  g_autofree char *until = NULL;

  if (self->until != NULL)
    {
      until = scr_format_day (language, self->until, SCR_DAY_LONG);
      /* TRANSLATORS: %1$s is how often, %2$s a day: "Every month on the last Thursday, until 3 March 2020".
       */
      return g_strdup_printf (scr_tr (language, "%1$s, until %2$s"), shape, until);
    }
  if (self->count > 0)
    /* TRANSLATORS: %1$s is how often: "Every month on the last Thursday, 6 times". */
    return g_strdup_printf (scr_tr_plural (language, "%1$s, %2$u time", "%1$s, %2$u times", self->count),
                            shape, self->count);
  return g_strdup (shape);
}

/**
 * scr_repeat_to_words:
 * @language: (nullable): a language
 * @self: a rule
 * @first: (nullable): the first day of the series, for what the rule leaves to it
 *
 * Returns: (transfer full): "Every two months on the last Thursday"
 */
char *
scr_repeat_to_words (const ScrLanguage *language, const ScrRepeat *self, const char *first)
{
  g_autofree char *shape = say_shape (language, self, first);
  g_autofree char *special = NULL;

  if (scr_repeat_is_special (self))
    /* TRANSLATORS: %1$s is how often, %2$s is code that calendars write, such as BYSETPOS=-1. */
    special
        = g_strdup_printf (scr_tr (language, "%1$s, with a condition of its own (%2$s)"), shape, self->rest);
  return say_end (language, self, special != NULL ? special : shape);
}
