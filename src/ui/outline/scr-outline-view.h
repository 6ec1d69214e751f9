/* ScrOutlineView - a view as a table of its things: to find, sort, open, make, move and delete any of them.
 *
 * The front of a view until it has a better one, and its second face after that. Main thread.
 */
#pragma once

#include "scr-view.h"

G_BEGIN_DECLS

#define SCR_TYPE_OUTLINE_VIEW (scr_outline_view_get_type ())
G_DECLARE_FINAL_TYPE (ScrOutlineView, scr_outline_view, SCR, OUTLINE_VIEW, ScrView)

GtkWidget *scr_outline_view_new (ScrContext *context, const char *view_id);

const ScrKind *scr_outline_view_get_kind (ScrOutlineView *self);
void scr_outline_view_set_kind (ScrOutlineView *self, const ScrKind *kind);
void scr_outline_view_set_filter (ScrOutlineView *self, const char *words);
void scr_outline_view_add_to_bar (ScrOutlineView *self, GtkWidget *widget);
GtkSelectionModel *scr_outline_view_get_model (ScrOutlineView *self);

G_END_DECLS
