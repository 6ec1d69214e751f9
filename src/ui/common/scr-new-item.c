/* Making an item. See the header.
 *
 * What is asked for is entered into a draft, an item that no record holds; the record gets it whole, as one change.
 */
#include "config.h"

#include "scr-new-item.h"

#include "scr-choices.h"
#include "scr-command-draft.h"
#include "scr-commands.h"
#include "scr-identity.h"
#include "scr-row-factory.h"
#include "scr-validate.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ScrContext *context;
  GtkWidget *parent;
  ScrItem *draft;
  AdwMessageDialog *dialog;
  GPtrArray *rows; /* (element-type ScrRow) (unowned) */
  ScrNewItemFunc done;
  gpointer user_data;
  GDestroyNotify destroy;
} Asking;

static gboolean
is_preset (const ScrField *field, const char *preset_field)
{
  return preset_field != NULL && g_str_equal (field->name, preset_field);
}

/* A required choice begins with the first of its list, a required day with today. */
static gboolean
fills_itself (const ScrField *field)
{
  return field->type == SCR_FIELD_CHOICE || field->type == SCR_FIELD_STATUS || field->type == SCR_FIELD_DAY
         || field->type == SCR_FIELD_BOOL || (field->flags & SCR_FIELD_READ_ONLY);
}

/* Whether a title, and what is preset, is all that an item of @kind cannot be without. */
static gboolean
is_title_enough (const ScrKind *kind, const char *preset_field)
{
  guint titles = 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];

      if (!(field->flags & SCR_FIELD_REQUIRED) || is_preset (field, preset_field) || fills_itself (field))
        continue;
      if (field->type != SCR_FIELD_TEXT)
        return FALSE;
      titles++;
    }
  return titles <= 1;
}

static void
set_draft_text (ScrItem *draft, const char *field, const char *text)
{
  int index = scr_kind_get_field_index (scr_item_get_kind (draft), field);
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (index < 0 || text == NULL)
    return;
  scr_value_set_text (&value, text);
  scr_item_set_value_at (draft, (guint) index, &value);
}

/* The title that was typed goes where a title is longest: a dispute's reference is not what it is about. */
static const ScrField *
find_title_field (const ScrKind *kind)
{
  const ScrField *named = scr_kind_get_field (kind, "title");

  if (named != NULL)
    return named;
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SCR_FIELD_TITLE) && kind->fields[i].type == SCR_FIELD_TEXT)
      return &kind->fields[i];
  return NULL;
}

static void
fill_draft (Asking *asking, const char *title, const char *preset_field, const char *preset_id)
{
  ScrSource *source = SCR_SOURCE (scr_context_get_store (asking->context));
  const ScrKind *kind = scr_item_get_kind (asking->draft);
  const ScrField *title_field = find_title_field (kind);
  const ScrField *partnership = scr_kind_get_partnership_field (kind);
  g_autofree char *today = scr_source_dup_today (source);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];

      if (field->type == SCR_FIELD_STATUS
          || (field->type == SCR_FIELD_CHOICE && (field->flags & SCR_FIELD_REQUIRED)))
        {
          g_autoptr (GPtrArray) choices = scr_choices_list (source, field->of, NULL);

          if (choices->len > 0)
            set_draft_text (asking->draft, field->name, scr_item_get_id (g_ptr_array_index (choices, 0)));
        }
      else if (field->type == SCR_FIELD_DAY && (field->flags & SCR_FIELD_REQUIRED))
        set_draft_text (asking->draft, field->name, today);
    }
  if (title_field != NULL)
    set_draft_text (asking->draft, title_field->name, title);
  if (partnership != NULL)
    set_draft_text (asking->draft, partnership->name, scr_context_get_partnership (asking->context));
  if (preset_field != NULL)
    set_draft_text (asking->draft, preset_field, preset_id);
}

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_ptr_array_unref (asking->rows);
  if (asking->destroy != NULL)
    asking->destroy (asking->user_data);
  g_clear_object (&asking->draft);
  g_clear_object (&asking->context);
  g_free (asking);
}

static void
update_response (Asking *asking)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < asking->rows->len && complete; i++)
    {
      const ScrField *field = scr_row_get_field (g_ptr_array_index (asking->rows, i));

      complete = scr_validate_value (field, scr_item_get_value (asking->draft, field->name), NULL);
    }
  adw_message_dialog_set_response_enabled (asking->dialog, "add", complete);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Asking *asking)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) item = NULL;

  if (g_str_equal (response, "add"))
    {
      for (guint i = 0; i < asking->rows->len; i++)
        scr_row_flush (g_ptr_array_index (asking->rows, i));
      item = scr_command_add_draft (scr_context_get_store (asking->context), asking->draft, &error);
      if (item == NULL)
        scr_context_fail (asking->context, error);
      else if (asking->done != NULL)
        asking->done (item, asking->user_data);
    }
}

