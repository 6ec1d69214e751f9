/* Commands on reports. See the header. Each is one change. */
#include "config.h"

#include "scr-report-commands.h"

#include "scr-format.h"
#include "scr-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* "1" for the first that is kept of this kind and partnership, and so on. */
static char *
dup_next_version (ScrStore *store, const ScrReportRequest *request)
{
  ScrQuery query = {.kind = "report", .where = SCR_ALL, .conditions = {{"kind", SCR_IS, request->report, 0}}};

  if (request->partnership != NULL)
    query.conditions[1] = (ScrCondition) {"partnership", SCR_IS, request->partnership, 0};
  else
    query.conditions[1] = (ScrCondition) {"partnership", SCR_IS_EMPTY, NULL, 0};
  return g_strdup_printf ("%u", scr_source_count (SCR_SOURCE (store), &query) + 1);
}

static char *
dup_whose (ScrSource *source, const char *partnership)
{
  g_autoptr (ScrItem) item = scr_source_get (source, "partnership", partnership);

  if (item == NULL)
    return NULL;
  return scr_format_title (NULL, source, item);
}

static char *
dup_title (ScrSource *source, const ScrReportRequest *request)
{
  const ScrReport *report = scr_report_find (request->report);
  const char *kind = report != NULL ? _ (report->title) : request->report;
  g_autofree char *whose = dup_whose (source, request->partnership);

  /* TRANSLATORS: a kind of report, then the partnership it is about. */
  return whose != NULL ? g_strdup_printf (_ ("%s: %s"), kind, whose) : g_strdup (kind);
}

/**
 * scr_command_keep_report:
 * @store: the record
 * @request: what the report was made from
 * @path: the exported PDF
 * @cancellable: (nullable): ends it early
 * @error: return location
 *
 * Keeps the very file in the record, with its version, period and marking.
 *
 * Returns: (transfer full) (nullable): the report item
 */
ScrItem *
scr_command_keep_report (ScrStore *store,
                         const ScrReportRequest *request,
                         const char *path,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autofree char *title = dup_title (SCR_SOURCE (store), request);
  g_autofree char *label = g_strdup_printf (_ ("Keep %s"), title);
  g_autofree char *version = dup_next_version (store, request);
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));
  g_autofree char *name = scr_report_request_dup_file_name (request, SCR_SOURCE (store));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);
  g_autofree char *attachment = scr_store_attach (store, file, edit, NULL, NULL, cancellable, error);
  g_autofree char *id = scr_identity_new ();

  if (attachment == NULL)
    return NULL;
  scr_edit_add (edit, "report", id);
  scr_edit_set_text (edit, "report", id, "title", title);
  scr_edit_set_text (edit, "report", id, "kind", request->report);
  scr_edit_set_text (edit, "report", id, "partnership", request->partnership);
  scr_edit_set_text (edit, "report", id, "version", version);
  scr_edit_set_text (edit, "report", id, "state", "report-state.ready");
  scr_edit_set_text (edit, "report", id, "made", today);
  scr_edit_set_text (edit, "report", id, "from", request->from);
  scr_edit_set_text (edit, "report", id, "until", request->until);
  scr_edit_set_text (edit, "report", id, "language", request->language);
  scr_edit_set_text (edit, "report", id, "file", attachment);
  scr_edit_set_text (edit, "attachment", attachment, "title", name);
  scr_edit_set_text (edit, "attachment", attachment, "owner", id);
  scr_edit_set_text (edit, "report", id, "marking", request->marking);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "report", id);
}

/**
 * scr_command_note_submission:
 * @store: the record
 * @report: a kept report
 * @to: identity of whom it went to
 * @day: when
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the submission item
 */
ScrItem *
scr_command_note_submission (ScrStore *store,
                             ScrItem *report,
                             const char *to,
                             const char *day,
                             GError **error)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), report);
  g_autofree char *label = g_strdup_printf (_ ("Note the submission of %s"), title);
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  scr_edit_add (edit, "submission", id);
  scr_edit_set_text (edit, "submission", id, "report", scr_item_get_id (report));
  scr_edit_set_text (edit, "submission", id, "to", to);
  scr_edit_set_text (edit, "submission", id, "day", day);
  scr_edit_set_text (edit, "submission", id, "state", "submission-state.sent");
  scr_edit_set_text (edit, "report", scr_item_get_id (report), "state", "report-state.sent");
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "submission", id);
}

/**
 * scr_report_request_dup_file_name:
 * @self: a request
 * @source: the record
 *
 * Returns: (transfer full): a name for the exported file, without a folder, fit for any file system
 */
char *
scr_report_request_dup_file_name (const ScrReportRequest *self, ScrSource *source)
{
  g_autofree char *title = dup_title (source, self);
  g_autofree char *today = scr_source_dup_today (source);

  g_strdelimit (title, "/\\:*?\"<>|\n", '-');
  return g_strdup_printf ("%s %s.pdf", title, today);
}
