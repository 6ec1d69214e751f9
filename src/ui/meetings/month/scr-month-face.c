/* The meetings as a month. See the header. */
#include "config.h"

#include "scr-month-face-private.h"

#include "scr-entry-actions.h"
#include "scr-holidays-read.h"
#include "scr-month-list.h"
#include "scr-text-scale.h"

/* Under this width, px, the view's bar has no room for the month beside the names of the faces. */
#define COMPACT_WIDTH 900

G_DEFINE_FINAL_TYPE (ScrMonthFace, scr_month_face, SCR_TYPE_VIEW)

static ScrContext *
get_context (ScrMonthFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

gboolean
scr_month_face_is_writable (ScrMonthFace *self)
{
  return self->store != NULL && !scr_store_is_read_only (self->store);
}

/* --- What is read --- */

/* Reads what is seen again. */
void
scr_month_face_refresh (ScrMonthFace *self)
{
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  scr_entry_clashes_clear (&self->clashes);
  if (self->store != NULL && !self->placed)
    {
      /* The month that is looked for first. */
      scr_month_face_recall (self);
      self->placed = TRUE;
    }
  scr_month_grid_set_editable (self->grid, scr_month_face_is_writable (self));
  scr_month_grid_set_timeline (self->grid, self->store != NULL ? scr_month_face_read (self) : NULL);
  scr_month_face_show_day (self);
  scr_month_face_show_foot (self);
  scr_month_face_update_actions (self);
}

static gboolean
refresh_now (gpointer user_data)
{
  ScrMonthFace *self = user_data;

  self->refresh_source = 0;
  scr_month_face_refresh (self);
  return G_SOURCE_REMOVE;
}

void
scr_month_face_refresh_soon (ScrMonthFace *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_now, self);
}

/* Another month is seen. */
static void
on_viewed (ScrMonthFace *self)
{
  if (self->store == NULL || !self->placed)
    return;
  scr_month_face_refresh (self);
  scr_month_face_update_tools (self);
  scr_month_face_remember (self);
}

static void
on_filter_changed (ScrMonthFace *self)
{
  scr_month_face_refresh_soon (self);
  scr_month_face_update_tools (self);
}

/* --- The record --- */

static void
tell_grid_of_record (ScrMonthFace *self)
{
  g_autoptr (ScrHolidays) holidays = scr_holidays_read (SCR_SOURCE (self->store));
  g_autofree char *nation = scr_holidays_dup_nation (SCR_SOURCE (self->store));

  scr_month_grid_set_holidays (self->grid, holidays, nation);
}

static void
on_changed (ScrMonthFace *self, ScrChange *change)
{
  if (scr_change_touches_kind (change, scr_kind_find ("holiday"))
      || scr_change_touches_kind (change, scr_kind_find (SCR_KIND_RECORD)))
    tell_grid_of_record (self);
  if (scr_change_touches_kind (change, scr_kind_find ("group")))
    scr_timeline_filter_read_groups (self->filter);
  scr_month_face_refresh_soon (self);
}

static void
follow_store (ScrMonthFace *self, ScrStore *store)
{
  if (self->store == store)
    return;
  g_set_object (&self->store, store);
  g_signal_group_set_target (self->store_changes, store);
  self->placed = FALSE;
  if (store != NULL)
    tell_grid_of_record (self);
}

static void
scr_month_face_context_set (ScrView *view)
{
  ScrMonthFace *self = SCR_MONTH_FACE (view);

  if (self->tools == NULL)
    return;
  follow_store (self, scr_view_get_store (view));
  if (self->store != NULL)
    scr_timeline_filter_read_groups (self->filter);
  scr_month_face_refresh (self);
  scr_month_face_update_tools (self);
}

/* --- Selection --- */

static gboolean
is_shown (ScrMonthFace *self, ScrItem *item)
{
  const ScrTimeline *timeline = scr_month_grid_get_timeline (self->grid);

  return timeline != NULL && scr_timeline_find (timeline, scr_item_get_id (item)) >= 0;
}

/* Brings an item into view and selects it. */
void
scr_month_face_reveal (ScrMonthFace *self, ScrItem *item)
{
  int day = scr_entry_find_day (item);

  if (self->store == NULL)
    return;
  scr_month_face_refresh (self);
  if (day != 0)
    scr_month_grid_show_day (self->grid, day);
  self->syncing = TRUE;
  scr_month_grid_select (self->grid, scr_item_get_id (item));
  self->syncing = FALSE;
  scr_month_face_show_day (self);
  scr_month_face_update_actions (self);
}

static gboolean
scr_month_face_select_item (ScrView *view, ScrItem *item)
{
  ScrMonthFace *self = SCR_MONTH_FACE (view);

  if (scr_entry_find_day (item) == 0)
    return FALSE;
  scr_month_face_reveal (self, item);
  return is_shown (self, item);
}

static gboolean
scr_month_face_focus_selected (ScrView *view)
{
  return scr_month_grid_focus_selected (SCR_MONTH_FACE (view)->grid);
}

static void
on_selection_changed (ScrMonthFace *self)
{
  const ScrTimelineEntry *entry = scr_month_grid_get_selected (self->grid);

  scr_month_face_update_actions (self);
  if (!self->syncing)
    scr_context_set_selected (get_context (self), entry != NULL ? entry->item : NULL);
}

