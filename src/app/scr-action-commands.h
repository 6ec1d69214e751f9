/* What people do with actions: make one, move it to another state.
 *
 * Each is one labelled change. On failure nothing is altered and the error says why in a plain sentence. Main
 * thread, with the thread's own store.
 */
#pragma once

#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

ScrItem *scr_command_add_action (ScrStore *store,
                                 const char *title,
                                 const char *partnership,
                                 const char *state,
                                 GError **error);
gboolean scr_command_set_action_state (ScrStore *store, ScrItem *action, const char *state, GError **error);

G_END_DECLS
