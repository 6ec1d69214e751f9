/* The reports there are. See the header. */
#include "config.h"

#include "scr-report.h"

#include "scr-error.h"
#include "scr-format.h"
#include "scr-reports.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const ScrReport reports[] = {
    /* TRANSLATORS: reports are grouped by what they are about; this is the work, not the program. */
    {"annual", NC_ ("report group", "Scrutiny"), N_ ("Annual scrutiny report"),
     N_ ("What was done, what was found, and what difference it made, for the partners and for the public."),
     SCR_REPORT_USES_PERIOD | SCR_REPORT_USES_CONTENT, scr_report_annual_build, NULL},
    {"comparison", N_ ("Arrangements"), N_ ("Arrangements compared"),
     N_ ("What partnerships agreed, side by side: scrutineer, brief, arrangement and groups."),
     SCR_REPORT_USES_DAY | SCR_REPORT_USES_COMPARISON, scr_report_comparison_build, NULL},
    {"map", N_ ("Arrangements"), N_ ("Partnership map"),
     N_ ("Who answers to whom on a day, on one page or on several sheets, or as a picture."),
     SCR_REPORT_USES_DAY | SCR_REPORT_USES_PAPER, scr_report_map_build, scr_report_map_build_svg},
};

/**
 * scr_reports_get_all:
 * @n_reports: (out): how many
 *
 * Returns: (transfer none) (array length=n_reports): the reports, in the order of the gallery
 */
const ScrReport *
scr_reports_get_all (guint *n_reports)
{
  *n_reports = G_N_ELEMENTS (reports);
  return reports;
}

/**
 * scr_report_find:
 * @id: what the command line calls it
 *
 * Returns: (transfer none) (nullable): the report
 */
const ScrReport *
scr_report_find (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    if (g_strcmp0 (reports[i].id, id) == 0)
      return &reports[i];
  return NULL;
}

/**
 * scr_report_get_group:
 * @report: a report
 *
 * Returns: (transfer none): the group it belongs to, in the language of the interface
 */
const char *
scr_report_get_group (const ScrReport *report)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "report group", report->tab);
}

static gboolean
has_partnerships (ScrSource *source, const ScrReportOptions *options, GError **error)
{
  const char *const asked[] = {options->partnership, options->compare_with};

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      g_autoptr (ScrItem) partnership
          = asked[i] != NULL ? scr_source_get (source, "partnership", asked[i]) : NULL;

      if (asked[i] == NULL || partnership != NULL)
        continue;
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_NOT_FOUND,
                           _ ("There is no such partnership in the record."));
      return FALSE;
    }
  return TRUE;
}

/**
 * scr_report_build:
 * @report: a report
 * @source: where it is read from, of this thread
 * @options: what was chosen
 * @error: return location, of the domain #SCR_ERROR
 *
 * Returns: (transfer full) (nullable): what the report says, ready to be written
 */
ScrDocument *
scr_report_build (const ScrReport *report, ScrSource *source, const ScrReportOptions *options, GError **error)
{
  g_return_val_if_fail (report != NULL && SCR_IS_SOURCE (source) && options != NULL, NULL);

  return has_partnerships (source, options, error) ? report->build (source, options, error) : NULL;
}

/**
 * scr_report_build_svg:
 * @report: a report
 * @source: where it is read from, of this thread
 * @options: what was chosen
 * @error: return location, of the domain #SCR_ERROR
 *
 * Returns: (transfer full) (nullable): the report as one picture, where it is one: an SVG file's text
 */
char *
scr_report_build_svg (const ScrReport *report,
                      ScrSource *source,
                      const ScrReportOptions *options,
                      GError **error)
{
  g_return_val_if_fail (report != NULL && SCR_IS_SOURCE (source) && options != NULL, NULL);

  if (report->build_svg == NULL)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_USAGE, _ ("The report “%s” is written as a PDF only."),
                   report->id);
      return NULL;
    }
  return has_partnerships (source, options, error) ? report->build_svg (source, options, error) : NULL;
}

/* A marking is one of the record's choices, or words. */
static char *
dup_marking (ScrSource *source, const ScrLanguage *language, const char *marking)
{
  g_autoptr (ScrItem) choice = NULL;

  if (marking == NULL || strcmp (marking, "marking.none") == 0)
    return NULL;
  choice = scr_source_get (source, SCR_KIND_CHOICE, marking);
  return choice != NULL ? scr_format_title (language, source, choice) : g_strdup (marking);
}

/* "Version 2 · copy 3", or the one of them that there is. */
static char *
dup_version (const ScrReportOptions *options)
{
  ScrLanguage *language = options->language;
  g_autofree char *version = NULL, *copy = NULL;

  if (options->version != NULL && *options->version != '\0')
    /* TRANSLATORS: %s is a number or a word, as in "Version 2" or "Version draft" */
    version = g_strdup_printf (scr_tr (language, "Version %s"), options->version);
  if (options->copy_number != NULL && *options->copy_number != '\0')
    /* TRANSLATORS: %s is a number: which of several printed copies it is */
    copy = g_strdup_printf (scr_tr (language, "Copy %s"), options->copy_number);
  if (version != NULL && copy != NULL)
    return g_strdup_printf ("%s · %s", version, copy);
  return version != NULL ? g_steal_pointer (&version) : g_steal_pointer (&copy);
}

/**
 * scr_report_new_document:
 * @source: where the report is read from
 * @options: what was chosen
 * @title: (nullable): the report's title, in its language
 *
 * For those who build reports: an empty document with all that every report has - language, looks, marking,
 * version, name of the partnership at the top of its pages - as @options say.
 *
 * Returns: (transfer full): the document
 */
ScrDocument *
scr_report_new_document (ScrSource *source, const ScrReportOptions *options, const char *title)
{
  ScrDocument *document;
  g_autofree char *marking = NULL, *version = NULL;

  g_return_val_if_fail (SCR_IS_SOURCE (source) && options != NULL, NULL);

  marking = dup_marking (source, options->language, options->marking);
  version = dup_version (options);
  document = scr_document_new (options->language);
  scr_document_set_title (document, title);
  scr_document_set_marking (document, marking);
  scr_document_set_version (document, version);
  if (options->text_size > 0)
    scr_document_set_text_size (document, options->text_size);
  scr_document_set_plain_font (document, options->plain_font);
  scr_document_set_high_contrast (document, options->high_contrast);
  if (options->partnership != NULL)
    {
      g_autoptr (ScrItem) partnership = scr_source_get (source, "partnership", options->partnership);

      scr_document_set_furniture (document,
                                  partnership != NULL ? scr_item_get_text (partnership, "title") : NULL);
    }
  return document;
}
