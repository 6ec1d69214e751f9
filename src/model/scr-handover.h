/* ScrHandover - what a handover joins, how far apart its two meetings are, and how much of its list is done,
 * in words.
 *
 * A plain value that reads a source and writes nothing: made afresh when the record changes. The source's
 * thread.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

typedef struct
{
  ScrItem *last;  /* (nullable): the last meeting of the old; not one in the bin */
  ScrItem *first; /* (nullable): the first meeting of the new */
  ScrItem *from;  /* (nullable): the role that ends */
  ScrItem *to;    /* (nullable): the role that begins */
  guint n_tasks;
  guint n_done;
  guint n_late;       /* not done, and due before today */
  gboolean overlaps;  /* the new begins before the old has ended */
  gboolean is_joined; /* both meetings are known, with their days */
  char *sentence;     /* what matters, for the head of its page */
  char *gap;        /* what lies between the meetings: "1 h lies between the two meetings."; "" if unknown */
  char *progress;   /* "3 of 5 tasks are done, 1 is overdue." */
  char *from_words; /* "Ends on 13 March 2019"; "" where no role is given */
  char *to_words;
} ScrHandover;

ScrHandover *scr_handover_new (const ScrLanguage *language, ScrSource *source, ScrItem *handover);
void scr_handover_free (ScrHandover *self);

gboolean scr_handover_task_is_late (ScrItem *task, const char *today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrHandover, scr_handover_free)

G_END_DECLS
