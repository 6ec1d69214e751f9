/* A map narrowed to what is tied to one card, or to what has gaps. See scr-map.h. */
#include "config.h"

#include "scr-map-private.h"

static guint
get_other_end (const ScrMapLink *link, guint card)
{
  return link->from == card ? link->to : link->from;
}

/* By breadth: each card once, however many ways lead to it. */
static void
mark_around (const ScrMap *map, guint card, guint steps, gboolean *keep)
{
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint));
  guint begin = 0;

  keep[card] = TRUE;
  g_array_append_val (reached, card);
  for (guint step = 0; step < steps; step++)
    {
      guint end = reached->len;

      for (; begin < end; begin++)
        {
          guint at = g_array_index (reached, guint, begin);
          const GArray *links = scr_map_get_card (map, at)->links;

          for (guint i = 0; i < links->len; i++)
            {
              guint other = get_other_end (scr_map_get_link (map, g_array_index (links, guint, i)), at);

              if (keep[other])
                continue;
              keep[other] = TRUE;
              g_array_append_val (reached, other);
            }
        }
    }
}

static gboolean
has_gap (const ScrMapLink *link)
{
  return link->n_gaps > 0 || link->state != SCR_LINK_IN_PLACE;
}

static void
mark_gaps (const ScrMap *map, gboolean *keep)
{
  g_autofree gboolean *wanted = g_memdup2 (keep, sizeof (gboolean) * (map->cards->len + 1));

  for (guint i = 0; i < map->cards->len; i++)
    keep[i] = keep[i] && scr_map_get_card (map, i)->n_gaps > 0;
  for (guint i = 0; i < map->links->len; i++)
    {
      const ScrMapLink *link = scr_map_get_link (map, i);

      if (has_gap (link) && wanted[link->from] && wanted[link->to])
        keep[link->from] = keep[link->to] = TRUE;
    }
}

/* The cards that stay, numbered anew. */
static void
keep_cards (ScrMap *map, const gboolean *keep, guint *moved)
{
  guint n_kept = 0;

  g_hash_table_remove_all (map->index);
  for (guint i = 0; i < map->cards->len; i++)
    {
      ScrMapCard *card = scr_map_get_card (map, i);

      g_array_set_size (card->links, 0);
      moved[i] = n_kept;
      if (!keep[i])
        continue;
      /* Swapped, so that what goes gathers at the end. */
      map->cards->pdata[i] = map->cards->pdata[n_kept];
      map->cards->pdata[n_kept++] = card;
      g_hash_table_insert (map->index, (gpointer)scr_item_get_id (card->item), GUINT_TO_POINTER (n_kept));
    }
  g_ptr_array_set_size (map->cards, (int)n_kept);
}

static void
keep_links (ScrMap *map, const gboolean *keep, const guint *moved, gboolean gaps_only)
{
  guint n_kept = 0;

  for (guint i = 0; i < map->links->len; i++)
    {
      ScrMapLink *link = scr_map_get_link (map, i);

      if (!keep[link->from] || !keep[link->to] || (gaps_only && !has_gap (link)))
        continue;
      link->from = moved[link->from];
      link->to = moved[link->to];
      map->links->pdata[i] = map->links->pdata[n_kept];
      map->links->pdata[n_kept] = link;
      g_array_append_val (scr_map_get_card (map, link->from)->links, n_kept);
      if (link->to != link->from)
        g_array_append_val (scr_map_get_card (map, link->to)->links, n_kept);
      n_kept++;
    }
  g_ptr_array_set_size (map->links, (int)n_kept);
}

/**
 * scr_map_narrow:
 * @map: a whole map
 * @query: what is wanted of it: @around, @steps, @gaps_only
 *
 * Takes out the cards that are not wanted and the links that lose an end. Around a card that is not there is
 * nothing.
 */
void
scr_map_narrow (ScrMap *map, const ScrMapQuery *query)
{
  g_autofree gboolean *keep = g_new0 (gboolean, map->cards->len + 1);
  g_autofree guint *moved = g_new0 (guint, map->cards->len + 1);
  int around = scr_map_find_card (map, query->around);

  if (around >= 0)
    mark_around (map, (guint)around, MAX (query->steps, 1), keep);
  for (guint i = 0; query->around == NULL && i < map->cards->len; i++)
    keep[i] = TRUE;
  if (query->gaps_only)
    mark_gaps (map, keep);
  keep_cards (map, keep, moved);
  keep_links (map, keep, moved, query->gaps_only);
}
