/* ScrDatedList - the rows of ScrDated as a list model: items, with headings and today's row among them.
 *
 * Holds identities; an item is got from the record when it is asked for. What stands for a heading or for
 * today is a ScrDatedMark. Whoever owns it gives it fresh rows when the record changed; it tells the
 * difference. Main thread.
 */
#pragma once

#include "scr-dated.h"
#include "scr-store.h"

G_BEGIN_DECLS

#define SCR_TYPE_DATED_MARK (scr_dated_mark_get_type ())
G_DECLARE_FINAL_TYPE (ScrDatedMark, scr_dated_mark, SCR, DATED_MARK, GObject)

const ScrDatedRow *scr_dated_mark_get_row (ScrDatedMark *self);

#define SCR_TYPE_DATED_LIST (scr_dated_list_get_type ())
G_DECLARE_FINAL_TYPE (ScrDatedList, scr_dated_list, SCR, DATED_LIST, GObject)

ScrDatedList *scr_dated_list_new (void);
void scr_dated_list_take (ScrDatedList *self, ScrStore *store, ScrDated *dated);
const ScrDated *scr_dated_list_get_dated (ScrDatedList *self);

G_END_DECLS
