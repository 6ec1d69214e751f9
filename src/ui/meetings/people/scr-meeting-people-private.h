/* What the files of ScrMeetingPeople share. */
#pragma once

#include "scr-meeting-people.h"

G_BEGIN_DECLS

struct _ScrMeetingPeople
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrItem *meeting;          /* (nullable) */
  ScrItem *agenda_item;      /* (nullable): the one that is selected beside */
  ScrAttendance *attendance; /* (nullable) */
  GtkWidget *section;
  GtkWidget *quorum; /* symbol and words in the heading */
  GtkWidget *buttons;
  GtkWidget *popover; /* (nullable): the menu or the chooser that is open */
  char *replaced;     /* (nullable): identity of the one for whom a substitute is chosen */
};

/* scr-meeting-people-acts.c */
void scr_meeting_people_install_actions (GtkWidgetClass *widget_class);
void scr_meeting_people_add_keys (ScrMeetingPeople *self, GtkWidget *list);
void scr_meeting_people_close_popover (ScrMeetingPeople *self);
gboolean scr_meeting_people_can_edit (ScrMeetingPeople *self);

/* scr-meeting-people.c */
GtkWidget *scr_meeting_people_find_row (ScrMeetingPeople *self, const char *id);

G_END_DECLS
