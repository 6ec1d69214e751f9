/* Tests of scr-language: finding catalogues, falling back to English, names and directions. */
#include "catalogue-maker.h"
#include "scr-error.h"
#include "scr-language.h"

#include <string.h>

static const TestMessage welsh[] = {
    {"", "Content-Type: text/plain; charset=UTF-8\nLanguage: cy\n"
         "Plural-Forms: nplurals=3; plural=(n==1) ? 0 : (n==2) ? 1 : 2;\n"},
    {"Board", "Bwrdd"},
    {"answer\004Yes", "Oes"},
    {"%lu day", "%lu dydd|%lu ddydd|%lu diwrnod"},
};

static const TestMessage mirrored[] = {
    {"", "Content-Type: text/plain; charset=UTF-8\nLanguage: xr\n"},
    {"text direction\004left-to-right", "right-to-left"},
    {"name of the language\004English", "Mirrored"},
};

static char *
make_locale_dir (void)
{
  g_autoptr (GBytes) cy = test_catalogue_make (welsh, G_N_ELEMENTS (welsh), FALSE);
  g_autoptr (GBytes) xr = test_catalogue_make (mirrored, G_N_ELEMENTS (mirrored), TRUE);
  g_autoptr (GBytes) bad = g_bytes_new_static ("no catalogue", 12);
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("scrutiny-language-XXXXXX", &error);

  g_assert_no_error (error);
  test_catalogue_install (dir, "cy", cy);
  test_catalogue_install (dir, "xr_GB", xr);
  test_catalogue_install (dir, "pl", bad);
  test_catalogue_install (dir, "not a code", bad);
  g_setenv ("SCRUTINY_LOCALE_DIR", dir, TRUE);
  return dir;
}

static void
test_welsh (void)
{
  g_autoptr (ScrLanguage) language = scr_language_load ("cy", NULL);

  g_assert_nonnull (language);
  g_assert_cmpstr (scr_language_get_code (language), ==, "cy");
  g_assert_cmpstr (scr_tr (language, "Board"), ==, "Bwrdd");
  g_assert_cmpstr (scr_tr (language, "Hub"), ==, "Hub");
  g_assert_cmpstr (scr_tr (language, ""), ==, "");
  g_assert_cmpstr (scr_tr_context (language, "answer", "Yes"), ==, "Oes");
  g_assert_cmpstr (scr_tr_context (language, "answer", "No"), ==, "No");
  g_assert_cmpstr (scr_tr_plural (language, "%lu day", "%lu days", 2), ==, "%lu ddydd");
  g_assert_cmpstr (scr_tr_plural (language, "%lu day", "%lu days", 7), ==, "%lu diwrnod");
  g_assert_cmpstr (scr_tr_plural (language, "%lu month", "%lu months", 1), ==, "%lu month");
  g_assert_cmpstr (scr_tr_plural (language, "%lu month", "%lu months", 0), ==, "%lu months");
  g_assert_false (scr_language_is_right_to_left (language));
}

/* A variety without a catalogue of its own takes the wider language's. */
static void
test_varieties (void)
{
  const char *codes[] = {"cy_GB.UTF-8", "cy-GB", "cy_GB"};

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (ScrLanguage) language = scr_language_load (codes[i], NULL);

      g_assert_nonnull (language);
      g_assert_cmpstr (scr_language_get_code (language), ==, "cy-GB");
      g_assert_cmpstr (scr_tr (language, "Board"), ==, "Bwrdd");
    }
}

static void
test_english (void)
{
  const char *codes[] = {"en", "en-GB"};

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (ScrLanguage) language = scr_language_load (codes[i], NULL);
      g_autoptr (ScrLanguage) again = scr_language_ref (language);

      g_assert_cmpstr (scr_language_get_code (again), ==, codes[i]);
      g_assert_cmpstr (scr_tr (language, "Board"), ==, "Board");
      g_assert_cmpstr (scr_tr_context (language, "answer", "Yes"), ==, "Yes");
      g_assert_cmpstr (scr_tr_plural (language, "%lu day", "%lu days", 1), ==, "%lu day");
      g_assert_cmpstr (scr_tr_plural (language, "%lu day", "%lu days", 0), ==, "%lu days");
      g_assert_false (scr_language_is_right_to_left (language));
    }
}

/* No language is the interface's: English, in tests. */
static void
test_interface (void)
{
  g_assert_cmpstr (scr_language_get_code (NULL), ==, "en");
  g_assert_cmpstr (scr_tr (NULL, "Board"), ==, "Board");
  g_assert_cmpstr (scr_tr (NULL, ""), ==, "");
  g_assert_cmpstr (scr_tr_context (NULL, "answer", "Yes"), ==, "Yes");
  g_assert_cmpstr (scr_tr_plural (NULL, "%lu day", "%lu days", 3), ==, "%lu days");
  g_assert_false (scr_language_is_right_to_left (NULL));
}

static void
test_refused (void)
{
  const struct
  {
    const char *code;
    ScrErrorCode error;
  } rows[] = {
      {"xx", SCR_ERROR_NOT_FOUND},       {"xr", SCR_ERROR_NOT_FOUND},     {"zz-Arab-PK", SCR_ERROR_NOT_FOUND},
      {"pl", SCR_ERROR_DAMAGED},         {"", SCR_ERROR_INVALID},         {"c", SCR_ERROR_INVALID},
      {"../../etc", SCR_ERROR_INVALID},  {"cy/../cy", SCR_ERROR_INVALID}, {"cy\xff", SCR_ERROR_INVALID},
      {"not a code", SCR_ERROR_INVALID}, {NULL, SCR_ERROR_INVALID},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (scr_language_load (rows[i].code, &error));
      g_assert_error (error, SCR_ERROR, (int)rows[i].error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_list (void)
{
  g_auto (GStrv) codes = scr_languages_list ();
  g_autofree char *joined = g_strjoinv (" ", codes);

  g_assert_cmpstr (joined, ==, "en cy pl xr-GB");
}

static void
test_names (void)
{
  const char *rows[][2] = {{"en", "English"}, {"en-GB", "English"},  {"cy", "Cymraeg"},
                           {"pl", "Polski"},  {"xr-GB", "Mirrored"}, {"eng", "eng"}};

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *name = scr_language_dup_name (rows[i][0]);

      g_assert_cmpstr (name, ==, rows[i][1]);
    }
}

static void
test_direction (void)
{
  g_autoptr (ScrLanguage) language = scr_language_load ("xr-GB", NULL);

  g_assert_true (scr_language_is_right_to_left (language));
}

int
main (int argc, char **argv)
{
  g_autofree char *dir = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  dir = make_locale_dir ();
  g_test_add_func ("/language/welsh", test_welsh);
  g_test_add_func ("/language/varieties", test_varieties);
  g_test_add_func ("/language/english", test_english);
  g_test_add_func ("/language/interface", test_interface);
  g_test_add_func ("/language/refused", test_refused);
  g_test_add_func ("/language/list", test_list);
  g_test_add_func ("/language/names", test_names);
  g_test_add_func ("/language/direction", test_direction);
  result = g_test_run ();
  test_catalogue_remove_all (dir);
  return result;
}
