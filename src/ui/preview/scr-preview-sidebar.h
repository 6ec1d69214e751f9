/* ScrPreviewSidebar - the way through the previewed PDF: its pages as thumbnails, or its bookmarks. Main
 * thread.
 *
 * Signal "chosen" (guint page, double down): go to that page (index from 0), so far down (0 to 1).
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-preview-worker.h"

G_BEGIN_DECLS

#define SCR_TYPE_PREVIEW_SIDEBAR (scr_preview_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ScrPreviewSidebar, scr_preview_sidebar, SCR, PREVIEW_SIDEBAR, GtkWidget)

void scr_preview_sidebar_set_worker (ScrPreviewSidebar *self, ScrPreviewWorker *worker);
void scr_preview_sidebar_set_contents (ScrPreviewSidebar *self, ScrPreviewContents *contents);
void scr_preview_sidebar_set_page (ScrPreviewSidebar *self, guint page);

G_END_DECLS
