/* ScrRowBool - yes or no, as a switch. See the header. */
#include "config.h"

#include "scr-row-bool.h"

struct _ScrRowBool
{
  ScrRow parent_instance;

  GtkWidget *toggle;
};

G_DEFINE_FINAL_TYPE (ScrRowBool, scr_row_bool, SCR_TYPE_ROW)

static void
on_toggled (ScrRowBool *self)
{
  scr_row_edited (SCR_ROW (self), TRUE);
}

static void
on_released (ScrRowBool *self)
{
  if (gtk_widget_is_sensitive (self->toggle))
    gtk_widget_activate (self->toggle);
}

static void
scr_row_bool_build (ScrRow *row)
{
  ScrRowBool *self = SCR_ROW_BOOL (row);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "scr-row-plain");
  self->toggle = gtk_switch_new ();
  scr_row_set_content (row, NULL, self->toggle);
  scr_row_add_suffix (row, self->toggle);
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (on_toggled), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
scr_row_bool_show (ScrRow *row, const ScrValue *value)
{
  gtk_switch_set_active (GTK_SWITCH (SCR_ROW_BOOL (row)->toggle),
                         value->type == SCR_VALUE_NUMBER && value->number != 0);
}

static void
scr_row_bool_read (ScrRow *row, ScrValue *value)
{
  gboolean active = gtk_switch_get_active (GTK_SWITCH (SCR_ROW_BOOL (row)->toggle));
  ScrItem *item = scr_row_get_item (row);

  /* Never said and no look the same: leaving the switch alone does not say no. */
  if (!active && item != NULL
      && scr_item_get_value (item, scr_row_get_field (row)->name)->type == SCR_VALUE_NONE)
    scr_value_clear (value);
  else
    scr_value_set_number (value, active ? 1 : 0);
}

static void
scr_row_bool_set_editable (ScrRow *row, gboolean editable)
{
  gtk_widget_set_sensitive (SCR_ROW_BOOL (row)->toggle, editable);
}

static void
scr_row_bool_class_init (ScrRowBoolClass *klass)
{
  SCR_ROW_CLASS (klass)->build = scr_row_bool_build;
  SCR_ROW_CLASS (klass)->show = scr_row_bool_show;
  SCR_ROW_CLASS (klass)->read = scr_row_bool_read;
  SCR_ROW_CLASS (klass)->set_editable = scr_row_bool_set_editable;
}

static void
scr_row_bool_init (ScrRowBool *self)
{
}
