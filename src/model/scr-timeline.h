/* ScrTimeline - what happened, happens and is planned between two days, in lanes: meetings, activities,
 * milestones, terms, cycles, disputes, inspections, reports due.
 *
 * What the timeline, the month and the list show alike. A plain value that reads a source and writes nothing:
 * it is made afresh when the record changes or another span of days comes into view. Days are numbers as
 * scr-day gives them (scr_day_to_number). The source's thread.
 *
 * Always holds: lanes keep the order in which they are to be shown; entries are sorted by lane, then by first
 * day, start, title and identity, so that the same record gives the same timeline; `lanes[i].first_entry` and
 * `n_entries` tell which are a lane's.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

/* What can be shown or hidden, one by one. */
typedef enum
{
  SCR_TIMELINE_MEETINGS,
  SCR_TIMELINE_ACTIVITIES,
  SCR_TIMELINE_MILESTONES, /* of arrangements: due against actual */
  SCR_TIMELINE_TERMS,
  SCR_TIMELINE_CYCLES, /* of learning hubs */
  SCR_TIMELINE_DISPUTES,
  SCR_TIMELINE_INSPECTIONS,
  SCR_TIMELINE_REPORTS, /* due days of reports and of what is to be submitted */
  SCR_TIMELINE_N_SORTS,
} ScrTimelineSort;

/* What the lanes stand for. */
typedef enum
{
  SCR_LANES_GROUP,
  SCR_LANES_PARTNERSHIP,
  SCR_LANES_PRIORITY,
  SCR_LANES_KIND,
  SCR_LANES_N,
} ScrTimelineLanes;

/* How an entry is drawn. */
typedef enum
{
  SCR_TIMELINE_CHIP,   /* begins at its day; as wide as its text, or as its days */
  SCR_TIMELINE_BAR,    /* from its first to its last day */
  SCR_TIMELINE_POINT,  /* a diamond at its day: filled if `met` */
  SCR_TIMELINE_STAGES, /* a bar in parts, one for each stage */
} ScrTimelineShape;

/* One stage of a dispute's span. */
typedef struct
{
  int first;
  int last;
  char *label;      /* "1", "2" */
  char *name;       /* "Line managers, met 4 June" */
  const char *tone; /* "done", "soon", "late", "waiting" */
} ScrTimelineStage;

typedef struct
{
  ScrItem *item; /* owned */
  ScrTimelineSort sort;
  ScrTimelineShape shape;
  guint lane;
  int first;        /* day */
  int last;         /* day, at least `first`; G_MAXINT where it has no end yet */
  int start;        /* minutes since midnight in the meeting's own zone, -1 if no time is known */
  int length;       /* minutes, 0 if unknown */
  char *label;      /* short, on the chip: "Board, 14 May" */
  char *detail;     /* (nullable): a second, dim line: "due 30 June, not yet published" */
  char *name;       /* in full, for assistive technology and tooltip: what, kind, day, time, lane, state */
  const char *icon; /* symbolic icon's name */
  const char *first_field; /* (nullable): which field of the item holds its first day */
  const char *last_field;  /* (nullable): which field holds its last day */
  const char *tone;        /* (nullable): of its state: "done", "late", "soon", "waiting", "stopped" */
  gboolean
      held; /* a meeting that took place, or anything else that is over and done: not moved without asking */
  gboolean met;         /* a milestone that was reached */
  gboolean movable;     /* its day can be altered by dragging */
  gboolean stretchable; /* its end can be altered by dragging */
  GPtrArray *stages;    /* (element-type ScrTimelineStage) (nullable): only of a dispute */
} ScrTimelineEntry;

typedef struct
{
  char *id; /* (nullable): identity of the group, partnership, priority or choice; %NULL for what belongs to
               none */
  const char
      *field; /* (nullable): which field of a meeting a drop into this lane sets: "group", "partnership",
                 "priority", "kind"; %NULL if nothing may be dropped here from elsewhere */
  char *title;
  char *detail;     /* (nullable): "Bexley" */
  const char *icon; /* symbolic icon's name */
  guint first_entry;
  guint n_entries;
} ScrTimelineLane;

/**
 * ScrTimelineQuery:
 * @partnership: (nullable): whose timeline; %NULL is all
 * @lanes: what the lanes stand for
 * @hidden: bits of what is left out: `1 << SCR_TIMELINE_TERMS`
 * @from: first day that is shown
 * @until: last day that is shown
 * @group: (nullable): only what belongs to this group
 * @contains: (nullable): only what has these words in its title or its lane's
 */
typedef struct
{
  const char *partnership;
  ScrTimelineLanes lanes;
  guint hidden;
  int from;
  int until;
  const char *group;
  const char *contains;
} ScrTimelineQuery;

typedef struct
{
  int from;
  int until;
  int today;          /* the record's own */
  GPtrArray *lanes;   /* (element-type ScrTimelineLane) */
  GPtrArray *entries; /* (element-type ScrTimelineEntry) */
} ScrTimeline;

ScrTimeline *scr_timeline_new (const ScrLanguage *language, ScrSource *source, const ScrTimelineQuery *query);
ScrTimeline *scr_timeline_new_single (const ScrTimelineEntry *entry, const ScrTimelineLane *lane);

/* For whoever fills one by hand: tests, benchmarks, and scr_timeline_new() itself. */
ScrTimeline *scr_timeline_new_empty (int from, int until, int today);
guint scr_timeline_add_lane (ScrTimeline *self,
                             const char *id,
                             const char *field,
                             const char *title,
                             const char *detail,
                             const char *icon);
ScrTimelineEntry *scr_timeline_add_entry (ScrTimeline *self,
                                          ScrItem *item,
                                          ScrTimelineSort sort,
                                          guint lane,
                                          int first,
                                          int last);
void scr_timeline_add_stage (ScrTimelineEntry *entry,
                             int first,
                             int last,
                             const char *label,
                             const char *name,
                             const char *tone);
void scr_timeline_sort (ScrTimeline *self);

void scr_timeline_free (ScrTimeline *self);
int scr_timeline_find (const ScrTimeline *self, const char *id);

static inline ScrTimelineLane *
scr_timeline_get_lane (const ScrTimeline *self, guint index)
{
  return g_ptr_array_index (self->lanes, index);
}

static inline ScrTimelineEntry *
scr_timeline_get_entry (const ScrTimeline *self, guint index)
{
  return g_ptr_array_index (self->entries, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrTimeline, scr_timeline_free)

G_END_DECLS
