/* ScrPreviewBar - a bar of two groups: side by side when there is room, one above the other when there is
 * not. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_PREVIEW_BAR (scr_preview_bar_get_type ())
G_DECLARE_FINAL_TYPE (ScrPreviewBar, scr_preview_bar, SCR, PREVIEW_BAR, GtkLayoutManager)

G_END_DECLS
