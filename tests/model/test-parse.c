/* Tests of what people type: days, times, durations, numbers; and that what is written is read back. */
#include "polish.h"
#include "scr-day.h"
#include "scr-format.h"

#include <math.h>
#include <string.h>

#define TODAY "2019-06-12"

/* In Welsh, Tuesday ("Dydd Mawrth") and March have one name. */
static const TestMessage welsh[] = {
    {"", "Content-Type: text/plain; charset=UTF-8\nLanguage: cy\n"},
    {IN_DATE "March", "Mawrth"},
    {IN_DATE "June", "Mehefin"},
    {"weekday\004Tuesday", "Dydd Mawrth"},
    {"weekday\004Wednesday", "Dydd Mercher"},
    {"weekday, abbreviated\004Tue", "Maw"},
};

static ScrLanguage *
load_polish (void)
{
  g_autoptr (GError) error = NULL;
  ScrLanguage *language = scr_language_load ("pl", &error);

  g_assert_no_error (error);
  return language;
}

static void
test_days (void)
{
  const char *rows[][2] = {
      {"8 July 2019", "2019-07-08"},
      {"  8   JULY  2019 ", "2019-07-08"},
      {"8 jul 2019", "2019-07-08"},
      {"8 Jul. 19", "2019-07-08"},
      {"8th July 2019", "2019-07-08"},
      {"the 8th of July, 2019", "2019-07-08"},
      {"July 8, 2019", "2019-07-08"},
      {"Monday 8 July 2019", "2019-07-08"},
      {"Mon, 8 July", "2019-07-08"},
      {"2019 July 8", "2019-07-08"},
      {"8/7/2019", "2019-07-08"},
      {"08/07/2019", "2019-07-08"},
      {"8.7.19", "2019-07-08"},
      {"8-7-19", "2019-07-08"},
      {"8 7 2019", "2019-07-08"},
      {"2019-07-08", "2019-07-08"},
      {"2019/7/8", "2019-07-08"},
      {"8 July", "2019-07-08"},
      {"8july", "2019-07-08"},
      {"8/7", "2019-07-08"},
      {"1 sept", "2019-09-01"},
      {"29 February 2020", "2020-02-29"},
      {"31.12.99", "1999-12-31"},
      {"٨/٧/٢٠١٩", "2019-07-08"},
      {"today", "2019-06-12"},
      {"Tomorrow", "2019-06-13"},
      {"yesterday", "2019-06-11"},
      {"+3", "2019-06-15"},
      {"-12", "2019-05-31"},
      {"−12", "2019-05-31"},
      {"+0", "2019-06-12"},
      {"30 February 2019", NULL},
      {"29 February 2019", NULL},
      {"31/4/2019", NULL},
      {"12/25/2019", NULL},
      {"0/1/2019", NULL},
      {"8 Ju 2019", NULL},
      {"8 J 2019", NULL},
      {"8 Julyish 2019", NULL},
      {"8 July June 2019", NULL},
      {"8 July 219", NULL},
      {"8 July 20190", NULL},
      {"8 July 1799", NULL},
      {"July 2019", NULL},
      {"July", NULL},
      {"8", NULL},
      {"20190708", NULL},
      {"1 2 3 4", NULL},
      {"8/7/2019?", NULL},
      {"+", NULL},
      {"+3 days", NULL},
      {"+999999", NULL},
      {"", NULL},
      {"   ", NULL},
      {"\xcc\x81", NULL},
      {"8 July 2019\xff", NULL},
      {"nonsense", NULL},
      {"Wednesday", NULL},
      {NULL, NULL},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = NULL;
      gboolean read = scr_parse_day (rows[i][0], TODAY, &day);

      g_assert_cmpstr (day, ==, rows[i][1]);
      g_assert_cmpint (read, ==, rows[i][1] != NULL);
    }
}

/* Without a today, only whole dates can be read. */
static void
test_no_today (void)
{
  g_autofree char *day = NULL, *none = NULL;

  g_assert_true (scr_parse_day ("8 July 2019", NULL, &day));
  g_assert_cmpstr (day, ==, "2019-07-08");
  g_assert_false (scr_parse_day ("8 July", NULL, &none));
  g_assert_false (scr_parse_day ("tomorrow", NULL, &none));
  g_assert_null (none);
}

static void
test_polish_days (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  const char *rows[][2] = {
      {"8 lipca 2019", "2019-07-08"},
      {"8 lipiec 2019", "2019-07-08"},
      {"8 lip 19", "2019-07-08"},
      {"8 wrzesnia", "2019-09-08"},
      {"8 July 2019", "2019-07-08"},
      {"jutro", "2019-06-13"},
      {"tomorrow", "2019-06-13"},
      {"środa, 12 czerwca 2019 r.", "2019-06-12"},
      {"8 pazdziernika 2019", "2019-10-08"},
      {"8 l 2019", NULL},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = NULL;

      scr_parse_day_in (pl, rows[i][0], TODAY, &day);
      g_assert_cmpstr (day, ==, rows[i][1]);
    }
}

