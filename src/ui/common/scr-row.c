/* ScrRow - one field of a form. See the header. */
#include "config.h"

#include "scr-row-private.h"

#include "scr-commands.h"
#include "scr-error.h"
#include "scr-labels.h"
#include "scr-minutes-lock.h"
#include "scr-minutes-parts.h"
#include "scr-validate.h"

#include <glib/gi18n-lib.h>

/* A pause in typing, in milliseconds: then what was typed is kept, or its error told. */
#define PAUSE 600

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (ScrRow, scr_row, ADW_TYPE_PREFERENCES_ROW)

ScrRowPrivate *
scr_row_get_private (ScrRow *self)
{
  return scr_row_get_instance_private (self);
}

static void
update_message (ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  const char *text = priv->error != NULL ? priv->error : priv->warning;
  const char *state = priv->error != NULL ? "invalid" : "doubtful";

  gtk_widget_set_visible (priv->message, text != NULL);
  gtk_label_set_text (GTK_LABEL (priv->message_label), text != NULL ? text : "");
  gtk_image_set_from_icon_name (GTK_IMAGE (priv->message_icon),
                                priv->error != NULL ? "dialog-error-symbolic" : "dialog-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "invalid");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "doubtful");
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), state);
  if (priv->focus != NULL)
    gtk_accessible_update_state (GTK_ACCESSIBLE (priv->focus), GTK_ACCESSIBLE_STATE_INVALID,
                                 priv->error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                                 -1);
}

static void
set_message (ScrRow *self, char **message, const char *text)
{
  if (g_strcmp0 (*message, text) == 0)
    return;
  g_free (*message);
  *message = g_strdup (text);
  update_message (self);
}

static void
set_error (ScrRow *self, const char *error)
{
  set_message (self, &scr_row_get_private (self)->error, error);
}

static void
show_value (ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);

  if (priv->item == NULL)
    return;
  g_clear_handle_id (&priv->pause, g_source_remove);
  priv->dirty = FALSE;
  priv->showing = TRUE;
  SCR_ROW_GET_CLASS (self)->show (self, scr_item_get_value (priv->item, priv->field->name));
  priv->showing = FALSE;
  set_error (self, NULL);
}

static void
show_unwritten (ScrRow *self, const ScrValue *value)
{
  ScrRowPrivate *priv = scr_row_get_private (self);

  priv->showing = TRUE;
  SCR_ROW_GET_CLASS (self)->show (self, value);
  priv->showing = FALSE;
  priv->dirty = TRUE;
}

/* Whether what the widgets say now may be kept; tells why not. */
static gboolean
read_valid (ScrRow *self, ScrValue *value, GError **error)
{
  SCR_ROW_GET_CLASS (self)->read (self, value);
  return scr_validate_value (scr_row_get_private (self)->field, value, error);
}

/* Writes a valid value. FALSE keeps the row dirty: a full disk must not lose what was typed. */
static gboolean
write_value (ScrRow *self, const ScrValue *value)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (scr_value_equal (value, scr_item_get_value (priv->item, priv->field->name)))
    return TRUE;
  priv->committing = TRUE;
  written
      = priv->draft || scr_command_set_value (priv->store, priv->item, priv->field->name, value, TRUE, &error);
  if (priv->draft)
    scr_item_set_value_at (priv->item,
                           (guint) scr_kind_get_field_index (scr_item_get_kind (priv->item), priv->field->name),
                           value);
  priv->committing = FALSE;
  priv->refused = g_error_matches (error, SCR_ERROR, SCR_ERROR_READ_ONLY);
  if (written)
    return TRUE;
  if (g_error_matches (error, SCR_ERROR, SCR_ERROR_INVALID))
    set_error (self, error->message);
  else
    scr_context_fail (priv->context, error);
  return FALSE;
}

/**
 * scr_row_flush:
 * @self: a row
 *
 * Writes at once what was entered and is not yet written.
 *
 * Returns: whether the record holds what the row says; if not, the row says why
 */
gboolean
scr_row_flush (ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  g_autoptr (GError) error = NULL;
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  g_clear_handle_id (&priv->pause, g_source_remove);
  if (!priv->dirty || priv->item == NULL)
    return priv->error == NULL;
  if (!read_valid (self, &value, &error))
    {
      set_error (self, error->message);
      return FALSE;
    }
  set_error (self, NULL);
  if (!write_value (self, &value))
    return FALSE;
  priv->dirty = FALSE;
  return TRUE;
}

static gboolean
on_pause (gpointer user_data)
{
  scr_row_get_private (user_data)->pause = 0;
  scr_row_flush (user_data);
  return G_SOURCE_REMOVE;
}

/**
 * scr_row_edited:
 * @self: a row
 * @at_once: whether this is a whole choice; if not, more typing may follow
 *
 * For a class of rows: a person altered the widgets. An error is told after a pause, but taken away at once.
 */
