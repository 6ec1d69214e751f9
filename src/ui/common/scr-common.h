/* What the shared widgets need before the first of them is made: their resources and style. Main thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void scr_common_ensure (void);
gboolean scr_common_add_style (const char *resource);

G_END_DECLS
