/* Tests of commands on the map: each is one change, undone and redone as one. */
#include "commands-fixture.h"

#include "scr-map-commands.h"
#include "scr-map.h"

#include <string.h>

#define N_CARDS 3

typedef struct
{
  Fixture fixture;
  char *partnership;
  char *cards[N_CARDS]; /* an organisation, a person, a group */
} Map;

static void
map_set_up (Map *map, gconstpointer unused)
{
  static const char *const kinds[N_CARDS] = {"organisation", "person", "group"};

  set_up (&map->fixture, NULL);
  map->partnership = maker_add (map->fixture.store, "partnership", "Greenwich", NULL);
  for (guint i = 0; i < N_CARDS; i++)
    map->cards[i] = maker_add (map->fixture.store, kinds[i], kinds[i], NULL);
  map->fixture.n_changes = 0;
}

static void
map_tear_down (Map *map, gconstpointer unused)
{
  maker_assert_sound (map->fixture.store);
  g_free (map->partnership);
  for (guint i = 0; i < N_CARDS; i++)
    g_free (map->cards[i]);
  tear_down (&map->fixture, NULL);
}

static ScrItem *
get_place (Map *map, const char *partnership, const char *layout, guint card)
{
  g_autofree char *id = scr_placement_identity (partnership, layout, map->cards[card]);

  return scr_source_get (SCR_SOURCE (map->fixture.store), "placement", id);
}

static void
assert_place (Map *map, const char *partnership, const char *layout, guint card, double x, double y)
{
  g_autoptr (ScrItem) place = get_place (map, partnership, layout, card);

  g_assert_nonnull (place);
  g_assert_cmpfloat (scr_item_get_number (place, "x"), ==, x);
  g_assert_cmpfloat (scr_item_get_number (place, "y"), ==, y);
  g_assert_cmpstr (scr_item_get_text (place, "card"), ==, map->cards[card]);
  g_assert_cmpstr (scr_item_get_text (place, "layout"), ==, layout);
  g_assert_cmpstr (scr_item_get_text (place, "partnership"), ==, partnership);
}

static gint64
count_places (Map *map)
{
  return maker_query_int (map->fixture.store, "SELECT count(*) FROM placement");
}

static void
place (Map *map, const char *partnership, const char *layout, const ScrCardPlace *places, guint n,
       ScrPlaceReason reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (scr_command_place_cards (map->fixture.store, partnership, layout, places, n, reason, &error));
  g_assert_no_error (error);
}

static void
test_place (Map *map, gconstpointer unused)
{
  ScrStore *store = map->fixture.store;
  const ScrCardPlace one = {map->cards[1], 60, 120};
  const ScrCardPlace all[] = {{map->cards[0], 6, 12}, {map->cards[1], 60, 120}, {map->cards[2], -600, 0}};

  place (map, map->partnership, "chart", &one, 1, SCR_PLACE_MOVE);
  g_assert_cmpstr (scr_store_get_undo_label (store), ==, "Move person");
  assert_place (map, map->partnership, "chart", 1, 60, 120);
  place (map, map->partnership, "chart", all, N_CARDS, SCR_PLACE_MOVE);
  /* One of them stood there already. */
  g_assert_cmpstr (scr_store_get_undo_label (store), ==, "Move 2 cards");
  g_assert_cmpuint (map->fixture.n_changes, ==, 2);
  g_assert_cmpuint (map->fixture.n_rows, ==, 2);
  assert_place (map, map->partnership, "chart", 0, 6, 12);
  assert_place (map, map->partnership, "chart", 2, -600, 0);
  g_assert_true (scr_store_undo (store, NULL));
  g_assert_cmpint (count_places (map), ==, 1);
  g_assert_true (scr_store_undo (store, NULL));
  g_assert_cmpint (count_places (map), ==, 0);
  g_assert_true (scr_store_redo (store, NULL));
  g_assert_true (scr_store_redo (store, NULL));
  assert_place (map, map->partnership, "chart", 1, 60, 120);
  assert_place (map, map->partnership, "chart", 2, -600, 0);
}

