/* ScrGaps - the gaps in who answers to whom on a day: those that rules find, and those that people noted,
 * made one.
 *
 * Where it comes from: issue 3, "Gaps". The rules are in scr-gap-rules.h. What a person decided about a gap
 * (accepted with a reason, an owner, a due day, closed) is kept in an item of kind "gap", tied to what a rule
 * finds by its rule and what it is about. A plain value that reads a source and writes nothing; the cost is
 * linear in what there is on the map. The source's thread.
 *
 * Always holds: each gap is listed once; what is listed for one partnership is a part of what is listed for
 * all; Today, the sidebar and the map count the same ones as open.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef struct
{
  char *rule;     /* (nullable): choice of the list "gap-rule" */
  ScrItem *about; /* (nullable): what it speaks of; NULL only where a person did not say */
  ScrItem *kept;  /* (nullable): the item of kind "gap"; NULL if it was found and nobody did anything yet */
  char *partnership; /* (nullable): identity; NULL is all partnerships */
  char *place;       /* (nullable): identity of the link or card where it shows: what it is about, or its
                        partnership */
  char *title;
  char *detail;      /* one dim line; "" if there is nothing more to say */
  char *state;       /* choice of the list "gap-state": as kept, or open */
  ScrItem *owner;    /* (nullable) */
  char *due;         /* (nullable) */
  gboolean is_open;  /* neither accepted nor closed */
  gboolean is_found; /* a rule finds it on the day */
  gboolean is_gone;  /* kept and not closed, and no rule finds it any more: it can be closed */
  gboolean is_again; /* it was closed, and is found again */
  const char *icon;  /* symbolic icon's name */
} ScrGapFound;

typedef struct
{
  char *day;
  GPtrArray *gaps; /* (element-type ScrGapFound): open ones first, by due day; then accepted, then closed */
  guint n_open;
  GHashTable *at; /* identity of a link or card to the number of open gaps that show there */
} ScrGaps;

ScrGaps *
scr_gaps_new (const ScrLanguage *language, ScrSource *source, const char *partnership, const char *day);
void scr_gaps_free (ScrGaps *self);
guint scr_gaps_count_at (const ScrGaps *self, const char *place);
guint scr_gaps_count_open (ScrSource *source, const char *partnership, const char *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrGaps, scr_gaps_free)

G_END_DECLS
