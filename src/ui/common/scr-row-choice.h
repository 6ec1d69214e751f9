/* ScrRowChoice - one of the choices of a list; a state is shown as a pill. */
#pragma once

#include "scr-row.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_CHOICE (scr_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowChoice, scr_row_choice, SCR, ROW_CHOICE, ScrRow)

G_END_DECLS
