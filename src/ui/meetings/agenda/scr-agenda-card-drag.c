/* Dragging the rows of an agenda. See scr-agenda-card.h.
 *
 * The pointer's height says between which rows, its way to the side at which level.
 */
#include "config.h"

#include "scr-agenda-card-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels that the pointer goes before a press is a drag. */
#define THRESHOLD 8
/* Pixels from an edge within which a drag scrolls, and how far at a time. */
#define EDGE 36
#define SCROLL_STEP 9
#define RING 10
#define LINE 4

static gboolean
is_mirrored (ScrAgendaCard *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* --- Where the pointer is --- */

/* The face of a row, and where it stands; %NULL if it has no widget now. */
static ScrAgendaFace *
get_face (ScrAgendaCard *self, guint row, graphene_rect_t *bounds)
{
  ScrAgendaEntry *entry = scr_agenda_rows_get_entry (self->rows, row);
  ScrAgendaFace *face = entry != NULL ? entry->face : NULL;

  if (face == NULL || !gtk_widget_get_mapped (GTK_WIDGET (face))
      || !gtk_widget_compute_bounds (GTK_WIDGET (face), GTK_WIDGET (self), bounds))
    return NULL;
  return face;
}

/* Between which rows the pointer is, and at which height the line between them is. */
static guint
find_gap (ScrAgendaCard *self, int *line_y)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows)), gap = 0;
  graphene_rect_t bounds;

  *line_y = 0;
  for (guint i = 0; i < n; i++)
    {
      ScrAgendaFace *face = get_face (self, i, &bounds);
      float top;

      if (face == NULL)
        continue;
      top = bounds.origin.y + (float)scr_agenda_face_get_row_top (face);
      if (self->at_y < (top + bounds.origin.y + bounds.size.height) / 2)
        {
          if (gap == 0)
            *line_y = (int)top;
          return i;
        }
      gap = i + 1;
      *line_y = (int)(bounds.origin.y + bounds.size.height);
    }
  return gap;
}

static guint
find_level (ScrAgendaCard *self)
{
  ScrAgendaEntry *entry = scr_agenda_rows_get_entry (self->rows, (guint)self->dragged);
  double way = (self->at_x - self->from_x) * (is_mirrored (self) ? -1 : 1);
  long level = (long)entry->level + lround (way / SCR_AGENDA_INDENT);

  return (guint)CLAMP (level, 0, SCR_AGENDA_LEVELS - 1);
}

/* --- What would come of it --- */

static void
tell (ScrAgendaCard *self, const ScrAgenda *outcome)
{
  const ScrAgenda *agenda = scr_agenda_rows_get_agenda (self->rows);
  const ScrAgendaRow *row = NULL;
  g_autofree char *start = NULL;
  g_autofree char *text = NULL;

  if (outcome != NULL)
    row = scr_agenda_get_row (
        outcome, (guint)scr_agenda_find (outcome, scr_agenda_get_row (agenda, (guint)self->dragged)->id));
  if (row == NULL)
    text = g_strdup (_ ("It cannot go deeper than three levels"));
  else
    {
      start = scr_agenda_dup_start (row, NULL);
      /* TRANSLATORS: where a dragged item of an agenda would land. %1$s is its number, %2$s when it begins.
       */
      text
          = start != NULL ? g_strdup_printf (_ ("%1$s at %2$s"), row->number, start) : g_strdup (row->number);
    }
  gtk_label_set_text (GTK_LABEL (self->told), text);
}

