/* What the list of meetings says where it has nothing to list, with the first step. See
 * scr-meeting-list-face.h. */
#include "config.h"

#include "scr-meeting-list-face-private.h"

#include <glib/gi18n-lib.h>

static void
show (ScrMeetingListFace *self,
      const char *icon,
      const char *title,
      const char *description,
      const char *button,
      const char *action)
{
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), description);
  gtk_button_set_label (GTK_BUTTON (self->first_step), button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->first_step), action);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

/**
 * scr_meeting_list_face_show_empty:
 * @self: the list
 *
 * Says why nothing is listed: nothing found, nothing of this partnership, or none yet.
 */
void
scr_meeting_list_face_show_empty (ScrMeetingListFace *self)
{
  const ScrQuery everywhere = {.kind = "meeting"};

  if (scr_filter_bar_is_used (self->filter))
    show (self, "edit-find-symbolic", _ ("Nothing found"), _ ("No meeting is like that. Look for less."),
          _ ("Clear filters"), "meeting-list.clear");
  else if (scr_source_count (SCR_SOURCE (self->store), &everywhere) > 0)
    show (self, "x-office-calendar-symbolic", _ ("Nothing of this partnership"),
          _ ("There are meetings, but of other partnerships."), _ ("Show all partnerships"),
          "meeting-list.all");
  else
    show (self, "x-office-calendar-symbolic", _ ("No meetings yet"),
          _ ("Boards, hubs, learning events and every other time people meet stand here, month by month."),
          _ ("New meeting"), "meetings.new");
}
