/* RecordMaker. See the header. */
#include "record-maker.h"

#include <glib/gstdio.h>
#include <string.h>

/**
 * maker_folder_new:
 *
 * Returns: (transfer full): a new, empty folder
 */
char *
maker_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("scrutiny-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_all (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_auto (GStrv) names = maker_list_folder (path);

      for (guint i = 0; names[i] != NULL; i++)
        {
          g_autofree char *inner = g_build_filename (path, names[i], NULL);

          remove_all (inner);
        }
    }
  g_remove (path);
}

/**
 * maker_folder_free:
 * @folder: (transfer full): a folder, which is removed with all that is in it
 */
void
maker_folder_free (char *folder)
{
  remove_all (folder);
  g_free (folder);
}

char *
maker_path (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * maker_list_folder:
 * @folder: a folder
 *
 * Returns: (transfer full): names of all that is in it, sorted
 */
GStrv
maker_list_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new ();
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (GStrv)g_ptr_array_free (names, FALSE);
}

ScrStore *
maker_open (const char *path, ScrStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  ScrStore *store = scr_store_open (path, flags, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

/* Two choices for every list that a field offers. */
static void
seed_list (ScrEdit *edit, GHashTable *seen, const char *list)
{
  if (!g_hash_table_add (seen, g_strdup (list)))
    return;
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s.%u", list, i);
      g_autofree char *label = g_strdup_printf ("%s %u", list, i);
      g_autofree char *position = g_strdup_printf ("%u", i + 1);

      scr_edit_add (edit, "choice", id);
      scr_edit_set_text (edit, "choice", id, "label", label);
      scr_edit_set_text (edit, "choice", id, "list", list);
      scr_edit_set_text (edit, "choice", id, "position", position);
    }
}

/**
 * maker_seed:
 * @store: an empty record
 *
 * Gives it its own item and some choices in every list.
 */
void
maker_seed (ScrStore *store)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      if (kinds[k]->fields[f].type == SCR_FIELD_CHOICE || kinds[k]->fields[f].type == SCR_FIELD_STATUS)
        seed_list (edit, seen, kinds[k]->fields[f].of);
  scr_edit_add (edit, SCR_KIND_RECORD, SCR_RECORD_ID);
  scr_edit_set_text (edit, SCR_KIND_RECORD, SCR_RECORD_ID, "title", "Record of a test");
  scr_store_seed (store, edit, &error);
  g_assert_no_error (error);
}

/**
 * maker_create:
 * @folder: a folder
 *
 * Returns: (transfer full): "a.scrutiny" in it, with what maker_seed() gives
 */
ScrStore *
maker_create (const char *folder)
{
  g_autofree char *path = maker_path (folder, "a.scrutiny");
  ScrStore *store = maker_open (path, SCR_STORE_CREATE);

  maker_seed (store);
  return store;
}

/**
 * maker_reopen:
 * @store: (transfer full): a record
 *
 * Returns: (transfer full): the same, as after a restart
 */
ScrStore *
maker_reopen (ScrStore *store)
{
  g_autofree char *path = g_strdup (scr_store_get_path (store));

  scr_store_close (store);
  g_object_unref (store);
  return maker_open (path, SCR_STORE_DEFAULT);
}

/**
 * maker_apply:
 * @store: a record
 * @edit: (transfer full): what must succeed
 */
void
maker_apply (ScrStore *store, ScrEdit *edit)
{
  g_autoptr (GError) error = NULL;

  scr_store_apply (store, edit, &error);
  g_assert_no_error (error);
  scr_edit_free (edit);
}

/**
 * maker_add:
 * @store: a record
 * @kind: a kind's name
 * @title: (nullable): its title
 * @...: pairs of a field and its text, then %NULL
 *
 * Returns: (transfer full): identity of a new item
 */
