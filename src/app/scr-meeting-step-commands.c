/* The steps of a meeting. See the header. */
#include "config.h"

#include "scr-meeting-step-commands.h"

#include "scr-format.h"
#include "scr-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* By ScrMeetingStep: what the change is called; %s is the meeting. */
static const char *const labels[SCR_N_STEPS] = {
    [SCR_STEP_AGREE_AGENDA] = N_ ("Agree the agenda of %s"),
    [SCR_STEP_ISSUE_PACK] = N_ ("Issue the pack of %s"),
    [SCR_STEP_HOLD] = N_ ("%s was held"),
    [SCR_STEP_DRAFT_MINUTES] = N_ ("Begin the minutes of %s"),
    [SCR_STEP_REINSTATE] = N_ ("Reinstate %s"),
    [SCR_STEP_BACK] = N_ ("Take back the state of %s"),
    [SCR_STEP_CANCEL] = N_ ("Cancel %s"),
};

static ScrEdit *
begin (ScrItem *meeting, ScrMeetingStep step)
{
  GString *text = g_string_new (_ (labels[step]));
  g_autofree char *label = NULL;

  g_string_replace (text, "%s", scr_item_get_text (meeting, "title"), 1);
  label = g_string_free (text, FALSE);
  return scr_edit_new (label);
}

/* A trimmed text, or %NULL if nothing but space was typed. */
static char *
trim (const char *text)
{
  char *trimmed = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (trimmed != NULL && *trimmed == '\0')
    g_clear_pointer (&trimmed, g_free);
  return trimmed;
}

/* The pack that is made but did not go out yet, or a new one with the next number, went out on @day. */
static void
issue_pack (ScrStore *store, ScrEdit *edit, ScrItem *meeting, const char *day)
{
  g_autoptr (GPtrArray) packs
      = scr_source_list_by (SCR_SOURCE (store), "pack", "meeting", scr_item_get_id (meeting));
  g_autofree char *title = NULL;
  g_autofree char *version = NULL;
  const char *id;

  for (guint i = 0; i < packs->len; i++)
    if (scr_item_get_text (packs->pdata[i], "issued") == NULL)
      {
        scr_edit_set_text (edit, "pack", scr_item_get_id (packs->pdata[i]), "issued", day);
        return;
      }
  /* TRANSLATORS: title of a pack of papers; %s is a meeting. */
  title = g_strdup_printf (_ ("Pack for %.150s"), scr_item_get_text (meeting, "title"));
  version = g_strdup_printf ("%u", packs->len + 1);
  id = scr_edit_add (edit, "pack", NULL);
  scr_edit_set_text (edit, "pack", id, "title", title);
  scr_edit_set_text (edit, "pack", id, "meeting", scr_item_get_id (meeting));
  scr_edit_set_text (edit, "pack", id, "version", version);
  scr_edit_set_text (edit, "pack", id, "issued", day);
}

static gboolean
fill (ScrStore *store,
      ScrEdit *edit,
      ScrItem *meeting,
      ScrMeetingStep step,
      const ScrStepAnswer *answer,
      GError **error)
{
  const char *id = scr_item_get_id (meeting);
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));
  g_autofree char *reason = trim (answer != NULL ? answer->reason : NULL);

  if (step == SCR_STEP_CANCEL && reason == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say why the meeting is cancelled."));
      return FALSE;
    }
  if (step == SCR_STEP_AGREE_AGENDA && answer != NULL && answer->who != NULL)
    scr_edit_set_text (edit, "meeting", id, "agreed_with", answer->who);
  if (step == SCR_STEP_ISSUE_PACK)
    {
      issue_pack (store, edit, meeting, answer != NULL && answer->day != NULL ? answer->day : today);
      scr_edit_set_text (edit, "meeting", id, "pack_state", "pack-state.issued");
    }
  if (step == SCR_STEP_CANCEL || step == SCR_STEP_REINSTATE)
    scr_edit_set_text (edit, "meeting", id, "cancel_reason", reason);
  return TRUE;
}

/**
 * scr_command_take_step:
 * @store: the record
 * @meeting: a meeting of it
 * @step: a step that is not %SCR_STEP_APPROVE_MINUTES
 * @answer: (nullable): what the person said to what the step asks
 * @error: return location
 *
 * A step that is not sensible (any more) is refused.
 *
 * Returns: whether it is taken
 */
gboolean
scr_command_take_step (ScrStore *store,
                       ScrItem *meeting,
                       ScrMeetingStep step,
                       const ScrStepAnswer *answer,
                       GError **error)
{
  ScrMeetingFacts facts;
  g_autoptr (ScrEdit) edit = NULL;
  const char *state;

  g_return_val_if_fail (step < SCR_N_STEPS && step != SCR_STEP_APPROVE_MINUTES, FALSE);
  scr_meeting_facts_read (&facts, SCR_SOURCE (store), meeting);
  if (!scr_meeting_step_is_sensible (&facts, step))
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID,
                           _ ("The meeting has changed meanwhile: look at where it stands now."));
      return FALSE;
    }
  edit = begin (meeting, step);
  state = scr_meeting_state_get_id (scr_meeting_step_get_target (&facts, step));
  scr_edit_set_text (edit, "meeting", scr_item_get_id (meeting), "state", state);
  return fill (store, edit, meeting, step, answer, error) && scr_store_apply (store, edit, error);
}
