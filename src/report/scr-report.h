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
 * @day: (nullable): the day that it shows; %NULL is the record's today
 * @compare_with: (nullable): identity of the partnership that @partnership is compared with
 * @compare_day: (nullable): the day of that one; %NULL is @day
 * @page_size: (nullable): "A4" to "A1"; %NULL is A4
 * @layout: (nullable): which layout of the map
 * @tiled: whether the map is spread over several A4 sheets
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
  const char *day;
  const char *compare_with;
  const char *compare_day;
  const char *page_size;
  const char *layout;
  gboolean tiled;
} ScrReportOptions;

#define SCR_REPORT_OPTIONS_INIT                                                                              \
  {                                                                                                          \
    .text_size = 12, .with_answers = TRUE, .with_disputes = TRUE, .with_gaps = TRUE                          \
  }

/* Which options a report heeds, beyond those that all have. */
typedef enum
{
  SCR_REPORT_USES_PERIOD = 1 << 0,
  SCR_REPORT_USES_CONTENT = 1 << 1, /* with answers, disputes, gaps */
  SCR_REPORT_USES_DAY = 1 << 2,
  SCR_REPORT_USES_COMPARISON = 1 << 3, /* the other partnership and its day */
  SCR_REPORT_USES_PAPER = 1 << 4,      /* page size, layout, tiled */
} ScrReportUses;

typedef struct
{
  const char *id;          /* what the command line calls it */
  const char *tab;         /* the group it belongs to, NC_("report group", ...); see scr_report_get_group() */
  const char *title;       /* N_() */
  const char *description; /* for whom and what for, one sentence, N_() */
  ScrReportUses uses;
  ScrDocument *(*build) (ScrSource *source, const ScrReportOptions *options, GError **error);
  char *(*build_svg) (ScrSource *source, const ScrReportOptions *options, GError **error); /* (nullable) */
} ScrReport;

const ScrReport *scr_reports_get_all (guint *n_reports);
const ScrReport *scr_report_find (const char *id);
const char *scr_report_get_group (const ScrReport *report);
ScrDocument *scr_report_build (const ScrReport *report,
                               ScrSource *source,
                               const ScrReportOptions *options,
                               GError **error);
char *scr_report_build_svg (const ScrReport *report,
                            ScrSource *source,
                            const ScrReportOptions *options,
                            GError **error);
ScrDocument *scr_report_new_document (ScrSource *source, const ScrReportOptions *options, const char *title);

G_END_DECLS
