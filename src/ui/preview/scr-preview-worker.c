/* ScrPreviewWorker - reads and draws one PDF on a thread of its own, what is urgent first.
 *
 * The object (main thread) owns the cache of pictures. The queue is shared with the thread and outlives
 * whichever of the two ends first. Always holds: the document is touched by the thread alone, and a request
 * is answered from the version of the document it was made for, or not at all.
 */
#include "config.h"

#include "scr-preview-worker.h"

/* Pixels kept, in bytes: some fifteen A4 pages at screen size. */
#define CACHE_LIMIT (64u * 1024 * 1024)

typedef struct
{
  GTask *task;
  ScrPreviewPriority priority;
  ScrTextureKey key; /* version and page of every request, the rest for drawing */
  char *text;        /* a path to open, or words to find */
} Request;

typedef struct
{
  gatomicrefcount references;
  GMutex mutex;
  GCond changed;
  GQueue requests; /* of Request, in the order they came */
  guint focus;     /* the page whose thumbnail is wanted first */
  gboolean ended;
} Queue;

struct _ScrPreviewWorker
{
  GObject parent_instance;

  Queue *queue;
  ScrTextureCache *cache;
  guint last_version; /* given to an opening */
  guint kept_version; /* of the pictures in the cache */
};

G_DEFINE_FINAL_TYPE (ScrPreviewWorker, scr_preview_worker, G_TYPE_OBJECT)

static void
request_free (Request *request)
{
  g_clear_object (&request->task);
  g_free (request->text);
  g_free (request);
}

