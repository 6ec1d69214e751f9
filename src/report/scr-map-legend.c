/* What the signs of a drawn map mean: only those that the map has. */
#include "config.h"

#include "scr-map-drawing-private.h"

#include <math.h>

#define SIZE 12.67
#define SAMPLE_WIDTH 54
#define SAMPLE_HEIGHT 26
#define GAP 9
#define BETWEEN 30
#define ROW 38
/* However narrow the map is, its legend may be so wide. */
#define LEAST_WIDTH 480

typedef struct
{
  double left;
  double right;
  double x;
  double y;
} Row;

/* Moves to where the next entry stands. Returns: where its sample stands */
static ScrBox
place (ScrMapPen *self, Row *row, const ScrMapLines *words)
{
  double width = SAMPLE_WIDTH + GAP + words->width;
  ScrBox sample = {0, 0, SAMPLE_WIDTH, SAMPLE_HEIGHT};

  if (row->x > row->left && row->x + width > row->right)
    {
      row->x = row->left;
      row->y += ROW;
    }
  sample.x = self->drawing->right_to_left ? row->left + row->right - row->x - SAMPLE_WIDTH : row->x;
  sample.y = row->y;
  row->x += width + BETWEEN;
  return sample;
}

static void
write_beside (ScrMapPen *self, const ScrMapLines *words, const ScrBox *sample)
{
  double x = self->drawing->right_to_left ? sample->x - GAP - words->width : sample->x + SAMPLE_WIDTH + GAP;
  ScrBox box = {x, sample->y, words->width, SAMPLE_HEIGHT};

  scr_map_pen_write (self, words, SCR_ALIGN_START, x, sample->y + (SAMPLE_HEIGHT - words->height) / 2,
                     words->width, self->inks->text);
  scr_map_pen_reach (self, sample);
  scr_map_pen_reach (self, &box);
}

static void
add_frame (ScrMapPen *self, Row *row, ScrCardSort sort, ScrPhase phase, const char *said)
{
  g_autoptr (ScrMapLines) words = scr_map_lines_set (self, said, SIZE, FALSE, 0, 1);
  ScrBox sample = place (self, row, words);
  ScrInk ink = phase == SCR_PHASE_IN_FORCE ? scr_map_pen_get_sort_ink (self, sort) : self->inks->dim;

  scr_map_pen_draw_frame (self, sort, phase, &sample);
  if (phase == SCR_PHASE_IN_FORCE)
    scr_map_pen_draw_sort (self, sort, sample.x + 19, sample.y + 5, 16, ink);
  else if (phase == SCR_PHASE_NOT_YET)
    scr_map_pen_draw_clock (self, sample.x + 20, sample.y + 6, 14, self->inks->text);
  write_beside (self, words, &sample);
}

static void
add_line (ScrMapPen *self, Row *row, ScrLinkState state, const char *said)
{
  g_autoptr (ScrMapLines) words = scr_map_lines_set (self, said, SIZE, FALSE, 0, 1);
  ScrBox sample = place (self, row, words);
  double y = sample.y + SAMPLE_HEIGHT / 2.0, start = sample.x, end = sample.x + SAMPLE_WIDTH;
  ScrPoint points[4] = {{start, y}, {start + 18, y}, {end - 18, y}, {end, y}};

  if (self->drawing->right_to_left)
    for (guint i = 0; i < 4; i++)
      points[i].x = start + end - points[i].x;
  scr_map_pen_draw_line (self, state, SCR_PHASE_IN_FORCE, points);
  if (state != SCR_LINK_IN_PLACE)
    {
      const ScrBox behind = {sample.x + 16, y - 8, 16, 16};

      scr_map_pen_add_rectangle (self, &behind, 0);
      scr_map_pen_paint (self, self->inks->paper, SCR_NO_INK, 0, SCR_DASH_NONE);
      scr_map_pen_draw_mark (self, state, sample.x + 17, y - 7, 14,
                             scr_map_pen_get_link_ink (self, state, SCR_PHASE_IN_FORCE));
    }
  write_beside (self, words, &sample);
}

static gboolean
has_sort (const ScrMap *map, ScrCardSort sort)
{
  for (guint i = 0; i < map->cards->len; i++)
    if (scr_map_get_card (map, i)->sort == sort)
      return TRUE;
  return FALSE;
}

static gboolean
has_phase (const ScrMap *map, ScrPhase phase)
{
  for (guint i = 0; i < map->cards->len; i++)
    if (scr_map_get_card (map, i)->phase == phase)
      return TRUE;
  return FALSE;
}

static gboolean
has_state (const ScrMap *map, ScrLinkState state)
{
  for (guint i = 0; i < map->links->len; i++)
    if (scr_map_get_link (map, i)->state == state)
      return TRUE;
  return FALSE;
}

static const char *
get_sort_words (const ScrLanguage *language, ScrCardSort sort)
{
  switch (sort)
    {
    case SCR_CARD_ORGANISATION:
      return scr_tr (language, "Organisation");
    case SCR_CARD_GROUP:
      return scr_tr (language, "Group");
    case SCR_CARD_PARTNERSHIP:
      return scr_tr (language, "Partnership");
    default:
      return scr_tr (language, "Person");
    }
}

/**
 * scr_map_pen_draw_legend:
 * @self: a pen that has drawn the map
 *
 * Draws what the signs mean, beneath the map.
 */
void
scr_map_pen_draw_legend (ScrMapPen *self)
{
  const ScrLanguage *language = self->options->language;
  const ScrBox bounds = self->drawing->bounds;
  Row row = {bounds.x, bounds.x + fmax (bounds.width, LEAST_WIDTH), bounds.x, bounds.y + bounds.height + 36};
  g_autofree char *told = g_strdup (scr_tr (language, "What the signs mean"));

  scr_map_pen_begin (self, told);
  for (ScrCardSort sort = SCR_CARD_ORGANISATION; sort < SCR_CARD_N_SORTS; sort++)
    if (has_sort (self->map, sort))
      add_frame (self, &row, sort, SCR_PHASE_IN_FORCE, get_sort_words (language, sort));
  if (has_phase (self->map, SCR_PHASE_ENDED))
    add_frame (self, &row, SCR_CARD_GROUP, SCR_PHASE_ENDED, scr_tr (language, "Ended"));
  if (has_phase (self->map, SCR_PHASE_NOT_YET))
    add_frame (self, &row, SCR_CARD_GROUP, SCR_PHASE_NOT_YET, scr_tr (language, "Not yet in force"));
  if (has_state (self->map, SCR_LINK_IN_PLACE))
    add_line (self, &row, SCR_LINK_IN_PLACE, scr_tr (language, "Link in place"));
  if (has_state (self->map, SCR_LINK_PARTIAL))
    add_line (self, &row, SCR_LINK_PARTIAL, scr_tr (language, "Link in place in part"));
  if (has_state (self->map, SCR_LINK_MISSING))
    add_line (self, &row, SCR_LINK_MISSING, scr_tr (language, "Link missing"));
  scr_map_pen_end (self);
}
