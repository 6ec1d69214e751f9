/* ScrClashes - what speaks against holding a meeting, or doing an activity, at a time: people who are
 * expected elsewhere, bank holidays and week-ends, a day outside the scrutineer's term or when the group is
 * not in force.
 *
 * Where it comes from: issue 4, "clashes are told". Made once for what is moved and asked for each time it
 * could be moved to: what it reads it keeps, so that it can be asked while dragging. It goes by the record as
 * it was when it was made; make another after a change. The source's thread.
 *
 * Always holds: nothing clashes with itself, nor an activity with the meeting it is done at, nor anything
 * with what was cancelled or dropped. What has no time lasts all day; what has no length, an hour.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

/**
 * ScrClashTime:
 * @first: its first day, as a number
 * @last: its last day; the times are the same on each
 * @start: minutes since midnight, or -1 if no time is known
 * @length: minutes, or 0 if not known
 * @zone: (nullable): the zone of its times; %NULL is the record's
 */
typedef struct
{
  int first;
  int last;
  int start;
  int length;
  const char *zone;
} ScrClashTime;

/**
 * ScrClashSubject:
 * @id: (nullable): identity of what is moved; %NULL for what does not exist yet
 * @group: (nullable): the group whose meeting it is
 * @partnership: (nullable): %NULL is all
 * @meeting: (nullable): the meeting at which an activity is done
 * @who: (nullable): who does an activity
 * @scrutineer: whether the scrutineer is to be there
 */
typedef struct
{
  const char *id;
  const char *group;
  const char *partnership;
  const char *meeting;
  const char *who;
  gboolean scrutineer;
} ScrClashSubject;

typedef struct _ScrClashes ScrClashes;

gboolean scr_clash_times_overlap (const ScrClashTime *a, const ScrClashTime *b);

ScrClashes *scr_clashes_new (const ScrLanguage *language, ScrSource *source, const ScrClashSubject *subject);
ScrClashes *scr_clashes_new_for_item (const ScrLanguage *language, ScrSource *source, ScrItem *item);
void scr_clashes_free (ScrClashes *self);
GStrv scr_clashes_find (ScrClashes *self, const ScrClashTime *time);
void scr_clash_time_of_item (ScrItem *item, ScrClashTime *time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrClashes, scr_clashes_free)

G_END_DECLS
