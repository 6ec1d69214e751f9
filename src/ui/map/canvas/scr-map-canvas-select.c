/* What is selected on the map, and where the keyboard is. See scr-map-canvas.h. */
#include "config.h"

#include "scr-map-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Between a card that is brought into view and the edge, px of the widget. */
#define REVEAL_MARGIN 36

const char *
scr_map_canvas_get_card_id (ScrMapCanvas *self, guint card)
{
  return scr_item_get_id (scr_map_get_card (scr_map_scene_get_map (self->scene), card)->item);
}

int
scr_map_canvas_get_current_card (ScrMapCanvas *self)
{
  return self->scene != NULL ? scr_map_find_card (scr_map_scene_get_map (self->scene), self->current) : -1;
}

static void
set_current (ScrMapCanvas *self, const char *card, const char *link)
{
  g_autofree char *old = g_steal_pointer (&self->current);

  self->current = g_strdup (card);
  g_free (self->current_link);
  self->current_link = g_strdup (link);
}

/* --- The selected link as a widget --- */

static char *
describe_link (const ScrMap *map, const ScrMapLink *link)
{
  /* TRANSLATORS: a link of the map: from whom, what, to whom, as in "Police lead, accountable to: partial,
   * Metropolitan Police". */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), scr_map_get_card (map, link->from)->title, link->label,
                          scr_map_get_card (map, link->to)->title);
}

/* A label does not take the keyboard: what holds it does. */
static GtkWidget *
new_link_label (ScrMapCanvas *self)
{
  GtkWidget *bin = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, NULL);

  gtk_widget_add_css_class (bin, "map-link");
  gtk_widget_set_focusable (bin, TRUE);
  adw_bin_set_child (ADW_BIN (bin), gtk_label_new (NULL));
  gtk_widget_set_parent (bin, GTK_WIDGET (self));
  return bin;
}

/* Only the selected link has a widget: its label, which the keyboard and assistive technology can reach. */
void
scr_map_canvas_show_link_label (ScrMapCanvas *self)
{
  const ScrMap *map = scr_map_canvas_get_map (self);
  int index = map != NULL ? scr_map_find_link (map, self->current_link) : -1;
  g_autofree char *words = NULL;

  if (index < 0)
    {
      g_clear_pointer (&self->link_label, gtk_widget_unparent);
      return;
    }
  if (self->link_label == NULL)
    self->link_label = new_link_label (self);
  words = describe_link (map, scr_map_get_link (map, (guint)index));
  gtk_label_set_text (GTK_LABEL (adw_bin_get_child (ADW_BIN (self->link_label))),
                      scr_map_get_link (map, (guint)index)->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_label), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_widget_set_tooltip_text (self->link_label, words);
}

void
scr_map_canvas_place_link_label (ScrMapCanvas *self)
{
  const ScrMap *map = scr_map_canvas_get_map (self);
  int index = self->link_label != NULL ? scr_map_find_link (map, self->current_link) : -1;
  GtkRequisition size;
  ScrPoint place;

  if (index < 0)
    return;
  place = scr_map_scene_get_route (self->scene, (guint)index)->label;
  place = scr_map_canvas_from_map (self, place.x, place.y);
  gtk_widget_get_preferred_size (self->link_label, NULL, &size);
  gtk_widget_size_allocate (self->link_label,
                            &(GtkAllocation) {(int)place.x - size.width / 2, (int)place.y - size.height / 2,
                                              size.width, size.height},
                            -1);
}

/* --- Selecting --- */

static void
mark_face (ScrMapCanvas *self, const char *id, gboolean selected)
{
  GtkWidget *face = scr_map_canvas_find_face (self, id);

  if (face != NULL)
    scr_map_card_face_set_selected (SCR_MAP_CARD_FACE (face), selected);
}

static void
clear (ScrMapCanvas *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    mark_face (self, id, FALSE);
  g_hash_table_remove_all (self->selected);
}

static void
selection_changed (ScrMapCanvas *self)
{
  scr_map_canvas_show_link_label (self);
  scr_map_canvas_update (self);
  scr_map_canvas_emit (self, "selection-changed");
}

