/* The columns of the action log: the board's, one for each state, and the table. See scr-actions-face.h. */
#include "config.h"

#include "scr-actions-face-private.h"

#include "scr-action-log.h"
#include "scr-choices.h"
#include "scr-day.h"
#include "scr-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static ScrContext *
get_context (ScrActionsFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

static ScrActionColumn *
get_column (ScrActionsFace *self, guint column)
{
  return g_ptr_array_index (self->columns, column);
}

static void
free_column (ScrActionsFace *self, ScrActionColumn *column)
{
  g_signal_handlers_disconnect_by_data (column->selection, self);
  g_signal_handlers_disconnect_by_data (column->items, self);
  if (column->cards != NULL)
    scr_action_cards_set_model (column->cards, NULL, NULL, NULL);
  g_clear_object (&column->selection);
  g_clear_object (&column->items);
  g_free (column->state);
  g_free (column->title);
  g_free (column);
}

/**
 * scr_actions_face_drop_columns:
 * @self: the log
 *
 * Shows nothing of a record any more.
 */
void
scr_actions_face_drop_columns (ScrActionsFace *self)
{
  GtkWidget *child;

  for (guint i = 0; i < self->columns->len; i++)
    free_column (self, get_column (self, i));
  g_ptr_array_set_size (self->columns, 0);
  scr_outline_table_set_model (self->table, NULL);
  if (self->table_column != NULL)
    free_column (self, self->table_column);
  self->table_column = NULL;
  while ((child = gtk_widget_get_first_child (self->board)) != NULL)
    gtk_box_remove (GTK_BOX (self->board), child);
}

/* --- What is selected --- */

static void
on_selected (GtkSingleSelection *selection, GParamSpec *pspec, ScrActionsFace *self)
{
  ScrItem *item = gtk_single_selection_get_selected_item (selection);

  if (self->selecting)
    return;
  /* One card on the whole board. */
  self->selecting = TRUE;
  for (guint i = 0; item != NULL && i < self->columns->len; i++)
    if (get_column (self, i)->selection != selection)
      gtk_single_selection_set_selected (get_column (self, i)->selection, GTK_INVALID_LIST_POSITION);
  self->selecting = FALSE;
  scr_actions_face_update_actions (self);
  if (item != NULL && scr_context_get_selected (get_context (self)) != NULL
      && !scr_view_get_narrow (SCR_VIEW (self)))
    scr_context_set_selected (get_context (self), item);
}

/**
 * scr_actions_face_dup_current:
 * @self: the log
 * @column: (out) (optional): the column of the board that it stands in
 *
 * Returns: (transfer full) (nullable): the action that is selected where the person looks
 */
ScrItem *
scr_actions_face_dup_current (ScrActionsFace *self, guint *column)
{
  ScrItem *item = NULL;

  if (self->is_table && self->table_column != NULL && !scr_view_get_narrow (SCR_VIEW (self)))
    {
      item = gtk_single_selection_get_selected_item (self->table_column->selection);
      return item != NULL ? g_object_ref (item) : NULL;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      item = gtk_single_selection_get_selected_item (get_column (self, i)->selection);
      if (item == NULL)
        continue;
      if (column != NULL)
        *column = i;
      return g_object_ref (item);
    }
  return NULL;
}

static void
select_in (ScrActionsFace *self,
           ScrActionColumn *column,
           ScrOutlineFace *face,
           const char *id,
           gboolean focus)
{
  guint position = GTK_INVALID_LIST_POSITION;

  self->selecting = TRUE;
  if (!scr_item_list_find (column->items, id, &position))
    position = GTK_INVALID_LIST_POSITION;
  gtk_single_selection_set_selected (column->selection, position);
  self->selecting = FALSE;
  if (position == GTK_INVALID_LIST_POSITION || !focus)
    return;
  scr_outline_face_scroll_to (face, position);
  scr_outline_face_focus (face, position);
}

/**
 * scr_actions_face_select:
 * @self: the log
 * @id: identity of an action
 * @focus: whether it gets the keyboard
 *
 * Returns: whether it is shown
 */
gboolean
scr_actions_face_select (ScrActionsFace *self, const char *id, gboolean focus)
{
  gboolean is_shown = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      ScrActionColumn *column = get_column (self, i);
      gboolean here = scr_item_list_find (column->items, id, NULL);

      if (here && scr_view_get_narrow (SCR_VIEW (self)))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (self->column_choice), i);
      select_in (self, column, SCR_OUTLINE_FACE (column->cards), id, focus && here && !self->is_table);
      is_shown = is_shown || here;
    }
  if (self->table_column != NULL)
    select_in (self, self->table_column, SCR_OUTLINE_FACE (self->table), id, focus && self->is_table);
  scr_actions_face_update_actions (self);
  return is_shown;
}

