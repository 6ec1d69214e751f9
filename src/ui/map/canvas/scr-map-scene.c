/* Where everything of a map lies. See the header. */
#include "config.h"

#include "scr-map-scene.h"

#include <math.h>
#include <string.h>

/* Cards are found by the square of this size they lie in, px. */
#define CELL 256
/* Ways keep this far from cards they pass, px. */
#define CLEARANCE 9

/* How much is known of a link's way. */
enum
{
  UNKNOWN,
  ROUGH, /* found while a card moves: nothing is gone round */
  KNOWN,
};

struct _ScrMapScene
{
  ScrMap *map;
  ScrBox *boxes;      /* one for each card */
  ScrRoute *routes;   /* one for each link */
  ScrBox *reaches;    /* one for each link: what its way cannot leave, wherever it runs */
  guint8 *known;      /* one for each link */
  guint *number;      /* which of the links between the same two cards it is */
  guint *n_parallel;  /* how many there are */
  GHashTable *cells;  /* place of a cell to GArray of cards */
  guint *listed;      /* one for each card: the last list it was put into */
  guint n_lists;
  GHashTable *labels; /* place of a cell to GArray of ScrBox: labels that lie there */
  gboolean moving;
};

/* --- Cards by their place --- */

static gpointer
make_cell_key (int column, int row)
{
  return GUINT_TO_POINTER (((guint)(column & 0xffff) << 16) | (guint)(row & 0xffff));
}

static int
get_cell (double place)
{
  return (int)floor (place / CELL);
}

static void
add_to_cells (ScrMapScene *self, guint card)
{
  const ScrBox *box = &self->boxes[card];

  for (int column = get_cell (box->x - CLEARANCE); column <= get_cell (box->x + box->width + CLEARANCE);
       column++)
    for (int row = get_cell (box->y - CLEARANCE); row <= get_cell (box->y + box->height + CLEARANCE); row++)
      {
        GArray *cards = g_hash_table_lookup (self->cells, make_cell_key (column, row));

        if (cards == NULL)
          {
            cards = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (self->cells, make_cell_key (column, row), cards);
          }
        g_array_append_val (cards, card);
      }
}

static void
fill_cells (ScrMapScene *self)
{
  g_hash_table_remove_all (self->cells);
  for (guint i = 0; i < self->map->cards->len; i++)
    add_to_cells (self, i);
}

typedef struct
{
  ScrMapScene *scene;
  const ScrMapLink *link;
} Obstacles;

static gboolean
is_blocked (double x, double y, gpointer user_data)
{
  const Obstacles *obstacles = user_data;
  const GArray *cards
      = g_hash_table_lookup (obstacles->scene->cells, make_cell_key (get_cell (x), get_cell (y)));

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      guint card = g_array_index (cards, guint, i);
      const ScrBox *box = &obstacles->scene->boxes[card];

      if (card != obstacles->link->from && card != obstacles->link->to && x > box->x - CLEARANCE
          && x < box->x + box->width + CLEARANCE && y > box->y - CLEARANCE
          && y < box->y + box->height + CLEARANCE)
        return TRUE;
    }
  return FALSE;
}

/* --- Links --- */

static void
note_reach (ScrMapScene *self, guint link)
{
  const ScrMapLink *found = scr_map_get_link (self->map, link);
  const ScrBox *a = &self->boxes[found->from], *b = &self->boxes[found->to];
  double reach = 60 + 0.45 * fmax (fabs (a->x - b->x), fabs (a->y - b->y));
  ScrBox *box = &self->reaches[link];

  *box = (ScrBox) {fmin (a->x, b->x) - reach, fmin (a->y, b->y) - reach, 0, 0};
  box->width = fmax (a->x + a->width, b->x + b->width) + reach - box->x;
  box->height = fmax (a->y + a->height, b->y + b->height) + reach - box->y;
}

static gpointer
make_pair_key (const ScrMapLink *link)
{
  guint low = MIN (link->from, link->to), high = MAX (link->from, link->to);

  return (gpointer)(((guintptr)high << 20) ^ low);
}

