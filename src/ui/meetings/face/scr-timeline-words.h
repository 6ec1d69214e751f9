/* The bar for the words by which the timeline and the month are narrowed: both show the same words. Main
 * thread. */
#pragma once

#include "scr-timeline-filter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *scr_timeline_words_new (ScrTimelineFilter *filter);
void scr_timeline_words_open (GtkWidget *bar);

G_END_DECLS
