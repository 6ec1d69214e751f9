/* Tests of scr-map and scr-route: what is on the map on a day, and how links go. */
#include "scr-map.h"
#include "scr-route.h"
#include "table-source.h"

#include <math.h>
#include <string.h>

/* Bexley launched on 1 October 2018; the police are shared. */
static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "choice", "link-kind.chairs", "list", "link-kind", "label", "chairs", NULL);
  test_table_source_add (table, "partnership", "b", "title", "Bexley", NULL);
  test_table_source_add (table, "partnership", "g", "title", "Greenwich", NULL);
  test_table_source_add (table, "organisation", "la", "title", "Council", "partnership", "b", NULL);
  test_table_source_add (table, "organisation", "police", "title", "Police", "tiers", "Unit; above it", NULL);
  test_table_source_add (table, "organisation", "ofsted", "title", "Ofsted", NULL);
  test_table_source_add (table, "appointment", "lead", "title", "Lead", "partnership", "b", "from",
                         "2018-07-02", NULL);
  test_table_source_add (table, "group", "board", "title", "Board", "partnership", "b", "from", "2018-10-01",
                         NULL);
  test_table_source_add (table, "group", "old", "title", "Old board", "partnership", "b", "until",
                         "2018-10-01", NULL);
  test_table_source_add (table, "link", "l1", "from_card", "lead", "to_card", "board", "partnership", "b",
                         "kind", "link-kind.chairs", "state", "link-state.in-place", NULL);
  test_table_source_add (table, "link", "l2", "from_card", "lead", "to_card", "police", "partnership", "b",
                         "kind", "link-kind.reports-to", "label", "annual report", "state",
                         "link-state.missing", NULL);
  test_table_source_add (table, "link", "l3", "from_card", "board", "to_card", "old", "partnership", "b",
                         "kind", "link-kind.succeeds", NULL);
  test_table_source_add (table, "link", "l4", "from_card", "b", "to_card", "g", "kind", "link-kind.peer-of",
                         NULL);
  return table;
}

static const ScrMapCard *
get_card (const ScrMap *map, const char *id)
{
  int index = scr_map_find_card (map, id);

  g_assert_cmpint (index, >=, 0);
  return scr_map_get_card (map, (guint)index);
}

static const ScrMapLink *
get_link (const ScrMap *map, const char *id)
{
  int index = scr_map_find_link (map, id);

  g_assert_cmpint (index, >=, 0);
  return scr_map_get_link (map, (guint)index);
}

static void
test_phase (void)
{
  g_assert_cmpint (scr_phase_at ("2018-10-01", NULL, "2018-09-30"), ==, SCR_PHASE_NOT_YET);
  g_assert_cmpint (scr_phase_at ("2018-10-01", NULL, "2018-10-01"), ==, SCR_PHASE_IN_FORCE);
  g_assert_cmpint (scr_phase_at (NULL, "2018-10-01", "2018-09-30"), ==, SCR_PHASE_IN_FORCE);
  g_assert_cmpint (scr_phase_at (NULL, "2018-10-01", "2018-10-01"), ==, SCR_PHASE_ENDED);
  g_assert_cmpint (scr_phase_at (NULL, NULL, "2018-10-01"), ==, SCR_PHASE_IN_FORCE);
}

static void
test_days (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  const ScrMapQuery before = {.partnership = "b", .day = "2018-09-30"};
  const ScrMapQuery after = {.partnership = "b", .day = "2018-10-01"};
  g_autoptr (ScrMap) old = scr_map_new (NULL, SCR_SOURCE (table), &before);
  g_autoptr (ScrMap) now = scr_map_new (NULL, SCR_SOURCE (table), &after);

  g_assert_cmpint (get_card (old, "board")->phase, ==, SCR_PHASE_NOT_YET);
  g_assert_cmpstr (get_card (old, "board")->detail, ==, "Group · from 1 October 2018");
  g_assert_cmpint (get_card (old, "old")->phase, ==, SCR_PHASE_IN_FORCE);
  g_assert_cmpint (get_link (old, "l1")->phase, ==, SCR_PHASE_NOT_YET);
  g_assert_cmpint (get_card (now, "board")->phase, ==, SCR_PHASE_IN_FORCE);
  g_assert_cmpstr (get_card (now, "board")->detail, ==, "Group · since October 2018");
  g_assert_cmpstr (get_card (now, "old")->detail, ==, "Group · ended 2018");
  g_assert_cmpint (get_link (now, "l1")->phase, ==, SCR_PHASE_IN_FORCE);
  /* What took the other's place is in force although the other is not. */
  g_assert_cmpint (get_link (now, "l3")->phase, ==, SCR_PHASE_IN_FORCE);
  g_assert_cmpstr (get_link (now, "l2")->label, ==, "annual report: missing");
  g_assert_cmpstr (get_card (now, "police")->detail, ==, "Organisation · 2 tiers");
}

