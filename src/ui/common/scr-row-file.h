/* ScrRowFile - a file that is kept in the record: chosen, dropped, opened, saved, taken away. */
#pragma once

#include "scr-row.h"

G_BEGIN_DECLS

#define SCR_TYPE_ROW_FILE (scr_row_file_get_type ())
G_DECLARE_FINAL_TYPE (ScrRowFile, scr_row_file, SCR, ROW_FILE, ScrRow)

G_END_DECLS
