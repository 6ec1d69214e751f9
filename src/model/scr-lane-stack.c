/* Stacking in a lane. See the header. */
#include "config.h"

#include "scr-lane-stack.h"

#include <math.h>

/* Between neighbours of a row, px. */
#define GAP 6
/* More than this many for each row that begin within one slot are counted, not looked at. */
#define DENSE_A_ROW 4
/* Rows below the others for one item that finds no room alone: "+1" would say less and be no smaller. */
#define ROWS_FOR_ONE 3

/* How the days are divided while the items are placed. */
typedef struct
{
  double px_a_day;
  int days; /* of a slot: slots begin at its multiples */
  double from;
  double until;
  double ends[SCR_LANE_MOST_ROWS + ROWS_FOR_ONE]; /* where each row is free again */
} Work;

static const ScrLaneItem *
get_item (const ScrLaneStack *self, guint index)
{
  return &g_array_index (self->items, ScrLaneItem, index);
}

/**
 * scr_lane_stack_new:
 * @items: (array length=n_items): what lies in the lane, by first day
 * @n_items: how many
 * @most_rows: rows of items; what finds no room in them is gathered in one more
 * @gathering_width: how wide a gathering is, px
 *
 * Returns: (transfer full): the lane's stack, at which nothing has been looked yet
 */
ScrLaneStack *
scr_lane_stack_new (const ScrLaneItem *items, guint n_items, guint most_rows, double gathering_width)
{
  ScrLaneStack *self = g_new0 (ScrLaneStack, 1);
  int latest = G_MININT;

  self->items = g_array_sized_new (FALSE, FALSE, sizeof (ScrLaneItem), n_items);
  if (n_items > 0)
    g_array_append_vals (self->items, items, n_items);
  self->latest = g_new (int, n_items + 1);
  self->places = g_array_new (FALSE, FALSE, sizeof (ScrLanePlace));
  self->gatherings = g_array_new (FALSE, FALSE, sizeof (ScrLaneGathering));
  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->most_rows = CLAMP (most_rows, 1, SCR_LANE_MOST_ROWS);
  self->gathering_width = gathering_width;
  for (guint i = 0; i < n_items; i++)
    {
      self->latest[i] = latest;
      latest = MAX (latest, items[i].last);
      self->most_before = fmax (self->most_before, items[i].before);
      self->most_reach = fmax (self->most_reach, items[i].least + items[i].beside);
      self->most_beside = fmax (self->most_beside, items[i].beside);
    }
  self->latest[n_items] = latest;
  return self;
}

/**
 * scr_lane_stack_free:
 * @self: (transfer full): a stack
 */
void
scr_lane_stack_free (ScrLaneStack *self)
{
  g_array_unref (self->items);
  g_array_unref (self->places);
  g_array_unref (self->gatherings);
  g_array_unref (self->members);
  g_free (self->latest);
  g_free (self);
}

/**
 * scr_lane_stack_find_day:
 * @self: a stack
 * @day: a day
 *
 * Returns: index of the first item that begins then or later; the number of items if there is none
 */
