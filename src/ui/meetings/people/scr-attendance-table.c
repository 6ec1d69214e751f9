/* ScrAttendanceTable - figures of attendance as a table. See the header. */
#include "config.h"

#include "scr-attendance-table.h"

#include "scr-csv.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_WHO,
  COLUMN_GROUP,
  COLUMN_PERCENT,
  COLUMN_EXPECTED,
  COLUMN_PRESENT,
  COLUMN_SUBSTITUTED,
  COLUMN_APOLOGIES,
  COLUMN_ABSENT,
  COLUMN_UNKNOWN,
  COLUMN_MEETINGS,
  COLUMN_QUORATE,
  N_COLUMNS,
};

static const char *const titles[N_COLUMNS] = {
    N_ ("Who"),          N_ ("Group"),         N_ ("Attended"),      N_ ("Expected"),
    N_ ("Present"),      N_ ("By substitute"), N_ ("Apologies"),     N_ ("Absent"),
    N_ ("Not recorded"), N_ ("Meetings"),      N_ ("With a quorum"),
};

/* --- Rows --- */

#define SCR_TYPE_ATTENDANCE_ROW (scr_attendance_row_get_type ())
G_DECLARE_FINAL_TYPE (ScrAttendanceRow, scr_attendance_row, SCR, ATTENDANCE_ROW, GObject)

struct _ScrAttendanceRow
{
  GObject parent_instance;
  char *texts[N_COLUMNS];
  int numbers[N_COLUMNS]; /* what numeric columns sort by */
};

G_DEFINE_FINAL_TYPE (ScrAttendanceRow, scr_attendance_row, G_TYPE_OBJECT)

static void
scr_attendance_row_finalize (GObject *object)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (SCR_ATTENDANCE_ROW (object)->texts[i]);
  G_OBJECT_CLASS (scr_attendance_row_parent_class)->finalize (object);
}

static void
scr_attendance_row_class_init (ScrAttendanceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scr_attendance_row_finalize;
}

static void
scr_attendance_row_init (ScrAttendanceRow *self)
{
}

static ScrAttendanceRow *
make_row (ScrSource *source, const ScrAttendanceFigure *figure)
{
  ScrAttendanceRow *row = g_object_new (SCR_TYPE_ATTENDANCE_ROW, NULL);
  const int numbers[N_COLUMNS] = {
      [COLUMN_PERCENT] = scr_attendance_figure_get_percent (figure),
      [COLUMN_EXPECTED] = (int)figure->expected,
      [COLUMN_PRESENT] = (int)figure->present,
      [COLUMN_SUBSTITUTED] = (int)figure->substituted,
      [COLUMN_APOLOGIES] = (int)figure->apologies,
      [COLUMN_ABSENT] = (int)figure->absent,
      [COLUMN_UNKNOWN] = (int)figure->unknown,
      [COLUMN_MEETINGS] = (int)figure->meetings,
      [COLUMN_QUORATE] = (int)figure->quorate,
  };

  for (guint i = COLUMN_PERCENT; i < N_COLUMNS; i++)
    {
      row->numbers[i] = numbers[i];
      row->texts[i] = g_strdup_printf ("%d", numbers[i]);
    }
  g_free (row->texts[COLUMN_PERCENT]);
  row->texts[COLUMN_PERCENT] = numbers[COLUMN_PERCENT] >= 0
                                   /* TRANSLATORS: a percentage */
                                   ? g_strdup_printf (_ ("%d %%"), numbers[COLUMN_PERCENT])
                                   : g_strdup (C_ ("no value", "—"));
  row->texts[COLUMN_GROUP]
      = figure->group != NULL ? scr_format_title (NULL, source, figure->group) : g_strdup (_ ("No group"));
  row->texts[COLUMN_WHO] = figure->who != NULL ? scr_format_title (NULL, source, figure->who)
                                               : g_strdup (row->texts[COLUMN_GROUP]);
  return row;
}

/* --- The table --- */

struct _ScrAttendanceTable
{
  AdwBin parent_instance;

  GtkWidget *view;
  GListStore *rows;
  GtkColumnViewColumn *columns[N_COLUMNS]; /* borrowed from the view */
};

G_DEFINE_FINAL_TYPE (ScrAttendanceTable, scr_attendance_table, ADW_TYPE_BIN)

