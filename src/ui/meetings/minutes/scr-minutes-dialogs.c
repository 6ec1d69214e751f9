/* What is asked before minutes are approved, corrected, or a correction is discarded. See scr-minutes-bar.h.
 */
#include "config.h"

#include "scr-minutes-bar.h"

#include "scr-ask.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-meeting-steps.h"
#include "scr-minutes-commands.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScrContext *context;
  ScrItem *meeting;
} Asked;

static Asked *
asked_new (ScrContext *context, ScrItem *meeting)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->context = g_object_ref (context);
  asked->meeting = g_object_ref (meeting);
  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->context);
  g_object_unref (asked->meeting);
  g_free (asked);
}

static void
on_closed (gpointer data, GClosure *closure)
{
  asked_free (data);
}

static gboolean
tell_done (Asked *asked, gboolean done)
{
  if (done)
    scr_context_toast (asked->context, scr_store_get_undo_label (scr_context_get_store (asked->context)),
                       TRUE);
  return done;
}

static void
set_text (ScrItem *draft, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field), &value);
}

static ScrItem *
draft_new (void)
{
  g_autofree char *id = scr_identity_new ();

  return scr_item_new (scr_kind_find ("minutes_version"), id);
}

static char *
dup_title (ScrContext *context, ScrItem *meeting)
{
  return scr_format_title (NULL, SCR_SOURCE (scr_context_get_store (context)), meeting);
}

/* --- Approve --- */

static gboolean
approve (ScrItem *draft, gpointer data, GError **error)
{
  Asked *asked = data;
  ScrStore *store = scr_context_get_store (asked->context);

  return store == NULL
         || tell_done (asked, scr_command_approve_minutes (store, asked->meeting,
                                                           scr_item_get_text (draft, "approved"),
                                                           scr_item_get_text (draft, "approved_by"), error));
}

static GStrv
note_empty (ScrItem *draft, gpointer data)
{
  Asked *asked = data;
  ScrStore *store = scr_context_get_store (asked->context);
  const char *id = scr_item_get_id (asked->meeting);
  g_autoptr (GPtrArray) decisions = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();
  ScrMeetingFacts facts;

  if (store == NULL)
    return NULL;
  scr_meeting_facts_read (&facts, SCR_SOURCE (store), asked->meeting);
  decisions = scr_source_list_by (SCR_SOURCE (store), "decision", "meeting", id);
  actions = scr_source_list_by (SCR_SOURCE (store), "action", "meeting", id);
  if (!facts.has_minutes && decisions->len + actions->len == 0)
    g_strv_builder_add (notes, _ ("Nothing is written in these minutes yet."));
  return g_strv_builder_end (notes);
}

/**
 * scr_minutes_ask_approve:
 * @context: what the window hands to its views
 * @parent: where it is asked
 * @meeting: a meeting
 *
 * Asks on which day and by whom its minutes were approved, and approves them.
 */
void
scr_minutes_ask_approve (ScrContext *context, GtkWidget *parent, ScrItem *meeting)
{
  g_autoptr (ScrItem) draft = draft_new ();
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (scr_context_get_store (context)));
  const ScrAskQuestion question = {
      .heading = _ ("Approve the Minutes?"),
      .body = _ ("They are locked from then on. A correction opens them again, as a new version."),
      .accept = _ ("_Approve"),
      .fields = "approved approved_by",
      .required = "approved",
      .notes = note_empty,
  };

  set_text (draft, "approved", today);
  set_text (draft, "approved_by", scr_item_get_text (meeting, "group"));
  scr_ask (context, parent, &question, draft, approve, asked_new (context, meeting), asked_free);
}

/* --- Correct --- */

static gboolean
correct (ScrItem *draft, gpointer data, GError **error)
{
  Asked *asked = data;
  ScrStore *store = scr_context_get_store (asked->context);

  return store == NULL
         || tell_done (asked, scr_command_begin_correction (store, asked->meeting,
                                                            scr_item_get_text (draft, "reason"), error));
}

/**
 * scr_minutes_ask_correct:
 * @context: what the window hands to its views
 * @parent: where it is asked
 * @meeting: a meeting whose minutes are approved
 *
 * Asks what is to be corrected, and opens the minutes.
 */
void
scr_minutes_ask_correct (ScrContext *context, GtkWidget *parent, ScrItem *meeting)
{
  g_autoptr (ScrItem) draft = draft_new ();
  const ScrAskQuestion question = {
      .heading = _ ("Correct the Minutes?"),
      .body = _ ("The approved version is kept. What you alter becomes a new version when it is approved."),
      .accept = _ ("_Correct"),
      .fields = "reason",
      .required = "reason",
  };

  scr_ask (context, parent, &question, draft, correct, asked_new (context, meeting), asked_free);
}

/* --- Discard --- */

static void
on_discard (AdwMessageDialog *dialog, const char *response, Asked *asked)
{
  ScrStore *store = scr_context_get_store (asked->context);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "discard") || store == NULL)
    return;
  if (!tell_done (asked, scr_command_discard_correction (store, asked->meeting, &error)))
    scr_context_fail (asked->context, error);
}

/**
 * scr_minutes_ask_discard:
 * @context: what the window hands to its views
 * @parent: where it is asked
 * @meeting: a meeting whose minutes are being corrected
 *
 * Asks whether to go back to the approved minutes.
 */
void
scr_minutes_ask_discard (ScrContext *context, GtkWidget *parent, ScrItem *meeting)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("Discard the Correction?"), NULL);
  g_autofree char *title = dup_title (context, meeting);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      /* TRANSLATORS: %s is the title of a meeting. */
      _ ("The minutes of %s become again what was approved. What was added goes into the bin."), title);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_discard), asked_new (context, meeting), on_closed,
                         0);
  gtk_window_present (GTK_WINDOW (dialog));
}
