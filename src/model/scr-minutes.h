/* The minutes of a meeting in words: one CommonMark text of its agenda, who was there, what was said, decided
 * and agreed, and interests declared.
 *
 * A version keeps this text when it is approved, so that it reads the same whatever becomes of people and
 * groups later. Actions stand there with owner and due day as they are at that time, not with their state.
 * Pure, the source's thread.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

char *scr_minutes_dup_text (ScrSource *source, ScrItem *meeting, const ScrLanguage *language);
guint scr_minutes_get_next_number (ScrSource *source, const char *meeting_id);

G_END_DECLS
