/* The steps of a meeting. See the header. The stages of a stepper are made in scr-meeting-stages.c. */
#include "config.h"

#include "scr-meeting-steps.h"

#include "scr-minutes-lock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By ScrMeetingState: identities of the choices in the list "meeting-state". */
static const char *const state_ids[SCR_MEETING_N_STATES] = {
    "meeting-state.proposed",  "meeting-state.agenda-agreed", "meeting-state.pack-issued",
    "meeting-state.held",      "meeting-state.minutes-draft", "meeting-state.minutes-approved",
    "meeting-state.cancelled",
};

/**
 * scr_meeting_state_get_id:
 * @state: a state
 *
 * Returns: the identity of its choice
 */
const char *
scr_meeting_state_get_id (ScrMeetingState state)
{
  g_return_val_if_fail (state < SCR_MEETING_N_STATES, NULL);
  return state_ids[state];
}

/**
 * scr_meeting_state_from_id:
 * @id: (nullable): the identity of a choice
 *
 * Returns: its state; a meeting that says none, or one that we do not know, counts as proposed
 */
ScrMeetingState
scr_meeting_state_from_id (const char *id)
{
  for (guint i = 0; i < SCR_MEETING_N_STATES; i++)
    if (g_strcmp0 (id, state_ids[i]) == 0)
      return (ScrMeetingState)i;
  return SCR_MEETING_PROPOSED;
}

/* --- What is there --- */

static gboolean
is_filled (ScrItem *item, const char *field)
{
  const char *text = scr_item_get_text (item, field);

  return text != NULL && *text != '\0';
}

static gboolean
has_any (ScrSource *source, const char *kind, const char *meeting, ScrCondition more)
{
  const ScrQuery query = {.kind = kind, .conditions = {{"meeting", SCR_IS, meeting, 0}, more}, .limit = 1};

  return scr_source_count (source, &query) > 0;
}

/**
 * scr_meeting_facts_read:
 * @facts: (out caller-allocates): what the rule looks at
 * @source: a record
 * @meeting: a meeting of it
 */
void
scr_meeting_facts_read (ScrMeetingFacts *facts, ScrSource *source, ScrItem *meeting)
{
  const char *id = scr_item_get_id (meeting);
  const char *day = scr_item_get_text (meeting, "day");
  const char *pack = scr_item_get_text (meeting, "pack_state");
  const ScrCondition any = {NULL, SCR_IS, NULL, 0};
  g_autofree char *today = scr_source_dup_today (source);

  facts->state = scr_meeting_state_from_id (scr_item_get_text (meeting, "state"));
  facts->has_agenda = has_any (source, "agenda_item", id, any);
  facts->is_agreed = is_filled (meeting, "agreed_with");
  facts->needs_pack = g_strcmp0 (pack, "pack-state.not-needed") != 0;
  facts->has_pack = g_strcmp0 (pack, "pack-state.issued") == 0
                    || has_any (source, "pack", id, (ScrCondition) {"issued", SCR_IS_FILLED, NULL, 0});
  facts->has_come = day != NULL && strcmp (day, today) <= 0;
  facts->has_minutes = is_filled (meeting, "summary")
                       || has_any (source, "agenda_item", id, (ScrCondition) {"text", SCR_IS_FILLED, NULL, 0})
                       || has_any (source, "decision", id, any) || has_any (source, "action", id, any);
  facts->is_locked = scr_minutes_are_locked (source, id);
}

/* --- What may follow --- */

static gboolean
is_before_held (ScrMeetingState state)
{
  return state < SCR_MEETING_HELD;
}

/**
 * scr_meeting_step_is_sensible:
 * @facts: what is there
 * @step: a step
 *
 * Returns: whether it is offered
 */
gboolean
scr_meeting_step_is_sensible (const ScrMeetingFacts *facts, ScrMeetingStep step)
{
  ScrMeetingState state = facts->state;

  if (facts->is_locked)
    return FALSE;
  switch (step)
    {
    case SCR_STEP_AGREE_AGENDA:
      return state == SCR_MEETING_PROPOSED && facts->has_agenda;
    case SCR_STEP_ISSUE_PACK:
      return state == SCR_MEETING_AGENDA_AGREED && facts->needs_pack;
    case SCR_STEP_HOLD:
      return is_before_held (state) && facts->has_come;
    case SCR_STEP_DRAFT_MINUTES:
      return state == SCR_MEETING_HELD;
    case SCR_STEP_APPROVE_MINUTES:
      /* What was approved, and is open for a correction, is approved again. */
      return (state == SCR_MEETING_MINUTES_DRAFT || state == SCR_MEETING_MINUTES_APPROVED)
             && facts->has_minutes;
    case SCR_STEP_REINSTATE:
      return state == SCR_MEETING_CANCELLED;
    case SCR_STEP_BACK:
      return state > SCR_MEETING_PROPOSED && state < SCR_MEETING_MINUTES_APPROVED;
    case SCR_STEP_CANCEL:
      return is_before_held (state);
    case SCR_N_STEPS:
    default:
      return FALSE;
    }
}

