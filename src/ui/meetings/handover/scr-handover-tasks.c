/* ScrHandoverTasks - the checklist of a handover. See the header. */
#include "config.h"

#include "scr-handover-tasks.h"

#include "scr-commands.h"
#include "scr-format.h"
#include "scr-handover-commands.h"
#include "scr-handover.h"
#include "scr-item-list.h"
#include "scr-labels.h"
#include "scr-pill.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Rows of a list box are all made. */
#define MOST 200

struct _ScrHandoverTasks
{
  GtkBox parent_instance;

  ScrContext *context;
  ScrStore *store;    /* (nullable): of what is shown */
  ScrItem *handover;  /* (nullable) */
  ScrItemList *items; /* (nullable) */
  GtkWidget *section;
  GtkWidget *progress;
  GtkWidget *entry; /* a new task */
  GtkWidget *adding;
};

G_DEFINE_FINAL_TYPE (ScrHandoverTasks, scr_handover_tasks, GTK_TYPE_BOX)

static ScrItem *
get_task (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "item");
}

static GtkWidget *
get_part (gpointer row, const char *name)
{
  return g_object_get_data (G_OBJECT (row), name);
}

static ScrHandoverTasks *
get_list_of (gpointer row)
{
  return SCR_HANDOVER_TASKS (gtk_widget_get_ancestor (GTK_WIDGET (row), SCR_TYPE_HANDOVER_TASKS));
}

static GtkListBox *
get_list (ScrHandoverTasks *self)
{
  return scr_section_get_list (SCR_SECTION (self->section));
}

static gboolean
is_editable (ScrHandoverTasks *self)
{
  return self->store != NULL && !scr_store_is_read_only (self->store) && self->handover != NULL
         && !scr_item_is_deleted (self->handover);
}

/* --- What a person does --- */

static void
focus_task (ScrHandoverTasks *self, const char *id)
{
  guint position;
  GtkListBoxRow *row = NULL;

  if (self->items != NULL && scr_item_list_find (self->items, id, &position))
    row = gtk_list_box_get_row_at_index (get_list (self), (int)position);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The row that moved is another row afterwards: the keyboard stays with the task. */
static void
move (GtkWidget *row, int by)
{
  g_autoptr (ScrHandoverTasks) self = g_object_ref (get_list_of (row));
  g_autoptr (ScrItem) task = g_object_ref (get_task (row));
  g_autoptr (GError) error = NULL;

  if (!is_editable (self))
    return;
  if (!scr_command_move (self->store, task, by, &error))
    scr_context_fail (self->context, error);
  else
    focus_task (self, scr_item_get_id (task));
}

static gboolean
on_move_key (GtkWidget *row, GVariant *arguments, gpointer user_data)
{
  move (row, g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static void
bin (GtkWidget *row)
{
  g_autoptr (ScrHandoverTasks) self = g_object_ref (get_list_of (row));
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_editable (self))
    return;
  g_ptr_array_add (items, g_object_ref (get_task (row)));
  title = scr_format_title (NULL, SCR_SOURCE (self->store), get_task (row));
  if (!scr_command_bin (self->store, items, &error))
    {
      scr_context_fail (self->context, error);
      return;
    }
  message = g_strdup_printf (_ ("%s is in the bin"), title);
  scr_context_toast (self->context, message, TRUE);
}

static gboolean
on_delete_key (GtkWidget *row, GVariant *arguments, gpointer user_data)
{
  bin (row);
  return GDK_EVENT_STOP;
}

static void
on_action (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "open"))
    scr_context_set_selected (get_list_of (row)->context, get_task (row));
  else if (g_str_equal (name, "delete"))
    bin (row);
  else
    move (row, g_str_equal (name, "up") ? -1 : 1);
}

static void
on_ticked (GtkCheckButton *check, GtkWidget *row)
{
  ScrHandoverTasks *self = get_list_of (row);
  gboolean ticked = gtk_check_button_get_active (check);
  g_autoptr (GError) error = NULL;

  if (self == NULL || ticked == scr_item_get_bool (get_task (row), "done"))
    return;
  if (scr_command_tick_handover_task (self->store, get_task (row), ticked, &error))
    return;
  scr_context_fail (self->context, error);
  gtk_check_button_set_active (check, !ticked);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, ScrHandoverTasks *self)
{
  scr_context_set_selected (self->context, get_task (row));
}

static void
on_add (ScrHandoverTasks *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrItem) task = NULL;

  if (!is_editable (self))
    return;
  task = scr_command_add_handover_task (self->store, self->handover,
                                        gtk_editable_get_text (GTK_EDITABLE (self->entry)), &error);
  if (task == NULL)
    {
      scr_context_fail (self->context, error);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
}

