/* What speaks against the day over which an entry is dragged. What clashes with an entry is read once for all
 * the days it is dragged over, and forgotten when the record changes. Main thread. */
#pragma once

#include "scr-clashes.h"
#include "scr-timeline.h"

G_BEGIN_DECLS

/* Zero is empty. */
typedef struct
{
  ScrClashes *clashes; /* (nullable) */
  char *of;            /* (nullable): identity of what is dragged */
} ScrEntryClashes;

void scr_entry_clashes_clear (ScrEntryClashes *self);
void scr_entry_clashes_tell (ScrEntryClashes *self,
                             ScrSource *source,
                             const ScrTimelineEntry *entry,
                             int first,
                             int last,
                             GPtrArray *lines);

G_END_DECLS
