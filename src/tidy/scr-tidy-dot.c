/* Laying out one part with Graphviz. See the header.
 *
 * Rows are given: cards of a row are of one rank, and every link that Graphviz sees has its length in rows. So dot's
 * first step, ranking, has nothing to decide, and its two others, the order within ranks and the places, do the work.
 */
#include "scr-tidy-dot.h"

#include <gvc.h>
#include <math.h>
#include <stdlib.h>

#define POINTS_AN_INCH 72.0

/* Rounding to the grid may take a step off each gap. */
#define GAP (SCR_TIDY_GAP + 2 * SCR_TIDY_GRID)

/* What a link takes up in a row that it crosses. The rest of the gap beside a card is told as part of the card, or every
 * link that crosses would take up a whole gap. */
#define LANE 12

/* Each link makes something like a card of every row that it crosses, and most of Graphviz's time goes into those: when
 * there would be more than this, it does not see the longest links. They are drawn all the same. */
#define MOST_CROSSINGS 2500

/* Above this, Graphviz is told to stop improving early, and sees no links within a row. */
#define MANY_NODES 200

/* Two cards that are linked, the upper one first. */
typedef struct
{
  guint upper;
  guint lower;
  guint weight;
} Pair;

static void
set (void *object, const char *name, const char *value)
{
  /* Graphviz takes texts that it does not alter as though it might. */
  agsafeset (object, (char *) name, (char *) value, (char *) "");
}

static void
set_number (void *object, const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  set (object, name, g_ascii_formatd (text, sizeof text, "%.4f", value));
}

static int
compare_pairs (const void *a, const void *b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->upper != second->upper)
    return first->upper < second->upper ? -1 : 1;
  return first->lower < second->lower ? -1 : first->lower > second->lower;
}

/* Several links between the same two cards, in either direction, become one that pulls harder. */
static GArray *
list_pairs (const ScrTidyPart *part)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  guint kept = 0;

  for (guint i = 0; i < part->edges->len; i++)
    {
      const ScrTidyEdge *edge = &g_array_index (part->edges, ScrTidyEdge, i);
      gboolean turned = part->rows[edge->from] != part->rows[edge->to] ? part->rows[edge->from] > part->rows[edge->to]
                                                                     : edge->from > edge->to;
      const Pair pair = {turned ? edge->to : edge->from, turned ? edge->from : edge->to, edge->weight};

      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      Pair *last = kept > 0 ? &g_array_index (pairs, Pair, kept - 1) : NULL;

      if (last != NULL && compare_pairs (last, pair) == 0)
        last->weight = MIN (last->weight + pair->weight, SCR_TIDY_MAX_WEIGHT);
      else
        g_array_index (pairs, Pair, kept++) = *pair;
    }
  g_array_set_size (pairs, kept);
  return pairs;
}

static Agedge_t *
add_edge (Agraph_t *graph, Agnode_t *upper, Agnode_t *lower, guint weight, guint rows)
{
  Agedge_t *edge = agedge (graph, upper, lower, NULL, TRUE);

  set_number (edge, "weight", weight);
  set_number (edge, "minlen", rows);
  return edge;
}

static guint
count_rows (const ScrTidyPart *part, const Pair *pair)
{
  return part->rows[pair->lower] - part->rows[pair->upper];
}

/* How many rows down a link may lead for Graphviz to see it. */
static guint
find_longest (const ScrTidyPart *part, const GArray *pairs)
{
  g_autofree guint64 *crossings = g_new0 (guint64, part->n_rows + 1);
  guint64 total = 0;
  guint longest = 1;

  for (guint i = 0; i < pairs->len; i++)
    {
      guint rows = count_rows (part, &g_array_index (pairs, Pair, i));

      crossings[rows] += rows > 0 ? rows - 1 : 0;
    }
  while (longest + 1 < part->n_rows && total + crossings[longest + 1] <= MOST_CROSSINGS)
    total += crossings[++longest];
  return longest;
}

