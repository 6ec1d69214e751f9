/* What a person does about the people of a meeting: menus, keys, choosers. See scr-meeting-people.h.
 *
 * Every act is an action of the section with the identity of whom it is about, so that menus, keys and
 * buttons are one.
 */
#include "config.h"

#include "scr-meeting-people-private.h"

#include "scr-ask.h"
#include "scr-attendance-window.h"
#include "scr-chooser.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-interest-dialog.h"
#include "scr-minutes-lock.h"
#include "scr-people-commands.h"
#include "scr-people-menu.h"
#include "scr-people-row.h"
#include "scr-section.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static ScrStore *
get_store (ScrMeetingPeople *self)
{
  return scr_context_get_store (self->context);
}

/* Whether what is shown may be altered: who came is part of the minutes, and locked with them. */
gboolean
scr_meeting_people_can_edit (ScrMeetingPeople *self)
{
  ScrStore *store = get_store (self);

  return store != NULL && self->meeting != NULL && !scr_store_is_read_only (store)
         && !scr_item_is_deleted (self->meeting)
         && !scr_minutes_are_locked (SCR_SOURCE (store), scr_item_get_id (self->meeting));
}

/* Tells what was done, or why it was not. */
static void
tell (ScrMeetingPeople *self, gboolean done, const GError *error)
{
  if (done)
    scr_context_toast (self->context, scr_store_get_undo_label (get_store (self)), TRUE);
  else
    scr_context_fail (self->context, error);
}

/* The person, appointment, organisation or interest of a row. */
static ScrItem *
find_item (ScrMeetingPeople *self, const char *id)
{
  GtkWidget *row = scr_meeting_people_find_row (self, id);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "item") : NULL;
}

static gboolean
is_interest (ScrItem *item)
{
  return strcmp (scr_item_get_kind (item)->name, "interest") == 0;
}

/* --- What pops up --- */

static gboolean
unparent_later (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* What was chosen in it is still to be told when it closes. */
static void
on_closed (GtkPopover *popover, ScrMeetingPeople *self)
{
  if (self->popover == GTK_WIDGET (popover))
    self->popover = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_later, g_object_ref (popover), g_object_unref);
}

/* Closes the menu or the chooser that is open. */
void
scr_meeting_people_close_popover (ScrMeetingPeople *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
pop_up (ScrMeetingPeople *self, GtkWidget *popover, const char *id)
{
  GtkWidget *row = scr_meeting_people_find_row (self, id);
  GtkWidget *button = row != NULL ? scr_people_row_get_button (row) : NULL;
  GtkWidget *anchor = button != NULL ? button : row;
  graphene_rect_t bounds;

  scr_meeting_people_close_popover (self);
  self->popover = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  if (anchor != NULL && gtk_widget_compute_bounds (anchor, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle) {(int)bounds.origin.x, (int)bounds.origin.y,
                                                  (int)bounds.size.width, (int)bounds.size.height});
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), self);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static void
act_menu (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  const char *id = g_variant_get_string (target, NULL);
  const ScrAttendee *attendee = self->attendance != NULL ? scr_attendance_find (self->attendance, id) : NULL;
  ScrItem *item = find_item (self, id);
  g_autoptr (GMenuModel) menu = NULL;

  if (item == NULL || !scr_meeting_people_can_edit (self))
    return;
  if (is_interest (item))
    menu = scr_interest_menu_new (item);
  else if (attendee != NULL)
    menu = scr_people_menu_new (SCR_SOURCE (get_store (self)), attendee);
  if (menu != NULL)
    pop_up (self, gtk_popover_menu_new_from_model (menu), id);
}

/* --- Attendance --- */

static void
act_state (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  g_autoptr (GError) error = NULL;
  const char *id, *choice;
  ScrItem *who;
  gboolean done;

  g_variant_get (target, "(&s&s)", &id, &choice);
  who = find_item (self, id);
  if (who == NULL || !scr_meeting_people_can_edit (self))
    return;
  if (strcmp (name, "people.state") == 0)
    done = scr_command_set_attendance (get_store (self), self->meeting, who, choice, &error);
  else
    done = scr_command_set_capacity (get_store (self), self->meeting, who, choice, &error);
  tell (self, done, error);
}

static void
put_substitute (ScrMeetingPeople *self, ScrItem *who, ScrItem *substitute)
{
  g_autoptr (GError) error = NULL;

  tell (self, scr_command_set_substitute (get_store (self), self->meeting, who, substitute, &error), error);
}

