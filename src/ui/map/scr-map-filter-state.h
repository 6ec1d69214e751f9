/* ScrMapFilterState - what of the map is shown, as a plain value: chosen in ScrMapFilter, kept in saved views.
 *
 * Strings are owned. Any thread, but for what reads or writes an item: the thread of its source.
 */
#pragma once

#include "scr-map.h"

G_BEGIN_DECLS

typedef struct
{
  char *hidden_links; /* (nullable): identities of kinds of link, separated by spaces */
  char *hidden_cards; /* (nullable): names of kinds of card, separated by spaces */
  char *around;       /* (nullable): identity of the card around which it is shown */
  char *day;          /* (nullable): NULL is the day that the record shows */
  char *layout;       /* (nullable): NULL is SCR_LAYOUT_HIERARCHY */
  guint steps;        /* 1 or 2 */
  gboolean gaps_only;
  gboolean hide_ended; /* not kept in saved views */
  gboolean coverage;
} ScrMapFilterState;

#define SCR_MAP_FILTER_STATE_INIT { .steps = 1 }

void scr_map_filter_state_copy (ScrMapFilterState *target, const ScrMapFilterState *state);
void scr_map_filter_state_clear (ScrMapFilterState *state);
gboolean scr_map_filter_state_is_kept_equal (const ScrMapFilterState *a, const ScrMapFilterState *b);
guint scr_map_filter_state_count (const ScrMapFilterState *state);
void scr_map_filter_state_fill_query (const ScrMapFilterState *state, ScrMapQuery *query);

void scr_map_filter_state_read (ScrMapFilterState *state, ScrItem *view);
void scr_map_filter_state_write (const ScrMapFilterState *state, ScrItem *draft);

gboolean scr_map_words_have (const char *words, const char *word);
char *scr_map_words_set (const char *words, const char *word, gboolean there);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ScrMapFilterState, scr_map_filter_state_clear)

G_END_DECLS
