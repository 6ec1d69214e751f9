/* ScrRowReference - what a field refers to: found by typing, made in place, opened, cleared. */
#pragma once

#include "scr-row.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_REFERENCE (scr_row_reference_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowReference, scr_row_reference, SCR, ROW_REFERENCE, ScrRow)

void scr_row_reference_choose (ScrRowReference *self, ScrItem *item);

G_END_DECLS
