/* Moves within an agenda: every way, what cannot be, and what holds of all of them. */
#include "agenda-maker.h"

#include "scr-agenda-move.h"

#include <string.h>

static void
assert_moved (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot, const char *expected)
{
  g_autoptr (ScrAgenda) moved = scr_agenda_new_moved (agenda, index, spot);
  g_autofree char *text = maker_agenda_dup_text (moved);

  maker_agenda_check (moved);
  g_assert_cmpstr (text, ==, expected);
}

/* --- Steps --- */

static void
test_steps (void)
{
  const struct
  {
    const char *text, *id;
    ScrAgendaStep step;
    const char *expected; /* NULL: it cannot */
  } cases[] = {
      {"a b c", "b", SCR_AGENDA_UP, "b a c"},
      {"a b c", "b", SCR_AGENDA_DOWN, "a c b"},
      {"a b c", "a", SCR_AGENDA_UP, NULL},
      {"a b c", "c", SCR_AGENDA_DOWN, NULL},
      {"a b c", "b", SCR_AGENDA_IN, "a .b c"},
      {"a b c", "a", SCR_AGENDA_IN, NULL},
      {"a b c", "b", SCR_AGENDA_OUT, NULL},
      {"a .b .c d", "c", SCR_AGENDA_OUT, "a .b c d"},
      {"a .b .c d", "b", SCR_AGENDA_OUT, "a .c b d"},
      {"a .b .c d", "c", SCR_AGENDA_UP, "a .c .b d"},
      {"a .b .c d", "c", SCR_AGENDA_IN, "a .b ..c d"},
      {"a .b ..c ..d", "d", SCR_AGENDA_IN, NULL},
      {"a .b ..c ..d", "d", SCR_AGENDA_OUT, "a .b ..c .d"},
      /* Next door, at the same level. */
      {"a .b c .d", "d", SCR_AGENDA_UP, "a .b .d c"},
      {"a .b c .d", "b", SCR_AGENDA_DOWN, "a c .b .d"},
      {"a b .c", "c", SCR_AGENDA_UP, "a .c b"},
      {"a .b", "b", SCR_AGENDA_UP, NULL},
      {"a .b", "b", SCR_AGENDA_DOWN, NULL},
      /* With its parts. */
      {"a b .c ..d e", "b", SCR_AGENDA_UP, "b .c ..d a e"},
      {"a b .c ..d e", "b", SCR_AGENDA_DOWN, "a e b .c ..d"},
      {"a b .c ..d e", "b", SCR_AGENDA_IN, NULL},
      {"a b .c e", "b", SCR_AGENDA_IN, "a .b ..c e"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScrAgenda) agenda = maker_agenda (cases[i].text, NULL);
      guint index = (guint)scr_agenda_find (agenda, cases[i].id);
      ScrAgendaSpot spot;
      gboolean can = scr_agenda_find_step (agenda, index, cases[i].step, &spot);

      g_assert_cmpint (can, ==, cases[i].expected != NULL);
      if (can)
        assert_moved (agenda, index, &spot, cases[i].expected);
    }
}

static void
test_beside (void)
{
  const struct
  {
    const char *text, *id, *other;
    ScrAgendaSide side;
    const char *expected;
  } cases[] = {
      {"a b c", "a", "c", SCR_AGENDA_BEFORE, "b a c"},
      {"a b c", "a", "c", SCR_AGENDA_AFTER, "b c a"},
      {"a b c", "a", "c", SCR_AGENDA_INSIDE, "b c .a"},
      {"a .b c", "c", "b", SCR_AGENDA_INSIDE, "a .b ..c"},
      {"a .b c", "a", "b", SCR_AGENDA_AFTER, NULL},
      {"a .b c", "a", "a", SCR_AGENDA_AFTER, NULL},
      {"a .b c .d", "c", "b", SCR_AGENDA_BEFORE, "a .c ..d .b"},
      {"a .b c .d", "c", "b", SCR_AGENDA_INSIDE, NULL},
      {"a b c", "b", "a", SCR_AGENDA_AFTER, "a b c"},
      {"a b c", "b", "c", SCR_AGENDA_BEFORE, "a b c"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScrAgenda) agenda = maker_agenda (cases[i].text, NULL);
      guint index = (guint)scr_agenda_find (agenda, cases[i].id);
      ScrAgendaSpot spot;
      gboolean can = scr_agenda_find_beside (agenda, index, (guint)scr_agenda_find (agenda, cases[i].other),
                                             cases[i].side, &spot);

      g_assert_cmpint (can, ==, cases[i].expected != NULL);
      if (can)
        assert_moved (agenda, index, &spot, cases[i].expected);
    }
}

