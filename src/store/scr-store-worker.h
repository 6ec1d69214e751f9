/* A large edit written by a thread beside the one whose store the window shows.
 *
 * The thread opens a store of its own with SCR_STORE_WORKER; the store that is shown takes over what was written, tells
 * of it and can undo it, as if it had written it itself. Until then its items and lists are as they were.
 */
#pragma once

#include "scr-store.h"

G_BEGIN_DECLS

const char *scr_store_get_author (ScrStore *self);
ScrChange *scr_store_apply_in_worker (ScrStore *self, const ScrEdit *edit, GCancellable *cancellable, GError **error);
void scr_store_take_over (ScrStore *self, ScrChange *change);

G_END_DECLS
