/* ScrFlow - pieces filled into pages. See the header. */
#include "scr-flow.h"

#include <string.h>

/* Pages shorter than asked for by less than this hold it all the same: sums of many heights are not exact. */
#define TOLERANCE 0.01

struct _ScrFlow
{
  const ScrStyle *style;
  double page_height;
  GPtrArray *pages;      /* of ScrPage */
  GHashTable *anchors;   /* ScrBlock of a heading -> page, from 1 */
  double y;              /* where the next piece goes on the last page, from the top of its content */
  double after;          /* space that the piece before wants under it */
  GPtrArray *pending;    /* of ScrPiece: those that must stand on one page with what comes next */
  double pending_height; /* of all of them, with the spaces between */
  double pending_after;
  GArray *queue;  /* of ScrOp: what the next piece begins with */
  double lead;    /* space that the next piece has above it at least */
  guint together; /* how many times pieces are to be kept together */
  const ScrShade *shade;
};

static void
free_page (gpointer data)
{
  ScrPage *page = data;

  g_array_unref (page->ops);
  g_array_unref (page->shades);
  g_free (page);
}

static void
free_piece (gpointer data)
{
  scr_piece_free (data);
}

static ScrPage *
get_page (const ScrFlow *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static void
add_page (ScrFlow *self)
{
  ScrPage *page = g_new0 (ScrPage, 1);

  page->ops = g_array_new (FALSE, TRUE, sizeof (ScrOp));
  page->shades = g_array_new (FALSE, TRUE, sizeof (ScrPageShade));
  g_ptr_array_add (self->pages, page);
  self->y = 0;
  self->after = 0;
}

/* Returns: (transfer full): a flow of one empty page; @style must outlive it */
ScrFlow *
scr_flow_new (const ScrStyle *style)
{
  ScrFlow *self = g_new0 (ScrFlow, 1);

  self->style = style;
  self->page_height = style->sheet.bottom - style->sheet.top;
  self->pages = g_ptr_array_new_with_free_func (free_page);
  self->anchors = g_hash_table_new (NULL, NULL);
  self->pending = g_ptr_array_new_with_free_func (free_piece);
  self->queue = g_array_new (FALSE, TRUE, sizeof (ScrOp));
  add_page (self);
  return self;
}

void
scr_flow_free (ScrFlow *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->pages);
  g_hash_table_unref (self->anchors);
  g_ptr_array_unref (self->pending);
  g_array_unref (self->queue);
  g_free (self);
}

ScrPiece *
scr_piece_new (double height)
{
  ScrPiece *self = g_new0 (ScrPiece, 1);

  self->height = height;
  self->ops = g_array_new (FALSE, TRUE, sizeof (ScrOp));
  return self;
}

void
scr_piece_free (ScrPiece *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ops);
  g_free (self);
}

/* The result may be filled further until the next operation is added. */
ScrOp *
scr_piece_add (ScrPiece *self, ScrOpType type, double x, double y, double width, double height)
{
  ScrOp op = {.type = type, .x = x, .y = y, .width = width, .height = height};

  g_array_append_val (self->ops, op);
  return &g_array_index (self->ops, ScrOp, self->ops->len - 1);
}

void
scr_piece_add_begin (ScrPiece *self, const char *tag, ScrTagFlags flags, guint span)
{
  ScrOp *op = scr_piece_add (self, SCR_OP_BEGIN, 0, 0, 0, 0);

  op->tag = tag;
  op->flags = flags;
  op->span = span;
}

void
scr_piece_add_end (ScrPiece *self, const char *tag)
{
  scr_piece_add (self, SCR_OP_END, 0, 0, 0, 0)->tag = tag;
}

void
scr_piece_add_line (ScrPiece *self, const ScrLine *line, ScrInk ink, double x, double y, double width)
{
  ScrOp *op = scr_piece_add (self, SCR_OP_LINE, x, y, width, line->height);

  op->line = line;
  op->ink = ink;
}

/* Puts operations on the last page, at @y. Places were reckoned from the side where reading begins. */
static void
place_ops (ScrFlow *self, const GArray *ops, double y)
{
  ScrPage *page = get_page (self);
  guint first = page->ops->len;

  g_array_append_vals (page->ops, ops->data, ops->len);
  for (guint i = first; i < page->ops->len; i++)
    {
      ScrOp *op = &g_array_index (page->ops, ScrOp, i);

      op->y += self->style->sheet.top + y;
      if (self->style->right_to_left)
        op->x = self->style->sheet.width - op->x - op->width;
      if (op->type == SCR_OP_ANCHOR)
        g_hash_table_insert (self->anchors, (gpointer)op->block, GUINT_TO_POINTER (self->pages->len));
    }
}

