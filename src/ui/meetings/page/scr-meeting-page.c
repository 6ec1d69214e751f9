/* ScrMeetingPage - a meeting on a page of its own. See the header. */
#include "config.h"

#include "scr-meeting-page-private.h"

#include "scr-agenda-list.h"
#include "scr-commands.h"
#include "scr-common.h"
#include "scr-choices.h"
#include "scr-fold-box.h"
#include "scr-follow.h"
#include "scr-meeting-head.h"
#include "scr-meeting-minutes.h"
#include "scr-meeting-page-resources.h"
#include "scr-meeting-people.h"
#include "scr-meeting-scrutiny.h"
#include "scr-meeting-stepper.h"
#include "scr-meeting-title.h"
#include "scr-pill.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/meetings/page/page.css"

/* Under this width, in ems, the columns stand one under the other. */
#define FOLD_WIDTH 60
/* The column of people and minutes, px. */
#define SIDE_WIDTH 378

static guint back_signal;

G_DEFINE_FINAL_TYPE (ScrMeetingPage, scr_meeting_page, SCR_TYPE_VIEW)

/* --- Showing --- */

/* Gives every section the meeting, or none. */
static void
set_sections (ScrMeetingPage *self, ScrItem *meeting)
{
  scr_agenda_list_set_meeting (SCR_AGENDA_LIST (self->agenda), meeting);
  scr_meeting_people_set_meeting (SCR_MEETING_PEOPLE (self->people), meeting);
  scr_meeting_minutes_set_meeting (SCR_MEETING_MINUTES (self->minutes), meeting);
  scr_meeting_scrutiny_set_meeting (SCR_MEETING_SCRUTINY (self->scrutiny), meeting);
}

static void
show_state (ScrMeetingPage *self)
{
  ScrSource *source = SCR_SOURCE (scr_view_get_store (SCR_VIEW (self)));
  g_autoptr (ScrItem) state = self->facts.state == SCR_MEETING_CANCELLED
                                  ? scr_source_get_referred (source, self->meeting, "state")
                                  : NULL;

  scr_choices_show_pill (self->state, source, state);
}

static void
show_meeting (ScrMeetingPage *self)
{
  ScrSource *source = SCR_SOURCE (scr_view_get_store (SCR_VIEW (self)));
  g_autoptr (GPtrArray) stages = scr_meeting_stages_new (NULL, source, self->meeting);

  scr_meeting_title_set_text (SCR_MEETING_TITLE (self->title), scr_item_get_text (self->meeting, "title"));
  scr_meeting_title_set_editable (SCR_MEETING_TITLE (self->title), scr_meeting_page_can_edit (self));
  gtk_widget_set_visible (self->additional, scr_item_get_bool (self->meeting, "additional"));
  scr_meeting_head_set_meeting (SCR_MEETING_HEAD (self->head), self->meeting);
  scr_meeting_stepper_set_stages (SCR_MEETING_STEPPER (self->stepper), stages);
  scr_meeting_page_update_steps (self);
  show_state (self);
}

/* Emits "back", and shows nothing any more. */
void
scr_meeting_page_leave (ScrMeetingPage *self)
{
  if (self->meeting == NULL)
    return;
  g_clear_object (&self->meeting);
  set_sections (self, NULL);
  scr_meeting_head_set_meeting (SCR_MEETING_HEAD (self->head), NULL);
  g_signal_emit (self, back_signal, 0);
}

/* The record changed. What was deleted, or is of a record that was closed, is left. */
static void
on_changed (ScrMeetingPage *self)
{
  ScrStore *store = scr_view_get_store (SCR_VIEW (self));
  g_autoptr (ScrItem) still = NULL;

  if (self->meeting == NULL)
    return;
  if (store != NULL)
    still = scr_source_get (SCR_SOURCE (store), "meeting", scr_item_get_id (self->meeting));
  if (still == NULL || still != self->meeting || scr_item_is_deleted (still))
    scr_meeting_page_leave (self);
  else
    show_meeting (self);
}

static void
on_renamed (ScrMeetingTitle *title, const char *text, ScrMeetingPage *self)
{
  g_autoptr (GError) error = NULL;

  if (self->meeting == NULL)
    return;
  if (!scr_command_set_text (scr_view_get_store (SCR_VIEW (self)), self->meeting, "title", text, &error))
    scr_context_fail (scr_view_get_context (SCR_VIEW (self)), error);
}