/* @add: with what is selected already, or no more if it is. */
void
scr_map_canvas_select_card (ScrMapCanvas *self, guint card, gboolean add)
{
  g_autofree char *id = g_strdup (scr_map_canvas_get_card_id (self, card));

  if (!add)
    clear (self);
  else if (self->current_link != NULL)
    g_hash_table_remove (self->selected, self->current_link);
  if (add && g_hash_table_remove (self->selected, id))
    mark_face (self, id, FALSE);
  else
    {
      g_hash_table_add (self->selected, g_strdup (id));
      mark_face (self, id, TRUE);
    }
  set_current (self, id, NULL);
  selection_changed (self);
}

void
scr_map_canvas_select_link (ScrMapCanvas *self, guint link)
{
  const ScrMap *map = scr_map_scene_get_map (self->scene);
  g_autofree char *id = g_strdup (scr_item_get_id (scr_map_get_link (map, link)->item));
  g_autofree char *card = g_strdup (self->current);

  clear (self);
  g_hash_table_add (self->selected, g_strdup (id));
  set_current (self, card, id);
  selection_changed (self);
}

void
scr_map_canvas_select_within (ScrMapCanvas *self, const ScrBox *within, gboolean add)
{
  const ScrMap *map = scr_map_scene_get_map (self->scene);

  if (!add)
    clear (self);
  for (guint i = 0; i < map->cards->len; i++)
    if (scr_box_intersects (scr_map_scene_get_box (self->scene, i), within))
      {
        g_hash_table_add (self->selected, g_strdup (scr_map_canvas_get_card_id (self, i)));
        mark_face (self, scr_map_canvas_get_card_id (self, i), TRUE);
        set_current (self, scr_map_canvas_get_card_id (self, i), NULL);
      }
  selection_changed (self);
}

/* After another map: what is not on it is no longer selected. */
void
scr_map_canvas_forget_missing (ScrMapCanvas *self)
{
  const ScrMap *map = scr_map_canvas_get_map (self);
  GHashTableIter iter;
  gpointer id;
  gboolean changed = FALSE;

  g_hash_table_iter_init (&iter, self->selected);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (map == NULL || (scr_map_find_card (map, id) < 0 && scr_map_find_link (map, id) < 0))
      {
        g_hash_table_iter_remove (&iter);
        changed = TRUE;
      }
  if (map == NULL || scr_map_find_card (map, self->current) < 0)
    g_clear_pointer (&self->current, g_free);
  if (map == NULL || scr_map_find_link (map, self->current_link) < 0)
    g_clear_pointer (&self->current_link, g_free);
  if (changed)
    scr_map_canvas_emit (self, "selection-changed");
}

/**
 * scr_map_canvas_select:
 * @self: a canvas
 * @id: identity of a card or a link
 * @reveal: whether it is to be brought into view
 *
 * Selects it alone. What the map does not show selects nothing.
 */
void
scr_map_canvas_select (ScrMapCanvas *self, const char *id, gboolean reveal)
{
  const ScrMap *map = scr_map_canvas_get_map (self);
  int card = map != NULL ? scr_map_find_card (map, id) : -1;
  int link = map != NULL && card < 0 ? scr_map_find_link (map, id) : -1;

  if (card >= 0)
    {
      if (!g_hash_table_contains (self->selected, id) || g_hash_table_size (self->selected) > 1)
        scr_map_canvas_select_card (self, (guint)card, FALSE);
      if (reveal)
        scr_map_canvas_reveal (self, scr_map_scene_get_box (self->scene, (guint)card));
    }
  else if (link >= 0)
    {
      ScrBox bounds;

      if (g_strcmp0 (self->current_link, id) != 0)
        scr_map_canvas_select_link (self, (guint)link);
      scr_route_get_bounds (scr_map_scene_get_route (self->scene, (guint)link), &bounds);
      if (reveal)
        scr_map_canvas_reveal (self, &bounds);
    }
  else
    scr_map_canvas_select_none (self);
}

/**
 * scr_map_canvas_select_none:
 * @self: a canvas
 */
void
scr_map_canvas_select_none (ScrMapCanvas *self)
{
  g_autofree char *card = g_strdup (self->current);

  if (g_hash_table_size (self->selected) == 0)
    return;
  clear (self);
  set_current (self, card, NULL);
  selection_changed (self);
}

/**
 * scr_map_canvas_list_selected:
 * @self: a canvas
 *
 * Returns: (transfer full) (element-type ScrItem): the cards that are selected, or the link, in the map's
 * order
 */