static guint
get_column (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, "column"));
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);
  gboolean is_text = get_column (factory) < COLUMN_PERCENT;

  gtk_label_set_xalign (GTK_LABEL (label), is_text ? 0 : 1);
  if (is_text)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), 14);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
    }
  else
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  ScrAttendanceRow *row = gtk_list_item_get_item (list_item);

  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)), row->texts[get_column (factory)]);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const ScrAttendanceRow *left = a;
  const ScrAttendanceRow *right = b;
  guint column = GPOINTER_TO_UINT (data);

  if (column < COLUMN_PERCENT)
    return g_utf8_collate (left->texts[column], right->texts[column]);
  return (left->numbers[column] > right->numbers[column]) - (left->numbers[column] < right->numbers[column]);
}

static void
add_column (ScrAttendanceTable *self, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, GUINT_TO_POINTER (index), NULL));

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  self->columns[index] = gtk_column_view_column_new (_ (titles[index]), factory);
  gtk_column_view_column_set_sorter (self->columns[index], sorter);
  gtk_column_view_column_set_expand (self->columns[index], index < COLUMN_PERCENT);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), self->columns[index]);
  g_object_unref (self->columns[index]);
  g_object_unref (sorter);
}

static void
scr_attendance_table_dispose (GObject *object)
{
  g_clear_object (&SCR_ATTENDANCE_TABLE (object)->rows);
  G_OBJECT_CLASS (scr_attendance_table_parent_class)->dispose (object);
}

static void
scr_attendance_table_class_init (ScrAttendanceTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_attendance_table_dispose;
}

static void
scr_attendance_table_init (ScrAttendanceTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;

  self->rows = g_list_store_new (SCR_TYPE_ATTENDANCE_ROW);
  self->view = gtk_column_view_new (NULL);
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  {
    GtkNoSelection *model = gtk_no_selection_new (G_LIST_MODEL (sorted));

    gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (model));
    g_object_unref (model);
  }
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Attendance over a year"), -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    add_column (self, i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->view);
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * scr_attendance_table_new:
 *
 * Returns: (transfer floating): an empty table
 */
GtkWidget *
scr_attendance_table_new (void)
{
  return g_object_new (SCR_TYPE_ATTENDANCE_TABLE, NULL);
}

/**
 * scr_attendance_table_show:
 * @self: a table
 * @source: the record
 * @figures: (element-type ScrAttendanceFigure): of people, or of groups
 */
void
scr_attendance_table_show (ScrAttendanceTable *self, ScrSource *source, GPtrArray *figures)
{
  const ScrAttendanceFigure *first = figures->len > 0 ? figures->pdata[0] : NULL;
  gboolean is_people = first == NULL || first->who != NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < figures->len; i++)
    g_ptr_array_add (rows, make_row (source, figures->pdata[i]));
  gtk_column_view_column_set_visible (self->columns[COLUMN_WHO], is_people);
  gtk_column_view_column_set_visible (self->columns[COLUMN_QUORATE], !is_people);
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), rows->pdata,
                       rows->len);
}

/**
 * scr_attendance_table_get_n_rows:
 * @self: a table
 *
 * Returns: how many rows it shows
 */
guint
scr_attendance_table_get_n_rows (ScrAttendanceTable *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static void
put_cell (GString *text, guint index, const char *cell)
{
  g_autofree char *quoted = scr_csv_dup_cell (cell);

  if (index > 0)
    g_string_append_c (text, ',');
  g_string_append (text, quoted);
}

/**
 * scr_attendance_table_dup_csv:
 * @self: a table
 *
 * Returns: (transfer full): what it shows, in the order in which it shows it, as a table for spreadsheets
 */
char *
scr_attendance_table_dup_csv (ScrAttendanceTable *self)
{
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (self->view));
  guint shown[N_COLUMNS];
  guint n = 0;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < N_COLUMNS; i++)
    if (gtk_column_view_column_get_visible (self->columns[i]))
      shown[n++] = i;
  for (guint i = 0; i < n; i++)
    put_cell (text, i, shown[i] == COLUMN_PERCENT ? _ ("Attended, per cent") : _ (titles[shown[i]]));
  g_string_append (text, "\r\n");
  for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (model)); k++)
    {
      g_autoptr (ScrAttendanceRow) row = g_list_model_get_item (G_LIST_MODEL (model), k);

      /* A figure goes out as a number that can be reckoned with. */
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *number = shown[i] < COLUMN_PERCENT || row->numbers[shown[i]] < 0
                                        ? NULL
                                        : g_strdup_printf ("%d", row->numbers[shown[i]]);

          put_cell (text, i, shown[i] < COLUMN_PERCENT ? row->texts[shown[i]] : number);
        }
      g_string_append (text, "\r\n");
    }
  return g_string_free (text, FALSE);
}
