/* What the files of ScrTimelineCanvas share. Private to timeline/.
 *
 * Places along time are px from the start edge of the body (the part beside the heads), as if it were read
 * from left to right; only what touches the screen turns them round. Places across are px of the content of
 * lanes, of which `y` lies at the top of the body.
 */
#pragma once

#include "scr-canvas.h"
#include "scr-lane-stack.h"
#include "scr-timeline-canvas.h"
#include "scr-timeline-mark.h"
#include "scr-timeline-pane.h"

G_BEGIN_DECLS

/* Between the rows of a lane, and above the first, px. */
#define SCR_TIMELINE_ROW_GAP 6
#define SCR_TIMELINE_LANE_PAD 15
/* Bars and long chips are cut off this far outside the view, px. */
#define SCR_TIMELINE_OVERHANG 24

/* What the pointer is doing. */
typedef enum
{
  SCR_TIMELINE_IDLE,
  SCR_TIMELINE_PRESSED, /* down, not yet 8 px away */
  SCR_TIMELINE_PANNING,
  SCR_TIMELINE_MOVING,     /* an entry */
  SCR_TIMELINE_STRETCHING, /* its end */
  SCR_TIMELINE_CREATING,   /* drawing a span in empty space */
} ScrTimelineDeed;

/* A lane, as it lies on the screen. */
typedef struct
{
  ScrLaneStack *stack; /* (nullable): made when the lane is first seen */
  double y;
  double height;
  double head_height;
  guint n_rows;    /* the most that were seen at this scale: lanes do not jump while one pans */
  double px_a_day; /* what was looked at last */
  int from;
  int until;
} ScrTimelineRow;

/* A widget in the body: an entry, or what is gathered from this entry on. */
typedef struct
{
  GtkWidget *chip;
  guint entry;
  gboolean is_gathering;
  guint n; /* gathered */
  guint lane;
  double x; /* px since day 0 */
  double y;
  double width;
  guint generation; /* when it was wanted last */
} ScrTimelineFace;

struct _ScrTimelineCanvas
{
  GtkWidget parent_instance;

  ScrTimeline *timeline; /* (nullable) */
  ScrTimeline *waiting;  /* (nullable): came while something is dragged */
  GPtrArray *retired;    /* (element-type ScrTimeline): replaced while somebody is being told of an entry */
  guint n_told;
  GArray *rows; /* (element-type ScrTimelineRow) */
  double start; /* day at the start edge */
  double days;  /* that lie across */
  double y;
  double content_height;
  gboolean placed; /* the days that are seen were chosen */
  gboolean editable;
  ScrHolidays *holidays; /* (nullable) */
  char *nation;          /* (nullable) */
  int year_start;
  ScrTimelineTell tell; /* (nullable) */
  gpointer tell_data;

  GtkWidget *body;
  GtkWidget *heads;
  GtkWidget *bar; /* scrollbar of the lanes */
  GtkAdjustment *adjustment;
  GtkWidget *ruler;   /* a chip that is never seen: letters are measured by it */
  double line_height; /* of the body's letters, px */
  double chip_height;
  double head_width;
  double scale_height;
  double widths[128]; /* of the letters of chips */
  double other_width; /* of letters beyond these */

  GHashTable *faces;       /* key of an entry or gathering to ScrTimelineFace */
  GPtrArray *spare;        /* (element-type ScrTimelineMark): made, and shown no more */
  GHashTable *shown_heads; /* lane + 1 to its widget */
  GPtrArray *spare_heads;
  guint generation;
  GHashTable *layouts; /* words of the scale to PangoLayout */

  int current;        /* entry where the keyboard is, -1 for none */
  gboolean selected;  /* whether it is selected too */
  char *current_id;   /* (nullable): to find it in the next timeline */
  char *current_lane; /* (nullable) */

