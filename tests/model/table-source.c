/* A source over a table in memory. See the header. */
#include "table-source.h"

#include <string.h>

struct _TestTableSource
{
  GObject parent_instance;
  GPtrArray *items; /* (element-type ScrItem) */
};

static void test_table_source_init_source (ScrSourceInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TestTableSource,
                               test_table_source,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCR_TYPE_SOURCE, test_table_source_init_source))

static ScrItem *
test_table_source_get (ScrSource *source, const char *kind, const char *id)
{
  TestTableSource *self = TEST_TABLE_SOURCE (source);

  for (guint i = 0; i < self->items->len; i++)
    {
      ScrItem *item = self->items->pdata[i];

      if (strcmp (scr_item_get_kind (item)->name, kind) == 0 && strcmp (scr_item_get_id (item), id) == 0)
        return g_object_ref (item);
    }
  return NULL;
}

static void
test_table_source_init_source (ScrSourceInterface *iface)
{
  iface->get = test_table_source_get;
}

static void
test_table_source_finalize (GObject *object)
{
  g_ptr_array_unref (TEST_TABLE_SOURCE (object)->items);
  G_OBJECT_CLASS (test_table_source_parent_class)->finalize (object);
}

static void
test_table_source_class_init (TestTableSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_table_source_finalize;
}

static void
test_table_source_init (TestTableSource *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

TestTableSource *
test_table_source_new (void)
{
  return g_object_new (TEST_TYPE_TABLE_SOURCE, NULL);
}

/* Adds an item with pairs of a field's name and its text. Returns it, borrowed. */
ScrItem *
test_table_source_add (TestTableSource *self, const char *kind, const char *id, ...)
{
  ScrItem *item = scr_item_new (scr_kind_find (kind), id);
  const char *field;
  va_list pairs;

  va_start (pairs, id);
  while ((field = va_arg (pairs, const char *)) != NULL)
    {
      int index = scr_kind_get_field_index (scr_item_get_kind (item), field);
      g_auto (ScrValue) value = SCR_VALUE_INIT;

      g_assert_cmpint (index, >=, 0);
      scr_value_set_text (&value, va_arg (pairs, const char *));
      scr_item_set_value_at (item, (guint)index, &value);
    }
  va_end (pairs);
  g_ptr_array_add (self->items, item);
  return item;
}
