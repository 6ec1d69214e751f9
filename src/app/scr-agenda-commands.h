/* Commands of agendas: their items, templates, what is carried forward and what waits in the backlog.
 *
 * Each is one labelled change. An owner is a meeting or an agenda template. An item goes nowhere without its
 * parts. Single fields (purpose, lead, minutes, about) are set by scr_command_set_value(), items deleted by
 * scr_command_bin(), which takes their parts along. The store refuses what would alter approved minutes. Main
 * thread, with the thread's own store.
 */
#pragma once

#include "scr-agenda-move.h"
#include "scr-error.h"
#include "scr-store.h"

G_BEGIN_DECLS

/* Items: scr-agenda-commands.c */
ScrItem *scr_command_add_agenda_item (ScrStore *store,
                                      ScrItem *owner,
                                      const char *title,
                                      ScrItem *beside,
                                      ScrAgendaSide side,
                                      GError **error);
gboolean scr_command_move_agenda_item (ScrStore *store,
                                       const ScrAgenda *agenda,
                                       guint index,
                                       const ScrAgendaSpot *spot,
                                       GError **error);
ScrItem *scr_command_duplicate_agenda_item (ScrStore *store, ScrItem *item, GError **error);

/* Templates and whole agendas: scr-agenda-templates.c */
gboolean scr_command_apply_agenda_template (ScrStore *store,
                                            ScrItem *meeting,
                                            ScrItem *agenda_template,
                                            GError **error);
ScrItem *
scr_command_save_agenda_template (ScrStore *store, ScrItem *meeting, const char *title, GError **error);
ScrItem *scr_command_duplicate_agenda_template (ScrStore *store, ScrItem *agenda_template, GError **error);
ScrItem *scr_command_duplicate_meeting (ScrStore *store, ScrItem *meeting, const char *day, GError **error);
gboolean scr_command_prepare_agenda (ScrStore *store,
                                     ScrEdit *edit,
                                     ScrItem *agenda_template,
                                     const char *meeting_id,
                                     GError **error);

/* From one meeting to another: scr-agenda-carry.c */
ScrItem *scr_command_carry_forward (ScrStore *store, ScrItem *item, ScrItem *meeting, GError **error);
ScrItem *scr_command_carry_to_new_meeting (ScrStore *store, ScrItem *item, const char *day, GError **error);
ScrItem *scr_command_put_on_backlog (ScrStore *store, ScrItem *item, GError **error);
ScrItem *
scr_command_take_from_backlog (ScrStore *store, ScrItem *meeting, ScrItem *backlog_item, GError **error);

/* Papers of an item: scr-agenda-papers.c */
ScrEdit *scr_command_prepare_papers (ScrStore *store, ScrItem *item, GListModel *files, GStrv *ids);

G_END_DECLS
