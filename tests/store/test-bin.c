/* Tests of the bin: what belongs together goes there, comes back and goes for good together, and each is
 * undone. */
#include "record-maker.h"

#include "scr-error.h"

typedef struct
{
  char *folder;
  ScrStore *store;
  char *meeting, *item, *nested, *paper,
      *interest; /* a meeting and what belongs to it, the last to the nested item */
  char *person;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  fixture->person = maker_add (fixture->store, "person", "Chair", NULL);
  fixture->meeting = maker_add (fixture->store, "meeting", "Meeting", NULL);
  fixture->item = maker_add (fixture->store, "agenda_item", "Item", "meeting", fixture->meeting, "lead",
                             fixture->person, NULL);
  fixture->nested = maker_add (fixture->store, "agenda_item", "Nested", "meeting", fixture->meeting, "under",
                               fixture->item, NULL);
  fixture->paper = maker_add (fixture->store, "paper", "Paper", "meeting", fixture->meeting, NULL);
  fixture->interest = maker_add (fixture->store, "interest", "Interest", "item", fixture->nested, "who",
                                 fixture->person, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_free (fixture->person);
  g_free (fixture->meeting);
  g_free (fixture->item);
  g_free (fixture->nested);
  g_free (fixture->paper);
  g_free (fixture->interest);
  maker_folder_free (fixture->folder);
}

typedef enum
{
  LIVE,
  BINNED,
  GONE,
} Place;

static void
assert_place (Fixture *fixture, const char *kind, const char *id, Place place)
{
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (fixture->store), kind, id);

  g_assert_cmpint (item == NULL ? GONE : scr_item_is_deleted (item) ? BINNED : LIVE, ==, place);
}

static void
assert_family (Fixture *fixture, Place place)
{
  assert_place (fixture, "meeting", fixture->meeting, place);
  assert_place (fixture, "agenda_item", fixture->item, place);
  assert_place (fixture, "agenda_item", fixture->nested, place);
  assert_place (fixture, "paper", fixture->paper, place);
  assert_place (fixture, "interest", fixture->interest, place);
  assert_place (fixture, "person", fixture->person, LIVE);
}

static void
assert_undo_gives (Fixture *fixture, const char *dump)
{
  g_autofree char *now = NULL;

  g_assert_true (scr_store_undo (fixture->store, NULL));
  now = maker_dump (fixture->store);
  maker_assert_same (dump, now);
  maker_assert_sound (fixture->store);
}

static void
test_bin_and_restore (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *binned = NULL;
  g_autofree char *restored = NULL;

  maker_do (fixture->store, SCR_OP_BIN, "meeting", fixture->meeting);
  assert_family (fixture, BINNED);
  binned = maker_dump (fixture->store);
  maker_do (fixture->store, SCR_OP_RESTORE, "meeting", fixture->meeting);
  assert_family (fixture, LIVE);
  restored = maker_dump (fixture->store);
  maker_assert_same (before, restored);
  assert_undo_gives (fixture, binned);
  assert_undo_gives (fixture, before);
  g_assert_true (scr_store_redo (fixture->store, NULL));
  assert_family (fixture, BINNED);
}

/* What was deleted before stays deleted when the rest comes back. */
static void
test_earlier_stays (Fixture *fixture, gconstpointer unused)
{
  maker_do (fixture->store, SCR_OP_BIN, "paper", fixture->paper);
  maker_do (fixture->store, SCR_OP_BIN, "meeting", fixture->meeting);
  assert_family (fixture, BINNED);
  maker_do (fixture->store, SCR_OP_RESTORE, "meeting", fixture->meeting);
  assert_place (fixture, "meeting", fixture->meeting, LIVE);
  assert_place (fixture, "agenda_item", fixture->nested, LIVE);
  assert_place (fixture, "paper", fixture->paper, BINNED);
}

/* A part that comes back brings what it is part of, but not its siblings. */
static void
test_ancestors (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *binned = NULL;

  maker_do (fixture->store, SCR_OP_BIN, "meeting", fixture->meeting);
  binned = maker_dump (fixture->store);
  maker_do (fixture->store, SCR_OP_RESTORE, "interest", fixture->interest);
  assert_place (fixture, "interest", fixture->interest, LIVE);
  assert_place (fixture, "agenda_item", fixture->nested, LIVE);
  assert_place (fixture, "agenda_item", fixture->item, LIVE);
  assert_place (fixture, "meeting", fixture->meeting, LIVE);
  assert_place (fixture, "paper", fixture->paper, BINNED);
  assert_undo_gives (fixture, binned);
}

/* Several at once come back one by one. */
static void
test_two_at_once (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *other = maker_add (fixture->store, "meeting", "Other", NULL);
  ScrEdit *edit = scr_edit_new ("Delete 2 items");

  scr_edit_bin (edit, "meeting", fixture->meeting);
  scr_edit_bin (edit, "meeting", other);
  maker_apply (fixture->store, edit);
  assert_place (fixture, "meeting", other, BINNED);
  maker_do (fixture->store, SCR_OP_RESTORE, "meeting", fixture->meeting);
  assert_family (fixture, LIVE);
  assert_place (fixture, "meeting", other, BINNED);
}