static void
number_parallels (ScrMapScene *self)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint n = self->map->links->len;

  for (guint i = 0; i < n; i++)
    {
      gpointer key = make_pair_key (scr_map_get_link (self->map, i));

      self->number[i] = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (self->number[i] + 1));
    }
  for (guint i = 0; i < n; i++)
    self->n_parallel[i]
        = GPOINTER_TO_UINT (g_hash_table_lookup (counts, make_pair_key (scr_map_get_link (self->map, i))));
}

/* --- Labels, so that none lies on another --- */

/* About as much as the letters of a label take, px. */
#define LETTER_WIDTH 6.5
#define LABEL_HEIGHT 18

static gboolean
is_label_free (ScrMapScene *self, const ScrBox *box)
{
  for (int column = get_cell (box->x); column <= get_cell (box->x + box->width); column++)
    for (int row = get_cell (box->y); row <= get_cell (box->y + box->height); row++)
      {
        const GArray *labels = g_hash_table_lookup (self->labels, make_cell_key (column, row));
        const GArray *cards = g_hash_table_lookup (self->cells, make_cell_key (column, row));

        for (guint i = 0; labels != NULL && i < labels->len; i++)
          if (scr_box_intersects (&g_array_index (labels, ScrBox, i), box))
            return FALSE;
        for (guint i = 0; cards != NULL && i < cards->len; i++)
          if (scr_box_intersects (&self->boxes[g_array_index (cards, guint, i)], box))
            return FALSE;
      }
  return TRUE;
}

static void
keep_label (ScrMapScene *self, const ScrBox *box)
{
  for (int column = get_cell (box->x); column <= get_cell (box->x + box->width); column++)
    for (int row = get_cell (box->y); row <= get_cell (box->y + box->height); row++)
      {
        GArray *labels = g_hash_table_lookup (self->labels, make_cell_key (column, row));

        if (labels == NULL)
          {
            labels = g_array_new (FALSE, FALSE, sizeof (ScrBox));
            g_hash_table_insert (self->labels, make_cell_key (column, row), labels);
          }
        g_array_append_val (labels, *box);
      }
}

/* Along its way, near the middle, where nothing else lies; else where it was. */
static void
place_label (ScrMapScene *self, guint link)
{
  static const double places[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};
  ScrRoute *route = &self->routes[link];
  double width = (double)g_utf8_strlen (scr_map_get_link (self->map, link)->label, -1) * LETTER_WIDTH + 24;
  ScrBox box = {route->label.x - width / 2, route->label.y - LABEL_HEIGHT / 2.0, width, LABEL_HEIGHT};

  for (guint i = 0; i < G_N_ELEMENTS (places) && !is_label_free (self, &box); i++)
    {
      ScrPoint point = scr_route_get_point (route, places[i]);
      ScrBox other = {point.x - width / 2, point.y - LABEL_HEIGHT / 2.0, width, LABEL_HEIGHT};

      if (!is_label_free (self, &other))
        continue;
      route->label = point;
      box = other;
    }
  keep_label (self, &box);
}

/**
 * scr_map_scene_new:
 * @map: (transfer full): a map whose cards have their places
 * @widths: the width of each card, px
 * @height: of all cards, px
 *
 * Returns: (transfer full): the scene
 */
ScrMapScene *
scr_map_scene_new (ScrMap *map, const double *widths, double height)
{
  ScrMapScene *self = g_new0 (ScrMapScene, 1);

  self->map = map;
  self->boxes = g_new0 (ScrBox, map->cards->len + 1);
  self->routes = g_new0 (ScrRoute, map->links->len + 1);
  self->reaches = g_new0 (ScrBox, map->links->len + 1);
  self->listed = g_new0 (guint, map->cards->len + 1);
  self->known = g_new0 (guint8, map->links->len + 1);
  self->number = g_new0 (guint, map->links->len + 1);
  self->n_parallel = g_new0 (guint, map->links->len + 1);
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  self->labels = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  number_parallels (self);
  scr_map_scene_set_sizes (self, widths, height);
  return self;
}

/**
 * scr_map_scene_set_sizes:
 * @self: a scene
 * @widths: the width of each card, px
 * @height: of all cards, px
 *
 * The middle of each card stays where it is.
 */
void
scr_map_scene_set_sizes (ScrMapScene *self, const double *widths, double height)
{
  for (guint i = 0; i < self->map->cards->len; i++)
    {
      const ScrMapCard *card = scr_map_get_card (self->map, i);

      self->boxes[i] = (ScrBox) {card->x - widths[i] / 2, card->y - height / 2, widths[i], height};
    }
  scr_map_scene_settle (self);
}

