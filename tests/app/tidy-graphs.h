/* Graphs to lay out, for tests and benchmarks of tidying. Each program includes this once. */
#pragma once

#include "scr-tidy-graph.h"

/* Organisations, people and groups with links of every sort between them: also to themselves, in cycles and several
 * between the same two. The same arguments always give the same graph.
 *
 * @reach: how far apart in their numbers linked cards are at the most
 */
static G_GNUC_UNUSED ScrTidyGraph *
graph_new_random (ScrTidyAlgorithm algorithm, guint n_nodes, guint n_edges, int reach, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ScrTidyGraph *graph = scr_tidy_graph_new (algorithm);

  for (guint i = 0; i < n_nodes; i++)
    scr_tidy_graph_add_node (graph, (guint) g_rand_int_range (rand, 100, 300), (guint) g_rand_int_range (rand, 40, 80),
                             g_rand_int_range (rand, SCR_TIDY_NO_CLUSTER, 1 + (int) n_nodes / 50),
                             (guint) g_rand_int_range (rand, 0, 3));
  for (guint i = 0; i < n_edges; i++)
    {
      int from = g_rand_int_range (rand, 0, (int) n_nodes);
      int far = from + g_rand_int_range (rand, -reach, reach + 1);
      int to = CLAMP (far, 0, (int) n_nodes - 1);

      scr_tidy_graph_add_edge (graph, (guint) from, (guint) to, (guint) g_rand_int_range (rand, 1, 9),
                               g_rand_int_range (rand, 0, 3) == 0);
    }
  return graph;
}

/* A partnership as records have them: who answers for each card with a lower number. No cycle. */
static G_GNUC_UNUSED ScrTidyGraph *
graph_new_acyclic (ScrTidyAlgorithm algorithm, guint n_nodes, guint n_edges, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ScrTidyGraph *graph = scr_tidy_graph_new (algorithm);

  for (guint i = 0; i < n_nodes; i++)
    scr_tidy_graph_add_node (graph, (guint) g_rand_int_range (rand, 150, 260), 54, (int) (i % 3),
                             (guint) g_rand_int_range (rand, 0, 3));
  for (guint i = 0; i < n_edges; i++)
    {
      int from = g_rand_int_range (rand, 1, (int) n_nodes);

      scr_tidy_graph_add_edge (graph, (guint) from, (guint) g_rand_int_range (rand, 0, from), 1, TRUE);
    }
  return graph;
}
