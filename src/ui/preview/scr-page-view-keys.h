/* The keys and the wheel of ScrPageView. */
#pragma once

#include "scr-page-view.h"

G_BEGIN_DECLS

/* Pixels an arrow key scrolls. */
#define SCR_PAGE_VIEW_STEP 48

void scr_page_view_class_add_keys (GtkWidgetClass *klass);
void scr_page_view_add_controllers (ScrPageView *self);

G_END_DECLS
