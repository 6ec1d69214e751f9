/* ScrHandoverPage - how the old arrangement hands over to the new: the two meetings that are joined, the
 * roles that end and begin, room plan and symbolic acts, knowledge to keep, and what must not be forgotten.
 *
 * Without a handover it lists those that there are, and offers to make one. Follows the record. Main thread.
 * Signal: "back": the person leaves the page.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_HANDOVER_PAGE (scr_handover_page_get_type ())
G_DECLARE_FINAL_TYPE (ScrHandoverPage, scr_handover_page, SCR, HANDOVER_PAGE, AdwBin)

GtkWidget *scr_handover_page_new (ScrContext *context);
void scr_handover_page_show (ScrHandoverPage *self, ScrItem *handover);
void scr_handover_page_make (ScrHandoverPage *self);
ScrItem *scr_handover_page_get_handover (ScrHandoverPage *self);

G_END_DECLS
