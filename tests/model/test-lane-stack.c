/* Stacking in a lane, over lanes made at random: no two that are shown overlap, nothing is lost, nothing jumps. */
#include "scr-lane-stack.h"

#include <math.h>
#include <stdlib.h>

#define N_LANES 60
#define GATHERING 60.0
#define FAR_PAST -100000
#define FAR_FUTURE 2000000

static int
compare_items (gconstpointer a, gconstpointer b)
{
  return ((const ScrLaneItem *) a)->first - ((const ScrLaneItem *) b)->first;
}

/* A lane of its own kind for each number: sparse or dense, short or long, with ends or without. */
static GArray *
make_items (guint number, guint *rows)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (number + 1);
  GArray *items = g_array_new (FALSE, FALSE, sizeof (ScrLaneItem));
  guint n = (guint) g_rand_int_range (rand, 0, number % 3 == 0 ? 2000 : 120);
  int days = number % 4 == 0 ? 300 : 4000, longest = number % 5 == 0 ? 400 : 4;

  *rows = 1 + number % 5;
  for (guint i = 0; i < n; i++)
    {
      ScrLaneItem item = { 737000 + g_rand_int_range (rand, 0, days), 0, 0, (float) g_rand_int_range (rand, 24, 260), 0 };

      item.last = item.first + g_rand_int_range (rand, 0, longest);
      if (number % 7 == 0 && g_rand_int_range (rand, 0, 50) == 0)
        item.last = G_MAXINT;
      if (number % 2 == 0 && g_rand_int_range (rand, 0, 4) == 0)
        item.before = 12;
      if (number % 6 == 0 && g_rand_int_range (rand, 0, 4) == 0)
        item.beside = 90;
      g_array_append_val (items, item);
    }
  g_array_sort (items, compare_items);
  return items;
}

typedef struct
{
  guint row;
  double x;
  double end;
} Span;

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *left = a, *right = b;

  if (left->row != right->row)
    return left->row < right->row ? -1 : 1;
  return left->x < right->x ? -1 : left->x > right->x;
}

static void
assert_apart (const ScrLaneStack *stack)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (Span));

  for (guint i = 0; i < stack->places->len; i++)
    {
      const ScrLanePlace *place = &g_array_index (stack->places, ScrLanePlace, i);
      const Span span = { place->row, place->x, place->x + place->width };

      g_array_append_val (spans, span);
    }
  for (guint i = 0; i < stack->gatherings->len; i++)
    {
      const ScrLaneGathering *gathering = &g_array_index (stack->gatherings, ScrLaneGathering, i);
      const Span span = { gathering->row, gathering->x, gathering->x + gathering->width };

      g_array_append_val (spans, span);
    }
  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      const Span *before = &g_array_index (spans, Span, i - 1), *span = &g_array_index (spans, Span, i);

      if (before->row == span->row)
        g_assert_cmpfloat (before->end, <=, span->x + 0.001);
    }
}

/* How often each item is shown or gathered. */
static guint *
count (const ScrLaneStack *stack, guint n_items)
{
  guint *counts = g_new0 (guint, n_items + 1);

  for (guint i = 0; i < stack->places->len; i++)
    counts[g_array_index (stack->places, ScrLanePlace, i).item]++;
  for (guint i = 0; i < stack->gatherings->len; i++)
    {
      const ScrLaneGathering *gathering = &g_array_index (stack->gatherings, ScrLaneGathering, i);

      for (guint k = 0; k < gathering->n; k++)
        {
          guint item = scr_lane_stack_get_member (stack, gathering, k);

          if (k > 0)
            g_assert_cmpuint (item, >, scr_lane_stack_get_member (stack, gathering, k - 1));
          g_assert_cmpint (scr_lane_stack_find_gathering (stack, item), ==, (int) i);
          counts[item]++;
        }
    }
  return counts;
}

static const double scales[] = { 0.5, 1.3, 2.74, 6.5, 33, 142 };

