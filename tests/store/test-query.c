/* Tests of questions to a record: conditions, partnership, order, words, limits. */
#include "record-maker.h"

#include <math.h>
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

/* Titles (or identities) of what @query gives, joined by blanks; that list, ids and count agree is checked
 * too. */
static char *
ask (Fixture *fixture, const ScrQuery *query)
{
  g_autoptr (GPtrArray) items = scr_source_list (SCR_SOURCE (fixture->store), query);
  g_autoptr (GPtrArray) ids = scr_source_list_ids (SCR_SOURCE (fixture->store), query);
  GString *text = g_string_new (NULL);

  g_assert_cmpuint (items->len, ==, ids->len);
  if (query->limit == 0)
    g_assert_cmpuint (scr_source_count (SCR_SOURCE (fixture->store), query), ==, ids->len);
  for (guint i = 0; i < items->len; i++)
    {
      const char *title = scr_item_get_text (g_ptr_array_index (items, i), "title");

      g_assert_cmpstr (scr_item_get_id (g_ptr_array_index (items, i)), ==, g_ptr_array_index (ids, i));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", title != NULL ? title : "-");
    }
  return g_string_free (text, FALSE);
}

static void
assert_answer (Fixture *fixture, ScrQuery query, const char *expected)
{
  g_autofree char *answer = ask (fixture, &query);

  g_assert_cmpstr (answer, ==, expected);
}

static char *
add_group (Fixture *fixture, const char *title, double quorum, const char *from, const char *state)
{
  ScrEdit *edit = scr_edit_new ("Add");
  char *id = g_strdup (scr_edit_add (edit, "group", NULL));

  scr_edit_set_text (edit, "group", id, "title", title);
  scr_edit_set_text (edit, "group", id, "from", from);
  scr_edit_set_text (edit, "group", id, "kind", state);
  if (!isnan (quorum))
    scr_edit_set_number (edit, "group", id, "quorum", quorum);
  maker_apply (fixture->store, edit);
  return id;
}

static void
add_groups (Fixture *fixture)
{
  g_free (add_group (fixture, "a", 3, "2019-01-31", "group-kind.0"));
  g_free (add_group (fixture, "b", 10, "2018-12-31", "group-kind.1"));
  g_free (add_group (fixture, "c", NAN, NULL, NULL));
  g_free (add_group (fixture, "d", 0, "2019-02-01", "group-kind.0"));
}

#define IF(field, test, text, number)                                                                        \
  {                                                                                                          \
    .kind = "group", .conditions = {{field, test, text, number}}, .order = "title"                           \
  }

static void
test_conditions (Fixture *fixture, gconstpointer unused)
{
  add_groups (fixture);
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title"}, "a b c d");
  assert_answer (fixture, (ScrQuery)IF ("title", SCR_IS, "b", 0), "b");
  assert_answer (fixture, (ScrQuery)IF ("title", SCR_IS, "B", 0), "");
  assert_answer (fixture, (ScrQuery)IF ("title", SCR_IS, "' OR 1 --", 0), "");
  assert_answer (fixture, (ScrQuery)IF ("quorum", SCR_IS, NULL, 3), "a");
  assert_answer (fixture, (ScrQuery)IF ("quorum", SCR_IS, NULL, 0), "d");
  assert_answer (fixture, (ScrQuery)IF ("quorum", SCR_AT_LEAST, NULL, 3), "a b");
  assert_answer (fixture, (ScrQuery)IF ("quorum", SCR_AT_MOST, NULL, 3), "a d");
  assert_answer (fixture, (ScrQuery)IF ("quorum", SCR_IS_EMPTY, NULL, 0), "c");
  assert_answer (fixture, (ScrQuery)IF ("quorum", SCR_IS_FILLED, NULL, 0), "a b d");
  assert_answer (fixture, (ScrQuery)IF ("quorum", SCR_IS_NOT, NULL, 3), "b c d");
  assert_answer (fixture, (ScrQuery)IF ("from", SCR_AT_LEAST, "2019-01-31", 0), "a d");
  assert_answer (fixture, (ScrQuery)IF ("from", SCR_AT_MOST, "2019-01-31", 0), "a b");
  assert_answer (fixture, (ScrQuery)IF ("kind", SCR_IS, "group-kind.0", 0), "a d");
  assert_answer (fixture, (ScrQuery)IF ("kind", SCR_IS_NOT, "group-kind.0", 0), "b c");
}

