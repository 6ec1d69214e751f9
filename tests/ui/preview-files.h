/* PDF files for the tests of the preview. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *preview_files_make (const char *folder, const char *name, guint n_pages, const char *words);
char *preview_files_make_bytes (const char *folder, const char *name, const char *bytes, gssize length);

G_END_DECLS