static void
drop (Request *request)
{
  g_task_return_new_error (request->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No longer wanted");
  request_free (request);
}

static void
queue_unref (Queue *queue)
{
  if (!g_atomic_ref_count_dec (&queue->references))
    return;
  g_queue_clear_full (&queue->requests, (GDestroyNotify)drop);
  g_mutex_clear (&queue->mutex);
  g_cond_clear (&queue->changed);
  g_free (queue);
}

static guint
urgency (Queue *queue, Request *request)
{
  guint page = request->key.page;

  if (request->priority != SCR_PREVIEW_PRIORITY_THUMBNAIL)
    return request->priority;
  return SCR_PREVIEW_PRIORITY_THUMBNAIL + (page > queue->focus ? page - queue->focus : queue->focus - page);
}

/* Takes the most urgent request; those cancelled go first, for they are answered without work. */
static Request *
queue_take (Queue *queue)
{
  GList *best = NULL;
  Request *request;

  for (GList *l = queue->requests.head; l != NULL; l = l->next)
    {
      request = l->data;
      if (g_cancellable_is_cancelled (g_task_get_cancellable (request->task)))
        {
          best = l;
          break;
        }
      if (best == NULL || urgency (queue, request) < urgency (queue, best->data))
        best = l;
    }
  if (best == NULL)
    return NULL;
  request = best->data;
  g_queue_delete_link (&queue->requests, best);
  return request;
}

static Request *
queue_wait (Queue *queue)
{
  Request *request = NULL;

  g_mutex_lock (&queue->mutex);
  while (!queue->ended && (request = queue_take (queue)) == NULL)
    g_cond_wait (&queue->changed, &queue->mutex);
  g_mutex_unlock (&queue->mutex);
  return request;
}

/* Thread: the new document takes the old one's place also when it fails, so that nothing old is drawn any
 * more. */
static void
answer_open (Request *request, PopplerDocument **document, guint *version)
{
  g_autoptr (GError) error = NULL;
  PopplerDocument *opened = scr_preview_poppler_open (request->text, &error);
  ScrPreviewContents *contents = NULL;

  if (opened != NULL)
    contents = scr_preview_poppler_read (opened, request->key.version, &error);
  g_clear_object (document);
  *version = request->key.version;
  if (contents == NULL)
    {
      g_clear_object (&opened);
      g_task_return_error (request->task, g_steal_pointer (&error));
      return;
    }
  *document = g_steal_pointer (&opened);
  g_task_return_pointer (request->task, contents, g_object_unref);
}

/* Thread. */
static void
answer (Request *request, PopplerDocument **document, guint *version)
{
  g_autoptr (GError) error = NULL;
  GdkTexture *texture;

  if (g_task_return_error_if_cancelled (request->task))
    return;
  if (request->priority == SCR_PREVIEW_PRIORITY_OPEN)
    {
      answer_open (request, document, version);
      return;
    }
  if (*document == NULL || request->key.version != *version)
    {
      g_task_return_new_error (request->task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No longer wanted");
      return;
    }

  switch (request->priority)
    {
    case SCR_PREVIEW_PRIORITY_TEXT:
      g_task_return_pointer (request->task, scr_preview_poppler_text (*document, request->key.page), g_free);
      break;
    case SCR_PREVIEW_PRIORITY_SEARCH:
      g_task_return_pointer (request->task,
                             scr_preview_poppler_search (*document, request->key.page, request->text),
                             (GDestroyNotify)g_array_unref);
      break;
    default:
      texture = scr_preview_poppler_render (*document, request->key.page, request->key.width,
                                            request->key.height, &request->key.piece, &error);
      if (texture != NULL)
        g_task_return_pointer (request->task, texture, g_object_unref);
      else
        g_task_return_error (request->task, g_steal_pointer (&error));
      break;
    }
}

static gpointer
work (gpointer data)
{
  Queue *queue = data;
  PopplerDocument *document = NULL;
  guint version = 0;
  Request *request;

  while ((request = queue_wait (queue)) != NULL)
    {
      answer (request, &document, &version);
      request_free (request);
    }
  g_clear_object (&document);
  queue_unref (queue);
  return NULL;
}

static void
scr_preview_worker_finalize (GObject *object)
{
  ScrPreviewWorker *self = SCR_PREVIEW_WORKER (object);

  /* Not waited for: a heavy page may take seconds. Whatever is still asked is dropped. */
  g_mutex_lock (&self->queue->mutex);
  self->queue->ended = TRUE;
  g_cond_signal (&self->queue->changed);
  g_mutex_unlock (&self->queue->mutex);
  queue_unref (self->queue);
  scr_texture_cache_free (self->cache);
  G_OBJECT_CLASS (scr_preview_worker_parent_class)->finalize (object);
}

static void
scr_preview_worker_class_init (ScrPreviewWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_preview_worker_finalize;
}

static void
scr_preview_worker_init (ScrPreviewWorker *self)
{
  self->cache = scr_texture_cache_new (CACHE_LIMIT);
  self->queue = g_new0 (Queue, 1);
  g_atomic_ref_count_init (&self->queue->references);
  g_mutex_init (&self->queue->mutex);
  g_cond_init (&self->queue->changed);
  g_queue_init (&self->queue->requests);

  g_atomic_ref_count_inc (&self->queue->references);
  g_thread_unref (g_thread_new ("preview", work, self->queue));
}

/**
 * scr_preview_worker_new:
 *
 * Starts a thread, which ends when the worker is finalised.
 *
 * Returns: (transfer full): a worker without a document
 */
ScrPreviewWorker *
scr_preview_worker_new (void)
{
  return g_object_new (SCR_TYPE_PREVIEW_WORKER, NULL);
}

/* The task has no source object: it must not keep the worker, and so its thread, alive. */
static void
ask (ScrPreviewWorker *self,
     ScrPreviewPriority priority,
     const ScrTextureKey *key,
     const char *text,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->task = g_task_new (NULL, cancellable, callback, user_data);
  request->priority = priority;
  request->key = *key;
  request->text = g_strdup (text);

  g_mutex_lock (&self->queue->mutex);
  g_queue_push_tail (&self->queue->requests, request);
  g_cond_signal (&self->queue->changed);
  g_mutex_unlock (&self->queue->mutex);
}

/**
 * scr_preview_worker_open:
 * @self: a worker
 * @path: a PDF file
 * @cancellable: to drop the request
 * @callback: told when the contents are known
 * @user_data: for @callback
 *
 * Opens @path, after which the document opened before is gone and requests made for it are dropped.
 */
void
scr_preview_worker_open (ScrPreviewWorker *self,
                         const char *path,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  ScrTextureKey key = {.version = ++self->last_version};

  g_return_if_fail (path != NULL);

  ask (self, SCR_PREVIEW_PRIORITY_OPEN, &key, path, cancellable, callback, user_data);
}

/**
 * scr_preview_worker_open_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the contents, or %NULL with @error of SCR_ERROR or
 * %G_IO_ERROR_CANCELLED
 */
ScrPreviewContents *
scr_preview_worker_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * scr_preview_worker_peek:
 * @self: a worker
 * @key: what is wanted
 *
 * Returns: (transfer none) (nullable): the picture if it was drawn lately, else %NULL
 */
GdkTexture *
scr_preview_worker_peek (ScrPreviewWorker *self, const ScrTextureKey *key)
{
  return scr_texture_cache_look_up (self->cache, key);
}

/**
 * scr_preview_worker_keep:
 * @self: a worker
 * @key: what @texture shows
 * @texture: a picture that was drawn
 *
 * Keeps @texture for scr_preview_worker_peek(), and forgets those of older versions of the document.
 */
void
scr_preview_worker_keep (ScrPreviewWorker *self, const ScrTextureKey *key, GdkTexture *texture)
{
  if (key->version < self->kept_version)
    return;
  if (key->version > self->kept_version)
    scr_texture_cache_keep_version (self->cache, key->version);
  self->kept_version = key->version;
  scr_texture_cache_add (self->cache, key, texture);
}

/**
 * scr_preview_worker_render:
 * @self: a worker
 * @key: what to draw
 * @priority: %SCR_PREVIEW_PRIORITY_VISIBLE, %SCR_PREVIEW_PRIORITY_NEAR or %SCR_PREVIEW_PRIORITY_THUMBNAIL
 * @cancellable: to drop the request
 * @callback: told when it is drawn
 * @user_data: for @callback
 */
void
scr_preview_worker_render (ScrPreviewWorker *self,
                           const ScrTextureKey *key,
                           ScrPreviewPriority priority,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (key->width > 0 && key->height > 0 && key->piece.width > 0 && key->piece.height > 0);

  ask (self, priority, key, NULL, cancellable, callback, user_data);
}

/**
 * scr_preview_worker_render_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL with @error of SCR_ERROR or
 * %G_IO_ERROR_CANCELLED
 */
GdkTexture *
scr_preview_worker_render_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * scr_preview_worker_read_text:
 * @self: a worker
 * @version: of the document
 * @page: index from 0
 * @cancellable: to drop the request
 * @callback: told when it is read
 * @user_data: for @callback
 */
void
scr_preview_worker_read_text (ScrPreviewWorker *self,
                              guint version,
                              guint page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  ScrTextureKey key = {.version = version, .page = page};

  ask (self, SCR_PREVIEW_PRIORITY_TEXT, &key, NULL, cancellable, callback, user_data);
}

/**
 * scr_preview_worker_read_text_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the page's words, or %NULL with @error of %G_IO_ERROR_CANCELLED
 */
char *
scr_preview_worker_read_text_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * scr_preview_worker_search:
 * @self: a worker
 * @version: of the document
 * @page: index from 0
 * @text: words to find
 * @cancellable: to drop the request
 * @callback: told when the page has been searched
 * @user_data: for @callback
 */
void
scr_preview_worker_search (ScrPreviewWorker *self,
                           guint version,
                           guint page,
                           const char *text,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  ScrTextureKey key = {.version = version, .page = page};

  ask (self, SCR_PREVIEW_PRIORITY_SEARCH, &key, text, cancellable, callback, user_data);
}

/**
 * scr_preview_worker_search_finish:
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): each #ScrPageMatch of the page, or %NULL with @error of
 * %G_IO_ERROR_CANCELLED
 */
GArray *
scr_preview_worker_search_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * scr_preview_worker_set_thumbnail_focus:
 * @self: a worker
 * @page: index from 0
 *
 * Has the thumbnails nearest to @page drawn first.
 */
void
scr_preview_worker_set_thumbnail_focus (ScrPreviewWorker *self, guint page)
{
  g_mutex_lock (&self->queue->mutex);
  self->queue->focus = page;
  g_mutex_unlock (&self->queue->mutex);
}

/**
 * scr_preview_worker_get_cache_size:
 * @self: a worker
 *
 * Returns: bytes of pixels kept, at most 64 MiB
 */
gsize
scr_preview_worker_get_cache_size (ScrPreviewWorker *self)
{
  return scr_texture_cache_get_size (self->cache);
}
