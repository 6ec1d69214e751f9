/* What of a timeline lies on which day of the month. See scr-month-grid.h. */
#include "config.h"

#include "scr-month-grid-private.h"

/* So many days and more are long: a term, a cycle of the learning hub. */
#define LONG 28

static gboolean
is_long (const ScrTimelineEntry *entry)
{
  return entry->last == G_MAXINT || entry->last - entry->first + 1 >= LONG;
}

/* Meetings and activities lie above what goes on beside them, such as disputes, so that it is they that are
 * seen where there is little room; those of several days above those of one. */
static int
get_rank (const ScrTimelineEntry *entry)
{
  if (is_long (entry))
    return 3;
  if (entry->shape == SCR_TIMELINE_BAR || entry->shape == SCR_TIMELINE_STAGES)
    return 2;
  return entry->last > entry->first ? 0 : 1;
}

static int
compare (gconstpointer a, gconstpointer b, gpointer timeline)
{
  const ScrMonthPlaced *first = a, *second = b;
  const ScrTimelineEntry *one = scr_timeline_get_entry (timeline, first->entry);
  const ScrTimelineEntry *other = scr_timeline_get_entry (timeline, second->entry);

  if (get_rank (one) != get_rank (other))
    return get_rank (one) - get_rank (other);
  if (first->first != second->first)
    return first->first < second->first ? -1 : 1;
  if (one->start != other->start)
    return one->start < other->start ? -1 : 1;
  return first->entry < second->entry ? -1 : 1;
}

static void
count_days (ScrMonthGrid *self)
{
  for (guint i = 0; i < SCR_MONTH_N_DAYS; i++)
    self->n_entries[i] = self->n_hidden[i] = 0;
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const ScrMonthPiece *piece = &g_array_index (self->pieces, ScrMonthPiece, i);

      for (guint k = 0; k < piece->n_columns; k++)
        self->n_entries[piece->week * 7 + piece->column + k]++;
    }
}

static void
add_placed (ScrMonthGrid *self, const ScrMonthPlaced *placed)
{
  if (placed->last >= self->month.first && placed->first <= self->month.last)
    g_array_append_vals (self->order, placed, 1);
}

static void
place_entries (ScrMonthGrid *self)
{
  g_array_set_size (self->order, 0);
  for (guint i = 0; self->timeline != NULL && i < self->timeline->entries->len; i++)
    {
      const ScrTimelineEntry *entry = scr_timeline_get_entry (self->timeline, i);

      if (is_long (entry))
        {
          add_placed (self, &(ScrMonthPlaced) {i, entry->first, entry->first, TRUE, FALSE});
          add_placed (self, &(ScrMonthPlaced) {i, entry->last, entry->last, FALSE, TRUE});
        }
      else
        add_placed (self, &(ScrMonthPlaced) {i, entry->first, entry->last, FALSE, FALSE});
    }
  g_array_sort_with_data (self->order, compare, self->timeline);
}

static const ScrMonthPlaced *
get_placed (ScrMonthGrid *self, const ScrMonthPiece *piece)
{
  return &g_array_index (self->order, ScrMonthPlaced, piece->span);
}

/* Cuts what the timeline holds by the weeks of the month. */
void
scr_month_grid_cut (ScrMonthGrid *self)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (ScrMonthSpan));

  place_entries (self);
  for (guint i = 0; i < self->order->len; i++)
    {
      const ScrMonthPlaced *placed = &g_array_index (self->order, ScrMonthPlaced, i);
      const ScrMonthSpan span = {placed->first, placed->last};

      g_array_append_val (spans, span);
    }
  g_clear_pointer (&self->pieces, g_array_unref);
  self->pieces = scr_month_cut (&self->month, (const ScrMonthSpan *)(gpointer)spans->data, spans->len);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      ScrMonthPiece *piece = &g_array_index (self->pieces, ScrMonthPiece, i);

      piece->begins = piece->begins && !get_placed (self, piece)->went_on;
      piece->ends = piece->ends && !get_placed (self, piece)->goes_on;
    }
  count_days (self);
}

const ScrTimelineEntry *
scr_month_grid_get_entry (ScrMonthGrid *self, int piece)
{
  const ScrMonthPiece *found = &g_array_index (self->pieces, ScrMonthPiece, (guint)piece);

  return scr_timeline_get_entry (self->timeline, get_placed (self, found)->entry);
}

/* --- Told to whoever holds it --- */

/**
 * scr_month_grid_list_day:
 * @self: a month
 * @day: one of its days
 *
 * Returns: (transfer full) (element-type guint): the entries of the timeline that lie on that day, also those
 * there is no room for; of the long ones those that begin or end on it
 */
GArray *
scr_month_grid_list_day (ScrMonthGrid *self, int day)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->order->len; i++)
    {
      const ScrMonthPlaced *placed = &g_array_index (self->order, ScrMonthPlaced, i);

      if (placed->first <= day && placed->last >= day)
        g_array_append_val (entries, placed->entry);
    }
  return entries;
}

/**
 * scr_month_grid_list_long:
 * @self: a month
 *
 * Returns: (transfer full) (element-type guint): the entries of the timeline that go on for longer than a
 * month
 */
GArray *
scr_month_grid_list_long (ScrMonthGrid *self)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->timeline != NULL && i < self->timeline->entries->len; i++)
    if (is_long (scr_timeline_get_entry (self->timeline, i)))
      g_array_append_val (entries, i);
  return entries;
}

/**
 * scr_month_grid_is_empty:
 * @self: a month
 *
 * Returns: whether nothing lies on any of its days
 */
gboolean
scr_month_grid_is_empty (ScrMonthGrid *self)
{
  return self->order->len == 0;
}
