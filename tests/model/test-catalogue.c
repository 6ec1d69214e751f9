/* Tests of scr-catalogue and scr-plural: lookups in both byte orders, rules of many languages, damaged files.
 */
#include "catalogue-maker.h"
#include "scr-catalogue.h"
#include "scr-plural.h"

#include <string.h>

#define WELSH_RULE "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;"

static const TestMessage messages[] = {
    {"", "Content-Type: text/plain; charset=UTF-8\nLanguage: cy\nPlural-Forms: " WELSH_RULE "\n"},
    {"Board", "Bwrdd"},
    {"Yes", "Ydy"},
    {"answer\004Yes", "Oes"},
    {"Untranslated", ""},
    {"%lu day", "%lu diwrnod|%lu ddiwrnod|%lu diwrnod o hyd|%lu niwrnod"},
    {"%lu year", "%lu flwyddyn|%lu flynedd"},
};

static void
check_lookups (gboolean swapped)
{
  g_autoptr (GBytes) bytes = test_catalogue_make (messages, G_N_ELEMENTS (messages), swapped);
  g_autoptr (ScrCatalogue) catalogue = scr_catalogue_new (bytes);

  g_assert_nonnull (catalogue);
  g_assert_cmpstr (scr_catalogue_lookup (catalogue, NULL, "Board"), ==, "Bwrdd");
  g_assert_cmpstr (scr_catalogue_lookup (catalogue, NULL, "Yes"), ==, "Ydy");
  g_assert_cmpstr (scr_catalogue_lookup (catalogue, "answer", "Yes"), ==, "Oes");
  g_assert_null (scr_catalogue_lookup (catalogue, "question", "Yes"));
  g_assert_null (scr_catalogue_lookup (catalogue, NULL, "Untranslated"));
  g_assert_null (scr_catalogue_lookup (catalogue, NULL, "A"));
  g_assert_null (scr_catalogue_lookup (catalogue, NULL, "Zebra"));
  g_assert_cmpstr (scr_catalogue_lookup_plural (catalogue, "%lu day", 1), ==, "%lu diwrnod");
  g_assert_cmpstr (scr_catalogue_lookup_plural (catalogue, "%lu day", 2), ==, "%lu ddiwrnod");
  g_assert_cmpstr (scr_catalogue_lookup_plural (catalogue, "%lu day", 5), ==, "%lu diwrnod o hyd");
  g_assert_cmpstr (scr_catalogue_lookup_plural (catalogue, "%lu day", 11), ==, "%lu niwrnod");
  g_assert_null (scr_catalogue_lookup_plural (catalogue, "%lu week", 11));
  /* Fewer forms than the rule asks for: the first. */
  g_assert_cmpstr (scr_catalogue_lookup_plural (catalogue, "%lu year", 8), ==, "%lu flwyddyn");
}

static void
test_lookups (void)
{
  check_lookups (FALSE);
  check_lookups (TRUE);
}

static void
assert_rule (const char *rule, const char *forms)
{
  g_autofree char *header = g_strconcat ("Language: xx\nPlural-Forms: ", rule, "\nX-Other: 1\n", NULL);
  g_autoptr (ScrPlural) plural = scr_plural_new_from_header (header);

  g_assert_nonnull (plural);
  for (gulong n = 0; forms[n] != '\0'; n++)
    g_assert_cmpuint (scr_plural_get_form (plural, n), ==, (guint)(forms[n] - '0'));
}

/* The forms for 0, 1, 2 ... as each language's grammar has them. */
static void
test_rules (void)
{
  assert_rule ("nplurals=1; plural=0;", "0000");
  assert_rule ("nplurals=2; plural=n != 1;", "10111");
  assert_rule ("nplurals=2; plural=(n > 1);", "001111");
  assert_rule (WELSH_RULE, "2012222232232222");
  assert_rule ("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);",
               "20111222222222222222221112");
  assert_rule (
      "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
      "012333333334444");
  assert_rule ("nplurals=2; plural=!(n==1)", "1011");
  assert_rule ("nplurals=3; plural=n-n*2/2+1-1 >= 2 ? 2 : 10-9-n == 1 ? 0 : 1;", "0111");
  assert_rule ("nplurals=2; plural=n/0 + n%0;", "000");
  g_assert_cmpuint (scr_plural_get_form (NULL, 1), ==, 0);
  g_assert_cmpuint (scr_plural_get_form (NULL, 0), ==, 1);
}

