/* ScrOutlineTable - the items of a kind as a table whose columns come from the kind's description.
 *
 * A click on a heading asks for another order, which is the record's to make: the table itself sorts nothing,
 * so that tens of thousands of rows cost what is seen of them. Main thread. Signal: "order-changed" (const
 * char *order, nullable).
 */
#pragma once

#include "scr-outline-face.h"

G_BEGIN_DECLS

#define SCR_TYPE_OUTLINE_TABLE (scr_outline_table_get_type ())
G_DECLARE_FINAL_TYPE (ScrOutlineTable, scr_outline_table, SCR, OUTLINE_TABLE, ScrOutlineFace)

/* Shows in @pill what a field of @item means to its reader. */
typedef void (*ScrOutlinePillFunc) (GtkWidget *pill, ScrItem *item, gpointer user_data);

void scr_outline_table_show_as_pill (ScrOutlineTable *self,
                                     const char *field,
                                     ScrOutlinePillFunc show,
                                     gpointer user_data);
void scr_outline_table_show_kind (ScrOutlineTable *self,
                                  ScrStore *store,
                                  const ScrKind *kind,
                                  gboolean with_partnership);
void scr_outline_table_set_model (ScrOutlineTable *self, GtkSelectionModel *model);
GtkColumnView *scr_outline_table_get_column_view (ScrOutlineTable *self);

G_END_DECLS
