/* Tests of the comparison report: its tables hold every partnership, are tagged, and say what differs. */
#include "config.h"

#include "pdf-reader.h"
#include "scr-pdf.h"
#include "scr-report.h"
#include "table-source.h"

#include <string.h>

static const char *const areas[]
    = {"Bexley", "Greenwich", "Lewisham", "Bromley", "Southwark", "Lambeth", "Croydon"};

/* Each with a brief and a scrutineer; the first alone has a hub, and the scrutineer's days differ. */
static TestTableSource *
new_record (guint n)
{
  TestTableSource *t = test_table_source_new ();

  test_table_source_add (t, "record", "record", "title", "Record", "today", "2019-06-12", NULL);
  test_table_source_add (t, "choice", "group-kind.learning-hub", "list", "group-kind", "label",
                         "Learning hub", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *brief = g_strconcat (areas[i], "-brief", NULL);
      g_autofree char *remit = g_strconcat (areas[i], "-remit", NULL);
      g_autofree char *appointment = g_strconcat (areas[i], "-scrutineer", NULL);
      g_autofree char *days = g_strdup_printf ("%u", 10 + i);

      test_table_source_add (t, "partnership", areas[i], "title", areas[i], NULL);
      test_table_source_add (t, "brief", brief, "title", "Brief", "partnership", areas[i], "term", "One year",
                             NULL);
      test_table_source_add (t, "remit", remit, "title", "Attend any meeting", "brief", brief, "sort",
                             "remit-sort.right", NULL);
      test_table_source_add (t, "appointment", appointment, "title", "Scrutineer", "partnership", areas[i],
                             "role", "role.scrutineer", "days", days, NULL);
    }
  if (n > 0)
    test_table_source_add (t, "group", "hub", "title", "Hub", "partnership", areas[0], "kind",
                           "group-kind.learning-hub", NULL);
  return t;
}

typedef struct
{
  GBytes *pdf;
  PdfReading *reading;
  char *text;
} Made;

static void
make (Made *made, guint n, const ScrReportOptions *options)
{
  g_autoptr (TestTableSource) record = new_record (n);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrDocument) document
      = scr_report_build (scr_report_find ("comparison"), SCR_SOURCE (record), options, &error);
  g_autofree char *spoken = NULL;

  g_assert_no_error (error);
  made->pdf = scr_pdf_render (document, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  made->reading = pdf_reader_read (made->pdf);
  pdf_reading_assert_sound (made->reading);
  spoken = pdf_reader_get_spoken (made->pdf);
  made->text = g_strdup (spoken);
}

static void
clear (Made *made)
{
  g_bytes_unref (made->pdf);
  pdf_reading_free (made->reading);
  g_free (made->text);
}

static void
assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in: %s", words, text);
}

static guint
count (const char *text, const char *words)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, words)) != NULL; at += strlen (words))
    n++;
  return n;
}

static void
test_three (void)
{
  const ScrReportOptions options = SCR_REPORT_OPTIONS_INIT;
  Made made;

  make (&made, 3, &options);
  g_assert_cmpuint (count (made.reading->tree, "Table\n"), ==, 1);
  /* A point, three partnerships, what they are like. */
  g_assert_cmpuint (count (made.reading->tree, "TH Column"), >=, 5);
  assert_has (made.text, "Bexley, Greenwich and Lewisham on 12 June 2019");
  assert_has (made.text, "Days a year");
  assert_has (made.text, "One year");
  assert_has (made.text, "Only in Bexley");
  g_assert_null (strstr (made.text, "On the map"));
  clear (&made);
}

/* More than can be read beside each other go into further tables; in large print sooner. */
static void
test_many (void)
{
  ScrReportOptions options = SCR_REPORT_OPTIONS_INIT;
  Made made, large;

  make (&made, G_N_ELEMENTS (areas), &options);
  options.text_size = 24;
  make (&large, G_N_ELEMENTS (areas), &options);
  g_assert_cmpuint (count (made.reading->tree, "Table\n"), ==, 3);
  g_assert_cmpuint (count (large.reading->tree, "Table\n"), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      assert_has (made.text, areas[i]);
      assert_has (large.text, areas[i]);
    }
  clear (&made);
  clear (&large);
}

static void
test_two (void)
{
  ScrReportOptions options = SCR_REPORT_OPTIONS_INIT;
  Made made;

  options.partnership = "Greenwich";
  options.compare_with = "Bexley";
  make (&made, 3, &options);
  assert_has (made.text, "Greenwich and Bexley on 12 June 2019");
  g_assert_null (strstr (made.text, "Lewisham"));
  assert_has (made.text, "On the map");
  assert_has (made.text, "Days a year: 11 (Greenwich), 10 (Bexley)");
  clear (&made);
}

static void
test_two_days (void)
{
  ScrReportOptions options = SCR_REPORT_OPTIONS_INIT;
  Made made;

  options.partnership = "Greenwich";
  options.compare_day = "2018-06-12";
  make (&made, 3, &options);
  assert_has (made.text, "Greenwich, 12 June 2019 and Greenwich, 12 June 2018");
  assert_has (made.text, "The two maps do not differ.");
  clear (&made);
}

static void
test_few (void)
{
  const ScrReportOptions options = SCR_REPORT_OPTIONS_INIT;
  Made made;

  make (&made, 0, &options);
  assert_has (made.text, "No partnership is recorded.");
  clear (&made);
  make (&made, 1, &options);
  assert_has (made.text, "One year");
  g_assert_null (strstr (made.text, "Only in"));
  clear (&made);
}

static void
test_nobody (void)
{
  g_autoptr (TestTableSource) record = new_record (2);
  g_autoptr (GError) error = NULL;
  ScrReportOptions options = SCR_REPORT_OPTIONS_INIT;

  options.compare_with = "nowhere";
  g_assert_null (scr_report_build (scr_report_find ("comparison"), SCR_SOURCE (record), &options, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/three", test_three);
  g_test_add_func ("/comparison/many", test_many);
  g_test_add_func ("/comparison/two", test_two);
  g_test_add_func ("/comparison/two-days", test_two_days);
  g_test_add_func ("/comparison/few", test_few);
  g_test_add_func ("/comparison/nobody", test_nobody);
  return g_test_run ();
}
