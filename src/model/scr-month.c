/* A month as a grid of days. See the header. */
#include "config.h"

#include "scr-month.h"

#include "scr-day.h"

/**
 * scr_month_init:
 * @self: (out caller-allocates): a month
 * @year: its year
 * @month: 1 to 12
 * @first_weekday: with which day weeks begin: 1 for Monday to 7 for Sunday
 *
 * Returns: whether there is such a month; its grid may reach out of what days there are only in the first and
 * the last
 */
gboolean
scr_month_init (ScrMonth *self, int year, int month, int first_weekday)
{
  g_autofree char *day = scr_day_from_parts (year, month, 1);
  int weekday = scr_day_get_weekday (day);
  int first;

  g_return_val_if_fail (first_weekday >= 1 && first_weekday <= 7, FALSE);
  if (day == NULL || !scr_day_to_number (day, &first))
    return FALSE;
  self->year = year;
  self->month = month;
  self->first_weekday = first_weekday;
  self->month_first = first;
  self->month_last = first + g_date_get_days_in_month ((GDateMonth)month, (GDateYear)year) - 1;
  self->first = first - (weekday - first_weekday + 7) % 7;
  self->n_weeks = (guint)(self->month_last - self->first) / 7 + 1;
  self->last = self->first + (int)self->n_weeks * 7 - 1;
  return TRUE;
}

/**
 * scr_month_init_around:
 * @self: (out caller-allocates): a month
 * @day: a day of it
 * @first_weekday: with which day weeks begin
 *
 * Returns: whether there is such a month
 */
gboolean
scr_month_init_around (ScrMonth *self, int day, int first_weekday)
{
  g_autofree char *text = scr_day_from_number (day);
  int year, month, number;

  return text != NULL && scr_day_get_parts (text, &year, &month, &number)
         && scr_month_init (self, year, month, first_weekday);
}

/**
 * scr_month_step:
 * @self: a month
 * @months: how many months later; negative for earlier
 *
 * Returns: whether there is such a month; if not, it stays as it is
 */
gboolean
scr_month_step (ScrMonth *self, int months)
{
  int count = self->year * 12 + self->month - 1 + months;

  return count > 0 && scr_month_init (self, count / 12, count % 12 + 1, self->first_weekday);
}

/**
 * scr_month_get_week_number:
 * @self: a month
 * @week: a row of its grid
 *
 * Returns: the number by ISO 8601 of the week whose Thursday lies in that row, or 0 if it lies out of reach
 */
guint
scr_month_get_week_number (const ScrMonth *self, guint week)
{
  int thursday = self->first + (int)week * 7 + (4 - self->first_weekday + 7) % 7;
  g_autofree char *text = scr_day_from_number (thursday);
  int year, month, day;
  GDate date;

  if (text == NULL || !scr_day_get_parts (text, &year, &month, &day))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  return (g_date_get_day_of_year (&date) - 1) / 7 + 1;
}

/* --- Pieces --- */

/* The first row that is free on all days of a piece. */
static guint
find_row (GArray **taken, guint column, guint n_columns)
{
  for (guint row = 0;; row++)
    {
      gboolean free = TRUE;

      for (guint i = column; i < column + n_columns && free; i++)
        free = row >= taken[i]->len || !g_array_index (taken[i], gboolean, row);
      if (free)
        return row;
    }
}

static void
take_row (GArray **taken, const ScrMonthPiece *piece)
{
  const gboolean yes = TRUE;

  for (guint i = piece->column; i < piece->column + piece->n_columns; i++)
    {
      if (piece->row >= taken[i]->len)
        g_array_set_size (taken[i], piece->row + 1);
      g_array_index (taken[i], gboolean, piece->row) = yes;
    }
}

static void
cut_week (const ScrMonth *self, guint week, const ScrMonthSpan *spans, guint n_spans, GArray *pieces)
{
  int first = self->first + (int)week * 7;
  GArray *taken[7];

  for (guint i = 0; i < 7; i++)
    taken[i] = g_array_new (FALSE, TRUE, sizeof (gboolean));
  for (guint i = 0; i < n_spans; i++)
    {
      int begin = MAX (spans[i].first, first);
      int end = MIN (spans[i].last, first + 6);
      ScrMonthPiece piece = {.span = i, .week = week};

      if (begin > end)
        continue;
      piece.column = (guint)(begin - first);
      piece.n_columns = (guint)(end - begin + 1);
      piece.begins = spans[i].first >= first;
      piece.ends = spans[i].last <= first + 6;
      piece.row = find_row (taken, piece.column, piece.n_columns);
      take_row (taken, &piece);
      g_array_append_val (pieces, piece);
    }
  for (guint i = 0; i < 7; i++)
    g_array_unref (taken[i]);
}

/**
 * scr_month_cut:
 * @self: a month
 * @spans: (array length=n_spans): what stands in it, in the order of stacking
 * @n_spans: how many
 *
 * Each piece gets the first row that is free on all its days, so that no two share a place. What lies outside
 * the grid gives none.
 *
 * Returns: (transfer full) (element-type ScrMonthPiece): the pieces, by week, then in the order of their
 * spans
 */
GArray *
scr_month_cut (const ScrMonth *self, const ScrMonthSpan *spans, guint n_spans)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (ScrMonthPiece));

  for (guint week = 0; week < self->n_weeks; week++)
    cut_week (self, week, spans, n_spans, pieces);
  return pieces;
}

/**
 * scr_month_fit:
 * @self: a month
 * @pieces: (element-type ScrMonthPiece): of scr_month_cut(); which are hidden is set
 * @n_rows: how many rows a day has room for, "+3" among them
 * @n_hidden: (out) (array): how many are hidden, for each day of the grid
 *
 * A day that has more than fit keeps its last row for their number. A piece is shown on all its days or on
 * none.
 */
void
scr_month_fit (const ScrMonth *self, GArray *pieces, guint n_rows, guint *n_hidden)
{
  guint n_days = self->n_weeks * 7;
  g_autofree guint *used = g_new0 (guint, n_days);

  for (guint i = 0; i < n_days; i++)
    n_hidden[i] = 0;
  for (guint i = 0; i < pieces->len; i++)
    {
      const ScrMonthPiece *piece = &g_array_index (pieces, ScrMonthPiece, i);

      for (guint day = piece->week * 7 + piece->column, k = 0; k < piece->n_columns; day++, k++)
        used[day] = MAX (used[day], piece->row + 1);
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      ScrMonthPiece *piece = &g_array_index (pieces, ScrMonthPiece, i);
      guint first = piece->week * 7 + piece->column;

      piece->hidden = FALSE;
      for (guint day = first; day < first + piece->n_columns && !piece->hidden; day++)
        piece->hidden = piece->row + (used[day] > n_rows ? 1 : 0) >= n_rows;
      for (guint day = first; day < first + piece->n_columns && piece->hidden; day++)
        n_hidden[day]++;
    }
}
