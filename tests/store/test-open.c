/* Tests of opening what is no sound record: each gets its own answer, nothing crashes, and no file is
 * touched.
 *
 * What the file system refuses is in test-access.c.
 */
#include "record-maker.h"

#include "scr-error.h"
#include "scr-format.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

typedef struct
{
  char *folder;
  char *path; /* of a closed record with something in it */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = NULL;
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  fixture->folder = maker_folder_new ();
  store = maker_create (fixture->folder);
  for (guint i = 0; i < 60; i++)
    maker_apply (store, maker_random_edit (store, rand));
  scr_store_close (store);
  fixture->path = maker_path (fixture->folder, "a.scrutiny");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_free (fixture->path);
  maker_folder_free (fixture->folder);
}

/* Not known as sound from when we closed it ourselves. */
static void
forget (const char *path)
{
  struct utimbuf times = {1000000000, 1000000000};

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
assert_alone (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_auto (GStrv) names = maker_list_folder (folder);

  g_assert_cmpuint (g_strv_length (names), ==, 1);
}

/* Opening in every way gives @code and leaves the folder as it was. */
static void
assert_refused (const char *path, int code)
{
  g_autofree char *before = maker_hash_file (path);

  for (guint read_only = 0; read_only < 2; read_only++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;
      ScrStore *store = scr_store_open (path, read_only ? SCR_STORE_READ_ONLY : SCR_STORE_DEFAULT, &error);

      g_assert_error (error, SCR_ERROR, code);
      g_assert_null (store);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      after = maker_hash_file (path);
      g_assert_cmpstr (before, ==, after);
      assert_alone (path);
    }
}

static void
test_missing (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *path = maker_path (fixture->folder, "none.scrutiny");
  g_autofree char *beyond = maker_path (fixture->folder, "none/none.scrutiny");
  g_autoptr (GError) error = NULL;

  g_assert_null (scr_store_open (path, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (scr_store_open (path, SCR_STORE_READ_ONLY, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (scr_store_open (beyond, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (scr_store_open (fixture->folder, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_A_RECORD);
  assert_alone (fixture->path);
}

static void
test_not_a_record (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *zeros = g_malloc0 (8192);

  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (fixture->path, SCR_ERROR_NOT_A_RECORD);
  g_assert_true (g_file_set_contents (fixture->path, "Minutes of the board\n", -1, NULL));
  assert_refused (fixture->path, SCR_ERROR_NOT_A_RECORD);
  g_assert_true (g_file_set_contents (fixture->path, "SQLite format 3", 16, NULL));
  assert_refused (fixture->path, SCR_ERROR_NOT_A_RECORD);
  g_assert_true (g_file_set_contents (fixture->path, zeros, 8192, NULL));
  assert_refused (fixture->path, SCR_ERROR_NOT_A_RECORD);
}

static void
test_foreign_database (Fixture *fixture, gconstpointer unused)
{
  g_unlink (fixture->path);
  {
    sqlite3 *db = NULL;

    g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (db, "CREATE TABLE t (a); INSERT INTO t VALUES (1); PRAGMA user_version=1",
                                   NULL, NULL, NULL),
                     ==, SQLITE_OK);
    sqlite3_close (db);
  }
  assert_refused (fixture->path, SCR_ERROR_NOT_A_RECORD);
  /* One that claims to be ours. */
  maker_execute (fixture->path, "PRAGMA application_id=1396920916");
  assert_refused (fixture->path, SCR_ERROR_HOSTILE);
}

static void
test_newer (Fixture *fixture, gconstpointer unused)
{
  maker_execute (fixture->path, "PRAGMA journal_mode=DELETE; PRAGMA user_version=4711");
  assert_refused (fixture->path, SCR_ERROR_NEWER);
  maker_execute (fixture->path, "PRAGMA user_version=0");
  assert_refused (fixture->path, SCR_ERROR_DAMAGED);
  maker_execute (fixture->path, "PRAGMA user_version=-5");
  assert_refused (fixture->path, SCR_ERROR_DAMAGED);
}

/* The log, not the file, says that it is newer: a newer version crashed. */
static void
test_newer_in_log (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *copy = maker_path (fixture->folder, "b.scrutiny");
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *copied_log = g_strconcat (copy, "-wal", NULL);
  g_autofree char *content = NULL;
  g_autofree char *log_content = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length, log_length;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version=4711", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_get_contents (log, &log_content, &log_length, NULL));
  g_assert_cmpuint (log_length, >, 0);
  sqlite3_close (db);
  g_assert_true (g_file_set_contents (copy, content, (gssize)length, NULL));
  g_assert_true (g_file_set_contents (copied_log, log_content, (gssize)log_length, NULL));
  before = maker_hash_file (copy);
  g_assert_null (scr_store_open (copy, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NEWER);
  after = maker_hash_file (copy);
  g_assert_cmpstr (before, ==, after);
}

static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  const char *sql = data;

  maker_execute (fixture->path, sql);
  assert_refused (fixture->path, SCR_ERROR_HOSTILE);
}

static void
test_missing_table (Fixture *fixture, gconstpointer unused)
{
  maker_execute (fixture->path, "DROP TABLE event");
  assert_refused (fixture->path, SCR_ERROR_DAMAGED);
  maker_execute (fixture->path,
                 "PRAGMA writable_schema=ON; INSERT INTO sqlite_master SELECT * FROM sqlite_master"
                 " WHERE name = 'meeting.day'");
  assert_refused (fixture->path, SCR_ERROR_DAMAGED);
}

/* Rows of values that no record of ours holds: they are shown as well as can be, and nothing crashes. */
static void
test_strange_values (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = NULL;
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  maker_execute (fixture->path,
                 "UPDATE meeting SET title = x'fffe00', day = 'someday', start = 99, \"group\" = 'nobody';"
                 "UPDATE \"group\" SET quorum = 'many', kind = 'no-such-choice', \"from\" = '2019-99-99';"
                 "UPDATE agenda_item SET minutes = 9e999;"
                 "INSERT INTO meeting (id, title, day) VALUES (x'80ff', 'x', -9e999);"
                 "INSERT INTO \"group\" (id) VALUES ('');"
                 "UPDATE record SET today = 'tomorrow', title = NULL, year_start = 1e300;"
                 "UPDATE choice SET label = NULL, position = 'zz zz', list = x'00';"
                 "UPDATE change SET label = x'ff', author = x'c3', at = 9e18, changeset = x'54ff00';"
                 "UPDATE change SET reverts = seq;"
                 "INSERT INTO change_item SELECT id, 1, 'meeting' FROM meeting;"
                 "UPDATE search_text SET kind = 'no_such_kind';"
                 "UPDATE attachment SET sha256 = '../../etc/passwd', size = -1");
  store = scr_store_open (fixture->path, SCR_STORE_DEFAULT, NULL);
  g_assert_nonnull (store);
  for (guint k = 0; k < n_kinds; k++)
    {
      const ScrQuery query = {.kind = kinds[k]->name, .where = SCR_ALL};
      g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (store), &query);

      for (guint i = 0; i < items->len; i++)
        {
          ScrItem *item = g_ptr_array_index (items, i);
          g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), item);
          g_autoptr (GPtrArray) history
              = scr_store_list_history (store, kinds[k]->name, scr_item_get_id (item), 100);

          g_assert_true (title == NULL || g_utf8_validate (title, -1, NULL));
          for (guint f = 0; f < kinds[k]->n_fields; f++)
            g_free (scr_format_field (NULL, SCR_SOURCE (store), item, kinds[k]->fields[f].name));
        }
    }
  g_ptr_array_unref (scr_store_list_changes (store, 1000));
  g_ptr_array_unref (scr_store_search (store, "safeguarding", NULL, TRUE, 100, NULL));
  for (gint64 i = 1; i < 20; i++)
    scr_store_undo_change (store, i, NULL);
  scr_store_undo (store, NULL);
}

/* Cut short anywhere: damaged, or no record at all; never a crash, never touched. */
static void
test_truncated (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  for (gsize cut = 1; cut < length; cut = cut < 256 ? cut + 33 : cut + length / 37)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      g_assert_true (g_file_set_contents (fixture->path, content, (gssize)cut, NULL));
      before = maker_hash_file (fixture->path);
      g_assert_null (scr_store_open (fixture->path, SCR_STORE_DEFAULT, &error));
      if (cut < 100)
        g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_A_RECORD);
      else
        g_assert_error (error, SCR_ERROR, SCR_ERROR_DAMAGED);
      after = maker_hash_file (fixture->path);
      g_assert_cmpstr (before, ==, after);
      assert_alone (fixture->path);
    }
}

static gboolean
is_refusal (const GError *error)
{
  return g_error_matches (error, SCR_ERROR, SCR_ERROR_DAMAGED)
         || g_error_matches (error, SCR_ERROR, SCR_ERROR_HOSTILE)
         || g_error_matches (error, SCR_ERROR, SCR_ERROR_NOT_A_RECORD)
         || g_error_matches (error, SCR_ERROR, SCR_ERROR_NEWER);
}

/* What opens all the same is used a little: reading, searching and writing may fail, but not crash. */
static void
use_a_little (ScrStore *store)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Add");
  g_autoptr (GPtrArray) changes = scr_store_list_changes (store, 50);
  g_autoptr (GPtrArray) hits = scr_store_search (store, "partner", NULL, TRUE, 20, NULL);
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      const ScrQuery query = {.kind = kinds[k]->name, .where = SCR_ALL};

      g_ptr_array_unref (scr_source_list (SCR_SOURCE (store), &query));
    }
  scr_edit_add (edit, "group", "after-the-flip");
  scr_edit_set_text (edit, "group", "after-the-flip", "title", "x");
  scr_store_apply (store, edit, NULL);
  scr_store_undo (store, NULL);
  scr_store_undo_change (store, 3, NULL);
  scr_store_check (store, NULL);
}

