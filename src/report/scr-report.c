/* The registry of reports. See the header. */
#include "config.h"

#include "scr-report-annual.h"
#include "scr-report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const ScrReport annual = {
    "annual", N_ ("Scrutiny"), N_ ("Annual scrutiny report"),
    N_ ("What was done, what was found, and what difference it made, for the partners and for the public."),
    scr_report_annual_build};

static const ScrReport *const reports[] = {&annual};

/**
 * scr_reports_get_all:
 * @n_reports: (out): how many there are
 *
 * Returns: (transfer none): every report, in the order of the gallery
 */
const ScrReport *const *
scr_reports_get_all (guint *n_reports)
{
  *n_reports = G_N_ELEMENTS (reports);
  return reports;
}

/**
 * scr_report_find:
 * @id: (nullable): a report's id
 *
 * Returns: (transfer none) (nullable): the report
 */
const ScrReport *
scr_report_find (const char *id)
{
  for (guint i = 0; id != NULL && i < G_N_ELEMENTS (reports); i++)
    if (strcmp (reports[i]->id, id) == 0)
      return reports[i];
  return NULL;
}

/**
 * scr_report_options_begin_document:
 * @options: what is asked for
 *
 * Returns: (transfer full): an empty document in the language, with the letters and the markings asked for
 */
ScrDocument *
scr_report_options_begin_document (const ScrReportOptions *options)
{
  ScrDocument *document = scr_document_new (options->language);

  scr_document_set_language_code (document, scr_language_get_code (options->language));
  scr_document_set_right_to_left (document, scr_language_is_right_to_left (options->language));
  scr_document_set_text_size (document, options->text_size);
  scr_document_set_plain_font (document, options->plain_font);
  scr_document_set_high_contrast (document, options->high_contrast);
  if (options->marking != NULL)
    scr_document_set_marking (document, options->marking);
  if (options->version != NULL)
    scr_document_set_version (document, options->version);
  return document;
}
