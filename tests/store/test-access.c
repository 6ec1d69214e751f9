/* Tests of what the file system and other processes refuse: no right to read or write, a full disk, a record
 * in use.
 *
 * Root may do anything, so what depends on rights runs in a child as nobody. What needs a disk of its own is
 * skipped where none may be mounted.
 */
#include "record-maker.h"

#include "scr-error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define NOBODY 65534
#define WORKED 100
/* More than the log may grow to before it is taken over. */
#define BALLAST (6 * 1024 * 1024)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

/* Newer GLib keeps each program's files in a folder that only their owner may enter. */
static void
let_others_through (const char *folder)
{
  g_autofree char *above = g_path_get_dirname (folder);
  struct stat about;

  g_assert_cmpint (stat (above, &about), ==, 0);
  if (!(about.st_mode & S_IXOTH))
    g_assert_cmpint (g_chmod (above, (about.st_mode & 07777) | S_IXOTH), ==, 0);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = NULL;

  fixture->folder = maker_folder_new ();
  let_others_through (fixture->folder);
  fixture->path = maker_path (fixture->folder, "a.scrutiny");
  store = maker_create (fixture->folder);
  g_free (maker_add (store, "group", "Board", NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_chmod (fixture->folder, 0700);
  g_free (fixture->path);
  maker_folder_free (fixture->folder);
}

/* What opening gives in another process: an error's code, or WORKED. */
static int
open_elsewhere (const char *path, ScrStoreFlags flags, gboolean as_nobody)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;
      ScrStore *store;

      if (as_nobody && getuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (99);
      store = scr_store_open (path, flags, &error);
      if (store == NULL)
        _exit (error != NULL && error->domain == SCR_ERROR ? error->code : 98);
      if (scr_source_count (SCR_SOURCE (store), &(ScrQuery) {.kind = "group"}) == 0)
        _exit (97);
      g_object_unref (store);
      _exit (WORKED);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static void
assert_alone (Fixture *fixture)
{
  g_auto (GStrv) names = maker_list_folder (fixture->folder);

  g_assert_cmpuint (g_strv_length (names), ==, 1);
}

static void
test_unreadable (Fixture *fixture, gconstpointer unused)
{
  g_chmod (fixture->folder, 0777);
  g_chmod (fixture->path, 0000);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_DEFAULT, TRUE), ==, SCR_ERROR_UNREADABLE);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_READ_ONLY, TRUE), ==, SCR_ERROR_UNREADABLE);
  assert_alone (fixture);
}

static void
test_read_only_file (Fixture *fixture, gconstpointer unused)
{
  g_chmod (fixture->folder, 0777);
  g_chmod (fixture->path, 0444);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_DEFAULT, TRUE), ==, SCR_ERROR_READ_ONLY);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_READ_ONLY, TRUE), ==, WORKED);
  assert_alone (fixture);
}

static void
test_read_only_folder (Fixture *fixture, gconstpointer unused)
{
  g_chmod (fixture->path, 0666);
  g_chmod (fixture->folder, 0555);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_DEFAULT, TRUE), ==, SCR_ERROR_READ_ONLY);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_READ_ONLY, TRUE), ==, WORKED);
  g_chmod (fixture->folder, 0755);
  assert_alone (fixture);
}

/* A folder that may not even be entered. */
static void
test_closed_folder (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_hash_file (fixture->path);
  g_autofree char *after = NULL;
  int code;

  g_chmod (fixture->folder, 0000);
  code = open_elsewhere (fixture->path, SCR_STORE_DEFAULT, TRUE);
  g_assert_true (code == SCR_ERROR_NOT_FOUND || code == SCR_ERROR_UNREADABLE);
  g_chmod (fixture->folder, 0700);
  after = maker_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_in_use (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = maker_open (fixture->path, SCR_STORE_DEFAULT);
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = g_strconcat (fixture->path, "-lock", NULL);

  g_assert_true (g_file_test (lock, G_FILE_TEST_EXISTS));
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_DEFAULT, FALSE), ==, SCR_ERROR_BUSY);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_READ_ONLY, FALSE), ==, WORKED);
  /* The same holds within one process. */
  g_assert_null (scr_store_open (fixture->path, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_BUSY);
  /* Neither took anything from the one that writes. */
  g_free (maker_add (store, "group", "Executive", NULL));
  maker_assert_sound (store);
  scr_store_close (store);
  g_assert_false (g_file_test (lock, G_FILE_TEST_EXISTS));
  assert_alone (fixture);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_DEFAULT, FALSE), ==, WORKED);
  assert_alone (fixture);
}