/* One column, less room at the edges, the next step at the foot. */
static void
on_narrow (ScrMeetingPage *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  scr_agenda_list_set_narrow (SCR_AGENDA_LIST (self->agenda), narrow);
  scr_meeting_page_update_steps (self);
}

static gboolean
scr_meeting_page_go_back (ScrView *view)
{
  ScrMeetingPage *self = SCR_MEETING_PAGE (view);

  if (scr_meeting_title_leave (SCR_MEETING_TITLE (self->title)))
    return TRUE;
  if (self->meeting == NULL)
    return FALSE;
  scr_meeting_page_leave (self);
  return TRUE;
}

/* --- Making --- */

static GtkWidget *
make_next (void)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.step");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (button, FALSE);
  return button;
}

static GtkWidget *
make_menu_button (ScrMeetingPage *self, const char *icon, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();

  if (icon != NULL)
    {
      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  else
    {
      gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
      gtk_menu_button_set_direction (GTK_MENU_BUTTON (button), GTK_ARROW_UP);
    }
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (self->menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_bar (ScrMeetingPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  GtkWidget *titles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (bar, "scr-view-bar");
  gtk_widget_add_css_class (bar, "scr-meeting-bar");
  gtk_widget_add_css_class (back, "flat");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (back, _ ("Back (Esc)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (back), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "page.back");
  self->title = scr_meeting_title_new ();
  self->additional = scr_pill_new ("", _ ("Additional"), "tag");
  self->state = scr_pill_new ("", "", NULL);
  gtk_widget_set_visible (self->state, FALSE);
  g_signal_connect (self->title, "renamed", G_CALLBACK (on_renamed), self);
  gtk_box_append (GTK_BOX (titles), self->title);
  gtk_box_append (GTK_BOX (titles), self->additional);
  gtk_box_append (GTK_BOX (titles), self->state);
  gtk_widget_set_hexpand (titles, TRUE);
  self->next = make_next ();
  self->menu_button = make_menu_button (self, "view-more-symbolic", _ ("More about this meeting"));
  gtk_box_append (GTK_BOX (bar), back);
  gtk_box_append (GTK_BOX (bar), titles);
  gtk_box_append (GTK_BOX (bar), self->menu_button);
  gtk_box_append (GTK_BOX (bar), self->next);
  return bar;
}

static GtkWidget *
make_foot (ScrMeetingPage *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->foot, "scr-meeting-foot");
  self->foot_next = make_next ();
  gtk_widget_set_hexpand (self->foot_next, TRUE);
  gtk_box_append (GTK_BOX (self->foot), self->foot_next);
  gtk_box_append (GTK_BOX (self->foot), make_menu_button (self, NULL, _ ("Other Steps")));
  gtk_widget_set_visible (self->foot, FALSE);
  return self->foot;
}

static void
on_item_selected (ScrMeetingPage *self, ScrItem *item)
{
  scr_meeting_minutes_set_item (SCR_MEETING_MINUTES (self->minutes), item);
  scr_meeting_people_set_item (SCR_MEETING_PEOPLE (self->people), item);
  scr_meeting_scrutiny_set_item (SCR_MEETING_SCRUTINY (self->scrutiny), item);
}

static GtkWidget *
make_columns (ScrMeetingPage *self)
{
  ScrContext *context = scr_view_get_context (SCR_VIEW (self));
  GtkWidget *main = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->agenda = scr_agenda_list_new (context);
  gtk_box_append (GTK_BOX (main), self->agenda);
  g_signal_connect_object (self->agenda, "item-selected", G_CALLBACK (on_item_selected), self,
                           G_CONNECT_SWAPPED);
  self->people = scr_meeting_people_new (context);
  self->minutes = scr_meeting_minutes_new (context);
  self->scrutiny = scr_meeting_scrutiny_new (context);
  gtk_box_append (GTK_BOX (side), self->people);
  gtk_box_append (GTK_BOX (side), self->minutes);
  gtk_box_append (GTK_BOX (side), self->scrutiny);
  self->columns = scr_fold_box_new (FOLD_WIDTH, 30, 24);
  g_object_set (self->columns, "end-width", SIDE_WIDTH, NULL);
  scr_fold_box_set_start (SCR_FOLD_BOX (self->columns), main);
  scr_fold_box_set_end (SCR_FOLD_BOX (self->columns), side);
  return self->columns;
}

static GtkWidget *
make_content (ScrMeetingPage *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);

  self->head = scr_meeting_head_new (scr_view_get_context (SCR_VIEW (self)));
  self->stepper = scr_meeting_stepper_new ();
  gtk_box_append (GTK_BOX (content), self->head);
  gtk_box_append (GTK_BOX (content), self->stepper);
  gtk_box_append (GTK_BOX (content), make_columns (self));
  gtk_widget_add_css_class (content, "scr-meeting-content");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), content);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  return self->scroller;
}

static void
scr_meeting_page_constructed (GObject *object)
{
  ScrMeetingPage *self = SCR_MEETING_PAGE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (scr_meeting_page_parent_class)->constructed (object);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), make_content (self));
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_bin_set_child (ADW_BIN (self), box);
  scr_follow (self, scr_view_get_context (SCR_VIEW (self)), (ScrFollowFunc)on_changed);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (on_narrow), NULL);
}

