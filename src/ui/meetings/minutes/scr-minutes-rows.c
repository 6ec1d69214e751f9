/* Small parts that minutes and scrutiny at a meeting are made of. See the header. */
#include "scr-minutes-rows.h"

#include "minutes-resources.h"
#include "scr-common.h"
#include "scr-labels.h"
#include "scr-pill.h"
#include "scr-wrap-box.h"

#define STYLE_PATH "/org/example/Scrutiny/meetings/minutes/minutes.css"

/**
 * scr_minutes_rows_ensure:
 *
 * Registers the resources of this folder and gives its style to the default display; calling it again costs
 * nothing.
 */
void
scr_minutes_rows_ensure (void)
{
  scr_common_ensure ();
  if (!g_resources_get_info (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    scr_minutes_register_resource ();
  scr_common_add_style (STYLE_PATH);
}

/**
 * scr_minutes_rows_new:
 * @name: what the list holds, translated
 *
 * Returns: (transfer floating): an empty list whose rows are activated by a press
 */
GtkWidget *
scr_minutes_rows_new (const char *name)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return list;
}

/**
 * scr_minutes_rows_clear:
 * @list: a list of rows
 */
void
scr_minutes_rows_clear (GtkWidget *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}

/**
 * scr_minutes_rows_get_focused:
 * @list: a list of rows
 *
 * Returns: the row that has the keyboard, or that holds what has it; -1 if none does
 */
int
scr_minutes_rows_get_focused (GtkWidget *list)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)) != NULL; i++)
    if (gtk_widget_get_state_flags (GTK_WIDGET (row)) & GTK_STATE_FLAG_FOCUS_WITHIN)
      return i;
  return -1;
}

/**
 * scr_minutes_rows_focus:
 * @list: a list of rows that were made anew
 * @index: which had the keyboard before, or -1
 */
void
scr_minutes_rows_focus (GtkWidget *list, int index)
{
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), index) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/**
 * scr_minutes_row_new:
 * @icon: a symbolic icon's name
 * @title: what the row says
 * @subtitle: (nullable): a line under it
 *
 * Returns: (transfer floating): a row that is activated by a press
 */
GtkWidget *
scr_minutes_row_new (const char *icon, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), scr_symbol_new (icon));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/**
 * scr_minutes_button_bar_new:
 *
 * Returns: (transfer floating): buttons side by side, on further lines where there is too little width
 */
GtkWidget *
scr_minutes_button_bar_new (void)
{
  return scr_wrap_box_new (6, 6);
}

/**
 * scr_minutes_button_bar_add:
 * @bar: a bar
 * @button: a button of it
 */
void
scr_minutes_button_bar_add (GtkWidget *bar, GtkWidget *button)
{
  scr_wrap_box_append (SCR_WRAP_BOX (bar), button);
}

/**
 * scr_minutes_adder_new:
 * @label: what it adds, translated, with a mnemonic
 *
 * Returns: (transfer floating): a small button with a plus
 */
GtkWidget *
scr_minutes_adder_new (const char *label)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new_with_mnemonic (label);

  gtk_box_append (GTK_BOX (box), scr_icon_new_silent ("list-add-symbolic"));
  gtk_box_append (GTK_BOX (box), words);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, words, NULL,
                                  -1);
  return button;
}

/**
 * scr_minutes_heading_new:
 * @title: (out): the label that says what it is
 *
 * Returns: (transfer floating): a box for a heading and what stands at its end
 */
GtkWidget *
scr_minutes_heading_new (GtkWidget **title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  *title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                         "wrap", TRUE, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (*title, "title-4");
  gtk_box_append (GTK_BOX (box), *title);
  return box;
}
