/* ScrReportPage - one report: its options, and the exported PDF itself beside them.
 *
 * Asks a ScrReportJob for a new file whenever an option or the record changes. What is exported, printed and
 * kept is the very file that is shown. Main thread. Emits "back" when the person wants the gallery again.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-reporting.h"

G_BEGIN_DECLS

#define SCR_TYPE_REPORT_PAGE (scr_report_page_get_type ())
G_DECLARE_FINAL_TYPE (ScrReportPage, scr_report_page, SCR, REPORT_PAGE, GtkWidget)

GtkWidget *scr_report_page_new (ScrContext *context);
void scr_report_page_show (ScrReportPage *self, const ScrReport *report, const ScrReportRequest *wanted);
void scr_report_page_print (ScrReportPage *self);
void scr_report_page_set_narrow (ScrReportPage *self, gboolean narrow);

G_END_DECLS
