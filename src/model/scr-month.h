/* ScrMonth - a month as a grid of days: which days it shows, and how what lasts several days is cut by its
 * weeks and stacked.
 *
 * Plain values. Days are numbers as scr-day gives them, weekdays 1 for Monday to 7 for Sunday. A grid has
 * whole weeks: it begins with the week of the month's first day and ends with that of its last. Pure
 * functions; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SCR_MONTH_MAX_WEEKS 6

typedef struct
{
  int year;
  int month;
  int first_weekday;
  int first;       /* the first day of the grid */
  int last;        /* its last day */
  int month_first; /* the first day of the month itself */
  int month_last;
  guint n_weeks; /* 4 to 6 */
} ScrMonth;

/* What stands in the grid: its days, both included. Sorted by the caller in the order in which it is to be
 * stacked. */
typedef struct
{
  int first;
  int last;
} ScrMonthSpan;

/* The part of a span that lies in one week. */
typedef struct
{
  guint span; /* which */
  guint week;
  guint column; /* 0 to 6 */
  guint n_columns;
  guint row;       /* from the top of its days */
  gboolean begins; /* the span begins here, not in a week before */
  gboolean ends;
  gboolean hidden; /* it does not fit: its days count it */
} ScrMonthPiece;

gboolean scr_month_init (ScrMonth *self, int year, int month, int first_weekday);
gboolean scr_month_init_around (ScrMonth *self, int day, int first_weekday);
gboolean scr_month_step (ScrMonth *self, int months);
guint scr_month_get_week_number (const ScrMonth *self, guint week);

GArray *scr_month_cut (const ScrMonth *self, const ScrMonthSpan *spans, guint n_spans);
void scr_month_fit (const ScrMonth *self, GArray *pieces, guint n_rows, guint *n_hidden);

G_END_DECLS