static void
flip_once (Fixture *fixture, GRand *rand, const char *content, gsize length, guint *refused)
{
  g_autofree char *flipped = g_memdup2 (content, length);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ScrStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_flips = (guint)g_rand_int_range (rand, 1, 6);

  for (guint i = 0; i < n_flips; i++)
    {
      /* As often in the first page, which holds the head and the root of the schema, as in all the rest. */
      gsize end = g_rand_boolean (rand) ? MIN (length, 4096) : length;

      flipped[g_rand_int_range (rand, 0, (gint32)end)] ^= (char)(1 << g_rand_int_range (rand, 0, 8));
    }
  g_assert_true (g_file_set_contents (fixture->path, flipped, (gssize)length, NULL));
  before = maker_hash_file (fixture->path);
  store = scr_store_open (fixture->path, SCR_STORE_DEFAULT, &error);
  if (store != NULL)
    {
      use_a_little (store);
      return;
    }
  g_assert_true (is_refusal (error));
  after = maker_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
  assert_alone (fixture->path);
  (*refused)++;
}

static void
test_flipped (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autofree char *content = NULL;
  guint refused = 0;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  for (guint i = 0; i < 150; i++)
    flip_once (fixture, rand, content, length, &refused);
  g_assert_cmpuint (refused, >, 8);
}

