/* The pages that stand in place of the faces: a meeting's, a handover's. See scr-meetings-view.h. */
#include "config.h"

#include "scr-meetings-view-private.h"

/* --- Which page a thing has --- */

/**
 * scr_meetings_view_has_page:
 * @self: a meetings view
 *
 * Returns: whether the page of a thing stands in place of the faces
 */
gboolean
scr_meetings_view_has_page (ScrMeetingsView *self)
{
  return adw_bin_get_child (self->inner) != NULL;
}

/**
 * scr_meetings_view_open:
 * @self: a meetings view
 * @item: a thing
 *
 * Shows @item on the page of its own, or on that of the meeting to which it belongs.
 *
 * Returns: %FALSE if it has none
 */
gboolean
scr_meetings_view_open (ScrMeetingsView *self, ScrItem *item)
{
  return FALSE;
}

/**
 * scr_meetings_view_close_page:
 * @self: a meetings view
 *
 * Returns: whether there was a page to leave
 */
gboolean
scr_meetings_view_close_page (ScrMeetingsView *self)
{
  if (!scr_meetings_view_has_page (self))
    return FALSE;
  adw_bin_set_child (self->inner, NULL);
  scr_meetings_view_update_faces (self);
  if (self->came_from == NULL || !gtk_widget_grab_focus (self->came_from))
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->came_from);
  return TRUE;
}
