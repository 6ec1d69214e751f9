/* What is asked for when an answer is noted or a key message was told. See scr-scrutiny-private.h. */
#include "config.h"

#include "scr-scrutiny-private.h"

#include "scr-minutes-ask.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-scrutiny-commands.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScrContext *context;
  ScrItem *about; /* a meeting, or an asking */
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
                       scr_command_deliver_message (store, asked->about, scr_item_get_text (draft, "message"),
                                                    scr_item_get_text (draft, "by"),
                                                    scr_item_get_text (draft, "reaction"), error));
}

/**
 * scr_scrutiny_ask_message:
 * @context: what the window hands to its views
 * @parent: where it is asked
 * @meeting: where a key message was told
 *
 * Returns: (transfer none): a dialog that chooses or makes the message, and notes how it was taken
 */
GtkWindow *
scr_scrutiny_ask_message (ScrContext *context, GtkWidget *parent, ScrItem *meeting)
{
  g_autoptr (ScrItem) draft = draft_new ("delivery");
  const ScrAskQuestion question = {
      .heading = _ ("Which Key Message Was Told?"),
      .body = _ ("Choose one that is told again and again, or make a new one."),
      .accept = _ ("_Keep"),
      .fields = "message by reaction",
      .required = "message",
  };

  return scr_ask (context, parent, &question, draft, tell_message, asked_new (context, meeting), asked_free);
}
