/* What the files of ScrPageView share. */
#pragma once

#include "scr-page-view.h"

G_BEGIN_DECLS

struct _ScrPageView
{
  GtkWidget parent_instance;

  ScrPreviewWorker *worker;
  ScrPreviewSearch *search;
  ScrPreviewContents *contents;
  ScrPageLayout *layout; /* NULL: no pages */
  GPtrArray *pictures;   /* children of this, see scr_page_pictures_new() */

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  ScrPageFit fit;
  double zoom;
  guint page;

  ScrPageAnchor anchor; /* where to be after the next allocation, if held */
  gboolean held;
  int laid_width; /* the viewport that the layout was made for */
  int laid_height;
  gboolean moving;     /* values are changed by the view, not by a person who scrolls */
  guint settling;      /* source that does what must not be done amid an allocation */
  gboolean page_asked; /* the page is the one asked for, until a person scrolls or it is out of sight */
};

double scr_page_view_get_scrolled (ScrPageView *self, GtkOrientation orientation);
void scr_page_view_update_label (ScrPageView *self);
void scr_page_view_renew_pictures (ScrPageView *self);
gboolean scr_page_view_place_pictures (ScrPageView *self, int width, int height);

G_END_DECLS
