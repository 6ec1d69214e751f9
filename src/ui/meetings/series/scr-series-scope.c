/* Of how many meetings of a series a change is to hold. See the header. */
#include "config.h"

#include "scr-series-scope.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  ScrSeriesScopeFunc done;
  gpointer user_data;
  GDestroyNotify destroy;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  g_free (asking);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  if (g_str_equal (response, "this"))
    asking->done (SCR_SCOPE_THIS, asking->user_data);
  else if (g_str_equal (response, "later"))
    asking->done (SCR_SCOPE_LATER, asking->user_data);
  else if (g_str_equal (response, "all"))
    asking->done (SCR_SCOPE_ALL, asking->user_data);
}

/**
 * scr_series_ask_scope:
 * @parent: a widget of the window that asks
 * @meeting: the meeting that is altered
 * @heading: (nullable): what is to be done, translated: "Move this meeting?"; %NULL asks what is altered
 * @done: called with the answer
 * @user_data: for @done
 * @destroy: (nullable): frees @user_data, in any case
 *
 * Of a meeting that is no part of a series nothing is asked: it is this one alone, and @done is called at
 * once.
 */
void
scr_series_ask_scope (GtkWidget *parent,
                      ScrItem *meeting,
                      const char *heading,
                      ScrSeriesScopeFunc done,
                      gpointer user_data,
                      GDestroyNotify destroy)
{
  GtkRoot *root = gtk_widget_get_root (parent);
  Asking *asking;
  GtkWidget *dialog;

  if (scr_item_get_text (meeting, "series") == NULL)
    {
      done (SCR_SCOPE_THIS, user_data);
      if (destroy != NULL)
        destroy (user_data);
      return;
    }
  asking = g_new0 (Asking, 1);
  asking->done = done;
  asking->user_data = user_data;
  asking->destroy = destroy;
  dialog = adw_message_dialog_new (
      GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
      heading != NULL ? heading : _ ("Which meetings are altered?"),
      _ ("This meeting is one of a series. Those that were held stay as they were."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "all",
                                    _ ("_All of the Series"), "later", _ ("This and _Later"), "this",
                                    _ ("_This One"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "this");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "this", ADW_RESPONSE_SUGGESTED);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
  gtk_window_present (GTK_WINDOW (dialog));
}
