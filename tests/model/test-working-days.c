/* Tests of scr-working-days against the shipped holidays of three nations. */
#include "scr-day.h"
#include "scr-working-days.h"

#include <string.h>

#define EW "england-and-wales"
#define SCOTLAND "scotland"
#define NI "northern-ireland"

static const char *const nations[] = {EW, SCOTLAND, NI, "nowhere", NULL};

static ScrHolidays *
load_holidays (void)
{
  ScrHolidays *holidays = scr_holidays_new ();
  g_autofree char *path = g_build_filename (g_getenv ("SCR_SOURCE_ROOT"), "data", "bank-holidays.csv", NULL);
  g_autofree char *content = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (g_strchomp (content), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 300);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      g_assert_true (scr_holidays_add (holidays, cells[0], cells[1], cells[2]));
    }
  return holidays;
}

static void
test_is_working (void)
{
  g_autoptr (ScrHolidays) holidays = load_holidays ();
  const struct
  {
    const char *nation, *day;
    gboolean working;
  } rows[] = {
      {EW, "2019-06-12", TRUE},        {EW, "2019-06-15", FALSE},       {EW, "2019-06-16", FALSE},
      {EW, "2019-04-22", FALSE},       {SCOTLAND, "2019-04-22", TRUE},  {NI, "2019-04-22", FALSE},
      {EW, "2019-07-12", TRUE},        {SCOTLAND, "2019-07-12", TRUE},  {NI, "2019-07-12", FALSE},
      {EW, "2019-08-05", TRUE},        {SCOTLAND, "2019-08-05", FALSE}, {EW, "2019-08-26", FALSE},
      {SCOTLAND, "2019-08-26", TRUE},  {SCOTLAND, "2020-01-02", FALSE}, {EW, "2020-01-02", TRUE},
      {NI, "2019-03-17", FALSE},       {NI, "2019-03-18", FALSE},       {EW, "2022-12-26", FALSE},
      {EW, "2022-12-27", FALSE},       {EW, "2022-01-03", FALSE},       {SCOTLAND, "2022-01-04", FALSE},
      {EW, "2020-05-08", FALSE},       {EW, "2020-05-04", TRUE},        {EW, "2022-09-19", FALSE},
      {"nowhere", "2019-12-25", TRUE}, {NULL, "2019-12-25", TRUE},      {EW, "2020-02-29", FALSE},
      {EW, "2024-02-29", TRUE},        {EW, "2019-02-29", FALSE},       {EW, NULL, FALSE},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (scr_working_days_is_working (holidays, rows[i].nation, rows[i].day), ==,
                     rows[i].working);
  g_assert_true (scr_working_days_is_working (NULL, EW, "2019-12-25"));
}

static void
test_names (void)
{
  g_autoptr (ScrHolidays) holidays = scr_holidays_new ();
  g_autoptr (ScrHolidays) again = scr_holidays_ref (holidays);
  g_autofree char *last = NULL;

  g_assert_true (scr_holidays_add (holidays, EW, "2019-12-25", "Christmas Day"));
  g_assert_true (scr_holidays_add (holidays, EW, "2019-12-26", NULL));
  g_assert_true (scr_holidays_add (holidays, EW, "2019-12-26", "Boxing Day"));
  g_assert_false (scr_holidays_add (holidays, EW, "Christmas", "Christmas Day"));
  g_assert_cmpstr (scr_holidays_get_name (again, EW, "2019-12-25"), ==, "Christmas Day");
  g_assert_cmpstr (scr_holidays_get_name (again, EW, "2019-12-26"), ==, "Boxing Day");
  g_assert_null (scr_holidays_get_name (again, EW, "2019-12-27"));
  g_assert_null (scr_holidays_get_name (again, SCOTLAND, "2019-12-25"));
  g_assert_null (scr_holidays_get_name (NULL, EW, "2019-12-25"));
  last = scr_holidays_dup_last_day (again, EW);
  g_assert_cmpstr (last, ==, "2019-12-26");
  g_assert_null (scr_holidays_dup_last_day (again, SCOTLAND));
}

static void
test_add (void)
{
  g_autoptr (ScrHolidays) holidays = load_holidays ();
  const struct
  {
    const char *nation, *day;
    int n;
    const char *sum;
  } rows[] = {
      {EW, "2019-06-12", 1, "2019-06-13"},
      {EW, "2019-06-14", 1, "2019-06-17"},
      {EW, "2019-06-14", 5, "2019-06-21"},
      {EW, "2019-06-15", 1, "2019-06-17"},
      {EW, "2019-06-15", 0, "2019-06-17"},
      {EW, "2019-06-12", 0, "2019-06-12"},
      {EW, "2019-06-17", -1, "2019-06-14"},
      {EW, "2019-06-16", -1, "2019-06-14"},
      {EW, "2019-04-18", 1, "2019-04-23"},
      {SCOTLAND, "2019-04-18", 1, "2019-04-22"},
      {EW, "2019-04-23", -1, "2019-04-18"},
      {EW, "2019-12-24", 1, "2019-12-27"},
      {EW, "2019-12-31", 1, "2020-01-02"},
      {SCOTLAND, "2019-12-31", 1, "2020-01-03"},
      {EW, "2020-01-02", -3, "2019-12-27"},
      {NI, "2019-07-11", 1, "2019-07-15"},
      {EW, "2021-12-24", 1, "2021-12-29"},
      {SCOTLAND, "2021-12-31", 1, "2022-01-05"},
      {EW, "2020-02-28", 1, "2020-03-02"},
      {EW, "2024-02-28", 1, "2024-02-29"},
      {EW, "2024-02-29", 1, "2024-03-01"},
      {EW, "2300-12-31", 1, NULL},
      {EW, "1800-01-01", -1, NULL},
      {EW, "2019-02-30", 1, NULL},
      {EW, "2019-06-12", G_MAXINT, NULL},
      {EW, "2019-06-12", G_MININT, NULL},
      {"nowhere", "2019-12-24", 1, "2019-12-25"},
      {EW, NULL, 0, NULL},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sum = scr_working_days_add (holidays, rows[i].nation, rows[i].day, rows[i].n);

      g_assert_cmpstr (sum, ==, rows[i].sum);
    }
}

static void
test_between (void)
{
  g_autoptr (ScrHolidays) holidays = load_holidays ();
  const struct
  {
    const char *nation, *from, *to;
    int n;
  } rows[] = {
      {EW, "2019-06-12", "2019-06-12", 0},   {EW, "2019-06-12", "2019-06-13", 1},
      {EW, "2019-06-14", "2019-06-17", 1},   {EW, "2019-06-14", "2019-06-16", 0},
      {EW, "2019-06-13", "2019-06-12", -1},  {EW, "2019-06-17", "2019-06-14", -1},
      {EW, "2019-12-20", "2020-01-03", 7},   {SCOTLAND, "2019-12-20", "2020-01-03", 6},
      {EW, "2019-12-31", "2020-12-31", 254}, {EW, "2019-06-12", "no day", 0},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (scr_working_days_between (holidays, rows[i].nation, rows[i].from, rows[i].to), ==,
                     rows[i].n);
}

/* Counting by hand, day by day, gives the same. */
static void
test_properties (void)
{
  g_autoptr (ScrHolidays) holidays = load_holidays ();

  for (int round = 0; round < 3000; round++)
    {
      const char *nation = nations[g_test_rand_int_range (0, G_N_ELEMENTS (nations))];
      g_autofree char *day = scr_day_add ("2016-12-01", g_test_rand_int_range (0, 4500));
      int n = g_test_rand_int_range (-60, 61);
      g_autofree char *sum = scr_working_days_add (holidays, nation, day, n);
      g_autofree char *next = scr_working_days_next (holidays, nation, day);
      g_autofree char *at = g_strdup (day);
      int count = 0;

      g_assert_true (scr_working_days_is_working (holidays, nation, sum));
      g_assert_cmpstr (next, >=, day);
      g_assert_true (!scr_working_days_is_working (holidays, nation, day) || strcmp (next, day) == 0);
      while (n > 0 && strcmp (at, sum) < 0)
        {
          char *following = scr_day_add (at, 1);

          g_free (at);
          at = following;
          count += scr_working_days_is_working (holidays, nation, at);
        }
      if (n > 0)
        {
          g_assert_cmpint (count, ==, n);
          g_assert_cmpint (scr_working_days_between (holidays, nation, day, sum), ==, n);
          g_assert_cmpint (scr_working_days_between (holidays, nation, sum, day), ==, -n);
        }
      else if (n < 0 && scr_working_days_is_working (holidays, nation, day))
        g_assert_cmpint (scr_working_days_between (holidays, nation, day, sum), ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-days/is-working", test_is_working);
  g_test_add_func ("/working-days/names", test_names);
  g_test_add_func ("/working-days/add", test_add);
  g_test_add_func ("/working-days/between", test_between);
  g_test_add_func ("/working-days/properties", test_properties);
  return g_test_run ();
}
