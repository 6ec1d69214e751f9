/* ScrDetailsPane - the selected thing. See the header. */
#include "config.h"

#include "scr-details-pane.h"

#include "scr-commands.h"
#include "scr-common.h"
#include "scr-format.h"
#include "scr-icons.h"
#include "scr-labels.h"
#include "scr-titles.h"

#include <glib/gi18n-lib.h>

struct _ScrDetailsPane
{
  AdwBin parent_instance;

  ScrContext *context;
  ScrStore *store; /* (nullable) */
  GSignalGroup *store_changes; /* of the record that is shown */
  ScrItem *item;   /* (nullable): what is shown */

  GtkWidget *menu_button;
  GtkWidget *close_button;
  GtkWidget *restore_button;
  GtkWidget *bin_banner;
  GtkWidget *scrolled;
  GtkWidget *content;
  GtkWidget *icon;
  GtkWidget *title;
  GtkWidget *subtitle;

  ScrForm *form;
  ScrTies *ties;
  ScrPapers *papers;
  ScrHistoryList *history;
  GMenu *move_section;
  GSimpleActionGroup *actions;
};

G_DEFINE_FINAL_TYPE (ScrDetailsPane, scr_details_pane, ADW_TYPE_BIN)

static gboolean
is_ordered (const ScrKind *kind)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SCR_FIELD_ORDER)
      return TRUE;
  return FALSE;
}

static void
enable (ScrDetailsPane *self, const char *name, gboolean enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
update_head (ScrDetailsPane *self)
{
  gboolean writable, live;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (self->item == NULL)
    return;
  title = scr_format_title (NULL, SCR_SOURCE (self->store), self->item);
  subtitle = scr_titles_dup_subtitle (SCR_SOURCE (self->store), self->item);
  writable = !scr_store_is_read_only (self->store);
  live = !scr_item_is_deleted (self->item);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), scr_icon_resolve (scr_item_get_kind (self->item)->icon));
  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_widget_set_tooltip_text (self->title, title);
  gtk_label_set_text (GTK_LABEL (self->subtitle), subtitle);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->bin_banner), !live);
  gtk_widget_set_visible (self->bin_banner, !live);
  enable (self, "duplicate", writable && live);
  enable (self, "delete", writable && live);
  enable (self, "restore", writable && !live);
  enable (self, "up", writable && live && is_ordered (scr_item_get_kind (self->item)));
  enable (self, "down", writable && live && is_ordered (scr_item_get_kind (self->item)));
}

static void
close_pane (ScrDetailsPane *self)
{
  scr_form_flush (self->form);
  scr_context_set_selected (self->context, NULL);
}

static void
on_item_deleted (ScrDetailsPane *self)
{
  g_autoptr (ScrItem) item = g_object_ref (self->item);

  update_head (self);
  /* What may be added to it depends on where it lies. */
  scr_ties_set_item (self->ties, NULL);
  scr_ties_set_item (self->ties, item);
  scr_papers_set_item (self->papers, item);
}

static gboolean
is_removed (ScrChange *change, const char *id)
{
  for (guint i = 0; i < scr_change_get_n_rows (change); i++)
    if (scr_change_get_row (change, i)->what == SCR_ROW_REMOVED
        && g_str_equal (scr_change_get_row (change, i)->id, id))
      return TRUE;
  return FALSE;
}

static void
on_store_changed (ScrStore *store, ScrChange *change, ScrDetailsPane *self)
{
  if (self->item == NULL)
    return;
  if (is_removed (change, scr_item_get_id (self->item)))
    scr_context_set_selected (self->context, NULL);
  else
    update_head (self);
}

static void
follow (ScrDetailsPane *self, ScrStore *store)
{
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_changes, store);
}

static void
set_item (ScrDetailsPane *self, ScrItem *item)
{
  if (self->item == item)
    return;
  scr_form_flush (self->form);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_set_object (&self->item, item);
  scr_form_set_item (self->form, item);
  scr_ties_set_item (self->ties, item);
  scr_papers_set_item (self->papers, item);
  scr_history_list_set_item (self->history, item);
  follow (self, item != NULL ? scr_context_get_store (self->context) : NULL);
  gtk_widget_set_visible (self->content, item != NULL);
  gtk_widget_set_sensitive (self->menu_button, item != NULL);
  if (item == NULL)
    return;
  g_signal_connect_swapped (item, "notify::deleted", G_CALLBACK (on_item_deleted), self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled)), 0);
  update_head (self);
  scr_menu_show_moves (self->move_section, "details.up", "details.down", is_ordered (scr_item_get_kind (item)));
}

static void
on_selected (ScrDetailsPane *self)
{
  set_item (self, scr_context_get_selected (self->context));
}

/* --- Actions --- */

typedef gboolean (*ItemsCommand) (ScrStore *store, GPtrArray *items, GError **error);

static gboolean
run_on_item (ScrDetailsPane *self, ItemsCommand command)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (items, self->item);
  if (command (self->store, items, &error))
    return TRUE;
  scr_context_fail (self->context, error);
  return FALSE;
}

static void
on_duplicate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrDetailsPane *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) copy = NULL;

  scr_form_flush (self->form);
  copy = scr_command_duplicate (self->store, self->item, &error);
  if (copy == NULL)
    scr_context_fail (self->context, error);
  else
    scr_context_open_item (self->context, copy);
}

static void
on_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrDetailsPane *self = user_data;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), gtk_label_get_text (GTK_LABEL (self->title)));
}

