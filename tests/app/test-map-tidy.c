/* Tests of tidying the map: what holds of every layout, whatever the graph. The program is the real one. */
#include "tidy-graphs.h"

#include "scr-map-tidy.h"

static const ScrTidyNode *
get_node (const ScrTidyGraph *graph, guint i)
{
  return &g_array_index (graph->nodes, ScrTidyNode, i);
}

static const ScrTidyPoint *
get_point (const ScrTidyLayout *layout, guint i)
{
  return &g_array_index (layout->points, ScrTidyPoint, i);
}

/* The room between two cards along the axis in which there is more; negative if they overlap. */
static int
get_gap (const ScrTidyGraph *graph, const ScrTidyLayout *layout, guint a, guint b)
{
  const ScrTidyPoint *p = get_point (layout, a);
  const ScrTidyPoint *q = get_point (layout, b);
  int across = MAX (q->x - p->x - (int) get_node (graph, a)->width, p->x - q->x - (int) get_node (graph, b)->width);
  int down = MAX (q->y - p->y - (int) get_node (graph, a)->height, p->y - q->y - (int) get_node (graph, b)->height);

  return MAX (across, down);
}

static gboolean
is_tied (const ScrTidyGraph *graph, guint node)
{
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const ScrTidyEdge *edge = &g_array_index (graph->edges, ScrTidyEdge, i);

      if (edge->from != edge->to && (edge->from == node || edge->to == node))
        return TRUE;
    }
  return FALSE;
}

/* What holds of every layout. */
static void
assert_tidy (const ScrTidyGraph *graph, const ScrTidyLayout *layout)
{
  g_assert_cmpuint (layout->points->len, ==, graph->nodes->len);
  for (guint a = 0; a < graph->nodes->len; a++)
    {
      g_assert_cmpint (get_point (layout, a)->x, >=, 0);
      g_assert_cmpint (get_point (layout, a)->y, >=, 0);
      g_assert_cmpint (get_point (layout, a)->x % SCR_TIDY_GRID, ==, 0);
      g_assert_cmpint (get_point (layout, a)->y % SCR_TIDY_GRID, ==, 0);
      for (guint b = 0; b < a; b++)
        g_assert_cmpint (get_gap (graph, layout, a, b), >=, 30);
    }
  for (guint i = 0; i < graph->edges->len; i++)
    {
      const ScrTidyEdge *edge = &g_array_index (graph->edges, ScrTidyEdge, i);

      if (edge->from != edge->to)
        g_assert_cmpint (get_gap (graph, layout, edge->from, edge->to), >=, SCR_TIDY_GAP);
    }
  g_assert_cmpint (layout->graphviz_time, >=, 0);
  g_assert_cmpint (layout->total_time, >=, layout->graphviz_time);
}

static ScrTidyLayout *
tidy (const ScrTidyGraph *graph)
{
  g_autoptr (GError) error = NULL;
  ScrTidyLayout *layout = scr_map_tidy (graph, NULL, &error);

  g_assert_no_error (error);
  assert_tidy (graph, layout);
  return layout;
}

static void
assert_above (const ScrTidyGraph *graph, const ScrTidyLayout *layout, guint above, guint below)
{
  g_assert_cmpint (get_point (layout, above)->y + (int) get_node (graph, above)->height + SCR_TIDY_GAP, <=,
                   get_point (layout, below)->y);
}

/* --- Whatever comes --- */

static void
test_random (void)
{
  static const guint sizes[] = {2, 3, 7, 20, 60, 220};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (int algorithm = SCR_TIDY_HIERARCHY; algorithm <= SCR_TIDY_CLUSTERS; algorithm++)
      for (guint links = 0; links <= 3; links++)
        {
          g_autoptr (ScrTidyGraph) graph
              = graph_new_random (algorithm, sizes[i], links * sizes[i], 5 + 20 * (int) links, i + links);
          g_autoptr (ScrTidyLayout) layout = tidy (graph);
        }
}

static void
test_same_again (void)
{
  for (int algorithm = SCR_TIDY_HIERARCHY; algorithm <= SCR_TIDY_CLUSTERS; algorithm++)
    {
      g_autoptr (ScrTidyGraph) graph = graph_new_random (algorithm, 120, 300, 30, 7);
      g_autoptr (ScrTidyLayout) first = tidy (graph);
      g_autoptr (ScrTidyLayout) second = tidy (graph);

      g_assert_cmpmem (first->points->data, first->points->len * sizeof (ScrTidyPoint), second->points->data,
                       second->points->len * sizeof (ScrTidyPoint));
    }
}

