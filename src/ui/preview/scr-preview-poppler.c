/* The questions the preview puts to poppler.
 *
 * Owns nothing. Always holds: no call here is made on two threads with the same document, for poppler does
 * not allow it; ScrPreviewWorker sees to that. Every error is of SCR_ERROR and says in a plain sentence why
 * nothing is shown.
 */
#include "config.h"

#include "scr-preview-poppler.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

#include "scr-error.h"

/* A hostile file may nest bookmarks without end. */
#define MAX_OUTLINE_DEPTH 12
#define MAX_OUTLINE_ITEMS 20000

static void
set_error_from_errno (GError **error, int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("The PDF file is no longer there."));
      break;
    case EACCES:
    case EPERM:
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_UNREADABLE,
                           _ ("You are not allowed to read this PDF file."));
      break;
    default:
      g_set_error (error, SCR_ERROR, SCR_ERROR_UNREADABLE, _ ("The PDF file cannot be read: %s."),
                   g_strerror (number));
      break;
    }
}

/**
 * scr_preview_poppler_open:
 * @path: a file's path
 * @error: return location
 *
 * Opens by descriptor: poppler's own ways of opening crash on no path and fail on a relative one, and hide
 * why.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL with @error of SCR_ERROR
 */
PopplerDocument *
scr_preview_poppler_open (const char *path, GError **error)
{
  g_autoptr (GError) reason = NULL;
  PopplerDocument *document;
  GStatBuf status;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    {
      set_error_from_errno (error, errno);
      return NULL;
    }
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode))
    {
      g_close (fd, NULL);
      set_error_from_errno (error, S_ISDIR (status.st_mode) ? EISDIR : EIO);
      return NULL;
    }

  document = poppler_document_new_from_fd (fd, NULL, &reason);
  if (document == NULL && g_error_matches (reason, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_UNREADABLE, _ ("This PDF is protected by a password."));
  else if (document == NULL)
    g_set_error_literal (error, SCR_ERROR, SCR_ERROR_DAMAGED, _ ("The file is damaged, or it is not a PDF."));
  return document;
}

/* Where a bookmark leads; -1 if to no page of this document. */
static int
find_target (PopplerDocument *document, PopplerAction *action, GArray *sizes, double *top)
{
  PopplerDest *found = NULL, *target;
  int page = -1;

  *top = 0;
  if (action->type != POPPLER_ACTION_GOTO_DEST || action->goto_dest.dest == NULL)
    return -1;

  target = action->goto_dest.dest;
  if (target->type == POPPLER_DEST_NAMED)
    target = found = poppler_document_find_dest (document, target->named_dest);
  if (target != NULL && target->page_num >= 1 && target->page_num <= (int)sizes->len)
    {
      double height;

      page = target->page_num - 1;
      height = g_array_index (sizes, ScrPageSize, page).height;
      if (target->change_top && height > 0)
        *top = CLAMP ((height - target->top) / height, 0, 1);
    }
  g_clear_pointer (&found, poppler_dest_free);
  return page;
}

static void
read_outline (PopplerDocument *document,
              PopplerIndexIter *iter,
              GArray *sizes,
              ScrOutlineItem *parent,
              int depth,
              guint *n_items)
{
  do
    {
      PopplerAction *action = poppler_index_iter_get_action (iter);
      g_autoptr (ScrOutlineItem) item = NULL;
      PopplerIndexIter *below;
      double top;
      int page;

      if (action == NULL)
        continue;
      page = find_target (document, action, sizes, &top);
      item = scr_outline_item_new (action->any.title != NULL ? action->any.title : "", page, top);
      poppler_action_free (action);
      scr_outline_item_add (parent, item);

      below = depth < MAX_OUTLINE_DEPTH ? poppler_index_iter_get_child (iter) : NULL;
      if (below != NULL)
        {
          read_outline (document, below, sizes, item, depth + 1, n_items);
          poppler_index_iter_free (below);
        }
    }
  while (++*n_items < MAX_OUTLINE_ITEMS && poppler_index_iter_next (iter));
}

/**
 * scr_preview_poppler_read:
 * @document: an open document
 * @version: the number of this opening
 * @error: return location
 *
 * Reads the size of every page and the bookmarks, so that the whole can be laid out before any page is drawn.
 *
 * Returns: (transfer full) (nullable): the contents, or %NULL with @error of SCR_ERROR if there is no page
 */
