/* Tests of bringing older records up to date: nothing of them is lost, all steps are taken or none, and the first record
 * of all (version-1.sql) can be opened by every later program. And that the schema says what the descriptions say.
 *
 * Steps that no version has are tried out through the runner, which takes any table of steps.
 */
#include "record-maker.h"

#include "scr-db.h"
#include "scr-error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

/* Of the record of version 1: see version-1.sql. */
#define PARTNERSHIP "07710f14-d634-4ee2-a0e4-39e181b2e4a5"
#define MEETING "58733d39-9041-4457-a4e8-1679506fc8cb"
#define WITHDRAWN "d6d90500-ded5-4fe8-a4c0-939be44d3829"
#define ATTACHMENT "a4aa9482-bb21-4937-9ea4-bbe8fca8ecd4"

typedef struct
{
  char *folder;
  char *path;   /* a record of version 1 */
  char *backup; /* where it is copied to before it is brought up to date */
} Fixture;

static void
execute_file (sqlite3 *db, const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), name, NULL);
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  char *message = NULL;

  g_file_get_contents (path, &sql, NULL, &error);
  g_assert_no_error (error);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  sqlite3 *db = NULL;

  fixture->folder = maker_folder_new ();
  fixture->path = maker_path (fixture->folder, "old.scrutiny");
  fixture->backup = maker_path (fixture->folder, "old.scrutiny.before-version-2");
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  /* Nothing is lost if a test's own record is not on disk at once. */
  sqlite3_exec (db, "PRAGMA synchronous=OFF", NULL, NULL, NULL);
  execute_file (db, "../src/store/migrations/0001.sql");
  execute_file (db, "store/version-1.sql");
  sqlite3_close (db);
  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_free (fixture->path);
  g_free (fixture->backup);
  maker_folder_free (fixture->folder);
}

/* --- What a file holds, read by plain SQLite --- */

static GPtrArray *
list_texts (const char *path, const char *sql)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *)sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return texts;
}

static int
get_version (const char *path)
{
  g_autoptr (GPtrArray) texts = list_texts (path, "PRAGMA user_version");

  return atoi (texts->pdata[0]);
}

static GPtrArray *
list_tables (const char *path)
{
  return list_texts (path, "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
                           " AND name NOT LIKE 'sqlite^_%' ESCAPE '^' ORDER BY name");
}

/* How to read every column that a table has in @path, as one text a row. */
static char *
write_select (const char *path, const char *table)
{
  g_autofree char *info = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", table);
  g_autoptr (GPtrArray) columns = list_texts (path, info);
  GString *sql = g_string_new ("SELECT ");

  for (guint i = 0; i < columns->len; i++)
    g_string_append_printf (sql, "%squote(\"%s\")", i > 0 ? "||','||" : "", (char *)columns->pdata[i]);
  g_string_append_printf (sql, " FROM \"%s\" ORDER BY 1", table);
  return g_string_free (sql, FALSE);
}

/* Every row of every table of @path, in the columns that @like has, so that an older file can be compared. */
static char *
dump_as (const char *path, const char *like)
{
  g_autoptr (GPtrArray) tables = list_tables (like);
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < tables->len; t++)
    {
      g_autofree char *sql = write_select (like, tables->pdata[t]);
      g_autoptr (GPtrArray) rows = list_texts (path, sql);

      for (guint r = 0; r < rows->len; r++)
        g_string_append_printf (text, "%s: %s\n", (char *)tables->pdata[t], (char *)rows->pdata[r]);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_column (const char *path, const char *table, const char *column)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT name FROM pragma_table_info('%s') WHERE name = '%s'", table, column);
  g_autoptr (GPtrArray) found = list_texts (path, sql);

  return found->len == 1;
}

/* --- Steps --- */

static const char *const steps[] = {
    "",
    "ALTER TABLE meeting ADD COLUMN \"weather\" TEXT; UPDATE meeting SET \"weather\" = 'rain' WHERE title LIKE 'Ł%'",
    "CREATE TABLE \"visitor\" (\"id\" TEXT NOT NULL PRIMARY KEY, \"title\" TEXT);"
    " INSERT INTO \"visitor\" SELECT id, title FROM meeting",
};

static gboolean
bring_up_to_date (Fixture *fixture, const char *const *table, int to, GError **error)
{
  g_autoptr (ScrDb) db = scr_db_connect (fixture->path, SQLITE_OPEN_READWRITE, error);

  g_assert_nonnull (db);
  return scr_migrations_run_steps (db, table, 1, to, error);
}

