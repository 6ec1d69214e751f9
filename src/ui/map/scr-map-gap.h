/* ScrMapGap - a gap as an object: a row of the list of gaps. Emits "changed" when it tells of newer facts.
 *
 * What it tells of belongs to an ScrGaps, which all rows made of it keep alive together. Main thread.
 */
#pragma once

#include <gio/gio.h>

#include "scr-gaps.h"

G_BEGIN_DECLS

/* Which gaps a list shows, in the order of its drop-down. */
typedef enum
{
  SCR_MAP_GAPS_OPEN,
  SCR_MAP_GAPS_ALL,
  SCR_MAP_GAPS_ACCEPTED,
  SCR_MAP_GAPS_CLOSED,
} ScrMapGapsShown;

#define SCR_TYPE_MAP_GAP (scr_map_gap_get_type ())
G_DECLARE_FINAL_TYPE (ScrMapGap, scr_map_gap, SCR, MAP_GAP, GObject)

GPtrArray *scr_map_gaps_wrap (ScrGaps *gaps);
const ScrGapFound *scr_map_gap_get_found (ScrMapGap *self);
gboolean scr_map_gap_is_same (ScrMapGap *self, ScrMapGap *other);
gboolean scr_map_gap_is_shown (ScrMapGap *self, ScrMapGapsShown shown);
gboolean scr_map_gap_speaks_of (ScrMapGap *self, ScrItem *item);
void scr_map_gap_take_from (ScrMapGap *self, ScrMapGap *newer);
gboolean scr_map_gaps_are_same (GListModel *list, GPtrArray *rows);
const char *scr_map_gaps_describe_none (ScrMapGapsShown shown);
char *scr_map_gap_dup_detail (ScrMapGap *self, ScrSource *source);
char *scr_map_gap_dup_due (ScrMapGap *self, gboolean *late);

G_END_DECLS
