/* Tests of scr-store: opening, one edit as one transaction, validation, one object for each row, and who is
 * told. */
#include "record-maker.h"

#include "scr-error.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sys/stat.h>

typedef struct
{
  char *folder;
  ScrStore *store;
  ScrChange *last; /* what "changed" said last */
  guint n_changed;
} Fixture;

static void
on_changed (ScrStore *store, ScrChange *change, gpointer data)
{
  Fixture *fixture = data;

  g_clear_pointer (&fixture->last, scr_change_unref);
  fixture->last = scr_change_ref (change);
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  g_signal_connect (fixture->store, "changed", G_CALLBACK (on_changed), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_clear_pointer (&fixture->last, scr_change_unref);
  maker_folder_free (fixture->folder);
}

static void
test_create (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStore) again = NULL;
  const char *path = scr_store_get_path (fixture->store);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_false (scr_store_is_read_only (fixture->store));
  g_assert_cmpint (maker_query_int (fixture->store, "PRAGMA application_id"), ==, 0x53435254);
  g_assert_cmpint (maker_query_int (fixture->store, "PRAGMA user_version"), >=, 1);
  /* Seeding leaves nothing to undo. */
  g_assert_null (scr_store_get_undo_label (fixture->store));

  again = scr_store_open (path, SCR_STORE_CREATE, &error);
  g_assert_null (again);
  g_assert_error (error, SCR_ERROR, SCR_ERROR_FAILED);
}

static void
test_create_in_no_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (scr_store_open ("/no/such/folder/a.scrutiny", SCR_STORE_CREATE, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
}

static void
test_leaves_one_file (Fixture *fixture, gconstpointer unused)
{
  g_auto (GStrv) names = NULL;

  g_free (maker_add (fixture->store, "group", "Board", NULL));
  scr_store_close (fixture->store);
  scr_store_close (fixture->store);
  names = maker_list_folder (fixture->folder);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  g_assert_cmpstr (names[0], ==, "a.scrutiny");
}

/* A person copies the file while another window reads it: what the writer acknowledged and closed must be in
 * it. */
static void
test_closed_file_is_whole (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) reader = maker_open (scr_store_get_path (fixture->store), SCR_STORE_READ_ONLY);
  g_autofree char *copy_path = maker_path (fixture->folder, "b.scrutiny");
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  g_autofree char *content = NULL;
  g_autoptr (ScrStore) copy = NULL;
  g_autoptr (ScrItem) item = NULL;
  gsize length;

  scr_store_close (fixture->store);
  g_assert_true (g_file_get_contents (scr_store_get_path (reader), &content, &length, NULL));
  g_assert_true (g_file_set_contents (copy_path, content, (gssize)length, NULL));
  copy = maker_open (copy_path, SCR_STORE_DEFAULT);
  item = scr_source_get (SCR_SOURCE (copy), "group", id);
  g_assert_nonnull (item);
}

static void
test_apply (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = NULL;
  g_autoptr (ScrItem) item = NULL;
  ScrEdit *edit = scr_edit_new ("Add a board");

  id = g_strdup (scr_edit_add (edit, "group", NULL));
  scr_edit_set_text (edit, "group", id, "title", "Board");
  scr_edit_set_number (edit, "group", id, "quorum", 5);
  maker_apply (fixture->store, edit);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (scr_change_get_n_rows (fixture->last), ==, 1);
  g_assert_cmpint (scr_change_get_row (fixture->last, 0)->what, ==, SCR_ROW_ADDED);
  g_assert_cmpstr (scr_store_get_undo_label (fixture->store), ==, "Add a board");

  item = scr_source_get (SCR_SOURCE (fixture->store), "group", id);
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Board");
  g_assert_cmpfloat (scr_item_get_number (item, "quorum"), ==, 5);
  g_assert_true (isnan (scr_item_get_number (item, "quorum")) == FALSE);
  g_assert_null (scr_item_get_text (item, "purpose"));
  g_clear_object (&item);

  fixture->store = maker_reopen (fixture->store);
  item = scr_source_get (SCR_SOURCE (fixture->store), "group", id);
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Board");
  g_assert_cmpfloat (scr_item_get_number (item, "quorum"), ==, 5);
}

static void
test_apply_nothing (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);

  maker_set (fixture->store, "group", id, "title", "Board");
  maker_apply (fixture->store, scr_edit_new ("Nothing"));
  maker_do (fixture->store, SCR_OP_RESTORE, "group", id);
  maker_do (fixture->store, SCR_OP_PURGE, "group", "no-such-item");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM change"), ==, 1);
}

