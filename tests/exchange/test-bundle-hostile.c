/* Tests of bundles that are not as they should be: each is refused with a clear error, and nothing is
 * altered. */
#include "record-maker.h"

#include "scr-bundle.h"

#include <string.h>

typedef struct
{
  char *folder;
  ScrStore *store;
  char *before;
  gint64 n_changes;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer unused)
{
  fixture->folder = maker_folder_new ();
  fixture->store = maker_create (fixture->folder);
  g_free (maker_add (fixture->store, "group", "Board", NULL));
  fixture->before = maker_dump (fixture->store);
  fixture->n_changes = maker_query_int (fixture->store, "SELECT count(*) FROM change");
}

static void
tear_down (Fixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->store);
  g_free (fixture->before);
  maker_folder_free (fixture->folder);
}

static void
refuse_bytes (Fixture *fixture, GBytes *bytes, int code)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_false (scr_bundle_read_bytes (fixture->store, bytes, SCR_BUNDLE_PLAIN, "Take in", NULL, &error));
  g_assert_error (error, SCR_ERROR, code);
  g_assert_cmpuint (strlen (error->message), >, 20);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  after = maker_dump (fixture->store);
  maker_assert_same (fixture->before, after);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM change"), ==, fixture->n_changes);
}

static void
refuse_text (Fixture *fixture, const char *text, int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  refuse_bytes (fixture, bytes, code);
}

/* @items is what stands in "items", with ' for ". */
static void
refuse_items (Fixture *fixture, const char *items)
{
  g_autofree char *text
      = g_strdup_printf ("{'format': 'scrutiny-bundle', 'version': 1, 'items': {%s}}", items);

  g_strdelimit (text, "'", '"');
  refuse_text (fixture, text, SCR_ERROR_INVALID);
}

static void
test_no_bundle (Fixture *fixture, gconstpointer unused)
{
  static const char *const texts[] = {
      "",
      " ",
      "{",
      "[]",
      "{}",
      "null",
      "1",
      "\"x\"",
      "{\"format\": \"scrutiny-bundle\"}",
      "{\"format\": \"other\", \"version\": 1, \"items\": {}}",
      "{\"format\": 1, \"version\": 1, \"items\": {}}",
      "{\"format\": \"scrutiny-bundle\", \"version\": \"1\", \"items\": {}}",
      "{\"format\": \"scrutiny-bundle\", \"version\": true, \"items\": {}}",
      "{\"format\": \"scrutiny-bundle\", \"version\": 0, \"items\": {}}",
      "{\"format\": \"scrutiny-bundle\", \"version\": -3, \"items\": {}}",
      "{\"format\": \"scrutiny-bundle\", \"version\": null, \"items\": {}}",
      "{\"format\": \"scrutiny-bundle\", \"version\": [1], \"items\": {}}",
      "{\"format\": \"scrutiny-bundle\", \"version\": 1}",
      "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": []}",
      "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": null}",
      "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": {}, \"files\": []}",
      "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": {}, \"files\": {\"x\": 1}}",
      "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": {}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    refuse_text (fixture, texts[i], SCR_ERROR_INVALID);
}

static void
test_newer (Fixture *fixture, gconstpointer unused)
{
  refuse_text (fixture, "{\"format\": \"scrutiny-bundle\", \"version\": 2, \"items\": {\"new_kind\": []}}",
               SCR_ERROR_NEWER);
}

