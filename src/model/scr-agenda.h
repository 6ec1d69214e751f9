/* ScrAgenda - the agenda of a meeting, or of a template: its items in order, numbered, with their times.
 *
 * Where it comes from: issue 4, "Agenda" (nested to three levels, numbered, clock times run on from the
 * start, overrun in words). A plain value made from plain values or read from a source; it writes nothing.
 * The source's thread.
 *
 * Always holds, whatever the record says (another copy's `under` may go round in a circle, or to an item that
 * is gone or belongs to another meeting): every item stands in it exactly once; no level is above
 * SCR_AGENDA_LEVELS - 1. An item without a whole stands at the top; a circle is opened at the member that
 * comes first; what lies too deep stands beside what it is part of. Parts follow their whole, with nothing
 * else between them; siblings stand by `position`, then by identity.
 *
 * An item takes the sum of its parts, or its own minutes where those are more: its parts begin when it
 * begins, and what is left of its own time follows them. Clock texts are those of the meeting's place: after
 * a change of clocks within a meeting they run on from the new time.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

#define SCR_AGENDA_LEVELS 3

/* An item as it is kept. Strings are borrowed while an agenda is made of it. */
typedef struct
{
  const char *id;
  const char *under;    /* (nullable) */
  const char *position; /* (nullable) */
  int minutes;          /* -1: not said */
} ScrAgendaPart;

/* When the meeting is. */
typedef struct
{
  const char *day;   /* (nullable) */
  const char *start; /* (nullable): "14:00" */
  const char *zone;  /* (nullable): of its place */
  int length;        /* in minutes; -1: not said */
} ScrAgendaFrame;

typedef struct
{
  char *id;
  ScrItem *item;    /* (nullable): where the agenda was read from a source */
  char *under;      /* (nullable): as it is kept; `parent` is what holds */
  char *position;   /* (nullable): its key among its siblings */
  guint level;      /* 0 to 2 */
  char *number;     /* "2.1" */
  int parent;       /* the row that it is part of, -1 at the top */
  guint n_parts;    /* rows that are directly part of it */
  guint n_below;    /* all rows that are part of it: they follow at once */
  int own;          /* its own minutes, -1: not said */
  int minutes;      /* that it takes with its parts */
  int from;         /* minutes after the start of the meeting at which it begins */
  char *start;      /* (nullable): "14:15", %NULL where the meeting has no time */
  int days;         /* days after the meeting's day on which it begins: 1 after midnight */
  gboolean is_late; /* begins when the meeting is over; an item without minutes may stand at the very end */
} ScrAgendaRow;

typedef struct
{
  GPtrArray *rows; /* (element-type ScrAgendaRow) */
  guint n_top;     /* items at the top level */
  int total;       /* minutes of all of them */
  int length;      /* of the meeting, -1: not said */
  char *end;       /* (nullable): "16:00", when the meeting ends by its length */
  int first_late;  /* the row before which the meeting ends, -1 if none is late */
  guint n_unfit;   /* items that do not fit, whole or in part: the smallest, so no item and its part */
  int over;        /* minutes by which the agenda is longer than the meeting, 0 if it fits */

  char *day, *begin, *zone; /* (nullable): the frame, for what is made from this */
} ScrAgenda;

ScrAgenda *scr_agenda_new (ScrSource *source, ScrItem *owner);
ScrAgenda *scr_agenda_new_from_parts (const ScrAgendaPart *parts, guint n_parts, const ScrAgendaFrame *frame);
ScrAgenda *scr_agenda_new_reordered (const ScrAgenda *self, const guint *order, const guint *levels);
void scr_agenda_free (ScrAgenda *self);

const ScrAgendaRow *scr_agenda_get_row (const ScrAgenda *self, guint index);
int scr_agenda_find (const ScrAgenda *self, const char *id);
const char *scr_agenda_get_owner_field (const ScrKind *item_kind);
const char *scr_agenda_get_item_kind (const ScrKind *owner_kind);

/* In words: scr-agenda-words.c */
char *scr_agenda_dup_total (const ScrAgenda *self, const ScrLanguage *language);
char *scr_agenda_dup_end (const ScrAgenda *self, const ScrLanguage *language);
char *scr_agenda_dup_overrun (const ScrAgenda *self, const ScrLanguage *language);
char *scr_agenda_dup_start (const ScrAgendaRow *row, const ScrLanguage *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrAgenda, scr_agenda_free)

G_END_DECLS