  ScrTimelineDeed deed;
  gboolean selection_waits; /* to be told when the button is up */
  gpointer drag;            /* (nullable): the gesture whose deed it is, never used */
  double press_x;           /* where the pointer went down, px of the canvas, as seen */
  double press_y;
  double press_start; /* day at the start edge then */
  double press_scroll;
  double pointer_x;
  double pointer_y;
  int pressed; /* entry, -1 for none */
  gboolean pressed_gathering;
  gboolean pressed_scale;
  gboolean by_touch;
  guint pressed_lane;
  int pressed_day;
  double grab_x; /* of the pointer within the chip that is dragged */
  double grab_y;
  double grab_width;
  ScrTimelineMove move; /* where it would go */
  gboolean has_move;
  GtkWidget *dragged; /* the chip under the pointer while something is dragged */
  GtkWidget *label;   /* (nullable): tells the day and the warnings */
  guint scroll_tick;
  double pinch_days;

  guint viewed_source;
  guint retired_source;
  guint measure_source;
  gboolean sizing;
  int sized_width;    /* for which the heads were measured */
  int described_from; /* for which days holidays are told to assistive technology */
  int described_until;
};

/* scr-timeline-canvas.c */
void scr_timeline_canvas_update (ScrTimelineCanvas *self);
void scr_timeline_canvas_view_changed (ScrTimelineCanvas *self);
void scr_timeline_canvas_take_waiting (ScrTimelineCanvas *self);

/* scr-timeline-canvas-tell.c */
void scr_timeline_canvas_retire (ScrTimelineCanvas *self, ScrTimeline *timeline);
void scr_timeline_canvas_emit_selection (ScrTimelineCanvas *self);
void scr_timeline_canvas_emit_waiting_selection (ScrTimelineCanvas *self);
void scr_timeline_canvas_emit_opened (ScrTimelineCanvas *self, guint entry);
void scr_timeline_canvas_emit_moved (ScrTimelineCanvas *self, const ScrTimelineMove *move);
void scr_timeline_canvas_emit_create (ScrTimelineCanvas *self, const ScrTimelinePlace *place);
void scr_timeline_canvas_emit_menu (ScrTimelineCanvas *self,
                                    const GdkRectangle *where,
                                    const ScrTimelinePlace *place);
void scr_timeline_canvas_emit_item (ScrTimelineCanvas *self, const char *signal);

/* scr-timeline-canvas-view.c */
gboolean scr_timeline_canvas_is_rtl (ScrTimelineCanvas *self);
double scr_timeline_canvas_get_body_width (ScrTimelineCanvas *self);
double scr_timeline_canvas_get_body_height (ScrTimelineCanvas *self);
double scr_timeline_canvas_get_px_a_day (ScrTimelineCanvas *self);
double scr_timeline_canvas_to_along (ScrTimelineCanvas *self, double x);
double scr_timeline_canvas_to_day (ScrTimelineCanvas *self, double x);
double scr_timeline_canvas_day_to_along (ScrTimelineCanvas *self, double day);
void scr_timeline_canvas_zoom_around (ScrTimelineCanvas *self, double days, double x);
void scr_timeline_canvas_pan_by (ScrTimelineCanvas *self, double days);
void scr_timeline_canvas_scroll_by (ScrTimelineCanvas *self, double dy);
void scr_timeline_canvas_choose_days (ScrTimelineCanvas *self);

/* scr-timeline-canvas-lanes.c */
ScrTimelineRow *scr_timeline_canvas_get_row (ScrTimelineCanvas *self, guint lane);
void scr_timeline_canvas_make_rows (ScrTimelineCanvas *self);
void scr_timeline_canvas_measure_letters (ScrTimelineCanvas *self);
double scr_timeline_canvas_measure_words (ScrTimelineCanvas *self, const char *words);
void scr_timeline_canvas_lay_rows (ScrTimelineCanvas *self);
gboolean scr_timeline_canvas_list_lanes (ScrTimelineCanvas *self, guint *first, guint *end);
int scr_timeline_canvas_find_lane (ScrTimelineCanvas *self, double y);
void scr_timeline_canvas_match_heads (ScrTimelineCanvas *self);
void scr_timeline_canvas_place_heads (gpointer canvas);
void scr_timeline_canvas_draw_heads (gpointer canvas, GtkSnapshot *snapshot);
void scr_timeline_canvas_look_at (ScrTimelineCanvas *self, guint lane);

