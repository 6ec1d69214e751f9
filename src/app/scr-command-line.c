/* The command line. See the header.
 *
 * Each command is a function that says in one plain sentence what went wrong; the exit code follows from the
 * error.
 */
#include "config.h"

#include "scr-command-line.h"

#include "scr-bundle.h"
#include "scr-calendar-commands.h"
#include "scr-format.h"
#include "scr-records.h"
#include "scr-reporting.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <locale.h>

typedef struct
{
  gboolean version;
  gboolean list_reports;
  char *report;
  char *output;
  char *partnership;
  char *language;
  double text_size;
  gboolean plain_font;
  char *marking;
  char *day;
  char *compare_with;
  char *compare_day;
  char *page_size;
  char *layout;
  gboolean tiled;
  char *example;
  char *bundle_out;
  char *bundle_in;
  char *export_calendar;
  char *import_calendar;
  gboolean check;
  char *search;
  gboolean history;
  char **files;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->report);
  g_free (options->output);
  g_free (options->partnership);
  g_free (options->language);
  g_free (options->marking);
  g_free (options->day);
  g_free (options->compare_with);
  g_free (options->compare_day);
  g_free (options->page_size);
  g_free (options->layout);
  g_free (options->example);
  g_free (options->bundle_out);
  g_free (options->bundle_in);
  g_free (options->export_calendar);
  g_free (options->import_calendar);
  g_free (options->search);
  g_strfreev (options->files);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static ScrExit
exit_for (const GError *error)
{
  if (error->domain != SCR_ERROR)
    return error->domain == G_OPTION_ERROR ? SCR_EXIT_USAGE : SCR_EXIT_FAILED;
  switch ((ScrErrorCode)error->code)
    {
    case SCR_ERROR_USAGE:
      return SCR_EXIT_USAGE;
    case SCR_ERROR_NOT_A_RECORD:
    case SCR_ERROR_DAMAGED:
    case SCR_ERROR_HOSTILE:
      return SCR_EXIT_NOT_A_RECORD;
    case SCR_ERROR_NEWER:
      return SCR_EXIT_NEWER;
    case SCR_ERROR_READ_ONLY:
    case SCR_ERROR_UNREADABLE:
    case SCR_ERROR_DISK_FULL:
      return SCR_EXIT_NOT_WRITABLE;
    case SCR_ERROR_BUSY:
      return SCR_EXIT_BUSY;
    case SCR_ERROR_NOT_FOUND:
      return SCR_EXIT_NOT_FOUND;
    case SCR_ERROR_FAILED:
    case SCR_ERROR_INVALID:
    case SCR_ERROR_CONFLICT:
    case SCR_ERROR_CANCELLED:
    default:
      return SCR_EXIT_FAILED;
    }
}

static const char *
get_file (const Options *options, GError **error)
{
  if (options->files != NULL && options->files[0] != NULL && options->files[1] == NULL)
    return options->files[0];
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_USAGE, _ ("Name one record. See scrutiny --help."));
  return NULL;
}

/* Commands that only read may do so while a window has the record open. */
static ScrStore *
open_for_reading (const Options *options, GError **error)
{
  const char *file = get_file (options, error);

  return file != NULL ? scr_record_open (file, TRUE, error) : NULL;
}

static gboolean
list_reports (const Options *options, GError **error)
{
  guint n;
  const ScrReport *reports = scr_reports_get_all (&n);

  for (guint i = 0; i < n; i++)
    g_print ("%s\t%s\t%s\n", reports[i].id, scr_report_get_group (&reports[i]), _ (reports[i].title));
  return TRUE;
}

static gboolean
write_report (const Options *options, GError **error)
{
  const char *file = get_file (options, error);
  g_autoptr (ScrReportRequest) request = NULL;

  if (file == NULL)
    return FALSE;
  if (options->output == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_USAGE,
                           _ ("Say where the report goes, with --output=FILE."));
      return FALSE;
    }
  request = scr_report_request_new (file, options->report);
  request->partnership = g_strdup (options->partnership);
  request->language = g_strdup (options->language);
  request->text_size = options->text_size > 0 ? options->text_size : request->text_size;
  request->plain_font = options->plain_font;
  request->day = g_strdup (options->day);
  request->compare_with = g_strdup (options->compare_with);
  request->compare_day = g_strdup (options->compare_day);
  request->page_size = g_strdup (options->page_size);
  request->layout = g_strdup (options->layout);
  request->tiled = options->tiled;
  if (options->marking != NULL)
    {
      g_free (request->marking);
      request->marking = g_strdup (options->marking);
    }
  return scr_report_request_run (request, options->output, NULL, NULL, NULL, error);
}

