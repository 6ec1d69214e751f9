/* ScrOutlineRows - the items of a kind as a plain list of rows, for narrow windows: title, what tells it apart, state.
 * Main thread.
 */
#pragma once

#include "scr-outline-face.h"

G_BEGIN_DECLS

#define SCR_TYPE_OUTLINE_ROWS (scr_outline_rows_get_type ())
G_DECLARE_FINAL_TYPE (ScrOutlineRows, scr_outline_rows, SCR, OUTLINE_ROWS, ScrOutlineFace)

void scr_outline_rows_show_kind (ScrOutlineRows *self, ScrStore *store, const ScrKind *kind);
void scr_outline_rows_set_model (ScrOutlineRows *self, GtkSelectionModel *model);

G_END_DECLS
