/* Where the keyboard is on the timeline, and what is selected. See scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include <math.h>
#include <stdlib.h>

/* So near to the edge nothing is left when it is brought into view, px. */
#define REVEAL_MARGIN 36

static const ScrTimelineEntry *
get_entry (ScrTimelineCanvas *self, int index)
{
  return self->timeline != NULL && index >= 0 && index < (int)self->timeline->entries->len
             ? scr_timeline_get_entry (self->timeline, (guint)index)
             : NULL;
}

static const char *
get_id (const ScrTimelineEntry *entry)
{
  return entry->item != NULL ? scr_item_get_id (entry->item) : NULL;
}

static void
show_selected (ScrTimelineCanvas *self, int entry, gboolean selected)
{
  ScrTimelineFace *face = entry >= 0 ? scr_timeline_canvas_find_face (self, (guint)entry) : NULL;

  if (face != NULL)
    scr_timeline_mark_set_selected (SCR_TIMELINE_MARK (face->chip), selected && !face->is_gathering);
}

/* Makes an entry the one where the keyboard is. */
void
scr_timeline_canvas_set_current (ScrTimelineCanvas *self, int entry, gboolean select)
{
  const ScrTimelineEntry *now = get_entry (self, entry);
  gboolean changed = (select || self->selected) && (entry != self->current || select != self->selected);

  show_selected (self, self->current, FALSE);
  self->current = now != NULL ? entry : -1;
  self->selected = select && now != NULL;
  g_free (self->current_id);
  self->current_id = now != NULL ? g_strdup (get_id (now)) : NULL;
  g_free (self->current_lane);
  self->current_lane = now != NULL ? g_strdup (scr_timeline_get_lane (self->timeline, now->lane)->id) : NULL;
  show_selected (self, self->current, self->selected);
  if (changed)
    scr_timeline_canvas_emit_selection (self);
}

/* In another timeline: the same thing, in the same lane if it is still there. */
void
scr_timeline_canvas_find_current (ScrTimelineCanvas *self)
{
  int found = -1;

  for (guint i = 0; self->current_id != NULL && self->timeline != NULL && i < self->timeline->entries->len;
       i++)
    {
      const ScrTimelineEntry *entry = scr_timeline_get_entry (self->timeline, i);

      if (g_strcmp0 (get_id (entry), self->current_id) != 0)
        continue;
      if (found < 0)
        found = (int)i;
      if (g_strcmp0 (scr_timeline_get_lane (self->timeline, entry->lane)->id, self->current_lane) == 0)
        {
          found = (int)i;
          break;
        }
    }
  self->current = found;
  if (found < 0 && self->selected)
    {
      self->selected = FALSE;
      g_clear_pointer (&self->current_id, g_free);
      scr_timeline_canvas_emit_selection (self);
    }
}

/* --- Bringing into view --- */

static void
reveal_days (ScrTimelineCanvas *self, const ScrTimelineEntry *entry)
{
  double px_a_day = scr_timeline_canvas_get_px_a_day (self), margin = REVEAL_MARGIN / px_a_day;
  double last = entry->last == G_MAXINT ? entry->first : entry->last;

  /* A bar that reaches through the view is seen already. */
  if (entry->first < self->start + self->days - margin && last + 1 > self->start + margin
      && (entry->first >= self->start || last > entry->first + self->days / 2))
    return;
  if (entry->first < self->start)
    scr_timeline_canvas_pan_by (self, entry->first - margin * 2 - self->start);
  else
    scr_timeline_canvas_pan_by (self, entry->first + fmin (self->days / 4, 200 / px_a_day) - self->start
                                          - self->days);
}

static void
reveal_face (ScrTimelineCanvas *self, guint entry)
{
  const ScrTimelineFace *face = scr_timeline_canvas_find_face (self, entry);
  const ScrTimelineRow *row
      = scr_timeline_canvas_get_row (self, scr_timeline_get_entry (self->timeline, entry)->lane);
  double y = face != NULL ? face->y : row->y + SCR_TIMELINE_LANE_PAD;
  double height = scr_timeline_canvas_get_body_height (self);

  if (y - SCR_TIMELINE_LANE_PAD < self->y)
    scr_timeline_canvas_scroll_by (self, y - SCR_TIMELINE_LANE_PAD - self->y);
  else if (y + self->chip_height + SCR_TIMELINE_LANE_PAD > self->y + height)
    scr_timeline_canvas_scroll_by (self, y + self->chip_height + SCR_TIMELINE_LANE_PAD - self->y - height);
}

/* Pans and scrolls no more than is needed. */
void
scr_timeline_canvas_reveal (ScrTimelineCanvas *self, guint entry)
{
  reveal_days (self, scr_timeline_get_entry (self->timeline, entry));
  /* Once for its lane, which tells the row, once for the row. */
  reveal_face (self, entry);
  reveal_face (self, entry);
}

/* Brings it into view and takes the keyboard there. */
gboolean
scr_timeline_canvas_focus_entry (ScrTimelineCanvas *self, int entry, gboolean select)
{
  const ScrTimelineFace *face;

  if (get_entry (self, entry) == NULL)
    return FALSE;
  scr_timeline_canvas_reveal (self, (guint)entry);
  face = scr_timeline_canvas_find_face (self, (guint)entry);
  scr_timeline_canvas_set_current (self, entry, select && (face == NULL || !face->is_gathering));
  if (face == NULL)
    return FALSE;
  return gtk_widget_grab_focus (face->chip);
}

/* --- Walking --- */

