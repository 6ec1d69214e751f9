/* Recurrence rules: the days that they give, both changes of the clocks, what is not a rule, and rules made
 * to do harm. */
#include "config.h"

#include "scr-day.h"
#include "scr-recurrence.h"
#include "scr-zone.h"

#include <string.h>

static char *
list (const char *rule,
      const char *first,
      const char *skipped,
      const char *from,
      const char *until,
      guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) days
      = scr_recurrence_list_days (rule, first, skipped, from, until, limit, NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_add (days, NULL);
  return g_strjoinv (" ", (char **)days->pdata);
}

static void
test_tables (void)
{
  static const struct
  {
    const char *rule;
    const char *first;
    const char *days;
  } rows[] = {
      {"FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH", "2019-02-28", "2019-02-28 2019-04-25 2019-06-27 2019-08-29"},
      {"FREQ=MONTHLY;BYDAY=1TU", "2019-01-31", "2019-02-05 2019-03-05 2019-04-02 2019-05-07"},
      {"FREQ=MONTHLY;INTERVAL=4;BYDAY=3WE", "2019-01-01", "2019-01-16 2019-05-15 2019-09-18 2020-01-15"},
      {"FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=1", "2019-01-01", "2019-01-01 2020-07-01 2022-01-01 2023-07-01"},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2019-01-01", "2020-02-29 2024-02-29 2028-02-29 2032-02-29"},
      {"FREQ=YEARLY", "2096-02-29", "2096-02-29 2104-02-29 2108-02-29 2112-02-29"},
      {"FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=-1TH", "2019-01-01",
       "2019-11-28 2021-11-25 2023-11-30 2025-11-27"},
      {"FREQ=MONTHLY;BYMONTHDAY=31", "2019-01-31", "2019-01-31 2019-03-31 2019-05-31 2019-07-31"},
      {"FREQ=MONTHLY;BYMONTHDAY=-1", "2019-01-31", "2019-01-31 2019-02-28 2019-03-31 2019-04-30"},
      {"FREQ=MONTHLY", "2019-01-15", "2019-01-15 2019-02-15 2019-03-15 2019-04-15"},
      {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2019-01-01",
       "2019-01-31 2019-02-28 2019-03-29 2019-04-30"},
      {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2019-01-01", "2019-01-02 2019-01-14 2019-01-16 2019-01-28"},
      {"FREQ=WEEKLY", "2019-12-25", "2019-12-25 2020-01-01 2020-01-08 2020-01-15"},
      {"FREQ=DAILY;INTERVAL=30", "2019-01-31", "2019-01-31 2019-03-02 2019-04-01 2019-05-01"},
      {"FREQ=DAILY;BYDAY=SA", "2019-06-01", "2019-06-01 2019-06-08 2019-06-15 2019-06-22"},
      {"FREQ=MONTHLY;BYDAY=1TU;COUNT=2", "2019-01-01", "2019-01-01 2019-02-05"},
      {"FREQ=MONTHLY;BYDAY=1TU;UNTIL=20190305", "2019-01-31", "2019-02-05 2019-03-05"},
      {"FREQ=MONTHLY;BYDAY=1TU;UNTIL=20190305T235959Z", "2019-01-31", "2019-02-05 2019-03-05"},
      {"freq=monthly;byday=1tu;count=1", "2019-01-31", "2019-02-05"},
      {"FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "2019-01-01", "2019-05-13 2020-05-11 2021-05-17 2022-05-16"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *days = list (rows[i].rule, rows[i].first, NULL, rows[i].first, "2200-01-01", 4);

      g_test_message ("%s", rows[i].rule);
      g_assert_cmpstr (days, ==, rows[i].days);
    }
}

/* Steps are counted from the first day, whatever is looked at. */
static void
test_window (void)
{
  const char *rule = "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH";
  g_autofree char *days = list (rule, "2019-02-28", NULL, "2020-01-01", "2020-05-01", 100);
  g_autofree char *without
      = list (rule, "2019-02-28", "2019-04-25 +2019-05-02", "2019-02-01", "2019-06-30", 9);
  g_autofree char *counted
      = list ("FREQ=WEEKLY;COUNT=3", "2019-01-01", "2019-01-08", "2019-01-01", "2019-12-31", 9);
  g_autoptr (GPtrArray) some = NULL;
  gboolean more = FALSE;

  g_assert_cmpstr (days, ==, "2020-02-27 2020-04-30");
  g_assert_cmpstr (without, ==, "2019-02-28 2019-05-02 2019-06-27");
  g_assert_cmpstr (counted, ==, "2019-01-01 2019-01-15");
  some = scr_recurrence_list_days (rule, "2019-02-28", NULL, "2019-01-01", "2019-12-31", 2, &more, NULL);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_true (more);
}

/* A meeting at ten stays at ten where it is held; as an instant it moves by an hour at both changes. */
static void
test_clock_changes (void)
{
  static const struct
  {
    const char *first;
    const char *until;
    int hours[3]; /* UTC of 10:00 */
  } rows[] = {
      {"2019-03-24", "2019-04-07", {10, 9, 9}},
      {"2019-10-20", "2019-11-03", {9, 10, 10}},
  };

  for (guint r = 0; r < G_N_ELEMENTS (rows); r++)
    {
      g_autoptr (GPtrArray) days = scr_recurrence_list_days ("FREQ=WEEKLY;BYDAY=SU", rows[r].first, NULL,
                                                             rows[r].first, rows[r].until, 10, NULL, NULL);

      g_assert_cmpuint (days->len, ==, 3);
      for (guint i = 0; i < 3; i++)
        {
          gint64 instant;
          g_autofree char *day = NULL;
          int minutes;

          g_assert_true (scr_zone_to_unix ("Europe/London", days->pdata[i], 600, &instant));
          g_assert_cmpint ((instant / 3600) % 24, ==, rows[r].hours[i]);
          scr_zone_from_unix ("Europe/London", instant, &day, &minutes);
          g_assert_cmpstr (day, ==, days->pdata[i]);
          g_assert_cmpint (minutes, ==, 600);
        }
    }
}

static void
test_refused (void)
{
  static const char *const rules[] = {
      NULL,
      "",
      "rubbish",
      "FREQ=SECONDLY",
      "FREQ=MINUTELY;INTERVAL=1440",
      "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=DAILY;BYHOUR=1,2,3",
      "FREQ=MONTHLY;INTERVAL=0",
      "FREQ=MONTHLY;INTERVAL=-1",
      "FREQ=DAILY;INTERVAL=99999999999",
      "FREQ=DAILY;COUNT=-5",
      "FREQ=MONTHLY;BYDAY=99TU",
      "FREQ=MONTHLY;X-MINE=1",
      "FREQ=FORTNIGHTLY",
      "FREQ=MONTHLY\r\nATTENDEE:x",
      "FREQ=MONTHLY;BYDAY=\xff\xfe",
      "RSCALE=HEBREW;FREQ=YEARLY;BYMONTH=5L;SKIP=FORWARD",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=MONTHLY;BYMONTHDAY=-31;BYMONTH=2",
      "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=3",
      "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3",
      "FREQ=MONTHLY;INTERVAL=48;BYMONTH=1;BYMONTHDAY=32",
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=DAILY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=30,31",
      "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
      "FREQ=MONTHLY;BYMONTHDAY=1;BYSETPOS=2",
      "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=5",
      "FREQ=YEARLY;BYDAY=MO;BYSETPOS=300",
      "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
      "FREQ=WEEKLY;BYDAY=TU;BYYEARDAY=400",
      "FREQ=MONTHLY;UNTIL=20180101",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = rules[i] != NULL ? g_strescape (rules[i], NULL) : NULL;

      g_test_message ("%s", shown != NULL ? shown : "");
      g_assert_false (scr_recurrence_check (rules[i], "2019-01-01", &error));
      g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
  g_assert_false (scr_recurrence_check ("FREQ=DAILY", NULL, NULL));
  g_assert_false (scr_recurrence_check ("FREQ=DAILY", "2019-02-29", NULL));
  g_assert_true (scr_recurrence_check ("FREQ=DAILY;INTERVAL=7;BYDAY=TU", "2019-01-01", NULL));
}

/* Rules of any parts end, one way or the other, and what they give is in order and within bounds. */
static void
test_any_rule (void)
{
  static const char *const frequencies[] = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
  static const char *const parts[]
      = {"BYMONTH=2",   "BYMONTH=4,6,9", "BYMONTHDAY=29",  "BYMONTHDAY=31", "BYMONTHDAY=-30,15",
         "BYDAY=MO",    "BYDAY=5FR",     "BYDAY=-1TH",     "BYDAY=SA,SU",   "BYSETPOS=1",
         "BYSETPOS=-3", "BYYEARDAY=60",  "BYYEARDAY=-366", "BYWEEKNO=53",   "WKST=SU",
         "COUNT=3",     "UNTIL=20301231"};
  GRand *rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (GString) rule = g_string_new ("FREQ=");
      g_autoptr (GPtrArray) days = NULL;
      guint n = (guint)g_rand_int_range (rand, 0, 4);

      g_string_append (rule, frequencies[g_rand_int_range (rand, 0, 4)]);
      g_string_append_printf (rule, ";INTERVAL=%d", g_rand_int_range (rand, 1, 50));
      for (guint p = 0; p < n; p++)
        g_string_append_printf (rule, ";%s", parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      g_test_message ("%s", rule->str);
      days = scr_recurrence_list_days (rule->str, "2019-01-31", NULL, "2019-01-01", "2060-01-01", 50, NULL,
                                       NULL);
      for (guint d = 0; days != NULL && d < days->len; d++)
        {
          g_assert_cmpstr (days->pdata[d], >=, "2019-01-31");
          g_assert_cmpstr (days->pdata[d], <=, "2060-01-01");
          if (d > 0)
            g_assert_cmpstr (days->pdata[d - 1], <, days->pdata[d]);
        }
    }
  g_rand_free (rand);
}

/* What is read and written again gives the same days; what no form shows is kept. */
static void
test_read_and_write (void)
{
  static const struct
  {
    const char *rule;
    const char *written;
    const char *words;
    const char *rest;
  } rows[] = {
      {"FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH", NULL, "Every two months on the last Thursday", NULL},
      {"FREQ=MONTHLY;BYDAY=1TU", NULL, "Every month on the first Tuesday", NULL},
      {"BYDAY=3WE;INTERVAL=4;FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=4;BYDAY=3WE",
       "Every 4 months on the third Wednesday", NULL},
      {"FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "FREQ=MONTHLY;BYDAY=2TU", "Every month on the second Tuesday",
       NULL},
      {"FREQ=MONTHLY;BYMONTHDAY=15", NULL, "Every month on day 15", NULL},
      {"FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=6", NULL, "Every month on the last day, 6 times", NULL},
      {"FREQ=MONTHLY", NULL, "Every month on day 2", NULL},
      {"FREQ=WEEKLY", NULL, "Every week on Wednesday", NULL},
      {"FREQ=WEEKLY;BYDAY=TU,TH", NULL, "Every week on Tuesday and on Thursday", NULL},
      {"FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR", NULL, "Every two weeks on Monday, on Wednesday, on Friday",
       NULL},
      {"FREQ=WEEKLY;INTERVAL=3;BYDAY=MO;WKST=SU", NULL, "Every 3 weeks on Monday", "WKST=SU"},
      {"FREQ=DAILY", NULL, "Every day", NULL},
      {"FREQ=DAILY;INTERVAL=10;UNTIL=20200301", NULL, "Every 10 days, until 1 March 2020", NULL},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", NULL, "Every year on 29 February", NULL},
      {"FREQ=YEARLY", NULL, "Every year on 2 January", NULL},
      {"FREQ=YEARLY;INTERVAL=2;BYMONTH=11;BYDAY=-1TH", NULL,
       "Every 2 years in November, on the last Thursday", NULL},
      {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", NULL,
       "Every month, with a condition of its own (BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1)",
       "BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"},
      {"FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", "FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR",
       "Every month on day 13, with a condition of its own (BYDAY=FR)", "BYDAY=FR"},
      {"FREQ=YEARLY;BYDAY=20MO", NULL, "Every year, with a condition of its own (BYDAY=20MO)", "BYDAY=20MO"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScrRepeat) repeat = scr_recurrence_read (rows[i].rule, &error);
      g_autoptr (ScrRepeat) again = NULL;
      g_autofree char *written = NULL;
      g_autofree char *words = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", rows[i].rule);
      g_assert_no_error (error);
      written = scr_recurrence_write (repeat);
      g_assert_cmpstr (written, ==, rows[i].written != NULL ? rows[i].written : rows[i].rule);
      g_assert_cmpstr (repeat->rest, ==, rows[i].rest);
      again = scr_recurrence_read (written, NULL);
      g_assert_true (scr_repeat_equal (repeat, again));
      words = scr_repeat_to_words (NULL, repeat, "2019-01-02");
      g_assert_cmpstr (words, ==, rows[i].words);
      before = list (rows[i].rule, "2019-01-02", NULL, "2019-01-01", "2039-01-01", 30);
      after = list (written, "2019-01-02", NULL, "2019-01-01", "2039-01-01", 30);
      g_assert_cmpstr (before, ==, after);
    }
}

/* A series follows one of its meetings to another day. */
static void
test_follow (void)
{
  static const struct
  {
    const char *rule;
    const char *from;
    const char *to;
    const char *result; /* NULL: it may not */
  } rows[] = {
      {"FREQ=MONTHLY;BYDAY=1TU", "2019-02-05", "2019-02-13", "FREQ=MONTHLY;BYDAY=2WE"},
      {"FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TH", "2019-02-28", "2019-02-26",
       "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1TU"},
      {"FREQ=MONTHLY;BYDAY=4TH", "2019-02-28", "2019-01-31", "FREQ=MONTHLY;BYDAY=-1TH"},
      {"FREQ=MONTHLY;BYMONTHDAY=15", "2019-02-15", "2019-02-18", "FREQ=MONTHLY;BYMONTHDAY=18"},
      {"FREQ=MONTHLY;BYMONTHDAY=-1", "2019-02-28", "2019-03-31", "FREQ=MONTHLY;BYMONTHDAY=-1"},
      {"FREQ=WEEKLY;BYDAY=TU,TH", "2019-01-01", "2019-01-02", "FREQ=WEEKLY;BYDAY=WE,FR"},
      {"FREQ=WEEKLY;BYDAY=SU", "2019-01-06", "2019-01-07", "FREQ=WEEKLY;BYDAY=MO"},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "2020-02-29", "2020-03-01",
       "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1"},
      {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2019-01-31", "2019-01-30", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ScrRepeat) repeat = scr_recurrence_read (rows[i].rule, NULL);
      gboolean followed = scr_repeat_follow (repeat, rows[i].from, rows[i].to);
      g_autofree char *result = scr_recurrence_write (repeat);

      g_test_message ("%s", rows[i].rule);
      g_assert_cmpint (followed, ==, rows[i].result != NULL);
      g_assert_cmpstr (result, ==, followed ? rows[i].result : rows[i].rule);
    }
}

static void
test_skipped (void)
{
  g_autofree char *one = scr_skipped_add (NULL, "2019-05-02");
  g_autofree char *two = scr_skipped_add (one, "2019-04-02");
  g_autofree char *same = scr_skipped_add (two, "2019-05-02");
  g_autofree char *extra = scr_skipped_add_extra (two, "2019-04-09");
  g_autofree char *late = scr_skipped_from (extra, "2019-04-09", NULL);
  g_autofree char *gone = scr_skipped_remove (extra, "2019-05-02");
  g_autofree char *back = scr_skipped_add (extra, "2019-04-09");

  g_assert_cmpstr (same, ==, "2019-04-02 2019-05-02");
  g_assert_cmpstr (extra, ==, "2019-04-02 +2019-04-09 2019-05-02");
  g_assert_cmpstr (late, ==, "+2019-04-09 2019-05-02");
  g_assert_cmpstr (gone, ==, "2019-04-02 +2019-04-09");
  g_assert_cmpstr (back, ==, "2019-04-02 2019-04-09 2019-05-02");
  g_assert_true (scr_skipped_has (extra, "2019-05-02"));
  g_assert_false (scr_skipped_has (extra, "2019-04-09"));
  g_assert_true (scr_skipped_is_valid (extra));
  g_assert_false (scr_skipped_is_valid ("tomorrow"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recurrence/tables", test_tables);
  g_test_add_func ("/recurrence/window", test_window);
  g_test_add_func ("/recurrence/clock-changes", test_clock_changes);
  g_test_add_func ("/recurrence/refused", test_refused);
  g_test_add_func ("/recurrence/any-rule", test_any_rule);
  g_test_add_func ("/recurrence/read-and-write", test_read_and_write);
  g_test_add_func ("/recurrence/follow", test_follow);
  g_test_add_func ("/recurrence/skipped", test_skipped);
  return g_test_run ();
}
