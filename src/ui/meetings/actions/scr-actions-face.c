/* The action log. See the header. */
#include "config.h"

#include "scr-actions-face-private.h"

#include "scr-action-log.h"
#include "scr-actions-resources.h"
#include "scr-choices.h"
#include "scr-common.h"
#include "scr-format.h"
#include "scr-labels.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/meetings/actions/actions.css"

G_DEFINE_FINAL_TYPE (ScrActionsFace, scr_actions_face, SCR_TYPE_VIEW)

static ScrContext *
get_context (ScrActionsFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* --- What the filter offers --- */

static void
add_offer (ScrActionsFace *self, GPtrArray *ids, GPtrArray *labels, ScrItem *item)
{
  if (item == NULL || g_ptr_array_find_with_equal_func (ids, scr_item_get_id (item), g_str_equal, NULL))
    return;
  g_ptr_array_add (ids, g_strdup (scr_item_get_id (item)));
  g_ptr_array_add (labels, scr_format_title (NULL, SCR_SOURCE (self->store), item));
}

/* Whoever has an action, and every meeting that one comes from, in the order of their names and days. */
static void
offer_field (ScrActionsFace *self, guint choice, const char *field, const char *order)
{
  const ScrQuery query
      = {.kind = "action", .partnership = scr_context_get_partnership (get_context (self)), .order = order};
  const ScrField *described = scr_kind_get_field (scr_kind_find ("action"), field);
  g_autoptr (GPtrArray) used = scr_source_list_texts (SCR_SOURCE (self->store), &query, field);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < used->len; i++)
    {
      char *id = g_ptr_array_index (used, i);
      g_autoptr (ScrItem) item = NULL;

      if (id == NULL || !g_hash_table_add (seen, id))
        continue;
      item = scr_source_find (SCR_SOURCE (self->store), described, id);
      add_offer (self, ids, labels, item);
    }
  scr_filter_bar_offer (self->filter, choice, ids, labels);
}

static void
offer_items (ScrActionsFace *self, guint choice, GPtrArray *items)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    add_offer (self, ids, labels, g_ptr_array_index (items, i));
  scr_filter_bar_offer (self->filter, choice, ids, labels);
}

static void
offer_all (ScrActionsFace *self)
{
  const ScrQuery query
      = {.kind = "group", .partnership = scr_context_get_partnership (get_context (self)), .order = "title"};
  g_autoptr (GPtrArray) groups = scr_source_list (SCR_SOURCE (self->store), &query);
  g_autoptr (GPtrArray) states = scr_choices_list (SCR_SOURCE (self->store), "action-state", NULL);

  offer_items (self, SCR_ACTIONS_GROUP, groups);
  offer_items (self, SCR_ACTIONS_STATE, states);
  offer_field (self, SCR_ACTIONS_OWNER, "owner", "owner title");
  offer_field (self, SCR_ACTIONS_MEETING, "meeting", "meeting title");
}

/* --- What is shown --- */

static void
show_totals (ScrActionsFace *self)
{
  ScrActionTotals totals;
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;

  scr_action_log_count (SCR_SOURCE (self->store), scr_context_get_partnership (get_context (self)),
                        self->dues->today, &totals);
  sentence = scr_action_totals_dup_sentence (NULL, &totals);
  detail = scr_action_totals_dup_detail (NULL, &totals);
  gtk_label_set_text (GTK_LABEL (self->sentence), sentence);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  gtk_widget_set_visible (self->detail, *detail != '\0');
}

static void
show_empty (ScrActionsFace *self,
            const char *title,
            const char *description,
            const char *button,
            const char *action)
{
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->empty), "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->empty), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->empty), description);
  gtk_button_set_label (GTK_BUTTON (self->first_step), button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->first_step), action);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static void
show_page (ScrActionsFace *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));
  gboolean table = self->is_table && !narrow;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->table_column->items));

  gtk_widget_set_visible (self->switcher, !narrow);
  gtk_widget_set_visible (self->column_choice, narrow);
  scr_filter_bar_show_choice (self->filter, SCR_ACTIONS_STATE, table);
  scr_actions_face_show_columns (self);
  if (n > 0)
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), table ? "table" : "board");
  else if (scr_filter_bar_is_used (self->filter))
    show_empty (self, _ ("Nothing found"), _ ("No action is like that. Look for less."), _ ("Clear filters"),
                "actions.clear");
  else
    show_empty (self, _ ("No actions yet"), _ ("Who does what by when, from all meetings, stands here."),
                _ ("New action"), "actions.new");
}

/**
 * scr_actions_face_refresh:
 * @self: the log
 *
 * Shows anew what the filter leaves, and the totals.
 */
void
scr_actions_face_refresh (ScrActionsFace *self)
{
  if (self->store == NULL)
    return;
  scr_actions_face_apply_filter (self);
  show_totals (self);
  show_page (self);
  scr_actions_face_update_actions (self);
}

static void
on_filter_changed (ScrActionsFace *self)
{
  scr_actions_face_refresh (self);
}

static gboolean
touches (ScrChange *change, const char *kind)
{
  return scr_change_touches_kind (change, scr_kind_find (kind));
}

