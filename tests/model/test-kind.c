/* Tests of the descriptions of kinds: each makes sense, and so do the questions that scr-kind answers about
 * them. */
#include "scr-kind.h"

#include <string.h>

typedef void (*FieldCheck) (const ScrKind *kind, const ScrField *field);

static void
for_each_field (FieldCheck check)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      {
        g_test_message ("%s.%s", kinds[k]->name, kinds[k]->fields[f].name);
        check (kinds[k], &kinds[k]->fields[f]);
      }
}

static gboolean
is_name (const char *name)
{
  return g_ascii_islower (name[0]) && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (name);
}

static void
test_kinds (void)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);
  const char *const views[]
      = {"today", "map", "meetings", "programme", "questions", "disputes", "reports", "", NULL};

  g_assert_cmpuint (n_kinds, >, 30);
  for (guint k = 0; k < n_kinds; k++)
    {
      g_test_message ("%s", kinds[k]->name);
      g_assert_true (is_name (kinds[k]->name));
      g_assert_true (scr_kind_find (kinds[k]->name) == kinds[k]);
      g_assert_cmpint (scr_kind_index (kinds[k]), ==, (int)k);
      g_assert_cmpuint (strlen (kinds[k]->label), >, 0);
      g_assert_cmpuint (strlen (kinds[k]->plural), >, 0);
      g_assert_true (g_str_has_suffix (kinds[k]->hint, "."));
      g_assert_true (g_strv_contains (views, kinds[k]->view));
      g_assert_cmpuint (kinds[k]->n_fields, >, 0);
    }
  g_assert_null (scr_kind_find ("nothing"));
  g_assert_null (scr_kind_find (NULL));
}

/* Lists are sorted by fields that there are, and every kind has what makes its title. */
static void
test_order_and_title (void)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      g_auto (GStrv) order = g_strsplit (kinds[k]->order, " ", -1);
      gboolean titled = FALSE;

      g_test_message ("%s", kinds[k]->name);
      g_assert_cmpuint (g_strv_length (order), >, 0);
      for (guint i = 0; order[i] != NULL; i++)
        g_assert_nonnull (scr_kind_get_field (kinds[k], order[i] + (*order[i] == '-')));
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        titled = titled || (kinds[k]->fields[f].flags & SCR_FIELD_TITLE);
      g_assert_true (titled);
    }
}

static void
check_field (const ScrKind *kind, const ScrField *field)
{
  g_assert_true (is_name (field->name));
  /* What scr-item and the store have of their own. */
  g_assert_cmpstr (field->name, !=, "id");
  g_assert_cmpstr (field->name, !=, "deleted");
  g_assert_true (scr_kind_get_field (kind, field->name) == field);
  g_assert_cmpuint (strlen (field->label), >, 0);
  g_assert_true (field->help == NULL || g_str_has_suffix (field->help, ".")
                 || g_str_has_suffix (field->help, "?"));
  g_assert_cmpfloat (field->min, <=, MAX (field->max, field->min));
  g_assert_false ((field->flags & SCR_FIELD_HIDDEN) && (field->flags & SCR_FIELD_COLUMN));
}

static void
check_reference (const ScrKind *kind, const ScrField *field)
{
  g_auto (GStrv) kinds = NULL;

  if (field->type == SCR_FIELD_CHOICE || field->type == SCR_FIELD_STATUS)
    {
      g_assert_cmpuint (strlen (field->of), >, 0);
      g_assert_true (scr_field_refers_to (field, SCR_KIND_CHOICE));
    }
  if (field->type == SCR_FIELD_FILE)
    g_assert_true (scr_field_refers_to (field, "attachment"));
  if (field->type != SCR_FIELD_REFERENCE)
    {
      g_assert_false (field->flags & (SCR_FIELD_PARENT | SCR_FIELD_PARTNERSHIP));
      return;
    }
  kinds = g_strsplit (field->of, " ", -1);
  g_assert_cmpuint (g_strv_length (kinds), >, 0);
  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_assert_nonnull (scr_kind_find (kinds[i]));
      g_assert_true (scr_field_refers_to (field, kinds[i]));
    }
  g_assert_false (scr_field_refers_to (field, "nothing"));
}

static void
test_fields (void)
{
  for_each_field (check_field);
}

static void
test_references (void)
{
  for_each_field (check_reference);
}

/* What belongs to a partnership says so once. What belongs to something belongs to one thing, and may be
 * nested in its own kind besides; the first is what it is found by, so it may not be empty then. */
static void
test_parents (void)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      const ScrField *parent = scr_kind_get_parent_field (kinds[k]);
      guint partnerships = 0;

      g_test_message ("%s", kinds[k]->name);
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        {
          const ScrField *field = &kinds[k]->fields[f];

          partnerships += (field->flags & SCR_FIELD_PARTNERSHIP) != 0;
          if (!(field->flags & SCR_FIELD_PARENT) || field == parent)
            continue;
          g_assert_cmpstr (field->of, ==, kinds[k]->name);
          g_assert_true (parent->flags & SCR_FIELD_REQUIRED);
        }
      g_assert_cmpuint (partnerships, <=, 1);
      g_assert_cmpint (scr_kind_get_partnership_field (kinds[k]) != NULL, ==, partnerships == 1);
    }
}

static void
test_missing_field (void)
{
  const ScrKind *kind = scr_kind_find ("meeting");

  g_assert_null (scr_kind_get_field (kind, "nothing"));
  g_assert_cmpint (scr_kind_get_field_index (kind, "nothing"), ==, -1);
  g_assert_cmpint (scr_kind_get_field_index (kind, kind->fields[1].name), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kind/kinds", test_kinds);
  g_test_add_func ("/kind/order-and-title", test_order_and_title);
  g_test_add_func ("/kind/fields", test_fields);
  g_test_add_func ("/kind/references", test_references);
  g_test_add_func ("/kind/parents", test_parents);
  g_test_add_func ("/kind/missing-field", test_missing_field);
  return g_test_run ();
}