static void
on_destroy (Asking *asking)
{
  g_signal_handlers_disconnect_by_data (asking->draft, asking);
}

static GtkWidget *
make_rows (Asking *asking, const char *preset_field)
{
  const ScrKind *kind = scr_item_get_kind (asking->draft);
  GtkWidget *group = adw_preferences_group_new ();

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const ScrField *field = &kind->fields[i];
      ScrRow *row;

      if (!(field->flags & SCR_FIELD_REQUIRED) || (field->flags & (SCR_FIELD_HIDDEN | SCR_FIELD_READ_ONLY))
          || is_preset (field, preset_field))
        continue;
      row = scr_row_new (asking->context, field);
      scr_row_set_draft (row, TRUE);
      scr_row_set_item (row, asking->draft);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
      g_ptr_array_add (asking->rows, row);
    }
  return group;
}

static void
ask (Asking *asking, const char *preset_field)
{
  const ScrKind *kind = scr_item_get_kind (asking->draft);
  GtkRoot *root = gtk_widget_get_root (asking->parent);
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  /* TRANSLATORS: %s is the label of a kind of thing, such as "Meeting" */
  heading = g_strdup_printf (_ ("New: %s"), _ (kind->label));
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, _ (kind->hint));
  asking->dialog = ADW_MESSAGE_DIALOG (dialog);
  adw_message_dialog_add_responses (asking->dialog, "cancel", _ ("_Cancel"), "add", _ ("_Add"), NULL);
  adw_message_dialog_set_response_appearance (asking->dialog, "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (asking->dialog, "add");
  adw_message_dialog_set_close_response (asking->dialog, "cancel");
  adw_message_dialog_set_extra_child (asking->dialog, make_rows (asking, preset_field));
  g_signal_connect_swapped (asking->draft, "notify", G_CALLBACK (update_response), asking);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), asking);
  g_signal_connect_swapped (dialog, "destroy", G_CALLBACK (on_destroy), asking);
  g_object_set_data_full (G_OBJECT (dialog), "asking", asking, asking_free);
  update_response (asking);
  gtk_window_present (GTK_WINDOW (dialog));
  if (asking->rows->len > 0)
    gtk_widget_grab_focus (g_ptr_array_index (asking->rows, 0));
}

static gboolean
add_at_once (ScrContext *context, const char *kind, const char *title, const char *preset_field,
             const char *preset_id, ScrNewItemFunc done, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) item
      = scr_command_add (scr_context_get_store (context), kind, title, scr_context_get_partnership (context),
                         preset_field, preset_id, &error);

  if (item == NULL)
    {
      scr_context_fail (context, error);
      return FALSE;
    }
  if (done != NULL)
    done (item, user_data);
  return TRUE;
}

/**
 * scr_new_item_begin:
 * @context: what the window hands to its views
 * @parent: a widget of the window that asks
 * @kind: a kind's name
 * @title: (nullable): the title it is to have
 * @preset_field: (nullable): a field that is filled from the start
 * @preset_id: (nullable): with what
 * @done: (nullable): called with the new item
 * @user_data: for @done
 * @destroy: (nullable): frees @user_data, in any case
 *
 * Makes an item in the partnership that the context is narrowed to. If it cannot be without more than a title, a
 * dialog asks first.
 *
 * Returns: whether the item is already made
 */
gboolean
scr_new_item_begin (ScrContext *context, GtkWidget *parent, const char *kind, const char *title,
                    const char *preset_field, const char *preset_id, ScrNewItemFunc done, gpointer user_data,
                    GDestroyNotify destroy)
{
  const ScrKind *described = scr_kind_find (kind);
  g_autofree char *id = NULL;
  Asking *asking;

  g_return_val_if_fail (described != NULL, FALSE);
  if (is_title_enough (described, preset_field))
    {
      gboolean made = add_at_once (context, kind, title, preset_field, preset_id, done, user_data);

      if (destroy != NULL)
        destroy (user_data);
      return made;
    }
  id = scr_identity_new ();
  asking = g_new0 (Asking, 1);
  asking->context = g_object_ref (context);
  asking->parent = parent;
  asking->draft = scr_item_new (described, id);
  asking->rows = g_ptr_array_new ();
  asking->done = done;
  asking->user_data = user_data;
  asking->destroy = destroy;
  fill_draft (asking, title, preset_field, preset_id);
  ask (asking, preset_field);
  return FALSE;
}
