/* Benchmarks of the store, in a large record: one committed edit, undo, search, opening, a long list.
 *
 * Each is measured against a reference in the same run, turn by turn, so that what else the machine does hits
 * both. A line says: benchmark: NAME ours=X reference=Y ratio=R limit=L, in milliseconds, medians. "note:"
 * lines tell of targets in absolute times, which hold for one machine only.
 */
#include "record-maker.h"

#include "scr-fold.h"

#include <glib/gstdio.h>
#include <string.h>
#include <utime.h>

#define N_EDITS 200
#define N_SEARCHES 21
#define SEARCH_LIMIT 20

typedef struct
{
  char *folder;
  char *path;       /* the store's record */
  char *plain_path; /* the reference's, the same content */
  ScrStore *store;
  sqlite3 *plain;
} Bench;

static double
now (void)
{
  return (double)g_get_monotonic_time () / 1000.0;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double *x = a;
  const double *y = b;

  return (*x > *y) - (*x < *y);
}

static double
median (GArray *times)
{
  g_array_sort (times, compare_doubles);
  return g_array_index (times, double, times->len / 2);
}

static void
add_time (GArray *times, double start)
{
  double took = now () - start;

  g_array_append_val (times, took);
}

static void
report (const char *name, GArray *ours, GArray *reference, double limit)
{
  double mine = median (ours);
  double theirs = median (reference);

  g_print ("benchmark: %s ours=%.3f reference=%.3f ratio=%.2f limit=%.1f\n", name, mine, theirs,
           mine / theirs, limit);
}

static GArray *
new_times (void)
{
  return g_array_new (FALSE, FALSE, sizeof (double));
}

/* --- The reference: plain SQLite with the same settings --- */

static sqlite3 *
open_plain (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL), ==,
                   SQLITE_OK);
  sqlite3_exec (
      db,
      "PRAGMA journal_mode=WAL; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;"
      "PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-65536; PRAGMA mmap_size=0",
      NULL, NULL, NULL);
  return db;
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (db));
  return statement;
}

static guint
run_all (sqlite3_stmt *statement)
{
  guint n_rows = 0;
  int code;

  while ((code = sqlite3_step (statement)) == SQLITE_ROW)
    n_rows++;
  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_reset (statement);
  return n_rows;
}

/* What one edit of a title writes: the row, its searched text, the change and its item. */
typedef struct
{
  sqlite3_stmt *begin, *update, *forget_words, *forget_text, *keep_text, *keep_words, *overtake, *change,
      *item, *commit;
} PlainEdit;

static void
prepare_edit (PlainEdit *edit, sqlite3 *db)
{
  edit->begin = prepare (db, "BEGIN IMMEDIATE");
  edit->update = prepare (db, "UPDATE meeting SET title = ?2 WHERE id = ?1");
  edit->forget_words = prepare (
      db, "INSERT INTO search (search, rowid, title, body, folded, place)"
          " SELECT 'delete', number, title, body, folded, place FROM search_text WHERE item = ?1");
  edit->forget_text = prepare (db, "DELETE FROM search_text WHERE item = ?1");
  edit->keep_text = prepare (db, "INSERT INTO search_text (item, kind, title, body, folded, place)"
                                 " SELECT id, 'meeting', title, note, '', char(0xE000) ||"
                                 " replace(partnership, '-', char(0xE001)) FROM meeting WHERE id = ?1");
  edit->keep_words = prepare (db, "INSERT INTO search (rowid, title, body, folded, place) SELECT number, title, "
                                  "body, folded, place FROM search_text WHERE item = ?1");
  edit->overtake = prepare (db, "UPDATE change SET state = 2 WHERE state = 1");
  edit->change
      = prepare (db, "INSERT INTO change (id, label, at, changeset) VALUES (?1, ?2, 0, zeroblob (120))");
  edit->item = prepare (
      db, "INSERT INTO change_item (item, change, kind) VALUES (?1, last_insert_rowid (), 'meeting')");
  edit->commit = prepare (db, "COMMIT");
}

static void
finalize_edit (PlainEdit *edit)
{
  sqlite3_stmt **statements = (sqlite3_stmt **)edit;

  for (guint i = 0; i < sizeof *edit / sizeof *statements; i++)
    sqlite3_finalize (statements[i]);
}

