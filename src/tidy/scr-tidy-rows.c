/* In which row each card of a part stands. See scr-tidy-part.h.
 *
 * Who is answered to stands above whoever answers, wherever there is no cycle. Apart from that, cards with a lower hint
 * stand above those with a higher one, and no row grows much wider than the whole is high: what does not fit goes into
 * a further row of the same level.
 */
#include "scr-tidy-part.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define UNSET G_MAXUINT

/* Room that a card takes up with the gap beside and below it. */
#define GAP (SCR_TIDY_GAP + 2 * SCR_TIDY_GRID)

/* Every node with those that are to stand below it, all in one array. */
typedef struct
{
  guint *first; /* n + 1 indices into `below` */
  guint *below;
} Order;

static void
order_clear (Order *self)
{
  g_free (self->first);
  g_free (self->below);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Order, order_clear)

/* Which end of a link stands above, going by the wish alone. FALSE if there is none. */
typedef gboolean (*WishFunc) (const ScrTidyPart *part, const ScrTidyEdge *edge, const guint *place, guint *above,
                              guint *below);

static gboolean
wish_of_accountability (const ScrTidyPart *part, const ScrTidyEdge *edge, const guint *place, guint *above,
                        guint *below)
{
  *above = edge->to;
  *below = edge->from;
  return edge->constrains && (place == NULL || place[*above] < place[*below]);
}

/* Accountability as far as it has no cycle, then hints as far as they do not contradict it. */
static gboolean
wish_of_all (const ScrTidyPart *part, const ScrTidyEdge *edge, const guint *place, guint *above, guint *below)
{
  gboolean turned;

  if (edge->constrains)
    return wish_of_accountability (part, edge, place, above, below);
  turned = part->nodes[edge->from].hint > part->nodes[edge->to].hint;
  *above = turned ? edge->to : edge->from;
  *below = turned ? edge->from : edge->to;
  return part->nodes[*above].hint < part->nodes[*below].hint && place[*above] < place[*below];
}

static void
order_init (Order *self, const ScrTidyPart *part, WishFunc wish, const guint *place)
{
  g_autofree guint *filled = g_new0 (guint, part->n + 1);
  guint above;
  guint below;

  self->first = g_new0 (guint, part->n + 1);
  self->below = g_new (guint, part->edges->len + 1);
  for (guint i = 0; i < part->edges->len; i++)
    if (wish (part, &g_array_index (part->edges, ScrTidyEdge, i), place, &above, &below))
      self->first[above + 1]++;
  for (guint i = 0; i < part->n; i++)
    self->first[i + 1] += self->first[i];
  for (guint i = 0; i < part->edges->len; i++)
    if (wish (part, &g_array_index (part->edges, ScrTidyEdge, i), place, &above, &below))
      self->below[self->first[above] + filled[above]++] = below;
}

/* Nodes by hint, then by number: the order in which cycles are opened. */
static guint *
list_by_hint (const ScrTidyPart *part)
{
  guint *list = g_new (guint, part->n);
  guint n = 0;

  for (guint hint = 0; hint <= SCR_TIDY_MAX_HINT; hint++)
    for (guint i = 0; i < part->n; i++)
      if (part->nodes[i].hint == hint)
        list[n++] = i;
  return list;
}

static guint
pop_ready (GQueue *ready)
{
  for (guint hint = 0; hint <= SCR_TIDY_MAX_HINT; hint++)
    if (!g_queue_is_empty (&ready[hint]))
      return GPOINTER_TO_UINT (g_queue_pop_head (&ready[hint]));
  return UNSET;
}

/* Places all nodes in one line in which who is answered to comes first, of those that may come next the lowest hint.
 * Where a cycle leaves none that may, its node with the lowest hint comes: the cycle is open there. */
static guint *
find_places (const ScrTidyPart *part)
{
  g_auto (Order) order = {NULL, NULL};
  g_autofree guint *by_hint = list_by_hint (part);
  g_autofree guint *waiting = g_new0 (guint, part->n);
  GQueue ready[SCR_TIDY_MAX_HINT + 1];
  guint *place = g_new (guint, part->n);
  guint opened = 0;

  order_init (&order, part, wish_of_accountability, NULL);
  for (guint hint = 0; hint <= SCR_TIDY_MAX_HINT; hint++)
    g_queue_init (&ready[hint]);
  for (guint i = 0; i < order.first[part->n]; i++)
    waiting[order.below[i]]++;
  for (guint i = 0; i < part->n; i++)
    {
      place[i] = UNSET;
      if (waiting[i] == 0)
        g_queue_push_tail (&ready[part->nodes[i].hint], GUINT_TO_POINTER (i));
    }
  for (guint next = 0; next < part->n;)
    {
      guint node = pop_ready (ready);

      if (node == UNSET)
        node = by_hint[opened++];
      if (place[node] != UNSET)
        continue;
      place[node] = next++;
      for (guint i = order.first[node]; i < order.first[node + 1]; i++)
        if (--waiting[order.below[i]] == 0 && place[order.below[i]] == UNSET)
          g_queue_push_tail (&ready[part->nodes[order.below[i]].hint], GUINT_TO_POINTER (order.below[i]));
    }
  for (guint hint = 0; hint <= SCR_TIDY_MAX_HINT; hint++)
    g_queue_clear (&ready[hint]);
  return place;
}

