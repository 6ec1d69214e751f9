/* Tests of moving: things go where they are told, by as few altered rows as may be, and undo brings them back. */
#include "commands-fixture.h"

#include "scr-commands.h"

#include <string.h>

static void
move (Fixture *fixture, ScrItem *item, int by)
{
  g_autoptr (GError) error = NULL;

  scr_command_move (fixture->store, item, by, &error);
  g_assert_no_error (error);
}

static void
test_move (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *meeting = NULL;
  g_autofree char *elsewhere = NULL;
  g_autoptr (GPtrArray) other = add_agenda (fixture, 3, &elsewhere);
  g_autoptr (GPtrArray) items = add_agenda (fixture, 4, &meeting);

  assert_order (fixture, meeting, "0 1 2 3 ");
  move (fixture, items->pdata[0], 1);
  assert_order (fixture, meeting, "1 0 2 3 ");
  g_assert_cmpuint (fixture->n_rows, ==, 1);
  move (fixture, items->pdata[3], -2);
  assert_order (fixture, meeting, "1 3 0 2 ");
  move (fixture, items->pdata[1], 100);
  assert_order (fixture, meeting, "3 0 2 1 ");
  move (fixture, items->pdata[2], G_MININT / 2);
  assert_order (fixture, meeting, "2 3 0 1 ");
  fixture->n_changes = 0;
  move (fixture, items->pdata[2], -1);
  move (fixture, items->pdata[2], 0);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  assert_order (fixture, elsewhere, "0 1 2 ");
  for (guint i = 0; i < 4; i++)
    g_assert_true (scr_store_undo (fixture->store, NULL));
  assert_order (fixture, meeting, "0 1 2 3 ");
}

/* Items without a place, or with the same one (after a merge), still move where they are told. */
static void
test_move_without_keys (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *meeting = NULL;
  g_autoptr (GPtrArray) items = add_agenda (fixture, 5, &meeting);
  g_autofree char *before = NULL;
  g_autofree char *order = NULL;

  for (guint i = 1; i < 4; i++)
    maker_set (fixture->store, "agenda_item", scr_item_get_id (items->pdata[i]), "position",
               i == 1 ? "V" : NULL);
  maker_set (fixture->store, "agenda_item", scr_item_get_id (items->pdata[0]), "position", "V");
  before = get_order (fixture, meeting);
  move (fixture, items->pdata[4], -100);
  order = get_order (fixture, meeting);
  g_assert_true (g_str_has_prefix (order, "4 "));
  move (fixture, items->pdata[4], 2);
  g_clear_pointer (&order, g_free);
  order = get_order (fixture, meeting);
  g_assert_cmpint (order[4], ==, '4');
}

/* Of those that belong to nothing, only the others that belong to nothing are siblings. */
static void
test_move_among_orphans (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrItem) first = scr_command_add (fixture->store, "partnership", "a", NULL, NULL, NULL, NULL);
  g_autoptr (ScrItem) second = scr_command_add (fixture->store, "partnership", "b", NULL, NULL, NULL, NULL);

  move (fixture, second, -1);
  g_assert_cmpstr (scr_item_get_text (second, "position"), <, scr_item_get_text (first, "position"));
}

#define N_MOVES 10000

/* The last of four goes into the gap after the first, over and over. */
static void
test_move_into_same_gap (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *meeting = NULL;
  g_autoptr (GPtrArray) items = add_agenda (fixture, 4, &meeting);
  guint n_spread = 0;

  for (guint i = 0; i < N_MOVES; i++)
    {
      ScrItem *item = items->pdata[3 - i % 3];

      fixture->n_changes = 0;
      move (fixture, item, -2);
      g_assert_cmpuint (fixture->n_changes, ==, 1);
      g_assert_cmpuint (strlen (scr_item_get_text (item, "position")), <, 100);
      if (fixture->n_rows == 1)
        continue;
      /* New places for all, in one change: undoing it gives the old ones, redoing it the new ones. */
      if (n_spread++ < 3)
        {
          g_autofree char *after = maker_dump (fixture->store);
          g_autofree char *order = get_order (fixture, meeting);
          g_autofree char *again = NULL;

          g_assert_true (scr_store_undo (fixture->store, NULL));
          g_assert_true (scr_store_redo (fixture->store, NULL));
          again = maker_dump (fixture->store);
          maker_assert_same (after, again);
          assert_order (fixture, meeting, order);
        }
    }
  g_test_message ("%u of %u moves gave new places to all", n_spread, N_MOVES);
  g_assert_cmpuint (n_spread, >, 0);
  g_assert_cmpuint (n_spread, <, N_MOVES / 20);
  /* After a whole number of rounds of three they stand as they began, but for what 10,000 leaves over. */
  assert_order (fixture, meeting, "0 3 1 2 ");
}

#define ADD(path, function) g_test_add ("/moves/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  /* Ten thousand changes, each on disk: a disk in memory spares it. */
  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", TRUE);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("one", test_move);
  ADD ("without-keys", test_move_without_keys);
  ADD ("among-orphans", test_move_among_orphans);
  ADD ("into-same-gap", test_move_into_same_gap);
  return g_test_run ();
}
