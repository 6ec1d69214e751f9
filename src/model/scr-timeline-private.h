/* What the files that fill an ScrTimeline from a record share. Private to model/. */
#pragma once

#include "scr-format.h"
#include "scr-timeline.h"
#include "scr-working-days.h"

G_BEGIN_DECLS

typedef struct
{
  ScrTimeline *timeline;
  const ScrLanguage *language;
  ScrSource *source;
  const ScrTimelineQuery *query;
  char *from; /* the days of the query, and the record's today, as text */
  char *until;
  char *today;
  GHashTable *lanes;     /* key of a lane to its index plus one */
  GPtrArray *ranks;      /* (element-type utf8): what each lane is sorted by */
  GHashTable *items;     /* "kind/identity" to ScrItem: what entries refer to again and again */
  GHashTable *titles;    /* ScrItem to its title */
  GHashTable *at;        /* identity of a meeting to the title of the activity that is done there */
  ScrHolidays *holidays; /* (nullable): read when first needed */
  char *nation;
} ScrTimelineMaker;

/* Names of parts of a name: scr-timeline-read.c */
void scr_timeline_say (GString *name, const char *part);
ScrItem *scr_timeline_get_item (ScrTimelineMaker *maker, const char *kind, const char *id);
const char *scr_timeline_get_title (ScrTimelineMaker *maker, ScrItem *item);
const char *scr_timeline_get_choice_icon (ScrTimelineMaker *maker, const char *choice, const char *otherwise);
const char *scr_timeline_get_choice_tone (ScrTimelineMaker *maker, const char *choice);
const char *scr_timeline_get_choice_label (ScrTimelineMaker *maker, const char *choice);
char *
scr_timeline_format_days (ScrTimelineMaker *maker, const char *first, const char *last, ScrDayStyle style);
gboolean scr_timeline_is_hidden (ScrTimelineMaker *maker, ScrTimelineSort sort);
gboolean scr_timeline_is_in_view (ScrTimelineMaker *maker, int first, int last);
gboolean scr_timeline_is_wanted (ScrTimelineMaker *maker, const char *title, guint lane);
GPtrArray *scr_timeline_list_over (ScrTimelineMaker *maker,
                                   const char *kind,
                                   const char *from_field,
                                   const char *until_field);
void scr_timeline_finish_entry (ScrTimelineMaker *maker, ScrTimelineEntry *entry, GString *name);

void scr_timeline_lane_free (gpointer lane); /* scr-timeline.c */

/* Lanes: scr-timeline-lanes.c */
void scr_timeline_begin_lanes (ScrTimelineMaker *maker);
guint scr_timeline_get_lane_for (ScrTimelineMaker *maker,
                                 const char *group,
                                 const char *partnership,
                                 const char *priority,
                                 const char *kind,
                                 ScrTimelineSort sort);
guint scr_timeline_get_extra_lane (ScrTimelineMaker *maker, ScrTimelineSort sort);
void scr_timeline_end_lanes (ScrTimelineMaker *maker);

/* What stands in them. */
void scr_timeline_add_meetings (ScrTimelineMaker *maker);   /* scr-timeline-meetings.c */
void scr_timeline_add_activities (ScrTimelineMaker *maker); /* scr-timeline-meetings.c */
void scr_timeline_add_milestones (ScrTimelineMaker *maker); /* scr-timeline-days.c */
void scr_timeline_add_inspections (ScrTimelineMaker *maker);
void scr_timeline_add_reports (ScrTimelineMaker *maker);
void scr_timeline_add_terms (ScrTimelineMaker *maker); /* scr-timeline-spans.c */
void scr_timeline_add_cycles (ScrTimelineMaker *maker);
void scr_timeline_add_disputes (ScrTimelineMaker *maker); /* scr-timeline-disputes.c */

G_END_DECLS
