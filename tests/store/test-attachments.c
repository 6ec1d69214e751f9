/* Tests of attached files: large ones stream, the same content is kept once, what comes out is what went in.
 */
#include "record-maker.h"

#include "scr-error.h"

#include <glib/gstdio.h>
#include <string.h>

#define LARGE ((goffset)200 * 1024 * 1024)
#define CHUNK (1024 * 1024)
/* What may be in memory of a large file at once, in KiB, with SQLite's own pages. */
#define MAY_GROW (120 * 1024)

typedef struct
{
  char *folder;
  ScrStore *store;
  GFile *file;
  GFile *out;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;

  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  path = maker_path (fixture->folder, "paper.pdf");
  out = maker_path (fixture->folder, "out.pdf");
  fixture->file = g_file_new_for_path (path);
  fixture->out = g_file_new_for_path (out);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_object_unref (fixture->file);
  g_object_unref (fixture->out);
  maker_folder_free (fixture->folder);
}

static void
write_file (GFile *file, const char *content, gssize length)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (file), content, length, NULL));
}

static char *
attach (Fixture *fixture)
{
  ScrEdit *edit = scr_edit_new ("Attach");
  g_autoptr (GError) error = NULL;
  char *id = scr_store_attach (fixture->store, fixture->file, edit, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  maker_apply (fixture->store, edit);
  return id;
}

static void
assert_extract_equals (Fixture *fixture, const char *id, const char *content, gsize length)
{
  g_autofree char *extracted = NULL;
  g_autoptr (GError) error = NULL;
  gsize n;

  scr_store_extract (fixture->store, id, fixture->out, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->out), &extracted, &n, NULL));
  g_assert_cmpmem (extracted, n, content, length);
}

static void
test_round_trip (Fixture *fixture, gconstpointer unused)
{
  const gsize sizes[] = {0, 1, 4095, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 17};

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *content = g_malloc (sizes[i] + 1);
      g_autofree char *id = NULL;
      g_autoptr (ScrItem) item = NULL;

      for (gsize k = 0; k < sizes[i]; k++)
        content[k] = (char)(k * 31 + k / 255);
      write_file (fixture->file, content, (gssize)sizes[i]);
      id = attach (fixture);
      assert_extract_equals (fixture, id, content, sizes[i]);
      item = scr_source_get (SCR_SOURCE (fixture->store), "attachment", id);
      g_assert_cmpstr (scr_item_get_text (item, "title"), ==, "paper.pdf");
      g_assert_cmpfloat (scr_item_get_number (item, "size"), ==, (double)sizes[i]);
      g_assert_cmpuint (strlen (scr_item_get_text (item, "sha256")), ==, 64);
    }
  maker_assert_sound (fixture->store);
}

static void
test_kept_once (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) files = NULL;

  write_file (fixture->file, "the same", -1);
  first = attach (fixture);
  second = attach (fixture);
  g_assert_cmpstr (first, !=, second);
  files = scr_store_list_files (fixture->store);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM file_part"), ==, 1);
  maker_do (fixture->store, SCR_OP_PURGE, "attachment", first);
  assert_extract_equals (fixture, second, "the same", 8);
  /* What is deleted for good may still come back. */
  maker_do (fixture->store, SCR_OP_PURGE, "attachment", second);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  fixture->store = maker_reopen (fixture->store);
  assert_extract_equals (fixture, second, "the same", 8);
}

/* In KiB, the most that this process ever had. */
static glong
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return -1;
  line = strstr (status, "VmHWM:");
  return line != NULL ? strtol (line + strlen ("VmHWM:"), NULL, 10) : -1;
}

static void
write_large (GFile *file)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  g_autofree guint32 *chunk = g_malloc (CHUNK);

  for (goffset at = 0; at < LARGE; at += CHUNK)
    {
      for (guint i = 0; i < CHUNK / sizeof *chunk; i++)
        chunk[i] = (guint32)(at + i) * 2654435761u;
      g_assert_true (g_output_stream_write_all (G_OUTPUT_STREAM (stream), chunk, CHUNK, NULL, NULL, NULL));
    }
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL));
}

