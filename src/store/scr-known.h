/* Which records were found sound and closed by us since: those need not be read whole when they are opened again. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean scr_known_is_sound (const char *path);
void scr_known_remember (const char *path);

G_END_DECLS
