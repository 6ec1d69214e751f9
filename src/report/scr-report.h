/* The reports there are: what each is called, and what makes its document.
 *
 * A constant table: any thread. To add one: a function in a file of its own, its line in scr-reports.h, and
 * an entry in scr-report.c. It then appears in the gallery, in --list-reports and in --report=ID.
 */
#pragma once

#include "scr-document.h"
#include "scr-source.h"

G_BEGIN_DECLS

/**
 * ScrReportOptions:
 * @partnership: (nullable): identity of the partnership; %NULL is all
 * @from: (nullable): the first day, "YYYY-MM-DD"; %NULL is as early as there is anything
 * @to: (nullable): the last day
 * @subject: (nullable): identity of the one thing it is about, for reports on a meeting or a dispute
 * @language: (nullable): what it is written in; %NULL is the interface's
 * @text_size: of its letters in points; 0 is 12
 * @plain_font: whether it uses the letters that are easiest to tell apart
 * @high_contrast: whether it uses black on white only
 * @marking: (nullable): identity of a choice of the list "marking", or words: how it may be passed on
 * @version: (nullable): which version it is, in words
 * @copy_number: (nullable): which copy it is, in words
 * @with_answers: whether answers and their evidence are told one by one
 * @with_disputes: whether disputes are counted
 * @with_gaps: whether gaps in governance are listed
 *
 * What a person chose. Everything is borrowed, for as long as the report is built.
 */
typedef struct
{
  const char *partnership;
  const char *from;
  const char *to;
  const char *subject;
  ScrLanguage *language;
  double text_size;
  gboolean plain_font;
  gboolean high_contrast;
  const char *marking;
  const char *version;
  const char *copy_number;
  gboolean with_answers;
  gboolean with_disputes;
  gboolean with_gaps;
} ScrReportOptions;

#define SCR_REPORT_OPTIONS_INIT                                                                              \
  {                                                                                                          \
    .text_size = 12, .with_answers = TRUE, .with_disputes = TRUE, .with_gaps = TRUE                          \
  }

typedef struct
{
  const char *id;          /* what the command line calls it */
  const char *tab;         /* the group it belongs to, NC_("report group", ...); see scr_report_get_group() */
  const char *title;       /* N_() */
  const char *description; /* for whom and what for, one sentence, N_() */
  ScrDocument *(*build) (ScrSource *source, const ScrReportOptions *options, GError **error);
} ScrReport;

const ScrReport *scr_reports_get_all (guint *n_reports);
const ScrReport *scr_report_find (const char *id);
const char *scr_report_get_group (const ScrReport *report);
ScrDocument *scr_report_build (const ScrReport *report,
                               ScrSource *source,
                               const ScrReportOptions *options,
                               GError **error);
ScrDocument *scr_report_new_document (ScrSource *source, const ScrReportOptions *options, const char *title);

G_END_DECLS