char *
maker_add (ScrStore *store, const char *kind, const char *title, ...)
{
  ScrEdit *edit = scr_edit_new (title != NULL ? title : kind);
  char *id = g_strdup (scr_edit_add (edit, kind, NULL));
  const char *field;
  va_list pairs;

  if (title != NULL)
    scr_edit_set_text (edit, kind, id, "title", title);
  va_start (pairs, title);
  while ((field = va_arg (pairs, const char *)) != NULL)
    scr_edit_set_text (edit, kind, id, field, va_arg (pairs, const char *));
  va_end (pairs);
  maker_apply (store, edit);
  return id;
}

void
maker_set (ScrStore *store, const char *kind, const char *id, const char *field, const char *text)
{
  ScrEdit *edit = scr_edit_new ("Set");

  scr_edit_set_text (edit, kind, id, field, text);
  maker_apply (store, edit);
}

/**
 * maker_do:
 * @store: a record
 * @op: bin, restore or purge
 * @kind: a kind's name
 * @id: an item's identity
 */
void
maker_do (ScrStore *store, ScrOp op, const char *kind, const char *id)
{
  ScrEdit *edit = scr_edit_new ("Do");

  if (op == SCR_OP_BIN)
    scr_edit_bin (edit, kind, id);
  else if (op == SCR_OP_RESTORE)
    scr_edit_restore (edit, kind, id);
  else
    scr_edit_purge (edit, kind, id);
  maker_apply (store, edit);
}

/* --- At random --- */

static char *
pick (ScrStore *store, GRand *rand, const char *kind, const char *list, ScrWhere where)
{
  ScrQuery query = {.kind = kind, .where = where, .order = ""};
  g_autoptr (GPtrArray) ids = NULL;

  if (list != NULL)
    query.conditions[0] = (ScrCondition) {"list", SCR_IS, list, 0};
  ids = scr_source_list_ids (SCR_SOURCE (store), &query);
  if (ids->len == 0)
    return NULL;
  return g_strdup (g_ptr_array_index (ids, g_rand_int_range (rand, 0, (gint32)ids->len)));
}

static char *
random_words (GRand *rand, guint n)
{
  static const char *const words[]
      = {"safeguarding", "neglect", "Łódź",       "café",  "partner", "learning", "child",
         "voice",        "board",   "escalate",   "ਸਿੱਖਿਆ", "تعلیم",   "front",    "door",
         "early",        "help",    "\"quoted\"", "100%",  "a'b",     "–"};
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);
  return g_string_free (text, FALSE);
}

/* The same at every run, so that what fails fails again. */
static char *
random_identity (GRand *rand)
{
  return g_strdup_printf ("%08x-%08x", g_rand_int (rand), g_rand_int (rand));
}

static void
random_item (ScrStore *store, GRand *rand, ScrEdit *edit, const ScrKind *kind, const char *id, guint depth);

/* One that is there; for a field that may not be empty, a new one if there is none. */
static char *
random_reference (ScrStore *store, GRand *rand, ScrEdit *edit, const ScrField *field, guint depth)
{
  g_auto (GStrv) kinds = g_strsplit (field->type == SCR_FIELD_FILE ? "attachment" : field->of, " ", -1);
  const char *kind = kinds[g_rand_int_range (rand, 0, (gint32)g_strv_length (kinds))];
  char *id = pick (store, rand, kind, NULL, SCR_LIVE);

  if (id != NULL || !(field->flags & SCR_FIELD_REQUIRED))
    return id;
  id = random_identity (rand);
  scr_edit_add (edit, kind, id);
  random_item (store, rand, edit, scr_kind_find (kind), id, depth + 1);
  return id;
}

