/* ScrMeetingScrutiny - what the scrutineer does at a meeting: questions to ask and what was answered, key
 * messages told, evidence gathered, challenges raised, observations.
 *
 * Rows open their thing in the details pane. None of it is part of the minutes: it may be altered when they
 * are approved. Follows the record. Main thread.
 */
#pragma once

#include "scr-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_SCRUTINY (scr_meeting_scrutiny_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingScrutiny, scr_meeting_scrutiny, SCR, MEETING_SCRUTINY, GtkBox)

GtkWidget *scr_meeting_scrutiny_new (ScrContext *context);
void scr_meeting_scrutiny_set_meeting (ScrMeetingScrutiny *self, ScrItem *meeting);
void scr_meeting_scrutiny_set_item (ScrMeetingScrutiny *self, ScrItem *agenda_item);
guint scr_meeting_scrutiny_get_n_rows (ScrMeetingScrutiny *self);

G_END_DECLS
