/* ScrMeetingDialog - the dialogs that make a meeting, and give something on the timeline another time.
 *
 * What speaks against the time that is entered is told beneath it as it is entered. What did not succeed is
 * asked again with everything that was entered. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-meeting-commands.h"

G_BEGIN_DECLS

/* Called with the new meeting; never when the person changed their mind. */
typedef void (*ScrMeetingDialogMade) (ScrItem *meeting, gpointer user_data);

GtkWindow *scr_meeting_dialog_new_meeting (ScrContext *context,
                                           GtkWidget *parent,
                                           const ScrMeetingPlan *begin,
                                           ScrMeetingDialogMade made,
                                           gpointer user_data,
                                           GDestroyNotify destroy);
void scr_meeting_dialog_reschedule (ScrContext *context, GtkWidget *parent, const ScrTimelineEntry *entry);
void scr_meeting_dialog_reschedule_meeting (ScrContext *context, GtkWidget *parent, ScrItem *meeting);

G_END_DECLS
