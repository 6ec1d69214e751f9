/* ScrFlow - pieces of a document, one under the other, filled into pages.
 *
 * A piece is what no page break divides: a line, a row of a table, a figure. It carries operations: tags to
 * begin and end, letters and shapes to draw. The flow keeps pieces together that must not part (a heading and
 * what follows it), and notes on each page what is to be drawn there, in reading order.
 *
 * Owns its pages and their operations. Always holds: no page is empty but those asked for; tags are balanced
 * over all pages. One thread, that of its style.
 */
#pragma once

#include "scr-block.h"
#include "scr-typeset.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_OP_BEGIN, /* a tag: content until its end belongs to it */
  SCR_OP_END,
  SCR_OP_ANCHOR, /* here is the heading `block` */
  SCR_OP_LINE,
  SCR_OP_FIGURE,
  SCR_OP_PAGE_NUMBER, /* the page on which the heading `block` stands, on the height of `line` */

  /* What is seen but not read. */
  SCR_OP_GHOST, /* a line that says again what was said before */
  SCR_OP_FILL,
  SCR_OP_RULE,
  SCR_OP_LEADER, /* dots from the words to the page number */
} ScrOpType;

/* What is to be known of an element beyond its tag; cairo cannot write it, the finishing does. */
typedef enum
{
  SCR_TAG_PLAIN = 0,
  SCR_TAG_COLUMN_HEAD = 1 << 0,
  SCR_TAG_ROW_HEAD = 1 << 1,
  SCR_TAG_CONTINUED = 1 << 2, /* goes on from the page before: one with the element before it */
  SCR_TAG_ORDERED = 1 << 3,   /* a list whose items are numbered */
} ScrTagFlags;

typedef struct
{
  ScrOpType type;
  ScrTagFlags flags;
  guint span; /* columns across, where more than one */
  ScrInk ink;
  double x;
  double y; /* from the top of the piece, then of the page */
  double width;
  double height;
  const char *tag; /* static; a Link with a block leads to that heading */
  const ScrLine *line;
  const ScrBlock *block;
} ScrOp;

/* Shade behind pieces that belong together, from the first to the last on each page. */
typedef struct
{
  double x;
  double width;
  double padding; /* by which it reaches out above and below the pieces */
  double bar;     /* width of the bar at its start */
  ScrInk fill;
  ScrInk ink;
  gboolean has_edge;
} ScrShade;

/* What stands again at the top of a page that goes on with a table. */
typedef struct
{
  GArray *ops; /* of ScrOp */
  double height;
} ScrRepeat;

typedef struct
{
  double height;
  double before; /* space that may be left out at the top of a page; of two that meet, the greater counts */
  double after;
  gboolean keep; /* with the next piece, on one page */
  const ScrShade *shade;
  const ScrRepeat *repeat;
  GArray *ops; /* of ScrOp */
} ScrPiece;

typedef struct
{
  const ScrShade *shade;
  double y;
  double height;
} ScrPageShade;

typedef struct
{
  GArray *ops;    /* of ScrOp */
  GArray *shades; /* of ScrPageShade */
} ScrPage;

typedef struct _ScrFlow ScrFlow;

ScrFlow *scr_flow_new (const ScrStyle *style);
void scr_flow_free (ScrFlow *self);

ScrPiece *scr_piece_new (double height);
ScrOp *scr_piece_add (ScrPiece *self, ScrOpType type, double x, double y, double width, double height);
void scr_piece_add_begin (ScrPiece *self, const char *tag, ScrTagFlags flags, guint span);
void scr_piece_add_end (ScrPiece *self, const char *tag);
void scr_piece_add_line (ScrPiece *self, const ScrLine *line, ScrInk ink, double x, double y, double width);
void scr_piece_free (ScrPiece *self);

void scr_flow_begin (ScrFlow *self, const char *tag, ScrTagFlags flags);
void scr_flow_queue_line (ScrFlow *self, const ScrLine *line, ScrInk ink, double x, double width);
void scr_flow_end (ScrFlow *self, const char *tag);
void scr_flow_take (ScrFlow *self, ScrPiece *piece);
void scr_flow_add_space (ScrFlow *self, double height);
void scr_flow_break (ScrFlow *self);
void scr_flow_break_before (ScrFlow *self);
void scr_flow_finish (ScrFlow *self);
void scr_flow_want_before (ScrFlow *self, double space);
void scr_flow_want_after (ScrFlow *self, double space);
void scr_flow_begin_together (ScrFlow *self);
void scr_flow_end_together (ScrFlow *self);
void scr_flow_set_shade (ScrFlow *self, const ScrShade *shade);
const ScrShade *scr_flow_get_shade (const ScrFlow *self);

double scr_flow_get_room (const ScrFlow *self, const ScrRepeat *repeat);
double scr_flow_get_page_height (const ScrFlow *self);
const GPtrArray *scr_flow_get_pages (const ScrFlow *self);
guint scr_flow_find_page (const ScrFlow *self, const ScrBlock *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrFlow, scr_flow_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrPiece, scr_piece_free)

G_END_DECLS
