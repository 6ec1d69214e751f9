/* The annual scrutiny report. */
#pragma once

#include "scr-report.h"

G_BEGIN_DECLS

ScrDocument *scr_report_annual_build (ScrSource *source, const ScrReportOptions *options, GError **error);

G_END_DECLS
