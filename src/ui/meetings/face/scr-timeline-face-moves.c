/* What a person does on the timeline becomes commands. See scr-timeline-face-private.h. */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-commands.h"
#include "scr-day.h"
#include "scr-meeting-dialog.h"
#include "scr-moving.h"

#include <glib/gi18n-lib.h>

static ScrContext *
get_context (ScrTimelineFace *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* --- Moving --- */

/* Also what was refused, or given up, stands where it stood. */
static void
on_settled (gboolean moved, gpointer user_data)
{
  scr_timeline_face_refresh_soon (user_data);
}

/* Moves, stretches or puts into another lane. */
void
scr_timeline_face_move (ScrTimelineFace *self,
                        const ScrTimelineEntry *entry,
                        const ScrTimelineLane *lane,
                        int first,
                        int last)
{
  if (!scr_timeline_face_is_writable (self) || (lane == NULL && first == entry->first && last == entry->last))
    return;
  scr_moving_move (get_context (self), GTK_WIDGET (self), entry, lane, first, last, on_settled,
                   g_object_ref (self), g_object_unref);
}

static void
on_entry_moved (ScrTimelineFace *self, const ScrTimelineMove *move)
{
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (self->canvas);
  const ScrTimelineLane *lane = move->lane != move->entry->lane && move->lane < timeline->lanes->len
                                    ? scr_timeline_get_lane (timeline, move->lane)
                                    : NULL;

  scr_timeline_face_move (self, move->entry, lane, move->first, move->last);
}

/* --- While dragging --- */

void
scr_timeline_face_forget_clashes (ScrTimelineFace *self)
{
  g_clear_pointer (&self->clashes, scr_clashes_free);
  g_clear_pointer (&self->clashes_of, g_free);
}

static void
ensure_clashes (ScrTimelineFace *self, ScrItem *item)
{
  if (g_strcmp0 (self->clashes_of, scr_item_get_id (item)) == 0)
    return;
  scr_timeline_face_forget_clashes (self);
  self->clashes = scr_clashes_new_for_item (NULL, SCR_SOURCE (self->store), item);
  self->clashes_of = g_strdup (scr_item_get_id (item));
}

/* What the label says beneath the day. */
static void
tell (ScrTimelineCanvas *canvas, const ScrTimelineMove *move, GPtrArray *lines, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const ScrTimelineEntry *entry = move->entry;
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (canvas);
  ScrClashTime time;
  g_auto (GStrv) found = NULL;

  if (self->store == NULL)
    return;
  if (move->lane != entry->lane && move->lane < timeline->lanes->len)
    {
      const ScrTimelineLane *lane = scr_timeline_get_lane (timeline, move->lane);

      if (scr_timeline_lane_takes (lane, entry))
        scr_timeline_lines_add (lines, lane->title, FALSE);
      else
        scr_timeline_lines_add (lines, _ ("This cannot be put there."), TRUE);
    }
  if (entry->held)
    scr_timeline_lines_add (
        lines, entry->sort == SCR_TIMELINE_MEETINGS ? _ ("This meeting took place.") : _ ("This is over."),
        TRUE);
  if (entry->sort != SCR_TIMELINE_MEETINGS && entry->sort != SCR_TIMELINE_ACTIVITIES)
    return;
  ensure_clashes (self, entry->item);
  scr_clash_time_of_item (entry->item, &time);
  time.first = move->first;
  time.last = move->last != G_MAXINT ? move->last : move->first;
  found = scr_clashes_find (self->clashes, &time);
  for (guint i = 0; found[i] != NULL; i++)
    scr_timeline_lines_add (lines, found[i], TRUE);
}

/* --- Making --- */

static void
on_made (ScrItem *meeting, gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  scr_timeline_face_reveal (self, meeting);
  scr_context_set_selected (get_context (self), meeting);
  scr_timeline_canvas_focus_selected (self->canvas);
}

/* Asks for what a meeting at a place needs. */
void
scr_timeline_face_create (ScrTimelineFace *self, const ScrTimelinePlace *place)
{
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (self->canvas);
  const ScrTimelineLane *lane
      = timeline != NULL && place->lane >= 0 && place->lane < (int)timeline->lanes->len
            ? scr_timeline_get_lane (timeline, (guint)place->lane)
            : NULL;
  g_autofree char *day = scr_day_from_number (place->first);
  g_autofree char *last_day = place->last > place->first ? scr_day_from_number (place->last) : NULL;
  ScrMeetingPlan plan = {
      .day = day,
      .last_day = last_day,
      .partnership = scr_context_get_partnership (get_context (self)),
      .group = self->group,
  };

  if (!scr_timeline_face_is_writable (self))
    return;
  if (lane != NULL && lane->field != NULL)
    {
      const char **target = g_str_equal (lane->field, "group")         ? &plan.group
                            : g_str_equal (lane->field, "partnership") ? &plan.partnership
                            : g_str_equal (lane->field, "priority")    ? &plan.priority
                                                                       : &plan.kind;

      *target = lane->id;
    }
  scr_meeting_dialog_new_meeting (get_context (self), GTK_WIDGET (self), &plan, on_made, g_object_ref (self),
                                  g_object_unref);
}

static void
on_create_at (ScrTimelineFace *self, const ScrTimelinePlace *place)
{
  scr_timeline_face_create (self, place);
}

/* --- The rest --- */

void
scr_timeline_face_reschedule (ScrTimelineFace *self, const ScrTimelineEntry *entry)
{
  if (!scr_timeline_face_is_writable (self) || entry->first_field == NULL)
    return;
  scr_meeting_dialog_reschedule (get_context (self), GTK_WIDGET (self), entry);
}

static void
on_reschedule_asked (ScrTimelineFace *self, ScrItem *item)
{
  const ScrTimelineEntry *entry = scr_timeline_canvas_get_selected (self->canvas);

  if (entry != NULL && entry->item == item && entry->movable)
    scr_timeline_face_reschedule (self, entry);
}

void
scr_timeline_face_delete (ScrTimelineFace *self, ScrItem *item)
{
  if (scr_timeline_face_is_writable (self))
    scr_moving_delete (get_context (self), GTK_WIDGET (self), item);
}

/* A dispute's log is append-only, and the dispute has a page of its own. */
static void
on_delete_asked (ScrTimelineFace *self, ScrItem *item)
{
  if (g_str_equal (scr_item_get_kind (item)->name, "dispute"))
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    scr_timeline_face_delete (self, item);
}

/* A meeting has a page; what lives in another view is shown there. */
static void
on_entry_opened (ScrTimelineFace *self, ScrItem *item)
{
  const char *kind = scr_item_get_kind (item)->name;

  if (!g_str_equal (kind, "meeting")
      || !gtk_widget_activate_action (GTK_WIDGET (self), "meetings.open", "(ss)", kind,
                                      scr_item_get_id (item)))
    scr_context_open_item (get_context (self), item);
}

void
scr_timeline_face_connect_canvas (ScrTimelineFace *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } signals[] = {
      {"entry-moved", G_CALLBACK (on_entry_moved)},
      {"create-at", G_CALLBACK (on_create_at)},
      {"menu-asked", G_CALLBACK (scr_timeline_face_show_menu)},
      {"reschedule-asked", G_CALLBACK (on_reschedule_asked)},
      {"delete-asked", G_CALLBACK (on_delete_asked)},
      {"entry-opened", G_CALLBACK (on_entry_opened)},
  };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->canvas, signals[i].signal, signals[i].callback, self, G_CONNECT_SWAPPED);
  scr_timeline_canvas_set_tell (self->canvas, tell, self);
}
