/* Tests of approved minutes in a record: the store refuses to alter them, whoever asks, and undo still works.
 */
#include "record-maker.h"

#include "scr-minutes-lock.h"

typedef struct
{
  char *folder;
  ScrStore *store;
  char *meeting;
  char *item;
  char *version;
} Fixture;

static void
add_choice (ScrStore *store, const char *id, const char *list)
{
  ScrEdit *edit = scr_edit_new ("Choice");

  scr_edit_add (edit, "choice", id);
  scr_edit_set_text (edit, "choice", id, "list", list);
  scr_edit_set_text (edit, "choice", id, "label", id);
  scr_edit_set_text (edit, "choice", id, "position", "b");
  maker_apply (store, edit);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  add_choice (fixture->store, SCR_MINUTES_APPROVED, "minutes-state");
  fixture->meeting = maker_add (fixture->store, "meeting", "Board", NULL);
  fixture->item = maker_add (fixture->store, "agenda_item", "Item", "meeting", fixture->meeting, NULL);
  maker_set (fixture->store, "agenda_item", fixture->item, "text", "First.");
  maker_set (fixture->store, "agenda_item", fixture->item, "text", "Second.");
  fixture->version = maker_add (fixture->store, "minutes_version", NULL, "meeting", fixture->meeting, "state",
                                SCR_MINUTES_APPROVED, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_free (fixture->meeting);
  g_free (fixture->item);
  g_free (fixture->version);
  maker_folder_free (fixture->folder);
}

static void
assert_text (Fixture *fixture, const char *text)
{
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (fixture->store), "agenda_item", fixture->item);

  g_assert_cmpstr (scr_item_get_text (item, "text"), ==, text);
}

static void
test_refused (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Test");
  g_autoptr (GError) error = NULL;
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;

  /* What stands in the same edit is not done either. */
  scr_edit_set_text (edit, "meeting", fixture->meeting, "note", "A note");
  scr_edit_set_text (edit, "agenda_item", fixture->item, "text", "Third.");
  g_assert_false (scr_store_apply (fixture->store, edit, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
  assert_text (fixture, "Second.");
}

/* Undo takes back the approval and then what came before it; redo brings both again. */
static void
test_undo (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;

  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_true (scr_store_undo (fixture->store, NULL));
  assert_text (fixture, "First.");
  g_assert_true (scr_store_redo (fixture->store, NULL));
  g_assert_true (scr_store_redo (fixture->store, NULL));
  g_assert_true (scr_minutes_are_locked (SCR_SOURCE (fixture->store), fixture->meeting));
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
}

static gint64
find_change (Fixture *fixture, const char *sql)
{
  return maker_query_int (fixture->store, sql);
}

/* "Undo this" in the history of the item or of the version is an alteration like any other. */
static void
test_undo_this (Fixture *fixture, gconstpointer unused)
{
  const char *const ways[] = {
      "SELECT max(change) FROM change_item WHERE kind = 'agenda_item'",
      "SELECT max(change) FROM change_item WHERE kind = 'minutes_version'",
      "SELECT min(change) FROM change_item WHERE kind = 'agenda_item'",
  };
  g_autofree char *before = maker_dump (fixture->store);

  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_assert_false (scr_store_undo_change (fixture->store, find_change (fixture, ways[i]), &error));
      g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
      after = maker_dump (fixture->store);
      maker_assert_same (before, after);
    }
  /* What is no part of the minutes is taken back as ever. */
  maker_set (fixture->store, "meeting", fixture->meeting, "note", "A note");
  maker_set (fixture->store, "meeting", fixture->meeting, "place", "Hall");
  g_assert_true (
      scr_store_undo_change (fixture->store, find_change (fixture, "SELECT max(seq) - 1 FROM change"), NULL));
}

/* The bin, with all that belongs to the meeting, and back. */
static void
test_bin (Fixture *fixture, gconstpointer unused)
{
  maker_do (fixture->store, SCR_OP_BIN, "meeting", fixture->meeting);
  maker_do (fixture->store, SCR_OP_RESTORE, "meeting", fixture->meeting);
  assert_text (fixture, "Second.");
  g_assert_true (scr_minutes_are_locked (SCR_SOURCE (fixture->store), fixture->meeting));
  maker_do (fixture->store, SCR_OP_BIN, "meeting", fixture->meeting);
  maker_do (fixture->store, SCR_OP_PURGE, "meeting", fixture->meeting);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_true (scr_store_undo (fixture->store, NULL));
  assert_text (fixture, "Second.");
  maker_assert_sound (fixture->store);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/minutes/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/minutes/undo", Fixture, NULL, set_up, test_undo, tear_down);
  g_test_add ("/minutes/undo-this", Fixture, NULL, set_up, test_undo_this, tear_down);
  g_test_add ("/minutes/bin", Fixture, NULL, set_up, test_bin, tear_down);
  return g_test_run ();
}
