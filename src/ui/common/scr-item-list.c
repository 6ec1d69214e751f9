/* ScrItemList - a query's answer as a list model. See the header. */
#include "config.h"

#include "scr-item-list-private.h"

#include <string.h>

/* A re-ordering that would take more messages than this is told as one replacement. */
#define MAX_MESSAGES 64

static void scr_item_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrItemList, scr_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, scr_item_list_iface_init))

static GType
get_item_type (GListModel *model)
{
  return SCR_TYPE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return SCR_ITEM_LIST (model)->ids->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  ScrItemList *self = SCR_ITEM_LIST (model);
  const char *id;
  ScrItem *item;

  if (position >= self->ids->len)
    return NULL;
  id = g_ptr_array_index (self->ids, position);
  item = scr_source_get (SCR_SOURCE (self->store), self->kind->name, id);
  /* Another listener may ask between a purge and our own turn: a list model must not have holes. */
  return item != NULL ? item : scr_item_new (self->kind, id);
}

static void
scr_item_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
clear_conditions (ScrItemList *self)
{
  for (guint i = 0; i < SCR_QUERY_MAX_CONDITIONS; i++)
    g_free ((char *) self->conditions[i].text);
  memset (self->conditions, 0, sizeof self->conditions);
}

static GPtrArray *
ask (ScrItemList *self)
{
  ScrQuery query = { .kind = self->kind->name,
                     .partnership = self->partnership,
                     .where = self->where,
                     .contains = self->contains,
                     .order = self->order,
                     .limit = self->limit };

  memcpy (query.conditions, self->conditions, sizeof query.conditions);
  return scr_source_list_ids (SCR_SOURCE (self->store), &query);
}

/* Takes `removed` identities out at `position` and puts those of `source` from `from` in their place. */
static void
splice (ScrItemList *self, guint position, guint removed, GPtrArray *source, guint from, guint added)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->ids, position, removed);
  if (added > 0)
    {
      guint old_length = self->ids->len;

      g_ptr_array_set_size (self->ids, (int) (old_length + added));
      memmove (self->ids->pdata + position + added, self->ids->pdata + position,
               (old_length - position) * sizeof (gpointer));
      for (guint i = 0; i < added; i++)
        self->ids->pdata[position + i] = g_strdup (g_ptr_array_index (source, from + i));
    }
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* Of the new middle's rows, those that keep their order among the old ones: a longest increasing run of old places.
 * Returns, for each new row, whether it may stay. */
static gboolean *
find_staying (const int *old_places, guint n)
{
  gboolean *stays = g_new0 (gboolean, n);
  g_autofree guint *tails = g_new (guint, n); /* tails[k]: the new row that ends the best run of length k + 1 */
  g_autofree int *previous = g_new (int, n);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0, high = length;

      if (old_places[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (old_places[tails[middle]] < old_places[i])
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? (int) tails[low - 1] : -1;
      tails[low] = i;
      length = MAX (length, low + 1);
    }
  for (int i = length > 0 ? (int) tails[length - 1] : -1; i >= 0; i = previous[i])
    stays[i] = TRUE;
  return stays;
}

static guint
count_runs (const gboolean *stays, guint n)
{
  guint runs = 0;

  for (guint i = 0; i < n; i++)
    runs += !stays[i] && (i == 0 || stays[i - 1]);
  return runs;
}

/* Removes from the end, then adds from the start, so that the model is true at every message. */
static void
tell_runs (ScrItemList *self, guint start, const gboolean *old_stays, guint n_old, GPtrArray *fresh,
           const gboolean *new_stays, guint n_new)
{
  for (guint end = n_old; end > 0;)
    {
      guint begin = end;

      while (begin > 0 && !old_stays[begin - 1])
        begin--;
      if (begin < end)
        splice (self, start + begin, end - begin, NULL, 0, 0);
      end = begin > 0 ? begin - 1 : 0;
    }
  for (guint begin = 0; begin < n_new;)
    {
      guint end = begin;

      while (end < n_new && !new_stays[end])
        end++;
      if (end > begin)
        splice (self, start + begin, 0, fresh, start + begin, end - begin);
      begin = end + 1;
    }
}

/* Tells how the `n_old` rows from `start` became the `n_new` ones of `fresh`. */
static void
tell_middle (ScrItemList *self, guint start, guint n_old, GPtrArray *fresh, guint n_new)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree int *old_places = g_new (int, MAX (n_new, 1));
  g_autofree gboolean *old_stays = g_new0 (gboolean, MAX (n_old, 1));
  g_autofree gboolean *new_stays = NULL;

  for (guint i = 0; i < n_old; i++)
    g_hash_table_insert (places, g_ptr_array_index (self->ids, start + i), GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < n_new; i++)
    old_places[i]
        = GPOINTER_TO_INT (g_hash_table_lookup (places, g_ptr_array_index (fresh, start + i))) - 1;
  new_stays = find_staying (old_places, n_new);
  for (guint i = 0; i < n_new; i++)
    if (new_stays[i])
      old_stays[old_places[i]] = TRUE;
  g_clear_pointer (&places, g_hash_table_unref);
  if (count_runs (old_stays, n_old) + count_runs (new_stays, n_new) > MAX_MESSAGES)
    splice (self, start, n_old, fresh, start, n_new);
  else
    tell_runs (self, start, old_stays, n_old, fresh, new_stays, n_new);
}

