/* Days and times of day as they are kept: "YYYY-MM-DD" and "HH:MM", from 1 January 1800 to 31 December 2300.
 *
 * Kept texts of days and times compare rightly byte by byte. Pure functions; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SCR_DAY_FIRST_YEAR 1800
#define SCR_DAY_LAST_YEAR 2300

gboolean scr_day_is_valid (const char *day);
gboolean scr_day_is_past_range (const char *day);
gboolean scr_day_to_number (const char *day, int *number);
char *scr_day_from_number (int number);
char *scr_day_from_parts (int year, int month, int day);
gboolean scr_day_get_parts (const char *day, int *year, int *month, int *day_of_month);
int scr_day_get_weekday (const char *day);
char *scr_day_add (const char *day, int days);
int scr_day_between (const char *from, const char *to);
gboolean scr_day_is_within (const char *day, const char *from, const char *until);
gboolean scr_time_is_valid (const char *time);

G_END_DECLS
