/* ScrMap - the partnership map as it was on a day: its cards, the links between them, and where the cards
 * stand.
 *
 * What screen, outline, comparison and paper show alike. A plain value that reads a source and writes
 * nothing: it is made afresh when the record changes. Cards are organisations, groups and appointments
 * (people in a role); people and partnerships are cards where a link names them. A map of one partnership has
 * what belongs to it, and what is shared where it is tied to that. The source's thread.
 *
 * Always holds: cards and links keep the order of their titles and identities, so that the same record gives
 * the same map; `from` and `to` of a link are indices of cards of the same map.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

/* The layouts that keep places of their own. */
#define SCR_LAYOUT_HIERARCHY "hierarchy"
#define SCR_LAYOUT_CLUSTERS "clusters"

typedef enum
{
  SCR_CARD_ORGANISATION,
  SCR_CARD_PERSON,
  SCR_CARD_GROUP,
  SCR_CARD_PARTNERSHIP,
  SCR_CARD_N_SORTS,
} ScrCardSort;

typedef enum
{
  SCR_PHASE_IN_FORCE,
  SCR_PHASE_ENDED,
  SCR_PHASE_NOT_YET,
} ScrPhase;

typedef enum
{
  SCR_LINK_IN_PLACE,
  SCR_LINK_PARTIAL,
  SCR_LINK_MISSING,
} ScrLinkState;

typedef struct
{
  ScrItem *item;
  ScrCardSort sort;
  ScrPhase phase;
  char *title;
  char *detail;    /* "Group · since March 2019" */
  char *from;      /* (nullable): first day */
  char *until;     /* (nullable): the day from which it is no more */
  GArray *links;   /* (element-type guint): indices of its links, each once */
  guint n_gaps;    /* of itself and its links */
  gboolean placed; /* whether the record keeps its place */
  double x;        /* of its middle, px */
  double y;
} ScrMapCard;

typedef struct
{
  ScrItem *item;
  guint from;
  guint to;
  char *label; /* "accountable to", "annual report: missing" */
  ScrLinkState state;
  ScrPhase phase; /* the link's own, or that of the end that is not in force */
  guint n_gaps;
} ScrMapLink;

/**
 * ScrMapQuery:
 * @partnership: (nullable): whose map; %NULL is all
 * @layout: (nullable): whose places; %NULL is %SCR_LAYOUT_HIERARCHY
 * @day: "YYYY-MM-DD"
 * @hidden_links: (nullable): identities of kinds of link, separated by spaces, that are left out
 * @hidden_cards: (nullable): names of kinds of card, separated by spaces, that are left out
 * @around: (nullable): identity of a card: only what is tied to it
 * @steps: how many links away from @around, at least 1
 * @gaps: (nullable): how many gaps there are about an identity (#GUINT_TO_POINTER)
 * @gaps_only: only what has a gap, and the ends of links that have one
 * @hide_ended: whether what has ended is left out, not faded
 */
typedef struct
{
  const char *partnership;
  const char *layout;
  const char *day;
  const char *hidden_links;
  const char *hidden_cards;
  const char *around;
  guint steps;
  GHashTable *gaps;
  gboolean gaps_only;
  gboolean hide_ended;
} ScrMapQuery;

typedef struct
{
  char *day;
  GPtrArray *cards;  /* (element-type ScrMapCard) */
  GPtrArray *links;  /* (element-type ScrMapLink) */
  GHashTable *index; /* identity of a card to its index + 1 */
} ScrMap;

ScrMap *scr_map_new (const ScrLanguage *language, ScrSource *source, const ScrMapQuery *query);
void scr_map_free (ScrMap *self);
int scr_map_find_card (const ScrMap *self, const char *id);
int scr_map_find_link (const ScrMap *self, const char *id);

static inline ScrMapCard *
scr_map_get_card (const ScrMap *self, guint index)
{
  return g_ptr_array_index (self->cards, index);
}

static inline ScrMapLink *
scr_map_get_link (const ScrMap *self, guint index)
{
  return g_ptr_array_index (self->links, index);
}

ScrPhase scr_phase_at (const char *from, const char *until, const char *day);

/* scr-map-place.c */
char *scr_placement_identity (const char *partnership, const char *layout, const char *card);
void scr_map_take_places (ScrMap *self, ScrSource *source, const char *partnership, const char *layout);
void scr_map_place_rest (ScrMap *self, double width, double height);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrMap, scr_map_free)

G_END_DECLS
