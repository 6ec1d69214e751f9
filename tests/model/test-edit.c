/* Tests of scr-edit: rows in the order of the calls, values gathered by identity. */
#include "scr-edit.h"
#include "scr-identity.h"

#include <string.h>

static const ScrValue *
find_value (const ScrRowEdit *row, const char *field)
{
  int index = scr_kind_get_field_index (row->kind, field);

  for (guint i = 0; i < row->fields->len; i++)
    if ((int)g_array_index (row->fields, guint, i) == index)
      return &g_array_index (row->values, ScrValue, i);
  return NULL;
}

static void
test_empty (void)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Do nothing");

  g_assert_cmpstr (scr_edit_get_label (edit), ==, "Do nothing");
  g_assert_null (scr_edit_get_merge_key (edit));
  g_assert_cmpuint (scr_edit_get_n_rows (edit), ==, 0);
  scr_edit_set_merge_key (edit, "meeting.title");
  g_assert_cmpstr (scr_edit_get_merge_key (edit), ==, "meeting.title");
  scr_edit_set_merge_key (edit, NULL);
  g_assert_null (scr_edit_get_merge_key (edit));
  scr_edit_free (NULL);
}

/* What is set on a new item belongs to its making. */
static void
test_add (void)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Add a meeting");
  const char *id = scr_edit_add (edit, "meeting", NULL);
  const ScrRowEdit *row;

  g_assert_true (scr_identity_is_valid (id));
  scr_edit_set_text (edit, "meeting", id, "title", "Board");
  scr_edit_set_text (edit, "meeting", id, "day", "2019-06-12");
  g_assert_cmpuint (scr_edit_get_n_rows (edit), ==, 1);
  row = scr_edit_get_row (edit, 0);
  g_assert_cmpint (row->op, ==, SCR_OP_ADD);
  g_assert_true (row->kind == scr_kind_find ("meeting"));
  g_assert_cmpstr (row->id, ==, id);
  g_assert_cmpuint (row->fields->len, ==, 2);
  g_assert_cmpuint (row->values->len, ==, 2);
  g_assert_cmpstr (find_value (row, "title")->text, ==, "Board");
  g_assert_cmpstr (find_value (row, "day")->text, ==, "2019-06-12");
}

/* The last value of a field counts; each identity has one row. */
static void
test_set (void)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Alter meetings");
  const ScrRowEdit *row;

  scr_edit_set_text (edit, "meeting", "a", "title", "First");
  scr_edit_set_text (edit, "meeting", "b", "title", "Other");
  scr_edit_set_text (edit, "meeting", "a", "title", "Second");
  scr_edit_set_text (edit, "meeting", "a", "day", "");
  g_assert_cmpuint (scr_edit_get_n_rows (edit), ==, 2);
  row = scr_edit_get_row (edit, 0);
  g_assert_cmpint (row->op, ==, SCR_OP_SET);
  g_assert_cmpuint (row->fields->len, ==, 2);
  g_assert_cmpstr (find_value (row, "title")->text, ==, "Second");
  g_assert_cmpint (find_value (row, "day")->type, ==, SCR_VALUE_NONE);
  g_assert_cmpstr (scr_edit_get_row (edit, 1)->id, ==, "b");
}

static void
test_numbers (void)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Alter numbers");
  const ScrKind *const *kinds;
  guint n_kinds, numeric = 0;

  kinds = scr_kinds_get_all (&n_kinds);
  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      if (scr_field_is_numeric (&kinds[k]->fields[f]))
        {
          g_autofree char *id = g_strdup_printf ("id-%u", numeric++);
          const ScrRowEdit *row;

          scr_edit_set_number (edit, kinds[k]->name, id, kinds[k]->fields[f].name, numeric);
          row = scr_edit_get_row (edit, numeric - 1);
          g_assert_cmpstr (row->id, ==, id);
          g_assert_cmpfloat (g_array_index (row->values, ScrValue, 0).number, ==, numeric);
        }
  g_assert_cmpuint (numeric, >, 0);
}

static void
test_bin (void)
{
  g_autoptr (ScrEdit) edit = scr_edit_new ("Tidy up");
  const ScrOp wanted[] = {SCR_OP_BIN, SCR_OP_RESTORE, SCR_OP_PURGE, SCR_OP_SET};

  scr_edit_bin (edit, "meeting", "a");
  scr_edit_restore (edit, "meeting", "a");
  scr_edit_purge (edit, "meeting", "a");
  /* Values never go to a row that bins or restores. */
  scr_edit_set_text (edit, "meeting", "a", "title", "Board");
  g_assert_cmpuint (scr_edit_get_n_rows (edit), ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpint (scr_edit_get_row (edit, i)->op, ==, wanted[i]);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (scr_edit_get_row (edit, i)->values->len, ==, 0);
}

/* The edit keeps copies: what it was made from may go. */
static void
test_copies (void)
{
  g_autoptr (ScrEdit) edit = NULL;
  char label[] = "Label", id[] = "id-1", text[] = "text";
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  edit = scr_edit_new (label);
  scr_value_set_text (&value, text);
  scr_edit_set_value (edit, "meeting", id, "title", &value);
  scr_value_clear (&value);
  label[0] = id[0] = text[0] = 'x';
  g_assert_cmpstr (scr_edit_get_label (edit), ==, "Label");
  g_assert_cmpstr (scr_edit_get_row (edit, 0)->id, ==, "id-1");
  g_assert_cmpstr (find_value (scr_edit_get_row (edit, 0), "title")->text, ==, "text");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/empty", test_empty);
  g_test_add_func ("/edit/add", test_add);
  g_test_add_func ("/edit/set", test_set);
  g_test_add_func ("/edit/numbers", test_numbers);
  g_test_add_func ("/edit/bin", test_bin);
  g_test_add_func ("/edit/copies", test_copies);
  return g_test_run ();
}
