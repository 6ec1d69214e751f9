/* ScrLaneStack - how what overlaps in one lane of a timeline is stacked into rows, and gathered as "+3" where
 * there is no room.
 *
 * Where something lies depends on the lane's items and the scale only, never on which part is looked at: so
 * nothing jumps while one pans. The cost depends on what is looked at: it is found by halving; where many
 * begin close together they are counted, not visited; and it is enough to begin at the last place before the
 * view that nothing reaches across.
 *
 * Always holds: no two of what is shown overlap; each item that reaches into the view is either shown once or
 * in one gathering; items of a row and members of a gathering are in their order. Any one thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SCR_LANE_MOST_ROWS 12

/* One item, from its day on. All px are those of the screen, at any scale. */
typedef struct
{
  int first;    /* day */
  int last;     /* day; G_MAXINT for no end */
  float before; /* px that it reaches before its first day */
  float least;  /* px that it needs from there on, however short its days are */
  float beside; /* px that it needs after its days */
} ScrLaneItem;

typedef struct
{
  guint item; /* index */
  guint row;
  double x; /* px since day 0 */
  double width;
} ScrLanePlace;

typedef struct
{
  guint row;
  double x; /* px since day 0 */
  double width;
  int day; /* first day of the first of them */
  guint n;
  guint first;     /* index of the first item, or of its place among `members` */
  gboolean is_run; /* the items are `first`, `first` + 1 ... */
} ScrLaneGathering;

typedef struct
{
  GArray *places;     /* (element-type ScrLanePlace): in the order of items */
  GArray *gatherings; /* (element-type ScrLaneGathering): in the order of days */
  guint n_rows;       /* that are in use in this view */

  /* private */
  GArray *items;
  int *latest; /* for each item, the latest last day of those before it */
  GArray *members;
  guint most_rows;
  double gathering_width;
  double most_before;
  double most_reach;
  double most_beside;
} ScrLaneStack;

ScrLaneStack *
scr_lane_stack_new (const ScrLaneItem *items, guint n_items, guint most_rows, double gathering_width);
void scr_lane_stack_free (ScrLaneStack *self);

void scr_lane_stack_look_at (ScrLaneStack *self, double px_a_day, int from, int until);
guint scr_lane_stack_get_member (const ScrLaneStack *self, const ScrLaneGathering *gathering, guint index);
int scr_lane_stack_find_place (const ScrLaneStack *self, guint item);
int scr_lane_stack_find_gathering (const ScrLaneStack *self, guint item);
guint scr_lane_stack_find_day (const ScrLaneStack *self, int day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrLaneStack, scr_lane_stack_free)

G_END_DECLS