/* The level that each hint begins with: hints that do not occur take up none. */
static void
find_base (const ScrTidyPart *part, guint *base)
{
  gboolean occurs[SCR_TIDY_MAX_HINT + 1] = {FALSE};
  guint next = 0;

  for (guint i = 0; i < part->n; i++)
    occurs[part->nodes[i].hint] = TRUE;
  for (guint hint = 0; hint <= SCR_TIDY_MAX_HINT; hint++)
    base[hint] = occurs[hint] ? next++ : next;
}

/* As high as hints and those above allow; but what has nothing above it comes down to what hangs on it. */
static guint *
find_levels (const ScrTidyPart *part, const Order *order, const guint *place)
{
  g_autofree guint *in_line = g_new (guint, part->n);
  g_autofree gboolean *hangs = g_new0 (gboolean, part->n);
  guint base[SCR_TIDY_MAX_HINT + 1];
  guint *level = g_new (guint, part->n);

  find_base (part, base);
  for (guint i = 0; i < part->n; i++)
    {
      in_line[place[i]] = i;
      level[i] = base[part->nodes[i].hint];
    }
  for (guint p = 0; p < part->n; p++)
    for (guint i = order->first[in_line[p]]; i < order->first[in_line[p] + 1]; i++)
      {
        level[order->below[i]] = MAX (level[order->below[i]], level[in_line[p]] + 1);
        hangs[order->below[i]] = TRUE;
      }
  for (guint node = 0; node < part->n; node++)
    {
      guint lowest = UNSET;

      if (hangs[node] || base[part->nodes[node].hint] == 0)
        continue;
      for (guint i = order->first[node]; i < order->first[node + 1]; i++)
        lowest = MIN (lowest, level[order->below[i]] - 1);
      if (lowest != UNSET)
        level[node] = lowest;
    }
  return level;
}

/* --- From levels to rows --- */

typedef struct
{
  guint node;
  guint level;
  int pull; /* how many more links lead down than up */
} Standing;

static int
compare_standing (const void *a, const void *b)
{
  const Standing *first = a;
  const Standing *second = b;

  if (first->level != second->level)
    return first->level < second->level ? -1 : 1;
  if (first->pull != second->pull)
    return first->pull < second->pull ? -1 : 1;
  return first->node < second->node ? -1 : first->node > second->node;
}

/**
 * scr_tidy_find_good_width:
 * @area: of all that is to be placed, with the gaps
 * @widest: of one thing that is to be placed
 *
 * Returns: how wide a picture of it may become, so as to be somewhat wider than it is high; small ones as wide as a
 * usual window
 */
double
scr_tidy_find_good_width (double area, double widest)
{
  return MAX (MAX (2400, widest), sqrt (2.5 * area));
}

static double
find_row_width (const ScrTidyPart *part)
{
  double area = 0;

  for (guint i = 0; i < part->n; i++)
    area += (double) (part->nodes[i].width + GAP) * (part->nodes[i].height + GAP);
  return scr_tidy_find_good_width (area, 0);
}

static void
fill_rows (ScrTidyPart *self, const Standing *line, double limit)
{
  for (guint i = 0; i < self->n;)
    {
      guint end = i;
      double total = 0;
      double share;
      double filled = 0;

      for (; end < self->n && line[end].level == line[i].level; end++)
        total += self->nodes[line[end].node].width + GAP;
      /* A level that needs several rows fills them alike. */
      share = total / ceil (total / limit);
      for (; i < end; i++)
        {
          if (filled >= share - 0.5)
            {
              filled = 0;
              self->n_rows++;
            }
          filled += self->nodes[line[i].node].width + GAP;
          self->rows[line[i].node] = self->n_rows;
        }
      self->n_rows++;
    }
}

/**
 * scr_tidy_part_find_rows:
 * @self: a part
 *
 * Sets the row of each node.
 */
void
scr_tidy_part_find_rows (ScrTidyPart *self)
{
  g_autofree guint *place = find_places (self);
  g_autofree guint *level = NULL;
  g_autofree Standing *line = g_new0 (Standing, self->n);
  g_auto (Order) order = {NULL, NULL};

  order_init (&order, self, wish_of_all, place);
  level = find_levels (self, &order, place);
  for (guint i = 0; i < self->n; i++)
    line[i] = (Standing) {i, level[i], 0};
  for (guint i = 0; i < self->edges->len; i++)
    {
      const ScrTidyEdge *edge = &g_array_index (self->edges, ScrTidyEdge, i);
      int down = level[edge->from] < level[edge->to] ? 1 : level[edge->from] > level[edge->to] ? -1 : 0;

      line[edge->from].pull += down;
      line[edge->to].pull -= down;
    }
  qsort (line, self->n, sizeof *line, compare_standing);
  self->n_rows = 0;
  fill_rows (self, line, find_row_width (self));
}

/**
 * scr_tidy_part_new:
 * @n: how many nodes it has
 *
 * Returns: (transfer full): a part without links
 */
ScrTidyPart *
scr_tidy_part_new (guint n)
{
  ScrTidyPart *self = g_new0 (ScrTidyPart, 1);

  self->n = n;
  self->nodes = g_new0 (ScrTidyNode, n);
  self->edges = g_array_new (FALSE, FALSE, sizeof (ScrTidyEdge));
  self->rows = g_new0 (guint, n);
  self->points = g_new0 (ScrTidyPoint, n);
  return self;
}

/**
 * scr_tidy_part_free:
 * @self: (transfer full): a part
 */
void
scr_tidy_part_free (ScrTidyPart *self)
{
  g_free (self->nodes);
  g_array_unref (self->edges);
  g_free (self->rows);
  g_free (self->points);
  g_free (self);
}
