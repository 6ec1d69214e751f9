/* The action log. See the header. */
#include "config.h"

#include "scr-action-log.h"

#include "scr-day.h"
#include "scr-format.h"

#include <string.h>

/**
 * scr_action_is_over:
 * @state: (nullable): identity of a state
 *
 * Returns: whether nothing more is to be done
 */
gboolean
scr_action_is_over (const char *state)
{
  return state != NULL && (strcmp (state, SCR_ACTION_DONE) == 0 || strcmp (state, SCR_ACTION_DROPPED) == 0);
}

/**
 * scr_action_is_overdue:
 * @state: (nullable): identity of its state
 * @due: (nullable): its due day
 * @today: a day
 *
 * Returns: whether it should have been done by then
 */
gboolean
scr_action_is_overdue (const char *state, const char *due, const char *today)
{
  return !scr_action_is_over (state) && due != NULL && strcmp (due, today) < 0;
}

static void
add (ScrCondition *conditions, guint *n, const char *field, ScrTest test, const char *text)
{
  conditions[(*n)++] = (ScrCondition) {field, test, text, 0};
}

/**
 * scr_action_filter_to_conditions:
 * @filter: which actions are wanted
 * @conditions: (out) (array fixed-size=6): what they must satisfy; borrows from @filter
 *
 * A meeting says more than its group: with both, the group does not count. An action without a state is
 * neither done nor dropped.
 *
 * Returns: how many conditions there are
 */
guint
scr_action_filter_to_conditions (const ScrActionFilter *filter, ScrCondition *conditions)
{
  guint n = 0;

  if (filter->state != NULL && *filter->state == '\0')
    add (conditions, &n, "state", SCR_IS_EMPTY, NULL);
  else if (filter->state != NULL)
    add (conditions, &n, "state", SCR_IS, filter->state);
  if (filter->owner != NULL)
    add (conditions, &n, "owner", SCR_IS, filter->owner);
  if (filter->meeting != NULL)
    add (conditions, &n, "meeting", SCR_IS, filter->meeting);
  else if (filter->group != NULL)
    add (conditions, &n, "meeting.group", SCR_IS, filter->group);
  if (filter->yesterday == NULL)
    return n;
  add (conditions, &n, "due", SCR_AT_MOST, filter->yesterday);
  add (conditions, &n, "state", SCR_IS_NOT, SCR_ACTION_DONE);
  add (conditions, &n, "state", SCR_IS_NOT, SCR_ACTION_DROPPED);
  return n;
}

/* --- Totals --- */

static guint
count (ScrSource *source, const char *partnership, const ScrCondition *condition)
{
  ScrQuery query = {.kind = "action",
                    .partnership = partnership,
                    .conditions = {{"state", SCR_IS_NOT, SCR_ACTION_DONE, 0},
                                   {"state", SCR_IS_NOT, SCR_ACTION_DROPPED, 0}}};

  if (condition != NULL)
    query.conditions[2] = *condition;
  return scr_source_count (source, &query);
}

/**
 * scr_action_log_count:
 * @source: a record
 * @partnership: (nullable): only what concerns this one
 * @today: the day that counts as today
 * @totals: (out): how many actions stand where
 */
void
scr_action_log_count (ScrSource *source, const char *partnership, const char *today, ScrActionTotals *totals)
{
  const ScrQuery all = {.kind = "action", .partnership = partnership};
  g_autofree char *yesterday = scr_day_add (today, -1);
  const ScrCondition overdue = {"due", SCR_AT_MOST, yesterday, 0};
  const ScrCondition due = {"due", SCR_IS, today, 0};
  const ScrCondition ownerless = {"owner", SCR_IS_EMPTY, NULL, 0};

  totals->n_all = scr_source_count (source, &all);
  totals->n_open = count (source, partnership, NULL);
  totals->n_overdue = yesterday != NULL ? count (source, partnership, &overdue) : 0;
  totals->n_today = count (source, partnership, &due);
  totals->n_ownerless = count (source, partnership, &ownerless);
}

