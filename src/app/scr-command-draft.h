/* Adding an item whose fields were filled in before it went into the record. Main thread, with the thread's own store. */
#pragma once

#include "scr-store.h"

G_BEGIN_DECLS

ScrItem *scr_command_add_draft (ScrStore *store, ScrItem *draft, GError **error);

G_END_DECLS
