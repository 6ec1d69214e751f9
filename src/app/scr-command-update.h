/* Altering several fields of an item as one change. Main thread, with the thread's own store. */
#pragma once

#include "scr-store.h"

G_BEGIN_DECLS

gboolean scr_command_update (ScrStore *store, ScrItem *item, ScrItem *draft, GError **error);

G_END_DECLS
