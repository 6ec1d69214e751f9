/* The meetings as a list. See the header. */
#include "config.h"

#include "scr-meeting-list-face-private.h"

#include "scr-choices.h"
#include "scr-common.h"
#include "scr-format.h"
#include "scr-meeting-list-resources.h"
#include "scr-new-item.h"

#include <glib/gi18n-lib.h>

#define STYLE_PATH "/org/example/Scrutiny/meetings/list/meeting-list.css"

G_DEFINE_FINAL_TYPE (ScrMeetingListFace, scr_meeting_list_face, SCR_TYPE_VIEW)

static ScrContext *
get_context (ScrMeetingListFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* --- What is selected --- */

ScrItem *
scr_meeting_list_face_dup_selected (ScrMeetingListFace *self)
{
  GObject *selected = gtk_single_selection_get_selected_item (self->selection);

  return SCR_IS_ITEM (selected) ? SCR_ITEM (g_object_ref (selected)) : NULL;
}

void
scr_meeting_list_face_select (ScrMeetingListFace *self, guint position)
{
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  scr_meeting_list_face_update_actions (self);
}

/* While the details are open they follow the row that is selected. */
static void
on_selected (ScrMeetingListFace *self)
{
  g_autoptr (ScrItem) item = NULL;

  scr_meeting_list_face_update_actions (self);
  if (self->selecting || scr_view_get_narrow (SCR_VIEW (self))
      || scr_context_get_selected (get_context (self)) == NULL)
    return;
  item = scr_meeting_list_face_dup_selected (self);
  if (item != NULL)
    scr_context_set_selected (get_context (self), item);
}

/* And the row follows what the details show. */
static void
on_details_changed (ScrMeetingListFace *self)
{
  ScrItem *item = scr_context_get_selected (get_context (self));
  const ScrDated *dated = scr_dated_list_get_dated (self->list);
  guint position;

  if (item != NULL && dated != NULL && scr_dated_find (dated, scr_item_get_id (item), &position))
    scr_meeting_list_face_select (self, position);
}

void
scr_meeting_list_face_open (ScrMeetingListFace *self, ScrItem *item)
{
  if (g_str_equal (scr_item_get_kind (item)->name, "meeting"))
    gtk_widget_activate_action (GTK_WIDGET (self), "meetings.open", "(ss)", "meeting",
                                scr_item_get_id (item));
  else
    scr_context_open_item (get_context (self), item);
}

static void
on_activated (ScrMeetingListFace *self, guint position)
{
  g_autoptr (GObject) object = g_list_model_get_item (G_LIST_MODEL (self->list), position);

  if (!SCR_IS_ITEM (object))
    return;
  scr_meeting_list_face_select (self, position);
  scr_meeting_list_face_open (self, SCR_ITEM (object));
}

/* --- What the filter offers --- */

static void
offer (ScrMeetingListFace *self, guint choice, GPtrArray *items)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      ScrItem *item = g_ptr_array_index (items, i);

      g_ptr_array_add (ids, (gpointer)scr_item_get_id (item));
      g_ptr_array_add (labels, scr_format_title (NULL, SCR_SOURCE (self->store), item));
    }
  scr_filter_bar_offer (self->filter, choice, ids, labels);
}

static void
offer_all (ScrMeetingListFace *self)
{
  ScrSource *source = SCR_SOURCE (self->store);
  const ScrQuery groups
      = {.kind = "group", .partnership = scr_context_get_partnership (get_context (self)), .order = "title"};
  g_autoptr (GPtrArray) all_groups = scr_source_list (source, &groups);
  g_autoptr (GPtrArray) kinds = scr_choices_list (source, "meeting-kind", NULL);
  g_autoptr (GPtrArray) states = scr_choices_list (source, "meeting-state", NULL);

  offer (self, SCR_MEETING_LIST_GROUP, all_groups);
  offer (self, SCR_MEETING_LIST_KIND, kinds);
  offer (self, SCR_MEETING_LIST_STATE, states);
}

/* --- What is shown --- */

