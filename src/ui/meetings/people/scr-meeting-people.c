/* ScrMeetingPeople - the people of a meeting. See the header. */
#include "config.h"

#include "scr-meeting-people-private.h"

#include "scr-follow.h"
#include "scr-labels.h"
#include "scr-overflow-bar.h"
#include "scr-people-resources.h"
#include "scr-people-row.h"
#include "scr-common.h"
#include "scr-section.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/meetings/people/people.css"

G_DEFINE_FINAL_TYPE (ScrMeetingPeople, scr_meeting_people, GTK_TYPE_BOX)

static ScrSource *
get_source (ScrMeetingPeople *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  return store != NULL ? SCR_SOURCE (store) : NULL;
}

/* The row of a person or an interest. */
GtkWidget *
scr_meeting_people_find_row (ScrMeetingPeople *self, const char *id)
{
  GtkWidget *list = GTK_WIDGET (scr_section_get_list (SCR_SECTION (self->section)));

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      ScrItem *item = g_object_get_data (G_OBJECT (row), "item");

      if (item != NULL && g_strcmp0 (scr_item_get_id (item), id) == 0)
        return row;
    }
  return NULL;
}

/* --- Showing --- */

static void
show_quorum (ScrMeetingPeople *self)
{
  const ScrAttendance *attendance = self->attendance;
  GtkWidget *symbol = gtk_widget_get_first_child (self->quorum);
  GtkWidget *label = gtk_widget_get_last_child (self->quorum);
  g_autofree char *words = attendance != NULL ? scr_attendance_dup_words (NULL, attendance) : g_strdup ("");
  gboolean is_short = attendance != NULL && attendance->n_recorded > 0
                      && !scr_quorum_is_met (attendance->quorum, attendance->n_present);

  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_widget_set_visible (self->quorum, *words != '\0');
  gtk_widget_set_visible (symbol, is_short);
  if (is_short)
    gtk_widget_add_css_class (self->quorum, "short");
  else
    gtk_widget_remove_css_class (self->quorum, "short");
}

static GtkWidget *
make_empty_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nobody is listed yet"));
  adw_action_row_set_subtitle (
      ADW_ACTION_ROW (row),
      _ ("Members of the meeting’s group are listed here by themselves. Others can be added."));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

/* Interests in the items of this meeting's agenda, by who declared them. */
static GPtrArray *
list_interests (ScrMeetingPeople *self)
{
  ScrSource *source = get_source (self);
  g_autoptr (GPtrArray) items
      = scr_source_list_by (source, "agenda_item", "meeting", scr_item_get_id (self->meeting));
  GPtrArray *interests = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GPtrArray) found
          = scr_source_list_by (source, "interest", "item", scr_item_get_id (items->pdata[i]));

      g_ptr_array_extend_and_steal (interests, g_steal_pointer (&found));
    }
  return interests;
}

static gboolean
is_by (ScrMeetingPeople *self, ScrItem *interest, const ScrAttendee *attendee)
{
  const char *who = scr_item_get_text (interest, "who");

  return g_strcmp0 (who, scr_item_get_id (attendee->who)) == 0
         || (attendee->substitute != NULL
             && g_strcmp0 (who, scr_item_get_text (attendee->substitute, "who")) == 0);
}

static void
add_interests (ScrMeetingPeople *self, GPtrArray *interests, const ScrAttendee *attendee, gboolean can_edit)
{
  GtkListBox *list = scr_section_get_list (SCR_SECTION (self->section));

  for (guint i = 0; i < interests->len; i++)
    if (attendee == NULL || is_by (self, interests->pdata[i], attendee))
      {
        gtk_list_box_append (list, scr_interest_row_new (get_source (self), interests->pdata[i], can_edit));
        g_ptr_array_remove_index (interests, i--);
      }
}

static void
show_rows (ScrMeetingPeople *self)
{
  GtkListBox *list = scr_section_get_list (SCR_SECTION (self->section));
  g_autoptr (GPtrArray) interests = list_interests (self);
  gboolean can_edit = scr_meeting_people_can_edit (self);

  for (guint i = 0; i < self->attendance->people->len; i++)
    {
      const ScrAttendee *attendee = self->attendance->people->pdata[i];

      gtk_list_box_append (list, scr_people_row_new (get_source (self), self->meeting, attendee, can_edit));
      add_interests (self, interests, attendee, can_edit);
    }
  /* Of somebody who is not listed (any more). */
  add_interests (self, interests, NULL, can_edit);
  if (gtk_widget_get_first_child (GTK_WIDGET (list)) == NULL)
    gtk_list_box_append (list, make_empty_row ());
}

/* The one whose row has the keyboard. */
static char *
dup_focused (ScrMeetingPeople *self)
{
  GtkWidget *focused
      = gtk_widget_get_focus_child (GTK_WIDGET (scr_section_get_list (SCR_SECTION (self->section))));
  ScrItem *item = focused != NULL ? g_object_get_data (G_OBJECT (focused), "item") : NULL;

  return item != NULL ? g_strdup (scr_item_get_id (item)) : NULL;
}

