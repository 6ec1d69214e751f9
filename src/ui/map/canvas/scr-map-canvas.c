/* The map to look at and to work on. See the header. */
#include "config.h"

#include "scr-map-canvas-private.h"

#include "scr-common.h"
#include "scr-map-canvas-resources.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define STYLE_PATH "/org/example/Scrutiny/map/map-canvas.css"
/* The design's height of a card. */
#define CARD_HEIGHT 54

G_DEFINE_FINAL_TYPE (ScrMapCanvas, scr_map_canvas, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ZOOM,
  PROP_EDITABLE,
  N_PROPS,
};

enum
{
  SELECTION_CHANGED,
  ITEM_OPENED,
  CARDS_MOVED,
  LINK_DRAWN,
  CREATE_AT,
  MENU_ASKED,
  RENAME_ASKED,
  DELETE_ASKED,
  LINK_ASKED,
  VIEWED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Everything lies anew: after a move, a zoom, another map. */
void
scr_map_canvas_update (ScrMapCanvas *self)
{
  scr_map_canvas_match_faces (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tell_viewed (gpointer user_data)
{
  ScrMapCanvas *self = user_data;

  self->viewed_source = 0;
  g_signal_emit (self, signals[VIEWED], 0);
  return G_SOURCE_REMOVE;
}

/* Told soon, not at once: a canvas that is being given its size may not make others ask for theirs. */
static void
tell_viewed_soon (ScrMapCanvas *self)
{
  if (self->viewed_source == 0)
    self->viewed_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_viewed, self, NULL);
}

void
scr_map_canvas_view_changed (ScrMapCanvas *self)
{
  if (!self->sizing)
    scr_map_canvas_update (self);
  tell_viewed_soon (self);
}

/* --- The map it shows --- */

static double
get_card_height (ScrMapCanvas *self)
{
  int height;

  gtk_widget_measure (self->ruler, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);
  return MAX (height, CARD_HEIGHT);
}

static void
free_places (GArray **places)
{
  g_clear_pointer (places, g_array_unref);
}

/* Where the cards of the new map stood in the old one; NULL if none moved. */
static GArray *
list_old_places (ScrMapCanvas *self, const ScrMap *map)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (ScrPoint));
  gboolean moved = FALSE;

  for (guint i = 0; i < map->cards->len; i++)
    {
      const ScrMapCard *card = scr_map_get_card (map, i);
      int old = scr_map_find_card (scr_map_scene_get_map (self->scene), scr_item_get_id (card->item));
      const ScrMapCard *before
          = old >= 0 ? scr_map_get_card (scr_map_scene_get_map (self->scene), (guint)old) : card;
      ScrPoint place = {before->x, before->y};

      moved = moved || before->x != card->x || before->y != card->y;
      g_array_append_val (places, place);
    }
  if (!moved)
    free_places (&places);
  return places;
}

static double *
measure_cards (ScrMapCanvas *self, const ScrMap *map)
{
  double *widths = g_new0 (double, map->cards->len + 1);

  for (guint i = 0; i < map->cards->len; i++)
    widths[i] = scr_map_card_face_measure (SCR_MAP_CARD_FACE (self->ruler), scr_map_get_card (map, i));
  self->card_height = get_card_height (self);
  return widths;
}

static ScrMapScene *
make_scene (ScrMapCanvas *self, ScrMap *map)
{
  g_autofree double *widths = measure_cards (self, map);

  return scr_map_scene_new (map, widths, self->card_height);
}

static gboolean
measure_again (gpointer user_data)
{
  ScrMapCanvas *self = user_data;
  g_autofree double *widths = NULL;

  self->measure_source = 0;
  if (self->scene == NULL || self->deed != SCR_MAP_IDLE)
    return G_SOURCE_REMOVE;
  scr_map_canvas_stop_animation (self);
  widths = measure_cards (self, scr_map_scene_get_map (self->scene));
  scr_map_scene_set_sizes (self->scene, widths, self->card_height);
  g_hash_table_remove_all (self->layouts);
  scr_map_canvas_update (self);
  return G_SOURCE_REMOVE;
}

