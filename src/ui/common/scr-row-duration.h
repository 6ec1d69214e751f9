/* ScrRowDuration - a length of time, typed as minutes or as hours and minutes. */
#pragma once

#include "scr-row-text.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_DURATION (scr_row_duration_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowDuration, scr_row_duration, SCR, ROW_DURATION, ScrRowText)

G_END_DECLS
