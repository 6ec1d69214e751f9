/* What speaks against a day. See the header. */
#include "config.h"

#include "scr-entry-clashes.h"

#include "scr-timeline-label.h"

#include <glib/gi18n-lib.h>

/**
 * scr_entry_clashes_clear:
 * @self: what clashes
 *
 * Forgets what was read.
 */
void
scr_entry_clashes_clear (ScrEntryClashes *self)
{
  g_clear_pointer (&self->clashes, scr_clashes_free);
  g_clear_pointer (&self->of, g_free);
}

static void
ensure (ScrEntryClashes *self, ScrSource *source, ScrItem *item)
{
  if (g_strcmp0 (self->of, scr_item_get_id (item)) == 0)
    return;
  scr_entry_clashes_clear (self);
  self->clashes = scr_clashes_new_for_item (NULL, source, item);
  self->of = g_strdup (scr_item_get_id (item));
}

/**
 * scr_entry_clashes_tell:
 * @self: what clashes
 * @source: the record
 * @entry: what is dragged
 * @first: the first day it would have
 * @last: the last; %G_MAXINT stays open
 * @lines: (element-type ScrTimelineLine): gets a line for each
 */
void
scr_entry_clashes_tell (ScrEntryClashes *self,
                        ScrSource *source,
                        const ScrTimelineEntry *entry,
                        int first,
                        int last,
                        GPtrArray *lines)
{
  ScrClashTime time;
  g_auto (GStrv) found = NULL;

  if (entry->held)
    scr_timeline_lines_add (
        lines, entry->sort == SCR_TIMELINE_MEETINGS ? _ ("This meeting took place.") : _ ("This is over."),
        TRUE);
  if (entry->sort != SCR_TIMELINE_MEETINGS && entry->sort != SCR_TIMELINE_ACTIVITIES)
    return;
  ensure (self, source, entry->item);
  scr_clash_time_of_item (entry->item, &time);
  time.first = first;
  time.last = last != G_MAXINT ? last : first;
  found = scr_clashes_find (self->clashes, &time);
  for (guint i = 0; found[i] != NULL; i++)
    scr_timeline_lines_add (lines, found[i], TRUE);
}