static void
refresh (ScrItemList *self)
{
  g_autoptr (GPtrArray) fresh = ask (self);
  guint n_old = self->ids->len;
  guint n_new = fresh->len;
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < n_old && prefix < n_new
         && strcmp (g_ptr_array_index (self->ids, prefix), g_ptr_array_index (fresh, prefix)) == 0)
    prefix++;
  while (suffix < n_old - prefix && suffix < n_new - prefix
         && strcmp (g_ptr_array_index (self->ids, n_old - 1 - suffix), g_ptr_array_index (fresh, n_new - 1 - suffix))
                == 0)
    suffix++;
  if (prefix + suffix < n_old || prefix + suffix < n_new)
    tell_middle (self, prefix, n_old - prefix - suffix, fresh, n_new - prefix - suffix);
}

static void
on_changed (ScrStore *store, ScrChange *change, ScrItemList *self)
{
  if (scr_item_list_stays_the_same (self, change))
    return;
  for (guint i = 0; i < self->depends->len; i++)
    if (scr_change_touches_kind (change, g_ptr_array_index (self->depends, i)))
      {
        refresh (self);
        return;
      }
}

static void
scr_item_list_dispose (GObject *object)
{
  ScrItemList *self = SCR_ITEM_LIST (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  G_OBJECT_CLASS (scr_item_list_parent_class)->dispose (object);
}

static void
scr_item_list_finalize (GObject *object)
{
  ScrItemList *self = SCR_ITEM_LIST (object);

  clear_conditions (self);
  g_clear_object (&self->store);
  g_free (self->partnership);
  g_free (self->contains);
  g_free (self->order);
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->depends);
  G_OBJECT_CLASS (scr_item_list_parent_class)->finalize (object);
}

static void
scr_item_list_class_init (ScrItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_item_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_item_list_finalize;
}

static void
scr_item_list_init (ScrItemList *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->depends = g_ptr_array_new ();
}

static void
copy_conditions (ScrItemList *self, const ScrCondition *conditions, guint n_conditions)
{
  clear_conditions (self);
  for (guint i = 0; i < MIN (n_conditions, SCR_QUERY_MAX_CONDITIONS) && conditions[i].field != NULL; i++)
    {
      self->conditions[i] = conditions[i];
      self->conditions[i].field = g_intern_string (conditions[i].field);
      self->conditions[i].text = g_strdup (conditions[i].text);
    }
}

/**
 * scr_item_list_new:
 * @store: a record
 * @query: what is asked; its strings are copied
 *
 * Returns: (transfer full): a list that follows the record
 */
