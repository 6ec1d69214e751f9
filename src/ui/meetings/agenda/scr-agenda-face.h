/* ScrAgendaFace - one row of an agenda: handle, number, title, what belongs to it, purpose, minutes, start.
 *
 * In one line where there is room; where there is not (a narrow window, large text) what belongs to it, its
 * purpose and its minutes go under the title. Shows an ScrAgendaEntry and follows it; writes nothing. Main
 * thread. Signals: "typed" (const char *title): a title was typed, and Return pressed or the row left;
 *                  "quick" (const char *field): purpose or minutes were pressed.
 */
#pragma once

#include "scr-agenda-rows.h"

G_BEGIN_DECLS

#define SCR_TYPE_AGENDA_FACE (scr_agenda_face_get_type ())
G_DECLARE_FINAL_TYPE (ScrAgendaFace, scr_agenda_face, SCR, AGENDA_FACE, GtkWidget)

/* Pixels by which a level is indented. */
#define SCR_AGENDA_INDENT 30

GtkWidget *scr_agenda_face_new (void);
void scr_agenda_face_set_entry (ScrAgendaFace *self, ScrAgendaEntry *entry);
ScrAgendaEntry *scr_agenda_face_get_entry (ScrAgendaFace *self);
void scr_agenda_face_set_editable (ScrAgendaFace *self, gboolean editable);
void scr_agenda_face_edit_title (ScrAgendaFace *self);
gboolean scr_agenda_face_is_editing (ScrAgendaFace *self);
int scr_agenda_face_get_row_top (ScrAgendaFace *self);
int scr_agenda_face_get_title_x (ScrAgendaFace *self);
GtkWidget *scr_agenda_face_get_button (ScrAgendaFace *self, const char *field);

G_END_DECLS