/* Rows are made anew; the one with the keyboard keeps it. */
static void
refresh (ScrMeetingPeople *self)
{
  ScrSource *source = get_source (self);
  g_autofree char *focused = dup_focused (self);
  gboolean can_edit = scr_meeting_people_can_edit (self);
  GtkWidget *row;

  g_clear_pointer (&self->attendance, scr_attendance_free);
  scr_meeting_people_close_popover (self);
  scr_section_clear (SCR_SECTION (self->section));
  if (source != NULL && self->meeting != NULL)
    {
      self->attendance = scr_attendance_new (source, self->meeting);
      show_rows (self);
    }
  show_quorum (self);
  gtk_widget_set_visible (self->buttons, can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.all-present",
                                 can_edit && self->attendance != NULL && self->attendance->people->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "people.add", can_edit);
  row = focused != NULL ? scr_meeting_people_find_row (self, focused) : NULL;
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, ScrMeetingPeople *self)
{
  ScrItem *item = g_object_get_data (G_OBJECT (row), "item");

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "people.open", "s", scr_item_get_id (item));
}

/* --- Making --- */

static GtkWidget *
make_quorum (ScrMeetingPeople *self)
{
  GtkWidget *label = scr_label_new_wrapping (NULL, NULL);

  self->quorum = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  gtk_widget_add_css_class (self->quorum, "scr-people-quorum");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_box_append (GTK_BOX (self->quorum), scr_icon_new_silent ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (self->quorum), label);
  return self->quorum;
}

/* What is not allowed is not shown. */
static void
append_edit (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (void)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  append_edit (menu, _ ("All _Present"), "people.all-present");
  append_edit (menu, _ ("_Add Somebody Else…"), "people.add");
  g_menu_append (menu, _ ("Attendance over a _Year…"), "people.figures");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("More about the people"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("More about the people"), -1);
  return button;
}

static GtkWidget *
make_text_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
scr_meeting_people_dispose (GObject *object)
{
  ScrMeetingPeople *self = SCR_MEETING_PEOPLE (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->attendance, scr_attendance_free);
  g_clear_pointer (&self->replaced, g_free);
  g_clear_object (&self->meeting);
  g_clear_object (&self->agenda_item);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_meeting_people_parent_class)->dispose (object);
}

static void
scr_meeting_people_class_init (ScrMeetingPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_meeting_people_dispose;
  scr_meeting_people_install_actions (GTK_WIDGET_CLASS (klass));
}

static void
scr_meeting_people_init (ScrMeetingPeople *self)
{
  GtkWidget *list;

  scr_common_ensure ();
  if (!g_resources_get_info (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    scr_people_register_resource ();
  scr_common_add_style (STYLE_PATH);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->section = scr_section_new (_ ("People"));
  gtk_widget_add_css_class (self->section, "scr-meeting-section");
  scr_section_add_header (SCR_SECTION (self->section), make_quorum (self));
  scr_section_add_header (SCR_SECTION (self->section), make_menu ());
  list = GTK_WIDGET (scr_section_get_list (SCR_SECTION (self->section)));
  g_signal_connect (list, "row-activated", G_CALLBACK (on_row_activated), self);
  scr_meeting_people_add_keys (self, list);
  self->buttons = scr_overflow_bar_new (6);
  scr_overflow_bar_append (
      SCR_OVERFLOW_BAR (self->buttons),
      make_text_button ("object-select-symbolic", _ ("All _Present"), "people.all-present"), 0);
  scr_overflow_bar_append (SCR_OVERFLOW_BAR (self->buttons),
                           make_text_button ("list-add-symbolic", _ ("_Add Somebody"), "people.add"), 1);
  gtk_box_append (GTK_BOX (self), self->section);
  gtk_box_append (GTK_BOX (self), self->buttons);
}

/**
 * scr_meeting_people_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a section that shows no meeting yet
 */
GtkWidget *
scr_meeting_people_new (ScrContext *context)
{
  ScrMeetingPeople *self = g_object_new (SCR_TYPE_MEETING_PEOPLE, NULL);

  self->context = g_object_ref (context);
  scr_follow (self, context, (ScrFollowFunc)refresh);
  return GTK_WIDGET (self);
}

/**
 * scr_meeting_people_set_meeting:
 * @self: a section
 * @meeting: (nullable): the meeting that it shows from now on
 */
void
scr_meeting_people_set_meeting (ScrMeetingPeople *self, ScrItem *meeting)
{
  g_return_if_fail (SCR_IS_MEETING_PEOPLE (self));
  g_set_object (&self->meeting, meeting);
  g_clear_object (&self->agenda_item);
  refresh (self);
}

/**
 * scr_meeting_people_set_item:
 * @self: a section
 * @agenda_item: (nullable): the item of the agenda that an interest begins with
 */
void
scr_meeting_people_set_item (ScrMeetingPeople *self, ScrItem *agenda_item)
{
  g_return_if_fail (SCR_IS_MEETING_PEOPLE (self));
  g_set_object (&self->agenda_item, agenda_item);
}

/**
 * scr_meeting_people_get_attendance:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): who is expected or recorded
 */
const ScrAttendance *
scr_meeting_people_get_attendance (ScrMeetingPeople *self)
{
  g_return_val_if_fail (SCR_IS_MEETING_PEOPLE (self), NULL);
  return self->attendance;
}
