/* What a person does on the timeline becomes commands. See scr-timeline-face-private.h. */
#include "config.h"

#include "scr-timeline-face-private.h"

#include "scr-day.h"
#include "scr-entry-actions.h"
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

/* What the label says beneath the day. */
static void
tell (ScrTimelineCanvas *canvas, const ScrTimelineMove *move, GPtrArray *lines, gpointer user_data)
{
  ScrTimelineFace *self = user_data;
  const ScrTimelineEntry *entry = move->entry;
  const ScrTimeline *timeline = scr_timeline_canvas_get_timeline (canvas);

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
  scr_entry_clashes_tell (&self->clashes, SCR_SOURCE (self->store), entry, move->first, move->last, lines);
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
      .group = scr_timeline_filter_get_group (self->filter),
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

/* By key: the same as the menu's items, of what is selected. */
static void
give_action (ScrTimelineFace *self, const char *name)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  scr_timeline_face_update_actions (self);
  if (g_action_get_enabled (action))
    g_action_activate (action, NULL);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_reschedule_asked (ScrTimelineFace *self, ScrItem *item)
{
  give_action (self, "reschedule");
}

static void
on_delete_asked (ScrTimelineFace *self, ScrItem *item)
{
  give_action (self, "delete");
}

static void
on_entry_opened (ScrTimelineFace *self, ScrItem *item)
{
  scr_entry_open (SCR_VIEW (self), item);
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
