/* Tests of undo and redo: everything, in every order, across restarts. */
#include "record-maker.h"

#include "scr-error.h"

typedef struct
{
  char *folder;
  ScrStore *store;
  char *id; /* a group with one change behind it */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  fixture->id = maker_add (fixture->store, "group", "Board", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_free (fixture->id);
  maker_folder_free (fixture->folder);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  scr_store_undo (fixture->store, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  scr_store_redo (fixture->store, &error);
  g_assert_no_error (error);
}

static char *
dup_title (Fixture *fixture)
{
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (fixture->store), "group", fixture->id);

  return item != NULL ? g_strdup (scr_item_get_text (item, "title")) : NULL;
}

static void
assert_title (Fixture *fixture, const char *title)
{
  g_autofree char *now = dup_title (fixture);

  g_assert_cmpstr (now, ==, title);
}

static void
rename_to (Fixture *fixture, const char *title)
{
  maker_set (fixture->store, "group", fixture->id, "title", title);
}

static void
type (Fixture *fixture, const char *field, const char *text)
{
  ScrEdit *edit = scr_edit_new ("Typing");
  g_autofree char *key = g_strconcat (fixture->id, "/", field, NULL);

  scr_edit_set_merge_key (edit, key);
  scr_edit_set_text (edit, "group", fixture->id, field, text);
  maker_apply (fixture->store, edit);
}

static gint64
newest (Fixture *fixture)
{
  return maker_query_int (fixture->store, "SELECT max(seq) FROM change");
}

static void
test_undo_redo (Fixture *fixture, gconstpointer unused)
{
  rename_to (fixture, "Two");
  rename_to (fixture, "Three");
  undo (fixture);
  assert_title (fixture, "Two");
  undo (fixture);
  assert_title (fixture, "Board");
  undo (fixture);
  assert_title (fixture, NULL);
  g_assert_null (scr_store_get_undo_label (fixture->store));
  /* Nothing left: nothing happens. */
  undo (fixture);
  redo (fixture);
  redo (fixture);
  redo (fixture);
  assert_title (fixture, "Three");
  redo (fixture);
  assert_title (fixture, "Three");
  g_assert_null (scr_store_get_redo_label (fixture->store));
}

static void
test_restart (Fixture *fixture, gconstpointer unused)
{
  rename_to (fixture, "Two");
  rename_to (fixture, "Three");
  undo (fixture);
  fixture->store = maker_reopen (fixture->store);
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Set");
  g_assert_cmpstr (scr_store_get_redo_label (fixture->store), ==, "Set");
  redo (fixture);
  assert_title (fixture, "Three");
  fixture->store = maker_reopen (fixture->store);
  undo (fixture);
  undo (fixture);
  assert_title (fixture, "Board");
}

/* What was undone and then overtaken by new work is no longer redone, but history still knows it. */
static void
test_overtaken (Fixture *fixture, gconstpointer unused)
{
  gint64 overtaken;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GError) error = NULL;

  rename_to (fixture, "Two");
  overtaken = newest (fixture);
  undo (fixture);
  maker_set (fixture->store, "group", fixture->id, "purpose", "To see");
  g_assert_null (scr_store_get_redo_label (fixture->store));
  redo (fixture);
  assert_title (fixture, "Board");
  history = scr_store_list_history (fixture->store, "group", fixture->id, 10);
  g_assert_cmpuint (history->len, ==, 3);
  g_assert_true (((ScrHistoryEntry *)g_ptr_array_index (history, 1))->undone);
  /* "Undo this" of what is undone does it again, as a change of its own. */
  g_assert_true (scr_store_undo_change (fixture->store, overtaken, &error));
  g_assert_no_error (error);
  assert_title (fixture, "Two");
  undo (fixture);
  assert_title (fixture, "Board");
}

static void
test_undo_until (Fixture *fixture, gconstpointer unused)
{
  gint64 third;

  rename_to (fixture, "Two");
  rename_to (fixture, "Three");
  third = newest (fixture);
  rename_to (fixture, "Four");
  rename_to (fixture, "Five");
  g_assert_true (scr_store_undo_until (fixture->store, third, NULL));
  assert_title (fixture, "Two");
  redo (fixture);
  redo (fixture);
  redo (fixture);
  assert_title (fixture, "Five");
}

static void
test_undo_change (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *other = NULL;
  gint64 renamed;

  rename_to (fixture, "Two");
  renamed = newest (fixture);
  maker_set (fixture->store, "group", fixture->id, "purpose", "To see");
  other = maker_add (fixture->store, "group", "Other", NULL);
  g_assert_true (scr_store_undo_change (fixture->store, renamed, NULL));
  assert_title (fixture, "Board");
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Undo: Set");
  /* The same again does it again, and so on. */
  g_assert_true (scr_store_undo_change (fixture->store, renamed, NULL));
  assert_title (fixture, "Two");
  g_assert_true (scr_store_undo_change (fixture->store, renamed, NULL));
  assert_title (fixture, "Board");
  undo (fixture);
  assert_title (fixture, "Two");
  undo (fixture);
  assert_title (fixture, "Board");
  undo (fixture);
  assert_title (fixture, "Two");
}

