/* What the shared widgets need before the first of them is made: their resources, icons and style. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void scr_common_ensure (void);

G_END_DECLS
