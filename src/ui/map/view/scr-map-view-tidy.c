/* Tidy: the map laid out anew by Graphviz, as one change. See scr-map-view.h. */
#include "config.h"

#include "scr-map-view-private.h"

#include "scr-job.h"
#include "scr-map-commands.h"
#include "scr-map-tidy.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Above so many cards it is long work, with progress and Cancel. */
#define MANY 300

typedef struct
{
  ScrMapView *view;
  ScrStore *store; /* the record whose cards they are */
  char *partnership;
  const char *layout;
  ScrTidyGraph *graph;
  ScrTidyLayout *result; /* (nullable): of the thread */
  GPtrArray *ids;        /* (element-type utf8): of the cards, in the graph's order */
} Tidying;

static ScrContext *
get_context (ScrMapView *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

static void
free_tidying (Tidying *tidying)
{
  g_object_unref (tidying->view);
  g_object_unref (tidying->store);
  g_free (tidying->partnership);
  scr_tidy_graph_free (tidying->graph);
  g_clear_pointer (&tidying->result, scr_tidy_layout_free);
  g_ptr_array_unref (tidying->ids);
  g_free (tidying);
}

/* --- The map as a graph --- */

/* Who answers to whom: 1 if the first answers to the second, -1 if it is the other way round, 0 if neither.
 */
static int
get_rank (const ScrMapLink *link)
{
  static const struct
  {
    const char *kind;
    int rank;
  } ranks[] = {
      {"link-kind.accountable-to", 1}, {"link-kind.reports-to", 1},  {"link-kind.escalates-to", 1},
      {"link-kind.supports", 1},       {"link-kind.scrutinises", 1}, {"link-kind.delegates-to", -1},
      {"link-kind.chairs", -1},
  };
  const char *kind = scr_item_get_text (link->item, "kind");

  for (guint i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_strcmp0 (kind, ranks[i].kind) == 0)
      return ranks[i].rank;
  return 0;
}

static int
get_cluster (GHashTable *clusters, ScrItem *item)
{
  const char *partnership = g_str_equal (scr_item_get_kind (item)->name, "partnership")
                                ? scr_item_get_id (item)
                                : (scr_kind_get_field (scr_item_get_kind (item), "partnership") != NULL
                                       ? scr_item_get_text (item, "partnership")
                                       : NULL);
  guint number;

  if (partnership == NULL || g_hash_table_size (clusters) >= SCR_TIDY_MAX_CLUSTERS)
    return SCR_TIDY_NO_CLUSTER;
  number = GPOINTER_TO_UINT (g_hash_table_lookup (clusters, partnership));
  if (number == 0)
    {
      number = g_hash_table_size (clusters) + 1;
      g_hash_table_insert (clusters, (gpointer)partnership, GUINT_TO_POINTER (number));
    }
  return (int)number - 1;
}

static void
add_cards (Tidying *tidying, ScrMapCanvas *canvas)
{
  const ScrMap *map = scr_map_canvas_get_map (canvas);
  g_autoptr (GHashTable) clusters = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < map->cards->len; i++)
    {
      const ScrMapCard *card = scr_map_get_card (map, i);
      const ScrBox *box = scr_map_canvas_get_box (canvas, i);

      scr_tidy_graph_add_node (tidying->graph, (guint)ceil (box->width), (guint)ceil (box->height),
                               get_cluster (clusters, card->item), card->sort);
      g_ptr_array_add (tidying->ids, g_strdup (scr_item_get_id (card->item)));
    }
}

static void
add_links (Tidying *tidying, const ScrMap *map)
{
  for (guint i = 0; i < map->links->len; i++)
    {
      const ScrMapLink *link = scr_map_get_link (map, i);
      int rank = get_rank (link);

      scr_tidy_graph_add_edge (tidying->graph, rank < 0 ? link->to : link->from,
                               rank < 0 ? link->from : link->to, rank != 0 ? 3 : 1, rank != 0);
    }
}

static Tidying *
new_tidying (ScrMapView *self, const char *layout)
{
  Tidying *tidying = g_new0 (Tidying, 1);

  tidying->view = g_object_ref (self);
  tidying->store = g_object_ref (self->store);
  tidying->partnership = g_strdup (scr_context_get_partnership (get_context (self)));
  tidying->layout = layout;
  tidying->ids = g_ptr_array_new_with_free_func (g_free);
  tidying->graph = scr_tidy_graph_new (g_str_equal (layout, SCR_LAYOUT_CLUSTERS) ? SCR_TIDY_CLUSTERS
                                                                                 : SCR_TIDY_HIERARCHY);
  add_cards (tidying, self->canvas);
  add_links (tidying, scr_map_canvas_get_map (self->canvas));
  return tidying;
}

