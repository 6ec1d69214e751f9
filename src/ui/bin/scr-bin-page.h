/* ScrBinPage - what lies in the bin, of all kinds: restore, delete for good, empty the bin.
 *
 * Shows what was put there itself, not what went along with it; re-runs on "changed" while it is shown. Main
 * thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_BIN_PAGE (scr_bin_page_get_type ())
G_DECLARE_FINAL_TYPE (ScrBinPage, scr_bin_page, SCR, BIN_PAGE, AdwBin)

GtkWidget *scr_bin_page_new (ScrContext *context);

G_END_DECLS
