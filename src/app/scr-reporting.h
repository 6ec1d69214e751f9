/* Making a report from a record, for the window and the command line alike.
 *
 * A request is a plain value. Running it opens the record for reading on the calling thread, so that a window
 * can do it in the background while its own store goes on working.
 */
#pragma once

#include <gio/gio.h>

#include "scr-error.h"
#include "scr-report.h"
#include "scr-store.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;        /* the record */
  char *report;      /* id in the registry */
  char *partnership; /* (nullable): identity, name or short name */
  char *from;        /* (nullable): first day of the period */
  char *until;       /* (nullable): last day of the period */
  char *language;    /* (nullable): code; NULL is the interface's */
  char *marking;     /* (nullable): identity of a choice of the list "marking", or words */
  char *version;     /* (nullable) */
  double text_size;  /* points: 12, 16, 18 or 24 */
  gboolean plain_font;
  gboolean high_contrast;
  gboolean with_answers;
  gboolean with_disputes;
  gboolean with_gaps;
  char *day;          /* (nullable): that it shows; NULL is the record's today */
  char *compare_with; /* (nullable): identity, name or short name of another partnership */
  char *compare_day;  /* (nullable) */
  char *page_size;    /* (nullable): "A4" to "A1" */
  char *layout;       /* (nullable): of the map */
  gboolean tiled;     /* the map on several sheets */
  gboolean checked;   /* this process has the record open, and has checked it */
} ScrReportRequest;

ScrReportRequest *scr_report_request_new (const char *path, const char *report);
ScrReportRequest *scr_report_request_copy (const ScrReportRequest *self);
void scr_report_request_free (ScrReportRequest *self);
gboolean scr_report_request_run (const ScrReportRequest *self,
                                 const char *output,
                                 ScrProgressFunc progress,
                                 gpointer user_data,
                                 GCancellable *cancellable,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrReportRequest, scr_report_request_free)

G_END_DECLS
