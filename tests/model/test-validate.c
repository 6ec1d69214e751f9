/* Tests of scr-validate: each type's limits, and the words of its messages. */
#include "scr-error.h"
#include "scr-validate.h"

#include <math.h>
#include <string.h>

static const ScrField fields[] = {
    {.name = "title", .type = SCR_FIELD_TEXT, .label = "Title", .flags = SCR_FIELD_REQUIRED, .max = 20},
    {.name = "notes", .type = SCR_FIELD_RICH, .label = "Notes"},
    {.name = "score", .type = SCR_FIELD_NUMBER, .label = "Score", .min = -2, .max = 4.5},
    {.name = "free", .type = SCR_FIELD_NUMBER, .label = "Free"},
    {.name = "day", .type = SCR_FIELD_DAY, .label = "Day", .flags = SCR_FIELD_REQUIRED},
    {.name = "starts", .type = SCR_FIELD_TIME, .label = "Starts"},
    {.name = "length", .type = SCR_FIELD_DURATION, .label = "Length", .min = 5, .max = 600},
    {.name = "kind", .type = SCR_FIELD_CHOICE, .label = "Kind", .of = "kind"},
    {.name = "state", .type = SCR_FIELD_STATUS, .label = "State", .of = "state"},
    {.name = "done", .type = SCR_FIELD_BOOL, .label = "Done"},
    {.name = "chair", .type = SCR_FIELD_REFERENCE, .label = "Chair", .of = "person"},
    {.name = "paper", .type = SCR_FIELD_FILE, .label = "Paper"},
    {.name = "place", .type = SCR_FIELD_ORDER, .label = "Place"},
    {.name = "wait", .type = SCR_FIELD_DURATION, .label = "Wait"},
};

static const ScrKind kind = {.name = "thing",
                             .label = "Thing",
                             .plural = "Things",
                             .fields = fields,
                             .n_fields = G_N_ELEMENTS (fields)};

static void
assert_checked (const char *field, const ScrValue *value, const char *message)
{
  g_autoptr (GError) error = NULL;
  gboolean valid = scr_validate_value (scr_kind_get_field (&kind, field), value, &error);

  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, message);
  g_assert_cmpint (valid, ==, message == NULL);
  if (error != NULL)
    g_assert_error (error, SCR_ERROR, SCR_ERROR_INVALID);
  g_assert_cmpint (scr_validate_value (scr_kind_get_field (&kind, field), value, NULL), ==, valid);
}

static void
test_texts (void)
{
  const char *const broken = "Title holds a character that cannot be shown. Take it out.";
  const struct
  {
    const char *field, *text, *message;
  } rows[] = {
      {"title", "Twenty characters ok", NULL},
      {"title", "Žluťoučký kůň ďábel!", NULL},
      {"title", "Twenty-one characters", "Title may be at most 20 characters long."},
      {"title", "", "Title may not be empty."},
      {"title", " \t ", "Title may not be empty."},
      {"title", "\xc2\xa0", "Title may not be empty."},
      {"title", "two\nlines", "Title must be one line of text."},
      {"title", "two\xe2\x80\xa8lines", "Title must be one line of text."},
      {"title", "a\ttab", broken},
      {"title", "a\x01", broken},
      {"title", "a\x7f", broken},
      {"title", "a\xc2\x85", broken},
      {"title", "a\xff", broken},
      {"title", "a\xed\xa0\x80", broken},
      {"notes", "", NULL},
      {"notes", "two\nlines\tand a tab", NULL},
      {"notes", "a\rb", "Notes holds a character that cannot be shown. Take it out."},
      {"day", "2019-06-12", NULL},
      {"day", "", "Day may not be empty."},
      {"day", "2019-02-30", "Day: write the day as 12 June 2019."},
      {"day", "someday", "Day: write the day as 12 June 2019."},
      {"day", "1066-10-14", "Day must be a day between the years 1800 and 2300."},
      {"starts", "09:30", NULL},
      {"starts", "9:30", "Starts: write the time as 14:30."},
      {"starts", "25:00", "Starts: write the time as 14:30."},
      {"kind", "kind.board-1", NULL},
      {"kind", "Not An Identity", "Kind: choose one from the list."},
      {"state", "'; drop", "State: choose one from the list."},
      {"chair", "2a9e", NULL},
      {"chair", "ü", "Chair: choose one from the list."},
      {"paper", "a b", "Paper: choose one from the list."},
      {"place", "V", NULL},
      {"place", "V0", "Place is not a place in an order."},
      {"score", "lots", "Write Score as a number, such as 12 or 1.5."},
      {"length", "long", "Write Length as whole minutes, or as hours and minutes such as 1 h 30 min."},
      {"done", "yes", "Answer Done with yes or no."},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (ScrValue) value = SCR_VALUE_INIT;

      scr_value_set_text (&value, rows[i].text);
      assert_checked (rows[i].field, &value, rows[i].message);
    }
}