/* --- Dragging --- */

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkWidget *row)
{
  return gdk_content_provider_new_typed (SCR_TYPE_ITEM, get_task (row));
}

static void
on_drag_begin (GtkDragSource *source, GdkDrag *drag, GtkWidget *row)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
  gtk_widget_set_opacity (row, 0.5);
}

static void
on_drag_end (GtkDragSource *source, GdkDrag *drag, gboolean delete, GtkWidget *row)
{
  gtk_widget_set_opacity (row, 1);
}

static void
show_drop_line (GtkWidget *row, gboolean shown, gboolean below)
{
  gtk_widget_remove_css_class (row, "drop-above");
  gtk_widget_remove_css_class (row, "drop-below");
  if (shown)
    gtk_widget_add_css_class (row, below ? "drop-below" : "drop-above");
}

static gboolean
is_below (GtkWidget *row, double y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

static GdkDragAction
on_drag_motion (GtkDropTarget *target, double x, double y, GtkWidget *row)
{
  show_drop_line (row, TRUE, is_below (row, y));
  return GDK_ACTION_MOVE;
}

static void
on_drag_leave (GtkDropTarget *target, GtkWidget *row)
{
  show_drop_line (row, FALSE, FALSE);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *row)
{
  ScrHandoverTasks *self = get_list_of (row);
  ScrItem *dragged = g_value_get_object (value);
  guint from, to;
  g_autoptr (GError) error = NULL;

  show_drop_line (row, FALSE, FALSE);
  if (dragged == NULL || self->items == NULL
      || !scr_item_list_find (self->items, scr_item_get_id (dragged), &from)
      || !scr_item_list_find (self->items, scr_item_get_id (get_task (row)), &to))
    return FALSE;
  /* Where it lands among the others, when it has been taken out. */
  to += is_below (row, y) ? 1 : 0;
  to -= to > from ? 1 : 0;
  if (to == from)
    return FALSE;
  if (!scr_command_move (self->store, dragged, (int)to - (int)from, &error))
    {
      scr_context_fail (self->context, error);
      return FALSE;
    }
  return TRUE;
}

/* --- Rows --- */

static void
add_ordering (GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (SCR_TYPE_ITEM, GDK_ACTION_MOVE);
  GtkEventController *keys = gtk_shortcut_controller_new ();
  const struct
  {
    guint key;
    int by;
  } moves[] = {{GDK_KEY_Up, -1}, {GDK_KEY_Down, 1}};

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), row, 0);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin), row, 0);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_drag_end), row, 0);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_drag_motion), row, 0);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_drag_leave), row, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), row, 0);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (keys),
        gtk_shortcut_new_with_arguments (gtk_keyval_trigger_new (moves[i].key, GDK_CONTROL_MASK),
                                         gtk_callback_action_new (on_move_key, NULL, NULL), "i",
                                         moves[i].by));
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                                                        gtk_callback_action_new (on_delete_key, NULL, NULL)));
  gtk_widget_add_controller (row, keys);
}

static void
add_menu (GtkWidget *row, const char *title)
{
  const GActionEntry entries[]
      = {{"open", on_action}, {"up", on_action}, {"down", on_action}, {"delete", on_action}};
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autofree char *name = NULL;
  GtkWidget *button = gtk_menu_button_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (row, "task", G_ACTION_GROUP (actions));
  g_menu_append (menu, _ ("Who and _When…"), "task.open");
  g_menu_append (menu, _ ("Move _Up"), "task.up");
  g_menu_append (menu, _ ("Move _Down"), "task.down");
  g_menu_append (menu, _ ("_Delete"), "task.delete");
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* TRANSLATORS: %s is the title of what the menu is for */
  name = g_strdup_printf (_ ("Menu of %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* "Partnership manager · due 3 April 2019" */
static char *
dup_detail (ScrHandoverTasks *self, ScrItem *task)
{
  const char *due = scr_item_get_text (task, "due");
  g_autofree char *owner = scr_format_field (NULL, SCR_SOURCE (self->store), task, "owner");
  g_autofree char *day = due != NULL ? scr_format_day (NULL, due, SCR_DAY_LONG) : NULL;
  /* TRANSLATORS: %s is the day by which a task is to be done. */
  g_autofree char *due_words = day != NULL ? g_strdup_printf (_ ("due %s"), day) : NULL;
  gboolean has_owner = owner != NULL && *owner != '\0';

  if (has_owner && due_words != NULL)
    return g_strconcat (owner, " · ", due_words, NULL);
  if (has_owner || due_words != NULL)
    return g_strdup (has_owner ? owner : due_words);
  return g_strdup ("");
}

static void
show_task (ScrHandoverTasks *self, GtkWidget *row)
{
  ScrItem *task = get_task (row);
  GtkWidget *check = get_part (row, "check");
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), task);
  g_autofree char *detail = dup_detail (self, task);
  g_autofree char *today = scr_source_dup_today (SCR_SOURCE (self->store));
  g_autofree char *name = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), detail);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), scr_item_get_bool (task, "done"));
  gtk_widget_set_sensitive (check, is_editable (self));
  gtk_widget_set_visible (get_part (row, "late"), scr_handover_task_is_late (task, today));
  /* TRANSLATORS: %s is a task on a list; read by screen readers for the box that is ticked. */
  name = g_strdup_printf (_ ("Done: %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  ScrHandoverTasks *self = user_data;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *late = scr_pill_new (NULL, _ ("Overdue"), "late");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (late, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (row), "item", g_object_ref (item), g_object_unref);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_object_set_data (G_OBJECT (row), "late", late);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), late);
  show_task (self, row);
  if (is_editable (self))
    {
      GtkWidget *handle = scr_icon_new_silent ("list-drag-handle-symbolic");

      gtk_widget_add_css_class (handle, "scr-dim");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), handle);
      add_ordering (row);
      add_menu (row, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
    }
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked), row, 0);
  return row;
}

