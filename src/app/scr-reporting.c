/* Making a report from a record. See the header. */
#include "config.h"

#include "scr-reporting.h"

#include "scr-day.h"
#include "scr-fold.h"
#include "scr-format.h"
#include "scr-pdf.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * scr_report_request_new:
 * @path: a record
 * @report: id of a report
 *
 * Returns: (transfer full): a request for it, about everything, in the interface's language, at 12 points
 */
ScrReportRequest *
scr_report_request_new (const char *path, const char *report)
{
  ScrReportRequest *self = g_new0 (ScrReportRequest, 1);

  self->path = g_strdup (path);
  self->report = g_strdup (report);
  self->marking = g_strdup ("marking.official");
  self->text_size = 12;
  self->with_answers = TRUE;
  self->with_disputes = TRUE;
  self->with_gaps = TRUE;
  return self;
}

/**
 * scr_report_request_copy:
 * @self: a request
 *
 * Returns: (transfer full): another one like it
 */
ScrReportRequest *
scr_report_request_copy (const ScrReportRequest *self)
{
  ScrReportRequest *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->report = g_strdup (self->report);
  copy->partnership = g_strdup (self->partnership);
  copy->from = g_strdup (self->from);
  copy->until = g_strdup (self->until);
  copy->language = g_strdup (self->language);
  copy->marking = g_strdup (self->marking);
  copy->version = g_strdup (self->version);
  copy->day = g_strdup (self->day);
  copy->compare_with = g_strdup (self->compare_with);
  copy->compare_day = g_strdup (self->compare_day);
  copy->page_size = g_strdup (self->page_size);
  copy->layout = g_strdup (self->layout);
  return copy;
}

/**
 * scr_report_request_free:
 * @self: (nullable): a request
 */
void
scr_report_request_free (ScrReportRequest *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->report);
  g_free (self->partnership);
  g_free (self->from);
  g_free (self->until);
  g_free (self->language);
  g_free (self->marking);
  g_free (self->version);
  g_free (self->day);
  g_free (self->compare_with);
  g_free (self->compare_day);
  g_free (self->page_size);
  g_free (self->layout);
  g_free (self);
}

static gboolean
is_named (ScrItem *partnership, const char *name)
{
  const char *const fields[] = {"title", "short_title", "area"};
  g_autofree char *wanted = scr_fold (name);

  if (strcmp (scr_item_get_id (partnership), name) == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = scr_item_get_text (partnership, fields[i]);
      g_autofree char *folded = text != NULL ? scr_fold (text) : NULL;

      if (folded != NULL && strcmp (folded, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Nobody is asked for without a name. */
static gboolean
find_partnership (ScrSource *source, const char *name, char **id, GError **error)
{
  const ScrQuery query = {.kind = "partnership"};
  g_autoptr (GPtrArray) partnerships = NULL;

  if (name == NULL || *name == '\0')
    return TRUE;
  partnerships = scr_source_list (source, &query);
  for (guint i = 0; i < partnerships->len; i++)
    if (is_named (g_ptr_array_index (partnerships, i), name))
      {
        *id = g_strdup (scr_item_get_id (g_ptr_array_index (partnerships, i)));
        return TRUE;
      }
  g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("There is no partnership “%s” in the record."),
               name);
  return FALSE;
}

static ScrLanguage *
load_language (const ScrReportRequest *self, GError **error)
{
  /* The interface's language is process-wide and may not be known by a code: NULL stands for it. */
  return self->language != NULL ? scr_language_load (self->language, error) : NULL;
}

/* What is asked for beyond what every report heeds must be something that this one heeds. */
static gboolean
check_options (const ScrReportRequest *self, const ScrReport *report, GError **error)
{
  const struct
  {
    gboolean is_asked;
    ScrReportUses uses;
  } asked[] = {
      {self->day != NULL, SCR_REPORT_USES_DAY},
      {self->compare_with != NULL || self->compare_day != NULL, SCR_REPORT_USES_COMPARISON},
      {self->page_size != NULL || self->layout != NULL || self->tiled, SCR_REPORT_USES_PAPER},
  };
  const char *const days[] = {self->day, self->compare_day};

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (asked[i].is_asked && (report->uses & asked[i].uses) == 0)
      {
        g_set_error (error, SCR_ERROR, SCR_ERROR_USAGE,
                     _ ("The report “%s” has no such option: see the manual page."), report->id);
        return FALSE;
      }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] != NULL && !scr_day_is_valid (days[i]))
      {
        g_set_error (error, SCR_ERROR, SCR_ERROR_USAGE, _ ("“%s” is no day: write it as in 2019-06-12."),
                     days[i]);
        return FALSE;
      }
  if (self->text_size >= 8 && self->text_size <= 48)
    return TRUE;
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_USAGE,
                       _ ("The text size must be between 8 and 48 points."));
  return FALSE;
}