static void
make_afresh (ScrActionsFace *self)
{
  scr_actions_face_drop_columns (self);
  g_clear_pointer (&self->dues, scr_dues_free);
  if (self->store == NULL)
    return;
  self->dues = scr_dues_new (SCR_SOURCE (self->store));
  scr_actions_face_make_columns (self);
  offer_all (self);
  scr_actions_face_refresh (self);
}

static void
on_store_changed (ScrStore *store, ScrChange *change, ScrActionsFace *self)
{
  if (touches (change, SCR_KIND_CHOICE) || touches (change, SCR_KIND_RECORD) || touches (change, "holiday"))
    {
      make_afresh (self);
      return;
    }
  if (touches (change, "action") || touches (change, "meeting") || touches (change, "group"))
    {
      offer_all (self);
      show_totals (self);
      show_page (self);
      scr_actions_face_update_actions (self);
    }
  for (guint i = 0; i < self->columns->len; i++)
    scr_outline_face_refresh (
        SCR_OUTLINE_FACE (((ScrActionColumn *)g_ptr_array_index (self->columns, i))->cards), change);
  scr_outline_face_refresh (SCR_OUTLINE_FACE (self->table), change);
}

static void
scr_actions_face_context_set (ScrView *view)
{
  ScrActionsFace *self = SCR_ACTIONS_FACE (view);
  ScrStore *store = scr_view_get_store (view);

  if (self->stack == NULL)
    return;
  if (store != self->store)
    {
      scr_actions_face_drop_columns (self);
      g_set_object (&self->store, store);
      make_afresh (self);
      g_signal_group_set_target (self->store_changes, store);
      return;
    }
  if (store == NULL)
    return;
  offer_all (self);
  scr_actions_face_refresh (self);
}

static void
on_narrow (ScrActionsFace *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  scr_filter_bar_set_narrow (self->filter, narrow);
  if (self->store != NULL)
    show_page (self);
}

static void
on_face_toggled (ScrActionsFace *self)
{
  self->is_table = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->as_table));
  scr_settings_set_string (self->settings, "actions-face", self->is_table ? "table" : "board");
  scr_actions_face_refresh (self);
}

static void
on_order_changed (ScrActionsFace *self, const char *order)
{
  if (self->table_column != NULL)
    scr_item_list_set_order (self->table_column->items, order != NULL ? order : SCR_ACTION_ORDER_DUE);
}

static void
show_due (GtkWidget *pill, ScrItem *action, gpointer user_data)
{
  scr_action_show_due (pill, SCR_ACTIONS_FACE (user_data)->dues, action);
}

static gboolean
scr_actions_face_select_item (ScrView *view, ScrItem *item)
{
  ScrActionsFace *self = SCR_ACTIONS_FACE (view);

  if (self->store == NULL || !g_str_equal (scr_item_get_kind (item)->name, "action"))
    return FALSE;
  if (scr_actions_face_select (self, scr_item_get_id (item), TRUE))
    return TRUE;
  scr_filter_bar_clear (self->filter);
  return scr_actions_face_select (self, scr_item_get_id (item), TRUE);
}

static gboolean
scr_actions_face_focus_selected (ScrView *view)
{
  g_autoptr (ScrItem) item = scr_actions_face_dup_current (SCR_ACTIONS_FACE (view), NULL);

  return item != NULL && scr_actions_face_select (SCR_ACTIONS_FACE (view), scr_item_get_id (item), TRUE);
}

static void
scr_actions_face_new_item (ScrView *view)
{
  scr_actions_face_make (SCR_ACTIONS_FACE (view));
}

/* The menu is a child of ours that a bin knows nothing of. */
static void
scr_actions_face_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrActionsFace *self = SCR_ACTIONS_FACE (widget);

  GTK_WIDGET_CLASS (scr_actions_face_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
scr_actions_face_dispose (GObject *object)
{
  ScrActionsFace *self = SCR_ACTIONS_FACE (object);

  g_clear_object (&self->store_changes);
  if (self->columns != NULL)
    scr_actions_face_drop_columns (self);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->dues, scr_dues_free);
  g_clear_object (&self->store);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->moves);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (scr_actions_face_parent_class)->dispose (object);
}

static GtkWidget *
make_head (ScrActionsFace *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *board = gtk_toggle_button_new_with_label (_ ("Board"));

  self->sentence = scr_label_new_wrapping (NULL, "title-2");
  self->detail = scr_label_new_wrapping (NULL, "scr-dim");
  gtk_box_append (GTK_BOX (words), self->sentence);
  gtk_box_append (GTK_BOX (words), self->detail);
  gtk_widget_set_hexpand (words, TRUE);
  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->switcher, "linked");
  gtk_widget_set_valign (self->switcher, GTK_ALIGN_CENTER);
  self->as_table = gtk_toggle_button_new_with_label (_ ("Table"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->as_table), GTK_TOGGLE_BUTTON (board));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->is_table ? self->as_table : board), TRUE);
  g_signal_connect_swapped (self->as_table, "toggled", G_CALLBACK (on_face_toggled), self);
  gtk_box_append (GTK_BOX (self->switcher), board);
  gtk_box_append (GTK_BOX (self->switcher), self->as_table);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), self->switcher);
  gtk_widget_add_css_class (head, "scr-actions-top");
  return head;
}

