/* Small parts that the shared widgets are made of. See the header. */
#include "config.h"

#include "scr-labels.h"

#include "scr-icons.h"

#include <glib/gi18n-lib.h>

/**
 * scr_label_new_wrapping:
 * @text: (nullable): what it says, translated
 * @css_class: (nullable): a style class
 *
 * Returns: (transfer floating): a label that begins at the left and takes as many lines as it needs
 */
GtkWidget *
scr_label_new_wrapping (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * scr_icon_new_silent:
 * @icon: (nullable): a symbolic icon's name
 *
 * Returns: (transfer floating): an image that screen readers pass over, for words beside it say the same
 */
GtkWidget *
scr_icon_new_silent (const char *icon)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", scr_icon_resolve (icon), "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/**
 * scr_menu_show_moves:
 * @section: a part of a menu
 * @up: the action that moves towards the beginning
 * @down: the action that moves towards the end
 * @shown: whether people order what the menu is for; if not, the part is empty
 *
 * Items that are hidden instead leave a menu of the wrong size in GTK 4.8.
 */
void
scr_menu_show_moves (GMenu *section, const char *up, const char *down, gboolean shown)
{
  g_menu_remove_all (section);
  if (!shown)
    return;
  g_menu_append (section, _ ("Move _Up"), up);
  g_menu_append (section, _ ("Move D_own"), down);
}
