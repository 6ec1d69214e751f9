/* Handovers: making one, its two meetings, and its list of what must not be forgotten.
 *
 * Each is one labelled change. On failure nothing is altered and the error says why in a plain sentence.
 * Tasks are moved by scr_command_move(). Main thread, with the thread's own store.
 */
#pragma once

#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

ScrItem *scr_command_make_handover (ScrStore *store,
                                    const char *partnership,
                                    ScrItem *last_meeting,
                                    ScrItem *first_meeting,
                                    GError **error);
ScrItem *
scr_command_make_handover_meeting (ScrStore *store, ScrItem *handover, const char *field, GError **error);
gboolean scr_command_choose_for_handover (ScrStore *store,
                                          ScrItem *handover,
                                          const char *field,
                                          ScrItem *chosen,
                                          GError **error);
ScrItem *
scr_command_add_handover_task (ScrStore *store, ScrItem *handover, const char *title, GError **error);
gboolean scr_command_tick_handover_task (ScrStore *store, ScrItem *task, gboolean done, GError **error);

G_END_DECLS
