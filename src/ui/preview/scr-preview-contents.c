/* ScrPreviewContents - what is known of an opened PDF: its pages' sizes and its bookmarks.
 *
 * Owns plain values, nothing of poppler's. Made on the worker's thread, then used on the main thread.
 */
#include "config.h"

#include "scr-preview-contents.h"

struct _ScrOutlineItem
{
  GObject parent_instance;

  char *title;
  int page;
  double top;
  GListStore *children; /* NULL: none */
};

G_DEFINE_FINAL_TYPE (ScrOutlineItem, scr_outline_item, G_TYPE_OBJECT)

static void
scr_outline_item_finalize (GObject *object)
{
  ScrOutlineItem *self = SCR_OUTLINE_ITEM (object);

  g_free (self->title);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (scr_outline_item_parent_class)->finalize (object);
}

static void
scr_outline_item_class_init (ScrOutlineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_outline_item_finalize;
}

static void
scr_outline_item_init (ScrOutlineItem *self)
{
}

/**
 * scr_outline_item_new:
 * @title: what the bookmark says
 * @page: index of the page it leads to, from 0; -1 if it leads nowhere
 * @top: how far down that page, from 0 to 1
 *
 * Returns: (transfer full): a bookmark without children
 */
ScrOutlineItem *
scr_outline_item_new (const char *title, int page, double top)
{
  ScrOutlineItem *self = g_object_new (SCR_TYPE_OUTLINE_ITEM, NULL);

  self->title = g_strdup (title);
  self->page = page;
  self->top = top;
  return self;
}

/**
 * scr_outline_item_get_title:
 * @self: a bookmark
 *
 * Returns: (transfer none): what it says
 */
const char *
scr_outline_item_get_title (ScrOutlineItem *self)
{
  return self->title;
}

/**
 * scr_outline_item_get_page:
 * @self: a bookmark
 *
 * Returns: index of the page it leads to, from 0; -1 if it leads nowhere
 */
int
scr_outline_item_get_page (ScrOutlineItem *self)
{
  return self->page;
}

/**
 * scr_outline_item_get_top:
 * @self: a bookmark
 *
 * Returns: how far down its page it leads, from 0 to 1
 */
double
scr_outline_item_get_top (ScrOutlineItem *self)
{
  return self->top;
}

/**
 * scr_outline_item_add:
 * @self: a bookmark
 * @child: (transfer none): the next bookmark below it
 */
void
scr_outline_item_add (ScrOutlineItem *self, ScrOutlineItem *child)
{
  if (self->children == NULL)
    self->children = g_list_store_new (SCR_TYPE_OUTLINE_ITEM);
  g_list_store_append (self->children, child);
}

/**
 * scr_outline_item_get_children:
 * @self: a bookmark
 *
 * Returns: (transfer none) (nullable): the bookmarks below it, or %NULL if there are none
 */
GListModel *
scr_outline_item_get_children (ScrOutlineItem *self)
{
  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

static gboolean
is_alike (ScrOutlineItem *self, ScrOutlineItem *other)
{
  guint n = self->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->children)) : 0;
  guint m = other->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (other->children)) : 0;
  gboolean alike = n == m && g_strcmp0 (self->title, other->title) == 0;

  for (guint i = 0; i < n && alike; i++)
    {
      g_autoptr (ScrOutlineItem) mine = g_list_model_get_item (G_LIST_MODEL (self->children), i);
      g_autoptr (ScrOutlineItem) its = g_list_model_get_item (G_LIST_MODEL (other->children), i);

      alike = is_alike (mine, its);
    }
  return alike;
}

static void
take_targets (ScrOutlineItem *self, ScrOutlineItem *other)
{
  guint n = self->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->children)) : 0;

  self->page = other->page;
  self->top = other->top;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScrOutlineItem) mine = g_list_model_get_item (G_LIST_MODEL (self->children), i);
      g_autoptr (ScrOutlineItem) its = g_list_model_get_item (G_LIST_MODEL (other->children), i);

      take_targets (mine, its);
    }
}

/**
 * scr_outline_item_follow:
 * @self: a bookmark
 * @other: the same bookmark in a newer version of the document
 *
 * Has @self, and all below it, lead to where @other leads, so that a list of them need not be made anew.
 *
 * Returns: whether both say the same; if not, @self is left as it is
 */
gboolean
scr_outline_item_follow (ScrOutlineItem *self, ScrOutlineItem *other)
{
  if (!is_alike (self, other))
    return FALSE;
  take_targets (self, other);
  return TRUE;
}

struct _ScrPreviewContents
{
  GObject parent_instance;

  guint version;
  GArray *sizes; /* of ScrPageSize */
  ScrOutlineItem *outline;
};

G_DEFINE_FINAL_TYPE (ScrPreviewContents, scr_preview_contents, G_TYPE_OBJECT)

static void
scr_preview_contents_finalize (GObject *object)
{
  ScrPreviewContents *self = SCR_PREVIEW_CONTENTS (object);

  g_clear_pointer (&self->sizes, g_array_unref);
  g_clear_object (&self->outline);
  G_OBJECT_CLASS (scr_preview_contents_parent_class)->finalize (object);
}

static void
scr_preview_contents_class_init (ScrPreviewContentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_preview_contents_finalize;
}

static void
scr_preview_contents_init (ScrPreviewContents *self)
{
}

/**
 * scr_preview_contents_new:
 * @version: the number of the opening these are the contents of
 * @sizes: (transfer none): the #ScrPageSize of each page, no longer altered
 * @outline: (transfer none): a nameless bookmark above all bookmarks
 *
 * Returns: (transfer full): the contents
 */
ScrPreviewContents *
scr_preview_contents_new (guint version, GArray *sizes, ScrOutlineItem *outline)
{
  ScrPreviewContents *self = g_object_new (SCR_TYPE_PREVIEW_CONTENTS, NULL);

  self->version = version;
  self->sizes = g_array_ref (sizes);
  self->outline = g_object_ref (outline);
  return self;
}

/**
 * scr_preview_contents_get_version:
 * @self: contents
 *
 * Returns: which opening of a file they are from
 */
guint
scr_preview_contents_get_version (ScrPreviewContents *self)
{
  return self->version;
}

/**
 * scr_preview_contents_get_n_pages:
 * @self: contents
 *
 * Returns: how many pages there are, at least 1
 */
guint
scr_preview_contents_get_n_pages (ScrPreviewContents *self)
{
  return self->sizes->len;
}

/**
 * scr_preview_contents_get_sizes:
 * @self: contents
 *
 * Returns: (transfer none) (array): the size of each page in points
 */
const ScrPageSize *
scr_preview_contents_get_sizes (ScrPreviewContents *self)
{
  return (const ScrPageSize *)(gpointer)self->sizes->data;
}

/**
 * scr_preview_contents_get_outline:
 * @self: contents
 *
 * Returns: (transfer none): a nameless bookmark above all bookmarks
 */
ScrOutlineItem *
scr_preview_contents_get_outline (ScrPreviewContents *self)
{
  return self->outline;
}
