/* Commands on the map. See the header. */
#include "config.h"

#include "scr-map-commands.h"

#include "scr-commands.h"
#include "scr-format.h"
#include "scr-map.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PLACEMENT "placement"

/* --- Places --- */

/* The places that the record keeps for this map, by card. Of two for one card the lower identity counts. */
static GHashTable *
list_places (ScrStore *store, const char *partnership, const char *layout)
{
  const ScrQuery query
      = {.kind = PLACEMENT,
         .conditions = {{"layout", SCR_IS, layout, 0},
                        {"partnership", partnership != NULL ? SCR_IS : SCR_IS_EMPTY, partnership, 0}}};
  g_autoptr (GPtrArray) kept = scr_source_list (SCR_SOURCE (store), &query);
  GHashTable *by_card = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < kept->len; i++)
    {
      ScrItem *place = g_ptr_array_index (kept, i);
      const char *card = scr_item_get_text (place, "card");
      ScrItem *before = card != NULL ? g_hash_table_lookup (by_card, card) : NULL;

      if (card != NULL
          && (before == NULL || strcmp (scr_item_get_id (place), scr_item_get_id (before)) < 0))
        g_hash_table_insert (by_card, g_strdup (card), g_object_ref (place));
    }
  return by_card;
}

/* Brings a length within what a placement's field takes. */
static double
limit_length (const char *field, double length)
{
  const ScrField *described = scr_kind_get_field (scr_kind_find (PLACEMENT), field);

  return CLAMP (length, described->min, described->max);
}

static void
set_length (ScrEdit *edit, ScrItem *place, const char *id, const char *field, double length)
{
  double wanted = limit_length (field, length);

  /* What holds nothing holds no number, which is equal to none. */
  if (place == NULL || !(scr_item_get_number (place, field) == wanted))
    scr_edit_set_number (edit, PLACEMENT, id, field, wanted);
}

static void
add_place (ScrEdit *edit, const char *partnership, const char *layout, const ScrCardPlace *wanted)
{
  g_autofree char *id = scr_placement_identity (partnership, layout, wanted->card);

  scr_edit_add (edit, PLACEMENT, id);
  scr_edit_set_text (edit, PLACEMENT, id, "card", wanted->card);
  scr_edit_set_text (edit, PLACEMENT, id, "layout", layout);
  if (partnership != NULL)
    scr_edit_set_text (edit, PLACEMENT, id, "partnership", partnership);
  set_length (edit, NULL, id, "x", wanted->x);
  set_length (edit, NULL, id, "y", wanted->y);
}

static char *
dup_card_title (ScrStore *store, const char *card)
{
  const ScrField *field = scr_kind_get_field (scr_kind_find (PLACEMENT), "card");
  g_autoptr (ScrItem) item = scr_source_find (SCR_SOURCE (store), field, card);

  return item != NULL ? scr_format_title (NULL, SCR_SOURCE (store), item) : g_strdup ("");
}

static char *
dup_place_label (ScrStore *store, const char *card, guint n_moved, ScrPlaceReason reason)
{
  g_autofree char *title = NULL;

  if (reason == SCR_PLACE_TIDY)
    return g_strdup (_ ("Tidy the map"));
  if (n_moved > 1)
    return g_strdup_printf (ngettext ("Move %u card", "Move %u cards", n_moved), n_moved);
  title = dup_card_title (store, card);
  return g_strdup_printf (_ ("Move %s"), title);
}

static gboolean
is_elsewhere (GHashTable *kept, const ScrCardPlace *wanted)
{
  ScrItem *place = g_hash_table_lookup (kept, wanted->card);

  return place == NULL || !(scr_item_get_number (place, "x") == limit_length ("x", wanted->x))
         || !(scr_item_get_number (place, "y") == limit_length ("y", wanted->y));
}

