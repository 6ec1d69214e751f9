/* Local times and instants, across both changes of the clocks. */
#include "config.h"

#include "scr-zone.h"

#include "scr-day.h"

static const struct
{
  const char *zone;
  const char *day;
  int minutes;
  const char *utc; /* as ISO 8601 */
} cases[] = {
    {"Europe/London", "2019-01-17", 14 * 60, "2019-01-17T14:00:00Z"},
    {"Europe/London", "2019-06-12", 14 * 60, "2019-06-12T13:00:00Z"},
    /* The night of 31 March 2019: 01:00 to 02:00 is skipped, and taken by the clocks of before. */
    {"Europe/London", "2019-03-31", 0, "2019-03-31T00:00:00Z"},
    {"Europe/London", "2019-03-31", 59, "2019-03-31T00:59:00Z"},
    {"Europe/London", "2019-03-31", 90, "2019-03-31T01:30:00Z"},
    {"Europe/London", "2019-03-31", 120, "2019-03-31T01:00:00Z"},
    {"Europe/London", "2019-03-31", 9 * 60, "2019-03-31T08:00:00Z"},
    /* The night of 27 October 2019: 01:00 to 02:00 comes twice, and is the first. */
    {"Europe/London", "2019-10-27", 59, "2019-10-26T23:59:00Z"},
    {"Europe/London", "2019-10-27", 90, "2019-10-27T00:30:00Z"},
    {"Europe/London", "2019-10-27", 120, "2019-10-27T02:00:00Z"},
    {"Europe/London", "2020-02-29", 10 * 60, "2020-02-29T10:00:00Z"},
    {"Asia/Kathmandu", "2019-06-12", 10 * 60, "2019-06-12T04:15:00Z"},
    {"America/New_York", "2019-06-12", 23 * 60, "2019-06-13T03:00:00Z"},
    {"UTC", "2019-06-12", 600, "2019-06-12T10:00:00Z"},
    {"Nowhere/Atall", "2019-06-12", 600, "2019-06-12T09:00:00Z"},
    {NULL, "2019-06-12", 600, "2019-06-12T09:00:00Z"},
    /* More than a day, and less than none. */
    {"Europe/London", "2019-03-30", 33 * 60, "2019-03-31T08:00:00Z"},
    {"Europe/London", "2019-04-01", -60, "2019-03-31T22:00:00Z"},
};

/* A clock that has told other times of these days already says the same. */
static void
assert_clock (const char *zone, const char *day, int minutes)
{
  g_autoptr (ScrZoneClock) clock = scr_zone_clock_new (zone);

  for (int other = -1440; other <= 2880; other += 15)
    {
      g_autofree char *plain_day = NULL;
      g_autofree char *clock_day = NULL;
      gint64 plain = 0, by_clock = 1;
      int plain_minutes = 0, clock_minutes = 1;

      g_assert_true (scr_zone_to_unix (zone, day, minutes + other, &plain));
      g_assert_true (scr_zone_clock_to_unix (clock, day, minutes + other, &by_clock));
      g_assert_cmpint (by_clock, ==, plain);
      scr_zone_from_unix (zone, plain, &plain_day, &plain_minutes);
      scr_zone_clock_from_unix (clock, plain, &clock_day, &clock_minutes);
      g_assert_cmpstr (clock_day, ==, plain_day);
      g_assert_cmpint (clock_minutes, ==, plain_minutes);
    }
  g_assert_false (scr_zone_clock_to_unix (clock, "2019-02-29", 0, &(gint64) {0}));
}

static void
test_to_unix (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) wanted = g_date_time_new_from_iso8601 (cases[i].utc, NULL);
      gint64 found = 0;

      g_test_message ("%s %s %d", cases[i].zone, cases[i].day, cases[i].minutes);
      g_assert_true (scr_zone_to_unix (cases[i].zone, cases[i].day, cases[i].minutes, &found));
      g_assert_cmpint (found, ==, g_date_time_to_unix (wanted));
      assert_clock (cases[i].zone, cases[i].day, cases[i].minutes);
    }
  g_assert_false (scr_zone_to_unix ("Europe/London", "2019-02-29", 0, &(gint64) {0}));
  g_assert_false (scr_zone_to_unix ("Europe/London", NULL, 0, &(gint64) {0}));
}

/* There and back again, wherever the clocks have the time once. */
static void
test_there_and_back (void)
{
  static const char *const zones[] = {"Europe/London", "Asia/Kathmandu", "America/New_York", "UTC"};
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 4000; i++)
    {
      const char *zone = zones[g_rand_int_range (rand, 0, G_N_ELEMENTS (zones))];
      int number;
      g_autofree char *day = NULL;
      g_autofree char *again = NULL;
      int minutes = g_rand_int_range (rand, 4 * 60, 24 * 60);
      int same;
      gint64 instant;

      scr_day_to_number ("2015-01-01", &number);
      day = scr_day_from_number (number + g_rand_int_range (rand, 0, 9000));
      g_assert_true (scr_zone_to_unix (zone, day, minutes, &instant));
      scr_zone_from_unix (zone, instant, &again, &same);
      g_assert_cmpstr (day, ==, again);
      g_assert_cmpint (minutes, ==, same);
    }
}

static void
test_before_1970 (void)
{
  g_autofree char *day = NULL;
  int minutes;

  scr_zone_from_unix ("UTC", -60, &day, &minutes);
  g_assert_cmpstr (day, ==, "1969-12-31");
  g_assert_cmpint (minutes, ==, 23 * 60 + 59);
}

static void
test_valid (void)
{
  static const char *const bad[]
      = {"", "+01:00", "GMT0BST,M3.5.0", "../../etc/passwd", "Europe/Nowhere", "europe london", "1", NULL};

  g_assert_true (scr_zone_is_valid ("Europe/London"));
  g_assert_true (scr_zone_is_valid ("UTC"));
  g_assert_false (scr_zone_is_valid (NULL));
  for (guint i = 0; bad[i] != NULL; i++)
    {
      g_test_message ("%s", bad[i]);
      g_assert_false (scr_zone_is_valid (bad[i]));
    }
}

static void
test_words (void)
{
  g_autofree char *summer = scr_zone_dup_abbreviation ("Europe/London", 1560340800);
  g_autofree char *winter = scr_zone_dup_abbreviation ("Europe/London", 1547733600);
  g_autofree char *late = scr_time_from_minutes (25 * 60 + 5);
  g_autofree char *early = scr_time_from_minutes (-5);
  int minutes = 0;

  g_assert_cmpstr (summer, ==, "BST");
  g_assert_cmpstr (winter, ==, "GMT");
  g_assert_cmpstr (late, ==, "01:05");
  g_assert_cmpstr (early, ==, "23:55");
  g_assert_true (scr_time_to_minutes ("14:05", &minutes));
  g_assert_cmpint (minutes, ==, 845);
  g_assert_false (scr_time_to_minutes ("24:00", &minutes));
  g_assert_false (scr_time_to_minutes (NULL, &minutes));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone/to-unix", test_to_unix);
  g_test_add_func ("/zone/there-and-back", test_there_and_back);
  g_test_add_func ("/zone/before-1970", test_before_1970);
  g_test_add_func ("/zone/valid", test_valid);
  g_test_add_func ("/zone/words", test_words);
  return g_test_run ();
}
