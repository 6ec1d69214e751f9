/* Identities of items: random UUIDs, so that two copies of a record merge; shipped vocabulary has readable ones. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *scr_identity_new (void);
char *scr_identity_from_name (const char *name);
gboolean scr_identity_is_valid (const char *id);

G_END_DECLS