static void
add_edges (Agraph_t *graph, const ScrTidyPart *part, Agnode_t **nodes)
{
  g_autoptr (GArray) pairs = list_pairs (part);
  g_autofree gboolean *tied = g_new0 (gboolean, part->n_rows);
  g_autofree guint *first = g_new0 (guint, part->n_rows);
  guint longest = find_longest (part, pairs);

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      guint rows = count_rows (part, pair);

      if (rows > longest || (rows == 0 && part->n > MANY_NODES))
        continue;
      tied[part->rows[pair->upper]] |= rows == 1;
      add_edge (graph, nodes[pair->upper], nodes[pair->lower], pair->weight, rows);
    }
  /* Rows that nothing ties to the next would float. */
  for (guint i = part->n; i > 0; i--)
    first[part->rows[i - 1]] = i - 1;
  for (guint row = 0; row + 1 < part->n_rows; row++)
    if (!tied[row])
      add_edge (graph, nodes[first[row]], nodes[first[row + 1]], 0, 1);
}

static void
add_nodes (Agraph_t *graph, const ScrTidyPart *part, Agnode_t **nodes)
{
  g_autofree Agraph_t **rows = g_new0 (Agraph_t *, part->n_rows);

  for (guint row = 0; row < part->n_rows; row++)
    {
      rows[row] = agsubg (graph, NULL, TRUE);
      set (rows[row], "rank", "same");
    }
  for (guint i = 0; i < part->n; i++)
    {
      nodes[i] = agnode (graph, NULL, TRUE);
      set (nodes[i], "shape", "box");
      set (nodes[i], "fixedsize", "true");
      agset (nodes[i], (char *) "label", (char *) "");
      set_number (nodes[i], "width", (part->nodes[i].width + GAP - LANE) / POINTS_AN_INCH);
      set_number (nodes[i], "height", part->nodes[i].height / POINTS_AN_INCH);
      agsubnode (rows[part->rows[i]], nodes[i], TRUE);
    }
}

static Agraph_t *
make_graph (const ScrTidyPart *part, Agnode_t **nodes)
{
  Agraph_t *graph = agopen (NULL, Agstrictdirected, NULL);

  agattr (graph, AGNODE, (char *) "label", (char *) "");
  set (graph, "splines", "false");
  set_number (graph, "nodesep", LANE / POINTS_AN_INCH);
  set_number (graph, "ranksep", GAP / POINTS_AN_INCH);
  if (part->n > MANY_NODES)
    {
      set (graph, "mclimit", "0.5");
      set (graph, "nslimit", "0.5");
      set (graph, "nslimit1", "0.5");
    }
  add_nodes (graph, part, nodes);
  add_edges (graph, part, nodes);
  return graph;
}

/* Graphviz counts from the middle of each card, upwards. */
static gboolean
take_points (ScrTidyPart *part, Agnode_t **nodes)
{
  double left = G_MAXDOUBLE;
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < part->n; i++)
    {
      pointf middle = ND_coord (nodes[i]);

      if (!isfinite (middle.x) || !isfinite (middle.y) || fabs (middle.x) > SCR_TIDY_MAX_POSITION
          || fabs (middle.y) > SCR_TIDY_MAX_POSITION)
        return FALSE;
      left = MIN (left, middle.x - part->nodes[i].width / 2.0);
      top = MIN (top, -middle.y - part->nodes[i].height / 2.0);
    }
  part->width = 0;
  part->height = 0;
  for (guint i = 0; i < part->n; i++)
    {
      pointf middle = ND_coord (nodes[i]);
      ScrTidyPoint *corner = &part->points[i];

      corner->x = (int) lround (middle.x - part->nodes[i].width / 2.0 - left);
      corner->y = (int) lround (-middle.y - part->nodes[i].height / 2.0 - top);
      part->width = MAX (part->width, corner->x + (int) part->nodes[i].width);
      part->height = MAX (part->height, corner->y + (int) part->nodes[i].height);
    }
  return TRUE;
}

/**
 * scr_tidy_dot_lay_out:
 * @self: Graphviz
 * @part: a part whose rows are known
 *
 * Sets the part's points, width and height. What was asked of Graphviz is not freed: the process ends soon, and
 * freeing takes time and has crashed.
 *
 * Returns: whether Graphviz could do it
 */
gboolean
scr_tidy_dot_lay_out (ScrTidyDot *self, ScrTidyPart *part)
{
  g_autofree Agnode_t **nodes = g_new0 (Agnode_t *, part->n);
  gint64 begun = g_get_monotonic_time ();
  gboolean done;

  if (self->context == NULL)
    self->context = gvContext ();
  done = self->context != NULL && gvLayout (self->context, make_graph (part, nodes), "dot") == 0;
  self->time += g_get_monotonic_time () - begun;
  return done && take_points (part, nodes);
}
