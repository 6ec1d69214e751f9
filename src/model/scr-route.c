/* The way of a link from card to card. See the header. */
#include "config.h"

#include "scr-route.h"

#include <math.h>

/* Points of a curve that are looked at when it is compared with others, and when its distance is taken. */
#define N_SAMPLES 16
/* How far control points stand from the edge, px, at least and in parts of the way. */
#define LEAST_REACH 36
#define REACH 0.42
/* How far a loop bows out, px. */
#define BOW 60
/* Between links that join the same two cards, px. */
#define APART 24
/* What a sample within a card costs, and what a bow costs more than a way straight across, px. */
#define BLOCKED_COST 240
#define BOW_COST 90

typedef enum
{
  SIDE_TOP,
  SIDE_RIGHT,
  SIDE_BOTTOM,
  SIDE_LEFT,
} Side;

static const ScrPoint outward[] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};

/* The sides that a link may leave and enter by; the first that is free and short is taken. */
static const Side ways[][2] = {
    {SIDE_TOP, SIDE_BOTTOM},  {SIDE_BOTTOM, SIDE_TOP},   {SIDE_RIGHT, SIDE_LEFT},  {SIDE_LEFT, SIDE_RIGHT},
    {SIDE_RIGHT, SIDE_RIGHT}, {SIDE_LEFT, SIDE_LEFT},    {SIDE_TOP, SIDE_LEFT},    {SIDE_TOP, SIDE_RIGHT},
    {SIDE_BOTTOM, SIDE_LEFT}, {SIDE_BOTTOM, SIDE_RIGHT}, {SIDE_LEFT, SIDE_BOTTOM}, {SIDE_RIGHT, SIDE_BOTTOM},
    {SIDE_LEFT, SIDE_TOP},    {SIDE_RIGHT, SIDE_TOP},
};

static ScrPoint
get_port (const ScrBox *box, Side side, double shift)
{
  ScrPoint middle = {box->x + box->width / 2, box->y + box->height / 2};
  double half = side == SIDE_TOP || side == SIDE_BOTTOM ? box->width / 2 : box->height / 2;
  double along = CLAMP (shift, 9 - half, half - 9);

  if (side == SIDE_TOP || side == SIDE_BOTTOM)
    return (ScrPoint) {middle.x + along, side == SIDE_TOP ? box->y : box->y + box->height};
  return (ScrPoint) {side == SIDE_LEFT ? box->x : box->x + box->width, middle.y + along};
}

static void
make_curve (ScrRoute *self, ScrPoint a, Side leave, ScrPoint b, Side enter, double bow)
{
  double way = hypot (b.x - a.x, b.y - a.y);
  double reach = fmax (LEAST_REACH, way * REACH);

  if (leave == enter)
    reach = fmax (BOW, way * 0.22) + bow;
  self->points[0] = a;
  self->points[1] = (ScrPoint) {a.x + outward[leave].x * reach, a.y + outward[leave].y * reach};
  self->points[2] = (ScrPoint) {b.x + outward[enter].x * reach, b.y + outward[enter].y * reach};
  self->points[3] = b;
}

/* Short, free, and not back through the card it leaves. */
static double
get_cost (const ScrRoute *self,
          const ScrBox *from,
          const ScrBox *to,
          ScrRouteBlocked blocked,
          gpointer user_data)
{
  double cost = 0;
  ScrPoint before = self->points[0];

  for (guint i = 1; i <= N_SAMPLES; i++)
    {
      ScrPoint point = scr_route_get_point (self, (double)i / N_SAMPLES);

      cost += hypot (point.x - before.x, point.y - before.y);
      before = point;
      if (i == N_SAMPLES)
        break;
      if ((blocked != NULL && blocked (point.x, point.y, user_data))
          || scr_box_contains (from, point.x, point.y) || scr_box_contains (to, point.x, point.y))
        cost += BLOCKED_COST;
    }
  return cost;
}

static void
make_loop (ScrRoute *self, const ScrBox *box, guint number)
{
  double bow = BOW + 24.0 * number;
  ScrPoint a = get_port (box, SIDE_RIGHT, 0);
  ScrPoint b = get_port (box, SIDE_BOTTOM, box->width / 2 - 30);

  self->points[0] = a;
  self->points[1] = (ScrPoint) {a.x + bow, a.y};
  self->points[2] = (ScrPoint) {b.x, b.y + bow};
  self->points[3] = b;
  self->label = scr_route_get_point (self, 0.5);
}

/**
 * scr_route_find:
 * @self: (out caller-allocates): the way
 * @from: the card that it leaves
 * @to: the card that it enters; the same as @from gives a loop
 * @number: which of the links that join these two cards it is, from 0
 * @n_parallel: how many join them
 * @blocked: (nullable): whether a place is taken by another card
 * @user_data: for @blocked
 *
 * Of the ways that leave and enter by the middle of an edge, takes the one that costs least: short, through
 * no card.
 */
