/* What people do with the minutes of a meeting. See the header; approving and correcting are in
 * scr-minutes-versions.c. */
#include "config.h"

#include "scr-minutes-commands.h"

#include "scr-command-parts.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-matters-arising.h"
#include "scr-order-key.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * scr_command_write_minutes:
 * @store: the record
 * @of: an agenda item, or a meeting for its minutes as a whole
 * @text: (nullable): CommonMark
 * @typing: whether more of the same may follow at once
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_write_minutes (ScrStore *store, ScrItem *of, const char *text, gboolean typing, GError **error)
{
  gboolean is_meeting = strcmp (scr_item_get_kind (of)->name, "meeting") == 0;
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  return scr_command_set_value (store, of, is_meeting ? "summary" : "text", &value, typing, error);
}

/* --- What came of an item --- */

/* Begins to add what came of a meeting; NULL if nothing was said. */
static ScrEdit *
begin (ScrStore *store,
       ScrItem *meeting,
       const char *kind,
       const char *field,
       const char *words,
       const char *unsaid,
       char **id,
       GError **error)
{
  g_autofree char *said = scr_command_trim (words);
  g_autofree char *label = NULL;
  ScrEdit *edit;

  if (said == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, unsaid);
      return NULL;
    }
  label = g_strdup_printf (_ ("Add %s"), said);
  edit = scr_command_prepare_add (store, kind, label, said, scr_item_get_text (meeting, "partnership"), field,
                                  scr_item_get_id (meeting), id);
  return edit;
}

static ScrItem *
finish (ScrStore *store, const ScrEdit *edit, const char *kind, const char *id, GError **error)
{
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), kind, id);
}

/**
 * scr_command_minute_decision:
 * @store: the record
 * @meeting: where it was made
 * @agenda_item: (nullable): identity of the item
 * @words: what was decided
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the new decision
 */
ScrItem *
scr_command_minute_decision (ScrStore *store,
                             ScrItem *meeting,
                             const char *agenda_item,
                             const char *words,
                             GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit
      = begin (store, meeting, "decision", "meeting", words, _ ("Say what was decided."), &id, error);

  if (edit == NULL)
    return NULL;
  scr_edit_set_text (edit, "decision", id, "item", agenda_item);
  return finish (store, edit, "decision", id, error);
}

/* The priority that an item, or else the meeting, is about. */
static const char *
find_priority (ScrStore *store, ScrItem *meeting, const char *agenda_item)
{
  g_autoptr (ScrItem) item = scr_source_get (SCR_SOURCE (store), "agenda_item", agenda_item);
  g_autoptr (ScrItem) about
      = item != NULL ? scr_source_get_referred (SCR_SOURCE (store), item, "about") : NULL;

  if (about != NULL && strcmp (scr_item_get_kind (about)->name, "priority") == 0)
    return scr_item_get_text (item, "about");
  return scr_item_get_text (meeting, "priority");
}

/**
 * scr_command_minute_action:
 * @store: the record
 * @meeting: where it was agreed
 * @agenda_item: (nullable): identity of the item
 * @words: what is to be done
 * @owner: (nullable): identity of who does it
 * @due: (nullable): the day by which it is to be done
 * @error: return location
 *
 * It stands in the action log from now on.
 *
 * Returns: (transfer full) (nullable): the new action
 */
ScrItem *
scr_command_minute_action (ScrStore *store,
                           ScrItem *meeting,
                           const char *agenda_item,
                           const char *words,
                           const char *owner,
                           const char *due,
                           GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *priority = NULL;
  g_autoptr (ScrEdit) edit
      = begin (store, meeting, "action", "meeting", words, _ ("Say what is to be done."), &id, error);

  if (edit == NULL)
    return NULL;
  priority = g_strdup (find_priority (store, meeting, agenda_item));
  scr_edit_set_text (edit, "action", id, "item", agenda_item);
  scr_edit_set_text (edit, "action", id, "owner", owner);
  scr_edit_set_text (edit, "action", id, "due", due);
  scr_edit_set_text (edit, "action", id, "priority", priority);
  return finish (store, edit, "action", id, error);
}

/**
 * scr_command_minute_evidence:
 * @store: the record
 * @meeting: where it was gathered
 * @agenda_item: (nullable): identity of the item
 * @words: what it is
 * @error: return location
 *
 * Evidence is the scrutineer's, and no part of the minutes: it may be added when they are approved.
 *
 * Returns: (transfer full) (nullable): the new evidence
 */
