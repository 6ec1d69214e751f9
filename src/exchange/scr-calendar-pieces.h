/* ScrCalendarPieces - a calendar file cut into its events and time zones, one after the other.
 *
 * Trusts nothing: lines, components, nesting and the whole file have limits; what breaks one is told and
 * passed over, and reading goes on with the next component. Memory holds one component at a time. One thread.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  SCR_PIECE_END,      /* nothing follows */
  SCR_PIECE_EVENT,    /* `text` is a whole VEVENT, without what is nested in it */
  SCR_PIECE_ZONE,     /* `text` is a whole VTIMEZONE */
  SCR_PIECE_PROPERTY, /* `text` is a line of the calendar itself */
  SCR_PIECE_IGNORED,  /* a component of another kind: `text` is its name */
  SCR_PIECE_BAD, /* an event that cannot be read, or worse: `why` says so; `text` is what there is of it */
} ScrPieceType;

typedef struct
{
  ScrPieceType type;
  guint line;       /* on which it begins, from 1 */
  const char *text; /* UTF-8 with lines as they were; until the next piece is asked for */
  const char *why;  /* a sentence, only of SCR_PIECE_BAD */
} ScrPiece;

typedef struct _ScrCalendarPieces ScrCalendarPieces;

ScrCalendarPieces *scr_calendar_pieces_new (GInputStream *stream, GCancellable *cancellable, GError **error);
void scr_calendar_pieces_free (ScrCalendarPieces *self);

gboolean scr_calendar_pieces_next (ScrCalendarPieces *self,
                                   ScrPiece *piece,
                                   GCancellable *cancellable,
                                   GError **error);
guint64 scr_calendar_pieces_get_n_bytes (const ScrCalendarPieces *self);
gboolean scr_calendar_pieces_is_calendar (const ScrCalendarPieces *self);
gboolean scr_calendar_pieces_is_recoded (const ScrCalendarPieces *self);
gboolean scr_calendar_pieces_has_nul (const ScrCalendarPieces *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrCalendarPieces, scr_calendar_pieces_free)

G_END_DECLS
