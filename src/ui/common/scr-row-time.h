/* ScrRowTime - a time of day, typed as people write it. */
#pragma once

#include "scr-row-text.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_TIME (scr_row_time_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowTime, scr_row_time, SCR, ROW_TIME, ScrRowText)

G_END_DECLS
