/* Tests of the small values everything is made of: scr-value, scr-change, scr-identity. */
#include "scr-change.h"
#include "scr-identity.h"
#include "scr-value.h"

#include <string.h>

static void
test_value (void)
{
  g_auto (ScrValue) a = SCR_VALUE_INIT;
  g_auto (ScrValue) b = SCR_VALUE_INIT;

  g_assert_true (scr_value_equal (&a, &b));
  scr_value_set_text (&a, "text");
  g_assert_false (scr_value_equal (&a, &b));
  scr_value_copy (&b, &a);
  g_assert_true (scr_value_equal (&a, &b));
  g_assert_true (a.text != b.text);
  scr_value_set_number (&a, 1.5);
  g_assert_cmpint (a.type, ==, SCR_VALUE_NUMBER);
  g_assert_false (scr_value_equal (&a, &b));
  scr_value_copy (&b, &a);
  g_assert_cmpfloat (b.number, ==, 1.5);
  scr_value_set_number (&b, 2);
  g_assert_false (scr_value_equal (&a, &b));
  scr_value_set_text (&a, "");
  g_assert_cmpint (a.type, ==, SCR_VALUE_NONE);
  scr_value_take_text (&a, g_strdup ("own"));
  g_assert_cmpstr (a.text, ==, "own");
  scr_value_set_text (&a, NULL);
  scr_value_copy (&b, &a);
  g_assert_cmpint (b.type, ==, SCR_VALUE_NONE);
}

static void
test_change (void)
{
  const ScrKind *meeting = scr_kind_find ("meeting"), *person = scr_kind_find ("person");
  g_autoptr (ScrChange) change = scr_change_new ();
  ScrChange *again = scr_change_ref (change);
  char id[] = "a";

  g_assert_cmpuint (scr_change_get_n_rows (change), ==, 0);
  g_assert_false (scr_change_touches_kind (change, meeting));
  scr_change_add_row (change, meeting, id, SCR_ROW_ADDED);
  scr_change_add_row (change, meeting, "b", SCR_ROW_REMOVED);
  id[0] = 'x';
  scr_change_unref (again);
  g_assert_cmpuint (scr_change_get_n_rows (change), ==, 2);
  g_assert_true (scr_change_touches_kind (change, meeting));
  g_assert_false (scr_change_touches_kind (change, person));
  g_assert_true (scr_change_touches_item (change, "a"));
  g_assert_false (scr_change_touches_item (change, "x"));
  g_assert_true (scr_change_get_row (change, 0)->kind == meeting);
  g_assert_cmpint (scr_change_get_row (change, 1)->what, ==, SCR_ROW_REMOVED);
  g_assert_true (g_type_is_a (SCR_TYPE_CHANGE, G_TYPE_BOXED));
}

static void
test_new_identities (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 10000; i++)
    {
      char *id = scr_identity_new ();

      g_assert_true (scr_identity_is_valid (id));
      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_true (g_hash_table_add (seen, id));
    }
}

/* The example's identities are in people's records: they may never change. */
static void
test_named_identities (void)
{
  g_autofree char *bexley = scr_identity_from_name ("bexley");
  g_autofree char *again = scr_identity_from_name ("bexley");
  g_autofree char *lewisham = scr_identity_from_name ("lewisham");
  g_autofree char *empty = scr_identity_from_name ("");

  g_assert_cmpstr (bexley, ==, again);
  g_assert_cmpstr (bexley, !=, lewisham);
  g_assert_cmpstr (empty, !=, lewisham);
  g_assert_true (g_uuid_string_is_valid (bexley));
  g_assert_true (scr_identity_is_valid (bexley));
  g_assert_cmpint (bexley[14], ==, '5');
  g_assert_cmpstr (bexley, ==, "25cb7c1d-dd1d-5a1e-9955-dbf1cdc455b5");
}

static void
test_valid_identities (void)
{
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *too_long = g_strnfill (65, 'a');
  const char *good[] = {"a", "0", "record", "meeting-state.held", "2a9e-4", longest};
  const char *bad[] = {"", "A", "a b", "a_b", "a/b", "ü", "a'", "a\n", too_long};

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (scr_identity_is_valid (good[i]));
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (scr_identity_is_valid (bad[i]));
  g_assert_false (scr_identity_is_valid (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/value/value", test_value);
  g_test_add_func ("/value/change", test_change);
  g_test_add_func ("/value/new-identities", test_new_identities);
  g_test_add_func ("/value/named-identities", test_named_identities);
  g_test_add_func ("/value/valid-identities", test_valid_identities);
  return g_test_run ();
}
