/* Which meeting comes next: where an item that was not finished is carried to, and on which day a further
 * meeting like one may be.
 *
 * Pure rules over a source; the source's thread.
 */
#pragma once

#include "scr-source.h"

G_BEGIN_DECLS

ScrItem *scr_next_meeting_find (ScrSource *source, ScrItem *meeting);
char *scr_next_meeting_propose_day (ScrSource *source, ScrItem *meeting);

G_END_DECLS
