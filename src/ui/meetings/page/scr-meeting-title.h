/* ScrMeetingTitle - the title of a meeting, renamed in place: F2, or a double click, then Enter; Esc leaves
 * it.
 *
 * Emits "renamed" (const char *title) when something else was typed; writes nothing itself. Main thread.
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_TITLE (scr_meeting_title_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingTitle, scr_meeting_title, SCR, MEETING_TITLE, AdwBin)

GtkWidget *scr_meeting_title_new (void);
void scr_meeting_title_set_text (ScrMeetingTitle *self, const char *text);
void scr_meeting_title_set_editable (ScrMeetingTitle *self, gboolean editable);
gboolean scr_meeting_title_begin (ScrMeetingTitle *self);
gboolean scr_meeting_title_leave (ScrMeetingTitle *self);

G_END_DECLS
