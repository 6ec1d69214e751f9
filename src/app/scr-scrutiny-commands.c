/* What the scrutineer does at a meeting. See the header. */
#include "config.h"

#include "scr-scrutiny-commands.h"

#include "scr-command-parts.h"
#include "scr-commands.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>

static ScrItem *
finish (ScrStore *store, ScrEdit *edit, const char *kind, const char *id, GError **error)
{
  if (!scr_store_apply (store, edit, error))
    return NULL;
  return scr_source_get (SCR_SOURCE (store), kind, id);
}

static ScrEdit *
begin (ScrStore *store,
       ScrItem *meeting,
       const char *kind,
       const char *words,
       const char *title,
       const char *field,
       char **id)
{
  g_autoptr (GString) label = g_string_new (words);

  g_string_replace (label, "%s", title, 1);
  return scr_command_prepare_add (store, kind, label->str, title, scr_item_get_text (meeting, "partnership"),
                                  field, scr_item_get_id (meeting), id);
}

/* The day of a meeting, or today where it has none. */
static char *
dup_day (ScrStore *store, ScrItem *meeting)
{
  const char *day = meeting != NULL ? scr_item_get_text (meeting, "day") : NULL;

  return day != NULL ? g_strdup (day) : scr_source_dup_today (SCR_SOURCE (store));
}

/**
 * scr_command_plan_asking:
 * @store: the record
 * @meeting: where the question is to be put
 * @question: identity of a question
 * @priority: (nullable): identity of the priority that it is about; %NULL is the meeting's
 * @error: return location
 *
 * A planned asking has no day yet: it gets the meeting's when it is asked.
 *
 * Returns: (transfer full) (nullable): the new asking
 */
ScrItem *
scr_command_plan_asking (ScrStore *store,
                         ScrItem *meeting,
                         const char *question,
                         const char *priority,
                         GError **error)
{
  g_autoptr (ScrItem) asked = scr_source_get (SCR_SOURCE (store), "question", question);
  g_autofree char *title = NULL;
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (asked == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_NOT_FOUND,
                           _ ("This question is no longer in the record."));
      return NULL;
    }
  title = scr_format_title (NULL, SCR_SOURCE (store), asked);
  /* TRANSLATORS: name of a change; %s is a question. */
  edit = begin (store, meeting, "asking", _ ("Plan to ask %s"), title, "forum", &id);
  scr_edit_set_text (edit, "asking", id, "question", question);
  scr_edit_set_text (edit, "asking", id, "day", NULL);
  scr_edit_set_text (edit, "asking", id, "priority",
                     priority != NULL ? priority : scr_item_get_text (meeting, "priority"));
  scr_edit_set_text (edit, "asking", id, "of", scr_item_get_text (meeting, "group"));
  return finish (store, edit, "asking", id, error);
}

/**
 * scr_command_mark_asked:
 * @store: the record
 * @asking: an asking
 * @asked: whether it was put
 * @error: return location
 *
 * Returns: whether it is kept
 */
gboolean
scr_command_mark_asked (ScrStore *store, ScrItem *asking, gboolean asked, GError **error)
{
  g_autoptr (ScrItem) meeting
      = scr_source_get (SCR_SOURCE (store), "meeting", scr_item_get_text (asking, "forum"));
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (store), asking);
  g_autofree char *day = dup_day (store, meeting);
  g_autofree char *label = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  /* TRANSLATORS: name of a change; %s is a question. */
  label = g_strdup_printf (asked ? _ ("Asked: %s") : _ ("Not asked: %s"), title);
  edit = scr_edit_new (label);
  scr_edit_set_text (edit, "asking", scr_item_get_id (asking), "day", asked ? day : NULL);
  return scr_store_apply (store, edit, error);
}

/**
 * scr_command_record_answer:
 * @store: the record
 * @asking: what was asked
 * @words: the answer in a sentence
 * @judgement: (nullable): identity of the choice that judges it
 * @text: (nullable): the answer in full, CommonMark
 * @error: return location
 *
 * What was not marked as asked is so now.
 *
 * Returns: (transfer full) (nullable): the new answer
 */
