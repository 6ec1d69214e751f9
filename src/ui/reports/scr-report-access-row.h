/* ScrReportAccessRow - whether the report that was just made is readable by everyone, and why.
 *
 * Says what stands in the finished file, nothing that was only meant. Hidden until there is one. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-pdf-access.h"

G_BEGIN_DECLS

#define SCR_TYPE_REPORT_ACCESS_ROW (scr_report_access_row_get_type ())
G_DECLARE_FINAL_TYPE (ScrReportAccessRow, scr_report_access_row, SCR, REPORT_ACCESS_ROW, AdwExpanderRow)

void scr_report_access_row_show (ScrReportAccessRow *self, const ScrPdfAccess *access);

G_END_DECLS
