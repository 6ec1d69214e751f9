/* ScrOutlineView - a view as a table of its things. See the header. */
#include "config.h"

#include "scr-outline-view-private.h"

#include "scr-common.h"
#include "scr-labels.h"
#include "scr-outline-kind.h"
#include "scr-outline-resources.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/outline/outline.css"

G_DEFINE_FINAL_TYPE (ScrOutlineView, scr_outline_view, SCR_TYPE_VIEW)

static ScrContext *
get_context (ScrOutlineView *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

static ScrOutlineFace *
get_face (ScrOutlineView *self)
{
  return scr_view_get_narrow (SCR_VIEW (self)) ? SCR_OUTLINE_FACE (self->rows) : SCR_OUTLINE_FACE (self->table);
}

/* --- What is selected --- */

/* While the details are open they follow the one row that is selected; not in the narrow list, where the pointer
 * selects in passing. */
static void
on_selection_changed (ScrOutlineView *self)
{
  g_autoptr (GPtrArray) items = NULL;

  scr_outline_view_update_actions (self);
  if (self->selecting || scr_view_get_narrow (SCR_VIEW (self))
      || scr_context_get_selected (get_context (self)) == NULL)
    return;
  items = scr_outline_view_list_selected (self);
  if (items->len == 1)
    scr_context_set_selected (get_context (self), g_ptr_array_index (items, 0));
}

/**
 * scr_outline_view_select_position:
 * @self: an outline
 * @position: the place of an item
 *
 * Selects that row alone and shows it; the details do not follow.
 */
void
scr_outline_view_select_position (ScrOutlineView *self, guint position)
{
  self->selecting = TRUE;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->selecting = FALSE;
  scr_outline_face_scroll_to (get_face (self), position);
  scr_outline_view_update_actions (self);
}

static void
on_activated (ScrOutlineView *self, guint position)
{
  g_autoptr (ScrItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  scr_outline_view_select_position (self, position);
  scr_context_set_selected (get_context (self), item);
}

/* --- What is shown --- */

static guint
find_kind (ScrOutlineView *self, const ScrKind *kind)
{
  guint n = g_list_model_get_n_items (self->kinds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScrOutlineKind) entry = g_list_model_get_item (self->kinds, i);

      if (scr_outline_kind_get_kind (entry) == kind)
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/* What is listed is counted by its list. The rest is only seen when somebody is about to choose from it, and counting in
 * a large record takes a while. */
static void
count_shown (ScrOutlineView *self)
{
  g_autoptr (ScrOutlineKind) entry = g_list_model_get_item (self->kinds, find_kind (self, self->kind));

  if (self->items != NULL && !scr_item_list_is_filtered (self->items))
    scr_outline_kind_set_count (entry, g_list_model_get_n_items (G_LIST_MODEL (self->items)));
  else
    scr_outline_kind_count (entry, self->store, scr_context_get_partnership (get_context (self)));
}

static void
count_all (ScrOutlineView *self)
{
  guint n = g_list_model_get_n_items (self->kinds);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ScrOutlineKind) entry = g_list_model_get_item (self->kinds, i);

      scr_outline_kind_count (entry, self->store, scr_context_get_partnership (get_context (self)));
    }
}

static void
update_page (ScrOutlineView *self)
{
  const char *partnership = scr_context_get_partnership (get_context (self));
  const ScrQuery everywhere = { .kind = self->kind != NULL ? self->kind->name : NULL };

  if (self->items == NULL)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "nothing");
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                      scr_view_get_narrow (SCR_VIEW (self)) ? "rows" : "table");
  else if (scr_item_list_is_filtered (self->items))
    scr_outline_view_show_nothing_found (self);
  else if (partnership != NULL && scr_source_count (SCR_SOURCE (self->store), &everywhere) > 0)
    scr_outline_view_show_narrowed_away (self);
  else
    scr_outline_view_show_none_yet (self);
  if (self->kind != NULL)
    count_shown (self);
  scr_outline_view_update_actions (self);
}

/* Only the face that is seen has the items: the other would make widgets for nothing. */
static void
give_model (ScrOutlineView *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));
  GtkSelectionModel *model = self->selection != NULL ? GTK_SELECTION_MODEL (self->selection) : NULL;

  scr_outline_table_set_model (self->table, narrow ? NULL : model);
  scr_outline_rows_set_model (self->rows, narrow ? model : NULL);
}

