/* Commands, menu and keys of the action log. See scr-actions-face.h. */
#include "config.h"

#include "scr-actions-face-private.h"

#include "scr-action-commands.h"
#include "scr-commands.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>

static ScrContext *
get_context (ScrActionsFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

static gboolean
is_writable (ScrActionsFace *self)
{
  return self->store != NULL && !scr_store_is_read_only (self->store);
}

/**
 * scr_actions_face_move:
 * @self: the log
 * @action: an action
 * @state: identity of the state that it goes to
 *
 * It keeps the keyboard, wherever it stands then.
 */
void
scr_actions_face_move (ScrActionsFace *self, ScrItem *action, const char *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) choice = NULL;
  g_autofree char *word = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (!is_writable (self) || g_strcmp0 (scr_item_get_text (action, "state"), state) == 0)
    return;
  if (!scr_command_set_action_state (self->store, action, state, &error))
    {
      scr_context_fail (get_context (self), error);
      return;
    }
  choice = scr_source_get (SCR_SOURCE (self->store), SCR_KIND_CHOICE, state);
  word = choice != NULL ? scr_format_title (NULL, SCR_SOURCE (self->store), choice) : g_strdup ("");
  title = scr_format_title (NULL, SCR_SOURCE (self->store), action);
  /* TRANSLATORS: a toast: an action, then the state that it is in now. */
  message = g_strdup_printf (_ ("“%1$s”: %2$s"), title, word);
  scr_actions_face_select (self, scr_item_get_id (action), TRUE);
  scr_context_toast (get_context (self), message, TRUE);
}

/**
 * scr_actions_face_make:
 * @self: the log
 *
 * Makes an action and shows its details.
 */
void
scr_actions_face_make (ScrActionsFace *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) action = NULL;

  if (!is_writable (self))
    return;
  action = scr_command_add_action (self->store, NULL, scr_context_get_partnership (get_context (self)), NULL,
                                   &error);
  if (action == NULL)
    {
      scr_context_fail (get_context (self), error);
      return;
    }
  if (!scr_actions_face_select (self, scr_item_get_id (action), FALSE))
    scr_filter_bar_clear (self->filter);
  scr_actions_face_select (self, scr_item_get_id (action), FALSE);
  scr_context_set_selected (get_context (self), action);
}

static void
on_new (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  scr_actions_face_make (user_data);
}

static void
on_details (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  g_autoptr (ScrItem) action = scr_actions_face_dup_current (user_data, NULL);

  if (action != NULL)
    scr_context_set_selected (get_context (user_data), action);
}

static void
on_meeting (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  g_autoptr (ScrItem) action = scr_actions_face_dup_current (user_data, NULL);
  const char *meeting = action != NULL ? scr_item_get_text (action, "meeting") : NULL;

  if (meeting != NULL)
    gtk_widget_activate_action (GTK_WIDGET (user_data), "meetings.open", "(ss)", "meeting", meeting);
}

static void
on_state (GSimpleAction *simple, GVariant *state, gpointer user_data)
{
  g_autoptr (ScrItem) action = scr_actions_face_dup_current (user_data, NULL);

  if (action != NULL)
    scr_actions_face_move (user_data, action, g_variant_get_string (state, NULL));
}

/* To the column before or after. */
static void
step (ScrActionsFace *self, int by)
{
  g_autoptr (ScrItem) action = scr_actions_face_dup_current (self, NULL);
  const char *state = action != NULL ? scr_item_get_text (action, "state") : NULL;
  int from = -1;

  for (guint i = 0; i < self->columns->len; i++)
    if (g_strcmp0 (((ScrActionColumn *)g_ptr_array_index (self->columns, i))->state,
                   state != NULL ? state : "")
        == 0)
      from = (int)i;
  if (action == NULL || from < 0 || from + by < 0 || from + by >= (int)self->columns->len
      || *((ScrActionColumn *)g_ptr_array_index (self->columns, (guint)(from + by)))->state == '\0')
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    scr_actions_face_move (self, action,
                           ((ScrActionColumn *)g_ptr_array_index (self->columns, (guint)(from + by)))->state);
}

static void
on_step (GSimpleAction *simple, GVariant *by, gpointer user_data)
{
  step (user_data, g_variant_get_int32 (by));
}

static void
on_delete (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  ScrActionsFace *self = user_data;
  g_autoptr (ScrItem) action = scr_actions_face_dup_current (self, NULL);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (action == NULL)
    return;
  title = scr_format_title (NULL, SCR_SOURCE (self->store), action);
  g_ptr_array_add (items, action);
  if (!scr_command_bin (self->store, items, &error))
    {
      scr_context_fail (get_context (self), error);
      return;
    }
  if (scr_context_get_selected (get_context (self)) == action)
    scr_context_set_selected (get_context (self), NULL);
  /* TRANSLATORS: %s is the title of what was deleted */
  message = g_strdup_printf (_ ("“%s” is in the bin"), title);
  scr_context_toast (get_context (self), message, TRUE);
}

