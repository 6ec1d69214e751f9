/* ScrRowRich - text of several lines, with an undo of its own while it is typed. */
#pragma once

#include "scr-row.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_RICH (scr_row_rich_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowRich, scr_row_rich, SCR, ROW_RICH, ScrRow)

GtkTextBuffer *scr_row_rich_get_buffer (ScrRowRich *self);

G_END_DECLS
