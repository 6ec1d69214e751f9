/* Tests of making records and of their backups. */
#include "record-maker.h"

#include "scr-records.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->path = maker_path (fixture->folder, "Tri-borough.scrutiny");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_free (fixture->path);
  maker_folder_free (fixture->folder);
}

static ScrStore *
create (const char *path, const char *title)
{
  g_autoptr (GError) error = NULL;
  ScrStore *store = scr_record_create (path, title, &error);

  g_assert_no_error (error);
  return store;
}

static void
assert_title (ScrStore *store, const char *title)
{
  g_autofree char *its = scr_record_dup_title (store);

  g_assert_cmpstr (its, ==, title);
}

static void
test_create (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = create (fixture->path, NULL);
  g_autoptr (ScrItem) record = scr_source_get (SCR_SOURCE (store), SCR_KIND_RECORD, SCR_RECORD_ID);

  assert_title (store, "Tri-borough");
  g_assert_null (scr_store_get_undo_label (store));
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM choice"), >, 100);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM holiday"), >, 50);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM question"), >, 5);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM partnership"), ==, 0);
  g_assert_cmpstr (scr_item_get_text (record, "nation"), ==, "nation.england-and-wales");
  g_assert_null (scr_item_get_text (record, "today"));
  maker_assert_sound (store);
}

/* Whatever a file may be called. */
static void
test_titles (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *long_name = g_strnfill (230, 'x');
  const struct
  {
    const char *name;
    const char *title;
  } names[] = {{"a.b.scrutiny", "a.b"},       {".scrutiny", ".scrutiny"}, {"no-ending", "no-ending"},
               {"two\nlines.scrutiny", NULL}, {"\xff.scrutiny", NULL},    {long_name, NULL},
               {" .scrutiny", NULL}};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = maker_path (fixture->folder, names[i].name);
      g_autoptr (ScrStore) store = create (path, i % 2 == 0 ? NULL : "");
      g_autofree char *title = scr_record_dup_title (store);

      if (names[i].title != NULL)
        g_assert_cmpstr (title, ==, names[i].title);
      g_assert_cmpuint (strlen (title), >, 0);
      g_assert_true (g_utf8_validate (title, -1, NULL));
    }
}

static void
test_example (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStore) store = scr_record_create_example (fixture->path, &error);
  g_autofree char *today = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM partnership"), >=, 3);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM change"), ==, 1);
  today = scr_source_dup_today (SCR_SOURCE (store));
  g_assert_cmpstr (today, ==, "2019-06-12");
  maker_assert_sound (store);
  /* What is approved there can be read as it was approved. */
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM meeting WHERE state = 'meeting-state.minutes-approved'"
                                           " AND NOT EXISTS (SELECT * FROM minutes_version v WHERE v.meeting = meeting.id"
                                           " AND v.state = 'minutes-state.approved' AND v.text LIKE '# %')"),
                   ==, 0);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM minutes_version"), >=, 11);
  /* However long the undo keys are held, the example stays. */
  g_assert_null (scr_store_get_undo_label (store));
  g_free (maker_add (store, "group", "Later", NULL));
  g_assert_cmpstr (scr_store_get_undo_label (store), !=, NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_true (scr_store_undo (store, NULL));
  g_assert_null (scr_store_get_undo_label (store));
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM \"group\" WHERE title = 'Later'"), ==, 0);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM partnership"), >=, 3);
  maker_assert_sound (store);
}