static ScrDated *
make_rows (ScrMeetingListFace *self)
{
  const ScrDatedQuery query = {
      .partnership = scr_context_get_partnership (get_context (self)),
      .with = self->with,
      .contains = scr_filter_bar_get_words (self->filter),
      .group = scr_filter_bar_get_chosen (self->filter, SCR_MEETING_LIST_GROUP),
      .kind = scr_filter_bar_get_chosen (self->filter, SCR_MEETING_LIST_KIND),
      .state = scr_filter_bar_get_chosen (self->filter, SCR_MEETING_LIST_STATE),
      .order = self->order,
      .descending = self->descending,
  };

  return scr_dated_new (SCR_SOURCE (self->store), &query);
}

/* --- From today on --- */

/* A list scrolls no further than it must: so first to its end, then up to today, which is at the top then.
 * Between the two it makes the rows there and learns how high they are. */
static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (widget);
  const ScrDated *dated = scr_dated_list_get_dated (self->list);
  guint position;

  if (gtk_widget_get_height (GTK_WIDGET (self->rows)) < 60)
    return G_SOURCE_CONTINUE;
  if (dated == NULL || !scr_dated_find_today (dated, &position))
    {
      self->tick = 0;
      return G_SOURCE_REMOVE;
    }
  if (position > 0 && scr_dated_get_row (dated, position - 1)->row == SCR_DATED_HEADING)
    position--;
  scr_outline_face_scroll_to (SCR_OUTLINE_FACE (self->rows),
                              self->step == 0 ? dated->rows->len - 1 : position);
  if (++self->step < 4)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* The first time that anything is seen it is seen from today on. */
static void
begin_at_today (ScrMeetingListFace *self)
{
  const ScrDated *dated = scr_dated_list_get_dated (self->list);

  if (self->is_at_today || dated == NULL || dated->n_items == 0)
    return;
  self->is_at_today = TRUE;
  scr_meeting_list_face_show_today (self);
}

/**
 * scr_meeting_list_face_refresh:
 * @self: the list
 *
 * Asks the record again. What was selected stays so, if it is still listed.
 */
void
scr_meeting_list_face_refresh (ScrMeetingListFace *self)
{
  g_autoptr (ScrItem) selected = scr_meeting_list_face_dup_selected (self);
  ScrDated *dated = self->store != NULL ? make_rows (self) : NULL;
  guint position = GTK_INVALID_LIST_POSITION;

  /* A selection that has to find its item again would get every item from the record. */
  self->selecting = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  scr_dated_list_take (self->list, self->store, dated);
  if (selected != NULL && dated != NULL && scr_dated_find (dated, scr_item_get_id (selected), &position))
    gtk_single_selection_set_selected (self->selection, position);
  self->selecting = FALSE;
  if (dated != NULL && dated->n_items == 0)
    scr_meeting_list_face_show_empty (self);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "rows");
  scr_meeting_list_face_update_actions (self);
  begin_at_today (self);
}

static gboolean
touches_rows (ScrChange *change)
{
  for (guint sort = 0; sort < SCR_DATED_N_SORTS; sort++)
    if (scr_change_touches_kind (change, scr_kind_find (scr_dated_get_kind ((ScrDatedSort)sort))))
      return TRUE;
  return FALSE;
}

static gboolean
touches_names (ScrChange *change)
{
  static const char *const kinds[] = {"group", SCR_KIND_CHOICE, "partnership", SCR_KIND_RECORD};

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (scr_change_touches_kind (change, scr_kind_find (kinds[i])))
      return TRUE;
  return FALSE;
}

static void
on_store_changed (ScrStore *store, ScrChange *change, ScrMeetingListFace *self)
{
  gboolean names = touches_names (change);

  if (names)
    offer_all (self);
  if (names || touches_rows (change))
    scr_meeting_list_face_refresh (self);
  scr_outline_face_refresh (SCR_OUTLINE_FACE (self->rows), change);
}

static void
scr_meeting_list_face_context_set (ScrView *view)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (view);
  ScrStore *store = scr_view_get_store (view);

  if (self->list == NULL)
    return;
  if (store != self->store)
    {
      self->is_at_today = FALSE;
      scr_dated_list_take (self->list, NULL, NULL);
      g_set_object (&self->store, store);
      scr_meeting_rows_set_model (self->rows, store, GTK_SELECTION_MODEL (self->selection));
      g_signal_group_set_target (self->store_changes, store);
    }
  if (store != NULL)
    offer_all (self);
  scr_meeting_list_face_refresh (self);
}

