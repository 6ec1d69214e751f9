/* ScrDetailsPane - the selected thing: its fields, what it is tied to, its papers, its history.
 *
 * Shows the context's selected item, whatever its kind, and follows it through changes from elsewhere, into the bin and
 * out of it. Close and Esc select nothing. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"
#include "scr-form.h"
#include "scr-history-list.h"
#include "scr-papers.h"
#include "scr-ties.h"

G_BEGIN_DECLS

#define SCR_TYPE_DETAILS_PANE (scr_details_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScrDetailsPane, scr_details_pane, SCR, DETAILS_PANE, AdwBin)

GtkWidget *scr_details_pane_new (ScrContext *context);

ScrForm *scr_details_pane_get_form (ScrDetailsPane *self);
ScrTies *scr_details_pane_get_ties (ScrDetailsPane *self);
ScrPapers *scr_details_pane_get_papers (ScrDetailsPane *self);
ScrHistoryList *scr_details_pane_get_history (ScrDetailsPane *self);
gboolean scr_details_pane_flush (ScrDetailsPane *self);
void scr_details_pane_focus_form (ScrDetailsPane *self);

G_END_DECLS
