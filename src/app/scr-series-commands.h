/* Series of meetings: laying them out as meetings of their own, and altering one, this and later, or all.
 *
 * Each is one labelled change that shows first, as a plan, what it will do. Meetings that were held stay as
 * they were, those with an agenda of their own keep it, and a day that was left out does not come back. On
 * failure nothing is altered and the error says why in a plain sentence. Main thread, with the thread's own
 * store.
 *
 * What a series holds is given as a draft: an item of kind "series" that no record holds, with the fields
 * that are to be (scr_series_draft_new()).
 */
#pragma once

#include "scr-meeting-commands.h"
#include "scr-series-plan.h"

G_BEGIN_DECLS

/* More meetings than these are not laid out at once. */
#define SCR_SERIES_MOST 366

ScrItem *scr_series_draft_new (ScrStore *store, ScrItem *from);
void scr_series_draft_set (ScrItem *draft, const char *field, const char *text);
char *scr_series_dup_end (ScrStore *store, ScrItem *series, gboolean further);

ScrSeriesPlan *scr_series_plan_for (ScrStore *store,
                                    ScrItem *series,
                                    ScrItem *meeting,
                                    ScrItem *draft,
                                    ScrSeriesScope scope,
                                    const char *until,
                                    GError **error);
ScrItem *scr_command_make_series (ScrStore *store,
                                  ScrItem *draft,
                                  ScrItem *meeting,
                                  const char *until,
                                  GError **error);
gboolean scr_command_extend_series (ScrStore *store, ScrItem *series, const char *until, GError **error);
ScrItem *scr_command_alter_series (ScrStore *store,
                                   ScrItem *series,
                                   ScrItem *meeting,
                                   ScrItem *draft,
                                   ScrSeriesScope scope,
                                   const char *until,
                                   GError **error);

/* Giving one meeting of a series another time or lane, and of how many it is to hold: scr-series-spread.c */
gboolean
scr_series_move_concerns_others (const ScrTimelineEntry *entry, const ScrTimelineLane *lane, int first);
gboolean scr_command_reschedule_in_series (ScrStore *store,
                                           ScrItem *meeting,
                                           const ScrMeetingPlan *times,
                                           ScrSeriesScope scope,
                                           GError **error);
gboolean scr_command_move_entry_in_series (ScrStore *store,
                                           const ScrTimelineEntry *entry,
                                           const ScrTimelineLane *lane,
                                           int first,
                                           int last,
                                           ScrSeriesScope scope,
                                           GError **error);

/* Cancelling and deleting: scr-series-exceptions.c */
gboolean scr_command_cancel_in_series (ScrStore *store,
                                       ScrItem *meeting,
                                       const char *reason,
                                       ScrSeriesScope scope,
                                       GError **error);
gboolean
scr_command_delete_in_series (ScrStore *store, ScrItem *meeting, ScrSeriesScope scope, GError **error);

/* For commands that delete and restore meetings: scr-series-skips.c */
void scr_series_leave_out (ScrStore *store, ScrEdit *edit, GPtrArray *items);
void scr_series_take_back (ScrStore *store, ScrEdit *edit, GPtrArray *items);

G_END_DECLS
