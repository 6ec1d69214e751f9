/* ScrPreviewSearch - the places in a PDF where some words are, found page by page.
 *
 * Owns the matches found so far. Always holds: pages are searched in order from the first, one request at a
 * time, so that the number of a match never changes; the current match, if any, is one of those found. Main
 * thread.
 */
#include "config.h"

#include "scr-preview-search.h"

struct _ScrPreviewSearch
{
  GObject parent_instance;

  ScrPreviewWorker *worker;
  ScrPreviewContents *contents;
  GCancellable *cancellable; /* of the page being searched */
  char *text;
  GPtrArray *pages; /* of GArray of ScrPageMatch, for the pages searched */
  guint n_matches;
  guint from_page; /* the current match shall be the first from here on */
  guint n_before;  /* matches on pages before from_page */
  int current;     /* -1: none yet */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrPreviewSearch, scr_preview_search, G_TYPE_OBJECT)

static void
scr_preview_search_dispose (GObject *object)
{
  ScrPreviewSearch *self = SCR_PREVIEW_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->worker);
  g_clear_object (&self->contents);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  G_OBJECT_CLASS (scr_preview_search_parent_class)->dispose (object);
}

static void
scr_preview_search_class_init (ScrPreviewSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_preview_search_dispose;

  signals[CHANGED] = g_signal_new ("changed", SCR_TYPE_PREVIEW_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
scr_preview_search_init (ScrPreviewSearch *self)
{
  self->text = g_strdup ("");
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  self->current = -1;
}

/**
 * scr_preview_search_new:
 * @worker: who reads the document
 *
 * Returns: (transfer full): a search for nothing
 */
ScrPreviewSearch *
scr_preview_search_new (ScrPreviewWorker *worker)
{
  ScrPreviewSearch *self = g_object_new (SCR_TYPE_PREVIEW_SEARCH, NULL);

  self->worker = g_object_ref (worker);
  return self;
}

static guint
count (GArray *matches)
{
  return matches->len == 0 ? 0 : g_array_index (matches, ScrPageMatch, matches->len - 1).match + 1;
}

static void search_next_page (ScrPreviewSearch *self);

/* The first match at or after the page one was on; when there is none to the end, the first of all. */
static void
choose_current (ScrPreviewSearch *self)
{
  if (self->current >= 0 || self->n_matches == 0)
    return;
  if (self->n_matches > self->n_before)
    self->current = (int)self->n_before;
  else if (!scr_preview_search_is_running (self))
    self->current = 0;
}

static void
on_page_searched (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) matches = scr_preview_worker_search_finish (result, &error);
  ScrPreviewSearch *self;

  /* Cancelled: the search may be gone. No other error is there. */
  if (matches == NULL)
    return;

  self = SCR_PREVIEW_SEARCH (data);
  g_clear_object (&self->cancellable);
  if (self->pages->len < self->from_page)
    self->n_before += count (matches);
  self->n_matches += count (matches);
  g_ptr_array_add (self->pages, g_steal_pointer (&matches));
  search_next_page (self);
  choose_current (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_next_page (ScrPreviewSearch *self)
{
  guint page = self->pages->len;

  if (*self->text == '\0' || self->contents == NULL
      || page >= scr_preview_contents_get_n_pages (self->contents))
    return;
  self->cancellable = g_cancellable_new ();
  scr_preview_worker_search (self->worker, scr_preview_contents_get_version (self->contents), page,
                             self->text, self->cancellable, on_page_searched, self);
}

static void
restart (ScrPreviewSearch *self, guint from_page)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_ptr_array_set_size (self->pages, 0);
  self->n_matches = 0;
  self->n_before = 0;
  self->current = -1;
  self->from_page = from_page;
  search_next_page (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * scr_preview_search_set_contents:
 * @self: a search
 * @contents: (nullable): what to search
 *
 * Searches anew, beginning at the page of the match that was current.
 */
void
scr_preview_search_set_contents (ScrPreviewSearch *self, ScrPreviewContents *contents)
{
  guint page = self->from_page;

  scr_preview_search_get_current (self, &page, NULL);
  g_set_object (&self->contents, contents);
  restart (self, page);
}

/**
 * scr_preview_search_set_text:
 * @self: a search
 * @text: words to find; "" ends the search
 * @from_page: index of the page one is on
 */
void
scr_preview_search_set_text (ScrPreviewSearch *self, const char *text, guint from_page)
{
  g_return_if_fail (text != NULL);

  if (strcmp (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  restart (self, from_page);
}

/**
 * scr_preview_search_get_text:
 * @self: a search
 *
 * Returns: (transfer none): the words being searched, "" if none
 */
const char *
scr_preview_search_get_text (ScrPreviewSearch *self)
{
  return self->text;
}

/**
 * scr_preview_search_is_running:
 * @self: a search
 *
 * Returns: whether pages are left to be searched
 */
gboolean
scr_preview_search_is_running (ScrPreviewSearch *self)
{
  return self->cancellable != NULL;
}

/**
 * scr_preview_search_get_n_matches:
 * @self: a search
 *
 * Returns: how many matches were found so far
 */
guint
scr_preview_search_get_n_matches (ScrPreviewSearch *self)
{
  return self->n_matches;
}

/**
 * scr_preview_search_get_position:
 * @self: a search
 *
 * Returns: which match is the current one, from 1; 0 if none is
 */
guint
scr_preview_search_get_position (ScrPreviewSearch *self)
{
  return (guint)(self->current + 1);
}

/**
 * scr_preview_search_get_current:
 * @self: a search
 * @page: (out) (optional): index of its page, from 0
 * @area: (out) (optional): where it begins, from 0 to 1 of the page
 *
 * Returns: whether there is a current match
 */
gboolean
scr_preview_search_get_current (ScrPreviewSearch *self, guint *page, ScrPageArea *area)
{
  int left = self->current;

  if (left < 0)
    return FALSE;
  for (guint i = 0; i < self->pages->len; i++)
    {
      GArray *matches = g_ptr_array_index (self->pages, i);

      for (guint j = 0; j < matches->len && left < (int)count (matches); j++)
        {
          ScrPageMatch *match = &g_array_index (matches, ScrPageMatch, j);

          if ((int)match->match != left)
            continue;
          if (page != NULL)
            *page = i;
          if (area != NULL)
            *area = match->area;
          return TRUE;
        }
      left -= (int)count (matches);
    }
  return FALSE;
}

/**
 * scr_preview_search_move:
 * @self: a search
 * @step: 1 for the next match, -1 for the previous one; round at both ends
 */
void
scr_preview_search_move (ScrPreviewSearch *self, int step)
{
  int n = (int)self->n_matches;

  if (n == 0)
    return;
  self->current = self->current < 0 ? 0 : ((self->current + step) % n + n) % n;
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * scr_preview_search_peek_page:
 * @self: a search
 * @page: index from 0
 * @current: (out): which match of the page is the current one, -1 if none is
 *
 * Returns: (transfer none) (nullable): each #ScrPageMatch of the page; %NULL if it is not searched yet
 */
GArray *
scr_preview_search_peek_page (ScrPreviewSearch *self, guint page, int *current)
{
  int before = 0;

  *current = -1;
  if (page >= self->pages->len)
    return NULL;
  for (guint i = 0; i < page; i++)
    before += (int)count (g_ptr_array_index (self->pages, i));
  if (self->current >= before)
    *current = self->current - before;
  return g_ptr_array_index (self->pages, page);
}