static void
update (ScrAgendaCard *self)
{
  const ScrAgenda *agenda = scr_agenda_rows_get_agenda (self->rows);
  g_autoptr (ScrAgenda) outcome = NULL;
  guint gap = find_gap (self, &self->line_y);

  self->can_drop = scr_agenda_find_drop (agenda, (guint)self->dragged, gap, find_level (self), &self->spot);
  if (self->can_drop)
    {
      self->spot_level = scr_agenda_get_spot_level (agenda, &self->spot);
      outcome = scr_agenda_new_moved (agenda, (guint)self->dragged, &self->spot);
    }
  gtk_widget_set_visible (self->line, self->can_drop);
  gtk_widget_set_visible (self->ring, self->can_drop);
  gtk_widget_set_visible (self->told, TRUE);
  tell (self, outcome);
  scr_agenda_rows_preview (self->rows, outcome);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* --- Scrolling at the edges --- */

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  ScrAgendaCard *self = SCR_AGENDA_CARD (widget);
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_point_t at = GRAPHENE_POINT_INIT ((float)self->at_x, (float)self->at_y);
  GtkAdjustment *adjustment;
  double by = 0, before;

  if (scrolled == NULL || !gtk_widget_compute_point (widget, scrolled, &at, &at))
    return G_SOURCE_CONTINUE;
  if (at.y < EDGE)
    by = -SCROLL_STEP;
  else if (at.y > (float)(gtk_widget_get_height (scrolled) - EDGE))
    by = SCROLL_STEP;
  if (by == 0)
    return G_SOURCE_CONTINUE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  before = gtk_adjustment_get_value (adjustment);
  gtk_adjustment_set_value (adjustment, before + by);
  by = gtk_adjustment_get_value (adjustment) - before;
  if (by != 0)
    {
      /* The pointer stays where it is on the screen. */
      self->at_y += by;
      update (self);
    }
  return G_SOURCE_CONTINUE;
}

/* --- From taking to dropping --- */

static void
fade (ScrAgendaCard *self, gboolean faded)
{
  const ScrAgenda *agenda = scr_agenda_rows_get_agenda (self->rows);
  const ScrAgendaRow *row
      = agenda != NULL && self->dragged >= 0 ? scr_agenda_get_row (agenda, (guint)self->dragged) : NULL;

  for (guint i = 0; row != NULL && i <= row->n_below; i++)
    {
      ScrAgendaEntry *entry = scr_agenda_rows_get_entry (self->rows, (guint)self->dragged + i);

      if (entry == NULL || entry->face == NULL)
        continue;
      if (faded)
        gtk_widget_add_css_class (entry->face, "dragged");
      else
        gtk_widget_remove_css_class (entry->face, "dragged");
    }
}

/* Ends it without a move. */
void
scr_agenda_card_stop_drag (ScrAgendaCard *self)
{
  if (self->picture == NULL)
    return;
  fade (self, FALSE);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  self->dragged = -1;
  g_clear_object (&self->picture);
  gtk_widget_set_visible (self->line, FALSE);
  gtk_widget_set_visible (self->ring, FALSE);
  gtk_widget_set_visible (self->told, FALSE);
  scr_agenda_rows_preview (self->rows, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
start (ScrAgendaCard *self)
{
  graphene_rect_t bounds;
  ScrAgendaFace *face = get_face (self, (guint)self->dragged, &bounds);
  g_autoptr (GdkPaintable) live = NULL;

  if (face == NULL)
    return;
  live = gtk_widget_paintable_new (GTK_WIDGET (face));
  self->picture = gdk_paintable_get_current_image (live);
  self->picture_x = bounds.origin.x - self->from_x;
  self->picture_y = bounds.origin.y - self->from_y;
  /* Where the meeting ends is not dragged along. */
  self->picture_top = scr_agenda_face_get_row_top (face);
  /* The keyboard comes here, for Esc. */
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (face)));
  fade (self, TRUE);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_begin (GtkGestureDrag *gesture, double x, double y, ScrAgendaCard *self)
{
  ScrAgendaFace *face = scr_agenda_card_find_face (self, x, y);
  ScrAgendaEntry *entry = face != NULL ? scr_agenda_face_get_entry (face) : NULL;

  self->dragged = -1;
  if (!self->editable || entry == NULL || scr_agenda_face_is_editing (face))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  self->dragged = scr_agenda_rows_find (self->rows, scr_item_get_id (entry->item));
  self->from_x = x;
  self->from_y = y;
}

static void
on_update (GtkGestureDrag *gesture, double offset_x, double offset_y, ScrAgendaCard *self)
{
  if (self->dragged < 0)
    return;
  if (self->picture == NULL)
    {
      if (hypot (offset_x, offset_y) < THRESHOLD)
        return;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      start (self);
      if (self->picture == NULL)
        return;
    }
  self->at_x = self->from_x + offset_x;
  self->at_y = self->from_y + offset_y;
  update (self);
}

static void
on_end (GtkGestureDrag *gesture, double offset_x, double offset_y, ScrAgendaCard *self)
{
  gboolean drops = self->picture != NULL && self->can_drop;
  int dragged = self->dragged;
  ScrAgendaSpot spot = self->spot;

  scr_agenda_card_stop_drag (self);
  self->dragged = -1;
  if (drops)
    scr_agenda_card_tell_moved (self, (guint)dragged, &spot);
}

static void
on_cancel (GtkGesture *gesture, GdkEventSequence *sequence, ScrAgendaCard *self)
{
  scr_agenda_card_stop_drag (self);
  self->dragged = -1;
}

static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, ScrAgendaCard *self)
{
  if (key != GDK_KEY_Escape || self->picture == NULL)
    return GDK_EVENT_PROPAGATE;
  scr_agenda_card_stop_drag (self);
  return GDK_EVENT_STOP;
}