GPtrArray *
scr_map_canvas_list_selected (ScrMapCanvas *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  const ScrMap *map = scr_map_canvas_get_map (self);
  int link = map != NULL ? scr_map_find_link (map, self->current_link) : -1;

  for (guint i = 0; map != NULL && i < map->cards->len; i++)
    if (g_hash_table_contains (self->selected, scr_map_canvas_get_card_id (self, i)))
      g_ptr_array_add (items, g_object_ref (scr_map_get_card (map, i)->item));
  if (link >= 0)
    g_ptr_array_add (items, g_object_ref (scr_map_get_link (map, (guint)link)->item));
  return items;
}

/**
 * scr_map_canvas_get_current:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): the link that is selected, else the card where the keyboard is
 */
ScrItem *
scr_map_canvas_get_current (ScrMapCanvas *self)
{
  const ScrMap *map = scr_map_canvas_get_map (self);
  int link = map != NULL ? scr_map_find_link (map, self->current_link) : -1;
  int card = scr_map_canvas_get_current_card (self);

  if (link >= 0)
    return scr_map_get_link (map, (guint)link)->item;
  return card >= 0 ? scr_map_get_card (map, (guint)card)->item : NULL;
}

/* --- Into view --- */

/* How far to go so that what lies from @begin to @end is seen between 0 and @size. */
static double
get_shift (double begin, double end, double size)
{
  if (begin < REVEAL_MARGIN || end - begin > size - 2 * REVEAL_MARGIN)
    return begin - REVEAL_MARGIN;
  return end > size - REVEAL_MARGIN ? end - size + REVEAL_MARGIN : 0;
}

/* As little as needed. */
void
scr_map_canvas_reveal (ScrMapCanvas *self, const ScrBox *box)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  ScrPoint begin = scr_map_canvas_from_map (self, box->x, box->y);
  ScrPoint end = scr_map_canvas_from_map (self, box->x + box->width, box->y + box->height);
  double dx = get_shift (begin.x, end.x, width), dy = get_shift (begin.y, end.y, height);

  if (width <= 0 || (begin.x >= 0 && begin.y >= 0 && end.x <= width && end.y <= height)
      || (dx == 0 && dy == 0))
    return;
  self->fitted = FALSE;
  self->x += dx / self->zoom;
  self->y += dy / self->zoom;
  scr_map_canvas_view_changed (self);
}

/* The keyboard comes to the card where it was. Who only passes by selects nothing. */
gboolean
scr_map_canvas_enter (ScrMapCanvas *self)
{
  g_autofree char *link = g_strdup (self->current_link);
  g_autofree char *id
      = g_strdup (self->current != NULL ? self->current : scr_map_canvas_get_card_id (self, 0));
  int card = scr_map_find_card (scr_map_scene_get_map (self->scene), id);
  GtkWidget *face;

  set_current (self, id, link);
  scr_map_canvas_update (self);
  if (card >= 0)
    scr_map_canvas_reveal (self, scr_map_scene_get_box (self->scene, (guint)card));
  face = scr_map_canvas_find_face (self, id);
  return face != NULL && gtk_widget_grab_focus (face);
}

/* Before something is done by a key: to the card where the keyboard is, if nothing is selected. */
void
scr_map_canvas_select_current (ScrMapCanvas *self)
{
  int card = scr_map_canvas_get_current_card (self);

  if (card >= 0 && g_hash_table_size (self->selected) == 0)
    scr_map_canvas_select_card (self, (guint)card, FALSE);
}

/**
 * scr_map_canvas_focus_card:
 * @self: a canvas
 * @id: identity of a card
 *
 * Selects it, brings it into view and gives it the keyboard.
 *
 * Returns: whether it is there
 */
gboolean
scr_map_canvas_focus_card (ScrMapCanvas *self, const char *id)
{
  g_autofree char *kept = g_strdup (id);
  GtkWidget *face;

  if (self->scene == NULL || scr_map_find_card (scr_map_scene_get_map (self->scene), id) < 0)
    return FALSE;
  scr_map_canvas_select (self, kept, TRUE);
  face = scr_map_canvas_find_face (self, kept);
  return face != NULL && gtk_widget_grab_focus (face);
}
