/* The partnership map. See the header. */
#include "config.h"

#include "scr-map-view-private.h"

#include "scr-gaps.h"
#include "scr-map-overview.h"
#include "scr-map-view-resources.h"
#include "scr-overflow-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (ScrMapView, scr_map_view, SCR_TYPE_VIEW)

static ScrContext *
get_context (ScrMapView *self)
{
  return scr_view_get_context (SCR_VIEW (self));
}

gboolean
scr_map_view_is_writable (ScrMapView *self)
{
  return self->store != NULL && !scr_store_is_read_only (self->store);
}

/* --- The map of the day --- */

void
scr_map_view_refresh (ScrMapView *self)
{
  g_autofree char *today = NULL;
  g_autoptr (ScrGaps) gaps = NULL;
  const ScrMapFilterState *state = scr_map_filter_get_state (self->filter);
  ScrMapQuery query = {0};
  ScrMap *map;

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->store == NULL)
    {
      scr_map_canvas_set_map (self->canvas, NULL, FALSE);
      scr_map_gaps_take (self->gaps, NULL);
      return;
    }
  today = scr_source_dup_today (SCR_SOURCE (self->store));
  query.partnership = scr_context_get_partnership (get_context (self));
  query.layout = self->layout;
  query.day = self->day != NULL ? self->day : today;
  gaps = scr_gaps_new (NULL, SCR_SOURCE (self->store), query.partnership, query.day);
  query.gaps = gaps->at;
  scr_map_filter_set_shown (self->filter, self->day, self->layout);
  scr_map_filter_state_fill_query (state, &query);
  query.layout = self->layout;
  map = scr_map_new (NULL, SCR_SOURCE (self->store), &query);
  gtk_stack_set_visible_child_name (
      self->pages, map->cards->len > 0 || scr_map_filter_state_count (state) > 0 ? "canvas" : "empty");
  scr_map_canvas_set_editable (self->canvas, scr_map_view_is_writable (self));
  scr_map_canvas_set_map (self->canvas, map, self->smoothly);
  self->smoothly = FALSE;
  scr_map_tree_show (self->tree, map);
  scr_map_gaps_take (self->gaps, g_steal_pointer (&gaps));
  scr_map_view_show_badges (self, query.day);
  scr_map_view_update_actions (self);
}

static gboolean
refresh_now (gpointer user_data)
{
  ScrMapView *self = user_data;

  self->refresh_source = 0;
  scr_map_view_refresh (self);
  return G_SOURCE_REMOVE;
}

void
scr_map_view_set_layout (ScrMapView *self, const char *layout)
{
  self->layout = g_strcmp0 (layout, SCR_LAYOUT_CLUSTERS) == 0 ? SCR_LAYOUT_CLUSTERS : SCR_LAYOUT_HIERARCHY;
  g_simple_action_set_state (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "layout")),
      g_variant_new_string (self->layout));
}

void
scr_map_view_refresh_soon (ScrMapView *self)
{
  if (self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_now, self);
}

/* Undone and done again in view of the person, as Tidy is. */
static void
on_changed (ScrMapView *self)
{
  self->smoothly = TRUE;
  scr_map_view_refresh_soon (self);
}

static void
follow_store (ScrMapView *self, ScrStore *store)
{
  if (self->store == store)
    return;
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler
        = g_signal_connect_object (store, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
}

/* Another record or another partnership: another map, seen whole. */
static void
scr_map_view_context_set (ScrView *view)
{
  ScrMapView *self = SCR_MAP_VIEW (view);

  follow_store (self, scr_view_get_store (view));
  scr_map_canvas_set_map (self->canvas, NULL, FALSE);
  scr_map_view_refresh (self);
  if (self->lists != NULL)
    SCR_VIEW_GET_CLASS (self->lists)->context_set (SCR_VIEW (self->lists));
}

static gboolean
shows_lists (ScrMapView *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->faces), "lists") == 0;
}

/* --- As a view --- */

