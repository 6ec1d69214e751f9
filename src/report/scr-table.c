/* ScrTable - a table of a report. See the header. */
#include "scr-table.h"

struct _ScrTable
{
  ScrTableStyle style;
  gboolean row_heads;
  GArray *columns; /* of ScrTableColumn */
  GPtrArray *rows; /* of ScrTableRow */
};

static void
clear_column (gpointer data)
{
  ScrTableColumn *column = data;

  scr_text_free (column->title);
}

static void
free_row (gpointer data)
{
  ScrTableRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
free_cell (gpointer data)
{
  scr_text_free (data);
}

/**
 * scr_table_new:
 * @style: how it looks
 *
 * Returns: (transfer full): a table without columns
 */
ScrTable *
scr_table_new (ScrTableStyle style)
{
  ScrTable *self = g_new0 (ScrTable, 1);

  self->style = style;
  self->columns = g_array_new (FALSE, TRUE, sizeof (ScrTableColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * scr_table_free:
 * @self: (transfer full) (nullable): a table
 */
void
scr_table_free (ScrTable *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * scr_table_add_column:
 * @self: a table without rows
 * @title: (nullable): its head
 * @weight: its share of the width against the others', or 0 to go by what it holds
 * @align: where its texts stand
 */
void
scr_table_add_column (ScrTable *self, const char *title, double weight, ScrAlign align)
{
  ScrTableColumn column = {.weight = MAX (weight, 0), .align = align};

  g_return_if_fail (self != NULL && self->rows->len == 0);

  column.title = scr_text_new (title);
  g_array_append_val (self->columns, column);
}

/**
 * scr_table_set_row_heads:
 * @self: a table
 * @row_heads: whether the first column names its row, and is read as the row's head
 */
void
scr_table_set_row_heads (ScrTable *self, gboolean row_heads)
{
  g_return_if_fail (self != NULL);

  self->row_heads = row_heads;
}

static ScrTableRow *
add_row (ScrTable *self)
{
  ScrTableRow *row = g_new0 (ScrTableRow, 1);

  row->cells = g_ptr_array_new_full (self->columns->len, free_cell);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * scr_table_add_row:
 * @self: a table with columns
 *
 * Begins a row; cells follow from the first column on.
 */
void
scr_table_add_row (ScrTable *self)
{
  g_return_if_fail (self != NULL && self->columns->len > 0);

  add_row (self);
}

/**
 * scr_table_take_cell:
 * @self: a table with a row
 * @text: (transfer full) (nullable): what the row's next cell says
 */
void
scr_table_take_cell (ScrTable *self, ScrText *text)
{
  g_autoptr (ScrText) owned = text;
  ScrTableRow *row;

  g_return_if_fail (self != NULL && self->rows->len > 0);

  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  g_return_if_fail (!row->is_group && row->cells->len < self->columns->len);
  g_ptr_array_add (row->cells, g_steal_pointer (&owned));
}

/**
 * scr_table_add_cell:
 * @self: a table with a row
 * @words: (nullable): what the row's next cell says
 */
void
scr_table_add_cell (ScrTable *self, const char *words)
{
  scr_table_take_cell (self, words != NULL ? scr_text_new (words) : NULL);
}

/**
 * scr_table_add_group:
 * @self: a table with columns
 * @words: a head, across all columns, for the rows that follow
 */
void
scr_table_add_group (ScrTable *self, const char *words)
{
  ScrTableRow *row;

  g_return_if_fail (self != NULL && self->columns->len > 0 && words != NULL);

  row = add_row (self);
  row->is_group = TRUE;
  g_ptr_array_add (row->cells, scr_text_new (words));
}

/**
 * scr_table_get_style:
 * @self: a table
 *
 * Returns: how it looks
 */
ScrTableStyle
scr_table_get_style (const ScrTable *self)
{
  return self->style;
}

/**
 * scr_table_get_row_heads:
 * @self: a table
 *
 * Returns: whether the first column names its row
 */
gboolean
scr_table_get_row_heads (const ScrTable *self)
{
  return self->row_heads;
}

/**
 * scr_table_get_n_columns:
 * @self: a table
 *
 * Returns: the number of columns
 */
guint
scr_table_get_n_columns (const ScrTable *self)
{
  return self->columns->len;
}

/**
 * scr_table_get_n_rows:
 * @self: a table
 *
 * Returns: the number of rows, groups' heads counted, column heads not
 */
guint
scr_table_get_n_rows (const ScrTable *self)
{
  return self->rows->len;
}

/**
 * scr_table_get_column:
 * @self: a table
 * @column: an index
 *
 * Returns: (transfer none): the column
 */
const ScrTableColumn *
scr_table_get_column (const ScrTable *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, ScrTableColumn, column);
}

/**
 * scr_table_get_row:
 * @self: a table
 * @row: an index
 *
 * Returns: (transfer none): the row
 */
const ScrTableRow *
scr_table_get_row (const ScrTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return g_ptr_array_index (self->rows, row);
}

/**
 * scr_table_get_cell:
 * @self: a table
 * @row: an index
 * @column: an index
 *
 * Returns: (transfer none) (nullable): what the cell says, %NULL if nothing
 */
const ScrText *
scr_table_get_cell (const ScrTable *self, guint row, guint column)
{
  const ScrTableRow *found = scr_table_get_row (self, row);

  return found != NULL && column < found->cells->len ? g_ptr_array_index (found->cells, column) : NULL;
}
