/* ScrTieList - the items of one kind that refer to an item by one of their fields, in their order.
 *
 * A row opens its item; + makes one that refers to the item; where people order them, rows move by menu, Alt+Up and
 * Alt+Down, and drag. Main thread.
 */
#pragma once

#include "scr-context.h"
#include "scr-section.h"

G_BEGIN_DECLS

#define SCR_TYPE_TIE_LIST (scr_tie_list_get_type ())
G_DECLARE_FINAL_TYPE (ScrTieList, scr_tie_list, SCR, TIE_LIST, ScrSection)

GtkWidget *scr_tie_list_new (ScrContext *context, ScrItem *item, const ScrKind *kind, const ScrField *field);
const ScrKind *scr_tie_list_get_kind (ScrTieList *self);
const ScrField *scr_tie_list_get_field (ScrTieList *self);
GListModel *scr_tie_list_get_items (ScrTieList *self);
guint scr_tie_list_get_count (ScrTieList *self);
char *scr_tie_dup_title (const ScrKind *referred, const ScrKind *kind, const ScrField *field);

G_END_DECLS