/**
 * scr_map_canvas_set_map:
 * @self: a canvas
 * @map: (transfer full) (nullable): what it shows from now on; cards without a place are given one
 * @smoothly: whether cards that stood elsewhere go to their new place in view of the person, where the
 * desktop allows animations
 *
 * The selection stays as far as it is still there. The first map with cards is shown whole.
 */
void
scr_map_canvas_set_map (ScrMapCanvas *self, ScrMap *map, gboolean smoothly)
{
  g_autoptr (ScrMapScene) old = NULL;
  g_autoptr (GArray) places = NULL;

  scr_map_canvas_cancel_drag (self);
  scr_map_canvas_stop_animation (self);
  if (map != NULL)
    scr_map_place_rest (map, 234, self->card_height > 0 ? self->card_height : CARD_HEIGHT);
  if (map != NULL && self->scene != NULL && smoothly)
    places = list_old_places (self, map);
  if (self->scene == NULL || scr_map_scene_get_map (self->scene)->cards->len == 0)
    self->fit_when_sized = TRUE;
  scr_map_canvas_forget_hovered (self);
  old = g_steal_pointer (&self->scene);
  g_hash_table_remove_all (self->layouts);
  if (map != NULL)
    self->scene = make_scene (self, map);
  scr_map_canvas_forget_missing (self);
  scr_map_canvas_update (self);
  if (self->scene != NULL)
    scr_map_canvas_refresh_faces (self);
  scr_map_canvas_show_link_label (self);
  if (self->fit_when_sized && gtk_widget_get_width (GTK_WIDGET (self)) > 0)
    scr_map_canvas_fit_all (self);
  if (places != NULL)
    scr_map_canvas_animate_from (self, (const ScrPoint *)(gconstpointer)places->data);
  tell_viewed_soon (self);
}

/**
 * scr_map_canvas_get_map:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const ScrMap *
scr_map_canvas_get_map (ScrMapCanvas *self)
{
  return self->scene != NULL ? scr_map_scene_get_map (self->scene) : NULL;
}

static void
set_table (GHashTable **table, GHashTable *value)
{
  if (value != NULL)
    g_hash_table_ref (value);
  g_clear_pointer (table, g_hash_table_unref);
  *table = value;
}

/**
 * scr_map_canvas_set_badges:
 * @self: a canvas
 * @top: (nullable): identity of a card to the #ScrMapBadge at its upper corner
 * @bottom: (nullable): the same for its lower corner
 */
void
scr_map_canvas_set_badges (ScrMapCanvas *self, GHashTable *top, GHashTable *bottom)
{
  set_table (&self->top, top);
  set_table (&self->bottom, bottom);
  if (self->scene != NULL)
    scr_map_canvas_refresh_faces (self);
}

/**
 * scr_map_canvas_set_editable:
 * @self: a canvas
 * @editable: whether cards may be moved and linked
 */
void
scr_map_canvas_set_editable (ScrMapCanvas *self, gboolean editable)
{
  if (self->editable == editable)
    return;
  self->editable = editable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/* --- What is told --- */

void
scr_map_canvas_emit (ScrMapCanvas *self, const char *signal)
{
  g_signal_emit_by_name (self, signal);
}

void
scr_map_canvas_emit_moves (ScrMapCanvas *self)
{
  const ScrMap *map = scr_map_canvas_get_map (self);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (ScrMapMove));

  for (guint i = 0; i < self->moved->len; i++)
    {
      const ScrMapCard *card = scr_map_get_card (map, g_array_index (self->moved, guint, i));
      ScrMapMove move = {card->item, card->x, card->y};

      g_array_append_val (moves, move);
    }
  g_signal_emit (self, signals[CARDS_MOVED], 0, moves->data, moves->len);
}

void
scr_map_canvas_emit_menu (ScrMapCanvas *self, double x, double y)
{
  const GdkRectangle where = {(int)x, (int)y, 1, 1};

  g_signal_emit (self, signals[MENU_ASKED], 0, &where);
}