/* What a thing is about, where that is on the map: a gap's link, a membership's group. */
static char *
find_place (ScrMapView *self, ScrItem *item)
{
  static const char *const fields[] = {"about", "appointment", "group"};
  const ScrMap *map = scr_map_canvas_get_map (self->canvas);
  const char *id = scr_item_get_id (item);

  if (map == NULL)
    return NULL;
  if (scr_map_find_card (map, id) >= 0 || scr_map_find_link (map, id) >= 0)
    return g_strdup (id);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      id = scr_kind_get_field (scr_item_get_kind (item), fields[i]) != NULL
               ? scr_item_get_text (item, fields[i])
               : NULL;
      if (scr_map_find_card (map, id) >= 0 || scr_map_find_link (map, id) >= 0)
        return g_strdup (id);
    }
  return NULL;
}

static gboolean
scr_map_view_select_item (ScrView *view, ScrItem *item)
{
  ScrMapView *self = SCR_MAP_VIEW (view);
  g_autofree char *place = NULL;

  if (self->refresh_source != 0)
    scr_map_view_refresh (self);
  /* What is to be shown where it lives is shown on the map, or in the outline. */
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->faces), "compare") == 0)
    scr_map_view_show_face (self, "map");
  place = shows_lists (self) ? NULL : find_place (self, item);
  if (place != NULL)
    {
      self->syncing = TRUE;
      scr_map_canvas_select (self->canvas, place, TRUE);
      self->syncing = FALSE;
      return TRUE;
    }
  scr_map_view_show_face (self, "lists");
  return scr_view_select_item (SCR_VIEW (self->lists), item);
}

static gboolean
scr_map_view_focus_selected (ScrView *view)
{
  ScrMapView *self = SCR_MAP_VIEW (view);
  ScrItem *current = scr_map_canvas_get_current (self->canvas);

  if (shows_lists (self))
    return scr_view_focus_selected (SCR_VIEW (self->lists));
  if (current == NULL)
    return FALSE;
  return scr_map_canvas_focus_card (self->canvas, scr_item_get_id (current))
         || gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
}

static void
scr_map_view_new_item (ScrView *view)
{
  ScrMapView *self = SCR_MAP_VIEW (view);

  if (shows_lists (self))
    scr_view_new_item (SCR_VIEW (self->lists));
  else
    gtk_menu_button_popup (self->more);
}

static void
scr_map_view_print (ScrView *view)
{
  scr_map_view_show_report (SCR_MAP_VIEW (view));
}

static void
on_selection_changed (ScrMapView *self)
{
  g_autoptr (GPtrArray) items = scr_map_canvas_list_selected (self->canvas);

  scr_map_view_update_actions (self);
  scr_map_tree_select (self->tree, items->len == 1 ? scr_item_get_id (g_ptr_array_index (items, 0)) : NULL);
  if (items->len == 1 && !self->syncing)
    scr_map_gaps_select_item (self->gaps, g_ptr_array_index (items, 0));
  /* Where it is narrow the details would cover the map: there they wait until the card is opened. */
  if (!self->syncing && (items->len != 1 || !scr_view_get_narrow (SCR_VIEW (self))))
    scr_context_set_selected (get_context (self), items->len == 1 ? g_ptr_array_index (items, 0) : NULL);
}

/* A row of the table is selected on the map as well: its commands are the map's. */
static void
on_tree_selected (ScrMapView *self, ScrItem *item)
{
  if (item != NULL)
    scr_map_canvas_select (self->canvas, scr_item_get_id (item), FALSE);
}

static void
on_tree_opened (ScrMapView *self, ScrItem *item)
{
  scr_context_set_selected (get_context (self), item);
}

/* What a gap speaks of is selected on the map, and told of in the pane. */
static void
on_gap_selected (ScrMapView *self, ScrItem *about)
{
  const ScrMap *map = scr_map_canvas_get_map (self->canvas);
  g_autofree char *place = about != NULL && map != NULL ? find_place (self, about) : NULL;

  if (about == NULL)
    return;
  self->syncing = TRUE;
  scr_map_canvas_select (self->canvas, place, TRUE);
  scr_context_set_selected (get_context (self), about);
  self->syncing = FALSE;
}