static char *
random_text (ScrStore *store, GRand *rand, ScrEdit *edit, const ScrField *field, guint depth)
{
  switch (field->type)
    {
    case SCR_FIELD_DAY:
      return g_strdup_printf ("20%02d-%02d-%02d", g_rand_int_range (rand, 0, 40),
                              g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
    case SCR_FIELD_TIME:
      return g_strdup_printf ("%02d:%02d", g_rand_int_range (rand, 0, 24), g_rand_int_range (rand, 0, 60));
    case SCR_FIELD_ORDER:
      return g_strdup_printf ("%dz", g_rand_int_range (rand, 0, 1000));
    case SCR_FIELD_CHOICE:
    case SCR_FIELD_STATUS:
      return pick (store, rand, "choice", field->of, SCR_LIVE);
    case SCR_FIELD_REFERENCE:
    case SCR_FIELD_FILE:
      return random_reference (store, rand, edit, field, depth);
    case SCR_FIELD_TEXT:
      return field->max > 0 && field->max < 100 ? g_strdup ("v1")
                                                : random_words (rand, 1 + g_rand_int_range (rand, 0, 4));
    default:
      return random_words (rand, 1 + g_rand_int_range (rand, 0, 30));
    }
}

static double
random_number (GRand *rand, const ScrField *field)
{
  if (field->type == SCR_FIELD_BOOL)
    return g_rand_int_range (rand, 0, 2);
  if (field->type == SCR_FIELD_DURATION)
    return field->min + g_rand_int_range (rand, 0, 12);
  if (g_rand_boolean (rand))
    return field->min;
  return field->min + g_rand_double (rand) * (field->max > field->min ? field->max - field->min : 1e6);
}

static void
random_value (ScrStore *store,
              GRand *rand,
              ScrEdit *edit,
              const ScrKind *kind,
              const ScrField *field,
              const char *id,
              guint depth)
{
  g_autofree char *text = NULL;

  if (scr_field_is_numeric (field))
    {
      scr_edit_set_number (edit, kind->name, id, field->name, random_number (rand, field));
      return;
    }
  text = random_text (store, rand, edit, field, depth);
  scr_edit_set_text (edit, kind->name, id, field->name, text);
}

static void
random_item (ScrStore *store, GRand *rand, ScrEdit *edit, const ScrKind *kind, const char *id, guint depth)
{
  for (guint f = 0; f < kind->n_fields; f++)
    {
      const ScrField *field = &kind->fields[f];

      /* What stands under itself is refused; deep chains of new items are not wanted here. */
      if ((field->flags & SCR_FIELD_REQUIRED)
          || (g_rand_int_range (rand, 0, 3) == 0 && depth < 3 && !scr_field_refers_to (field, kind->name)))
        random_value (store, rand, edit, kind, field, id, depth);
    }
}

static const ScrKind *
random_kind (GRand *rand)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (;;)
    {
      const ScrKind *kind = kinds[g_rand_int_range (rand, 0, (gint32)n_kinds)];

      if (!g_str_equal (kind->name, SCR_KIND_RECORD) && !g_str_equal (kind->name, SCR_KIND_CHOICE))
        return kind;
    }
}

static void
random_operation (ScrStore *store, GRand *rand, ScrEdit *edit)
{
  const ScrKind *kind = random_kind (rand);
  gint32 dice = g_rand_int_range (rand, 0, 100);
  g_autofree char *id = pick (store, rand, kind->name, NULL, dice < 90 ? SCR_LIVE : SCR_BIN);

  if (id == NULL || dice < 40)
    {
      g_autofree char *fresh = random_identity (rand);

      scr_edit_add (edit, kind->name, fresh);
      random_item (store, rand, edit, kind, fresh, 0);
    }
  else if (dice < 75)
    {
      const ScrField *field = &kind->fields[g_rand_int_range (rand, 0, (gint32)kind->n_fields)];

      if (!scr_field_refers_to (field, kind->name))
        random_value (store, rand, edit, kind, field, id, 0);
    }
  else if (dice < 85)
    scr_edit_bin (edit, kind->name, id);
  else if (dice < 90)
    scr_edit_purge (edit, kind->name, id);
  else if (dice < 96)
    scr_edit_restore (edit, kind->name, id);
  else
    scr_edit_purge (edit, kind->name, id);
}

/**
 * maker_random_edit:
 * @store: a record
 * @rand: where chance comes from
 *
 * Returns: (transfer full): something that a person might do, to whatever kind of thing
 */
