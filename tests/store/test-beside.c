/* A record that is open here and read elsewhere: readers in this process and in others must take nothing
 * away.
 *
 * POSIX drops a process's locks on a file when any descriptor of it is closed; what is written afterwards
 * must still be found by everybody.
 */
#include "config.h"

#include "scr-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  ScrStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Seed");

  fixture->folder = g_dir_make_tmp ("scrutiny-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "a.scrutiny", NULL);
  fixture->store = scr_store_open (fixture->path, SCR_STORE_CREATE, NULL);
  g_assert_nonnull (fixture->store);
  scr_edit_add (edit, SCR_KIND_RECORD, SCR_RECORD_ID);
  scr_edit_set_text (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "title", "0");
  g_assert_true (scr_store_seed (fixture->store, edit, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
write_title (Fixture *fixture, const char *title)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Title");
  g_autoptr (GError) error = NULL;

  scr_edit_set_text (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "title", title);
  scr_store_apply (fixture->store, edit, &error);
  g_assert_no_error (error);
}

/* Reads the record in another program, and leaves it as a person closes a program. A mere fork would not do:
 * SQLite's own notes of who has which file open would be inherited. */
static void
assert_title_elsewhere (Fixture *fixture, const char *expected)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *const command[] = {self, "--read", fixture->path, expected, NULL};
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **)command, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static int
read_title (const char *path, const char *expected)
{
  g_autoptr (ScrStore) reader = scr_store_open (path, SCR_STORE_READ_ONLY, NULL);
  g_autoptr (ScrItem) record
      = reader != NULL ? scr_source_get (SCR_SOURCE (reader), SCR_KIND_RECORD, SCR_RECORD_ID) : NULL;

  return record != NULL && g_strcmp0 (scr_item_get_text (record, "title"), expected) == 0 ? 0 : 1;
}

static gpointer
read_on_a_thread (gpointer data)
{
  const Fixture *fixture = data;

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (ScrStore) reader = scr_store_open (fixture->path, SCR_STORE_READ_ONLY, NULL);

      g_assert_nonnull (reader);
    }
  return NULL;
}

static void
test_reader_of_this_process (Fixture *fixture, gconstpointer unused)
{
  write_title (fixture, "1");
  g_thread_join (g_thread_new ("reader", read_on_a_thread, fixture));
  assert_title_elsewhere (fixture, "1");
  write_title (fixture, "2");
  assert_title_elsewhere (fixture, "2");
  g_assert_true (scr_store_undo (fixture->store, NULL));
  assert_title_elsewhere (fixture, "1");
}

/* As a file dialog does that looks what kinds of file there are. */
static void
test_somebody_looks_at_the_file (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *data = NULL;
  gsize length;

  write_title (fixture, "1");
  g_assert_true (g_file_get_contents (fixture->path, &data, &length, NULL));
  assert_title_elsewhere (fixture, "1");
  write_title (fixture, "2");
  assert_title_elsewhere (fixture, "2");
  g_clear_object (&fixture->store);
  fixture->store = scr_store_open (fixture->path, SCR_STORE_DEFAULT, NULL);
  g_assert_nonnull (fixture->store);
  assert_title_elsewhere (fixture, "2");
}

/* A reader that nobody writes beside leaves the record as one file. */
static void
test_last_reader_cleans_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *lock = g_strconcat (fixture->path, "-lock", NULL);

  write_title (fixture, "1");
  g_clear_object (&fixture->store);
  assert_title_elsewhere (fixture, "1");
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--read"))
    return read_title (argv[2], argv[3]);
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/beside/reader-of-this-process", Fixture, NULL, set_up, test_reader_of_this_process,
              tear_down);
  g_test_add ("/beside/somebody-looks-at-the-file", Fixture, NULL, set_up, test_somebody_looks_at_the_file,
              tear_down);
  g_test_add ("/beside/last-reader-cleans-up", Fixture, NULL, set_up, test_last_reader_cleans_up, tear_down);
  return g_test_run ();
}
