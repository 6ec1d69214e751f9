/* ScrToday - what needs a person's attention on a day, worst first: the rules behind the Today view and the
 * numbers in the sidebar.
 *
 * Reads a source, writes nothing. The day is the record's own today, so that an example can be shown as at
 * its day. Where the rules come from: product.md, "Today". Deadlines are counted in working days of the
 * record's nation. The source's thread.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_TODAY_NOW,        /* late, or due within a few working days: the latest first */
  SCR_TODAY_MEETINGS,   /* meetings in the next four weeks, and whether their pack is ready */
  SCR_TODAY_DIFFERENCE, /* priorities without an answer about the difference made: never asked first */
  SCR_TODAY_GAPS,       /* open gaps in who answers to whom, by the day they are to be closed */
  SCR_TODAY_COMING,     /* terms that end, activities not booked, reports to send, by day */
  SCR_TODAY_N_SECTIONS,
} ScrTodaySection;

typedef struct
{
  ScrItem *item;
  char *title;
  char *detail;          /* one dim line; "" if there is nothing more to say */
  char *day;             /* (nullable): the day it is about */
  char *pill;            /* (nullable): state in words */
  const char *pill_icon; /* (nullable): symbol of the pill; NULL for the one that goes with its tone */
  const char *tone;      /* (nullable): tone of the pill: "late", "soon", "done", "waiting" or "stopped" */
  const char *icon;      /* symbolic icon's name */
  int days_left;         /* working days until it is due; negative: how late it is. 0 where nothing is due */
} ScrTodayRow;

typedef struct
{
  GPtrArray *sections[SCR_TODAY_N_SECTIONS]; /* (element-type ScrTodayRow) */
  char *day;
} ScrToday;

ScrToday *scr_today_new (const ScrLanguage *language, ScrSource *source, const char *partnership);
void scr_today_free (ScrToday *self);
guint scr_today_count_late (const ScrToday *self);

/* What the sidebar tells beside the views' names. */
guint scr_today_count_now (ScrSource *source, const char *partnership, guint *late);
guint scr_today_count_gaps (ScrSource *source, const char *partnership);
guint scr_today_count_late_disputes (ScrSource *source, const char *partnership);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrToday, scr_today_free)

G_END_DECLS
