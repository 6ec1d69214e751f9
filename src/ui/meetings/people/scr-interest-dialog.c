/* A dialog that asks for an interest. See the header. */
#include "config.h"

#include "scr-interest-dialog.h"

#include "scr-agenda.h"
#include "scr-attendance.h"
#include "scr-format.h"
#include "scr-identity.h"
#include "scr-people-commands.h"
#include "scr-row-factory.h"
#include "scr-row-text.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScrContext *context;
  GtkWindow *parent; /* (nullable): weak */
  ScrItem *draft;
  GPtrArray *people;       /* (element-type ScrItem) */
  GPtrArray *items;        /* (element-type ScrItem): of the agenda, in its order */
  GPtrArray *people_names; /* (element-type utf8) */
  GPtrArray *item_names;   /* (element-type utf8): with their numbers */
  GPtrArray *rows;         /* (element-type ScrRow) (unowned) */
  AdwMessageDialog *dialog;
} Asking;

static void present (Asking *asking, const char *error);

static void
asking_free (Asking *asking)
{
  g_clear_weak_pointer (&asking->parent);
  g_ptr_array_unref (asking->rows);
  g_ptr_array_unref (asking->people);
  g_ptr_array_unref (asking->items);
  g_ptr_array_unref (asking->people_names);
  g_ptr_array_unref (asking->item_names);
  g_object_unref (asking->draft);
  g_object_unref (asking->context);
  g_free (asking);
}

static void
set_draft (ScrItem *draft, const char *field, const char *text)
{
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint)scr_kind_get_field_index (scr_item_get_kind (draft), field), &value);
}

static void
update_response (Asking *asking)
{
  const char *title = scr_item_get_text (asking->draft, "title");

  adw_message_dialog_set_response_enabled (asking->dialog, "accept",
                                           title != NULL && *title != '\0'
                                               && scr_item_get_text (asking->draft, "who") != NULL
                                               && scr_item_get_text (asking->draft, "item") != NULL);
}

static void
leave_dialog (Asking *asking)
{
  g_signal_handlers_disconnect_by_data (asking->draft, asking);
  g_signal_handlers_disconnect_by_data (asking->dialog, asking);
  g_ptr_array_set_size (asking->rows, 0);
  asking->dialog = NULL;
}

/* The dialog is gone by now: what did not succeed is asked again as it was. */
static void
on_response (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  ScrStore *store = scr_context_get_store (asking->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) interest = NULL;
  gboolean accepted = g_str_equal (response, "accept") && store != NULL;
  gboolean flushed = accepted;

  for (guint i = 0; accepted && i < asking->rows->len; i++)
    flushed = scr_row_flush (asking->rows->pdata[i]) && flushed;
  leave_dialog (asking);
  if (flushed)
    interest = scr_command_add_interest (store, asking->draft, &error);
  if (interest != NULL)
    scr_context_toast (asking->context, scr_store_get_undo_label (store), TRUE);
  if (accepted && interest == NULL)
    present (asking, error != NULL ? error->message : NULL);
  else
    asking_free (asking);
}

static void
on_destroy (Asking *asking)
{
  leave_dialog (asking);
  asking_free (asking);
}

static void
take_selected (AdwComboRow *row, GPtrArray *items, ScrItem *draft, const char *field)
{
  guint selected = adw_combo_row_get_selected (row);

  set_draft (draft, field, selected < items->len ? scr_item_get_id (items->pdata[selected]) : NULL);
}

static void
on_who (AdwComboRow *row, GParamSpec *pspec, Asking *asking)
{
  take_selected (row, asking->people, asking->draft, "who");
}

static void
on_item (AdwComboRow *row, GParamSpec *pspec, Asking *asking)
{
  take_selected (row, asking->items, asking->draft, "item");
}

/* One of @items, by name; the one that the draft names, or else the first, is chosen. */
static GtkWidget *
make_combo (Asking *asking,
            const char *label,
            GPtrArray *items,
            GPtrArray *names,
            const char *field,
            GCallback selected)
{
  GtkWidget *row = adw_combo_row_new ();
  GtkStringList *titles = gtk_string_list_new (NULL);
  g_autofree char *chosen = g_strdup (scr_item_get_text (asking->draft, field));
  guint position = 0;

  for (guint i = 0; i < items->len; i++)
    {
      gtk_string_list_append (titles, names->pdata[i]);
      if (g_strcmp0 (chosen, scr_item_get_id (items->pdata[i])) == 0)
        position = i;
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), position);
  g_object_unref (titles);
  set_draft (asking->draft, field, items->len > 0 ? scr_item_get_id (items->pdata[position]) : NULL);
  g_signal_connect (row, "notify::selected", selected, asking);
  return row;
}

