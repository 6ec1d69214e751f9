/* ScrItemList - what a query answers, as a list model of ScrItem that follows its record.
 *
 * Holds identities only and gets an item when it is asked for one, so that tens of thousands of rows cost little.
 * On the store's "changed" it asks again, if a kind it depends on was touched, and tells only the difference.
 * Main thread.
 */
#pragma once

#include "scr-store.h"

G_BEGIN_DECLS

#define SCR_TYPE_ITEM_LIST (scr_item_list_get_type ())
G_DECLARE_FINAL_TYPE (ScrItemList, scr_item_list, SCR, ITEM_LIST, GObject)

ScrItemList *scr_item_list_new (ScrStore *store, const ScrQuery *query);

void scr_item_list_set_partnership (ScrItemList *self, const char *partnership);
void scr_item_list_set_contains (ScrItemList *self, const char *contains);
void scr_item_list_set_order (ScrItemList *self, const char *order);
void scr_item_list_set_where (ScrItemList *self, ScrWhere where);
void scr_item_list_set_limit (ScrItemList *self, guint limit);
void scr_item_list_set_conditions (ScrItemList *self, const ScrCondition *conditions, guint n_conditions);

const ScrKind *scr_item_list_get_kind (ScrItemList *self);
gboolean scr_item_list_find (ScrItemList *self, const char *id, guint *position);
const char *scr_item_list_get_id (ScrItemList *self, guint position);
gboolean scr_item_list_is_filtered (ScrItemList *self);

G_END_DECLS
