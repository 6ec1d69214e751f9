/* Icons by name, with those that newer themes lack replaced by our own.
 *
 * Descriptions and choices name icons of adwaita-icon-theme 43; later themes have dropped a few. Pure, any
 * thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *scr_icon_resolve (const char *name);

G_END_DECLS