/* How far preparation had come before a meeting was held or cancelled, as far as its traces tell. */
static ScrMeetingState
get_prepared (const ScrMeetingFacts *facts)
{
  if (facts->has_pack && facts->needs_pack)
    return SCR_MEETING_PACK_ISSUED;
  return facts->is_agreed ? SCR_MEETING_AGENDA_AGREED : SCR_MEETING_PROPOSED;
}

/**
 * scr_meeting_step_get_target:
 * @facts: what is there
 * @step: a sensible step
 *
 * Returns: the state that it leads to
 */
ScrMeetingState
scr_meeting_step_get_target (const ScrMeetingFacts *facts, ScrMeetingStep step)
{
  static const ScrMeetingState targets[SCR_N_STEPS] = {
      [SCR_STEP_AGREE_AGENDA] = SCR_MEETING_AGENDA_AGREED,
      [SCR_STEP_ISSUE_PACK] = SCR_MEETING_PACK_ISSUED,
      [SCR_STEP_HOLD] = SCR_MEETING_HELD,
      [SCR_STEP_DRAFT_MINUTES] = SCR_MEETING_MINUTES_DRAFT,
      [SCR_STEP_APPROVE_MINUTES] = SCR_MEETING_MINUTES_APPROVED,
      [SCR_STEP_CANCEL] = SCR_MEETING_CANCELLED,
  };

  g_return_val_if_fail (step < SCR_N_STEPS, facts->state);
  if (step == SCR_STEP_REINSTATE || (step == SCR_STEP_BACK && facts->state == SCR_MEETING_HELD))
    return get_prepared (facts);
  if (step == SCR_STEP_BACK)
    return facts->state > SCR_MEETING_PROPOSED ? (ScrMeetingState)(facts->state - 1) : SCR_MEETING_PROPOSED;
  return targets[step];
}

/**
 * scr_meeting_get_next_step:
 * @facts: what is there
 *
 * Once the day has come, what matters is that it was held; preparation comes before.
 *
 * Returns: the next sensible step forward, or %SCR_N_STEPS if there is none
 */
ScrMeetingStep
scr_meeting_get_next_step (const ScrMeetingFacts *facts)
{
  static const ScrMeetingStep forward[] = {
      SCR_STEP_HOLD,          SCR_STEP_AGREE_AGENDA,    SCR_STEP_ISSUE_PACK,
      SCR_STEP_DRAFT_MINUTES, SCR_STEP_APPROVE_MINUTES, SCR_STEP_REINSTATE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (forward); i++)
    if (scr_meeting_step_is_sensible (facts, forward[i]))
      return forward[i];
  return SCR_N_STEPS;
}

/**
 * scr_meeting_step_get_ask:
 * @step: a step
 *
 * Returns: what has to be asked before it is taken
 */
ScrMeetingAsk
scr_meeting_step_get_ask (ScrMeetingStep step)
{
  switch (step)
    {
    case SCR_STEP_AGREE_AGENDA:
      return SCR_STEP_ASKS_WITH_WHOM;
    case SCR_STEP_ISSUE_PACK:
      return SCR_STEP_ASKS_ISSUED;
    case SCR_STEP_APPROVE_MINUTES:
      return SCR_STEP_ASKS_APPROVAL;
    case SCR_STEP_CANCEL:
      return SCR_STEP_ASKS_REASON;
    case SCR_STEP_HOLD:
    case SCR_STEP_DRAFT_MINUTES:
    case SCR_STEP_REINSTATE:
    case SCR_STEP_BACK:
    case SCR_N_STEPS:
    default:
      return SCR_STEP_ASKS_NOTHING;
    }
}

/**
 * scr_meeting_step_dup_label:
 * @language: (nullable): the language
 * @facts: what is there
 * @step: a sensible step
 *
 * Returns: (transfer full): what its button or menu item says
 */
char *
scr_meeting_step_dup_label (const ScrLanguage *language, const ScrMeetingFacts *facts, ScrMeetingStep step)
{
  static const char *const labels[SCR_N_STEPS] = {
      [SCR_STEP_AGREE_AGENDA] = N_ ("Agree the Agenda…"),
      [SCR_STEP_ISSUE_PACK] = N_ ("Issue the Pack…"),
      [SCR_STEP_HOLD] = N_ ("It Was Held"),
      [SCR_STEP_DRAFT_MINUTES] = N_ ("Begin the Minutes"),
      [SCR_STEP_APPROVE_MINUTES] = N_ ("Approve Minutes…"),
      [SCR_STEP_REINSTATE] = N_ ("Reinstate the Meeting"),
      [SCR_STEP_CANCEL] = N_ ("Cancel the Meeting…"),
  };
  static const char *const back[SCR_MEETING_N_STATES] = {
      [SCR_MEETING_PROPOSED] = N_ ("Back to Proposed"),
      [SCR_MEETING_AGENDA_AGREED] = N_ ("Back to Agenda Agreed"),
      [SCR_MEETING_PACK_ISSUED] = N_ ("Back to Pack Issued"),
      [SCR_MEETING_HELD] = N_ ("Back to Held"),
  };
  const char *label;

  g_return_val_if_fail (step < SCR_N_STEPS, NULL);
  label = step == SCR_STEP_BACK ? back[scr_meeting_step_get_target (facts, step)] : labels[step];
  return g_strdup (label != NULL ? scr_tr (language, label) : "");
}
