/* What stands around the month's grid: the filter's words, the chosen day's list, the line at the foot. See
 * scr-month-face-private.h. */
#include "config.h"

#include "scr-month-face-private.h"

#include "scr-labels.h"
#include "scr-month-list.h"
#include "scr-time-scale.h"
#include "scr-timeline-words.h"

#include <glib/gi18n-lib.h>

#define POPOVER_WIDTH 300
#define POPOVER_HEIGHT 360

/* --- The chosen day --- */

static void
on_row_activated (ScrMonthFace *self, GtkListBoxRow *row)
{
  g_autoptr (ScrItem) item = scr_month_list_get_item (row);

  if (item == NULL)
    return;
  g_object_ref (item);
  scr_month_grid_select (self->grid, scr_item_get_id (item));
  g_signal_emit_by_name (self->grid, "entry-opened", item);
}

/* What its keys and its menu act on. */
static void
on_row_selected (ScrMonthFace *self, GtkListBoxRow *row)
{
  ScrItem *item = row != NULL ? scr_month_list_get_item (row) : NULL;

  if (item != NULL && !self->syncing && scr_view_get_narrow (SCR_VIEW (self)))
    scr_month_grid_select (self->grid, scr_item_get_id (item));
}

/* Of the day that is chosen, where days have only dots. */
void
scr_month_face_show_day (ScrMonthFace *self)
{
  int day = scr_month_grid_get_day (self->grid);
  const ScrTimelineEntry *selected = scr_month_grid_get_selected (self->grid);
  g_autofree char *words = NULL;
  g_autoptr (GArray) entries = NULL;

  gtk_widget_set_visible (self->beneath, scr_view_get_narrow (SCR_VIEW (self)));
  if (!scr_view_get_narrow (SCR_VIEW (self)))
    return;
  words = scr_time_format (NULL, SCR_TIME_DAY, day, 1, SCR_TIME_WHOLE);
  entries = scr_month_grid_list_day (self->grid, day);
  gtk_label_set_text (self->list_heading, words);
  self->syncing = TRUE;
  scr_month_list_show (self->list, scr_month_grid_get_timeline (self->grid), entries);
  gtk_list_box_select_row (
      self->list,
      scr_month_list_find_row (self->list, selected != NULL ? scr_item_get_id (selected->item) : NULL));
  self->syncing = FALSE;
  gtk_widget_set_visible (self->list_frame, entries->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list_empty), entries->len == 0);
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType held, const char *action, int days)
{
  GtkShortcut *shortcut
      = gtk_shortcut_new (gtk_keyval_trigger_new (key, held), gtk_named_action_new (action));

  if (days != 0)
    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (days));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

/* As on the grid. Before the list itself, to which Control and an arrow mean something else. */
static void
add_list_keys (ScrMonthFace *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  int forwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Delete, 0, "timeline.delete", 0);
  add_key (keys, GDK_KEY_KP_Delete, 0, "timeline.delete", 0);
  add_key (keys, GDK_KEY_F2, 0, "timeline.reschedule", 0);
  add_key (keys, GDK_KEY_Left, GDK_CONTROL_MASK, "timeline.move", -forwards);
  add_key (keys, GDK_KEY_Right, GDK_CONTROL_MASK, "timeline.move", forwards);
  add_key (keys, GDK_KEY_Up, GDK_CONTROL_MASK, "timeline.move", -7);
  add_key (keys, GDK_KEY_Down, GDK_CONTROL_MASK, "timeline.move", 7);
  add_key (keys, GDK_KEY_Menu, 0, "timeline.menu", 0);
  add_key (keys, GDK_KEY_F10, GDK_SHIFT_MASK, "timeline.menu", 0);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
}

static void
on_list_menu (GtkGestureClick *gesture, int n_press, double x, double y, ScrMonthFace *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, (int)y);

  if (row == NULL)
    return;
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  gtk_widget_activate_action (GTK_WIDGET (self->list), "timeline.menu", NULL);
}

static GtkWidget *
new_beneath (ScrMonthFace *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *list = scr_month_list_new (_ ("The chosen day"));
  GtkGesture *menu = gtk_gesture_click_new ();

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  self->list_heading = GTK_LABEL (scr_label_new_wrapping ("", "heading"));
  self->list_empty = GTK_LABEL (scr_label_new_wrapping (_ ("Nothing on this day"), "scr-dim"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list_heading), "month-list-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->list_empty), "month-list");
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_add_css_class (list, "month-list");
  self->list_frame = list;
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (list, "row-selected", G_CALLBACK (on_row_selected), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (menu, "pressed", G_CALLBACK (on_list_menu), self, 0);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (menu));
  add_list_keys (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list_heading));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list_empty));
  gtk_widget_set_visible (box, FALSE);
  return box;
}

