/* Tests of scr-text-compare: what went and what is new, and that both texts can be read off it. */
#include "scr-text-compare.h"

/* As "-old +new  same", one sign and the words for each line. */
static char *
tell (const char *before, const char *after)
{
  g_autoptr (GPtrArray) lines = scr_text_compare (before, after);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const ScrTextLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (told, "%s%c%s", i > 0 ? "|" : "", "=-+"[line->change], line -> words);
    }
  return g_string_free (told, FALSE);
}

static void
test_table (void)
{
  const struct
  {
    const char *before, *after, *told;
  } rows[] = {
      {NULL, NULL, ""},
      {"", "", ""},
      {"a", "a", "=a"},
      {NULL, "a", "+a"},
      {"a", NULL, "-a"},
      {"a", "b", "-a|+b"},
      {"a\nb\nc", "a\nc", "=a|-b|=c"},
      {"a\nc", "a\nb\nc", "=a|+b|=c"},
      {"a\nb\nc", "a\nx\nc", "=a|-b|+x|=c"},
      {"a\nb", "b\na", "-a|=b|+a"},
      {"a\na", "a", "=a|-a"},
      {"1\n2\n3\n4\n5", "1\n3\n4\n6\n5", "=1|-2|=3|=4|+6|=5"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *told = tell (rows[i].before, rows[i].after);

      g_assert_cmpstr (told, ==, rows[i].told);
    }
}

static char *
random_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  gint32 n = g_rand_int_range (rand, 1, 12);

  for (gint32 i = 0; i < n; i++)
    g_string_append_printf (text, "%s%c", i > 0 ? "\n" : "", 'a' + g_rand_int_range (rand, 0, 4));
  return g_string_free (text, FALSE);
}

static char *
read_off (GPtrArray *lines, ScrLineChange without)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      const ScrTextLine *line = g_ptr_array_index (lines, i);

      if (line->change != without)
        g_ptr_array_add (words, line->words);
    }
  g_ptr_array_add (words, NULL);
  return g_strjoinv ("\n", (char **)words->pdata);
}

static void
test_both_can_be_read_off (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *before = random_text (rand);
      g_autofree char *after = random_text (rand);
      g_autoptr (GPtrArray) lines = scr_text_compare (before, after);
      g_autofree char *a = read_off (lines, SCR_LINE_ADDED);
      g_autofree char *b = read_off (lines, SCR_LINE_REMOVED);

      g_assert_cmpstr (a, ==, before);
      g_assert_cmpstr (b, ==, after);
      if (g_str_equal (before, after))
        g_assert_cmpuint (scr_text_count_changes (lines), ==, 0);
    }
}

/* Hostile or merely long: it still ends. */
static void
test_long (void)
{
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (GPtrArray) lines = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (before, "%u\n", i);
      g_string_append_printf (after, "%u\n", 20000 - i);
    }
  lines = scr_text_compare (before->str, after->str);
  g_assert_cmpuint (scr_text_count_changes (lines), ==, 40000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-compare/table", test_table);
  g_test_add_func ("/text-compare/both-can-be-read-off", test_both_can_be_read_off);
  g_test_add_func ("/text-compare/long", test_long);
  return g_test_run ();
}