/**
 * scr_action_totals_dup_sentence:
 * @language: (nullable): a language
 * @totals: how many actions stand where
 *
 * Returns: (transfer full): what matters most: "4 actions are overdue"
 */
char *
scr_action_totals_dup_sentence (const ScrLanguage *language, const ScrActionTotals *totals)
{
  if (totals->n_overdue > 0)
    return g_strdup_printf (
        scr_tr_plural (language, "%u action is overdue", "%u actions are overdue", totals->n_overdue),
        totals->n_overdue);
  if (totals->n_today > 0)
    return g_strdup_printf (
        scr_tr_plural (language, "%u action is due today", "%u actions are due today", totals->n_today),
        totals->n_today);
  if (totals->n_open > 0)
    return g_strdup (scr_tr (language, "No action is overdue"));
  return g_strdup (totals->n_all > 0 ? scr_tr (language, "Every action is done")
                                     : scr_tr (language, "No actions yet"));
}

/**
 * scr_action_totals_dup_detail:
 * @language: (nullable): a language
 * @totals: how many actions stand where
 *
 * Returns: (transfer full): the dim line under it: "5 of 13 still to be done · 1 without an owner"
 */
char *
scr_action_totals_dup_detail (const ScrLanguage *language, const ScrActionTotals *totals)
{
  g_autofree char *open = NULL;
  g_autofree char *ownerless = NULL;

  if (totals->n_all == 0)
    return g_strdup ("");
  /* TRANSLATORS: actions: how many are still to be done, and how many there are. The plural goes by the
     second number. */
  open = g_strdup_printf (
      scr_tr_plural (language, "%u of %u still to be done", "%u of %u still to be done", totals->n_all),
      totals->n_open, totals->n_all);
  if (totals->n_ownerless == 0)
    return g_steal_pointer (&open);
  ownerless = g_strdup_printf (
      scr_tr_plural (language, "%u without an owner", "%u without an owner", totals->n_ownerless),
      totals->n_ownerless);
  return g_strdup_printf ("%s · %s", open, ownerless);
}

/* --- One action --- */

static char *
dup_over (const ScrLanguage *language, ScrItem *action)
{
  gboolean done = strcmp (scr_item_get_text (action, "state"), SCR_ACTION_DONE) == 0;
  const char *day = scr_item_get_text (action, "done");
  g_autofree char *said = day != NULL ? scr_format_day (language, day, SCR_DAY_SHORT) : NULL;

  if (!done)
    return g_strdup (scr_tr_context (language, "action", "Dropped"));
  if (said == NULL)
    return g_strdup (scr_tr_context (language, "action", "Done"));
  /* TRANSLATORS: %s is a day: "Done 3 June". */
  return g_strdup_printf (scr_tr (language, "Done %s"), said);
}

/**
 * scr_action_dup_due_words:
 * @language: (nullable): a language
 * @dues: the record's today, and what counts as a working day
 * @action: an action
 * @tone: (out): the tone of its pill
 *
 * Returns: (transfer full): "3 working days late", "Due today", "Done 3 June", "No due day"
 */
char *
scr_action_dup_due_words (const ScrLanguage *language,
                          const ScrDues *dues,
                          ScrItem *action,
                          const char **tone)
{
  const char *state = scr_item_get_text (action, "state");
  const char *due = scr_item_get_text (action, "due");
  int left;

  if (scr_action_is_over (state))
    {
      *tone = strcmp (state, SCR_ACTION_DONE) == 0 ? "done" : "stopped";
      return dup_over (language, action);
    }
  if (due == NULL)
    {
      *tone = "waiting";
      return g_strdup (scr_tr (language, "No due day"));
    }
  left = scr_dues_count_left (dues, due);
  *tone = scr_due_get_tone (left);
  return scr_due_dup_words (language, left);
}
