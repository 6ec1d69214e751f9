/* What people do with actions. See the header. */
#include "config.h"

#include "scr-action-commands.h"

#include "scr-action-log.h"
#include "scr-commands.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>

/* The day on which it was done goes with its being done. */
static void
set_state (ScrStore *store, ScrEdit *edit, const char *id, const char *state, const char *done_before)
{
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));
  gboolean done = g_strcmp0 (state, SCR_ACTION_DONE) == 0;

  scr_edit_set_text (edit, "action", id, "state", state);
  if (done && done_before == NULL)
    scr_edit_set_text (edit, "action", id, "done", today);
  else if (!done && done_before != NULL)
    scr_edit_set_text (edit, "action", id, "done", NULL);
}

/**
 * scr_command_add_action:
 * @store: the record
 * @title: (nullable): what is to be done; %NULL gives it a title that says it is new
 * @partnership: (nullable): the partnership it belongs to
 * @state: (nullable): identity of its state; %NULL is the first of the list
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the new action
 */
ScrItem *
scr_command_add_action (ScrStore *store,
                        const char *title,
                        const char *partnership,
                        const char *state,
                        GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit
      = scr_command_prepare_add (store, "action", NULL, title, partnership, NULL, NULL, &id);

  if (state != NULL)
    set_state (store, edit, id, state, NULL);
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "action", id);
}

/* "Done: Send the findings"; with no state, "State of Send the findings". */
static char *
dup_label (ScrStore *store, ScrItem *action, const char *state)
{
  g_autoptr (ScrItem) choice = scr_source_get (SCR_SOURCE (store), SCR_KIND_CHOICE, state);
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), action);
  g_autofree char *word = choice != NULL ? scr_format_title (NULL, SCR_SOURCE (store), choice) : NULL;

  if (word == NULL)
    return scr_command_dup_value_label (store, action, "state");
  /* TRANSLATORS: name of a change: a state, then the action that is in it now: "Done: Send the findings". */
  return g_strdup_printf (_ ("%1$s: %2$s"), word, title);
}

/**
 * scr_command_set_action_state:
 * @store: the record
 * @action: an action
 * @state: (nullable): identity of a state
 * @error: return location
 *
 * An action that is done now is done on the record's today, unless another day is noted; one that no longer
 * is has no such day. One that is in that state already is left as it is.
 *
 * Returns: whether it is in that state now
 */
gboolean
scr_command_set_action_state (ScrStore *store, ScrItem *action, const char *state, GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (g_strcmp0 (scr_item_get_text (action, "state"), state) == 0)
    return TRUE;
  label = dup_label (store, action, state);
  edit = scr_edit_new (label);
  set_state (store, edit, scr_item_get_id (action), state, scr_item_get_text (action, "done"));
  return scr_store_apply (store, edit, error);
}
