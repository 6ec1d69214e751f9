/* The map as a table. See the header. */
#include "config.h"

#include "scr-map-tree.h"

#include "scr-format.h"
#include "scr-icons.h"
#include "scr-map-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _ScrMapTree
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkColumnView *table;
  GListStore *cards; /* (element-type ScrMapNode) */
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;
  gboolean showing; /* rows are being replaced: nobody has selected anything */
};

enum
{
  SELECTED,
  OPENED,
  MENU_ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrMapTree, scr_map_tree, GTK_TYPE_WIDGET)

static ScrMapNode *
get_node (gpointer row)
{
  return row != NULL ? gtk_tree_list_row_get_item (GTK_TREE_LIST_ROW (row)) : NULL;
}

static GListModel *
list_links (gpointer node, gpointer unused)
{
  GListModel *links = scr_map_node_get_links (node);

  return links != NULL ? g_object_ref (links) : NULL;
}

/* --- Cells --- */

static void
on_setup_name (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static void
on_bind_name (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  g_autoptr (ScrMapNode) node = get_node (row);
  GtkWidget *expander = gtk_list_item_get_child (list_item);
  GtkWidget *box = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));
  ScrItem *item = scr_map_node_get_item (node);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), row);
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)),
                                scr_icon_resolve (scr_item_get_kind (item)->icon));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)),
                      scr_map_node_get_text (node, SCR_MAP_NODE_NAME));
  gtk_widget_set_tooltip_text (box, scr_map_node_get_text (node, SCR_MAP_NODE_NAME));
}

static void
on_setup_text (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind_text (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer column)
{
  g_autoptr (ScrMapNode) node = get_node (gtk_list_item_get_item (list_item));
  const char *text = scr_map_node_get_text (node, GPOINTER_TO_INT (column));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (list_item), *text != '\0' ? text : NULL);
}

static int
compare_nodes (gconstpointer a, gconstpointer b, gpointer column)
{
  return scr_map_node_compare ((ScrMapNode *)a, (ScrMapNode *)b, GPOINTER_TO_INT (column));
}

static void
add_column (ScrMapTree *self, ScrMapNodeText text, const char *title, gboolean expand)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column;
  g_autoptr (GtkSorter) sorter
      = GTK_SORTER (gtk_custom_sorter_new (compare_nodes, GINT_TO_POINTER ((int)text), NULL));

  if (text == SCR_MAP_NODE_NAME)
    {
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup_name), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_name), NULL);
    }
  else
    {
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup_text), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind_text), GINT_TO_POINTER ((int)text));
    }
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_append_column (self->table, column);
  g_object_unref (column);
}

/* --- What a person does --- */

static void
on_selected (ScrMapTree *self)
{
  g_autoptr (ScrMapNode) node = get_node (gtk_single_selection_get_selected_item (self->selection));

  if (!self->showing)
    g_signal_emit (self, signals[SELECTED], 0, node != NULL ? scr_map_node_get_item (node) : NULL);
}

static void
on_activate (GtkColumnView *table, guint position, ScrMapTree *self)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (ScrMapNode) node = get_node (row);

  if (node != NULL)
    g_signal_emit (self, signals[OPENED], 0, scr_map_node_get_item (node));
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *unused, gpointer user_data)
{
  const GdkRectangle where = {48, 48, 1, 1};

  g_signal_emit (user_data, signals[MENU_ASKED], 0, &where);
  return TRUE;
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ScrMapTree *self)
{
  const GdkRectangle where = {(int)x, (int)y, 1, 1};

  g_signal_emit (self, signals[MENU_ASKED], 0, &where);
}