static void
drop_items (ScrOutlineView *self)
{
  if (self->items != NULL)
    g_signal_handlers_disconnect_by_data (self->items, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
}

static void
show_kind (ScrOutlineView *self)
{
  const char *partnership = scr_context_get_partnership (get_context (self));
  ScrQuery query = { .kind = self->kind->name,
                     .partnership = partnership,
                     .contains = gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)) };
  g_autofree char *find = NULL;
  g_autofree char *label = NULL;

  if (query.contains != NULL && *query.contains == '\0')
    query.contains = NULL;
  drop_items (self);
  scr_outline_table_show_kind (self->table, self->store, self->kind, partnership == NULL);
  scr_outline_rows_show_kind (self->rows, self->store, self->kind);
  self->items = scr_item_list_new (self->store, &query);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect_swapped (self->items, "items-changed", G_CALLBACK (update_page), self);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self);
  give_model (self);
  scr_menu_show_moves (self->move_section, "outline.up", "outline.down", scr_outline_view_is_ordered (self));
  /* TRANSLATORS: %s are things, as in "Find in Disputes" */
  find = g_strdup_printf (_ ("Find in %s"), _ (self->kind->plural));
  g_object_set (self->filter_entry, "placeholder-text", find, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filter_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, find, -1);
  label = g_strdup_printf (_ ("New: %s"), _ (self->kind->label));
  gtk_widget_set_tooltip_text (self->new_button, label);
  update_page (self);
}

/* The lists follow the record themselves; this is for what their rows say. */
static void
on_store_changed (ScrStore *store, ScrChange *change, ScrOutlineView *self)
{
  scr_outline_face_refresh (SCR_OUTLINE_FACE (self->table), change);
  scr_outline_face_refresh (SCR_OUTLINE_FACE (self->rows), change);
}

static void
follow (ScrOutlineView *self, ScrStore *store)
{
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_changes, store);
}

static void
scr_outline_view_context_set (ScrView *view)
{
  ScrOutlineView *self = SCR_OUTLINE_VIEW (view);

  if (self->kind == NULL)
    return;
  follow (self, scr_view_get_store (view));
  if (self->store != NULL)
    {
      show_kind (self);
      return;
    }
  drop_items (self);
  give_model (self);
  update_page (self);
}

static void
on_kind_selected (ScrOutlineView *self)
{
  ScrOutlineKind *entry = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (self->kind_drop_down));
  const ScrKind *kind = entry != NULL ? scr_outline_kind_get_kind (entry) : NULL;

  if (kind == NULL || kind == self->kind)
    return;
  self->kind = kind;
  if (self->store != NULL)
    show_kind (self);
}

static void
on_filter_changed (ScrOutlineView *self)
{
  if (self->items == NULL)
    return;
  scr_item_list_set_contains (self->items, gtk_editable_get_text (GTK_EDITABLE (self->filter_entry)));
  update_page (self);
}

static void
on_order_changed (ScrOutlineView *self, const char *order)
{
  if (self->items != NULL)
    scr_item_list_set_order (self->items, order);
}

static void
on_narrow (ScrOutlineView *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));
  GtkWidget *from = narrow ? self->wide_filter : self->narrow_filter;
  GtkWidget *to = narrow ? self->narrow_filter : self->wide_filter;

  if (gtk_widget_get_parent (self->filter_entry) == from)
    {
      g_object_ref (self->filter_entry);
      gtk_box_remove (GTK_BOX (from), self->filter_entry);
      gtk_box_append (GTK_BOX (to), self->filter_entry);
      g_object_unref (self->filter_entry);
    }
  gtk_widget_set_hexpand (self->filter_entry, narrow);
  gtk_widget_set_visible (self->wide_filter, !narrow);
  gtk_widget_set_visible (self->narrow_filter, narrow);
  gtk_widget_set_visible (self->heading, !narrow || g_list_model_get_n_items (self->kinds) < 2);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  give_model (self);
  update_page (self);
}

static void
scr_outline_view_new_item (ScrView *view)
{
  scr_outline_view_begin_new (SCR_OUTLINE_VIEW (view));
}

/* --- Kinds --- */

static void
set_up_kinds (ScrOutlineView *self, const char *view_id)
{
  g_autoptr (GtkListItemFactory) factory = scr_outline_kinds_make_factory ();
  g_autoptr (ScrOutlineKind) first = NULL;

  self->kinds = scr_outline_kinds_list (view_id);
  first = g_list_model_get_item (self->kinds, 0);
  self->kind = first != NULL ? scr_outline_kind_get_kind (first) : NULL;
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->kind_drop_down), factory);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kind_drop_down), self->kinds);
  gtk_widget_set_visible (self->kind_drop_down, g_list_model_get_n_items (self->kinds) > 1);
  g_signal_connect_swapped (gtk_widget_get_last_child (self->kind_drop_down), "show", G_CALLBACK (count_all), self);
  g_signal_connect_swapped (self->kind_drop_down, "notify::selected", G_CALLBACK (on_kind_selected), self);
}

static gboolean
scr_outline_view_select_item (ScrView *view, ScrItem *item)
{
  ScrOutlineView *self = SCR_OUTLINE_VIEW (view);
  guint place = find_kind (self, scr_item_get_kind (item));
  guint position;

  if (place == GTK_INVALID_LIST_POSITION || self->store == NULL)
    return FALSE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind_drop_down), place);
  if (!scr_item_list_find (self->items, scr_item_get_id (item), NULL))
    scr_outline_view_set_filter (self, NULL);
  if (scr_item_list_find (self->items, scr_item_get_id (item), &position))
    scr_outline_view_select_position (self, position);
  return TRUE;
}