static void
on_narrow (ScrMeetingListFace *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));

  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  scr_filter_bar_set_narrow (self->filter, narrow);
  scr_meeting_rows_set_narrow (self->rows, narrow);
  self->is_at_today = FALSE;
  begin_at_today (self);
}

static gboolean
scr_meeting_list_face_select_item (ScrView *view, ScrItem *item)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (view);
  const char *kind = scr_item_get_kind (item)->name;
  guint sort = SCR_DATED_N_SORTS;
  guint position;

  for (guint i = 0; i < SCR_DATED_N_SORTS && self->store != NULL; i++)
    if (g_str_equal (kind, scr_dated_get_kind ((ScrDatedSort)i)))
      sort = i;
  if (sort == SCR_DATED_N_SORTS || (sort != SCR_DATED_MEETINGS && !(self->with & (1u << sort))))
    return FALSE;
  if (!scr_dated_find (scr_dated_list_get_dated (self->list), scr_item_get_id (item), NULL))
    scr_filter_bar_clear (self->filter);
  if (!scr_dated_find (scr_dated_list_get_dated (self->list), scr_item_get_id (item), &position))
    return FALSE;
  self->is_at_today = TRUE;
  scr_meeting_list_face_select (self, position);
  scr_outline_face_scroll_to (SCR_OUTLINE_FACE (self->rows), position);
  return TRUE;
}

static gboolean
scr_meeting_list_face_focus_selected (ScrView *view)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (view);
  guint position = gtk_single_selection_get_selected (self->selection);

  return position != GTK_INVALID_LIST_POSITION
         && scr_outline_face_focus (SCR_OUTLINE_FACE (self->rows), position);
}

static void
on_made (ScrItem *item, gpointer user_data)
{
  scr_meeting_list_face_open (user_data, item);
}

/* A meeting of today, whose page says the rest. */
static void
scr_meeting_list_face_new_item (ScrView *view)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (view);
  g_autofree char *today = NULL;

  if (self->store == NULL || scr_store_is_read_only (self->store))
    return;
  today = scr_source_dup_today (SCR_SOURCE (self->store));
  scr_new_item_begin (get_context (self), GTK_WIDGET (self), "meeting", NULL, "day", today, on_made,
                      g_object_ref (self), g_object_unref);
}

/* The menu is a child of ours that a bin knows nothing of. */
static void
scr_meeting_list_face_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (widget);

  GTK_WIDGET_CLASS (scr_meeting_list_face_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
scr_meeting_list_face_dispose (GObject *object)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->actions);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (scr_meeting_list_face_parent_class)->dispose (object);
}

static GtkWidget *
make_stack (ScrMeetingListFace *self)
{
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  self->rows = SCR_MEETING_ROWS (scr_meeting_rows_new ());
  gtk_stack_add_named (GTK_STACK (self->stack), GTK_WIDGET (self->rows), "rows");
  self->empty = adw_status_page_new ();
  self->first_step = gtk_button_new ();
  gtk_widget_set_halign (self->first_step, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->first_step, "pill");
  adw_status_page_set_child (ADW_STATUS_PAGE (self->empty), self->first_step);
  gtk_stack_add_named (GTK_STACK (self->stack), self->empty, "empty");
  return self->stack;
}

