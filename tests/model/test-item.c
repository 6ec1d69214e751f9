/* Tests of scr-item: a type with properties for each kind, notification, leaks. */
#include "scr-item.h"

#include <math.h>
#include <string.h>

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", pspec->name);
}

static GType
get_value_type (const ScrField *field)
{
  if (field->type == SCR_FIELD_BOOL)
    return G_TYPE_BOOLEAN;
  return scr_field_is_numeric (field) ? G_TYPE_DOUBLE : G_TYPE_STRING;
}

/* Each kind has one type, each field one property that is found by the field's own name. */
static void
test_types (void)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      GType type = scr_item_get_type_for (kinds[k]);
      g_autoptr (GTypeClass) klass = g_type_class_ref (type);
      g_autofree GParamSpec **properties = NULL;
      guint n_properties;

      g_assert_true (g_type_is_a (type, SCR_TYPE_ITEM));
      g_assert_cmpuint (type, ==, scr_item_get_type_for (kinds[k]));
      properties = g_object_class_list_properties (G_OBJECT_CLASS (klass), &n_properties);
      g_assert_cmpuint (n_properties, ==, kinds[k]->n_fields + 2);
      for (guint f = 0; f < kinds[k]->n_fields; f++)
        {
          const ScrField *field = &kinds[k]->fields[f];
          GParamSpec *property = g_object_class_find_property (G_OBJECT_CLASS (klass), field->name);

          g_assert_nonnull (property);
          g_assert_cmpuint (property->value_type, ==, get_value_type (field));
          g_assert_false (property->flags & G_PARAM_WRITABLE);
        }
    }
}

static gpointer
register_all (gpointer types)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    ((GType *)types)[k] = scr_item_get_type_for (kinds[k]);
  return NULL;
}

/* Background work opens sources of its own: types may be asked for at the same time. */
static void
test_types_from_threads (void)
{
  guint n_kinds;
  GThread *threads[4];
  g_autofree GType *types = NULL;

  scr_kinds_get_all (&n_kinds);
  types = g_new0 (GType, n_kinds * G_N_ELEMENTS (threads));
  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    threads[t] = g_thread_new ("types", register_all, types + t * n_kinds);
  for (guint t = 0; t < G_N_ELEMENTS (threads); t++)
    g_thread_join (threads[t]);
  for (guint k = 0; k < n_kinds * G_N_ELEMENTS (threads); k++)
    g_assert_cmpuint (types[k], ==, types[k % n_kinds]);
}

static void
test_empty (void)
{
  const ScrKind *kind = scr_kind_find ("meeting");
  g_autoptr (ScrItem) item = scr_item_new (kind, "id-1");

  g_assert_true (scr_item_get_kind (item) == kind);
  g_assert_cmpstr (scr_item_get_id (item), ==, "id-1");
  g_assert_null (scr_item_get_deleted (item));
  g_assert_false (scr_item_is_deleted (item));
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];

      g_assert_cmpint (scr_item_get_value_at (item, i)->type, ==, SCR_VALUE_NONE);
      if (field->type == SCR_FIELD_BOOL)
        g_assert_false (scr_item_get_bool (item, field->name));
      else if (scr_field_is_numeric (field))
        g_assert_true (isnan (scr_item_get_number (item, field->name)));
      else
        g_assert_null (scr_item_get_text (item, field->name));
    }
}

static guint
find_of_type (const ScrKind **kind, ScrFieldType type)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    for (guint f = 0; f < kinds[k]->n_fields; f++)
      if (kinds[k]->fields[f].type == type)
        {
          *kind = kinds[k];
          return f;
        }
  g_assert_not_reached ();
}

/* A field of a type: set, read back through accessor and property, notified once, equal values not at all. */
static void
test_property_of_type (gconstpointer data)
{
  const ScrFieldType type = (ScrFieldType)GPOINTER_TO_INT (data);
  const ScrKind *kind;
  guint index = find_of_type (&kind, type);
  const ScrField *field = &kind->fields[index];
  g_autoptr (ScrItem) item = scr_item_new (kind, "id-1");
  g_autoptr (GString) notified = g_string_new (NULL);
  g_autofree char *expected = g_strdup_printf ("%s ", field->name);
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  const ScrValue nothing = SCR_VALUE_INIT;
  gboolean numeric = scr_field_is_numeric (field);

  g_strdelimit (expected, "_", '-');
  g_signal_connect (item, "notify", G_CALLBACK (count_notify), notified);
  if (numeric)
    scr_value_set_number (&value, 1);
  else
    scr_value_set_text (&value, "text");
  scr_item_set_value_at (item, index, &value);
  scr_item_set_value_at (item, index, &value);
  g_assert_cmpstr (notified->str, ==, expected);
  g_assert_true (scr_value_equal (scr_item_get_value (item, field->name), &value));
  if (type == SCR_FIELD_BOOL)
    {
      gboolean yes = FALSE;

      g_object_get (item, field->name, &yes, NULL);
      g_assert_true (yes && scr_item_get_bool (item, field->name));
    }
  else if (numeric)
    {
      double number = 0;

      g_object_get (item, field->name, &number, NULL);
      g_assert_cmpfloat (number, ==, 1);
    }
  else
    {
      g_autofree char *text = NULL;

      g_object_get (item, field->name, &text, NULL);
      g_assert_cmpstr (text, ==, "text");
      g_assert_cmpstr (scr_item_get_text (item, field->name), ==, "text");
    }
  g_string_truncate (notified, 0);
  scr_item_set_value_at (item, index, &nothing);
  g_assert_cmpstr (notified->str, ==, expected);
}

static void
test_deleted (void)
{
  g_autoptr (ScrItem) item = scr_item_new (scr_kind_find ("meeting"), "id-1");
  g_autoptr (GString) notified = g_string_new (NULL);
  g_autofree char *id = NULL, *deleted = NULL;

  g_signal_connect (item, "notify", G_CALLBACK (count_notify), notified);
  scr_item_set_deleted (item, NULL);
  g_assert_cmpstr (notified->str, ==, "");
  scr_item_set_deleted (item, "2019-06-12T09:00:00Z");
  scr_item_set_deleted (item, "2019-06-12T09:00:00Z");
  g_assert_true (scr_item_is_deleted (item));
  g_object_get (item, "id", &id, "deleted", &deleted, NULL);
  g_assert_cmpstr (id, ==, "id-1");
  g_assert_cmpstr (deleted, ==, "2019-06-12T09:00:00Z");
  scr_item_set_deleted (item, NULL);
  g_assert_false (scr_item_is_deleted (item));
  g_assert_cmpstr (notified->str, ==, "deleted deleted ");
}

static void
test_finalized (void)
{
  guint n_kinds;
  const ScrKind *const *kinds = scr_kinds_get_all (&n_kinds);

  for (guint k = 0; k < n_kinds; k++)
    {
      ScrItem *item = scr_item_new (kinds[k], "id-1");

      g_object_add_weak_pointer (G_OBJECT (item), (gpointer *)&item);
      g_object_unref (item);
      g_assert_null (item);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/item/types-from-threads", test_types_from_threads);
  g_test_add_func ("/item/types", test_types);
  g_test_add_func ("/item/empty", test_empty);
  for (int type = SCR_FIELD_TEXT; type <= SCR_FIELD_ORDER; type++)
    {
      g_autofree char *path = g_strdup_printf ("/item/property-of-type/%d", type);

      g_test_add_data_func (path, GINT_TO_POINTER (type), test_property_of_type);
    }
  g_test_add_func ("/item/deleted", test_deleted);
  g_test_add_func ("/item/finalized", test_finalized);
  return g_test_run ();
}
