/* ScrSidebar - the list of views, each with its symbol, its name and what it has to tell.
 *
 * Follows the record's changes: the pills are worked out afresh, at most once a turn of the main loop. Main
 * thread. Properties: "selected" (id of a view). Signal: "chosen" (const char *id): a person picked a view,
 * also the same again.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_SIDEBAR (scr_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (ScrSidebar, scr_sidebar, SCR, SIDEBAR, GtkWidget)

GtkWidget *scr_sidebar_new (ScrContext *context);
void scr_sidebar_select (ScrSidebar *self, const char *view);
void scr_sidebar_set_footer (ScrSidebar *self, GtkWidget *footer);

G_END_DECLS
