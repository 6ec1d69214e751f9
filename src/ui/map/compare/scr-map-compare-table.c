/* The terms of two partnerships as a table. See the header. */
#include "config.h"

#include "scr-map-compare-table.h"

#include "scr-pill.h"

#include <glib/gi18n-lib.h>

/* How wide a column of text wishes to be, in characters. */
#define WIDTH 40

/* --- Rows --- */

#define SCR_TYPE_MAP_COMPARE_ROW (scr_map_compare_row_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapCompareRow, scr_map_compare_row, SCR, MAP_COMPARE_ROW, GObject)

enum
{
  COLUMN_LABEL,
  COLUMN_LEFT,
  COLUMN_RIGHT,
  COLUMN_SAMENESS,
  N_COLUMNS,
};

struct _ScrMapCompareRow
{
  GObject parent_instance;
  char *texts[N_COLUMNS];
  ScrSameness sameness;
};

G_DEFINE_FINAL_TYPE (ScrMapCompareRow, scr_map_compare_row, G_TYPE_OBJECT)

static void
scr_map_compare_row_finalize (GObject *object)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (SCR_MAP_COMPARE_ROW (object)->texts[i]);
  G_OBJECT_CLASS (scr_map_compare_row_parent_class)->finalize (object);
}

static void
scr_map_compare_row_class_init (ScrMapCompareRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_map_compare_row_finalize;
}

static void
scr_map_compare_row_init (ScrMapCompareRow *self)
{
}

/* --- The table --- */

struct _ScrMapCompareTable
{
  AdwBin parent_instance;

  GtkWidget *view;
  GListStore *rows;
  GtkColumnViewColumn *columns[N_COLUMNS]; /* borrowed from the view */
};

G_DEFINE_FINAL_TYPE (ScrMapCompareTable, scr_map_compare_table, ADW_TYPE_BIN)

static guint
get_column (GtkSignalListItemFactory *factory)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label;

  if (get_column (factory) == COLUMN_SAMENESS)
    {
      GtkWidget *pill = scr_pill_new ("", "", NULL);

      gtk_widget_set_halign (pill, GTK_ALIGN_START);
      gtk_list_item_set_child (list_item, pill);
      return;
    }
  label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), get_column (factory) == COLUMN_LABEL ? WIDTH / 2 : WIDTH);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (get_column (factory) == COLUMN_LABEL)
    gtk_widget_add_css_class (label, "heading");
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  ScrMapCompareRow *row = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  const char *text = row->texts[get_column (factory)];

  /* Nothing is acted on: the whole table can be read with the pointer or a screen reader. */
  gtk_list_item_set_activatable (list_item, FALSE);
  if (get_column (factory) != COLUMN_SAMENESS)
    /* TRANSLATORS: stands where nothing is recorded. */
    gtk_label_set_text (GTK_LABEL (child), *text != '\0' ? text : C_ ("no value", "—"));
  else if (row->sameness == SCR_SAME)
    scr_pill_set (child, "", text, "plain");
  else if (row->sameness == SCR_DIFFERENT)
    scr_pill_set (child, "document-edit-symbolic", text, "soon");
  else
    scr_pill_set (child, "list-add-symbolic", text, "accent");
}

static void
add_column (ScrMapCompareTable *self, guint index, const char *title)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->columns[index] = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (self->columns[index], index == COLUMN_LEFT || index == COLUMN_RIGHT);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), self->columns[index]);
  g_object_unref (self->columns[index]);
}

static void
scr_map_compare_table_dispose (GObject *object)
{
  ScrMapCompareTable *self = SCR_MAP_COMPARE_TABLE (object);

  g_clear_object (&self->rows);
  G_OBJECT_CLASS (scr_map_compare_table_parent_class)->dispose (object);
}

static void
scr_map_compare_table_class_init (ScrMapCompareTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_map_compare_table_dispose;
}

static void
scr_map_compare_table_init (ScrMapCompareTable *self)
{
  GtkSelectionModel *model;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = g_list_store_new (SCR_TYPE_MAP_COMPARE_ROW);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  self->view = gtk_column_view_new (model);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Differences, point by point"), -1);
  add_column (self, COLUMN_LABEL, _ ("Point"));
  add_column (self, COLUMN_LEFT, "");
  add_column (self, COLUMN_RIGHT, "");
  add_column (self, COLUMN_SAMENESS, _ ("Compared"));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * scr_map_compare_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
scr_map_compare_table_new (void)
{
  return g_object_new (SCR_TYPE_MAP_COMPARE_TABLE, NULL);
}

/**
 * scr_map_compare_table_show:
 * @self: a table
 * @terms: of two sides
 * @left_name: what the left side is called
 * @right_name: what the right side is called
 * @differences_only: whether what is the same is left out
 *
 * Returns: how many points differ
 */
guint
scr_map_compare_table_show (ScrMapCompareTable *self,
                            const ScrTerms *terms,
                            const char *left_name,
                            const char *right_name,
                            gboolean differences_only)
{
  guint count = 0;

  gtk_column_view_column_set_title (self->columns[COLUMN_LEFT], left_name);
  gtk_column_view_column_set_title (self->columns[COLUMN_RIGHT], right_name);
  g_list_store_remove_all (self->rows);
  for (guint i = 0; i < terms->rows->len; i++)
    {
      const ScrTermsRow *terms_row = g_ptr_array_index (terms->rows, i);
      ScrSameness sameness = scr_terms_row_compare (terms_row, 0, 1);
      g_autoptr (ScrMapCompareRow) row = NULL;

      count += sameness != SCR_SAME;
      if (differences_only && sameness == SCR_SAME)
        continue;
      row = g_object_new (SCR_TYPE_MAP_COMPARE_ROW, NULL);
      row->sameness = sameness;
      row->texts[COLUMN_LABEL] = g_strdup (terms_row->label);
      row->texts[COLUMN_LEFT] = g_strdup (terms_row->texts[0]);
      row->texts[COLUMN_RIGHT] = g_strdup (terms_row->texts[1]);
      row->texts[COLUMN_SAMENESS] = scr_sameness_dup_words (NULL, sameness, left_name, right_name);
      g_list_store_append (self->rows, row);
    }
  return count;
}

/**
 * scr_map_compare_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many points are shown
 */
guint
scr_map_compare_table_get_n_rows (ScrMapCompareTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}
