/* ScrPreviewFinder - the entry that finds words in the previewed PDF, with "4 of 11" and the ways to and fro.
 *
 * Signals: "chosen": another match became the current one; "left": the person is done. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-preview-search.h"

G_BEGIN_DECLS

#define SCR_TYPE_PREVIEW_FINDER (scr_preview_finder_get_type ())
G_DECLARE_FINAL_TYPE (ScrPreviewFinder, scr_preview_finder, SCR, PREVIEW_FINDER, GtkWidget)

void scr_preview_finder_set_search (ScrPreviewFinder *self, ScrPreviewSearch *search);
void scr_preview_finder_set_page (ScrPreviewFinder *self, guint page);
void scr_preview_finder_step (ScrPreviewFinder *self, int step);

G_END_DECLS
