/* What the files of ScrAgendaList share. */
#pragma once

#include "scr-agenda-card.h"
#include "scr-agenda-list.h"

G_BEGIN_DECLS

struct _ScrAgendaList
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrStore *store;  /* (nullable) */
  ScrItem *meeting; /* (nullable): or a template */
  ScrAgendaRows *rows;
  GtkWidget *total, *add, *add_words, *more;
  GtkWidget *frame, *card, *adder, *field;
  GtkWidget *empty, *empty_text, *templates, *first, *backlog;
  GSimpleActionGroup *actions;
  char *beside; /* (nullable): identity of the item beside which the next one is added */
  gboolean inside;
  gboolean editable;
  gboolean refreshing;
};

/* scr-agenda-list-actions.c */
void scr_agenda_list_add_actions (ScrAgendaList *self);
void scr_agenda_list_update_actions (ScrAgendaList *self);
void scr_agenda_list_popup_menu (ScrAgendaList *self, double x, double y);
void scr_agenda_list_popup_quick (ScrAgendaList *self, ScrAgendaEntry *entry, const char *field);

/* scr-agenda-list-more.c */
GtkWidget *scr_agenda_list_make_more (ScrAgendaList *self);
void scr_agenda_list_append_templates (ScrAgendaList *self, GMenu *menu);
void scr_agenda_list_append_backlog (ScrAgendaList *self, GMenu *menu);
void scr_agenda_list_add_more_actions (ScrAgendaList *self);
void scr_agenda_list_carry (ScrAgendaList *self, ScrItem *item);
void scr_agenda_list_add_papers (ScrAgendaList *self, ScrItem *item);

/* scr-agenda-list.c */
void scr_agenda_list_finish (ScrAgendaList *self, ScrItem *made, const GError *error);
void scr_agenda_list_show_adder (ScrAgendaList *self, ScrItem *beside, gboolean inside);

G_END_DECLS
