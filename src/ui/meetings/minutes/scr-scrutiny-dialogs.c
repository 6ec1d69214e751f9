/* What is asked for when an answer is noted or a key message was told. See scr-scrutiny-private.h. */
#include "config.h"

#include "scr-scrutiny-private.h"

#include "scr-agenda.h"
#include "scr-ask.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-scrutiny-commands.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScrContext *context;
  ScrItem *about; /* a meeting, or an asking */
  char *item;     /* (nullable): identity of an item of the meeting's agenda */
} Asked;

static Asked *
asked_new (ScrContext *context, ScrItem *about)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->context = g_object_ref (context);
  asked->about = g_object_ref (about);
  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->context);
  g_object_unref (asked->about);
  g_free (asked->item);
  g_free (asked);
}

static ScrItem *
draft_new (const char *kind)
{
  g_autofree char *id = scr_identity_new ();

  return scr_item_new (scr_kind_find (kind), id);
}

static gboolean
tell_made (Asked *asked, ScrStore *store, ScrItem *made)
{
  if (made == NULL)
    return FALSE;
  scr_context_toast (asked->context, scr_store_get_undo_label (store), TRUE);
  g_object_unref (made);
  return TRUE;
}

static gboolean
answer (ScrItem *draft, gpointer data, GError **error)
{
  Asked *asked = data;
  ScrStore *store = scr_context_get_store (asked->context);

  return store == NULL
         || tell_made (asked, store,
                       scr_command_record_answer (store, asked->about, scr_item_get_text (draft, "title"),
                                                  scr_item_get_text (draft, "judgement"),
                                                  scr_item_get_text (draft, "text"), error));
}

/**
 * scr_scrutiny_ask_answer:
 * @context: what the window hands to its views
 * @parent: where it is asked
 * @asking: what was asked
 *
 * Returns: (transfer none): a dialog that notes what was answered, and how it is judged
 */
GtkWindow *
scr_scrutiny_ask_answer (ScrContext *context, GtkWidget *parent, ScrItem *asking)
{
  g_autoptr (ScrItem) draft = draft_new ("answer");
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (scr_context_get_store (context)), asking);
  const ScrAskQuestion question = {
      .heading = _ ("What Was Answered?"),
      .body = title,
      .accept = _ ("_Keep"),
      .fields = "title judgement text",
      .required = "title",
  };

  return scr_ask (context, parent, &question, draft, answer, asked_new (context, asking), asked_free);
}

static gboolean
tell_message (ScrItem *draft, gpointer data, GError **error)
{
  Asked *asked = data;
  ScrStore *store = scr_context_get_store (asked->context);

  return store == NULL
         || tell_made (asked, store,
                       scr_command_deliver_message (
                           store, asked->about, asked->item, scr_item_get_text (draft, "message"),
                           scr_item_get_text (draft, "by"), scr_item_get_text (draft, "reaction"), error));
}

/* "3 Reflecting on the first hub"; NULL if it is not on the agenda. */
static char *
dup_numbered (ScrSource *source, ScrItem *meeting, ScrItem *item)
{
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (source, meeting);
  int row = scr_agenda_find (agenda, scr_item_get_id (item));
  g_autofree char *title = NULL;

  if (row < 0)
    return NULL;
  title = scr_format_title (NULL, source, item);
  return g_strdup_printf ("%s %s", scr_agenda_get_row (agenda, (guint)row)->number, title);
}

/**
 * scr_scrutiny_ask_message:
 * @context: what the window hands to its views
 * @parent: where it is asked
 * @meeting: where a key message was told
 * @item: (nullable): the item of its agenda at which it was told
 *
 * Returns: (transfer none): a dialog that chooses or makes the message, and notes how it was taken
 */
GtkWindow *
scr_scrutiny_ask_message (ScrContext *context, GtkWidget *parent, ScrItem *meeting, ScrItem *item)
{
  g_autoptr (ScrItem) draft = draft_new ("delivery");
  g_autofree char *numbered
      = item != NULL ? dup_numbered (SCR_SOURCE (scr_context_get_store (context)), meeting, item) : NULL;
  g_autofree char *at = numbered != NULL
                            /* TRANSLATORS: %s is an item of an agenda with its number */
                            ? g_strdup_printf (_ ("It is noted at the item that is selected: %s."), numbered)
                            : NULL;
  Asked *asked = asked_new (context, meeting);
  const ScrAskQuestion question = {
      .heading = _ ("Which Key Message Was Told?"),
      .body = at != NULL ? at : _ ("Choose one that is told again and again, or make a new one."),
      .accept = _ ("_Keep"),
      .fields = "message by reaction",
      .required = "message",
  };

  if (numbered != NULL)
    asked->item = g_strdup (scr_item_get_id (item));
  return scr_ask (context, parent, &question, draft, tell_message, asked, asked_free);
}
