/* ScrOutlineTable - the items of a kind as a table. See the header. */
#include "config.h"

#include "scr-outline-table.h"

#include "scr-choices.h"
#include "scr-format.h"
#include "scr-pill.h"
#include "scr-titles.h"

#include <glib/gi18n-lib.h>

/* How wide a column of text wishes to be, in characters; past it the text ends in an ellipsis with a tooltip. */
#define TITLE_WIDTH 44
#define COLUMN_WIDTH 22
#define N_RANKS 4

struct _ScrOutlineTable
{
  AdwBin parent_instance;

  ScrStore *store;
  const ScrKind *kind;
  GtkWidget *column_view;
  GHashTable *bound; /* (element-type GtkListItem) (unowned): the cells that show an item now */
  const ScrField *probed; /* which column's sorter was asked first */
};

typedef struct
{
  ScrOutlineTable *table;
  const ScrField *field;
} Column;

enum
{
  ORDER_CHANGED,
  ACTIVATED,
  MENU_ASKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrOutlineTable, scr_outline_table, ADW_TYPE_BIN)

/* --- Cells --- */

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
}

static void
show_cell (GtkListItem *list_item)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), "column");
  ScrSource *source = SCR_SOURCE (column->table->store);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  ScrItem *item = gtk_list_item_get_item (list_item);

  if (column->field->type == SCR_FIELD_STATUS)
    {
      g_autoptr (ScrItem) choice = scr_source_get_referred (source, item, column->field->name);

      scr_choices_show_pill (child, source, choice);
    }
  else
    {
      g_autofree char *text
          = scr_format_value (NULL, source, column->field, scr_item_get_value (item, column->field->name));

      show_text (child, text != NULL ? text : "");
    }
}

static void
on_right_click (GtkGestureClick *click, int n_press, double x, double y, GtkListItem *list_item)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), "column");

  g_signal_emit (column->table, signals[MENU_ASKED], 0, gtk_list_item_get_position (list_item),
                 gtk_list_item_get_child (list_item), x, y);
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
is_long_title (const ScrField *field)
{
  return (field->flags & SCR_FIELD_TITLE) && field->type == SCR_FIELD_TEXT
         && (field->max == 0 || field->max > TITLE_WIDTH);
}

static GtkWidget *
make_label (const ScrField *field)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean title = is_long_title (field);
  gboolean number = field->type == SCR_FIELD_NUMBER || field->type == SCR_FIELD_DURATION;

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  if (number || field->type == SCR_FIELD_DAY || field->type == SCR_FIELD_TIME)
    gtk_widget_add_css_class (label, "numeric");
  else
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), title ? 34 : 10);
      gtk_label_set_max_width_chars (GTK_LABEL (label), title ? TITLE_WIDTH : COLUMN_WIDTH);
    }
  if (!(field->flags & SCR_FIELD_TITLE))
    gtk_widget_add_css_class (label, "scr-dim");
  return label;
}

static GtkWidget *
make_pill (void)
{
  GtkWidget *pill = scr_pill_new ("", "", NULL);

  gtk_widget_set_halign (pill, GTK_ALIGN_START);
  /* A state is never cut. */
  gtk_label_set_ellipsize (GTK_LABEL (gtk_widget_get_last_child (pill)), PANGO_ELLIPSIZE_NONE);
  return pill;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *child = column->field->type == SCR_FIELD_STATUS ? make_pill () : make_label (column->field);

  g_object_set_data (G_OBJECT (list_item), "column", column);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_right_click), list_item, 0);
  gtk_widget_add_controller (child, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (list_item, child);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  g_hash_table_add (column->table->bound, list_item);
  show_cell (list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  g_hash_table_remove (column->table->bound, list_item);
}

/* --- Columns --- */

/* GTK 4.8 does not tell which column is sorted. Its sorter does, when it is asked to compare two things: it asks the
 * column that was clicked last first, and turns the answer round if it descends. */
static int
compare_probed (gconstpointer a, gconstpointer b, gpointer user_data)
{
  Column *column = user_data;

  if (column->table->probed == NULL)
    column->table->probed = column->field;
  return GTK_ORDERING_SMALLER;
}

static void
on_sorter_changed (GtkSorter *sorter, GtkSorterChange change, ScrOutlineTable *self)
{
  g_autoptr (GObject) first = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) second = g_object_new (G_TYPE_OBJECT, NULL);
  g_autofree char *order = NULL;
  GtkOrdering ordering;

  self->probed = NULL;
  ordering = gtk_sorter_compare (sorter, first, second);
  if (self->probed != NULL)
    order = g_strconcat (ordering == GTK_ORDERING_LARGER ? "-" : "", self->probed->name, " ", self->kind->order,
                         NULL);
  g_signal_emit (self, signals[ORDER_CHANGED], 0, order);
}

/* A record sorts by what people read, which for a reference to one of several kinds it cannot know. */
static gboolean
is_sortable (const ScrField *field)
{
  return field->type != SCR_FIELD_REFERENCE || strchr (field->of, ' ') == NULL;
}

static void
free_column (gpointer data, GClosure *closure)
{
  g_free (data);
}

static gboolean
has_long_title (const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SCR_FIELD_COLUMN) && is_long_title (&kind->fields[i]))
      return TRUE;
  return FALSE;
}