static void
assert_refused (Fixture *fixture, ScrEdit *edit, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;
  guint n_changed = fixture->n_changed;

  g_assert_false (scr_store_apply (fixture->store, edit, &error));
  g_assert_error (error, SCR_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);
  scr_edit_free (edit);
}

/* A good row first, then a bad one: neither stays. */
static ScrEdit *
begin_bad (const char **id)
{
  ScrEdit *edit = scr_edit_new ("Bad");

  *id = scr_edit_add (edit, "group", NULL);
  scr_edit_set_text (edit, "group", *id, "title", "Board");
  return edit;
}

static void
refuse_text (Fixture *fixture, const char *field, const char *text)
{
  const char *id;
  ScrEdit *edit = begin_bad (&id);

  scr_edit_set_text (edit, "group", id, field, text);
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
}

static void
test_validation (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *long_title = g_strnfill (201, 'x');
  const char *id;
  ScrEdit *edit;

  refuse_text (fixture, "title", NULL);
  refuse_text (fixture, "title", "   ");
  refuse_text (fixture, "title", long_title);
  refuse_text (fixture, "title", "two\nlines");
  refuse_text (fixture, "title", "not \xff UTF-8");
  refuse_text (fixture, "title", "bell \a");
  refuse_text (fixture, "from", "2019-02-29");
  refuse_text (fixture, "from", "12 June 2019");
  refuse_text (fixture, "quorum", "five");
  refuse_text (fixture, "partnership", "no-such-partnership");
  refuse_text (fixture, "partnership", "'; DROP TABLE \"group\"; --");
  refuse_text (fixture, "kind", "no-such-choice");
  /* A choice of another list. */
  refuse_text (fixture, "kind", "meeting-state.0");

  edit = begin_bad (&id);
  scr_edit_set_number (edit, "group", id, "quorum", INFINITY);
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
  edit = begin_bad (&id);
  scr_edit_add (edit, "group", "Not An Identity");
  scr_edit_set_text (edit, "group", "Not An Identity", "title", "x");
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
  edit = begin_bad (&id);
  scr_edit_add (edit, "group", NULL);
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
}

static void
test_atomicity (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *there = maker_add (fixture->store, "group", "Board", NULL);
  const char *id;
  ScrEdit *edit = begin_bad (&id);

  /* The same identity again. */
  scr_edit_add (edit, "group", there);
  scr_edit_set_text (edit, "group", there, "title", "Second");
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
  /* An item that is not there. */
  edit = begin_bad (&id);
  scr_edit_set_text (edit, "group", "no-such-item", "title", "x");
  assert_refused (fixture, edit, SCR_ERROR_NOT_FOUND);
  /* Fails last, after a bin that touched others. */
  edit = scr_edit_new ("Bad");
  scr_edit_bin (edit, "group", there);
  scr_edit_set_text (edit, "group", there, "partnership", "no-such-partnership");
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
}

/* An item may refer to one that comes later in the same edit, also around in a circle. */
static void
test_references_within_edit (Fixture *fixture, gconstpointer unused)
{
  ScrEdit *edit = scr_edit_new ("Both");

  scr_edit_add (edit, "organisation", "new-council");
  scr_edit_set_text (edit, "organisation", "new-council", "title", "New");
  scr_edit_set_text (edit, "organisation", "new-council", "succeeds", "old-council");
  scr_edit_add (edit, "organisation", "old-council");
  scr_edit_set_text (edit, "organisation", "old-council", "title", "Old");
  maker_apply (fixture->store, edit);
  maker_assert_sound (fixture->store);
}

/* An agenda item under itself would hide itself, and all under it, from every outline. */
static void
test_no_circle (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *meeting = maker_add (fixture->store, "meeting", "Meeting", NULL);
  g_autofree char *first = maker_add (fixture->store, "agenda_item", "One", "meeting", meeting, NULL);
  g_autofree char *second
      = maker_add (fixture->store, "agenda_item", "Two", "meeting", meeting, "under", first, NULL);
  ScrEdit *edit = scr_edit_new ("Under itself");

  scr_edit_set_text (edit, "agenda_item", first, "under", first);
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
  edit = scr_edit_new ("Under its own part");
  scr_edit_set_text (edit, "agenda_item", first, "under", second);
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
}

