/* What the files of ScrMonthGrid share. Private to month/.
 *
 * Places are px of the grid as seen; columns count from the week's first day, which lies right where one
 * reads from there.
 */
#pragma once

#include "scr-month-day.h"
#include "scr-month-grid.h"
#include "scr-timeline-label.h"
#include "scr-timeline-mark.h"

G_BEGIN_DECLS

#define SCR_MONTH_N_DAYS (SCR_MONTH_MAX_WEEKS * 7)
/* Between chips, and beside them, px. */
#define SCR_MONTH_GAP 2

/* What the pointer is doing. */
typedef enum
{
  SCR_MONTH_IDLE,
  SCR_MONTH_PRESSED, /* down, not yet 8 px away */
  SCR_MONTH_MOVING,  /* an entry */
  SCR_MONTH_NOTHING, /* dragged away from where nothing can be dragged */
} ScrMonthDeed;

/* An entry, or one end of a long one: only where it begins and where it ends does that say something of a
 * day. */
typedef struct
{
  guint entry;
  int first;
  int last;
  gboolean goes_on; /* after these days */
  gboolean went_on; /* before them */
} ScrMonthPlaced;

struct _ScrMonthGrid
{
  GtkWidget parent_instance;

  ScrTimeline *timeline; /* (nullable) */
  ScrTimeline *waiting;  /* (nullable): came while something is dragged */
  ScrMonth month;
  int day; /* where the keyboard is */
  gboolean editable;
  gboolean narrow;
  ScrHolidays *holidays; /* (nullable) */
  char *nation;          /* (nullable) */
  ScrMonthTell tell;     /* (nullable) */
  gpointer tell_data;

  GtkWidget *weekdays[7];
  GtkWidget *days[SCR_MONTH_N_DAYS];
  GtkWidget *more[SCR_MONTH_N_DAYS]; /* (nullable): "+3" */
  GtkWidget *ruler;                  /* a chip that is never seen: its letters are measured */
  GArray *order;                     /* (element-type ScrMonthPlaced): as they are stacked */
  GArray *pieces;                    /* (element-type ScrMonthPiece): `span` is a place in `order` */
  GPtrArray *shown;  /* (element-type GtkWidget) (nullable elements): the chip of each piece */
  GHashTable *marks; /* key of a piece to its chip */
  guint n_rows;      /* of chips that a day has room for */
  guint n_hidden[SCR_MONTH_N_DAYS];
  guint n_entries[SCR_MONTH_N_DAYS];

  char *selected_id; /* (nullable) */
  gboolean sizing;

  ScrMonthDeed deed;
  gboolean selection_waits; /* to be told when the button is up */
  int pressed;              /* a piece, -1 for none */
  int pressed_more;         /* a day, 0 for none */
  int pressed_day;
  char *clicked_id; /* (nullable): what the first of several clicks was on */
  int clicked_day;
  double press_x;
  double press_y;
  double pointer_x;
  double pointer_y;
  double grab_x;
  double grab_y;
  double grab_width;
  const ScrTimelineEntry *moved; /* (nullable): what is dragged */
  int move_first;
  int move_last;
  GtkWidget *dragged; /* the chip under the pointer */
  GtkWidget *label;   /* tells the day and the warnings */
};

/* scr-month-grid.c */
void scr_month_grid_set_current (ScrMonthGrid *self, int day);
void scr_month_grid_go_to (ScrMonthGrid *self, int day);
void scr_month_grid_take_waiting (ScrMonthGrid *self);
void scr_month_grid_emit_selection (ScrMonthGrid *self);
void scr_month_grid_emit_opened (ScrMonthGrid *self, const ScrTimelineEntry *entry);
void scr_month_grid_emit_moved (ScrMonthGrid *self, const ScrTimelineEntry *entry, int first, int last);
const char *scr_month_grid_get_id (const ScrTimelineEntry *entry);
const char *scr_month_grid_get_holiday (ScrMonthGrid *self, int day);

/* scr-month-grid-cut.c */
void scr_month_grid_cut (ScrMonthGrid *self);
const ScrTimelineEntry *scr_month_grid_get_entry (ScrMonthGrid *self, int piece);

/* scr-month-grid-lay.c */
void scr_month_grid_fit (ScrMonthGrid *self);
void scr_month_grid_show_days (ScrMonthGrid *self);
void scr_month_grid_show_selected (ScrMonthGrid *self);
int scr_month_grid_get_header_height (ScrMonthGrid *self);
int scr_month_grid_get_head_height (ScrMonthGrid *self);
int scr_month_grid_get_chip_height (ScrMonthGrid *self);
void scr_month_grid_place (ScrMonthGrid *self);
int scr_month_grid_find_day (ScrMonthGrid *self, double x, double y);
int scr_month_grid_find_piece (ScrMonthGrid *self, double x, double y);
int scr_month_grid_find_more (ScrMonthGrid *self, double x, double y);
int scr_month_grid_find_piece_of (ScrMonthGrid *self, GtkWidget *mark);
void scr_month_grid_get_day_area (ScrMonthGrid *self, int day, GdkRectangle *area);
GPtrArray *scr_month_grid_list_stops (ScrMonthGrid *self, int day);

/* scr-month-grid-drag.c */
gboolean scr_month_grid_can_move (ScrMonthGrid *self, const ScrTimelineEntry *entry);
void scr_month_grid_begin_drag (ScrMonthGrid *self);
void scr_month_grid_drag_to (ScrMonthGrid *self);
void scr_month_grid_end_drag (ScrMonthGrid *self);
void scr_month_grid_place_dragged (ScrMonthGrid *self);

/* scr-month-grid-pointer.c */
void scr_month_grid_add_pointer (ScrMonthGrid *self);
gboolean scr_month_grid_cancel_drag (ScrMonthGrid *self);

/* scr-month-grid-keys.c */
void scr_month_grid_add_keys (ScrMonthGrid *self);
gboolean scr_month_grid_focus_in (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
