/* What people decide about gaps in who answers to whom: accept, give an owner and a due day, close, open
 * again.
 *
 * Each is one labelled change. A gap that a rule found, and nobody kept yet, is kept by the same change: it
 * is tied to the rule and to what it is about, so that it is not listed twice. On failure nothing is altered
 * and the error says why in a plain sentence. Main thread, with the thread's own store.
 */
#pragma once

#include "scr-error.h"
#include "scr-gaps.h"
#include "scr-store.h"

G_BEGIN_DECLS

ScrItem *scr_command_accept_gap (ScrStore *store, const ScrGapFound *gap, const char *reason, GError **error);
ScrItem *scr_command_assign_gap (ScrStore *store,
                                 const ScrGapFound *gap,
                                 const char *owner,
                                 const char *due,
                                 GError **error);
ScrItem *
scr_command_close_gap (ScrStore *store, const ScrGapFound *gap, const char *resolution, GError **error);
ScrItem *scr_command_reopen_gap (ScrStore *store, const ScrGapFound *gap, GError **error);

G_END_DECLS
