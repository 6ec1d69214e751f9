/* ScrTable - a table of a report: column heads, widths, alignments, rows of texts.
 *
 * Owns its texts. Always holds: a row never has more cells than there are columns; missing cells count as
 * empty. Columns come before rows. A document's thread.
 */
#pragma once

#include "scr-text.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_ALIGN_START,
  SCR_ALIGN_CENTRE,
  SCR_ALIGN_END, /* for numbers */
} ScrAlign;

/**
 * ScrTableStyle:
 * @SCR_TABLE_RULED: heads on a tint, a rule under each row
 * @SCR_TABLE_FACTS: two columns without heads, the first one's words lead the second's: "Scrutineer: ..."
 */
typedef enum
{
  SCR_TABLE_RULED,
  SCR_TABLE_FACTS,
} ScrTableStyle;

typedef struct
{
  ScrText *title;
  double weight; /* share of the width; 0: by what the column holds */
  ScrAlign align;
} ScrTableColumn;

typedef struct
{
  GPtrArray *cells;  /* of ScrText, NULL where empty */
  gboolean is_group; /* one cell across: the head of the rows that follow */
} ScrTableRow;

typedef struct _ScrTable ScrTable;

ScrTable *scr_table_new (ScrTableStyle style);
void scr_table_free (ScrTable *self);

void scr_table_add_column (ScrTable *self, const char *title, double weight, ScrAlign align);
void scr_table_set_row_heads (ScrTable *self, gboolean row_heads);
void scr_table_add_row (ScrTable *self);
void scr_table_add_cell (ScrTable *self, const char *words);
void scr_table_take_cell (ScrTable *self, ScrText *text);
void scr_table_add_group (ScrTable *self, const char *words);

ScrTableStyle scr_table_get_style (const ScrTable *self);
gboolean scr_table_get_row_heads (const ScrTable *self);
guint scr_table_get_n_columns (const ScrTable *self);
guint scr_table_get_n_rows (const ScrTable *self);
const ScrTableColumn *scr_table_get_column (const ScrTable *self, guint column);
const ScrTableRow *scr_table_get_row (const ScrTable *self, guint row);
const ScrText *scr_table_get_cell (const ScrTable *self, guint row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrTable, scr_table_free)

G_END_DECLS
