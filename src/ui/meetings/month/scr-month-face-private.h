/* What the files of ScrMonthFace share. Private to month/. */
#pragma once

#include "scr-month-face.h"

#include "scr-entry-clashes.h"
#include "scr-timeline-filter.h"

G_BEGIN_DECLS

/* The tools of one bar. */
typedef struct
{
  GtkMenuButton *month; /* its name, and a chooser */
  GtkWidget *months;    /* in the chooser */
  GtkWidget *year;
  GtkMenuButton *show;
} ScrMonthTools;

struct _ScrMonthFace
{
  ScrView parent_instance;

  GtkWidget *tools;      /* a reference of its own: it lives in the view's bar */
  ScrMonthTools bars[2]; /* in the view's bar, and above the days where that has no room for them */
  gboolean compact;      /* it has none */
  guint compact_source;
  int year; /* in the chooser of a month */

  GtkWidget *words; /* the bar for them */
  ScrMonthGrid *grid;
  GtkWidget *head;    /* the second bar */
  GtkWidget *beneath; /* the chosen day's entries, where it is narrow */
  GtkLabel *list_heading;
  GtkListBox *list;
  GtkWidget *list_frame;
  GtkLabel *list_empty;
  GtkLabel *note; /* that the month is empty, or what can be done */
  GtkWidget *show_all;
  GtkWidget *foot;
  GtkMenuButton *going_on; /* what is longer than the month */
  GtkListBox *going_on_list;

  GSimpleActionGroup *actions;
  ScrTimelineFilter *filter; /* the context's */
  ScrStore *store;           /* (nullable) */
  GSignalGroup *store_changes; /* of the record that is shown */
  guint refresh_source;
  gboolean placed;  /* a month was chosen */
  gboolean syncing; /* a selection is shown, not made */

  ScrEntryClashes clashes; /* of what is dragged */
};

/* scr-month-face.c */
gboolean scr_month_face_is_writable (ScrMonthFace *self);
void scr_month_face_refresh (ScrMonthFace *self);
void scr_month_face_refresh_soon (ScrMonthFace *self);
void scr_month_face_reveal (ScrMonthFace *self, ScrItem *item);

/* scr-month-face-layout.c */
void scr_month_face_build (ScrMonthFace *self);
void scr_month_face_show_day (ScrMonthFace *self);
void scr_month_face_show_foot (ScrMonthFace *self);

/* scr-month-face-tools.c */
void scr_month_face_build_tools (ScrMonthFace *self);
void scr_month_face_update_tools (ScrMonthFace *self);
void scr_month_face_show_bar (ScrMonthFace *self);

/* scr-month-face-actions.c */
void scr_month_face_add_actions (ScrMonthFace *self);
void scr_month_face_update_actions (ScrMonthFace *self);
void scr_month_face_connect_grid (ScrMonthFace *self);
void scr_month_face_create (ScrMonthFace *self, int day);

/* scr-month-face-state.c */
void scr_month_face_recall (ScrMonthFace *self);
void scr_month_face_remember (ScrMonthFace *self);
ScrTimeline *scr_month_face_read (ScrMonthFace *self);

G_END_DECLS
