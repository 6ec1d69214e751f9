/* Pages onto a cairo PDF surface, with tags, links and outline; then finished and saved. See the header. */
#include "config.h"

#include "scr-pdf.h"

#include "scr-error.h"
#include "scr-layout.h"
#include "scr-pdf-finish.h"
#include "scr-pdf-page.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

static cairo_status_t
append_data (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static const char *
get_title (const ScrDocument *document)
{
  const char *title = scr_document_get_title (document);

  /* A file without a title is announced by its name, which says nothing. */
  return title != NULL ? title : scr_tr (scr_document_get_language (document), "Report");
}

static char *
dup_created (const ScrDocument *document)
{
  g_autoptr (GDateTime) now = NULL;

  if (scr_document_get_created (document) != NULL)
    return g_strdup (scr_document_get_created (document));
  now = g_date_time_new_now_utc ();
  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (cairo_surface_t *surface, const ScrPdfInfo *info)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  if (info->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  if (info->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, info->creator);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, info->created);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, info->created);
}

/* The headings as bookmarks, nested by their levels. */
static void
add_outline (cairo_surface_t *surface, const ScrLayout *layout)
{
  const GPtrArray *headings = scr_document_get_headings (scr_layout_get_document (layout));
  int parents[4]
      = {CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT};

  for (guint i = 0; i < headings->len; i++)
    {
      const ScrBlock *heading = g_ptr_array_index (headings, i);
      g_autofree char *words = scr_text_dup_readable (heading->text);
      g_autofree char *target = g_strdup_printf ("dest='%s'", heading->anchor);
      int added;

      if ((heading->flags & SCR_HEADING_UNLISTED) != 0 || *words == '\0')
        continue;
      added = cairo_pdf_surface_add_outline (surface, parents[heading->level - 1], words, target,
                                             heading->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint level = heading->level; level < G_N_ELEMENTS (parents); level++)
        parents[level] = added;
    }
}

static gboolean
fail_cancelled (GError **error)
{
  g_set_error_literal (error, SCR_ERROR, SCR_ERROR_CANCELLED, _ ("The report was cancelled."));
  return FALSE;
}

static gboolean
draw_pages (cairo_surface_t *surface,
            const ScrLayout *layout,
            GArray *marks,
            ScrPdfProgressFunc progress,
            gpointer user_data,
            GCancellable *cancellable,
            GError **error)
{
  ScrPdfPainter *painter = scr_pdf_painter_new (surface, layout, marks);
  guint n_pages = scr_layout_get_n_pages (layout);
  gboolean is_complete = TRUE;

  if (progress != NULL)
    progress (0, n_pages, user_data);
  for (guint i = 0; i < n_pages && is_complete; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        is_complete = fail_cancelled (error);
      else
        {
          scr_pdf_painter_draw_page (painter, i);
          if (progress != NULL)
            progress (i + 1, n_pages, user_data);
        }
    }
  scr_pdf_painter_free (painter);
  return is_complete;
}

static void
clear_mark (gpointer data)
{
  ScrPdfMark *mark = data;

  g_free (mark->words);
}

/* Draws the document. The result is tagged as far as cairo can. */
static GBytes *
draw (const ScrLayout *layout,
      const ScrPdfInfo *info,
      GArray *marks,
      ScrPdfProgressFunc progress,
      gpointer user_data,
      GCancellable *cancellable,
      GError **error)
{
  const ScrSheet *sheet = &scr_layout_get_style (layout)->sheet;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (append_data, data, sheet->width, sheet->height);
  gboolean is_complete;
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_metadata (surface, info);
  is_complete = draw_pages (surface, layout, marks, progress, user_data, cancellable, error);
  if (is_complete)
    add_outline (surface, layout);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (!is_complete)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("The report could not be drawn: %s."),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

/**
 * scr_pdf_render:
 * @document: a document that nothing alters meanwhile
 * @progress: (nullable): told of each page
 * @user_data: for @progress
 * @cancellable: (nullable): ends it between pages
 * @error: return location: #SCR_ERROR_CANCELLED or #SCR_ERROR_FAILED
 *
 * Returns: (transfer full) (nullable): the PDF
 */
GBytes *
scr_pdf_render (ScrDocument *document,
                ScrPdfProgressFunc progress,
                gpointer user_data,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (ScrLayout) layout = NULL;
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (ScrPdfMark));
  g_autoptr (GBytes) drawn = NULL;
  g_autofree char *created = NULL;
  ScrPdfInfo info;

  g_return_val_if_fail (document != NULL, NULL);

  layout = scr_layout_new (document, cancellable, error);
  if (layout == NULL)
    return NULL;
  g_array_set_clear_func (marks, clear_mark);
  created = dup_created (document);
  info = (ScrPdfInfo) {
      .title = get_title (document),
      .language = scr_document_get_language_code (document),
      .author = scr_document_get_author (document),
      .subject = scr_document_get_subtitle (document),
      .created = created,
      .creator = "Scrutiny " SCR_VERSION,
      .marks = marks,
  };
  drawn = draw (layout, &info, marks, progress, user_data, cancellable, error);
  if (drawn == NULL)
    return NULL;
  /* The lines are not needed any more: make room for what follows. */
  g_clear_pointer (&layout, scr_layout_free);
  return scr_pdf_finish (drawn, &info, cancellable, error);
}

static void
set_save_error (GError **error, const GError *cause, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *shown_folder = g_filename_display_name (folder);

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, SCR_ERROR, SCR_ERROR_DISK_FULL, _ ("There is no room left on the disk for “%s”."),
                 name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, SCR_ERROR, SCR_ERROR_NOT_FOUND, _ ("There is no folder “%s” to write to."),
                 shown_folder);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM)
           || g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, SCR_ERROR, SCR_ERROR_READ_ONLY, _ ("You may not write “%s” in the folder “%s”."),
                 name, shown_folder);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ISDIR))
    g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("“%s” is a folder, not a file."), name);
  else
    g_set_error (error, SCR_ERROR, SCR_ERROR_FAILED, _ ("“%s” could not be written: %s"), name,
                 cause->message);
}

/**
 * scr_pdf_save:
 * @pdf: a PDF
 * @path: where to write it
 * @error: return location, of the domain #SCR_ERROR
 *
 * Writes @pdf beside @path and puts it in its place once it is on the disk: either all of it is there or
 * nothing of it, and what was there before.
 *
 * Returns: whether it was written
 */
gboolean
scr_pdf_save (GBytes *pdf, const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (pdf != NULL && path != NULL, FALSE);

  data = g_bytes_get_data (pdf, &size);
  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    cause = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_ISDIR, "");
  else if (g_file_set_contents_full (path, data, (gssize)size,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                     &cause))
    return TRUE;
  set_save_error (error, cause, path);
  return FALSE;
}

/**
 * scr_pdf_write:
 * @document: a document that nothing alters meanwhile
 * @path: where to write the PDF
 * @progress: (nullable): told of each page
 * @user_data: for @progress
 * @cancellable: (nullable): ends it between pages
 * @error: return location, of the domain #SCR_ERROR
 *
 * Renders and saves. Nothing half-made is left behind, and @path is not touched before all is ready.
 *
 * Returns: whether it was written
 */
gboolean
scr_pdf_write (ScrDocument *document,
               const char *path,
               ScrPdfProgressFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GBytes) pdf = scr_pdf_render (document, progress, user_data, cancellable, error);

  if (pdf == NULL)
    return FALSE;
  if (g_cancellable_is_cancelled (cancellable))
    return fail_cancelled (error);
  return scr_pdf_save (pdf, path, error);
}
