/* CommonMark into a document's blocks, or into one text. cmark reads it; raw HTML and pictures' files are
 * left out. */
#pragma once

#include "scr-document.h"

G_BEGIN_DECLS

void scr_markdown_add (ScrDocument *document, const char *markdown, guint level);
ScrText *scr_markdown_to_text (const char *markdown);

G_END_DECLS
