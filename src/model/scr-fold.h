/* Full-text folding: texts made alike whatever their case, accents and ligatures, for filters and for the
 * search.
 *
 * Whoever compares words compares what scr_fold() gives for both. Pure functions; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *scr_fold (const char *text);
gboolean scr_fold_contains (const char *text, const char *words);
char *scr_fold_to_fts_query (const char *words);

G_END_DECLS
