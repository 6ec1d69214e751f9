/* What people do with the minutes of a meeting: note what came of an item, approve, correct, and put what is
 * still open on the next agenda.
 *
 * Each is one labelled change. On failure nothing is altered and the error says why in a plain sentence.
 * Minutes that are approved refuse whatever alters them (scr-minutes-lock). Main thread, with the thread's
 * own store.
 */
#pragma once

#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

gboolean
scr_command_write_minutes (ScrStore *store, ScrItem *of, const char *text, gboolean typing, GError **error);
ScrItem *scr_command_minute_decision (ScrStore *store,
                                      ScrItem *meeting,
                                      const char *agenda_item,
                                      const char *words,
                                      GError **error);
ScrItem *scr_command_minute_action (ScrStore *store,
                                    ScrItem *meeting,
                                    const char *agenda_item,
                                    const char *words,
                                    const char *owner,
                                    const char *due,
                                    GError **error);
ScrItem *scr_command_minute_evidence (ScrStore *store,
                                      ScrItem *meeting,
                                      const char *agenda_item,
                                      const char *words,
                                      GError **error);
gboolean scr_command_approve_minutes (ScrStore *store,
                                      ScrItem *meeting,
                                      const char *day,
                                      const char *by,
                                      GError **error);
gboolean scr_command_begin_correction (ScrStore *store, ScrItem *meeting, const char *reason, GError **error);
gboolean scr_command_discard_correction (ScrStore *store, ScrItem *meeting, GError **error);
gboolean scr_command_write_shipped_versions (ScrStore *store, GError **error);
const char *scr_command_get_matters_arising_title (void);
ScrItem *scr_command_add_matters_arising (ScrStore *store, ScrItem *meeting, GError **error);

G_END_DECLS
