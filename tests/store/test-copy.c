/* Tests of copies: whole, private, and never over a record that is open. */
#include "record-maker.h"

#include "scr-error.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  ScrStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  maker_folder_free (fixture->folder);
}

static void
assert_copy_fails (Fixture *fixture, const char *target, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (scr_store_copy_to (fixture->store, target, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, code);
}

static void
test_copy (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  g_autofree char *path = maker_path (fixture->folder, "copy.scrutiny");
  g_autofree char *linked = maker_path (fixture->folder, "link.scrutiny");
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;
  g_autoptr (ScrStore) copy = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  GStatBuf info;

  g_assert_true (scr_store_copy_to (fixture->store, path, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  copy = maker_open (path, SCR_STORE_DEFAULT);
  after = maker_dump (copy);
  maker_assert_same (before, after);
  g_assert_cmpstr (scr_store_get_undo_label (copy), ==, "Board");

  /* Never over a record that is open, least of all over itself. */
  assert_copy_fails (fixture, path, SCR_ERROR_BUSY);
  assert_copy_fails (fixture, scr_store_get_path (fixture->store), SCR_ERROR_BUSY);
  g_assert_cmpint (symlink (scr_store_get_path (fixture->store), linked), ==, 0);
  assert_copy_fails (fixture, linked, SCR_ERROR_BUSY);
  assert_copy_fails (fixture, "/no/such/folder/copy.scrutiny", SCR_ERROR_READ_ONLY);
  scr_store_close (copy);

  g_cancellable_cancel (cancelled);
  g_assert_false (scr_store_copy_to (fixture->store, path, NULL, NULL, cancelled, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CANCELLED);
  g_clear_error (&error);
  /* The earlier copy is as it was. */
  g_clear_object (&copy);
  copy = maker_open (path, SCR_STORE_DEFAULT);
  maker_assert_sound (copy);
  maker_set (fixture->store, "group", id, "title", "Still kept");
  maker_assert_sound (fixture->store);
}

/* A log that was left beside the old file must not be taken for the new one's. */
static void
test_copy_over_leftover_log (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = maker_path (fixture->folder, "copy.scrutiny");
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *our_log = g_strconcat (scr_store_get_path (fixture->store), "-wal", NULL);
  g_autofree char *content = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  g_autoptr (ScrStore) copy = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (our_log, &content, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  g_assert_true (scr_store_copy_to (fixture->store, path, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_set_contents (log, content, (gssize)length, NULL));
  for (guint i = 0; i < 50; i++)
    g_free (maker_add (fixture->store, "meeting", "Meeting", NULL));
  before = maker_dump (fixture->store);
  g_assert_true (scr_store_copy_to (fixture->store, path, NULL, NULL, NULL, NULL));
  copy = maker_open (path, SCR_STORE_DEFAULT);
  after = maker_dump (copy);
  maker_assert_same (before, after);
}

#define ADD(path, function) g_test_add ("/copy/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("whole", test_copy);
  ADD ("over-leftover-log", test_copy_over_leftover_log);
  return g_test_run ();
}