/* A condition may be on what a reference refers to. */
static void
test_referred (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *one = add_group (fixture, "one", 1, NULL, NULL);
  g_autofree char *two = add_group (fixture, "two", 1, NULL, NULL);
  g_autofree char *first = maker_add (fixture->store, "meeting", "first", NULL);
  g_autofree char *second = maker_add (fixture->store, "meeting", "second", NULL);
  const char *const meetings[] = {first, second, first, NULL};
  const char *const owners[] = {two, one, NULL, one};
  ScrEdit *edit = scr_edit_new ("Actions");
  const ScrQuery by_owner = {.kind = "action", .order = "owner title"};
  g_autoptr (GPtrArray) texts = NULL;

  scr_edit_set_text (edit, "meeting", first, "group", one);
  scr_edit_set_text (edit, "meeting", second, "group", two);
  for (guint i = 0; i < G_N_ELEMENTS (meetings); i++)
    {
      const char *const titles[] = {"a", "b", "c", "d"};
      g_autofree char *id = g_strdup (scr_edit_add (edit, "action", NULL));

      scr_edit_set_text (edit, "action", id, "title", titles[i]);
      scr_edit_set_text (edit, "action", id, "meeting", meetings[i]);
      scr_edit_set_text (edit, "action", id, "owner", owners[i]);
    }
  maker_apply (fixture->store, edit);
  assert_answer (fixture,
                 (ScrQuery) {.kind = "action",
                             .conditions = {{"meeting.group", SCR_IS, one, 0}, {"title", SCR_IS_NOT, "z", 0}},
                             .order = "title"},
                 "a c");
  assert_answer (fixture, by_owner, "b d a c");
  assert_answer (fixture, (ScrQuery) {.kind = "action", .order = "-owner title"}, "a b d c");
  texts = scr_source_list_texts (SCR_SOURCE (fixture->store), &by_owner, "meeting");
  g_assert_cmpuint (texts->len, ==, 4);
  g_assert_cmpstr (g_ptr_array_index (texts, 0), ==, second);
  g_assert_null (g_ptr_array_index (texts, 1));
  g_assert_cmpstr (g_ptr_array_index (texts, 3), ==, first);
}

static void
test_all_must_hold (Fixture *fixture, gconstpointer unused)
{
  add_groups (fixture);
  assert_answer (fixture,
                 (ScrQuery) {.kind = "group",
                             .conditions = {{"kind", SCR_IS, "group-kind.0", 0},
                                            {"quorum", SCR_AT_LEAST, NULL, 1},
                                            {"from", SCR_IS_FILLED, NULL, 0},
                                            {"title", SCR_IS_NOT, "z", 0},
                                            {"quorum", SCR_AT_MOST, NULL, 4},
                                            {"from", SCR_AT_MOST, "2019-12-31", 0}}},
                 "a");
}

/* What is not known comes last, whichever way the rest is sorted. */
static void
test_order (Fixture *fixture, gconstpointer unused)
{
  add_groups (fixture);
  g_free (add_group (fixture, "B2", 10, NULL, NULL));
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "quorum title"}, "d a b B2 c");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "-quorum -title"}, "B2 b a d c");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "from title"}, "b a d B2 c");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "-from title"}, "d a b B2 c");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title"}, "a b B2 c d");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "-title"}, "d c B2 b a");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "no_such_field title"}, "a b B2 c d");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "kind -title"}, "d a b c B2");
}

/* Days may be missing from some: the order is still that of the rest, with an index or without. */
static void
test_order_of_meetings (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *z = maker_add (fixture->store, "group", "z", NULL);
  g_autofree char *a = maker_add (fixture->store, "group", "a", NULL);

  g_free (maker_add (fixture->store, "meeting", "none", NULL));
  g_free (
      maker_add (fixture->store, "meeting", "late", "day", "2019-03-03", "start", "14:00", "group", a, NULL));
  g_free (maker_add (fixture->store, "meeting", "early", "day", "2019-03-03", "start", "09:00", "group", z,
                     NULL));
  g_free (maker_add (fixture->store, "meeting", "open", "day", "2019-03-03", NULL));
  g_free (maker_add (fixture->store, "meeting", "first", "day", "2018-03-03", "start", "23:00", NULL));
  assert_answer (fixture, (ScrQuery) {.kind = "meeting"}, "first early late open none");
  assert_answer (fixture, (ScrQuery) {.kind = "meeting", .order = "-day -start"},
                 "late early open first none");
  /* References sort by what people read. */
  assert_answer (fixture, (ScrQuery) {.kind = "meeting", .order = "group title"},
                 "late early first none open");
}

