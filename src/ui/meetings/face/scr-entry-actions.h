/* What can be done with an entry of the timeline wherever it is shown: the actions "timeline.open",
 * "reschedule", "cancel", "reinstate", "duplicate" and "delete" of a face, and the menu of an entry.
 *
 * "timeline.move" (i: days), "timeline.stretch" (i: days) and "timeline.to-lane" (i) are the face's own.
 * Main thread.
 */
#pragma once

#include "scr-timeline.h"
#include "scr-view.h"

G_BEGIN_DECLS

/**
 * ScrEntryFace:
 * @get_selected: (nullable result): what is selected on a face
 * @reveal: brings an item into view on a face, and selects it
 */
typedef struct
{
  const ScrTimelineEntry *(*get_selected) (ScrView *face);
  void (*reveal) (ScrView *face, ScrItem *item);
} ScrEntryFace;

void scr_entry_actions_add (GSimpleActionGroup *group, ScrView *face, const ScrEntryFace *deeds);
void
scr_entry_actions_update (GSimpleActionGroup *group, const ScrTimelineEntry *entry, gboolean is_writable);
int scr_entry_find_day (ScrItem *item);
void scr_entry_open (ScrView *face, ScrItem *item);

GMenu *scr_entry_menu_new (const ScrTimelineEntry *entry, GMenu *lanes, gboolean is_writable);
void scr_entry_menu_pop_up (GtkWidget *widget, GMenuModel *menu, const GdkRectangle *where);

G_END_DECLS
