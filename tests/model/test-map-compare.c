/* Tests of scr-map-compare and scr-terms: what two partnerships, or two days, have in common and what not. */
#include "scr-map-compare.h"
#include "scr-terms.h"
#include "table-source.h"

#include <string.h>

/* Bexley with a hub; Greenwich with an old board, and a scrutineer who was its chair. The police are shared.
 */
static TestTableSource *
new_record (void)
{
  TestTableSource *t = test_table_source_new ();

  test_table_source_add (t, "choice", "group-kind.board", "list", "group-kind", "label", "Partnership board",
                         NULL);
  test_table_source_add (t, "choice", "group-kind.learning-hub", "list", "group-kind", "label",
                         "Learning hub", NULL);
  test_table_source_add (t, "choice", "link-kind.reports-to", "list", "link-kind", "label", "reports to",
                         NULL);
  test_table_source_add (t, "partnership", "b", "title", "Bexley", NULL);
  test_table_source_add (t, "partnership", "g", "title", "Greenwich", NULL);
  test_table_source_add (t, "organisation", "police", "title", "Police", NULL);
  test_table_source_add (t, "organisation", "b-la", "title", "Bexley Council", "partnership", "b", "kind",
                         "organisation-kind.local-authority", NULL);
  test_table_source_add (t, "organisation", "g-la", "title", "Greenwich Council", "partnership", "g", "kind",
                         "organisation-kind.local-authority", NULL);
  test_table_source_add (t, "group", "b-board", "title", "Partnership Board", "partnership", "b", "kind",
                         "group-kind.board", "from", "2018-10-01", NULL);
  test_table_source_add (t, "group", "b-hub", "title", "Hub", "partnership", "b", "kind",
                         "group-kind.learning-hub", "purpose", "One priority at a time", NULL);
  test_table_source_add (t, "group", "g-board", "title", "Safeguarding Partnership", "partnership", "g",
                         "kind", "group-kind.board", "from", "2019-03-13", NULL);
  test_table_source_add (t, "group", "g-old", "title", "Old board", "partnership", "g", "kind",
                         "group-kind.predecessor", "until", "2019-03-13", NULL);
  test_table_source_add (t, "appointment", "b-scrutineer", "title", "Scrutineer", "partnership", "b", "role",
                         "role.scrutineer", "days", "24", NULL);
  test_table_source_add (t, "appointment", "g-chair", "title", "Chair", "partnership", "g", "role",
                         "role.independent-chair", "until", "2019-03-13", NULL);
  test_table_source_add (t, "appointment", "g-scrutineer", "title", "Independent scrutineer", "partnership",
                         "g", "role", "role.scrutineer", "from", "2019-03-13", "until", "2020-03-12", "days",
                         "12", "freedom_to_roam", "1", "succeeds", "g-chair", NULL);
  test_table_source_add (t, "link", "b-report", "from_card", "b-scrutineer", "to_card", "police",
                         "partnership", "b", "kind", "link-kind.reports-to", NULL);
  test_table_source_add (t, "link", "g-report", "from_card", "g-scrutineer", "to_card", "police",
                         "partnership", "g", "kind", "link-kind.reports-to", "state", "link-state.missing",
                         NULL);
  test_table_source_add (t, "link", "g-report-2", "from_card", "g-scrutineer", "to_card", "police",
                         "partnership", "g", "kind", "link-kind.reports-to", NULL);
  test_table_source_add (t, "link", "g-roam", "from_card", "g-scrutineer", "to_card", "g-old", "partnership",
                         "g", "kind", "link-kind.attends", NULL);
  return t;
}

typedef struct
{
  TestTableSource *table;
  ScrMap *left;
  ScrMap *right;
  ScrMapComparison *comparison;
} Fixture;

static void
compare (Fixture *self, const char *left, const char *left_day, const char *right, const char *right_day)
{
  const ScrMapQuery a = {.partnership = left, .day = left_day}, b = {.partnership = right, .day = right_day};

  self->table = new_record ();
  self->left = scr_map_new (NULL, SCR_SOURCE (self->table), &a);
  self->right = scr_map_new (NULL, SCR_SOURCE (self->table), &b);
  self->comparison
      = scr_map_compare (NULL, SCR_SOURCE (self->table), self->left, "Bexley", self->right, "Greenwich");
}

