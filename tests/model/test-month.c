/* Tests of a month's grid: its days, week numbers, how spans are cut and stacked, and what does not fit. */
#include "scr-day.h"
#include "scr-month.h"

static void
assert_day (int number, const char *expected)
{
  g_autofree char *day = scr_day_from_number (number);

  g_assert_cmpstr (day, ==, expected);
}

static void
test_grids (void)
{
  static const struct
  {
    int year;
    int month;
    int first_weekday;
    const char *first;
    const char *last;
    guint n_weeks;
    guint week; /* number of the first row */
  } rows[] = {
      {2019, 6, 1, "2019-05-27", "2019-06-30", 5, 22},
      {2019, 6, 7, "2019-05-26", "2019-07-06", 6, 22},
      {2019, 6, 6, "2019-06-01", "2019-07-05", 5, 23},
      /* Exactly four weeks. */
      {2021, 2, 1, "2021-02-01", "2021-02-28", 4, 5},
      {2020, 2, 1, "2020-01-27", "2020-03-01", 5, 5},
      /* Six weeks; the year's first days belong to the last week of the year before. */
      {2021, 5, 1, "2021-04-26", "2021-06-06", 6, 17},
      {2021, 1, 1, "2020-12-28", "2021-01-31", 5, 53},
      {2018, 12, 1, "2018-11-26", "2019-01-06", 6, 48},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ScrMonth month;

      g_assert_true (scr_month_init (&month, rows[i].year, rows[i].month, rows[i].first_weekday));
      assert_day (month.first, rows[i].first);
      assert_day (month.last, rows[i].last);
      g_assert_cmpuint (month.n_weeks, ==, rows[i].n_weeks);
      g_assert_cmpuint (scr_month_get_week_number (&month, 0), ==, rows[i].week);
    }
}

static void
test_steps (void)
{
  ScrMonth month;
  int day;

  g_assert_true (scr_day_to_number ("2020-02-29", &day));
  g_assert_true (scr_month_init_around (&month, day, 1));
  assert_day (month.month_first, "2020-02-01");
  assert_day (month.month_last, "2020-02-29");
  g_assert_true (scr_month_step (&month, 12));
  assert_day (month.month_last, "2021-02-28");
  g_assert_true (scr_month_step (&month, -2));
  assert_day (month.month_first, "2020-12-01");
  g_assert_true (scr_month_step (&month, 1));
  assert_day (month.month_first, "2021-01-01");
  g_assert_true (scr_month_init (&month, SCR_DAY_FIRST_YEAR, 1, 1));
  g_assert_false (scr_month_step (&month, -1));
  assert_day (month.month_first, "1800-01-01");
  g_assert_true (scr_month_init (&month, SCR_DAY_LAST_YEAR, 12, 1));
  g_assert_false (scr_month_step (&month, 1));
  g_assert_false (scr_month_init (&month, 2019, 13, 1));
}

/* Every month of four centuries, for every first weekday: whole weeks that hold the month and begin and end
 * in it. */
static void
test_all_months (void)
{
  for (int weekday = 1; weekday <= 7; weekday++)
    {
      ScrMonth month;

      g_assert_true (scr_month_init (&month, 1801, 1, weekday));
      for (guint i = 0; i < 400 * 12; i++)
        {
          g_autofree char *first = scr_day_from_number (month.first);
          int before = month.month_last;

          g_assert_cmpint (scr_day_get_weekday (first), ==, weekday);
          g_assert_cmpint (month.last - month.first + 1, ==, (int)month.n_weeks * 7);
          g_assert_cmpuint (month.n_weeks, >=, 4);
          g_assert_cmpuint (month.n_weeks, <=, SCR_MONTH_MAX_WEEKS);
          g_assert_true (month.first <= month.month_first && month.month_first < month.first + 7);
          g_assert_true (month.last >= month.month_last && month.month_last > month.last - 7);
          for (guint week = 0; week < month.n_weeks; week++)
            g_assert_true (scr_month_get_week_number (&month, week) - 1 < 53);
          g_assert_true (scr_month_step (&month, 1));
          g_assert_cmpint (month.month_first, ==, before + 1);
        }
    }
}

/* --- Spans --- */

