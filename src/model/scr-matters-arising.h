/* Matters arising: what earlier meetings of a group agreed and nobody has done yet, for the agenda of its
 * next one.
 *
 * Pure, the source's thread.
 */
#pragma once

#include "scr-source.h"

G_BEGIN_DECLS

gboolean scr_meeting_is_ahead (ScrItem *meeting);
GPtrArray *scr_matters_arising_list (ScrSource *source, ScrItem *meeting);
ScrItem *scr_matters_arising_find_item (ScrSource *source, ScrItem *meeting, const char *title);

G_END_DECLS
