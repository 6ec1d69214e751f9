/* The widgets of the cards that are visible. See scr-map-canvas.h. */
#include "config.h"

#include "scr-map-canvas-private.h"

#include <math.h>

/* Cards this far outside the view keep their widgets, px of the widget. */
#define MARGIN 80
/* Widgets of cards that are kept for the next that come into view. */
#define MOST_SPARE 64

GtkWidget *
scr_map_canvas_find_face (ScrMapCanvas *self, const char *id)
{
  return id != NULL ? g_hash_table_lookup (self->faces, id) : NULL;
}

/* What is not shown is not read out either. */
void
scr_map_canvas_show_child (GtkWidget *face, gboolean shown)
{
  gtk_widget_set_child_visible (face, shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (face), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
}

static void
put_away (ScrMapCanvas *self, GtkWidget *face)
{
  /* The keyboard stays on the map when its card is deleted. */
  if (gtk_widget_has_focus (face))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  scr_map_card_face_set_handles (SCR_MAP_CARD_FACE (face), FALSE);
  scr_map_card_face_set_dragged (SCR_MAP_CARD_FACE (face), FALSE);
  scr_map_canvas_show_child (face, FALSE);
  if (self->spare->len < MOST_SPARE)
    g_ptr_array_add (self->spare, face);
  else
    gtk_widget_unparent (face);
}

static GtkWidget *
take_face (ScrMapCanvas *self)
{
  GtkWidget *face;

  if (self->spare->len > 0)
    face = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  else
    {
      face = scr_map_card_face_new ();
      gtk_widget_set_parent (face, GTK_WIDGET (self));
    }
  scr_map_canvas_show_child (face, TRUE);
  return face;
}

static const ScrMapBadge *
get_top_badge (ScrMapCanvas *self, const ScrMapCard *card)
{
  return self->top != NULL ? g_hash_table_lookup (self->top, scr_item_get_id (card->item)) : NULL;
}

static const ScrMapBadge *
get_bottom_badge (ScrMapCanvas *self, const ScrMapCard *card)
{
  return self->bottom != NULL ? g_hash_table_lookup (self->bottom, scr_item_get_id (card->item)) : NULL;
}

static void
show_face (ScrMapCanvas *self, guint index)
{
  const ScrMapCard *card = scr_map_get_card (scr_map_scene_get_map (self->scene), index);
  const char *id = scr_item_get_id (card->item);
  GtkWidget *face = scr_map_canvas_find_face (self, id);

  if (face != NULL)
    return;
  face = take_face (self);
  scr_map_card_face_show (SCR_MAP_CARD_FACE (face), card, get_top_badge (self, card),
                          get_bottom_badge (self, card));
  scr_map_card_face_set_selected (SCR_MAP_CARD_FACE (face), g_hash_table_contains (self->selected, id));
  g_hash_table_insert (self->faces, g_strdup (id), face);
}

static gboolean
is_wanted (ScrMapCanvas *self, guint index, const ScrBox *around)
{
  return (!self->boxed
          && scr_box_intersects (scr_map_scene_get_box (self->scene, index), around))
         || g_strcmp0 (scr_map_canvas_get_card_id (self, index), self->current) == 0;
}

static gboolean
remove_if_gone (gpointer id, gpointer face, gpointer user_data)
{
  ScrMapCanvas *self = user_data;
  ScrBox around;
  int index = self->scene != NULL ? scr_map_find_card (scr_map_scene_get_map (self->scene), id) : -1;

  scr_map_canvas_get_visible (self, &around);
  around.x -= MARGIN / self->zoom;
  around.y -= MARGIN / self->zoom;
  around.width += 2 * MARGIN / self->zoom;
  around.height += 2 * MARGIN / self->zoom;
  if (index >= 0 && is_wanted (self, (guint)index, &around))
    return FALSE;
  put_away (self, face);
  return TRUE;
}

/* The cards that are seen now; valid until the next call. */
const GArray *
scr_map_canvas_list_visible (ScrMapCanvas *self)
{
  ScrBox visible;

  g_array_set_size (self->visible, 0);
  scr_map_canvas_get_visible (self, &visible);
  if (self->scene != NULL)
    scr_map_scene_list_cards (self->scene, &visible, self->visible);
  return self->visible;
}

/* Gives widgets to the cards that are visible now, and takes them from the others. */
void
scr_map_canvas_match_faces (ScrMapCanvas *self)
{
  int current = scr_map_canvas_get_current_card (self);
  const GArray *visible = scr_map_canvas_list_visible (self);

  self->boxed = self->zoom < SCR_MAP_LEGIBLE_ZOOM && visible->len > SCR_MAP_MOST_SMALL_FACES;
  g_hash_table_foreach_remove (self->faces, remove_if_gone, self);
  if (self->scene == NULL)
    return;
  if (current >= 0)
    show_face (self, (guint)current);
  for (guint i = 0; i < visible->len && !self->boxed; i++)
    show_face (self, g_array_index (visible, guint, i));
}

static void
place_face (ScrMapCanvas *self, guint index)
{
  GtkWidget *face = scr_map_canvas_find_face (self, scr_map_canvas_get_card_id (self, index));
  const ScrBox *box = scr_map_scene_get_box (self->scene, index);
  ScrPoint place = scr_map_canvas_from_map (self, box->x, box->y);
  GskTransform *transform;

  if (face == NULL)
    return;
  transform
      = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)round (place.x), (float)round (place.y)));
  transform = gsk_transform_scale (transform, (float)self->zoom, (float)self->zoom);
  gtk_widget_allocate (face, (int)box->width, (int)box->height, -1, transform);
}

void
scr_map_canvas_place_faces (ScrMapCanvas *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      int index = scr_map_find_card (scr_map_scene_get_map (self->scene), id);

      if (index >= 0)
        place_face (self, (guint)index);
    }
}

/* Their cards may show other words now. */
void
scr_map_canvas_refresh_faces (ScrMapCanvas *self)
{
  GHashTableIter iter;
  gpointer id, face;

  g_hash_table_iter_init (&iter, self->faces);
  while (g_hash_table_iter_next (&iter, &id, &face))
    {
      int index = scr_map_find_card (scr_map_scene_get_map (self->scene), id);
      const ScrMapCard *card;

      if (index < 0)
        continue;
      card = scr_map_get_card (scr_map_scene_get_map (self->scene), (guint)index);
      scr_map_card_face_show (face, card, get_top_badge (self, card), get_bottom_badge (self, card));
      scr_map_card_face_set_selected (face, g_hash_table_contains (self->selected, id));
    }
}

/**
 * scr_map_canvas_get_n_faces:
 * @self: a canvas
 *
 * Returns: how many cards have widgets at the moment
 */
guint
scr_map_canvas_get_n_faces (ScrMapCanvas *self)
{
  return g_hash_table_size (self->faces);
}

/**
 * scr_map_canvas_get_face:
 * @self: a canvas
 * @id: identity of a card
 *
 * Returns: (transfer none) (nullable): its widget, if it is visible
 */
GtkWidget *
scr_map_canvas_get_face (ScrMapCanvas *self, const char *id)
{
  return scr_map_canvas_find_face (self, id);
}
