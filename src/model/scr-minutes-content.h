/* What minutes consist of, row by row: taken when a correction begins, and put back when it is discarded.
 *
 * The text of a version is for people; this is the same for the record. It is kept in the version that the
 * correction is, and comes from the record's file: whoever reads it trusts nothing in it but its kinds and
 * fields, and the store checks every value. Pure, the source's thread.
 */
#pragma once

#include "scr-edit.h"
#include "scr-source.h"

G_BEGIN_DECLS

char *scr_minutes_take_content (ScrSource *source, const char *meeting_id);
gboolean
scr_minutes_put_content_back (ScrSource *source, const char *meeting_id, const char *content, ScrEdit *edit);

G_END_DECLS
