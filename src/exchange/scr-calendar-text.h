/* Lines of calendar files (RFC 5545, 3.1 and 3.3.11): escaped, folded at 75 bytes, ended with CR and LF; and
 * text from elsewhere as our fields may hold it. Pure functions; any thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void scr_calendar_put_raw (GString *out, const char *name, const char *value);
void scr_calendar_put_text (GString *out, const char *name, const char *value);

gboolean scr_calendar_is_clean_line (const char *text, guint max);
char *scr_calendar_clean_line (const char *text, guint max, gboolean *cut);
char *scr_calendar_clean_text (const char *text, guint max, gboolean *cut);

G_END_DECLS