void
scr_row_edited (ScrRow *self, gboolean at_once)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  g_autoptr (GError) error = NULL;
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (priv->showing || priv->item == NULL)
    return;
  priv->dirty = TRUE;
  g_clear_handle_id (&priv->pause, g_source_remove);
  if (at_once)
    {
      /* A choice that is refused goes back: there is nothing that trying again would write. */
      if (!scr_row_flush (self) && priv->refused)
        show_value (self);
      return;
    }
  if (read_valid (self, &value, &error))
    set_error (self, NULL);
  else if (priv->error != NULL)
    set_error (self, error->message);
  /* A draft costs nothing to alter, and who makes it waits for it to be complete. */
  if (priv->draft && error == NULL)
    scr_row_flush (self);
  else
    priv->pause = g_timeout_add (PAUSE, on_pause, self);
}

/**
 * scr_row_take_value:
 * @self: a row
 * @value: what was chosen
 *
 * For a class of rows: keeps @value and shows it.
 */
void
scr_row_take_value (ScrRow *self, const ScrValue *value)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  g_autoptr (GError) error = NULL;

  if (priv->item == NULL)
    return;
  g_clear_handle_id (&priv->pause, g_source_remove);
  if (!scr_validate_value (priv->field, value, &error))
    set_error (self, error->message);
  else if (write_value (self, value))
    show_value (self);
  else
    {
      /* Shown all the same, so that trying again writes it. */
      show_unwritten (self, value);
    }
}

/**
 * scr_row_refresh:
 * @self: a row
 *
 * For a class of rows: shows the value anew because what it stands for looks different now.
 */
void
scr_row_refresh (ScrRow *self)
{
  if (!scr_row_get_private (self)->dirty && scr_row_get_private (self)->error == NULL)
    show_value (self);
}

static void
on_item_notify (ScrItem *item, GParamSpec *pspec, ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  g_auto (ScrValue) value = SCR_VALUE_INIT;

  if (priv->committing)
    return;
  SCR_ROW_GET_CLASS (self)->read (self, &value);
  /* The same value, perhaps written differently: leave the cursor alone. */
  if (priv->error == NULL && scr_value_equal (&value, scr_item_get_value (item, priv->field->name)))
    {
      g_clear_handle_id (&priv->pause, g_source_remove);
      priv->dirty = FALSE;
      return;
    }
  show_value (self);
}

/* Minutes were approved, or are corrected. */
static void
on_store_changed (ScrStore *store, ScrChange *change, ScrRow *self)
{
  if (scr_change_touches_kind (change, scr_kind_find ("minutes_version"))
      || scr_change_touches_kind (change, scr_kind_find ("meeting")))
    scr_row_update_editable (self);
}

static void
on_focus_leave (ScrRow *self)
{
  if (scr_row_flush (self))
    show_value (self);
}

/* What cannot be written waits in the context for the item to be shown again. */
static void
leave_behind (ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  ScrUnwritten *unwritten = scr_context_get_unwritten (priv->context);
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  g_autoptr (GError) wrong = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;

  if (priv->draft || unwritten == NULL || scr_item_is_deleted (priv->item))
    return;
  if (!read_valid (self, &value, &wrong))
    {
      words = scr_command_dup_value_label (priv->store, priv->item, priv->field->name);
      /* TRANSLATORS: %1$s is a field of a thing: "Day of Deep dive"; %2$s says why what was typed there is not valid */
      error = g_error_new (SCR_ERROR, SCR_ERROR_INVALID, _ ("%1$s: %2$s What you typed waits there for you."), words,
                           wrong->message);
      scr_context_fail (priv->context, error);
    }
  scr_unwritten_put (unwritten, priv->item, priv->field, &value);
}

/* What was left behind is shown as it was, with what is wrong with it. */
static void
take_up (ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  ScrUnwritten *unwritten = scr_context_get_unwritten (priv->context);
  g_auto (ScrValue) value = SCR_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  if (!priv->editable || priv->draft || unwritten == NULL
      || !scr_unwritten_take (unwritten, priv->item, priv->field, &value))
    return;
  show_unwritten (self, &value);
  if (!scr_validate_value (priv->field, &value, &error))
    set_error (self, error->message);
}

static void
disconnect_item (ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);

  if (priv->item == NULL)
    return;
  if (!scr_row_flush (self) && priv->dirty)
    leave_behind (self);
  g_signal_handlers_disconnect_by_data (priv->item, self);
  if (priv->store != NULL)
    g_signal_handlers_disconnect_by_func (priv->store, on_store_changed, self);
  g_clear_object (&priv->item);
  g_clear_object (&priv->store);
}

/**
 * scr_row_set_item:
 * @self: a row
 * @item: (nullable): whose field it shows from now on
 */