/* The pane was closed: the card is no longer selected. Something else is shown there: it is found here. */
static void
on_context_selected (ScrMapView *self)
{
  ScrItem *item = scr_context_get_selected (get_context (self));
  g_autofree char *place = item != NULL ? find_place (self, item) : NULL;
  g_autoptr (GPtrArray) selected = scr_map_canvas_list_selected (self->canvas);

  if (self->syncing || (selected->len > 1 && item == NULL))
    return;
  self->syncing = TRUE;
  scr_map_canvas_select (self->canvas, place, FALSE);
  self->syncing = FALSE;
}

/* A saved view brings its day and its layout; any other choice leaves these as they are. */
static void
on_filter_changed (ScrMapView *self)
{
  const ScrMapFilterState *state = scr_map_filter_get_state (self->filter);

  g_autofree char *day = g_strdup (state->day);
  g_autofree char *layout = g_strdup (state->layout);

  scr_map_view_set_layout (self, layout);
  scr_map_view_set_day (self, day);
  self->smoothly = TRUE;
  scr_map_view_refresh (self);
}

/* While somebody drags too: the map follows at once. */
static void
on_slider_day (ScrMapView *self)
{
  if (self->syncing)
    return;
  scr_map_view_set_day (
      self, scr_map_slider_is_own_day (self->slider) ? NULL : scr_map_slider_get_day (self->slider));
}

static void
on_viewed (ScrMapView *self)
{
  g_autofree char *percent
      = g_strdup_printf (_ ("%d %%"), (int)round (scr_map_canvas_get_zoom (self->canvas) * 100));

  gtk_label_set_text (GTK_LABEL (self->zoom_label), percent);
}

/**
 * scr_map_view_get_canvas:
 * @self: a map view
 *
 * Returns: (transfer none): its canvas
 */
ScrMapCanvas *
scr_map_view_get_canvas (ScrMapView *self)
{
  return self->canvas;
}

/**
 * scr_map_view_get_day:
 * @self: a map view
 *
 * Returns: (nullable): the day that is shown; %NULL is the record's own today
 */
const char *
scr_map_view_get_day (ScrMapView *self)
{
  return self->day;
}

/**
 * scr_map_view_set_day:
 * @self: a map view
 * @day: (nullable): the day to show
 */
