/* Tests of the search: what is found, in which order, with which words marked, and that the index stays in
 * step. */
#include "record-maker.h"

#include <string.h>

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

static GPtrArray *
search (Fixture *fixture, const char *words)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = scr_store_search (fixture->store, words, NULL, FALSE, 50, &error);

  g_assert_no_error (error);
  return hits;
}

static guint
count (Fixture *fixture, const char *words)
{
  g_autoptr (GPtrArray) hits = search (fixture, words);

  return hits->len;
}

static void
test_finds (Fixture *fixture, gconstpointer unused)
{
  g_free (maker_add (fixture->store, "group", "Café of Łódź", "purpose", "Neglect: early help, don't delay",
                     NULL));
  g_free (
      maker_add (fixture->store, "group", "Bwrdd Diogelu", "note", "Encyclopædia and naïve straße", NULL));
  g_assert_cmpuint (count (fixture, "neglect"), ==, 1);
  g_assert_cmpuint (count (fixture, "NEGLECT"), ==, 1);
  g_assert_cmpuint (count (fixture, "negl"), ==, 1);
  g_assert_cmpuint (count (fixture, "early neglect"), ==, 1);
  g_assert_cmpuint (count (fixture, "early nothing"), ==, 0);
  g_assert_cmpuint (count (fixture, "cafe"), ==, 1);
  g_assert_cmpuint (count (fixture, "café"), ==, 1);
  g_assert_cmpuint (count (fixture, "CAFÉ"), ==, 1);
  g_assert_cmpuint (count (fixture, "lodz"), ==, 1);
  g_assert_cmpuint (count (fixture, "Łódź"), ==, 1);
  g_assert_cmpuint (count (fixture, "łodz"), ==, 1);
  g_assert_cmpuint (count (fixture, "encyclopaedia"), ==, 1);
  g_assert_cmpuint (count (fixture, "strasse"), ==, 1);
  g_assert_cmpuint (count (fixture, "naive"), ==, 1);
  g_assert_cmpuint (count (fixture, "\"early help\""), ==, 1);
  g_assert_cmpuint (count (fixture, "\"help early\""), ==, 0);
  g_assert_cmpuint (count (fixture, "diogelu bwr"), ==, 1);
}

/* Whatever is typed is words, never the query language, and never an error. */
static void
test_typed_nonsense (Fixture *fixture, gconstpointer unused)
{
  static const char *const typed[]
      = {"",        "   ",    "\"",        "*",           "AND",
         "a AND",   "NOT x",  "(((",       "title:board", "a\"b",
         "-",       "^board", "NEAR(a b)", "\xff",        "'; DROP TABLE search; --",
         "{a b}:c", "board*", "“board” »"};
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *many = g_strnfill (4000, ' ');

  g_free (maker_add (fixture->store, "group", "Board", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_ptr_array_unref (search (fixture, typed[i]));
  for (guint i = 0; i < 4000; i += 2)
    many[i] = 'b';
  g_ptr_array_unref (search (fixture, long_text));
  g_ptr_array_unref (search (fixture, many));
  g_assert_cmpuint (count (fixture, "board*"), ==, 1);
}

static void
test_title_first (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *in_text
      = maker_add (fixture->store, "group", "Executive", "purpose", "Scrutiny, scrutiny, scrutiny", NULL);
  g_autofree char *in_title
      = maker_add (fixture->store, "group", "Scrutiny of the front door and much else", NULL);
  g_autofree char *again = maker_add (fixture->store, "group", "Subgroup", "purpose", "of scrutiny", NULL);
  g_autoptr (GPtrArray) hits = search (fixture, "scrutiny");

  g_assert_cmpuint (hits->len, ==, 3);
  g_assert_cmpstr (((ScrHit *)hits->pdata[0])->id, ==, in_title);
}

static void
test_marks (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *text
      = g_strconcat ("One two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                     " fifteen sixteen neglect seventeen eighteen",
                     NULL);
  g_autoptr (GPtrArray) hits = NULL;
  const ScrHit *hit;

  g_free (maker_add (fixture->store, "group", "Board on neglect", "purpose", "Nothing of it here", NULL));
  hits = search (fixture, "neg");
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->title, ==, "Board on \002neglect\003");
  g_assert_cmpstr (hit->snippet, ==, "");
  g_assert_cmpstr (hit->kind->name, ==, "group");
  g_assert_false (hit->in_bin);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_clear_pointer (&hits, g_ptr_array_unref);

  g_free (maker_add (fixture->store, "group", "Board", "purpose", text, NULL));
  hits = search (fixture, "neglect");
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->title, ==, "Board");
  g_assert_nonnull (strstr (hit->snippet, "\002neglect\003"));
  g_assert_null (strstr (hit->snippet, "One two"));
}