static void
make_stack (ScrActionsFace *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->board = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->board), TRUE);
  gtk_widget_add_css_class (self->board, "scr-actions-board");
  gtk_stack_add_named (GTK_STACK (self->stack), self->board, "board");
  self->table = g_object_new (SCR_TYPE_OUTLINE_TABLE, NULL);
  scr_outline_table_show_as_pill (self->table, "due", show_due, self);
  g_signal_connect_swapped (self->table, "order-changed", G_CALLBACK (on_order_changed), self);
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->table), "table");
  self->empty = adw_status_page_new ();
  self->first_step = gtk_button_new ();
  gtk_widget_set_halign (self->first_step, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->first_step, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->empty), self->first_step);
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
}

static void
scr_actions_face_constructed (GObject *object)
{
  ScrActionsFace *self = SCR_ACTIONS_FACE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *face = NULL;

  G_OBJECT_CLASS (scr_actions_face_parent_class)->constructed (object);
  scr_common_ensure ();
  scr_common_add_style (STYLE_PATH);
  self->settings = g_object_ref (scr_context_get_settings (scr_view_get_context (SCR_VIEW (self))));
  face = scr_settings_dup_string (self->settings, "actions-face");
  self->is_table = g_str_equal (face, "table");
  self->columns = g_ptr_array_new ();
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect_data (self->store_changes, "changed", G_CALLBACK (on_store_changed), self, NULL,
                               G_CONNECT_AFTER);
  self->filter = SCR_FILTER_BAR (scr_filter_bar_new (_ ("Find in actions")));
  scr_filter_bar_add_choice (self->filter, _ ("Any owner"), _ ("Owner"));
  scr_filter_bar_add_choice (self->filter, _ ("Any state"), _ ("State"));
  scr_filter_bar_add_choice (self->filter, _ ("Any group"), _ ("Group"));
  scr_filter_bar_add_choice (self->filter, _ ("Any meeting"), _ ("Meeting"));
  scr_filter_bar_add_toggle (self->filter, _ ("Overdue only"));
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (on_filter_changed), self);
  self->column_choice = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("State"), -1);
  gtk_widget_add_css_class (self->column_choice, "scr-actions-choice");
  gtk_widget_set_visible (self->column_choice, FALSE);
  g_signal_connect_swapped (self->column_choice, "notify::selected",
                            G_CALLBACK (scr_actions_face_show_columns), self);
  scr_actions_face_add_actions (self);
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (box), self->column_choice);
  make_stack (self);
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  scr_actions_face_add_keys (self);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (on_narrow), NULL);
}

static void
scr_actions_face_class_init (ScrActionsFaceClass *klass)
{
  ScrViewClass *view_class = SCR_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = scr_actions_face_constructed;
  G_OBJECT_CLASS (klass)->dispose = scr_actions_face_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = scr_actions_face_size_allocate;
  view_class->context_set = scr_actions_face_context_set;
  view_class->select_item = scr_actions_face_select_item;
  view_class->focus_selected = scr_actions_face_focus_selected;
  view_class->new_item = scr_actions_face_new_item;
  scr_actions_register_resource ();
}

static void
scr_actions_face_init (ScrActionsFace *self)
{
}

/**
 * scr_actions_face_new:
 * @context: the window's
 * @view_id: id of the view that it is a face of
 *
 * Returns: (transfer floating): the action log
 */
GtkWidget *
scr_actions_face_new (ScrContext *context, const char *view_id)
{
  ScrActionsFace *self = g_object_new (SCR_TYPE_ACTIONS_FACE, "context", context, "view-id", view_id, NULL);

  scr_actions_face_context_set (SCR_VIEW (self));
  return GTK_WIDGET (self);
}

/**
 * scr_actions_face_get_tools:
 * @self: the log
 *
 * Returns: (nullable): what stands in the view's bar: nothing, what it needs is over the log itself
 */
GtkWidget *
scr_actions_face_get_tools (ScrActionsFace *self)
{
  return NULL;
}

/**
 * scr_actions_face_get_n_columns:
 * @self: the log
 *
 * Returns: how many columns its board has
 */
guint
scr_actions_face_get_n_columns (ScrActionsFace *self)
{
  return self->columns->len;
}

/**
 * scr_actions_face_get_column:
 * @self: the log
 * @column: a column of its board
 *
 * Returns: (transfer none): the actions in it
 */
GListModel *
scr_actions_face_get_column (ScrActionsFace *self, guint column)
{
  return G_LIST_MODEL (((ScrActionColumn *)g_ptr_array_index (self->columns, column))->items);
}

/**
 * scr_actions_face_set_table:
 * @self: the log
 * @table: whether it is shown as a table; it is remembered
 */
void
scr_actions_face_set_table (ScrActionsFace *self, gboolean table)
{
  if (self->is_table != table)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->as_table), table);
  if (self->is_table != table)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (self->switcher)), TRUE);
}
