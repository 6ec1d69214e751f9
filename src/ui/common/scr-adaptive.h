/* ScrAdaptive - sidebar, content and details pane, which fold as the window gets narrow.
 *
 * The one place that knows of AdwLeaflet and AdwFlap. Under 800 px of width the sidebar becomes a page of its
 * own, under 1100 px the pane slides over the content; it never asks for more than the content's own least
 * width. Main thread. Properties: "folded" (the sidebar is a page of its own), "sidebar-shown" (wide: the
 * sidebar stands beside the content; folded: it is the page that is shown), "pane-folded", "pane-shown".
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SCR_TYPE_ADAPTIVE (scr_adaptive_get_type ())
G_DECLARE_FINAL_TYPE (ScrAdaptive, scr_adaptive, SCR, ADAPTIVE, GtkWidget)

GtkWidget *scr_adaptive_new (GtkWidget *sidebar, GtkWidget *content, GtkWidget *pane);

gboolean scr_adaptive_get_folded (ScrAdaptive *self);
gboolean scr_adaptive_get_pane_folded (ScrAdaptive *self);
gboolean scr_adaptive_get_sidebar_shown (ScrAdaptive *self);
void scr_adaptive_set_sidebar_shown (ScrAdaptive *self, gboolean shown);
gboolean scr_adaptive_get_pane_shown (ScrAdaptive *self);
void scr_adaptive_set_pane_shown (ScrAdaptive *self, gboolean shown);
void scr_adaptive_set_pane_width (ScrAdaptive *self, int width);

G_END_DECLS
