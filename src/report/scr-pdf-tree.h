/* The structure tree of a PDF that cairo wrote: what is known of its elements is added, artifacts are taken
 * out, and what a page's end divided is joined again.
 *
 * Owns nothing beyond a call; the thread of its qpdf.
 */
#pragma once

#include "scr-pdf-finish.h"

#include <qpdf/qpdf-c.h>

G_BEGIN_DECLS

gboolean scr_pdf_tree_finish (qpdf_data qpdf, const GArray *marks);

G_END_DECLS