static void
set_big_endian (char *content, guint32 value)
{
  for (guint i = 0; i < 4; i++)
    content[i] = (char)(value >> (24 - 8 * i));
}

/* Headers that lie about the number of pages, the free list, or the size of a page. */
static void
test_wrong_counts (Fixture *fixture, gconstpointer unused)
{
  static const struct
  {
    gsize offset;
    guint32 value;
  } lies[] = {{28, 1},  {28, 2},          {28, 0x7fffffff}, {32, 0xffffff}, {32, 1},
              {36, 77}, {36, 0x7fffffff}, {16, 0x02000101}, {16, 0},        {56, 9}};
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *lying = g_memdup2 (content, length);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (ScrStore) store = NULL;
      g_autoptr (GError) error = NULL;

      set_big_endian (lying + lies[i].offset, lies[i].value);
      g_assert_true (g_file_set_contents (fixture->path, lying, (gssize)length, NULL));
      before = maker_hash_file (fixture->path);
      store = scr_store_open (fixture->path, SCR_STORE_READ_ONLY, &error);
      if (store == NULL)
        g_assert_true (is_refusal (error));
      g_clear_object (&store);
      after = maker_hash_file (fixture->path);
      g_assert_cmpstr (before, ==, after);
    }
}

/* Reading checks the whole file, unless it is as we left it; a second reading answers the same. */
static void
test_known (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *content = NULL;
  gsize length;

  g_object_unref (maker_open (fixture->path, SCR_STORE_DEFAULT));
  g_object_unref (maker_open (fixture->path, SCR_STORE_DEFAULT));
  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  memset (content + length / 2, 0xff, 4096);
  g_assert_true (g_file_set_contents (fixture->path, content, (gssize)length, NULL));
  forget (fixture->path);
  assert_refused (fixture->path, SCR_ERROR_DAMAGED);
  assert_refused (fixture->path, SCR_ERROR_DAMAGED);
}

