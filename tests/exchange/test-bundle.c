/* Tests of bundles: what goes out comes in exactly, and what is shipped can be taken in. */
#include "record-maker.h"

#include "scr-bundle.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  ScrStore *store;
  char *bundle;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  fixture->bundle = maker_path (fixture->folder, "bundle.json");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_free (fixture->bundle);
  maker_folder_free (fixture->folder);
}

static void
write_out (ScrStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;

  scr_bundle_write (store, path, NULL, &error);
  g_assert_no_error (error);
}

static void
read_in (ScrStore *store, const char *path)
{
  g_autoptr (GError) error = NULL;

  scr_bundle_read (store, path, NULL, &error);
  g_assert_no_error (error);
}

static ScrStore *
new_empty (Fixture *fixture, const char *name)
{
  g_autofree char *path = maker_path (fixture->folder, name);

  return maker_open (path, SCR_STORE_CREATE);
}

static void
attach_some (Fixture *fixture, GRand *rand)
{
  g_autofree char *path = maker_path (fixture->folder, "file.bin");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  for (guint i = 0; i < 4; i++)
    {
      ScrEdit *edit = scr_edit_new ("Attach");
      gsize length = (gsize)g_rand_int_range (rand, 0, 3 * 1024 * 1024);
      g_autofree char *content = g_malloc (length + 1);

      for (gsize k = 0; k < length; k++)
        content[k] = (char)g_rand_int (rand);
      g_assert_true (g_file_set_contents (path, content, (gssize)length, NULL));
      g_free (scr_store_attach (fixture->store, file, edit, NULL, NULL, NULL, NULL));
      maker_apply (fixture->store, edit);
    }
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *again = maker_path (fixture->folder, "again.json");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *hash_again = NULL;
  g_autoptr (ScrStore) other = NULL;

  for (guint i = 0; i < 250; i++)
    maker_apply (fixture->store, maker_random_edit (fixture->store, rand));
  attach_some (fixture, rand);
  write_out (fixture->store, fixture->bundle);
  other = new_empty (fixture, "b.scrutiny");
  read_in (other, fixture->bundle);
  first = maker_dump (fixture->store);
  second = maker_dump (other);
  maker_assert_same (first, second);
  maker_assert_sound (other);
  write_out (other, again);
  hash = maker_hash_file (fixture->bundle);
  hash_again = maker_hash_file (again);
  g_assert_cmpstr (hash, ==, hash_again);
  /* In one change, which can be undone whole. */
  g_assert_cmpint (maker_query_int (other, "SELECT count(*) FROM change"), ==, 1);
  g_assert_true (scr_store_undo (other, NULL));
  g_assert_cmpint (maker_query_int (other, "SELECT count(*) FROM meeting"), ==, 0);
  maker_assert_sound (other);
}

/* Taking in what is there already alters nothing; taking in what was altered alters it back. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n;

  for (guint i = 0; i < 150; i++)
    maker_apply (fixture->store, maker_random_edit (fixture->store, rand));
  before = maker_dump (fixture->store);
  write_out (fixture->store, fixture->bundle);
  n = maker_query_int (fixture->store, "SELECT count(*) FROM change");
  read_in (fixture->store, fixture->bundle);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM change"), ==, n);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (ScrEdit) edit = maker_random_edit (fixture->store, rand);

      /* What was added since stays, so only what alters is of use here. */
      if (scr_edit_get_n_rows (edit) > 0 && scr_edit_get_row (edit, 0)->op != SCR_OP_ADD)
        g_assert_true (scr_store_apply (fixture->store, edit, NULL));
    }
  read_in (fixture->store, fixture->bundle);
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
  maker_assert_sound (fixture->store);
}