void
scr_row_set_item (ScrRow *self, ScrItem *item)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  g_autofree char *signal = NULL;

  disconnect_item (self);
  if (item == NULL)
    {
      SCR_ROW_GET_CLASS (self)->set_editable (self, FALSE);
      return;
    }
  priv->item = g_object_ref (item);
  g_set_object (&priv->store, scr_context_get_store (priv->context));
  signal = g_strdelimit (g_strconcat ("notify::", priv->field->name, NULL), "_", '-');
  g_signal_connect (item, signal, G_CALLBACK (on_item_notify), self);
  g_signal_connect_swapped (item, "notify::deleted", G_CALLBACK (scr_row_update_editable), self);
  if (priv->store != NULL && scr_minutes_have_field (scr_item_get_kind (item), priv->field->name))
    g_signal_connect (priv->store, "changed", G_CALLBACK (on_store_changed), self);
  if (SCR_ROW_GET_CLASS (self)->item_set != NULL)
    SCR_ROW_GET_CLASS (self)->item_set (self);
  scr_row_update_editable (self);
  scr_row_set_warning (self, NULL);
  show_value (self);
  take_up (self);
}

/**
 * scr_row_set_draft:
 * @self: a row
 * @draft: whether its item is not in the record yet, so that values go into the object alone
 */
void
scr_row_set_draft (ScrRow *self, gboolean draft)
{
  scr_row_get_private (self)->draft = draft;
}

/**
 * scr_row_update_editable:
 * @self: a row
 *
 * Asks anew whether the value may be altered: not in a record for reading only, nor in the bin, nor where minutes are
 * approved. What commands set is typed only into a draft that a command reads.
 */
void
scr_row_update_editable (ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);

  priv->editable = priv->store != NULL && !scr_store_is_read_only (priv->store) && priv->item != NULL
                   && !scr_item_is_deleted (priv->item) && (priv->draft || !(priv->field->flags & SCR_FIELD_READ_ONLY))
                   && !scr_minutes_hold_locked (SCR_SOURCE (priv->store), priv->item, priv->field->name);
  SCR_ROW_GET_CLASS (self)->set_editable (self, priv->editable);
}

static gboolean
scr_row_grab_focus (GtkWidget *widget)
{
  GtkWidget *focus = scr_row_get_private (SCR_ROW (widget))->focus;

  return focus != NULL && gtk_widget_grab_focus (focus);
}

static void
scr_row_unroot (GtkWidget *widget)
{
  scr_row_flush (SCR_ROW (widget));
  GTK_WIDGET_CLASS (scr_row_parent_class)->unroot (widget);
}

static void
scr_row_dispose (GObject *object)
{
  ScrRow *self = SCR_ROW (object);
  ScrRowPrivate *priv = scr_row_get_private (self);

  disconnect_item (self);
  g_clear_handle_id (&priv->pause, g_source_remove);
  g_clear_object (&priv->context);
  priv->focus = NULL;
  G_OBJECT_CLASS (scr_row_parent_class)->dispose (object);
}

static void
scr_row_finalize (GObject *object)
{
  ScrRowPrivate *priv = scr_row_get_private (SCR_ROW (object));

  g_free (priv->error);
  g_free (priv->warning);
  G_OBJECT_CLASS (scr_row_parent_class)->finalize (object);
}

static void
scr_row_class_init (ScrRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_row_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = scr_row_grab_focus;
  GTK_WIDGET_CLASS (klass)->unroot = scr_row_unroot;
}

static void
scr_row_init (ScrRow *self)
{
  ScrRowPrivate *priv = scr_row_get_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "scr-row");
  gtk_widget_add_css_class (box, "scr-row-box");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
  /* The value inside takes the focus, so that Tab goes from value to value. */
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);

  priv->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (priv->body, TRUE);
  gtk_widget_set_valign (priv->body, GTK_ALIGN_CENTER);
  priv->title = scr_label_new_wrapping (NULL, "scr-row-title");
  gtk_box_append (GTK_BOX (priv->body), priv->title);

  priv->message = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (priv->message, "scr-row-message");
  priv->message_icon = scr_icon_new_silent (NULL);
  gtk_widget_set_valign (priv->message_icon, GTK_ALIGN_START);
  priv->message_label = scr_label_new_wrapping (NULL, "scr-row-message-text");
  gtk_box_append (GTK_BOX (priv->message), priv->message_icon);
  gtk_box_append (GTK_BOX (priv->message), priv->message_label);
  gtk_widget_set_visible (priv->message, FALSE);
  gtk_box_append (GTK_BOX (priv->body), priv->message);

  priv->suffixes = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_valign (priv->suffixes, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), priv->body);
  gtk_box_append (GTK_BOX (box), priv->suffixes);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * scr_row_set_warning:
 * @self: a row
 * @warning: (nullable): a gentle remark on a value that is kept all the same
 */
void
scr_row_set_warning (ScrRow *self, const char *warning)
{
  set_message (self, &scr_row_get_private (self)->warning, warning);
}
