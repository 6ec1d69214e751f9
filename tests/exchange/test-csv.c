/* Tests of tables for spreadsheets: cells, columns, what is counted, and what never goes out. */
#include "calendar-fixture.h"

#include "scr-csv.h"

static void
test_cells (void)
{
  static const struct
  {
    const char *text;
    const char *cell;
  } cases[] = {
      {NULL, ""},
      {"", ""},
      {"plain", "plain"},
      {"a,b", "\"a,b\""},
      {"say \"no\"", "\"say \"\"no\"\"\""},
      {"two\nlines", "\"two\nlines\""},
      {" led", "\" led\""},
      {"=1+1", "'=1+1"},
      {"+44 20", "'+44 20"},
      {"-5", "'-5"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"\tx", "'\tx"},
      {"\rx", "\"'\rx\""},
      {"=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""},
      {"＝1", "'＝1"},
      {"a=b", "a=b"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *cell = scr_csv_dup_cell (cases[i].text);

      g_assert_cmpstr (cell, ==, cases[i].cell);
    }
}

static char *
write_table (Fixture *fixture, ScrCsvTable table, gboolean for_spreadsheets, guint *n_rows)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const ScrCsvWhat what = {.table = table, .for_spreadsheets = for_spreadsheets};
  g_autoptr (GError) error = NULL;

  scr_csv_write (fixture->store, &what, stream, n_rows, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
set_up_choices (Fixture *fixture, gconstpointer unused)
{
  set_up (fixture, unused);
  add_choices (fixture->store);
}

static void
test_meetings (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *group = maker_add (fixture->store, "group", "Executive, Bexley", NULL);
  g_autofree char *id
      = maker_add (fixture->store, "meeting", "=Board", "day", "2019-06-12", "group", group, "state",
                   "meeting-state.held", "summary", "Secret", "observations", "Secret", NULL);
  guint n;
  g_autofree char *file = write_table (fixture, SCR_CSV_MEETINGS, TRUE, &n);
  g_auto (GStrv) lines = g_strsplit (file, "\r\n", -1);

  g_assert_nonnull (id);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_true (g_str_has_prefix (file, "\357\273\277Title,Day,Starts at,Length,"));
  g_assert_true (g_str_has_prefix (lines[1], "'=Board,2019-06-12,"));
  g_assert_nonnull (strstr (lines[1], "\"Executive, Bexley\""));
  g_assert_nonnull (strstr (lines[1], ",Held,"));
  g_assert_null (strstr (file, "Secret"));
}

static void
test_attendance (Fixture *fixture, gconstpointer unused)
{
  static const char *const states[] = {"present", "present", "substitute", "apologies", "absent", "invited"};
  g_autofree char *group = maker_add (fixture->store, "group", "Executive", NULL);
  g_autofree char *person = maker_add (fixture->store, "person", "Director", NULL);
  guint n;
  g_autofree char *rows = NULL;
  g_autofree char *figures = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *day = g_strdup_printf ("2019-06-%02u", i + 1);
      g_autofree char *state = g_strconcat ("attendance-state.", states[i], NULL);
      g_autofree char *meeting
          = maker_add (fixture->store, "meeting", "Board", "day", day, "group", group, NULL);
      g_autofree char *id = maker_add (fixture->store, "attendance", NULL, "meeting", meeting, "who", person,
                                       "state", state, NULL);

      g_assert_nonnull (id);
    }
  rows = write_table (fixture, SCR_CSV_ATTENDANCE, FALSE, &n);
  g_assert_cmpuint (n, ==, 6);
  g_assert_nonnull (strstr (rows, "\r\n2019-06-04,Executive,Board,Director,Apologies,"));
  figures = write_table (fixture, SCR_CSV_FIGURES, FALSE, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (strstr (figures, "\r\nExecutive,Director,6,2,1,1,1,1,50\r\n"));
}

static void
test_actions (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "action", "Send it", "due", "2019-07-01", "state",
                                   "action-state.open", NULL);
  guint n;
  g_autofree char *file = write_table (fixture, SCR_CSV_ACTIONS, FALSE, &n);

  g_assert_nonnull (id);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (g_str_has_prefix (file, "Action,"));
  g_assert_nonnull (strstr (file, "Send it,,,2019-07-01,Open,"));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up_choices, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/cells", test_cells);
  ADD ("/csv/meetings", test_meetings);
  ADD ("/csv/attendance", test_attendance);
  ADD ("/csv/actions", test_actions);
  return g_test_run ();
}