/* Moved and undone: where it was before, not away. */
static void
test_place_again (Map *map, gconstpointer unused)
{
  ScrCardPlace places[] = {{map->cards[0], 0, 0}, {map->cards[1], 300, 0}, {map->cards[2], 600, 0}};

  place (map, NULL, "chart", places, N_CARDS, SCR_PLACE_TIDY);
  g_assert_cmpstr (scr_store_get_undo_label (map->fixture.store), ==, "Tidy the map");
  places[0].x = 42;
  places[1].y = 66;
  place (map, NULL, "chart", places, N_CARDS, SCR_PLACE_TIDY);
  g_assert_cmpuint (map->fixture.n_changes, ==, 2);
  assert_place (map, NULL, "chart", 0, 42, 0);
  assert_place (map, NULL, "chart", 1, 300, 66);
  g_assert_true (scr_store_undo (map->fixture.store, NULL));
  assert_place (map, NULL, "chart", 0, 0, 0);
  assert_place (map, NULL, "chart", 1, 300, 0);
  g_assert_true (scr_store_redo (map->fixture.store, NULL));
  assert_place (map, NULL, "chart", 1, 300, 66);
  g_assert_cmpint (count_places (map), ==, N_CARDS);
}

static void
test_place_nothing (Map *map, gconstpointer unused)
{
  const ScrCardPlace all[] = {{map->cards[0], 0, 0}, {map->cards[1], 300, 0}};

  place (map, NULL, "chart", all, 2, SCR_PLACE_MOVE);
  place (map, NULL, "chart", all, 2, SCR_PLACE_MOVE);
  place (map, NULL, "chart", all, 2, SCR_PLACE_TIDY);
  place (map, NULL, "chart", NULL, 0, SCR_PLACE_TIDY);
  g_assert_cmpuint (map->fixture.n_changes, ==, 1);
}

/* Each map and each layout has places of its own. */
static void
test_place_apart (Map *map, gconstpointer unused)
{
  const ScrCardPlace here = {map->cards[0], 6, 6};
  const ScrCardPlace there = {map->cards[0], 12, 12};

  place (map, map->partnership, "chart", &here, 1, SCR_PLACE_MOVE);
  place (map, NULL, "chart", &there, 1, SCR_PLACE_MOVE);
  place (map, map->partnership, "clusters", &there, 1, SCR_PLACE_MOVE);
  g_assert_cmpint (count_places (map), ==, 3);
  assert_place (map, map->partnership, "chart", 0, 6, 6);
  assert_place (map, NULL, "chart", 0, 12, 12);
}

/* A place that came with a bundle, under an identity of its own, is moved: no second one is made. */
static void
test_place_of_others (Map *map, gconstpointer unused)
{
  const ScrCardPlace wanted = {map->cards[0], 6, 6};
  ScrEdit *edit = scr_edit_new ("Bring in");
  g_autoptr (ScrItem) found = NULL;

  scr_edit_add (edit, "placement", "a-place");
  scr_edit_set_text (edit, "placement", "a-place", "card", map->cards[0]);
  scr_edit_set_text (edit, "placement", "a-place", "layout", "chart");
  maker_apply (map->fixture.store, edit);
  place (map, NULL, "chart", &wanted, 1, SCR_PLACE_MOVE);
  g_assert_cmpint (count_places (map), ==, 1);
  found = scr_source_get (SCR_SOURCE (map->fixture.store), "placement", "a-place");
  g_assert_cmpfloat (scr_item_get_number (found, "x"), ==, 6);
  g_assert_cmpfloat (scr_item_get_number (found, "y"), ==, 6);
}

static void
test_place_wrong (Map *map, gconstpointer unused)
{
  const ScrCardPlace far = {map->cards[0], 1e9, -1e9};
  const ScrCardPlace unknown[] = {{map->cards[1], 6, 6}, {"no-such-card", 6, 6}};
  g_autoptr (GError) error = NULL;

  place (map, NULL, "chart", &far, 1, SCR_PLACE_MOVE);
  assert_place (map, NULL, "chart", 0, 1e6, -1e6);
  place (map, NULL, "chart", &far, 1, SCR_PLACE_MOVE);
  g_assert_cmpuint (map->fixture.n_changes, ==, 1);
  g_assert_false (scr_command_place_cards (map->fixture.store, NULL, "chart", unknown, 2, SCR_PLACE_MOVE, &error));
  g_assert_nonnull (error);
  /* All or nothing. */
  g_assert_cmpint (count_places (map), ==, 1);
}

