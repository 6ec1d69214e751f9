/* The pages that stand in place of the faces: a meeting's, a handover's. See scr-meetings-view.h. */
#include "config.h"

#include "scr-meetings-view-private.h"

#include "scr-handover-page.h"
#include "scr-meeting-page.h"

/**
 * scr_meetings_view_has_page:
 * @self: a meetings view
 *
 * Returns: whether the page of a thing stands in place of the faces
 */
gboolean
scr_meetings_view_has_page (ScrMeetingsView *self)
{
  return self->trail->len > 0;
}

/**
 * scr_meetings_view_get_paged:
 * @self: a meetings view
 *
 * Returns: (transfer none) (nullable): the thing whose page is shown
 */
ScrItem *
scr_meetings_view_get_paged (ScrMeetingsView *self)
{
  return self->trail->len > 0 ? g_ptr_array_index (self->trail, self->trail->len - 1) : NULL;
}

static gboolean
is_kind (ScrItem *item, const char *kind)
{
  return g_str_equal (scr_item_get_kind (item)->name, kind);
}

static void
on_back (ScrMeetingsView *self)
{
  scr_meetings_view_close_page (self);
}

static GtkWidget *
make_page (ScrMeetingsView *self, ScrItem *item)
{
  ScrContext *context = scr_view_get_context (SCR_VIEW (self));
  GtkWidget *page;

  if (is_kind (item, "handover"))
    {
      page = scr_handover_page_new (context);
      scr_handover_page_show (SCR_HANDOVER_PAGE (page), item);
    }
  else
    {
      page = scr_meeting_page_new (context);
      if (is_kind (item, "meeting"))
        scr_meeting_page_show (SCR_MEETING_PAGE (page), item);
      else
        scr_meeting_page_show_item (SCR_MEETING_PAGE (page), item);
    }
  g_signal_connect_object (page, "back", G_CALLBACK (on_back), self, G_CONNECT_SWAPPED);
  return page;
}

static void
show_last (ScrMeetingsView *self)
{
  adw_bin_set_child (self->inner, make_page (self, scr_meetings_view_get_paged (self)));
  gtk_stack_set_visible_child_name (self->pages, "inner");
  scr_meetings_view_update_actions (self);
  gtk_widget_child_focus (GTK_WIDGET (self->inner), GTK_DIR_TAB_FORWARD);
}

/* What has a page is itself; a task stands on its handover's, an item of an agenda on its meeting's. */
static ScrItem *
find_paged (ScrMeetingsView *self, ScrItem *item)
{
  if (is_kind (item, "meeting") || is_kind (item, "handover") || is_kind (item, "agenda_item"))
    return g_object_ref (item);
  if (is_kind (item, "handover_task"))
    return scr_source_get_referred (SCR_SOURCE (scr_view_get_store (SCR_VIEW (self))), item, "handover");
  return NULL;
}

/**
 * scr_meetings_view_open:
 * @self: a meetings view with a record
 * @item: a thing
 *
 * Shows @item on the page of its own, or on that of the thing to which it belongs.
 *
 * Returns: %FALSE if it has none
 */
gboolean
scr_meetings_view_open (ScrMeetingsView *self, ScrItem *item)
{
  ScrItem *paged = find_paged (self, item);
  ScrItem *shown = scr_meetings_view_get_paged (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (paged == NULL)
    return FALSE;
  if (shown != NULL && g_str_equal (scr_item_get_id (shown), scr_item_get_id (paged)))
    {
      g_object_unref (paged);
      return TRUE;
    }
  if (shown == NULL && root != NULL)
    g_set_weak_pointer (&self->came_from, gtk_root_get_focus (root));
  g_ptr_array_add (self->trail, paged);
  show_last (self);
  return TRUE;
}

static void
show_faces (ScrMeetingsView *self)
{
  adw_bin_set_child (self->inner, NULL);
  scr_meetings_view_update_faces (self);
  scr_meetings_view_update_actions (self);
}

/**
 * scr_meetings_view_close_page:
 * @self: a meetings view
 *
 * Goes back to the page from which the one that is shown was opened, or to the faces.
 *
 * Returns: whether there was a page to leave
 */
gboolean
scr_meetings_view_close_page (ScrMeetingsView *self)
{
  if (!scr_meetings_view_has_page (self))
    return FALSE;
  g_ptr_array_set_size (self->trail, (int)self->trail->len - 1);
  if (scr_meetings_view_has_page (self))
    {
      show_last (self);
      return TRUE;
    }
  show_faces (self);
  if (self->came_from == NULL || !gtk_widget_get_mapped (self->came_from)
      || !gtk_widget_grab_focus (self->came_from))
    gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
  g_clear_weak_pointer (&self->came_from);
  return TRUE;
}

/**
 * scr_meetings_view_close_pages:
 * @self: a meetings view
 *
 * Goes back to the faces at once.
 */
void
scr_meetings_view_close_pages (ScrMeetingsView *self)
{
  if (!scr_meetings_view_has_page (self))
    return;
  g_ptr_array_set_size (self->trail, 0);
  g_clear_weak_pointer (&self->came_from);
  show_faces (self);
}
