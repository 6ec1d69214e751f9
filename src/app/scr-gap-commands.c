/* What people decide about gaps. See the header. */
#include "config.h"

#include "scr-gap-commands.h"

#include "scr-command-parts.h"
#include "scr-gap-rules.h"
#include "scr-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* --- Choices of rules, where a record lacks them --- */

/* As data/vocabulary.json has them: older records began without some, and any may have been deleted for good.
 */
static const struct
{
  const char *id;
  const char *label;
  const char *position;
} rules[] = {
    {SCR_GAP_MISSING_LINK, N_ ("Missing link"), "b"},
    {SCR_GAP_PARTIAL_LINK, N_ ("Partial link"), "c"},
    {SCR_GAP_REPORT_RECEIVER, N_ ("Nobody receives the annual report"), "d"},
    {SCR_GAP_CONCERN_RECEIVER, N_ ("Nobody hears the scrutineer’s concerns"), "di"},
    {SCR_GAP_NO_LEAD, N_ ("A statutory partner without a lead"), "dm"},
    {SCR_GAP_NO_CHAIR, N_ ("A group without a chair"), "ds"},
    {SCR_GAP_NEVER_ATTENDED, N_ ("A group that the scrutineer never attended"), "e"},
    {SCR_GAP_NO_FREEDOM, N_ ("No freedom to roam"), "ei"},
    {SCR_GAP_ACCESS_REFUSED, N_ ("Access that was refused"), "em"},
    {SCR_GAP_TERM_ENDED, N_ ("A term that ends without a successor"), "f"},
    {SCR_GAP_SAME_PERSON, N_ ("Same person, new role"), "g"},
    {SCR_GAP_NOT_PUBLISHED, N_ ("Arrangements not yet published"), "h"},
    {SCR_GAP_BRIEF_REVIEW, N_ ("A brief past its review date"), "hm"},
};

/* Adds the choice of a rule to a record that lacks it. */
static void
provide_rule (ScrStore *store, ScrEdit *edit, const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].id, rule) == 0)
      scr_command_provide_choice (store, edit, rule, "gap-rule", _ (rules[i].label), rules[i].position);
}

/* --- Keeping a gap --- */

/* Names may be long: a title is cut to what its field holds. */
static void
set_title (ScrEdit *edit, const char *id, const char *title)
{
  glong most = scr_field_get_max_length (scr_kind_get_field (scr_kind_find ("gap"), "title"));
  g_autofree char *cut = NULL;
  g_autofree char *shown = NULL;

  if (g_utf8_strlen (title, -1) > most)
    {
      cut = g_utf8_substring (title, 0, most - 1);
      shown = g_strconcat (g_strchomp (cut), "…", NULL);
    }
  scr_edit_set_text (edit, "gap", id, "title", shown != NULL ? shown : title);
}

/* Begins a change to a gap; keeps it first, if it was only found. Sets @id to its identity. */
static ScrEdit *
begin (ScrStore *store, const ScrGapFound *gap, const char *words, char **id)
{
  g_autofree char *label = NULL;
  GString *text = g_string_new (words);
  ScrEdit *edit;

  g_string_replace (text, "%s", gap->title, 1);
  label = g_string_free (text, FALSE);
  edit = scr_edit_new (label);
  if (gap->kept != NULL)
    {
      *id = g_strdup (scr_item_get_id (gap->kept));
      return edit;
    }
  *id = scr_identity_new ();
  /* The choice first: what follows refers to it. */
  if (gap->rule != NULL)
    provide_rule (store, edit, gap->rule);
  scr_edit_add (edit, "gap", *id);
  scr_edit_set_text (edit, "gap", *id, "rule", gap->rule);
  set_title (edit, *id, gap->title);
  scr_edit_set_text (edit, "gap", *id, "partnership", gap->partnership);
  if (gap->about != NULL)
    scr_edit_set_text (edit, "gap", *id, "about", scr_item_get_id (gap->about));
  scr_edit_set_text (edit, "gap", *id, "state", "gap-state.open");
  return edit;
}

static ScrItem *
finish (ScrStore *store, ScrEdit *edit, const char *id, GError **error)
{
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), "gap", id);
}