/* Wherever nobody answers to themselves in the end, who is answered to stands above. */
static void
test_answered_to_above (void)
{
  for (guint32 seed = 0; seed < 8; seed++)
    for (int algorithm = SCR_TIDY_HIERARCHY; algorithm <= SCR_TIDY_CLUSTERS; algorithm++)
      {
        guint n = 5 + seed * 25;
        g_autoptr (ScrTidyGraph) graph = graph_new_acyclic (algorithm, n, n * (1 + seed % 3), seed);
        g_autoptr (ScrTidyLayout) layout = NULL;

        /* Other links never turn it round. */
        for (guint i = 0; i + 1 < n; i++)
          scr_tidy_graph_add_edge (graph, i, i + 1, 9, FALSE);
        layout = tidy (graph);
        for (guint i = 0; i < graph->edges->len; i++)
          {
            const ScrTidyEdge *edge = &g_array_index (graph->edges, ScrTidyEdge, i);
            gboolean together = algorithm == SCR_TIDY_HIERARCHY
                                || get_node (graph, edge->from)->cluster == get_node (graph, edge->to)->cluster;

            if (edge->constrains && together)
              assert_above (graph, layout, edge->to, edge->from);
          }
      }
}

/* --- Odd ones --- */

static void
test_few (void)
{
  for (guint n = 0; n <= 1; n++)
    for (int algorithm = SCR_TIDY_HIERARCHY; algorithm <= SCR_TIDY_CLUSTERS; algorithm++)
      {
        g_autoptr (ScrTidyGraph) graph = scr_tidy_graph_new (algorithm);
        g_autoptr (ScrTidyLayout) layout = NULL;

        if (n == 1)
          {
            scr_tidy_graph_add_node (graph, 210, 54, SCR_TIDY_NO_CLUSTER, 0);
            scr_tidy_graph_add_edge (graph, 0, 0, 1, TRUE);
          }
        layout = tidy (graph);
        if (n == 1)
          {
            g_assert_cmpint (get_point (layout, 0)->x, ==, 0);
            g_assert_cmpint (get_point (layout, 0)->y, ==, 0);
          }
      }
}

static void
test_cycles (void)
{
  g_autoptr (ScrTidyGraph) graph = scr_tidy_graph_new (SCR_TIDY_HIERARCHY);
  g_autoptr (ScrTidyLayout) layout = NULL;

  for (guint i = 0; i < 6; i++)
    scr_tidy_graph_add_node (graph, 210, 54, SCR_TIDY_NO_CLUSTER, i % 3);
  for (guint i = 0; i < 5; i++)
    scr_tidy_graph_add_edge (graph, i, (i + 1) % 5, 1, TRUE);
  /* Each answers to the other, several times over, and to itself. */
  for (guint i = 0; i < 4; i++)
    {
      scr_tidy_graph_add_edge (graph, 0, 1, 100, TRUE);
      scr_tidy_graph_add_edge (graph, 1, 0, 100, TRUE);
      scr_tidy_graph_add_edge (graph, 1, 1, 100, TRUE);
    }
  /* Whoever answers to the cycle still stands beneath whom it answers to. */
  scr_tidy_graph_add_edge (graph, 5, 3, 1, TRUE);
  layout = tidy (graph);
  assert_above (graph, layout, 3, 5);
}

static void
test_hints (void)
{
  g_autoptr (ScrTidyGraph) graph = scr_tidy_graph_new (SCR_TIDY_HIERARCHY);
  g_autoptr (ScrTidyLayout) layout = NULL;

  /* Group, person, organisation: linked, but nobody answers to anybody. */
  for (guint i = 0; i < 3; i++)
    scr_tidy_graph_add_node (graph, 210, 54, SCR_TIDY_NO_CLUSTER, 2 - i);
  scr_tidy_graph_add_edge (graph, 0, 1, 1, FALSE);
  scr_tidy_graph_add_edge (graph, 1, 2, 1, FALSE);
  layout = tidy (graph);
  assert_above (graph, layout, 2, 1);
  assert_above (graph, layout, 1, 0);
}

