/* Tests of scr-day: what is a day, arithmetic over the whole range. */
#include "scr-day.h"

#include <string.h>

static void
test_valid (void)
{
  const char *good[] = {"1800-01-01", "2019-06-12", "2020-02-29", "2000-02-29", "2300-12-31"};
  const char *bad[] = {"",           "2019",       "2019-6-12",   "2019-02-29",  "1900-02-29", "2019-04-31",
                       "2019-13-01", "2019-00-10", "2019-10-00",  "1799-12-31",  "2301-01-01", "2019/06/12",
                       "12-06-2019", "2019-06-1x", " 2019-06-12", "2019-06-12 ", "٢٠١٩-٠٦-١٢"};

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (scr_day_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (scr_day_is_valid (bad[i]));
  g_assert_false (scr_day_is_valid (NULL));
  g_assert_true (scr_day_is_past_range ("1799-12-31"));
  g_assert_true (scr_day_is_past_range ("2301-01-01"));
  g_assert_false (scr_day_is_past_range ("2019-06-12"));
  g_assert_false (scr_day_is_past_range ("2019-02-30"));
}

static void
test_every_day (void)
{
  g_autofree char *previous = NULL;
  int first, last, weekday = 0;

  g_assert_true (scr_day_to_number ("1800-01-01", &first));
  g_assert_true (scr_day_to_number ("2300-12-31", &last));
  for (int number = first; number <= last; number++)
    {
      char *day = scr_day_from_number (number);
      int back;

      g_assert_true (scr_day_to_number (day, &back));
      g_assert_cmpint (back, ==, number);
      if (previous != NULL)
        {
          g_assert_cmpstr (previous, <, day);
          g_assert_cmpint (scr_day_get_weekday (day), ==, weekday % 7 + 1);
        }
      weekday = scr_day_get_weekday (day);
      g_free (previous);
      previous = day;
    }
  g_assert_null (scr_day_from_number (first - 1));
  g_assert_null (scr_day_from_number (last + 1));
  g_assert_null (scr_day_from_number (G_MININT));
  g_assert_null (scr_day_from_number (G_MAXINT));
}

static void
test_arithmetic (void)
{
  const struct
  {
    const char *day;
    int days;
    const char *sum;
  } rows[] = {
      {"2019-06-12", 0, "2019-06-12"}, {"2019-06-12", 19, "2019-07-01"}, {"2019-12-31", 1, "2020-01-01"},
      {"2020-02-28", 1, "2020-02-29"}, {"2019-02-28", 1, "2019-03-01"},  {"2019-03-01", -1, "2019-02-28"},
      {"2300-12-31", 1, NULL},         {"1800-01-01", -1, NULL},         {"no day", 1, NULL},
      {"2019-06-12", G_MAXINT, NULL},  {"2019-06-12", G_MININT, NULL},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *sum = scr_day_add (rows[i].day, rows[i].days);

      g_assert_cmpstr (sum, ==, rows[i].sum);
      if (sum != NULL)
        g_assert_cmpint (scr_day_between (rows[i].day, sum), ==, rows[i].days);
    }
  g_assert_cmpint (scr_day_get_weekday ("2019-06-12"), ==, 3);
  g_assert_cmpint (scr_day_get_weekday ("nothing"), ==, 0);
  g_assert_cmpint (scr_day_between ("2019-06-12", NULL), ==, 0);
}

static void
test_parts (void)
{
  g_autofree char *day = scr_day_from_parts (2019, 6, 2);
  int year, month, day_of_month;

  g_assert_cmpstr (day, ==, "2019-06-02");
  g_assert_true (scr_day_get_parts (day, &year, &month, &day_of_month));
  g_assert_cmpint (year * 10000 + month * 100 + day_of_month, ==, 20190602);
  g_assert_false (scr_day_get_parts ("2019-02-30", NULL, NULL, NULL));
  g_assert_null (scr_day_from_parts (2019, 2, 30));
  g_assert_null (scr_day_from_parts (-1, 2, 3));
  g_assert_null (scr_day_from_parts (2019, 123, 1));
}

static void
test_time (void)
{
  g_assert_true (scr_time_is_valid ("00:00"));
  g_assert_true (scr_time_is_valid ("23:59"));
  g_assert_false (scr_time_is_valid ("24:00"));
  g_assert_false (scr_time_is_valid ("12:60"));
  g_assert_false (scr_time_is_valid ("9:30"));
  g_assert_false (scr_time_is_valid ("09.30"));
  g_assert_false (scr_time_is_valid (""));
  g_assert_false (scr_time_is_valid (NULL));
}

static void
test_within (void)
{
  g_assert_true (scr_day_is_within ("2019-06-12", NULL, NULL));
  g_assert_true (scr_day_is_within ("2019-06-12", "2019-06-12", "2019-06-12"));
  g_assert_true (scr_day_is_within ("2019-06-12", "2019-06-11", NULL));
  g_assert_true (scr_day_is_within ("2019-06-12", NULL, "2019-06-13"));
  g_assert_false (scr_day_is_within ("2019-06-12", "2019-06-13", NULL));
  g_assert_false (scr_day_is_within ("2019-06-12", NULL, "2019-06-11"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/day/valid", test_valid);
  g_test_add_func ("/day/every-day", test_every_day);
  g_test_add_func ("/day/arithmetic", test_arithmetic);
  g_test_add_func ("/day/parts", test_parts);
  g_test_add_func ("/day/within", test_within);
  g_test_add_func ("/day/time", test_time);
  return g_test_run ();
}
