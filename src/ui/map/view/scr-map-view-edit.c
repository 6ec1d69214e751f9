/* What a person does on the map: each deed one change. See scr-map-view.h. */
#include "config.h"

#include "scr-map-view-private.h"

#include "scr-commands.h"
#include "scr-format.h"
#include "scr-choices.h"
#include "scr-chooser.h"
#include "scr-map-commands.h"
#include "scr-map-roles.h"
#include "scr-new-item.h"

#include <glib/gi18n-lib.h>

#define ZOOM_STEP 1.2

static ScrContext *
get_context (ScrMapView *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

/* --- What is seen --- */

static void
on_face (GSimpleAction *action, GVariant *face, gpointer user_data)
{
  scr_map_view_show_face (user_data, g_variant_get_string (face, NULL));
}

static void
on_zoom (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMapCanvas *canvas = SCR_MAP_VIEW (user_data)->canvas;
  const char *name = g_action_get_name (G_ACTION (action));

  if (g_str_equal (name, "zoom-reset"))
    scr_map_canvas_set_zoom (canvas, 1);
  else
    scr_map_canvas_set_zoom (canvas, scr_map_canvas_get_zoom (canvas)
                                         * (g_str_equal (name, "zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP));
}

static void
on_fit (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMapCanvas *canvas = SCR_MAP_VIEW (user_data)->canvas;

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "fit-all"))
    scr_map_canvas_fit_all (canvas);
  else
    scr_map_canvas_fit_selection (canvas);
}

static void
on_layout (GSimpleAction *action, GVariant *layout, gpointer user_data)
{
  ScrMapView *self = user_data;

  scr_map_view_set_layout (self, g_variant_get_string (layout, NULL));
  self->smoothly = TRUE;
  scr_map_view_refresh (self);
}

/* The map on paper, as it is shown: the report's page has the preview, the sheet's size, printing and
 * exporting. */
void
scr_map_view_show_report (ScrMapView *self)
{
  g_autoptr (ScrReportRequest) wanted = NULL;

  if (self->store == NULL)
    return;
  wanted = scr_report_request_new (scr_store_get_path (self->store), "map");
  wanted->partnership = g_strdup (scr_context_get_partnership (get_context (self)));
  wanted->day = g_strdup (self->day);
  wanted->layout = g_strdup (self->layout);
  scr_context_show_report (get_context (self), wanted);
}

static void
on_print (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_map_view_show_report (user_data);
}

static void
on_roles (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  scr_map_roles_present (get_context (user_data), user_data);
}

/* --- The selected things --- */

static void
on_open (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMapView *self = user_data;
  ScrItem *item = scr_map_canvas_get_current (self->canvas);

  if (item != NULL)
    scr_context_set_selected (get_context (self), item);
}

static void
on_delete (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMapView *self = user_data;
  g_autoptr (GPtrArray) items = scr_map_canvas_list_selected (self->canvas);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *message = NULL;

  if (items->len == 0 || !scr_map_view_is_writable (self))
    return;
  title = scr_format_title (NULL, SCR_SOURCE (self->store), g_ptr_array_index (items, 0));
  if (items->len == 1)
    /* TRANSLATORS: %s is the title of what was deleted */
    message = g_strdup_printf (_ ("“%s” is in the bin"), title);
  else
    message = g_strdup_printf (ngettext ("%u thing is in the bin", "%u things are in the bin", items->len),
                               items->len);
  if (!scr_command_bin (self->store, items, &error))
    scr_context_fail (get_context (self), error);
  else
    {
      scr_context_set_selected (get_context (self), NULL);
      scr_context_toast (get_context (self), message, TRUE);
    }
}

/* --- Places --- */

/* The cards that were moved, and those that had no place yet: else these would stand elsewhere from now on.
 */
static GArray *
list_places (ScrMapView *self, const ScrMapMove *moves, guint n_moves)
{
  const ScrMap *map = scr_map_canvas_get_map (self->canvas);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (ScrCardPlace));
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_moves; i++)
    {
      ScrCardPlace place = {scr_item_get_id (moves[i].card), moves[i].x, moves[i].y};

      g_array_append_val (places, place);
      g_hash_table_add (moved, moves[i].card);
    }
  for (guint i = 0; i < map->cards->len; i++)
    {
      const ScrMapCard *card = scr_map_get_card (map, i);
      ScrCardPlace place = {scr_item_get_id (card->item), card->x, card->y};

      if (!card->placed && !g_hash_table_contains (moved, card->item))
        g_array_append_val (places, place);
    }
  return places;
}

