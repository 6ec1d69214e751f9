/* ScrPreviewWorker - reads and draws one PDF on a thread of its own, what is urgent first.
 *
 * Every call is made, and every answer arrives, on the main thread. A request is dropped by cancelling it: it
 * then costs nothing if its turn has not come, and its answer is %G_IO_ERROR_CANCELLED in any case.
 */
#pragma once

#include "scr-preview-contents.h"
#include "scr-preview-poppler.h"
#include "scr-texture-cache.h"

G_BEGIN_DECLS

/* What is done first; among equals, first come, first served. Tells too what a request is for. */
typedef enum
{
  SCR_PREVIEW_PRIORITY_OPEN,
  SCR_PREVIEW_PRIORITY_VISIBLE,   /* a page that is looked at */
  SCR_PREVIEW_PRIORITY_TEXT,      /* the words of a page that is looked at */
  SCR_PREVIEW_PRIORITY_NEAR,      /* a page just out of sight */
  SCR_PREVIEW_PRIORITY_SEARCH,    /* one page of a search */
  SCR_PREVIEW_PRIORITY_THUMBNAIL, /* nearest first, see scr_preview_worker_set_thumbnail_focus() */
} ScrPreviewPriority;

#define SCR_TYPE_PREVIEW_WORKER (scr_preview_worker_get_type ())
G_DECLARE_FINAL_TYPE (ScrPreviewWorker, scr_preview_worker, SCR, PREVIEW_WORKER, GObject)

ScrPreviewWorker *scr_preview_worker_new (void);

void scr_preview_worker_open (ScrPreviewWorker *self,
                              const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
ScrPreviewContents *scr_preview_worker_open_finish (GAsyncResult *result, GError **error);

GdkTexture *scr_preview_worker_peek (ScrPreviewWorker *self, const ScrTextureKey *key);
void scr_preview_worker_keep (ScrPreviewWorker *self, const ScrTextureKey *key, GdkTexture *texture);
void scr_preview_worker_render (ScrPreviewWorker *self,
                                const ScrTextureKey *key,
                                ScrPreviewPriority priority,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GdkTexture *scr_preview_worker_render_finish (GAsyncResult *result, GError **error);

void scr_preview_worker_read_text (ScrPreviewWorker *self,
                                   guint version,
                                   guint page,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
char *scr_preview_worker_read_text_finish (GAsyncResult *result, GError **error);

void scr_preview_worker_search (ScrPreviewWorker *self,
                                guint version,
                                guint page,
                                const char *text,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GArray *scr_preview_worker_search_finish (GAsyncResult *result, GError **error);

void scr_preview_worker_set_thumbnail_focus (ScrPreviewWorker *self, guint page);
gsize scr_preview_worker_get_cache_size (ScrPreviewWorker *self);

G_END_DECLS
