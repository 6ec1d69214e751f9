/* What the files of ScrToday share. Private to model/. */
#pragma once

#include "scr-due.h"
#include "scr-format.h"
#include "scr-today.h"

G_BEGIN_DECLS

/* How far ahead a deadline needs attention now, in working days. */
#define SCR_TODAY_SOON SCR_DUE_SOON
/* The same for the stage of a dispute, which has only five to begin with. */
#define SCR_TODAY_SOON_STAGE 1
/* How far ahead meetings are shown, in days. */
#define SCR_TODAY_MEETING_DAYS 28
/* How far ahead ends of terms, unbooked activities and reports are shown, in days. */
#define SCR_TODAY_COMING_DAYS 120
/* How far ahead a gap's day shows as a clock, in days. */
#define SCR_TODAY_GAP_DAYS 30

typedef struct
{
  ScrToday *today;
  const ScrLanguage *language;
  ScrSource *source;
  const char *partnership; /* (nullable) */
  const ScrDues *dues;
  char *soon_day;       /* the last day that is SCR_TODAY_SOON working days away */
  char *soon_stage_day; /* the same for SCR_TODAY_SOON_STAGE */
} ScrTodayMaker;

ScrTodayRow *scr_today_add_row (ScrTodayMaker *maker,
                                ScrTodaySection section,
                                ScrItem *item,
                                char *title,
                                char *detail,
                                const char *icon);
void scr_today_set_due (ScrTodayMaker *maker, ScrTodayRow *row, const char *due);
int scr_today_days_left (ScrTodayMaker *maker, const char *due);
char *scr_today_join (char *first, char *second);
char *scr_today_field (ScrTodayMaker *maker, ScrItem *item, const char *name);
char *scr_today_place (ScrTodayMaker *maker, ScrItem *item);

gboolean scr_today_is_over (ScrItem *meeting);
guint scr_today_count_missing_papers (ScrTodayMaker *maker, ScrItem *meeting, guint *all);

GPtrArray *scr_today_list_unsent (ScrTodayMaker *maker, const char *last);
gboolean scr_today_is_unsent (ScrItem *report);
char *scr_today_name_unsent (ScrTodayMaker *maker, ScrItem *report);
char *scr_today_count_recipients (ScrTodayMaker *maker, ScrItem *report);

void scr_today_add_now (ScrTodayMaker *maker);
void scr_today_add_meetings (ScrTodayMaker *maker);
void scr_today_add_difference (ScrTodayMaker *maker);
void scr_today_add_gaps (ScrTodayMaker *maker);
void scr_today_add_coming (ScrTodayMaker *maker);

G_END_DECLS
