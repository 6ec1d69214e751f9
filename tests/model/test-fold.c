/* Tests of scr-fold: texts made alike, and queries that nothing typed can break. */
#include "scr-fold.h"

#include <string.h>

static void
test_fold (void)
{
  const char *rows[][2] = {
      {"Café", "cafe"},
      {"Cafe\xcc\x81", "cafe"},
      {"ÅNGSTRÖM", "angstrom"},
      {"Tŷ Gwyn", "ty gwyn"},
      {"Łódź", "lodz"},
      {"Encyclopædia Œuvre", "encyclopaedia oeuvre"},
      {"ﬁnal ﬄ", "final ffl"},
      {"Straße", "strasse"},
      {"STRASSE", "strasse"},
      {"İstanbul Isı", "istanbul isi"},
      {"ℌ Ａ", "h a"},
      {"O’Role", "o'role"},
      {"co\xc2\xadoperate", "cooperate"},
      {"نَص", "نص"},
      {"كتاب", "کتاب"},
      {"नेपाली", "नेपाली"},
      {"ਪੰਜਾਬੀ", "ਪੰਜਾਬੀ"},
      {"ΣΊΣΥΦΟΣ", "σισυφοσ"},
      {"", ""},
  };
  g_autofree char *none = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folded = scr_fold (rows[i][0]);

      g_assert_cmpstr (folded, ==, rows[i][1]);
    }
  none = scr_fold (NULL);
  g_assert_cmpstr (none, ==, "");
}

/* Folding is done once and for all; capitals make no difference. */
static void
test_fold_twice (void)
{
  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL, *twice = NULL;
      int n = g_test_rand_int_range (0, 6);

      for (int i = 0; i < n; i++)
        {
          gunichar c = (gunichar)g_test_rand_int_range (0x20, g_test_rand_bit () ? 0x700 : 0x20000);

          /* The two cases of Cherokee fold into each other, in GLib. */
          if (g_unichar_get_script (c) != G_UNICODE_SCRIPT_CHEROKEE && g_unichar_validate (c)
              && g_unichar_isdefined (c))
            g_string_append_unichar (text, c);
        }
      once = scr_fold (text->str);
      twice = scr_fold (once);
      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
    }
}

static void
test_contains (void)
{
  g_assert_true (scr_fold_contains ("Réunion of the Learning Hub", "hub REUN"));
  g_assert_true (scr_fold_contains ("anything", ""));
  g_assert_true (scr_fold_contains (NULL, NULL));
  g_assert_false (scr_fold_contains ("Learning hub", "hub board"));
  g_assert_false (scr_fold_contains (NULL, "x"));
}

static void
test_queries (void)
{
  const char *rows[][2] = {
      {"board", "\"board\" *"},
      {"Learning Hub", "\"learning\" * AND \"hub\" *"},
      {"a learning", "\"a\" AND \"learning\" *"},
      {"plan a", "\"plan\" * AND \"a\" *"},
      {"plan a ", "\"plan\" * AND \"a\""},
      {"\"deep dive\" report", "\"deep dive\" AND \"report\" *"},
      {"“deep dive”", "\"deep dive\""},
      {"\"deep di", "\"deep di\" *"},
      {"say\"deep\"", "\"say\" * AND \"deep\""},
      {"one OR two", "\"one\" * AND \"or\" AND \"two\" *"},
      {"NOT title:x*", "\"not\" * AND \"title:x*\" *"},
      {"well-being", "\"well-being\" *"},
      {"Café", "(\"Café\" * OR \"cafe\" *)"},
      {"straße x", "(\"straße\" * OR \"strasse\" *) AND \"x\" *"},
      {"नेपाली", "\"नेपाली\" *"},
      {"x＂ or＂y", "(\"x＂\" OR \"x \") AND (\"or＂y\" * OR \"or y\" *)"},
      {"- + ( ) ^ *", NULL},
      {"\"\"", NULL},
      {"\" \"", NULL},
      {"", NULL},
      {"   ", NULL},
      {NULL, NULL},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *query = scr_fold_to_fts_query (rows[i][0]);

      g_assert_cmpstr (query, ==, rows[i][1]);
    }
}

/* Outside the quotes there is never anything but our own words. */
static void
test_queries_are_safe (void)
{
  const char *bits[] = {"\"", "a",  "word", " ",    "*", "(", ")",  "AND", "NEAR(", "^", ":", "-", "“",
                        "”",  "＂", "é",    "\xff", "'", "«", "\\", "{",   "}",     "+", "ﬁ", "\n"};

  for (int round = 0; round < 20000; round++)
    {
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autoptr (GString) outside = g_string_new (NULL);
      g_autofree char *query = NULL;
      gboolean within = FALSE;
      int n = g_test_rand_int_range (0, 9);

      for (int i = 0; i < n; i++)
        g_string_append (typed, bits[g_test_rand_int_range (0, G_N_ELEMENTS (bits))]);
      query = scr_fold_to_fts_query (typed->str);
      for (const char *p = query; p != NULL && *p != '\0'; p++)
        {
          if (*p == '"')
            within = !within;
          else if (!within)
            g_string_append_c (outside, *p);
        }
      g_assert_false (within);
      g_assert_true (query == NULL || g_utf8_validate (query, -1, NULL));
      g_string_replace (outside, "AND", "", 0);
      g_string_replace (outside, "OR", "", 0);
      g_assert_cmpuint (strspn (outside->str, " *()"), ==, outside->len);
    }
}

static void
test_long_queries (void)
{
  g_autofree char *word = g_strnfill (100000, 'x');
  g_autoptr (GString) many = g_string_new (NULL);
  g_autofree char *query = NULL;

  g_assert_null (scr_fold_to_fts_query (word));
  for (int i = 0; i < 1000; i++)
    g_string_append (many, "word ");
  query = scr_fold_to_fts_query (many->str);
  g_assert_cmpuint (strlen (query), <, 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fold/fold", test_fold);
  g_test_add_func ("/fold/fold-twice", test_fold_twice);
  g_test_add_func ("/fold/contains", test_contains);
  g_test_add_func ("/fold/queries", test_queries);
  g_test_add_func ("/fold/queries-are-safe", test_queries_are_safe);
  g_test_add_func ("/fold/long-queries", test_long_queries);
  return g_test_run ();
}
