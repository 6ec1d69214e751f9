/* Whether a window may close: not before a person knows what of their typing is not kept. See scr-window.h. */
#include "config.h"

#include <glib/gi18n.h>

#include "scr-window-private.h"

static void
on_answered (AdwMessageDialog *dialog, const char *answer, ScrWindow *self)
{
  ScrItem *item = g_object_get_data (G_OBJECT (dialog), "item");

  self->close_question = NULL;
  if (g_str_equal (answer, "close"))
    {
      scr_unwritten_clear (scr_context_get_unwritten (self->context));
      gtk_window_close (GTK_WINDOW (self));
    }
  else if (item != NULL)
    scr_context_open_item (self->context, item);
}

static void
ask (ScrWindow *self, const char *words, ScrItem *item)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Close without what is not kept?"), words);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "back", _ ("Go back"), "close",
                                    _ ("Close without it"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "back");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "back");
  if (item != NULL)
    g_object_set_data_full (G_OBJECT (dialog), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_answered), self, 0);
  self->close_question = dialog;
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * scr_window_may_close:
 * @self: a window
 *
 * Writes what was typed last. If some of it cannot be kept, the person is asked, and may close the window there.
 *
 * Returns: whether all is kept
 */
gboolean
scr_window_may_close (ScrWindow *self)
{
  ScrUnwritten *unwritten = scr_context_get_unwritten (self->context);
  ScrItem *selected = scr_context_get_selected (self->context);
  g_autoptr (ScrItem) item = NULL;
  g_autofree char *words = NULL;

  if (self->close_question != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->close_question));
      return FALSE;
    }
  /* Leaving the thing puts what it could not write with the rest. */
  if (!scr_details_pane_flush (self->details) && selected != NULL)
    {
      item = g_object_ref (selected);
      scr_context_set_selected (self->context, NULL);
    }
  if (self->store == NULL)
    return TRUE;
  scr_unwritten_write (unwritten, self->store, NULL);
  words = scr_unwritten_dup_words (unwritten, self->store);
  if (words == NULL)
    return TRUE;
  ask (self, words, item);
  return FALSE;
}
