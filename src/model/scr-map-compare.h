/* ScrMapComparison - two maps set against each other, card by card and link by link: what is only on the
 * left, only on the right, in both but different, or the same.
 *
 * What the Compare face and the comparison report show alike. A card is the other's match by its identity
 * (one partnership on two days); else by its name where only one of its sort has it; else by what it is: the
 * same role, kind of organisation or kind of group, where there is one on either side. A link matches a link
 * of the same kind between cards that match. Borrows the two maps, which must outlive it. The source's
 * thread.
 *
 * Always holds: every card and link of either map is in exactly one pair, in the order of the left map, then
 * of the right.
 */
#pragma once

#include "scr-map.h"

G_BEGIN_DECLS

typedef enum
{
  SCR_SAME,
  SCR_DIFFERENT,
  SCR_ONLY_LEFT,
  SCR_ONLY_RIGHT,
} ScrSameness;

typedef struct
{
  ScrSameness sameness;
  int left;  /* index in the left map; -1: none */
  int right; /* index in the right map; -1: none */
  char *how; /* (nullable): the difference in words, where there is one on both sides */
} ScrMapPair;

typedef struct
{
  const ScrMap *left;
  const ScrMap *right;
  GPtrArray *cards; /* (element-type ScrMapPair) */
  GPtrArray *links; /* (element-type ScrMapPair) */
  GPtrArray
      *of[2][2]; /* (element-type ScrMapPair) (borrowed): cards, links; by index in the left, right map */
} ScrMapComparison;

ScrMapComparison *scr_map_compare (const ScrLanguage *language,
                                   ScrSource *source,
                                   const ScrMap *left,
                                   const char *left_name,
                                   const ScrMap *right,
                                   const char *right_name);
void scr_map_comparison_free (ScrMapComparison *self);
const ScrMapPair *scr_map_comparison_get_card (const ScrMapComparison *self, gboolean on_right, guint index);
const ScrMapPair *scr_map_comparison_get_link (const ScrMapComparison *self, gboolean on_right, guint index);
guint scr_map_comparison_count (const ScrMapComparison *self);

char *scr_sameness_dup_words (const ScrLanguage *language,
                              ScrSameness sameness,
                              const char *left_name,
                              const char *right_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrMapComparison, scr_map_comparison_free)

G_END_DECLS
