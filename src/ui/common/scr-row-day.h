/* ScrRowDay - a day, typed as people write it or chosen in a calendar (Alt+Down). */
#pragma once

#include "scr-row-text.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_DAY (scr_row_day_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowDay, scr_row_day, SCR, ROW_DAY, ScrRowText)

G_END_DECLS
