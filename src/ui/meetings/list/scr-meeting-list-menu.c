/* Menus, keys and commands of the list of meetings. See scr-meeting-list-face.h. */
#include "config.h"

#include "scr-meeting-list-face-private.h"

#include "scr-format.h"
#include "scr-moving.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const orders[SCR_DATED_N_ORDERS] = {"day", "title", "group", "state"};
static const char *const extras[SCR_DATED_N_SORTS]
    = {NULL, "activities", "inspections", "milestones", "reports"};

static ScrContext *
get_context (ScrMeetingListFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* --- Commands on the row that is selected --- */

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (ScrItem) item = scr_meeting_list_face_dup_selected (user_data);

  if (item != NULL)
    scr_meeting_list_face_open (user_data, item);
}

static void
on_details (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (ScrItem) item = scr_meeting_list_face_dup_selected (user_data);

  if (item != NULL)
    scr_context_set_selected (get_context (user_data), item);
}

static void
show_copy (ScrItem *copy, gpointer user_data)
{
  scr_context_set_selected (get_context (user_data), copy);
}

static void
on_duplicate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrMeetingListFace *self = user_data;
  g_autoptr (ScrItem) item = scr_meeting_list_face_dup_selected (self);

  if (item != NULL)
    scr_moving_duplicate (get_context (self), GTK_WIDGET (self), item, show_copy, g_object_ref (self),
                          g_object_unref);
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (ScrItem) item = scr_meeting_list_face_dup_selected (user_data);

  if (item != NULL)
    scr_moving_delete (get_context (user_data), GTK_WIDGET (user_data), item);
}

static void
on_clear (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_filter_bar_clear (SCR_MEETING_LIST_FACE (user_data)->filter);
  scr_filter_bar_focus_words (SCR_MEETING_LIST_FACE (user_data)->filter);
}

static void
on_all (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_context_set_partnership (get_context (user_data), NULL);
}

static void
on_today (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_meeting_list_face_show_today (user_data);
}

/* --- Order, and what is listed besides --- */

static void
on_order (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ScrMeetingListFace *self = user_data;

  for (guint i = 0; i < SCR_DATED_N_ORDERS; i++)
    if (strcmp (g_variant_get_string (value, NULL), orders[i]) == 0)
      scr_meeting_list_face_set_order (self, (ScrDatedOrder)i, self->descending);
}

static void
on_descending (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ScrMeetingListFace *self = user_data;

  scr_meeting_list_face_set_order (self, self->order, g_variant_get_boolean (value));
}

static void
on_extra (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ScrMeetingListFace *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 1; i < SCR_DATED_N_SORTS; i++)
    if (strcmp (name, extras[i]) == 0)
      scr_meeting_list_face_set_with (self, g_variant_get_boolean (value) ? self->with | (1u << i)
                                                                          : self->with & ~(1u << i));
}

static const GActionEntry entries[] = {
    {"open", on_open},
    {"details", on_details},
    {"duplicate", on_duplicate},
    {"delete", on_delete},
    {"clear", on_clear},
    {"all", on_all},
    {"today", on_today},
    {"order", NULL, "s", "'day'", on_order},
    {"descending", NULL, NULL, "false", on_descending},
    {"activities", NULL, NULL, "false", on_extra},
    {"inspections", NULL, NULL, "false", on_extra},
    {"milestones", NULL, NULL, "false", on_extra},
    {"reports", NULL, NULL, "false", on_extra},
};

static GSimpleAction *
find_action (ScrMeetingListFace *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

/**
 * scr_meeting_list_face_update_actions:
 * @self: the list
 *
 * Lets only those commands be given that make sense for what is selected, and shows how it is sorted.
 */
void
scr_meeting_list_face_update_actions (ScrMeetingListFace *self)
{
  g_autoptr (ScrItem) item = scr_meeting_list_face_dup_selected (self);
  gboolean writable = self->store != NULL && !scr_store_is_read_only (self->store);

  g_simple_action_set_enabled (find_action (self, "open"), item != NULL);
  g_simple_action_set_enabled (find_action (self, "details"), item != NULL);
  g_simple_action_set_enabled (find_action (self, "duplicate"), item != NULL && writable);
  g_simple_action_set_enabled (find_action (self, "delete"), item != NULL && writable);
  g_simple_action_set_state (find_action (self, "order"), g_variant_new_string (orders[self->order]));
  g_simple_action_set_state (find_action (self, "descending"), g_variant_new_boolean (self->descending));
  for (guint i = 1; i < SCR_DATED_N_SORTS; i++)
    g_simple_action_set_state (find_action (self, extras[i]),
                               g_variant_new_boolean ((self->with & (1u << i)) != 0));
}

/**
 * scr_meeting_list_face_add_actions:
 * @self: the list
 *
 * For its construction: the commands, as actions of the group "meeting-list".
 */
void
scr_meeting_list_face_add_actions (ScrMeetingListFace *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "meeting-list", G_ACTION_GROUP (self->actions));
}

