/* ScrTimelineMark - one entry of the timeline as a widget: a chip, a bar, a diamond, a span in stages; or
 * "+3", which stands for what is gathered. For whoever shows a timeline. Main thread. */
#pragma once

#include "scr-timeline.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Room beside the words of each shape, px. */
#define SCR_TIMELINE_MARK_PADDING 44
#define SCR_TIMELINE_MARK_SIGN 21
#define SCR_TIMELINE_DIAMOND 24

#define SCR_TYPE_TIMELINE_MARK (scr_timeline_mark_get_type ())
G_DECLARE_FINAL_TYPE (ScrTimelineMark, scr_timeline_mark, SCR, TIMELINE_MARK, GtkWidget)

GtkWidget *scr_timeline_mark_new (void);
void scr_timeline_mark_show (ScrTimelineMark *self, const ScrTimelineEntry *entry);
void scr_timeline_mark_show_gathering (ScrTimelineMark *self, guint n, const char *name);
void scr_timeline_mark_set_span (ScrTimelineMark *self, double start, double end, double px_a_day);
void scr_timeline_mark_set_cut (ScrTimelineMark *self, gboolean at_start, gboolean at_end);
void scr_timeline_mark_set_selected (ScrTimelineMark *self, gboolean selected);
void scr_timeline_mark_set_class (ScrTimelineMark *self, const char *css_class, gboolean on);
gboolean scr_timeline_mark_has_sign (const ScrTimelineEntry *entry);
const char *scr_timeline_mark_get_name (ScrTimelineMark *self);
GtkWidget *scr_timeline_mark_get_title (ScrTimelineMark *self);

G_END_DECLS
