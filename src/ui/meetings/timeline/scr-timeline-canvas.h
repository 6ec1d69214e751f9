/* ScrTimelineCanvas - the timeline to look at and to work on: lanes with chips, bars, diamonds and spans
 * under a scale of days, from one week to five years across.
 *
 * Shows the ScrTimeline it is given and writes nothing: what a person does is told by signals, and whoever
 * holds the canvas makes changes of it and gives it the new timeline. Days beyond the given timeline's are
 * shown empty: on "viewed" the holder gives one that reaches further. Only what is visible has widgets. One
 * stop for Tab. Escape, or letting go outside it, puts back what is dragged. From right to left, time runs
 * from the right, and the arrow keys go where they point. Main thread. Properties: "zoom" (how many days lie
 * across, 7 to 1827), "editable". Signals:
 *   "selection-changed" ()
 *   "entry-opened" (ScrItem *): double-click, Enter, or chosen among those that are gathered
 *   "entry-moved" (const ScrTimelineMove *): dropped, or moved by keys; what is `held` too
 *   "create-at" (const ScrTimelinePlace *): double-click or drag in empty space
 *   "menu-asked" (const GdkRectangle *where, const ScrTimelinePlace *): on the selection, or on empty space
 *   "delete-asked" (ScrItem *), "reschedule-asked" (ScrItem *): Delete, F2
 *   "viewed" (int first, int last): the days that are seen now; told soon after they changed, not at once
 */
#pragma once

#include <adwaita.h>

#include "scr-time-scale.h"
#include "scr-timeline-label.h"
#include "scr-timeline.h"
#include "scr-working-days.h"

G_BEGIN_DECLS

/* Where something is to go. Valid during the signal. */
typedef struct
{
  const ScrTimelineEntry *entry;
  guint lane; /* index; the entry's own if it stays there */
  int first;  /* day */
  int last;   /* day; G_MAXINT stays open */
} ScrTimelineMove;

/* A place in empty space, or where the menu was asked for. */
typedef struct
{
  int lane; /* index, -1 for none */
  int first;
  int last;
} ScrTimelinePlace;

/**
 * ScrTimelineTell:
 * @canvas: the canvas
 * @move: where the entry would go, which may be where it is
 * @lines: (element-type ScrTimelineLine): to be filled by scr_timeline_lines_add()
 * @user_data: what was given with the function
 *
 * Tells what is to be known of a place while something is dragged over it.
 */
typedef struct _ScrTimelineCanvas ScrTimelineCanvas;
typedef void (*ScrTimelineTell) (ScrTimelineCanvas *canvas,
                                 const ScrTimelineMove *move,
                                 GPtrArray *lines,
                                 gpointer user_data);

#define SCR_TYPE_TIMELINE_CANVAS (scr_timeline_canvas_get_type ())
G_DECLARE_FINAL_TYPE (ScrTimelineCanvas, scr_timeline_canvas, SCR, TIMELINE_CANVAS, GtkWidget)

GtkWidget *scr_timeline_canvas_new (void);

/* What it shows */
void scr_timeline_canvas_set_timeline (ScrTimelineCanvas *self, ScrTimeline *timeline);
const ScrTimeline *scr_timeline_canvas_get_timeline (ScrTimelineCanvas *self);
void scr_timeline_canvas_set_editable (ScrTimelineCanvas *self, gboolean editable);
void scr_timeline_canvas_set_holidays (ScrTimelineCanvas *self, ScrHolidays *holidays, const char *nation);
void scr_timeline_canvas_set_year_start (ScrTimelineCanvas *self, int month);
void scr_timeline_canvas_set_tell (ScrTimelineCanvas *self, ScrTimelineTell tell, gpointer user_data);

/* Which days */
double scr_timeline_canvas_get_zoom (ScrTimelineCanvas *self);
void scr_timeline_canvas_set_zoom (ScrTimelineCanvas *self, double days);
void scr_timeline_canvas_zoom_by (ScrTimelineCanvas *self, int steps);
void scr_timeline_canvas_show_today (ScrTimelineCanvas *self);
void scr_timeline_canvas_show_day (ScrTimelineCanvas *self, int day);
void scr_timeline_canvas_fit_year (ScrTimelineCanvas *self);
void scr_timeline_canvas_set_visible_days (ScrTimelineCanvas *self, double first, double days);
void scr_timeline_canvas_get_visible_days (ScrTimelineCanvas *self, int *first, int *last);
double scr_timeline_canvas_get_start (ScrTimelineCanvas *self);

/* Selection and keyboard */
void scr_timeline_canvas_select (ScrTimelineCanvas *self, const char *id, gboolean reveal);
const ScrTimelineEntry *scr_timeline_canvas_get_selected (ScrTimelineCanvas *self);
gboolean scr_timeline_canvas_focus_selected (ScrTimelineCanvas *self);
gboolean scr_timeline_canvas_is_dragging (ScrTimelineCanvas *self);
void scr_timeline_canvas_cancel (ScrTimelineCanvas *self);

/* The same by menu items */
void scr_timeline_canvas_move_selected (ScrTimelineCanvas *self, int days, int lanes);
void scr_timeline_canvas_stretch_selected (ScrTimelineCanvas *self, int days);

/* What is seen, for tests and whoever points at it */
guint scr_timeline_canvas_get_n_chips (ScrTimelineCanvas *self);
GtkWidget *scr_timeline_canvas_get_chip (ScrTimelineCanvas *self, const char *id);
GtkWidget *scr_timeline_canvas_get_gathering (ScrTimelineCanvas *self, guint lane);

G_END_DECLS
