/* ScrSource - where items come from. See the header. */
#include "scr-source.h"

G_DEFINE_INTERFACE (ScrSource, scr_source, G_TYPE_OBJECT)

static void
scr_source_default_init (ScrSourceInterface *iface)
{
}

/**
 * scr_source_get:
 * @self: a source
 * @kind: a kind's name
 * @id: (nullable): an identity
 *
 * Returns: (transfer full) (nullable): the item, also when it lies in the bin, or %NULL if there is none
 */
ScrItem *
scr_source_get (ScrSource *self, const char *kind, const char *id)
{
  if (id == NULL)
    return NULL;
  return SCR_SOURCE_GET_IFACE (self)->get (self, kind, id);
}

/**
 * scr_source_find:
 * @self: a source
 * @field: a field that holds identities
 * @id: (nullable): what it holds
 *
 * Returns: (transfer full) (nullable): the item that @field means by @id, of whichever of its kinds
 */
ScrItem *
scr_source_find (ScrSource *self, const ScrField *field, const char *id)
{
  g_auto (GStrv) kinds = NULL;
  ScrItem *item = NULL;

  if (id == NULL)
    return NULL;
  if (field->type == SCR_FIELD_CHOICE || field->type == SCR_FIELD_STATUS)
    return scr_source_get (self, SCR_KIND_CHOICE, id);
  if (field->type == SCR_FIELD_FILE)
    return scr_source_get (self, "attachment", id);
  if (field->type != SCR_FIELD_REFERENCE)
    return NULL;
  kinds = g_strsplit (field->of, " ", -1);
  for (guint i = 0; item == NULL && kinds[i] != NULL; i++)
    item = scr_source_get (self, kinds[i], id);
  return item;
}

/**
 * scr_source_get_referred:
 * @self: a source
 * @item: an item
 * @field: one of its fields that holds an identity
 *
 * Returns: (transfer full) (nullable): what @item refers to there
 */
ScrItem *
scr_source_get_referred (ScrSource *self, ScrItem *item, const char *field)
{
  return scr_source_find (self, scr_kind_get_field (scr_item_get_kind (item), field),
                          scr_item_get_text (item, field));
}

/**
 * scr_source_list_ids:
 * @self: a source
 * @query: what is asked
 *
 * Returns: (transfer full) (element-type utf8): identities, in the query's order; frees its elements
 */
GPtrArray *
scr_source_list_ids (ScrSource *self, const ScrQuery *query)
{
  return SCR_SOURCE_GET_IFACE (self)->list_ids (self, query);
}

/**
 * scr_source_list:
 * @self: a source
 * @query: what is asked
 *
 * Returns: (transfer full) (element-type ScrItem): items, in the query's order; unrefs its elements
 */
GPtrArray *
scr_source_list (ScrSource *self, const ScrQuery *query)
{
  g_return_val_if_fail (query->fields == NULL, g_ptr_array_new_with_free_func (g_object_unref));
  return SCR_SOURCE_GET_IFACE (self)->list (self, query);
}

/**
 * scr_source_list_texts:
 * @self: a source
 * @query: what is asked
 * @field: a field that is not numeric
 *
 * One field of what scr_source_list() would give, without making the items: that costs little, also for tens
 * of thousands.
 *
 * Returns: (transfer full) (element-type utf8): what each holds there, %NULL where nothing, in the query's
 *   order; frees its elements
 */
GPtrArray *
scr_source_list_texts (ScrSource *self, const ScrQuery *query, const char *field)
{
  g_autoptr (GPtrArray) items = NULL;
  GPtrArray *texts;

  if (SCR_SOURCE_GET_IFACE (self)->list_texts != NULL)
    return SCR_SOURCE_GET_IFACE (self)->list_texts (self, query, field);
  texts = g_ptr_array_new_with_free_func (g_free);
  items = scr_source_list (self, query);
  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (texts, g_strdup (scr_item_get_text (g_ptr_array_index (items, i), field)));
  return texts;
}

/**
 * scr_source_walk:
 * @self: a source
 * @query: what is asked
 * @func: (scope call): told each item; it may ask the source, but must not write
 * @user_data: for @func
 *
 * What scr_source_list() would give, one after the other: memory does not grow with how many there are, and
 * what is altered meanwhile elsewhere is not seen.
 *
 * Returns: whether @func was told all
 */
gboolean
scr_source_walk (ScrSource *self, const ScrQuery *query, ScrItemFunc func, gpointer user_data)
{
  g_autoptr (GPtrArray) items = NULL;
  ScrQuery whole = *query;

  if (SCR_SOURCE_GET_IFACE (self)->walk != NULL)
    return SCR_SOURCE_GET_IFACE (self)->walk (self, query, func, user_data);
  whole.fields = NULL;
  items = scr_source_list (self, &whole);
  for (guint i = 0; i < items->len; i++)
    if (!func (g_ptr_array_index (items, i), user_data))
      return FALSE;
  return TRUE;
}

/**
 * scr_source_count:
 * @self: a source
 * @query: what is asked
 *
 * Returns: how many items answer @query, whatever its limit
 */
guint
scr_source_count (ScrSource *self, const ScrQuery *query)
{
  return SCR_SOURCE_GET_IFACE (self)->count (self, query);
}

/**
 * scr_source_list_by:
 * @self: a source
 * @kind: a kind's name
 * @field: one of its fields
 * @id: what the field must hold
 *
 * Returns: (transfer full) (element-type ScrItem): the items that are not in the bin, in the kind's order
 */
GPtrArray *
scr_source_list_by (ScrSource *self, const char *kind, const char *field, const char *id)
{
  const ScrQuery query = { .kind = kind, .conditions = { { field, SCR_IS, id, 0 } } };

  return scr_source_list (self, &query);
}

/**
 * scr_source_dup_today:
 * @self: a source
 *
 * The record's today: the day it is pinned to, or the computer's day.
 *
 * Returns: (transfer full): a day, "YYYY-MM-DD"
 */
char *
scr_source_dup_today (ScrSource *self)
{
  g_autoptr (ScrItem) record = scr_source_get (self, SCR_KIND_RECORD, SCR_RECORD_ID);
  g_autoptr (GDateTime) now = NULL;

  if (record != NULL && scr_item_get_text (record, "today") != NULL)
    return g_strdup (scr_item_get_text (record, "today"));
  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}
