/* Tests of scr-format: days, quantities, values and titles, in English and in a language of other forms. */
#include "polish.h"
#include "scr-format.h"
#include "table-source.h"

#include <math.h>
#include <string.h>

static ScrLanguage *
load_polish (void)
{
  g_autoptr (GError) error = NULL;
  ScrLanguage *language = scr_language_load ("pl", &error);

  g_assert_no_error (error);
  return language;
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_days (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  const char *day = "2019-06-12";

  assert_text (scr_format_day (NULL, day, SCR_DAY_LONG), "12 June 2019");
  assert_text (scr_format_day (NULL, day, SCR_DAY_FULL), "Wednesday 12 June 2019");
  assert_text (scr_format_day (NULL, day, SCR_DAY_SHORT), "12 June");
  assert_text (scr_format_day (NULL, day, SCR_DAY_MONTH), "June 2019");
  assert_text (scr_format_day (NULL, "1800-01-01", SCR_DAY_LONG), "1 January 1800");
  assert_text (scr_format_day (NULL, NULL, SCR_DAY_LONG), "");
  assert_text (scr_format_day (NULL, "2019-02-30", SCR_DAY_LONG), "2019-02-30");
  assert_text (scr_format_weekday (NULL, day, FALSE), "Wednesday");
  assert_text (scr_format_weekday (NULL, day, TRUE), "Wed");
  assert_text (scr_format_weekday (NULL, "never", TRUE), "");
  assert_text (scr_format_month (NULL, day), "June");
  assert_text (scr_format_month (NULL, ""), "");
  assert_text (scr_format_day (pl, day, SCR_DAY_LONG), "12 czerwca 2019");
  assert_text (scr_format_day (pl, day, SCR_DAY_FULL), "środa, 12 czerwca 2019 r.");
  assert_text (scr_format_day (pl, day, SCR_DAY_MONTH), "czerwiec 2019");
  assert_text (scr_format_weekday (pl, day, TRUE), "śr.");
  assert_text (scr_format_month (pl, day), "czerwiec");
}

static void
test_durations (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  const struct
  {
    double minutes;
    const char *text;
  } rows[] = {
      {0, "0 min"},          {1, "1 min"},  {59, "59 min"}, {60, "1 h"}, {90, "1 h 30 min"}, {120, "2 h"},
      {6001, "100 h 1 min"}, {59.6, "1 h"}, {NAN, ""},      {-1, ""},    {INFINITY, ""},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text (scr_format_duration (NULL, rows[i].minutes), rows[i].text);
  assert_text (scr_format_duration (pl, 90), "1 godz. 30 min");
  g_free (scr_format_duration (NULL, 1e300));
}

static void
test_numbers (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  const struct
  {
    double number;
    const char *text;
  } rows[] = {
      {0, "0"},
      {1.5, "1.5"},
      {-2, "-2"},
      {0.1, "0.1"},
      {1e6, "1000000"},
      {123456.75, "123456.75"},
      {1e15, "1000000000000000"},
      {1e-9, "0"},
      {-1e-9, "0"},
      {NAN, ""},
      {-INFINITY, ""},
      {1.0 / 3, "0.3333333333"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text (scr_format_number (NULL, rows[i].number), rows[i].text);
  assert_text (scr_format_number (pl, 1.5), "1,5");
  g_free (scr_format_number (NULL, G_MAXDOUBLE));
}

static void
test_ago (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  const gint64 day = 86400;
  const struct
  {
    gint64 seconds;
    const char *text;
  } rows[] = {
      {0, "just now"},
      {59, "just now"},
      {-3600, "just now"},
      {60, "1 minute ago"},
      {3599, "59 minutes ago"},
      {3600, "1 hour ago"},
      {day - 1, "23 hours ago"},
      {day, "1 day ago"},
      {2 * day, "2 days ago"},
      {13 * day, "13 days ago"},
      {14 * day, "2 weeks ago"},
      {59 * day, "8 weeks ago"},
      {60 * day, "2 months ago"},
      {365 * day, "12 months ago"},
      {730 * day, "2 years ago"},
      {3650 * day, "10 years ago"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_text (scr_format_ago (NULL, 1560000000 - rows[i].seconds, 1560000000), rows[i].text);
  assert_text (scr_format_ago (NULL, 1560340800, 1560000000), "12 June 2019");
  assert_text (scr_format_ago (pl, 0, 5 * day), "5 dni temu");
  g_free (scr_format_ago (NULL, G_MININT64, G_MAXINT64));
  g_free (scr_format_ago (NULL, G_MAXINT64, G_MININT64));
}

static void
set_number (ScrItem *item, const char *field, double number)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_number (&value, number);
  scr_item_set_value_at (item, (guint)scr_kind_get_field_index (scr_item_get_kind (item), field), &value);
}

/* A field of each type, whatever kinds there are. */
static void
test_values (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrSource *source = SCR_SOURCE (table);
  const ScrField of_type[] = {
      {.name = "text", .type = SCR_FIELD_TEXT},
      {.name = "day", .type = SCR_FIELD_DAY},
      {.name = "time", .type = SCR_FIELD_TIME},
      {.name = "choice", .type = SCR_FIELD_CHOICE, .of = "x"},
      {.name = "who", .type = SCR_FIELD_REFERENCE, .of = "group person"},
      {.name = "file", .type = SCR_FIELD_FILE},
  };
  const char *texts[] = {"Some *text*", "2019-06-12", "09:30", "good", "person-1", "file-1"};
  const char *english[] = {"Some *text*", "12 June 2019", "09:30", "Good", "Role A", "paper.pdf"};
  const char *in_polish[] = {"Some *text*", "12 czerwca 2019", "09:30", "Dobrze", "Role A", "paper.pdf"};
  const ScrValue nothing = SCR_VALUE_INIT;

  test_table_source_add (table, "choice", "good", "label", "Good", NULL);
  test_table_source_add (table, "person", "person-1", "title", "Role A", NULL);
  test_table_source_add (table, "attachment", "file-1", "title", "paper.pdf", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (of_type); i++)
    {
      g_auto (ScrValue) value = SCR_VALUE_INIT;

      scr_value_set_text (&value, texts[i]);
      assert_text (scr_format_value (NULL, source, &of_type[i], &value), english[i]);
      assert_text (scr_format_value (pl, source, &of_type[i], &value), in_polish[i]);
      assert_text (scr_format_value (NULL, source, &of_type[i], &nothing), "");
    }
}

static void
test_numeric_values (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  const ScrField number = {.name = "n", .type = SCR_FIELD_NUMBER};
  const ScrField length = {.name = "l", .type = SCR_FIELD_DURATION};
  const ScrField done = {.name = "b", .type = SCR_FIELD_BOOL};
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_number (&value, 75);
  assert_text (scr_format_value (NULL, NULL, &number, &value), "75");
  assert_text (scr_format_value (NULL, NULL, &length, &value), "1 h 15 min");
  scr_value_set_number (&value, 1);
  assert_text (scr_format_value (NULL, NULL, &done, &value), "Yes");
  assert_text (scr_format_value (pl, NULL, &done, &value), "Tak");
  scr_value_set_number (&value, 0);
  assert_text (scr_format_value (NULL, NULL, &done, &value), "No");
}

static void
test_references (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrSource *source = SCR_SOURCE (table);
  ScrItem *meeting = test_table_source_add (table, "meeting", "m", "title", "Hub", "group", "g", NULL);
  ScrItem *group;

  assert_text (scr_format_field (NULL, source, meeting, "group"), "No longer in this record");
  assert_text (scr_format_field (NULL, NULL, meeting, "group"), "g");
  group = test_table_source_add (table, "group", "g", "title", "Learning hub", NULL);
  assert_text (scr_format_field (NULL, source, meeting, "group"), "Learning hub");
  scr_item_set_deleted (group, "2019-06-12T09:00:00Z");
  assert_text (scr_format_field (NULL, source, meeting, "group"), "Learning hub (in the bin)");
  assert_text (scr_format_field (pl, source, meeting, "group"), "Learning hub (w koszu)");
}

static void
test_titles (void)
{
  g_autoptr (ScrLanguage) pl = load_polish ();
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrSource *source = SCR_SOURCE (table);
  ScrItem *untitled = test_table_source_add (table, "meeting", "m", NULL);
  ScrItem *member = test_table_source_add (table, "membership", "x", "group", "g", "member", "p", NULL);
  ScrItem *lonely = test_table_source_add (table, "membership", "y", "member", "p", NULL);
  ScrItem *choice = test_table_source_add (table, "choice", "c", "label", "Good", NULL);
  ScrItem *group = test_table_source_add (table, "group", "g", "title", "Learning hub", NULL);

  test_table_source_add (table, "person", "p", "title", "Role A", NULL);
  assert_text (scr_format_title (NULL, source, untitled), "Untitled: Meeting");
  assert_text (scr_format_title (pl, source, untitled), "Bez tytułu: Spotkanie");
  assert_text (scr_format_title (NULL, source, member), "Learning hub, Role A");
  assert_text (scr_format_title (NULL, source, lonely), "Role A");
  assert_text (scr_format_title (pl, source, choice), "Dobrze");
  scr_item_set_deleted (group, "2019-06-12T09:00:00Z");
  assert_text (scr_format_title (NULL, source, member), "Learning hub, Role A");
}

/* Titles that lead round in a circle end; so do chains of parents. */
static void
test_circles (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrSource *source = SCR_SOURCE (table);
  ScrItem *link = test_table_source_add (table, "link", "a", "from_card", "a", "to_card", "a", NULL);
  ScrItem *item = test_table_source_add (table, "agenda_item", "b", "title", "Item", "meeting", "b", NULL);
  g_autofree char *title = scr_format_title (NULL, source, link);

  g_assert_cmpuint (strlen (title), >, 0);
  g_assert_null (scr_format_partnership (NULL, source, item));
}

static void
test_partnership (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  ScrSource *source = SCR_SOURCE (table);
  ScrItem *area = test_table_source_add (table, "partnership", "p", "title", "Bexley", NULL);
  ScrItem *meeting = test_table_source_add (table, "meeting", "m", "title", "Hub", "partnership", "p", NULL);
  ScrItem *item = test_table_source_add (table, "agenda_item", "i", "title", "Item", "meeting", "m", NULL);
  ScrItem *interest = test_table_source_add (table, "interest", "d", "title", "Interest", "item", "i", NULL);
  ScrItem *common = test_table_source_add (table, "meeting", "n", "title", "Common", NULL);

  assert_text (scr_format_partnership (NULL, source, area), "Bexley");
  assert_text (scr_format_partnership (NULL, source, meeting), "Bexley");
  assert_text (scr_format_partnership (NULL, source, item), "Bexley");
  assert_text (scr_format_partnership (NULL, source, interest), "Bexley");
  g_assert_null (scr_format_partnership (NULL, source, common));
}

/* Every kind has a title in words, also when it is empty, and every field of it says nothing for nothing. */
static void
test_every_kind (void)
{
  g_autoptr (TestTableSource) table = test_table_source_new ();
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  g_assert_cmpuint (n_kinds, >, 0);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_autoptr (ScrItem) item = scr_item_new (kinds[k], "id");
      g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (table), item);

      g_assert_true (g_str_has_prefix (title, "Untitled: "));
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        {
          assert_text (scr_format_field (NULL, SCR_SOURCE (table), item, kinds[k]->fields[f].name), "");
          if (scr_field_is_numeric (&kinds[k]->fields[f]))
            {
              set_number (item, kinds[k]->fields[f].name, 1);
              g_assert_cmpfloat (scr_item_get_number (item, kinds[k]->fields[f].name), ==, 1);
            }
        }
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) catalogue = test_catalogue_make (polish, G_N_ELEMENTS (polish), FALSE);
  g_autofree char *dir = g_dir_make_tmp ("scrutiny-format-XXXXXX", NULL);
  int result;

  g_test_init (&argc, &argv, NULL);
  test_catalogue_install (dir, "pl", catalogue);
  g_setenv ("SCRUTINY_LOCALE_DIR", dir, TRUE);
  g_test_add_func ("/format/days", test_days);
  g_test_add_func ("/format/durations", test_durations);
  g_test_add_func ("/format/numbers", test_numbers);
  g_test_add_func ("/format/ago", test_ago);
  g_test_add_func ("/format/values", test_values);
  g_test_add_func ("/format/numeric-values", test_numeric_values);
  g_test_add_func ("/format/references", test_references);
  g_test_add_func ("/format/titles", test_titles);
  g_test_add_func ("/format/circles", test_circles);
  g_test_add_func ("/format/partnership", test_partnership);
  g_test_add_func ("/format/every-kind", test_every_kind);
  result = g_test_run ();
  test_catalogue_remove_all (dir);
  return result;
}
