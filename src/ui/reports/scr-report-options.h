/* ScrReportOptionsPane - the options of a report: which, for whom, what to include.
 *
 * A form whose state is a ScrReportRequest. Emits "changed" after every choice. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-pdf-access.h"
#include "scr-reporting.h"

G_BEGIN_DECLS

#define SCR_TYPE_REPORT_OPTIONS_PANE (scr_report_options_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScrReportOptionsPane, scr_report_options_pane, SCR, REPORT_OPTIONS_PANE, GtkWidget)

GtkWidget *scr_report_options_pane_new (void);
void scr_report_options_pane_set_store (ScrReportOptionsPane *self, ScrStore *store, const char *partnership);
void scr_report_options_pane_set_report (ScrReportOptionsPane *self,
                                         const ScrReport *report,
                                         const ScrReportRequest *wanted);
void scr_report_options_pane_show_access (ScrReportOptionsPane *self, const ScrPdfAccess *access);
ScrReportRequest *scr_report_options_pane_dup_request (ScrReportOptionsPane *self, const char *report);

G_END_DECLS
