/* ScrDated - meetings, and by choice other things that have a day, as the rows of a list: in order, under
 * headings.
 *
 * A plain value that reads identities and days only, never the things themselves: tens of thousands cost
 * little. By day the kinds are one list under months, with a row that stands for today between what was and
 * what comes; what has no day stands last. By anything else the kinds stand one after the other, each in that
 * order. It is made afresh when the record changes. The source's thread.
 */
#pragma once

#include "scr-source.h"

G_BEGIN_DECLS

/* What can be listed; the first always is. */
typedef enum
{
  SCR_DATED_MEETINGS,
  SCR_DATED_ACTIVITIES,
  SCR_DATED_INSPECTIONS,
  SCR_DATED_MILESTONES, /* arrangements, by the day on which they are due to be published */
  SCR_DATED_REPORTS,    /* by the day on which they are due */
  SCR_DATED_N_SORTS,
} ScrDatedSort;

typedef enum
{
  SCR_DATED_BY_DAY,
  SCR_DATED_BY_TITLE,
  SCR_DATED_BY_GROUP,
  SCR_DATED_BY_STATE,
  SCR_DATED_N_ORDERS,
} ScrDatedOrder;

typedef enum
{
  SCR_DATED_ITEM,
  SCR_DATED_HEADING, /* `id` is a month "2019-06", "" for what has no day, else an identity or the name of a
                        kind */
  SCR_DATED_TODAY,
} ScrDatedRowSort;

typedef struct
{
  ScrDatedRowSort row;
  ScrDatedSort sort; /* of an item, and of the items under a heading that names a kind */
  char *id;
  guint n;         /* under a heading: how many items */
  guint n_to_come; /* under a month: how many of them from today on */
} ScrDatedRow;

/**
 * ScrDatedQuery:
 * @partnership: (nullable): whose; %NULL is all
 * @with: bits of what is listed beside meetings: `1 << SCR_DATED_ACTIVITIES`
 * @contains: (nullable): words
 * @group: (nullable): only of this group; kinds that have none are left out then
 * @kind: (nullable): only meetings of this kind, and nothing else
 * @state: (nullable): only in this state, and nothing else but meetings
 * @order: what it is sorted by
 * @descending: the other way round
 */
typedef struct
{
  const char *partnership;
  guint with;
  const char *contains;
  const char *group;
  const char *kind;
  const char *state;
  ScrDatedOrder order;
  gboolean descending;
} ScrDatedQuery;

typedef struct
{
  char *today;
  GArray *rows; /* (element-type ScrDatedRow) */
  guint n_items;
} ScrDated;

ScrDated *scr_dated_new (ScrSource *source, const ScrDatedQuery *query);
void scr_dated_free (ScrDated *self);
gboolean scr_dated_find (const ScrDated *self, const char *id, guint *position);
gboolean scr_dated_find_today (const ScrDated *self, guint *position);

const char *scr_dated_get_kind (ScrDatedSort sort);
const char *scr_dated_get_day_field (ScrDatedSort sort);

static inline const ScrDatedRow *
scr_dated_get_row (const ScrDated *self, guint index)
{
  return &g_array_index (self->rows, ScrDatedRow, index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ScrDated, scr_dated_free)

G_END_DECLS
