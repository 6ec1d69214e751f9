/* ScrRepeat - how often a series comes again, as a plain value that a form can edit and a sentence can tell.
 *
 * It is what scr-recurrence (exchange) reads from a recurrence rule and writes as one; what of a rule has no
 * place here is kept in `rest` and written back, so that nothing that a calendar said is lost. Also the days
 * of a series that were left out or added by hand, as `series.skipped` keeps them. Pure; any thread.
 */
#pragma once

#include "scr-language.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_REPEAT_DAYS,
  SCR_REPEAT_WEEKS,
  SCR_REPEAT_MONTHS,
  SCR_REPEAT_YEARS,
} ScrRepeatUnit;

/* Which day of the month: only of months and years. */
typedef enum
{
  SCR_REPEAT_BY_DATE,    /* the 15th, the last day */
  SCR_REPEAT_BY_WEEKDAY, /* the third Wednesday, the last Thursday */
} ScrRepeatBy;

/* Of `nth` and `date`. */
#define SCR_REPEAT_LAST (-1)

#define SCR_REPEAT_MAX_EVERY 32767
#define SCR_REPEAT_MAX_COUNT 9999

typedef struct
{
  ScrRepeatUnit unit;
  guint every;    /* 1 is every week, 2 every second one */
  guint weekdays; /* weeks: bits, 1 << 0 is Monday; 0 is that of the first day */
  ScrRepeatBy by; /* months and years */
  int weekday;    /* by weekday: 1 is Monday */
  int nth;        /* by weekday: 1 to 5, or SCR_REPEAT_LAST */
  int date;       /* by date: 1 to 31, SCR_REPEAT_LAST, or 0 for that of the first day */
  int month;      /* years: 1 to 12, or 0 for that of the first day */
  char *until;    /* (nullable): the last day on which it may come */
  guint count;    /* how many times, 0 without end */
  char *rest;     /* (nullable): parts of the rule that the above cannot say: "BYSETPOS=-1" */
} ScrRepeat;

ScrRepeat *scr_repeat_new (ScrRepeatUnit unit, guint every);
ScrRepeat *scr_repeat_copy (const ScrRepeat *self);
void scr_repeat_free (ScrRepeat *self);
gboolean scr_repeat_equal (const ScrRepeat *a, const ScrRepeat *b);
ScrRepeat *scr_repeat_new_from_day (ScrRepeatUnit unit, guint every, ScrRepeatBy by, const char *day);
gboolean scr_repeat_is_special (const ScrRepeat *self);
gboolean scr_repeat_follow (ScrRepeat *self, const char *from, const char *to);

/* In words: scr-repeat-words.c */
char *scr_repeat_to_words (const ScrLanguage *language, const ScrRepeat *self, const char *first);
const char *scr_repeat_nth_to_words (const ScrLanguage *language, int nth, int weekday);

/* Days by hand: scr-skipped.c */
gboolean scr_skipped_is_valid (const char *skipped);
gboolean scr_skipped_has (const char *skipped, const char *day);
char *scr_skipped_add (const char *skipped, const char *day);
char *scr_skipped_remove (const char *skipped, const char *day);
char *scr_skipped_from (const char *skipped, const char *from, const char *until);
GPtrArray *scr_skipped_list_extra (const char *skipped);
char *scr_skipped_add_extra (const char *skipped, const char *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrRepeat, scr_repeat_free)

G_END_DECLS