/* --- Links --- */

static void
test_link (Map *map, gconstpointer unused)
{
  ScrStore *store = map->fixture.store;
  g_autoptr (ScrItem) from = scr_source_get (SCR_SOURCE (store), "person", map->cards[1]);
  g_autoptr (ScrItem) to = scr_source_get (SCR_SOURCE (store), "organisation", map->cards[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) link
      = scr_command_link_cards (store, from, to, "link-kind.1", map->partnership, "2019-06-12", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (map->fixture.n_changes, ==, 1);
  g_assert_cmpstr (scr_store_get_undo_label (store), ==, "Link person to organisation");
  g_assert_cmpstr (scr_item_get_text (link, "from_card"), ==, map->cards[1]);
  g_assert_cmpstr (scr_item_get_text (link, "to_card"), ==, map->cards[0]);
  g_assert_cmpstr (scr_item_get_text (link, "kind"), ==, "link-kind.1");
  g_assert_cmpstr (scr_item_get_text (link, "state"), ==, "link-state.0");
  g_assert_cmpstr (scr_item_get_text (link, "partnership"), ==, map->partnership);
  g_assert_cmpstr (scr_item_get_text (link, "from"), ==, "2019-06-12");
  g_assert_true (scr_store_undo (store, NULL));
  g_assert_true (scr_item_is_deleted (link));
  g_assert_true (scr_store_redo (store, NULL));
  g_assert_false (scr_item_is_deleted (link));
}

/* To itself, and twice the same; but not of a kind that is none. */
static void
test_link_odd (Map *map, gconstpointer unused)
{
  ScrStore *store = map->fixture.store;
  g_autoptr (ScrItem) group = scr_source_get (SCR_SOURCE (store), "group", map->cards[2]);
  g_autoptr (ScrItem) first = scr_command_link_cards (store, group, group, "link-kind.0", NULL, NULL, NULL);
  g_autoptr (ScrItem) second = scr_command_link_cards (store, group, group, "link-kind.0", NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_null (scr_item_get_text (second, "from"));
  g_assert_null (scr_item_get_text (second, "partnership"));
  g_assert_null (scr_command_link_cards (store, group, group, "link-state.0", NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM link"), ==, 2);
}

/* --- New cards --- */

static void
test_add_card (Map *map, gconstpointer unused)
{
  static const char *const kinds[] = {"organisation", "group", "person", "partnership"};
  ScrStore *store = map->fixture.store;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ScrItem) card = NULL;
      g_autoptr (ScrItem) where = NULL;
      g_autofree char *id = NULL;

      map->fixture.n_changes = 0;
      card = scr_command_add_card (store, kinds[i], "New one", map->partnership, "chart", 66, 126, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (map->fixture.n_changes, ==, 1);
      g_assert_cmpuint (map->fixture.n_rows, ==, 2);
      g_assert_cmpstr (scr_store_get_undo_label (store), ==, "Add New one");
      g_assert_cmpstr (scr_item_get_text (card, "title"), ==, "New one");
      id = scr_placement_identity (map->partnership, "chart", scr_item_get_id (card));
      where = scr_source_get (SCR_SOURCE (store), "placement", id);
      g_assert_cmpfloat (scr_item_get_number (where, "x"), ==, 66);
      g_assert_cmpfloat (scr_item_get_number (where, "y"), ==, 126);
      g_assert_true (scr_store_undo (store, NULL));
      g_assert_true (scr_item_is_deleted (card));
      g_assert_true (scr_item_is_deleted (where));
      g_assert_true (scr_store_redo (store, NULL));
      g_assert_false (scr_item_is_deleted (card));
      g_assert_false (scr_item_is_deleted (where));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add ("/map-commands/" path, Map, NULL, map_set_up, func, map_tear_down)
  ADD ("place", test_place);
  ADD ("place-again", test_place_again);
  ADD ("place-nothing", test_place_nothing);
  ADD ("place-apart", test_place_apart);
  ADD ("place-of-others", test_place_of_others);
  ADD ("place-wrong", test_place_wrong);
  ADD ("link", test_link);
  ADD ("link-odd", test_link_odd);
  ADD ("add-card", test_add_card);
  return g_test_run ();
}