static void
test_whose (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  const ScrMapQuery one = {.partnership = "b", .day = "2018-10-01"};
  const ScrMapQuery other = {.partnership = "g", .day = "2018-10-01"};
  const ScrMapQuery all = {.day = "2018-10-01"};
  g_autoptr (ScrMap) bexley = scr_map_new (NULL, SCR_SOURCE (table), &one);
  g_autoptr (ScrMap) greenwich = scr_map_new (NULL, SCR_SOURCE (table), &other);
  g_autoptr (ScrMap) whole = scr_map_new (NULL, SCR_SOURCE (table), &all);

  /* What is shared is there where something ties it to the partnership. */
  g_assert_cmpint (scr_map_find_card (bexley, "police"), >=, 0);
  g_assert_cmpint (scr_map_find_card (bexley, "ofsted"), <, 0);
  g_assert_cmpint (scr_map_find_card (whole, "ofsted"), >=, 0);
  g_assert_cmpint (scr_map_find_card (greenwich, "la"), <, 0);
  g_assert_cmpint (scr_map_find_card (greenwich, "b"), >=, 0);
  g_assert_cmpuint (greenwich->links->len, ==, 1);
  g_assert_cmpuint (bexley->links->len, ==, 4);
}

static void
test_narrow (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (GHashTable) gaps = g_hash_table_new (g_str_hash, g_str_equal);
  const ScrMapQuery one = {.partnership = "b", .day = "2018-10-01", .around = "board", .steps = 1};
  const ScrMapQuery two = {.partnership = "b", .day = "2018-10-01", .around = "board", .steps = 2};
  const ScrMapQuery nowhere = {.partnership = "b", .day = "2018-10-01", .around = "nothing"};
  const ScrMapQuery only = {.partnership = "b", .day = "2018-10-01", .gaps_only = TRUE, .gaps = gaps};
  const ScrMapQuery less = {.partnership = "b",
                            .day = "2018-10-01",
                            .hidden_links = "link-kind.chairs link-kind.peer-of",
                            .hidden_cards = "organisation",
                            .hide_ended = TRUE};
  g_autoptr (ScrMap) near = scr_map_new (NULL, SCR_SOURCE (table), &one);
  g_autoptr (ScrMap) far = scr_map_new (NULL, SCR_SOURCE (table), &two);
  g_autoptr (ScrMap) none = scr_map_new (NULL, SCR_SOURCE (table), &nowhere);
  g_autoptr (ScrMap) missing = NULL;
  g_autoptr (ScrMap) filtered = scr_map_new (NULL, SCR_SOURCE (table), &less);

  g_hash_table_insert (gaps, (gpointer) "la", GUINT_TO_POINTER (2));
  missing = scr_map_new (NULL, SCR_SOURCE (table), &only);
  g_assert_cmpuint (near->cards->len, ==, 3);
  g_assert_cmpuint (near->links->len, ==, 2);
  g_assert_cmpint (scr_map_find_card (near, "police"), <, 0);
  g_assert_cmpint (scr_map_find_card (far, "police"), >=, 0);
  g_assert_cmpuint (get_card (far, "lead")->links->len, ==, 2);
  g_assert_cmpuint (none->cards->len, ==, 0);
  g_assert_cmpuint (missing->cards->len, ==, 3);
  g_assert_cmpuint (missing->links->len, ==, 1);
  g_assert_cmpuint (get_card (missing, "la")->n_gaps, ==, 2);
  g_assert_cmpuint (filtered->cards->len, ==, 2);
  g_assert_cmpuint (filtered->links->len, ==, 0);
}