ScrPreviewContents *
scr_preview_poppler_read (PopplerDocument *document, guint version, GError **error)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, TRUE, sizeof (ScrPageSize));
  g_autoptr (ScrOutlineItem) outline = scr_outline_item_new (NULL, -1, 0);
  PopplerIndexIter *iter;
  int n_pages = poppler_document_get_n_pages (document);
  guint n_items = 0;

  if (n_pages < 1)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_DAMAGED, _ ("This PDF has no pages."));
      return NULL;
    }

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      ScrPageSize size = {595, 842}; /* A4 for a page that cannot be read: its place stays */

      if (page != NULL)
        poppler_page_get_size (page, &size.width, &size.height);
      g_clear_object (&page);
      g_array_append_val (sizes, size);
    }

  iter = poppler_index_iter_new (document);
  if (iter != NULL)
    {
      read_outline (document, iter, sizes, outline, 0, &n_items);
      poppler_index_iter_free (iter);
    }
  return scr_preview_contents_new (version, sizes, outline);
}

/* Hands the surface's pixels to a texture, without copying them. */
static GdkTexture *
surface_to_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes
      = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), (gsize)height * stride,
                                    (GDestroyNotify)cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height, GDK_MEMORY_DEFAULT, bytes,
                                 stride);
}

/**
 * scr_preview_poppler_render:
 * @document: an open document
 * @page: index from 0
 * @width: the whole page's width in device pixels
 * @height: and its height
 * @piece: what of it to draw, in device pixels
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the picture, on white; %NULL with @error of SCR_ERROR if there is no
 * such page
 */
GdkTexture *
scr_preview_poppler_render (PopplerDocument *document,
                            guint page,
                            int width,
                            int height,
                            const GdkRectangle *piece,
                            GError **error)
{
  PopplerPage *source = poppler_document_get_page (document, (int)page);
  double points_across, points_down;
  GdkTexture *texture = NULL;
  cairo_surface_t *surface;
  cairo_t *cr;

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, piece->width, piece->height);
  cr = cairo_create (surface);
  if (source != NULL)
    {
      poppler_page_get_size (source, &points_across, &points_down);
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_translate (cr, -piece->x, -piece->y);
      cairo_scale (cr, width / MAX (points_across, 1), height / MAX (points_down, 1));
      poppler_page_render (source, cr);
    }
  if (source != NULL && cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    texture = surface_to_texture (surface);
  else
    g_set_error (error, SCR_ERROR, SCR_ERROR_DAMAGED, _ ("Page %u cannot be shown."), page + 1);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_clear_object (&source);
  return texture;
}

/**
 * scr_preview_poppler_text:
 * @document: an open document
 * @page: index from 0
 *
 * Returns: (transfer full): the page's words in reading order, with single spaces between them
 */
char *
scr_preview_poppler_text (PopplerDocument *document, guint page)
{
  PopplerPage *source = poppler_document_get_page (document, (int)page);
  g_autofree char *raw = source != NULL ? poppler_page_get_text (source) : NULL;
  GString *text = g_string_new (NULL);
  gboolean space = FALSE;

  g_clear_object (&source);
  if (raw == NULL || !g_utf8_validate (raw, -1, NULL))
    return g_string_free (text, FALSE);
  for (const char *p = raw; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = text->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (text, ' ');
      space = FALSE;
      g_string_append_unichar (text, c);
    }
  return g_string_free (text, FALSE);
}

/**
 * scr_preview_poppler_search:
 * @document: an open document
 * @page: index from 0
 * @text: words to find, whatever their case and accents, also over a line's end
 *
 * Returns: (transfer full): the places, each a #ScrPageMatch, in reading order
 */
GArray *
scr_preview_poppler_search (PopplerDocument *document, guint page, const char *text)
{
  PopplerPage *source = poppler_document_get_page (document, (int)page);
  GArray *matches = g_array_new (FALSE, TRUE, sizeof (ScrPageMatch));
  double width, height;
  gboolean continued = FALSE;
  guint match = 0;
  GList *found;

  if (source == NULL)
    return matches;
  poppler_page_get_size (source, &width, &height);
  width = MAX (width, 1);
  height = MAX (height, 1);
  found = poppler_page_find_text_with_options (source, text,
                                               POPPLER_FIND_IGNORE_DIACRITICS | POPPLER_FIND_MULTILINE);
  for (GList *l = found; l != NULL; l = l->next)
    {
      PopplerRectangle *place = l->data;
      ScrPageMatch one = {.match = match};

      one.area.x = place->x1 / width;
      one.area.y = 1 - place->y2 / height;
      one.area.width = (place->x2 - place->x1) / width;
      one.area.height = (place->y2 - place->y1) / height;
      g_array_append_val (matches, one);
      continued = poppler_rectangle_find_get_match_continued (place);
      if (!continued)
        match++;
    }
  g_list_free_full (found, (GDestroyNotify)poppler_rectangle_free);
  g_clear_object (&source);
  return matches;
}