static gboolean
write_example (const Options *options, GError **error)
{
  g_autoptr (ScrStore) store = scr_record_create_example (options->example, error);

  return store != NULL;
}

static gboolean
write_bundle (const Options *options, GError **error)
{
  g_autoptr (ScrStore) store = open_for_reading (options, error);

  return store != NULL && scr_bundle_write (store, options->bundle_out, NULL, error);
}

/* Into a record that is there, or into a new one with nothing in it but the bundle. */
static gboolean
read_bundle (const Options *options, GError **error)
{
  const char *file = get_file (options, error);
  gboolean exists = file != NULL && g_file_test (file, G_FILE_TEST_EXISTS);
  g_autoptr (ScrStore) store = NULL;

  if (file == NULL)
    return FALSE;
  store = scr_store_open (file, exists ? SCR_STORE_DEFAULT : SCR_STORE_CREATE, error);
  if (store == NULL)
    return FALSE;
  if (scr_bundle_read (store, options->bundle_in, NULL, error))
    return TRUE;
  if (!exists)
    scr_record_discard (store);
  return FALSE;
}

static gboolean
write_calendar (const Options *options, GError **error)
{
  g_autoptr (ScrStore) store = open_for_reading (options, error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->export_calendar);
  const ScrCalendarWhat what = {.with_agenda = TRUE};
  ScrCalendarWritten written;

  if (store == NULL || !scr_calendar_write_file (store, &what, file, &written, NULL, NULL, NULL, error))
    return FALSE;
  g_print (ngettext ("%u meeting was written.\n", "%u meetings were written.\n", written.n_written), written.n_written);
  if (written.n_without_day > 0)
    g_print (ngettext ("%u has no day, and was left out.\n", "%u have no day, and were left out.\n", written.n_without_day),
             written.n_without_day);
  return TRUE;
}

/* What the file holds, and what of it was not taken and why. */
static void
print_plan (const ScrCalendarPlan *plan)
{
  g_autofree char *summary = scr_calendar_dup_summary (plan);
  g_autofree char *left_out = scr_calendar_dup_left_out (plan);

  /* TRANSLATORS: %s tells what, as in "12 new, 3 altered" */
  g_print (_ ("In the file: %s.\n"), summary);
  for (guint i = 0; i < plan->entries->len; i++)
    {
      const ScrPlanEntry *entry = g_ptr_array_index (plan->entries, i);

      if (entry->why != NULL)
        g_print (_ ("Not taken: line %1$u, “%2$s”: %3$s\n"), entry->event->line, entry->event->title, entry->why);
      for (guint k = 0; entry->event->told != NULL && k < entry->event->told->len; k++)
        g_print (_ ("Line %1$u, “%2$s”: %3$s\n"), entry->event->line, entry->event->title,
                 (char *)g_ptr_array_index (entry->event->told, k));
    }
  for (guint i = 0; i < plan->read->problems->len; i++)
    {
      g_autofree char *problem = scr_calendar_dup_problem (g_ptr_array_index (plan->read->problems, i));

      g_print ("%s\n", problem);
    }
  for (guint i = 0; i < plan->read->told->len; i++)
    g_print ("%s\n", (char *)g_ptr_array_index (plan->read->told, i));
  if (left_out != NULL)
    g_print ("%s\n", left_out);
}

static gboolean
read_calendar (const Options *options, GError **error)
{
  const char *path = get_file (options, error);
  g_autoptr (ScrStore) store = path != NULL ? scr_record_open (path, FALSE, error) : NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (options->import_calendar);
  g_autofree char *name = g_file_get_basename (file);
  const ScrCalendarTarget target = {.guess_group = TRUE};
  g_autoptr (ScrCalendarPlan) plan = NULL;
  guint n;

  if (store != NULL)
    plan = scr_calendar_plan_file (scr_store_get_path (store), file, NULL, NULL, NULL, error);
  if (plan == NULL || !scr_command_import_calendar (store, plan, &target, name, &n, error))
    return FALSE;
  print_plan (plan);
  g_print (ngettext ("%u meeting was taken in.\n", "%u meetings were taken in.\n", n), n);
  return TRUE;
}