/* What has no title of its own is shown by what it joins. */
static void
test_untitled (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *meeting = maker_add (fixture->store, "meeting", "Reflective meeting", NULL);
  g_autofree char *person = maker_add (fixture->store, "person", "Lead", NULL);
  g_autofree char *id = maker_add (fixture->store, "attendance", NULL, "meeting", meeting, "who", person,
                                   "note", "arrived late", NULL);
  g_autoptr (GPtrArray) hits = search (fixture, "late");

  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (((ScrHit *)hits->pdata[0])->id, ==, id);
  g_assert_nonnull (strstr (((ScrHit *)hits->pdata[0])->title, "Reflective meeting"));
}

static void
test_bin (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);
  g_autoptr (GPtrArray) hits = NULL;

  maker_do (fixture->store, SCR_OP_BIN, "group", id);
  g_assert_cmpuint (count (fixture, "board"), ==, 0);
  hits = scr_store_search (fixture->store, "board", NULL, TRUE, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_true (((ScrHit *)hits->pdata[0])->in_bin);
  maker_do (fixture->store, SCR_OP_PURGE, "group", id);
  g_clear_pointer (&hits, g_ptr_array_unref);
  hits = scr_store_search (fixture->store, "board", NULL, TRUE, 10, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_partnership (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *ours = maker_add (fixture->store, "partnership", "Bexley", NULL);
  g_autofree char *theirs = maker_add (fixture->store, "partnership", "Greenwich", NULL);
  g_autofree char *meeting = maker_add (fixture->store, "meeting", "Ours", "partnership", ours, NULL);
  g_autofree char *item = maker_add (fixture->store, "agenda_item", "Neglect", "meeting", meeting, NULL);
  g_autofree char *common = maker_add (fixture->store, "group", "Neglect group", NULL);
  g_autofree char *attachment = maker_add (fixture->store, "attachment", "neglect.pdf", "owner", item, NULL);
  g_autoptr (GPtrArray) in_ours = NULL;
  g_autoptr (GPtrArray) in_theirs = NULL;
  g_autoptr (GPtrArray) itself = NULL;

  /* So many elsewhere that a search that only looks at the best would find none of ours. */
  for (guint i = 0; i < 300; i++)
    g_free (maker_add (fixture->store, "group", "Neglect", "partnership", theirs, NULL));
  in_ours = scr_store_search (fixture->store, "neglect", ours, FALSE, 10, NULL);
  g_assert_cmpuint (in_ours->len, ==, 3);
  in_theirs = scr_store_search (fixture->store, "neglect", theirs, FALSE, 1000, NULL);
  g_assert_cmpuint (in_theirs->len, ==, 301);
  itself = scr_store_search (fixture->store, "bexley", ours, FALSE, 10, NULL);
  g_assert_cmpuint (itself->len, ==, 1);
  g_clear_pointer (&itself, g_ptr_array_unref);
  itself = scr_store_search (fixture->store, "bexley", theirs, FALSE, 10, NULL);
  g_assert_cmpuint (itself->len, ==, 0);
}

static guint
count_in (Fixture *fixture, const char *words, const char *partnership)
{
  g_autoptr (GPtrArray) hits = scr_store_search (fixture->store, words, partnership, FALSE, 100, NULL);

  return hits->len;
}

/* What belongs to a thing that is moved to another partnership is found there, also after undo and redo. */
static void
test_moved (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *ours = maker_add (fixture->store, "partnership", "Bexley", NULL);
  g_autofree char *theirs = maker_add (fixture->store, "partnership", "Greenwich", NULL);
  g_autofree char *meeting = maker_add (fixture->store, "meeting", "Neglect", "partnership", ours, NULL);
  g_autofree char *item = maker_add (fixture->store, "agenda_item", "Neglect", "meeting", meeting, NULL);
  g_autofree char *attachment = maker_add (fixture->store, "attachment", "neglect.pdf", "owner", item, NULL);

  g_assert_cmpuint (count_in (fixture, "neglect", ours), ==, 3);
  g_assert_cmpuint (count_in (fixture, "neglect", theirs), ==, 0);
  maker_set (fixture->store, "meeting", meeting, "partnership", theirs);
  g_assert_cmpuint (count_in (fixture, "neglect", ours), ==, 0);
  g_assert_cmpuint (count_in (fixture, "neglect", theirs), ==, 3);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_in (fixture, "neglect", ours), ==, 3);
  g_assert_true (scr_store_redo (fixture->store, NULL));
  g_assert_cmpuint (count_in (fixture, "neglect", theirs), ==, 3);
  /* Of no partnership any more: found in all. */
  maker_do (fixture->store, SCR_OP_PURGE, "partnership", theirs);
  g_assert_cmpuint (count_in (fixture, "neglect", ours), ==, 3);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_in (fixture, "neglect", ours), ==, 0);
  g_assert_cmpuint (count_in (fixture, "neglect", theirs), ==, 3);
  maker_assert_sound (fixture->store);
}