void
scr_route_find (ScrRoute *self,
                const ScrBox *from,
                const ScrBox *to,
                guint number,
                guint n_parallel,
                ScrRouteBlocked blocked,
                gpointer user_data)
{
  double shift = (number - (n_parallel - 1) / 2.0) * APART;
  double best = INFINITY;

  if (from == to || (from->x == to->x && from->y == to->y))
    {
      make_loop (self, from, number);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      ScrRoute route;
      double cost;

      make_curve (&route, get_port (from, ways[i][0], shift), ways[i][0], get_port (to, ways[i][1], shift),
                  ways[i][1], ways[i][0] == ways[i][1] ? fabs (shift) : 0);
      cost = get_cost (&route, from, to, blocked, user_data) + (i >= 4 ? BOW_COST : 0);
      if (cost >= best)
        continue;
      best = cost;
      *self = route;
    }
  self->label = scr_route_get_point (self, n_parallel > 1 ? 0.35 + 0.3 * number / (n_parallel - 1.0) : 0.5);
}

/**
 * scr_route_to_point:
 * @self: (out caller-allocates): the way
 * @from: the card that it leaves
 * @x: where it ends, px
 * @y: where it ends, px
 *
 * For a link that is being drawn.
 */
void
scr_route_to_point (ScrRoute *self, const ScrBox *from, double x, double y)
{
  const ScrBox to = {x, y, 0, 0};
  double best = INFINITY;

  for (Side side = SIDE_TOP; side <= SIDE_LEFT; side++)
    {
      ScrPoint port = get_port (from, side, 0);
      double way = hypot (x - port.x, y - port.y);

      if (way >= best)
        continue;
      best = way;
      make_curve (self, port, side, (ScrPoint) {to.x, to.y}, (Side)((side + 2) % 4), 0);
    }
  self->label = scr_route_get_point (self, 0.5);
}

/**
 * scr_route_get_point:
 * @self: a way
 * @t: how far along it, from 0 to 1
 *
 * Returns: where that is
 */
ScrPoint
scr_route_get_point (const ScrRoute *self, double t)
{
  const ScrPoint *p = self->points;
  double u = 1 - t;
  double a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;

  return (ScrPoint) {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                     a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

/**
 * scr_route_get_bounds:
 * @self: a way
 * @bounds: (out caller-allocates): a box that holds it whole, without its label
 */
void
scr_route_get_bounds (const ScrRoute *self, ScrBox *bounds)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    {
      left = fmin (left, self->points[i].x);
      right = fmax (right, self->points[i].x);
      top = fmin (top, self->points[i].y);
      bottom = fmax (bottom, self->points[i].y);
    }
  *bounds = (ScrBox) {left, top, right - left, bottom - top};
}

static double
get_distance_to_segment (ScrPoint a, ScrPoint b, double x, double y)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length = dx * dx + dy * dy;
  double t = length > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length, 0, 1) : 0;

  return hypot (a.x + t * dx - x, a.y + t * dy - y);
}

/**
 * scr_route_get_distance:
 * @self: a way
 * @x: a place, px
 * @y: a place, px
 *
 * Returns: how far the place is from the way, px
 */
double
scr_route_get_distance (const ScrRoute *self, double x, double y)
{
  double distance = INFINITY;
  ScrPoint before = self->points[0];

  for (guint i = 1; i <= N_SAMPLES; i++)
    {
      ScrPoint point = scr_route_get_point (self, (double)i / N_SAMPLES);

      distance = fmin (distance, get_distance_to_segment (before, point, x, y));
      before = point;
    }
  return distance;
}

/**
 * scr_box_contains:
 * @self: a box
 * @x: a place
 * @y: a place
 *
 * Returns: whether the place is within the box, not on its edge
 */
gboolean
scr_box_contains (const ScrBox *self, double x, double y)
{
  return x > self->x && x < self->x + self->width && y > self->y && y < self->y + self->height;
}

/**
 * scr_box_intersects:
 * @self: a box
 * @other: a box
 *
 * Returns: whether they share a place
 */
gboolean
scr_box_intersects (const ScrBox *self, const ScrBox *other)
{
  return self->x <= other->x + other->width && other->x <= self->x + self->width
         && self->y <= other->y + other->height && other->y <= self->y + self->height;
}

/**
 * scr_box_step:
 * @from: the card where the keyboard is
 * @to: another
 * @direction: the arrow key that was pressed
 *
 * Cards that lie more aside than ahead are out of reach; of the others the nearest is best, and what is aside
 * counts twice.
 *
 * Returns: how far the step is, infinite if @to does not lie that way
 */
double
scr_box_step (const ScrBox *from, const ScrBox *to, ScrDirection direction)
{
  double dx = to->x + to->width / 2 - from->x - from->width / 2;
  double dy = to->y + to->height / 2 - from->y - from->height / 2;
  gboolean along_x = direction == SCR_DIRECTION_LEFT || direction == SCR_DIRECTION_RIGHT;
  double ahead = along_x ? dx : dy;
  double aside = fabs (along_x ? dy : dx);

  if (direction == SCR_DIRECTION_LEFT || direction == SCR_DIRECTION_UP)
    ahead = -ahead;
  /* Cards are wider than high: a row below counts as below although it is far to the side. */
  if (ahead <= 0 || aside > ahead * (along_x ? 1 : 4))
    return INFINITY;
  return ahead + 2 * aside;
}