static gboolean
check_record (const Options *options, GError **error)
{
  g_autoptr (ScrStore) store = open_for_reading (options, error);

  if (store == NULL || !scr_store_check (store, error))
    return FALSE;
  g_print ("%s\n", _ ("The record is sound."));
  return TRUE;
}

/* Marks of matched words are for the window; a terminal gets the words alone, on one line. */
static char *
dup_plain (const char *marked)
{
  GString *plain = g_string_new (NULL);

  for (const char *c = marked; *c != '\0'; c++)
    if (*c == '\n')
      g_string_append_c (plain, ' ');
    else if (*c != '\002' && *c != '\003')
      g_string_append_c (plain, *c);
  return g_string_free (plain, FALSE);
}

static gboolean
search_record (const Options *options, GError **error)
{
  g_autoptr (ScrStore) store = open_for_reading (options, error);
  g_autoptr (GPtrArray) hits = NULL;

  if (store == NULL)
    return FALSE;
  hits = scr_store_search (store, options->search, NULL, FALSE, 200, error);
  if (hits == NULL)
    return FALSE;
  for (guint i = 0; i < hits->len; i++)
    {
      const ScrHit *hit = g_ptr_array_index (hits, i);
      g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (store), hit->kind->name, hit->id);
      g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), item);
      g_autofree char *snippet = dup_plain (hit->snippet);

      g_print ("%s\t%s\t%s\n", _ (hit->kind->label), title, snippet);
    }
  return TRUE;
}

static gboolean
print_history (const Options *options, GError **error)
{
  g_autoptr (ScrStore) store = open_for_reading (options, error);
  g_autoptr (GPtrArray) changes = NULL;

  if (store == NULL)
    return FALSE;
  changes = scr_store_list_changes (store, G_MAXINT);
  for (guint i = 0; i < changes->len; i++)
    {
      const ScrHistoryEntry *entry = g_ptr_array_index (changes, i);
      g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (entry->at);
      g_autofree char *when = g_date_time_format (at, "%Y-%m-%d %H:%M:%S");

      g_print ("%s\t%s\t%s\n", when, entry->author != NULL ? entry->author : "", entry->label);
    }
  return TRUE;
}

static gboolean
print_version (const Options *options, GError **error)
{
  g_print ("Scrutiny %s\n", SCR_VERSION);
  return TRUE;
}

typedef gboolean (*Command) (const Options *options, GError **error);

static Command
choose (const Options *options)
{
  const struct
  {
    gboolean asked;
    Command command;
  } commands[] = {
      {options->version, print_version},
      {options->list_reports, list_reports},
      {options->report != NULL, write_report},
      {options->example != NULL, write_example},
      {options->bundle_out != NULL, write_bundle},
      {options->bundle_in != NULL, read_bundle},
      {options->export_calendar != NULL, write_calendar},
      {options->import_calendar != NULL, read_calendar},
      {options->check, check_record},
      {options->search != NULL, search_record},
      {options->history, print_history},
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].asked)
      return commands[i].command;
  return NULL;
}

static int
finish (gboolean succeeded, GError *error)
{
  if (succeeded)
    return SCR_EXIT_OK;
  g_printerr ("%s\n", error->message);
  return (int)exit_for (error);
}

/**
 * scr_command_line_run:
 * @argc: as main() got it
 * @argv: as main() got it; not altered
 * @handled: (out): whether this was a command; if not, a window is wanted
 *
 * Does what the options ask for, if it is something that needs no window.
 *
 * Returns: an #ScrExit
 */