/* Held between two rows, at a level: the nearest that is possible. */
static void
test_drop (void)
{
  const struct
  {
    const char *text, *id;
    guint gap, level;
    const char *expected;
  } cases[] = {
      {"a b c", "c", 1, 0, "a c b"},
      {"a b c", "c", 1, 1, "a .c b"},
      {"a b c", "c", 1, 2, "a .c b"},
      {"a b c", "c", 0, 2, "c a b"},
      {"a .b c", "c", 1, 0, "a .c .b"},
      {"a .b c", "c", 2, 2, "a .b ..c"},
      {"a .b c", "c", 3, 1, "a .b .c"},
      /* Where it stands: in and out. */
      {"a .b c", "b", 1, 0, "a b c"},
      {"a .b c", "b", 2, 0, "a b c"},
      {"a .b c", "b", 2, 1, "a .b c"},
      {"a .b .c d", "b", 1, 0, "a .b .c d"},
      /* A whole, held within itself. */
      {"a b .c d", "b", 2, 0, "a b .c d"},
      {"a b .c d", "b", 3, 1, "a .b ..c d"},
      /* An item with parts does not go too deep. */
      {"a .b ..c d .e", "d", 3, 2, "a .b ..c .d ..e"},
      {"a .b ..c ..x d .e", "d", 3, 2, NULL},
      {"a .b ..c ..x d", "d", 3, 0, "a .b ..c ..d ..x"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ScrAgenda) agenda = maker_agenda (cases[i].text, NULL);
      guint index = (guint)scr_agenda_find (agenda, cases[i].id);
      ScrAgendaSpot spot;
      gboolean can = scr_agenda_find_drop (agenda, index, cases[i].gap, cases[i].level, &spot);

      g_assert_cmpint (can, ==, cases[i].expected != NULL);
      if (can)
        assert_moved (agenda, index, &spot, cases[i].expected);
    }
}

/* --- What holds of every move --- */

/* Writes what a plan says, and arranges it anew. */
static ScrAgenda *
write_plan (const ScrAgenda *agenda, GPtrArray *placings)
{
  const ScrAgendaFrame frame = {agenda->day, agenda->begin, agenda->zone, agenda->length};
  g_autofree ScrAgendaPart *parts = g_new0 (ScrAgendaPart, agenda->rows->len);

  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);

      parts[i] = (ScrAgendaPart) {row->id, row->under, row->position, row->own};
      for (guint p = 0; p < placings->len; p++)
        {
          const ScrAgendaPlacing *placing = g_ptr_array_index (placings, p);

          if (!g_str_equal (placing->id, row->id))
            continue;
          parts[i].position = placing->position;
          if (placing->is_moved)
            parts[i].under = placing->under;
        }
    }
  return scr_agenda_new_from_parts (parts, agenda->rows->len, &frame);
}

/* What was planned, written and read again is what was shown while dragging. */
static void
check_move (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot)
{
  g_autoptr (GPtrArray) placings = scr_agenda_plan_move (agenda, index, spot);
  g_autoptr (ScrAgenda) shown = scr_agenda_new_moved (agenda, index, spot);
  g_autoptr (ScrAgenda) written = write_plan (agenda, placings);
  g_autofree char *expected = maker_agenda_dup_text (shown);
  g_autofree char *text = maker_agenda_dup_text (written);

  maker_agenda_check (shown);
  maker_agenda_check (written);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpuint (shown->rows->len, ==, agenda->rows->len);
  if (placings->len > 0)
    g_assert_cmpstr (((ScrAgendaPlacing *)g_ptr_array_index (placings, 0))->id, ==,
                     scr_agenda_get_row (agenda, index)->id);
}

/* A random move of an agenda, if it is possible. */
static gboolean
find_random_spot (GRand *random, const ScrAgenda *agenda, guint index, ScrAgendaSpot *spot)
{
  gint32 n = (gint32)agenda->rows->len;

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      return scr_agenda_find_step (agenda, index, (ScrAgendaStep)g_rand_int_range (random, 0, 4), spot);
    case 1:
      return scr_agenda_find_beside (agenda, index, (guint)g_rand_int_range (random, 0, n),
                                     (ScrAgendaSide)g_rand_int_range (random, 0, 3), spot);
    default:
      return scr_agenda_find_drop (agenda, index, (guint)g_rand_int_range (random, 0, n + 1),
                                   (guint)g_rand_int_range (random, 0, 4), spot);
    }
}

static void
check_random (gboolean hostile)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (hostile ? 5 : 6);
  guint n_moves = 0;

  for (guint round = 0; round < 2000; round++)
    {
      guint n = (guint)g_rand_int_range (random, 1, 16);
      g_autoptr (ScrAgenda) agenda = maker_agenda_random (random, n, hostile);
      guint index = (guint)g_rand_int_range (random, 0, (gint32)n);
      ScrAgendaSpot spot;

      if (!find_random_spot (random, agenda, index, &spot))
        continue;
      check_move (agenda, index, &spot);
      n_moves++;
    }
  g_assert_cmpuint (n_moves, >, 500);
}

static void
test_random (void)
{
  check_random (FALSE);
}

static void
test_random_hostile (void)
{
  check_random (TRUE);
}

