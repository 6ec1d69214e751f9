/* Tests of scr-minutes-content: what is put back is what was taken, whatever was done in between. */
#include "scr-minutes-content.h"

#include "table-source.h"

static TestTableSource *
new_record (void)
{
  TestTableSource *table = test_table_source_new ();

  test_table_source_add (table, "meeting", "m", "title", "Board", "summary", "We “met”.\nTwice.", "place",
                         "Hall", NULL);
  test_table_source_add (table, "meeting", "other", "title", "Other", NULL);
  test_table_source_add (table, "agenda_item", "i", "meeting", "m", "title", "Item", "text", "Said.",
                         "minutes", "15", NULL);
  test_table_source_add (table, "attendance", "at", "meeting", "m", "who", "p", NULL);
  test_table_source_add (table, "decision", "d", "meeting", "m", "item", "i", "title", "Decided", NULL);
  test_table_source_add (table, "interest", "n", "item", "i", "who", "p", "title", "Interest", NULL);
  test_table_source_add (table, "action", "a", "meeting", "m", "item", "i", "title", "Do it", "due",
                         "2019-06-01", NULL);
  return table;
}

static char *
put_back (TestTableSource *table, const char *content)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Test");
  GString *told = g_string_new (NULL);

  if (!scr_minutes_put_content_back (SCR_SOURCE (table), "m", content, edit))
    g_string_append (told, "unreadable");
  else
    for (guint i = 0; i < scr_edit_get_n_rows (edit); i++)
      {
        const ScrRowEdit *row = scr_edit_get_row (edit, i);

        g_string_append_printf (told, "%s%c%s", i > 0 ? " " : "", "+=-^x"[row->op], row -> id);
        for (guint k = 0; k < row->fields->len; k++)
          {
            const ScrValue *value = &g_array_index (row->values, ScrValue, k);

            g_string_append_printf (told, ",%s",
                                    row->kind->fields[g_array_index (row->fields, guint, k)].name);
            if (value->type == SCR_VALUE_NONE)
              g_string_append (told, ":none");
            else if (value->type == SCR_VALUE_NUMBER)
              g_string_append_printf (told, ":%g", value->number);
          }
      }
  return g_string_free (told, FALSE);
}

static void
assert_put_back (TestTableSource *table, const char *content, const char *expected)
{
  g_autofree char *told = put_back (table, content);

  g_assert_cmpstr (told, ==, expected);
}

static ScrItem *
get (TestTableSource *table, const char *kind, const char *id)
{
  return scr_source_get (SCR_SOURCE (table), kind, id);
}

static void
test_nothing (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autofree char *content = scr_minutes_take_content (SCR_SOURCE (table), "m");

  assert_put_back (table, content, "");
}

static void
test_alterations (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autofree char *content = scr_minutes_take_content (SCR_SOURCE (table), "m");
  g_autoptr (ScrItem) meeting = get (table, "meeting", "m");
  g_autoptr (ScrItem) item = get (table, "agenda_item", "i");
  g_autoptr (ScrItem) action = get (table, "action", "a");
  g_autoptr (ScrItem) decision = get (table, "decision", "d");

  test_table_source_set (meeting, "summary", "Else");
  test_table_source_set (meeting, "place", "Room");
  test_table_source_set (item, "minutes", NULL);
  test_table_source_set (item, "lead", "p");
  test_table_source_set (action, "due", "2020-01-01");
  scr_item_set_deleted (decision, "2019-07-01T00:00:00Z");
  test_table_source_add (table, "decision", "new", "meeting", "m", "title", "New", NULL);
  test_table_source_add (table, "interest", "new2", "item", "i", "title", "New", NULL);
  assert_put_back (table, content, "=m,summary =i,lead:none,minutes:15 ^d -new -new2");
}

/* What was moved to another meeting comes back, what was removed for good is made again. */
static void
test_moved_and_gone (void)
{
  g_autoptr (TestTableSource) table = new_record ();
  g_autoptr (TestTableSource) empty = test_table_source_new ();
  g_autofree char *content = scr_minutes_take_content (SCR_SOURCE (table), "m");
  g_autoptr (ScrItem) item = get (table, "agenda_item", "i");

  test_table_source_set (item, "meeting", "other");
  assert_put_back (table, content, "=i,meeting");
  test_table_source_add (empty, "meeting", "m", "title", "Board", NULL);
  assert_put_back (empty, content,
                   "=m,summary +i,title,meeting,minutes:15,text +at,meeting,who +d,title,meeting,item "
                   "+a,title,meeting,item +n,title,item,who");
}

/* A record from elsewhere may hold anything there. */
static void
test_hostile (void)
{
  const char *const contents[] = {
      NULL,
      "",
      "[]",
      "not a variant",
      "[('meeting', 'other', {'summary': <'x'>})]",
      "[('meeting', 'unknown', {'summary': <'x'>})]",
      "[('person', 'p', {'title': <'x'>})]",
      "[('minutes_version', 'v', {'text': <'x'>})]",
      "[('nothing', 'p', {'title': <'x'>})]",
      "[('agenda_item', 'i', {'title': <(1, 2)>})]",
      "[('agenda_item', 'i', {'title': <[[[[[[[[[[[1]]]]]]]]]]]>})]",
  };
  g_autoptr (TestTableSource) table = new_record ();

  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_test_message ("%s", contents[i]);
      assert_put_back (table, contents[i], "unreadable");
    }
  /* Fields that are no part of minutes are not set. */
  assert_put_back (table, "[('meeting', 'm', {'summary': <'x'>, 'title': <'y'>})]",
                   "=m,summary -i -at -d -a -n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/minutes-content/nothing", test_nothing);
  g_test_add_func ("/minutes-content/alterations", test_alterations);
  g_test_add_func ("/minutes-content/moved-and-gone", test_moved_and_gone);
  g_test_add_func ("/minutes-content/hostile", test_hostile);
  return g_test_run ();
}