/* What went into the bin before that which it belongs to does not take it out again. */
static void
test_again_bin (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *meeting = maker_add (fixture->store, "meeting", "Board", NULL);
  g_autofree char *item = maker_add (fixture->store, "agenda_item", "Welcome", "meeting", meeting, NULL);
  g_autofree char *person = maker_add (fixture->store, "person", "Chair", NULL);
  g_autofree char *interest
      = maker_add (fixture->store, "interest", "Trustee", "item", item, "who", person, NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 n;

  maker_do (fixture->store, SCR_OP_BIN, "interest", interest);
  maker_do (fixture->store, SCR_OP_BIN, "agenda_item", item);
  maker_do (fixture->store, SCR_OP_BIN, "meeting", meeting);
  before = maker_dump (fixture->store);
  write_out (fixture->store, fixture->bundle);
  n = maker_query_int (fixture->store, "SELECT count(*) FROM change");
  read_in (fixture->store, fixture->bundle);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM change"), ==, n);
  maker_do (fixture->store, SCR_OP_RESTORE, "interest", interest);
  read_in (fixture->store, fixture->bundle);
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
  maker_assert_sound (fixture->store);
}

/* Numbers, texts in every script, and signs that JSON has its own way with. */
static void
test_values (Fixture *fixture, gconstpointer unused)
{
  static const char *const texts[]
      = {"\"quoted\" \\ / ", "ਸਿੱਖਿਆ", "تعلیم", "😀", "a b", "</script>", "@name", " padded ", "null", "0"};
  static const double numbers[] = {0, 1e-7, 0.1, 1.0 / 3, 123456789.123456789, 4096, 1e15};
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ScrStore) other = new_empty (fixture, "b.scrutiny");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (maker_add (fixture->store, "group", texts[i], "note", texts[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      ScrEdit *edit = scr_edit_new ("Number");
      const char *id = scr_edit_add (edit, "choice", NULL);

      scr_edit_set_text (edit, "choice", id, "label", "x");
      scr_edit_set_text (edit, "choice", id, "list", "x");
      scr_edit_set_number (edit, "choice", id, "weight", i % 2 == 0 ? numbers[i] : -numbers[i]);
      maker_apply (fixture->store, edit);
    }
  write_out (fixture->store, fixture->bundle);
  read_in (other, fixture->bundle);
  before = maker_dump (fixture->store);
  after = maker_dump (other);
  maker_assert_same (before, after);
}

static void
test_write_failures (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *before = maker_dump (fixture->store);
  g_autofree char *after = NULL;

  g_assert_true (g_file_set_contents (fixture->bundle, "earlier", -1, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (scr_bundle_write (fixture->store, fixture->bundle, cancelled, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (scr_bundle_write (fixture->store, "/no/such/folder/a.json", NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (fixture->bundle, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "earlier");
  /* Never over the record itself. */
  g_assert_false (scr_bundle_write (fixture->store, scr_store_get_path (fixture->store), NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_BUSY);
  after = maker_dump (fixture->store);
  maker_assert_same (before, after);
}

static GBytes *
load_shipped (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SCR_SOURCE_ROOT"), "data", name, NULL);
  char *content = NULL;
  gsize length;

  if (!g_file_get_contents (path, &content, &length, NULL))
    g_error ("%s cannot be read", path);
  return g_bytes_new_take (content, length);
}

static void
read_shipped (ScrStore *store, const char *name, ScrBundleFlags flags)
{
  g_autoptr (GBytes) json = load_shipped (name);
  g_autoptr (GError) error = NULL;

  scr_bundle_read_bytes (store, json, SCR_BUNDLE_SHIPPED | flags, "Load", NULL, &error);
  g_assert_no_error (error);
}

static void
test_shipped (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = new_empty (fixture, "b.scrutiny");

  read_shipped (store, "vocabulary.json", SCR_BUNDLE_SEED);
  read_shipped (store, "templates.json", SCR_BUNDLE_SEED);
  g_assert_null (scr_store_get_undo_label (store));
  read_shipped (store, "example/example.json", SCR_BUNDLE_PLAIN);
  g_assert_cmpstr (scr_store_get_undo_label (store), ==, "Load");
  maker_assert_sound (store);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM partnership"), >=, 3);
  g_assert_true (scr_store_undo (store, NULL));
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM partnership"), ==, 0);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM choice"), >, 100);
  maker_assert_sound (store);
}

#define ADD(path, function) g_test_add ("/bundle/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_SEED(path, seed, function)                                                                       \
  g_test_add ("/bundle/" path "/" #seed, Fixture, GUINT_TO_POINTER (seed), set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_SEED ("round-trip", 1, test_round_trip);
  ADD_SEED ("round-trip", 2, test_round_trip);
  ADD_SEED ("again", 4, test_again);
  ADD_SEED ("again", 5, test_again);
  ADD_SEED ("again", 29, test_again);
  ADD ("again/bin", test_again_bin);
  ADD ("values", test_values);
  ADD ("write-failures", test_write_failures);
  ADD ("shipped", test_shipped);
  return g_test_run ();
}
