/* A dialog that asks for a few fields. See the header. */
#include "config.h"

#include "scr-ask.h"

#include "scr-labels.h"
#include "scr-row-factory.h"
#include "scr-row-text.h"
#include "scr-validate.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScrContext *context;
  GtkWindow *parent; /* (nullable): weak */
  ScrItem *draft;
  char *heading;
  char *body;
  char *accept;
  char *fields;
  char *required;
  gboolean destructive;
  AdwMessageDialog *dialog;
  GPtrArray *rows;        /* (element-type ScrRow) (unowned) */
  GtkWidget *notes;       /* (unowned): the sentences beneath them */
  ScrAskNotes find_notes; /* (nullable) */
  ScrAskFunc done;
  gpointer user_data;
  GDestroyNotify destroy;
} Asking;

static void present (Asking *asking, const char *error);

static void
asking_free (Asking *asking)
{
  g_signal_handlers_disconnect_by_data (asking->draft, asking);
  g_clear_weak_pointer (&asking->parent);
  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  g_ptr_array_unref (asking->rows);
  g_object_unref (asking->draft);
  g_object_unref (asking->context);
  g_free (asking->heading);
  g_free (asking->body);
  g_free (asking->accept);
  g_free (asking->fields);
  g_free (asking->required);
  g_free (asking);
}

static gboolean
is_complete (Asking *asking)
{
  for (guint i = 0; i < asking->rows->len; i++)
    {
      const ScrField *field = scr_row_get_field (g_ptr_array_index (asking->rows, i));

      if (scr_row_get_error (g_ptr_array_index (asking->rows, i)) != NULL
          || !scr_validate_value (field, scr_item_get_value (asking->draft, field->name), NULL))
        return FALSE;
    }
  return asking->required == NULL
         || scr_item_get_value (asking->draft, asking->required)->type != SCR_VALUE_NONE;
}

/* One line, with the sign of a warning. */
static GtkWidget *
make_note (const char *sentence)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = scr_icon_new_silent ("dialog-warning-symbolic");
  GtkWidget *label = scr_label_new_wrapping (sentence, NULL);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), label);
  gtk_widget_add_css_class (line, "scr-ask-note");
  return line;
}

static void
update_notes (Asking *asking)
{
  g_auto (GStrv) sentences = NULL;
  GtkWidget *line;

  if (asking->find_notes == NULL)
    return;
  while ((line = gtk_widget_get_first_child (asking->notes)) != NULL)
    gtk_box_remove (GTK_BOX (asking->notes), line);
  sentences = asking->find_notes (asking->draft, asking->user_data);
  for (guint i = 0; sentences != NULL && sentences[i] != NULL; i++)
    gtk_box_append (GTK_BOX (asking->notes), make_note (sentences[i]));
  gtk_widget_set_visible (asking->notes, sentences != NULL && sentences[0] != NULL);
}

static void
update_response (Asking *asking)
{
  update_notes (asking);
  adw_message_dialog_set_response_enabled (asking->dialog, "accept", is_complete (asking));
}

static gboolean
flush_rows (Asking *asking)
{
  gboolean flushed = TRUE;

  for (guint i = 0; i < asking->rows->len; i++)
    flushed = scr_row_flush (g_ptr_array_index (asking->rows, i)) && flushed;
  return flushed;
}

static void
leave_dialog (Asking *asking)
{
  g_signal_handlers_disconnect_by_data (asking->draft, asking);
  g_signal_handlers_disconnect_by_data (asking->dialog, asking);
  g_ptr_array_set_size (asking->rows, 0);
  asking->dialog = NULL;
}

/* The dialog is gone by now, whatever was chosen: what did not succeed is asked again as it was. */
static void
on_response (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  g_autoptr (GError) error = NULL;
  gboolean accepted = g_str_equal (response, "accept");
  gboolean flushed = accepted && flush_rows (asking);

  leave_dialog (asking);
  if (flushed && asking->done (asking->draft, asking->user_data, &error))
    accepted = FALSE;
  if (accepted)
    present (asking, error != NULL ? error->message : NULL);
  else
    asking_free (asking);
}

/* Closed without an answer: with its parent. */
static void
on_destroy (Asking *asking)
{
  leave_dialog (asking);
  asking_free (asking);
}

static GtkWidget *
make_rows (Asking *asking)
{
  const ScrKind *kind = scr_item_get_kind (asking->draft);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *group = adw_preferences_group_new ();
  g_auto (GStrv) fields = g_strsplit (asking->fields, " ", -1);

  gtk_widget_add_css_class (group, "scr-form");
  for (guint i = 0; fields[i] != NULL; i++)
    {
      const ScrField *field = scr_kind_get_field (kind, fields[i]);
      ScrRow *row = scr_row_new (asking->context, field);

      scr_row_set_draft (row, TRUE);
      scr_row_set_item (row, asking->draft);
      /* Enter on a line answers, as in any dialog. */
      if (SCR_IS_ROW_TEXT (row))
        gtk_text_set_activates_default (GTK_TEXT (scr_row_text_get_editable (SCR_ROW_TEXT (row))), TRUE);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
      g_ptr_array_add (asking->rows, row);
    }
  asking->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_visible (asking->notes, FALSE);
  gtk_box_append (GTK_BOX (box), group);
  gtk_box_append (GTK_BOX (box), asking->notes);
  return box;
}

static void
present (Asking *asking, const char *error)
{
  GtkWidget *dialog
      = adw_message_dialog_new (asking->parent, asking->heading, error != NULL ? error : asking->body);

  asking->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (asking->dialog, "cancel", _ ("_Cancel"), "accept", asking->accept, NULL);
  adw_message_dialog_set_response_appearance (
      asking->dialog, "accept", asking->destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asking->dialog, "accept");
  adw_message_dialog_set_close_response (asking->dialog, "cancel");
  adw_message_dialog_set_extra_child (asking->dialog, make_rows (asking));
  g_signal_connect_swapped (asking->draft, "notify", G_CALLBACK (update_response), asking);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (on_destroy), asking);
  update_response (asking);
  gtk_window_present (GTK_WINDOW (dialog));
  if (asking->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (asking->rows, 0));
}

/**
 * scr_ask:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @question: what is asked; it is copied
 * @draft: an item that no record holds, with what is known already
 * @done: called with @draft when the person accepts
 * @user_data: for @done
 * @destroy: (nullable): frees @user_data, in any case
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
scr_ask (ScrContext *context,
         GtkWidget *parent,
         const ScrAskQuestion *question,
         ScrItem *draft,
         ScrAskFunc done,
         gpointer user_data,
         GDestroyNotify destroy)
{
  Asking *asking = g_new0 (Asking, 1);
  GtkRoot *root = gtk_widget_get_root (parent);

  asking->context = g_object_ref (context);
  g_set_weak_pointer (&asking->parent, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  asking->draft = g_object_ref (draft);
  asking->heading = g_strdup (question->heading);
  asking->body = g_strdup (question->body);
  asking->accept = g_strdup (question->accept);
  asking->destructive = question->destructive;
  asking->fields = g_strdup (question->fields);
  asking->required = g_strdup (question->required);
  asking->find_notes = question->notes;
  asking->rows = g_ptr_array_new ();
  asking->done = done;
  asking->user_data = user_data;
  asking->destroy = destroy;
  present (asking, NULL);
  return GTK_WINDOW (asking->dialog);
}