ScrItemList *
scr_item_list_new (ScrStore *store, const ScrQuery *query)
{
  ScrItemList *self = g_object_new (SCR_TYPE_ITEM_LIST, NULL);

  self->store = g_object_ref (store);
  self->kind = scr_kind_find (query->kind);
  self->partnership = g_strdup (query->partnership);
  self->contains = g_strdup (query->contains);
  self->order = g_strdup (query->order);
  self->where = query->where;
  self->limit = query->limit;
  copy_conditions (self, query->conditions, SCR_QUERY_MAX_CONDITIONS);
  scr_item_list_find_dependences (self);
  g_ptr_array_unref (self->ids);
  self->ids = ask (self);
  g_signal_connect (store, "changed", G_CALLBACK (on_changed), self);
  return self;
}

static gboolean
replace_text (char **text, const char *fresh)
{
  if (fresh != NULL && *fresh == '\0')
    fresh = NULL;
  if (g_strcmp0 (*text, fresh) == 0)
    return FALSE;
  g_free (*text);
  *text = g_strdup (fresh);
  return TRUE;
}

/**
 * scr_item_list_set_partnership:
 * @self: a list
 * @partnership: (nullable): identity of the partnership to narrow it to
 */
void
scr_item_list_set_partnership (ScrItemList *self, const char *partnership)
{
  if (replace_text (&self->partnership, partnership))
    refresh (self);
}

/**
 * scr_item_list_set_contains:
 * @self: a list
 * @contains: (nullable): words that its items must contain
 */
void
scr_item_list_set_contains (ScrItemList *self, const char *contains)
{
  if (replace_text (&self->contains, contains))
    refresh (self);
}

/**
 * scr_item_list_set_order:
 * @self: a list
 * @order: (nullable): field names separated by spaces, "-" descends; %NULL is the kind's own order
 */
void
scr_item_list_set_order (ScrItemList *self, const char *order)
{
  if (!replace_text (&self->order, order))
    return;
  scr_item_list_find_dependences (self);
  refresh (self);
}

/**
 * scr_item_list_set_where:
 * @self: a list
 * @where: live items, those in the bin, or all
 */
void
scr_item_list_set_where (ScrItemList *self, ScrWhere where)
{
  if (self->where == where)
    return;
  self->where = where;
  refresh (self);
}

/**
 * scr_item_list_set_limit:
 * @self: a list
 * @limit: how many items it shows at the most, 0 for all
 */
void
scr_item_list_set_limit (ScrItemList *self, guint limit)
{
  if (self->limit == limit)
    return;
  self->limit = limit;
  refresh (self);
}

/**
 * scr_item_list_set_conditions:
 * @self: a list
 * @conditions: (array length=n_conditions): what its items must satisfy; copied
 * @n_conditions: how many, up to SCR_QUERY_MAX_CONDITIONS
 */
void
scr_item_list_set_conditions (ScrItemList *self, const ScrCondition *conditions, guint n_conditions)
{
  copy_conditions (self, conditions, n_conditions);
  scr_item_list_find_dependences (self);
  refresh (self);
}

/**
 * scr_item_list_get_kind:
 * @self: a list
 *
 * Returns: (transfer none): the kind of its items
 */
const ScrKind *
scr_item_list_get_kind (ScrItemList *self)
{
  return self->kind;
}

/**
 * scr_item_list_find:
 * @self: a list
 * @id: an identity
 * @position: (out) (optional): its place
 *
 * Returns: whether it is in the list
 */
gboolean
scr_item_list_find (ScrItemList *self, const char *id, guint *position)
{
  return g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, position);
}

/**
 * scr_item_list_get_id:
 * @self: a list
 * @position: a place
 *
 * Returns: (transfer none) (nullable): the identity of the item there, without getting the item
 */
const char *
scr_item_list_get_id (ScrItemList *self, guint position)
{
  return position < self->ids->len ? g_ptr_array_index (self->ids, position) : NULL;
}

/**
 * scr_item_list_is_filtered:
 * @self: a list
 *
 * Returns: whether words hide some of its items (the narrowing to a partnership does not count)
 */
gboolean
scr_item_list_is_filtered (ScrItemList *self)
{
  return self->contains != NULL;
}
