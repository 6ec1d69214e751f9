/* The search: what is found, grouped, narrowed, opened; the words that matched, marked. */
#include "ui-support.h"

#include "scr-commands.h"
#include "scr-search-page.h"
#include "scr-search-row.h"

static void
test_markup (void)
{
  static const struct
  {
    const char *text;
    const char *plain;
  } cases[] = {
      {"", ""},
      {"no mark", "no mark"},
      {"a \002threshold\003 is <b>", "a threshold is <b>"},
      {"\002open to the end", "open to the end"},
      {"\003\003 closed \002twice\002 opened\003", " closed twice opened"},
      {"two\nlines & é", "two lines & é"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *markup = scr_search_dup_markup (cases[i].text, i % 2);
      g_autofree char *plain = NULL;
      g_autoptr (GError) error = NULL;

      pango_parse_markup (markup, -1, 0, NULL, &plain, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (plain, ==, cases[i].plain);
    }
}

static ScrSearchPage *
show_page (UiRecord *record, const char *words)
{
  GtkWidget *page = scr_search_page_new (record->context);

  ui_record_show (record, page, 1000, 700);
  g_assert_cmpint (scr_search_page_get_found (SCR_SEARCH_PAGE (page)), ==, -1);
  scr_search_page_set_words (SCR_SEARCH_PAGE (page), words);
  scr_search_page_search_now (SCR_SEARCH_PAGE (page));
  ui_settle ();
  return SCR_SEARCH_PAGE (page);
}

static void
test_found (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrSearchPage *page = show_page (record, "thresh");

  g_assert_cmpint (scr_search_page_get_found (page), >, 3);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (page), "Everything"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (page), "Disputes"));
  g_assert_nonnull (ui_find_text (GTK_WIDGET (page), "Greenwich"));
  g_assert_true (scr_search_page_activate_first (page));
  g_assert_nonnull (record->opened);
  scr_search_page_set_narrow (page, TRUE);
  ui_settle ();
  g_assert_null (ui_find_text (GTK_WIDGET (page), "Everything"));
  ui_record_free (record);
}

static void
test_nothing (void)
{
  UiRecord *record = ui_record_new_example ();
  ScrSearchPage *page = show_page (record, "qqzzxx");

  g_assert_cmpint (scr_search_page_get_found (page), ==, 0);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (page), "Nothing found"));
  g_assert_false (scr_search_page_activate_first (page));
  g_assert_false (scr_search_page_focus_first (page));
  scr_search_page_set_words (page, "  ");
  scr_search_page_search_now (page);
  g_assert_cmpint (scr_search_page_get_found (page), ==, -1);
  ui_record_free (record);
}

/* Whatever is typed is words, never a command to the search engine. */
static void
test_strange_words (void)
{
  static const char *const words[]
      = {"\"", "a AND", "*", "NEAR(", "title:x", "-", "(a OR", "'; drop table", "é ü ß"};
  UiRecord *record = ui_record_new_example ();
  ScrSearchPage *page = show_page (record, "a");

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_test_message ("%s", words[i]);
      scr_search_page_set_words (page, words[i]);
      scr_search_page_search_now (page);
      g_assert_null (ui_find_text (GTK_WIDGET (page), "did not succeed"));
    }
  ui_record_free (record);
}

static void
test_bin_too (void)
{
  UiRecord *record = ui_record_new ();
  g_autoptr (ScrItem) item = ui_record_add (record, "meeting", "Platypus assembly");
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  ScrSearchPage *page = show_page (record, "platypus");
  GtkWidget *check = ui_find_type (GTK_WIDGET (page), GTK_TYPE_CHECK_BUTTON);

  g_assert_cmpint (scr_search_page_get_found (page), ==, 1);
  g_ptr_array_add (items, item);
  g_assert_true (scr_command_bin (record->store, items, &error));
  g_assert_no_error (error);
  scr_search_page_search_now (page);
  g_assert_cmpint (scr_search_page_get_found (page), ==, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpint (scr_search_page_get_found (page), ==, 1);
  g_assert_nonnull (ui_find_text (GTK_WIDGET (page), "In the bin"));
  ui_record_free (record);
}

/* What is altered while the results are shown is looked for again. */
static void
test_follows (void)
{
  UiRecord *record = ui_record_new ();
  ScrSearchPage *page = show_page (record, "platypus");
  g_autoptr (ScrItem) item = NULL;

  g_assert_cmpint (scr_search_page_get_found (page), ==, 0);
  item = ui_record_add (record, "meeting", "Platypus assembly");
  for (guint i = 0; i < 50 && scr_search_page_get_found (page) == 0; i++)
    ui_settle ();
  g_assert_cmpint (scr_search_page_get_found (page), ==, 1);
  ui_record_free (record);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/search/markup", test_markup);
  g_test_add_func ("/search/found", test_found);
  g_test_add_func ("/search/nothing", test_nothing);
  g_test_add_func ("/search/strange-words", test_strange_words);
  g_test_add_func ("/search/bin-too", test_bin_too);
  g_test_add_func ("/search/follows", test_follows);
  return g_test_run ();
}
