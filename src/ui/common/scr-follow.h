/* Following a record: a widget is told when what it shows may have changed. Main thread. */
#pragma once

#include "scr-context.h"

G_BEGIN_DECLS

/**
 * ScrFollowFunc:
 * @owner: the object that follows
 *
 * Called when the record, what it holds, or what is narrowed to changed.
 */
typedef void (*ScrFollowFunc) (gpointer owner);

void scr_follow (gpointer owner, ScrContext *context, ScrFollowFunc changed);

G_END_DECLS
