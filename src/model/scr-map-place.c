/* Where the cards of a map stand: as the record keeps it, and for the rest beneath that. See scr-map.h. */
#include "config.h"

#include "scr-map.h"

#include "scr-identity.h"

#include <math.h>
#include <string.h>

/* Cards in a row of those that have no place. */
#define ROW_LENGTH 5
/* Room between cards, px; rows of the design are 126 apart. */
#define GAP_X 66
#define GAP_Y 72

/**
 * scr_placement_identity:
 * @partnership: (nullable): whose map; %NULL is the map of all
 * @layout: which layout
 * @card: identity of a card
 *
 * The same in every copy of a record, so that two people who place the same card place one thing. A shipped
 * bundle may use other identities: look for the placement of a card first.
 *
 * Returns: (transfer full): identity of a new placement
 */
char *
scr_placement_identity (const char *partnership, const char *layout, const char *card)
{
  g_autofree char *name
      = g_strdup_printf ("placement:%s:%s:%s", partnership != NULL ? partnership : "", layout, card);

  return scr_identity_from_name (name);
}

/**
 * scr_map_take_places:
 * @self: a map
 * @source: the record
 * @partnership: (nullable): whose places; %NULL is the map of all
 * @layout: which layout
 *
 * Puts the cards where the record keeps them, by their middle in px. Of two places for one card the lower
 * identity counts.
 */
void
scr_map_take_places (ScrMap *self, ScrSource *source, const char *partnership, const char *layout)
{
  const ScrQuery query
      = {.kind = "placement",
         .conditions = {{"layout", SCR_IS, layout, 0},
                        {"partnership", partnership != NULL ? SCR_IS : SCR_IS_EMPTY, partnership, 0}},
         .order = "-layout"};
  g_autoptr (GPtrArray) places = scr_source_list (source, &query);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < places->len; i++)
    {
      ScrItem *place = g_ptr_array_index (places, i);
      int index = scr_map_find_card (self, scr_item_get_text (place, "card"));
      ScrMapCard *card = index >= 0 ? scr_map_get_card (self, (guint)index) : NULL;
      ScrItem *before = card != NULL ? g_hash_table_lookup (taken, card) : NULL;
      double x = scr_item_get_number (place, "x");
      double y = scr_item_get_number (place, "y");

      if (card == NULL || isnan (x) || isnan (y)
          || (before != NULL && strcmp (scr_item_get_id (before), scr_item_get_id (place)) < 0))
        continue;
      g_hash_table_insert (taken, card, place);
      card->x = x;
      card->y = y;
      card->placed = TRUE;
    }
}

/**
 * scr_map_place_rest:
 * @self: a map
 * @width: of the widest card, px
 * @height: of a card, px
 *
 * Puts what the record keeps no place for in rows beneath the rest: organisations, then people, groups,
 * partnerships. Nothing is written: the places are the same each time until somebody moves a card.
 */
void
scr_map_place_rest (ScrMap *self, double width, double height)
{
  double left = INFINITY;
  double y = -INFINITY;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const ScrMapCard *card = scr_map_get_card (self, i);

      if (!card->placed)
        continue;
      left = fmin (left, card->x);
      y = fmax (y, card->y + height + GAP_Y);
    }
  if (isinf (left))
    left = y = 0;
  for (int sort = 0; sort < SCR_CARD_N_SORTS; sort++)
    {
      guint n = 0;

      for (guint i = 0; i < self->cards->len; i++)
        {
          ScrMapCard *card = scr_map_get_card (self, i);

          if (card->placed || card->sort != (ScrCardSort)sort)
            continue;
          card->x = left + (n % ROW_LENGTH) * (width + GAP_X);
          card->y = y + floor (n / (double)ROW_LENGTH) * (height + GAP_Y);
          n++;
        }
      y += ceil (n / (double)ROW_LENGTH) * (height + GAP_Y);
    }
}
