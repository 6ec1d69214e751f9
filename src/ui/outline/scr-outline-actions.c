/* The commands of ScrOutlineView on the rows that are selected. See scr-outline-view.h. */
#include "config.h"

#include "scr-commands.h"
#include "scr-format.h"
#include "scr-new-item.h"
#include "scr-outline-view-private.h"

#include <glib/gi18n-lib.h>

static ScrContext *
get_context (ScrOutlineView *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

static gboolean
is_writable (ScrOutlineView *self)
{
  return self->store != NULL && !scr_store_is_read_only (self->store);
}

/**
 * scr_outline_view_is_ordered:
 * @self: an outline
 *
 * Returns: whether people order the items that are listed
 */
gboolean
scr_outline_view_is_ordered (ScrOutlineView *self)
{
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->kind->fields[i].type == SCR_FIELD_ORDER)
      return TRUE;
  return FALSE;
}

/**
 * scr_outline_view_list_selected:
 * @self: an outline
 *
 * Returns: (transfer full) (element-type ScrItem): the items of the rows that are selected
 */
GPtrArray *
scr_outline_view_list_selected (ScrOutlineView *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GtkBitset) positions = NULL;
  GtkBitsetIter iter;
  guint position;

  if (self->selection == NULL)
    return items;
  positions = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean valid = gtk_bitset_iter_init_first (&iter, positions, &position); valid;
       valid = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->items), position));
  return items;
}

/**
 * scr_outline_view_update_actions:
 * @self: an outline
 *
 * Lets only those commands be given that make sense for what is selected.
 */
void
scr_outline_view_update_actions (ScrOutlineView *self)
{
  g_autoptr (GPtrArray) items = scr_outline_view_list_selected (self);
  gboolean writable = is_writable (self);
  gboolean movable = writable && items->len == 1 && scr_outline_view_is_ordered (self);
  const struct { const char *name; gboolean enabled; } states[] = {
    { "open", items->len == 1 },
    { "duplicate", writable && items->len == 1 },
    { "delete", writable && items->len > 0 },
    { "up", movable },
    { "down", movable },
    { "new", writable && self->kind != NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_simple_action_set_enabled (
        G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), states[i].name)),
        states[i].enabled);
}

static void
on_made (ScrItem *item, gpointer user_data)
{
  scr_context_open_item (get_context (user_data), item);
}

/**
 * scr_outline_view_begin_new:
 * @self: an outline
 *
 * Makes an item of the kind that is listed, and opens it.
 */
void
scr_outline_view_begin_new (ScrOutlineView *self)
{
  if (is_writable (self) && self->kind != NULL)
    scr_new_item_begin (get_context (self), GTK_WIDGET (self), self->kind->name, NULL, NULL, NULL, on_made,
                        g_object_ref (self), g_object_unref);
}

static void
on_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_outline_view_begin_new (user_data);
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GPtrArray) items = scr_outline_view_list_selected (user_data);

  if (items->len == 1)
    scr_context_set_selected (get_context (user_data), g_ptr_array_index (items, 0));
}

static void
on_duplicate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrOutlineView *self = user_data;
  g_autoptr (GPtrArray) items = scr_outline_view_list_selected (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) copy = NULL;

  if (items->len != 1)
    return;
  copy = scr_command_duplicate (self->store, g_ptr_array_index (items, 0), &error);
  if (copy == NULL)
    scr_context_fail (get_context (self), error);
  else
    scr_context_open_item (get_context (self), copy);
}

static char *
dup_deleted_message (ScrOutlineView *self, GPtrArray *items)
{
  g_autofree char *title = NULL;

  if (items->len > 1)
    return g_strdup_printf (ngettext ("%u thing is in the bin", "%u things are in the bin", items->len), items->len);
  title = scr_format_title (NULL, SCR_SOURCE (self->store), g_ptr_array_index (items, 0));
  /* TRANSLATORS: %s is the title of what was deleted */
  return g_strdup_printf (_ ("“%s” is in the bin"), title);
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrOutlineView *self = user_data;
  ScrContext *context = get_context (self);
  g_autoptr (GPtrArray) items = scr_outline_view_list_selected (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (items->len == 0)
    return;
  message = dup_deleted_message (self, items);
  if (!scr_command_bin (self->store, items, &error))
    {
      scr_context_fail (context, error);
      return;
    }
  if (g_ptr_array_find (items, scr_context_get_selected (context), NULL))
    scr_context_set_selected (context, NULL);
  scr_context_toast (context, message, TRUE);
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrOutlineView *self = user_data;
  g_autoptr (GPtrArray) items = scr_outline_view_list_selected (self);
  g_autoptr (GError) error = NULL;
  int by = g_str_equal (g_action_get_name (G_ACTION (action)), "up") ? -1 : 1;
  guint position;

  if (items->len != 1)
    return;
  if (!scr_command_move (self->store, g_ptr_array_index (items, 0), by, &error))
    scr_context_fail (get_context (self), error);
  else if (scr_item_list_find (self->items, scr_item_get_id (g_ptr_array_index (items, 0)), &position))
    scr_outline_view_select_position (self, position);
}

static void
on_clear_filter (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_outline_view_set_filter (user_data, NULL);
  gtk_widget_grab_focus (SCR_OUTLINE_VIEW (user_data)->filter_entry);
}

static void
on_all_partnerships (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_context_set_partnership (get_context (user_data), NULL);
}

static const GActionEntry entries[] = {
  { "open", on_open },
  { "duplicate", on_duplicate },
  { "delete", on_delete },
  { "up", on_move },
  { "down", on_move },
  { "new", on_new },
  { "clear-filter", on_clear_filter },
  { "all-partnerships", on_all_partnerships },
};

/**
 * scr_outline_view_add_actions:
 * @self: an outline
 *
 * For its construction: the commands on rows, as actions of the group "outline".
 */
void
scr_outline_view_add_actions (ScrOutlineView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outline", G_ACTION_GROUP (self->actions));
}