static void
assert_conflict (Fixture *fixture, gint64 change)
{
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last = newest (fixture);

  g_assert_false (scr_store_undo_change (fixture->store, change, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CONFLICT);
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
  g_assert_cmpint (newest (fixture), ==, last);
  maker_assert_sound (fixture->store);
}

static void
test_conflict_same_field (Fixture *fixture, gconstpointer unused)
{
  rename_to (fixture, "Two");
  rename_to (fixture, "Three");
  assert_conflict (fixture, newest (fixture) - 1);
  /* Added, then altered. */
  assert_conflict (fixture, newest (fixture) - 2);
  assert_title (fixture, "Three");
}

/* Taking back the adding of something that others have come to refer to would leave them hanging. */
static void
test_conflict_referred (Fixture *fixture, gconstpointer unused)
{
  gint64 added_group = newest (fixture);
  g_autofree char *organisation = maker_add (fixture->store, "organisation", "Council", NULL);
  gint64 added_organisation = newest (fixture);
  g_autofree char *link = maker_add (fixture->store, "link", NULL, "from_card", organisation, "to_card",
                                     fixture->id, "kind", "link-kind.0", NULL);
  gint64 added_link = newest (fixture);
  g_autofree char *meeting = maker_add (fixture->store, "meeting", "Meeting", "group", fixture->id, NULL);

  assert_conflict (fixture, added_group);
  assert_conflict (fixture, added_organisation);
  /* Nor does what was taken back come again when its end has gone. */
  g_assert_true (scr_store_undo_change (fixture->store, added_link, NULL));
  maker_do (fixture->store, SCR_OP_PURGE, "organisation", organisation);
  assert_conflict (fixture, added_link);
}

static void
test_conflict_choice (Fixture *fixture, gconstpointer unused)
{
  ScrEdit *edit = scr_edit_new ("Add a choice");
  gint64 added;

  scr_edit_add (edit, "choice", "group-kind.new");
  scr_edit_set_text (edit, "choice", "group-kind.new", "label", "New");
  scr_edit_set_text (edit, "choice", "group-kind.new", "list", "group-kind");
  maker_apply (fixture->store, edit);
  added = newest (fixture);
  maker_set (fixture->store, "group", fixture->id, "kind", "group-kind.new");
  assert_conflict (fixture, added);
}

static void
test_unknown_change (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (scr_store_undo_change (fixture->store, 4711, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (scr_store_undo_change (fixture->store, -1, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
}

static void
test_typing (Fixture *fixture, gconstpointer unused)
{
  gint64 before = newest (fixture);

  type (fixture, "title", "N");
  type (fixture, "title", "Ne");
  type (fixture, "title", "New");
  g_assert_cmpint (newest (fixture), ==, before + 1);
  undo (fixture);
  assert_title (fixture, "Board");
  redo (fixture);
  assert_title (fixture, "New");
  /* After undo and redo, more typing is another change. */
  type (fixture, "title", "Newer");
  undo (fixture);
  assert_title (fixture, "New");
}

static void
test_typing_elsewhere (Fixture *fixture, gconstpointer unused)
{
  gint64 before = newest (fixture);

  type (fixture, "title", "New");
  type (fixture, "purpose", "To see");
  type (fixture, "title", "Newer");
  g_assert_cmpint (newest (fixture), ==, before + 3);
}

static void
test_typing_of_two_people (Fixture *fixture, gconstpointer unused)
{
  gint64 before = newest (fixture);

  scr_store_set_author (fixture->store, "Partnership manager");
  type (fixture, "title", "New");
  scr_store_set_author (fixture->store, "Scrutineer");
  type (fixture, "title", "Newer");
  g_assert_cmpint (newest (fixture), ==, before + 2);
}

static void
test_typing_back (Fixture *fixture, gconstpointer unused)
{
  gint64 n = maker_query_int (fixture->store, "SELECT count(*) FROM change");

  type (fixture, "title", "Boa");
  type (fixture, "title", "Board");
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM change"), ==, n);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM change_item"), ==, n);
  undo (fixture);
  assert_title (fixture, NULL);
}

static void
test_author_and_time (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) changes = NULL;
  ScrHistoryEntry *entry;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  scr_store_set_author (fixture->store, "Partnership manager");
  rename_to (fixture, "Two");
  changes = scr_store_list_changes (fixture->store, 10);
  g_assert_cmpuint (changes->len, ==, 2);
  entry = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (entry->author, ==, "Partnership manager");
  g_assert_cmpstr (entry->label, ==, "Set");
  g_assert_cmpint (ABS (entry->at - now), <, 60);
  g_assert_null (((ScrHistoryEntry *)g_ptr_array_index (changes, 1))->author);
}

/* Whatever people do, undoing all of it gives what there was, redoing all of it gives what there is. */
static void
test_property (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *first = maker_dump (fixture->store);
  g_autofree char *last = NULL;
  guint n = 0;

  for (guint i = 0; i < 150; i++)
    {
      ScrEdit *edit = maker_random_edit (fixture->store, rand);
      gint64 before = newest (fixture);

      maker_apply (fixture->store, edit);
      n += newest (fixture) > before ? 1 : 0;
    }
  last = maker_dump (fixture->store);
  maker_assert_sound (fixture->store);
  fixture->store = maker_reopen (fixture->store);
  for (guint i = 0; i < n; i++)
    undo (fixture);
  {
    g_autofree char *now = maker_dump (fixture->store);

    maker_assert_same (first, now);
  }
  maker_assert_sound (fixture->store);
  fixture->store = maker_reopen (fixture->store);
  for (guint i = 0; i < n; i++)
    redo (fixture);
  {
    g_autofree char *now = maker_dump (fixture->store);

    maker_assert_same (last, now);
  }
  g_assert_null (scr_store_get_redo_label (fixture->store));
  maker_assert_sound (fixture->store);
}

/* "Undo this" anywhere either works or says that it cannot; the record stays sound either way. */
static void
test_property_undo_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  guint worked = 0, refused = 0;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 first = newest (fixture);

  for (guint i = 0; i < 80; i++)
    maker_apply (fixture->store, maker_random_edit (fixture->store, rand));
  before = maker_dump (fixture->store);
  first = newest (fixture);
  for (guint i = 0; i < 80; i++)
    {
      g_autoptr (GError) error = NULL;

      if (scr_store_undo_change (fixture->store, g_rand_int_range (rand, 1, (gint32)newest (fixture) + 1),
                                 &error))
        worked++;
      else
        {
          g_assert_true (g_error_matches (error, SCR_ERROR, SCR_ERROR_CONFLICT)
                         || g_error_matches (error, SCR_ERROR, SCR_ERROR_NOT_FOUND));
          refused++;
        }
      if (i % 20 == 0)
        maker_assert_sound (fixture->store);
    }
  maker_assert_sound (fixture->store);
  g_assert_cmpuint (worked, >, 0);
  g_assert_cmpuint (refused, >, 0);
  g_assert_true (scr_store_undo_until (fixture->store, first + 1, NULL));
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
}

/* What the record begins with stays, is told in the history, and is not offered to be undone. */
static void
test_beginning (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first = newest (fixture);

  g_assert_true (scr_store_set_beginning (fixture->store, NULL));
  g_assert_null (scr_store_get_undo_label (fixture->store));
  rename_to (fixture, "Panel");
  undo (fixture);
  undo (fixture);
  assert_title (fixture, "Board");
  redo (fixture);
  assert_title (fixture, "Panel");
  g_assert_true (scr_store_undo_until (fixture->store, first, NULL));
  assert_title (fixture, "Board");
  g_assert_false (scr_store_undo_change (fixture->store, first, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CONFLICT);
  assert_title (fixture, "Board");
  changes = scr_store_list_changes (fixture->store, 10);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_false (((ScrHistoryEntry *)g_ptr_array_index (changes, 0))->undone);
  g_assert_false (((ScrHistoryEntry *)g_ptr_array_index (changes, 0))->can_undo);
  maker_assert_sound (fixture->store);
}

#define ADD(path, function) g_test_add ("/undo/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_SEED(path, seed, function)                                                                       \
  g_test_add ("/undo/" path "/" #seed, Fixture, GUINT_TO_POINTER (seed), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("undo-redo", test_undo_redo);
  ADD ("restart", test_restart);
  ADD ("overtaken", test_overtaken);
  ADD ("undo-until", test_undo_until);
  ADD ("undo-change", test_undo_change);
  ADD ("beginning", test_beginning);
  ADD ("conflict/same-field", test_conflict_same_field);
  ADD ("conflict/referred", test_conflict_referred);
  ADD ("conflict/choice", test_conflict_choice);
  ADD ("unknown-change", test_unknown_change);
  ADD ("typing/one-field", test_typing);
  ADD ("typing/elsewhere", test_typing_elsewhere);
  ADD ("typing/two-people", test_typing_of_two_people);
  ADD ("typing/back", test_typing_back);
  ADD ("author-and-time", test_author_and_time);
  ADD_SEED ("property", 1, test_property);
  ADD_SEED ("property", 2, test_property);
  ADD_SEED ("property", 3, test_property);
  ADD_SEED ("property/undo-change", 1, test_property_undo_change);
  ADD_SEED ("property/undo-change", 2, test_property_undo_change);
  return g_test_run ();
}
