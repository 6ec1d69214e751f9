/* Agendas for tests, written as text: one item a word, "id:minutes", a dot before it for each level. */
#pragma once

#include "scr-agenda.h"

G_BEGIN_DECLS

ScrAgenda *maker_agenda (const char *text, const ScrAgendaFrame *frame);
ScrAgenda *maker_agenda_random (GRand *random, guint n, gboolean hostile);
char *maker_agenda_dup_text (const ScrAgenda *agenda);
void maker_agenda_check (const ScrAgenda *agenda);

G_END_DECLS
