/* The pills on the map's cards: gaps, and where the scrutineer has been. See scr-map-view.h. */
#include "config.h"

#include "scr-coverage.h"
#include "scr-map-view-private.h"

#include <glib/gi18n-lib.h>

static void
free_badge (gpointer badge)
{
  scr_map_badge_free (badge);
}

/* The more often, the fuller the shade; the number tells the same. */
static ScrMapBadge *
new_coverage_badge (const char *text, guint count)
{
  if (count == 0)
    return scr_map_badge_new ("dialog-warning-symbolic", text, "soon");
  return scr_map_badge_new ("scrutiny-done-symbolic", text, count > 3 ? "done" : "accent");
}

/* "3 times" at the groups where the scrutineer has been this year, and where not. */
static GHashTable *
make_coverage_badges (ScrMapView *self, const char *day)
{
  const ScrMap *map = scr_map_canvas_get_map (self->canvas);
  GHashTable *badges = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_badge);
  g_autoptr (ScrCoverage) coverage
      = scr_coverage_new (NULL, SCR_SOURCE (self->store),
                          scr_context_get_partnership (scr_view_get_context (SCR_VIEW (self))), day);

  for (guint i = 0; i < map->cards->len; i++)
    {
      const char *id = scr_item_get_id (scr_map_get_card (map, i)->item);
      const ScrGroupCoverage *group = scr_coverage_find (coverage, id);
      guint count = group != NULL ? group->occasions->len : 0;
      g_autofree char *text = NULL;

      if (group == NULL || (count == 0 && !group->is_in_force))
        continue;
      /* TRANSLATORS: how often the scrutineer was at a group this year. */
      text = count > 0 ? g_strdup_printf (ngettext ("there once", "there %u times", count), count)
                       : g_strdup (_ ("never there"));
      g_hash_table_insert (badges, g_strdup (id), new_coverage_badge (text, count));
    }
  return badges;
}

/* "2 gaps" at the corner of the cards that have any. */
void
scr_map_view_show_badges (ScrMapView *self, const char *day)
{
  const ScrMapFilterState *state = scr_map_filter_get_state (self->filter);
  g_autoptr (GHashTable) bottom = state->coverage ? make_coverage_badges (self, day) : NULL;
  const ScrMap *map = scr_map_canvas_get_map (self->canvas);
  g_autoptr (GHashTable) top = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_badge);

  for (guint i = 0; i < map->cards->len; i++)
    {
      const ScrMapCard *card = scr_map_get_card (map, i);
      g_autofree char *text = NULL;

      /* TRANSLATORS: on a card of the map: it begins later than the day that is shown. */
      if (card->n_gaps == 0 && card->phase == SCR_PHASE_NOT_YET)
        g_hash_table_insert (
            top, g_strdup (scr_item_get_id (card->item)),
            scr_map_badge_new ("preferences-system-time-symbolic", _ ("not yet"), "waiting"));
      if (card->n_gaps == 0)
        continue;
      text = g_strdup_printf (ngettext ("%u gap", "%u gaps", card->n_gaps), card->n_gaps);
      g_hash_table_insert (top, g_strdup (scr_item_get_id (card->item)),
                           scr_map_badge_new ("dialog-warning-symbolic", text, "soon"));
    }
  scr_map_canvas_set_badges (self->canvas, top, bottom);
}
