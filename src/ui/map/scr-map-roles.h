/* ScrMapRoles - the role card: what chair and scrutineer each do and do not do.
 *
 * A column for each role of which the record says so (kind "role_trait"), one under the other where it is narrow; it
 * follows the record. Each row opens its thing. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_MAP_ROLES (scr_map_roles_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapRoles, scr_map_roles, SCR, MAP_ROLES, AdwBin)

GtkWidget *scr_map_roles_new (ScrContext *context);
guint scr_map_roles_get_n_roles (ScrMapRoles *self);
GtkWindow *scr_map_roles_present (ScrContext *context, GtkWidget *parent);

G_END_DECLS
