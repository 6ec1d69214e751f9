/* ScrMeetingRows - meetings and other dated things as a list of rows under headings: day, what, who, states.
 *
 * Shows a ScrDatedList. Headings and today's row can be read, not selected. Main thread. Signals: as
 * ScrOutlineFace.
 */
#pragma once

#include "scr-outline-face.h"

G_BEGIN_DECLS

#define SCR_TYPE_MEETING_ROWS (scr_meeting_rows_get_type ())
G_DECLARE_FINAL_TYPE (ScrMeetingRows, scr_meeting_rows, SCR, MEETING_ROWS, ScrOutlineFace)

GtkWidget *scr_meeting_rows_new (void);
void scr_meeting_rows_set_model (ScrMeetingRows *self, ScrStore *store, GtkSelectionModel *model);
void scr_meeting_rows_set_narrow (ScrMeetingRows *self, gboolean narrow);

G_END_DECLS