static void
scr_meeting_list_face_constructed (GObject *object)
{
  ScrMeetingListFace *self = SCR_MEETING_LIST_FACE (object);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (scr_meeting_list_face_parent_class)->constructed (object);
  scr_common_ensure ();
  scr_common_add_style (STYLE_PATH);
  self->settings = g_object_ref (scr_context_get_settings (scr_view_get_context (SCR_VIEW (self))));
  self->with = (guint)scr_settings_get_int (self->settings, "meetings-list-with");
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect_data (self->store_changes, "changed", G_CALLBACK (on_store_changed), self, NULL,
                               G_CONNECT_AFTER);
  self->list = scr_dated_list_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_selected), self);

  self->filter = SCR_FILTER_BAR (scr_filter_bar_new (_ ("Find in meetings")));
  scr_filter_bar_add_choice (self->filter, _ ("Any group"), _ ("Group"));
  scr_filter_bar_add_choice (self->filter, _ ("Any kind"), _ ("Kind"));
  scr_filter_bar_add_choice (self->filter, _ ("Any state"), _ ("State"));
  scr_meeting_list_face_add_actions (self);
  scr_filter_bar_append (self->filter, scr_meeting_list_face_make_sort_button (self));
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (scr_meeting_list_face_refresh), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->filter));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  adw_bin_set_child (ADW_BIN (self), box);
  scr_meeting_list_face_add_keys (self);
  g_signal_connect_swapped (self->rows, "activated", G_CALLBACK (on_activated), self);
  g_signal_connect_swapped (self->rows, "menu-asked", G_CALLBACK (scr_meeting_list_face_ask_menu), self);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (on_narrow), NULL);
}

static void
scr_meeting_list_face_class_init (ScrMeetingListFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ScrViewClass *view_class = SCR_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = scr_meeting_list_face_constructed;
  G_OBJECT_CLASS (klass)->dispose = scr_meeting_list_face_dispose;
  widget_class->size_allocate = scr_meeting_list_face_size_allocate;
  view_class->context_set = scr_meeting_list_face_context_set;
  view_class->select_item = scr_meeting_list_face_select_item;
  view_class->focus_selected = scr_meeting_list_face_focus_selected;
  view_class->new_item = scr_meeting_list_face_new_item;
  scr_meeting_list_register_resource ();
}

static void
scr_meeting_list_face_init (ScrMeetingListFace *self)
{
}

/**
 * scr_meeting_list_face_new:
 * @context: the window's
 * @view_id: id of the view that it is a face of
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
scr_meeting_list_face_new (ScrContext *context, const char *view_id)
{
  ScrMeetingListFace *self
      = g_object_new (SCR_TYPE_MEETING_LIST_FACE, "context", context, "view-id", view_id, NULL);

  g_signal_connect_object (context, "notify::selected", G_CALLBACK (on_details_changed), self,
                           G_CONNECT_SWAPPED);
  scr_meeting_list_face_context_set (SCR_VIEW (self));
  return GTK_WIDGET (self);
}

/**
 * scr_meeting_list_face_get_tools:
 * @self: the list
 *
 * Returns: (nullable): what stands in the view's bar: nothing, what it needs is over the list itself
 */
GtkWidget *
scr_meeting_list_face_get_tools (ScrMeetingListFace *self)
{
  return NULL;
}

/**
 * scr_meeting_list_face_get_dated:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): what it lists now
 */
const ScrDated *
scr_meeting_list_face_get_dated (ScrMeetingListFace *self)
{
  return scr_dated_list_get_dated (self->list);
}

/**
 * scr_meeting_list_face_show_today:
 * @self: the list
 *
 * Scrolls until what comes next stands at the top.
 */
void
scr_meeting_list_face_show_today (ScrMeetingListFace *self)
{
  self->step = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/**
 * scr_meeting_list_face_set_words:
 * @self: the list
 * @words: (nullable): what is looked for, as if typed
 */
void
scr_meeting_list_face_set_words (ScrMeetingListFace *self, const char *words)
{
  scr_filter_bar_set_words (self->filter, words);
}

/**
 * scr_meeting_list_face_set_order:
 * @self: the list
 * @order: what it is sorted by
 * @descending: the other way round
 */
void
scr_meeting_list_face_set_order (ScrMeetingListFace *self, ScrDatedOrder order, gboolean descending)
{
  self->order = order;
  self->descending = descending;
  scr_meeting_list_face_update_actions (self);
  scr_meeting_list_face_refresh (self);
}

/**
 * scr_meeting_list_face_set_with:
 * @self: the list
 * @with: bits of what is listed beside meetings: `1 << SCR_DATED_ACTIVITIES`; it is remembered
 */
void
scr_meeting_list_face_set_with (ScrMeetingListFace *self, guint with)
{
  self->with = with;
  scr_settings_set_int (self->settings, "meetings-list-with", (int)with);
  scr_meeting_list_face_update_actions (self);
  scr_meeting_list_face_refresh (self);
}