static void
update_empty (ScrHandoverTasks *self)
{
  gtk_widget_set_visible (GTK_WIDGET (get_list (self)),
                          self->items != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->items)) > 0);
}

/* The list itself follows the record; rows that stay are told anew. */
static void
on_store_changed (ScrStore *store, ScrChange *change, ScrHandoverTasks *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (get_list (self), i)) != NULL; i++)
    show_task (self, GTK_WIDGET (row));
  update_empty (self);
}

static void
forget (ScrHandoverTasks *self)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  gtk_list_box_bind_model (get_list (self), NULL, NULL, NULL, NULL);
  g_clear_object (&self->items);
  g_clear_object (&self->store);
  g_clear_object (&self->handover);
}

/**
 * scr_handover_tasks_set_handover:
 * @self: a checklist
 * @handover: (nullable): whose tasks it shows
 */
void
scr_handover_tasks_set_handover (ScrHandoverTasks *self, ScrItem *handover)
{
  ScrQuery query = {.kind = "handover_task", .order = "position", .limit = MOST};

  if (handover == self->handover && self->store == scr_context_get_store (self->context))
    return;
  forget (self);
  if (handover == NULL)
    return;
  self->handover = g_object_ref (handover);
  self->store = g_object_ref (scr_context_get_store (self->context));
  query.conditions[0] = (ScrCondition) {"handover", SCR_IS, scr_item_get_id (handover), 0};
  self->items = scr_item_list_new (self->store, &query);
  gtk_list_box_bind_model (get_list (self), G_LIST_MODEL (self->items), make_row, self, NULL);
  g_signal_connect (self->store, "changed", G_CALLBACK (on_store_changed), self);
  gtk_widget_set_visible (self->adding, is_editable (self));
  update_empty (self);
}

/**
 * scr_handover_tasks_set_progress:
 * @self: a checklist
 * @words: how much of it is done, translated
 */
void
scr_handover_tasks_set_progress (ScrHandoverTasks *self, const char *words)
{
  gtk_label_set_text (GTK_LABEL (self->progress), words);
}

static void
scr_handover_tasks_dispose (GObject *object)
{
  ScrHandoverTasks *self = SCR_HANDOVER_TASKS (object);

  if (self->section != NULL)
    forget (self);
  self->section = NULL;
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_handover_tasks_parent_class)->dispose (object);
}

static void
scr_handover_tasks_class_init (ScrHandoverTasksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = scr_handover_tasks_dispose;
}

static void
scr_handover_tasks_init (ScrHandoverTasks *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add Task"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 9);
  self->section = scr_section_new (_ ("Checklist"));
  self->progress = scr_label_new_wrapping (NULL, "scr-dim");
  gtk_box_append (GTK_BOX (self), self->section);
  gtk_box_reorder_child_after (GTK_BOX (self->section), GTK_WIDGET (get_list (self)),
                               gtk_widget_get_first_child (self->section));
  gtk_box_append (GTK_BOX (self), self->progress);
  self->adding = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("What must not be forgotten?"));
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 500);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("New task"),
                                  -1);
  gtk_box_append (GTK_BOX (self->adding), self->entry);
  gtk_box_append (GTK_BOX (self->adding), button);
  gtk_box_append (GTK_BOX (self), self->adding);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_add), self);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_add), self);
}

/**
 * scr_handover_tasks_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): an empty checklist
 */
GtkWidget *
scr_handover_tasks_new (ScrContext *context)
{
  ScrHandoverTasks *self = g_object_new (SCR_TYPE_HANDOVER_TASKS, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (get_list (self), "row-activated", G_CALLBACK (on_row_activated), self, 0);
  return GTK_WIDGET (self);
}
