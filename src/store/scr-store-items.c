/* Reading a store: its items, each one object as long as somebody holds it, and lists of them. Implements #ScrSource. */
#include "config.h"

#include "scr-repository.h"
#include "scr-store-private.h"

/* An item that somebody holds, and under which name we know it. */
typedef struct
{
  GHashTable *items; /* the table that this stands in */
  ScrItem *item;     /* not owned */
  char *id;
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->id);
  g_free (known);
}

static void
on_item_gone (gpointer data, GObject *gone)
{
  Known *known = data;

  g_hash_table_remove (known->items, known->id);
}

/* A table of those of one kind. */
GHashTable *
scr_store_new_items (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, NULL, known_free);
}

/* Items may outlive their store: they must not report to it then. */
void
scr_store_forget_items (GHashTable *items)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, items);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_object_weak_unref (G_OBJECT (((Known *) value)->item), on_item_gone, value);
  g_hash_table_unref (items);
}

/* The item if somebody holds it already. */
ScrItem *
scr_store_peek_item (ScrStore *self, const ScrKind *kind, const char *id)
{
  Known *known = g_hash_table_lookup (self->items[scr_kind_index (kind)], id);

  return known != NULL ? known->item : NULL;
}

static ScrItem *
remember_item (ScrStore *self, ScrItem *item)
{
  Known *known = g_new0 (Known, 1);

  known->items = self->items[scr_kind_index (scr_item_get_kind (item))];
  known->item = item;
  known->id = g_strdup (scr_item_get_id (item));
  g_hash_table_insert (known->items, known->id, known);
  g_object_weak_ref (G_OBJECT (item), on_item_gone, known);
  return item;
}

static ScrItem *
scr_store_get_item (ScrSource *source, const char *kind_name, const char *id)
{
  ScrStore *self = SCR_STORE (source);
  const ScrKind *kind = scr_kind_find (kind_name);
  g_autoptr (ScrItem) item = NULL;
  ScrItem *held;

  g_return_val_if_fail (kind != NULL, NULL);
  held = scr_store_peek_item (self, kind, id);
  if (held != NULL)
    return g_object_ref (held);
  if (self->db == NULL)
    return NULL;
  item = scr_item_new (kind, id);
  if (!scr_repository_load (self->db, item, NULL))
    return NULL;
  return remember_item (self, g_steal_pointer (&item));
}

static void
warn_of (const GError *error)
{
  /* Reading failed on an open record: views show what they have; the next write tells the person. */
  if (error != NULL)
    g_message ("%s", error->message);
}

static GPtrArray *
scr_store_list_ids (ScrSource *source, const ScrQuery *query)
{
  ScrStore *self = SCR_STORE (source);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement = scr_repository_query (self->db, query, SCR_SELECT_IDS, NULL, &error);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (ids, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  warn_of (error);
  return ids;
}

static GPtrArray *
scr_store_list_texts (ScrSource *source, const ScrQuery *query, const char *field)
{
  ScrStore *self = SCR_STORE (source);
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement = scr_repository_query (self->db, query, SCR_SELECT_FIELD, field, &error);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (texts, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  warn_of (error);
  return texts;
}

/* The item of the row at which @statement is; one that has not all its fields is nobody else's. */
static ScrItem *
take_row (ScrStore *self, const ScrKind *kind, sqlite3_stmt *statement, gboolean is_whole)
{
  const char *id = (const char *) sqlite3_column_text (statement, 0);
  ScrItem *item = scr_store_peek_item (self, kind, id);

  if (item != NULL)
    return g_object_ref (item);
  item = scr_item_new (kind, id);
  scr_repository_fill (statement, 1, item);
  return is_whole ? remember_item (self, item) : item;
}

static GPtrArray *
scr_store_list (ScrSource *source, const ScrQuery *query)
{
  ScrStore *self = SCR_STORE (source);
  const ScrKind *kind = scr_kind_find (query->kind);
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement = scr_repository_query (self->db, query, SCR_SELECT_ITEMS, NULL, &error);
  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (list, take_row (self, kind, statement, TRUE));
  warn_of (error);
  return list;
}

static gboolean
scr_store_walk (ScrSource *source, const ScrQuery *query, ScrItemFunc func, gpointer user_data)
{
  ScrStore *self = SCR_STORE (source);
  const ScrKind *kind = scr_kind_find (query->kind);
  gboolean go_on = TRUE;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement = scr_repository_query (self->db, query, SCR_SELECT_ITEMS, NULL, &error);
  while (go_on && statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (ScrItem) item = take_row (self, kind, statement, query->fields == NULL);

      go_on = func (item, user_data);
    }
  warn_of (error);
  return go_on;
}

static guint
scr_store_count (ScrSource *source, const ScrQuery *query)
{
  ScrStore *self = SCR_STORE (source);
  g_autoptr (ScrStatement) statement = NULL;

  if (self->db != NULL)
    statement = scr_repository_query (self->db, query, SCR_SELECT_COUNT, NULL, NULL);
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return 0;
  return (guint) sqlite3_column_int64 (statement, 0);
}

void
scr_store_source_init (ScrSourceInterface *iface)
{
  iface->get = scr_store_get_item;
  iface->list_ids = scr_store_list_ids;
  iface->list = scr_store_list;
  iface->count = scr_store_count;
  iface->list_texts = scr_store_list_texts;
  iface->walk = scr_store_walk;
}