static void
test_weekday_named_as_month (void)
{
  g_autoptr (ScrLanguage) cy = scr_language_load ("cy", NULL);
  const char *rows[][2] = {
      {"12 Mawrth 2019", "2019-03-12"},
      {"12 mawrth", "2019-03-12"},
      {"12 Maw 19", "2019-03-12"},
      {"Dydd Mawrth 12 Mawrth 2019", "2019-03-12"},
      {"Dydd Mercher 13 Mawrth 2019", "2019-03-13"},
      {"Dydd Mawrth 11 Mehefin 2019", "2019-06-11"},
      {"Maw 11 Mehefin 2019", "2019-06-11"},
      {"11 Mehefin 2019, dydd Mawrth", "2019-06-11"},
      {"Dydd Mawrth 11/6/2019", "2019-06-11"},
      {"11/6/2019, dydd Mawrth", "2019-06-11"},
      {"Dydd Mawrth", NULL},
  };

  g_assert_nonnull (cy);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *day = NULL;

      scr_parse_day_in (cy, rows[i][0], TODAY, &day);
      g_assert_cmpstr (day, ==, rows[i][1]);
    }
}

/* What is written is read back: any day, each style that says all of it, both languages. */
static void
test_days_round (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();

  for (int round = 0; round < 3000; round++)
    {
      const ScrLanguage *language = round % 2 ? pl : NULL;
      g_autofree char *day = scr_day_add ("1800-01-01", g_test_rand_int_range (0, 182986));
      g_autofree char *text = scr_format_day (language, day, round % 3 ? SCR_DAY_LONG : SCR_DAY_FULL);
      g_autofree char *back = NULL;

      g_assert_true (scr_parse_day_in (language, text, TODAY, &back));
      g_assert_cmpstr (back, ==, day);
    }
}

static void
test_times (void)
{
  const char *rows[][2] = {
      {"9", "09:00"},     {"9:30", "09:30"},   {"9.30", "09:30"},      {"930", "09:30"},   {"0930", "09:30"},
      {"2pm", "14:00"},   {"2 PM", "14:00"},   {"2.15 p.m.", "14:15"}, {"215pm", "14:15"}, {"12am", "00:00"},
      {"12pm", "12:00"},  {"12", "12:00"},     {"14:00", "14:00"},     {"1430", "14:30"},  {"0", "00:00"},
      {"23:59", "23:59"}, {"9h30", "09:30"},   {"24:00", NULL},        {"9:60", NULL},     {"13pm", NULL},
      {"0am", NULL},      {"9:3", NULL},       {"9:300", NULL},        {"12345", NULL},    {"", NULL},
      {"noonish", NULL},  {"9 o'clock", NULL}, {"-9", NULL},           {"9:", NULL},       {"٩:٣٠", "09:30"},
      {NULL, NULL},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *time = NULL;
      gboolean read = scr_parse_time (rows[i][0], &time);

      g_assert_cmpstr (time, ==, rows[i][1]);
      g_assert_cmpint (read, ==, rows[i][1] != NULL);
    }
}

static void
test_durations (void)
{
  const struct
  {
    const char *typed;
    double minutes; /* -1 if it is none */
  } rows[] = {
      {"90", 90},
      {"45 min", 45},
      {"45min", 45},
      {"1 h 30", 90},
      {"1 h 30 min", 90},
      {"1h30", 90},
      {"1h30m", 90},
      {"1:30", 90},
      {"0:05", 5},
      {"1½ hours", 90},
      {"½ hour", 30},
      {"1 1/2 h", 90},
      {"1.5 h", 90},
      {"1,5 h", 90},
      {"2 hours", 120},
      {"2 hrs.", 120},
      {"2 Hours 5 Minutes", 125},
      {"⅓ h", 20},
      {"0", 0},
      {"0.33 h", 20},
      {"1.5", -1},
      {"1:60", -1},
      {"1:5", -1},
      {"1 h 30 h", -1},
      {"30 min 1 h", -1},
      {"1.5 h 30", -1},
      {"1 h 90", -1},
      {"1 day", -1},
      {"h", -1},
      {"-30", -1},
      {"", -1},
      {"1 h 30 min 5", -1},
      {"1/0 h", -1},
      {"99999999999", -1},
      {":30", -1},
      {NULL, -1},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double minutes = -1;
      gboolean read = scr_parse_duration (rows[i].typed, &minutes);

      g_assert_cmpfloat (minutes, ==, rows[i].minutes);
      g_assert_cmpint (read, ==, rows[i].minutes >= 0);
    }
}

static void
test_durations_round (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();

  for (int minutes = 0; minutes < 3000; minutes++)
    for (int i = 0; i < 2; i++)
      {
        g_autofree char *text = scr_format_duration (i ? pl : NULL, minutes);
        double back = -1;

        g_assert_true (scr_parse_duration_in (i ? pl : NULL, text, &back));
        g_assert_cmpfloat (back, ==, minutes);
      }
}

