/* ScrAttendanceWindow - figures of attendance over a programme year, by person and by group. Main thread. */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_ATTENDANCE_WINDOW (scr_attendance_window_get_type ())
G_DECLARE_FINAL_TYPE (ScrAttendanceWindow, scr_attendance_window, SCR, ATTENDANCE_WINDOW, AdwWindow)

GtkWindow *scr_attendance_window_show (ScrContext *context, GtkWindow *parent, ScrItem *meeting);

G_END_DECLS
