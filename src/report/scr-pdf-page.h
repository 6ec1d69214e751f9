/* ScrPdfPainter - draws the pages of a layout, one after the other, with tags.
 *
 * Owns its cairo context. Always holds: after the last page, all tags are closed. cairo 1.16 gives letters to
 * an element only if nothing else is within it; so words beside a link have an element of their own, and what
 * goes on over a page's end is closed and begun again, to be joined when the file is finished. One thread,
 * that of the layout.
 */
#pragma once

#include "scr-layout.h"

G_BEGIN_DECLS

typedef struct _ScrPdfPainter ScrPdfPainter;

ScrPdfPainter *scr_pdf_painter_new (cairo_surface_t *surface, const ScrLayout *layout, GArray *marks);
void scr_pdf_painter_free (ScrPdfPainter *self);
void scr_pdf_painter_draw_page (ScrPdfPainter *self, guint index);

G_END_DECLS
