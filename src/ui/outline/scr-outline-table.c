/* ScrOutlineTable - the items of a kind as a table. See the header. */
#include "config.h"

#include "scr-outline-table.h"

#include "scr-choices.h"
#include "scr-format.h"
#include "scr-pill.h"
#include "scr-titles.h"

#include <glib/gi18n-lib.h>

/* How wide a column of text wishes to be, in characters; past it the text ends in an ellipsis with a tooltip.
 */
#define TITLE_WIDTH 44
#define COLUMN_WIDTH 22
#define N_RANKS 4

struct _ScrOutlineTable
{
  ScrOutlineFace parent_instance;

  const ScrKind *kind;
  GtkWidget *column_view;
  const ScrField *probed; /* which column's sorter was asked first */
  const char *pill_field; /* (nullable): shown as a pill by pill_show */
  ScrOutlinePillFunc pill_show;
  gpointer pill_data;

  /* Right to left: as they were when it was held to its end last. */
  double upper;
  double page;
  double from_end;
  guint hold_source;
};

typedef struct
{
  ScrOutlineTable *table;
  const ScrField *field;
} Column;

enum
{
  ORDER_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ScrOutlineTable, scr_outline_table, SCR_TYPE_OUTLINE_FACE)

/* --- Cells --- */

static void
show_text (GtkWidget *label, const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, *text != '\0' ? text : NULL);
}

static gboolean
has_own_pill (const Column *column)
{
  return g_strcmp0 (column->field->name, column->table->pill_field) == 0;
}

static void
scr_outline_table_show_cell (ScrOutlineFace *face, GtkListItem *list_item)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), "column");
  ScrSource *source = scr_outline_face_get_source (face);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  ScrItem *item = gtk_list_item_get_item (list_item);

  if (has_own_pill (column))
    column->table->pill_show (child, item, column->table->pill_data);
  else if (column->field->type == SCR_FIELD_STATUS)
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

static gboolean
scr_outline_table_is_touched (ScrOutlineFace *face, GtkListItem *list_item, ScrChange *change)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), "column");

  if (has_own_pill (column))
    return scr_titles_item_is_touched (gtk_list_item_get_item (list_item), change);
  return scr_titles_field_is_touched (gtk_list_item_get_item (list_item), column->field, change);
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
  gboolean pill = column->field->type == SCR_FIELD_STATUS || has_own_pill (column);
  GtkWidget *child = pill ? make_pill () : make_label (column->field);

  g_object_set_data (G_OBJECT (list_item), "column", column);
  scr_outline_face_set_up_cell (SCR_OUTLINE_FACE (column->table), list_item, child);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  scr_outline_face_bind (SCR_OUTLINE_FACE (column->table), list_item);
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, Column *column)
{
  scr_outline_face_unbind (SCR_OUTLINE_FACE (column->table), list_item);
}

/* --- Columns --- */

/* GTK 4.8 does not tell which column is sorted. Its sorter does, when it is asked to compare two things: it
 * asks the column that was clicked last first, and turns the answer round if it descends. */
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
    order = g_strconcat (ordering == GTK_ORDERING_LARGER ? "-" : "", self->probed->name, " ",
                         self->kind->order, NULL);
  g_signal_emit (self, signals[ORDER_CHANGED], 0, order);
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
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_probed, column, NULL));
  gtk_column_view_column_set_sorter (view_column, sorter);
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

/* --- Written from right to left --- */

/* The first columns are at the right end then, where a table does not start by itself. How far it is from
 * there stays, whatever its widths become. */
static gboolean
hold_to_end (gpointer user_data)
{
  ScrOutlineTable *self = user_data;
  GtkAdjustment *adjustment = scr_outline_face_get_hadjustment (SCR_OUTLINE_FACE (self));

  self->hold_source = 0;
  self->upper = gtk_adjustment_get_upper (adjustment);
  self->page = gtk_adjustment_get_page_size (adjustment);
  gtk_adjustment_set_value (adjustment, self->upper - self->page - self->from_end);
  return G_SOURCE_REMOVE;
}

/* Widths alter while the table is being given its size: what follows from it must wait until that is over. */
static void
on_widths_changed (ScrOutlineTable *self)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL && self->hold_source == 0)
    self->hold_source = g_idle_add_full (GTK_PRIORITY_RESIZE, hold_to_end, self, NULL);
}

static void
on_scrolled (GtkAdjustment *adjustment, ScrOutlineTable *self)
{
  /* Otherwise the widths altered, not what the person looks at. */
  if (gtk_adjustment_get_upper (adjustment) == self->upper
      && gtk_adjustment_get_page_size (adjustment) == self->page)
    self->from_end = self->upper - self->page - gtk_adjustment_get_value (adjustment);
}

static void
scr_outline_table_dispose (GObject *object)
{
  ScrOutlineTable *self = SCR_OUTLINE_TABLE (object);

  g_clear_handle_id (&self->hold_source, g_source_remove);
  if (self->column_view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->column_view)),
                                            self);
      gtk_column_view_set_model (GTK_COLUMN_VIEW (self->column_view), NULL);
      remove_columns (self);
      self->column_view = NULL;
    }
  G_OBJECT_CLASS (scr_outline_table_parent_class)->dispose (object);
}

static void
scr_outline_table_class_init (ScrOutlineTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_outline_table_dispose;
  SCR_OUTLINE_FACE_CLASS (klass)->show_cell = scr_outline_table_show_cell;
  SCR_OUTLINE_FACE_CLASS (klass)->is_touched = scr_outline_table_is_touched;
  signals[ORDER_CHANGED] = g_signal_new ("order-changed", SCR_TYPE_OUTLINE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
scr_outline_table_init (ScrOutlineTable *self)
{
  GtkAdjustment *adjustment;

  self->column_view = gtk_column_view_new (NULL);
  gtk_column_view_set_enable_rubberband (GTK_COLUMN_VIEW (self->column_view), FALSE);
  scr_outline_face_set_list (SCR_OUTLINE_FACE (self), self->column_view);
  g_signal_connect (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->column_view)), "changed",
                    G_CALLBACK (on_sorter_changed), self);
  adjustment = scr_outline_face_get_hadjustment (SCR_OUTLINE_FACE (self));
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_widths_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (on_scrolled), self, 0);
}

/**
 * scr_outline_table_show_as_pill:
 * @self: a table that shows no kind yet
 * @field: a field's name; a static string
 * @show: shows it in a pill
 * @user_data: for @show
 */
void
scr_outline_table_show_as_pill (ScrOutlineTable *self,
                                const char *field,
                                ScrOutlinePillFunc show,
                                gpointer user_data)
{
  self->pill_field = field;
  self->pill_show = show;
  self->pill_data = user_data;
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
scr_outline_table_show_kind (ScrOutlineTable *self,
                             ScrStore *store,
                             const ScrKind *kind,
                             gboolean with_partnership)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->column_view));

  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->column_view), NULL);
  scr_outline_face_set_store (SCR_OUTLINE_FACE (self), store);
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