static void
scr_meeting_page_dispose (GObject *object)
{
  ScrMeetingPage *self = SCR_MEETING_PAGE (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->menu);
  G_OBJECT_CLASS (scr_meeting_page_parent_class)->dispose (object);
}

static void
scr_meeting_page_class_init (ScrMeetingPageClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = scr_meeting_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = scr_meeting_page_dispose;
  SCR_VIEW_CLASS (klass)->go_back = scr_meeting_page_go_back;
  scr_meeting_page_install_actions (GTK_WIDGET_CLASS (klass));
  /**
   * ScrMeetingPage::back:
   * @self: the page
   *
   * The person leaves the page, or what it showed is gone.
   */
  back_signal
      = g_signal_new ("back", SCR_TYPE_MEETING_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
scr_meeting_page_init (ScrMeetingPage *self)
{
  scr_common_ensure ();
  if (!g_resources_get_info (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    scr_meeting_page_register_resource ();
  scr_common_add_style (STYLE_PATH);
  self->menu = g_menu_new ();
}

/**
 * scr_meeting_page_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a page that shows no meeting yet
 */
GtkWidget *
scr_meeting_page_new (ScrContext *context)
{
  return g_object_new (SCR_TYPE_MEETING_PAGE, "context", context, "view-id", "meetings", NULL);
}

/**
 * scr_meeting_page_show:
 * @self: a page
 * @meeting: the meeting that it shows from now on, from its beginning
 */
void
scr_meeting_page_show (ScrMeetingPage *self, ScrItem *meeting)
{
  gboolean is_other;

  g_return_if_fail (SCR_IS_MEETING_PAGE (self) && SCR_IS_ITEM (meeting));
  is_other = g_set_object (&self->meeting, meeting);
  scr_meeting_title_leave (SCR_MEETING_TITLE (self->title));
  show_meeting (self);
  if (!is_other)
    return;
  set_sections (self, meeting);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

/**
 * scr_meeting_page_show_item:
 * @self: a page
 * @agenda_item: an item of an agenda, which is selected on the page of its meeting
 */
void
scr_meeting_page_show_item (ScrMeetingPage *self, ScrItem *agenda_item)
{
  g_autoptr (ScrItem) meeting = NULL;

  g_return_if_fail (SCR_IS_MEETING_PAGE (self) && SCR_IS_ITEM (agenda_item));
  meeting
      = scr_source_get_referred (SCR_SOURCE (scr_view_get_store (SCR_VIEW (self))), agenda_item, "meeting");
  if (meeting == NULL)
    return;
  scr_meeting_page_show (self, meeting);
  scr_agenda_list_select (SCR_AGENDA_LIST (self->agenda), scr_item_get_id (agenda_item));
}

/**
 * scr_meeting_page_get_meeting:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the meeting that it shows
 */
ScrItem *
scr_meeting_page_get_meeting (ScrMeetingPage *self)
{
  g_return_val_if_fail (SCR_IS_MEETING_PAGE (self), NULL);
  return self->meeting;
}
