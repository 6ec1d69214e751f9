/* ScrRowNumber - a number, typed or counted with - and +. */
#pragma once

#include "scr-row-text.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_NUMBER (scr_row_number_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowNumber, scr_row_number, SCR, ROW_NUMBER, ScrRowText)

void scr_row_number_step (ScrRowNumber *self, int steps);

G_END_DECLS