/* Something else is shown in the pane: it is selected here if it is seen. */
static void
on_context_selected (ScrMonthFace *self)
{
  ScrItem *item = scr_context_get_selected (get_context (self));

  if (self->syncing)
    return;
  self->syncing = TRUE;
  scr_month_grid_select (self->grid, item != NULL && is_shown (self, item) ? scr_item_get_id (item) : NULL);
  gtk_list_box_select_row (
      self->list, scr_month_list_find_row (self->list, item != NULL ? scr_item_get_id (item) : NULL));
  self->syncing = FALSE;
  scr_month_face_update_actions (self);
}

static void
scr_month_face_new_item (ScrView *view)
{
  ScrMonthFace *self = SCR_MONTH_FACE (view);

  scr_month_face_create (self, scr_month_grid_get_day (self->grid));
}

/* --- Set-up --- */

static void
on_narrow (ScrMonthFace *self)
{
  gboolean narrow = scr_view_get_narrow (SCR_VIEW (self));

  scr_month_grid_set_narrow (self->grid, narrow);
  gtk_widget_set_vexpand (GTK_WIDGET (self->grid), !narrow);
  scr_month_face_show_day (self);
  scr_month_face_show_foot (self);
  scr_month_face_update_tools (self);
}

static gboolean
is_compact (ScrMonthFace *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self)) < COMPACT_WIDTH * scr_text_scale_get (GTK_WIDGET (self));
}

static gboolean
show_bar (gpointer user_data)
{
  ScrMonthFace *self = user_data;

  self->compact_source = 0;
  self->compact = is_compact (self);
  scr_month_face_show_bar (self);
  return G_SOURCE_REMOVE;
}

/* From an idle: what is being given its size may not ask for another. */
static void
scr_month_face_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMonthFace *self = SCR_MONTH_FACE (widget);

  GTK_WIDGET_CLASS (scr_month_face_parent_class)->size_allocate (widget, width, height, baseline);
  if (is_compact (self) != self->compact && self->compact_source == 0)
    self->compact_source = g_idle_add_full (GTK_PRIORITY_RESIZE, show_bar, self, NULL);
}

static void
scr_month_face_dispose (GObject *object)
{
  ScrMonthFace *self = SCR_MONTH_FACE (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_handle_id (&self->compact_source, g_source_remove);
  scr_entry_clashes_clear (&self->clashes);
  g_clear_object (&self->store_changes);
  g_clear_object (&self->store);
  g_clear_object (&self->tools);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (scr_month_face_parent_class)->dispose (object);
}

static void
scr_month_face_constructed (GObject *object)
{
  ScrMonthFace *self = SCR_MONTH_FACE (object);

  G_OBJECT_CLASS (scr_month_face_parent_class)->constructed (object);
  self->filter = scr_timeline_filter_get (get_context (self));
  scr_month_face_build (self);
  scr_month_face_add_actions (self);
  scr_month_face_build_tools (self);
  scr_month_face_connect_grid (self);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "viewed", G_CALLBACK (on_viewed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "day-changed", G_CALLBACK (scr_month_face_show_day), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::narrow", G_CALLBACK (on_narrow), NULL);
}

static void
scr_month_face_class_init (ScrMonthFaceClass *klass)
{
  ScrViewClass *view_class = SCR_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = scr_month_face_constructed;
  G_OBJECT_CLASS (klass)->dispose = scr_month_face_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = scr_month_face_size_allocate;
  view_class->context_set = scr_month_face_context_set;
  view_class->select_item = scr_month_face_select_item;
  view_class->focus_selected = scr_month_face_focus_selected;
  view_class->new_item = scr_month_face_new_item;
}

static void
scr_month_face_init (ScrMonthFace *self)
{
  self->store_changes = g_signal_group_new (SCR_TYPE_STORE);
  g_signal_group_connect_swapped (self->store_changes, "changed", G_CALLBACK (on_changed), self);
}

/**
 * scr_month_face_new:
 * @context: what the window hands to its views
 * @view_id: the id of the view that it is a face of
 *
 * Returns: (transfer floating): the face
 */
GtkWidget *
scr_month_face_new (ScrContext *context, const char *view_id)
{
  ScrMonthFace *self = g_object_new (SCR_TYPE_MONTH_FACE, "context", context, "view-id", view_id, NULL);

  g_signal_connect_object (context, "notify::selected", G_CALLBACK (on_context_selected), self,
                           G_CONNECT_SWAPPED);
  scr_month_face_context_set (SCR_VIEW (self));
  return GTK_WIDGET (self);
}

/**
 * scr_month_face_get_tools:
 * @self: a month
 *
 * Returns: (transfer none): what it wants in the view's bar: which month, what is shown
 */
GtkWidget *
scr_month_face_get_tools (ScrMonthFace *self)
{
  return self->tools;
}

/**
 * scr_month_face_get_grid:
 * @self: a month
 *
 * Returns: (transfer none): its days
 */
ScrMonthGrid *
scr_month_face_get_grid (ScrMonthFace *self)
{
  return self->grid;
}

/**
 * scr_month_face_get_list:
 * @self: a month
 *
 * Returns: (transfer none): what is listed beneath the days where it is narrow
 */
GtkListBox *
scr_month_face_get_list (ScrMonthFace *self)
{
  return self->list;
}
