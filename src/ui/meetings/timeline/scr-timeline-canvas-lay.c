/* The widgets of what is seen of the timeline: made, recycled, placed. See scr-timeline-canvas.h. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Widgets that are kept for the next that come into view. */
#define MOST_SPARE 240
/* Names of what is gathered are told up to this many. */
#define MOST_NAMES 3

/* What is not shown is not read out either. */
void
scr_timeline_canvas_show_child (GtkWidget *child, gboolean shown)
{
  gtk_widget_set_child_visible (child, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

/* Entries and gatherings have different keys. */
static gpointer
get_key (guint entry, gboolean is_gathering)
{
  return GSIZE_TO_POINTER ((gsize)entry * 2 + (is_gathering ? 2 : 1));
}

static void
put_away (ScrTimelineCanvas *self, ScrTimelineFace *face)
{
  /* The keyboard stays on the timeline when its chip goes. */
  if (gtk_widget_has_focus (face->chip))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  scr_timeline_mark_show (SCR_TIMELINE_MARK (face->chip), NULL);
  scr_timeline_mark_set_class (SCR_TIMELINE_MARK (face->chip), "ghost", FALSE);
  scr_timeline_canvas_show_child (face->chip, FALSE);
  if (self->spare->len < MOST_SPARE)
    g_ptr_array_add (self->spare, face->chip);
  else
    gtk_widget_unparent (face->chip);
}

static GtkWidget *
take_chip (ScrTimelineCanvas *self)
{
  GtkWidget *chip;

  if (self->spare->len > 0)
    chip = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  else
    {
      chip = scr_timeline_mark_new ();
      gtk_widget_set_parent (chip, self->body);
    }
  scr_timeline_canvas_show_child (chip, TRUE);
  return chip;
}

/* Their entries go: another timeline is coming. */
void
scr_timeline_canvas_forget_faces (ScrTimelineCanvas *self)
{
  GHashTableIter iter;
  gpointer face;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &face))
    put_away (self, face);
  g_hash_table_remove_all (self->faces);
}

static ScrTimelineFace *
want_face (ScrTimelineCanvas *self, guint entry, gboolean is_gathering, gboolean *is_new)
{
  gpointer key = get_key (entry, is_gathering);
  ScrTimelineFace *face = g_hash_table_lookup (self->faces, key);

  *is_new = face == NULL;
  if (face == NULL)
    {
      face = g_new0 (ScrTimelineFace, 1);
      face->chip = take_chip (self);
      face->entry = entry;
      face->is_gathering = is_gathering;
      g_hash_table_insert (self->faces, key, face);
    }
  face->generation = self->generation;
  return face;
}

/* --- What is gathered --- */

/* Indices of the entries, in their order; (transfer full). */
GArray *
scr_timeline_canvas_list_gathered (ScrTimelineCanvas *self, const ScrTimelineFace *face)
{
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (guint));
  const ScrLaneStack *stack = scr_timeline_canvas_get_row (self, face->lane)->stack;
  guint first = scr_timeline_get_lane (self->timeline, face->lane)->first_entry;
  int index = scr_lane_stack_find_gathering (stack, face->entry - first);
  const ScrLaneGathering *gathering;

  if (index < 0)
    return entries;
  gathering = &g_array_index (stack->gatherings, ScrLaneGathering, (guint)index);
  for (guint i = 0; i < gathering->n; i++)
    {
      guint entry = first + scr_lane_stack_get_member (stack, gathering, i);

      g_array_append_val (entries, entry);
    }
  return entries;
}

