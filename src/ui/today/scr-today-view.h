/* ScrTodayView - the first view: what needs a person's attention, worst first.
 *
 * Shows what the rules of scr-today say of the record's own today; every row opens the thing it tells of. It
 * is made afresh, once in an idle, after any change of the record, and when the day changes. Main thread.
 */
#pragma once

#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_TODAY_VIEW (scr_today_view_get_type ())
G_DECLARE_FINAL_TYPE (ScrTodayView, scr_today_view, SCR, TODAY_VIEW, ScrView)

GtkWidget *scr_today_view_new (ScrContext *context, const char *id);

G_END_DECLS
