/* ScrPageLayout - where each page of a document lies when they stand one below the other.
 *
 * Owns the sizes and the tops. Always holds: tops[i + 1] >= tops[i] + height of page i + margin.
 * Any thread, one at a time.
 */
#include "config.h"

#include "scr-page-layout.h"

#include <math.h>

/* A hostile file may claim pages of no size or of kilometres. */
#define MIN_SIDE 1.0
#define MAX_SIDE 14400.0

struct _ScrPageLayout
{
  guint n_pages;
  ScrPageSize *sizes;
  double *tops;
  ScrPageSize largest; /* widest and highest, not of one page */
  double scale;
  int width;
  int height;
};

/**
 * scr_page_layout_new:
 * @sizes: (array length=n_pages): the pages' sizes in points
 * @n_pages: how many
 *
 * Lays out pages at scale 1 for a viewport of no width.
 *
 * Returns: (transfer full): a layout
 */
ScrPageLayout *
scr_page_layout_new (const ScrPageSize *sizes, guint n_pages)
{
  ScrPageLayout *layout = g_new0 (ScrPageLayout, 1);

  layout->n_pages = n_pages;
  layout->sizes = g_new (ScrPageSize, n_pages + 1);
  layout->tops = g_new (double, n_pages + 1);
  for (guint i = 0; i < n_pages; i++)
    {
      layout->sizes[i].width = CLAMP (sizes[i].width, MIN_SIDE, MAX_SIDE);
      layout->sizes[i].height = CLAMP (sizes[i].height, MIN_SIDE, MAX_SIDE);
      layout->largest.width = MAX (layout->largest.width, layout->sizes[i].width);
      layout->largest.height = MAX (layout->largest.height, layout->sizes[i].height);
    }
  scr_page_layout_set_scale (layout, 1, 0);
  return layout;
}

/**
 * scr_page_layout_free:
 * @layout: (nullable): a layout
 */
void
scr_page_layout_free (ScrPageLayout *layout)
{
  if (layout == NULL)
    return;
  g_free (layout->sizes);
  g_free (layout->tops);
  g_free (layout);
}

/* Whole pixels, so that a rendered page is drawn without being resampled. */
static double
scaled (double points, double scale)
{
  return MAX (1, round (points * scale));
}

/**
 * scr_page_layout_set_scale:
 * @layout: a layout
 * @scale: pixels a point
 * @viewport_width: pixels; narrower pages are centred in it
 */
void
scr_page_layout_set_scale (ScrPageLayout *layout, double scale, int viewport_width)
{
  double y = SCR_PAGE_LAYOUT_MARGIN;

  g_return_if_fail (scale > 0);

  layout->scale = scale;
  layout->width
      = MAX (viewport_width, (int)scaled (layout->largest.width, scale) + 2 * SCR_PAGE_LAYOUT_MARGIN);
  for (guint i = 0; i < layout->n_pages; i++)
    {
      layout->tops[i] = y;
      y += scaled (layout->sizes[i].height, scale) + SCR_PAGE_LAYOUT_MARGIN;
    }
  layout->height = (int)y;
}

/**
 * scr_page_layout_get_scale:
 * @layout: a layout
 *
 * Returns: pixels a point
 */
double
scr_page_layout_get_scale (ScrPageLayout *layout)
{
  return layout->scale;
}

/**
 * scr_page_layout_get_n_pages:
 * @layout: a layout
 *
 * Returns: how many pages there are
 */
guint
scr_page_layout_get_n_pages (ScrPageLayout *layout)
{
  return layout->n_pages;
}

/**
 * scr_page_layout_get_width:
 * @layout: a layout
 *
 * Returns: pixels, margins included
 */
int
scr_page_layout_get_width (ScrPageLayout *layout)
{
  return layout->width;
}

/**
 * scr_page_layout_get_height:
 * @layout: a layout
 *
 * Returns: pixels, margins included
 */
int
scr_page_layout_get_height (ScrPageLayout *layout)
{
  return layout->height;
}

/**
 * scr_page_layout_get_page:
 * @layout: a layout
 * @page: index from 0
 * @area: (out): where the page lies, in pixels of the whole
 */
