/* What the files of ScrToday share. Private to model/. */
#pragma once

#include "scr-format.h"
#include "scr-today.h"
#include "scr-working-days.h"

G_BEGIN_DECLS

/* How far ahead a deadline needs attention now, in working days. */
#define SCR_TODAY_SOON 2
/* How far ahead meetings are shown, in days. */
#define SCR_TODAY_MEETING_DAYS 28
/* How far ahead ends of terms and unbooked activities are shown, in days. */
#define SCR_TODAY_COMING_DAYS 120

typedef struct
{
  ScrToday *today;
  const ScrLanguage *language;
  ScrSource *source;
  const char *partnership; /* (nullable) */
  ScrHolidays *holidays;
  const char *nation;
} ScrTodayMaker;

ScrTodayRow *scr_today_add_row (ScrTodayMaker *maker,
                                ScrTodaySection section,
                                ScrItem *item,
                                char *title,
                                char *detail,
                                const char *icon);
void scr_today_set_due (ScrTodayMaker *maker, ScrTodayRow *row, const char *due);
int scr_today_days_left (ScrTodayMaker *maker, const char *due);
GPtrArray *
scr_today_list (ScrTodayMaker *maker, const char *kind, const char *field, ScrTest test, const char *text);
char *scr_today_join (char *first, char *second);

void scr_today_add_now (ScrTodayMaker *maker);
void scr_today_add_meetings (ScrTodayMaker *maker);
void scr_today_add_difference (ScrTodayMaker *maker);
void scr_today_add_gaps (ScrTodayMaker *maker);
void scr_today_add_coming (ScrTodayMaker *maker);

G_END_DECLS