void
scr_agenda_card_add_drag (ScrAgendaCard *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->dragged = -1;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_cancel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* --- What is seen of it --- */

void
scr_agenda_card_allocate_drag (ScrAgendaCard *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int indent = 12 + (int)self->spot_level * SCR_AGENDA_INDENT;
  int told_width, told_height, x, y;

  if (gtk_widget_get_visible (self->line))
    {
      y = CLAMP (self->line_y, RING / 2, height - RING / 2);
      x = is_mirrored (self) ? 12 : indent;
      gtk_widget_size_allocate (self->line,
                                &(GtkAllocation) {x, y - LINE / 2, MAX (width - indent - 12, 1), LINE}, -1);
      x = is_mirrored (self) ? width - indent : indent - RING;
      gtk_widget_size_allocate (self->ring, &(GtkAllocation) {x, y - RING / 2, RING, RING}, -1);
    }
  if (gtk_widget_get_visible (self->told))
    {
      gtk_widget_measure (self->told, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &told_width, NULL, NULL);
      told_width = MIN (told_width, width);
      gtk_widget_measure (self->told, GTK_ORIENTATION_VERTICAL, told_width, NULL, &told_height, NULL, NULL);
      x = CLAMP ((int)self->at_x + 18, 0, width - told_width);
      y = CLAMP ((int)self->at_y + 30, 0, MAX (height - told_height, 0));
      gtk_widget_size_allocate (self->told, &(GtkAllocation) {x, y, told_width, told_height}, -1);
    }
}

void
scr_agenda_card_draw_drag (ScrAgendaCard *self, GtkSnapshot *snapshot)
{
  gboolean animated = FALSE;

  if (self->picture == NULL)
    return;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &animated, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_push_opacity (snapshot, 0.85);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)(self->at_x + self->picture_x),
                                                          (float)(self->at_y + self->picture_y)));
  /* No tilt where motion is reduced. */
  if (animated)
    gtk_snapshot_rotate (snapshot, 2);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, (float)self->picture_top,
                                               (float)gdk_paintable_get_intrinsic_width (self->picture),
                                               (float)gdk_paintable_get_intrinsic_height (self->picture)));
  gdk_paintable_snapshot (self->picture, snapshot, gdk_paintable_get_intrinsic_width (self->picture),
                          gdk_paintable_get_intrinsic_height (self->picture));
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}
