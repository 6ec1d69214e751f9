/* ScrOutlineTable - the items of a kind as a table whose columns come from the kind's description.
 *
 * A click on a heading asks for another order, which is the record's to make: the table itself sorts nothing, so that
 * tens of thousands of rows cost what is seen of them. Main thread.
 * Signals: "order-changed" (const char *order, nullable); "activated" (guint position);
 *          "menu-asked" (guint position, GtkWidget *cell, double x, double y).
 */
#pragma once

#include <adwaita.h>

#include "scr-store.h"

G_BEGIN_DECLS

#define SCR_TYPE_OUTLINE_TABLE (scr_outline_table_get_type ())
G_DECLARE_FINAL_TYPE (ScrOutlineTable, scr_outline_table, SCR, OUTLINE_TABLE, AdwBin)

void scr_outline_table_show_kind (ScrOutlineTable *self, ScrStore *store, const ScrKind *kind,
                                  gboolean with_partnership);
void scr_outline_table_set_model (ScrOutlineTable *self, GtkSelectionModel *model);
void scr_outline_table_refresh (ScrOutlineTable *self, ScrChange *change);
void scr_outline_table_scroll_to (ScrOutlineTable *self, guint position);
GtkColumnView *scr_outline_table_get_column_view (ScrOutlineTable *self);

G_END_DECLS
