/* ScrPageView's pictures: which pages have one, and where each is.
 *
 * Always holds: children come and go outside of allocations only; GTK would lose track of the sizes of
 * widgets above. Main thread.
 */
#include "config.h"

#include "scr-page-view-private.h"

#include <glib/gi18n-lib.h>

#include "scr-page-pictures.h"

/* How far one has scrolled, in pixels. */
double
scr_page_view_get_scrolled (ScrPageView *self, GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* The view is one stop for the keyboard: it says which page one is on, and what that page says. */
void
scr_page_view_update_label (ScrPageView *self)
{
  guint n_pages = self->contents != NULL ? scr_preview_contents_get_n_pages (self->contents) : 0;
  ScrPagePicture *picture = scr_page_view_get_picture (self, self->page);
  const char *text = picture != NULL ? scr_page_picture_get_excerpt (picture) : NULL;
  g_autofree char *label = NULL;

  label = n_pages > 0 ? g_strdup_printf (_ ("Page %u of %u"), self->page + 1, n_pages)
                      : g_strdup (_ ("No pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

/* The pages that have pictures: those in sight and one more at each end. */
static void
get_range (ScrPageView *self, guint *first, guint *last)
{
  double top = scr_page_view_get_scrolled (self, GTK_ORIENTATION_VERTICAL);

  *first = scr_page_layout_page_at (self->layout, top);
  *first = *first > 0 ? *first - 1 : 0;
  *last = scr_page_layout_page_at (self->layout, top + self->laid_height);
  *last = MIN (*last + 1, scr_page_layout_get_n_pages (self->layout) - 1);
}

/* Has a picture for each page of the range, and no other. Not to be called amid an allocation. */
void
scr_page_view_renew_pictures (ScrPageView *self)
{
  guint first, last;

  if (self->layout == NULL || self->laid_height == 0)
    return;
  get_range (self, &first, &last);
  scr_page_pictures_keep (self->pictures, first, last);
  for (guint page = first; page <= last; page++)
    {
      ScrPagePicture *picture = scr_page_view_get_picture (self, page);

      if (picture == NULL)
        {
          picture = scr_page_picture_new (self->worker, self->search);
          scr_page_picture_set_page (picture, self->contents, page);
          g_signal_connect_object (picture, "text-read", G_CALLBACK (scr_page_view_update_label), self,
                                   G_CONNECT_SWAPPED);
          scr_page_pictures_insert (self->pictures, picture, GTK_WIDGET (self));
        }
      scr_page_picture_set_page (picture, self->contents, page);
    }
}

static void
place_picture (ScrPageView *self, ScrPagePicture *picture, int width, int height)
{
  double x = scr_page_view_get_scrolled (self, GTK_ORIENTATION_HORIZONTAL),
         y = scr_page_view_get_scrolled (self, GTK_ORIENTATION_VERTICAL);
  GtkAllocation place;
  ScrPageArea area, shown;
  gboolean visible;
  int unused;

  scr_page_layout_get_page (self->layout, scr_page_picture_get_page (picture), &area);
  place = (GtkAllocation) {(int)(area.x - x), (int)(area.y - y), (int)area.width, (int)area.height};
  gtk_widget_measure (GTK_WIDGET (picture), GTK_ORIENTATION_HORIZONTAL, -1, &unused, &unused, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (picture), &place, -1);

  visible = place.y < height && place.y + place.height > 0;
  /* Half a viewport more at each end: there is something to scroll to. */
  shown = (ScrPageArea) {-place.x, -place.y - height * 0.5, width, height * 2};
  scr_page_picture_show (picture, &shown, visible ? SCR_PREVIEW_PRIORITY_VISIBLE : SCR_PREVIEW_PRIORITY_NEAR);
}

/* Amid an allocation. Returns whether the pictures are those of the range. */
gboolean
scr_page_view_place_pictures (ScrPageView *self, int width, int height)
{
  guint first, last;

  for (guint i = 0; i < self->pictures->len; i++)
    place_picture (self, g_ptr_array_index (self->pictures, i), width, height);
  get_range (self, &first, &last);
  return scr_page_pictures_are (self->pictures, first, last);
}
