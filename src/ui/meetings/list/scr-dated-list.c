/* The rows of ScrDated as a list model. See the header. */
#include "config.h"

#include "scr-dated-list.h"

#include <string.h>

/* --- Marks --- */

struct _ScrDatedMark
{
  GObject parent_instance;
  ScrDatedRow row;
};

G_DEFINE_FINAL_TYPE (ScrDatedMark, scr_dated_mark, G_TYPE_OBJECT)

static void
scr_dated_mark_finalize (GObject *object)
{
  g_free (SCR_DATED_MARK (object)->row.id);
  G_OBJECT_CLASS (scr_dated_mark_parent_class)->finalize (object);
}

static void
scr_dated_mark_class_init (ScrDatedMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_dated_mark_finalize;
}

static void
scr_dated_mark_init (ScrDatedMark *self)
{
}

/**
 * scr_dated_mark_get_row:
 * @self: a mark
 *
 * Returns: (transfer none): the heading, or today's row
 */
const ScrDatedRow *
scr_dated_mark_get_row (ScrDatedMark *self)
{
  return &self->row;
}

/* --- The list --- */

struct _ScrDatedList
{
  GObject parent_instance;

  ScrStore *store; /* (nullable) */
  ScrDated *dated; /* (nullable) */
};

static void scr_dated_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrDatedList,
                               scr_dated_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, scr_dated_list_iface_init))

static GType
get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static guint
get_n_items (GListModel *model)
{
  const ScrDated *dated = SCR_DATED_LIST (model)->dated;

  return dated != NULL ? dated->rows->len : 0;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ScrDatedList *self = SCR_DATED_LIST (model);
  const ScrDatedRow *row;
  ScrDatedMark *mark;

  if (position >= get_n_items (model))
    return NULL;
  row = scr_dated_get_row (self->dated, position);
  if (row->row == SCR_DATED_ITEM)
    {
      const char *kind = scr_dated_get_kind (row->sort);
      ScrItem *item = scr_source_get (SCR_SOURCE (self->store), kind, row->id);

      /* Between a purge and our owner's turn: a list model must not have holes. */
      return item != NULL ? item : scr_item_new (scr_kind_find (kind), row->id);
    }
  mark = g_object_new (SCR_TYPE_DATED_MARK, NULL);
  mark->row = *row;
  mark->row.id = g_strdup (row->id);
  return mark;
}

static void
scr_dated_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
scr_dated_list_finalize (GObject *object)
{
  ScrDatedList *self = SCR_DATED_LIST (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->dated, scr_dated_free);
  G_OBJECT_CLASS (scr_dated_list_parent_class)->finalize (object);
}

static void
scr_dated_list_class_init (ScrDatedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_dated_list_finalize;
}

static void
scr_dated_list_init (ScrDatedList *self)
{
}

/**
 * scr_dated_list_new:
 *
 * Returns: (transfer full): an empty list
 */
ScrDatedList *
scr_dated_list_new (void)
{
  return g_object_new (SCR_TYPE_DATED_LIST, NULL);
}

static gboolean
are_same (const ScrDatedRow *a, const ScrDatedRow *b)
{
  return a->row == b->row && a->sort == b->sort && a->n == b->n && a->n_to_come == b->n_to_come
         && strcmp (a->id, b->id) == 0;
}

/**
 * scr_dated_list_take:
 * @self: a list
 * @store: (nullable): the record
 * @dated: (transfer full) (nullable): its rows from now on
 */
void
scr_dated_list_take (ScrDatedList *self, ScrStore *store, ScrDated *dated)
{
  g_autoptr (ScrDated) before = self->dated;
  guint n_before = before != NULL ? before->rows->len : 0;
  guint n_now = dated != NULL ? dated->rows->len : 0;
  guint prefix = 0;
  guint suffix = 0;
  gboolean same_store = store == self->store;

  while (same_store && prefix < MIN (n_before, n_now)
         && are_same (scr_dated_get_row (before, prefix), scr_dated_get_row (dated, prefix)))
    prefix++;
  while (same_store && suffix < MIN (n_before, n_now) - prefix
         && are_same (scr_dated_get_row (before, n_before - 1 - suffix),
                      scr_dated_get_row (dated, n_now - 1 - suffix)))
    suffix++;
  g_set_object (&self->store, store);
  self->dated = dated;
  if (n_before != n_now || prefix < n_now)
    g_list_model_items_changed (G_LIST_MODEL (self), prefix, n_before - prefix - suffix,
                                n_now - prefix - suffix);
}

/**
 * scr_dated_list_get_dated:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the rows
 */
const ScrDated *
scr_dated_list_get_dated (ScrDatedList *self)
{
  return self->dated;
}