static void
assert_takes_back (const ScrAgenda *agenda, guint index, ScrAgendaStep step, ScrAgendaStep back)
{
  g_autofree char *before = maker_agenda_dup_text (agenda);
  g_autofree char *after = NULL;
  g_autoptr (ScrAgenda) moved = NULL;
  g_autoptr (ScrAgenda) again = NULL;
  ScrAgendaSpot spot;
  int at;

  if (!scr_agenda_find_step (agenda, index, step, &spot))
    return;
  moved = scr_agenda_new_moved (agenda, index, &spot);
  at = scr_agenda_find (moved, scr_agenda_get_row (agenda, index)->id);
  g_assert_true (scr_agenda_find_step (moved, (guint)at, back, &spot));
  again = scr_agenda_new_moved (moved, (guint)at, &spot);
  after = maker_agenda_dup_text (again);
  g_assert_cmpstr (after, ==, before);
}

/* Up takes back down, down takes back up, out takes back in. */
static void
test_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 1000; round++)
    {
      guint n = (guint)g_rand_int_range (random, 1, 16);
      g_autoptr (ScrAgenda) agenda = maker_agenda_random (random, n, FALSE);
      guint index = (guint)g_rand_int_range (random, 0, (gint32)n);

      assert_takes_back (agenda, index, SCR_AGENDA_UP, SCR_AGENDA_DOWN);
      assert_takes_back (agenda, index, SCR_AGENDA_DOWN, SCR_AGENDA_UP);
      assert_takes_back (agenda, index, SCR_AGENDA_IN, SCR_AGENDA_OUT);
    }
}

/* --- What is written --- */

static void
test_one_row (void)
{
  g_autoptr (ScrAgenda) agenda = maker_agenda ("a .b .c d", NULL);
  g_autoptr (GPtrArray) placings = NULL;
  const ScrAgendaSpot spot = {0, 1}, there = {0, 2};
  const ScrAgendaPlacing *placing;

  placings = scr_agenda_plan_move (agenda, 3, &spot);
  g_assert_cmpuint (placings->len, ==, 1);
  placing = g_ptr_array_index (placings, 0);
  g_assert_cmpstr (placing->id, ==, "d");
  g_assert_cmpstr (placing->under, ==, "a");
  g_assert_true (placing->is_moved);
  g_clear_pointer (&placings, g_ptr_array_unref);
  placings = scr_agenda_plan_move (agenda, 1, &there);
  g_assert_cmpuint (placings->len, ==, 0);
}

/* Equal keys have no room between them: all get new ones. */
static void
test_no_room (void)
{
  const ScrAgendaPart parts[] = {{"a", NULL, "V", -1}, {"b", NULL, "V", -1}, {"c", NULL, "V", -1}};
  const ScrAgendaFrame frame = {.length = -1};
  g_autoptr (ScrAgenda) agenda = scr_agenda_new_from_parts (parts, 3, &frame);
  const ScrAgendaSpot spot = {-1, 1};
  g_autoptr (GPtrArray) placings = scr_agenda_plan_move (agenda, 2, &spot);
  g_auto (GStrv) keys = NULL;
  g_autoptr (GPtrArray) others = NULL;

  g_assert_cmpuint (placings->len, ==, 3);
  check_move (agenda, 2, &spot);
  others = scr_agenda_plan_keys (agenda, &spot, 4, &keys);
  g_assert_cmpuint (g_strv_length (keys), ==, 4);
  g_assert_cmpuint (others->len, ==, 3);
}

static void
test_keys (void)
{
  g_autoptr (ScrAgenda) agenda = maker_agenda ("a b", NULL);
  const ScrAgendaSpot between = {-1, 1}, inside = {0, -1};
  g_auto (GStrv) keys = NULL;
  g_autoptr (GPtrArray) others = scr_agenda_plan_keys (agenda, &between, 30, &keys);
  const char *last = scr_agenda_get_row (agenda, 0)->position;

  g_assert_cmpuint (g_strv_length (keys), ==, 30);
  if (others->len == 0)
    {
      for (guint i = 0; i < 30; i++)
        {
          g_assert_cmpstr (last, <, keys[i]);
          last = keys[i];
        }
      g_assert_cmpstr (last, <, scr_agenda_get_row (agenda, 1)->position);
    }
  g_clear_pointer (&others, g_ptr_array_unref);
  g_clear_pointer (&keys, g_strfreev);
  others = scr_agenda_plan_keys (agenda, &inside, 1, &keys);
  g_assert_cmpuint (others->len, ==, 0);
  g_assert_cmpuint (g_strv_length (keys), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agenda-move/steps", test_steps);
  g_test_add_func ("/agenda-move/beside", test_beside);
  g_test_add_func ("/agenda-move/drop", test_drop);
  g_test_add_func ("/agenda-move/random", test_random);
  g_test_add_func ("/agenda-move/random/hostile", test_random_hostile);
  g_test_add_func ("/agenda-move/back", test_back);
  g_test_add_func ("/agenda-move/one-row", test_one_row);
  g_test_add_func ("/agenda-move/no-room", test_no_room);
  g_test_add_func ("/agenda-move/keys", test_keys);
  return g_test_run ();
}