static char *
hash_large (GFile *file)
{
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *chunk = g_malloc (CHUNK);
  gssize n;

  while ((n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK, NULL, NULL)) > 0)
    g_checksum_update (checksum, chunk, n);
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_large (Fixture *fixture, gconstpointer unused)
{
  glong before, after;
  g_autofree char *id = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  write_large (fixture->file);
  before = get_peak ();
  id = attach (fixture);
  g_assert_true (scr_store_extract (fixture->store, id, fixture->out, NULL, NULL, NULL, NULL));
  after = get_peak ();
  if (before > 0)
    {
      g_test_message ("peak memory grew by %ld KiB", after - before);
      g_assert_cmpint (after - before, <, MAY_GROW);
    }
  ours = hash_large (fixture->file);
  theirs = hash_large (fixture->out);
  g_assert_cmpstr (ours, ==, theirs);
}

static void
assert_attach_fails (Fixture *fixture, GFile *file, GCancellable *cancellable, int code)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Attach");
  g_autoptr (GError) error = NULL;

  g_assert_null (scr_store_attach (fixture->store, file, edit, NULL, NULL, cancellable, &error));
  g_assert_error (error, SCR_ERROR, code);
  g_assert_cmpuint (scr_edit_get_n_rows (edit), ==, 0);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM file"), ==, 0);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM file_part"), ==, 0);
}

static void
test_failures (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);

  assert_attach_fails (fixture, fixture->file, NULL, SCR_ERROR_NOT_FOUND);
  assert_attach_fails (fixture, folder, NULL, SCR_ERROR_INVALID);
  write_file (fixture->file, "x", 1);
  g_cancellable_cancel (cancelled);
  assert_attach_fails (fixture, fixture->file, cancelled, SCR_ERROR_CANCELLED);
  /* Work goes on. */
  g_free (attach (fixture));
}

/* What an end in the middle left behind is gone with the next opening, and never counted. */
static void
test_left_behind (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = g_strdup (scr_store_get_path (fixture->store));
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  write_file (fixture->file, "kept", 4);
  id = attach (fixture);
  scr_store_close (fixture->store);
  g_clear_object (&fixture->store);
  maker_execute (path, "INSERT INTO file (number) VALUES (99)");
  maker_execute (path, "INSERT INTO file_part (file, part, data) VALUES (99, 0, x'00')");
  fixture->store = scr_store_open (path, SCR_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  files = scr_store_list_files (fixture->store);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM file"), ==, 1);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM file_part"), ==, 1);
  assert_extract_equals (fixture, id, "kept", 4);
}

typedef struct
{
  char *path;
  GFile *file;
  gboolean done; /* atomic */
} Beside;

static gpointer
attach_beside (gpointer data)
{
  Beside *beside = data;
  g_autoptr (ScrStore) store = scr_store_open (beside->path, SCR_STORE_WORKER, NULL);
  ScrEdit *edit = scr_edit_new ("Attach");
  g_autofree char *id = scr_store_attach (store, beside->file, edit, NULL, NULL, NULL, NULL);

  scr_store_close (store);
  g_assert_nonnull (id);
  g_atomic_int_set (&beside->done, TRUE);
  return edit;
}

/* While a large file is taken in by a worker, the one who has the record open goes on writing; then makes the file part
 * of it. */
static void
test_beside (Fixture *fixture, gconstpointer unused)
{
  Beside beside = {g_strdup (scr_store_get_path (fixture->store)), fixture->file, FALSE};
  guint written = 0;
  GThread *thread;
  ScrEdit *edit;
  g_autofree char *id = NULL;

  write_large (fixture->file);
  thread = g_thread_new ("attach", attach_beside, &beside);
  while (!g_atomic_int_get (&beside.done))
    {
      ScrEdit *other = scr_edit_new ("Add");

      scr_edit_set_text (other, "meeting", scr_edit_add (other, "meeting", NULL), "title", "Board");
      maker_apply (fixture->store, other);
      written++;
      g_usleep (5000);
    }
  g_test_message ("%u changes were written meanwhile", written);
  g_assert_cmpuint (written, >, 0);
  edit = g_thread_join (thread);
  id = g_strdup (scr_edit_get_row (edit, 0)->id);
  maker_apply (fixture->store, edit);
  g_assert_true (scr_store_extract (fixture->store, id, fixture->out, NULL, NULL, NULL, NULL));
  g_free (beside.path);
}

