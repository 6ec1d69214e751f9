/* With which day weeks begin. See the header. */
#include "config.h"

#include "scr-month-week.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>

/* Where the locale says nothing of its own: as everywhere else in the application. */
#define MONDAY 1

#ifdef __GLIBC__
/* glibc: a day from which it counts, Sunday or Monday, and the number of the first, 1 for that day. */
static int
ask_locale (void)
{
  int counted = nl_langinfo (_NL_TIME_FIRST_WEEKDAY)[0];
  guint from = (guint)(gsize)nl_langinfo (_NL_TIME_WEEK_1STDAY);
  int monday_based = from == 19971130 ? counted - 1 : counted;

  return counted < 1 || counted > 7 ? MONDAY : monday_based == 0 ? 7 : monday_based;
}
#endif

/**
 * scr_month_get_first_weekday:
 *
 * Returns: with which day weeks begin in the person's locale: 1 for Monday to 7 for Sunday
 */
int
scr_month_get_first_weekday (void)
{
#ifdef __GLIBC__
  const char *locale = setlocale (LC_TIME, NULL);

  if (locale != NULL && strcmp (locale, "C") != 0 && strcmp (locale, "POSIX") != 0
      && !g_str_has_prefix (locale, "C."))
    return ask_locale ();
#endif
  return MONDAY;
}
