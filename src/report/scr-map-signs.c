/* The signs of a map: a house, people, a person, joined discs; a warning, a missing link, a clock. Drawn as
 * paths, so that no font or image is needed. */
#include "config.h"

#include "scr-map-drawing-private.h"

/* The colours of the design, on paper. */
ScrInk
scr_map_pen_get_sort_ink (const ScrMapPen *self, ScrCardSort sort)
{
  if (self->options->high_contrast)
    return self->inks->text;
  switch (sort)
    {
    case SCR_CARD_ORGANISATION:
      return 0x1a5fb4;
    case SCR_CARD_GROUP:
      return 0x813d9c;
    case SCR_CARD_PARTNERSHIP:
      return 0x5e5c64;
    default:
      return 0x0f766e;
    }
}

static void
draw_house (ScrMapPen *self, double x, double y, double s, ScrInk ink)
{
  const double outline[][2] = {{0.5, 0.08}, {0.96, 0.5}, {0.84, 0.5},  {0.84, 0.92}, {0.6, 0.92}, {0.6, 0.62},
                               {0.4, 0.62}, {0.4, 0.92}, {0.16, 0.92}, {0.16, 0.5},  {0.04, 0.5}};

  for (guint i = 0; i < G_N_ELEMENTS (outline); i++)
    if (i == 0)
      scr_map_pen_move (self, x + outline[i][0] * s, y + outline[i][1] * s);
    else
      scr_map_pen_line (self, x + outline[i][0] * s, y + outline[i][1] * s);
  scr_map_pen_close (self);
  scr_map_pen_paint (self, ink, SCR_NO_INK, 0, SCR_DASH_NONE);
}

static void
draw_person (ScrMapPen *self, double x, double y, double s, ScrInk ink)
{
  scr_map_pen_add_disc (self, x + s * 0.5, y + s * 0.28, s * 0.2);
  scr_map_pen_move (self, x + s * 0.14, y + s * 0.92);
  scr_map_pen_curve (self, (ScrPoint) {x + s * 0.14, y + s * 0.42}, (ScrPoint) {x + s * 0.86, y + s * 0.42},
                     (ScrPoint) {x + s * 0.86, y + s * 0.92});
  scr_map_pen_close (self);
  scr_map_pen_paint (self, ink, SCR_NO_INK, 0, SCR_DASH_NONE);
}

static void
draw_people (ScrMapPen *self, double x, double y, double s, ScrInk ink)
{
  draw_person (self, x - s * 0.05, y + s * 0.02, s * 0.62, ink);
  draw_person (self, x + s * 0.43, y + s * 0.02, s * 0.62, ink);
  draw_person (self, x + s * 0.17, y + s * 0.3, s * 0.66, ink);
}

static void
draw_joined (ScrMapPen *self, double x, double y, double s, ScrInk ink)
{
  scr_map_pen_move (self, x + s * 0.82, y + s * 0.2);
  scr_map_pen_line (self, x + s * 0.2, y + s * 0.5);
  scr_map_pen_line (self, x + s * 0.82, y + s * 0.8);
  scr_map_pen_paint (self, SCR_NO_INK, ink, s * 0.1, SCR_DASH_NONE);
  scr_map_pen_add_disc (self, x + s * 0.2, y + s * 0.5, s * 0.17);
  scr_map_pen_add_disc (self, x + s * 0.82, y + s * 0.2, s * 0.17);
  scr_map_pen_add_disc (self, x + s * 0.82, y + s * 0.8, s * 0.17);
  scr_map_pen_paint (self, ink, SCR_NO_INK, 0, SCR_DASH_NONE);
}

/* The symbol of a sort of card, in @ink, @size wide and high. */
void
scr_map_pen_draw_sort (ScrMapPen *self, ScrCardSort sort, double x, double y, double size, ScrInk ink)
{
  switch (sort)
    {
    case SCR_CARD_ORGANISATION:
      draw_house (self, x, y, size, ink);
      break;
    case SCR_CARD_GROUP:
      draw_people (self, x, y, size, ink);
      break;
    case SCR_CARD_PARTNERSHIP:
      draw_joined (self, x, y, size, ink);
      break;
    default:
      draw_person (self, x, y, size, ink);
      break;
    }
}

/* A triangle with a stroke and a dot in it. */
void
scr_map_pen_draw_warning (ScrMapPen *self, double x, double y, double size, ScrInk ink)
{
  const ScrBox stroke = {x + size * 0.45, y + size * 0.36, size * 0.1, size * 0.28};

  scr_map_pen_move (self, x + size * 0.5, y + size * 0.04);
  scr_map_pen_line (self, x + size, y + size * 0.96);
  scr_map_pen_line (self, x, y + size * 0.96);
  scr_map_pen_close (self);
  scr_map_pen_paint (self, ink, SCR_NO_INK, 0, SCR_DASH_NONE);
  scr_map_pen_add_rectangle (self, &stroke, 0);
  scr_map_pen_add_disc (self, x + size * 0.5, y + size * 0.8, size * 0.075);
  scr_map_pen_paint (self, self->inks->paper, SCR_NO_INK, 0, SCR_DASH_NONE);
}

/* A ring with a bar across. */
void
scr_map_pen_draw_missing (ScrMapPen *self, double x, double y, double size, ScrInk ink)
{
  scr_map_pen_add_disc (self, x + size * 0.5, y + size * 0.5, size * 0.42);
  scr_map_pen_move (self, x + size * 0.21, y + size * 0.21);
  scr_map_pen_line (self, x + size * 0.79, y + size * 0.79);
  scr_map_pen_paint (self, SCR_NO_INK, ink, size * 0.14, SCR_DASH_NONE);
}

/* A clock at three. */
void
scr_map_pen_draw_clock (ScrMapPen *self, double x, double y, double size, ScrInk ink)
{
  scr_map_pen_add_disc (self, x + size * 0.5, y + size * 0.5, size * 0.44);
  scr_map_pen_paint (self, self->inks->paper, ink, size * 0.12, SCR_DASH_NONE);
  scr_map_pen_move (self, x + size * 0.5, y + size * 0.22);
  scr_map_pen_line (self, x + size * 0.5, y + size * 0.52);
  scr_map_pen_line (self, x + size * 0.74, y + size * 0.52);
  scr_map_pen_paint (self, SCR_NO_INK, ink, size * 0.12, SCR_DASH_NONE);
}