ScrItem *
scr_command_record_answer (ScrStore *store,
                           ScrItem *asking,
                           const char *words,
                           const char *judgement,
                           const char *text,
                           GError **error)
{
  g_autoptr (ScrItem) meeting
      = scr_source_get (SCR_SOURCE (store), "meeting", scr_item_get_text (asking, "forum"));
  g_autoptr (ScrItem) question = scr_source_get_referred (SCR_SOURCE (store), asking, "question");
  g_autofree char *said = scr_command_trim (words);
  g_autofree char *day = NULL;
  g_autofree char *label = NULL;
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (said == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say in a sentence what was answered."));
      return NULL;
    }
  day = scr_item_get_text (asking, "day") != NULL ? g_strdup (scr_item_get_text (asking, "day"))
                                                  : dup_day (store, meeting);
  /* TRANSLATORS: name of a change; %s is an answer. */
  label = g_strdup_printf (_ ("Answer: %s"), said);
  edit
      = scr_command_prepare_add (store, "answer", label, said, NULL, "asking", scr_item_get_id (asking), &id);
  scr_edit_set_text (edit, "answer", id, "day", day);
  scr_edit_set_text (edit, "answer", id, "judgement", judgement);
  scr_edit_set_text (edit, "answer", id, "text", text);
  if (question != NULL)
    scr_edit_set_text (edit, "answer", id, "about", scr_item_get_text (question, "about"));
  scr_edit_set_text (edit, "asking", scr_item_get_id (asking), "day", day);
  return finish (store, edit, "answer", id, error);
}

/**
 * scr_command_deliver_message:
 * @store: the record
 * @meeting: where it was told
 * @agenda_item: (nullable): identity of the item of its agenda at which it was told
 * @message: identity of a key message
 * @by: (nullable): identity of who told it
 * @reaction: (nullable): how it was taken
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the new delivery
 */
ScrItem *
scr_command_deliver_message (ScrStore *store,
                             ScrItem *meeting,
                             const char *agenda_item,
                             const char *message,
                             const char *by,
                             const char *reaction,
                             GError **error)
{
  g_autoptr (ScrItem) told = scr_source_get (SCR_SOURCE (store), "key_message", message);
  g_autofree char *title = NULL;
  g_autofree char *taken = scr_command_trim (reaction);
  g_autofree char *day = dup_day (store, meeting);
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (told == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Choose the key message that was told."));
      return NULL;
    }
  title = scr_format_title (NULL, SCR_SOURCE (store), told);
  /* TRANSLATORS: name of a change; %s is a key message. */
  edit = begin (store, meeting, "delivery", _ ("Told: %s"), title, "meeting", &id);
  scr_edit_set_text (edit, "delivery", id, "message", message);
  scr_edit_set_text (edit, "delivery", id, "item", agenda_item);
  scr_edit_set_text (edit, "delivery", id, "day", day);
  scr_edit_set_text (edit, "delivery", id, "by", by);
  scr_edit_set_text (edit, "delivery", id, "reaction", taken);
  return finish (store, edit, "delivery", id, error);
}

/**
 * scr_command_raise_challenge:
 * @store: the record
 * @meeting: where it was raised
 * @words: what was raised
 * @to: (nullable): identity of whom it was raised with; %NULL is the meeting's group
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the new challenge
 */
ScrItem *
scr_command_raise_challenge (ScrStore *store,
                             ScrItem *meeting,
                             const char *words,
                             const char *to,
                             GError **error)
{
  g_autofree char *said = scr_command_trim (words);
  g_autofree char *day = dup_day (store, meeting);
  g_autofree char *id = NULL;
  g_autoptr (ScrEdit) edit = NULL;

  if (said == NULL)
    {
      g_set_error_literal (error, SCR_ERROR, SCR_ERROR_INVALID, _ ("Say what was raised."));
      return NULL;
    }
  /* TRANSLATORS: name of a change; %s is what was challenged. */
  edit = begin (store, meeting, "challenge", _ ("Raise %s"), said, "meeting", &id);
  scr_edit_set_text (edit, "challenge", id, "day", day);
  scr_edit_set_text (edit, "challenge", id, "to", to != NULL ? to : scr_item_get_text (meeting, "group"));
  return finish (store, edit, "challenge", id, error);
}
