/* Laying out a whole graph. See the header.
 *
 * A *set* is what is arranged together: in a hierarchy all cards; in clusters first the cards that are of none, then
 * those of each cluster. Within a set each *part* that hangs together is laid out by Graphviz, the parts stand in
 * shelves, the largest first, and cards that are linked to nothing in their set stand in rows beneath. Sets stand in
 * shelves in their order. Every card is in exactly one set and one block, blocks never overlap, all is on the grid.
 */
#include "scr-tidy-arrange.h"

/* Between parts, and between clusters. */
#define PART_GAP 120
#define SET_GAP 180
/* Between cards in rows that are linked to nothing. */
#define ROW_GAP 36

/* Cards with their places to each other. */
typedef struct
{
  GArray *members; /* (element-type guint): indices of nodes of the graph */
  GArray *points;  /* (element-type ScrTidyPoint): of each */
  int width;
  int height;
} Block;

static Block *
block_new (void)
{
  Block *self = g_new0 (Block, 1);

  self->members = g_array_new (FALSE, FALSE, sizeof (guint));
  self->points = g_array_new (FALSE, FALSE, sizeof (ScrTidyPoint));
  return self;
}

static void
block_free (Block *self)
{
  g_array_unref (self->members);
  g_array_unref (self->points);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Block, block_free)

static void
block_add (Block *self, guint member, int x, int y, const ScrTidyNode *node)
{
  const ScrTidyPoint point = {x, y};

  g_array_append_val (self->members, member);
  g_array_append_val (self->points, point);
  self->width = MAX (self->width, x + (int) node->width);
  self->height = MAX (self->height, y + (int) node->height);
}

static int
round_to_grid (int length)
{
  return (length + SCR_TIDY_GRID / 2) / SCR_TIDY_GRID * SCR_TIDY_GRID;
}

static int
raise_to_grid (int length)
{
  return (length + SCR_TIDY_GRID - 1) / SCR_TIDY_GRID * SCR_TIDY_GRID;
}

static const ScrTidyNode *
get_node (const ScrTidyGraph *graph, guint index)
{
  return &g_array_index (graph->nodes, ScrTidyNode, index);
}

/* --- Which cards hang together --- */

typedef struct
{
  const ScrTidyGraph *graph;
  guint *set;    /* of each node */
  guint n_sets;
  guint *parent; /* of each node, in a forest with a tree for each part */
  gboolean *linked; /* whether a node is linked to another of its set */
} Sorting;

static guint
find_root (Sorting *sorting, guint node)
{
  while (sorting->parent[node] != node)
    {
      sorting->parent[node] = sorting->parent[sorting->parent[node]];
      node = sorting->parent[node];
    }
  return node;
}

static void
sorting_init (Sorting *self, const ScrTidyGraph *graph)
{
  self->graph = graph;
  self->set = g_new0 (guint, graph->nodes->len);
  self->parent = g_new0 (guint, graph->nodes->len);
  self->linked = g_new0 (gboolean, graph->nodes->len);
  self->n_sets = 1;
  for (guint i = 0; i < graph->nodes->len; i++)
    {
      if (graph->algorithm == SCR_TIDY_CLUSTERS)
        self->set[i] = (guint) (get_node (graph, i)->cluster + 1);
      self->n_sets = MAX (self->n_sets, self->set[i] + 1);
      self->parent[i] = i;
    }
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const ScrTidyEdge *edge = &g_array_index (graph->edges, ScrTidyEdge, i);
      guint from;
      guint to;

      if (edge->from == edge->to || self->set[edge->from] != self->set[edge->to])
        continue;
      self->linked[edge->from] = self->linked[edge->to] = TRUE;
      /* The lower index is the root, so that parts come in the order of their first cards. */
      from = find_root (self, edge->from);
      to = find_root (self, edge->to);
      self->parent[MAX (from, to)] = MIN (from, to);
    }
}

static void
sorting_clear (Sorting *self)
{
  g_free (self->set);
  g_free (self->parent);
  g_free (self->linked);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sorting, sorting_clear)

/* --- Parts --- */

