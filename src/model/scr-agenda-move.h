/* Moves within an agenda: where an item comes to stand, and what is to be written for it.
 *
 * A spot is a place for one item and all its parts, which go with it. Always holds: what a spot leads to is
 * an agenda of no more than SCR_AGENDA_LEVELS levels, with the same items, every other one under what it was
 * under. Pure rules over plain values; any thread.
 */
#pragma once

#include "scr-agenda.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_AGENDA_UP, /* before its sibling before; the first part goes to the end of the item before its whole */
  SCR_AGENDA_DOWN, /* after its sibling after; the last part goes to the beginning of the item after its whole
                    */
  SCR_AGENDA_IN,   /* the last part of its sibling before */
  SCR_AGENDA_OUT,  /* after what it is part of */
} ScrAgendaStep;

typedef enum
{
  SCR_AGENDA_BEFORE,
  SCR_AGENDA_AFTER,
  SCR_AGENDA_INSIDE, /* as its last part */
} ScrAgendaSide;

/* Where the item is to stand: under which row, before which of that row's parts. */
typedef struct
{
  int parent; /* a row, -1: the top level */
  int before; /* a row that is part of @parent, -1: after all of them */
} ScrAgendaSpot;

/* What is to be written of one item. */
typedef struct
{
  char *id;
  char *under; /* (nullable): identity of what it is part of from now on */
  char *position;
  gboolean is_moved; /* `under` is to be written too; else only `position` is new */
} ScrAgendaPlacing;

gboolean scr_agenda_find_step (const ScrAgenda *agenda, guint index, ScrAgendaStep step, ScrAgendaSpot *spot);
gboolean scr_agenda_find_beside (const ScrAgenda *agenda,
                                 guint index,
                                 guint other,
                                 ScrAgendaSide side,
                                 ScrAgendaSpot *spot);
gboolean
scr_agenda_find_drop (const ScrAgenda *agenda, guint index, guint gap, guint level, ScrAgendaSpot *spot);
guint scr_agenda_get_spot_level (const ScrAgenda *agenda, const ScrAgendaSpot *spot);
gboolean scr_agenda_is_at (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot);

GPtrArray *scr_agenda_plan_move (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot);
GPtrArray *scr_agenda_plan_keys (const ScrAgenda *agenda, const ScrAgendaSpot *spot, guint n, GStrv *keys);
ScrAgenda *scr_agenda_new_moved (const ScrAgenda *agenda, guint index, const ScrAgendaSpot *spot);

G_END_DECLS
