/* ScrOutlineFace - what both faces of an outline are. See the header. */
#include "config.h"

#include "scr-outline-face.h"

typedef struct
{
  ScrStore *store;   /* (nullable) */
  GtkWidget *frame;  /* what scrolls */
  GHashTable *bound; /* (element-type GtkListItem) (unowned): the cells that show an item now */
} ScrOutlineFacePrivate;

enum
{
  ACTIVATED,
  MENU_ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ScrOutlineFace, scr_outline_face, ADW_TYPE_BIN)

static ScrOutlineFacePrivate *
get_private (ScrOutlineFace *self)
{
  return scr_outline_face_get_instance_private (self);
}

static void
on_activate (GtkWidget *list, guint position, ScrOutlineFace *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
on_right_click (GtkGestureClick *click, int n_press, double x, double y, GtkListItem *cell)
{
  GtkWidget *child = gtk_list_item_get_child (cell);

  g_signal_emit (gtk_widget_get_ancestor (child, SCR_TYPE_OUTLINE_FACE), signals[MENU_ASKED], 0,
                 gtk_list_item_get_position (cell), child, x, y);
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Tab leaves the list, as it does with later versions of the toolkit where one asks for it: it would go through all the
 * rows, and the details would lie behind the last of them. */
static gboolean
scr_outline_face_move_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) && focus != NULL
      && gtk_widget_is_ancestor (focus, widget) && gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (scr_outline_face_parent_class)->focus (widget, direction);
}

static void
scr_outline_face_dispose (GObject *object)
{
  g_clear_object (&get_private (SCR_OUTLINE_FACE (object))->store);
  G_OBJECT_CLASS (scr_outline_face_parent_class)->dispose (object);
}

static void
scr_outline_face_finalize (GObject *object)
{
  g_hash_table_unref (get_private (SCR_OUTLINE_FACE (object))->bound);
  G_OBJECT_CLASS (scr_outline_face_parent_class)->finalize (object);
}

static void
scr_outline_face_class_init (ScrOutlineFaceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_outline_face_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_outline_face_finalize;
  GTK_WIDGET_CLASS (klass)->focus = scr_outline_face_move_focus;
  signals[ACTIVATED] = g_signal_new ("activated", SCR_TYPE_OUTLINE_FACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MENU_ASKED] = g_signal_new ("menu-asked", SCR_TYPE_OUTLINE_FACE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 4, G_TYPE_UINT, GTK_TYPE_WIDGET, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
scr_outline_face_init (ScrOutlineFace *self)
{
  ScrOutlineFacePrivate *priv = get_private (self);

  priv->bound = g_hash_table_new (NULL, NULL);
  priv->frame = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (priv->frame, "card");
  gtk_widget_add_css_class (priv->frame, "scr-outline-frame");
  gtk_widget_set_overflow (priv->frame, GTK_OVERFLOW_HIDDEN);
  /* As high as its rows, until there are more than fit. */
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (priv->frame), TRUE);
  gtk_widget_set_valign (priv->frame, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), priv->frame);
}

/**
 * scr_outline_face_set_list:
 * @self: a face that has none yet
 * @list: a #GtkListView or #GtkColumnView
 */
void
scr_outline_face_set_list (ScrOutlineFace *self, GtkWidget *list)
{
  gtk_widget_add_css_class (list, "scr-outline");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (get_private (self)->frame), list);
  if (GTK_IS_LIST_VIEW (list))
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (get_private (self)->frame), GTK_POLICY_NEVER,
                                    GTK_POLICY_AUTOMATIC);
  g_signal_connect_object (list, "activate", G_CALLBACK (on_activate), self, 0);
}

/**
 * scr_outline_face_set_store:
 * @self: a face
 * @store: the record that its items are of
 */
void
scr_outline_face_set_store (ScrOutlineFace *self, ScrStore *store)
{
  g_set_object (&get_private (self)->store, store);
}

/**
 * scr_outline_face_get_source:
 * @self: a face with a record
 *
 * Returns: (transfer none): the record, to read
 */
ScrSource *
scr_outline_face_get_source (ScrOutlineFace *self)
{
  return SCR_SOURCE (get_private (self)->store);
}

/**
 * scr_outline_face_get_hadjustment:
 * @self: a face
 *
 * Returns: (transfer none): how far it is scrolled sideways
 */
GtkAdjustment *
scr_outline_face_get_hadjustment (ScrOutlineFace *self)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (get_private (self)->frame));
}

/**
 * scr_outline_face_set_up_cell:
 * @self: a face
 * @cell: what its factory sets up
 * @child: what is to be seen there
 */
void
scr_outline_face_set_up_cell (ScrOutlineFace *self, GtkListItem *cell, GtkWidget *child)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click), cell, 0);
  gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (cell, child);
}

/**
 * scr_outline_face_bind:
 * @self: a face
 * @cell: has an item from now on
 */
void
scr_outline_face_bind (ScrOutlineFace *self, GtkListItem *cell)
{
  g_hash_table_add (get_private (self)->bound, cell);
  SCR_OUTLINE_FACE_GET_CLASS (self)->show_cell (self, cell);
}

/**
 * scr_outline_face_unbind:
 * @self: a face
 * @cell: has no item from now on
 */
void
scr_outline_face_unbind (ScrOutlineFace *self, GtkListItem *cell)
{
  g_hash_table_remove (get_private (self)->bound, cell);
}

/**
 * scr_outline_face_refresh:
 * @self: a face
 * @change: what was altered in the record
 *
 * Shows anew what is seen of the items that changed, or that refer to what changed.
 */
void
scr_outline_face_refresh (ScrOutlineFace *self, ScrChange *change)
{
  ScrOutlineFaceClass *klass = SCR_OUTLINE_FACE_GET_CLASS (self);
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, get_private (self)->bound);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (klass->is_touched (self, cell, change))
      klass->show_cell (self, cell);
}

/* The list proper: a table holds it beside its headings. */
static GtkWidget *
get_list (ScrOutlineFace *self)
{
  GtkWidget *list = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (get_private (self)->frame));

  if (GTK_IS_LIST_VIEW (list))
    return list;
  for (list = gtk_widget_get_first_child (list); list != NULL; list = gtk_widget_get_next_sibling (list))
    if (GTK_IS_LIST_VIEW (list))
      return list;
  return NULL;
}

/**
 * scr_outline_face_scroll_to:
 * @self: a face
 * @position: the place of an item
 */
void
scr_outline_face_scroll_to (ScrOutlineFace *self, guint position)
{
  gtk_widget_activate_action (get_list (self), "list.scroll-to-item", "u", position);
}

/**
 * scr_outline_face_focus:
 * @self: a face
 * @position: the place of an item
 *
 * Gives the keyboard to the row of that item.
 *
 * Returns: whether there is such a row to be seen
 */
gboolean
scr_outline_face_focus (ScrOutlineFace *self, guint position)
{
  GtkWidget *list = get_list (self);
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, get_private (self)->bound);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    if (gtk_list_item_get_position (cell) == position)
      {
        GtkWidget *row = gtk_list_item_get_child (cell);

        while (row != NULL && gtk_widget_get_parent (row) != list)
          row = gtk_widget_get_parent (row);
        return row != NULL && gtk_widget_grab_focus (row);
      }
  return FALSE;
}
