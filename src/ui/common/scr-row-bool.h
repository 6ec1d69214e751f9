/* ScrRowBool - yes or no, as a switch. */
#pragma once

#include "scr-row.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_BOOL (scr_row_bool_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowBool, scr_row_bool, SCR, ROW_BOOL, ScrRow)

G_END_DECLS
