/* ScrOutlineRows - the items of a kind as a plain list of rows. See the header. */
#include "config.h"

#include "scr-outline-rows.h"

#include "scr-choices.h"
#include "scr-format.h"
#include "scr-labels.h"
#include "scr-pill.h"
#include "scr-titles.h"

#include <glib/gi18n-lib.h>

struct _ScrOutlineRows
{
  AdwBin parent_instance;

  ScrStore *store;
  const ScrField *status; /* (nullable): the kind's first state */
  GtkWidget *list;
  GHashTable *bound; /* (element-type GtkListItem) (unowned): the rows that show an item now */
};

enum
{
  ACTIVATED,
  MENU_ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrOutlineRows, scr_outline_rows, ADW_TYPE_BIN)

static void
show_row (ScrOutlineRows *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  GtkWidget *pill = gtk_widget_get_last_child (box);
  ScrItem *item = gtk_list_item_get_item (list_item);
  ScrSource *source = SCR_SOURCE (self->store);
  g_autofree char *text = scr_format_title (NULL, source, item);
  g_autofree char *summary
      = scr_titles_dup_summary (source, item, self->status != NULL ? self->status->name : NULL);
  g_autoptr (ScrItem) choice
      = self->status != NULL ? scr_source_get_referred (source, item, self->status->name) : NULL;

  gtk_label_set_text (GTK_LABEL (title), text);
  gtk_label_set_text (GTK_LABEL (subtitle), summary);
  gtk_widget_set_visible (subtitle, *summary != '\0');
  scr_choices_show_pill (pill, source, choice);
}

static void
on_right_click (GtkGestureClick *click, int n_press, double x, double y, GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  g_signal_emit (gtk_widget_get_ancestor (child, SCR_TYPE_OUTLINE_ROWS), signals[MENU_ASKED], 0,
                 gtk_list_item_get_position (list_item), child, x, y);
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrOutlineRows *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *pill = scr_pill_new ("", "", NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (box, "scr-outline-row");
  gtk_box_append (GTK_BOX (box), scr_label_new_wrapping (NULL, "heading"));
  gtk_box_append (GTK_BOX (box), scr_label_new_wrapping (NULL, "scr-row-title"));
  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click), list_item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrOutlineRows *self)
{
  g_hash_table_add (self->bound, list_item);
  show_row (self, list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrOutlineRows *self)
{
  g_hash_table_remove (self->bound, list_item);
}

static void
on_activate (GtkListView *list, guint position, ScrOutlineRows *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
scr_outline_rows_dispose (GObject *object)
{
  ScrOutlineRows *self = SCR_OUTLINE_ROWS (object);

  if (self->list != NULL)
    {
      gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
      gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), NULL);
      self->list = NULL;
    }
  g_clear_object (&self->store);
  G_OBJECT_CLASS (scr_outline_rows_parent_class)->dispose (object);
}

static void
scr_outline_rows_finalize (GObject *object)
{
  g_hash_table_unref (SCR_OUTLINE_ROWS (object)->bound);
  G_OBJECT_CLASS (scr_outline_rows_parent_class)->finalize (object);
}

static void
scr_outline_rows_class_init (ScrOutlineRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_outline_rows_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_outline_rows_finalize;
  signals[ACTIVATED] = g_signal_new ("activated", SCR_TYPE_OUTLINE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MENU_ASKED] = g_signal_new ("menu-asked", SCR_TYPE_OUTLINE_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 4, G_TYPE_UINT, GTK_TYPE_WIDGET, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
scr_outline_rows_init (ScrOutlineRows *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->bound = g_hash_table_new (NULL, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->list = gtk_list_view_new (NULL, factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_widget_add_css_class (self->list, "scr-outline");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "scr-outline-frame");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  /* As high as its rows, until there are more than fit. */
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_valign (scrolled, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect (self->list, "activate", G_CALLBACK (on_activate), self);
}

/**
 * scr_outline_rows_show_kind:
 * @self: a list
 * @store: the record
 * @kind: the kind whose items it shows from now on
 *
 * Forgets the model.
 */
void
scr_outline_rows_show_kind (ScrOutlineRows *self, ScrStore *store, const ScrKind *kind)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_set_object (&self->store, store);
  self->status = NULL;
  for (guint i = 0; i < kind->n_fields && self->status == NULL; i++)
    if (kind->fields[i].type == SCR_FIELD_STATUS)
      self->status = &kind->fields[i];
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (kind->plural), -1);
}

/**
 * scr_outline_rows_set_model:
 * @self: a list
 * @model: (nullable): the items
 */
void
scr_outline_rows_set_model (ScrOutlineRows *self, GtkSelectionModel *model)
{
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
}

/**
 * scr_outline_rows_refresh:
 * @self: a list
 * @change: what was altered in the record
 *
 * Shows anew what is seen of the items that changed, or that refer to what changed.
 */
void
scr_outline_rows_refresh (ScrOutlineRows *self, ScrChange *change)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    if (scr_titles_item_is_touched (gtk_list_item_get_item (list_item), change))
      show_row (self, list_item);
}

/**
 * scr_outline_rows_scroll_to:
 * @self: a list
 * @position: the place of an item
 */
void
scr_outline_rows_scroll_to (ScrOutlineRows *self, guint position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}
