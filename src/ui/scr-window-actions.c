/* What the window's actions do. Their names, labels and shortcuts are in scr-actions.c. See scr-window.h. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "scr-actions.h"
#include "scr-commands.h"
#include "scr-format.h"
#include "scr-window-private.h"

/* Undo, redo and every command end here: what failed is told, what succeeded shows itself. */
static void
finish (ScrWindow *self, gboolean ok, const GError *error)
{
  if (!ok && error)
    scr_context_fail (self->context, error);
}

static void
on_undo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gboolean ok;

  /* What is being typed is a change as well. */
  scr_details_pane_flush (self->details);
  label = g_strdup (scr_store_get_undo_label (self->store));
  ok = scr_store_undo (self->store, &error);
  finish (self, ok, error);
  if (ok)
    {
      /* TRANSLATORS: after an undo, with the name of the change that was undone */
      g_autofree char *message = g_strdup_printf (_ ("Undone: %s"), label);

      scr_context_toast (self->context, message, FALSE);
    }
}

static void
on_redo (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  gboolean ok;

  /* What is being typed is a change as well. */
  scr_details_pane_flush (self->details);
  label = g_strdup (scr_store_get_redo_label (self->store));
  ok = scr_store_redo (self->store, &error);
  finish (self, ok, error);
  if (ok)
    {
      /* TRANSLATORS: after a redo, with the name of the change that was made again */
      g_autofree char *message = g_strdup_printf (_ ("Done again: %s"), label);

      scr_context_toast (self->context, message, FALSE);
    }
}

static void
on_undo_until (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;
  g_autoptr (GError) error = NULL;

  scr_details_pane_flush (self->details);
  finish (self, scr_store_undo_until (self->store, g_variant_get_int64 (parameter), &error), error);
}

static void
on_view (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *view = scr_window_show_view (user_data, g_variant_get_string (parameter, NULL));

  /* Who goes to a view by a key wants to work in it: the keyboard goes along. */
  if (view)
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

static void
on_bin (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_window_show_bin (user_data);
}

/* Alt+Left and the button of the narrow window: from the view it goes on to the sidebar. */
static void
on_back (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;

  if (!scr_window_go_back (self) && scr_adaptive_get_folded (self->adaptive))
    scr_adaptive_set_sidebar_shown (self->adaptive, TRUE);
}

static void
on_sidebar (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ScrWindow *self = user_data;

  scr_adaptive_set_sidebar_shown (self->adaptive, g_variant_get_boolean (value));
  if (!scr_adaptive_get_folded (self->adaptive))
    scr_settings_set_boolean (self->settings, "show-sidebar", g_variant_get_boolean (value));
  g_simple_action_set_state (action, value);
}

static void
on_search (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  ScrWindow *self = user_data;

  gtk_search_bar_set_search_mode (self->search_bar, g_variant_get_boolean (value));
  if (g_variant_get_boolean (value))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* Ctrl+F never closes the search: from the results it goes back to the words. */
static void
on_find (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_menu (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_menu_button_popup (SCR_WINDOW (user_data)->menu_button);
}

static void
on_shortcuts (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *window = scr_actions_new_shortcuts_window ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (user_data));
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_close (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_close (GTK_WINDOW (user_data));
}

/* Without a viewer of Mallard pages nothing can be shown: that is said, with where else to read. */
static void
on_help (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;
  g_autoptr (GAppInfo) viewer = g_app_info_get_default_for_uri_scheme ("help");
  g_autofree char *uri
      = g_strdup_printf ("help:scrutiny/%s", self->store && self->view ? self->view : "index");
  GtkWidget *dialog;

  if (viewer)
    {
      gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
      return;
    }
  dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _ ("There is no help viewer on this computer"),
      _ ("The help comes with Scrutiny and needs no network. Install the viewer that is "
         "named Help or Yelp to read it. Ctrl+? lists all shortcuts."));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_print (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrView *view = scr_window_get_current_view (user_data);

  if (view)
    scr_view_print (view);
}

static void
on_item_new (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrView *view = scr_window_get_current_view (user_data);

  if (view)
    scr_view_new_item (view);
}

static void
on_item_duplicate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) copy = NULL;

  scr_details_pane_flush (self->details);
  copy = scr_command_duplicate (self->store, scr_context_get_selected (self->context), &error);
  finish (self, copy != NULL, error);
  if (copy)
    scr_context_open_item (self->context, copy);
}

static void
on_item_delete (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ScrItem) item = g_object_ref (scr_context_get_selected (self->context));
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), item);
  g_autofree char *message = g_strdup_printf (_ ("“%s” is in the bin"), title);
  g_autoptr (GError) error = NULL;
  gboolean ok;

  /* Written afterwards, it would be what the toast's Undo takes back. */
  scr_details_pane_flush (self->details);
  g_ptr_array_add (items, g_object_ref (item));
  ok = scr_command_bin (self->store, items, &error);
  finish (self, ok, error);
  if (!ok)
    return;
  /* The view may have selected the next one by now. */
  if (scr_context_get_selected (self->context) == item)
    scr_context_set_selected (self->context, NULL);
  scr_context_toast (self->context, message, TRUE);
}

