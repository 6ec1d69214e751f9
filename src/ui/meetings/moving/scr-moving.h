/* Moving, cancelling, duplicating and deleting what stands on a day, as every face does it: what is over is
 * asked about, and of a meeting of a series, of how many it is to hold. What was done is told with Undo. Main
 * thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"
#include "scr-timeline.h"

G_BEGIN_DECLS

/* Called once, when it is settled: whether it was moved, or stands where it stood. */
typedef void (*ScrMovingFunc) (gboolean moved, gpointer user_data);

void scr_moving_move (ScrContext *context,
                      GtkWidget *parent,
                      const ScrTimelineEntry *entry,
                      const ScrTimelineLane *lane,
                      int first,
                      int last,
                      ScrMovingFunc done,
                      gpointer user_data,
                      GDestroyNotify destroy);
/* Called with a copy that was made. */
typedef void (*ScrMovingMade) (ScrItem *made, gpointer user_data);

void scr_moving_duplicate (ScrContext *context,
                           GtkWidget *parent,
                           ScrItem *item,
                           ScrMovingMade made,
                           gpointer user_data,
                           GDestroyNotify destroy);
void scr_moving_cancel (ScrContext *context, GtkWidget *parent, ScrItem *meeting);
void scr_moving_delete (ScrContext *context, GtkWidget *parent, ScrItem *item);

G_END_DECLS