/* The record's own item is what everything else hangs on. */
static void
test_record_stays (Fixture *fixture, gconstpointer unused)
{
  ScrEdit *edit = scr_edit_new ("Bin the record");

  scr_edit_bin (edit, SCR_KIND_RECORD, SCR_RECORD_ID);
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
  edit = scr_edit_new ("Purge the record");
  scr_edit_purge (edit, SCR_KIND_RECORD, SCR_RECORD_ID);
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
  edit = scr_edit_new ("A second one");
  scr_edit_add (edit, SCR_KIND_RECORD, "second");
  scr_edit_set_text (edit, SCR_KIND_RECORD, "second", "title", "x");
  assert_refused (fixture, edit, SCR_ERROR_INVALID);
}

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer data)
{
  GString *names = data;

  g_string_append_printf (names, "%s ", pspec->name);
}

static void
test_one_row_one_object (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (fixture->store), "group", id);
  g_autoptr (ScrItem) same = scr_source_get (SCR_SOURCE (fixture->store), "group", id);
  const ScrQuery query = {.kind = "group"};
  g_autoptr (GPtrArray) list = scr_source_list (SCR_SOURCE (fixture->store), &query);
  g_autoptr (GString) notified = g_string_new (NULL);

  g_assert_true (item == same);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_true (g_ptr_array_index (list, 0) == item);

  g_signal_connect (item, "notify", G_CALLBACK (count_notify), notified);
  maker_set (fixture->store, "group", id, "title", "Executive");
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Executive");
  g_assert_cmpstr (notified->str, ==, "title ");

  g_string_truncate (notified, 0);
  maker_do (fixture->store, SCR_OP_BIN, "group", id);
  g_assert_true (scr_item_is_deleted (item));
  maker_do (fixture->store, SCR_OP_PURGE, "group", id);
  g_assert_true (scr_item_is_deleted (item));
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_false (scr_item_is_deleted (item));
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Executive");
  g_signal_handlers_disconnect_by_data (item, notified);
}

/* Held items say what is on disk after whatever happens to them. */
static void
test_held_items_follow (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GHashTable) held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (ScrStore) fresh = NULL;
  GHashTableIter iter;
  gpointer id, item;

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (ScrEdit) edit = maker_random_edit (fixture->store, rand);
      g_autoptr (GError) error = NULL;

      scr_store_apply (fixture->store, edit, &error);
      g_assert_no_error (error);
      for (guint r = 0; r < scr_edit_get_n_rows (edit); r++)
        {
          const ScrRowEdit *row = scr_edit_get_row (edit, r);
          ScrItem *got = scr_source_get (SCR_SOURCE (fixture->store), row->kind->name, row->id);

          if (got != NULL)
            g_hash_table_replace (held, g_strdup (row->id), got);
        }
      if (i % 7 == 0)
        g_assert_true (scr_store_undo (fixture->store, NULL));
    }
  fresh = maker_open (scr_store_get_path (fixture->store), SCR_STORE_READ_ONLY);
  g_hash_table_iter_init (&iter, held);
  while (g_hash_table_iter_next (&iter, &id, &item))
    {
      const ScrKind *kind = scr_item_get_kind (item);
      g_autoptr (ScrItem) read = scr_source_get (SCR_SOURCE (fresh), kind->name, id);
      if (read == NULL)
        {
          g_assert_true (scr_item_is_deleted (item));
          continue;
        }
      g_assert_cmpstr (scr_item_get_deleted (item), ==, scr_item_get_deleted (read));
      for (guint f = 0; f < kind->n_fields; f++)
        g_assert_true (scr_value_equal (scr_item_get_value_at (item, f), scr_item_get_value_at (read, f)));
    }
}

static void
test_items_outlive_store (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  ScrItem *item = scr_source_get (SCR_SOURCE (fixture->store), "group", id);

  g_clear_object (&fixture->store);
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Board");
  g_assert_finalize_object (item);
}

static gboolean
edit_again (ScrStore *store, ScrChange *change, gpointer data)
{
  char **id = data;

  if (*id != NULL)
    {
      g_autofree char *once = g_steal_pointer (id);

      maker_set (store, "group", once, "title", "From within");
    }
  return FALSE;
}

/* Views may answer a change by another one. */
static void
test_edit_within_changed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  char *once = g_strdup (id);
  g_autoptr (ScrItem) item = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (edit_again), &once);
  maker_set (fixture->store, "group", id, "title", "From outside");
  item = scr_source_get (SCR_SOURCE (fixture->store), "group", id);
  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "From within");
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM change"), ==, 3);
  g_signal_handlers_disconnect_by_func (fixture->store, edit_again, &once);
}

