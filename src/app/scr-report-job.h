/* ScrReportJob - a report that is made again, in the background, whenever what is asked of it changes.
 *
 * The newest request wins: an older one that is still running is cancelled. Finished files stand in a private
 * temporary folder; the current one stays until the job is disposed of, the one before it until the next is
 * finished, so that whoever shows it need not hurry. Main thread; the work runs on others. Properties: "file"
 * (nullable path of the newest finished PDF), "busy". Signal "failed" (const GError *): the newest request
 * did not succeed; "file" stays what it was.
 */
#pragma once

#include "scr-pdf-access.h"
#include "scr-reporting.h"

G_BEGIN_DECLS

#define SCR_TYPE_REPORT_JOB (scr_report_job_get_type ())
G_DECLARE_FINAL_TYPE (ScrReportJob, scr_report_job, SCR, REPORT_JOB, GObject)

ScrReportJob *scr_report_job_new (void);
void scr_report_job_request (ScrReportJob *self, const ScrReportRequest *request);
void scr_report_job_cancel (ScrReportJob *self);
const char *scr_report_job_get_file (ScrReportJob *self);
const ScrPdfAccess *scr_report_job_get_access (ScrReportJob *self);
gboolean scr_report_job_get_busy (ScrReportJob *self);

G_END_DECLS