/* scr-timeline-canvas-lay.c */
void scr_timeline_canvas_show_child (GtkWidget *child, gboolean shown);
void scr_timeline_canvas_match_faces (ScrTimelineCanvas *self);
void scr_timeline_canvas_forget_faces (ScrTimelineCanvas *self);
void scr_timeline_canvas_place_faces (gpointer canvas);
ScrTimelineFace *scr_timeline_canvas_find_face (ScrTimelineCanvas *self, guint entry);
ScrTimelineFace *scr_timeline_canvas_find_face_at (ScrTimelineCanvas *self, double x, double y);
void
scr_timeline_canvas_get_face_area (ScrTimelineCanvas *self, const ScrTimelineFace *face, GdkRectangle *area);
GArray *scr_timeline_canvas_list_gathered (ScrTimelineCanvas *self, const ScrTimelineFace *face);

/* scr-timeline-canvas-scale.c */
void scr_timeline_canvas_draw_scale (ScrTimelineCanvas *self, GtkSnapshot *snapshot);
ScrTimeUnit scr_timeline_canvas_choose_unit (ScrTimelineCanvas *self);
void scr_timeline_canvas_describe_holidays (ScrTimelineCanvas *self);
gboolean scr_timeline_canvas_query_tooltip (GtkWidget *widget,
                                            int x,
                                            int y,
                                            gboolean by_keys,
                                            GtkTooltip *tooltip,
                                            gpointer user_data);
const char *scr_timeline_canvas_get_holiday (ScrTimelineCanvas *self, int day);

/* scr-timeline-canvas-draw.c */
GdkRGBA scr_timeline_rgba (ScrInk ink, float alpha);
const ScrInks *scr_timeline_get_inks (void);
void scr_timeline_canvas_fill (ScrTimelineCanvas *self,
                               GtkSnapshot *snapshot,
                               const GdkRGBA *color,
                               double along,
                               double y,
                               double width,
                               double height);
void scr_timeline_canvas_draw_body (gpointer canvas, GtkSnapshot *snapshot);

/* scr-timeline-canvas-select.c */
void scr_timeline_canvas_set_current (ScrTimelineCanvas *self, int entry, gboolean select);
void scr_timeline_canvas_find_current (ScrTimelineCanvas *self);
gboolean scr_timeline_canvas_focus_entry (ScrTimelineCanvas *self, int entry, gboolean select);
gboolean scr_timeline_canvas_enter (ScrTimelineCanvas *self);
void scr_timeline_canvas_reveal (ScrTimelineCanvas *self, guint entry);
int scr_timeline_canvas_step_time (ScrTimelineCanvas *self, int by);
int scr_timeline_canvas_step_lane (ScrTimelineCanvas *self, int by);
int scr_timeline_canvas_find_end (ScrTimelineCanvas *self, gboolean last);

/* scr-timeline-canvas-drag.c */
gboolean scr_timeline_canvas_can_move (ScrTimelineCanvas *self, const ScrTimelineEntry *entry);
gboolean scr_timeline_canvas_can_stretch (ScrTimelineCanvas *self, const ScrTimelineEntry *entry);
gboolean scr_timeline_canvas_can_enter (ScrTimelineCanvas *self, const ScrTimelineEntry *entry, guint lane);
gboolean scr_timeline_canvas_is_outside (ScrTimelineCanvas *self);
void scr_timeline_canvas_begin_drag (ScrTimelineCanvas *self);
void scr_timeline_canvas_drag_to (ScrTimelineCanvas *self);
void scr_timeline_canvas_end_drag (ScrTimelineCanvas *self);
void scr_timeline_canvas_place_dragged (ScrTimelineCanvas *self);

/* scr-timeline-canvas-pointer.c */
void scr_timeline_canvas_find_pressed (ScrTimelineCanvas *self);
void scr_timeline_canvas_add_pointer (ScrTimelineCanvas *self);
gboolean scr_timeline_canvas_cancel_drag (ScrTimelineCanvas *self);

/* scr-timeline-canvas-keys.c */
void scr_timeline_canvas_add_keys (ScrTimelineCanvas *self);

/* scr-timeline-gathered.c */
void scr_timeline_canvas_open_gathering (ScrTimelineCanvas *self, const ScrTimelineFace *face);

G_END_DECLS
