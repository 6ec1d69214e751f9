/* ScrTimelinePane - a part of the timeline that cuts off what reaches beyond it: the chips, or the heads of
 * the lanes. Where its children lie and what is drawn around them its canvas decides. Private to timeline/.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*ScrTimelineLay) (gpointer canvas);
typedef void (*ScrTimelineDraw) (gpointer canvas, GtkSnapshot *snapshot);

#define SCR_TYPE_TIMELINE_PANE (scr_timeline_pane_get_type ())
G_DECLARE_FINAL_TYPE (ScrTimelinePane, scr_timeline_pane, SCR, TIMELINE_PANE, GtkWidget)

GtkWidget *
scr_timeline_pane_new (const char *css_class, ScrTimelineLay place, ScrTimelineDraw draw, gpointer canvas);
void scr_timeline_pane_detach (ScrTimelinePane *self);
void scr_timeline_pane_draw_children (ScrTimelinePane *self, GtkSnapshot *snapshot);

G_END_DECLS