static void
on_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrDetailsPane *self = user_data;
  g_autofree char *message = NULL;

  /* Written afterwards, it would be what the toast's Undo takes back. */
  scr_form_flush (self->form);
  /* TRANSLATORS: %s is the title of what was deleted */
  message = g_strdup_printf (_ ("“%s” is in the bin"), gtk_label_get_text (GTK_LABEL (self->title)));
  if (!run_on_item (self, scr_command_bin))
    return;
  scr_context_set_selected (self->context, NULL);
  scr_context_toast (self->context, message, TRUE);
}

static void
on_restore (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  run_on_item (user_data, scr_command_restore);
}

static void
on_move (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrDetailsPane *self = user_data;
  g_autoptr (GError) error = NULL;
  int by = g_str_equal (g_action_get_name (G_ACTION (action)), "up") ? -1 : 1;

  if (!scr_command_move (self->store, self->item, by, &error))
    scr_context_fail (self->context, error);
}

static void
on_close (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  close_pane (user_data);
}

static const GActionEntry entries[] = {
  { "duplicate", on_duplicate }, { "copy", on_copy },    { "delete", on_delete }, { "restore", on_restore },
  { "up", on_move },             { "down", on_move },    { "close", on_close },
};

static gboolean
on_escape (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  close_pane (SCR_DETAILS_PANE (widget));
  return GDK_EVENT_STOP;
}

/* --- Files dropped anywhere on the pane --- */

static GListModel *
list_dropped (const GValue *value)
{
  GListStore *files = g_list_store_new (G_TYPE_FILE);

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) dropped = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *l = dropped; l != NULL; l = l->next)
        g_list_store_append (files, l->data);
    }
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    g_list_store_append (files, g_value_get_object (value));
  return G_LIST_MODEL (files);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, ScrDetailsPane *self)
{
  g_autoptr (GListModel) files = list_dropped (value);

  return scr_papers_add_files (self->papers, files);
}

static GdkDragAction
on_drop_enter (GtkDropTarget *target, double x, double y, ScrDetailsPane *self)
{
  return scr_papers_can_add (self->papers) ? GDK_ACTION_COPY : 0;
}

static void
add_controllers (ScrDetailsPane *self)
{
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_FILE };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect (target, "enter", G_CALLBACK (on_drop_enter), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                                                          gtk_callback_action_new (on_escape, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
scr_details_pane_dispose (GObject *object)
{
  ScrDetailsPane *self = SCR_DETAILS_PANE (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_data (self->item, self);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  if (self->form != NULL)
    scr_form_set_item (self->form, NULL);
  self->form = NULL;
  g_clear_object (&self->item);
  g_clear_object (&self->context);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (scr_details_pane_parent_class)->dispose (object);
}

static void
scr_details_pane_class_init (ScrDetailsPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_details_pane_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Scrutiny/common/scr-details-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, move_section);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, close_button);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, restore_button);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, bin_banner);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, content);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, icon);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, title);
  gtk_widget_class_bind_template_child (widget_class, ScrDetailsPane, subtitle);
}

static void
scr_details_pane_init (ScrDetailsPane *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect (self->store_changes, "changed", G_CALLBACK (on_store_changed), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "details", G_ACTION_GROUP (self->actions));
  gtk_widget_set_visible (self->content, FALSE);
  gtk_widget_set_sensitive (self->menu_button, FALSE);
  /* Its parts fill the pane; the pane is not to fill the window. */
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  add_controllers (self);
}

/**
 * scr_details_pane_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a pane that shows what is selected in @context
 */
GtkWidget *
scr_details_pane_new (ScrContext *context)
{
  ScrDetailsPane *self;

  scr_common_ensure ();
  self = g_object_new (SCR_TYPE_DETAILS_PANE, NULL);
  self->context = g_object_ref (context);
  self->form = SCR_FORM (scr_form_new (context));
  self->ties = SCR_TIES (scr_ties_new (context));
  self->papers = SCR_PAPERS (scr_papers_new (context));
  self->history = SCR_HISTORY_LIST (scr_history_list_new (context));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->ties));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->papers));
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->history));
  g_signal_connect_swapped (context, "notify::selected", G_CALLBACK (on_selected), self);
  on_selected (self);
  return GTK_WIDGET (self);
}

/**
 * scr_details_pane_get_form:
 * @self: a pane
 *
 * Returns: (transfer none): its form
 */
ScrForm *
scr_details_pane_get_form (ScrDetailsPane *self)
{
  return self->form;
}

/**
 * scr_details_pane_get_ties:
 * @self: a pane
 *
 * Returns: (transfer none): what the item is tied to
 */
ScrTies *
scr_details_pane_get_ties (ScrDetailsPane *self)
{
  return self->ties;
}

/**
 * scr_details_pane_get_papers:
 * @self: a pane
 *
 * Returns: (transfer none): the files attached to the item
 */
ScrPapers *
scr_details_pane_get_papers (ScrDetailsPane *self)
{
  return self->papers;
}

/**
 * scr_details_pane_get_history:
 * @self: a pane
 *
 * Returns: (transfer none): what happened to the item
 */
ScrHistoryList *
scr_details_pane_get_history (ScrDetailsPane *self)
{
  return self->history;
}

/**
 * scr_details_pane_flush:
 * @self: a pane
 *
 * Writes at once what was entered and is not yet written: before an undo, a report, or the end.
 *
 * Returns: whether the record holds all that the pane says
 */
gboolean
scr_details_pane_flush (ScrDetailsPane *self)
{
  return scr_form_flush (self->form);
}

/**
 * scr_details_pane_focus_form:
 * @self: a pane
 *
 * Gives the keyboard to the first field, as for a thing that was just made.
 */
void
scr_details_pane_focus_form (ScrDetailsPane *self)
{
  scr_form_focus_first (self->form);
}
