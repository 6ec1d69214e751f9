/* Commands on reports: keeping an exported one in the record, and noting to whom it went. */
#pragma once

#include "scr-reporting.h"

G_BEGIN_DECLS

ScrItem *scr_command_keep_report (ScrStore *store,
                                  const ScrReportRequest *request,
                                  const char *path,
                                  GCancellable *cancellable,
                                  GError **error);
ScrItem *scr_command_note_submission (ScrStore *store,
                                      ScrItem *report,
                                      const char *to,
                                      const char *day,
                                      GError **error);
char *scr_report_request_dup_file_name (const ScrReportRequest *self, ScrSource *source);

G_END_DECLS
