/* ScrTextureCache - rendered pieces of pages, the least recently used dropped first.
 *
 * Owns a reference to each texture. Always holds: the sum of all sizes is at most the limit, and the queue
 * (most recently used first) and the table have the same entries. Main thread.
 */
#include "config.h"

#include "scr-texture-cache.h"

typedef struct
{
  ScrTextureKey key;
  GdkTexture *texture;
  GList link;
} Entry;

struct _ScrTextureCache
{
  GHashTable *entries; /* the entry is its own key; owns it */
  GQueue order;
  gsize size;
  gsize limit;
};

static guint
entry_hash (gconstpointer data)
{
  const ScrTextureKey *key = data;

  return key->version * 7919u + key->page * 104729u + (guint)key->width * 31u + (guint)key->height
         + (guint)key->piece.x * 613u + (guint)key->piece.y * 1543u;
}

static gboolean
entry_equal (gconstpointer a, gconstpointer b)
{
  const ScrTextureKey *one = a, *other = b;

  return one->version == other->version && one->page == other->page && one->width == other->width
         && one->height == other->height && gdk_rectangle_equal (&one->piece, &other->piece);
}

static gsize
entry_size (Entry *entry)
{
  return (gsize)gdk_texture_get_width (entry->texture) * gdk_texture_get_height (entry->texture) * 4;
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->texture);
  g_free (entry);
}

static void
remove_entry (ScrTextureCache *cache, Entry *entry)
{
  cache->size -= entry_size (entry);
  g_queue_unlink (&cache->order, &entry->link);
  g_hash_table_remove (cache->entries, entry);
}

/**
 * scr_texture_cache_new:
 * @limit: bytes of pixels to keep at most
 *
 * Returns: (transfer full): an empty cache
 */
ScrTextureCache *
scr_texture_cache_new (gsize limit)
{
  ScrTextureCache *cache = g_new0 (ScrTextureCache, 1);

  cache->entries = g_hash_table_new_full (entry_hash, entry_equal, NULL, entry_free);
  cache->limit = limit;
  return cache;
}

/**
 * scr_texture_cache_free:
 * @cache: a cache
 */
void
scr_texture_cache_free (ScrTextureCache *cache)
{
  g_hash_table_unref (cache->entries);
  g_free (cache);
}

/**
 * scr_texture_cache_add:
 * @cache: a cache
 * @key: what @texture shows
 * @texture: a picture
 *
 * Keeps @texture until room is needed; a picture larger than the whole limit is not kept.
 */
void
scr_texture_cache_add (ScrTextureCache *cache, const ScrTextureKey *key, GdkTexture *texture)
{
  Entry *entry = g_hash_table_lookup (cache->entries, key);

  if (entry != NULL)
    remove_entry (cache, entry);

  entry = g_new0 (Entry, 1);
  entry->key = *key;
  entry->texture = g_object_ref (texture);
  entry->link.data = entry;
  g_hash_table_add (cache->entries, entry);
  g_queue_push_head_link (&cache->order, &entry->link);
  cache->size += entry_size (entry);

  while (cache->size > cache->limit)
    remove_entry (cache, g_queue_peek_tail (&cache->order));
}

/**
 * scr_texture_cache_look_up:
 * @cache: a cache
 * @key: what is wanted
 *
 * Returns: (transfer none) (nullable): the picture, now the most recently used, or %NULL
 */
GdkTexture *
scr_texture_cache_look_up (ScrTextureCache *cache, const ScrTextureKey *key)
{
  Entry *entry = g_hash_table_lookup (cache->entries, key);

  if (entry == NULL)
    return NULL;
  g_queue_unlink (&cache->order, &entry->link);
  g_queue_push_head_link (&cache->order, &entry->link);
  return entry->texture;
}

/**
 * scr_texture_cache_keep_version:
 * @cache: a cache
 * @version: of the document
 *
 * Drops every picture of another version.
 */
void
scr_texture_cache_keep_version (ScrTextureCache *cache, guint version)
{
  GList *link = cache->order.head;

  while (link != NULL)
    {
      Entry *entry = link->data;

      link = link->next;
      if (entry->key.version != version)
        remove_entry (cache, entry);
    }
}

/**
 * scr_texture_cache_get_size:
 * @cache: a cache
 *
 * Returns: bytes of pixels kept
 */
gsize
scr_texture_cache_get_size (ScrTextureCache *cache)
{
  return cache->size;
}
