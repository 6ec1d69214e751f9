/* The scale of a timeline: into which days, weeks, months, quarters and years it is divided, and what they
 * are called.
 *
 * Days are numbers as scr_day_to_number() gives them. Weeks begin on Monday. Quarters and years are those of
 * the programme, which may begin with any month. Pure functions; any thread.
 */
#pragma once

#include "scr-language.h"

G_BEGIN_DECLS

/* How many days may lie across: a week to five years. */
#define SCR_TIME_LEAST_DAYS 7.0
#define SCR_TIME_MOST_DAYS 1827.0

typedef enum
{
  SCR_TIME_DAY,
  SCR_TIME_WEEK,
  SCR_TIME_MONTH,
  SCR_TIME_QUARTER,
  SCR_TIME_YEAR,
  SCR_TIME_N_UNITS,
} ScrTimeUnit;

/* How much of a unit's name is said. */
typedef enum
{
  SCR_TIME_SHORT, /* 12; Jun; Q2 */
  SCR_TIME_PLAIN, /* Wed 12; 12 June (a week's Monday); June; April to June */
  SCR_TIME_WHOLE, /* Wednesday 12 June 2019; June 2019; Q2 2019/20 */
} ScrTimeStyle;

int scr_time_floor (ScrTimeUnit unit, int day, int year_start);
int scr_time_next (ScrTimeUnit unit, int day, int year_start);
char *
scr_time_format (const ScrLanguage *language, ScrTimeUnit unit, int day, int year_start, ScrTimeStyle style);

ScrTimeUnit scr_time_choose_lower (double px_a_day, const double *least);
ScrTimeUnit scr_time_choose_upper (ScrTimeUnit lower);
double scr_time_step_zoom (double days, int steps);
char *scr_time_format_zoom (const ScrLanguage *language, double days);
char *scr_time_format_distance (const ScrLanguage *language, int days);

gboolean scr_time_is_week_end (int day);
int scr_time_least_day (void);
int scr_time_most_day (void);

G_END_DECLS
