/* ScrHistoryList - what happened to an item, told in words, each change to be undone or redone by itself. */
#pragma once

#include "scr-context.h"
#include "scr-section.h"

G_BEGIN_DECLS

#define SCR_TYPE_HISTORY_LIST (scr_history_list_get_type ())
G_DECLARE_FINAL_TYPE (ScrHistoryList, scr_history_list, SCR, HISTORY_LIST, ScrSection)

GtkWidget *scr_history_list_new (ScrContext *context);
void scr_history_list_set_item (ScrHistoryList *self, ScrItem *item);

G_END_DECLS
