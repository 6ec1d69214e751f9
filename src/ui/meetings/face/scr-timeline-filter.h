/* ScrTimelineFilter - what the timeline and the month leave out: kinds of things, all groups but one, all
 * without some words. One of it for each window, so that both show the same.
 *
 * Lives as long as its context. What is hidden is remembered; groups and words are not. Main thread. Signal:
 * "changed" ().
 */
#pragma once

#include "scr-context.h"
#include "scr-timeline.h"

G_BEGIN_DECLS

#define SCR_TYPE_TIMELINE_FILTER (scr_timeline_filter_get_type ())
G_DECLARE_FINAL_TYPE (ScrTimelineFilter, scr_timeline_filter, SCR, TIMELINE_FILTER, GObject)

ScrTimelineFilter *scr_timeline_filter_get (ScrContext *context);

void scr_timeline_filter_narrow (ScrTimelineFilter *self, ScrTimelineQuery *query);
gboolean scr_timeline_filter_is_used (ScrTimelineFilter *self);
const char *scr_timeline_filter_get_group (ScrTimelineFilter *self);
const char *scr_timeline_filter_get_words (ScrTimelineFilter *self);
void scr_timeline_filter_set_words (ScrTimelineFilter *self, const char *words);
void scr_timeline_filter_read_groups (ScrTimelineFilter *self);

/* For a face: its actions are "timeline.…". */
void scr_timeline_filter_add_actions (ScrTimelineFilter *self, GActionMap *map);
void scr_timeline_filter_append_to_menu (ScrTimelineFilter *self, GMenu *menu);

G_END_DECLS