/* A copy that would take the place of an open record is refused. */
static void
test_extract_over_record (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = NULL;
  g_autoptr (GFile) record = g_file_new_for_path (scr_store_get_path (fixture->store));
  g_autoptr (GError) error = NULL;

  write_file (fixture->file, "x", 1);
  id = attach (fixture);
  g_assert_false (scr_store_extract (fixture->store, id, record, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_BUSY);
  g_assert_true (scr_store_is_open_here (record));
  g_assert_false (scr_store_is_open_here (fixture->file));
}

/* Cancelled in the middle, from another thread as a window would. */
static gpointer
cancel_soon (gpointer data)
{
  g_usleep (20000);
  g_cancellable_cancel (data);
  return NULL;
}

static void
test_cancel (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GThread *thread;

  write_large (fixture->file);
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  assert_attach_fails (fixture, fixture->file, cancellable, SCR_ERROR_CANCELLED);
  g_thread_join (thread);
}

/* File systems allow names that titles do not. */
static void
test_names (Fixture *fixture, gconstpointer unused)
{
  static const char *const names[] = {"two\nlines.pdf", "bell\a.txt", "not \xff UTF-8", "-", "“quoted”"};
  g_autofree char *long_name = g_strnfill (240, 'x');

  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = maker_path (fixture->folder, i < G_N_ELEMENTS (names) ? names[i] : long_name);
      g_autofree char *id = NULL;

      g_object_unref (fixture->file);
      fixture->file = g_file_new_for_path (path);
      write_file (fixture->file, path, -1);
      id = attach (fixture);
      assert_extract_equals (fixture, id, path, strlen (path));
    }
}

/* What cannot be taken out whole leaves what was there. */
static void
test_extract_failures (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  write_file (fixture->file, "content", -1);
  write_file (fixture->out, "earlier", -1);
  id = attach (fixture);
  g_assert_false (scr_store_extract (fixture->store, "no-such-item", fixture->out, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_false (scr_store_extract (fixture->store, id, fixture->out, NULL, NULL, cancelled, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CANCELLED);
  g_clear_error (&error);
  maker_execute (scr_store_get_path (fixture->store), "UPDATE file_part SET data = x'00'");
  g_assert_false (scr_store_extract (fixture->store, id, fixture->out, NULL, NULL, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (scr_store_read_file (fixture->store, "00", memory, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_assert_true (g_file_get_contents (g_file_peek_path (fixture->out), &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "earlier");
}

static void
test_keep_file (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GInputStream) right = g_memory_input_stream_new_from_data ("abc", 3, NULL);
  g_autoptr (GInputStream) wrong = g_memory_input_stream_new_from_data ("abd", 3, NULL);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "abc", 3);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (scr_store_keep_file (fixture->store, sha256, wrong, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_DAMAGED);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM file"), ==, 0);
  g_assert_true (scr_store_keep_file (fixture->store, sha256, right, NULL, NULL));
  files = scr_store_list_files (fixture->store);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (files, 0), ==, sha256);
}

#define ADD(path, function) g_test_add ("/attachments/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("large", test_large);
  ADD ("round-trip", test_round_trip);
  ADD ("kept-once", test_kept_once);
  ADD ("beside", test_beside);
  ADD ("extract-over-record", test_extract_over_record);
  ADD ("failures", test_failures);
  ADD ("left-behind", test_left_behind);
  ADD ("cancel", test_cancel);
  ADD ("names", test_names);
  ADD ("extract-failures", test_extract_failures);
  ADD ("keep-file", test_keep_file);
  return g_test_run ();
}