static void
clear (Fixture *self)
{
  scr_map_comparison_free (self->comparison);
  scr_map_free (self->left);
  scr_map_free (self->right);
  g_object_unref (self->table);
}

static const ScrMapPair *
get_card_pair (const Fixture *self, gboolean on_right, const char *id)
{
  int index = scr_map_find_card (on_right ? self->right : self->left, id);

  g_assert_cmpint (index, >=, 0);
  return scr_map_comparison_get_card (self->comparison, on_right, (guint)index);
}

static const ScrMapPair *
get_link_pair (const Fixture *self, gboolean on_right, const char *id)
{
  int index = scr_map_find_link (on_right ? self->right : self->left, id);

  g_assert_cmpint (index, >=, 0);
  return scr_map_comparison_get_link (self->comparison, on_right, (guint)index);
}

/* Every card and link of either map stands in one pair, and the pair knows where it is. */
static void
assert_whole (const Fixture *self)
{
  const ScrMapComparison *c = self->comparison;
  guint n[2] = {0, 0};

  for (guint i = 0; i < c->cards->len; i++)
    {
      const ScrMapPair *pair = g_ptr_array_index (c->cards, i);

      n[0] += pair->left >= 0;
      n[1] += pair->right >= 0;
      g_assert_true (pair->left < 0 || scr_map_comparison_get_card (c, FALSE, (guint)pair->left) == pair);
      g_assert_true (pair->right < 0 || scr_map_comparison_get_card (c, TRUE, (guint)pair->right) == pair);
      g_assert_true ((pair->sameness == SCR_SAME)
                     == (pair->how == NULL && pair->left >= 0 && pair->right >= 0));
    }
  g_assert_cmpuint (n[0], ==, self->left->cards->len);
  g_assert_cmpuint (n[1], ==, self->right->cards->len);
  for (guint i = 0; i < self->left->links->len; i++)
    g_assert_cmpint (scr_map_comparison_get_link (c, FALSE, i)->left, ==, (int)i);
  for (guint i = 0; i < self->right->links->len; i++)
    g_assert_cmpint (scr_map_comparison_get_link (c, TRUE, i)->right, ==, (int)i);
}

static void
test_partnerships (void)
{
  Fixture f;
  const ScrMapPair *scrutineers;

  compare (&f, "b", "2019-06-12", "g", "2019-06-12");
  assert_whole (&f);
  /* By identity, by kind of organisation, by kind of group; other names are no difference. */
  g_assert_cmpint (get_card_pair (&f, FALSE, "police")->sameness, ==, SCR_SAME);
  g_assert_true (get_card_pair (&f, FALSE, "b-la") == get_card_pair (&f, TRUE, "g-la"));
  g_assert_cmpint (get_card_pair (&f, FALSE, "b-board")->sameness, ==, SCR_SAME);
  g_assert_true (get_card_pair (&f, FALSE, "b-board") == get_card_pair (&f, TRUE, "g-board"));
  g_assert_cmpint (get_card_pair (&f, FALSE, "b-hub")->sameness, ==, SCR_ONLY_LEFT);
  g_assert_cmpint (get_card_pair (&f, TRUE, "g-old")->sameness, ==, SCR_ONLY_RIGHT);
  g_assert_cmpint (get_card_pair (&f, TRUE, "g-chair")->sameness, ==, SCR_ONLY_RIGHT);
  scrutineers = get_card_pair (&f, FALSE, "b-scrutineer");
  g_assert_true (scrutineers == get_card_pair (&f, TRUE, "g-scrutineer"));
  g_assert_cmpint (scrutineers->sameness, ==, SCR_DIFFERENT);
  g_assert_nonnull (strstr (scrutineers->how, "Days a year: 24 (Bexley), 12 (Greenwich)"));
  g_assert_nonnull (strstr (scrutineers->how, "Succeeds: — (Bexley), Chair (Greenwich)"));
  clear (&f);
}

