/* A dialog that asks for an interest: who declares it, in which item of the agenda, what it is, and who left.
 *
 * Adds it as one change. If that does not succeed, the dialog comes again with everything that was entered
 * and the reason. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

GtkWindow *scr_interest_dialog_show (ScrContext *context,
                                     GtkWidget *parent,
                                     ScrItem *meeting,
                                     ScrItem *who,
                                     ScrItem *agenda_item);

G_END_DECLS