static void
test_worker (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = maker_open (fixture->path, SCR_STORE_DEFAULT);
  g_autoptr (ScrStore) worker = maker_open (fixture->path, SCR_STORE_WORKER);
  g_autoptr (ScrStore) reader = maker_open (fixture->path, SCR_STORE_WORKER | SCR_STORE_READ_ONLY);
  g_autofree char *id = maker_add (store, "group", "Executive", NULL);
  g_autoptr (ScrItem) seen = scr_source_get (SCR_SOURCE (reader), "group", id);

  g_assert_cmpstr (scr_item_get_text (seen, "title"), ==, "Executive");
  g_free (maker_add (worker, "group", "Subgroup", NULL));
  g_assert_cmpuint (scr_source_count (SCR_SOURCE (store), &(ScrQuery) {.kind = "group"}), ==, 3);
  scr_store_close (worker);
  scr_store_close (reader);
  maker_assert_sound (store);
}

/* The lock of a process that died holds nobody up. */
static void
test_leftover_lock (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *lock = g_strconcat (fixture->path, "-lock", NULL);

  g_assert_true (g_file_set_contents (lock, "", 0, NULL));
  g_object_unref (maker_open (fixture->path, SCR_STORE_DEFAULT));
  assert_alone (fixture);
}

/* A lock that leads elsewhere would let an enemy choose which file we make or remove. */
static void
test_lock_is_link (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *lock = g_strconcat (fixture->path, "-lock", NULL);
  g_autofree char *victim = maker_path (fixture->folder, "victim");
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink (victim, lock), ==, 0);
  g_assert_null (scr_store_open (fixture->path, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  g_assert_false (g_file_test (victim, G_FILE_TEST_EXISTS));
}

/* A link is the record itself: one lock for both, in whichever order they are opened. */
static void
test_by_link (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *link = maker_path (fixture->folder, "link.scrutiny");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStore) store = NULL;

  g_assert_cmpint (symlink (fixture->path, link), ==, 0);
  store = scr_store_open (link, SCR_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (open_elsewhere (fixture->path, SCR_STORE_DEFAULT, FALSE), ==, SCR_ERROR_BUSY);
  g_assert_cmpint (open_elsewhere (link, SCR_STORE_DEFAULT, FALSE), ==, SCR_ERROR_BUSY);
  g_assert_null (scr_store_open (fixture->path, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_BUSY);
  scr_store_close (store);
  g_unlink (link);
}

/* Under two names there would be two logs, and both writers would write over each other. */
static void
test_by_other_name (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *other = maker_path (fixture->folder, "other.scrutiny");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStore) store = scr_store_open (fixture->path, SCR_STORE_DEFAULT, &error);
  g_autoptr (ScrStore) reader = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (link (fixture->path, other), ==, 0);
  g_assert_null (scr_store_open (other, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  g_assert_cmpint (open_elsewhere (other, SCR_STORE_DEFAULT, FALSE), ==, SCR_ERROR_READ_ONLY);
  g_clear_error (&error);
  reader = scr_store_open (other, SCR_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  g_free (maker_add (store, "group", "Second board", NULL));
  scr_store_close (reader);
  scr_store_close (store);
  g_unlink (other);
  g_clear_object (&store);
  store = scr_store_open (fixture->path, SCR_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (scr_store_check (store, &error));
}

/* --- Full disk --- */

static char *
mount_disk (Fixture *fixture, const char *options)
{
  char *disk = maker_path (fixture->folder, "disk");

  g_assert_cmpint (g_mkdir (disk, 0700), ==, 0);
  if (mount ("none", disk, "tmpfs", 0, options) == 0)
    return disk;
  g_test_skip ("no disk may be mounted here");
  g_free (disk);
  return NULL;
}

static void
unmount (char *disk)
{
  g_assert_cmpint (umount (disk), ==, 0);
  g_free (disk);
}

static void
test_full_at_creation (Fixture *fixture, gconstpointer unused)
{
  char *disk = mount_disk (fixture, "size=256k");
  g_autofree char *path = disk != NULL ? maker_path (disk, "b.scrutiny") : NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;

  if (disk == NULL)
    return;
  g_assert_null (scr_store_open (path, SCR_STORE_CREATE, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_DISK_FULL);
  names = maker_list_folder (disk);
  g_assert_cmpuint (g_strv_length (names), ==, 0);
  unmount (disk);
}

static gboolean
add_long (ScrStore *store, GError **error)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Add");
  g_autofree char *text = g_strnfill (50000, 'x');
  const char *id = scr_edit_add (edit, "group", NULL);

  scr_edit_set_text (edit, "group", id, "title", "Board");
  scr_edit_set_text (edit, "group", id, "note", text);
  return scr_store_apply (store, edit, error);
}

static void
fill (ScrStore *store)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000 && error == NULL; i++)
    add_long (store, &error);
  g_assert_error (error, SCR_ERROR, SCR_ERROR_DISK_FULL);
}

/* What fits is kept, what does not is refused, and when there is room again work goes on. */
static void
test_full_at_work (Fixture *fixture, gconstpointer unused)
{
  char *disk = mount_disk (fixture, "size=12m");
  g_autofree char *ballast = disk != NULL ? maker_path (disk, "ballast") : NULL;
  g_autofree char *copy = disk != NULL ? maker_path (disk, "copy.scrutiny") : NULL;
  g_autofree char *zeros = g_malloc0 (BALLAST);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GFile) big = NULL;
  g_autoptr (ScrEdit) edit = scr_edit_new ("Attach");
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  ScrStore *store;

  if (disk == NULL)
    return;
  g_assert_true (g_file_set_contents (ballast, zeros, BALLAST, NULL));
  big = g_file_new_for_path (ballast);
  store = maker_create (disk);
  fill (store);
  before = maker_dump (store);
  g_assert_false (add_long (store, NULL));
  g_assert_null (scr_store_attach (store, big, edit, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_DISK_FULL);
  g_clear_error (&error);
  g_assert_false (scr_store_copy_to (store, copy, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_DISK_FULL);
  g_clear_error (&error);
  after = maker_dump (store);
  maker_assert_same (before, after);

  store = maker_reopen (store);
  g_unlink (ballast);
  add_long (store, &error);
  g_assert_no_error (error);
  scr_store_undo (store, &error);
  g_assert_no_error (error);
  g_clear_pointer (&after, g_free);
  after = maker_dump (store);
  maker_assert_same (before, after);
  maker_assert_sound (store);
  g_object_unref (store);
  names = maker_list_folder (disk);
  g_assert_cmpuint (g_strv_length (names), ==, 1);
  unmount (disk);
}

#define ADD(path, function) g_test_add ("/access/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  /* Another user must be able to reach the folder, though not the file: a private temporary folder would hide
   * both. */
  g_unsetenv ("TMPDIR");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("unreadable", test_unreadable);
  ADD ("read-only-file", test_read_only_file);
  ADD ("read-only-folder", test_read_only_folder);
  ADD ("closed-folder", test_closed_folder);
  ADD ("in-use", test_in_use);
  ADD ("worker", test_worker);
  ADD ("leftover-lock", test_leftover_lock);
  ADD ("lock-is-link", test_lock_is_link);
  ADD ("by-link", test_by_link);
  ADD ("by-other-name", test_by_other_name);
  ADD ("full-at-creation", test_full_at_creation);
  ADD ("full-at-work", test_full_at_work);
  return g_test_run ();
}