typedef struct
{
  ScrSource *source;
  const ScrQuery *query;
  GString *titles;
  guint n_inner;
  guint most;
  ScrItem *kept;
} Walk;

static gboolean
on_inner (ScrItem *item, gpointer user_data)
{
  ((Walk *)user_data)->n_inner++;
  return TRUE;
}

/* Asks the very same again at every step. */
static gboolean
on_item (ScrItem *item, gpointer user_data)
{
  Walk *walk = user_data;

  g_string_append (walk->titles, scr_item_get_text (item, "title"));
  g_assert_true (scr_source_walk (walk->source, walk->query, on_inner, walk));
  g_set_object (&walk->kept, item);
  return walk->titles->len < walk->most;
}

/* What was not asked for is not there, but in what is held as a whole. */
static gboolean
on_partial (ScrItem *item, gpointer held)
{
  g_assert_nonnull (scr_item_get_text (item, "title"));
  g_assert_cmpint (isnan (scr_item_get_number (item, "quorum")), ==, held != NULL && item != held);
  return TRUE;
}

static void
test_walk (Fixture *fixture, gconstpointer unused)
{
  ScrQuery query = {.kind = "group", .order = "-title"};
  Walk walk = {SCR_SOURCE (fixture->store), &query, g_string_new (NULL), 0, 9, NULL};
  g_autoptr (ScrItem) same = NULL;

  add_groups (fixture);
  g_assert_true (scr_source_walk (walk.source, &query, on_item, &walk));
  g_assert_cmpstr (walk.titles->str, ==, "dcba");
  g_assert_cmpuint (walk.n_inner, ==, 16);
  /* What somebody holds stays the one object of its item. */
  same = scr_source_get (walk.source, "group", scr_item_get_id (walk.kept));
  g_assert_true (same == walk.kept);
  g_string_truncate (walk.titles, 0);
  walk.most = 2;
  g_assert_false (scr_source_walk (walk.source, &query, on_item, &walk));
  g_assert_cmpstr (walk.titles->str, ==, "dc");
  g_string_truncate (walk.titles, 0);
  walk.most = 9;
  query.order = SCR_ANY_ORDER;
  g_assert_true (scr_source_walk (walk.source, &query, on_item, &walk));
  g_assert_cmpuint (walk.titles->len, ==, 4);
  query.fields = "title";
  g_clear_object (&walk.kept);
  g_assert_true (scr_source_walk (walk.source, &query, on_partial, same));
  for (const char *title = "abcd"; *title != '\0'; title++)
    g_assert_nonnull (strchr (walk.titles->str, *title));
  /* Nobody is given such an item for a whole one. */
  query.fields = NULL;
  query.conditions[0] = (ScrCondition) {"quorum", SCR_AT_LEAST, NULL, 0};
  g_assert_true (scr_source_walk (walk.source, &query, on_partial, NULL));
  g_string_free (walk.titles, TRUE);
}

static void
test_limit_and_offset (Fixture *fixture, gconstpointer unused)
{
  add_groups (fixture);
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title", .limit = 2}, "a b");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title", .limit = 2, .offset = 1}, "b c");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title", .limit = 9, .offset = 3}, "d");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title", .limit = 9, .offset = 9}, "");
  assert_answer (fixture,
                 (ScrQuery) {.kind = "group",
                             .order = "title",
                             .limit = 1,
                             .offset = 1,
                             .conditions = {{"quorum", SCR_AT_LEAST, NULL, 0}}},
                 "b");
}

static void
test_bin (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *id = add_group (fixture, "a", 1, NULL, NULL);

  g_free (add_group (fixture, "b", 1, NULL, NULL));
  maker_do (fixture->store, SCR_OP_BIN, "group", id);
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title"}, "b");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title", .where = SCR_BIN}, "a");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .order = "title", .where = SCR_ALL}, "a b");
}