static void
place_shade (ScrFlow *self, const ScrShade *shade, double y, double height)
{
  ScrPage *page = get_page (self);
  ScrPageShade *last = NULL;
  ScrPageShade added = {shade, self->style->sheet.top + y, height};

  if (page->shades->len > 0)
    last = &g_array_index (page->shades, ScrPageShade, page->shades->len - 1);
  if (last != NULL && last->shade == shade)
    last->height = added.y + height - last->y;
  else
    g_array_append_val (page->shades, added);
}

/* Space between what is on the page and a piece that wants @before above it: none at the top of a page. */
static double
get_gap (const ScrFlow *self, double before)
{
  return self->y > 0 ? MAX (self->after, before) : 0;
}

static void
place_piece (ScrFlow *self, const ScrPiece *piece)
{
  if (self->y <= 0 && piece->repeat != NULL)
    {
      place_ops (self, piece->repeat->ops, 0);
      self->y += piece->repeat->height;
    }
  self->y += get_gap (self, piece->before);
  if (piece->shade != NULL)
    place_shade (self, piece->shade, self->y, piece->height);
  place_ops (self, piece->ops, self->y);
  self->y += piece->height;
  self->after = piece->after;
}

/* A chain that is higher than a page is broken wherever the page ends. */
static void
place_pending (ScrFlow *self)
{
  const ScrPiece *first;

  if (self->pending->len == 0)
    return;
  first = g_ptr_array_index (self->pending, 0);
  if (self->y > 0
      && self->y + get_gap (self, first->before) + self->pending_height > self->page_height + TOLERANCE)
    add_page (self);
  for (guint i = 0; i < self->pending->len; i++)
    {
      const ScrPiece *piece = g_ptr_array_index (self->pending, i);

      if (self->y > 0
          && self->y + get_gap (self, piece->before) + piece->height > self->page_height + TOLERANCE)
        add_page (self);
      place_piece (self, piece);
    }
  g_ptr_array_set_size (self->pending, 0);
  self->pending_height = 0;
}

/* The next piece begins with this tag. */
void
scr_flow_begin (ScrFlow *self, const char *tag, ScrTagFlags flags)
{
  ScrOp op = {.type = SCR_OP_BEGIN, .tag = tag, .flags = flags};

  g_array_append_val (self->queue, op);
}

/* The next piece begins with this line at its top: the label of an item. */
void
scr_flow_queue_line (ScrFlow *self, const ScrLine *line, ScrInk ink, double x, double width)
{
  ScrOp op = {.type = SCR_OP_LINE, .line = line, .ink = ink, .x = x, .width = width, .height = line->height};

  g_array_append_val (self->queue, op);
}

/* Ends a tag after the last piece, wherever that has gone. */
void
scr_flow_end (ScrFlow *self, const char *tag)
{
  ScrOp op = {.type = SCR_OP_END, .tag = tag};

  if (self->queue->len > 0)
    {
      const ScrOp *last = &g_array_index (self->queue, ScrOp, self->queue->len - 1);

      /* What was begun and holds nothing is forgotten; a label alone still needs its end. */
      if (last->type == SCR_OP_BEGIN)
        g_array_set_size (self->queue, self->queue->len - 1);
      else
        g_array_append_val (self->queue, op);
    }
  else if (self->pending->len > 0)
    {
      ScrPiece *piece = g_ptr_array_index (self->pending, self->pending->len - 1);

      g_array_append_val (piece->ops, op);
    }
  else
    g_array_append_val (get_page (self)->ops, op);
}

/* What the next piece begins with, in front of it; labels stand on the line of its first words. */
static void
put_queue (ScrFlow *self, ScrPiece *piece)
{
  const ScrOp *words = NULL;

  for (guint i = 0; i < piece->ops->len && words == NULL; i++)
    if (g_array_index (piece->ops, ScrOp, i).type == SCR_OP_LINE)
      words = &g_array_index (piece->ops, ScrOp, i);
  for (guint i = 0; i < self->queue->len && words != NULL; i++)
    {
      ScrOp *op = &g_array_index (self->queue, ScrOp, i);

      if (op->type == SCR_OP_LINE)
        op->y = words->y + words->line->baseline - op->line->baseline;
    }
  g_array_prepend_vals (piece->ops, self->queue->data, self->queue->len);
  g_array_set_size (self->queue, 0);
}

