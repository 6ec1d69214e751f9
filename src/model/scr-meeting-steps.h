/* The steps of a meeting: which state may follow which, what each step asks, and how far a meeting has come.
 *
 * Where it comes from: issue 4, "A meeting" ("with only sensible steps offered"); product.md, "Meetings";
 * design 05. Pure functions over plain values, but for those that take a source, which read it on its own
 * thread.
 *
 * Always holds: a step that is offered leads to another state than the one it starts from, but for approving
 * a correction; what is locked goes neither forward nor back; a meeting that was held is not cancelled, and
 * one whose day is to come was not held.
 */
#pragma once

#include "scr-language.h"
#include "scr-source.h"

G_BEGIN_DECLS

/* In the order in which they follow one another; "cancelled" follows none. */
typedef enum
{
  SCR_MEETING_PROPOSED,
  SCR_MEETING_AGENDA_AGREED,
  SCR_MEETING_PACK_ISSUED,
  SCR_MEETING_HELD,
  SCR_MEETING_MINUTES_DRAFT,
  SCR_MEETING_MINUTES_APPROVED,
  SCR_MEETING_CANCELLED,
  SCR_MEETING_N_STATES,
} ScrMeetingState;

/* In the order in which they are offered. */
typedef enum
{
  SCR_STEP_AGREE_AGENDA,
  SCR_STEP_ISSUE_PACK,
  SCR_STEP_HOLD,
  SCR_STEP_DRAFT_MINUTES,
  SCR_STEP_APPROVE_MINUTES,
  SCR_STEP_REINSTATE,
  SCR_STEP_BACK,
  SCR_STEP_CANCEL,
  SCR_N_STEPS,
} ScrMeetingStep;

/* What has to be asked before a step is taken. */
typedef enum
{
  SCR_STEP_ASKS_NOTHING,
  SCR_STEP_ASKS_WITH_WHOM, /* with whom the agenda was agreed */
  SCR_STEP_ASKS_ISSUED,    /* on which day the pack went out */
  SCR_STEP_ASKS_APPROVAL,  /* by whom the minutes were approved, and when */
  SCR_STEP_ASKS_REASON,    /* why it does not take place */
} ScrMeetingAsk;

/* What the rule looks at. */
typedef struct
{
  ScrMeetingState state;
  gboolean has_agenda;  /* there is at least one item */
  gboolean is_agreed;   /* it says with whom the agenda was agreed */
  gboolean needs_pack;  /* nobody said that none is needed */
  gboolean has_pack;    /* a pack went out */
  gboolean has_come;    /* its day is today or before */
  gboolean has_minutes; /* something is written of it or of one of its items */
  gboolean is_locked;   /* its minutes are approved, and no correction is open */
} ScrMeetingFacts;

const char *scr_meeting_state_get_id (ScrMeetingState state);
ScrMeetingState scr_meeting_state_from_id (const char *id);
void scr_meeting_facts_read (ScrMeetingFacts *facts, ScrSource *source, ScrItem *meeting);

gboolean scr_meeting_step_is_sensible (const ScrMeetingFacts *facts, ScrMeetingStep step);
ScrMeetingState scr_meeting_step_get_target (const ScrMeetingFacts *facts, ScrMeetingStep step);
ScrMeetingStep scr_meeting_get_next_step (const ScrMeetingFacts *facts);
ScrMeetingAsk scr_meeting_step_get_ask (ScrMeetingStep step);
char *
scr_meeting_step_dup_label (const ScrLanguage *language, const ScrMeetingFacts *facts, ScrMeetingStep step);

/* How a stepper shows a state. */
typedef enum
{
  SCR_STAGE_DONE,
  SCR_STAGE_NOW,
  SCR_STAGE_TO_COME,
  SCR_STAGE_STOPPED,
} ScrStageLook;

typedef struct
{
  ScrMeetingState state;
  ScrStageLook look;
  char *title;
  char *detail; /* by whom, with whom, when, why; "" if nothing is known */
} ScrMeetingStage;

GPtrArray *scr_meeting_stages_new (const ScrLanguage *language, ScrSource *source, ScrItem *meeting);
void scr_meeting_stage_free (ScrMeetingStage *self);
char *scr_meeting_stage_dup_name (const ScrLanguage *language, const ScrMeetingStage *self);

G_END_DECLS