void
scr_map_view_set_day (ScrMapView *self, const char *day)
{
  g_autofree char *today = self->store != NULL ? scr_source_dup_today (SCR_SOURCE (self->store)) : NULL;

  if (g_strcmp0 (self->day, day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
  self->syncing = TRUE;
  if (day != NULL || today != NULL)
    scr_map_slider_set_day (self->slider, day != NULL ? day : today);
  self->syncing = FALSE;
  scr_map_view_refresh (self);
}

/* --- Set-up --- */

static void
scr_map_view_dispose (GObject *object)
{
  ScrMapView *self = SCR_MAP_VIEW (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  if (self->tidying != NULL)
    g_cancellable_cancel (self->tidying);
  g_clear_object (&self->tidying);
  follow_store (self, NULL);
  g_clear_object (&self->actions);
  g_clear_object (&self->link_from);
  g_clear_object (&self->link_to);
  G_OBJECT_CLASS (scr_map_view_parent_class)->dispose (object);
}

static void
scr_map_view_finalize (GObject *object)
{
  g_free (SCR_MAP_VIEW (object)->day);
  G_OBJECT_CLASS (scr_map_view_parent_class)->finalize (object);
}

static void
scr_map_view_class_init (ScrMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  ScrViewClass *view_class = SCR_VIEW_CLASS (klass);

  object_class->dispose = scr_map_view_dispose;
  object_class->finalize = scr_map_view_finalize;
  view_class->context_set = scr_map_view_context_set;
  view_class->select_item = scr_map_view_select_item;
  view_class->focus_selected = scr_map_view_focus_selected;
  view_class->new_item = scr_map_view_new_item;
  view_class->print = scr_map_view_print;

  scr_map_view_register_resource ();
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Scrutiny/map/scr-map-view.ui");
#define BIND(member) gtk_widget_class_bind_template_child (widget_class, ScrMapView, member)
  BIND (bar_slot);
  BIND (heading);
  BIND (faces_menu);
  BIND (map_switch);
  BIND (filter_slot);
  BIND (tidy);
  BIND (zoom_box);
  BIND (zoom_label);
  BIND (fit);
  BIND (more);
  BIND (faces);
  BIND (pages);
  BIND (overlay);
  BIND (slider_slot);
  BIND (gaps_slot);
  BIND (shown);
  BIND (tree_slot);
  BIND (lists_slot);
  BIND (compare_slot);
  BIND (first_step);
#undef BIND
}

/* What goes first where it is narrow can be done from the menu as well. */
static void
fill_bar (ScrMapView *self)
{
  ScrOverflowBar *bar = SCR_OVERFLOW_BAR (scr_overflow_bar_new (12));
  GtkWidget *rest = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (rest, TRUE);
  scr_map_view_fill_switch (self->map_switch);
  scr_overflow_bar_append (bar, self->heading, 0);
  scr_overflow_bar_append (bar, self->map_switch, 2);
  scr_overflow_bar_append (bar, rest, 0);
  scr_overflow_bar_append (bar, self->filter_slot, 1);
  scr_overflow_bar_append (bar, self->tidy, 3);
  scr_overflow_bar_append (bar, self->zoom_box, 5);
  scr_overflow_bar_append (bar, self->fit, 4);
  scr_overflow_bar_append (bar, GTK_WIDGET (self->more), 0);
  adw_bin_set_child (self->bar_slot, GTK_WIDGET (bar));
}

static void
scr_map_view_init (ScrMapView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_bar (self);
  self->layout = SCR_LAYOUT_HIERARCHY;
  self->canvas = SCR_MAP_CANVAS (scr_map_canvas_new ());
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->canvas));
  gtk_overlay_add_overlay (self->overlay, scr_map_overview_new (self->canvas));
  scr_map_view_add_actions (self);
  self->tree = SCR_MAP_TREE (scr_map_tree_new ());
  adw_bin_set_child (self->tree_slot, GTK_WIDGET (self->tree));
  g_signal_connect_object (self->tree, "selected", G_CALLBACK (on_tree_selected), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "opened", G_CALLBACK (on_tree_opened), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tree, "menu-asked", G_CALLBACK (scr_map_view_show_menu), self,
                           G_CONNECT_SWAPPED);
  scr_map_view_connect_canvas (self);
  g_signal_connect_object (self->canvas, "selection-changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "viewed", G_CALLBACK (on_viewed), self, G_CONNECT_SWAPPED);
  on_viewed (self);
}

/**
 * scr_map_view_new:
 * @context: what the window hands to it
 * @view_id: its id in the registry of views
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
scr_map_view_new (ScrContext *context, const char *view_id)
{
  ScrMapView *self = g_object_new (SCR_TYPE_MAP_VIEW, "context", context, "view-id", view_id, NULL);

  self->slider = SCR_MAP_SLIDER (scr_map_slider_new (context));
  adw_bin_set_child (self->slider_slot, GTK_WIDGET (self->slider));
  g_signal_connect_object (self->slider, "notify::day", G_CALLBACK (on_slider_day), self, G_CONNECT_SWAPPED);
  self->gaps = SCR_MAP_GAPS (scr_map_gaps_new (context));
  adw_bin_set_child (self->gaps_slot, GTK_WIDGET (self->gaps));
  g_signal_connect_object (self->gaps, "gap-selected", G_CALLBACK (on_gap_selected), self, G_CONNECT_SWAPPED);
  self->filter = SCR_MAP_FILTER (scr_map_filter_new (context));
  adw_bin_set_child (ADW_BIN (self->filter_slot), GTK_WIDGET (self->filter));
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (on_filter_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::selected", G_CALLBACK (on_context_selected), self,
                           G_CONNECT_SWAPPED);
  scr_map_view_context_set (SCR_VIEW (self));
  return GTK_WIDGET (self);
}
