/* Versions of minutes: approving them, and correcting what was approved. See scr-minutes-commands.h. */
#include "config.h"

#include "scr-minutes-commands.h"

#include "scr-command-parts.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-minutes-content.h"
#include "scr-minutes-lock.h"
#include "scr-minutes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define VERSION "minutes_version"
#define MEETING_APPROVED "meeting-state.minutes-approved"
#define MEETING_DRAFT "meeting-state.minutes-draft"

/* As data/vocabulary.json has them. */
static const struct
{
  const char *id;
  const char *list;
  const char *label;
  const char *position;
} states[] = {
    {SCR_MINUTES_DRAFT, "minutes-state", N_ ("Draft"), "b"},
    {SCR_MINUTES_APPROVED, "minutes-state", N_ ("Approved"), "c"},
    {SCR_MINUTES_CORRECTED, "minutes-state", N_ ("Corrected since"), "d"},
    {MEETING_DRAFT, "meeting-state", N_ ("Minutes in draft"), "f"},
    {MEETING_APPROVED, "meeting-state", N_ ("Minutes approved"), "g"},
};

/* Begins a change of minutes, in a record that has the words for it. */
static ScrEdit *
begin (ScrStore *store, ScrItem *meeting, const char *words)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), meeting);
  g_autoptr (GString) label = g_string_new (words);
  ScrEdit *edit;

  g_string_replace (label, "%s", title, 1);
  edit = scr_edit_new (label->str);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    scr_command_provide_choice (store, edit, states[i].id, states[i].list, _ (states[i].label),
                                states[i].position);
  return edit;
}

static gboolean
refuse (ScrStore *store, ScrItem *meeting, ScrErrorCode code, const char *words, GError **error)
{
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), meeting);
  g_autoptr (GString) message = g_string_new (words);

  g_string_replace (message, "%s", title, 1);
  g_set_error_literal (error, SCR_ERROR, (int)code, message->str);
  return FALSE;
}

static ScrItem *
get_version (ScrStore *store, ScrItem *meeting, const char *state)
{
  return scr_minutes_get_version (SCR_SOURCE (store), scr_item_get_id (meeting), state);
}

/* A version with the minutes as they are now. */
static void
add_approved (ScrStore *store, ScrEdit *edit, ScrItem *meeting, guint number, const char *day, const char *by)
{
  g_autofree char *id = scr_identity_new ();
  g_autofree char *text = scr_minutes_dup_text (SCR_SOURCE (store), meeting, NULL);

  scr_edit_add (edit, VERSION, id);
  scr_edit_set_text (edit, VERSION, id, "meeting", scr_item_get_id (meeting));
  scr_edit_set_number (edit, VERSION, id, "number", number);
  scr_edit_set_text (edit, VERSION, id, "state", SCR_MINUTES_APPROVED);
  scr_edit_set_text (edit, VERSION, id, "approved", day);
  scr_edit_set_text (edit, VERSION, id, "approved_by", by);
  scr_edit_set_text (edit, VERSION, id, "text", text);
}

static void
approve_draft (ScrStore *store,
               ScrEdit *edit,
               ScrItem *meeting,
               ScrItem *draft,
               const char *day,
               const char *by)
{
  const char *id = scr_item_get_id (draft);
  g_autofree char *text = scr_minutes_dup_text (SCR_SOURCE (store), meeting, NULL);

  scr_edit_set_text (edit, VERSION, id, "state", SCR_MINUTES_APPROVED);
  scr_edit_set_text (edit, VERSION, id, "approved", day);
  scr_edit_set_text (edit, VERSION, id, "approved_by", by);
  scr_edit_set_text (edit, VERSION, id, "text", text);
  scr_edit_set_text (edit, VERSION, id, "before", NULL);
}

static gboolean
may_be_approved (ScrStore *store, ScrItem *meeting, const char *day, GError **error)
{
  const char *held = scr_item_get_text (meeting, "day");

  if (g_strcmp0 (scr_item_get_text (meeting, "state"), "meeting-state.cancelled") == 0)
    return refuse (store, meeting, SCR_ERROR_INVALID,
                   /* TRANSLATORS: %s is the title of a meeting. */
                   _ ("%s was cancelled: there are no minutes to approve."), error);
  if (held != NULL && day != NULL && strcmp (day, held) < 0)
    return refuse (store, meeting, SCR_ERROR_INVALID,
                   /* TRANSLATORS: %s is the title of a meeting. */
                   _ ("The minutes of %s cannot be approved before the day on which it is held."), error);
  return TRUE;
}

/**
 * scr_command_approve_minutes:
 * @store: the record
 * @meeting: a meeting
 * @day: (nullable): on which they were approved; %NULL is today
 * @by: (nullable): identity of the group, person or appointment that approved them
 * @error: return location
 *
 * Keeps the minutes as a version and locks them. Where a correction was begun, it is that version, and the
 * one before is "corrected since".
 *
 * Returns: whether they are approved
 */
