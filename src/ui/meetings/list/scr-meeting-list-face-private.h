/* What the files of ScrMeetingListFace share. */
#pragma once

#include "scr-dated-list.h"
#include "scr-filter-bar.h"
#include "scr-meeting-list-face.h"
#include "scr-meeting-rows.h"
#include "scr-settings.h"

G_BEGIN_DECLS

/* The drop-downs of the filter. */
enum
{
  SCR_MEETING_LIST_GROUP,
  SCR_MEETING_LIST_KIND,
  SCR_MEETING_LIST_STATE,
};

struct _ScrMeetingListFace
{
  ScrView parent_instance;

  ScrStore *store; /* (nullable) */
  GSignalGroup *store_changes;
  ScrSettings *settings;
  ScrFilterBar *filter;
  GtkWidget *stack;
  ScrMeetingRows *rows;
  GtkWidget *empty;
  GtkWidget *first_step;
  ScrDatedList *list;
  GtkSingleSelection *selection;
  GSimpleActionGroup *actions;
  GtkWidget *popover; /* (nullable): the menu of a row */

  ScrDatedOrder order;
  gboolean descending;
  guint with;
  gboolean selecting;   /* being selected by us */
  gboolean is_at_today; /* was shown from today on once */
  guint tick;           /* being scrolled to today */
  guint step;
};

/* scr-meeting-list-face.c */
void scr_meeting_list_face_refresh (ScrMeetingListFace *self);
ScrItem *scr_meeting_list_face_dup_selected (ScrMeetingListFace *self);
void scr_meeting_list_face_select (ScrMeetingListFace *self, guint position);
void scr_meeting_list_face_open (ScrMeetingListFace *self, ScrItem *item);

/* scr-meeting-list-menu.c */
void scr_meeting_list_face_add_actions (ScrMeetingListFace *self);
void scr_meeting_list_face_add_keys (ScrMeetingListFace *self);
GtkWidget *scr_meeting_list_face_make_sort_button (ScrMeetingListFace *self);
void scr_meeting_list_face_update_actions (ScrMeetingListFace *self);
void
scr_meeting_list_face_ask_menu (ScrMeetingListFace *self, guint position, GtkWidget *at, double x, double y);

/* scr-meeting-list-empty.c */
void scr_meeting_list_face_show_empty (ScrMeetingListFace *self);

G_END_DECLS