static void
add_row (Asking *asking, GtkWidget *group, const char *field)
{
  ScrRow *row = scr_row_new (asking->context, scr_kind_get_field (scr_kind_find ("interest"), field));

  scr_row_set_draft (row, TRUE);
  scr_row_set_item (row, asking->draft);
  if (SCR_IS_ROW_TEXT (row))
    gtk_text_set_activates_default (GTK_TEXT (scr_row_text_get_editable (SCR_ROW_TEXT (row))), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  g_ptr_array_add (asking->rows, row);
}

static void
present (Asking *asking, const char *error)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *dialog = adw_message_dialog_new (
      asking->parent, _ ("Add an Interest"),
      error != NULL
          ? error
          : _ ("What somebody declares before an item of the agenda, and whether they left for it."));

  asking->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (asking->dialog, "cancel", _ ("_Cancel"), "accept", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (asking->dialog, "accept", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asking->dialog, "accept");
  adw_message_dialog_set_close_response (asking->dialog, "cancel");
  gtk_widget_add_css_class (group, "scr-form");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_combo (asking, _ ("Declared by"), asking->people, asking->people_names,
                                         "who", G_CALLBACK (on_who)));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             make_combo (asking, _ ("Agenda item"), asking->items, asking->item_names, "item",
                                         G_CALLBACK (on_item)));
  add_row (asking, group, "title");
  add_row (asking, group, "left");
  adw_message_dialog_set_extra_child (asking->dialog, group);
  g_signal_connect_swapped (asking->draft, "notify", G_CALLBACK (update_response), asking);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (on_destroy), asking);
  update_response (asking);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (asking->rows->pdata[0]);
}

static GPtrArray *
list_people (ScrSource *source, ScrItem *meeting)
{
  g_autoptr (ScrAttendance) attendance = scr_attendance_new (source, meeting);
  GPtrArray *people = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < attendance->people->len; i++)
    {
      const ScrAttendee *attendee = attendance->people->pdata[i];

      g_ptr_array_add (people, g_object_ref (attendee->who));
      if (attendee->substitute != NULL)
        {
          ScrItem *stand_in = scr_source_get_referred (source, attendee->substitute, "who");

          if (stand_in != NULL)
            g_ptr_array_add (people, stand_in);
        }
    }
  return people;
}

static void
take_people (Asking *asking, ScrSource *source, ScrItem *meeting)
{
  asking->people = list_people (source, meeting);
  asking->people_names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < asking->people->len; i++)
    g_ptr_array_add (asking->people_names, scr_format_title (NULL, source, asking->people->pdata[i]));
}

static void
take_items (Asking *asking, ScrSource *source, ScrItem *meeting)
{
  g_autoptr (ScrAgenda) agenda = scr_agenda_new (source, meeting);

  asking->items = g_ptr_array_new_with_free_func (g_object_unref);
  asking->item_names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < agenda->rows->len; i++)
    {
      const ScrAgendaRow *row = scr_agenda_get_row (agenda, i);
      g_autofree char *title = scr_format_title (NULL, source, row->item);

      g_ptr_array_add (asking->items, g_object_ref (row->item));
      g_ptr_array_add (asking->item_names, g_strdup_printf ("%s %s", row->number, title));
    }
}

/**
 * scr_interest_dialog_show:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @meeting: a meeting with people and an agenda
 * @who: (nullable): who is chosen to begin with
 * @agenda_item: (nullable): the item of the agenda that is chosen to begin with
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *
scr_interest_dialog_show (ScrContext *context,
                          GtkWidget *parent,
                          ScrItem *meeting,
                          ScrItem *who,
                          ScrItem *agenda_item)
{
  ScrSource *source = SCR_SOURCE (scr_context_get_store (context));
  GtkRoot *root = gtk_widget_get_root (parent);
  Asking *asking = g_new0 (Asking, 1);
  g_autofree char *id = scr_identity_new ();

  asking->context = g_object_ref (context);
  g_set_weak_pointer (&asking->parent, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  asking->draft = scr_item_new (scr_kind_find ("interest"), id);
  take_people (asking, source, meeting);
  take_items (asking, source, meeting);
  asking->rows = g_ptr_array_new ();
  set_draft (asking->draft, "who", who != NULL ? scr_item_get_id (who) : NULL);
  set_draft (asking->draft, "item", agenda_item != NULL ? scr_item_get_id (agenda_item) : NULL);
  present (asking, NULL);
  return GTK_WINDOW (asking->dialog);
}
