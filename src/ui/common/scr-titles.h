/* Finding items by what people see of them: their titles. Main thread, or the thread that owns the source. */
#pragma once

#include "scr-change.h"
#include "scr-source.h"

G_BEGIN_DECLS

gboolean scr_titles_have_text (const ScrKind *kind);
GPtrArray *scr_titles_find (ScrSource *source, const char *kinds, const char *typed, guint limit);
char *scr_titles_dup_summary (ScrSource *source, ScrItem *item, const char *except);
gboolean scr_titles_field_is_touched (ScrItem *item, const ScrField *field, ScrChange *change);
gboolean scr_titles_item_is_touched (ScrItem *item, ScrChange *change);
char *scr_titles_dup_subtitle (ScrSource *source, ScrItem *item);

G_END_DECLS