/* All that hangs together anywhere, with its links, in the order of first cards. */
static GPtrArray *
list_parts (Sorting *sorting, GPtrArray *members)
{
  const ScrTidyGraph *graph = sorting->graph;
  g_autofree guint *number = g_new0 (guint, graph->nodes->len); /* of the part, then within it */
  g_autofree guint *within = g_new0 (guint, graph->nodes->len);
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) scr_tidy_part_free);

  for (guint i = 0; i < graph->nodes->len; i++)
    {
      guint root = find_root (sorting, i);

      if (!sorting->linked[i])
        continue;
      if (root == i)
        {
          number[i] = members->len;
          g_ptr_array_add (members, g_array_new (FALSE, FALSE, sizeof (guint)));
        }
      number[i] = number[root];
      within[i] = ((GArray *) members->pdata[number[i]])->len;
      g_array_append_val ((GArray *) members->pdata[number[i]], i);
    }
  for (guint p = 0; p < members->len; p++)
    {
      GArray *own = members->pdata[p];
      ScrTidyPart *part = scr_tidy_part_new (own->len);

      for (guint i = 0; i < own->len; i++)
        part->nodes[i] = *get_node (graph, g_array_index (own, guint, i));
      g_ptr_array_add (parts, part);
    }
  for (guint i = 0; i < graph->edges->len; i++)
    {
      ScrTidyEdge edge = g_array_index (graph->edges, ScrTidyEdge, i);
      ScrTidyPart *part = parts->len > 0 ? parts->pdata[number[edge.from]] : NULL;

      if (edge.from == edge.to || sorting->set[edge.from] != sorting->set[edge.to])
        continue;
      edge.from = within[edge.from];
      edge.to = within[edge.to];
      g_array_append_val (part->edges, edge);
    }
  return parts;
}

static Block *
make_block (const ScrTidyGraph *graph, const ScrTidyPart *part, const GArray *members)
{
  Block *block = block_new ();

  for (guint i = 0; i < part->n; i++)
    block_add (block, g_array_index (members, guint, i), round_to_grid (part->points[i].x),
               round_to_grid (part->points[i].y), &part->nodes[i]);
  return block;
}

/* --- Side by side --- */

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  const Block *first = *(Block *const *) a;
  const Block *second = *(Block *const *) b;

  if (first->members->len != second->members->len)
    return first->members->len > second->members->len ? -1 : 1;
  return g_array_index (first->members, guint, 0) < g_array_index (second->members, guint, 0) ? -1 : 1;
}

static double
find_shelf_width (GPtrArray *blocks, int gap)
{
  double area = 0;
  double widest = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = blocks->pdata[i];

      area += (double) (block->width + gap) * (block->height + gap);
      widest = MAX (widest, block->width);
    }
  return scr_tidy_find_good_width (area, widest);
}

static void
add_block (Block *self, const ScrTidyGraph *graph, const Block *block, int x, int y)
{
  for (guint i = 0; i < block->members->len; i++)
    {
      guint member = g_array_index (block->members, guint, i);
      const ScrTidyPoint *point = &g_array_index (block->points, ScrTidyPoint, i);

      block_add (self, member, x + point->x, y + point->y, get_node (graph, member));
    }
}

/* Puts blocks into shelves, in their order, beneath what the target holds already. */
static void
add_shelves (Block *target, const ScrTidyGraph *graph, GPtrArray *blocks, int gap)
{
  double limit = find_shelf_width (blocks, gap);
  int x = 0;
  int y = target->height > 0 ? raise_to_grid (target->height) + gap : 0;
  int height = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = blocks->pdata[i];

      if (block->members->len == 0)
        continue;
      if (x > 0 && x + block->width > limit)
        {
          y += raise_to_grid (height) + gap;
          x = height = 0;
        }
      add_block (target, graph, block, x, y);
      x += raise_to_grid (block->width) + gap;
      height = MAX (height, block->height);
    }
}

/* --- Rows of cards that are linked to nothing --- */

typedef struct
{
  guint member;
  guint hint;
} Loner;

static int
compare_loners (const void *a, const void *b)
{
  const Loner *first = a;
  const Loner *second = b;

  if (first->hint != second->hint)
    return first->hint < second->hint ? -1 : 1;
  return first->member < second->member ? -1 : first->member > second->member;
}

static void
add_rows (Block *target, const ScrTidyGraph *graph, GArray *loners)
{
  double area = 0;
  double limit;
  int x = 0;
  int y = target->height > 0 ? raise_to_grid (target->height) + PART_GAP : 0;
  int height = 0;

  if (loners->len == 0)
    return;
  g_array_sort (loners, compare_loners);
  for (guint i = 0; i < loners->len; i++)
    {
      const ScrTidyNode *node = get_node (graph, g_array_index (loners, Loner, i).member);

      area += (double) (node->width + ROW_GAP) * (node->height + ROW_GAP);
    }
  limit = scr_tidy_find_good_width (area, target->width);
  for (guint i = 0; i < loners->len; i++)
    {
      guint member = g_array_index (loners, Loner, i).member;
      const ScrTidyNode *node = get_node (graph, member);

      if (x > 0 && x + (double) node->width > limit)
        {
          y += raise_to_grid (height) + ROW_GAP;
          x = height = 0;
        }
      block_add (target, member, x, y, node);
      x += raise_to_grid ((int) node->width) + ROW_GAP;
      height = MAX (height, (int) node->height);
    }
}

/* --- All --- */

