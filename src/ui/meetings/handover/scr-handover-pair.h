/* ScrHandoverPair - the old beside the new: the two meetings that a handover joins, or the roles that end and
 * begin.
 *
 * Two cards, one under the other where there is too little width. Each opens what it shows; what is missing
 * is chosen or made there. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-handover.h"

G_BEGIN_DECLS

#define SCR_TYPE_HANDOVER_PAIR (scr_handover_pair_get_type ())
G_DECLARE_FINAL_TYPE (ScrHandoverPair, scr_handover_pair, SCR, HANDOVER_PAIR, AdwBin)

GtkWidget *scr_handover_pair_new (ScrContext *context, const char *old_field, const char *new_field);
void scr_handover_pair_show (ScrHandoverPair *self, ScrItem *handover, const ScrHandover *told);

G_END_DECLS