/**
 * scr_command_accept_gap:
 * @store: the record
 * @gap: a gap of the record, made with words
 * @reason: why it is left as it is; may not be empty
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the gap as it is kept now
 */
ScrItem *
scr_command_accept_gap (ScrStore *store, const ScrGapFound *gap, const char *reason, GError **error)
{
  g_autofree char *why = scr_command_trim (reason);
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  g_return_val_if_fail (gap != NULL && gap->title != NULL, NULL);
  if (why == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say why the gap is accepted."));
      return NULL;
    }
  /* TRANSLATORS: name of a change; %s is what is missing. */
  edit = begin (store, gap, _ ("Accept the gap %s"), &id);
  scr_edit_set_text (edit, "gap", id, "state", "gap-state.accepted");
  scr_edit_set_text (edit, "gap", id, "reason", why);
  scr_edit_set_text (edit, "gap", id, "closed", NULL);
  return finish (store, edit, id, error);
}

/**
 * scr_command_assign_gap:
 * @store: the record
 * @gap: a gap of the record, made with words
 * @owner: (nullable): identity of the person, appointment or organisation that is to close it
 * @due: (nullable): the day by which it is to be closed
 * @error: return location
 *
 * One that was accepted stays so; one that was closed, and is found again, is open.
 *
 * Returns: (transfer full) (nullable): the gap as it is kept now
 */
ScrItem *
scr_command_assign_gap (ScrStore *store,
                        const ScrGapFound *gap,
                        const char *owner,
                        const char *due,
                        GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  g_return_val_if_fail (gap != NULL && gap->title != NULL, NULL);
  /* TRANSLATORS: name of a change; %s is what is missing. */
  edit = begin (store, gap, _ ("Owner and due day of the gap %s"), &id);
  scr_edit_set_text (edit, "gap", id, "owner", owner);
  scr_edit_set_text (edit, "gap", id, "due", due);
  if (gap->is_again)
    {
      scr_edit_set_text (edit, "gap", id, "state", "gap-state.open");
      scr_edit_set_text (edit, "gap", id, "closed", NULL);
    }
  return finish (store, edit, id, error);
}

/**
 * scr_command_close_gap:
 * @store: the record
 * @gap: a gap of the record, made with words
 * @resolution: (nullable): how it was settled; needed unless no rule finds it any more
 * @error: return location
 *
 * Closes it on the record's today. A gap that a rule still finds shows as open again.
 *
 * Returns: (transfer full) (nullable): the gap as it is kept now
 */
ScrItem *
scr_command_close_gap (ScrStore *store, const ScrGapFound *gap, const char *resolution, GError **error)
{
  g_autofree char *how = scr_command_trim (resolution);
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (store));
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  g_return_val_if_fail (gap != NULL && gap->title != NULL, NULL);
  if (how == NULL && !gap->is_gone)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say how the gap was settled."));
      return NULL;
    }
  /* TRANSLATORS: name of a change; %s is what was missing. */
  edit = begin (store, gap, _ ("Close the gap %s"), &id);
  scr_edit_set_text (edit, "gap", id, "state", "gap-state.closed");
  scr_edit_set_text (edit, "gap", id, "closed", today);
  if (how != NULL)
    scr_edit_set_text (edit, "gap", id, "resolution", how);
  return finish (store, edit, id, error);
}

/**
 * scr_command_reopen_gap:
 * @store: the record
 * @gap: a gap of the record, made with words
 * @error: return location
 *
 * Opens a gap that was accepted or closed. Owner, due day and what was settled stay; why it was accepted does
 * not.
 *
 * Returns: (transfer full) (nullable): the gap as it is kept now
 */
ScrItem *
scr_command_reopen_gap (ScrStore *store, const ScrGapFound *gap, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  g_return_val_if_fail (gap != NULL && gap->title != NULL, NULL);
  /* TRANSLATORS: name of a change; %s is what is missing. */
  edit = begin (store, gap, _ ("Open the gap %s again"), &id);
  scr_edit_set_text (edit, "gap", id, "state", "gap-state.open");
  scr_edit_set_text (edit, "gap", id, "closed", NULL);
  scr_edit_set_text (edit, "gap", id, "reason", NULL);
  return finish (store, edit, id, error);
}
