/* ScrTextureCache - rendered pieces of pages, the least recently used dropped first. Main thread only. */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* One piece of one page at one size. */
typedef struct
{
  guint version; /* of the document */
  guint page;
  int width; /* of the whole page, in device pixels */
  int height;
  GdkRectangle piece; /* within the page, in device pixels */
} ScrTextureKey;

typedef struct _ScrTextureCache ScrTextureCache;

ScrTextureCache *scr_texture_cache_new (gsize limit);
void scr_texture_cache_free (ScrTextureCache *cache);
void scr_texture_cache_add (ScrTextureCache *cache, const ScrTextureKey *key, GdkTexture *texture);
GdkTexture *scr_texture_cache_look_up (ScrTextureCache *cache, const ScrTextureKey *key);
void scr_texture_cache_keep_version (ScrTextureCache *cache, guint version);
gsize scr_texture_cache_get_size (ScrTextureCache *cache);

G_END_DECLS