guint
scr_lane_stack_find_day (const ScrLaneStack *self, int day)
{
  guint low = 0, high = self->items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (get_item (self, middle)->first < day)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static double
get_start (const ScrLaneItem *item, double px_a_day)
{
  return item->first * px_a_day - item->before;
}

static double
get_end (const ScrLaneItem *item, double px_a_day)
{
  if (item->last == G_MAXINT)
    return INFINITY;
  return fmax (get_start (item, px_a_day) + item->least, (item->last + 1.0) * px_a_day) + item->beside;
}

/* From where on its row is free again: what is as wide as its days may touch the next day's, words may not.
 */
static double
get_free (const ScrLaneItem *item, double px_a_day)
{
  if (item->last == G_MAXINT)
    return INFINITY;
  return fmax (get_start (item, px_a_day) + item->least + GAP, (item->last + 1.0) * px_a_day)
         + (item->beside > 0 ? item->beside + GAP : 0);
}

static int
get_slot (const Work *work, int day)
{
  return (int)floor (day / (double)work->days) * work->days;
}

static gboolean
is_dense (const ScrLaneStack *self, guint n)
{
  return n > self->most_rows * DENSE_A_ROW;
}

/* --- Where to begin --- */

/* Whether nothing that begins before the slot reaches into it: what lies in it then does not depend on what
 * is before. @first is the first item of the slot or after. */
static gboolean
is_free_before (const ScrLaneStack *self, const Work *work, int slot, guint first)
{
  double edge = slot * work->px_a_day - self->most_before;
  double beside = self->most_beside > 0 ? self->most_beside + GAP : 0;
  guint i = first;

  if (first == 0)
    return TRUE;
  if (self->latest[first] == G_MAXINT || (self->latest[first] + 1.0) * work->px_a_day + beside > edge)
    return FALSE;
  while (i > 0 && get_item (self, i - 1)->first * work->px_a_day + self->most_reach + GAP * 2 > edge)
    {
      int other = get_slot (work, get_item (self, i - 1)->first);
      guint begin = scr_lane_stack_find_day (self, other);

      /* A gathering keeps within its slot. */
      if (!is_dense (self, scr_lane_stack_find_day (self, other + work->days) - begin))
        for (guint k = begin; k < i; k++)
          if (get_free (get_item (self, k), work->px_a_day) > edge)
            return FALSE;
      i = begin;
    }
  return TRUE;
}

/* The first item of the last slot at or before @day that can be laid out by itself. */
static guint
find_beginning (const ScrLaneStack *self, const Work *work, int day)
{
  int slot = get_slot (work, day);
  guint first = scr_lane_stack_find_day (self, slot);

  while (!is_free_before (self, work, slot, first))
    {
      slot = get_slot (work, get_item (self, first - 1)->first);
      first = scr_lane_stack_find_day (self, slot);
    }
  return first;
}

/* --- Placing --- */

static gboolean
is_seen (const Work *work, double x, double width)
{
  return x < work->until && x + width > work->from;
}

/* The first row of @from to @end that is free at a place; @end if there is none. */
static guint
find_row (const Work *work, guint from, guint end, double x)
{
  while (from < end && work->ends[from] > x)
    from++;
  return from;
}

static void
use_row (ScrLaneStack *self, guint row)
{
  self->n_rows = MAX (self->n_rows, row + 1);
}

/* As soon as a gathering is complete it gets its row, the last of all if there is no other: in that one lie
 * only gatherings, which keep within their slots. It is kept if it is seen. */
static void
keep_gathering (ScrLaneStack *self, Work *work, ScrLaneGathering *gathering)
{
  guint most = self->most_rows + ROWS_FOR_ONE;

  gathering->row = find_row (work, gathering->is_run ? 0 : self->most_rows, most, gathering->x);
  if (gathering->row < most)
    work->ends[gathering->row] = gathering->x + gathering->width + GAP;
  if (!is_seen (work, gathering->x, gathering->width))
    return;
  use_row (self, gathering->row);
  g_array_append_vals (self->gatherings, gathering, 1);
}

static void
gather_run (ScrLaneStack *self, Work *work, int slot, guint first, guint end)
{
  ScrLaneGathering gathering = {.x = slot * work->px_a_day,
                                .width = self->gathering_width,
                                .day = get_item (self, first)->first,
                                .n = end - first,
                                .first = first,
                                .is_run = TRUE};

  keep_gathering (self, work, &gathering);
}

static void
place (ScrLaneStack *self, Work *work, guint item, guint row)
{
  double x = get_start (get_item (self, item), work->px_a_day);
  double end = get_end (get_item (self, item), work->px_a_day);
  const ScrLanePlace found = {item, row, x, end - x};

  work->ends[row] = get_free (get_item (self, item), work->px_a_day);
  if (!is_seen (work, x, end - x))
    return;
  use_row (self, row);
  g_array_append_val (self->places, found);
}

/* Within its own slot, so that what comes after need not know of it. */
static void
begin_gathering (ScrLaneStack *self, const Work *work, int slot, ScrLaneGathering *gathering, guint item)
{
  double x = get_start (get_item (self, item), work->px_a_day);
  double most = (slot + work->days) * work->px_a_day - GAP - self->most_before - self->gathering_width;

  *gathering = (ScrLaneGathering) {.x = fmax (fmin (x, most), slot * work->px_a_day),
                                   .width = self->gathering_width,
                                   .day = get_item (self, item)->first,
                                   .first = self->members->len};
}

/* Shows the only one of its slot that found no room below the others, if there is room. */
static gboolean
place_only_one (ScrLaneStack *self, Work *work, guint item)
{
  guint most = self->most_rows + ROWS_FOR_ONE, n = self->places->len;
  guint row = find_row (work, self->most_rows, most, get_start (get_item (self, item), work->px_a_day));
  ScrLanePlace found;

  if (row == most)
    return FALSE;
  place (self, work, item, row);
  g_array_set_size (self->members, self->members->len - 1);
  if (self->places->len == n)
    return TRUE;
  /* Among those of its slot that came after it, in its order. */
  found = g_array_index (self->places, ScrLanePlace, n);
  for (; n > 0 && g_array_index (self->places, ScrLanePlace, n - 1).item > item; n--)
    continue;
  g_array_set_size (self->places, self->places->len - 1);
  g_array_insert_val (self->places, n, found);
  return TRUE;
}

static void
place_slot (ScrLaneStack *self, Work *work, int slot, guint first, guint end)
{
  ScrLaneGathering gathering = {0};
  guint only = 0;

  for (guint i = first; i < end; i++)
    {
      guint row = find_row (work, 0, self->most_rows, get_start (get_item (self, i), work->px_a_day));

      if (row < self->most_rows)
        {
          place (self, work, i, row);
          continue;
        }
      if (gathering.n == 0)
        {
          begin_gathering (self, work, slot, &gathering, i);
          only = i;
        }
      gathering.n++;
      g_array_append_val (self->members, i);
    }
  if (gathering.n == 0 || (gathering.n == 1 && place_only_one (self, work, only)))
    return;
  keep_gathering (self, work, &gathering);
}

/* Slots are twice as long whenever the scale has halved: while zooming, gatherings stay together. */
static int
choose_slot_days (const ScrLaneStack *self, double px_a_day)
{
  double needed = self->gathering_width + GAP + self->most_before;
  int days = 1;

  while (days * px_a_day < needed && days < 1 << 20)
    days *= 2;
  return days;
}

/**
 * scr_lane_stack_look_at:
 * @self: a stack
 * @px_a_day: how wide a day is
 * @from: first day that is seen
 * @until: last day that is seen
 *
 * Fills `places`, `gatherings` and `n_rows` with what reaches into those days.
 */
void
scr_lane_stack_look_at (ScrLaneStack *self, double px_a_day, int from, int until)
{
  Work work = {px_a_day, choose_slot_days (self, px_a_day), from * px_a_day, (until + 1) * px_a_day, {0}};
  int last = until + 1 + (int)ceil (self->most_before / px_a_day);
  guint i;

  g_array_set_size (self->places, 0);
  g_array_set_size (self->gatherings, 0);
  g_array_set_size (self->members, 0);
  self->n_rows = 0;
  for (guint row = 0; row < G_N_ELEMENTS (work.ends); row++)
    work.ends[row] = -INFINITY;
  i = find_beginning (self, &work, from);
  /* To the end of the slot: a gathering may lie before the first that is in it. */
  while (i < self->items->len && get_slot (&work, get_item (self, i)->first) <= last)
    {
      int slot = get_slot (&work, get_item (self, i)->first);
      guint end = scr_lane_stack_find_day (self, slot + work.days);

      if (is_dense (self, end - i))
        gather_run (self, &work, slot, i, end);
      else
        place_slot (self, &work, slot, i, end);
      i = end;
    }
}

/**
 * scr_lane_stack_get_member:
 * @self: a stack
 * @gathering: one of its gatherings
 * @index: below the gathering's `n`
 *
 * Returns: index of the item
 */
guint
scr_lane_stack_get_member (const ScrLaneStack *self, const ScrLaneGathering *gathering, guint index)
{
  return gathering->is_run ? gathering->first + index
                           : g_array_index (self->members, guint, gathering->first + index);
}

/**
 * scr_lane_stack_find_place:
 * @self: a stack
 * @item: index of an item
 *
 * Returns: index of its place, or -1 if it is not shown in this view
 */
int
scr_lane_stack_find_place (const ScrLaneStack *self, guint item)
{
  guint low = 0, high = self->places->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->places, ScrLanePlace, middle).item < item)
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->places->len && g_array_index (self->places, ScrLanePlace, low).item == item ? (int)low
                                                                                                 : -1;
}

static gboolean
has_member (const ScrLaneStack *self, const ScrLaneGathering *gathering, guint item)
{
  if (gathering->is_run)
    return item >= gathering->first && item - gathering->first < gathering->n;
  for (guint i = 0; i < gathering->n; i++)
    if (scr_lane_stack_get_member (self, gathering, i) == item)
      return TRUE;
  return FALSE;
}

/**
 * scr_lane_stack_find_gathering:
 * @self: a stack
 * @item: index of an item
 *
 * Returns: index of the gathering in which it is, or -1
 */
int
scr_lane_stack_find_gathering (const ScrLaneStack *self, guint item)
{
  for (guint i = 0; i < self->gatherings->len; i++)
    if (has_member (self, &g_array_index (self->gatherings, ScrLaneGathering, i), item))
      return (int)i;
  return -1;
}
