/* One process at a time writes a record: a lock file beside it, held by the kernel as long as the process lives. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _ScrLock ScrLock;

ScrLock *scr_lock_take (const char *path, GError **error);
void scr_lock_free (ScrLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrLock, scr_lock_free)

G_END_DECLS
