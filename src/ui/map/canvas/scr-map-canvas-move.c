/* Cards on their way: dragged, moved by keys, or gone to another layout. See scr-map-canvas.h. */
#include "config.h"

#include "scr-map-canvas-private.h"

#include <math.h>

/* Cards keep to multiples of this, px of the map. */
#define STEP 6
/* How near to the middle of another card a card is drawn into line with it, px of the map. */
#define CATCH 6
/* How long cards are on their way, milliseconds. */
#define DURATION 300

void
scr_map_canvas_begin_move (ScrMapCanvas *self)
{
  const ScrMap *map = scr_map_scene_get_map (self->scene);

  g_array_set_size (self->moved, 0);
  g_array_set_size (self->origins, 0);
  for (guint i = 0; i < map->cards->len; i++)
    if (g_hash_table_contains (self->selected, scr_map_canvas_get_card_id (self, i)))
      {
        const ScrMapCard *card = scr_map_get_card (map, i);
        ScrPoint origin = {card->x, card->y};
        GtkWidget *face = scr_map_canvas_find_face (self, scr_map_canvas_get_card_id (self, i));

        g_array_append_val (self->moved, i);
        g_array_append_val (self->origins, origin);
        if (face != NULL)
          scr_map_card_face_set_dragged (SCR_MAP_CARD_FACE (face), TRUE);
      }
}

static gboolean
is_moved (ScrMapCanvas *self, guint card)
{
  for (guint i = 0; i < self->moved->len; i++)
    if (g_array_index (self->moved, guint, i) == card)
      return TRUE;
  return FALSE;
}

/* Draws the first of the moved cards into line with one that is seen; says which line. */
static void
align_to_others (ScrMapCanvas *self, double *x, double *y)
{
  const ScrMap *map = scr_map_scene_get_map (self->scene);
  double best_x = CATCH, best_y = CATCH, near_x = *x, near_y = *y;
  ScrBox visible;

  self->guide_x = self->guide_y = NAN;
  scr_map_canvas_get_visible (self, &visible);
  for (guint i = 0; i < map->cards->len; i++)
    {
      const ScrMapCard *other = scr_map_get_card (map, i);

      if (!scr_box_contains (&visible, other->x, other->y) || is_moved (self, i))
        continue;
      if (fabs (other->x - *x) <= best_x)
        {
          best_x = fabs (other->x - *x);
          near_x = self->guide_x = other->x;
        }
      if (fabs (other->y - *y) <= best_y)
        {
          best_y = fabs (other->y - *y);
          near_y = self->guide_y = other->y;
        }
    }
  *x = near_x;
  *y = near_y;
}

/* From where they stood when the move began, px of the map. */
void
scr_map_canvas_move_by (ScrMapCanvas *self, double dx, double dy, gboolean align)
{
  ScrPoint first;
  double x, y;

  if (self->moved->len == 0)
    return;
  first = g_array_index (self->origins, ScrPoint, 0);
  x = round ((first.x + dx) / STEP) * STEP;
  y = round ((first.y + dy) / STEP) * STEP;
  if (align)
    align_to_others (self, &x, &y);
  for (guint i = 0; i < self->moved->len; i++)
    {
      ScrPoint origin = g_array_index (self->origins, ScrPoint, i);

      scr_map_scene_move (self->scene, g_array_index (self->moved, guint, i), origin.x + x - first.x,
                          origin.y + y - first.y);
    }
  scr_map_canvas_update (self);
}

static gboolean
has_moved (ScrMapCanvas *self)
{
  const ScrMapCard *card;
  ScrPoint origin;

  if (self->moved->len == 0)
    return FALSE;
  card = scr_map_get_card (scr_map_scene_get_map (self->scene), g_array_index (self->moved, guint, 0));
  origin = g_array_index (self->origins, ScrPoint, 0);
  return card->x != origin.x || card->y != origin.y;
}

