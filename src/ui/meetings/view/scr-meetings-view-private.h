/* What the files of ScrMeetingsView share. Private to meetings/view/. */
#pragma once

#include "scr-meetings-view.h"

#include "scr-overflow-bar.h"

G_BEGIN_DECLS

/* One way of looking at meetings. */
typedef struct
{
  const char *name;                                           /* "timeline" */
  const char *label;                                          /* N_() */
  const char *new_label;                                      /* what New makes there, N_() */
  GtkWidget *(*make) (ScrContext *context, const char *view); /* a ScrView */
  GtkWidget *(*get_tools) (GtkWidget *face);                  /* (nullable): what it wants in the bar */
} ScrMeetingsFace;

struct _ScrMeetingsView
{
  ScrView parent_instance;

  GtkStack *pages; /* "faces", "lists", "inner" */
  AdwBin *bar_slot;
  GtkWidget *heading;
  GtkWidget *face_switch;
  GtkStack *tools; /* what the face that is shown wants in the bar */
  GtkWidget *new_meeting;
  GtkMenuButton *more;
  GMenuModel *faces_menu;
  GtkStack *faces;
  AdwBin *lists_slot;
  AdwBin *inner;    /* a meeting's page, or a handover's */
  GPtrArray *trail; /* (element-type ScrItem): what pages were opened one from another, the one shown last */

  ScrView *lists;       /* (nullable): made when first shown */
  char *face;           /* what was chosen, also while the list stands for it */
  GtkWidget *came_from; /* (nullable), weak: gets the keyboard back when the inner page is left */
  GSimpleActionGroup *actions;
};

/* scr-meetings-view-faces.c */
void scr_meetings_view_fill_bar (ScrMeetingsView *self);
void scr_meetings_view_update_faces (ScrMeetingsView *self);
ScrView *scr_meetings_view_get_shown (ScrMeetingsView *self);

/* scr-meetings-view-pages.c */
gboolean scr_meetings_view_open (ScrMeetingsView *self, ScrItem *item);
gboolean scr_meetings_view_close_page (ScrMeetingsView *self);
gboolean scr_meetings_view_has_page (ScrMeetingsView *self);
void scr_meetings_view_close_pages (ScrMeetingsView *self);
ScrItem *scr_meetings_view_get_paged (ScrMeetingsView *self);

/* scr-meetings-view-actions.c */
void scr_meetings_view_add_actions (ScrMeetingsView *self);
void scr_meetings_view_update_actions (ScrMeetingsView *self);

/* scr-meetings-view-drop.c */
void scr_meetings_view_add_drop (ScrMeetingsView *self);

G_END_DECLS
