/* What the timeline tells of a person's doing. See scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

/* So many entries are freed in one go, between frames. */
#define FREED_AT_ONCE 400

static gboolean
free_some (gpointer user_data)
{
  ScrTimelineCanvas *self = user_data;
  ScrTimeline *timeline = g_ptr_array_index (self->retired, 0);

  g_ptr_array_set_size (timeline->entries, (int)MAX (timeline->entries->len, FREED_AT_ONCE) - FREED_AT_ONCE);
  if (timeline->entries->len == 0)
    g_ptr_array_remove_index (self->retired, 0);
  if (self->retired->len > 0)
    return G_SOURCE_CONTINUE;
  self->retired_source = 0;
  return G_SOURCE_REMOVE;
}

/* Timelines that were replaced live until nobody is being told of their entries any more; then they go bit by
 * bit: a frame does not wait for thousands of entries. */
void
scr_timeline_canvas_retire (ScrTimelineCanvas *self, ScrTimeline *timeline)
{
  if (timeline != NULL)
    g_ptr_array_add (self->retired, timeline);
  if (self->n_told > 0)
    g_clear_handle_id (&self->retired_source, g_source_remove);
  else if (self->retired->len > 0 && self->retired_source == 0)
    self->retired_source = g_idle_add (free_some, self);
}

/* While a button is down it waits: whoever shows details beside the canvas would move it under the pointer.
 */
void
scr_timeline_canvas_emit_selection (ScrTimelineCanvas *self)
{
  self->selection_waits = self->deed != SCR_TIMELINE_IDLE;
  if (!self->selection_waits)
    g_signal_emit_by_name (self, "selection-changed");
}

void
scr_timeline_canvas_emit_waiting_selection (ScrTimelineCanvas *self)
{
  if (self->selection_waits)
    scr_timeline_canvas_emit_selection (self);
}

static void
end_telling (ScrTimelineCanvas *self)
{
  self->n_told--;
  scr_timeline_canvas_retire (self, NULL);
}

void
scr_timeline_canvas_emit_opened (ScrTimelineCanvas *self, guint entry)
{
  g_autoptr (ScrItem) item = NULL;

  if (scr_timeline_get_entry (self->timeline, entry)->item == NULL)
    return;
  item = g_object_ref (scr_timeline_get_entry (self->timeline, entry)->item);
  g_signal_emit_by_name (self, "entry-opened", item);
}

void
scr_timeline_canvas_emit_moved (ScrTimelineCanvas *self, const ScrTimelineMove *move)
{
  self->n_told++;
  scr_timeline_canvas_retire (self, NULL);
  g_signal_emit_by_name (self, "entry-moved", move);
  end_telling (self);
}

void
scr_timeline_canvas_emit_create (ScrTimelineCanvas *self, const ScrTimelinePlace *place)
{
  g_signal_emit_by_name (self, "create-at", place);
}

void
scr_timeline_canvas_emit_menu (ScrTimelineCanvas *self,
                               const GdkRectangle *where,
                               const ScrTimelinePlace *place)
{
  g_signal_emit_by_name (self, "menu-asked", where, place);
}

/* Of what is selected. */
void
scr_timeline_canvas_emit_item (ScrTimelineCanvas *self, const char *signal)
{
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self);
  g_autoptr (ScrItem) item = entry != NULL && entry->item != NULL ? g_object_ref (entry->item) : NULL;

  if (item != NULL && self->editable)
    g_signal_emit_by_name (self, signal, item);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