static void
run_edit (PlainEdit *edit, const char *id, const char *title)
{
  sqlite3_stmt *with_id[] = {edit->update,     edit->forget_words, edit->forget_text, edit->keep_text,
                             edit->keep_words, edit->change,       edit->item};

  for (guint i = 0; i < G_N_ELEMENTS (with_id); i++)
    sqlite3_bind_text (with_id[i], 1, id, -1, SQLITE_STATIC);
  sqlite3_bind_text (edit->update, 2, title, -1, SQLITE_STATIC);
  sqlite3_bind_text (edit->change, 2, title, -1, SQLITE_STATIC);
  run_all (edit->begin);
  run_all (edit->update);
  run_all (edit->forget_words);
  run_all (edit->forget_text);
  run_all (edit->keep_text);
  run_all (edit->keep_words);
  run_all (edit->overtake);
  run_all (edit->change);
  run_all (edit->item);
  run_all (edit->commit);
}

/* --- What is measured --- */

static GPtrArray *
pick_meetings (Bench *bench)
{
  const ScrQuery query = {.kind = "meeting", .limit = N_EDITS};

  return scr_source_list (SCR_SOURCE (bench->store), &query);
}

static void
set_title (ScrStore *store, ScrItem *item, const char *title)
{
  ScrEdit *edit = scr_edit_new ("Title of a meeting");

  scr_edit_set_text (edit, "meeting", scr_item_get_id (item), "title", title);
  maker_apply (store, edit);
}

static void
bench_edit (Bench *bench)
{
  g_autoptr (GPtrArray) meetings = pick_meetings (bench);
  g_autoptr (GArray) ours = new_times ();
  g_autoptr (GArray) reference = new_times ();
  PlainEdit plain;

  prepare_edit (&plain, bench->plain);
  for (guint i = 0; i < meetings->len; i++)
    {
      ScrItem *item = g_ptr_array_index (meetings, i);
      g_autofree char *title = g_strdup_printf ("Safeguarding partners %u", i);
      double start = now ();

      set_title (bench->store, item, title);
      add_time (ours, start);
      start = now ();
      run_edit (&plain, scr_item_get_id (item), title);
      add_time (reference, start);
    }
  finalize_edit (&plain);
  report ("edit", ours, reference, 2);
}

/* Undo writes the row back, its searched text, and the state of the change. */
static void
bench_undo (Bench *bench)
{
  g_autoptr (GPtrArray) meetings = pick_meetings (bench);
  g_autoptr (GArray) ours = new_times ();
  g_autoptr (GArray) reference = new_times ();
  PlainEdit plain;

  prepare_edit (&plain, bench->plain);
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Earlier %u", i);
      double start = now ();

      g_assert_true (scr_store_undo (bench->store, NULL));
      add_time (ours, start);
      start = now ();
      run_edit (&plain, scr_item_get_id (g_ptr_array_index (meetings, i)), title);
      add_time (reference, start);
    }
  finalize_edit (&plain);
  report ("undo", ours, reference, 2);
}

static void
bench_search (Bench *bench, const char *name, const char *words, const char *partnership, double limit)
{
  g_autofree char *query = scr_fold_to_fts_query (words);
  g_autofree char *line = g_strconcat ("search-", name, NULL);
  g_autoptr (GArray) ours = new_times ();
  g_autoptr (GArray) reference = new_times ();
  sqlite3_stmt *plain
      = prepare (bench->plain, "SELECT rowid FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT 20");
  sqlite3_stmt *count = prepare (bench->plain, "SELECT count(*) FROM search WHERE search MATCH ?1");
  guint n_hits = 0;

  for (guint i = 0; i < N_SEARCHES; i++)
    {
      g_autoptr (GPtrArray) hits = NULL;
      double start = now ();

      hits = scr_store_search (bench->store, words, partnership, FALSE, SEARCH_LIMIT, NULL);
      add_time (ours, start);
      n_hits = hits->len;
      start = now ();
      sqlite3_bind_text (plain, 1, query, -1, SQLITE_STATIC);
      run_all (plain);
      add_time (reference, start);
    }
  report (line, ours, reference, limit);
  sqlite3_bind_text (count, 1, query, -1, SQLITE_STATIC);
  sqlite3_step (count);
  g_print ("note: search for \"%s\": %u hits shown of %d, %.1f ms (target 20 ms)\n", words, n_hits,
           sqlite3_column_int (count, 0), median (ours));
  sqlite3_finalize (plain);
  sqlite3_finalize (count);
}

