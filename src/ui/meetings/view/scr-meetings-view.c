/* The meetings view. See the header. */
#include "config.h"

#include "scr-meetings-view-private.h"

#include "scr-meeting-dialog.h"
#include "scr-meetings-view-resources.h"

G_DEFINE_FINAL_TYPE (ScrMeetingsView, scr_meetings_view, SCR_TYPE_VIEW)

/* --- As a view --- */

/* The faces follow the context by themselves. What a page showed may be of another record, or another
 * partnership's. */
static void
scr_meetings_view_context_set (ScrView *view)
{
  ScrMeetingsView *self = SCR_MEETINGS_VIEW (view);

  scr_meetings_view_close_pages (self);
  scr_meetings_view_update_actions (self);
}

static gboolean
scr_meetings_view_open_item (ScrView *view, ScrItem *item)
{
  return scr_meetings_view_open (SCR_MEETINGS_VIEW (view), item);
}

/* What no face shows stands in the lists. */
static gboolean
scr_meetings_view_select_item (ScrView *view, ScrItem *item)
{
  ScrMeetingsView *self = SCR_MEETINGS_VIEW (view);
  const char *kind = scr_item_get_kind (item)->name;

  scr_meetings_view_close_pages (self);
  if (g_str_equal (kind, "action"))
    scr_meetings_view_show_face (self, "actions");
  if (scr_view_select_item (scr_meetings_view_get_shown (self), item))
    return TRUE;
  scr_meetings_view_show_face (self, "lists");
  return scr_view_select_item (scr_meetings_view_get_shown (self), item);
}

static gboolean
scr_meetings_view_focus_selected (ScrView *view)
{
  ScrMeetingsView *self = SCR_MEETINGS_VIEW (view);

  if (scr_meetings_view_has_page (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->inner), GTK_DIR_TAB_FORWARD);
  return scr_view_focus_selected (scr_meetings_view_get_shown (self));
}

static void
on_made (ScrItem *meeting, gpointer user_data)
{
  scr_meetings_view_open (SCR_MEETINGS_VIEW (user_data), meeting);
}

static void
scr_meetings_view_new_item (ScrView *view)
{
  ScrMeetingsView *self = SCR_MEETINGS_VIEW (view);

  scr_meetings_view_close_pages (self);
  if (g_str_equal (scr_meetings_view_get_face (self), "list"))
    scr_meeting_dialog_new_meeting (scr_view_get_context (view), GTK_WIDGET (self), NULL, on_made,
                                    g_object_ref (self), g_object_unref);
  else
    scr_view_new_item (scr_meetings_view_get_shown (self));
}

static void
scr_meetings_view_print (ScrView *view)
{
  ScrMeetingsView *self = SCR_MEETINGS_VIEW (view);

  if (!scr_meetings_view_has_page (self) && scr_view_can_print (scr_meetings_view_get_shown (self)))
    scr_view_print (scr_meetings_view_get_shown (self));
}

static gboolean
scr_meetings_view_go_back (ScrView *view)
{
  return scr_meetings_view_close_page (SCR_MEETINGS_VIEW (view));
}

/* --- Set-up --- */

/* The list stands for the timeline then. */
static void
on_narrow (ScrMeetingsView *self)
{
  scr_meetings_view_update_faces (self);
}

static void
scr_meetings_view_dispose (GObject *object)
{
  ScrMeetingsView *self = SCR_MEETINGS_VIEW (object);

  g_clear_weak_pointer (&self->came_from);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (scr_meetings_view_parent_class)->dispose (object);
}

static void
scr_meetings_view_finalize (GObject *object)
{
  ScrMeetingsView *self = SCR_MEETINGS_VIEW (object);

  g_free (self->face);
  g_ptr_array_unref (self->trail);
  G_OBJECT_CLASS (scr_meetings_view_parent_class)->finalize (object);
}

static void
scr_meetings_view_class_init (ScrMeetingsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ScrViewClass *view_class = SCR_VIEW_CLASS (klass);

  object_class->dispose = scr_meetings_view_dispose;
  object_class->finalize = scr_meetings_view_finalize;
  view_class->context_set = scr_meetings_view_context_set;
  view_class->select_item = scr_meetings_view_select_item;
  view_class->open_item = scr_meetings_view_open_item;
  view_class->focus_selected = scr_meetings_view_focus_selected;
  view_class->new_item = scr_meetings_view_new_item;
  view_class->print = scr_meetings_view_print;
  view_class->go_back = scr_meetings_view_go_back;

  scr_meetings_view_register_resource ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/example/Scrutiny/meetings/scr-meetings-view.ui");
#define BIND(member) gtk_widget_class_bind_template_child (widget_class, ScrMeetingsView, member)
  BIND (pages);
  BIND (bar_slot);
  BIND (heading);
  BIND (face_switch);
  BIND (tools);
  BIND (new_meeting);
  BIND (more);
  BIND (faces_menu);
  BIND (faces);
  BIND (lists_slot);
  BIND (inner);
#undef BIND
}

static void
scr_meetings_view_init (ScrMeetingsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->trail = g_ptr_array_new_with_free_func (g_object_unref);
  scr_meetings_view_add_actions (self);
  scr_meetings_view_fill_bar (self);
  scr_meetings_view_add_drop (self);
}

/**
 * scr_meetings_view_new:
 * @context: what the window hands to it
 * @view_id: its id in the registry of views
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
scr_meetings_view_new (ScrContext *context, const char *view_id)
{
  ScrMeetingsView *self = g_object_new (SCR_TYPE_MEETINGS_VIEW, "context", context, "view-id", view_id, NULL);

  self->face = scr_settings_dup_string (scr_context_get_settings (context), "meetings-face");
  g_signal_connect_swapped (self, "notify::narrow", G_CALLBACK (on_narrow), self);
  g_signal_connect_object (context, "notify::selected", G_CALLBACK (scr_meetings_view_update_actions), self,
                           G_CONNECT_SWAPPED);
  scr_meetings_view_context_set (SCR_VIEW (self));
  on_narrow (self);
  return GTK_WIDGET (self);
}
