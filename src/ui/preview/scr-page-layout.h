/* ScrPageLayout - where each page of a document lies when they stand one below the other.
 *
 * A pure value: sizes of pages in points, a scale, and from them rectangles in pixels. No widget, no
 * document. Always holds: pages are in order from top to bottom and never overlap.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Space above the first page, below the last, at both sides and between two pages, in pixels. */
#define SCR_PAGE_LAYOUT_MARGIN 24

typedef struct
{
  double width; /* points, a 72nd of an inch */
  double height;
} ScrPageSize;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} ScrPageArea;

/* A point of the document that shall stay at a point of the viewport while sizes change. */
typedef struct
{
  guint page;
  double across; /* 0 to 1 within the page */
  double down;
  double beyond; /* pixels above (negative) or below the page, in the space between pages */
  double at_x;   /* pixels from the viewport's left and top */
  double at_y;
} ScrPageAnchor;

typedef struct _ScrPageLayout ScrPageLayout;

ScrPageLayout *scr_page_layout_new (const ScrPageSize *sizes, guint n_pages);
void scr_page_layout_free (ScrPageLayout *layout);

void scr_page_layout_set_scale (ScrPageLayout *layout, double scale, int viewport_width);
double scr_page_layout_get_scale (ScrPageLayout *layout);
guint scr_page_layout_get_n_pages (ScrPageLayout *layout);
int scr_page_layout_get_width (ScrPageLayout *layout);
int scr_page_layout_get_height (ScrPageLayout *layout);
void scr_page_layout_get_page (ScrPageLayout *layout, guint page, ScrPageArea *area);
guint scr_page_layout_page_at (ScrPageLayout *layout, double y);
guint scr_page_layout_main_page (ScrPageLayout *layout, double top, double height);

double scr_page_layout_fit_width (ScrPageLayout *layout, int width);
double scr_page_layout_fit_page (ScrPageLayout *layout, int width, int height);

void scr_page_layout_get_anchor (ScrPageLayout *layout,
                                 double x,
                                 double y,
                                 double at_x,
                                 double at_y,
                                 ScrPageAnchor *anchor);
void scr_page_layout_find_anchor (ScrPageLayout *layout, const ScrPageAnchor *anchor, double *x, double *y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrPageLayout, scr_page_layout_free)

G_END_DECLS
