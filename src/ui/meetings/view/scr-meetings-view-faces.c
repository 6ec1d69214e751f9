/* The faces of the meetings view and its bar. See scr-meetings-view.h. */
#include "config.h"

#include "scr-meetings-view-private.h"

#include "scr-actions-face.h"
#include "scr-meeting-list-face.h"
#include "scr-month-face.h"
#include "scr-outline-view.h"
#include "scr-timeline-face.h"

#include <glib/gi18n-lib.h>

static GtkWidget *
get_timeline_tools (GtkWidget *face)
{
  return scr_timeline_face_get_tools (SCR_TIMELINE_FACE (face));
}

static GtkWidget *
get_month_tools (GtkWidget *face)
{
  return scr_month_face_get_tools (SCR_MONTH_FACE (face));
}

/* In the order of the switch. "lists" has a bar of its own. */
static const ScrMeetingsFace faces[] = {
    {"timeline", N_ ("Timeline"), N_ ("_New meeting"), scr_timeline_face_new, get_timeline_tools},
    {"month", N_ ("Month"), N_ ("_New meeting"), scr_month_face_new, get_month_tools},
    {"list", N_ ("List"), N_ ("_New meeting"), scr_meeting_list_face_new, NULL},
    {"actions", N_ ("Actions"), N_ ("_New action"), scr_actions_face_new, NULL},
    {"lists", N_ ("Lists"), N_ ("_New meeting"), scr_outline_view_new, NULL},
};

static const ScrMeetingsFace *
find_face (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    if (g_strcmp0 (faces[i].name, name) == 0)
      return &faces[i];
  return NULL;
}

/* Which face is shown for the one that was chosen. */
static const ScrMeetingsFace *
get_shown_face (ScrMeetingsView *self)
{
  const ScrMeetingsFace *face = find_face (self->face);

  if (face == NULL)
    face = &faces[0];
  if (g_str_equal (face->name, "timeline") && scr_view_get_narrow (SCR_VIEW (self))
      && find_face ("list") != NULL)
    face = find_face ("list");
  return face;
}

static gboolean
has_own_bar (const ScrMeetingsFace *face)
{
  return g_str_equal (face->name, "lists");
}

/* Beside the heading of the lists, as a menu: it must be narrow. */
static GtkWidget *
new_face_button (ScrMeetingsView *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Lists"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), self->faces_menu);
  gtk_widget_set_tooltip_text (button, _ ("Timeline, month, list, actions or lists of all kinds"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline, month, list, actions or lists of all kinds"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static ScrView *
ensure_lists (ScrMeetingsView *self)
{
  GtkWidget *lists;

  if (self->lists != NULL)
    return self->lists;
  lists = scr_outline_view_new (scr_view_get_context (SCR_VIEW (self)), scr_view_get_id (SCR_VIEW (self)));
  self->lists = SCR_VIEW (lists);
  g_object_bind_property (self, "title", lists, "title", G_BINDING_SYNC_CREATE);
  scr_outline_view_add_to_bar (SCR_OUTLINE_VIEW (lists), new_face_button (self));
  adw_bin_set_child (self->lists_slot, lists);
  return self->lists;
}

static ScrView *
ensure_face (ScrMeetingsView *self, const ScrMeetingsFace *face)
{
  GtkWidget *made = gtk_stack_get_child_by_name (self->faces, face->name);
  GtkWidget *tools;

  if (has_own_bar (face))
    return ensure_lists (self);
  if (made != NULL)
    return SCR_VIEW (made);
  made = face->make (scr_view_get_context (SCR_VIEW (self)), scr_view_get_id (SCR_VIEW (self)));
  gtk_stack_add_named (self->faces, made, face->name);
  tools = face->get_tools != NULL ? face->get_tools (made) : NULL;
  gtk_stack_add_named (self->tools, tools != NULL ? tools : adw_bin_new (), face->name);
  return SCR_VIEW (made);
}

/**
 * scr_meetings_view_get_shown:
 * @self: a meetings view
 *
 * Returns: (transfer none): the face that is shown, or to which the inner page goes back
 */
ScrView *
scr_meetings_view_get_shown (ScrMeetingsView *self)
{
  return ensure_face (self, get_shown_face (self));
}

/* The one blue button: what it makes depends on the face; where it is narrow its symbol must do. */
static void
show_new (ScrMeetingsView *self, const ScrMeetingsFace *face)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));
  g_autofree char *label = g_strdup (_ (face->new_label));
  g_autofree char *plain = g_strdelimit (g_strdup (label), "_", ' ');

  gtk_button_set_child (GTK_BUTTON (self->new_meeting),
                        narrow ? gtk_image_new_from_icon_name ("list-add-symbolic")
                               : g_object_new (ADW_TYPE_BUTTON_CONTENT, "icon-name", "list-add-symbolic",
                                               "label", label, "use-underline", TRUE, NULL));
  gtk_widget_set_tooltip_text (self->new_meeting, g_strstrip (plain));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->new_meeting), GTK_ACCESSIBLE_PROPERTY_LABEL, plain,
                                  -1);
}

/* Another face was chosen, or the width has another one stand for it. */
void
scr_meetings_view_update_faces (ScrMeetingsView *self)
{
  const ScrMeetingsFace *face = get_shown_face (self);

  ensure_face (self, face);
  if (!has_own_bar (face))
    {
      gtk_stack_set_visible_child_name (self->faces, face->name);
      gtk_stack_set_visible_child_name (self->tools, face->name);
    }
  if (!scr_meetings_view_has_page (self))
    gtk_stack_set_visible_child_name (self->pages, has_own_bar (face) ? "lists" : "faces");
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "face")),
      g_variant_new_string (face->name));
  show_new (self, face);
}

/**
 * scr_meetings_view_show_face:
 * @self: a meetings view
 * @name: "timeline", "month", "list", "actions" or "lists"
 */
void
scr_meetings_view_show_face (ScrMeetingsView *self, const char *name)
{
  const ScrMeetingsFace *face = find_face (name);

  if (face == NULL)
    return;
  g_free (self->face);
  self->face = g_strdup (face->name);
  scr_settings_set_string (scr_context_get_settings (scr_view_get_context (SCR_VIEW (self))), "meetings-face",
                           face->name);
  scr_meetings_view_update_faces (self);
}

/**
 * scr_meetings_view_get_face:
 * @self: a meetings view
 *
 * Returns: the name of the face that is shown
 */
const char *
scr_meetings_view_get_face (ScrMeetingsView *self)
{
  return get_shown_face (self)->name;
}

/* What goes first where it is narrow can be done from the menu as well. */
void
scr_meetings_view_fill_bar (ScrMeetingsView *self)
{
  ScrOverflowBar *bar = SCR_OVERFLOW_BAR (scr_overflow_bar_new (12));
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (_ (faces[i].label));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "meetings.face");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", faces[i].name);
      gtk_box_append (GTK_BOX (self->face_switch), button);
    }
  gtk_widget_set_hexpand (rest, TRUE);
  scr_overflow_bar_append (bar, self->heading, 0);
  scr_overflow_bar_append (bar, self->face_switch, 2);
  scr_overflow_bar_append (bar, rest, 0);
  scr_overflow_bar_append (bar, GTK_WIDGET (self->tools), 1);
  scr_overflow_bar_append (bar, self->new_meeting, 0);
  scr_overflow_bar_append (bar, GTK_WIDGET (self->more), 0);
  adw_bin_set_child (self->bar_slot, GTK_WIDGET (bar));
}
