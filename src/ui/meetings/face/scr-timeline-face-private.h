/* What the files of ScrTimelineFace share. Private to meetings/face/. */
#pragma once

#include "scr-timeline-face.h"

#include "scr-entry-clashes.h"
#include "scr-meeting-commands.h"
#include "scr-settings.h"
#include "scr-timeline-filter.h"

G_BEGIN_DECLS

struct _ScrTimelineFace
{
  ScrView parent_instance;

  GtkWidget *tools; /* a reference of its own: it lives in the view's bar */
  GtkStack *pages;  /* "canvas", "empty", "nothing" */
  ScrTimelineCanvas *canvas;
  GtkWidget *words; /* the bar for them */
  GtkWidget *hint;  /* at the end of the legend */
  GtkMenuButton *lanes_button;
  GtkMenuButton *step_button;
  GtkMenuButton *show_button;

  GSimpleActionGroup *actions;
  ScrSettings *settings;
  ScrStore *store; /* (nullable) */
  GSignalGroup *store_changes; /* of the record that is shown */
  guint refresh_source;
  guint remember_source;
  guint read_source;
  gint64 read_ended; /* when days were read last, and how long that took, microseconds */
  gint64 read_took;

  ScrTimelineLanes lanes;
  ScrTimelineFilter *filter; /* the context's */
  int from;                  /* the days that are read; 0 before the first time */
  int until;
  gboolean placed;  /* the place was restored, or is the person's own */
  gboolean syncing; /* a selection is shown, not made */

  ScrEntryClashes clashes; /* of what is dragged */
};

/* scr-timeline-face.c */
gboolean scr_timeline_face_is_writable (ScrTimelineFace *self);
void scr_timeline_face_refresh (ScrTimelineFace *self);
void scr_timeline_face_refresh_soon (ScrTimelineFace *self);
void scr_timeline_face_reveal (ScrTimelineFace *self, ScrItem *item);

/* scr-timeline-face-tools.c */
void scr_timeline_face_build_tools (ScrTimelineFace *self);
GtkWidget *scr_timeline_face_new_legend (ScrTimelineFace *self);
void scr_timeline_face_update_tools (ScrTimelineFace *self);

/* scr-timeline-face-state.c */
void scr_timeline_face_recall (ScrTimelineFace *self);
void scr_timeline_face_recall_place (ScrTimelineFace *self);
void scr_timeline_face_remember (ScrTimelineFace *self);
const char *scr_timeline_lanes_get_name (ScrTimelineLanes lanes);

/* scr-timeline-face-actions.c */
void scr_timeline_face_add_actions (ScrTimelineFace *self);
void scr_timeline_face_update_actions (ScrTimelineFace *self);

/* scr-timeline-face-menu.c */
void
scr_timeline_face_show_menu (ScrTimelineFace *self, const GdkRectangle *where, const ScrTimelinePlace *place);

/* scr-timeline-face-moves.c */
void scr_timeline_face_connect_canvas (ScrTimelineFace *self);
void scr_timeline_face_move (ScrTimelineFace *self,
                             const ScrTimelineEntry *entry,
                             const ScrTimelineLane *lane,
                             int first,
                             int last);
void scr_timeline_face_create (ScrTimelineFace *self, const ScrTimelinePlace *place);

G_END_DECLS
