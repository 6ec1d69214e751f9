/* The links of a drawn map: curve, arrow, and a label with a mark where something is missing, set where
 * nothing else stands. */
#include "config.h"

#include "scr-map-drawing-private.h"

#include <math.h>

#define LABEL_SIZE 12.67
#define LABEL_WIDTH 150
#define MAX_LINES 3
#define MARK 14
#define ARROW_LENGTH 12
#define ARROW_WIDTH 9
/* Cards are looked up by the cells of a grid that they touch, px. */
#define CELL 256

ScrInk
scr_map_pen_get_link_ink (const ScrMapPen *self, ScrLinkState state, ScrPhase phase)
{
  if (state == SCR_LINK_MISSING)
    return self->inks->tones[SCR_TONE_BAD].ink;
  if (state == SCR_LINK_PARTIAL)
    return self->inks->tones[SCR_TONE_WARNING].ink;
  if (phase != SCR_PHASE_IN_FORCE && !self->options->high_contrast)
    return 0x9a9996;
  return self->inks->dim;
}

/* The sign of what is missing; none where a link is in place. */
void
scr_map_pen_draw_mark (ScrMapPen *self, ScrLinkState state, double x, double y, double size, ScrInk ink)
{
  if (state == SCR_LINK_PARTIAL)
    scr_map_pen_draw_warning (self, x, y, size, ink);
  else if (state == SCR_LINK_MISSING)
    scr_map_pen_draw_missing (self, x, y, size, ink);
}

/* A curve and the arrow at its end. */
void
scr_map_pen_draw_line (ScrMapPen *self, ScrLinkState state, ScrPhase phase, const ScrPoint points[4])
{
  ScrInk ink = scr_map_pen_get_link_ink (self, state, phase);
  double dx = points[3].x - points[2].x, dy = points[3].y - points[2].y, length = hypot (dx, dy);
  ScrPoint end = points[3];
  const ScrDash dashes[] = {[SCR_LINK_IN_PLACE] = SCR_DASH_NONE,
                            [SCR_LINK_PARTIAL] = SCR_DASH_PARTIAL,
                            [SCR_LINK_MISSING] = SCR_DASH_MISSING};

  dx = length > 0 ? dx / length : 1;
  dy = length > 0 ? dy / length : 0;
  end.x -= dx * (ARROW_LENGTH - 2);
  end.y -= dy * (ARROW_LENGTH - 2);
  scr_map_pen_move (self, points[0].x, points[0].y);
  scr_map_pen_curve (self, points[1], points[2], end);
  scr_map_pen_paint (self, SCR_NO_INK, ink, state == SCR_LINK_IN_PLACE ? 2 : 3, dashes[state]);
  scr_map_pen_move (self, points[3].x, points[3].y);
  scr_map_pen_line (self, points[3].x - dx * ARROW_LENGTH - dy * ARROW_WIDTH / 2,
                    points[3].y - dy * ARROW_LENGTH + dx * ARROW_WIDTH / 2);
  scr_map_pen_line (self, points[3].x - dx * ARROW_LENGTH + dy * ARROW_WIDTH / 2,
                    points[3].y - dy * ARROW_LENGTH - dx * ARROW_WIDTH / 2);
  scr_map_pen_close (self);
  scr_map_pen_paint (self, ink, SCR_NO_INK, 0, SCR_DASH_NONE);
}

/* --- Where cards stand --- */

static gpointer
get_cell (double x, double y)
{
  return GINT_TO_POINTER (((int)floor (x / CELL) & 0x7fff) << 16 | ((int)floor (y / CELL) & 0xffff));
}

static void
free_cell (gpointer data)
{
  g_array_unref (data);
}

static void
index_cards (ScrMapPen *self)
{
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, free_cell);
  for (guint i = 0; i < self->map->cards->len; i++)
    {
      const ScrBox *box = &self->boxes[i];

      for (double x = floor (box->x / CELL) * CELL; x <= box->x + box->width; x += CELL)
        for (double y = floor (box->y / CELL) * CELL; y <= box->y + box->height; y += CELL)
          {
            GArray *cards = g_hash_table_lookup (self->cells, get_cell (x, y));

            if (cards == NULL)
              {
                cards = g_array_new (FALSE, FALSE, sizeof (guint));
                g_hash_table_insert (self->cells, get_cell (x, y), cards);
              }
            g_array_append_val (cards, i);
          }
    }
}

static gboolean
is_blocked (double x, double y, gpointer user_data)
{
  const ScrMapPen *self = user_data;
  const GArray *cards = g_hash_table_lookup (self->cells, get_cell (x, y));

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    if (scr_box_contains (&self->boxes[g_array_index (cards, guint, i)], x, y))
      return TRUE;
  return FALSE;
}