static void
test_places (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  const ScrMapQuery query = {.partnership = "b", .day = "2018-10-01"};
  g_autofree char *mine = scr_placement_identity ("b", "hierarchy", "la");
  g_autofree char *other = scr_placement_identity (NULL, "hierarchy", "la");
  g_autoptr (ScrMap) map = NULL;
  ScrItem *place = test_table_source_add (table, "placement", mine, "card", "la", "partnership", "b",
                                          "layout", "hierarchy", NULL);
  const ScrValue x = {.type = SCR_VALUE_NUMBER, .number = 60};
  const ScrValue y = {.type = SCR_VALUE_NUMBER, .number = 120};

  g_assert_cmpstr (mine, !=, other);
  scr_item_set_value_at (place, (guint)scr_kind_get_field_index (scr_item_get_kind (place), "x"), &x);
  scr_item_set_value_at (place, (guint)scr_kind_get_field_index (scr_item_get_kind (place), "y"), &y);
  map = scr_map_new (NULL, SCR_SOURCE (table), &query);
  scr_map_place_rest (map, 234, 54);
  g_assert_true (get_card (map, "la")->placed);
  g_assert_cmpfloat (get_card (map, "la")->x, ==, 60);
  for (guint i = 0; i < map->cards->len; i++)
    for (guint k = 0; k < i; k++)
      {
        const ScrMapCard *a = scr_map_get_card (map, i), *b = scr_map_get_card (map, k);

        g_assert_true (fabs (a->x - b->x) >= 234 || fabs (a->y - b->y) >= 54);
      }
}

static gboolean
is_in_box (double x, double y, gpointer box)
{
  return scr_box_contains (box, x, y);
}

static void
test_route (void)
{
  const ScrBox top = {0, 0, 210, 54}, bottom = {0, 252, 210, 54};
  ScrBox between = {0, 126, 210, 54};
  ScrRoute straight, round, loop, left, right;
  ScrBox bounds;

  scr_route_find (&straight, &top, &bottom, 0, 1, NULL, NULL);
  g_assert_cmpfloat (straight.points[0].x, ==, 105);
  g_assert_cmpfloat (straight.points[0].y, ==, 54);
  g_assert_cmpfloat (straight.points[3].y, ==, 252);
  g_assert_cmpfloat (scr_route_get_distance (&straight, 105, 150), <, 0.01);
  scr_route_find (&round, &top, &bottom, 0, 1, is_in_box, &between);
  for (guint i = 1; i < 50; i++)
    {
      ScrPoint point = scr_route_get_point (&round, i / 50.0);

      g_assert_false (scr_box_contains (&between, point.x, point.y));
    }
  scr_route_find (&loop, &top, &top, 0, 1, NULL, NULL);
  scr_route_get_bounds (&loop, &bounds);
  g_assert_cmpfloat (bounds.x + bounds.width, >, 210);
  scr_route_find (&left, &top, &bottom, 0, 2, NULL, NULL);
  scr_route_find (&right, &top, &bottom, 1, 2, NULL, NULL);
  g_assert_cmpfloat (fabs (left.points[0].x - right.points[0].x), ==, 24);
  g_assert_cmpfloat (fabs (left.label.y - right.label.y), >, 24);
}

/* Wherever two cards stand: ends on the edges, all numbers finite. */
static void
test_route_anywhere (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      const ScrBox from = {g_test_rand_double_range (-900, 900), g_test_rand_double_range (-900, 900),
                           g_test_rand_double_range (60, 2000), 54};
      const ScrBox to = {g_test_rand_double_range (-900, 900), g_test_rand_double_range (-900, 900), 156, 108};
      ScrRoute route;

      scr_route_find (&route, &from, &to, 0, 1, NULL, NULL);
      for (guint k = 0; k < G_N_ELEMENTS (route.points); k++)
        g_assert_true (isfinite (route.points[k].x) && isfinite (route.points[k].y));
      g_assert_false (scr_box_contains (&from, route.points[0].x, route.points[0].y));
      g_assert_false (scr_box_contains (&to, route.points[3].x, route.points[3].y));
      scr_route_to_point (&route, &from, to.x, to.y);
      g_assert_cmpfloat (route.points[3].x, ==, to.x);
    }
}

static void
test_step (void)
{
  const ScrBox from = {0, 0, 210, 54}, below = {300, 126, 210, 54}, beside = {300, 0, 210, 54};

  g_assert_true (isfinite (scr_box_step (&from, &beside, SCR_DIRECTION_RIGHT)));
  g_assert_true (isinf (scr_box_step (&from, &beside, SCR_DIRECTION_LEFT)));
  g_assert_true (isinf (scr_box_step (&from, &beside, SCR_DIRECTION_DOWN)));
  g_assert_true (isfinite (scr_box_step (&from, &below, SCR_DIRECTION_DOWN)));
  g_assert_true (isinf (scr_box_step (&from, &from, SCR_DIRECTION_DOWN)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/phase", test_phase);
  g_test_add_func ("/map/days", test_days);
  g_test_add_func ("/map/whose", test_whose);
  g_test_add_func ("/map/narrow", test_narrow);
  g_test_add_func ("/map/places", test_places);
  g_test_add_func ("/route/find", test_route);
  g_test_add_func ("/route/anywhere", test_route_anywhere);
  g_test_add_func ("/route/step", test_step);
  return g_test_run ();
}