static void
test_numbers (void)
{
  const char *const score_range = "Score must be a number from -2 to 4.5.";
  const char *const score_bad = "Write Score as a number, such as 12 or 1.5.";
  const char *const length_bad = "Write Length as whole minutes, or as hours and minutes such as 1 h 30 min.";
  const struct
  {
    const char *field;
    double number;
    const char *message;
  } rows[] = {
      {"score", -2, NULL},
      {"score", 4.5, NULL},
      {"score", 0, NULL},
      {"score", 4.6, score_range},
      {"score", -3, score_range},
      {"score", NAN, score_bad},
      {"score", INFINITY, score_bad},
      {"free", 1e300, NULL},
      {"free", -INFINITY, "Write Free as a number, such as 12 or 1.5."},
      {"length", 5, NULL},
      {"length", 600, NULL},
      {"length", 4, "Length must be from 5 min to 10 h."},
      {"length", 601, "Length must be from 5 min to 10 h."},
      {"length", 30.5, length_bad},
      {"length", -30, length_bad},
      {"length", NAN, length_bad},
      {"wait", 0, NULL},
      {"wait", 1e6, NULL},
      {"wait", -1, "Write Wait as whole minutes, or as hours and minutes such as 1 h 30 min."},
      {"done", 0, NULL},
      {"done", 1, NULL},
      {"done", 2, "Answer Done with yes or no."},
      {"done", NAN, "Answer Done with yes or no."},
      {"notes", 1, "Notes must be a text, not a number."},
      {"day", 20190612, "Day must be a text, not a number."},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (ScrValue) value = SCR_VALUE_INIT;

      scr_value_set_number (&value, rows[i].number);
      assert_checked (rows[i].field, &value, rows[i].message);
    }
}

/* Empty is fine wherever a field is not required; longest texts are. */
static void
test_empty_and_longest (void)
{
  const ScrValue nothing = SCR_VALUE_INIT;
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    g_assert_cmpint (scr_validate_value (&fields[i], &nothing, NULL), ==,
                     !(fields[i].flags & SCR_FIELD_REQUIRED));
  scr_value_take_text (&value, g_strnfill (100000, 'x'));
  assert_checked ("notes", &value, NULL);
  scr_value_take_text (&value, g_strnfill (100001, 'x'));
  assert_checked ("notes", &value, "Notes may be at most 100000 characters long.");
}

/* Whatever bytes come from elsewhere: an answer, no crash, and nothing accepted that is not UTF-8. */
static void
test_random_bytes (void)
{
  for (int round = 0; round < 20000; round++)
    {
      const ScrField *field = &fields[g_test_rand_int_range (0, G_N_ELEMENTS (fields))];
      g_auto (ScrValue) value = SCR_VALUE_INIT;
      g_autoptr (GError) error = NULL;
      char bytes[12] = {0};
      int length = g_test_rand_int_range (0, sizeof bytes);

      for (int i = 0; i < length; i++)
        bytes[i] = (char)g_test_rand_int_range (1, 256);
      scr_value_set_text (&value, bytes);
      if (scr_validate_value (field, &value, &error))
        g_assert_true (g_utf8_validate (bytes, -1, NULL));
      else
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
set_field (ScrRowEdit *row, const char *field, const char *text)
{
  guint index = (guint)scr_kind_get_field_index (&kind, field);
  ScrValue value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  g_array_append_val (row->fields, index);
  g_array_append_val (row->values, value);
}

static void
assert_row (ScrOp op, const char *id, const char *title, const char *day, const char *message)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (ScrValue));
  ScrRowEdit row = {op, &kind, (char *)id, indices, values};
  g_autoptr (GError) error = NULL;

  g_array_set_clear_func (values, (GDestroyNotify)scr_value_clear);
  if (title != NULL)
    set_field (&row, "title", title);
  if (day != NULL)
    set_field (&row, "day", day);
  g_assert_cmpint (scr_validate_row (&row, &error), ==, message == NULL);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, message);
}

static void
test_rows (void)
{
  assert_row (SCR_OP_ADD, "id-1", "Board", "2019-06-12", NULL);
  assert_row (SCR_OP_ADD, "id-1", "Board", NULL, "Day may not be empty.");
  assert_row (SCR_OP_ADD, "id-1", NULL, "2019-06-12", "Title may not be empty.");
  assert_row (SCR_OP_ADD, "id-1", "", "2019-06-12", "Title may not be empty.");
  assert_row (SCR_OP_ADD, "Id", "Board", "2019-06-12", "Thing: this is not the identity of an item.");
  assert_row (SCR_OP_SET, "id-1", "Board", NULL, NULL);
  assert_row (SCR_OP_SET, "id-1", "", NULL, "Title may not be empty.");
  assert_row (SCR_OP_SET, "id-1", NULL, "soon", "Day: write the day as 12 June 2019.");
  assert_row (SCR_OP_SET, "", NULL, NULL, "Thing: this is not the identity of an item.");
  assert_row (SCR_OP_BIN, "id-1", NULL, NULL, NULL);
  assert_row (SCR_OP_PURGE, "no identity", NULL, NULL, "Thing: this is not the identity of an item.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validate/texts", test_texts);
  g_test_add_func ("/validate/numbers", test_numbers);
  g_test_add_func ("/validate/empty-and-longest", test_empty_and_longest);
  g_test_add_func ("/validate/random-bytes", test_random_bytes);
  g_test_add_func ("/validate/rows", test_rows);
  return g_test_run ();
}