static void
test_senseless_rules (void)
{
  g_autofree char *deep = g_strnfill (900, '(');
  g_autofree char *deep_header = g_strconcat ("Plural-Forms: nplurals=2; plural=", deep, "n;", NULL);
  const char *headers[] = {
      "",
      "Language: cy\n",
      "Plural-Forms: nplurals=2;\n",
      "Plural-Forms: plural=n;\n",
      "Plural-Forms: nplurals=0; plural=0;\n",
      "Plural-Forms: nplurals=11; plural=0;\n",
      "Plural-Forms: nplurals=2; plural=n;\n",
      "Plural-Forms: nplurals=2; plural=;\n",
      "Plural-Forms: nplurals=2; plural=n = 1;\n",
      "Plural-Forms: nplurals=2; plural=n ? 1;\n",
      "Plural-Forms: nplurals=2; plural=(n != 1;\n",
      "Plural-Forms: nplurals=2; plural=n != 1);\n",
      "Plural-Forms: nplurals=2; plural=system(1);\n",
      "Plural-Forms: nplurals=2; plural=n !=;\n",
      deep_header,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (headers); i++)
    g_assert_null (scr_plural_new_from_header (headers[i]));
  g_assert_null (scr_plural_new_from_header (NULL));
}

/* Looks up all there is, and some that is not; only a sanitizer or a crash can complain. */
static void
use_catalogue (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (ScrCatalogue) catalogue = scr_catalogue_new (bytes);

  if (catalogue == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      const char *text = scr_catalogue_lookup (catalogue, i % 2 ? "answer" : NULL, messages[i].key);

      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
      for (gulong n = 0; n < 12; n++)
        {
          text = scr_catalogue_lookup_plural (catalogue, messages[i].key, n);
          g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
        }
    }
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = test_catalogue_make (messages, G_N_ELEMENTS (messages), FALSE);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize cut = 0; cut < size; cut++)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, cut);

      g_assert_null (scr_catalogue_new (part));
    }
  for (int round = 0; round < 20000; round++)
    {
      g_autofree guint8 *spoilt = g_memdup2 (data, size);
      int flips = g_test_rand_int_range (1, 5);

      for (int i = 0; i < flips; i++)
        spoilt[g_test_rand_int_range (0, g_test_rand_bit () ? 140 : (gint32)size)]
            = g_test_rand_bit () ? (guint8)g_test_rand_int_range (0, 256) : 0xff;
      use_catalogue (spoilt, size);
    }
}

static void
assert_refused (gsize offset, guint32 word)
{
  g_autoptr (GBytes) bytes = test_catalogue_make (messages, G_N_ELEMENTS (messages), FALSE);
  g_autoptr (GBytes) spoilt = NULL;
  gsize size;
  guint8 *data = g_bytes_unref_to_data (g_steal_pointer (&bytes), &size);

  memcpy (data + offset, &word, sizeof word);
  spoilt = g_bytes_new_take (data, size);
  g_assert_null (scr_catalogue_new (spoilt));
}

static void
test_hostile (void)
{
  const TestMessage latin[] = {{"Board", "Cyfarfod\xe9"}};
  g_autoptr (GBytes) not_utf8 = test_catalogue_make (latin, 1, FALSE);

  assert_refused (0, 0x12345678);
  assert_refused (4, 0x00020000);
  assert_refused (8, 0xffffffff);  /* messages past the end */
  assert_refused (8, 0x20000001);  /* times 8 overflows 32 bits */
  assert_refused (12, 0xfffffff8); /* table past the end */
  assert_refused (16, 29);         /* table not aligned */
  assert_refused (28 + 8, 0xffffffff);
  assert_refused (28 + 12, 0xffffff00);
  assert_refused (28 + 12, 28); /* sorted no more, or no text */
  g_assert_null (scr_catalogue_new (not_utf8));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/lookups", test_lookups);
  g_test_add_func ("/catalogue/rules", test_rules);
  g_test_add_func ("/catalogue/senseless-rules", test_senseless_rules);
  g_test_add_func ("/catalogue/damaged", test_damaged);
  g_test_add_func ("/catalogue/hostile", test_hostile);
  return g_test_run ();
}