/**
 * scr_actions_face_walk:
 * @self: the log as a board
 * @by: how many columns to go
 *
 * Returns: whether the keyboard went to another column, passing over empty ones
 */
gboolean
scr_actions_face_walk (ScrActionsFace *self, int by)
{
  guint from = 0;
  g_autoptr (ScrItem) current = scr_actions_face_dup_current (self, &from);
  guint row;

  if (current == NULL)
    return FALSE;
  row = gtk_single_selection_get_selected (get_column (self, from)->selection);
  for (int to = (int)from + by; to >= 0 && to < (int)self->columns->len; to += by)
    {
      ScrActionColumn *column = get_column (self, (guint)to);
      guint n = g_list_model_get_n_items (G_LIST_MODEL (column->items));

      if (n > 0 && gtk_widget_get_visible (column->box))
        return scr_actions_face_select (self, scr_item_list_get_id (column->items, MIN (row, n - 1)), TRUE);
    }
  return FALSE;
}

/* --- Columns --- */

static void
show_count (ScrActionColumn *column)
{
  g_autofree char *text = g_strdup_printf ("%u", g_list_model_get_n_items (G_LIST_MODEL (column->items)));

  if (column->count != NULL)
    gtk_label_set_text (GTK_LABEL (column->count), text);
}

static void
on_items_changed (GListModel *items, guint position, guint removed, guint added, ScrActionsFace *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    show_count (get_column (self, i));
}

static ScrActionColumn *
new_column (ScrActionsFace *self, const char *state, const char *order)
{
  const ScrQuery query = {.kind = "action", .order = order, .limit = 0};
  ScrActionColumn *column = g_new0 (ScrActionColumn, 1);

  column->state = g_strdup (state);
  column->items = scr_item_list_new (self->store, &query);
  column->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (column->items)));
  gtk_single_selection_set_autoselect (column->selection, FALSE);
  gtk_single_selection_set_can_unselect (column->selection, TRUE);
  gtk_single_selection_set_selected (column->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect (column->selection, "notify::selected", G_CALLBACK (on_selected), self);
  g_signal_connect (column->items, "items-changed", G_CALLBACK (on_items_changed), self);
  return column;
}

static void
on_activated (ScrOutlineFace *face, guint position, ScrActionsFace *self)
{
  g_autoptr (ScrItem) item = scr_actions_face_dup_current (self, NULL);

  if (item != NULL)
    scr_context_set_selected (get_context (self), item);
}

static void
on_menu_asked (ScrOutlineFace *face, guint position, GtkWidget *at, double x, double y, ScrActionsFace *self)
{
  const char *id = scr_item_list_get_id (self->table_column->items, position);

  for (guint i = 0; i < self->columns->len; i++)
    if (SCR_OUTLINE_FACE (get_column (self, i)->cards) == face)
      id = scr_item_list_get_id (get_column (self, i)->items, position);
  if (id == NULL)
    return;
  scr_actions_face_select (self, id, FALSE);
  scr_actions_face_ask_menu (self, at, x, y);
}

static void
on_dropped (ScrActionCards *cards, ScrItem *action, ScrActionsFace *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->cards == cards && *get_column (self, i)->state != '\0')
      scr_actions_face_move (self, action, get_column (self, i)->state);
}

static void
add_column (ScrActionsFace *self, const char *state, const char *title)
{
  gboolean over = scr_action_is_over (state);
  ScrActionColumn *column = new_column (self, state, over ? "-done due title" : SCR_ACTION_ORDER_DUE);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  column->title = g_strdup (title);
  column->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_hexpand (column->box, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_add_css_class (label, "heading");
  column->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (column->count, "scr-dim");
  gtk_widget_add_css_class (head, "scr-action-head");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), column->count);
  column->cards = SCR_ACTION_CARDS (scr_action_cards_new (state, title));
  gtk_widget_set_vexpand (GTK_WIDGET (column->cards), TRUE);
  scr_action_cards_set_model (column->cards, self->store, self->dues,
                              GTK_SELECTION_MODEL (column->selection));
  g_signal_connect_object (column->cards, "activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (column->cards, "menu-asked", G_CALLBACK (on_menu_asked), self, 0);
  g_signal_connect_object (column->cards, "dropped", G_CALLBACK (on_dropped), self, 0);
  gtk_box_append (GTK_BOX (column->box), head);
  gtk_box_append (GTK_BOX (column->box), GTK_WIDGET (column->cards));
  gtk_box_append (GTK_BOX (self->board), column->box);
  g_ptr_array_add (self->columns, column);
}

