/* The functions that make the reports, each in a file of its own: what the registry's table names. */
#pragma once

#include "scr-report.h"

G_BEGIN_DECLS

ScrDocument *scr_report_annual_build (ScrSource *source, const ScrReportOptions *options, GError **error);
ScrDocument *scr_report_comparison_build (ScrSource *source, const ScrReportOptions *options, GError **error);
ScrDocument *scr_report_map_build (ScrSource *source, const ScrReportOptions *options, GError **error);
char *scr_report_map_build_svg (ScrSource *source, const ScrReportOptions *options, GError **error);

G_END_DECLS
