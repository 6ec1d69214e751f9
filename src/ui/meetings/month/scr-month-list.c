/* The entries of a day as rows. See the header. */
#include "config.h"

#include "scr-month-list.h"

#include "scr-labels.h"
#include "scr-pill.h"

#include <string.h>

#define DATA_KEY "scr-item"

/**
 * scr_month_list_new:
 * @name: what it is, for assistive technology
 *
 * Returns: (transfer floating): a list without rows
 */
GtkWidget *
scr_month_list_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/* What its name says beyond its label: "14:00 Board" is the board, whose kind, day and state are told. */
static const char *
get_rest (const ScrTimelineEntry *entry)
{
  const char *title = entry->label, *space = entry->start >= 0 ? strchr (title, ' ') : NULL;
  gsize length;

  if (space != NULL)
    title = space + 1;
  length = strlen (title);
  if (entry->name == NULL || strcmp (entry->name, title) == 0)
    return NULL;
  return g_str_has_prefix (entry->name, title) && strncmp (entry->name + length, ", ", 2) == 0
             ? entry->name + length + 2
             : entry->name;
}

static GtkWidget *
new_row (const ScrTimelineEntry *entry)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *rest = get_rest (entry);

  gtk_box_append (GTK_BOX (box), scr_symbol_new (entry->held ? "emblem-default-symbolic" : entry->icon));
  gtk_box_append (GTK_BOX (words), scr_label_new_wrapping (entry->label, "heading"));
  if (rest != NULL)
    gtk_box_append (GTK_BOX (words), scr_label_new_wrapping (rest, "detail"));
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "month-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  entry->name != NULL ? entry->name : entry->label, -1);
  if (entry->item != NULL)
    g_object_set_data_full (G_OBJECT (row), DATA_KEY, g_object_ref (entry->item), g_object_unref);
  return row;
}

/**
 * scr_month_list_show:
 * @list: a list
 * @timeline: (nullable): what is shown
 * @entries: (element-type guint): which of its entries are listed
 */
void
scr_month_list_show (GtkListBox *list, const ScrTimeline *timeline, GArray *entries)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; timeline != NULL && i < entries->len; i++)
    gtk_list_box_append (list,
                         new_row (scr_timeline_get_entry (timeline, g_array_index (entries, guint, i))));
}

/**
 * scr_month_list_get_item:
 * @row: a row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
ScrItem *
scr_month_list_get_item (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), DATA_KEY);
}

/**
 * scr_month_list_find_row:
 * @list: a list
 * @id: (nullable): identity of a thing
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkListBoxRow *
scr_month_list_find_row (GtkListBox *list, const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; id != NULL && (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    if (scr_month_list_get_item (row) != NULL
        && g_str_equal (scr_item_get_id (scr_month_list_get_item (row)), id))
      return row;
  return NULL;
}