/* --- The foot --- */

static char *
format_note (ScrMonthFace *self)
{
  g_autofree char *month = scr_time_format (
      NULL, SCR_TIME_MONTH, scr_month_grid_get_month (self->grid)->month_first, 1, SCR_TIME_WHOLE);

  if (!scr_month_grid_is_empty (self->grid))
    return g_strdup (_ ("Drag to move · double-click to make a meeting · Esc puts back"));
  if (scr_timeline_filter_is_used (self->filter))
    /* TRANSLATORS: %s is a month, "September 2019" */
    return g_strdup_printf (_ ("Nothing in %s but what is hidden or filtered out."), month);
  if (!scr_month_face_is_writable (self))
    /* TRANSLATORS: %s is a month, "September 2019" */
    return g_strdup_printf (_ ("Nothing in %s."), month);
  /* TRANSLATORS: %s is a month, "September 2019" */
  return g_strdup_printf (_ ("Nothing in %s yet. Double-click a day to make a meeting."), month);
}

/* Tells when there is nothing, and what goes on for longer than the month. */
void
scr_month_face_show_foot (ScrMonthFace *self)
{
  const ScrTimeline *timeline = scr_month_grid_get_timeline (self->grid);
  g_autoptr (GArray) going_on = scr_month_grid_list_long (self->grid);
  gboolean empty = scr_month_grid_is_empty (self->grid), has_note;
  g_autofree char *note = timeline != NULL ? format_note (self) : NULL;
  g_autofree char *label = NULL;

  has_note = note != NULL
             && (empty || (scr_month_face_is_writable (self) && !scr_view_get_narrow (SCR_VIEW (self))));
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), has_note);
  gtk_widget_set_visible (self->show_all, empty && scr_timeline_filter_is_used (self->filter));
  gtk_widget_set_visible (GTK_WIDGET (self->going_on), going_on->len > 0);
  gtk_widget_set_visible (self->foot, has_note || going_on->len > 0);
  /* TRANSLATORS: how many terms of appointment and the like go on for longer than the month that is shown */
  label = g_strdup_printf (ngettext ("%u long-running", "%u long-running", going_on->len), going_on->len);
  gtk_menu_button_set_label (self->going_on, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->going_on), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  scr_month_list_show (self->going_on_list, timeline, going_on);
}

static void
on_going_on_activated (ScrMonthFace *self, GtkListBoxRow *row)
{
  gtk_menu_button_popdown (self->going_on);
  on_row_activated (self, row);
}

static GtkWidget *
new_going_on_button (ScrMonthFace *self)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *list = scr_month_list_new (_ ("What goes on for longer than a month"));

  self->going_on = GTK_MENU_BUTTON (button);
  self->going_on_list = GTK_LIST_BOX (list);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_going_on_activated), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (popover, "month-day");
  gtk_popover_set_child (GTK_POPOVER (popover),
                         g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                       "propagate-natural-height", TRUE, "max-content-height", POPOVER_HEIGHT,
                                       "width-request", POPOVER_WIDTH, "child", list, NULL));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Terms, cycles and disputes that go on for longer than a month"));
  return button;
}

static GtkWidget *
new_foot (ScrMonthFace *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *note = scr_label_new_wrapping ("", "scr-dim");

  self->foot = foot;
  self->note = GTK_LABEL (note);
  gtk_widget_set_hexpand (note, TRUE);
  gtk_label_set_xalign (self->note, 0);
  self->show_all = gtk_button_new_with_mnemonic (_ ("_Show Everything"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_all), "timeline.show-all");
  gtk_widget_set_valign (self->show_all, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (foot, "month-foot");
  gtk_box_append (GTK_BOX (foot), note);
  gtk_box_append (GTK_BOX (foot), self->show_all);
  gtk_box_append (GTK_BOX (foot), new_going_on_button (self));
  return foot;
}

/* --- Together --- */

void
scr_month_face_build (ScrMonthFace *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolling = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *grid = scr_month_grid_new ();
  GtkWidget *scrolled = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "child", scrolling, "vexpand", TRUE, NULL);

  self->grid = SCR_MONTH_GRID (grid);
  self->beneath = new_beneath (self);
  gtk_widget_set_vexpand (grid, TRUE);
  self->head = adw_bin_new ();
  gtk_widget_add_css_class (self->head, "month-head");
  gtk_widget_set_visible (self->head, FALSE);
  gtk_box_append (GTK_BOX (scrolling), self->head);
  gtk_box_append (GTK_BOX (scrolling), grid);
  gtk_box_append (GTK_BOX (scrolling), self->beneath);
  self->words = scr_timeline_words_new (self->filter);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), new_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
}