int
scr_command_line_run (int argc, char **argv, gboolean *handled)
{
  g_auto (Options) o = {0};
  const GOptionEntry entries[]
      = {{"report", 0, 0, G_OPTION_ARG_STRING, &o.report, N_ ("Write a report as a PDF, a map also as SVG"), N_ ("ID")},
         {"output", 0, 0, G_OPTION_ARG_FILENAME, &o.output, N_ ("Where the report goes"), N_ ("FILE")},
         {"partnership", 0, 0, G_OPTION_ARG_STRING, &o.partnership, N_ ("Only this partnership, by name"),
          N_ ("NAME")},
         {"language", 0, 0, G_OPTION_ARG_STRING, &o.language, N_ ("Language of the report, such as cy"),
          N_ ("CODE")},
         {"text-size", 0, 0, G_OPTION_ARG_DOUBLE, &o.text_size,
          N_ ("Text size of the report: 12, 16, 18 or 24"), N_ ("POINTS")},
         {"plain-font", 0, 0, G_OPTION_ARG_NONE, &o.plain_font, N_ ("A plain font for the report"), NULL},
         {"marking", 0, 0, G_OPTION_ARG_STRING, &o.marking, N_ ("Marking on every page of the report"),
          N_ ("TEXT")},
         {"day", 0, 0, G_OPTION_ARG_STRING, &o.day, N_ ("The day that a map or a comparison shows, such as 2019-06-12"),
          N_ ("DAY")},
         {"compare-with", 0, 0, G_OPTION_ARG_STRING, &o.compare_with, N_ ("The partnership to compare with"),
          N_ ("NAME")},
         {"compare-day", 0, 0, G_OPTION_ARG_STRING, &o.compare_day, N_ ("The day to compare with"), N_ ("DAY")},
         {"page-size", 0, 0, G_OPTION_ARG_STRING, &o.page_size, N_ ("Page size of a map: A4, A3, A2 or A1"),
          N_ ("SIZE")},
         {"tiled", 0, 0, G_OPTION_ARG_NONE, &o.tiled, N_ ("A map on several A4 sheets"), NULL},
         {"layout", 0, 0, G_OPTION_ARG_STRING, &o.layout, N_ ("Layout of a map: hierarchy or clusters"),
          N_ ("LAYOUT")},
         {"list-reports", 0, 0, G_OPTION_ARG_NONE, &o.list_reports, N_ ("List the reports: id, group, title"),
          NULL},
         {"example", 0, 0, G_OPTION_ARG_FILENAME, &o.example, N_ ("Write the example record"), N_ ("FILE")},
         {"bundle-out", 0, 0, G_OPTION_ARG_FILENAME, &o.bundle_out, N_ ("Write the whole record as JSON"),
          N_ ("JSON")},
         {"bundle-in", 0, 0, G_OPTION_ARG_FILENAME, &o.bundle_in, N_ ("Take JSON into a record, new or not"),
          N_ ("JSON")},
         {"export-calendar", 0, 0, G_OPTION_ARG_FILENAME, &o.export_calendar, N_ ("Write the meetings as a calendar"),
          N_ ("ICS")},
         {"import-calendar", 0, 0, G_OPTION_ARG_FILENAME, &o.import_calendar, N_ ("Take a calendar into the record"),
          N_ ("ICS")},
         {"check", 0, 0, G_OPTION_ARG_NONE, &o.check, N_ ("Check the whole record"), NULL},
         {"search", 0, 0, G_OPTION_ARG_STRING, &o.search, N_ ("Find words in the record"), N_ ("WORDS")},
         {"history", 0, 0, G_OPTION_ARG_NONE, &o.history, N_ ("List the changes, newest first"), NULL},
         {"version", 0, 0, G_OPTION_ARG_NONE, &o.version, N_ ("Print the version"), NULL},
         {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &o.files, NULL, N_ ("[RECORD]")},
         {NULL}};
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) arguments = g_strdupv (argv);
  g_autoptr (GError) error = NULL;
  Command command;
  gboolean succeeded;

  *handled = TRUE;
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context,
                                _ ("Independent scrutiny of a safeguarding partnership, in one window and "
                                   "one file. Without options, opens the window."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      g_printerr ("%s\n", error->message);
      return SCR_EXIT_USAGE;
    }
  command = choose (&o);
  *handled = command != NULL;
  if (command == NULL)
    return SCR_EXIT_OK;
  succeeded = command (&o, &error);
  return finish (succeeded, error);
}
