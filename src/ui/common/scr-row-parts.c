/* What a row is put together from, and what it tells of itself. See scr-row.h. */
#include "config.h"

#include "scr-row-private.h"

#include "scr-labels.h"

#include <glib/gi18n-lib.h>

/**
 * scr_row_construct:
 * @self: a row that was just made
 * @context: what the window hands to its views
 * @field: the field that it is for
 *
 * For scr_row_new(): gives the row its label, help and widgets.
 */
void
scr_row_construct (ScrRow *self, ScrContext *context, const ScrField *field)
{
  ScrRowPrivate *priv = scr_row_get_private (self);

  priv->context = g_object_ref (context);
  priv->field = field;
  gtk_label_set_text (GTK_LABEL (priv->title), _ (field->label));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (field->label));
  if (field->help != NULL)
    gtk_box_append (GTK_BOX (priv->body), scr_label_new_wrapping (_ (field->help), "scr-row-help"));
  SCR_ROW_GET_CLASS (self)->build (self);
}

/**
 * scr_row_set_content:
 * @self: a row
 * @content: (nullable): what stands under the label
 * @focus: the widget in it that is edited: it gets the field's name and the focus
 */
void
scr_row_set_content (ScrRow *self, GtkWidget *content, GtkWidget *focus)
{
  ScrRowPrivate *priv = scr_row_get_private (self);

  if (content != NULL)
    gtk_box_insert_child_after (GTK_BOX (priv->body), content, priv->title);
  priv->focus = focus;
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (priv->field->label),
                                  -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  priv->message_label, NULL, -1);
  if (priv->field->help != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    _ (priv->field->help), -1);
}

/**
 * scr_row_add_suffix:
 * @self: a row
 * @suffix: a widget for its end
 */
void
scr_row_add_suffix (ScrRow *self, GtkWidget *suffix)
{
  gtk_widget_set_valign (suffix, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (scr_row_get_private (self)->suffixes), suffix);
}

/**
 * scr_row_add_button:
 * @self: a row
 * @icon: a symbolic icon's name
 * @label: what the button does, translated
 * @clicked: called with @self
 *
 * Returns: (transfer none): a flat button at the row's end
 */
GtkWidget *
scr_row_add_button (ScrRow *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  scr_row_add_suffix (self, button);
  return button;
}

/**
 * scr_row_get_field:
 * @self: a row
 *
 * Returns: (transfer none): the field that it is for
 */
const ScrField *
scr_row_get_field (ScrRow *self)
{
  return scr_row_get_private (self)->field;
}

/**
 * scr_row_get_context:
 * @self: a row
 *
 * Returns: (transfer none): what the window handed to it
 */
ScrContext *
scr_row_get_context (ScrRow *self)
{
  return scr_row_get_private (self)->context;
}

/**
 * scr_row_get_item:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): whose field it shows
 */
ScrItem *
scr_row_get_item (ScrRow *self)
{
  return scr_row_get_private (self)->item;
}

/**
 * scr_row_get_store:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the record of its item
 */
ScrStore *
scr_row_get_store (ScrRow *self)
{
  return scr_row_get_private (self)->store;
}

/**
 * scr_row_get_editable:
 * @self: a row
 *
 * Returns: whether its value may be altered
 */
gboolean
scr_row_get_editable (ScrRow *self)
{
  return scr_row_get_private (self)->editable;
}

/**
 * scr_row_get_error:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): why what was typed is not kept
 */
const char *
scr_row_get_error (ScrRow *self)
{
  return scr_row_get_private (self)->error;
}

/**
 * scr_row_get_warning:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the remark under its value
 */
const char *
scr_row_get_warning (ScrRow *self)
{
  return scr_row_get_private (self)->warning;
}