/**
 * scr_map_scene_free:
 * @self: a scene
 */
void
scr_map_scene_free (ScrMapScene *self)
{
  g_hash_table_unref (self->labels);
  g_hash_table_unref (self->cells);
  g_free (self->n_parallel);
  g_free (self->number);
  g_free (self->known);
  g_free (self->listed);
  g_free (self->reaches);
  g_free (self->routes);
  g_free (self->boxes);
  scr_map_free (self->map);
  g_free (self);
}

/**
 * scr_map_scene_get_map:
 * @self: a scene
 *
 * Returns: (transfer none): its map
 */
ScrMap *
scr_map_scene_get_map (const ScrMapScene *self)
{
  return self->map;
}

/**
 * scr_map_scene_get_box:
 * @self: a scene
 * @card: index of a card
 *
 * Returns: (transfer none): where it lies
 */
const ScrBox *
scr_map_scene_get_box (const ScrMapScene *self, guint card)
{
  return &self->boxes[card];
}

/**
 * scr_map_scene_get_route:
 * @self: a scene
 * @link: index of a link
 *
 * Returns: (transfer none): its way
 */
const ScrRoute *
scr_map_scene_get_route (ScrMapScene *self, guint link)
{
  const ScrMapLink *found = scr_map_get_link (self->map, link);
  Obstacles obstacles = {self, found};

  if (self->known[link] != UNKNOWN)
    return &self->routes[link];
  scr_route_find (&self->routes[link], &self->boxes[found->from], &self->boxes[found->to], self->number[link],
                  self->n_parallel[link], self->moving ? NULL : is_blocked, &obstacles);
  self->known[link] = self->moving ? ROUGH : KNOWN;
  if (!self->moving)
    place_label (self, link);
  return &self->routes[link];
}

/**
 * scr_map_scene_get_bounds:
 * @self: a scene
 * @bounds: (out caller-allocates): a box that holds all cards; empty at 0, 0 without any
 */
void
scr_map_scene_get_bounds (const ScrMapScene *self, ScrBox *bounds)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < self->map->cards->len; i++)
    {
      const ScrBox *box = &self->boxes[i];

      left = fmin (left, box->x);
      top = fmin (top, box->y);
      right = fmax (right, box->x + box->width);
      bottom = fmax (bottom, box->y + box->height);
    }
  *bounds = isinf (left) ? (ScrBox) {0, 0, 0, 0} : (ScrBox) {left, top, right - left, bottom - top};
}

/**
 * scr_map_scene_move:
 * @self: a scene
 * @card: index of a card
 * @x: of its middle, px
 * @y: of its middle, px
 *
 * Its links follow roughly until scr_map_scene_settle().
 */
void
scr_map_scene_move (ScrMapScene *self, guint card, double x, double y)
{
  ScrMapCard *moved = scr_map_get_card (self->map, card);

  moved->x = x;
  moved->y = y;
  self->boxes[card].x = x - self->boxes[card].width / 2;
  self->boxes[card].y = y - self->boxes[card].height / 2;
  self->moving = TRUE;
  for (guint i = 0; i < moved->links->len; i++)
    {
      guint link = g_array_index (moved->links, guint, i);

      self->known[link] = UNKNOWN;
      note_reach (self, link);
    }
}

/**
 * scr_map_scene_settle:
 * @self: a scene
 *
 * After moves: all links find their ways anew, round what stands there now.
 */
void
scr_map_scene_settle (ScrMapScene *self)
{
  self->moving = FALSE;
  g_hash_table_remove_all (self->labels);
  fill_cells (self);
  for (guint i = 0; i < self->map->links->len; i++)
    note_reach (self, i);
  memset (self->known, UNKNOWN, self->map->links->len);
}

/**
 * scr_map_scene_find_card_at:
 * @self: a scene
 * @x: px
 * @y: px
 *
 * Returns: the card that lies there, the last where several do; -1 for none
 */
int
scr_map_scene_find_card_at (const ScrMapScene *self, double x, double y)
{
  for (guint i = self->map->cards->len; i > 0; i--)
    if (scr_box_contains (&self->boxes[i - 1], x, y))
      return (int)i - 1;
  return -1;
}

