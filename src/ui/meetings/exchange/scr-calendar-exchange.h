/* Calendars and tables, in and out, as a person does it: the ways in that the meetings' view connects.
 *
 * Import shows beforehand what of a file is new, altered, the same or cannot be taken, and takes in what is
 * chosen, as one change. Export asks what and for which days, and writes in the background. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_CALENDAR_IMPORT (scr_calendar_import_get_type ())
G_DECLARE_FINAL_TYPE (ScrCalendarImport, scr_calendar_import, SCR, CALENDAR_IMPORT, AdwWindow)

void scr_calendar_import_present (GtkWidget *parent, ScrContext *context, GFile *file);
GtkWidget *scr_calendar_import_new (ScrContext *context, GFile *file);
void scr_calendar_export_present (GtkWidget *parent, ScrContext *context, ScrItem *meeting);
void scr_calendar_export_present_csv (GtkWidget *parent, ScrContext *context);
void scr_calendar_export_attendance (GtkWidget *parent,
                                     ScrContext *context,
                                     const char *group,
                                     const char *from,
                                     const char *until);
void scr_calendar_export_table (GtkWidget *parent, ScrContext *context, const char *text, guint n_rows);

G_END_DECLS