/* --- Menus --- */

static void
append_order (GMenu *menu, const char *label, const char *order)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "meeting-list.order", "s", order);
  g_menu_append_item (menu, item);
}

/**
 * scr_meeting_list_face_make_sort_button:
 * @self: the list
 *
 * Returns: (transfer floating): a button with a menu: how it is sorted, and what is listed besides
 */
GtkWidget *
scr_meeting_list_face_make_sort_button (ScrMeetingListFace *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) sorted = g_menu_new ();
  g_autoptr (GMenu) turned = g_menu_new ();
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) going = g_menu_new ();

  append_order (sorted, _ ("By _day"), "day");
  append_order (sorted, _ ("By _title"), "title");
  append_order (sorted, _ ("By _group"), "group");
  append_order (sorted, _ ("By _state"), "state");
  g_menu_append (turned, _ ("_Last first"), "meeting-list.descending");
  g_menu_append (shown, _ ("_Activities"), "meeting-list.activities");
  g_menu_append (shown, _ ("_Inspections"), "meeting-list.inspections");
  g_menu_append (shown, _ ("_Publications due"), "meeting-list.milestones");
  g_menu_append (shown, _ ("_Reports due"), "meeting-list.reports");
  g_menu_append (going, _ ("Go to _Today"), "meeting-list.today");
  g_menu_append_section (menu, _ ("Sort"), G_MENU_MODEL (sorted));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (turned));
  g_menu_append_section (menu, _ ("Also show"), G_MENU_MODEL (shown));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (going));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Sort, and what is shown"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Sort, and what is shown"), -1);
  return button;
}

static GMenuModel *
make_row_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  g_menu_append (first, _ ("_Open"), "meeting-list.open");
  g_menu_append (first, _ ("_Details"), "meeting-list.details");
  g_menu_append (first, _ ("D_uplicate…"), "meeting-list.duplicate");
  g_menu_append (second, _ ("D_elete"), "meeting-list.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (menu);
}

static void
pop_up (ScrMeetingListFace *self, GtkWidget *at, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float)x, (float)y);

  if (self->popover == NULL)
    {
      g_autoptr (GMenuModel) menu = make_row_menu ();

      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  if (!gtk_widget_compute_point (at, GTK_WIDGET (self), &point, &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) {(int)point.x, (int)point.y, 1, 1});
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/**
 * scr_meeting_list_face_ask_menu:
 * @self: the list
 * @position: a row
 * @at: the widget that @x and @y are of
 * @x: where
 * @y: where
 *
 * Pops up the menu of that row, if it has one.
 */
void
scr_meeting_list_face_ask_menu (ScrMeetingListFace *self, guint position, GtkWidget *at, double x, double y)
{
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (!SCR_IS_ITEM (object))
    return;
  scr_meeting_list_face_select (self, position);
  pop_up (self, at, x, y);
}

/* --- Keys --- */

static gboolean
on_menu_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  g_autoptr (ScrItem) item = scr_meeting_list_face_dup_selected (self);

  if (item == NULL || focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rows)))
    return GDK_EVENT_PROPAGATE;
  pop_up (self, focus, 12, gtk_widget_get_height (focus));
  return GDK_EVENT_STOP;
}

static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, GtkShortcutAction *action)
{
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), action));
}

/**
 * scr_meeting_list_face_add_keys:
 * @self: the list
 *
 * Keys of rows act on the rows only: Delete in the filter deletes a letter.
 */
void
scr_meeting_list_face_add_keys (ScrMeetingListFace *self)
{
  GtkEventController *row_keys = gtk_shortcut_controller_new ();
  GtkEventController *menu_keys = gtk_shortcut_controller_new ();

  add_key (row_keys, GDK_KEY_Delete, 0, gtk_named_action_new ("meeting-list.delete"));
  add_key (row_keys, GDK_KEY_KP_Delete, 0, gtk_named_action_new ("meeting-list.delete"));
  add_key (row_keys, GDK_KEY_Return, GDK_ALT_MASK, gtk_named_action_new ("meeting-list.details"));
  gtk_widget_add_controller (GTK_WIDGET (self->rows), row_keys);
  add_key (menu_keys, GDK_KEY_Menu, 0, gtk_callback_action_new (on_menu_key, NULL, NULL));
  add_key (menu_keys, GDK_KEY_F10, GDK_SHIFT_MASK, gtk_callback_action_new (on_menu_key, NULL, NULL));
  add_key (menu_keys, GDK_KEY_Home, GDK_ALT_MASK, gtk_named_action_new ("meeting-list.today"));
  gtk_widget_add_controller (GTK_WIDGET (self), menu_keys);
}