ScrItem *
scr_command_minute_evidence (ScrStore *store,
                             ScrItem *meeting,
                             const char *agenda_item,
                             const char *words,
                             GError **error)
{
  g_autofree char *id = NULL;
  g_autofree char *priority = NULL;
  g_autoptr (ScrEdit) edit
      = begin (store, meeting, "evidence", "activity", words, _ ("Say what the evidence is."), &id, error);

  if (edit == NULL)
    return NULL;
  priority = g_strdup (find_priority (store, meeting, agenda_item));
  scr_edit_set_text (edit, "evidence", id, "item", agenda_item);
  scr_edit_set_text (edit, "evidence", id, "day", scr_item_get_text (meeting, "day"));
  scr_edit_set_text (edit, "evidence", id, "priority", priority);
  return finish (store, edit, "evidence", id, error);
}

/* --- Matters arising --- */

/**
 * scr_command_get_matters_arising_title:
 *
 * Returns: (transfer none): what the item is called under which open actions of earlier meetings stand
 */
const char *
scr_command_get_matters_arising_title (void)
{
  return _ ("Matters arising");
}

static char *
dup_first_key (ScrStore *store, ScrItem *meeting)
{
  const ScrQuery query = {
      .kind = "agenda_item",
      .conditions = {{"meeting", SCR_IS, scr_item_get_id (meeting), 0}, {"under", SCR_IS_EMPTY, NULL, 0}},
      .order = "position",
      .limit = 1,
  };
  g_autoptr (GPtrArray) first = scr_source_list (SCR_SOURCE (store), &query);

  return scr_order_key_between (
      NULL, first->len > 0 ? scr_item_get_text (g_ptr_array_index (first, 0), "position") : NULL);
}

/* The keys of those that stand under an item go on after its last. */
static char *
dup_last_key (ScrStore *store, const char *under)
{
  const ScrQuery query = {
      .kind = "agenda_item",
      .conditions = {{"under", SCR_IS, under, 0}},
      .order = "-position",
      .limit = 1,
  };
  g_autoptr (GPtrArray) last = scr_source_list (SCR_SOURCE (store), &query);

  return last->len > 0 ? g_strdup (scr_item_get_text (g_ptr_array_index (last, 0), "position")) : NULL;
}

static void
add_matter (ScrEdit *edit, ScrItem *meeting, const char *under, ScrItem *action, const char *key)
{
  g_autofree char *id = scr_identity_new ();

  scr_edit_add (edit, "agenda_item", id);
  scr_edit_set_text (edit, "agenda_item", id, "title", scr_item_get_text (action, "title"));
  scr_edit_set_text (edit, "agenda_item", id, "meeting", scr_item_get_id (meeting));
  scr_edit_set_text (edit, "agenda_item", id, "under", under);
  scr_edit_set_text (edit, "agenda_item", id, "lead", scr_item_get_text (action, "owner"));
  scr_edit_set_text (edit, "agenda_item", id, "carried_from", scr_item_get_text (action, "item"));
  scr_edit_set_text (edit, "agenda_item", id, "position", key);
}

/**
 * scr_command_add_matters_arising:
 * @store: the record
 * @meeting: a meeting that is ahead
 * @error: return location
 *
 * Puts the open actions of earlier meetings of its group under one item of its agenda, each led by its owner.
 * What stands there already is not put there again.
 *
 * Returns: (transfer full) (nullable): the item that they stand under
 */
ScrItem *
scr_command_add_matters_arising (ScrStore *store, ScrItem *meeting, GError **error)
{
  const char *title = scr_command_get_matters_arising_title ();
  g_autoptr (GPtrArray) matters = scr_matters_arising_list (SCR_SOURCE (store), meeting);
  g_autoptr (ScrItem) whole = scr_matters_arising_find_item (SCR_SOURCE (store), meeting, title);
  g_autoptr (ScrEdit) edit = scr_edit_new (_ ("Add matters arising"));
  g_autofree char *id = whole != NULL ? g_strdup (scr_item_get_id (whole)) : scr_identity_new ();
  g_autofree char *key = NULL;

  if (matters->len == 0)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_NOT_FOUND,
                           _ ("No action of an earlier meeting is open that is not on the agenda already."));
      return NULL;
    }
  if (whole == NULL)
    {
      g_autofree char *first = dup_first_key (store, meeting);

      scr_edit_add (edit, "agenda_item", id);
      scr_edit_set_text (edit, "agenda_item", id, "title", title);
      scr_edit_set_text (edit, "agenda_item", id, "meeting", scr_item_get_id (meeting));
      scr_edit_set_text (edit, "agenda_item", id, "position", first);
    }
  key = dup_last_key (store, id);
  for (guint i = 0; i < matters->len; i++)
    {
      char *next = scr_order_key_between (key, NULL);

      add_matter (edit, meeting, id, g_ptr_array_index (matters, i), next);
      g_free (key);
      key = next;
    }
  return finish (store, edit, "agenda_item", id, error);
}