static void
test_purge (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_dump (fixture->store);

  maker_do (fixture->store, SCR_OP_PURGE, "meeting", fixture->meeting);
  assert_family (fixture, GONE);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM search_text WHERE kind = 'paper'"),
                   ==, 0);
  maker_assert_sound (fixture->store);
  assert_undo_gives (fixture, before);
  g_assert_true (scr_store_redo (fixture->store, NULL));
  assert_family (fixture, GONE);
  maker_assert_sound (fixture->store);
}

/* Who refers to what is gone forgets it; what cannot be without it goes too. */
static void
test_purge_of_referred (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_dump (fixture->store);
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (fixture->store), "agenda_item", fixture->item);

  g_assert_cmpstr (scr_item_get_text (item, "lead"), ==, fixture->person);
  maker_do (fixture->store, SCR_OP_PURGE, "person", fixture->person);
  assert_place (fixture, "person", fixture->person, GONE);
  assert_place (fixture, "interest", fixture->interest, GONE);
  assert_place (fixture, "agenda_item", fixture->item, LIVE);
  g_assert_null (scr_item_get_text (item, "lead"));
  maker_assert_sound (fixture->store);
  assert_undo_gives (fixture, before);
  g_assert_cmpstr (scr_item_get_text (item, "lead"), ==, fixture->person);
}

static void
test_purge_of_partnership (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *partnership = maker_add (fixture->store, "partnership", "Bexley", NULL);
  g_autofree char *before = NULL;
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (fixture->store), "meeting", fixture->meeting);

  maker_set (fixture->store, "meeting", fixture->meeting, "partnership", partnership);
  before = maker_dump (fixture->store);
  maker_do (fixture->store, SCR_OP_PURGE, "partnership", partnership);
  g_assert_null (scr_item_get_text (meeting, "partnership"));
  assert_undo_gives (fixture, before);
}

/* A choice that nothing needs goes; one that is needed says where. */
static void
test_purge_of_choice (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *activity
      = maker_add (fixture->store, "activity", "Visit", "kind", "activity-kind.0", NULL);
  g_autofree char *before = NULL;
  g_autoptr (ScrEdit) edit = scr_edit_new ("Purge");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) meeting = scr_source_get (SCR_SOURCE (fixture->store), "meeting", fixture->meeting);

  maker_set (fixture->store, "meeting", fixture->meeting, "state", "meeting-state.1");
  before = maker_dump (fixture->store);
  scr_edit_purge (edit, "choice", "activity-kind.0");
  g_assert_false (scr_store_apply (fixture->store, edit, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CONFLICT);
  maker_do (fixture->store, SCR_OP_PURGE, "choice", "meeting-state.1");
  g_assert_null (scr_item_get_text (meeting, "state"));
  maker_assert_sound (fixture->store);
  assert_undo_gives (fixture, before);
}

/* Attachments belong to what they are attached to, whatever kind that is. */
static void
test_attachment (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *attachment
      = maker_add (fixture->store, "attachment", "notes.pdf", "owner", fixture->item, NULL);

  maker_do (fixture->store, SCR_OP_BIN, "meeting", fixture->meeting);
  assert_place (fixture, "attachment", attachment, BINNED);
  maker_do (fixture->store, SCR_OP_PURGE, "meeting", fixture->meeting);
  assert_place (fixture, "attachment", attachment, GONE);
  maker_assert_sound (fixture->store);
}

/* Two things of different kinds may have the same identity after a merge: each keeps its own text and family.
 */
static void
test_same_identity (Fixture *fixture, gconstpointer unused)
{
  ScrEdit *edit = scr_edit_new ("Add");
  g_autoptr (GPtrArray) hits = NULL;

  scr_edit_add (edit, "group", fixture->meeting);
  scr_edit_set_text (edit, "group", fixture->meeting, "title", "Namesake");
  maker_apply (fixture->store, edit);
  maker_do (fixture->store, SCR_OP_BIN, "group", fixture->meeting);
  assert_family (fixture, LIVE);
  maker_do (fixture->store, SCR_OP_PURGE, "group", fixture->meeting);
  assert_family (fixture, LIVE);
  hits = scr_store_search (fixture->store, "Meeting", NULL, FALSE, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  maker_assert_sound (fixture->store);
}

#define ADD(path, function) g_test_add ("/bin/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("bin-and-restore", test_bin_and_restore);
  ADD ("earlier-stays", test_earlier_stays);
  ADD ("ancestors", test_ancestors);
  ADD ("two-at-once", test_two_at_once);
  ADD ("purge", test_purge);
  ADD ("purge-of-referred", test_purge_of_referred);
  ADD ("purge-of-partnership", test_purge_of_partnership);
  ADD ("purge-of-choice", test_purge_of_choice);
  ADD ("attachment", test_attachment);
  ADD ("same-identity", test_same_identity);
  return g_test_run ();
}