static void
on_cards_moved (ScrMapView *self, const ScrMapMove *moves, guint n_moves)
{
  g_autoptr (GArray) places = list_places (self, moves, n_moves);
  g_autoptr (GError) error = NULL;

  if (scr_command_place_cards (self->store, scr_context_get_partnership (get_context (self)), self->layout,
                               (const ScrCardPlace *)(gconstpointer)places->data, places->len, SCR_PLACE_MOVE,
                               &error))
    return;
  scr_context_fail (get_context (self), error);
  /* They stand where they stood. */
  self->smoothly = TRUE;
  scr_map_view_refresh_soon (self);
}

static void
on_move (GSimpleAction *action, GVariant *where, gpointer user_data)
{
  ScrMapView *self = user_data;
  const char *direction = g_variant_get_string (where, NULL);
  double dx = g_str_equal (direction, "left") ? -60 : g_str_equal (direction, "right") ? 60 : 0;
  double dy = g_str_equal (direction, "up") ? -60 : g_str_equal (direction, "down") ? 60 : 0;

  scr_map_canvas_move_selected (self->canvas, dx, dy);
}

/* --- Links --- */

/* Asks as what the one is linked to the other. */
static void
begin_link (ScrMapView *self, ScrItem *from, ScrItem *to, const GdkRectangle *where)
{
  g_autoptr (GPtrArray) kinds = scr_choices_list (SCR_SOURCE (self->store), "link-kind", NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();
  g_autofree char *title = scr_format_title (NULL, SCR_SOURCE (self->store), to);
  g_autofree char *label = NULL;

  for (guint i = 0; i < kinds->len; i++)
    {
      g_autoptr (GMenuItem) item
          = g_menu_item_new (scr_item_get_text (g_ptr_array_index (kinds, i), "label"), NULL);

      g_menu_item_set_action_and_target (item, "map.link-as", "s",
                                         scr_item_get_id (g_ptr_array_index (kinds, i)));
      g_menu_append_item (section, item);
    }
  /* TRANSLATORS: above the kinds of link, as in "chairs"; %s is the card that the link leads to. */
  label = g_strdup_printf (_ ("Link to “%s”: it…"), title);
  g_menu_append_section (menu, label, G_MENU_MODEL (section));
  g_set_object (&self->link_from, from);
  g_set_object (&self->link_to, to);
  scr_map_view_popup_menu (self, G_MENU_MODEL (menu), where);
}

static void
on_link_drawn (ScrMapView *self, ScrItem *from, ScrItem *to, const GdkRectangle *where)
{
  if (scr_map_view_is_writable (self))
    begin_link (self, from, to, where);
}

static void
on_link_as (GSimpleAction *action, GVariant *kind, gpointer user_data)
{
  ScrMapView *self = user_data;
  g_autoptr (ScrItem) from = g_steal_pointer (&self->link_from);
  g_autoptr (ScrItem) to = g_steal_pointer (&self->link_to);
  g_autoptr (ScrItem) link = NULL;
  g_autoptr (GError) error = NULL;

  if (from == NULL || to == NULL)
    return;
  link = scr_command_link_cards (self->store, from, to, g_variant_get_string (kind, NULL),
                                 scr_context_get_partnership (get_context (self)),
                                 scr_map_canvas_get_map (self->canvas)->day, &error);
  if (link == NULL)
    scr_context_fail (get_context (self), error);
  else
    scr_map_view_reveal (self, link);
}

static void
on_target_chosen (ScrMapView *self, ScrItem *to)
{
  ScrItem *from = scr_map_canvas_get_current (self->canvas);
  GdkRectangle where;

  scr_map_view_get_current_place (self, &where);
  if (from != NULL && scr_map_find_card (scr_map_canvas_get_map (self->canvas), scr_item_get_id (from)) >= 0)
    begin_link (self, from, to, &where);
}

/* The way without dragging: the other card by typing its name. */
static void
on_link_to (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMapView *self = user_data;
  GtkWidget *chooser;
  GdkRectangle where;

  if (scr_map_canvas_get_current (self->canvas) == NULL || !scr_map_view_is_writable (self))
    return;
  scr_map_view_get_current_place (self, &where);
  chooser = scr_chooser_new (get_context (self), "organisation group appointment person partnership");
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (on_target_chosen), self, G_CONNECT_SWAPPED);
  scr_map_view_popup (self, GTK_POPOVER (chooser), &where);
  scr_chooser_begin (SCR_CHOOSER (chooser), "");
}

static void
on_link_state (GSimpleAction *action, GVariant *state, gpointer user_data)
{
  ScrMapView *self = user_data;
  ScrItem *link = scr_map_canvas_get_current (self->canvas);
  g_autoptr (GError) error = NULL;

  if (link != NULL && g_str_equal (scr_item_get_kind (link)->name, "link")
      && !scr_command_set_text (self->store, link, "state", g_variant_get_string (state, NULL), &error))
    scr_context_fail (get_context (self), error);
}

/* --- New cards --- */

static void
on_made (ScrItem *item, gpointer user_data)
{
  scr_context_open_item (get_context (user_data), item);
}

