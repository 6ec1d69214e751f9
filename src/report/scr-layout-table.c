/* Tables into pieces: a row is a piece, divided only if it is high; heads stand again on each page; columns
 * too narrow for their words give way to cells one under the other. See scr-layout.h. */
#include "scr-layout-private.h"

#include "scr-columns.h"

/* A row higher than this part of a page may be divided rather than leave the rest of a page empty. */
#define GREATEST_WHOLE_ROW 0.4

typedef struct
{
  ScrLayout *layout;
  const ScrTable *table;
  guint n;
  gboolean is_facts;
  double *widths;
  double pad_x;
  double pad_y;
  const ScrRepeat *repeat; /* (nullable) */
} Grid;

static const char *
get_tag (const Grid *grid, guint column)
{
  return column == 0 && scr_table_get_row_heads (grid->table) ? "TH" : "TD";
}

static void
begin_cell (const Grid *grid, ScrPiece *piece, guint column, gboolean is_continued)
{
  gboolean is_head = column == 0 && scr_table_get_row_heads (grid->table);
  ScrTagFlags flags = is_head ? SCR_TAG_ROW_HEAD : SCR_TAG_PLAIN;

  scr_piece_add_begin (piece, is_head ? "TH" : "TD", flags | (is_continued ? SCR_TAG_CONTINUED : 0), 0);
}

static ScrFace
get_face (const Grid *grid, guint column)
{
  return column == 0 && scr_table_get_row_heads (grid->table) && grid->is_facts ? SCR_FACE_HEAD
                                                                                : SCR_FACE_CELL;
}

static double
get_inner_width (const Grid *grid, guint column)
{
  return grid->widths[column] - 2 * grid->pad_x;
}

/* Facts stand at the edge of the text, cells within their column. */
static double
get_start (const Grid *grid)
{
  return grid->layout->x - (grid->is_facts ? grid->pad_x : 0);
}

static void
add_rule (const Grid *grid, ScrPiece *piece, double y, gboolean is_strong)
{
  const ScrStyle *style = grid->layout->style;
  ScrOp *op
      = scr_piece_add (piece, SCR_OP_RULE, grid->layout->x, y, grid->layout->width, is_strong ? 1.25 : 0.75);

  op->ink = is_strong ? style->inks->text : style->inks->rule;
}

static void
add_tint (const Grid *grid, ScrPiece *piece, double height)
{
  scr_piece_add (piece, SCR_OP_FILL, grid->layout->x, 0, grid->layout->width, height)->ink
      = grid->layout->style->inks->tint;
}

/* The heads of the columns, and what of them stands again on the next page. */
static void
add_head (Grid *grid)
{
  ScrLayout *layout = grid->layout;
  const ScrTypeset **sets = g_new0 (const ScrTypeset *, grid->n);
  ScrRepeat *repeat = g_new0 (ScrRepeat, 1);
  ScrPiece *piece;
  double height = 0, x = get_start (grid);

  for (guint i = 0; i < grid->n; i++)
    {
      const ScrTableColumn *column = scr_table_get_column (grid->table, i);

      sets[i]
          = scr_layout_set (layout, SCR_FACE_HEAD, column->title, get_inner_width (grid, i), column->align);
      height = MAX (height, sets[i]->height);
    }
  height += 2 * grid->pad_y;
  piece = scr_piece_new (height);
  add_tint (grid, piece, height);
  if (layout->style->high_contrast)
    add_rule (grid, piece, height - 1.25, TRUE);
  scr_piece_add_begin (piece, "TR", SCR_TAG_PLAIN, 0);
  for (guint i = 0; i < grid->n; i++)
    {
      double y = height - grid->pad_y - sets[i]->height;

      scr_piece_add_begin (piece, "TH", SCR_TAG_COLUMN_HEAD, 0);
      for (guint k = 0; k < sets[i]->n_lines; k++)
        {
          scr_piece_add_line (piece, &sets[i]->lines[k], layout->ink, x + grid->pad_x, y,
                              get_inner_width (grid, i));
          y += sets[i]->lines[k].height;
        }
      scr_piece_add_end (piece, "TH");
      x += grid->widths[i];
    }
  scr_piece_add_end (piece, "TR");
  piece->keep = TRUE;

  repeat->ops = g_array_new (FALSE, TRUE, sizeof (ScrOp));
  repeat->height = height;
  for (guint i = 0; i < piece->ops->len; i++)
    {
      ScrOp op = g_array_index (piece->ops, ScrOp, i);

      if (op.type == SCR_OP_LINE)
        op.type = SCR_OP_GHOST;
      if (op.type != SCR_OP_BEGIN && op.type != SCR_OP_END)
        g_array_append_val (repeat->ops, op);
    }
  g_ptr_array_add (layout->repeats, repeat);
  grid->repeat = repeat;
  scr_flow_take (layout->flow, piece);
  g_free (sets);
}

