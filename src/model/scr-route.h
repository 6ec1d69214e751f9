/* ScrRoute - the way of a link from one card to another: a curve that leaves and enters at the middle of an
 * edge, and goes round what stands between where it can.
 *
 * Pure geometry in px, the same on screen and on paper. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} ScrPoint;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} ScrBox;

typedef struct
{
  ScrPoint points[4]; /* of a cubic Bézier curve */
  ScrPoint label;     /* the middle of its label */
} ScrRoute;

/* Whether something stands at a place, other than the two ends. */
typedef gboolean (*ScrRouteBlocked) (double x, double y, gpointer user_data);

void scr_route_find (ScrRoute *self,
                     const ScrBox *from,
                     const ScrBox *to,
                     guint number,
                     guint n_parallel,
                     ScrRouteBlocked blocked,
                     gpointer user_data);
void scr_route_to_point (ScrRoute *self, const ScrBox *from, double x, double y);
void scr_route_get_bounds (const ScrRoute *self, ScrBox *bounds);
ScrPoint scr_route_get_point (const ScrRoute *self, double t);
double scr_route_get_distance (const ScrRoute *self, double x, double y);

gboolean scr_box_contains (const ScrBox *self, double x, double y);
gboolean scr_box_intersects (const ScrBox *self, const ScrBox *other);

typedef enum
{
  SCR_DIRECTION_LEFT,
  SCR_DIRECTION_RIGHT,
  SCR_DIRECTION_UP,
  SCR_DIRECTION_DOWN,
} ScrDirection;

double scr_box_step (const ScrBox *from, const ScrBox *to, ScrDirection direction);

G_END_DECLS
