/* Copying items of agendas, with their parts, between meetings and templates. For the commands of agendas
 * only. */
#pragma once

#include "scr-agenda-move.h"
#include "scr-store.h"

G_BEGIN_DECLS

/* Where copies go to. */
typedef struct
{
  const char *kind;  /* "agenda_item", "template_item" */
  const char *owner; /* identity of the meeting or template */
  const char *under; /* (nullable): identity of what the first of them is part of */
  gboolean carried;  /* copies say from which item they were carried */
} ScrAgendaTarget;

char *scr_agenda_copy_rows (ScrStore *store,
                            ScrEdit *edit,
                            const ScrAgenda *agenda,
                            guint first,
                            guint n,
                            const ScrAgendaTarget *target,
                            GStrv keys);
void scr_agenda_write_placings (ScrEdit *edit, const char *kind, GPtrArray *placings);
GStrv scr_agenda_make_room (ScrEdit *edit,
                            const ScrAgenda *agenda,
                            const char *kind,
                            const ScrAgendaSpot *spot,
                            guint n);
ScrItem *scr_agenda_get_owner (ScrStore *store, ScrItem *item);
char *scr_agenda_dup_title (ScrStore *store, ScrItem *item);
void
scr_agenda_copy_field (ScrEdit *edit, ScrItem *from, const char *kind, const char *id, const char *field);

G_END_DECLS
