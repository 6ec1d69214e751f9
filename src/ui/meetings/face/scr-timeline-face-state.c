/* What the timeline remembers: lanes, zoom and place; what is hidden its filter does. See
 * scr-timeline-face-private.h.
 *
 * The place is remembered with the record it belongs to: another record begins at its own today.
 */
#include "config.h"

#include "scr-timeline-face-private.h"

/* How long nothing moves before the place is written. */
#define REMEMBER_MS 400

static const char *const lanes_names[SCR_LANES_N] = {
    [SCR_LANES_GROUP] = "group",
    [SCR_LANES_PARTNERSHIP] = "partnership",
    [SCR_LANES_PRIORITY] = "priority",
    [SCR_LANES_KIND] = "kind",
};

const char *
scr_timeline_lanes_get_name (ScrTimelineLanes lanes)
{
  return lanes_names[lanes];
}

/* Lanes, when the face is made. */
void
scr_timeline_face_recall (ScrTimelineFace *self)
{
  g_autofree char *lanes = scr_settings_dup_string (self->settings, "timeline-lanes");

  for (guint i = 0; i < SCR_LANES_N; i++)
    if (g_strcmp0 (lanes, lanes_names[i]) == 0)
      self->lanes = (ScrTimelineLanes)i;
}

/* Zoom and place, when the canvas has its first timeline. */
void
scr_timeline_face_recall_place (ScrTimelineFace *self)
{
  g_autofree char *record = scr_settings_dup_string (self->settings, "timeline-record");
  double zoom = scr_settings_get_double (self->settings, "timeline-zoom");
  double start = scr_settings_get_double (self->settings, "timeline-start");

  if (start > 0 && g_strcmp0 (record, scr_store_get_path (self->store)) == 0)
    scr_timeline_canvas_set_visible_days (self->canvas, start, zoom);
  else
    {
      scr_timeline_canvas_set_zoom (self->canvas, zoom);
      scr_timeline_canvas_show_today (self->canvas);
    }
}

static gboolean
remember_now (gpointer user_data)
{
  ScrTimelineFace *self = user_data;

  self->remember_source = 0;
  scr_settings_set_string (self->settings, "timeline-lanes", lanes_names[self->lanes]);
  if (self->store == NULL || !self->placed)
    return G_SOURCE_REMOVE;
  scr_settings_set_string (self->settings, "timeline-record", scr_store_get_path (self->store));
  scr_settings_set_double (self->settings, "timeline-zoom", scr_timeline_canvas_get_zoom (self->canvas));
  scr_settings_set_double (self->settings, "timeline-start", scr_timeline_canvas_get_start (self->canvas));
  return G_SOURCE_REMOVE;
}

/* Soon: while somebody scrolls, only where they end is worth it. */
void
scr_timeline_face_remember (ScrTimelineFace *self)
{
  g_clear_handle_id (&self->remember_source, g_source_remove);
  self->remember_source = g_timeout_add (REMEMBER_MS, remember_now, self);
}
