/* What the widgets of the map share. See the header. */
#include "config.h"

#include "scr-map-parts.h"

#include "scr-common.h"
#include "scr-labels.h"
#include "scr-map-resources.h"

#define STYLE_PATH "/org/example/Scrutiny/map/map.css"

/**
 * scr_map_ensure:
 *
 * Registers the resources of ui/map/ and gives its style to the default display; calling it again costs nothing.
 */
void
scr_map_ensure (void)
{
  scr_common_ensure ();
  if (!g_resources_get_info (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    scr_map_register_resource ();
  scr_common_add_style (STYLE_PATH);
}

/**
 * scr_map_texts_new:
 * @title: the first line, translated
 * @detail: (nullable): the dim one under it
 *
 * Returns: (transfer floating): both, taking as many lines as they need
 */
GtkWidget *
scr_map_texts_new (const char *title, const char *detail)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *dim = scr_label_new_wrapping (detail, "scr-map-detail");

  gtk_box_append (GTK_BOX (texts), scr_label_new_wrapping (title, NULL));
  gtk_widget_add_css_class (dim, "scr-dim");
  gtk_widget_set_visible (dim, detail != NULL && *detail != '\0');
  gtk_box_append (GTK_BOX (texts), dim);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  return texts;
}

/**
 * scr_map_symbol_new:
 * @icon: a symbolic icon's name
 * @tone: (nullable): "missing", "partial", "done", "late", "soon" or "dim"
 *
 * Returns: (transfer floating): a symbol that words beside it repeat
 */
GtkWidget *
scr_map_symbol_new (const char *icon, const char *tone)
{
  GtkWidget *symbol = scr_icon_new_silent (icon);

  gtk_widget_add_css_class (symbol, "scr-map-symbol");
  if (tone != NULL)
    gtk_widget_add_css_class (symbol, tone);
  gtk_widget_set_valign (symbol, GTK_ALIGN_CENTER);
  return symbol;
}

/**
 * scr_map_list_row_new:
 * @icon: a symbolic icon's name
 * @tone: (nullable): as for scr_map_symbol_new()
 * @title: the first line, translated
 * @detail: (nullable): the dim one under it
 *
 * Returns: (transfer floating): a row for a boxed list, named by both lines
 */
GtkWidget *
scr_map_list_row_new (const char *icon, const char *tone, const char *title, const char *detail)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = g_strjoin (", ", title, detail, NULL);

  gtk_widget_add_css_class (content, "scr-map-row");
  gtk_box_append (GTK_BOX (content), scr_map_symbol_new (icon, tone));
  gtk_box_append (GTK_BOX (content), scr_map_texts_new (title, detail));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  /* On the child, where the accessibility bus looks, and on the row, which has the focus. */
  scr_map_name (row, name);
  scr_map_name (content, name);
  return row;
}

/**
 * scr_map_note_new:
 * @icon: a symbolic icon's name
 * @tone: (nullable): as for scr_map_symbol_new()
 * @label: (out) (transfer none): what says the sentence, empty as yet
 *
 * Returns: (transfer floating): a sentence in the place of a list that has nothing to show
 */
GtkWidget *
scr_map_note_new (const char *icon, const char *tone, GtkWidget **label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  *label = scr_label_new_wrapping (NULL, NULL);
  gtk_widget_set_hexpand (*label, TRUE);
  gtk_box_append (GTK_BOX (box), scr_map_symbol_new (icon, tone));
  gtk_box_append (GTK_BOX (box), *label);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_add_css_class (box, "scr-map-note");
  return box;
}

/**
 * scr_map_name:
 * @widget: a widget
 * @name: what assistive technology calls it, translated
 */
void
scr_map_name (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