/* Of a cell, the lines from @from on that fit into @room; at least one if @must. */
static guint
count_fitting (const ScrTypeset *set, guint from, double room, gboolean must)
{
  guint to = from;
  double height = 0;

  while (to < set->n_lines && height + set->lines[to].height <= room)
    height += set->lines[to++].height;
  return to == from && must && from < set->n_lines ? from + 1 : to;
}

/* One part of a row: of each cell the lines from @from on that fit into @room. Moves @from; TRUE if no line
 * is left. */
static gboolean
add_part (const Grid *grid,
          const ScrTypeset *const *sets,
          guint *from,
          double room,
          gboolean is_continued,
          gboolean must)
{
  ScrLayout *layout = grid->layout;
  ScrPiece *piece = scr_piece_new (0);
  double height = 0, x = get_start (grid);
  gboolean is_done = TRUE;

  scr_piece_add_begin (piece, "TR", is_continued ? SCR_TAG_CONTINUED : SCR_TAG_PLAIN, 0);
  for (guint i = 0; i < grid->n; i++)
    {
      guint to = sets[i] != NULL ? count_fitting (sets[i], from[i], room - 2 * grid->pad_y, must) : 0;
      double y = grid->pad_y;

      begin_cell (grid, piece, i, is_continued);
      for (; sets[i] != NULL && from[i] < to; from[i]++)
        {
          const ScrLine *line = &sets[i]->lines[from[i]];

          scr_piece_add_line (piece, line, layout->ink, x + grid->pad_x, y, get_inner_width (grid, i));
          y += line->height;
        }
      scr_piece_add_end (piece, get_tag (grid, i));
      is_done = is_done && (sets[i] == NULL || from[i] == sets[i]->n_lines);
      height = MAX (height, y + grid->pad_y);
      x += grid->widths[i];
    }
  scr_piece_add_end (piece, "TR");
  piece->height = height;
  piece->repeat = grid->repeat;
  if (!grid->is_facts)
    add_rule (grid, piece, height - 0.75, FALSE);
  scr_flow_take (layout->flow, piece);
  return is_done;
}

/* The height of the highest cell from the lines @from on. */
static double
get_rest (const Grid *grid, const ScrTypeset *const *sets, const guint *from)
{
  double height = grid->layout->style->sizes[SCR_FACE_CELL];

  for (guint i = 0; i < grid->n; i++)
    {
      double rest = 0;

      for (guint k = from[i]; sets[i] != NULL && k < sets[i]->n_lines; k++)
        rest += sets[i]->lines[k].height;
      height = MAX (height, rest);
    }
  return height + 2 * grid->pad_y;
}

/* How much of a row of @height goes on this page. One that does not fit goes to the next page whole, unless
 * that leaves much of this one empty or the row is higher than a page; then it is divided, with three lines
 * at least on this page. */
static double
choose_room (const Grid *grid, double height, gboolean is_continued)
{
  ScrFlow *flow = grid->layout->flow;
  double page = scr_flow_get_page_height (flow) - (grid->repeat != NULL ? grid->repeat->height : 0);
  double least = 3 * grid->layout->style->sizes[SCR_FACE_CELL] * 1.6 + 2 * grid->pad_y;
  double room = scr_flow_get_room (flow, grid->repeat);

  if (height <= room)
    return height;
  if (is_continued)
    return room;
  if (height <= page && (height <= page * GREATEST_WHOLE_ROW || room < least))
    return height;
  if (room >= least)
    return room;
  scr_flow_break_before (flow);
  return scr_flow_get_room (flow, grid->repeat);
}