/* @keep: whether they stay; else they stand where they stood. */
void
scr_map_canvas_end_move (ScrMapCanvas *self, gboolean keep)
{
  for (guint i = 0; i < self->moved->len; i++)
    {
      guint card = g_array_index (self->moved, guint, i);
      ScrPoint origin = g_array_index (self->origins, ScrPoint, i);
      GtkWidget *face = scr_map_canvas_find_face (self, scr_map_canvas_get_card_id (self, card));

      if (face != NULL)
        scr_map_card_face_set_dragged (SCR_MAP_CARD_FACE (face), FALSE);
      if (!keep)
        scr_map_scene_move (self->scene, card, origin.x, origin.y);
    }
  self->guide_x = self->guide_y = NAN;
  scr_map_scene_settle (self->scene);
  scr_map_canvas_update (self);
  if (keep && has_moved (self))
    scr_map_canvas_emit_moves (self);
  g_array_set_size (self->moved, 0);
  g_array_set_size (self->origins, 0);
}

/**
 * scr_map_canvas_move_selected:
 * @self: a canvas
 * @dx: px of the map
 * @dy: px of the map
 *
 * Moves the selected cards as if they had been dragged.
 */
void
scr_map_canvas_move_selected (ScrMapCanvas *self, double dx, double dy)
{
  if (self->scene == NULL || !self->editable || self->deed != SCR_MAP_IDLE)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  scr_map_canvas_begin_move (self);
  scr_map_canvas_move_by (self, dx, dy, FALSE);
  scr_map_canvas_end_move (self, TRUE);
}

/* --- To another layout --- */

static void
on_animated (double value, gpointer user_data)
{
  ScrMapCanvas *self = user_data;

  for (guint i = 0; i < self->animated_from->len; i++)
    {
      ScrPoint from = g_array_index (self->animated_from, ScrPoint, i);
      ScrPoint to = g_array_index (self->animated_to, ScrPoint, i);

      if (from.x != to.x || from.y != to.y)
        scr_map_scene_move (self->scene, i, from.x + (to.x - from.x) * value,
                            from.y + (to.y - from.y) * value);
    }
  scr_map_canvas_update (self);
}

static void
on_animation_done (ScrMapCanvas *self)
{
  scr_map_scene_settle (self->scene);
  scr_map_canvas_update (self);
}

/* Their places are those of the new map at once; only the eye is led there. */
void
scr_map_canvas_animate_from (ScrMapCanvas *self, const ScrPoint *from)
{
  const ScrMap *map = scr_map_scene_get_map (self->scene);
  AdwAnimationTarget *target;

  if (!adw_get_enable_animations (GTK_WIDGET (self)) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  g_clear_pointer (&self->animated_from, g_array_unref);
  g_clear_pointer (&self->animated_to, g_array_unref);
  self->animated_from = g_array_new (FALSE, FALSE, sizeof (ScrPoint));
  self->animated_to = g_array_new (FALSE, FALSE, sizeof (ScrPoint));
  g_array_append_vals (self->animated_from, from, map->cards->len);
  for (guint i = 0; i < map->cards->len; i++)
    {
      ScrPoint to = {scr_map_get_card (map, i)->x, scr_map_get_card (map, i)->y};

      g_array_append_val (self->animated_to, to);
    }
  target = adw_callback_animation_target_new (on_animated, self, NULL);
  self->animation = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION, target);
  g_signal_connect_swapped (self->animation, "done", G_CALLBACK (on_animation_done), self);
  adw_animation_play (self->animation);
}

/* Whoever is on their way is there. */
void
scr_map_canvas_stop_animation (ScrMapCanvas *self)
{
  g_autoptr (AdwAnimation) animation = g_steal_pointer (&self->animation);

  if (animation == NULL)
    return;
  g_signal_handlers_disconnect_by_data (animation, self);
  if (adw_animation_get_state (animation) == ADW_ANIMATION_PLAYING)
    {
      adw_animation_skip (animation);
      scr_map_scene_settle (self->scene);
    }
}
