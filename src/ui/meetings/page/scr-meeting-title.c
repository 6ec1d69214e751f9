/* ScrMeetingTitle - the title of a meeting, renamed in place. See the header. */
#include "config.h"

#include "scr-meeting-title.h"

#include "scr-kinds.h"

#include <glib/gi18n-lib.h>

struct _ScrMeetingTitle
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *label;
  GtkWidget *entry;
  gboolean editable;
};

static guint renamed_signal;

G_DEFINE_FINAL_TYPE (ScrMeetingTitle, scr_meeting_title, ADW_TYPE_BIN)

static gboolean
is_editing (ScrMeetingTitle *self)
{
  return gtk_stack_get_visible_child (GTK_STACK (self->stack)) == self->entry;
}

static void
on_activate (ScrMeetingTitle *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (!is_editing (self))
    return;
  scr_meeting_title_leave (self);
  if (*typed != '\0' && g_strcmp0 (typed, gtk_label_get_text (GTK_LABEL (self->label))) != 0)
    g_signal_emit (self, renamed_signal, 0, typed);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys,
                guint key,
                guint code,
                GdkModifierType state,
                ScrMeetingTitle *self)
{
  return key == GDK_KEY_Escape && scr_meeting_title_leave (self) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* Left for another place: what was typed counts, as everywhere. */
static void
on_leave (GtkEventControllerFocus *focus, ScrMeetingTitle *self)
{
  on_activate (self);
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, ScrMeetingTitle *self)
{
  if (n_press == 2)
    scr_meeting_title_begin (self);
}

static void
scr_meeting_title_class_init (ScrMeetingTitleClass *klass)
{
  renamed_signal = g_signal_new ("renamed", SCR_TYPE_MEETING_TITLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
scr_meeting_title_init (ScrMeetingTitle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->stack = gtk_stack_new ();
  self->label = gtk_label_new (NULL);
  self->entry = gtk_entry_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_lines (GTK_LABEL (self->label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->label, "scr-meeting-title");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Title of the meeting"), -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 60);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), scr_field_get_max_length (scr_kind_get_field (
                                                         scr_kind_find ("meeting"), "title")));
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->label);
  gtk_stack_add_child (GTK_STACK (self->stack), self->entry);
  adw_bin_set_child (ADW_BIN (self), self->stack);
  /* What stands after it follows at once, but for while it is typed. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (self->label, GTK_EVENT_CONTROLLER (click));
}

/**
 * scr_meeting_title_new:
 *
 * Returns: (transfer floating): an empty title
 */
GtkWidget *
scr_meeting_title_new (void)
{
  return g_object_new (SCR_TYPE_MEETING_TITLE, NULL);
}

/**
 * scr_meeting_title_set_text:
 * @self: a title
 * @text: what it says from now on; what is being typed stays
 */
void
scr_meeting_title_set_text (ScrMeetingTitle *self, const char *text)
{
  g_return_if_fail (SCR_IS_MEETING_TITLE (self));
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_tooltip_text (self->label, text);
}

/**
 * scr_meeting_title_set_editable:
 * @self: a title
 * @editable: whether it can be renamed
 */
void
scr_meeting_title_set_editable (ScrMeetingTitle *self, gboolean editable)
{
  g_return_if_fail (SCR_IS_MEETING_TITLE (self));
  self->editable = editable;
  if (!editable)
    scr_meeting_title_leave (self);
}

/**
 * scr_meeting_title_begin:
 * @self: a title
 *
 * Lets another be typed.
 *
 * Returns: whether it can be
 */
gboolean
scr_meeting_title_begin (ScrMeetingTitle *self)
{
  g_return_val_if_fail (SCR_IS_MEETING_TITLE (self), FALSE);
  if (!self->editable)
    return FALSE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), gtk_label_get_text (GTK_LABEL (self->label)));
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->entry);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (self->entry);
  return TRUE;
}

/**
 * scr_meeting_title_leave:
 * @self: a title
 *
 * Shows the title as it was.
 *
 * Returns: whether another was being typed
 */
gboolean
scr_meeting_title_leave (ScrMeetingTitle *self)
{
  g_return_val_if_fail (SCR_IS_MEETING_TITLE (self), FALSE);
  if (!is_editing (self))
    return FALSE;
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->label);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  return TRUE;
}
