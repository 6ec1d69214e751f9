/* ScrPreview - shows an exported PDF file: pages, thumbnails, headings, search, zoom.
 *
 * Main thread; a thread of its own reads and draws, so that the window never waits.
 * Properties: "page" (number of the page one is on, from 1; 0 while nothing is shown), "n-pages", "file"
 * (nullable path), "busy", "show-sidebar". Actions: preview.previous-page, preview.next-page, preview.search,
 * preview.next-match, preview.previous-match, preview.zoom-in, preview.zoom-out, preview.zoom-to
 * ("fit-width", "fit-page" or per cent).
 *
 * The file is read as long as it is shown: write a new version beside it and rename, never into it.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_PREVIEW (scr_preview_get_type ())
G_DECLARE_FINAL_TYPE (ScrPreview, scr_preview, SCR, PREVIEW, GtkWidget)

GtkWidget *scr_preview_new (void);

void scr_preview_set_file (ScrPreview *self, const char *path);
const char *scr_preview_get_file (ScrPreview *self);
guint scr_preview_get_page (ScrPreview *self);
void scr_preview_set_page (ScrPreview *self, guint page);
guint scr_preview_get_n_pages (ScrPreview *self);
gboolean scr_preview_get_busy (ScrPreview *self);
void scr_preview_set_busy (ScrPreview *self, gboolean busy);
gboolean scr_preview_get_show_sidebar (ScrPreview *self);
void scr_preview_set_show_sidebar (ScrPreview *self, gboolean show);
void scr_preview_show_message (ScrPreview *self, const char *title, const char *explanation);
const char *scr_preview_get_message (ScrPreview *self);
gboolean scr_preview_is_ready (ScrPreview *self);

G_END_DECLS