static void
test_read_only (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  g_autoptr (ScrStore) reader = maker_open (scr_store_get_path (fixture->store), SCR_STORE_READ_ONLY);
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (reader), "group", id);
  g_autoptr (ScrEdit) edit = scr_edit_new ("Set");
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "Board");
  scr_edit_set_text (edit, "group", id, "title", "x");
  g_assert_false (scr_store_apply (reader, edit, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (scr_store_seed (reader, edit, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (scr_store_undo (reader, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (scr_store_check (reader, &error));
}

/* Whoever still holds a closed store gets errors and empty answers, never a crash. */
static void
test_closed (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  const ScrQuery query = {.kind = "group"};
  ScrStore *store = fixture->store;
  g_autoptr (ScrEdit) edit = scr_edit_new ("Set");
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (scr_store_get_path (store));
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autofree char *copy = maker_path (fixture->folder, "copy");
  g_autofree char *attached = NULL;

  scr_store_close (store);
  scr_edit_set_text (edit, "group", id, "title", "x");
  g_assert_false (scr_store_apply (store, edit, NULL));
  g_assert_false (scr_store_seed (store, edit, NULL));
  g_assert_false (scr_store_undo (store, NULL));
  g_assert_false (scr_store_redo (store, NULL));
  g_assert_false (scr_store_undo_until (store, 1, NULL));
  g_assert_false (scr_store_undo_change (store, 1, NULL));
  g_assert_false (scr_store_check (store, NULL));
  g_assert_false (scr_store_copy_to (store, copy, NULL, NULL, NULL, NULL));
  g_assert_false (scr_store_read_file (store, "00", stream, NULL, NULL));
  g_assert_false (scr_store_extract (store, id, file, NULL, NULL, NULL, NULL));
  attached = scr_store_attach (store, file, edit, NULL, NULL, NULL, NULL);
  g_assert_null (attached);
  items = scr_source_list (SCR_SOURCE (store), &query);
  changes = scr_store_list_changes (store, 10);
  history = scr_store_list_history (store, "group", id, 10);
  hits = scr_store_search (store, "Board", NULL, FALSE, 10, NULL);
  files = scr_store_list_files (store);
  g_assert_cmpuint (items->len + changes->len + history->len + hits->len + files->len, ==, 0);
  g_assert_cmpuint (scr_store_count_history (store, "group", id), ==, 0);
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (store), &query), ==, 0);
  g_assert_null (scr_source_get (SCR_SOURCE (store), "group", id));
}

static void
test_properties (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) notified = g_string_new (NULL);
  g_autofree char *id = NULL;
  g_autofree char *path = NULL;
  g_autofree char *undo = NULL;
  gboolean read_only;

  g_signal_connect (fixture->store, "notify", G_CALLBACK (count_notify), notified);
  id = maker_add (fixture->store, "group", "Board", NULL);
  g_assert_cmpstr (notified->str, ==, "undo-label ");
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpstr (notified->str, ==, "undo-label undo-label redo-label ");
  g_assert_cmpstr (scr_store_get_redo_label (fixture->store), ==, "Board");
  g_assert_true (scr_store_redo (fixture->store, NULL));
  g_object_get (fixture->store, "path", &path, "undo-label", &undo, "read-only", &read_only, NULL);
  g_assert_cmpstr (path, ==, scr_store_get_path (fixture->store));
  g_assert_cmpstr (undo, ==, "Board");
  g_assert_false (read_only);
  g_signal_handlers_disconnect_by_data (fixture->store, notified);
}

#define ADD(path, function) g_test_add ("/store/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("create", test_create);
  g_test_add_func ("/store/create-in-no-folder", test_create_in_no_folder);
  ADD ("leaves-one-file", test_leaves_one_file);
  ADD ("closed-file-is-whole", test_closed_file_is_whole);
  ADD ("apply", test_apply);
  ADD ("apply-nothing", test_apply_nothing);
  ADD ("validation", test_validation);
  ADD ("atomicity", test_atomicity);
  ADD ("references-within-edit", test_references_within_edit);
  ADD ("no-circle", test_no_circle);
  ADD ("record-stays", test_record_stays);
  ADD ("one-row-one-object", test_one_row_one_object);
  ADD ("held-items-follow", test_held_items_follow);
  ADD ("items-outlive-store", test_items_outlive_store);
  ADD ("edit-within-changed", test_edit_within_changed);
  ADD ("read-only", test_read_only);
  ADD ("closed", test_closed);
  ADD ("properties", test_properties);
  return g_test_run ();
}