/* Takes @piece. */
void
scr_flow_take (ScrFlow *self, ScrPiece *piece)
{
  if (self->queue->len > 0)
    put_queue (self, piece);
  if (piece->shade == NULL)
    piece->shade = self->shade;
  piece->before = MAX (piece->before, self->lead);
  piece->keep = piece->keep || self->together > 0;
  self->lead = 0;
  if (self->pending->len > 0)
    self->pending_height += MAX (self->pending_after, piece->before);
  self->pending_height += piece->height;
  self->pending_after = piece->after;
  g_ptr_array_add (self->pending, piece);
  if (!piece->keep)
    place_pending (self);
}

/* Adds empty space that belongs to what follows. */
void
scr_flow_add_space (ScrFlow *self, double height)
{
  ScrPiece *piece = scr_piece_new (height);

  piece->keep = TRUE;
  scr_flow_take (self, piece);
}

/* What follows begins on a new page, unless it does so already. */
void
scr_flow_break (ScrFlow *self)
{
  place_pending (self);
  if (self->y > 0)
    add_page (self);
}

/* What waits begins on a new page together with what follows. */
void
scr_flow_break_before (ScrFlow *self)
{
  if (self->y > 0)
    add_page (self);
}

/* Places what is still held back; a page begun for nothing is taken away, what was to be ended on it moves
 * back. */
void
scr_flow_finish (ScrFlow *self)
{
  if (self->queue->len > 0)
    scr_flow_take (self, scr_piece_new (0));
  place_pending (self);
  if (self->y <= 0 && self->pages->len > 1)
    {
      ScrPage *last = get_page (self), *before = g_ptr_array_index (self->pages, self->pages->len - 2);

      g_array_append_vals (before->ops, last->ops->data, last->ops->len);
      g_ptr_array_set_size (self->pages, (int)self->pages->len - 1);
    }
}

/* The next piece has at least so much space above it. */
void
scr_flow_want_before (ScrFlow *self, double space)
{
  self->lead = MAX (self->lead, space);
}

/* The last piece has at least so much space under it. */
void
scr_flow_want_after (ScrFlow *self, double space)
{
  if (self->pending->len > 0)
    {
      ScrPiece *last = g_ptr_array_index (self->pending, self->pending->len - 1);

      self->pending_after = last->after = MAX (last->after, space);
    }
  else
    self->after = MAX (self->after, space);
}

/* All pieces until the end stand on one page, if they can. */
void
scr_flow_begin_together (ScrFlow *self)
{
  self->together++;
}

void
scr_flow_end_together (ScrFlow *self)
{
  if (--self->together == 0)
    place_pending (self);
}

/* All pieces from now on stand on @shade (nullable). It must outlive the flow. */
void
scr_flow_set_shade (ScrFlow *self, const ScrShade *shade)
{
  self->shade = shade;
}

const ScrShade *
scr_flow_get_shade (const ScrFlow *self)
{
  return self->shade;
}

/* The height left on this page for a piece, after those that wait and, at the top, after @repeat (nullable);
 * it may be below 0. */
double
scr_flow_get_room (const ScrFlow *self, const ScrRepeat *repeat)
{
  const ScrPiece *first = self->pending->len > 0 ? g_ptr_array_index (self->pending, 0) : NULL;
  double room = self->page_height - self->y - get_gap (self, first != NULL ? first->before : 0);

  if (first != NULL)
    {
      room -= self->pending_height + self->pending_after;
      repeat = first->repeat;
    }
  if (self->y <= 0 && repeat != NULL)
    room -= repeat->height;
  return room;
}

double
scr_flow_get_page_height (const ScrFlow *self)
{
  return self->page_height;
}

/* Returns: (transfer none): of ScrPage */
const GPtrArray *
scr_flow_get_pages (const ScrFlow *self)
{
  return self->pages;
}

/* Returns: the page on which a heading stands, from 1; 0 if on none */
guint
scr_flow_find_page (const ScrFlow *self, const ScrBlock *heading)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->anchors, heading));
}
