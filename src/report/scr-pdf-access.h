/* What a finished PDF offers to those who do not read it with their eyes, as it stands in the file.
 *
 * Read from the file that goes out, not from what was meant to be in it. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean tagged;    /* it has a tree of tags, and says that they are to be used */
  gboolean language;  /* it says in which language it is */
  gboolean title;     /* it has a title, and asks for it to be shown */
  gboolean bookmarks; /* it has bookmarks, or one page only, where there is nowhere to go */
} ScrPdfAccess;

gboolean scr_pdf_access_read (const char *path, ScrPdfAccess *access, GError **error);
gboolean scr_pdf_access_is_whole (const ScrPdfAccess *access);

G_END_DECLS
