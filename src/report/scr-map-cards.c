/* The cards of a drawn map: shape, symbol, name and word, and how many gaps there are. */
#include "config.h"

#include "scr-map-drawing-private.h"

#include <math.h>

/* Measures of the design, px. Names that are too long for a card of its height make it higher. */
#define LEAST_WIDTH 156
#define GREATEST_WIDTH 234
#define HEIGHT 54
#define START 57
#define END 15
#define PADDING 9
#define TITLE_SIZE 14.67
#define DETAIL_SIZE 12.67
#define MAX_LINES 4
#define SYMBOL 30
#define PILL 22

static ScrMapLines *
set_title (ScrMapPen *self, const ScrMapCard *card)
{
  return scr_map_lines_set (self, card->title, TITLE_SIZE, TRUE, GREATEST_WIDTH - START - END, MAX_LINES);
}

static ScrMapLines *
set_detail (ScrMapPen *self, const ScrMapCard *card)
{
  return scr_map_lines_set (self, card->detail, DETAIL_SIZE, FALSE, GREATEST_WIDTH - START - END, MAX_LINES);
}

/**
 * scr_map_pen_measure_card:
 * @self: a pen
 * @card: a card
 * @box: (out caller-allocates): where it stands
 */
void
scr_map_pen_measure_card (ScrMapPen *self, const ScrMapCard *card, ScrBox *box)
{
  g_autoptr (ScrMapLines) title = set_title (self, card), detail = set_detail (self, card);

  box->width = CLAMP (fmax (title->width, detail->width) + START + END + 2, LEAST_WIDTH, GREATEST_WIDTH + 2);
  box->height = fmax (HEIGHT, title->height + detail->height + 2 * PADDING);
  box->x = card->x - box->width / 2;
  box->y = card->y - box->height / 2;
}

/**
 * scr_map_pen_draw_frame:
 * @self: a pen
 * @sort: what the card is
 * @phase: whether it is in force
 * @box: where it stands
 *
 * Draws a card without its words: square corners and a bar for organisations, round ones for groups, pills
 * for people, cut corners for partnerships; dashed if not in force.
 */
void
scr_map_pen_draw_frame (ScrMapPen *self, ScrCardSort sort, ScrPhase phase, const ScrBox *box)
{
  gboolean in_force = phase == SCR_PHASE_IN_FORCE;
  ScrInk ink = in_force ? scr_map_pen_get_sort_ink (self, sort) : self->inks->dim;
  ScrDash dash = in_force ? SCR_DASH_NONE : SCR_DASH_OUTLINE;
  double width = sort == SCR_CARD_ORGANISATION ? 1 : 2, cut = 10;
  ScrBox bar = {self->drawing->right_to_left ? box->x + box->width - 6 : box->x, box->y, 6, box->height};

  if (sort == SCR_CARD_PARTNERSHIP)
    {
      scr_map_pen_move (self, box->x + cut, box->y);
      scr_map_pen_line (self, box->x + box->width - cut, box->y);
      scr_map_pen_line (self, box->x + box->width, box->y + cut);
      scr_map_pen_line (self, box->x + box->width, box->y + box->height - cut);
      scr_map_pen_line (self, box->x + box->width - cut, box->y + box->height);
      scr_map_pen_line (self, box->x + cut, box->y + box->height);
      scr_map_pen_line (self, box->x, box->y + box->height - cut);
      scr_map_pen_line (self, box->x, box->y + cut);
      scr_map_pen_close (self);
    }
  else
    scr_map_pen_add_rectangle (self, box,
                               sort == SCR_CARD_ORGANISATION ? 0
                               : sort == SCR_CARD_GROUP      ? fmin (18, box->height / 3)
                                                             : box->height / 2);
  scr_map_pen_paint (self, self->inks->paper, ink, width, dash);
  if (sort != SCR_CARD_ORGANISATION)
    return;
  scr_map_pen_add_rectangle (self, &bar, 0);
  scr_map_pen_paint (self, ink, SCR_NO_INK, 0, SCR_DASH_NONE);
}