/* From Thursday to Tuesday: two pieces; a day before and one after share rows with nothing. */
static void
test_cut (void)
{
  ScrMonth month;
  g_autoptr (GArray) pieces = NULL;
  const ScrMonthPiece *piece;

  g_assert_true (scr_month_init (&month, 2019, 6, 1));
  {
    const ScrMonthSpan spans[] = {
        {month.first - 3, month.first + 1},
        {month.first + 3, month.first + 8},
        {month.first + 4, month.first + 4},
        {month.last + 1, month.last + 9},
    };

    pieces = scr_month_cut (&month, spans, G_N_ELEMENTS (spans));
  }
  g_assert_cmpuint (pieces->len, ==, 4);
  piece = &g_array_index (pieces, ScrMonthPiece, 0);
  g_assert_true (piece->span == 0 && piece->column == 0 && piece->n_columns == 2 && !piece->begins
                 && piece->ends);
  piece = &g_array_index (pieces, ScrMonthPiece, 1);
  g_assert_true (piece->span == 1 && piece->column == 3 && piece->n_columns == 4 && piece->begins
                 && !piece->ends);
  g_assert_cmpuint (piece->row, ==, 0);
  piece = &g_array_index (pieces, ScrMonthPiece, 2);
  g_assert_true (piece->span == 2 && piece->column == 4 && piece->row == 1 && piece->begins && piece->ends);
  piece = &g_array_index (pieces, ScrMonthPiece, 3);
  g_assert_true (piece->span == 1 && piece->week == 1 && piece->column == 0 && piece->n_columns == 2
                 && piece->ends);
}

static void
check_fit (const ScrMonth *month, GArray *pieces, guint n_rows)
{
  guint hidden[SCR_MONTH_MAX_WEEKS * 7];
  guint counted[SCR_MONTH_MAX_WEEKS * 7] = {0};
  gboolean taken[SCR_MONTH_MAX_WEEKS * 7][40] = {{0}};

  scr_month_fit (month, pieces, n_rows, hidden);
  for (guint i = 0; i < pieces->len; i++)
    {
      const ScrMonthPiece *piece = &g_array_index (pieces, ScrMonthPiece, i);

      g_assert_cmpuint (piece->column + piece->n_columns, <=, 7);
      for (guint day = piece->week * 7 + piece->column, k = 0; k < piece->n_columns; day++, k++)
        {
          if (piece->hidden)
            {
              counted[day]++;
              continue;
            }
          g_assert_cmpuint (piece->row, <, n_rows);
          g_assert_false (taken[day][piece->row]);
          taken[day][piece->row] = TRUE;
        }
    }
  for (guint day = 0; day < month->n_weeks * 7; day++)
    {
      g_assert_cmpuint (counted[day], ==, hidden[day]);
      /* Room for their number. */
      if (hidden[day] > 0 && n_rows > 0)
        g_assert_false (taken[day][n_rows - 1]);
    }
}

/* Whatever there is: every day of a span is in exactly one piece, none cover each other, and what is hidden
 * is counted. */
static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      ScrMonth month;
      ScrMonthSpan spans[30];
      guint n = (guint)g_test_rand_int_range (0, G_N_ELEMENTS (spans) + 1);
      g_autoptr (GArray) pieces = NULL;
      int days = 0, covered = 0;

      g_assert_true (scr_month_init (&month, g_test_rand_int_range (1900, 2200),
                                     g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 8)));
      for (guint i = 0; i < n; i++)
        {
          spans[i].first = month.first + g_test_rand_int_range (-10, 50);
          spans[i].last = spans[i].first + (g_test_rand_bit () ? 0 : g_test_rand_int_range (0, 30));
          days += MAX (MIN (spans[i].last, month.last) - MAX (spans[i].first, month.first) + 1, 0);
        }
      pieces = scr_month_cut (&month, spans, n);
      for (guint i = 0; i < pieces->len; i++)
        covered += (int)g_array_index (pieces, ScrMonthPiece, i).n_columns;
      g_assert_cmpint (days, ==, covered);
      for (guint n_rows = 0; n_rows < 6; n_rows++)
        check_fit (&month, pieces, n_rows);
      check_fit (&month, pieces, 31);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month/grids", test_grids);
  g_test_add_func ("/month/steps", test_steps);
  g_test_add_func ("/month/all-months", test_all_months);
  g_test_add_func ("/month/cut", test_cut);
  g_test_add_func ("/month/random", test_random);
  return g_test_run ();
}