/* "3 more in Learning Hub: Hub, 2 May; Hub, 9 May; Deep dive, 8 to 10 July" */
static char *
describe_gathering (ScrTimelineCanvas *self,
                    guint lane,
                    const ScrLaneStack *stack,
                    const ScrLaneGathering *gathering)
{
  const ScrTimelineLane *of = scr_timeline_get_lane (self->timeline, lane);
  GString *names = g_string_new (NULL);
  g_autofree char *all = NULL;

  for (guint i = 0; i < gathering->n && i < MOST_NAMES; i++)
    {
      guint entry = of->first_entry + scr_lane_stack_get_member (stack, gathering, i);

      g_string_append_printf (names, "%s%s", i > 0 ? "; " : "",
                              scr_timeline_get_entry (self->timeline, entry)->label);
    }
  if (gathering->n > MOST_NAMES)
    g_string_append (names, "…");
  all = g_string_free (names, FALSE);
  /* TRANSLATORS: %1$u is how many things there is no room for, %2$s the lane, %3$s the first of them */
  return g_strdup_printf (ngettext ("%1$u more in %2$s: %3$s", "%1$u more in %2$s: %3$s", gathering->n),
                          gathering->n, of->title, all);
}

/* --- Which are seen --- */

static gboolean
is_seen (ScrTimelineCanvas *self, double x, double width)
{
  double along = x - self->start * scr_timeline_canvas_get_px_a_day (self);

  return along < scr_timeline_canvas_get_body_width (self) + SCR_TIMELINE_OVERHANG
         && along + width > -SCR_TIMELINE_OVERHANG;
}

static double
get_row_y (ScrTimelineCanvas *self, const ScrTimelineRow *row, guint index)
{
  return row->y + SCR_TIMELINE_LANE_PAD + index * (self->chip_height + SCR_TIMELINE_ROW_GAP);
}

static void
show_place (ScrTimelineCanvas *self, guint lane, const ScrLanePlace *place)
{
  const ScrTimelineRow *row = scr_timeline_canvas_get_row (self, lane);
  guint index = scr_timeline_get_lane (self->timeline, lane)->first_entry + place->item;
  gboolean is_new;
  ScrTimelineFace *face;

  if (!is_seen (self, place->x, place->width))
    return;
  face = want_face (self, index, FALSE, &is_new);
  face->lane = lane;
  face->x = place->x;
  face->y = get_row_y (self, row, place->row);
  face->width = place->width;
  if (!is_new)
    return;
  scr_timeline_mark_show (SCR_TIMELINE_MARK (face->chip), scr_timeline_get_entry (self->timeline, index));
  scr_timeline_mark_set_selected (SCR_TIMELINE_MARK (face->chip),
                                  self->selected && (int)index == self->current);
}

/* "+3" is narrower than "+120". */
static double
measure_gathering (ScrTimelineCanvas *self, const ScrLaneGathering *gathering)
{
  char text[16];

  g_snprintf (text, sizeof text, "+%u", gathering->n);
  return fmin (ceil (scr_timeline_canvas_measure_words (self, text)) + 20, gathering->width);
}

static void
show_gathering (ScrTimelineCanvas *self, guint lane, const ScrLaneGathering *gathering)
{
  const ScrTimelineRow *row = scr_timeline_canvas_get_row (self, lane);
  guint first = scr_timeline_get_lane (self->timeline, lane)->first_entry;
  g_autofree char *name = NULL;
  gboolean is_new;
  ScrTimelineFace *face;

  if (!is_seen (self, gathering->x, gathering->width))
    return;
  face = want_face (self, first + scr_lane_stack_get_member (row->stack, gathering, 0), TRUE, &is_new);
  face->lane = lane;
  face->width = measure_gathering (self, gathering);
  /* At its first day, within the room that it was given. */
  face->x = CLAMP (gathering->day * scr_timeline_canvas_get_px_a_day (self), gathering->x,
                   gathering->x + gathering->width - face->width);
  face->y = get_row_y (self, row, gathering->row);
  if (!is_new && face->n == gathering->n)
    return;
  face->n = gathering->n;
  name = describe_gathering (self, lane, row->stack, gathering);
  scr_timeline_mark_show_gathering (SCR_TIMELINE_MARK (face->chip), gathering->n, name);
  scr_timeline_mark_set_cut (SCR_TIMELINE_MARK (face->chip), FALSE, FALSE);
  scr_timeline_mark_set_selected (SCR_TIMELINE_MARK (face->chip), FALSE);
}

