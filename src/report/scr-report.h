/* The registry of reports: what can be made from a record, each described once.
 *
 * The gallery, the command line and the tests walk it; a new report is a line here and a file of its own.
 */
#pragma once

#include "scr-document.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef struct
{
  const char *partnership; /* (nullable): identity, or NULL for all */
  const char *from;        /* (nullable): first day of the period; NULL lets the report choose */
  const char *until;       /* (nullable): last day of the period */
  ScrLanguage *language;   /* (nullable): NULL is the interface's */
  double text_size;        /* points */
  gboolean plain_font;
  gboolean high_contrast;
  const char *marking; /* (nullable): as it stands on every page */
  const char *version; /* (nullable) */
  gboolean with_answers;
  gboolean with_disputes;
  gboolean with_gaps;
} ScrReportOptions;

typedef struct
{
  const char *id;          /* as the command line names it */
  const char *tab;         /* group in the gallery, N_() */
  const char *title;       /* N_() */
  const char *description; /* one sentence: for whom and what for, N_() */
  ScrDocument *(*build) (ScrSource *source, const ScrReportOptions *options, GError **error);
} ScrReport;

const ScrReport *const *scr_reports_get_all (guint *n_reports);
const ScrReport *scr_report_find (const char *id);
ScrDocument *scr_report_options_begin_document (const ScrReportOptions *options);

G_END_DECLS