void
scr_map_canvas_emit_opened (ScrMapCanvas *self)
{
  ScrItem *item = scr_map_canvas_get_current (self);

  if (item != NULL)
    g_signal_emit (self, signals[ITEM_OPENED], 0, item);
}

void
scr_map_canvas_emit_link (ScrMapCanvas *self, guint from, guint to, double x, double y)
{
  const ScrMap *map = scr_map_canvas_get_map (self);
  const GdkRectangle where = {(int)x, (int)y, 1, 1};

  g_signal_emit (self, signals[LINK_DRAWN], 0, scr_map_get_card (map, from)->item,
                 scr_map_get_card (map, to)->item, &where);
}

void
scr_map_canvas_emit_create (ScrMapCanvas *self, double x, double y)
{
  g_signal_emit (self, signals[CREATE_AT], 0, x, y);
}

/* --- The widget --- */

static void
scr_map_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  if (self->scene == NULL)
    return;
  if ((self->fit_when_sized
       || (self->fitted && (width != self->fitted_width || height != self->fitted_height)))
      && width > 0 && height > 0)
    {
      self->sizing = TRUE;
      scr_map_canvas_fit_all (self);
      self->sizing = FALSE;
    }
  scr_map_canvas_match_faces (self);
  scr_map_canvas_place_faces (self);
  scr_map_canvas_place_link_label (self);
}

static void
scr_map_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (widget);

  if (self->scene != NULL)
    scr_map_canvas_draw (self, snapshot);
  GTK_WIDGET_CLASS (scr_map_canvas_parent_class)->snapshot (widget, snapshot);
  if (self->scene != NULL)
    scr_map_canvas_draw_above (self, snapshot);
}

/* One stop for Tab: in, to the card where the keyboard was; out, from whichever card. */
static gboolean
scr_map_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  const ScrMap *map = scr_map_canvas_get_map (self);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  /* Within a menu that popped up here the menu knows where to go. */
  if (GTK_IS_POPOVER (child) && focus != NULL && gtk_widget_is_ancestor (focus, child))
    return gtk_widget_child_focus (child, direction);
  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  if (map == NULL || map->cards->len == 0)
    return gtk_widget_grab_focus (widget);
  return scr_map_canvas_enter (self);
}

/* Larger letters, or another font: other sizes. */
static void
scr_map_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (widget);

  GTK_WIDGET_CLASS (scr_map_canvas_parent_class)->system_setting_changed (widget, setting);
  if (self->measure_source == 0)
    self->measure_source = g_idle_add (measure_again, self);
}

/* Before it is in a window it does not know its letters. */
static void
scr_map_canvas_root (GtkWidget *widget)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (widget);

  GTK_WIDGET_CLASS (scr_map_canvas_parent_class)->root (widget);
  if (self->measure_source == 0)
    self->measure_source = g_idle_add (measure_again, self);
}

static void
scr_map_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (object);

  if (prop_id == PROP_ZOOM)
    g_value_set_double (value, self->zoom);
  else if (prop_id == PROP_EDITABLE)
    g_value_set_boolean (value, self->editable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_map_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (object);

  if (prop_id == PROP_ZOOM)
    scr_map_canvas_set_zoom (self, g_value_get_double (value));
  else if (prop_id == PROP_EDITABLE)
    scr_map_canvas_set_editable (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_map_canvas_dispose (GObject *object)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->viewed_source, g_source_remove);
  g_clear_handle_id (&self->measure_source, g_source_remove);
  scr_map_canvas_cancel_drag (self);
  scr_map_canvas_stop_animation (self);
  g_hash_table_remove_all (self->faces);
  g_ptr_array_set_size (self->spare, 0);
  self->ruler = NULL;
  self->link_label = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->scene, scr_map_scene_free);
  G_OBJECT_CLASS (scr_map_canvas_parent_class)->dispose (object);
}