/* The word that says where a thing belongs is no word of it. */
static void
test_place_is_no_word (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *ours = maker_add (fixture->store, "partnership", "Bexley", NULL);
  g_autofree char *beginning = g_strndup (ours, 8);

  g_free (maker_add (fixture->store, "meeting", "Neglect", "partnership", ours, NULL));
  g_assert_cmpuint (count (fixture, ours), ==, 0);
  g_assert_cmpuint (count (fixture, beginning), ==, 0);
  beginning[2] = '\0';
  g_assert_cmpuint (count (fixture, beginning), ==, 0);
}

static void
test_limit (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GPtrArray) some = NULL;

  for (guint i = 0; i < 12; i++)
    g_free (maker_add (fixture->store, "group", "Board", NULL));
  some = scr_store_search (fixture->store, "board", NULL, FALSE, 5, NULL);
  g_assert_cmpuint (some->len, ==, 5);
}

/* More matches than can be weighed: titles still come first, each item once, the newest first. */
static void
test_crowd (Fixture *fixture, gconstpointer unused)
{
  ScrEdit *edit = scr_edit_new ("Many");
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *in_title = NULL;

  for (guint i = 0; i < 5100; i++)
    {
      const char *id = scr_edit_add (edit, "group", NULL);

      scr_edit_set_text (edit, "group", id, "title", "Board");
      scr_edit_set_text (edit, "group", id, "note", "everything");
    }
  maker_apply (fixture->store, edit);
  in_title = maker_add (fixture->store, "group", "Everything at once", NULL);
  g_free (maker_add (fixture->store, "group", "Later", "note", "everything", NULL));
  hits = search (fixture, "everything");
  g_assert_cmpuint (hits->len, ==, 50);
  g_assert_cmpstr (((ScrHit *)hits->pdata[0])->id, ==, in_title);
  g_assert_cmpstr (((ScrHit *)hits->pdata[1])->title, ==, "Later");
  for (guint i = 0; i < hits->len; i++)
    g_assert_true (g_hash_table_add (seen, ((ScrHit *)hits->pdata[i])->id));
}

/* The words that fields offer are found where they are used. */
static void
test_no_choices (Fixture *fixture, gconstpointer unused)
{
  g_assert_cmpuint (count (fixture, "meeting-state"), ==, 0);
}

static void
test_in_step (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = maker_add (fixture->store, "group", "Board", NULL);

  maker_set (fixture->store, "group", id, "title", "Executive");
  g_assert_cmpuint (count (fixture, "board"), ==, 0);
  g_assert_cmpuint (count (fixture, "executive"), ==, 1);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, "board"), ==, 1);
  g_assert_cmpuint (count (fixture, "executive"), ==, 0);
  g_assert_true (scr_store_redo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, "executive"), ==, 1);
  fixture->store = maker_reopen (fixture->store);
  g_assert_cmpuint (count (fixture, "executive"), ==, 1);
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_true (scr_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, "board"), ==, 0);
  maker_assert_sound (fixture->store);
}

/* After anything at all, the index is what it would be if it were made anew. */
static void
test_as_made_anew (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint i = 0; i < 200; i++)
    {
      maker_apply (fixture->store, maker_random_edit (fixture->store, rand));
      if (i % 5 == 0)
        g_assert_true (scr_store_undo (fixture->store, NULL));
    }
  maker_assert_sound (fixture->store);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (maker_query_int (fixture->store,
                                        "SELECT count(*) FROM search_text t WHERE kind = 'group' AND"
                                        " NOT EXISTS (SELECT 1 FROM \"group\" g WHERE g.id = t.item"
                                        " AND g.title = t.title)"),
                       ==, 0);
      g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM \"group\" g WHERE NOT EXISTS"
                                                        " (SELECT 1 FROM search_text t WHERE g.id = t.item)"),
                       ==, 0);
      g_assert_true (scr_store_undo_until (fixture->store, 20, NULL));
    }
}

#define ADD(path, function) g_test_add ("/search/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("finds", test_finds);
  ADD ("typed-nonsense", test_typed_nonsense);
  ADD ("title-first", test_title_first);
  ADD ("marks", test_marks);
  ADD ("untitled", test_untitled);
  ADD ("bin", test_bin);
  ADD ("partnership", test_partnership);
  ADD ("moved", test_moved);
  ADD ("place-is-no-word", test_place_is_no_word);
  ADD ("limit", test_limit);
  ADD ("crowd", test_crowd);
  ADD ("no-choices", test_no_choices);
  ADD ("in-step", test_in_step);
  ADD ("as-made-anew", test_as_made_anew);
  return g_test_run ();
}
