/* Who came to a meeting, in what capacity, who stood in for whom, and what interests they declared.
 *
 * Each is one labelled change. People are told by what belongs to the meeting's group (person, appointment or
 * organisation); whoever is recorded already is altered, never recorded twice. On failure nothing is altered
 * and the error says why in a plain sentence. Main thread, with the thread's own store.
 */
#pragma once

#include "scr-attendance.h"
#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

gboolean scr_command_set_attendance (ScrStore *store,
                                     ScrItem *meeting,
                                     ScrItem *who,
                                     const char *state,
                                     GError **error);
gboolean scr_command_set_capacity (ScrStore *store,
                                   ScrItem *meeting,
                                   ScrItem *who,
                                   const char *capacity,
                                   GError **error);
gboolean scr_command_set_substitute (ScrStore *store,
                                     ScrItem *meeting,
                                     ScrItem *who,
                                     ScrItem *substitute,
                                     GError **error);
gboolean scr_command_forget_attendance (ScrStore *store, ScrItem *meeting, ScrItem *who, GError **error);
gboolean scr_command_all_present (ScrStore *store, ScrItem *meeting, GError **error);
gboolean scr_command_add_attendee (ScrStore *store,
                                   ScrItem *meeting,
                                   ScrItem *who,
                                   const char *capacity,
                                   GError **error);
ScrItem *scr_command_add_interest (ScrStore *store, ScrItem *draft, GError **error);

G_END_DECLS