/* What is made of the record: a document, or the text of an SVG file. */
typedef struct
{
  gboolean is_svg;
  ScrDocument *document;
  char *svg;
} Made;

static gboolean
build (const ScrReportRequest *self, const ScrReport *report, Made *made, GError **error)
{
  g_autoptr (ScrStore) store = NULL;
  g_autoptr (ScrLanguage) language = load_language (self, error);
  g_autofree char *partnership = NULL, *other = NULL;
  ScrReportOptions options = {
      .from = self->from,
      .to = self->until,
      .language = language,
      .text_size = self->text_size,
      .plain_font = self->plain_font,
      .high_contrast = self->high_contrast,
      .marking = self->marking,
      .version = self->version,
      .with_answers = self->with_answers,
      .with_disputes = self->with_disputes,
      .with_gaps = self->with_gaps,
      .day = self->day,
      .compare_day = self->compare_day,
      .page_size = self->page_size,
      .layout = self->layout,
      .tiled = self->tiled,
  };

  if (self->language != NULL && language == NULL)
    return FALSE;
  store = scr_store_open (self->path, SCR_STORE_READ_ONLY | (self->checked ? SCR_STORE_WORKER : 0), error);
  if (store == NULL || !find_partnership (SCR_SOURCE (store), self->partnership, &partnership, error)
      || !find_partnership (SCR_SOURCE (store), self->compare_with, &other, error))
    return FALSE;
  options.partnership = partnership;
  options.compare_with = other;
  if (made->is_svg)
    made->svg = scr_report_build_svg (report, SCR_SOURCE (store), &options, error);
  else
    made->document = scr_report_build (report, SCR_SOURCE (store), &options, error);
  return made->svg != NULL || made->document != NULL;
}

/* Who is told of progress, in fractions. */
typedef struct
{
  ScrProgressFunc progress;
  gpointer user_data;
} Told;

static void
on_page (guint page, guint n_pages, gpointer user_data)
{
  const Told *told = user_data;

  if (told->progress != NULL && n_pages > 0)
    told->progress ((double)page / n_pages, told->user_data);
}

/**
 * scr_report_request_run:
 * @self: a request
 * @output: where it goes, as an SVG file if its name ends so, else as a PDF; replaced whole or not at all
 * @progress: (nullable) (scope call): told how far it is, 0 to 1; on the calling thread
 * @user_data: for @progress
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Makes the report. Any thread.
 *
 * Returns: whether it is there
 */
gboolean
scr_report_request_run (const ScrReportRequest *self,
                        const char *output,
                        ScrProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  const ScrReport *report = scr_report_find (self->report);
  g_autoptr (ScrDocument) document = NULL;
  g_autoptr (GBytes) svg = NULL;
  Told told = {progress, user_data};
  Made made = {.is_svg = g_str_has_suffix (output, ".svg")};

  if (report == NULL)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_USAGE,
                   _ ("There is no report “%s”. See scrutiny --list-reports."), self->report);
      return FALSE;
    }
  if (!check_options (self, report, error) || !build (self, report, &made, error))
    return FALSE;
  document = made.document;
  if (document != NULL)
    return scr_pdf_write (document, output, on_page, &told, cancellable, error);
  svg = g_bytes_new_take (made.svg, strlen (made.svg));
  return scr_pdf_save (svg, output, error);
}
