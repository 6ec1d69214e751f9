/* ScrReportPaperRows - the options that only some reports have: the day, what it is compared with, the sheet.
 *
 * Shows those that a report heeds, and nothing for a report that heeds none. Emits "changed" after every choice. What
 * was typed and is no day stays, with what is wrong about it, and counts as the day before it. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-reporting.h"

G_BEGIN_DECLS

#define SCR_TYPE_REPORT_PAPER_ROWS (scr_report_paper_rows_get_type ())
G_DECLARE_FINAL_TYPE (ScrReportPaperRows, scr_report_paper_rows, SCR, REPORT_PAPER_ROWS, AdwBin)

GtkWidget *scr_report_paper_rows_new (void);
void scr_report_paper_rows_set_store (ScrReportPaperRows *self, ScrStore *store);
void scr_report_paper_rows_set_report (ScrReportPaperRows *self, const ScrReport *report);
void scr_report_paper_rows_set_wanted (ScrReportPaperRows *self, const ScrReportRequest *wanted);
void scr_report_paper_rows_fill (ScrReportPaperRows *self, ScrReportRequest *request);

G_END_DECLS