static void
move_item (ScrWindow *self, int by)
{
  g_autoptr (GError) error = NULL;

  finish (self, scr_command_move (self->store, scr_context_get_selected (self->context), by, &error), error);
}

static void
on_item_up (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_item (user_data, -1);
}

static void
on_item_down (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  move_item (user_data, 1);
}

static void
on_save_copy (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_window_save_copy (user_data);
}

static void
on_bundle_out (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_window_bundle_out (user_data);
}

static void
on_restore_backup (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_window_restore_backup (user_data, scr_window_get_path (user_data));
}

static void
on_problem_read (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-reading", "s", self->problem_path);
}

static void
on_problem_retry (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ScrWindow *self = user_data;

  gtk_widget_activate_action (GTK_WIDGET (self), "app.reopen", "s", self->problem_path);
}

static void
on_problem_close (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  scr_window_let_go (user_data);
}

static const GActionEntry entries[] = {
    {"undo", on_undo, NULL, NULL, NULL},
    {"redo", on_redo, NULL, NULL, NULL},
    {"undo-until", on_undo_until, "x", NULL, NULL},
    {"view", on_view, "s", NULL, NULL},
    {"bin", on_bin, NULL, NULL, NULL},
    {"back", on_back, NULL, NULL, NULL},
    {"sidebar", NULL, NULL, "true", on_sidebar},
    {"search", NULL, NULL, "false", on_search},
    {"find", on_find, NULL, NULL, NULL},
    {"menu", on_menu, NULL, NULL, NULL},
    {"shortcuts", on_shortcuts, NULL, NULL, NULL},
    {"close", on_close, NULL, NULL, NULL},
    {"help", on_help, NULL, NULL, NULL},
    {"print", on_print, NULL, NULL, NULL},
    {"item-new", on_item_new, NULL, NULL, NULL},
    {"item-duplicate", on_item_duplicate, NULL, NULL, NULL},
    {"item-delete", on_item_delete, NULL, NULL, NULL},
    {"item-up", on_item_up, NULL, NULL, NULL},
    {"item-down", on_item_down, NULL, NULL, NULL},
    {"save-copy", on_save_copy, NULL, NULL, NULL},
    {"bundle-out", on_bundle_out, NULL, NULL, NULL},
    {"restore-backup", on_restore_backup, NULL, NULL, NULL},
    {"problem-read", on_problem_read, NULL, NULL, NULL},
    {"problem-retry", on_problem_retry, NULL, NULL, NULL},
    {"problem-close", on_problem_close, NULL, NULL, NULL},
    {"problem-backup", on_restore_backup, NULL, NULL, NULL},
};

static GSimpleAction *
get_action (ScrWindow *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
enable (ScrWindow *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (get_action (self, name), enabled);
}

static gboolean
can_move (ScrItem *item)
{
  const ScrKind *kind = scr_item_get_kind (item);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == SCR_FIELD_ORDER)
      return TRUE;
  return FALSE;
}

/**
 * scr_window_update_actions:
 * @self: a window
 *
 * What cannot be done now is greyed out in menus and buttons, and its shortcut does nothing.
 */