ScrEdit *
maker_random_edit (ScrStore *store, GRand *rand)
{
  ScrEdit *edit = scr_edit_new ("At random");

  random_operation (store, rand, edit);
  return edit;
}

/* --- Looking at it from outside --- */

static sqlite3 *
open_plain (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  return db;
}

static void
dump_table (sqlite3 *db, const char *table, GString *text)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY id", table);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_string_append (text, table);
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        if (sqlite3_column_type (statement, i) != SQLITE_NULL)
          g_string_append_printf (text, " %s=%s", sqlite3_column_name (statement, i),
                                  sqlite3_column_text (statement, i));
      g_string_append_c (text, '\n');
    }
  sqlite3_finalize (statement);
}

/**
 * maker_dump:
 * @store: a record
 *
 * Returns: (transfer full): every item of it as it is on disk, one a line
 */
char *
maker_dump (ScrStore *store)
{
  GString *text = g_string_new (NULL);
  sqlite3 *db = open_plain (scr_store_get_path (store));
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    dump_table (db, kinds[i]->name, text);
  sqlite3_close (db);
  return g_string_free (text, FALSE);
}

/**
 * maker_assert_same:
 * @a: a dump
 * @b: another
 *
 * Names the first line that differs, not the whole of both.
 */
void
maker_assert_same (const char *a, const char *b)
{
  g_auto (GStrv) ours = NULL;
  g_auto (GStrv) theirs = NULL;

  if (strcmp (a, b) == 0)
    return;
  ours = g_strsplit (a, "\n", -1);
  theirs = g_strsplit (b, "\n", -1);
  for (guint i = 0; ours[i] != NULL || theirs[i] != NULL; i++)
    {
      g_assert_cmpstr (ours[i], ==, theirs[i]);
      g_assert_nonnull (ours[i]);
    }
}

gint64
maker_query_int (ScrStore *store, const char *sql)
{
  sqlite3 *db = open_plain (scr_store_get_path (store));
  sqlite3_stmt *statement = NULL;
  gint64 number;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return number;
}

/**
 * maker_execute:
 * @path: a file
 * @sql: what an enemy does to it, by plain SQLite; must succeed
 */
void
maker_execute (const char *path, const char *sql)
{
  sqlite3 *db = open_plain (path);
  char *message = NULL;

  sqlite3_db_config (db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1, NULL);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

char *
maker_hash_file (const char *path)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)content, length);
}

static void
assert_references (ScrStore *store, const ScrKind *kind, ScrItem *item)
{
  for (guint f = 0; f < kind->n_fields; f++)
    {
      const ScrField *field = &kind->fields[f];
      const ScrValue *value = scr_item_get_value_at (item, f);
      g_autoptr (ScrItem) referred = NULL;

      if ((field->flags & SCR_FIELD_REQUIRED) && value->type == SCR_VALUE_NONE)
        g_error ("%s %s: %s is empty", kind->name, scr_item_get_id (item), field->name);
      if (!scr_field_is_identity (field) || value->type == SCR_VALUE_NONE)
        continue;
      referred = scr_source_find (SCR_SOURCE (store), field, value->text);
      if (referred == NULL)
        g_error ("%s %s: %s leads nowhere (%s)", kind->name, scr_item_get_id (item), field->name,
                 value->text);
    }
}

/**
 * maker_assert_sound:
 * @store: a record
 *
 * The file, its indexes and its search are sound, no reference leads nowhere, and nothing that must be filled
 * is empty.
 */
void
maker_assert_sound (ScrStore *store)
{
  g_autoptr (GError) error = NULL;
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  scr_store_check (store, &error);
  g_assert_no_error (error);
  for (guint k = 0; k < n_kinds; k++)
    {
      const ScrQuery query = {.kind = kinds[k]->name, .where = SCR_ALL, .order = ""};
      g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (store), &query);

      for (guint i = 0; i < items->len; i++)
        assert_references (store, kinds[k], g_ptr_array_index (items, i));
    }
}
