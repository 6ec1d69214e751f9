/* ScrActionCards - the actions of one state as cards, one under the other: a column of the board.
 *
 * Cards can be dragged; what is dropped on it is told. Main thread.
 * Signals: as ScrOutlineFace, and "dropped" (ScrItem *).
 */
#pragma once

#include "scr-due.h"
#include "scr-outline-face.h"

G_BEGIN_DECLS

#define SCR_TYPE_ACTION_CARDS (scr_action_cards_get_type ())
G_DECLARE_FINAL_TYPE (ScrActionCards, scr_action_cards, SCR, ACTION_CARDS, ScrOutlineFace)

GtkWidget *scr_action_cards_new (const char *state, const char *title);
void scr_action_cards_set_model (ScrActionCards *self,
                                 ScrStore *store,
                                 const ScrDues *dues,
                                 GtkSelectionModel *model);
void scr_action_cards_set_dues (ScrActionCards *self, const ScrDues *dues);

void scr_action_show_due (GtkWidget *pill, const ScrDues *dues, ScrItem *action);

G_END_DECLS