static void
on_clear (GSimpleAction *simple, GVariant *parameter, gpointer user_data)
{
  scr_filter_bar_clear (SCR_ACTIONS_FACE (user_data)->filter);
}

static const GActionEntry entries[] = {
    {"new", on_new},         {"details", on_details},
    {"meeting", on_meeting}, {"state", on_state, "s", "''", on_state},
    {"step", on_step, "i"},  {"delete", on_delete},
    {"clear", on_clear},
};

/**
 * scr_actions_face_add_actions:
 * @self: the log
 *
 * For its construction: the commands, as actions of the group "actions".
 */
void
scr_actions_face_add_actions (ScrActionsFace *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "actions", G_ACTION_GROUP (self->actions));
}

static void
enable (ScrActionsFace *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/**
 * scr_actions_face_update_actions:
 * @self: the log
 *
 * Lets only those commands be given that make sense for what is selected.
 */
void
scr_actions_face_update_actions (ScrActionsFace *self)
{
  g_autoptr (ScrItem) action = scr_actions_face_dup_current (self, NULL);
  gboolean writable = is_writable (self);
  const char *state = action != NULL ? scr_item_get_text (action, "state") : NULL;

  enable (self, "new", writable);
  enable (self, "details", action != NULL);
  enable (self, "meeting", action != NULL && scr_item_get_text (action, "meeting") != NULL);
  enable (self, "state", action != NULL && writable);
  enable (self, "step", action != NULL && writable);
  enable (self, "delete", action != NULL && writable);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "state")),
      g_variant_new_string (state != NULL ? state : ""));
}

/* --- Menu --- */

static GMenuModel *
make_menu (ScrActionsFace *self)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) first = g_menu_new ();
  g_autoptr (GMenu) second = g_menu_new ();

  self->moves = g_menu_new ();
  g_menu_append (first, _ ("_Details"), "actions.details");
  g_menu_append (first, _ ("Go to Its _Meeting"), "actions.meeting");
  g_menu_append_submenu (first, _ ("Move _to…"), G_MENU_MODEL (self->moves));
  g_menu_append (second, _ ("D_elete"), "actions.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  return G_MENU_MODEL (menu);
}

static void
fill_moves (ScrActionsFace *self)
{
  g_menu_remove_all (self->moves);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const ScrActionColumn *column = g_ptr_array_index (self->columns, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (column->title, NULL);

      if (*column->state == '\0')
        continue;
      g_menu_item_set_action_and_target (item, "actions.state", "s", column->state);
      g_menu_append_item (self->moves, item);
    }
}

/**
 * scr_actions_face_ask_menu:
 * @self: the log
 * @at: the widget that @x and @y are of
 * @x: where
 * @y: where
 *
 * Pops up the menu of what is selected.
 */
void
scr_actions_face_ask_menu (ScrActionsFace *self, GtkWidget *at, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float)x, (float)y);

  if (self->popover == NULL)
    {
      g_autoptr (GMenuModel) menu = make_menu (self);

      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  fill_moves (self);
  if (!gtk_widget_compute_point (at, GTK_WIDGET (self), &point, &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) {(int)point.x, (int)point.y, 1, 1});
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* --- Keys --- */

static gboolean
on_key (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, ScrActionsFace *self)
{
  GdkModifierType held = state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_ALT_MASK);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int by = key == GDK_KEY_Left || key == GDK_KEY_KP_Left     ? -1
           : key == GDK_KEY_Right || key == GDK_KEY_KP_Right ? 1
                                                             : 0;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (by != 0 && held == GDK_CONTROL_MASK && is_writable (self))
    step (self, rtl ? -by : by);
  else if (by != 0 && held == 0 && !self->is_table)
    return scr_actions_face_walk (self, rtl ? -by : by);
  else if ((key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete) && held == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "actions.delete", NULL);
  else if (focus != NULL
           && ((key == GDK_KEY_Menu && held == 0) || (key == GDK_KEY_F10 && held == GDK_SHIFT_MASK)))
    scr_actions_face_ask_menu (self, focus, 12, gtk_widget_get_height (focus));
  else
    return FALSE;
  return TRUE;
}

/**
 * scr_actions_face_add_keys:
 * @self: the log
 *
 * Keys of cards act on the cards only: Delete in the filter deletes a letter.
 */
void
scr_actions_face_add_keys (ScrActionsFace *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->stack, keys);
}