static int
find_nearest (ScrTimelineCanvas *self, guint index, int day)
{
  const ScrTimelineLane *lane = scr_timeline_get_lane (self->timeline, index);
  guint low = 0, high = lane->n_entries;

  if (lane->n_entries == 0)
    return -1;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (scr_timeline_get_entry (self->timeline, lane->first_entry + middle)->first < day)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == lane->n_entries
      || (low > 0
          && day - scr_timeline_get_entry (self->timeline, lane->first_entry + low - 1)->first
                 < scr_timeline_get_entry (self->timeline, lane->first_entry + low)->first - day))
    low--;
  return (int)(lane->first_entry + low);
}

/* Into the timeline: where the keyboard was, or near today, or near what is seen. */
static int
find_entrance (ScrTimelineCanvas *self)
{
  int middle = (int)(self->start + self->days / 2);
  guint first, end;

  if (get_entry (self, self->current) != NULL)
    return self->current;
  if (self->timeline == NULL || !scr_timeline_canvas_list_lanes (self, &first, &end))
    return -1;
  if (self->timeline->today >= self->start && self->timeline->today < self->start + self->days)
    middle = self->timeline->today;
  for (guint i = first; i < self->timeline->lanes->len; i++)
    if (find_nearest (self, i, middle) >= 0)
      return find_nearest (self, i, middle);
  for (guint i = 0; i < first; i++)
    if (find_nearest (self, i, middle) >= 0)
      return find_nearest (self, i, middle);
  return -1;
}

/* Without selecting: on a narrow window the details would cover the timeline. */
gboolean
scr_timeline_canvas_enter (ScrTimelineCanvas *self)
{
  int entry = find_entrance (self);

  if (entry >= 0 && scr_timeline_canvas_focus_entry (self, entry, self->selected && entry == self->current))
    return TRUE;
  return gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Whether the keyboard stops there: what is gathered has one stop, at its first. */
static gboolean
is_stop (ScrTimelineCanvas *self, guint entry)
{
  const ScrTimelineFace *face = scr_timeline_canvas_find_face (self, entry);

  return face == NULL || !face->is_gathering || face->entry == entry;
}

/* The stop before or after the current one in time, in its lane; -1 if there is none. */
int
scr_timeline_canvas_step_time (ScrTimelineCanvas *self, int by)
{
  const ScrTimelineEntry *entry = get_entry (self, self->current);
  const ScrTimelineLane *lane;
  int next = self->current;

  if (entry == NULL)
    return find_entrance (self);
  lane = scr_timeline_get_lane (self->timeline, entry->lane);
  for (;;)
    {
      next += by;
      if (next < (int)lane->first_entry || next >= (int)(lane->first_entry + lane->n_entries))
        return -1;
      /* Only what is in view is known to be gathered. */
      reveal_days (self, scr_timeline_get_entry (self->timeline, (guint)next));
      if (is_stop (self, (guint)next))
        return next;
    }
}

/* The nearest in the next lane that has any; -1 if there is none. */
int
scr_timeline_canvas_step_lane (ScrTimelineCanvas *self, int by)
{
  const ScrTimelineEntry *entry = get_entry (self, self->current);
  int lane, day;

  if (entry == NULL)
    return find_entrance (self);
  /* What began long ago is left from where it is seen. */
  day = MAX (entry->first, (int)self->start);
  for (lane = (int)entry->lane + by; lane >= 0 && lane < (int)self->timeline->lanes->len; lane += by)
    if (find_nearest (self, (guint)lane, day) >= 0)
      return find_nearest (self, (guint)lane, day);
  return -1;
}

/* The first or last of the current lane. */
int
scr_timeline_canvas_find_end (ScrTimelineCanvas *self, gboolean last)
{
  const ScrTimelineEntry *entry = get_entry (self, self->current);
  const ScrTimelineLane *lane;

  if (entry == NULL)
    return find_entrance (self);
  lane = scr_timeline_get_lane (self->timeline, entry->lane);
  return (int)(last ? lane->first_entry + lane->n_entries - 1 : lane->first_entry);
}

/* --- For the holder --- */

/**
 * scr_timeline_canvas_select:
 * @self: a canvas
 * @id: (nullable): identity of a thing; %NULL or an unknown one selects nothing
 * @reveal: whether it is brought into view
 */
void
scr_timeline_canvas_select (ScrTimelineCanvas *self, const char *id, gboolean reveal)
{
  int entry = self->timeline != NULL && id != NULL ? scr_timeline_find (self->timeline, id) : -1;
  const ScrTimelineEntry *current = get_entry (self, self->current);

  /* Of several entries of one thing the current one stays. */
  if (current != NULL && id != NULL && g_strcmp0 (get_id (current), id) == 0)
    entry = self->current;
  if (entry >= 0 && reveal)
    scr_timeline_canvas_reveal (self, (guint)entry);
  scr_timeline_canvas_set_current (self, entry, entry >= 0);
}

/**
 * scr_timeline_canvas_get_selected:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what is selected
 */
const ScrTimelineEntry *
scr_timeline_canvas_get_selected (ScrTimelineCanvas *self)
{
  return self->selected ? get_entry (self, self->current) : NULL;
}

/**
 * scr_timeline_canvas_focus_selected:
 * @self: a canvas
 *
 * Takes the keyboard to what is selected.
 *
 * Returns: whether something is, and is in view now
 */
gboolean
scr_timeline_canvas_focus_selected (ScrTimelineCanvas *self)
{
  return self->selected && scr_timeline_canvas_focus_entry (self, self->current, TRUE);
}
