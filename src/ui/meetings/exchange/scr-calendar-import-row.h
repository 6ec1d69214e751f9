/* A row of what an import would do: one meeting of a plan, or what cannot be taken. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "scr-calendar-commands.h"

G_BEGIN_DECLS

#define SCR_TYPE_CALENDAR_LINE (scr_calendar_line_get_type ())
G_DECLARE_FINAL_TYPE (ScrCalendarLine, scr_calendar_line, SCR, CALENDAR_LINE, GObject)

GListModel *scr_calendar_lines_new (const ScrCalendarPlan *plan);
GtkListItemFactory *scr_calendar_line_factory_new (ScrSource *source, GCallback toggled, gpointer user_data);

G_END_DECLS