gboolean
scr_command_approve_minutes (ScrStore *store,
                             ScrItem *meeting,
                             const char *day,
                             const char *by,
                             GError **error)
{
  g_autoptr (ScrItem) draft = get_version (store, meeting, SCR_MINUTES_DRAFT);
  g_autoptr (ScrItem) approved = get_version (store, meeting, SCR_MINUTES_APPROVED);
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));
  g_autoptr (ScrEdit) edit = NULL;

  if (draft == NULL && approved != NULL)
    return refuse (store, meeting, SCR_ERROR_CONFLICT,
                   /* TRANSLATORS: %s is the title of a meeting. */
                   _ ("The minutes of %s are approved already."), error);
  if (day == NULL)
    day = today;
  if (!may_be_approved (store, meeting, day, error))
    return FALSE;
  /* TRANSLATORS: name of a change; %s is the title of a meeting. */
  edit = begin (store, meeting, _ ("Approve the minutes of %s"));
  if (draft != NULL)
    approve_draft (store, edit, meeting, draft, day, by);
  else
    add_approved (store, edit, meeting,
                  scr_minutes_get_next_number (SCR_SOURCE (store), scr_item_get_id (meeting)), day, by);
  if (approved != NULL)
    scr_edit_set_text (edit, VERSION, scr_item_get_id (approved), "state", SCR_MINUTES_CORRECTED);
  scr_edit_set_text (edit, "meeting", scr_item_get_id (meeting), "state", MEETING_APPROVED);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_begin_correction:
 * @store: the record
 * @meeting: a meeting whose minutes are approved
 * @reason: what is to be corrected, and why; may not be empty
 * @error: return location
 *
 * Opens the minutes by a further version in draft. Approved minutes of which no version was kept get one
 * first.
 *
 * Returns: whether they may be altered now
 */
gboolean
scr_command_begin_correction (ScrStore *store, ScrItem *meeting, const char *reason, GError **error)
{
  const char *meeting_id = scr_item_get_id (meeting);
  g_autofree char *why = scr_command_trim (reason);
  g_autofree char *content = NULL;
  g_autofree char *id = scr_identity_new ();
  g_autoptr (ScrEdit) edit = NULL;
  guint number;

  if (!scr_minutes_are_locked (SCR_SOURCE (store), meeting_id))
    return refuse (store, meeting, SCR_ERROR_CONFLICT,
                   /* TRANSLATORS: %s is the title of a meeting. */
                   _ ("The minutes of %s are open: they can be altered without a correction."), error);
  if (why == NULL)
    return refuse (store, meeting, SCR_ERROR_INVALID, _ ("Say what is to be corrected, and why."), error);
  /* TRANSLATORS: name of a change; %s is the title of a meeting. */
  edit = begin (store, meeting, _ ("Begin a correction of the minutes of %s"));
  number = scr_minutes_get_next_number (SCR_SOURCE (store), meeting_id);
  if (number == 1)
    add_approved (store, edit, meeting, number++, NULL, NULL);
  content = scr_minutes_take_content (SCR_SOURCE (store), meeting_id);
  scr_edit_add (edit, VERSION, id);
  scr_edit_set_text (edit, VERSION, id, "meeting", meeting_id);
  scr_edit_set_number (edit, VERSION, id, "number", number);
  scr_edit_set_text (edit, VERSION, id, "state", SCR_MINUTES_DRAFT);
  scr_edit_set_text (edit, VERSION, id, "reason", why);
  scr_edit_set_text (edit, VERSION, id, "before", content);
  scr_edit_set_text (edit, "meeting", meeting_id, "state", MEETING_DRAFT);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_discard_correction:
 * @store: the record
 * @meeting: a meeting whose minutes are being corrected
 * @error: return location
 *
 * Makes the minutes again what was approved. What was added since goes into the bin; the version begun goes
 * for good, and undo brings it back.
 *
 * Returns: whether it worked
 */
gboolean
scr_command_discard_correction (ScrStore *store, ScrItem *meeting, GError **error)
{
  const char *meeting_id = scr_item_get_id (meeting);
  g_autoptr (ScrItem) draft = get_version (store, meeting, SCR_MINUTES_DRAFT);
  g_autoptr (ScrEdit) edit = NULL;

  if (draft == NULL)
    return refuse (store, meeting, SCR_ERROR_NOT_FOUND,
                   /* TRANSLATORS: %s is the title of a meeting. */
                   _ ("No correction of the minutes of %s is begun."), error);
  /* TRANSLATORS: name of a change; %s is the title of a meeting. */
  edit = begin (store, meeting, _ ("Discard the correction of the minutes of %s"));
  if (!scr_minutes_put_content_back (SCR_SOURCE (store), meeting_id, scr_item_get_text (draft, "before"),
                                     edit))
    return refuse (store, meeting, SCR_ERROR_DAMAGED,
                   _ ("What the minutes were before cannot be read. Correct them by hand, and approve them."),
                   error);
  scr_edit_purge (edit, VERSION, scr_item_get_id (draft));
  scr_edit_set_text (edit, "meeting", meeting_id, "state", MEETING_APPROVED);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_write_shipped_versions:
 * @store: a record that was just made from shipped data
 * @error: return location
 *
 * Shipped data says which minutes are approved, when and by whom. Here their versions get their text, in the
 * interface's language. That is no change of a person: the record begins with it.
 *
 * Returns: whether it worked
 */
gboolean
scr_command_write_shipped_versions (ScrStore *store, GError **error)
{
  const ScrQuery query
      = {.kind = VERSION,
         .conditions = {{"state", SCR_IS, SCR_MINUTES_APPROVED, 0}, {"text", SCR_IS_EMPTY, NULL, 0}}};
  g_autoptr (GPtrArray) versions = scr_source_list (SCR_SOURCE (store), &query);
  g_autoptr (ScrEdit) edit = scr_edit_new (_ ("Load the example"));

  for (guint i = 0; i < versions->len; i++)
    {
      g_autoptr (ScrItem) meeting
          = scr_source_get_referred (SCR_SOURCE (store), versions->pdata[i], "meeting");
      g_autofree char *text
          = meeting != NULL ? scr_minutes_dup_text (SCR_SOURCE (store), meeting, NULL) : NULL;

      scr_edit_set_text (edit, VERSION, scr_item_get_id (versions->pdata[i]), "text", text);
    }
  return versions->len == 0 || scr_store_seed (store, edit, error);
}