static void
show_lane (ScrTimelineCanvas *self, guint lane)
{
  const ScrLaneStack *stack = scr_timeline_canvas_get_row (self, lane)->stack;

  for (guint i = 0; i < stack->places->len; i++)
    show_place (self, lane, &g_array_index (stack->places, ScrLanePlace, i));
  for (guint i = 0; i < stack->gatherings->len; i++)
    show_gathering (self, lane, &g_array_index (stack->gatherings, ScrLaneGathering, i));
}

/* Gives widgets to what is seen now, and takes them from the rest. */
void
scr_timeline_canvas_match_faces (ScrTimelineCanvas *self)
{
  GHashTableIter iter;
  gpointer face;
  guint first, end;

  self->generation++;
  if (self->timeline != NULL)
    {
      scr_timeline_canvas_lay_rows (self);
      if (scr_timeline_canvas_list_lanes (self, &first, &end))
        for (guint i = first; i < end; i++)
          show_lane (self, i);
    }
  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &face))
    if (((ScrTimelineFace *)face)->generation != self->generation)
      {
        put_away (self, face);
        g_hash_table_iter_remove (&iter);
      }
  scr_timeline_canvas_match_heads (self);
}

/* --- Their places --- */

/* Where a face lies in the body, as seen; cut off a little outside it. */
static void
get_place (ScrTimelineCanvas *self,
           const ScrTimelineFace *face,
           int *x,
           int *y,
           int *width,
           gboolean *cut_start,
           gboolean *cut_end)
{
  double px_a_day = scr_timeline_canvas_get_px_a_day (self), body = scr_timeline_canvas_get_body_width (self);
  double start = face->x - self->start * px_a_day, end = start + face->width, overhang;
  const ScrTimelineEntry *entry = scr_timeline_get_entry (self->timeline, face->entry);

  /* In the middle of its day, where a day is wide: room for that is kept. */
  if (!face->is_gathering && entry->shape == SCR_TIMELINE_POINT)
    start += fmin (px_a_day / 2, 12);
  /* Of a bar symbol and words stay in view; a chip slides out. */
  overhang = !face->is_gathering && entry->shape == SCR_TIMELINE_BAR ? 0 : SCR_TIMELINE_OVERHANG;
  *cut_start = start < -overhang;
  *cut_end = end > body + overhang;
  start = round (fmax (start, -overhang));
  end = round (fmin (end, body + overhang));
  *width = MAX ((int)(end - start), 1);
  *x = scr_timeline_canvas_is_rtl (self) ? (int)(round (body) - start) - *width : (int)start;
  *y = (int)round (face->y - self->y);
}

static gboolean
is_long (const ScrTimelineEntry *entry)
{
  return entry->shape == SCR_TIMELINE_BAR || entry->shape == SCR_TIMELINE_CHIP;
}

static void
place_face (ScrTimelineCanvas *self, ScrTimelineFace *face)
{
  ScrTimelineMark *chip = SCR_TIMELINE_MARK (face->chip);
  const ScrTimelineEntry *entry = scr_timeline_get_entry (self->timeline, face->entry);
  int x, y, width;
  gboolean cut_start, cut_end;

  get_place (self, face, &x, &y, &width, &cut_start, &cut_end);
  if (!face->is_gathering)
    {
      double px_a_day = scr_timeline_canvas_get_px_a_day (self);
      double start = scr_timeline_canvas_is_rtl (self)
                         ? scr_timeline_canvas_day_to_along (self, entry->first)
                               - (scr_timeline_canvas_get_body_width (self) - x - width)
                         : scr_timeline_canvas_day_to_along (self, entry->first) - x;
      int last = entry->last == G_MAXINT ? MAX (entry->first, self->timeline->today) : entry->last;

      /* What is seen of a bar begins with its words, wherever it begins itself. */
      if (is_long (entry))
        scr_timeline_mark_set_cut (chip, cut_start, cut_end || entry->last == G_MAXINT);
      scr_timeline_mark_set_span (chip, start, start + (last - entry->first + 1) * px_a_day, px_a_day);
    }
  gtk_widget_allocate (face->chip, width, (int)self->chip_height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)x, (float)y)));
}

