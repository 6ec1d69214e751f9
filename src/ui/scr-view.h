/* ScrView - one of the seven views: what stands between the sidebar and the details pane.
 *
 * An abstract AdwBin: a view class sets its child and overrides what it can do. It gets everything from its
 * context (record, narrowing, selection, toasts) and keeps no copies. It must work down to a width of 360 px;
 * "narrow" says when its bar should fold. The number in the sidebar is not asked of the view, which is made
 * only when first shown, but of scr-view-registry. Main thread. Properties: "context" (ScrContext, set at
 * construction), "view-id", "title" (translated), "narrow" (under 600 px, more
 * with larger text).
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_VIEW (scr_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (ScrView, scr_view, SCR, VIEW, AdwBin)

/**
 * ScrViewClass:
 * @context_set: the record or the narrowing changed: show it afresh
 * @select_item: show @item where it lives; %FALSE if this view does not show it
 * @focus_selected: give the keyboard to what is selected here; %FALSE if nothing is
 * @new_item: begin what "New" means here; NULL if there is nothing to make
 * @print: print what is shown; NULL if there is nothing to print
 * @open_item: show @item on a page of its own, without the details pane; %FALSE if it has none here
 * @go_back: leave an inner page; %FALSE if there is none (Esc and the back button)
 *
 * All may be NULL.
 */
struct _ScrViewClass
{
  AdwBinClass parent_class;

  void (*context_set) (ScrView *self);
  gboolean (*select_item) (ScrView *self, ScrItem *item);
  void (*new_item) (ScrView *self);
  void (*print) (ScrView *self);
  gboolean (*go_back) (ScrView *self);

  gboolean (*focus_selected) (ScrView *self);

  gboolean (*open_item) (ScrView *self, ScrItem *item);

  gpointer padding[7];
};

ScrContext *scr_view_get_context (ScrView *self);
ScrStore *scr_view_get_store (ScrView *self);
const char *scr_view_get_id (ScrView *self);
const char *scr_view_get_title (ScrView *self);
gboolean scr_view_get_narrow (ScrView *self);

gboolean scr_view_select_item (ScrView *self, ScrItem *item);
gboolean scr_view_open_item (ScrView *self, ScrItem *item);
gboolean scr_view_focus_selected (ScrView *self);
gboolean scr_view_can_new_item (ScrView *self);
void scr_view_new_item (ScrView *self);
gboolean scr_view_can_print (ScrView *self);
void scr_view_print (ScrView *self);
gboolean scr_view_go_back (ScrView *self);

G_END_DECLS