static void
test_items (Fixture *fixture, gconstpointer unused)
{
  static const char *const items[] = {
      "'no_such_kind': []",
      "'sqlite_master': [{'id': 'a'}]",
      "'change': [{'id': 'a'}]",
      "'group': {}",
      "'group': 1",
      "'group': [1]",
      "'group': [null]",
      "'group': [[]]",
      "'group': [{}]",
      "'group': [{'id': 1}]",
      "'group': [{'id': null}]",
      "'group': [{'id': ''}]",
      "'group': [{'id': 'A B', 'title': 'x'}]",
      "'group': [{'id': 'a; DROP TABLE record', 'title': 'x'}]",
      "'group': [{'id': 'a', 'title': 'x', 'no_such_field': 1}]",
      "'group': [{'id': 'a', 'title': 'x', 'title; --': 'y'}]",
      "'group': [{'id': 'a'}]",
      "'group': [{'id': 'a', 'title': null}]",
      "'group': [{'id': 'a', 'title': 1}]",
      "'group': [{'id': 'a', 'title': true}]",
      "'group': [{'id': 'a', 'title': ['x']}]",
      "'group': [{'id': 'a', 'title': {'x': 1}}]",
      "'group': [{'id': 'a', 'title': 'x', 'quorum': 'five'}]",
      "'group': [{'id': 'a', 'title': 'x', 'quorum': 1e999}]",
      "'group': [{'id': 'a', 'title': 'x', 'quorum': 99999999999999999999999999}]",
      "'group': [{'id': 'a', 'title': 'x', 'quorum': true}]",
      "'group': [{'id': 'a', 'title': 'x', 'from': '2019-02-30'}]",
      "'group': [{'id': 'a', 'title': 'x', 'kind': 'no-such-choice'}]",
      "'group': [{'id': 'a', 'title': 'x', 'kind': 'meeting-state.0'}]",
      "'group': [{'id': 'a', 'title': 'x', 'partnership': 'nowhere'}]",
      "'group': [{'id': 'a', 'title': 'x', 'partnership': '@nowhere'}]",
      "'group': [{'id': 'a', 'title': 'x'}, {'id': 'a', 'title': 'y'}]",
      "'group': [{'id': 'a', 'title': 'x', 'deleted': 'yesterday'}]",
      "'group': [{'id': 'a', 'title': 'x', 'deleted': 1}]",
      "'group': [{'id': 'a', 'title': 'x', 'deleted': null}]",
      "'group': [{'id': 'a', 'title': 'two\\nlines'}]",
      "'group': [{'id': 'a', 'title': 'bell \\u0007'}]",
      "'group': [{'id': 'a', 'title': 'x'}], 'meeting': [{'id': 'a', 'title': 'x'}]",
      "'record': [{'id': 'second', 'title': 'x'}]",
      "'record': [{'id': 'record', 'title': 'x', 'deleted': '2019-01-01T00:00:00Z'}]",
      "'agenda_item': [{'id': 'a', 'title': 'x', 'meeting': 'm', 'under': 'a'}], 'meeting': [{'id': 'm', "
      "'title': 'x'}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_test_message ("%s", items[i]);
      refuse_items (fixture, items[i]);
    }
}

/* All good but the last of many. */
static void
test_late_failure (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GString) items = g_string_new ("'group': [");

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (items, "{'id': 'g%u', 'title': 'x'}, ", i);
  g_string_append (items, "{'id': 'last', 'title': 'x', 'succeeds': 'nowhere'}]");
  refuse_items (fixture, items->str);
}

static void
refuse_deep (Fixture *fixture, const char *head)
{
  g_autoptr (GString) text = g_string_new (head);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, i % 2 == 0 ? '[' : '[');
  bytes = g_bytes_new (text->str, text->len);
  refuse_bytes (fixture, bytes, SCR_ERROR_INVALID);
}

/* The parser recurses: whatever way it may be led astray about what is a string, depth is counted right. */
static void
test_depth (Fixture *fixture, gconstpointer unused)
{
  refuse_deep (fixture, "");
  refuse_deep (fixture, "{\"items\": ");
  refuse_deep (fixture, "\"\\\\\" ");
  refuse_deep (fixture, "/*\"*/ ");
  refuse_deep (fixture, "//\"\n ");
  refuse_deep (fixture, "#\"\n ");
  refuse_deep (fixture, "'\"' ");
  refuse_deep (fixture, "{\"a\": /* \" */ ");
}