static void
on_substitute_chosen (ScrChooser *chooser, ScrItem *substitute, ScrMeetingPeople *self)
{
  ScrItem *who = self->replaced != NULL ? find_item (self, self->replaced) : NULL;

  if (who != NULL)
    put_substitute (self, who, substitute);
}

/* Whoever is appointed to stand in comes at once; others are chosen. */
static void
act_substitute (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  const char *id = g_variant_get_string (target, NULL);
  const ScrAttendee *attendee = self->attendance != NULL ? scr_attendance_find (self->attendance, id) : NULL;
  g_autoptr (GPtrArray) appointed = NULL;
  GtkWidget *chooser;

  if (attendee == NULL || !scr_meeting_people_can_edit (self))
    return;
  appointed = scr_people_list_substitutes (SCR_SOURCE (get_store (self)), self->meeting, attendee->who);
  if (appointed->len == 1 && attendee->substitute == NULL)
    {
      put_substitute (self, attendee->who, appointed->pdata[0]);
      return;
    }
  g_free (self->replaced);
  self->replaced = g_strdup (id);
  chooser = scr_chooser_new (self->context, "appointment person");
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_substitute_chosen), self, 0);
  pop_up (self, chooser, id);
  scr_chooser_begin (SCR_CHOOSER (chooser), NULL);
}

static void
act_forget (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  ScrItem *item = find_item (self, g_variant_get_string (target, NULL));
  g_autoptr (GPtrArray) interests = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (item == NULL || !scr_meeting_people_can_edit (self))
    return;
  g_ptr_array_add (interests, item);
  if (is_interest (item))
    done = scr_command_bin (get_store (self), interests, &error);
  else
    {
      const ScrAttendee *attendee = scr_attendance_find (self->attendance, scr_item_get_id (item));

      if (attendee == NULL || (attendee->entry == NULL && attendee->substitute == NULL))
        return;
      done = scr_command_forget_attendance (get_store (self), self->meeting, item, &error);
    }
  tell (self, done, error);
}

static void
act_all_present (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  g_autofree char *before = g_strdup (scr_store_get_undo_label (get_store (self)));
  g_autoptr (GError) error = NULL;
  gboolean done = scr_command_all_present (get_store (self), self->meeting, &error);

  /* Where everybody's attendance is recorded already, there is nothing to undo. */
  if (done && g_strcmp0 (before, scr_store_get_undo_label (get_store (self))) == 0)
    scr_context_toast (self->context, _ ("Everybody’s attendance is recorded already."), FALSE);
  else
    tell (self, done, error);
}

/* --- Somebody else --- */

static gboolean
add (ScrItem *draft, gpointer data, GError **error)
{
  ScrMeetingPeople *self = data;
  ScrStore *store = get_store (self);
  g_autoptr (ScrItem) who = store != NULL ? scr_source_get_referred (SCR_SOURCE (store), draft, "who") : NULL;

  if (who == NULL || self->meeting == NULL)
    return TRUE;
  if (!scr_command_add_attendee (store, self->meeting, who, scr_item_get_text (draft, "capacity"), error))
    return FALSE;
  tell (self, TRUE, NULL);
  return TRUE;
}

static void
act_add (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  const ScrAskQuestion question
      = {.heading = _ ("Who Else Is There?"),
         .body = _ ("For this meeting alone: members of the group are listed by themselves."),
         .accept = _ ("_Add"),
         .fields = "who capacity",
         .required = "who"};
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrItem) draft = scr_item_new (scr_kind_find ("attendance"), id);
  g_auto (ScrValue) capacity = SCR_VALUE_INIT;
  g_auto (ScrValue) meeting = SCR_VALUE_INIT;

  if (!scr_meeting_people_can_edit (self))
    return;
  scr_value_set_text (&capacity, "capacity.guest");
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), "capacity"),
                         &capacity);
  scr_value_set_text (&meeting, scr_item_get_id (self->meeting));
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), "meeting"),
                         &meeting);
  scr_ask (self->context, widget, &question, draft, add, g_object_ref (self), g_object_unref);
}

/* --- Interests, and the rest --- */

static void
act_interest (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  ScrItem *who = find_item (self, g_variant_get_string (target, NULL));
  const ScrQuery query = {
      .kind = "agenda_item",
      .conditions = {{"meeting", SCR_IS, self->meeting != NULL ? scr_item_get_id (self->meeting) : "", 0}},
  };

  if (!scr_meeting_people_can_edit (self))
    return;
  if (scr_source_count (SCR_SOURCE (get_store (self)), &query) == 0)
    scr_context_toast (self->context, _ ("An interest is declared in an item of the agenda: add one first."),
                       FALSE);
  else
    scr_interest_dialog_show (self->context, widget, self->meeting, who, self->agenda_item);
}