static void
test_counted_rows (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = NULL;

  maker_execute (fixture->path, "ANALYZE");
  store = maker_open (fixture->path, SCR_STORE_DEFAULT);
  maker_assert_sound (store);
}

#define ADD(path, function) g_test_add ("/open/" path, Fixture, NULL, set_up, function, tear_down)
#define ADD_HOSTILE(path, sql)                                                                               \
  g_test_add ("/open/hostile/" path, Fixture, sql, set_up, test_hostile, tear_down)

static void
add_hostile (void)
{
  ADD_HOSTILE ("trigger", "CREATE TRIGGER surprise AFTER UPDATE ON meeting BEGIN DELETE FROM dispute; END");
  ADD_HOSTILE ("view", "CREATE VIEW surprise AS SELECT * FROM dispute");
  ADD_HOSTILE ("view-instead", "DROP TABLE event; CREATE VIEW event AS SELECT * FROM dispute");
  ADD_HOSTILE ("table", "CREATE TABLE surprise (a)");
  ADD_HOSTILE ("index", "CREATE INDEX surprise ON meeting (title)");
  ADD_HOSTILE ("index-of-expression", "CREATE INDEX surprise ON meeting (abs(day))");
  ADD_HOSTILE ("column", "ALTER TABLE meeting ADD COLUMN surprise");
  ADD_HOSTILE ("virtual-table", "CREATE VIRTUAL TABLE surprise USING fts5 (a)");
  ADD_HOSTILE (
      "check",
      "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace (sql, '\"label\" TEXT NOT NULL',"
      " '\"label\" TEXT NOT NULL CHECK (load_extension(''x'') IS NULL)') WHERE name = 'change'");
  ADD_HOSTILE ("default",
               "PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql = replace (sql,"
               " '\"title\" TEXT', '\"title\" TEXT DEFAULT (randomblob(1000000000))') WHERE name = 'group'");
  ADD_HOSTILE (
      "trigger-named-as-statistics",
      "PRAGMA writable_schema=ON; INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES"
      " ('trigger', 'sqlite_stat_x', 'meeting', 0, 'CREATE TRIGGER sqlite_stat_x AFTER INSERT ON meeting"
      " BEGIN DELETE FROM dispute; END')");
  ADD_HOSTILE ("strange-statistics",
               "ANALYZE; PRAGMA writable_schema=ON; UPDATE sqlite_master SET"
               " sql = 'CREATE TABLE sqlite_stat1(tbl,idx,stat, more)' WHERE name = 'sqlite_stat1'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("missing", test_missing);
  ADD ("not-a-record", test_not_a_record);
  ADD ("foreign-database", test_foreign_database);
  ADD ("newer", test_newer);
  ADD ("newer-in-log", test_newer_in_log);
  add_hostile ();
  ADD ("missing-table", test_missing_table);
  ADD ("strange-values", test_strange_values);
  ADD ("truncated", test_truncated);
  g_test_add ("/open/flipped/1", Fixture, GUINT_TO_POINTER (1), set_up, test_flipped, tear_down);
  g_test_add ("/open/flipped/2", Fixture, GUINT_TO_POINTER (2), set_up, test_flipped, tear_down);
  ADD ("wrong-counts", test_wrong_counts);
  ADD ("known", test_known);
  ADD ("counted-rows", test_counted_rows);
  return g_test_run ();
}
