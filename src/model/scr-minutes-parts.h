/* What minutes consist of: which kinds, which of their fields, and which items belong to one meeting's.
 *
 * What approval locks (scr-minutes-lock) and what a correction may be taken back to (scr-minutes-content) are
 * the same, because both ask here. Pure, the source's thread.
 */
#pragma once

#include "scr-source.h"

G_BEGIN_DECLS

gboolean scr_minutes_have_kind (const ScrKind *kind);
gboolean scr_minutes_have_field (const ScrKind *kind, const char *field);
const char *scr_minutes_get_way (const ScrKind *kind);
char *scr_minutes_dup_meeting (ScrSource *source, const ScrKind *kind, const char *leads_to);
GPtrArray *scr_minutes_list_parts (ScrSource *source, const char *meeting_id);

G_END_DECLS
