/* Crash test: a writer is killed at a random moment, over and over. What it acknowledged must be there
 * afterwards.
 *
 * The writer is a forked child that says over a pipe which change it has just been told is on disk. Each of
 * its changes carries its number as its label and in the record's note, together with something random.
 */
#include "record-maker.h"

#include "scr-error.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUNDS 200
/* The longest that a writer lives, in microseconds. */
#define LIFE 60000

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = NULL;

  fixture->folder = maker_folder_new ();
  fixture->path = maker_path (fixture->folder, "a.scrutiny");
  store = maker_create (fixture->folder);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_free (fixture->path);
  maker_folder_free (fixture->folder);
}

static void
acknowledge (int fd, gint32 number)
{
  if (write (fd, &number, sizeof number) != sizeof number)
    _exit (3);
}

static void
write_one (ScrStore *store, GRand *rand, gint32 number)
{
  g_autoptr (ScrEdit) random = maker_random_edit (store, rand);
  g_autofree char *label = g_strdup_printf ("%d", number);
  g_autoptr (ScrEdit) edit = scr_edit_new (label);

  scr_edit_set_text (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "note", label);
  if (!scr_store_apply (store, edit, NULL) || !scr_store_apply (store, random, NULL))
    _exit (4);
}

/* Never returns. */
static void
write_until_killed (const char *path, int fd, gint32 first, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ScrStore *store = scr_store_open (path, SCR_STORE_DEFAULT, NULL);

  if (store == NULL)
    _exit (5);
  /* The record is open: what was acknowledged before still is. */
  acknowledge (fd, first - 1);
  for (gint32 number = first;; number++)
    {
      write_one (store, rand, number);
      /* Undoing and redoing writes too, and ends where it began. What is undone at the moment is not
       * acknowledged. */
      if (number % 5 == 0 && (!scr_store_undo (store, NULL) || !scr_store_redo (store, NULL)))
        _exit (6);
      acknowledge (fd, number);
    }
}

static void
kill_and_wait (pid_t child)
{
  int status;

  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  /* Nothing but our signal ended it. */
  g_assert_true (WIFSIGNALED (status));
  g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
}

/* Kills a writer at a random moment after it acknowledged @n_awaited times, first that it opened the record.
 * Returns the number of the last change that was acknowledged. */
static gint32
run_writer (const char *path, gint32 first, guint n_awaited, GRand *rand)
{
  guint32 seed = g_rand_int (rand);
  gulong life = (gulong)g_rand_int_range (rand, 0, LIFE);
  gint32 last = first - 1;
  gint32 number;
  int fds[2];
  pid_t child;

  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (fds[0]);
      write_until_killed (path, fds[1], first, seed);
    }
  close (fds[1]);
  /* However slow this machine is: what is awaited does not depend on the time it takes. */
  for (guint i = 0; i < n_awaited; i++)
    {
      g_assert_cmpint (read (fds[0], &number, sizeof number), ==, sizeof number);
      last = MAX (last, number);
    }
  g_usleep (life);
  kill_and_wait (child);
  while (read (fds[0], &number, sizeof number) == sizeof number)
    {
      g_assert_cmpint (number, <=, last + 1);
      last = MAX (last, number);
    }
  close (fds[0]);
  return last;
}

static gint32
read_note (ScrStore *store)
{
  g_autoptr (ScrItem) record = scr_source_get (SCR_SOURCE (store), SCR_KIND_RECORD, SCR_RECORD_ID);
  const char *note = scr_item_get_text (record, "note");

  return note != NULL ? (gint32)g_ascii_strtoll (note, NULL, 10) : 0;
}

static void
assert_undo_works (ScrStore *store)
{
  g_autofree char *before = maker_dump (store);
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;

  if (scr_store_get_undo_label (store) == NULL)
    return;
  g_assert_true (scr_store_undo (store, NULL));
  between = maker_dump (store);
  g_assert_cmpstr (before, !=, between);
  g_assert_true (scr_store_redo (store, NULL));
  after = maker_dump (store);
  maker_assert_same (before, after);
}