/* Whether a card or another label stands within @box. */
static gboolean
is_taken (ScrMapPen *self, const ScrBox *box)
{
  for (guint i = 0; i < self->taken->len; i++)
    if (scr_box_intersects (box, &g_array_index (self->taken, ScrBox, i)))
      return TRUE;
  for (double x = box->x;; x = fmin (x + 40, box->x + box->width))
    {
      if (is_blocked (x, box->y, self) || is_blocked (x, box->y + box->height / 2, self)
          || is_blocked (x, box->y + box->height, self))
        return TRUE;
      if (x >= box->x + box->width)
        return FALSE;
    }
}

/* --- Links --- */

static void
draw_label (ScrMapPen *self, const ScrMapLink *link, const ScrRoute *route)
{
  static const double places[] = {0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};
  ScrInk ink = scr_map_pen_get_link_ink (self, link->state, link->phase);
  gboolean has_mark = link->state != SCR_LINK_IN_PLACE, is_mirrored = self->drawing->right_to_left;
  g_autoptr (ScrMapLines) words
      = scr_map_lines_set (self, link->label, LABEL_SIZE, has_mark, LABEL_WIDTH, MAX_LINES);
  double room = has_mark ? MARK + 5 : 0;
  ScrBox box = {0, 0, words->width + room + 6, words->height + 2}, best;
  double x;

  for (gsize i = 0; i <= G_N_ELEMENTS (places); i++)
    {
      ScrPoint at = i == 0 ? route->label : scr_route_get_point (route, places[i - 1]);

      box.x = at.x - box.width / 2;
      box.y = at.y - box.height / 2;
      if (i == 0)
        best = box;
      if (is_taken (self, &box))
        continue;
      best = box;
      break;
    }
  g_array_append_val (self->taken, best);
  scr_map_pen_add_rectangle (self, &best, 4);
  scr_map_pen_paint (self, self->inks->paper, SCR_NO_INK, 0, SCR_DASH_NONE);
  scr_map_pen_draw_mark (self, link->state, is_mirrored ? best.x + best.width - MARK - 3 : best.x + 3,
                         best.y + 1 + (words->line_height - MARK) / 2, MARK, ink);
  x = best.x + 3 + (is_mirrored ? 0 : room);
  scr_map_pen_write (self, words, has_mark ? SCR_ALIGN_START : SCR_ALIGN_CENTRE, x, best.y + 1, words->width,
                     has_mark ? ink : self->inks->text);
  scr_map_pen_reach (self, &best);
}

static gpointer
get_join (const ScrMapLink *link)
{
  return GSIZE_TO_POINTER ((gsize)MIN (link->from, link->to) * 65536 + MAX (link->from, link->to) + 1);
}

/* Of links that join the same two cards, each has a number. */
static void
find_routes (ScrMapPen *self, ScrRoute *routes)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->map->links->len; i++)
    {
      gpointer join = get_join (scr_map_get_link (self->map, i));

      g_hash_table_insert (counts, join,
                           GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, join)) + 1));
    }
  for (guint i = 0; i < self->map->links->len; i++)
    {
      const ScrMapLink *link = scr_map_get_link (self->map, i);
      gpointer join = get_join (link);
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, join));

      g_hash_table_insert (numbers, join, GUINT_TO_POINTER (number + 1));
      scr_route_find (&routes[i], &self->boxes[link->from], &self->boxes[link->to], number,
                      GPOINTER_TO_UINT (g_hash_table_lookup (counts, join)), is_blocked, self);
    }
}

/**
 * scr_map_pen_draw_links:
 * @self: a pen that knows where the cards stand
 *
 * All curves first: no label is crossed by a later one.
 */
void
scr_map_pen_draw_links (ScrMapPen *self)
{
  g_autofree ScrRoute *routes = g_new0 (ScrRoute, self->map->links->len + 1);

  index_cards (self);
  self->taken = g_array_new (FALSE, FALSE, sizeof (ScrBox));
  find_routes (self, routes);
  for (guint i = 0; i < self->map->links->len; i++)
    {
      const ScrMapLink *link = scr_map_get_link (self->map, i);
      g_autofree char *told = scr_map_link_dup_words (self->options->language, self->map, link);
      ScrBox bounds;

      scr_map_pen_begin (self, told);
      scr_map_pen_draw_line (self, link->state, link->phase, routes[i].points);
      scr_map_pen_end (self);
      scr_route_get_bounds (&routes[i], &bounds);
      scr_map_pen_reach (self, &bounds);
    }
  for (guint i = 0; i < self->map->links->len; i++)
    draw_label (self, scr_map_get_link (self->map, i), &routes[i]);
  g_clear_pointer (&self->taken, g_array_unref);
  g_clear_pointer (&self->cells, g_hash_table_unref);
}
