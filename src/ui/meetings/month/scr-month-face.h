/* ScrMonthFace - the meetings as a month, a face of the meetings view: the grid of days with what the record
 * holds, tools for the view's bar, and menus.
 *
 * Reads only the days that are seen; reads again when the record changes or another month comes into view.
 * Shows what the timeline shows, by the same filter. What a person does becomes commands with a toast that
 * undoes them. Where it is narrow, days have dots, and what the chosen day holds is listed beneath. The month
 * is remembered. Main thread.
 */
#pragma once

#include "scr-month-grid.h"
#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_MONTH_FACE (scr_month_face_get_type ())
G_DECLARE_FINAL_TYPE (ScrMonthFace, scr_month_face, SCR, MONTH_FACE, ScrView)

GtkWidget *scr_month_face_new (ScrContext *context, const char *view_id);
GtkWidget *scr_month_face_get_tools (ScrMonthFace *self);
ScrMonthGrid *scr_month_face_get_grid (ScrMonthFace *self);
GtkListBox *scr_month_face_get_list (ScrMonthFace *self);

G_END_DECLS
