/* ScrCatalogue - a compiled message catalogue (.mo) in memory.
 *
 * Always holds: every text lies within the file, ends in NUL and is UTF-8, and the originals are sorted. A
 * file for which that is not so is refused. Immutable; any thread. Texts live as long as the catalogue.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ScrCatalogue ScrCatalogue;

ScrCatalogue *scr_catalogue_new (GBytes *bytes);
void scr_catalogue_free (ScrCatalogue *self);

const char *scr_catalogue_lookup (const ScrCatalogue *self, const char *context, const char *message);
const char *scr_catalogue_lookup_plural (const ScrCatalogue *self, const char *message, gulong n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrCatalogue, scr_catalogue_free)

G_END_DECLS