/* How people meet a record: unknown at first, then as they left it. */
static void
bench_open (Bench *bench, gboolean known)
{
  g_autoptr (GArray) ours = new_times ();
  g_autoptr (GArray) reference = new_times ();

  for (guint i = 0; i < 5; i++)
    {
      double start;
      ScrStore *store;
      sqlite3 *plain;
      sqlite3_stmt *check;

      if (!known)
        g_utime (bench->path, NULL);
      start = now ();
      store = maker_open (bench->path, SCR_STORE_DEFAULT);
      add_time (ours, start);
      g_object_unref (store);
      start = now ();
      plain = open_plain (bench->plain_path);
      check = prepare (plain, known ? "SELECT count(*) FROM sqlite_master" : "PRAGMA quick_check(1)");
      run_all (check);
      add_time (reference, start);
      sqlite3_finalize (check);
      sqlite3_close (plain);
    }
  report (known ? "open-large" : "open-large-first-time", ours, reference, known ? 50 : 2);
  g_print ("note: opening a large record%s: %.0f ms (target 1000 ms)\n", known ? "" : " for the first time",
           median (ours));
}

static void
bench_list (Bench *bench)
{
  const ScrQuery query = {.kind = "meeting"};
  g_autoptr (GArray) ours = new_times ();
  g_autoptr (GArray) reference = new_times ();
  sqlite3_stmt *plain
      = prepare (bench->plain, "SELECT id FROM meeting WHERE deleted IS NULL ORDER BY day, start, id");

  for (guint i = 0; i < 11; i++)
    {
      double start = now ();

      g_ptr_array_unref (scr_source_list_ids (SCR_SOURCE (bench->store), &query));
      add_time (ours, start);
      start = now ();
      run_all (plain);
      add_time (reference, start);
    }
  sqlite3_finalize (plain);
  report ("list-large", ours, reference, 2);
}

static char *
copy_record (Bench *bench, const char *from, const char *name)
{
  char *path = maker_path (bench->folder, name);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (path);

  g_assert_true (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  return path;
}

static void
run_with_record (Bench *bench)
{
  g_autoptr (GPtrArray) partnerships = NULL;

  bench->store = maker_open (bench->path, SCR_STORE_DEFAULT);
  bench->plain = open_plain (bench->plain_path);
  partnerships = scr_source_list_ids (SCR_SOURCE (bench->store), &(ScrQuery) {.kind = "partnership"});
  bench_edit (bench);
  bench_undo (bench);
  bench_search (bench, "rare", "D-04711", NULL, 2);
  bench_search (bench, "two-words", "domestic abuse", NULL, 2);
  bench_search (bench, "three-words", "independent scrutineer visit", NULL, 2);
  bench_search (bench, "one-word", "autism", NULL, 2);
  bench_search (bench, "prefix", "safeg", NULL, 2);
  bench_search (bench, "common-word", "the", NULL, 2);
  /* The reference finds in all partnerships. */
  bench_search (bench, "one-partnership", "domestic abuse", g_ptr_array_index (partnerships, 7), 2);
  bench_search (bench, "one-partnership-common", "the", g_ptr_array_index (partnerships, 7), 2);
  bench_list (bench);
  sqlite3_close (bench->plain);
  g_object_unref (bench->store);
}

int
main (int argc, char **argv)
{
  Bench bench = {NULL};

  if (argc != 2)
    {
      g_printerr ("usage: bench-store LARGE-RECORD\n");
      return 2;
    }
  bench.folder = maker_folder_new ();
  g_setenv ("XDG_STATE_HOME", bench.folder, TRUE);
  bench.path = copy_record (&bench, argv[1], "ours.scrutiny");
  bench.plain_path = copy_record (&bench, argv[1], "plain.scrutiny");
  bench_open (&bench, FALSE);
  bench_open (&bench, TRUE);
  run_with_record (&bench);
  g_free (bench.path);
  g_free (bench.plain_path);
  maker_folder_free (bench.folder);
  return 0;
}