static void
scr_map_canvas_finalize (GObject *object)
{
  ScrMapCanvas *self = SCR_MAP_CANVAS (object);

  g_hash_table_unref (self->faces);
  g_ptr_array_unref (self->spare);
  g_array_unref (self->visible);
  g_hash_table_unref (self->layouts);
  g_hash_table_unref (self->selected);
  set_table (&self->top, NULL);
  set_table (&self->bottom, NULL);
  g_free (self->current);
  g_free (self->current_link);
  g_string_free (self->typed, TRUE);
  g_array_unref (self->origins);
  g_array_unref (self->moved);
  free_places (&self->animated_from);
  free_places (&self->animated_to);
  G_OBJECT_CLASS (scr_map_canvas_parent_class)->finalize (object);
}

static guint
new_signal (GType type, const char *name, guint n_params, const GType *params)
{
  return g_signal_newv (name, type, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL, G_TYPE_NONE, n_params,
                        (GType *)params);
}

static void
add_signals (GType type)
{
  const GType rectangle = GDK_TYPE_RECTANGLE | G_SIGNAL_TYPE_STATIC_SCOPE;

  signals[SELECTION_CHANGED] = new_signal (type, "selection-changed", 0, NULL);
  signals[ITEM_OPENED] = new_signal (type, "item-opened", 1, (const GType[]) {SCR_TYPE_ITEM});
  signals[CARDS_MOVED] = new_signal (type, "cards-moved", 2, (const GType[]) {G_TYPE_POINTER, G_TYPE_UINT});
  signals[LINK_DRAWN]
      = new_signal (type, "link-drawn", 3, (const GType[]) {SCR_TYPE_ITEM, SCR_TYPE_ITEM, rectangle});
  signals[CREATE_AT] = new_signal (type, "create-at", 2, (const GType[]) {G_TYPE_DOUBLE, G_TYPE_DOUBLE});
  signals[MENU_ASKED] = new_signal (type, "menu-asked", 1, (const GType[]) {rectangle});
  signals[RENAME_ASKED] = new_signal (type, "rename-asked", 0, NULL);
  signals[DELETE_ASKED] = new_signal (type, "delete-asked", 0, NULL);
  signals[LINK_ASKED] = new_signal (type, "link-asked", 0, NULL);
  signals[VIEWED] = new_signal (type, "viewed", 0, NULL);
}

static void
scr_map_canvas_class_init (ScrMapCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = scr_map_canvas_get_property;
  object_class->set_property = scr_map_canvas_set_property;
  object_class->dispose = scr_map_canvas_dispose;
  object_class->finalize = scr_map_canvas_finalize;
  widget_class->size_allocate = scr_map_canvas_size_allocate;
  widget_class->snapshot = scr_map_canvas_snapshot;
  widget_class->focus = scr_map_canvas_focus;
  widget_class->root = scr_map_canvas_root;
  widget_class->system_setting_changed = scr_map_canvas_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "mapcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);

  properties[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, SCR_MAP_LEAST_ZOOM, SCR_MAP_MOST_ZOOM, 1,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] = g_param_spec_boolean (
      "editable", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_signals (G_OBJECT_CLASS_TYPE (klass));
  scr_map_canvas_register_resource ();
}

static void
scr_map_canvas_init (ScrMapCanvas *self)
{
  scr_common_ensure ();
  scr_common_add_style (STYLE_PATH);
  self->zoom = 1;
  self->editable = TRUE;
  self->fit_when_sized = TRUE;
  self->pressed_card = self->linked_card = self->hovered = -1;
  self->guide_x = self->guide_y = NAN;
  self->faces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spare = g_ptr_array_new ();
  self->visible = g_array_new (FALSE, FALSE, sizeof (guint));
  self->layouts = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
  self->selected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->typed = g_string_new (NULL);
  self->origins = g_array_new (FALSE, FALSE, sizeof (ScrPoint));
  self->moved = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ruler = scr_map_card_face_new ();
  gtk_widget_set_parent (self->ruler, GTK_WIDGET (self));
  scr_map_canvas_show_child (self->ruler, FALSE);
  gtk_widget_set_focusable (self->ruler, FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"), -1);
  scr_map_canvas_add_pointer (self);
  scr_map_canvas_add_keys (self);
}

/**
 * scr_map_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a map
 */
GtkWidget *
scr_map_canvas_new (void)
{
  return g_object_new (SCR_TYPE_MAP_CANVAS, NULL);
}