static void
add_menu_ways (ScrMapTree *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                                                        gtk_callback_action_new (on_menu_key, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "released", G_CALLBACK (on_menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* --- Set-up --- */

static void
scr_map_tree_dispose (GObject *object)
{
  ScrMapTree *self = SCR_MAP_TREE (object);

  self->showing = TRUE;
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->tree);
  g_clear_object (&self->cards);
  G_OBJECT_CLASS (scr_map_tree_parent_class)->dispose (object);
}

static void
scr_map_tree_class_init (ScrMapTreeClass *klass)
{
  const GType type = G_OBJECT_CLASS_TYPE (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_map_tree_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  signals[SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    SCR_TYPE_ITEM);
  signals[OPENED]
      = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, SCR_TYPE_ITEM);
  signals[MENU_ASKED] = g_signal_new ("menu-asked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      1, GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
add_columns (ScrMapTree *self)
{
  add_column (self, SCR_MAP_NODE_NAME, _ ("Name"), TRUE);
  add_column (self, SCR_MAP_NODE_WHAT, _ ("What it is"), TRUE);
  add_column (self, SCR_MAP_NODE_FROM, _ ("From"), FALSE);
  add_column (self, SCR_MAP_NODE_UNTIL, _ ("Until"), FALSE);
  add_column (self, SCR_MAP_NODE_STATE, _ ("State"), FALSE);
  add_column (self, SCR_MAP_NODE_GAPS, _ ("Gaps"), FALSE);
}

static void
scr_map_tree_init (ScrMapTree *self)
{
  GtkSorter *sorter;
  GtkSortListModel *sorted;

  self->table = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "scr-outline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Cards of the map with their links"), -1);
  add_columns (self);
  self->cards = g_list_store_new (SCR_TYPE_MAP_NODE);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->cards)), FALSE, FALSE, list_links,
                                        NULL, NULL);
  sorter
      = GTK_SORTER (gtk_tree_list_row_sorter_new (g_object_ref (gtk_column_view_get_sorter (self->table))));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->tree)), sorter);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->table, "activate", G_CALLBACK (on_activate), self);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), GTK_WIDGET (self->table));
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_set_parent (self->scrolled, GTK_WIDGET (self));
  add_menu_ways (self);
}

/**
 * scr_map_tree_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
scr_map_tree_new (void)
{
  return g_object_new (SCR_TYPE_MAP_TREE, NULL);
}

/* --- What it shows --- */

static gboolean
is_same_row (gpointer row, const char *id)
{
  g_autoptr (ScrMapNode) node = get_node (row);

  return node != NULL && strcmp (scr_item_get_id (scr_map_node_get_item (node)), id) == 0;
}

/* The cards whose links are shown, by identity. */
static GHashTable *
list_expanded (ScrMapTree *self)
{
  GHashTable *expanded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (ScrMapNode) node = get_node (row);

      if (gtk_tree_list_row_get_expanded (row))
        g_hash_table_add (expanded, g_strdup (scr_item_get_id (scr_map_node_get_item (node))));
    }
  return expanded;
}

static void
expand (ScrMapTree *self, GHashTable *wanted)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);
      g_autoptr (ScrMapNode) node = get_node (row);

      if (gtk_tree_list_row_get_depth (row) == 0
          && g_hash_table_contains (wanted, scr_item_get_id (scr_map_node_get_item (node))))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

/**
 * scr_map_tree_show:
 * @self: a table
 * @map: (nullable): what it shows from now on; nothing of it is kept
 *
 * What was unfolded and selected stays so, as far as it is still there.
 */
void
scr_map_tree_show (ScrMapTree *self, const ScrMap *map)
{
  g_autoptr (GHashTable) expanded = list_expanded (self);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ScrMapNode) selected = get_node (gtk_single_selection_get_selected_item (self->selection));

  for (guint i = 0; map != NULL && i < map->cards->len; i++)
    g_ptr_array_add (nodes, scr_map_node_new_card (map, i));
  self->showing = TRUE;
  g_list_store_splice (self->cards, 0, g_list_model_get_n_items (G_LIST_MODEL (self->cards)), nodes->pdata,
                       nodes->len);
  expand (self, expanded);
  self->showing = FALSE;
  if (selected != NULL)
    scr_map_tree_select (self, scr_item_get_id (scr_map_node_get_item (selected)));
}

static guint
find_row (ScrMapTree *self, const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (is_same_row (row, id))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * scr_map_tree_select:
 * @self: a table
 * @id: (nullable): identity of a card or a link; of a link whose card is folded nothing is selected
 *
 * Does not tell "selected".
 */
void
scr_map_tree_select (ScrMapTree *self, const char *id)
{
  guint row = id != NULL ? find_row (self, id) : GTK_INVALID_LIST_POSITION;

  self->showing = TRUE;
  gtk_single_selection_set_selected (self->selection, row);
  if (row != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->table), "list.scroll-to-item", "u", row);
  self->showing = FALSE;
}

/**
 * scr_map_tree_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows are unfolded
 */
guint
scr_map_tree_get_n_rows (ScrMapTree *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
}
