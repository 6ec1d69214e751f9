/* The pictures of the pages that are in sight.
 *
 * An array of ScrPagePicture, each a child of the same widget. Always holds: the array and the widget's
 * children are in order of their pages, so that assistive technology reads them so. Main thread.
 */
#include "config.h"

#include "scr-page-pictures.h"

static void
remove_picture (gpointer picture)
{
  gtk_widget_unparent (picture);
}

/**
 * scr_page_pictures_new:
 *
 * Returns: (transfer full): no pictures; those that leave it leave their parent too
 */
GPtrArray *
scr_page_pictures_new (void)
{
  return g_ptr_array_new_with_free_func (remove_picture);
}

/**
 * scr_page_pictures_find:
 * @pictures: pictures
 * @page: index from 0
 * @place: (out) (optional): where in the array it is or would be
 *
 * Returns: (transfer none) (nullable): the picture of @page, or %NULL
 */
ScrPagePicture *
scr_page_pictures_find (GPtrArray *pictures, guint page, guint *place)
{
  ScrPagePicture *found = NULL;
  guint i;

  for (i = 0; i < pictures->len && found == NULL; i++)
    {
      ScrPagePicture *picture = g_ptr_array_index (pictures, i);

      if (scr_page_picture_get_page (picture) > page)
        break;
      if (scr_page_picture_get_page (picture) == page)
        found = picture;
    }
  if (place != NULL)
    *place = found != NULL ? i - 1 : i;
  return found;
}

/**
 * scr_page_pictures_insert:
 * @pictures: pictures
 * @picture: (transfer floating): the picture of a page of which there is none yet
 * @parent: the widget that shows them
 */
void
scr_page_pictures_insert (GPtrArray *pictures, ScrPagePicture *picture, GtkWidget *parent)
{
  guint place;

  g_return_if_fail (scr_page_pictures_find (pictures, scr_page_picture_get_page (picture), &place) == NULL);

  gtk_widget_insert_before (GTK_WIDGET (picture), parent,
                            place < pictures->len ? g_ptr_array_index (pictures, place) : NULL);
  g_ptr_array_insert (pictures, (int)place, picture);
}

/**
 * scr_page_pictures_keep:
 * @pictures: pictures
 * @first: index of a page, from 0
 * @last: index of a page
 *
 * Removes every picture of a page before @first or after @last.
 */
void
scr_page_pictures_keep (GPtrArray *pictures, guint first, guint last)
{
  for (guint i = pictures->len; i > 0; i--)
    {
      guint page = scr_page_picture_get_page (g_ptr_array_index (pictures, i - 1));

      if (page < first || page > last)
        g_ptr_array_remove_index (pictures, i - 1);
    }
}

/**
 * scr_page_pictures_are:
 * @pictures: pictures
 * @first: index of a page, from 0
 * @last: index of a page
 *
 * Returns: whether there is a picture of each page from @first to @last, and no other
 */
gboolean
scr_page_pictures_are (GPtrArray *pictures, guint first, guint last)
{
  return pictures->len == last - first + 1
         && scr_page_picture_get_page (g_ptr_array_index (pictures, 0)) == first
         && scr_page_picture_get_page (g_ptr_array_index (pictures, pictures->len - 1)) == last;
}