/* --- Its outcome --- */

/* Cards that were deleted meanwhile need no place. */
static GArray *
list_places (const Tidying *tidying, const ScrTidyLayout *layout)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (ScrCardPlace));
  const ScrMap *map = scr_map_canvas_get_map (tidying->view->canvas);

  for (guint i = 0; i < tidying->ids->len; i++)
    {
      const ScrTidyNode *node = &g_array_index (tidying->graph->nodes, ScrTidyNode, i);
      ScrTidyPoint point = g_array_index (layout->points, ScrTidyPoint, i);
      ScrCardPlace place
          = {g_ptr_array_index (tidying->ids, i), point.x + node->width / 2.0, point.y + node->height / 2.0};

      if (map == NULL || scr_map_find_card (map, place.card) >= 0)
        g_array_append_val (places, place);
    }
  return places;
}

static void
show_layout (ScrMapView *self, const char *layout)
{
  scr_map_view_set_layout (self, layout);
  self->smoothly = TRUE;
  scr_map_view_refresh (self);
  scr_map_canvas_fit_all (self->canvas);
}

static void
finish (Tidying *tidying, const ScrTidyLayout *layout, const GError *problem)
{
  ScrMapView *self = tidying->view;
  g_autoptr (GArray) places = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->tidying);
  /* The record was closed, or another opened. */
  if (self->store != tidying->store)
    return;
  scr_map_view_update_actions (self);
  if (layout == NULL)
    {
      if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_CANCELLED)
          && !g_error_matches (problem, SCR_ERROR, SCR_ERROR_CANCELLED))
        scr_context_fail (get_context (self), problem);
      return;
    }
  places = list_places (tidying, layout);
  if (!scr_command_place_cards (self->store, tidying->partnership, tidying->layout,
                                (const ScrCardPlace *)(gconstpointer)places->data, places->len,
                                SCR_PLACE_TIDY, &error))
    {
      scr_context_fail (get_context (self), error);
      return;
    }
  scr_context_toast (get_context (self), _ ("The map is laid out anew"), TRUE);
  if (g_strcmp0 (scr_context_get_partnership (get_context (self)), tidying->partnership) == 0)
    show_layout (self, tidying->layout);
}

static void
on_tidied (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Tidying *tidying = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrTidyLayout) layout = scr_map_tidy_finish (result, &error);

  finish (tidying, layout, error);
  free_tidying (tidying);
}

/* --- As long work --- */

static gboolean
tidy_in_thread (ScrJob *job, gpointer data, GCancellable *cancellable, GError **error)
{
  Tidying *tidying = data;

  tidying->result = scr_map_tidy (tidying->graph, cancellable, error);
  return tidying->result != NULL;
}

static void
on_job_done (gboolean ok, const GError *error, gpointer user_data)
{
  Tidying *tidying = user_data;

  finish (tidying, ok ? tidying->result : NULL, error);
  free_tidying (tidying);
}

void
scr_map_view_on_tidy (GSimpleAction *action, GVariant *layout, gpointer user_data)
{
  ScrMapView *self = user_data;
  const char *name = g_str_equal (g_variant_get_string (layout, NULL), SCR_LAYOUT_CLUSTERS)
                         ? SCR_LAYOUT_CLUSTERS
                         : SCR_LAYOUT_HIERARCHY;
  const ScrMap *map = scr_map_canvas_get_map (self->canvas);
  Tidying *tidying;

  if (map == NULL || map->cards->len == 0 || self->tidying != NULL || !scr_map_view_is_writable (self))
    return;
  tidying = new_tidying (self, name);
  self->tidying = g_cancellable_new ();
  scr_map_view_update_actions (self);
  if (map->cards->len <= MANY || scr_context_get_job_bar (get_context (self)) == NULL)
    scr_map_tidy_async (tidying->graph, self->tidying, on_tidied, tidying);
  else if (!scr_job_run (scr_context_get_job_bar (get_context (self)), _ ("Tidying the map"), tidy_in_thread,
                         tidying, NULL, on_job_done, tidying))
    {
      g_clear_object (&self->tidying);
      scr_map_view_update_actions (self);
      free_tidying (tidying);
    }
}
