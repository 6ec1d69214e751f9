/* ScrAttendanceTable - figures of attendance as a table that can be sorted by each of its columns. Main
 * thread. */
#pragma once

#include <adwaita.h>

#include "scr-attendance.h"

G_BEGIN_DECLS

#define SCR_TYPE_ATTENDANCE_TABLE (scr_attendance_table_get_type ())
G_DECLARE_FINAL_TYPE (ScrAttendanceTable, scr_attendance_table, SCR, ATTENDANCE_TABLE, AdwBin)

GtkWidget *scr_attendance_table_new (void);
void scr_attendance_table_show (ScrAttendanceTable *self, ScrSource *source, GPtrArray *figures);
guint scr_attendance_table_get_n_rows (ScrAttendanceTable *self);
char *scr_attendance_table_dup_csv (ScrAttendanceTable *self);

G_END_DECLS