static void
test_links (void)
{
  Fixture f;

  compare (&f, "b", "2019-06-12", "g", "2019-06-12");
  /* Of two links of the same kind, the one that says the same is the match. */
  g_assert_true (get_link_pair (&f, FALSE, "b-report") == get_link_pair (&f, TRUE, "g-report-2"));
  g_assert_cmpint (get_link_pair (&f, FALSE, "b-report")->sameness, ==, SCR_SAME);
  g_assert_cmpint (get_link_pair (&f, TRUE, "g-report")->sameness, ==, SCR_ONLY_RIGHT);
  g_assert_cmpint (get_link_pair (&f, TRUE, "g-roam")->sameness, ==, SCR_ONLY_RIGHT);
  /* 1 hub, 1 chair, 1 old board, the scrutineers, 2 links. */
  g_assert_cmpuint (scr_map_comparison_count (f.comparison), ==, 6);
  clear (&f);
}

static void
test_days (void)
{
  Fixture f;
  const ScrMapPair *old;

  compare (&f, "g", "2019-03-12", "g", "2019-03-13");
  assert_whole (&f);
  old = get_card_pair (&f, FALSE, "g-old");
  g_assert_true (old == get_card_pair (&f, TRUE, "g-old"));
  g_assert_cmpint (old->sameness, ==, SCR_ONLY_LEFT);
  g_assert_cmpstr (old->how, ==, "In force: yes (Bexley), ended (Greenwich)");
  g_assert_cmpint (get_card_pair (&f, TRUE, "g-board")->sameness, ==, SCR_ONLY_RIGHT);
  g_assert_cmpint (get_card_pair (&f, TRUE, "police")->sameness, ==, SCR_SAME);
  g_assert_cmpint (get_link_pair (&f, TRUE, "g-report")->sameness, ==, SCR_ONLY_RIGHT);
  clear (&f);
  compare (&f, "g", "2019-06-12", "g", "2019-06-12");
  g_assert_cmpuint (scr_map_comparison_count (f.comparison), ==, 0);
  clear (&f);
}

static void
test_words (void)
{
  g_autofree char *left = scr_sameness_dup_words (NULL, SCR_ONLY_LEFT, "Bexley", "Greenwich");
  g_autofree char *right = scr_sameness_dup_words (NULL, SCR_ONLY_RIGHT, "Bexley", "Greenwich");
  g_autofree char *same = scr_sameness_dup_words (NULL, SCR_SAME, "Bexley", "Greenwich");

  g_assert_cmpstr (left, ==, "Only in Bexley");
  g_assert_cmpstr (right, ==, "Only in Greenwich");
  g_assert_cmpstr (same, ==, "Same");
}

/* --- Terms --- */

static const ScrTermsRow *
find_row (const ScrTerms *terms, const char *label)
{
  for (guint i = 0; i < terms->rows->len; i++)
    {
      const ScrTermsRow *row = g_ptr_array_index (terms->rows, i);

      if (strcmp (row->label, label) == 0)
        return row;
    }
  return NULL;
}

static void
add_briefs (TestTableSource *t)
{
  test_table_source_add (t, "arrangement", "b-arr", "partnership", "b", "title", "Arrangements", "published",
                         "2018-10-01", "effective", "2018-10-01", "guidance", "Guidance of 2018", NULL);
  test_table_source_add (t, "arrangement", "g-arr", "partnership", "g", "title", "Arrangements",
                         "publish_due", "2019-06-30", "guidance", "guidance of 2018", NULL);
  test_table_source_add (t, "brief", "b-draft", "partnership", "b", "title", "Draft", "agreed", "2018-07-01",
                         "term", "To be seen", NULL);
  test_table_source_add (t, "brief", "b-brief", "partnership", "b", "title", "Brief", "agreed", "2018-08-22",
                         NULL);
  test_table_source_add (t, "brief", "g-brief", "partnership", "g", "title", "Brief", "agreed", "2019-03-13",
                         "term", "One year", NULL);
  test_table_source_add (t, "procurement_step", "step", "brief", "b-brief", "title", "Procure", "done",
                         "2018-09-14", NULL);
  test_table_source_add (t, "remit", "r1", "brief", "g-brief", "title", "Attend any meeting", "sort",
                         "remit-sort.right", NULL);
  test_table_source_add (t, "remit", "r2", "brief", "g-brief", "title", "Speak to anybody", "sort",
                         "remit-sort.right", NULL);
  test_table_source_add (t, "policy", "g-policy", "partnership", "g", "title", "Escalation", NULL);
  test_table_source_add (t, "stage", "g-stage", "policy", "g-policy", "title", "Arbiter", "arbiter",
                         "g-scrutineer", NULL);
}

