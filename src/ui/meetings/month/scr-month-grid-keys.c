/* The month by keys: walking, moving, opening. See scr-month-grid.h. */
#include "config.h"

#include "scr-month-grid-private.h"

#define WEEK 7

/* How many days later an arrow points; 0 for none. */
static int
get_days (ScrMonthGrid *self, guint key)
{
  int forwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return -forwards;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return forwards;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -WEEK;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return WEEK;
    default:
      return 0;
    }
}

/* --- What has the keyboard --- */

static GtkWidget *
get_focus (ScrMonthGrid *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return child != NULL && gtk_widget_has_focus (child) ? child : NULL;
}

/* The chip that has the keyboard is selected. */
static void
select_focus (ScrMonthGrid *self)
{
  int piece = scr_month_grid_find_piece_of (self, get_focus (self));

  if (piece >= 0)
    scr_month_grid_select (self, scr_month_grid_get_id (scr_month_grid_get_entry (self, piece)));
}

static gboolean
is_on_more (ScrMonthGrid *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL && focus == scr_month_grid_get_more (self, self->day);
}

/* One stop for Tab from outside; within, from the day through its chips. */
gboolean
scr_month_grid_focus_in (GtkWidget *widget, GtkDirectionType direction)
{
  ScrMonthGrid *self = SCR_MONTH_GRID (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget), *focus = get_focus (self);
  g_autoptr (GPtrArray) stops = NULL;
  guint index;

  /* Within a list that popped up here the list knows where to go. */
  if (child != NULL && focus == NULL && GTK_IS_POPOVER (child))
    return gtk_widget_child_focus (child, direction);
  if (focus == NULL)
    return scr_month_grid_focus_day (self);
  stops = scr_month_grid_list_stops (self, self->day);
  if (!g_ptr_array_find (stops, focus, &index))
    return FALSE;
  if (direction == GTK_DIR_TAB_FORWARD && index + 1 < stops->len)
    index++;
  else if (direction == GTK_DIR_TAB_BACKWARD && index > 0)
    index--;
  else
    return FALSE;
  gtk_widget_grab_focus (g_ptr_array_index (stops, index));
  select_focus (self);
  return TRUE;
}

/* --- Keys --- */

/* Control moves what is selected; Shift lengthens it. */
static gboolean
press_arrow (ScrMonthGrid *self, int days, GdkModifierType held)
{
  if (held == 0)
    scr_month_grid_go_to (self, self->day + days);
  else if (held == GDK_CONTROL_MASK)
    {
      select_focus (self);
      scr_month_grid_move_selected (self, days);
    }
  else if (held == GDK_SHIFT_MASK)
    {
      select_focus (self);
      scr_month_grid_stretch_selected (self, days);
    }
  else
    return FALSE;
  return TRUE;
}

/* On a day: to its first chip; on an empty one: a new meeting. */
static gboolean
open_focus (ScrMonthGrid *self)
{
  int piece = scr_month_grid_find_piece_of (self, get_focus (self));

  if (piece >= 0)
    {
      select_focus (self);
      scr_month_grid_emit_opened (self, scr_month_grid_get_entry (self, piece));
    }
  else if (is_on_more (self))
    scr_month_grid_open_day (self, self->day);
  else if (scr_month_grid_focus_in (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD))
    return TRUE;
  else if (self->editable)
    g_signal_emit_by_name (self, "create-at", self->day);
  return TRUE;
}

static gboolean
ask_for_menu (ScrMonthGrid *self)
{
  GtkWidget *focus = get_focus (self);
  graphene_rect_t bounds;
  GdkRectangle where;

  if (is_on_more (self))
    return open_focus (self);
  if (scr_month_grid_find_piece_of (self, focus) >= 0)
    select_focus (self);
  else
    scr_month_grid_select (self, NULL);
  scr_month_grid_get_day_area (self, self->day, &where);
  if (focus != NULL && gtk_widget_compute_bounds (focus, GTK_WIDGET (self), &bounds))
    where = (GdkRectangle) {(int)bounds.origin.x, (int)bounds.origin.y, (int)bounds.size.width,
                            (int)bounds.size.height};
  g_signal_emit_by_name (self, "menu-asked", &where, self->day);
  return TRUE;
}

static gboolean
give_action (ScrMonthGrid *self, const char *action)
{
  select_focus (self);
  if (scr_month_grid_get_selected (self) == NULL
      || !gtk_widget_activate_action (GTK_WIDGET (self), action, NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
step (ScrMonthGrid *self, int months)
{
  if (!scr_month_grid_step (self, months))
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

static int
get_column (ScrMonthGrid *self)
{
  return (self->day - self->month.first) % WEEK;
}

static gboolean
press_plain (ScrMonthGrid *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      return open_focus (self);
    case GDK_KEY_F2:
      return give_action (self, "timeline.reschedule");
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      return give_action (self, "timeline.delete");
    case GDK_KEY_Menu:
      return ask_for_menu (self);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return step (self, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return step (self, 1);
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      scr_month_grid_go_to (self, self->day - get_column (self));
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      scr_month_grid_go_to (self, self->day - get_column (self) + WEEK - 1);
      return TRUE;
    case GDK_KEY_t:
    case GDK_KEY_T:
      if (self->timeline != NULL)
        scr_month_grid_go_to (self, self->timeline->today);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Menus and lists that pop up on the month stand beneath it in the tree: their keys are their own. */
static gboolean
is_in_popover (ScrMonthGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_get_native (focus) != gtk_widget_get_native (GTK_WIDGET (self));
}

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, ScrMonthGrid *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  int days = get_days (self, key);

  if (is_in_popover (self))
    return FALSE;
  if (self->deed != SCR_MONTH_IDLE)
    return key == GDK_KEY_Escape && scr_month_grid_cancel_drag (self);
  if (days != 0)
    return press_arrow (self, days, held);
  if (held == GDK_SHIFT_MASK && key == GDK_KEY_F10)
    return ask_for_menu (self);
  return (held & ~(guint)GDK_SHIFT_MASK) == 0 && press_plain (self, key);
}

void
scr_month_grid_add_keys (ScrMonthGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
