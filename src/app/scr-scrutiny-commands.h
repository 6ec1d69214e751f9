/* What the scrutineer does at a meeting: plan and ask questions, note answers, tell key messages, raise
 * challenges.
 *
 * Each is one labelled change. On failure nothing is altered and the error says why in a plain sentence. None
 * of it is part of the minutes, so approval locks none of it. Main thread, with the thread's own store.
 */
#pragma once

#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

ScrItem *scr_command_plan_asking (ScrStore *store,
                                  ScrItem *meeting,
                                  const char *question,
                                  const char *priority,
                                  GError **error);
gboolean scr_command_mark_asked (ScrStore *store, ScrItem *asking, gboolean asked, GError **error);
ScrItem *scr_command_record_answer (ScrStore *store,
                                    ScrItem *asking,
                                    const char *words,
                                    const char *judgement,
                                    const char *text,
                                    GError **error);
ScrItem *scr_command_deliver_message (ScrStore *store,
                                      ScrItem *meeting,
                                      const char *agenda_item,
                                      const char *message,
                                      const char *by,
                                      const char *reaction,
                                      GError **error);
ScrItem *scr_command_raise_challenge (ScrStore *store,
                                      ScrItem *meeting,
                                      const char *words,
                                      const char *to,
                                      GError **error);

G_END_DECLS
