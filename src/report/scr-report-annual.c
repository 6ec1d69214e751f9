/* The annual scrutiny report: its title, its summary, and its sections in order. See scr-annual.h. */
#include "config.h"

#include "scr-annual.h"
#include "scr-reports.h"

#include <string.h>

static char *
dup_default_from (ScrSource *source, const char *until)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (until, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) end = g_date_time_new_from_iso8601 (midnight, utc);
  g_autoptr (GDateTime) year_before = g_date_time_add_years (end, -1);
  g_autoptr (GDateTime) next = g_date_time_add_days (year_before, 1);

  return g_date_time_format (next, "%Y-%m-%d");
}

static gboolean
holds_day (ScrItem *year, const char *day)
{
  const char *from = scr_item_get_text (year, "from");
  const char *until = scr_item_get_text (year, "until");

  return from != NULL && strcmp (from, day) <= 0 && (until == NULL || strcmp (until, day) >= 0);
}

/* The programme year that holds today, or the twelve months up to today. Of several partnerships' years, the
 * one that began first: the report is about all of them. */
static void
choose_period (ScrAnnual *self)
{
  g_autofree char *today = scr_source_dup_today (self->source);
  g_autoptr (GPtrArray) years = scr_annual_list (self, "year", "from");

  self->from = g_strdup (self->options->from);
  self->until = g_strdup (self->options->to);
  for (guint i = 0; self->from == NULL && i < years->len; i++)
    if (holds_day (g_ptr_array_index (years, i), today))
      self->from = g_strdup (scr_item_get_text (g_ptr_array_index (years, i), "from"));
  if (self->until == NULL)
    self->until = g_strdup (today);
  if (self->from == NULL)
    self->from = dup_default_from (self->source, self->until);
}

static char *
dup_whose (ScrAnnual *self)
{
  g_autoptr (ScrItem) partnership = scr_source_get (self->source, "partnership", self->partnership);
  g_autoptr (ScrItem) record = NULL;

  if (partnership != NULL)
    return scr_format_title (self->language, self->source, partnership);
  record = scr_source_get (self->source, SCR_KIND_RECORD, SCR_RECORD_ID);
  return record != NULL ? scr_format_title (self->language, self->source, record) : g_strdup ("");
}

static void
set_head (ScrAnnual *self)
{
  g_autofree char *whose = dup_whose (self);
  g_autofree char *period = scr_annual_period (self);
  g_autofree char *today = scr_source_dup_today (self->source);

  /* TRANSLATORS: the partnership, then the period of the report. */
  {
    g_autofree char *subtitle = g_strdup_printf (scr_tr (self->language, "%s, %s"), whose, period);

    scr_document_set_subtitle (self->document, subtitle);
  }
  scr_document_set_author (self->document, scr_tr (self->language, "Independent scrutineer"));
  scr_document_set_furniture (self->document, whose);
  scr_document_set_created (self->document, today);
}

/**
 * scr_report_annual_build:
 * @source: a record
 * @options: what is asked for
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the annual scrutiny report
 */
ScrDocument *
scr_report_annual_build (ScrSource *source, const ScrReportOptions *options, GError **error)
{
  ScrAnnual annual
      = {scr_report_new_document (source, options, scr_tr (options->language, "Annual scrutiny report")),
         source,
         options,
         options->language,
         options->partnership,
         NULL,
         NULL};

  choose_period (&annual);
  set_head (&annual);
  scr_document_set_numbered (annual.document, TRUE);
  scr_document_add_title (annual.document, TRUE);
  scr_annual_add_summary (&annual);
  scr_document_add_contents (annual.document, scr_tr (options->language, "Contents"));
  scr_annual_add_arrangements (&annual);
  scr_annual_add_scrutineer (&annual);
  scr_annual_add_activities (&annual);
  scr_annual_add_attendance (&annual);
  scr_annual_add_findings (&annual);
  scr_annual_add_difference (&annual);
  scr_annual_add_challenges (&annual);
  if (options->with_disputes)
    scr_annual_add_disputes (&annual);
  if (options->with_gaps)
    scr_annual_add_gaps (&annual);
  scr_annual_add_ahead (&annual);
  g_free (annual.from);
  g_free (annual.until);
  return annual.document;
}
