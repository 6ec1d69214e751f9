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

static gboolean
holds (ScrSource *source, ScrItem *item, const ScrCondition *condition)
{
  const char *dot = strchr (condition->field, '.');
  const char *text;

  if (dot != NULL)
    {
      g_autofree char *reference = g_strndup (condition->field, (gsize)(dot - condition->field));
      g_autoptr (ScrItem) referred = scr_source_get_referred (source, item, reference);
      const ScrCondition rest = {dot + 1, condition->test, condition->text, condition->number};

      return referred != NULL && holds (source, referred, &rest);
    }
  text = scr_item_get_text (item, condition->field);

  switch (condition->test)
    {
    case SCR_IS:
      return g_strcmp0 (text, condition->text) == 0;
    case SCR_IS_NOT:
      return g_strcmp0 (text, condition->text) != 0;
    case SCR_IS_EMPTY:
      return text == NULL;
    case SCR_IS_FILLED:
      return text != NULL;
    case SCR_AT_LEAST:
      return text != NULL && strcmp (text, condition->text) >= 0;
    case SCR_AT_MOST:
      return text != NULL && strcmp (text, condition->text) <= 0;
    default:
      g_assert_not_reached ();
    }
}

/* What says nothing of a partnership itself belongs where its parent does, or to all. */
static gboolean
belongs_to (ScrSource *source, ScrItem *item, const char *partnership)
{
  const ScrField *own = scr_kind_get_partnership_field (scr_item_get_kind (item));
  const ScrField *parent = scr_kind_get_parent_field (scr_item_get_kind (item));
  g_autoptr (ScrItem) up = NULL;
  const char *id;

  if (partnership == NULL)
    return TRUE;
  if (own != NULL)
    {
      id = scr_item_get_text (item, own->name);
      return id == NULL || strcmp (id, partnership) == 0;
    }
  up = parent != NULL ? scr_source_get_referred (source, item, parent->name) : NULL;
  return up == NULL || belongs_to (source, up, partnership);
}

static GPtrArray *
test_table_source_list (ScrSource *source, const ScrQuery *query)
{
  TestTableSource *self = TEST_TABLE_SOURCE (source);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->items->len; i++)
    {
      ScrItem *item = self->items->pdata[i];
      gboolean wanted = strcmp (scr_item_get_kind (item)->name, query->kind) == 0
                        && !scr_item_is_deleted (item) && belongs_to (source, item, query->partnership);

      for (guint k = 0; wanted && k < SCR_QUERY_MAX_CONDITIONS && query->conditions[k].field != NULL; k++)
        wanted = holds (source, item, &query->conditions[k]);
      if (wanted)
        g_ptr_array_add (found, g_object_ref (item));
    }
  return found;
}

static GPtrArray *
test_table_source_list_ids (ScrSource *source, const ScrQuery *query)
{
  g_autoptr (GPtrArray) found = test_table_source_list (source, query);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (ids, g_strdup (scr_item_get_id (g_ptr_array_index (found, i))));
  return ids;
}

static guint
test_table_source_count (ScrSource *source, const ScrQuery *query)
{
  g_autoptr (GPtrArray) found = test_table_source_list (source, query);

  return found->len;
}

static void
test_table_source_init_source (ScrSourceInterface *iface)
{
  iface->get = test_table_source_get;
  iface->list = test_table_source_list;
  iface->list_ids = test_table_source_list_ids;
  iface->count = test_table_source_count;
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

/* Sets a field to a text, or to the number that it spells; NULL empties it. */
void
test_table_source_set (ScrItem *item, const char *field, const char *text)
{
  const ScrKind *kind = scr_item_get_kind (item);
  int index = scr_kind_get_field_index (kind, field);
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  g_assert_cmpint (index, >=, 0);
  if (text != NULL && scr_field_is_numeric (&kind->fields[index]))
    scr_value_set_number (&value, g_ascii_strtod (text, NULL));
  else
    scr_value_set_text (&value, text);
  scr_item_set_value_at (item, (guint)index, &value);
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
    test_table_source_set (item, field, va_arg (pairs, const char *));
  va_end (pairs);
  g_ptr_array_add (self->items, item);
  return item;
}