static void
add_row (const Grid *grid, guint row)
{
  ScrLayout *layout = grid->layout;
  g_autofree const ScrTypeset **sets = g_new0 (const ScrTypeset *, grid->n);
  g_autofree guint *from = g_new0 (guint, grid->n);
  gboolean is_continued = FALSE, is_done = FALSE;

  for (guint i = 0; i < grid->n; i++)
    {
      const ScrText *cell = scr_table_get_cell (grid->table, row, i);

      if (!scr_text_is_empty (cell))
        sets[i] = scr_layout_set (layout, get_face (grid, i), cell, get_inner_width (grid, i),
                                  scr_table_get_column (grid->table, i)->align);
    }
  while (!is_done)
    {
      double height = get_rest (grid, sets, from);
      double room = choose_room (grid, height, is_continued);

      /* A page of its own that holds not even one line must take one all the same. */
      is_done = add_part (grid, sets, from, room + 0.01, is_continued, is_continued);
      is_continued = TRUE;
      if (!is_done)
        scr_flow_break (layout->flow);
    }
}

static void
add_group (const Grid *grid, guint row)
{
  ScrLayout *layout = grid->layout;
  const ScrTypeset *set = scr_layout_set (layout, SCR_FACE_HEAD, scr_table_get_cell (grid->table, row, 0),
                                          layout->width - 2 * grid->pad_x, SCR_ALIGN_START);
  ScrPiece *piece = scr_piece_new (set->height + 2.6 * grid->pad_y);
  double y = 1.6 * grid->pad_y;

  scr_piece_add_begin (piece, "TR", SCR_TAG_PLAIN, 0);
  scr_piece_add_begin (piece, "TH", SCR_TAG_ROW_HEAD, grid->n);
  for (guint k = 0; k < set->n_lines; k++)
    {
      scr_piece_add_line (piece, &set->lines[k], layout->ink, layout->x + grid->pad_x, y,
                          layout->width - 2 * grid->pad_x);
      y += set->lines[k].height;
    }
  scr_piece_add_end (piece, "TH");
  scr_piece_add_end (piece, "TR");
  add_rule (grid, piece, piece->height - 0.75, FALSE);
  piece->keep = TRUE;
  piece->repeat = grid->repeat;
  scr_flow_take (layout->flow, piece);
}

/* Lines one under the other; with the first of them, @label says again of which column they are. */
static void
add_stacked_lines (const Grid *grid, const ScrTypeset *set, const ScrTypeset *label, gboolean keep)
{
  ScrLayout *layout = grid->layout;
  double inner = layout->width - 2 * grid->pad_x;

  for (guint k = 0; k < set->n_lines; k++)
    {
      const ScrLine *line = &set->lines[k];
      double above = k == 0 && label != NULL ? label->height : 0, y = 0;
      ScrPiece *piece = scr_piece_new (above + line->height);

      for (guint i = 0; above > 0 && i < label->n_lines; i++)
        {
          ScrOp *op = scr_piece_add (piece, SCR_OP_GHOST, layout->x + grid->pad_x, y, inner,
                                     label->lines[i].height);

          op->line = &label->lines[i];
          op->ink = layout->style->inks->dim;
          y += label->lines[i].height;
        }
      scr_piece_add_line (piece, line, layout->ink, layout->x + grid->pad_x, above, inner);
      piece->keep = keep || (k + 1 < set->n_lines && (k == 0 || k + 2 == set->n_lines));
      scr_flow_take (layout->flow, piece);
    }
}