/**
 * scr_command_place_cards:
 * @store: the record
 * @partnership: (nullable): whose map; %NULL is the map of all
 * @layout: which layout
 * @places: (array length=n_places): cards, each once, and where their middles are to stand; what is beyond the limits
 *   of the map is brought within
 * @n_places: how many
 * @reason: who wants it: names the change
 * @error: return location
 *
 * Cards that stand there already are passed over; if all do, nothing is changed and there is nothing to undo.
 *
 * Returns: whether all stand there now
 */
gboolean
scr_command_place_cards (ScrStore *store,
                         const char *partnership,
                         const char *layout,
                         const ScrCardPlace *places,
                         guint n_places,
                         ScrPlaceReason reason,
                         GError **error)
{
  g_autoptr (GHashTable) kept = NULL;
  g_autoptr (ScrEdit) edit = NULL;
  g_autofree char *label = NULL;
  const char *moved = NULL;
  guint n_moved = 0;

  g_return_val_if_fail (layout != NULL, FALSE);
  g_return_val_if_fail (places != NULL || n_places == 0, FALSE);
  kept = list_places (store, partnership, layout);
  for (guint i = 0; i < n_places; i++)
    if (is_elsewhere (kept, &places[i]))
      {
        moved = places[i].card;
        n_moved++;
      }
  if (n_moved == 0)
    return TRUE;
  label = dup_place_label (store, moved, n_moved, reason);
  edit = scr_edit_new (label);
  for (guint i = 0; i < n_places; i++)
    {
      ScrItem *place = g_hash_table_lookup (kept, places[i].card);

      if (place == NULL)
        add_place (edit, partnership, layout, &places[i]);
      else if (is_elsewhere (kept, &places[i]))
        {
          set_length (edit, place, scr_item_get_id (place), "x", places[i].x);
          set_length (edit, place, scr_item_get_id (place), "y", places[i].y);
        }
    }
  return scr_store_apply (store, edit, error);
}

/* --- Links and cards --- */

/**
 * scr_command_link_cards:
 * @store: the record
 * @from: the card that the link begins at
 * @to: the card that it leads to; may be the same
 * @kind: identity of a choice of "link-kind"
 * @partnership: (nullable): whose link it is
 * @day: (nullable): since when
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the new link, in the first state that links have
 */
ScrItem *
scr_command_link_cards (ScrStore *store,
                        ScrItem *from,
                        ScrItem *to,
                        const char *kind,
                        const char *partnership,
                        const char *day,
                        GError **error)
{
  g_autofree char *from_title = scr_format_title (NULL, SCR_SOURCE (store), from);
  g_autofree char *to_title = scr_format_title (NULL, SCR_SOURCE (store), to);
  /* TRANSLATORS: name of a change: two cards on the map are linked: "Link Police lead to Metropolitan Police". */
  g_autofree char *label = g_strdup_printf (_ ("Link %s to %s"), from_title, to_title);
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit
      = scr_command_prepare_add (store, "link", label, NULL, partnership, "from_card", scr_item_get_id (from), &id);

  scr_edit_set_text (edit, "link", id, "to_card", scr_item_get_id (to));
  scr_edit_set_text (edit, "link", id, "kind", kind);
  if (day != NULL)
    scr_edit_set_text (edit, "link", id, "from", day);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "link", id);
}

/**
 * scr_command_add_card:
 * @store: the record
 * @kind: name of a kind that has cards
 * @title: (nullable): its title; %NULL gives it one that says it is new
 * @partnership: (nullable): the partnership it belongs to, and on whose map it stands
 * @layout: which layout
 * @x: its middle, px
 * @y: the same
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the new item, which stands there
 */
ScrItem *
scr_command_add_card (ScrStore *store,
                      const char *kind,
                      const char *title,
                      const char *partnership,
                      const char *layout,
                      double x,
                      double y,
                      GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = scr_command_prepare_add (store, kind, NULL, title, partnership, NULL, NULL, &id);
  const ScrCardPlace place = {id, x, y};

  g_return_val_if_fail (edit != NULL, NULL);
  add_place (edit, partnership, layout, &place);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), kind, id);
}
