/* What tests of scr-gaps share: a record in memory, and ways to ask what is found in it. The day is Wednesday
 * 12 June 2019, the record's own. Each test program includes this once. */
#pragma once

#include "scr-gap-rules.h"
#include "scr-gaps.h"
#include "table-source.h"

#include <string.h>

#define DAY "2019-06-12"

/* Two partnerships, where nothing is missing. */
static G_GNUC_UNUSED TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, SCR_KIND_RECORD, SCR_RECORD_ID, "today", DAY, NULL);
  test_table_source_add (table, "partnership", "b", "title", "Bexley", NULL);
  test_table_source_add (table, "partnership", "g", "title", "Greenwich", NULL);
  return table;
}

static G_GNUC_UNUSED ScrGaps *
make (TestTableSource *table, const char *partnership, const char *day)
{
  g_autoptr (ScrGaps) gaps = scr_gaps_new (NULL, SCR_SOURCE (table), partnership, day);

  /* Counting agrees with listing, always. */
  g_assert_cmpuint (scr_gaps_count_open (SCR_SOURCE (table), partnership, day), ==, gaps->n_open);
  return g_steal_pointer (&gaps);
}

/* How many gaps a rule finds; an empty rule stands for all. */
static G_GNUC_UNUSED guint
count_in (TestTableSource *table, const char *rule, const char *partnership)
{
  g_autoptr (ScrGaps) gaps = make (table, partnership, DAY);
  guint n = 0;

  for (guint i = 0; i < gaps->gaps->len; i++)
    {
      const ScrGapFound *found = g_ptr_array_index (gaps->gaps, i);

      if (*rule == '\0' || g_strcmp0 (found->rule, rule) == 0)
        n++;
    }
  return n;
}

static G_GNUC_UNUSED guint
count (TestTableSource *table, const char *rule)
{
  return count_in (table, rule, NULL);
}

static G_GNUC_UNUSED void
assert_words (TestTableSource *table, guint index, const char *title, const char *detail)
{
  g_autoptr (ScrGaps) gaps = make (table, NULL, DAY);
  const ScrGapFound *found;

  g_assert_cmpuint (gaps->gaps->len, >, index);
  found = g_ptr_array_index (gaps->gaps, index);
  g_assert_cmpstr (found->title, ==, title);
  g_assert_cmpstr (found->detail, ==, detail);
}

/* A field set to each text in turn, and how many gaps the rule then finds. */
typedef struct
{
  const char *text;
  guint count;
} Case;

static G_GNUC_UNUSED void
check_cases (TestTableSource *table,
             ScrItem *item,
             const char *field,
             const char *rule,
             const Case *cases,
             gsize n_cases)
{
  int index = scr_kind_get_field_index (scr_item_get_kind (item), field);
  g_auto (ScrValue) before = SCR_VALUE_INIT;

  scr_value_copy (&before, scr_item_get_value (item, field));
  for (gsize i = 0; i < n_cases; i++)
    {
      g_test_message ("%s.%s = %s", scr_item_get_kind (item)->name, field, cases[i].text);
      test_table_source_set (item, field, cases[i].text);
      g_assert_cmpuint (count (table, rule), ==, cases[i].count);
    }
  scr_item_set_value_at (item, (guint)index, &before);
}

#define CHECK(table, item, field, rule, ...)                                                                 \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const Case cases_[] = {__VA_ARGS__};                                                                     \
    check_cases (table, item, field, rule, cases_, G_N_ELEMENTS (cases_));                                   \
  }                                                                                                          \
  G_STMT_END

static G_GNUC_UNUSED ScrItem *
add_link (TestTableSource *table, const char *id, const char *from, const char *kind, const char *to)
{
  g_autofree char *choice = g_strconcat ("link-kind.", kind, NULL);

  return test_table_source_add (table, "link", id, "from_card", from, "kind", choice, "to_card", to, "state",
                                "link-state.in-place", NULL);
}