void
scr_timeline_canvas_place_faces (gpointer canvas)
{
  ScrTimelineCanvas *self = canvas;
  GHashTableIter iter;
  gpointer face;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &face))
    place_face (self, face);
  scr_timeline_canvas_place_dragged (self);
}

/* --- Finding --- */

/* The widget of an entry, or of what it is gathered in; NULL if it is not seen. */
ScrTimelineFace *
scr_timeline_canvas_find_face (ScrTimelineCanvas *self, guint entry)
{
  ScrTimelineFace *face = g_hash_table_lookup (self->faces, get_key (entry, FALSE));
  const ScrTimelineEntry *wanted;
  const ScrLaneStack *stack;
  guint first;
  int index;

  if (face != NULL || self->timeline == NULL || entry >= self->timeline->entries->len)
    return face;
  wanted = scr_timeline_get_entry (self->timeline, entry);
  stack = scr_timeline_canvas_get_row (self, wanted->lane)->stack;
  if (stack == NULL)
    return NULL;
  first = scr_timeline_get_lane (self->timeline, wanted->lane)->first_entry;
  index = scr_lane_stack_find_gathering (stack, entry - first);
  if (index < 0)
    return NULL;
  entry = first
          + scr_lane_stack_get_member (stack,
                                       &g_array_index (stack->gatherings, ScrLaneGathering, (guint)index), 0);
  return g_hash_table_lookup (self->faces, get_key (entry, TRUE));
}

/* In px of the canvas, as seen. */
void
scr_timeline_canvas_get_face_area (ScrTimelineCanvas *self, const ScrTimelineFace *face, GdkRectangle *area)
{
  gboolean cut_start, cut_end;
  double body = scr_timeline_canvas_get_body_width (self);
  int x, end;

  get_place (self, face, &x, &area->y, &area->width, &cut_start, &cut_end);
  end = MIN (x + area->width, (int)body);
  x = MAX (x, 0);
  area->width = MAX (end - x, 1);
  area->x = x + (scr_timeline_canvas_is_rtl (self) ? 0 : (int)self->head_width);
  area->y += (int)self->scale_height;
  area->height = (int)self->chip_height;
}

/* In px of the canvas, as seen. */
ScrTimelineFace *
scr_timeline_canvas_find_face_at (ScrTimelineCanvas *self, double x, double y)
{
  GHashTableIter iter;
  gpointer face;

  if (y < self->scale_height || scr_timeline_canvas_to_along (self, x) < 0)
    return NULL;
  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &face))
    {
      GdkRectangle area;

      scr_timeline_canvas_get_face_area (self, face, &area);
      if (x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height)
        return face;
    }
  return NULL;
}

/**
 * scr_timeline_canvas_get_n_chips:
 * @self: a canvas
 *
 * Returns: how many entries and gatherings have widgets at the moment
 */
guint
scr_timeline_canvas_get_n_chips (ScrTimelineCanvas *self)
{
  return g_hash_table_size (self->faces);
}

/**
 * scr_timeline_canvas_get_chip:
 * @self: a canvas
 * @id: identity of a thing
 *
 * Returns: (transfer none) (nullable): its widget, or that of what it is gathered in, if it is seen
 */
GtkWidget *
scr_timeline_canvas_get_chip (ScrTimelineCanvas *self, const char *id)
{
  int entry = self->timeline != NULL ? scr_timeline_find (self->timeline, id) : -1;
  const ScrTimelineFace *face = entry >= 0 ? scr_timeline_canvas_find_face (self, (guint)entry) : NULL;

  return face != NULL ? face->chip : NULL;
}

/**
 * scr_timeline_canvas_get_gathering:
 * @self: a canvas
 * @lane: index of a lane
 *
 * Returns: (transfer none) (nullable): the widget of what is gathered there first, among what is seen
 */
GtkWidget *
scr_timeline_canvas_get_gathering (ScrTimelineCanvas *self, guint lane)
{
  const ScrTimelineFace *first = NULL;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const ScrTimelineFace *face = value;

      if (face->is_gathering && face->lane == lane && (first == NULL || face->x < first->x))
        first = face;
    }
  return first != NULL ? first->chip : NULL;
}