static void
list_card (ScrMapScene *self, guint card, const ScrBox *within, GArray *cards)
{
  if (self->listed[card] == self->n_lists || !scr_box_intersects (&self->boxes[card], within))
    return;
  self->listed[card] = self->n_lists;
  g_array_append_val (cards, card);
}

/**
 * scr_map_scene_list_cards:
 * @self: a scene
 * @within: a part of the map
 * @cards: (element-type guint): is added to: the cards of which anything lies there, in no order
 *
 * Costs what lies there, not what the map has, unless cards are being moved.
 */
void
scr_map_scene_list_cards (ScrMapScene *self, const ScrBox *within, GArray *cards)
{
  double n_cells = (within->width / CELL + 2) * (within->height / CELL + 2);

  self->n_lists++;
  if (self->moving || n_cells > self->map->cards->len)
    {
      for (guint i = 0; i < self->map->cards->len; i++)
        list_card (self, i, within, cards);
      return;
    }
  for (int column = get_cell (within->x); column <= get_cell (within->x + within->width); column++)
    for (int row = get_cell (within->y); row <= get_cell (within->y + within->height); row++)
      {
        const GArray *found = g_hash_table_lookup (self->cells, make_cell_key (column, row));

        for (guint i = 0; found != NULL && i < found->len; i++)
          list_card (self, g_array_index (found, guint, i), within, cards);
      }
}

/* A cheap question first: could any of its way be there? */
static gboolean
may_be_within (ScrMapScene *self, guint link, const ScrBox *within)
{
  return scr_box_intersects (&self->reaches[link], within);
}

/**
 * scr_map_scene_is_link_within:
 * @self: a scene
 * @link: index of a link
 * @within: a part of the map
 *
 * Returns: whether any of the link may be seen there
 */
gboolean
scr_map_scene_is_link_within (ScrMapScene *self, guint link, const ScrBox *within)
{
  const ScrRoute *route;
  ScrBox bounds;

  if (!may_be_within (self, link, within))
    return FALSE;
  route = scr_map_scene_get_route (self, link);
  scr_route_get_bounds (route, &bounds);
  if (!scr_box_intersects (&bounds, within))
    return FALSE;
  if (bounds.x >= within->x && bounds.y >= within->y && bounds.x + bounds.width <= within->x + within->width
      && bounds.y + bounds.height <= within->y + within->height)
    return TRUE;
  for (guint i = 0; i < 16; i++)
    {
      ScrPoint a = scr_route_get_point (route, i / 16.0), b = scr_route_get_point (route, (i + 1) / 16.0);
      const ScrBox piece = {fmin (a.x, b.x), fmin (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y)};

      if (scr_box_intersects (&piece, within))
        return TRUE;
    }
  return FALSE;
}

/**
 * scr_map_scene_find_link_at:
 * @self: a scene
 * @x: px
 * @y: px
 * @reach: how far from its line still counts, px
 * @within: the part of the map that is seen
 *
 * Returns: the nearest link there, -1 for none
 */
int
scr_map_scene_find_link_at (ScrMapScene *self, double x, double y, double reach, const ScrBox *within)
{
  const ScrBox around = {x - reach, y - reach, 2 * reach, 2 * reach};
  double best = reach;
  int found = -1;

  for (guint i = 0; scr_box_contains (within, x, y) && i < self->map->links->len; i++)
    {
      double distance;

      if (!may_be_within (self, i, &around))
        continue;
      distance = scr_route_get_distance (scr_map_scene_get_route (self, i), x, y);
      if (distance > best)
        continue;
      best = distance;
      found = (int)i;
    }
  return found;
}

/**
 * scr_map_scene_step:
 * @self: a scene
 * @card: index of the card where the keyboard is
 * @direction: which arrow key
 *
 * Returns: the card that way, -1 if there is none
 */
int
scr_map_scene_step (const ScrMapScene *self, guint card, ScrDirection direction)
{
  double best = INFINITY;
  int found = -1;

  for (guint i = 0; i < self->map->cards->len; i++)
    {
      double way = i == card ? INFINITY : scr_box_step (&self->boxes[card], &self->boxes[i], direction);

      if (way >= best)
        continue;
      best = way;
      found = (int)i;
    }
  return found;
}