static void
on_new (GSimpleAction *action, GVariant *kind, gpointer user_data)
{
  ScrMapView *self = user_data;
  const char *name = g_variant_get_string (kind, NULL);
  ScrBox visible;

  if (!scr_map_view_is_writable (self))
    return;
  scr_map_canvas_get_visible (self->canvas, &visible);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->canvas)))
    scr_new_item_begin (get_context (self), GTK_WIDGET (self), name, NULL, NULL, NULL, on_made,
                        g_object_ref (self), g_object_unref);
  else if (self->has_menu_place)
    scr_map_view_ask_new_card (self, name, self->menu_x, self->menu_y);
  else
    scr_map_view_ask_new_card (self, name, visible.x + visible.width / 2, visible.y + visible.height / 2);
}

static void
on_create_at (ScrMapView *self, double x, double y)
{
  if (scr_map_view_is_writable (self))
    scr_map_view_ask_new_card (self, "group", x, y);
}

static void
on_rename (GSimpleAction *action, GVariant *unused, gpointer user_data)
{
  ScrMapView *self = user_data;
  ScrItem *item = scr_map_canvas_get_current (self->canvas);

  if (item != NULL && scr_map_view_is_writable (self))
    scr_map_view_ask_name (self, item);
}

/* --- What may be done --- */

static void
enable (ScrMapView *self, const char *name, gboolean enabled)
{
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), enabled);
}

/* Only what makes sense for what is selected. */
void
scr_map_view_update_actions (ScrMapView *self)
{
  g_autoptr (GPtrArray) items = scr_map_canvas_list_selected (self->canvas);
  gboolean writable = scr_map_view_is_writable (self);

  ScrItem *one = items->len == 1 ? g_ptr_array_index (items, 0) : NULL;
  gboolean link = one != NULL && g_str_equal (scr_item_get_kind (one)->name, "link");

  enable (self, "open", one != NULL);
  enable (self, "rename", writable && one != NULL && !link);
  enable (self, "link-to", writable && one != NULL && !link);
  enable (self, "link-state", writable && link);
  enable (self, "move", writable && items->len > 0 && !link);
  enable (self, "tidy", writable && self->tidying == NULL);
  enable (self, "delete", writable && items->len > 0);
  enable (self, "new", writable);
}

void
scr_map_view_add_actions (ScrMapView *self)
{
  const GActionEntry entries[] = {
      {"face", on_face, "s", "'map'", NULL},
      {"layout", on_layout, "s", "'hierarchy'", NULL},
      {"print", on_print, NULL, NULL, NULL},
      {"roles", on_roles, NULL, NULL, NULL},
      {"zoom-in", on_zoom, NULL, NULL, NULL},
      {"zoom-out", on_zoom, NULL, NULL, NULL},
      {"zoom-reset", on_zoom, NULL, NULL, NULL},
      {"fit-all", on_fit, NULL, NULL, NULL},
      {"fit-selection", on_fit, NULL, NULL, NULL},
      {"open", on_open, NULL, NULL, NULL},
      {"delete", on_delete, NULL, NULL, NULL},
      {"new", on_new, "s", NULL, NULL},
      {"rename", on_rename, NULL, NULL, NULL},
      {"move", on_move, "s", NULL, NULL},
      {"link-to", on_link_to, NULL, NULL, NULL},
      {"link-as", on_link_as, "s", NULL, NULL},
      {"link-state", on_link_state, "s", NULL, NULL},
      {"occasions", scr_map_view_on_occasions, NULL, NULL, NULL},
      {"tidy", scr_map_view_on_tidy, "s", NULL, NULL},
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", G_ACTION_GROUP (self->actions));
}

static void
on_item_opened (ScrMapView *self, ScrItem *item)
{
  scr_context_set_selected (get_context (self), item);
}

static void
activate (ScrMapView *self, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (self->actions), name, NULL);
}

static void
on_delete_asked (ScrMapView *self)
{
  activate (self, "delete");
}

static void
on_rename_asked (ScrMapView *self)
{
  activate (self, "rename");
}

static void
on_link_asked (ScrMapView *self)
{
  activate (self, "link-to");
}

void
scr_map_view_connect_canvas (ScrMapView *self)
{
  g_signal_connect_object (self->canvas, "item-opened", G_CALLBACK (on_item_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "delete-asked", G_CALLBACK (on_delete_asked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "rename-asked", G_CALLBACK (on_rename_asked), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "link-asked", G_CALLBACK (on_link_asked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "cards-moved", G_CALLBACK (on_cards_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "link-drawn", G_CALLBACK (on_link_drawn), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "create-at", G_CALLBACK (on_create_at), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "menu-asked", G_CALLBACK (scr_map_view_show_menu), self,
                           G_CONNECT_SWAPPED);
}
