/* Writing a document as a PDF that everyone can read: tagged in reading order, with its language and title
 * set, bookmarks, links, and figures told in words.
 *
 * Nothing is owned beyond a call. Any thread: each call has its own fonts. A document may be written by one
 * thread while nothing alters it.
 */
#pragma once

#include "scr-document.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ScrPdfProgressFunc:
 * @page: pages drawn so far
 * @n_pages: pages in all
 * @user_data: what was given
 *
 * Called on the thread that writes, once pages are known and after each.
 */
typedef void (*ScrPdfProgressFunc) (guint page, guint n_pages, gpointer user_data);

GBytes *scr_pdf_render (ScrDocument *document,
                        ScrPdfProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error);
gboolean scr_pdf_write (ScrDocument *document,
                        const char *path,
                        ScrPdfProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error);
gboolean scr_pdf_save (GBytes *pdf, const char *path, GError **error);

G_END_DECLS
