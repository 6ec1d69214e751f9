/* ScrCalendarPlan - what taking in a calendar file would do to a record: meeting by meeting, before anything
 * is done.
 *
 * Meetings are known by their identity in calendars (UID), so that a file that is taken in twice alters
 * nothing the second time. With each imported meeting the record keeps what its calendar said then; so it can
 * tell what the file altered since from what a person altered here, and only where both did, or where nothing
 * is known of it, somebody must choose. What a file does not say is left as it is. A plain value made from a
 * source and written by a command; one thread at a time.
 */
#pragma once

#include "scr-calendar-read.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_PLAN_NEW,
  SCR_PLAN_ALTERED,   /* in the file only */
  SCR_PLAN_CANCELLED, /* the file says so */
  SCR_PLAN_CONFLICT,  /* altered here as well, held already, or in the bin: a person chooses */
  SCR_PLAN_OLDER,     /* the record has a later revision */
  SCR_PLAN_SAME,
  SCR_PLAN_N_SORTS,
} ScrPlanSort;

/* Fields of a meeting that a calendar tells. */
typedef enum
{
  SCR_PLAN_TITLE,
  SCR_PLAN_DAY,
  SCR_PLAN_START,
  SCR_PLAN_LENGTH,
  SCR_PLAN_LAST_DAY,
  SCR_PLAN_ZONE,
  SCR_PLAN_PLACE,
  SCR_PLAN_ONLINE,
  SCR_PLAN_STATE, /* only whether it is cancelled */
  SCR_PLAN_N_FIELDS,
} ScrPlanField;

typedef struct
{
  ScrPlanSort sort;
  gboolean is_chosen;
  ScrCalendarEvent *event; /* the file's */
  const char *meeting;     /* (nullable): the one that it is in the record */
  gboolean is_in_bin;
  guint altered;                         /* bits of the fields that would be: 1 << SCR_PLAN_DAY */
  const char *before[SCR_PLAN_N_FIELDS]; /* (nullable) each: as the record has them */
  const char *after[SCR_PLAN_N_FIELDS];  /* (nullable) each: as they would be */
  const char *why;                       /* (nullable): a sentence: why a person must choose, or why not */
  const char *kind;                      /* (nullable): the kind of meeting that it seems to be */
  const char *group;                     /* (nullable): the group whose it seems to be */
  const char *series;                    /* (nullable): the series that it is part of */
} ScrPlanEntry;

/* A series that is new: made with the first of its meetings that is taken in. */
typedef struct
{
  char *id;
  const ScrCalendarSeries *said; /* the file's */
} ScrPlanSeries;

typedef struct
{
  ScrCalendarRead *read;
  GPtrArray *entries; /* (element-type ScrPlanEntry) */
  GPtrArray *series;  /* (element-type ScrPlanSeries) */
  guint counts[SCR_PLAN_N_SORTS];
  GHashTable *made;    /* (element-type utf8 ScrPlanSeries): the same, by identity in calendars */
  GHashTable *names;   /* identities that entries point to */
  GStringChunk *words; /* what entries point to, as far as it is not @read's */
} ScrCalendarPlan;

ScrCalendarPlan *scr_calendar_plan_new (ScrSource *source,
                                        ScrCalendarRead *read,
                                        ScrProgressFunc progress,
                                        gpointer user_data,
                                        GCancellable *cancellable,
                                        GError **error);
void scr_calendar_plan_free (ScrCalendarPlan *self);

const char *scr_plan_field_get_name (ScrPlanField field);
char *scr_plan_entry_dup_base (const ScrPlanEntry *entry);
guint scr_calendar_plan_count_chosen (const ScrCalendarPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrCalendarPlan, scr_calendar_plan_free)

G_END_DECLS
