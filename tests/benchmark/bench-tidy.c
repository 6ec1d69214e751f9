/* Benchmark of tidying the map: at 100, 300 and 1,000 cards with three links each, Graphviz's own time beside what a
 * person waits for in all, with starting the program and both ways of the text.
 *
 * A line says: benchmark: NAME ours=X reference=Y ratio=R limit=L, in milliseconds, medians; ours is the whole, the
 * reference Graphviz alone.
 */
#include "../app/tidy-graphs.h"

#include "scr-map-tidy.h"

#include <stdlib.h>

#define N_TURNS 5

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (double *times)
{
  qsort (times, N_TURNS, sizeof *times, compare_doubles);
  return times[N_TURNS / 2];
}

static void
measure (ScrTidyAlgorithm algorithm, const char *name, guint n_cards)
{
  g_autoptr (ScrTidyGraph) graph = graph_new_random (algorithm, n_cards, 3 * n_cards, 20, n_cards);
  double whole[N_TURNS];
  double graphviz[N_TURNS];

  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScrTidyLayout) layout = scr_map_tidy (graph, NULL, &error);

      g_assert_no_error (error);
      whole[turn] = (double) layout->total_time / 1000.0;
      graphviz[turn] = (double) layout->graphviz_time / 1000.0;
    }
  g_print ("benchmark: tidy-%s-%u ours=%.3f reference=%.3f ratio=%.2f limit=%.1f\n", name, n_cards, median (whole),
           median (graphviz), median (whole) / median (graphviz), 3.0);
}

int
main (int argc, char **argv)
{
  static const guint sizes[] = {100, 300, 1000};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      measure (SCR_TIDY_HIERARCHY, "hierarchy", sizes[i]);
      measure (SCR_TIDY_CLUSTERS, "clusters", sizes[i]);
    }
  return 0;
}
