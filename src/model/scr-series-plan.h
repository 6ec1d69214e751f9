/* ScrSeriesPlan - what laying out a series would do with each of its days: make a meeting, leave the one that
 * is there, let it follow to another day, or take it away.
 *
 * A plain value that is shown before anything is done, and that the command then does. A meeting that was
 * held stays as it was; one that was cancelled or moved by hand keeps its day; one with an agenda or papers
 * of its own is never taken away. Laying out twice plans nothing the second time. Pure over items; their
 * source's thread.
 */
#pragma once

#include "scr-item.h"
#include "scr-language.h"

G_BEGIN_DECLS

/* Of what a change to a meeting of a series is to hold. */
typedef enum
{
  SCR_SCOPE_THIS,
  SCR_SCOPE_LATER, /* this one and those after it */
  SCR_SCOPE_ALL,
} ScrSeriesScope;

typedef enum
{
  SCR_SERIES_MAKE,   /* all that are missing are made */
  SCR_SERIES_EXTEND, /* those after the last that there is are made; none is altered */
  SCR_SERIES_ALTER,  /* meetings follow the rule to other days, or go where it has none for them */
} ScrSeriesMode;

typedef enum
{
  SCR_SERIES_ADD,
  SCR_SERIES_KEEP,
  SCR_SERIES_SHIFT,     /* follows the rule to another day */
  SCR_SERIES_HELD,      /* was held: stays as it was */
  SCR_SERIES_BY_HAND,   /* was moved by hand: stays on its own day */
  SCR_SERIES_CANCELLED, /* stays cancelled */
  SCR_SERIES_OWN,       /* the rule gives no day for it, but it has content of its own: stays */
  SCR_SERIES_REMOVE,    /* the rule gives no day for it: goes into the bin */
  SCR_SERIES_N_WHATS,
} ScrSeriesWhat;

typedef struct
{
  ScrSeriesWhat what;
  char *day;        /* where the meeting is afterwards */
  char *occurrence; /* the day that the rule gives it */
  ScrItem *meeting; /* (nullable): owned; none if it is to be made */
} ScrSeriesStep;

typedef struct
{
  GPtrArray *steps; /* (element-type ScrSeriesStep), by day */
  guint n[SCR_SERIES_N_WHATS];
} ScrSeriesPlan;

ScrSeriesPlan *
scr_series_plan_new (GPtrArray *days, GPtrArray *meetings, GHashTable *with_content, ScrSeriesMode mode);
ScrSeriesPlan *
scr_series_plan_new_moved (GPtrArray *was, GPtrArray *days, GPtrArray *meetings, ScrItem *in_hand);
void scr_series_plan_free (ScrSeriesPlan *self);
char *scr_series_plan_to_words (const ScrLanguage *language, const ScrSeriesPlan *self);

gboolean scr_series_meeting_was_held (ScrItem *meeting);
gboolean scr_series_meeting_is_cancelled (ScrItem *meeting);
const char *scr_series_meeting_get_occurrence (ScrItem *meeting);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrSeriesPlan, scr_series_plan_free)

G_END_DECLS