void
scr_page_layout_get_page (ScrPageLayout *layout, guint page, ScrPageArea *area)
{
  g_return_if_fail (page < layout->n_pages);

  area->width = scaled (layout->sizes[page].width, layout->scale);
  area->height = scaled (layout->sizes[page].height, layout->scale);
  area->x = floor ((layout->width - area->width) / 2);
  area->y = layout->tops[page];
}

/**
 * scr_page_layout_page_at:
 * @layout: a layout with at least one page
 * @y: pixels from the top of the whole
 *
 * Returns: the last page that begins at or above @y, the first if there is none
 */
guint
scr_page_layout_page_at (ScrPageLayout *layout, double y)
{
  guint low = 0, high = layout->n_pages;

  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (layout->tops[middle] <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * scr_page_layout_main_page:
 * @layout: a layout with at least one page
 * @top: where the viewport begins, in pixels of the whole
 * @height: the viewport's height
 *
 * The page a reader would say they are on.
 *
 * Returns: the page of which the viewport shows the most; of equals the first
 */
guint
scr_page_layout_main_page (ScrPageLayout *layout, double top, double height)
{
  guint page = scr_page_layout_page_at (layout, top);
  double most = -1;
  guint best = page;

  for (; page < layout->n_pages && layout->tops[page] < top + height; page++)
    {
      ScrPageArea area;
      double shown;

      scr_page_layout_get_page (layout, page, &area);
      shown = MIN (area.y + area.height, top + height) - MAX (area.y, top);
      if (shown > most + 0.5)
        {
          most = shown;
          best = page;
        }
    }
  return best;
}

/**
 * scr_page_layout_fit_width:
 * @layout: a layout
 * @width: the viewport's width in pixels
 *
 * Returns: the scale at which the widest page and its margins fill @width
 */
double
scr_page_layout_fit_width (ScrPageLayout *layout, int width)
{
  return MAX (1, width - 2 * SCR_PAGE_LAYOUT_MARGIN) / MAX (MIN_SIDE, layout->largest.width);
}

/**
 * scr_page_layout_fit_page:
 * @layout: a layout
 * @width: the viewport's width in pixels
 * @height: the viewport's height in pixels
 *
 * Returns: the scale at which every page fits whole
 */
double
scr_page_layout_fit_page (ScrPageLayout *layout, int width, int height)
{
  double down = MAX (1, height - 2 * SCR_PAGE_LAYOUT_MARGIN) / MAX (MIN_SIDE, layout->largest.height);

  return MIN (scr_page_layout_fit_width (layout, width), down);
}

/**
 * scr_page_layout_get_anchor:
 * @layout: a layout with at least one page
 * @x: the viewport's left edge, in pixels of the whole
 * @y: the viewport's top edge
 * @at_x: the point to hold fast, from the viewport's left
 * @at_y: and from its top
 * @anchor: (out): what is shown at that point
 */
void
scr_page_layout_get_anchor (ScrPageLayout *layout,
                            double x,
                            double y,
                            double at_x,
                            double at_y,
                            ScrPageAnchor *anchor)
{
  ScrPageArea area;
  double down;

  anchor->page = scr_page_layout_page_at (layout, y + at_y);
  scr_page_layout_get_page (layout, anchor->page, &area);
  down = CLAMP (y + at_y, area.y, area.y + area.height);
  anchor->across = (x + at_x - area.x) / area.width;
  anchor->down = (down - area.y) / area.height;
  anchor->beyond = y + at_y - down;
  anchor->at_x = at_x;
  anchor->at_y = at_y;
}

/**
 * scr_page_layout_find_anchor:
 * @layout: a layout with at least one page, perhaps of other sizes than the anchor's
 * @anchor: what to show
 * @x: (out): the viewport's left edge that shows it
 * @y: (out): the viewport's top edge that shows it
 */
void
scr_page_layout_find_anchor (ScrPageLayout *layout, const ScrPageAnchor *anchor, double *x, double *y)
{
  ScrPageArea area;
  gboolean gone = anchor->page >= layout->n_pages;

  scr_page_layout_get_page (layout, gone ? layout->n_pages - 1 : anchor->page, &area);
  *x = area.x + anchor->across * area.width - anchor->at_x;
  *y = area.y + (gone ? area.height : anchor->down * area.height + anchor->beyond) - anchor->at_y;
}
