/* The timeline as a value. See the header; what fills it from a record is in scr-timeline-read.c. */
#include "config.h"

#include "scr-timeline-private.h"

static void
free_stage (gpointer data)
{
  ScrTimelineStage *stage = data;

  g_free (stage->label);
  g_free (stage->name);
  g_free (stage);
}

static void
free_entry (gpointer data)
{
  ScrTimelineEntry *entry = data;

  g_clear_object (&entry->item);
  g_free (entry->label);
  g_free (entry->detail);
  g_free (entry->name);
  g_clear_pointer (&entry->stages, g_ptr_array_unref);
  g_free (entry);
}

/* Private to model/: frees a lane, if there is one. */
void
scr_timeline_lane_free (gpointer data)
{
  ScrTimelineLane *lane = data;

  if (lane == NULL)
    return;
  g_free (lane->id);
  g_free (lane->title);
  g_free (lane->detail);
  g_free (lane);
}

/**
 * scr_timeline_new_empty:
 * @from: first day
 * @until: last day
 * @today: the day that counts as today
 *
 * Returns: (transfer full): a timeline without lanes
 */
ScrTimeline *
scr_timeline_new_empty (int from, int until, int today)
{
  ScrTimeline *self = g_new0 (ScrTimeline, 1);

  self->from = from;
  self->until = until;
  self->today = today;
  self->lanes = g_ptr_array_new_with_free_func (scr_timeline_lane_free);
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  return self;
}

/**
 * scr_timeline_add_lane:
 * @self: a timeline
 * @id: (nullable): see #ScrTimelineLane
 * @field: (nullable): a static string
 * @title: its name
 * @detail: (nullable): a dim line under it
 * @icon: a static string
 *
 * Returns: its index
 */
guint
scr_timeline_add_lane (ScrTimeline *self,
                       const char *id,
                       const char *field,
                       const char *title,
                       const char *detail,
                       const char *icon)
{
  ScrTimelineLane *lane = g_new0 (ScrTimelineLane, 1);

  lane->id = g_strdup (id);
  lane->field = field;
  lane->title = g_strdup (title);
  lane->detail = g_strdup (detail);
  lane->icon = icon;
  g_ptr_array_add (self->lanes, lane);
  return self->lanes->len - 1;
}

/**
 * scr_timeline_add_entry:
 * @self: a timeline
 * @item: what it is
 * @sort: what it counts as
 * @lane: index of its lane
 * @first: its first day
 * @last: its last day, or %G_MAXINT
 *
 * After the last one scr_timeline_sort() must be called.
 *
 * Returns: (transfer none): the entry: a chip without a time, whose words are still to be set
 */
ScrTimelineEntry *
scr_timeline_add_entry (ScrTimeline *self,
                        ScrItem *item,
                        ScrTimelineSort sort,
                        guint lane,
                        int first,
                        int last)
{
  ScrTimelineEntry *entry = g_new0 (ScrTimelineEntry, 1);

  entry->item = item != NULL ? g_object_ref (item) : NULL;
  entry->sort = sort;
  entry->lane = lane;
  entry->first = first;
  entry->last = MAX (first, last);
  entry->start = -1;
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/**
 * scr_timeline_new_single:
 * @entry: an entry of a timeline
 * @lane: (nullable): a lane of it
 *
 * Whoever asks a person about an entry keeps it so: its timeline may be another by the time of the answer.
 *
 * Returns: (transfer full): a timeline with a copy of @entry, and of @lane as the only lane
 */
ScrTimeline *
scr_timeline_new_single (const ScrTimelineEntry *entry, const ScrTimelineLane *lane)
{
  ScrTimeline *self = scr_timeline_new_empty (entry->first, entry->first, entry->first);
  ScrTimelineEntry *copy;

  scr_timeline_add_lane (self, lane != NULL ? lane->id : NULL, lane != NULL ? lane->field : NULL,
                         lane != NULL ? lane->title : "", NULL, NULL);
  copy = scr_timeline_add_entry (self, entry->item, entry->sort, 0, entry->first, entry->last);
  copy->shape = entry->shape;
  copy->first_field = entry->first_field;
  copy->last_field = entry->last_field;
  copy->held = entry->held;
  return self;
}

/**
 * scr_timeline_add_stage:
 * @entry: an entry of the shape %SCR_TIMELINE_STAGES
 * @first: first day of the stage
 * @last: its last day
 * @label: its number
 * @name: the stage in words
 * @tone: a static string
 */
void
scr_timeline_add_stage (ScrTimelineEntry *entry,
                        int first,
                        int last,
                        const char *label,
                        const char *name,
                        const char *tone)
{
  ScrTimelineStage *stage = g_new0 (ScrTimelineStage, 1);

  if (entry->stages == NULL)
    entry->stages = g_ptr_array_new_with_free_func (free_stage);
  stage->first = first;
  stage->last = MAX (first, last);
  stage->label = g_strdup (label);
  stage->name = g_strdup (name);
  stage->tone = tone;
  g_ptr_array_add (entry->stages, stage);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const ScrTimelineEntry *left = *(const ScrTimelineEntry *const *)a;
  const ScrTimelineEntry *right = *(const ScrTimelineEntry *const *)b;
  int order;

  if (left->lane != right->lane)
    return left->lane < right->lane ? -1 : 1;
  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  order = g_strcmp0 (left->label, right->label);
  if (order != 0 || left->item == NULL || right->item == NULL)
    return order;
  return g_strcmp0 (scr_item_get_id (left->item), scr_item_get_id (right->item));
}

/**
 * scr_timeline_sort:
 * @self: a timeline to which entries were added
 *
 * Brings the entries into their order and tells each lane which are its own.
 */
void
scr_timeline_sort (ScrTimeline *self)
{
  g_ptr_array_sort (self->entries, compare);
  for (guint i = 0; i < self->lanes->len; i++)
    scr_timeline_get_lane (self, i)->n_entries = 0;
  for (guint i = 0; i < self->entries->len; i++)
    {
      ScrTimelineLane *lane = scr_timeline_get_lane (self, scr_timeline_get_entry (self, i)->lane);

      if (lane->n_entries++ == 0)
        lane->first_entry = i;
    }
}

/**
 * scr_timeline_free:
 * @self: (transfer full): a timeline
 */
void
scr_timeline_free (ScrTimeline *self)
{
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->lanes);
  g_free (self);
}

/**
 * scr_timeline_find:
 * @self: a timeline
 * @id: (nullable): identity of a thing
 *
 * Returns: index of its first entry, or -1
 */
int
scr_timeline_find (const ScrTimeline *self, const char *id)
{
  for (guint i = 0; id != NULL && i < self->entries->len; i++)
    {
      const ScrTimelineEntry *entry = scr_timeline_get_entry (self, i);

      if (entry->item != NULL && g_str_equal (scr_item_get_id (entry->item), id))
        return (int)i;
    }
  return -1;
}
