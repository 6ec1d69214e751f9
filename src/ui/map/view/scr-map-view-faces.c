/* The faces of the map: canvas, table, comparison, lists. See scr-map-view.h. */
#include "config.h"

#include "scr-map-view-private.h"

#include <glib/gi18n-lib.h>

static void
add_face_button (GtkWidget *box, const char *face, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "map.face");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", face);
  gtk_box_append (GTK_BOX (box), button);
}

void
scr_map_view_fill_switch (GtkWidget *box)
{
  add_face_button (box, "map", _ ("Map"));
  /* TRANSLATORS: the map as a table. */
  add_face_button (box, "outline", _ ("Outline"));
  add_face_button (box, "compare", _ ("Compare"));
  /* TRANSLATORS: all things that belong to the map, a table for each kind. */
  add_face_button (box, "lists", _ ("Lists"));
}

/* Beside another face's heading, as a menu: it must be narrow. */
static GtkWidget *
new_face_button (ScrMapView *self, const char *label)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), label);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), self->faces_menu);
  gtk_widget_set_tooltip_text (button, _ ("Map, outline, comparison or lists"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static void
make_lists (ScrMapView *self)
{
  GtkWidget *lists;

  if (self->lists != NULL)
    return;
  lists = scr_outline_view_new (scr_view_get_context (SCR_VIEW (self)), scr_view_get_id (SCR_VIEW (self)));
  self->lists = SCR_OUTLINE_VIEW (lists);
  g_object_bind_property (self, "title", lists, "title", G_BINDING_SYNC_CREATE);
  scr_outline_view_add_to_bar (self->lists, new_face_button (self, _ ("Lists")));
  adw_bin_set_child (self->lists_slot, lists);
}

static void
make_compare (ScrMapView *self)
{
  GtkWidget *compare;

  if (self->compare != NULL)
    return;
  compare = scr_map_compare_face_new (scr_view_get_context (SCR_VIEW (self)));
  self->compare = SCR_MAP_COMPARE_FACE (compare);
  scr_map_compare_face_add_to_bar (self->compare, new_face_button (self, _ ("Compare")));
  adw_bin_set_child (ADW_BIN (self->compare_slot), compare);
}

/**
 * scr_map_view_show_face:
 * @self: a map view
 * @face: "map", "outline" (the same as a table), "compare", or "lists" (of all kinds that belong to the map)
 */
void
scr_map_view_show_face (ScrMapView *self, const char *face)
{
  gboolean same_map = g_str_equal (face, "map") || g_str_equal (face, "outline");

  if (g_str_equal (face, "lists"))
    make_lists (self);
  else if (g_str_equal (face, "compare"))
    make_compare (self);
  if (same_map)
    gtk_stack_set_visible_child_name (self->shown, face);
  gtk_stack_set_visible_child_name (self->faces, same_map ? "map" : face);
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "face")),
      g_variant_new_string (face));
}
