/* Approved minutes: what they consist of, whether they are locked, and which edits a record refuses for it.
 *
 * Locked is what the minutes of a meeting tell: its agenda (text and structure), the minutes of the meeting
 * as a whole, attendance, interests, decisions, and which actions were agreed (title, meeting and item). Not
 * locked, because they go on after the meeting or are not part of the minutes: owner, due day, state and
 * proof of actions, papers, packs, notes of the meeting, the scrutineer's own observations, askings,
 * evidence, challenges and key messages. A meeting as a whole may be put into the bin, and comes back with
 * its minutes. What is removed for good from the bin, such as a person, goes from attendance too; the text of
 * the version keeps the name.
 *
 * A correction is a further version in draft: it opens the minutes until it is approved or discarded. A
 * meeting whose state says that its minutes are approved, but which has no version (older records), is locked
 * too; there its state alone may be set back. Nobody sets that state by hand, as no version would be kept
 * (scr_minutes_check_state()). The store asks scr_minutes_check_edit() before it writes; undo
 * and redo restore what was, and are not asked. Pure, any thread that owns the source.
 */
#pragma once

#include "scr-edit.h"
#include "scr-error.h"
#include "scr-source.h"

G_BEGIN_DECLS

#define SCR_MINUTES_DRAFT "minutes-state.draft"
#define SCR_MINUTES_APPROVED "minutes-state.approved"
#define SCR_MINUTES_CORRECTED "minutes-state.corrected"

gboolean scr_minutes_are_locked (ScrSource *source, const char *meeting_id);
gboolean scr_minutes_hold_locked (ScrSource *source, ScrItem *item, const char *field);
ScrItem *scr_minutes_get_version (ScrSource *source, const char *meeting_id, const char *state);
gboolean scr_minutes_check_state (ScrSource *source,
                                  ScrItem *item,
                                  const char *field,
                                  const ScrValue *value,
                                  GError **error);
gboolean scr_minutes_check_edit (ScrSource *source, const ScrEdit *edit, GError **error);

G_END_DECLS