static void
test_numbers (void)
{
  const struct
  {
    const char *typed;
    double number, in_polish; /* NaN if it is none */
  } rows[] = {
      {"1.5", 1.5, 1.5},
      {"1,5", 1.5, 1.5},
      {"1½", 1.5, 1.5},
      {"½", 0.5, 0.5},
      {"1 1/2", 1.5, 1.5},
      {"3/4", 0.75, 0.75},
      {"-½", -0.5, -0.5},
      {"-3", -3, -3},
      {"− 3", -3, -3},
      {"+3", 3, 3},
      {"0", 0, 0},
      {"007", 7, 7},
      {".5", 0.5, 0.5},
      {"1,500", 1500, 1.5},
      {"1.500", 1.5, 1500},
      {"0,500", 0.5, 0.5},
      {"1,500.25", 1500.25, 1500.25},
      {"1.500,25", 1500.25, 1500.25},
      {"1,234,567", 1234567, 1234567},
      {"1 234 567", 1234567, 1234567},
      {"1 500,5", 1500.5, 1500.5},
      {"1,5000", 1.5, 1.5},
      {"१२", 12, 12},
      {"1,23,456", NAN, NAN},
      {"1 2", NAN, NAN},
      {"1.2.3", NAN, NAN},
      {"1.", NAN, NAN},
      {".", NAN, NAN},
      {"-", NAN, NAN},
      {"1/0", NAN, NAN},
      {"1//2", NAN, NAN},
      {"/2", NAN, NAN},
      {"1.5 1/2", NAN, NAN},
      {"1e5", NAN, NAN},
      {"0x10", NAN, NAN},
      {"inf", NAN, NAN},
      {"nan", NAN, NAN},
      {"12 days", NAN, NAN},
      {"", NAN, NAN},
      {NULL, NAN, NAN},
  };
  g_autoptr (ScrLanguage) pl = load_polish ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    for (int j = 0; j < 2; j++)
      {
        double wanted = j ? rows[i].in_polish : rows[i].number;
        double number = NAN;
        gboolean read = scr_parse_number_in (j ? pl : NULL, rows[i].typed, &number);

        g_assert_cmpint (read, ==, !isnan (wanted));
        g_assert_true (isnan (wanted) ? isnan (number) : number == wanted);
      }
}

static void
test_numbers_round (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();

  for (int round = 0; round < 5000; round++)
    {
      const ScrLanguage *language = round % 2 ? pl : NULL;
      double number = g_test_rand_int_range (-1000000, 1000000) / 100.0;
      g_autofree char *text = scr_format_number (language, number);
      double back = NAN;

      g_assert_true (scr_parse_number_in (language, text, &back));
      g_assert_cmpfloat_with_epsilon (back, number, 1e-9);
    }
}

/* Any characters at all: an answer, and only sound ones. */
static void
test_anything (void)
{
  const char *bits[]
      = {"1",   "2",    "9",   "0",     "30", "2019", " ", ".", ",",    ":",        "/", "-", "+",  "½", "h",
         "min", "July", "mon", "today", "pm", "st",   "é", "٣", "\xff", "\xcc\x81", "⁄", "'", "\n", "⅟"};

  for (int round = 0; round < 30000; round++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autofree char *day = NULL, *time = NULL;
      double number = 0, minutes = 0;
      int n = g_test_rand_int_range (0, 7);

      for (int i = 0; i < n; i++)
        g_string_append (typed, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      g_assert_cmpint (scr_parse_day (typed->str, TODAY, &day), ==, scr_day_is_valid (day));
      g_assert_cmpint (scr_parse_time (typed->str, &time), ==, scr_time_is_valid (time));
      g_assert_true (!scr_parse_number (typed->str, &number) || isfinite (number));
      g_assert_true (!scr_parse_duration (typed->str, &minutes)
                     || (minutes >= 0 && floor (minutes) == minutes));
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) catalogue = test_catalogue_make (polish, G_N_ELEMENTS (polish), FALSE);
  g_autoptr (GBytes) welsh_catalogue = test_catalogue_make (welsh, G_N_ELEMENTS (welsh), FALSE);
  g_autofree char *dir = g_dir_make_tmp ("scrutiny-parse-XXXXXX", NULL);
  int result;

  g_test_init (&argc, &argv, NULL);
  test_catalogue_install (dir, "pl", catalogue);
  test_catalogue_install (dir, "cy", welsh_catalogue);
  g_setenv ("SCRUTINY_LOCALE_DIR", dir, TRUE);
  g_test_add_func ("/parse/days", test_days);
  g_test_add_func ("/parse/no-today", test_no_today);
  g_test_add_func ("/parse/polish-days", test_polish_days);
  g_test_add_func ("/parse/weekday-named-as-month", test_weekday_named_as_month);
  g_test_add_func ("/parse/days-round", test_days_round);
  g_test_add_func ("/parse/times", test_times);
  g_test_add_func ("/parse/durations", test_durations);
  g_test_add_func ("/parse/durations-round", test_durations_round);
  g_test_add_func ("/parse/numbers", test_numbers);
  g_test_add_func ("/parse/numbers-round", test_numbers_round);
  g_test_add_func ("/parse/anything", test_anything);
  result = g_test_run ();
  test_catalogue_remove_all (dir);
  return result;
}
