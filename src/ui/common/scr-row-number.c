/* ScrRowNumber - a number, typed or counted with - and +. See the header. */
#include "config.h"

#include "scr-row-number.h"

#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ScrRowNumber
{
  ScrRowText parent_instance;

  GtkWidget *buttons;
};

G_DEFINE_FINAL_TYPE (ScrRowNumber, scr_row_number, SCR_TYPE_ROW_TEXT)

static gboolean
scr_row_number_parse (ScrRowText *row, const char *typed, ScrValue *value)
{
  double number;

  if (!scr_parse_number (typed, &number))
    return FALSE;
  scr_value_set_number (value, number);
  return TRUE;
}

static char *
scr_row_number_format (ScrRowText *row, const ScrValue *value)
{
  return value->type == SCR_VALUE_NUMBER ? scr_format_number (NULL, value->number) : g_strdup ("");
}

static gboolean
has_limits (const ScrField *field)
{
  return field->min != 0 || field->max != 0;
}

/**
 * scr_row_number_step:
 * @self: a row
 * @steps: how many steps to count up, or down if negative
 *
 * Counts within the field's limits: by ones, or by tenths where the limits are 0 and 1.
 */
void
scr_row_number_step (ScrRowNumber *self, int steps)
{
  const ScrField *field = scr_row_get_field (SCR_ROW (self));
  double step = has_limits (field) && field->max - field->min <= 1 ? 0.1 : 1;
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  double number;

  if (!scr_row_get_editable (SCR_ROW (self)))
    return;
  SCR_ROW_GET_CLASS (self)->read (SCR_ROW (self), &value);
  /* From nothing, or from what is no number, + begins at the least and - does nothing. */
  if (value.type != SCR_VALUE_NUMBER)
    number = steps < 0 ? NAN : has_limits (field) ? field->min : 0;
  else
    number = value.number + step * steps;
  if (isnan (number))
    return;
  if (has_limits (field))
    number = CLAMP (number, field->min, field->max);
  scr_value_set_number (&value, round (number * 1e6) / 1e6);
  scr_row_take_value (SCR_ROW (self), &value);
}

static void
on_fewer (ScrRowNumber *self)
{
  scr_row_number_step (self, -1);
}

static void
on_more (ScrRowNumber *self)
{
  scr_row_number_step (self, 1);
}

static gboolean
on_key_step (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  scr_row_number_step (SCR_ROW_NUMBER (widget), g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static void
add_button (ScrRowNumber *self, const char *icon, const char *label, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

static void
scr_row_number_build (ScrRow *row)
{
  ScrRowNumber *self = SCR_ROW_NUMBER (row);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const char *label = _ (scr_row_get_field (row)->label);
  g_autofree char *fewer = NULL;
  g_autofree char *more = NULL;

  SCR_ROW_CLASS (scr_row_number_parent_class)->build (row);
  gtk_text_set_input_purpose (GTK_TEXT (scr_row_text_get_editable (SCR_ROW_TEXT (self))), GTK_INPUT_PURPOSE_NUMBER);
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->buttons, "linked");
  /* TRANSLATORS: %s is a field's label, as in "Days: one less" */
  fewer = g_strdup_printf (_ ("%s: one less"), label);
  /* TRANSLATORS: %s is a field's label, as in "Days: one more" */
  more = g_strdup_printf (_ ("%s: one more"), label);
  add_button (self, "list-remove-symbolic", fewer, G_CALLBACK (on_fewer));
  add_button (self, "list-add-symbolic", more, G_CALLBACK (on_more));
  scr_row_add_suffix (row, self->buttons);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Up, GDK_CONTROL_MASK),
                                       gtk_callback_action_new (on_key_step, NULL, NULL), "i", 1));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (GDK_KEY_Down, GDK_CONTROL_MASK),
                                       gtk_callback_action_new (on_key_step, NULL, NULL), "i", -1));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
scr_row_number_set_editable (ScrRow *row, gboolean editable)
{
  SCR_ROW_CLASS (scr_row_number_parent_class)->set_editable (row, editable);
  gtk_widget_set_visible (SCR_ROW_NUMBER (row)->buttons, editable);
}

static void
scr_row_number_class_init (ScrRowNumberClass *klass)
{
  SCR_ROW_CLASS (klass)->build = scr_row_number_build;
  SCR_ROW_CLASS (klass)->set_editable = scr_row_number_set_editable;
  SCR_ROW_TEXT_CLASS (klass)->parse = scr_row_number_parse;
  SCR_ROW_TEXT_CLASS (klass)->format = scr_row_number_format;
}

static void
scr_row_number_init (ScrRowNumber *self)
{
}
