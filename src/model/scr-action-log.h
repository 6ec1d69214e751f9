/* The action log: which actions it shows, in what order, which are overdue, how many stand where.
 *
 * An action is over when it is done or dropped; one that is not, and whose due day is past, is overdue, by
 * the record's today. States are choices of the record; the two that end an action are known by their
 * identity. Pure but for the source that is handed in; its thread.
 */
#pragma once

#include "scr-due.h"

G_BEGIN_DECLS

#define SCR_ACTION_OPEN "action-state.open"
#define SCR_ACTION_DONE "action-state.done"
#define SCR_ACTION_DROPPED "action-state.dropped"

/* How the log is sorted; all end with due day and title. */
#define SCR_ACTION_ORDER_DUE "due title"

/**
 * ScrActionFilter:
 * @state: (nullable): only of this state; "" is without one
 * @owner: (nullable): only of this owner
 * @group: (nullable): only from meetings of this group
 * @meeting: (nullable): only from this meeting
 * @yesterday: (nullable): only what is overdue: the last day that is past
 *
 * Which actions are wanted. Strings are borrowed.
 */
typedef struct
{
  const char *state;
  const char *owner;
  const char *group;
  const char *meeting;
  const char *yesterday;
} ScrActionFilter;

typedef struct
{
  guint n_all;
  guint n_open;      /* neither done nor dropped */
  guint n_overdue;   /* of those */
  guint n_today;     /* of those: due on the very day */
  guint n_ownerless; /* of those: nobody has them */
} ScrActionTotals;

gboolean scr_action_is_over (const char *state);
gboolean scr_action_is_overdue (const char *state, const char *due, const char *today);

guint scr_action_filter_to_conditions (const ScrActionFilter *filter, ScrCondition *conditions);

void
scr_action_log_count (ScrSource *source, const char *partnership, const char *today, ScrActionTotals *totals);
char *scr_action_totals_dup_sentence (const ScrLanguage *language, const ScrActionTotals *totals);
char *scr_action_totals_dup_detail (const ScrLanguage *language, const ScrActionTotals *totals);

char *scr_action_dup_due_words (const ScrLanguage *language,
                                const ScrDues *dues,
                                ScrItem *action,
                                const char **tone);

G_END_DECLS