/* Through what a thing belongs to, up to the kind that has a partnership; of none means of all. */
static void
test_partnership (Fixture *fixture, gconstpointer unused)
{
  g_autofree char *ours = maker_add (fixture->store, "partnership", "ours", NULL);
  g_autofree char *theirs = maker_add (fixture->store, "partnership", "theirs", NULL);
  g_autofree char *our_meeting = maker_add (fixture->store, "meeting", "a", "partnership", ours, NULL);
  g_autofree char *their_meeting = maker_add (fixture->store, "meeting", "b", "partnership", theirs, NULL);
  g_autofree char *common = maker_add (fixture->store, "meeting", "c", NULL);
  g_autofree char *our_item = maker_add (fixture->store, "agenda_item", "oi", "meeting", our_meeting, NULL);
  g_autofree char *their_item
      = maker_add (fixture->store, "agenda_item", "ti", "meeting", their_meeting, NULL);
  g_autofree char *common_item = maker_add (fixture->store, "agenda_item", "ci", "meeting", common, NULL);
  g_autofree char *person = maker_add (fixture->store, "person", "p", NULL);

  g_free (maker_add (fixture->store, "interest", "our-interest", "item", our_item, "who", person, NULL));
  g_free (maker_add (fixture->store, "interest", "their-interest", "item", their_item, "who", person, NULL));
  assert_answer (fixture, (ScrQuery) {.kind = "partnership", .partnership = ours}, "ours");
  assert_answer (fixture, (ScrQuery) {.kind = "meeting", .partnership = ours, .order = "title"}, "a c");
  assert_answer (fixture, (ScrQuery) {.kind = "agenda_item", .partnership = theirs, .order = "title"},
                 "ci ti");
  assert_answer (fixture, (ScrQuery) {.kind = "interest", .partnership = ours}, "our-interest");
  assert_answer (fixture, (ScrQuery) {.kind = "meeting", .partnership = "no-such", .order = "title"}, "c");
  assert_answer (fixture,
                 (ScrQuery) {.kind = "agenda_item",
                             .partnership = ours,
                             .contains = "oi",
                             .conditions = {{"meeting", SCR_IS, our_meeting, 0}},
                             .limit = 5},
                 "oi");
}

static void
test_contains (Fixture *fixture, gconstpointer unused)
{
  g_free (maker_add (fixture->store, "group", "Łódź", "purpose", "early help", NULL));
  g_free (maker_add (fixture->store, "group", "Café", "note", "front door", NULL));
  assert_answer (fixture, (ScrQuery) {.kind = "group", .contains = "lodz"}, "Łódź");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .contains = "caf"}, "Café");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .contains = "early hel"}, "Łódź");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .contains = "door early"}, "");
  assert_answer (fixture, (ScrQuery) {.kind = "meeting", .contains = "caf"}, "");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .contains = "", .order = "title"}, "Café Łódź");
  assert_answer (fixture, (ScrQuery) {.kind = "group", .contains = "\"", .order = "title"}, "Café Łódź");
}

/* Every kind can be asked for in its own order, and by each of its fields. */
static void
test_every_kind (Fixture *fixture, gconstpointer unused)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint i = 0; i < 100; i++)
    maker_apply (fixture->store, maker_random_edit (fixture->store, rand));
  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      {
        const char *field = kinds[k]->fields[f].name;
        g_autofree char *descending = g_strconcat ("-", field, NULL);
        const ScrQuery all = {.kind = kinds[k]->name, .where = SCR_ALL};
        const ScrQuery upwards = {.kind = kinds[k]->name, .where = SCR_ALL, .order = field};
        const ScrQuery downwards = {.kind = kinds[k]->name, .where = SCR_ALL, .order = descending};
        const ScrQuery filled
            = {.kind = kinds[k]->name, .where = SCR_ALL, .conditions = {{field, SCR_IS_FILLED, NULL, 0}}};
        const ScrQuery empty
            = {.kind = kinds[k]->name, .where = SCR_ALL, .conditions = {{field, SCR_IS_EMPTY, NULL, 0}}};
        guint n = scr_source_count (SCR_SOURCE (fixture->store), &all);
        g_autoptr (GPtrArray) up = scr_source_list_ids (SCR_SOURCE (fixture->store), &upwards);
        g_autoptr (GPtrArray) down = scr_source_list_ids (SCR_SOURCE (fixture->store), &downwards);

        g_assert_cmpuint (up->len, ==, n);
        g_assert_cmpuint (down->len, ==, n);
        g_assert_cmpuint (scr_source_count (SCR_SOURCE (fixture->store), &filled)
                              + scr_source_count (SCR_SOURCE (fixture->store), &empty),
                          ==, n);
      }
}

#define ADD(path, function) g_test_add ("/query/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("conditions", test_conditions);
  ADD ("all-must-hold", test_all_must_hold);
  ADD ("referred", test_referred);
  ADD ("order", test_order);
  ADD ("order-of-meetings", test_order_of_meetings);
  ADD ("walk", test_walk);
  ADD ("limit-and-offset", test_limit_and_offset);
  ADD ("bin", test_bin);
  ADD ("partnership", test_partnership);
  ADD ("contains", test_contains);
  ADD ("every-kind", test_every_kind);
  return g_test_run ();
}