static void
test_not_utf8 (Fixture *fixture, gconstpointer unused)
{
  static const char text[] = "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": {\"group\": "
                             "[{\"id\": \"a\", \"title\": \"\xff\"}]}}";
  static const char surrogate[]
      = "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": {\"group\": [{\"id\": "
        "\"a\", \"title\": \"\\ud800\"}]}}";
  static const char name[]
      = "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": {\"\\ud800\": []}}";
  static const char with_nul[] = "{\"format\": \"scrutiny-bundle\"\0, \"version\": 1, \"items\": {}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (with_nul, sizeof with_nul - 1);

  refuse_text (fixture, text, SCR_ERROR_INVALID);
  refuse_text (fixture, surrogate, SCR_ERROR_INVALID);
  refuse_text (fixture, name, SCR_ERROR_INVALID);
  refuse_bytes (fixture, bytes, SCR_ERROR_INVALID);
}

/* A file that is not what its name says is not kept either. */
static void
test_wrong_file (Fixture *fixture, gconstpointer unused)
{
  refuse_text (
      fixture,
      "{\"format\": \"scrutiny-bundle\", \"version\": 1, \"items\": {}, \"files\": {\"00\": \"YWJj\"}}",
      SCR_ERROR_DAMAGED);
  g_assert_cmpint (maker_query_int (fixture->store, "SELECT count(*) FROM file"), ==, 0);
}

static void
test_files_on_disk (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *none = maker_path (fixture->folder, "none.json");
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *path = maker_path (fixture->folder, "some.json");
  g_autofree char *after = NULL;

  g_assert_false (scr_bundle_read (fixture->store, none, NULL, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (scr_bundle_read (fixture->store, fixture->folder, NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_true (scr_bundle_write (fixture->store, path, NULL, NULL));
  g_cancellable_cancel (cancelled);
  g_assert_false (scr_bundle_read (fixture->store, path, cancelled, &error));
  g_assert_error (error, SCR_ERROR, SCR_ERROR_CANCELLED);
  after = maker_dump (fixture->store);
  maker_assert_same (fixture->before, after);
}

/* Bits flipped at random in a bundle: taken in or refused, never a crash, never half. */
static void
test_flipped (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree char *path = maker_path (fixture->folder, "some.json");
  g_autofree char *content = NULL;
  gsize length;
  guint refused = 0;

  for (guint i = 0; i < 60; i++)
    maker_apply (fixture->store, maker_random_edit (fixture->store, rand));
  g_assert_true (scr_bundle_write (fixture->store, path, NULL, NULL));
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *flipped = g_memdup2 (content, length);
      g_autofree char *before = maker_dump (fixture->store);
      g_autofree char *after = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 3; k++)
        flipped[g_rand_int_range (rand, 0, (gint32)length)] ^= (char)(1 << g_rand_int_range (rand, 0, 7));
      bytes = g_bytes_new (flipped, length);
      if (scr_bundle_read_bytes (fixture->store, bytes, SCR_BUNDLE_PLAIN, "Flipped", NULL, &error))
        continue;
      g_assert_true (error->domain == SCR_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      after = maker_dump (fixture->store);
      maker_assert_same (before, after);
      refused++;
    }
  maker_assert_sound (fixture->store);
  g_assert_cmpuint (refused, >, 50);
}

#define ADD(path, function) g_test_add ("/bundle-hostile/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("no-bundle", test_no_bundle);
  ADD ("newer", test_newer);
  ADD ("items", test_items);
  ADD ("late-failure", test_late_failure);
  ADD ("depth", test_depth);
  ADD ("not-utf8", test_not_utf8);
  ADD ("wrong-file", test_wrong_file);
  ADD ("files-on-disk", test_files_on_disk);
  ADD ("flipped", test_flipped);
  return g_test_run ();
}