/* Looked at whole: each once, none over another, in order. */
static void
test_whole (void)
{
  for (guint number = 0; number < N_LANES; number++)
    {
      guint rows;
      g_autoptr (GArray) items = make_items (number, &rows);
      g_autoptr (ScrLaneStack) stack
          = scr_lane_stack_new ((const ScrLaneItem *) (gconstpointer) items->data, items->len, rows, GATHERING);

      for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
        {
          g_autofree guint *counts = NULL;

          scr_lane_stack_look_at (stack, scales[k], FAR_PAST, FAR_FUTURE);
          assert_apart (stack);
          counts = count (stack, items->len);
          for (guint i = 0; i < items->len; i++)
            g_assert_cmpuint (counts[i], ==, 1);
          for (guint i = 1; i < stack->places->len; i++)
            g_assert_cmpuint (g_array_index (stack->places, ScrLanePlace, i).item, >,
                              g_array_index (stack->places, ScrLanePlace, i - 1).item);
          g_assert_cmpuint (stack->n_rows, <=, rows + 4);
        }
    }
}

/* What is seen of a part lies where it lies in the whole; and nothing of it is missing. */
static void
assert_part (ScrLaneStack *whole, ScrLaneStack *part, double px_a_day, int from, int until)
{
  double start = from * px_a_day, end = (until + 1) * px_a_day;
  guint found = 0;

  for (guint i = 0; i < whole->places->len; i++)
    {
      const ScrLanePlace *place = &g_array_index (whole->places, ScrLanePlace, i);
      int index = scr_lane_stack_find_place (part, place->item);

      if (place->x >= end || place->x + place->width <= start)
        {
          g_assert_cmpint (index, ==, -1);
          continue;
        }
      g_assert_cmpint (index, >=, 0);
      g_assert_cmpuint (g_array_index (part->places, ScrLanePlace, (guint) index).row, ==, place->row);
      found++;
    }
  g_assert_cmpuint (part->places->len, ==, found);
  found = 0;
  for (guint i = 0; i < whole->gatherings->len; i++)
    {
      const ScrLaneGathering *gathering = &g_array_index (whole->gatherings, ScrLaneGathering, i), *other;

      if (gathering->x >= end || gathering->x + gathering->width <= start)
        continue;
      g_assert_cmpuint (part->gatherings->len, >, found);
      other = &g_array_index (part->gatherings, ScrLaneGathering, found);
      g_assert_cmpuint (other->n, ==, gathering->n);
      g_assert_cmpuint (other->row, ==, gathering->row);
      g_assert_cmpfloat (other->x, ==, gathering->x);
      found++;
    }
  g_assert_cmpuint (part->gatherings->len, ==, found);
}

static void
test_parts (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint number = 0; number < N_LANES; number++)
    {
      guint rows;
      g_autoptr (GArray) items = make_items (number, &rows);
      const ScrLaneItem *data = (const ScrLaneItem *) (gconstpointer) items->data;
      g_autoptr (ScrLaneStack) whole = scr_lane_stack_new (data, items->len, rows, GATHERING);
      g_autoptr (ScrLaneStack) part = scr_lane_stack_new (data, items->len, rows, GATHERING);

      for (guint k = 0; k < G_N_ELEMENTS (scales); k++)
        {
          scr_lane_stack_look_at (whole, scales[k], FAR_PAST, FAR_FUTURE);
          for (guint turn = 0; turn < 6; turn++)
            {
              int from = 737000 + g_rand_int_range (rand, -300, 4000);
              int until = from + (int) (1000 / scales[k]);

              scr_lane_stack_look_at (part, scales[k], from, until);
              assert_part (whole, part, scales[k], from, until);
            }
        }
    }
}

