/* Recurrence rules as calendars write them ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH"): checked, read, written,
 * and the days that they give.
 *
 * The one place that expands rules, by libical. A rule here gives days; the time of day is the series' own
 * local time and stays what it is when the clocks change. Work is bounded: whatever a rule says, each call
 * ends quickly, and what cannot be used is refused with a plain sentence. Pure but for libical's tables; any
 * thread.
 */
#pragma once

#include "scr-error.h"
#include "scr-repeat.h"

G_BEGIN_DECLS

ScrRepeat *scr_recurrence_read (const char *rule, GError **error);
char *scr_recurrence_write (const ScrRepeat *repeat);
gboolean scr_recurrence_check (const char *rule, const char *first, GError **error);
GPtrArray *scr_recurrence_list_days (const char *rule,
                                     const char *first,
                                     const char *skipped,
                                     const char *from,
                                     const char *until,
                                     guint limit,
                                     gboolean *more,
                                     GError **error);
char *scr_recurrence_dup_words (const ScrLanguage *language, const char *rule, const char *first);

G_END_DECLS
