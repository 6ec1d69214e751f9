/* ScrLayout - a document laid out on pages.
 *
 * Owns its style, its lines and its pages; borrows the document, which must outlive it and not change.
 * Nothing is laid out twice: page numbers in the contents are written when the pages are drawn. One thread.
 */
#pragma once

#include "scr-flow.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ScrLayout ScrLayout;

ScrLayout *scr_layout_new (const ScrDocument *document, GCancellable *cancellable, GError **error);
void scr_layout_free (ScrLayout *self);

const ScrDocument *scr_layout_get_document (const ScrLayout *self);
const ScrStyle *scr_layout_get_style (const ScrLayout *self);
guint scr_layout_get_n_pages (const ScrLayout *self);
const ScrPage *scr_layout_get_page (const ScrLayout *self, guint index);
guint scr_layout_find_page (const ScrLayout *self, const ScrBlock *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrLayout, scr_layout_free)

G_END_DECLS
