/* Commands that make meetings and give what stands on the timeline its time: move, stretch, reschedule,
 * cancel. Each is one change and undoes as one. Main thread.
 *
 * Meetings that are in calendars elsewhere tell of a new time or a cancellation by a higher revision
 * ("sequence"), which these commands count.
 */
#pragma once

#include "scr-commands.h"
#include "scr-timeline.h"

G_BEGIN_DECLS

/**
 * ScrMeetingPlan:
 * @title: (nullable): %NULL or blank takes its group's name
 * @group: (nullable): identity of its group
 * @partnership: (nullable): identity of its partnership; the group's own goes before it
 * @priority: (nullable): identity of the priority it is for
 * @kind: (nullable): a meeting-kind; %NULL guesses it from the group's kind
 * @day: "YYYY-MM-DD"
 * @last_day: (nullable): only if it lasts several days
 * @start: (nullable): "HH:MM"
 * @zone: (nullable): of the place; %NULL is the record's
 * @length: minutes; 0 if it is not known
 * @scrutineer: whether the scrutineer attends
 */
typedef struct
{
  const char *title;
  const char *group;
  const char *partnership;
  const char *priority;
  const char *kind;
  const char *day;
  const char *last_day;
  const char *start;
  const char *zone;
  double length;
  gboolean scrutineer;
} ScrMeetingPlan;

char *scr_meeting_dup_kind_of_group (ScrSource *source, const char *group);
ScrItem *scr_command_make_meeting (ScrStore *store, const ScrMeetingPlan *plan, GError **error);
gboolean scr_command_reschedule (ScrStore *store, ScrItem *item, const ScrMeetingPlan *times, GError **error);
gboolean scr_command_cancel_meeting (ScrStore *store, ScrItem *meeting, const char *reason, GError **error);
gboolean scr_command_reinstate_meeting (ScrStore *store, ScrItem *meeting, GError **error);

/* What stands on a timeline: scr-timeline-commands.c */
gboolean scr_timeline_lane_takes (const ScrTimelineLane *lane, const ScrTimelineEntry *entry);
gboolean scr_command_move_entry (ScrStore *store,
                                 const ScrTimelineEntry *entry,
                                 const ScrTimelineLane *lane,
                                 int first,
                                 int last,
                                 GError **error);

/* For other commands: what these do to one item, not applied yet. */
ScrEdit *
scr_meeting_prepare_reschedule (ScrStore *store, ScrItem *item, const ScrMeetingPlan *times, GError **error);
ScrEdit *scr_timeline_prepare_move (ScrStore *store,
                                    const ScrTimelineEntry *entry,
                                    const ScrTimelineLane *lane,
                                    int first,
                                    int last,
                                    GError **error);

/* For commands that alter a meeting's time: one more revision, and the day that its series gave it. */
void scr_meeting_count_revision (ScrEdit *edit, ScrItem *meeting);
void scr_meeting_keep_occurrence (ScrEdit *edit, ScrItem *meeting);
void
scr_meeting_set_group (ScrStore *store, ScrEdit *edit, const char *kind, const char *id, const char *group);

G_END_DECLS