static void
test_rows_stay (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = dump_as (fixture->path, fixture->path);
  g_autofree char *copied = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) weather = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  bring_up_to_date (fixture, steps, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpint (get_version (fixture->path), ==, 3);
  weather = list_texts (fixture->path, "SELECT title FROM visitor JOIN meeting USING (id, title) WHERE weather = 'rain'");
  g_assert_cmpuint (weather->len, ==, 1);
  g_assert_true (has_column (fixture->path, "meeting", "weather"));
  /* The backup is the record as it was, for its owner alone. */
  g_assert_cmpint (get_version (fixture->backup), ==, 1);
  g_assert_false (has_column (fixture->backup, "meeting", "weather"));
  g_assert_cmpint (g_stat (fixture->backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  copied = dump_as (fixture->backup, fixture->backup);
  maker_assert_same (before, copied);
  after = dump_as (fixture->path, fixture->backup);
  maker_assert_same (before, after);
}

/* The backup of before is a record that can be opened. */
static void
test_backup_opens (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = NULL;

  g_assert_true (bring_up_to_date (fixture, steps, 2, NULL));
  store = maker_open (fixture->backup, SCR_STORE_DEFAULT);
  maker_assert_sound (store);
  g_assert_cmpint (maker_query_int (store, "SELECT count(*) FROM meeting WHERE title = 'Łódź visit'"), ==, 1);
}

static void
test_nothing_to_do (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_hash_file (fixture->path);
  g_autofree char *after = NULL;

  g_assert_true (bring_up_to_date (fixture, steps, 1, NULL));
  g_assert_false (g_file_test (fixture->backup, G_FILE_TEST_EXISTS));
  after = maker_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* The first step would have worked; the file is as it was all the same, and what it held can be opened. */
static void
assert_all_or_none (Fixture *fixture, const char *bad)
{
  const char *const table[] = {steps[0], steps[1], bad};
  g_autofree char *before = maker_hash_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (ScrStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (bring_up_to_date (fixture, table, 3, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_FAILED);
  after = maker_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (get_version (fixture->path), ==, 1);
  g_assert_false (has_column (fixture->path, "meeting", "weather"));
  store = maker_open (fixture->path, SCR_STORE_DEFAULT);
  maker_assert_sound (store);
}

static void
test_fails_at_once (Fixture *fixture, gconstpointer unused)
{
  assert_all_or_none (fixture, "INSERT INTO no_such_table VALUES (1)");
}

static void
test_fails_in_the_middle (Fixture *fixture, gconstpointer unused)
{
  assert_all_or_none (fixture, "UPDATE meeting SET title = 'Lost'; DELETE FROM agenda_item;"
                               " INSERT INTO \"group\" (id) SELECT id FROM \"group\"");
}

/* References are looked at when all is written: the very last thing that can go wrong. */
static void
test_fails_at_the_end (Fixture *fixture, gconstpointer unused)
{
  assert_all_or_none (fixture, "UPDATE agenda_item SET meeting = 'nowhere'");
}

static void
test_no_backup (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *before = maker_hash_file (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  /* Something else lies where the backup is to go. */
  g_assert_cmpint (g_mkdir (fixture->backup, 0700), ==, 0);
  g_assert_false (bring_up_to_date (fixture, steps, 3, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "no backup of it could be made"));
  after = maker_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* --- The record of version 1 in this program --- */

static void
test_opens (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *like = maker_path (fixture->folder, "like.scrutiny");
  g_autofree char *content = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (ScrStore) store = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));
  g_assert_true (g_file_set_contents (like, content, (gssize)length, NULL));
  before = dump_as (like, like);
  store = maker_open (fixture->path, SCR_STORE_DEFAULT);
  maker_assert_sound (store);
  after = dump_as (fixture->path, like);
  maker_assert_same (before, after);
  g_assert_cmpint (get_version (fixture->path), ==, scr_migrations_get_version ());
  g_assert_cmpint (g_file_test (fixture->backup, G_FILE_TEST_EXISTS), ==, scr_migrations_get_version () > 1);
}

/* What was recorded then can be told, found, read and undone now. */
static void
test_works (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (ScrStore) store = maker_open (fixture->path, SCR_STORE_DEFAULT);
  g_autoptr (GPtrArray) history = scr_store_list_history (store, "partnership", PARTNERSHIP, 10);
  g_autoptr (GPtrArray) hits = scr_store_search (store, "lodz", PARTNERSHIP, FALSE, 10, NULL);
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->folder, "paper.txt", NULL);
  g_autoptr (ScrItem) partnership = scr_source_get (SCR_SOURCE (store), "partnership", PARTNERSHIP);
  g_autoptr (ScrItem) withdrawn = scr_source_get (SCR_SOURCE (store), "agenda_item", WITHDRAWN);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (history->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (((ScrHistoryEntry *)history->pdata[0])->lines, 0), ==,
                   "Name changed from Bexley to Bexley and Greenwich");
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((ScrHit *)hits->pdata[0])->id, ==, MEETING);
  g_assert_true (scr_store_extract (store, ATTACHMENT, file, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (scr_store_undo (store, NULL));
  g_assert_cmpstr (scr_item_get_text (partnership, "title"), ==, "Bexley");
  g_assert_true (scr_item_is_deleted (withdrawn));
  g_assert_true (scr_store_undo (store, NULL));
  g_assert_false (scr_item_is_deleted (withdrawn));
  g_assert_true (scr_store_redo (store, NULL) && scr_store_redo (store, NULL));
  g_assert_cmpstr (scr_item_get_text (partnership, "title"), ==, "Bexley and Greenwich");
  maker_assert_sound (store);
}

static void
test_newer_refused (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *set_version
      = g_strdup_printf ("PRAGMA user_version=%d", scr_migrations_get_version () + 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  maker_execute (fixture->path, set_version);
  before = maker_hash_file (fixture->path);
  g_assert_null (scr_store_open (fixture->path, SCR_STORE_DEFAULT, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NEWER);
  after = maker_hash_file (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

/* --- The schema and the descriptions --- */

static const char *
get_column_type (const ScrKind *kind, const char *column)
{
  int index = scr_kind_get_field_index (kind, column);

  if (g_str_equal (column, "id") || g_str_equal (column, "deleted"))
    return "TEXT";
  if (index < 0)
    g_error ("%s.%s is stored and not described", kind->name, column);
  return scr_field_is_numeric (&kind->fields[index]) ? "REAL" : "TEXT";
}

/* A table has what its kind has, a number where that has a number, and nothing else. */
static void
assert_columns (const char *path, const ScrKind *kind)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT name || ' ' || type FROM pragma_table_info('%s')", kind->name);
  g_autoptr (GPtrArray) columns = list_texts (path, sql);

  for (guint i = 0; i < columns->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (columns->pdata[i], " ", 2);

      if (!g_str_equal (parts[1], get_column_type (kind, parts[0])))
        g_error ("%s.%s is stored as %s", kind->name, parts[0], parts[1]);
    }
  for (guint f = 0; f < kind->n_fields; f++)
    if (!has_column (path, kind->name, kind->fields[f].name))
      g_error ("%s.%s is described and not stored", kind->name, kind->fields[f].name);
  g_assert_cmpuint (columns->len, ==, kind->n_fields + 2);
}

/* A field that may refer to one kind alone leads nowhere else, and SQLite sees to it. */
static void
assert_references (const char *path, const ScrKind *kind)
{
  guint n_checked = 0;
  g_autofree char *sql
      = g_strdup_printf ("SELECT \"from\" || ' ' || \"table\" FROM pragma_foreign_key_list('%s')", kind->name);
  g_autoptr (GPtrArray) keys = list_texts (path, sql);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      const ScrField *field = &kind->fields[f];
      const char *to = field->type == SCR_FIELD_FILE ? "attachment" : field->of;
      g_autofree char *key = NULL;

      if ((field->type != SCR_FIELD_REFERENCE && field->type != SCR_FIELD_FILE) || strchr (to, ' ') != NULL)
        continue;
      key = g_strdup_printf ("%s %s", field->name, to);
      if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_error ("%s.%s does not refer to %s in the schema", kind->name, field->name, to);
      n_checked++;
    }
  g_assert_cmpuint (keys->len, ==, n_checked);
}

static void
test_schema (Fixture *fixture, gconstpointer unused)
{
  static const char *const others[] = {"change", "change_item", "search_text", "file", "file_part", NULL};
  g_autoptr (ScrStore) store = maker_create (fixture->folder);
  const char *path = scr_store_get_path (store);
  g_autoptr (GPtrArray) tables = list_texts (
      path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite^_%' ESCAPE '^'"
            " AND name <> 'search' AND NOT (name LIKE 'search^_%' ESCAPE '^' AND name <> 'search_text')");
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      assert_columns (path, kinds[i]);
      assert_references (path, kinds[i]);
    }
  for (guint i = 0; i < tables->len; i++)
    if (scr_kind_find (tables->pdata[i]) == NULL && !g_strv_contains (others, tables->pdata[i]))
      g_error ("the table %s is of no kind", (char *)tables->pdata[i]);
  g_assert_cmpuint (tables->len, ==, n_kinds + g_strv_length ((char **)others));
}

/* A record that was brought up to date cannot be told from a fresh one. */
static void
test_same_schema (Fixture *fixture, gconstpointer unused)
{
  const char *sql = "SELECT type || ' ' || name || ' ' || ifnull(sql, '') FROM sqlite_master ORDER BY 1";
  g_autoptr (ScrStore) fresh = maker_create (fixture->folder);
  g_autoptr (GPtrArray) ours = list_texts (scr_store_get_path (fresh), sql);
  g_autoptr (GPtrArray) old = NULL;

  g_object_unref (maker_open (fixture->path, SCR_STORE_DEFAULT));
  old = list_texts (fixture->path, sql);
  g_assert_cmpuint (old->len, ==, ours->len);
  for (guint i = 0; i < ours->len; i++)
    g_assert_cmpstr (old->pdata[i], ==, ours->pdata[i]);
}

#define ADD(name, function) g_test_add ("/migrations/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("rows-stay", test_rows_stay);
  ADD ("backup-opens", test_backup_opens);
  ADD ("nothing-to-do", test_nothing_to_do);
  ADD ("fails-at-once", test_fails_at_once);
  ADD ("fails-in-the-middle", test_fails_in_the_middle);
  ADD ("fails-at-the-end", test_fails_at_the_end);
  ADD ("no-backup", test_no_backup);
  ADD ("opens", test_opens);
  ADD ("works", test_works);
  ADD ("newer-refused", test_newer_refused);
  ADD ("schema", test_schema);
  ADD ("same-schema", test_same_schema);
  return g_test_run ();
}