/* The symbol on a square, a disc for people, in the colour of the sort. */
static void
draw_symbol (ScrMapPen *self, const ScrMapCard *card, const ScrBox *box)
{
  ScrInk ink
      = card->phase == SCR_PHASE_IN_FORCE ? scr_map_pen_get_sort_ink (self, card->sort) : self->inks->dim;
  double from_start = card->sort == SCR_CARD_PERSON ? 12 : 15;
  ScrBox square
      = {self->drawing->right_to_left ? box->x + box->width - from_start - SYMBOL : box->x + from_start,
         box->y + (box->height - SYMBOL) / 2, SYMBOL, SYMBOL};

  scr_map_pen_add_rectangle (self, &square, card->sort == SCR_CARD_PERSON ? SYMBOL / 2.0 : 6);
  scr_map_pen_paint (self, ink, SCR_NO_INK, 0, SCR_DASH_NONE);
  scr_map_pen_draw_sort (self, card->sort, square.x + 6, square.y + 6, SYMBOL - 12, self->inks->paper);
  if (card->phase == SCR_PHASE_NOT_YET)
    scr_map_pen_draw_clock (self, square.x + SYMBOL - 10, square.y + SYMBOL - 10, 15, self->inks->text);
}

/* "2 gaps" at the upper edge, where reading ends. */
static void
draw_gaps (ScrMapPen *self, const ScrMapCard *card, const ScrBox *box)
{
  const ScrLanguage *language = self->options->language;
  g_autofree char *said
      = g_strdup_printf (scr_tr_plural (language, "%u gap", "%u gaps", card->n_gaps), card->n_gaps);
  g_autoptr (ScrMapLines) words = scr_map_lines_set (self, said, DETAIL_SIZE, TRUE, 0, 1);
  ScrInk ink = self->inks->tones[SCR_TONE_WARNING].ink;
  ScrBox pill = {0, box->y - PILL / 2.0, words->width + 35, PILL};
  gboolean is_mirrored = self->drawing->right_to_left;

  pill.x = is_mirrored ? box->x - 6 : box->x + box->width - pill.width + 6;
  scr_map_pen_add_rectangle (self, &pill, PILL / 2.0);
  scr_map_pen_paint (self, self->inks->tones[SCR_TONE_WARNING].fill, ink, 1, SCR_DASH_NONE);
  scr_map_pen_draw_warning (self, is_mirrored ? pill.x + pill.width - 22 : pill.x + 9, pill.y + 4, 13, ink);
  scr_map_pen_write (self, words, SCR_ALIGN_START, is_mirrored ? pill.x + 9 : pill.x + 26,
                     pill.y + (PILL - words->height) / 2, words->width, ink);
  scr_map_pen_reach (self, &pill);
}

/**
 * scr_map_pen_draw_card:
 * @self: a pen
 * @card: a card
 * @box: where it stands, as it was measured
 */
void
scr_map_pen_draw_card (ScrMapPen *self, const ScrMapCard *card, const ScrBox *box)
{
  g_autoptr (ScrMapLines) title = set_title (self, card), detail = set_detail (self, card);
  g_autofree char *told = scr_map_card_dup_words (self->options->language, card);
  double x = self->drawing->right_to_left ? box->x + END : box->x + START, width = box->width - START - END;
  double y = box->y + (box->height - title->height - detail->height) / 2;
  gboolean in_force = card->phase == SCR_PHASE_IN_FORCE;

  scr_map_pen_begin (self, told);
  scr_map_pen_draw_frame (self, card->sort, card->phase, box);
  draw_symbol (self, card, box);
  scr_map_pen_write (self, title, SCR_ALIGN_START, x, y, width,
                     in_force ? self->inks->text : self->inks->dim);
  scr_map_pen_write (self, detail, SCR_ALIGN_START, x, y + title->height, width, self->inks->dim);
  if (card->n_gaps > 0)
    draw_gaps (self, card, box);
  scr_map_pen_end (self);
  scr_map_pen_reach (self, box);
}
