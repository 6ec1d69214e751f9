/* Values as people read them: days, times, durations, numbers, choices and titles, in one language.
 *
 * Every view, report and history line says a value through here, so that all agree.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_DAY_LONG,  /* 12 June 2019 */
  SCR_DAY_FULL,  /* Wednesday 12 June 2019 */
  SCR_DAY_SHORT, /* 12 June: without the year */
  SCR_DAY_MONTH, /* June 2019 */
} ScrDayStyle;

char *scr_format_day (const ScrLanguage *language, const char *day, ScrDayStyle style);
char *scr_format_weekday (const ScrLanguage *language, const char *day, gboolean abbreviated);
char *scr_format_month (const ScrLanguage *language, const char *day);
char *scr_format_duration (const ScrLanguage *language, double minutes);
char *scr_format_number (const ScrLanguage *language, double number);
char *scr_format_ago (const ScrLanguage *language, gint64 then, gint64 now);

char *scr_format_value (const ScrLanguage *language, ScrSource *source, const ScrField *field, const ScrValue *value);
char *scr_format_field (const ScrLanguage *language, ScrSource *source, ScrItem *item, const char *field);
char *scr_format_title (const ScrLanguage *language, ScrSource *source, ScrItem *item);
char *scr_format_partnership (const ScrLanguage *language, ScrSource *source, ScrItem *item);

gboolean scr_parse_day (const char *typed, const char *today, char **day);
gboolean scr_parse_time (const char *typed, char **time);
gboolean scr_parse_duration (const char *typed, double *minutes);
gboolean scr_parse_number (const char *typed, double *number);

G_END_DECLS
