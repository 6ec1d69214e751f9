/* ScrAgendaCard - the rows of an agenda: selected, dragged to another place and level, renamed.
 *
 * Shows an ScrAgendaRows and tells what a person does; writes nothing. While a row is dragged, all rows tell
 * what would come of it; Esc puts it back. Main thread. Signals: "selected": another row, or none; "moved"
 * (guint row, ScrAgendaSpot *): a row was dropped; "menu" (ScrAgendaEntry *, double x, double y): the menu of
 * a row is wanted there; "typed" (ScrAgendaEntry *, const char *title); "quick" (ScrAgendaEntry *, const char
 * *field); "activated" (ScrAgendaEntry *): Return or a double click.
 */
#pragma once

#include "scr-agenda-move.h"
#include "scr-agenda-rows.h"

G_BEGIN_DECLS

#define SCR_TYPE_AGENDA_CARD (scr_agenda_card_get_type ())
G_DECLARE_FINAL_TYPE (ScrAgendaCard, scr_agenda_card, SCR, AGENDA_CARD, GtkWidget)

GtkWidget *scr_agenda_card_new (ScrAgendaRows *rows);
void scr_agenda_card_set_editable (ScrAgendaCard *self, gboolean editable);
ScrAgendaEntry *scr_agenda_card_get_selected (ScrAgendaCard *self);
gboolean scr_agenda_card_select (ScrAgendaCard *self, const char *id);
void scr_agenda_card_focus (ScrAgendaCard *self, const char *id);
void scr_agenda_card_edit_title (ScrAgendaCard *self, const char *id);
gboolean scr_agenda_card_is_dragging (ScrAgendaCard *self);
GtkWidget *scr_agenda_card_get_face (ScrAgendaCard *self, const char *id);

G_END_DECLS
