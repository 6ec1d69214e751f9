/* How often a key message has been told by the time of a meeting: in all, and to those who meet there.
 *
 * Where it comes from: coverage.md row 15 ("he explained his role at every meeting; repetition"). "Here" is
 * the meeting's group; a meeting without one counts by itself. A telling counts up to the meeting's day; on
 * the day itself, up to the meeting. One that has no day of its own has that of its meeting. Pure, the
 * source's thread.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef struct
{
  guint in_all;
  guint here;
  gboolean at_this; /* whether it was told at the meeting itself */
} ScrToldCount;

ScrToldCount scr_key_message_count (ScrSource *source, const char *message_id, ScrItem *meeting);
char *scr_key_message_dup_words (const ScrToldCount *count, const ScrLanguage *language);

G_END_DECLS
