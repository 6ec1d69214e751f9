/* ScrRowText - a field that is typed on one line. See the header. */
#include "config.h"

#include "scr-row-text.h"

#include "scr-labels.h"
#include "scr-name-guess.h"
#include "scr-validate.h"

#include <string.h>

typedef struct
{
  GtkWidget *text;
  GtkWidget *edit_icon; /* (nullable) */
} ScrRowTextPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (ScrRowText, scr_row_text, SCR_TYPE_ROW)

static ScrRowTextPrivate *
get_private (ScrRowText *self)
{
  return scr_row_text_get_instance_private (self);
}

static void
update_warning (ScrRowText *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (get_private (self)->text));
  ScrNameGuess guess;

  if (scr_row_get_field (SCR_ROW (self))->type == SCR_FIELD_TEXT)
    scr_row_set_warning (SCR_ROW (self), scr_name_guess_find (typed, &guess) ? scr_name_guess_get_warning (guess.kind) : NULL);
}

static void
on_typed (ScrRowText *self)
{
  update_warning (self);
  scr_row_edited (SCR_ROW (self), FALSE);
}

static void
on_activate (ScrRowText *self)
{
  scr_row_flush (SCR_ROW (self));
}

/* A line that is longer than its row is told whole in a tooltip. */
static gboolean
on_query_tooltip (GtkWidget *text, int x, int y, gboolean keyboard, GtkTooltip *tooltip, ScrRowText *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (text));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (text, typed);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width <= gtk_widget_get_width (text))
    return FALSE;
  gtk_tooltip_set_text (tooltip, typed);
  return TRUE;
}

/* A click anywhere on the row means its text. */
static void
on_pressed (ScrRowText *self)
{
  gtk_widget_grab_focus (get_private (self)->text);
}

static void
scr_row_text_build (ScrRow *row)
{
  ScrRowText *self = SCR_ROW_TEXT (row);
  ScrRowTextPrivate *priv = get_private (self);
  GtkGesture *click = gtk_gesture_click_new ();

  /* By itself the toolkit's bare text is part of an entry and says nothing; here it is the entry. */
  priv->text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  gtk_widget_add_css_class (priv->text, "scr-row-value");
  gtk_text_set_input_purpose (GTK_TEXT (priv->text), GTK_INPUT_PURPOSE_FREE_FORM);
  scr_row_set_content (row, priv->text, priv->text);
  gtk_widget_set_has_tooltip (priv->text, TRUE);
  g_signal_connect (priv->text, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  g_signal_connect_swapped (priv->text, "changed", G_CALLBACK (on_typed), self);
  g_signal_connect_swapped (priv->text, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");
  if (SCR_ROW_TEXT_GET_CLASS (self)->parse == NULL)
    scr_row_text_add_edit_icon (self);
}

/* What the text widget could undo belonged to what it showed before: another item, or another value. */
static void
forget_typing (ScrRowTextPrivate *priv)
{
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->text), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (priv->text), TRUE);
}

static void
scr_row_text_item_set (ScrRow *row)
{
  forget_typing (get_private (SCR_ROW_TEXT (row)));
}

static void
scr_row_text_show (ScrRow *row, const ScrValue *value)
{
  ScrRowText *self = SCR_ROW_TEXT (row);
  ScrRowTextPrivate *priv = get_private (self);
  g_autofree char *shown = NULL;

  if (value->type == SCR_VALUE_NONE)
    shown = g_strdup ("");
  else if (value->type == SCR_VALUE_TEXT && !scr_validate_value (scr_row_get_field (row), value, NULL))
    shown = g_strdup (value->text);
  else if (SCR_ROW_TEXT_GET_CLASS (self)->format != NULL)
    shown = SCR_ROW_TEXT_GET_CLASS (self)->format (self, value);
  else
    shown = g_strdup (value->type == SCR_VALUE_TEXT ? value->text : "");
  if (strcmp (shown, gtk_editable_get_text (GTK_EDITABLE (priv->text))) != 0)
    {
      gtk_editable_set_text (GTK_EDITABLE (priv->text), shown);
      forget_typing (priv);
    }
  update_warning (self);
}

static void
scr_row_text_read (ScrRow *row, ScrValue *value)
{
  ScrRowText *self = SCR_ROW_TEXT (row);
  g_autofree char *typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (get_private (self)->text)));

  g_strstrip (typed);
  scr_value_clear (value);
  if (*typed == '\0')
    return;
  if (SCR_ROW_TEXT_GET_CLASS (self)->parse == NULL || !SCR_ROW_TEXT_GET_CLASS (self)->parse (self, typed, value))
    scr_value_set_text (value, typed);
}

static void
scr_row_text_set_row_editable (ScrRow *row, gboolean editable)
{
  ScrRowTextPrivate *priv = get_private (SCR_ROW_TEXT (row));

  gtk_editable_set_editable (GTK_EDITABLE (priv->text), editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->text), GTK_ACCESSIBLE_PROPERTY_READ_ONLY, !editable, -1);
  if (priv->edit_icon != NULL)
    gtk_widget_set_visible (priv->edit_icon, editable);
}

static void
scr_row_text_class_init (ScrRowTextClass *klass)
{
  ScrRowClass *row_class = SCR_ROW_CLASS (klass);

  row_class->build = scr_row_text_build;
  row_class->show = scr_row_text_show;
  row_class->read = scr_row_text_read;
  row_class->set_editable = scr_row_text_set_row_editable;
  row_class->item_set = scr_row_text_item_set;
}

static void
scr_row_text_init (ScrRowText *self)
{
}

/**
 * scr_row_text_get_editable:
 * @self: a row
 *
 * Returns: (transfer none): the text that is typed
 */
GtkEditable *
scr_row_text_get_editable (ScrRowText *self)
{
  return GTK_EDITABLE (get_private (self)->text);
}

/**
 * scr_row_text_set_typed:
 * @self: a row
 * @typed: a text
 *
 * Alters the text as if a person had typed @typed in its place.
 */
void
scr_row_text_set_typed (ScrRowText *self, const char *typed)
{
  gtk_editable_set_text (scr_row_text_get_editable (self), typed);
}

/**
 * scr_row_text_add_edit_icon:
 * @self: a row
 *
 * Shows at its end that it can be typed in.
 */
void
scr_row_text_add_edit_icon (ScrRowText *self)
{
  ScrRowTextPrivate *priv = get_private (self);

  priv->edit_icon = scr_icon_new_silent ("document-edit-symbolic");
  gtk_widget_add_css_class (priv->edit_icon, "scr-row-edit-icon");
  scr_row_add_suffix (SCR_ROW (self), priv->edit_icon);
}
