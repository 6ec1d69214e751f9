/* Values as people read them: days, times, durations, numbers, choices and titles, in one language; and the
 * way back, from what a person types.
 *
 * Every view, report and history line says a value through here, so that all agree. Names of months and
 * weekdays and the patterns of days come from the message catalogue, so that no generated locale is needed.
 * What is typed is read in the language given and in English. Pure but for the source that is handed in; its
 * thread.
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

/* Days and quantities: scr-format-day.c */
char *scr_format_day (const ScrLanguage *language, const char *day, ScrDayStyle style);
char *scr_format_weekday (const ScrLanguage *language, const char *day, gboolean abbreviated);
char *scr_format_month (const ScrLanguage *language, const char *day);
char *scr_format_month_short (const ScrLanguage *language, const char *day);
char *scr_format_times (const ScrLanguage *language, const char *start, double length);
char *scr_format_duration (const ScrLanguage *language, double minutes);
char *scr_format_number (const ScrLanguage *language, double number);
char *scr_format_ago (const ScrLanguage *language, gint64 then, gint64 now);

/* Fields and titles of items: scr-format.c */
char *scr_format_value (const ScrLanguage *language,
                        ScrSource *source,
                        const ScrField *field,
                        const ScrValue *value);
char *scr_format_field (const ScrLanguage *language, ScrSource *source, ScrItem *item, const char *field);
char *scr_format_title (const ScrLanguage *language, ScrSource *source, ScrItem *item);
char *scr_format_partnership (const ScrLanguage *language, ScrSource *source, ScrItem *item);

/* What a person typed, in the interface's language: scr-parse-day.c, scr-parse-number.c */
gboolean scr_parse_day (const char *typed, const char *today, char **day);
gboolean scr_parse_time (const char *typed, char **time);
gboolean scr_parse_duration (const char *typed, double *minutes);
gboolean scr_parse_number (const char *typed, double *number);

/* The same in another language. */
gboolean scr_parse_day_in (const ScrLanguage *language, const char *typed, const char *today, char **day);
gboolean scr_parse_duration_in (const ScrLanguage *language, const char *typed, double *minutes);
gboolean scr_parse_number_in (const ScrLanguage *language, const char *typed, double *number);

G_END_DECLS
