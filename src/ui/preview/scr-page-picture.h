/* ScrPagePicture - one page of the previewed PDF, drawn by the worker; used for pages and for thumbnails.
 *
 * Signal "text-read": the page's excerpt is known. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-preview-search.h"
#include "scr-preview-worker.h"

G_BEGIN_DECLS

#define SCR_TYPE_PAGE_PICTURE (scr_page_picture_get_type ())
G_DECLARE_FINAL_TYPE (ScrPagePicture, scr_page_picture, SCR, PAGE_PICTURE, GtkWidget)

/* Pixels of a thumbnail's width; its height follows from the page. */
#define SCR_THUMBNAIL_WIDTH 84

ScrPagePicture *scr_page_picture_new (ScrPreviewWorker *worker, ScrPreviewSearch *search);
ScrPagePicture *scr_page_picture_new_thumbnail (ScrPreviewWorker *worker);

void scr_page_picture_set_page (ScrPagePicture *self, ScrPreviewContents *contents, guint page);
guint scr_page_picture_get_page (ScrPagePicture *self);
void scr_page_picture_show (ScrPagePicture *self, const ScrPageArea *shown, ScrPreviewPriority priority);
gboolean scr_page_picture_is_ready (ScrPagePicture *self);
gboolean scr_page_picture_is_blank (ScrPagePicture *self);
const char *scr_page_picture_get_excerpt (ScrPagePicture *self);

G_END_DECLS