static gboolean
scr_outline_view_focus_selected (ScrView *view)
{
  ScrOutlineView *self = SCR_OUTLINE_VIEW (view);
  g_autoptr (GtkBitset) selected
      = self->selection != NULL ? gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection)) : NULL;

  return selected != NULL && !gtk_bitset_is_empty (selected)
         && scr_outline_face_focus (get_face (self), gtk_bitset_get_minimum (selected));
}

/* The menu is a child of ours that a bin knows nothing of. */
static void
scr_outline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrOutlineView *self = SCR_OUTLINE_VIEW (widget);

  GTK_WIDGET_CLASS (scr_outline_view_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
scr_outline_view_dispose (GObject *object)
{
  ScrOutlineView *self = SCR_OUTLINE_VIEW (object);

  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  drop_items (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->kinds);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (scr_outline_view_parent_class)->dispose (object);
}

static void
scr_outline_view_class_init (ScrOutlineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ScrViewClass *view_class = SCR_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_outline_view_dispose;
  widget_class->size_allocate = scr_outline_view_size_allocate;
  view_class->context_set = scr_outline_view_context_set;
  view_class->select_item = scr_outline_view_select_item;
  view_class->focus_selected = scr_outline_view_focus_selected;
  view_class->new_item = scr_outline_view_new_item;

  scr_outline_register_resource ();
  g_type_ensure (SCR_TYPE_OUTLINE_TABLE);
  g_type_ensure (SCR_TYPE_OUTLINE_ROWS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Scrutiny/outline/scr-outline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, bar);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, heading);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, kind_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, wide_filter);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, narrow_filter);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, new_button);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, stack);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, table);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, rows);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, first_step);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, row_menu);
  gtk_widget_class_bind_template_child (widget_class, ScrOutlineView, move_section);
}

static void
scr_outline_view_init (ScrOutlineView *self)
{
  /* After the lists, so that no row is told anew that is about to go. */
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect_data (self->store_changes, "changed", G_CALLBACK (on_store_changed), self, NULL, G_CONNECT_AFTER);
  scr_common_ensure ();
  scr_common_add_style (STYLE_PATH);
  gtk_widget_init_template (GTK_WIDGET (self));
  scr_outline_view_add_actions (self);
  scr_outline_view_add_keys (self);
  g_object_bind_property (self, "title", self->heading, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->filter_entry, "search-changed", G_CALLBACK (on_filter_changed), self);
  g_signal_connect_swapped (self->table, "order-changed", G_CALLBACK (on_order_changed), self);
  g_signal_connect_swapped (self->table, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->table, "menu-asked", G_CALLBACK (scr_outline_view_ask_menu), self);
  g_signal_connect_swapped (self->rows, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->rows, "menu-asked", G_CALLBACK (scr_outline_view_ask_menu), self);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (on_narrow), NULL);
}

/**
 * scr_outline_view_new:
 * @context: what the window hands to its views
 * @view_id: id of the view whose kinds it shows
 *
 * Returns: (transfer floating): the outline of that view
 */
GtkWidget *
scr_outline_view_new (ScrContext *context, const char *view_id)
{
  ScrOutlineView *self = g_object_new (SCR_TYPE_OUTLINE_VIEW, "context", context, "view-id", view_id, NULL);

  set_up_kinds (self, view_id);
  on_narrow (self);
  scr_outline_view_context_set (SCR_VIEW (self));
  return GTK_WIDGET (self);
}

/**
 * scr_outline_view_get_kind:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): the kind that is listed
 */
const ScrKind *
scr_outline_view_get_kind (ScrOutlineView *self)
{
  return self->kind;
}

/**
 * scr_outline_view_set_kind:
 * @self: an outline
 * @kind: a kind of its view
 */
void
scr_outline_view_set_kind (ScrOutlineView *self, const ScrKind *kind)
{
  guint place = find_kind (self, kind);

  if (place != GTK_INVALID_LIST_POSITION)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind_drop_down), place);
}

/**
 * scr_outline_view_set_filter:
 * @self: an outline
 * @words: (nullable): what its items must contain
 *
 * As if typed into the filter, but at once.
 */
void
scr_outline_view_set_filter (ScrOutlineView *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter_entry), words != NULL ? words : "");
  on_filter_changed (self);
}

/**
 * scr_outline_view_add_to_bar:
 * @self: an outline
 * @widget: what a view that has other faces puts beside the heading
 */
void
scr_outline_view_add_to_bar (ScrOutlineView *self, GtkWidget *widget)
{
  gtk_box_insert_child_after (GTK_BOX (self->bar), widget, self->heading);
}

/**
 * scr_outline_view_get_model:
 * @self: an outline
 *
 * Returns: (transfer none) (nullable): its items, with those that are selected
 */
GtkSelectionModel *
scr_outline_view_get_model (ScrOutlineView *self)
{
  return self->selection != NULL ? GTK_SELECTION_MODEL (self->selection) : NULL;
}