/* What cannot be made leaves nothing behind, and nothing is written over. */
static void
test_failures (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *too_long = g_strnfill (201, 'x');
  g_autofree char *content = NULL;
  g_auto (GStrv) names = NULL;

  g_assert_null (scr_record_create (fixture->path, too_long, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_clear_error (&error);
  names = maker_list_folder (fixture->folder);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
  g_assert_true (g_file_set_contents (fixture->path, "Minutes", -1, NULL));
  g_assert_null (scr_record_create (fixture->path, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (scr_record_create_example (fixture->path, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "Minutes");
  g_assert_null (scr_record_create ("/no/such/folder/a.scrutiny", NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
}

/* --- Backups --- */

static void
back_up (ScrStore *store)
{
  g_autoptr (GError) error = NULL;

  scr_record_backup_if_due (store, NULL, &error);
  g_assert_no_error (error);
}

static void
test_one_a_day (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = create (fixture->path, NULL);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *hash_again = NULL;

  back_up (store);
  backups = scr_record_list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  hash = maker_hash_file (g_ptr_array_index (backups, 0));
  g_free (maker_add (store, "group", "Board", NULL));
  back_up (store);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = scr_record_list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 1);
  hash_again = maker_hash_file (g_ptr_array_index (backups, 0));
  g_assert_cmpstr (hash, ==, hash_again);
}

static void
test_ten_kept (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = create (fixture->path, NULL);
  g_autofree char *folder = scr_record_dup_backup_folder (fixture->path);
  g_autoptr (GPtrArray) backups = NULL;
  g_autofree char *newest = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 1; i <= 14; i++)
    {
      g_autofree char *name = g_strdup_printf ("2019-06-%02u.scrutiny", i);
      g_autofree char *path = maker_path (folder, name);

      g_assert_true (g_file_set_contents (path, "old", -1, NULL));
    }
  back_up (store);
  backups = scr_record_list_backups (fixture->path);
  g_assert_cmpuint (backups->len, ==, 10);
  newest = g_path_get_basename (g_ptr_array_index (backups, 0));
  g_assert_cmpstr (newest, >, "2024");
  g_assert_true (g_str_has_suffix (g_ptr_array_index (backups, 9), "2019-06-06.scrutiny"));
}

/* Records of the same name in different folders have backups of their own. */
static void
test_apart (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *inner = maker_path (fixture->folder, "inner");
  g_autofree char *other_path = maker_path (inner, "Tri-borough.scrutiny");
  g_autoptr (ScrStore) store = create (fixture->path, NULL);
  g_autoptr (ScrStore) other = NULL;
  g_autoptr (GPtrArray) backups = NULL;

  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  other = create (other_path, NULL);
  back_up (store);
  backups = scr_record_list_backups (other_path);
  g_assert_cmpuint (backups->len, ==, 0);
}

static void
test_restore (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = create (fixture->path, NULL);
  g_autofree char *target = maker_path (fixture->folder, "restored.scrutiny");
  g_autofree char *broken = maker_path (fixture->folder, "broken.scrutiny");
  g_autofree char *none = maker_path (fixture->folder, "none.scrutiny");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (ScrStore) restored = NULL;
  g_autoptr (GError) error = NULL;

  g_free (maker_add (store, "group", "Board", NULL));
  before = maker_dump (store);
  back_up (store);
  g_free (maker_add (store, "group", "Later", NULL));
  backups = scr_record_list_backups (fixture->path);
  g_assert_true (scr_record_restore_backup (g_ptr_array_index (backups, 0), target, NULL));
  restored = maker_open (target, SCR_STORE_DEFAULT);
  after = maker_dump (restored);
  maker_assert_same (before, after);
  /* With its history. */
  g_assert_true (scr_store_undo (restored, NULL));
  /* Nothing is written over. */
  g_assert_false (scr_record_restore_backup (g_ptr_array_index (backups, 0), fixture->path, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (broken, "not a backup", -1, NULL));
  g_assert_false (scr_record_restore_backup (broken, none, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_A_RECORD);
  g_assert_false (g_file_test (none, G_FILE_TEST_EXISTS));
}

static void
test_backup_failure (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = create (fixture->path, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *folder = scr_record_dup_backup_folder (fixture->path);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  g_cancellable_cancel (cancelled);
  g_assert_false (scr_record_backup_if_due (store, cancelled, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CANCELLED);
  names = maker_list_folder (folder);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
}

#define ADD(path, function) g_test_add ("/records/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("create", test_create);
  ADD ("titles", test_titles);
  ADD ("example", test_example);
  ADD ("failures", test_failures);
  ADD ("backups/one-a-day", test_one_a_day);
  ADD ("backups/ten-kept", test_ten_kept);
  ADD ("backups/apart", test_apart);
  ADD ("backups/restore", test_restore);
  ADD ("backups/failure", test_backup_failure);
  return g_test_run ();
}