/* A few by hand. */
static void
test_rows (void)
{
  /* Four at once, of which two find a row; one well after them. */
  static const ScrLaneItem items[] = { { 100, 100, 0, 90, 0 }, { 101, 101, 0, 90, 0 }, { 102, 102, 0, 90, 0 },
                                       { 103, 103, 0, 90, 0 }, { 160, 160, 0, 90, 0 } };
  g_autoptr (ScrLaneStack) stack = scr_lane_stack_new (items, G_N_ELEMENTS (items), 2, GATHERING);
  const ScrLaneGathering *gathering;

  scr_lane_stack_look_at (stack, 6, 0, 1000);
  g_assert_cmpuint (stack->places->len, ==, 3);
  g_assert_cmpuint (g_array_index (stack->places, ScrLanePlace, 0).row, ==, 0);
  g_assert_cmpuint (g_array_index (stack->places, ScrLanePlace, 1).row, ==, 1);
  g_assert_cmpuint (g_array_index (stack->places, ScrLanePlace, 2).item, ==, 4);
  g_assert_cmpuint (g_array_index (stack->places, ScrLanePlace, 2).row, ==, 0);
  g_assert_cmpuint (stack->gatherings->len, ==, 1);
  gathering = &g_array_index (stack->gatherings, ScrLaneGathering, 0);
  g_assert_cmpuint (gathering->n, ==, 2);
  g_assert_cmpuint (gathering->row, ==, 2);
  g_assert_cmpint (gathering->day, ==, 102);
  g_assert_cmpuint (scr_lane_stack_get_member (stack, gathering, 0), ==, 2);
  g_assert_cmpuint (scr_lane_stack_get_member (stack, gathering, 1), ==, 3);
  g_assert_cmpint (scr_lane_stack_find_gathering (stack, 2), ==, 0);
  g_assert_cmpint (scr_lane_stack_find_gathering (stack, 1), ==, -1);
  g_assert_cmpint (scr_lane_stack_find_place (stack, 2), ==, -1);
  g_assert_cmpuint (stack->n_rows, ==, 3);
  /* Nearer, each has room. */
  scr_lane_stack_look_at (stack, 100, 0, 1000);
  g_assert_cmpuint (stack->places->len, ==, 5);
  g_assert_cmpuint (stack->gatherings->len, ==, 0);
  g_assert_cmpuint (stack->n_rows, ==, 1);
}

/* One too many is shown below the others; what is gathered afterwards makes way for it. */
static void
test_one (void)
{
  static const ScrLaneItem items[] = { { 100, 100, 0, 54, 0 },
                                       { 101, 101, 0, 900, 0 },
                                       { 110, 110, 0, 54, 0 },
                                       { 125, 125, 0, 90, 0 },
                                       { 126, 126, 0, 90, 0 },
                                       { 127, 127, 0, 90, 0 } };
  g_autoptr (ScrLaneStack) stack = scr_lane_stack_new (items, G_N_ELEMENTS (items), 1, GATHERING);
  const ScrLaneGathering *gathering;

  scr_lane_stack_look_at (stack, 6, 0, 1000);
  assert_apart (stack);
  g_assert_cmpuint (stack->places->len, ==, 4);
  for (guint i = 0; i < stack->places->len; i++)
    {
      const ScrLanePlace *place = &g_array_index (stack->places, ScrLanePlace, i);

      g_assert_cmpuint (place->item, ==, i);
      g_assert_cmpuint (place->row, ==, i == 1 ? 1 : 0);
    }
  g_assert_cmpuint (stack->gatherings->len, ==, 1);
  gathering = &g_array_index (stack->gatherings, ScrLaneGathering, 0);
  g_assert_cmpuint (gathering->n, ==, 2);
  g_assert_cmpuint (gathering->row, ==, 2);
}

/* Thousands on a day are one number. */
static void
test_dense (void)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (ScrLaneItem));
  g_autoptr (ScrLaneStack) stack = NULL;

  for (guint i = 0; i < 5000; i++)
    {
      const ScrLaneItem item = { 500, 500, 0, 90, 0 };

      g_array_append_val (items, item);
    }
  stack = scr_lane_stack_new ((const ScrLaneItem *) (gconstpointer) items->data, items->len, 3, GATHERING);
  scr_lane_stack_look_at (stack, 6, 400, 600);
  g_assert_cmpuint (stack->places->len, ==, 0);
  g_assert_cmpuint (stack->gatherings->len, ==, 1);
  g_assert_cmpuint (g_array_index (stack->gatherings, ScrLaneGathering, 0).n, ==, 5000);
  g_assert_cmpuint (stack->n_rows, ==, 1);
}

static void
test_empty (void)
{
  g_autoptr (ScrLaneStack) stack = scr_lane_stack_new (NULL, 0, 3, GATHERING);

  scr_lane_stack_look_at (stack, 6, 400, 600);
  g_assert_cmpuint (stack->places->len, ==, 0);
  g_assert_cmpuint (stack->n_rows, ==, 0);
  g_assert_cmpuint (scr_lane_stack_find_day (stack, 5), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lane-stack/rows", test_rows);
  g_test_add_func ("/lane-stack/one", test_one);
  g_test_add_func ("/lane-stack/dense", test_dense);
  g_test_add_func ("/lane-stack/empty", test_empty);
  g_test_add_func ("/lane-stack/whole", test_whole);
  g_test_add_func ("/lane-stack/parts", test_parts);
  return g_test_run ();
}