void
scr_window_update_actions (ScrWindow *self)
{
  static const char *const of_record[]
      = {"view", "bin", "back", "sidebar", "search", "find", "save-copy", "bundle-out", "restore-backup"};
  ScrView *view = scr_window_get_current_view (self);
  ScrItem *selected = scr_context_get_selected (self->context);
  gboolean writable = self->store != NULL && !scr_store_is_read_only (self->store);
  gboolean alterable = writable && selected != NULL && !scr_item_is_deleted (selected);
  gboolean plain = view != NULL && !self->bin_shown && !scr_window_is_searching (self);

  for (guint i = 0; i < G_N_ELEMENTS (of_record); i++)
    enable (self, of_record[i], self->store != NULL);
  enable (self, "undo", writable && scr_store_get_undo_label (self->store) != NULL);
  enable (self, "redo", writable && scr_store_get_redo_label (self->store) != NULL);
  enable (self, "undo-until", writable);
  enable (self, "print", plain && scr_view_can_print (view));
  enable (self, "item-new", writable && plain && scr_view_can_new_item (view));
  enable (self, "item-duplicate", alterable);
  enable (self, "item-delete", alterable);
  enable (self, "item-up", alterable && can_move (selected));
  enable (self, "item-down", alterable && can_move (selected));
  enable (self, "problem-read", self->problem_path != NULL);
  enable (self, "problem-retry", self->problem_path != NULL);
  enable (self, "problem-close", self->problem_path != NULL);
  enable (self, "problem-backup", self->problem_path != NULL);
  g_simple_action_set_state (get_action (self, "sidebar"),
                             g_variant_new_boolean (scr_adaptive_get_sidebar_shown (self->adaptive)));
  g_simple_action_set_state (get_action (self, "search"),
                             g_variant_new_boolean (scr_window_is_searching (self)));
}

static void
on_labels (ScrWindow *self)
{
  const char *redo = self->store ? scr_store_get_redo_label (self->store) : NULL;
  /* TRANSLATORS: what the redo button will do again */
  g_autofree char *tooltip = redo ? g_strdup_printf (_ ("Redo: %s"), redo) : g_strdup (_ ("Redo"));

  gtk_widget_set_tooltip_text (self->redo_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  scr_window_update_actions (self);
}

static void
on_store_set (ScrWindow *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  if (store)
    {
      g_signal_connect_object (store, "notify::undo-label", G_CALLBACK (on_labels), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "notify::redo-label", G_CALLBACK (on_labels), self, G_CONNECT_SWAPPED);
    }
  if (self->adaptive)
    on_labels (self);
}

/* --- Undo in a field --- */

static gboolean
undo_in_text (GtkWidget *text, gboolean redo)
{
  g_autofree char *before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (text)));

  gtk_widget_activate_action (text, redo ? "text.redo" : "text.undo", NULL);
  return strcmp (before, gtk_editable_get_text (GTK_EDITABLE (text))) != 0;
}

/* A text takes these keys even when it has nothing to undo: then they mean the record, as everywhere else. */
static gboolean
on_undo_key (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  gboolean redo = g_variant_get_boolean (arguments);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (widget));

  if (focus == NULL || GTK_WIDGET (gtk_widget_get_native (focus)) != widget)
    return GDK_EVENT_PROPAGATE;
  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      if (redo ? gtk_text_buffer_get_can_redo (buffer) : gtk_text_buffer_get_can_undo (buffer))
        return GDK_EVENT_PROPAGATE;
    }
  else if (!GTK_IS_TEXT (focus))
    return GDK_EVENT_PROPAGATE;
  else if (undo_in_text (focus, redo))
    return GDK_EVENT_STOP;
  gtk_widget_activate_action (widget, redo ? "win.redo" : "win.undo", NULL);
  return GDK_EVENT_STOP;
}

static void
add_undo_keys (ScrWindow *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    gboolean redo;
  } keys[] = {
      {GDK_KEY_z, GDK_CONTROL_MASK, FALSE},
      {GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, TRUE},
      {GDK_KEY_y, GDK_CONTROL_MASK, TRUE},
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                         gtk_callback_action_new (on_undo_key, NULL, NULL), "b", keys[i].redo));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * scr_window_add_actions:
 * @self: a window that is being made
 */
void
scr_window_add_actions (ScrWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  add_undo_keys (self);
  g_signal_connect_object (self->context, "notify::store", G_CALLBACK (on_store_set), self,
                           G_CONNECT_SWAPPED);
}
