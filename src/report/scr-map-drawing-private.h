/* ScrMapDrawing's inside, shared by the files that put shapes into it and take them out. Private to report/.
 */
#pragma once

#include "scr-map-drawing.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_SHAPE_BEGIN, /* a group, told in `words` */
  SCR_SHAPE_END,
  SCR_SHAPE_PATH,
  SCR_SHAPE_TEXT,
} ScrShapeType;

typedef enum
{
  SCR_DASH_NONE,
  SCR_DASH_PARTIAL,
  SCR_DASH_MISSING,
  SCR_DASH_OUTLINE,
} ScrDash;

typedef enum
{
  SCR_PART_MOVE,
  SCR_PART_LINE,
  SCR_PART_CURVE,
  SCR_PART_CLOSE,
} ScrPartType;

typedef struct
{
  ScrPartType type;
  ScrPoint points[3];
} ScrPathPart;

/* Stands for no ink. */
#define SCR_NO_INK 0xff000000

typedef struct
{
  ScrShapeType type;
  char *words;
  guint first; /* of the parts of a path */
  guint n_parts;
  ScrInk fill;
  ScrInk stroke;
  double line_width;
  ScrDash dash;
  double x; /* left edge of a text */
  double top;
  double baseline;
  double width;
  double size;
  gboolean bold;
  gboolean right_to_left;
} ScrMapShape;

struct _ScrMapDrawing
{
  GArray *shapes; /* of ScrMapShape */
  GArray *parts;  /* of ScrPathPart */
  ScrBox bounds;
  char *title;
  char *alternative;
  char *family;
  char *language;
  gboolean right_to_left;
};

/* What a drawing is made with. */
typedef struct
{
  ScrMapDrawing *drawing;
  const ScrMap *map;
  const ScrMapDrawingOptions *options;
  ScrCanvas canvas; /* without a cairo context: to measure with */
  const ScrInks *inks;
  ScrBox *boxes;     /* of the cards */
  GHashTable *cells; /* a cell of the plane to the indices of the cards that touch it */
  GArray *taken;     /* of ScrBox: where labels stand */
  guint first_part;
} ScrMapPen;

/* Lines of a text, set. */
typedef struct
{
  GPtrArray *lines; /* of char * */
  double *widths;
  gboolean *right_to_left;
  double width;  /* of the widest */
  double height; /* of all */
  double line_height;
  double ascent;
  double size;
  gboolean bold;
} ScrMapLines;

const double *scr_dash_get (ScrDash dash, int *n);

/* scr-map-pen.c */
void scr_map_pen_begin (ScrMapPen *self, const char *words);
void scr_map_pen_end (ScrMapPen *self);
void scr_map_pen_move (ScrMapPen *self, double x, double y);
void scr_map_pen_line (ScrMapPen *self, double x, double y);
void scr_map_pen_curve (ScrMapPen *self, ScrPoint a, ScrPoint b, ScrPoint c);
void scr_map_pen_close (ScrMapPen *self);
void scr_map_pen_add_rectangle (ScrMapPen *self, const ScrBox *box, double radius);
void scr_map_pen_add_disc (ScrMapPen *self, double x, double y, double radius);
void scr_map_pen_paint (ScrMapPen *self, ScrInk fill, ScrInk stroke, double line_width, ScrDash dash);
ScrMapLines *scr_map_lines_set (ScrMapPen *pen,
                                const char *words,
                                double size,
                                gboolean bold,
                                double width,
                                guint max_lines);
void scr_map_lines_free (ScrMapLines *self);
void scr_map_pen_write (ScrMapPen *self,
                        const ScrMapLines *words,
                        ScrAlign align,
                        double x,
                        double y,
                        double width,
                        ScrInk ink);
void scr_map_pen_reach (ScrMapPen *self, const ScrBox *box);

/* scr-map-signs.c */
void scr_map_pen_draw_sort (ScrMapPen *self, ScrCardSort sort, double x, double y, double size, ScrInk ink);
void scr_map_pen_draw_warning (ScrMapPen *self, double x, double y, double size, ScrInk ink);
void scr_map_pen_draw_missing (ScrMapPen *self, double x, double y, double size, ScrInk ink);
void scr_map_pen_draw_clock (ScrMapPen *self, double x, double y, double size, ScrInk ink);
ScrInk scr_map_pen_get_sort_ink (const ScrMapPen *self, ScrCardSort sort);

/* scr-map-cards.c */
void scr_map_pen_measure_card (ScrMapPen *self, const ScrMapCard *card, ScrBox *box);
void scr_map_pen_draw_card (ScrMapPen *self, const ScrMapCard *card, const ScrBox *box);
void scr_map_pen_draw_frame (ScrMapPen *self, ScrCardSort sort, ScrPhase phase, const ScrBox *box);

/* scr-map-lines.c */
void scr_map_pen_draw_links (ScrMapPen *self);
void scr_map_pen_draw_line (ScrMapPen *self, ScrLinkState state, ScrPhase phase, const ScrPoint points[4]);
ScrInk scr_map_pen_get_link_ink (const ScrMapPen *self, ScrLinkState state, ScrPhase phase);
void scr_map_pen_draw_mark (ScrMapPen *self, ScrLinkState state, double x, double y, double size, ScrInk ink);

/* scr-map-legend.c */
void scr_map_pen_draw_legend (ScrMapPen *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrMapLines, scr_map_lines_free)

G_END_DECLS