static void
offer_columns (ScrActionsFace *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    gtk_string_list_append (names, get_column (self, i)->title);
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->column_choice), G_LIST_MODEL (names));
}

static void
add_table (ScrActionsFace *self)
{
  self->table_column = new_column (self, NULL, SCR_ACTION_ORDER_DUE);
  scr_outline_table_show_kind (self->table, self->store, scr_kind_find ("action"), TRUE);
  scr_outline_table_set_model (self->table, GTK_SELECTION_MODEL (self->table_column->selection));
  g_signal_handlers_disconnect_by_func (self->table, on_activated, self);
  g_signal_handlers_disconnect_by_func (self->table, on_menu_asked, self);
  g_signal_connect_object (self->table, "activated", G_CALLBACK (on_activated), self, 0);
  g_signal_connect_object (self->table, "menu-asked", G_CALLBACK (on_menu_asked), self, 0);
}

/**
 * scr_actions_face_make_columns:
 * @self: the log with a record
 *
 * One column for each state that the record offers, one for what has none if there is any, and the table.
 */
void
scr_actions_face_make_columns (ScrActionsFace *self)
{
  const ScrQuery stateless = {.kind = "action", .conditions = {{"state", SCR_IS_EMPTY, NULL, 0}}};
  g_autoptr (GPtrArray) states = scr_choices_list (SCR_SOURCE (self->store), "action-state", NULL);

  scr_actions_face_drop_columns (self);
  add_table (self);
  if (scr_source_count (SCR_SOURCE (self->store), &stateless) > 0)
    add_column (self, "", _ ("No state"));
  for (guint i = 0; i < states->len; i++)
    {
      ScrItem *state = g_ptr_array_index (states, i);
      g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), state);

      add_column (self, scr_item_get_id (state), title);
    }
  offer_columns (self);
  scr_actions_face_show_columns (self);
}

/**
 * scr_actions_face_show_columns:
 * @self: the log
 *
 * All columns where there is room, the chosen one where there is not.
 */
void
scr_actions_face_show_columns (ScrActionsFace *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->column_choice));

  for (guint i = 0; i < self->columns->len; i++)
    gtk_widget_set_visible (get_column (self, i)->box, !narrow || i == chosen);
}

static void
filter_column (ScrActionsFace *self, ScrActionColumn *column, ScrActionFilter filter)
{
  ScrCondition conditions[SCR_QUERY_MAX_CONDITIONS] = {{NULL}};
  guint n;

  if (column->state != NULL)
    filter.state = column->state;
  n = scr_action_filter_to_conditions (&filter, conditions);
  scr_item_list_set_partnership (column->items, scr_context_get_partnership (get_context (self)));
  scr_item_list_set_contains (column->items, scr_filter_bar_get_words (self->filter));
  scr_item_list_set_conditions (column->items, conditions, n);
  show_count (column);
}

/**
 * scr_actions_face_apply_filter:
 * @self: the log with a record
 *
 * Asks the record for what the filter leaves.
 */
void
scr_actions_face_apply_filter (ScrActionsFace *self)
{
  gboolean overdue = scr_filter_bar_get_toggle (self->filter);
  g_autofree char *yesterday = overdue ? scr_day_add (self->dues->today, -1) : NULL;
  const ScrActionFilter filter = {
      .state = scr_filter_bar_get_chosen (self->filter, SCR_ACTIONS_STATE),
      .owner = scr_filter_bar_get_chosen (self->filter, SCR_ACTIONS_OWNER),
      .group = scr_filter_bar_get_chosen (self->filter, SCR_ACTIONS_GROUP),
      .meeting = scr_filter_bar_get_chosen (self->filter, SCR_ACTIONS_MEETING),
      .yesterday = yesterday,
  };

  for (guint i = 0; i < self->columns->len; i++)
    filter_column (self, get_column (self, i), filter);
  filter_column (self, self->table_column, filter);
}
