/* The scale of the timeline: units, names, steps of the zoom; leap years and years that begin in any month. */
#include "scr-day.h"
#include "scr-time-scale.h"

#include <locale.h>

static int
number (const char *day)
{
  int value;

  g_assert_true (scr_day_to_number (day, &value));
  return value;
}

static void
assert_day (int value, const char *day)
{
  g_autofree char *text = scr_day_from_number (value);

  g_assert_cmpstr (text, ==, day);
}

static void
test_units (void)
{
  static const struct
  {
    ScrTimeUnit unit;
    int year_start;
    const char *day;
    const char *first;
    const char *next;
  } rows[] = {
    { SCR_TIME_DAY, 1, "2019-06-12", "2019-06-12", "2019-06-13" },
    { SCR_TIME_DAY, 1, "2020-02-28", "2020-02-28", "2020-02-29" },
    { SCR_TIME_DAY, 1, "2019-02-28", "2019-02-28", "2019-03-01" },
    { SCR_TIME_WEEK, 1, "2019-06-12", "2019-06-10", "2019-06-17" },
    { SCR_TIME_WEEK, 1, "2019-06-10", "2019-06-10", "2019-06-17" },
    { SCR_TIME_WEEK, 1, "2019-06-16", "2019-06-10", "2019-06-17" },
    { SCR_TIME_WEEK, 4, "2020-02-29", "2020-02-24", "2020-03-02" },
    { SCR_TIME_MONTH, 1, "2020-02-29", "2020-02-01", "2020-03-01" },
    { SCR_TIME_MONTH, 7, "2019-12-31", "2019-12-01", "2020-01-01" },
    { SCR_TIME_QUARTER, 1, "2019-06-12", "2019-04-01", "2019-07-01" },
    { SCR_TIME_QUARTER, 4, "2019-06-12", "2019-04-01", "2019-07-01" },
    { SCR_TIME_QUARTER, 2, "2020-01-31", "2019-11-01", "2020-02-01" },
    { SCR_TIME_QUARTER, 9, "2020-02-29", "2019-12-01", "2020-03-01" },
    { SCR_TIME_QUARTER, 12, "2020-02-29", "2019-12-01", "2020-03-01" },
    { SCR_TIME_YEAR, 1, "2019-06-12", "2019-01-01", "2020-01-01" },
    { SCR_TIME_YEAR, 4, "2019-06-12", "2019-04-01", "2020-04-01" },
    { SCR_TIME_YEAR, 4, "2019-03-31", "2018-04-01", "2019-04-01" },
    { SCR_TIME_YEAR, 9, "2020-02-29", "2019-09-01", "2020-09-01" },
    { SCR_TIME_YEAR, 0, "2019-06-12", "2019-01-01", "2020-01-01" },
    { SCR_TIME_YEAR, 13, "2019-06-12", "2019-01-01", "2020-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      assert_day (scr_time_floor (rows[i].unit, number (rows[i].day), rows[i].year_start), rows[i].first);
      assert_day (scr_time_next (rows[i].unit, number (rows[i].day), rows[i].year_start), rows[i].next);
    }
}

/* Each day lies in one unit, units follow each other, and each smaller one ends within a larger. */
static void
test_units_follow (void)
{
  for (int year_start = 1; year_start <= 12; year_start++)
    for (ScrTimeUnit unit = SCR_TIME_DAY; unit < SCR_TIME_N_UNITS; unit++)
      for (int day = number ("1899-12-25"); day < number ("1905-01-08"); day++)
        {
          int first = scr_time_floor (unit, day, year_start), next = scr_time_next (unit, day, year_start);

          g_assert_cmpint (first, <=, day);
          g_assert_cmpint (next, >, day);
          g_assert_cmpint (scr_time_floor (unit, first, year_start), ==, first);
          g_assert_cmpint (scr_time_floor (unit, next, year_start), ==, next);
          g_assert_cmpint (scr_time_next (unit, next - 1, year_start), ==, next);
          if (unit >= SCR_TIME_QUARTER)
            g_assert_cmpint (scr_time_floor (unit - 1, first, year_start), ==, first);
        }
}

static void
test_names (void)
{
  static const struct
  {
    ScrTimeUnit unit;
    int year_start;
    const char *day;
    const char *names[3];
  } rows[] = {
    { SCR_TIME_DAY, 1, "2019-06-12", { "12", "Wed 12", "Wednesday 12 June 2019" } },
    { SCR_TIME_DAY, 1, "2020-02-29", { "29", "Sat 29", "Saturday 29 February 2020" } },
    { SCR_TIME_WEEK, 1, "2019-06-12", { "10", "10 June", "Monday 10 June 2019" } },
    { SCR_TIME_MONTH, 1, "2019-06-12", { "Jun", "June", "June 2019" } },
    { SCR_TIME_QUARTER, 1, "2019-06-12", { "Q2", "April to June", "Q2 2019" } },
    { SCR_TIME_QUARTER, 4, "2019-06-12", { "Q1", "April to June", "Q1 2019/20" } },
    { SCR_TIME_QUARTER, 2, "2019-12-12", { "Q4", "November to January", "Q4 2019/20" } },
    { SCR_TIME_YEAR, 1, "2019-06-12", { "2019", "2019", "2019" } },
    { SCR_TIME_YEAR, 4, "2000-03-12", { "1999/00", "1999/00", "1999/00" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint style = 0; style < 3; style++)
      {
        g_autofree char *name
            = scr_time_format (NULL, rows[i].unit, number (rows[i].day), rows[i].year_start, (ScrTimeStyle) style);

        g_assert_cmpstr (name, ==, rows[i].names[style]);
      }
}

/* The lower row from a week to five years across a window, with names of plausible width. */
static void
test_rows (void)
{
  static const double least[SCR_TIME_N_UNITS] = { 26, 26, 40, 33, 0 };
  static const struct
  {
    double days;
    double width;
    ScrTimeUnit lower;
    ScrTimeUnit upper;
  } rows[] = {
    { 7, 1000, SCR_TIME_DAY, SCR_TIME_MONTH },      { 31, 1000, SCR_TIME_DAY, SCR_TIME_MONTH },
    { 92, 1000, SCR_TIME_WEEK, SCR_TIME_MONTH },    { 147, 1000, SCR_TIME_WEEK, SCR_TIME_MONTH },
    { 365, 1000, SCR_TIME_MONTH, SCR_TIME_YEAR },   { 1096, 1000, SCR_TIME_QUARTER, SCR_TIME_YEAR },
    { 1827, 1000, SCR_TIME_QUARTER, SCR_TIME_YEAR }, { 1827, 200, SCR_TIME_YEAR, SCR_TIME_N_UNITS },
    { 7, 180, SCR_TIME_WEEK, SCR_TIME_MONTH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScrTimeUnit lower = scr_time_choose_lower (rows[i].width / rows[i].days, least);

      g_assert_cmpint (lower, ==, rows[i].lower);
      g_assert_cmpint (scr_time_choose_upper (lower), ==, rows[i].upper);
    }
}

/* The further away, the larger the unit. */
static void
test_rows_grow (void)
{
  static const double least[SCR_TIME_N_UNITS] = { 26, 26, 40, 33, 0 };
  ScrTimeUnit last = SCR_TIME_DAY;

  for (double days = SCR_TIME_LEAST_DAYS; days <= SCR_TIME_MOST_DAYS; days += 0.5)
    {
      ScrTimeUnit unit = scr_time_choose_lower (1000 / days, least);

      g_assert_cmpint (unit, >=, last);
      last = unit;
    }
  g_assert_cmpint (last, ==, SCR_TIME_QUARTER);
}

static void
test_zoom (void)
{
  double days = SCR_TIME_LEAST_DAYS;
  guint steps = 0;
  g_autofree char *near = scr_time_format_zoom (NULL, 7), *quarter = scr_time_format_zoom (NULL, 100);
  g_autofree char *far = scr_time_format_zoom (NULL, 1827);

  while (days < SCR_TIME_MOST_DAYS && steps++ < 100)
    {
      double next = scr_time_step_zoom (days, -1);

      g_assert_cmpfloat (next, >, days);
      g_assert_cmpfloat (scr_time_step_zoom (next, 1), ==, days);
      days = next;
    }
  g_assert_cmpfloat (days, ==, SCR_TIME_MOST_DAYS);
  g_assert_cmpfloat (scr_time_step_zoom (days, -1), ==, SCR_TIME_MOST_DAYS);
  g_assert_cmpfloat (scr_time_step_zoom (SCR_TIME_LEAST_DAYS, 3), ==, SCR_TIME_LEAST_DAYS);
  g_assert_cmpfloat (scr_time_step_zoom (100, 1), ==, 92);
  g_assert_cmpfloat (scr_time_step_zoom (100, -1), ==, 183);
  g_assert_cmpfloat (scr_time_step_zoom (100, 2), ==, 61);
  g_assert_cmpstr (near, ==, "Week");
  g_assert_cmpstr (quarter, ==, "Quarter");
  g_assert_cmpstr (far, ==, "Five years");
}

static void
test_distance (void)
{
  static const struct
  {
    int days;
    const char *text;
  } rows[] = {
    { 0, "the same day" },   { 1, "1 day later" },     { -1, "1 day earlier" },  { 6, "6 days later" },
    { 7, "1 week later" },   { -7, "1 week earlier" }, { 14, "2 weeks later" },  { 15, "15 days later" },
    { -700, "100 weeks earlier" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = scr_time_format_distance (NULL, rows[i].days);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

static void
test_bounds (void)
{
  assert_day (scr_time_least_day (), "1800-01-01");
  assert_day (scr_time_most_day (), "2300-12-31");
  g_assert_true (scr_time_is_week_end (number ("2019-06-15")));
  g_assert_true (scr_time_is_week_end (number ("2019-06-16")));
  g_assert_false (scr_time_is_week_end (number ("2019-06-14")));
  g_assert_false (scr_time_is_week_end (number ("2019-06-17")));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-scale/units", test_units);
  g_test_add_func ("/time-scale/units-follow", test_units_follow);
  g_test_add_func ("/time-scale/names", test_names);
  g_test_add_func ("/time-scale/rows", test_rows);
  g_test_add_func ("/time-scale/rows-grow", test_rows_grow);
  g_test_add_func ("/time-scale/zoom", test_zoom);
  g_test_add_func ("/time-scale/distance", test_distance);
  g_test_add_func ("/time-scale/bounds", test_bounds);
  return g_test_run ();
}