static void
act_left (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  ScrItem *interest = find_item (self, g_variant_get_string (target, NULL));
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (interest == NULL || !scr_meeting_people_can_edit (self))
    return;
  scr_value_set_number (&value, !scr_item_get_bool (interest, "left"));
  tell (self, scr_command_set_value (get_store (self), interest, "left", &value, FALSE, &error), error);
}

/* What is recorded of this one, or else who it is. */
static void
act_open (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  const char *id = g_variant_get_string (target, NULL);
  const ScrAttendee *attendee = self->attendance != NULL ? scr_attendance_find (self->attendance, id) : NULL;
  ScrItem *item = attendee != NULL && attendee->entry != NULL ? attendee->entry : find_item (self, id);

  if (attendee != NULL && attendee->substitute != NULL)
    item = attendee->substitute;
  if (item != NULL)
    scr_context_set_selected (self->context, item);
}

static void
act_figures (GtkWidget *widget, const char *name, GVariant *target)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (get_store (self) == NULL)
    return;
  scr_attendance_window_show (self->context, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->meeting);
}

/* --- Keys --- */

/* Letters say the state of the row with the keyboard. */
static const struct
{
  guint key;
  const char *action;
  const char *state; /* (nullable) */
} keys[] = {
    {GDK_KEY_p, "people.state", SCR_ATTENDANCE_PRESENT},
    {GDK_KEY_a, "people.state", SCR_ATTENDANCE_APOLOGIES},
    {GDK_KEY_x, "people.state", SCR_ATTENDANCE_ABSENT},
    {GDK_KEY_s, "people.substitute", NULL},
    {GDK_KEY_Delete, "people.forget", NULL},
    {GDK_KEY_KP_Delete, "people.forget", NULL},
    {GDK_KEY_Menu, "people.menu", NULL},
};

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType state,
                ScrMeetingPeople *self)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *row = gtk_widget_get_focus_child (list);
  ScrItem *item = row != NULL ? g_object_get_data (G_OBJECT (row), "item") : NULL;
  gboolean shifted = (state & GDK_SHIFT_MASK) != 0;

  if (item == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
    return GDK_EVENT_PROPAGATE;
  if (shifted && key == GDK_KEY_F10)
    key = GDK_KEY_Menu;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (gdk_keyval_to_lower (key) != keys[i].key || (is_interest (item) && key < 0x7f))
        continue;
      if (keys[i].state != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, "(ss)", scr_item_get_id (item),
                                    keys[i].state);
      else
        gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, "s", scr_item_get_id (item));
      return GDK_EVENT_STOP;
    }
  return GDK_EVENT_PROPAGATE;
}

static void
on_secondary (GtkGestureClick *gesture, int n_press, double x, double y, ScrMeetingPeople *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (scr_section_get_list (SCR_SECTION (self->section)), (int)y);
  ScrItem *item = row != NULL ? g_object_get_data (G_OBJECT (row), "item") : NULL;

  if (item == NULL)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_activate_action (GTK_WIDGET (self), "people.menu", "s", scr_item_get_id (item));
}

/* Gives the list its keys and its menu. */
void
scr_meeting_people_add_keys (ScrMeetingPeople *self, GtkWidget *list)
{
  GtkEventController *controller = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (controller, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (list, controller);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary), self);
  gtk_widget_add_controller (list, GTK_EVENT_CONTROLLER (click));
}

/* Installs the actions of the section. */
void
scr_meeting_people_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "people.menu", "s", act_menu);
  gtk_widget_class_install_action (widget_class, "people.state", "(ss)", act_state);
  gtk_widget_class_install_action (widget_class, "people.capacity", "(ss)", act_state);
  gtk_widget_class_install_action (widget_class, "people.substitute", "s", act_substitute);
  gtk_widget_class_install_action (widget_class, "people.forget", "s", act_forget);
  gtk_widget_class_install_action (widget_class, "people.all-present", NULL, act_all_present);
  gtk_widget_class_install_action (widget_class, "people.add", NULL, act_add);
  gtk_widget_class_install_action (widget_class, "people.interest", "s", act_interest);
  gtk_widget_class_install_action (widget_class, "people.left", "s", act_left);
  gtk_widget_class_install_action (widget_class, "people.open", "s", act_open);
  gtk_widget_class_install_action (widget_class, "people.figures", NULL, act_figures);
}
