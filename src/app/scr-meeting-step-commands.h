/* The steps of a meeting: agenda agreed, pack issued, held, minutes begun, cancelled, reinstated, and back.
 *
 * Each is one labelled change. Which steps are sensible says scr-meeting-steps; approving minutes is a
 * command of scr-minutes-commands. On failure nothing is altered and the error says why in a plain sentence.
 * Main thread, with the thread's own store.
 */
#pragma once

#include "scr-error.h"
#include "scr-meeting-steps.h"
#include "scr-store.h"

G_BEGIN_DECLS

/**
 * ScrStepAnswer:
 * @who: (nullable): identity of the person, appointment or group with whom the agenda was agreed
 * @day: (nullable): the day on which the pack went out
 * @reason: (nullable): why the meeting does not take place
 *
 * What the person said to what a step asks.
 */
typedef struct
{
  const char *who;
  const char *day;
  const char *reason;
} ScrStepAnswer;

gboolean scr_command_take_step (ScrStore *store,
                                ScrItem *meeting,
                                ScrMeetingStep step,
                                const ScrStepAnswer *answer,
                                GError **error);

G_END_DECLS
