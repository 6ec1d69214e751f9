/* The menu and the keys of an outline's rows. See scr-outline-view.h. */
#include "config.h"

#include "scr-outline-view-private.h"

static void
pop_up_menu (ScrOutlineView *self, GtkWidget *at, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->row_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  if (!gtk_widget_compute_point (at, GTK_WIDGET (self), &point, &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

void
scr_outline_view_ask_menu (ScrOutlineView *self, guint position, GtkWidget *at, double x, double y)
{
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    scr_outline_view_select_position (self, position);
  pop_up_menu (self, at, x, y);
}

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, SCR_OUTLINE_VIEW (widget)->stack))
    return GDK_EVENT_PROPAGATE;
  pop_up_menu (SCR_OUTLINE_VIEW (widget), focus, 12, gtk_widget_get_height (focus));
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action));
}

/* Keys of rows act on the rows only: Delete in the filter deletes a letter. */
void
scr_outline_view_add_keys (ScrOutlineView *self)
{
  GtkEventController *row_keys = gtk_shortcut_controller_new ();
  GtkEventController *menu_keys = gtk_shortcut_controller_new ();

  add_key (row_keys, GDK_KEY_Delete, 0, gtk_named_action_new ("outline.delete"));
  add_key (row_keys, GDK_KEY_KP_Delete, 0, gtk_named_action_new ("outline.delete"));
  add_key (row_keys, GDK_KEY_Up, GDK_ALT_MASK, gtk_named_action_new ("outline.up"));
  add_key (row_keys, GDK_KEY_Down, GDK_ALT_MASK, gtk_named_action_new ("outline.down"));
  gtk_widget_add_controller (self->stack, row_keys);
  add_key (menu_keys, GDK_KEY_Menu, 0, gtk_callback_action_new (on_menu_key, NULL, NULL));
  add_key (menu_keys, GDK_KEY_F10, GDK_SHIFT_MASK, gtk_callback_action_new (on_menu_key, NULL, NULL));
  gtk_widget_add_controller (GTK_WIDGET (self), menu_keys);
}