static void
add_stacked_row (const Grid *grid, guint row)
{
  ScrLayout *layout = grid->layout;
  double inner = layout->width - 2 * grid->pad_x;
  ScrPiece *end;

  scr_flow_begin (layout->flow, "TR", SCR_TAG_PLAIN);
  scr_flow_want_before (layout->flow, grid->pad_y);
  for (guint i = 0; i < grid->n; i++)
    {
      const ScrTableColumn *column = scr_table_get_column (grid->table, i);
      const ScrText *cell = scr_table_get_cell (grid->table, row, i);
      const ScrTypeset *label = NULL;
      ScrPiece *begin = scr_piece_new (0);

      begin->keep = TRUE;
      begin_cell (grid, begin, i, FALSE);
      scr_flow_take (layout->flow, begin);
      if (!grid->is_facts && !scr_text_is_empty (column->title) && i > 0)
        label = scr_layout_set (layout, SCR_FACE_HEAD, column->title, inner, SCR_ALIGN_START);
      if (!scr_text_is_empty (cell))
        add_stacked_lines (
            grid,
            scr_layout_set (layout, i == 0 ? SCR_FACE_HEAD : SCR_FACE_CELL, cell, inner, SCR_ALIGN_START),
            label, i == 0);
      scr_flow_end (layout->flow, get_tag (grid, i));
    }
  end = scr_piece_new (grid->pad_y);
  if (!grid->is_facts)
    add_rule (grid, end, grid->pad_y - 0.75, FALSE);
  scr_flow_take (layout->flow, end);
  scr_flow_end (layout->flow, "TR");
}

/* Heads one under the other, once. */
static void
add_stacked_head (const Grid *grid)
{
  ScrLayout *layout = grid->layout;
  double inner = layout->width - 2 * grid->pad_x, y = grid->pad_y;
  ScrPiece *piece = scr_piece_new (0);

  add_tint (grid, piece, 0);
  scr_piece_add_begin (piece, "TR", SCR_TAG_PLAIN, 0);
  for (guint i = 0; i < grid->n; i++)
    {
      const ScrTypeset *set = scr_layout_set (
          layout, SCR_FACE_HEAD, scr_table_get_column (grid->table, i)->title, inner, SCR_ALIGN_START);

      scr_piece_add_begin (piece, "TH", SCR_TAG_COLUMN_HEAD, 0);
      for (guint k = 0; k < set->n_lines; k++)
        {
          scr_piece_add_line (piece, &set->lines[k], layout->ink, layout->x + grid->pad_x, y, inner);
          y += set->lines[k].height;
        }
      scr_piece_add_end (piece, "TH");
    }
  scr_piece_add_end (piece, "TR");
  piece->height = g_array_index (piece->ops, ScrOp, 0).height = y + grid->pad_y;
  piece->keep = TRUE;
  scr_flow_take (layout->flow, piece);
}

static void
add_rows (Grid *grid, gboolean is_beside)
{
  guint n_rows = scr_table_get_n_rows (grid->table);

  if (!grid->is_facts)
    {
      if (is_beside)
        add_head (grid);
      else
        add_stacked_head (grid);
    }
  for (guint i = 0; i < n_rows; i++)
    {
      if (g_cancellable_is_cancelled (grid->layout->cancellable))
        return;
      if (scr_table_get_row (grid->table, i)->is_group)
        add_group (grid, i);
      else if (is_beside)
        add_row (grid, i);
      else
        add_stacked_row (grid, i);
    }
}

/* Lays out a table or a list of facts. */
void
scr_layout_add_table (ScrLayout *self, const ScrBlock *block)
{
  Grid grid = {.layout = self, .table = block->table, .n = scr_table_get_n_columns (block->table)};
  gboolean is_beside;

  if (grid.n == 0
      || (scr_table_get_style (block->table) == SCR_TABLE_FACTS && scr_table_get_n_rows (block->table) == 0))
    return;
  grid.is_facts = scr_table_get_style (block->table) == SCR_TABLE_FACTS;
  grid.pad_x = scr_style_scale (self->style, 7);
  grid.pad_y = scr_style_scale (self->style, grid.is_facts ? 2.5 : 6);
  grid.widths = g_new0 (double, grid.n);
  is_beside
      = scr_columns_measure (self->style, grid.table, self->width + (grid.is_facts ? 2 * grid.pad_x : 0),
                             2 * grid.pad_x, grid.widths);
  scr_flow_want_before (self->flow, scr_style_scale (self->style, 4));
  if (block->text != NULL)
    scr_layout_add_lines (self,
                          scr_layout_set (self, SCR_FACE_HEAD, block->text, self->width, SCR_ALIGN_START),
                          "P", 0, scr_style_scale (self->style, 4), TRUE);
  scr_flow_begin (self->flow, "Table", SCR_TAG_PLAIN);
  add_rows (&grid, is_beside);
  scr_flow_end (self->flow, "Table");
  scr_flow_want_after (self->flow, scr_style_scale (self->style, 14));
  g_free (grid.widths);
}
