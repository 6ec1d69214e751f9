/* Buttons of a view's bar. See the header. */
#include "config.h"

#include "scr-tool-button.h"

/**
 * scr_tool_button_new:
 * @label: what it is called, translated; with an icon, only for who cannot see that
 * @icon: (nullable): name of the icon that it shows instead
 * @tooltip: what it does, translated
 * @action: name of the action that it does
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
scr_tool_button_new (const char *label, const char *icon, const char *tooltip, const char *action)
{
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (icon != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}