/* Every part of every set, laid out: (element-type GPtrArray of Block), NULL if Graphviz fails. */
static GPtrArray *
lay_out_parts (Sorting *sorting, ScrTidyDot *dot)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) parts = list_parts (sorting, members);
  g_autoptr (GPtrArray) sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < sorting->n_sets; i++)
    g_ptr_array_add (sets, g_ptr_array_new_with_free_func ((GDestroyNotify) block_free));
  for (guint i = 0; i < parts->len; i++)
    {
      ScrTidyPart *part = parts->pdata[i];
      guint set = sorting->set[g_array_index ((GArray *) members->pdata[i], guint, 0)];

      scr_tidy_part_find_rows (part);
      if (!scr_tidy_dot_lay_out (dot, part))
        return NULL;
      g_ptr_array_add (sets->pdata[set], make_block (sorting->graph, part, members->pdata[i]));
    }
  for (guint i = 0; i < sets->len; i++)
    g_ptr_array_sort (sets->pdata[i], compare_sizes);
  return g_steal_pointer (&sets);
}

/* Those of a set that are linked to nothing in it. What is of no cluster and linked to nothing at all is told apart. */
static GArray *
list_loners (const Sorting *sorting, guint set, const gboolean *tied, gboolean wanted)
{
  GArray *loners = g_array_new (FALSE, FALSE, sizeof (Loner));

  for (guint i = 0; i < sorting->graph->nodes->len; i++)
    if (sorting->set[i] == set && !sorting->linked[i] && (set != 0 || tied[i] == wanted))
      {
        const Loner loner = {i, get_node (sorting->graph, i)->hint};

        g_array_append_val (loners, loner);
      }
  return loners;
}

/* Which nodes are linked to another at all. */
static gboolean *
find_tied (const ScrTidyGraph *graph)
{
  gboolean *tied = g_new0 (gboolean, graph->nodes->len);

  for (guint i = 0; i < graph->edges->len; i++)
    {
      const ScrTidyEdge *edge = &g_array_index (graph->edges, ScrTidyEdge, i);

      if (edge->from != edge->to)
        tied[edge->from] = tied[edge->to] = TRUE;
    }
  return tied;
}

static Block *
arrange_set (const Sorting *sorting, guint set, GPtrArray *parts, const gboolean *tied)
{
  g_autoptr (GArray) loners = list_loners (sorting, set, tied, TRUE);
  Block *block = block_new ();

  add_shelves (block, sorting->graph, parts, PART_GAP);
  add_rows (block, sorting->graph, loners);
  return block;
}

/* Cards of no cluster above the middle of the clusters, and beneath all, those that nothing ties to anything. */
static Block *
arrange_sets (const Sorting *sorting, GPtrArray *sets)
{
  const ScrTidyGraph *graph = sorting->graph;
  g_autofree gboolean *tied = find_tied (graph);
  g_autoptr (Block) shared = arrange_set (sorting, 0, sets->pdata[0], tied);
  g_autoptr (Block) clusters = block_new ();
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  g_autoptr (GArray) last = list_loners (sorting, 0, tied, FALSE);
  Block *whole = block_new ();
  int spare;

  for (guint set = 1; set < sets->len; set++)
    g_ptr_array_add (blocks, arrange_set (sorting, set, sets->pdata[set], tied));
  add_shelves (clusters, graph, blocks, SET_GAP);
  spare = (clusters->width - shared->width) / 2;
  add_block (whole, graph, shared, round_to_grid (MAX (spare, 0)), 0);
  add_block (whole, graph, clusters, round_to_grid (MAX (-spare, 0)),
             shared->height > 0 ? raise_to_grid (shared->height) + SET_GAP : 0);
  add_rows (whole, graph, last);
  return whole;
}

/**
 * scr_tidy_arrange:
 * @graph: what to lay out
 * @dot: Graphviz
 *
 * Returns: (transfer full) (nullable): where each card goes; %NULL if Graphviz could not do it
 */
ScrTidyLayout *
scr_tidy_arrange (const ScrTidyGraph *graph, ScrTidyDot *dot)
{
  g_auto (Sorting) sorting = {NULL};
  g_autoptr (GPtrArray) sets = NULL;
  g_autoptr (Block) whole = NULL;
  ScrTidyLayout *layout;

  sorting_init (&sorting, graph);
  sets = lay_out_parts (&sorting, dot);
  if (sets == NULL)
    return NULL;
  whole = arrange_sets (&sorting, sets);
  layout = scr_tidy_layout_new (graph->nodes->len);
  for (guint i = 0; i < whole->members->len; i++)
    g_array_index (layout->points, ScrTidyPoint, g_array_index (whole->members, guint, i))
        = g_array_index (whole->points, ScrTidyPoint, i);
  layout->graphviz_time = dot->time;
  return layout;
}
