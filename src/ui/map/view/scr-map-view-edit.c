/* What a person does on the map: each deed one change. See scr-map-view.h. */
#include "config.h"

#include "scr-map-view-private.h"

#include "scr-commands.h"
#include "scr-format.h"
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

  self->layout = g_str_equal (g_variant_get_string (layout, NULL), SCR_LAYOUT_CLUSTERS) ? SCR_LAYOUT_CLUSTERS
                                                                                     : SCR_LAYOUT_HIERARCHY;
  g_simple_action_set_state (action, layout);
  self->smoothly = TRUE;
  scr_map_view_refresh (self);
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
    message = g_strdup_printf (ngettext ("%u thing is in the bin", "%u things are in the bin", items->len), items->len);
  if (!scr_command_bin (self->store, items, &error))
    scr_context_fail (get_context (self), error);
  else
    {
      scr_context_set_selected (get_context (self), NULL);
      scr_context_toast (get_context (self), message, TRUE);
    }
}

static void
on_made (ScrItem *item, gpointer user_data)
{
  scr_context_open_item (get_context (user_data), item);
}

static void
on_new (GSimpleAction *action, GVariant *kind, gpointer user_data)
{
  ScrMapView *self = user_data;

  if (scr_map_view_is_writable (self))
    scr_new_item_begin (get_context (self), GTK_WIDGET (self), g_variant_get_string (kind, NULL), NULL, NULL, NULL,
                        on_made, g_object_ref (self), g_object_unref);
}

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

  enable (self, "open", items->len == 1);
  enable (self, "delete", writable && items->len > 0);
  enable (self, "new", writable);
}

void
scr_map_view_add_actions (ScrMapView *self)
{
  const GActionEntry entries[] = {
      {"face", on_face, "s", "'map'", NULL},
      {"layout", on_layout, "s", "'hierarchy'", NULL},
      {"zoom-in", on_zoom, NULL, NULL, NULL},
      {"zoom-out", on_zoom, NULL, NULL, NULL},
      {"zoom-reset", on_zoom, NULL, NULL, NULL},
      {"fit-all", on_fit, NULL, NULL, NULL},
      {"fit-selection", on_fit, NULL, NULL, NULL},
      {"open", on_open, NULL, NULL, NULL},
      {"delete", on_delete, NULL, NULL, NULL},
      {"new", on_new, "s", NULL, NULL},
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

void
scr_map_view_connect_canvas (ScrMapView *self)
{
  g_signal_connect_object (self->canvas, "item-opened", G_CALLBACK (on_item_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "delete-asked", G_CALLBACK (on_delete_asked), self, G_CONNECT_SWAPPED);
}
