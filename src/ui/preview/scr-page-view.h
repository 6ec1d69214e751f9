/* ScrPageView - the pages of the previewed PDF one below the other, as many as are in sight. Main thread.
 *
 * A GtkScrollable. Properties: "page" (index from 0 of the page one is on), "zoom" (1 is the size on paper).
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-page-picture.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_PAGE_FIT_NONE, /* the zoom was chosen */
  SCR_PAGE_FIT_WIDTH,
  SCR_PAGE_FIT_PAGE,
} ScrPageFit;

#define SCR_TYPE_PAGE_VIEW (scr_page_view_get_type ())
G_DECLARE_FINAL_TYPE (ScrPageView, scr_page_view, SCR, PAGE_VIEW, GtkWidget)

void scr_page_view_set_sources (ScrPageView *self, ScrPreviewWorker *worker, ScrPreviewSearch *search);
void scr_page_view_set_contents (ScrPageView *self, ScrPreviewContents *contents);
guint scr_page_view_get_page (ScrPageView *self);
void scr_page_view_set_page (ScrPageView *self, guint page, double down);
void scr_page_view_reveal (ScrPageView *self, guint page, const ScrPageArea *area);
double scr_page_view_get_zoom (ScrPageView *self);
void scr_page_view_set_zoom (ScrPageView *self, double zoom);
void scr_page_view_zoom_step (ScrPageView *self, int step);
void scr_page_view_set_fit (ScrPageView *self, ScrPageFit fit);
ScrPagePicture *scr_page_view_get_picture (ScrPageView *self, guint page);
gboolean scr_page_view_is_ready (ScrPageView *self);

G_END_DECLS