static void
test_edits (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  gint32 next = 1;
  guint wrote = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      /* Killed while they open or whenever; once they can write; once they wrote. */
      gint32 acknowledged = run_writer (fixture->path, next, MIN (round % 4, 2), rand);
      g_autoptr (ScrStore) store = maker_open (fixture->path, SCR_STORE_DEFAULT);
      gint32 kept = read_note (store);
      g_autofree char *labels = NULL;

      /* The one that was being written may be there or not. */
      g_assert_cmpint (kept, >=, acknowledged);
      g_assert_cmpint (kept, <=, acknowledged + 1);
      labels = g_strdup_printf ("SELECT count(*) FROM change WHERE label GLOB '[0-9]*' AND state = 0"
                                " AND CAST (label AS INTEGER) <= %d",
                                acknowledged);
      g_assert_cmpint (maker_query_int (store, labels), ==, acknowledged);
      maker_assert_sound (store);
      if (round % 10 == 0)
        assert_undo_works (store);
      wrote += acknowledged >= next ? 1 : 0;
      next = kept + 1;
    }
  g_test_message ("%d changes, acknowledged in %u of %d rounds", next - 1, wrote, ROUNDS);
  g_assert_cmpuint (wrote, >, ROUNDS / 10);
}

static void
run_until (const char *path, const char *target, gulong life)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      ScrStore *store = scr_store_open (path, SCR_STORE_READ_ONLY, NULL);

      for (;;)
        if (store == NULL || !scr_store_copy_to (store, target, NULL, NULL, NULL, NULL))
          _exit (5);
    }
  g_usleep (life);
  kill_and_wait (child);
}

/* A copy that was killed leaves the earlier one, or a whole one. */
static void
test_copies (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  g_autofree char *target = maker_path (fixture->folder, "copy.scrutiny");

  for (guint round = 0; round < 20; round++)
    {
      run_until (fixture->path, target, (gulong)g_rand_int_range (rand, 0, LIFE));
      if (g_file_test (target, G_FILE_TEST_EXISTS))
        {
          g_autoptr (ScrStore) copy = maker_open (target, SCR_STORE_DEFAULT);

          maker_assert_sound (copy);
        }
    }
}

static void
attach_until (const char *path, const char *file, gulong life)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GFile) attached = g_file_new_for_path (file);
      ScrStore *store = scr_store_open (path, SCR_STORE_DEFAULT, NULL);

      /* A forked child would make the same identities as the one before it. */
      g_random_set_seed ((guint32)getpid ());
      for (;;)
        {
          g_autoptr (ScrEdit) edit = scr_edit_new ("Attach");
          g_autoptr (GError) error = NULL;
          g_autofree char *id = store != NULL ? scr_store_attach (store, attached, edit, NULL, NULL, NULL, &error) : NULL;

          if (id == NULL || !scr_store_apply (store, edit, &error))
            g_printerr ("%s\n", error->message);
          if (error != NULL)
            _exit (5);
        }
    }
  g_usleep (life);
  kill_and_wait (child);
}

/* Half a file is taken out again, and every attachment has all of its content. */
static void
test_attachments (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  g_autofree char *file = maker_path (fixture->folder, "paper.pdf");
  g_autofree char *content = g_malloc0 (3 * 1024 * 1024);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (ScrStore) store = NULL;
      const ScrQuery query = {.kind = "attachment"};
      g_autoptr (GPtrArray) items = NULL;
      g_autofree char *target = maker_path (fixture->folder, "out.pdf");
      g_autoptr (GFile) out = g_file_new_for_path (target);

      content[round] = 1;
      g_assert_true (g_file_set_contents (file, content, 3 * 1024 * 1024, NULL));
      attach_until (fixture->path, file, (gulong)g_rand_int_range (rand, 0, 3 * LIFE));
      store = maker_open (fixture->path, SCR_STORE_DEFAULT);
      g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM file WHERE sha256 IS NULL"), ==, 0);
      g_assert_cmpint (
          maker_query_int (store,
                           "SELECT count(*) FROM file_part WHERE file NOT IN (SELECT number FROM file)"),
          ==, 0);
      items = scr_source_list (SCR_SOURCE (store), &query);
      if (items->len > 0)
        g_assert_true (scr_store_extract (store, scr_item_get_id (g_ptr_array_index (items, items->len - 1)),
                                          out, NULL, NULL, NULL, NULL));
    }
}

#define ADD(path, function) g_test_add ("/crash/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("edits", test_edits);
  ADD ("copies", test_copies);
  ADD ("attachments", test_attachments);
  return g_test_run ();
}
