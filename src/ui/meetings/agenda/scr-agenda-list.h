/* ScrAgendaList - the agenda of a meeting or of a template: heading with totals, rows, a line to add to it.
 *
 * Rows are dragged, moved by Ctrl and arrows or by menu, renamed by F2; purpose, lead, minutes and what an
 * item is about are set in a small popover. Approved minutes lock it. Follows the record. Main thread.
 * Signal: "item-selected" (ScrItem *, nullable).
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_AGENDA_LIST (scr_agenda_list_get_type ())
G_DECLARE_FINAL_TYPE (ScrAgendaList, scr_agenda_list, SCR, AGENDA_LIST, GtkBox)

GtkWidget *scr_agenda_list_new (ScrContext *context);
void scr_agenda_list_set_meeting (ScrAgendaList *self, ScrItem *meeting);
void scr_agenda_list_set_narrow (ScrAgendaList *self, gboolean narrow);
void scr_agenda_list_select (ScrAgendaList *self, const char *id);
void scr_agenda_list_begin_adding (ScrAgendaList *self);

G_END_DECLS
