/* What pops up at "+3": all of a day. See scr-month-grid.h. */
#include "config.h"

#include "scr-month-grid-private.h"

#include "scr-month-list.h"
#include "scr-time-scale.h"

#define MOST_HEIGHT 360
#define WIDTH 300

static void
on_activated (GtkListBox *list, GtkListBoxRow *row, ScrMonthGrid *self)
{
  g_autoptr (ScrItem) item = scr_month_list_get_item (row);

  if (item == NULL)
    return;
  g_object_ref (item);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  scr_month_grid_select (self, scr_item_get_id (item));
  g_signal_emit_by_name (self, "entry-opened", item);
}

static gboolean
unparent (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* Not at once: what was chosen in it is still being told. */
static void
on_closed (GtkPopover *popover, ScrMonthGrid *self)
{
  GtkWidget *more = scr_month_grid_get_more (self, self->day);

  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    {
      if (more != NULL)
        gtk_widget_grab_focus (more);
      else
        scr_month_grid_focus_day (self);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent, g_object_ref (popover), g_object_unref);
}

/* The menu of an entry for which there is no chip. */
static void
on_menu (GtkListBox *list, GtkListBoxRow *row, ScrMonthGrid *self)
{
  ScrItem *item = scr_month_list_get_item (row);
  GdkRectangle where;

  if (item == NULL)
    return;
  scr_month_grid_select (self, scr_item_get_id (item));
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER)));
  scr_month_grid_get_day_area (self, self->day, &where);
  g_signal_emit_by_name (self, "menu-asked", &where, self->day);
}

static void
on_menu_pressed (GtkGestureClick *gesture, int n_press, double x, double y, ScrMonthGrid *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture)));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (list, (int)y);

  if (row != NULL)
    on_menu (list, row, self);
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, ScrMonthGrid *self)
{
  GtkListBox *list = GTK_LIST_BOX (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (list));

  if (row == NULL || (key != GDK_KEY_Menu && !(key == GDK_KEY_F10 && (state & GDK_SHIFT_MASK))))
    return FALSE;
  on_menu (list, GTK_LIST_BOX_ROW (row), self);
  return TRUE;
}

static GtkWidget *
new_list (ScrMonthGrid *self, int day)
{
  GtkWidget *list = scr_month_list_new (
      scr_month_day_get_name (SCR_MONTH_DAY (scr_month_grid_get_day_widget (self, day))));
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  g_autoptr (GArray) entries = scr_month_grid_list_day (self, day);

  scr_month_list_show (GTK_LIST_BOX (list), self->timeline, entries);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key), self, 0);
  gtk_widget_add_controller (list, keys);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (on_menu_pressed), self, 0);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (menu));
  return list;
}

/**
 * scr_month_grid_open_day:
 * @self: a month
 * @day: a day that is seen
 *
 * Pops up all that lies on it.
 */
void
scr_month_grid_open_day (ScrMonthGrid *self, int day)
{
  GtkWidget *popover = gtk_popover_new (), *list, *heading;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *scrolled;
  g_autofree char *words = scr_time_format (NULL, SCR_TIME_DAY, day, 1, SCR_TIME_WHOLE);
  GdkRectangle area;

  g_return_if_fail (scr_month_grid_get_day_widget (self, day) != NULL);
  scr_month_grid_set_current (self, day);
  list = new_list (self, day);
  heading = gtk_label_new (words);
  gtk_widget_add_css_class (heading, "heading");
  scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                           "propagate-natural-height", TRUE, "max-content-height", MOST_HEIGHT,
                           "width-request", WIDTH, "child", list, NULL);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), scrolled);
  scr_month_grid_get_day_area (self, day, &area);
  gtk_widget_add_css_class (popover, "month-day");
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &area);
  g_signal_connect_object (popover, "closed", G_CALLBACK (on_closed), self, 0);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_child_focus (list, GTK_DIR_TAB_FORWARD);
}