static void
test_terms (void)
{
  g_autoptr (TestTableSource) t = new_record ();
  const ScrTermsSide sides[] = {{"b", "2019-06-12"}, {"g", "2019-06-12"}};
  g_autoptr (ScrTerms) terms = NULL;
  const ScrTermsRow *row;

  add_briefs (t);
  terms = scr_terms_new (NULL, SCR_SOURCE (t), sides, G_N_ELEMENTS (sides));
  row = find_row (terms, "Days a year");
  g_assert_cmpstr (row->texts[0], ==, "24");
  g_assert_cmpstr (row->texts[1], ==, "12");
  g_assert_cmpint (scr_terms_row_compare (row, 0, 1), ==, SCR_DIFFERENT);
  row = find_row (terms, "Term");
  g_assert_cmpstr (row->texts[0], ==, "");
  g_assert_cmpint (scr_terms_row_compare (row, 0, 1), ==, SCR_ONLY_RIGHT);
  g_assert_cmpint (scr_terms_row_compare (row, 1, 0), ==, SCR_ONLY_LEFT);
  g_assert_cmpint (scr_terms_row_compare (find_row (terms, "Guidance it follows"), 0, 1), ==, SCR_SAME);
  row = find_row (terms, "Published");
  g_assert_cmpstr (row->texts[0], ==, "1 October 2018");
  g_assert_cmpstr (row->texts[1], ==, "due 30 June 2019");
  row = find_row (terms, "How appointed");
  g_assert_cmpstr (row->texts[0], ==, "Procure");
  g_assert_cmpstr (row->texts[1], ==, "Succeeds: Chair");
  g_assert_cmpstr (find_row (terms, "Right to attend and to hear")->texts[1], ==,
                   "Attend any meeting\nSpeak to anybody");
  g_assert_cmpstr (find_row (terms, "Final arbiter of disputes")->texts[1], ==, "Independent scrutineer");
  g_assert_cmpstr (find_row (terms, "Learning hub")->texts[0], ==, "Hub: One priority at a time");
  /* The old board has ended; nothing is said where nothing is recorded. */
  g_assert_cmpstr (find_row (terms, "Partnership board")->texts[1], ==, "Safeguarding Partnership");
  g_assert_null (find_row (terms, "Substitutes"));
}

static void
test_terms_on_days (void)
{
  g_autoptr (TestTableSource) t = new_record ();
  const ScrTermsSide sides[] = {{"g", "2019-03-12"}, {"g", "2019-03-13"}, {"b", "2018-08-21"}};
  g_autoptr (ScrTerms) terms = NULL;

  add_briefs (t);
  terms = scr_terms_new (NULL, SCR_SOURCE (t), sides, G_N_ELEMENTS (sides));
  g_assert_cmpstr (find_row (terms, "State of the brief")->texts[0], ==, "Not yet agreed");
  g_assert_cmpstr (find_row (terms, "State")->texts[2], ==, "Not yet in force");
  g_assert_cmpstr (find_row (terms, "Chair")->texts[0], ==, "Chair");
  g_assert_cmpstr (find_row (terms, "Chair")->texts[1], ==, "");
  g_assert_cmpstr (find_row (terms, "Partnership board")->texts[0], ==,
                   "Safeguarding Partnership, from 13 March 2019");
  /* The brief that counted before the next was agreed. */
  g_assert_cmpstr (find_row (terms, "Term")->texts[2], ==, "To be seen");
}

static void
test_terms_of_nothing (void)
{
  g_autoptr (TestTableSource) t = test_table_source_new ();
  const ScrTermsSide sides[] = {{"b", "2019-06-12"}};
  g_autoptr (ScrTerms) terms = scr_terms_new (NULL, SCR_SOURCE (t), sides, 1);

  g_assert_cmpuint (terms->rows->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-compare/partnerships", test_partnerships);
  g_test_add_func ("/map-compare/links", test_links);
  g_test_add_func ("/map-compare/days", test_days);
  g_test_add_func ("/map-compare/words", test_words);
  g_test_add_func ("/terms/side-by-side", test_terms);
  g_test_add_func ("/terms/days", test_terms_on_days);
  g_test_add_func ("/terms/nothing", test_terms_of_nothing);
  return g_test_run ();
}