static void
test_long_names (void)
{
  for (guint links = 0; links <= 1; links++)
    {
      g_autoptr (ScrTidyGraph) graph = scr_tidy_graph_new (SCR_TIDY_HIERARCHY);
      g_autoptr (ScrTidyLayout) layout = NULL;

      /* 2,000 characters in one line, at 200 %. */
      for (guint i = 0; i < 12; i++)
        scr_tidy_graph_add_node (graph, i % 4 == 0 ? SCR_TIDY_MAX_LENGTH : 200, i == 5 ? 3000 : 54,
                                 SCR_TIDY_NO_CLUSTER, i % 3);
      for (guint i = 1; i < 12 && links > 0; i++)
        scr_tidy_graph_add_edge (graph, i, i / 3, 1, TRUE);
      layout = tidy (graph);
    }
}

/* What is linked to nothing stands in rows beneath all else, those with lower hints first. */
static void
test_rows_beneath (void)
{
  g_autoptr (ScrTidyGraph) graph = graph_new_random (SCR_TIDY_HIERARCHY, 60, 40, 10, 3);
  g_autoptr (ScrTidyLayout) layout = tidy (graph);
  int bottom = 0;

  for (guint i = 0; i < graph->nodes->len; i++)
    if (is_tied (graph, i))
      bottom = MAX (bottom, get_point (layout, i)->y + (int) get_node (graph, i)->height);
  for (guint i = 0; i < graph->nodes->len; i++)
    if (!is_tied (graph, i))
      {
        g_assert_cmpint (get_point (layout, i)->y, >, bottom);
        for (guint other = 0; other < i; other++)
          if (!is_tied (graph, other) && get_node (graph, other)->hint > get_node (graph, i)->hint)
            g_assert_cmpint (get_point (layout, other)->y, >=, get_point (layout, i)->y);
      }
}

/* No card stands in the rectangle that the cards of another cluster take up. */
static void
test_clusters_apart (void)
{
  g_autoptr (ScrTidyGraph) graph = graph_new_random (SCR_TIDY_CLUSTERS, 200, 500, 60, 11);
  g_autoptr (ScrTidyLayout) layout = tidy (graph);

  for (int cluster = 0; cluster <= 4; cluster++)
    {
      int left = G_MAXINT, top = G_MAXINT, right = 0, bottom = 0;

      for (guint i = 0; i < graph->nodes->len; i++)
        if (get_node (graph, i)->cluster == cluster)
          {
            left = MIN (left, get_point (layout, i)->x);
            top = MIN (top, get_point (layout, i)->y);
            right = MAX (right, get_point (layout, i)->x + (int) get_node (graph, i)->width);
            bottom = MAX (bottom, get_point (layout, i)->y + (int) get_node (graph, i)->height);
          }
      g_assert_cmpint (right, >, left);
      for (guint i = 0; i < graph->nodes->len; i++)
        if (get_node (graph, i)->cluster != cluster)
          g_assert_true (get_point (layout, i)->x >= right || get_point (layout, i)->y >= bottom
                         || get_point (layout, i)->x + (int) get_node (graph, i)->width <= left
                         || get_point (layout, i)->y + (int) get_node (graph, i)->height <= top);
    }
}

/* A row is broken before it grows much wider than the whole is high. */
static void
test_no_endless_rows (void)
{
  g_autoptr (ScrTidyGraph) graph = scr_tidy_graph_new (SCR_TIDY_HIERARCHY);
  g_autoptr (ScrTidyLayout) layout = NULL;
  int right = 0;

  scr_tidy_graph_add_node (graph, 210, 54, SCR_TIDY_NO_CLUSTER, 0);
  for (guint i = 1; i <= 400; i++)
    {
      scr_tidy_graph_add_node (graph, 210, 54, SCR_TIDY_NO_CLUSTER, 1);
      scr_tidy_graph_add_edge (graph, i, 0, 1, TRUE);
    }
  layout = tidy (graph);
  for (guint i = 0; i <= 400; i++)
    right = MAX (right, get_point (layout, i)->x + 210);
  g_assert_cmpint (right, <, 400 * 270 / 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-tidy/random", test_random);
  g_test_add_func ("/map-tidy/same-again", test_same_again);
  g_test_add_func ("/map-tidy/answered-to-above", test_answered_to_above);
  g_test_add_func ("/map-tidy/few", test_few);
  g_test_add_func ("/map-tidy/cycles", test_cycles);
  g_test_add_func ("/map-tidy/hints", test_hints);
  g_test_add_func ("/map-tidy/long-names", test_long_names);
  g_test_add_func ("/map-tidy/rows-beneath", test_rows_beneath);
  g_test_add_func ("/map-tidy/clusters-apart", test_clusters_apart);
  g_test_add_func ("/map-tidy/no-endless-rows", test_no_endless_rows);
  return g_test_run ();
}
