/* ScrPreviewSearch - the places in a PDF where some words are, found page by page.
 *
 * Signal "changed": matches were found, the current one moved, or the search ended. Main thread.
 */
#pragma once

#include "scr-preview-worker.h"

G_BEGIN_DECLS

#define SCR_TYPE_PREVIEW_SEARCH (scr_preview_search_get_type ())
G_DECLARE_FINAL_TYPE (ScrPreviewSearch, scr_preview_search, SCR, PREVIEW_SEARCH, GObject)

ScrPreviewSearch *scr_preview_search_new (ScrPreviewWorker *worker);

void scr_preview_search_set_contents (ScrPreviewSearch *self, ScrPreviewContents *contents);
void scr_preview_search_set_text (ScrPreviewSearch *self, const char *text, guint from_page);
const char *scr_preview_search_get_text (ScrPreviewSearch *self);
gboolean scr_preview_search_is_running (ScrPreviewSearch *self);
guint scr_preview_search_get_n_matches (ScrPreviewSearch *self);
guint scr_preview_search_get_position (ScrPreviewSearch *self);
gboolean scr_preview_search_get_current (ScrPreviewSearch *self, guint *page, ScrPageArea *area);
void scr_preview_search_move (ScrPreviewSearch *self, int step);
GArray *scr_preview_search_peek_page (ScrPreviewSearch *self, guint page, int *current);

G_END_DECLS