static void
add_column (ScrOutlineTable *self, const ScrField *field)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Column *column = g_new0 (Column, 1);
  g_autoptr (GtkColumnViewColumn) view_column = NULL;
  g_autoptr (GtkSorter) sorter = NULL;

  column->table = self;
  column->field = field;
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), column);
  g_signal_connect_data (factory, "unbind", G_CALLBACK (on_unbind), column, free_column, 0);
  view_column = gtk_column_view_column_new (_ (field->label), factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, has_long_title (self->kind)
                                                      ? is_long_title (field)
                                                      : (field->flags & SCR_FIELD_TITLE) != 0);
  if (is_sortable (field))
    {
      sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probed, column, NULL));
      gtk_column_view_column_set_sorter (view_column, sorter);
    }
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->column_view), view_column);
}

/* What it is, how it stands, and when, before all else: the rest may lie beyond the edge of the window. */
static guint
rank_column (const ScrField *field)
{
  if (field->flags & SCR_FIELD_TITLE)
    return 0;
  if (field->type == SCR_FIELD_STATUS)
    return 1;
  if (field->type == SCR_FIELD_DAY || field->type == SCR_FIELD_TIME)
    return 2;
  return 3;
}

static void
remove_columns (ScrOutlineTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (self->column_view));

  /* No order is left from a column of another kind. */
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (self->column_view), NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (GTK_COLUMN_VIEW (self->column_view), column);
    }
}

static void
on_activate (GtkColumnView *view, guint position, ScrOutlineTable *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
scr_outline_table_dispose (GObject *object)
{
  ScrOutlineTable *self = SCR_OUTLINE_TABLE (object);

  if (self->column_view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->column_view)), self);
      gtk_column_view_set_model (GTK_COLUMN_VIEW (self->column_view), NULL);
      remove_columns (self);
      self->column_view = NULL;
    }
  g_clear_object (&self->store);
  G_OBJECT_CLASS (scr_outline_table_parent_class)->dispose (object);
}

static void
scr_outline_table_finalize (GObject *object)
{
  g_hash_table_unref (SCR_OUTLINE_TABLE (object)->bound);
  G_OBJECT_CLASS (scr_outline_table_parent_class)->finalize (object);
}

static void
scr_outline_table_class_init (ScrOutlineTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_outline_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_outline_table_finalize;
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", SCR_TYPE_OUTLINE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", SCR_TYPE_OUTLINE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[MENU_ASKED] = g_signal_new ("menu-asked", SCR_TYPE_OUTLINE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 4, G_TYPE_UINT, GTK_TYPE_WIDGET, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
scr_outline_table_init (ScrOutlineTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->bound = g_hash_table_new (NULL, NULL);
  self->column_view = gtk_column_view_new (NULL);
  gtk_column_view_set_enable_rubberband (GTK_COLUMN_VIEW (self->column_view), FALSE);
  gtk_widget_add_css_class (self->column_view, "scr-outline");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->column_view);
  gtk_widget_add_css_class (scrolled, "card");
  gtk_widget_add_css_class (scrolled, "scr-outline-frame");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  /* As high as its rows, until there are more than fit. */
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_widget_set_valign (scrolled, GTK_ALIGN_START);
  adw_bin_set_child (ADW_BIN (self), scrolled);
  g_signal_connect (self->column_view, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->column_view)), "changed",
                    G_CALLBACK (on_sorter_changed), self);
}

/**
 * scr_outline_table_show_kind:
 * @self: a table
 * @store: the record
 * @kind: the kind whose items it shows from now on
 * @with_partnership: whether the column that says whose they are is wanted
 *
 * Makes the columns, and forgets the model.
 */
void
scr_outline_table_show_kind (ScrOutlineTable *self, ScrStore *store, const ScrKind *kind, gboolean with_partnership)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->column_view));

  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->column_view), NULL);
  g_set_object (&self->store, store);
  self->kind = kind;
  g_signal_handlers_block_by_func (sorter, on_sorter_changed, self);
  remove_columns (self);
  for (guint rank = 0; rank < N_RANKS; rank++)
    for (guint i = 0; i < kind->n_fields; i++)
      {
        const ScrField *field = &kind->fields[i];

        if ((field->flags & SCR_FIELD_COLUMN) && rank_column (field) == rank
            && (with_partnership || !(field->flags & SCR_FIELD_PARTNERSHIP)))
          add_column (self, field);
      }
  g_signal_handlers_unblock_by_func (sorter, on_sorter_changed, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (kind->plural), -1);
}

/**
 * scr_outline_table_set_model:
 * @self: a table
 * @model: (nullable): the items
 */
void
scr_outline_table_set_model (ScrOutlineTable *self, GtkSelectionModel *model)
{
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->column_view), model);
}

/**
 * scr_outline_table_refresh:
 * @self: a table
 * @change: what was altered in the record
 *
 * Shows anew what is seen of the items that changed, or that refer to what changed.
 */
void
scr_outline_table_refresh (ScrOutlineTable *self, ScrChange *change)
{
  GHashTableIter iter;
  gpointer list_item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &list_item, NULL))
    {
      const Column *column = g_object_get_data (list_item, "column");

      if (scr_titles_field_is_touched (gtk_list_item_get_item (list_item), column->field, change))
        show_cell (list_item);
    }
}

/**
 * scr_outline_table_scroll_to:
 * @self: a table
 * @position: the place of an item
 */
void
scr_outline_table_scroll_to (ScrOutlineTable *self, guint position)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->column_view); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);
}

/**
 * scr_outline_table_get_column_view:
 * @self: a table
 *
 * Returns: (transfer none): the table proper
 */
GtkColumnView *
scr_outline_table_get_column_view (ScrOutlineTable *self)
{
  return GTK_COLUMN_VIEW (self->column_view);
}
