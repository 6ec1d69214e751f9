/* ScrReportsView - the gallery of reports, one report with its preview, and the reports that are kept.
 *
 * Three pages: the gallery, a ScrReportPage, and the outline of kept reports and their submissions. Main
 * thread.
 */
#pragma once

#include "scr-reporting.h"
#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_REPORTS_VIEW (scr_reports_view_get_type ())
G_DECLARE_FINAL_TYPE (ScrReportsView, scr_reports_view, SCR, REPORTS_VIEW, ScrView)

GtkWidget *scr_reports_view_new (ScrContext *context, const char *view_id);

void scr_reports_view_show_report (ScrReportsView *self, const ScrReportRequest *wanted);

G_END_DECLS
