/* ScrMapGaps - the list of gaps under the map. See the header. */
#include "config.h"

#include "scr-map-gaps.h"

#include "scr-fold-box.h"
#include "scr-labels.h"
#include "scr-map-gap-row.h"
#include "scr-map-parts.h"

#include <glib/gi18n-lib.h>

/* Under this width, in ems, the buttons go under the heading. */
#define HEADING_FOLD_WIDTH 22

struct _ScrMapGaps
{
  AdwBin parent_instance;

  ScrContext *context;
  GListStore *store;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  ScrMapGapsShown shown;
  gboolean has_gaps; /* it was given any */
  guint n_open;
  gboolean showing; /* the selection alters because we do it */

  GtkWidget *count;
  GtkWidget *sentence;
  GtkWidget *drop_down;
  GtkWidget *fold;
  GtkWidget *stack;
  GtkWidget *list;
  GtkWidget *empty;
  GtkWidget *menu; /* (nullable): popover, made when first asked for */
  GActionGroup *actions;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_FOLDED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static guint selected_signal;

G_DEFINE_FINAL_TYPE (ScrMapGaps, scr_map_gaps, ADW_TYPE_BIN)

/* --- Showing --- */

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  return scr_map_gap_is_shown (item, SCR_MAP_GAPS (user_data)->shown);
}

static void
update_actions (ScrMapGaps *self)
{
  scr_map_gap_actions_update (G_ACTION_MAP (self->actions), self->context, scr_map_gaps_get_selected (self));
}

static void
show_heading (ScrMapGaps *self)
{
  /* TRANSLATORS: heading of the list of gaps on the map */
  g_autofree char *count = self->n_open > 0 ? g_strdup_printf (ngettext ("%u gap", "%u gaps", self->n_open), self->n_open)
                                            : g_strdup (_ ("No gaps"));

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_label_set_text (GTK_LABEL (self->sentence), self->n_open > 0 ? _ ("who answers to whom is not settled here")
                                                                   : _ ("nothing is missing"));
  gtk_widget_set_tooltip_text (self->sentence, gtk_label_get_text (GTK_LABEL (self->sentence)));
  gtk_label_set_text (GTK_LABEL (self->empty), self->has_gaps ? scr_map_gaps_describe_none (self->shown) : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), scr_map_gaps_get_n_shown (self) > 0 ? "list" : "empty");
  update_actions (self);
}

static void
show_fold (ScrMapGaps *self)
{
  gboolean folded = scr_map_gaps_get_folded (self);
  const char *name = folded ? _ ("Show the list of gaps") : _ ("Hide the list of gaps");

  gtk_button_set_icon_name (GTK_BUTTON (self->fold), folded ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_widget_set_tooltip_text (self->fold, name);
  scr_map_name (self->fold, name);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
}

/* --- What it is given --- */

static void
select_position (ScrMapGaps *self, guint position)
{
  self->showing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->showing = FALSE;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
  update_actions (self);
}

/* The same gaps in the same order: their rows stay, and with them the keyboard's place. */
static void
update_rows (ScrMapGaps *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (ScrMapGap) row = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      scr_map_gap_take_from (row, g_ptr_array_index (rows, i));
    }
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
}

static guint
find_same (ScrMapGaps *self, ScrMapGap *gap)
{
  guint n_rows = scr_map_gaps_get_n_shown (self);

  for (guint i = 0; gap != NULL && i < n_rows; i++)
    {
      g_autoptr (ScrMapGap) row = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (scr_map_gap_is_same (row, gap))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

static void
replace_rows (ScrMapGaps *self, GPtrArray *rows)
{
  ScrMapGap *before = scr_map_gaps_get_selected (self);
  g_autoptr (ScrMapGap) selected = before != NULL ? g_object_ref (before) : NULL;
  gboolean focused = (gtk_widget_get_state_flags (self->list) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  self->showing = TRUE;
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), rows->pdata, rows->len);
  self->showing = FALSE;
  select_position (self, find_same (self, selected));
  if (focused)
    gtk_widget_grab_focus (self->list);
}

/**
 * scr_map_gaps_take:
 * @self: the list
 * @gaps: (transfer full) (nullable): the gaps that it shows from now on, made with words
 */
void
scr_map_gaps_take (ScrMapGaps *self, ScrGaps *gaps)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (SCR_IS_MAP_GAPS (self));
  self->has_gaps = gaps != NULL;
  self->n_open = gaps != NULL ? gaps->n_open : 0;
  rows = gaps != NULL ? scr_map_gaps_wrap (gaps) : g_ptr_array_new ();
  if (scr_map_gaps_are_same (G_LIST_MODEL (self->store), rows))
    update_rows (self, rows);
  else
    replace_rows (self, rows);
  show_heading (self);
}

/* --- What people do --- */

static void
on_selected (ScrMapGaps *self)
{
  ScrMapGap *gap = scr_map_gaps_get_selected (self);

  update_actions (self);
  if (!self->showing && gap != NULL)
    g_signal_emit (self, selected_signal, 0, scr_map_gap_get_found (gap)->about);
}

static void
on_activate (ScrMapGaps *self, guint position)
{
  g_autoptr (ScrMapGap) gap = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (gap != NULL && scr_map_gap_can (self->context, gap, SCR_MAP_GAP_OPEN))
    scr_map_gap_do (self->context, GTK_WIDGET (self), gap, SCR_MAP_GAP_OPEN);
}

static void
on_action (ScrMapGapAct act, gpointer owner)
{
  ScrMapGaps *self = owner;
  ScrMapGap *gap = scr_map_gaps_get_selected (self);

  if (gap != NULL)
    scr_map_gap_do (self->context, GTK_WIDGET (self), gap, act);
}

static void
on_shown (ScrMapGaps *self)
{
  scr_map_gaps_set_shown (self, (ScrMapGapsShown)gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drop_down)));
}

static void
on_fold (ScrMapGaps *self)
{
  scr_map_gaps_set_folded (self, !scr_map_gaps_get_folded (self));
}

/* Back to the row for which it was. */
static void
on_menu_closed (ScrMapGaps *self)
{
  gtk_widget_grab_focus (self->list);
}

static void
pop_up_menu (ScrMapGaps *self, GtkWidget *at, double x, double y)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float)x, (float)y);

  if (self->menu == NULL)
    {
      self->menu = scr_map_gap_menu_new (GTK_WIDGET (self));
      g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (on_menu_closed), self);
    }
  if (!gtk_widget_compute_point (at, GTK_WIDGET (self), &point, &point))
    return;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) {(int)point.x, (int)point.y, 1, 1});
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
on_ask_menu (ScrMapGapRow *row, double x, double y, ScrMapGaps *self)
{
  guint position = find_same (self, scr_map_gap_row_get_gap (row));

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  pop_up_menu (self, GTK_WIDGET (row), x, y);
}

static gboolean
on_menu_key (GtkWidget *list, GVariant *arguments, gpointer user_data)
{
  ScrMapGaps *self = user_data;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (list));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, list) || scr_map_gaps_get_selected (self) == NULL)
    return GDK_EVENT_PROPAGATE;
  pop_up_menu (self, focus, 12, gtk_widget_get_height (focus));
  return GDK_EVENT_STOP;
}

/* --- Rows --- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrMapGaps *self)
{
  GtkWidget *row = scr_map_gap_row_new ();

  g_signal_connect (row, "ask-menu", G_CALLBACK (on_ask_menu), self);
  gtk_list_item_set_child (list_item, row);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrMapGaps *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  if (store != NULL)
    scr_map_gap_row_set_gap (SCR_MAP_GAP_ROW (gtk_list_item_get_child (list_item)),
                             gtk_list_item_get_item (list_item), SCR_SOURCE (store));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *list_item, ScrMapGaps *self)
{
  scr_map_gap_row_set_gap (SCR_MAP_GAP_ROW (gtk_list_item_get_child (list_item)), NULL, NULL);
}

/* --- Life --- */

static GtkWidget *
make_drop_down (ScrMapGaps *self)
{
  const char *const shown[] = {_ ("Open gaps"), _ ("All"), _ ("Accepted"), _ ("Closed"), NULL};
  GtkWidget *drop_down = gtk_drop_down_new_from_strings (shown);

  scr_map_name (drop_down, _ ("Which gaps are shown"));
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (on_shown), self);
  return drop_down;
}

static GtkWidget *
make_heading (ScrMapGaps *self)
{
  GtkWidget *heading = scr_fold_box_new (HEADING_FOLD_WIDTH, 9, 3);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "heading");
  self->sentence = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->sentence), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->sentence), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->sentence, "scr-dim");
  gtk_widget_add_css_class (self->sentence, "scr-map-detail");
  self->drop_down = make_drop_down (self);
  self->fold = gtk_button_new ();
  gtk_widget_add_css_class (self->fold, "flat");
  g_signal_connect_swapped (self->fold, "clicked", G_CALLBACK (on_fold), self);
  gtk_box_append (GTK_BOX (words), self->count);
  gtk_box_append (GTK_BOX (words), self->sentence);
  gtk_box_append (GTK_BOX (buttons), self->drop_down);
  gtk_box_append (GTK_BOX (buttons), self->fold);
  gtk_widget_set_valign (buttons, GTK_ALIGN_CENTER);
  scr_fold_box_set_start (SCR_FOLD_BOX (heading), words);
  scr_fold_box_set_end (SCR_FOLD_BOX (heading), buttons);
  gtk_widget_add_css_class (heading, "scr-map-gaps-heading");
  return heading;
}

static GtkWidget *
make_list (ScrMapGaps *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), self);
  self->list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  gtk_widget_add_css_class (self->list, "scr-map-gaps");
  scr_map_name (self->list, _ ("Gaps"));
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (on_activate), self);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Menu|<Shift>F10"),
                        gtk_callback_action_new (on_menu_key, self, NULL)));
  gtk_widget_add_controller (self->list, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  /* Two rows and the begin of a third, which tells that there are more. */
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 120);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
scr_map_gaps_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrMapGaps *self = SCR_MAP_GAPS (object);

  if (prop_id == PROP_CONTEXT)
    g_value_set_object (value, self->context);
  else if (prop_id == PROP_FOLDED)
    g_value_set_boolean (value, scr_map_gaps_get_folded (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_map_gaps_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ScrMapGaps *self = SCR_MAP_GAPS (object);

  if (prop_id == PROP_CONTEXT)
    self->context = g_value_dup_object (value);
  else if (prop_id == PROP_FOLDED)
    scr_map_gaps_set_folded (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_map_gaps_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMapGaps *self = SCR_MAP_GAPS (widget);

  GTK_WIDGET_CLASS (scr_map_gaps_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
scr_map_gaps_unmap (GtkWidget *widget)
{
  if (SCR_MAP_GAPS (widget)->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (SCR_MAP_GAPS (widget)->menu));
  GTK_WIDGET_CLASS (scr_map_gaps_parent_class)->unmap (widget);
}

static void
scr_map_gaps_dispose (GObject *object)
{
  ScrMapGaps *self = SCR_MAP_GAPS (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->store);
  g_clear_object (&self->actions);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_map_gaps_parent_class)->dispose (object);
}

static void
scr_map_gaps_class_init (ScrMapGapsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = scr_map_gaps_get_property;
  object_class->set_property = scr_map_gaps_set_property;
  object_class->dispose = scr_map_gaps_dispose;
  GTK_WIDGET_CLASS (klass)->unmap = scr_map_gaps_unmap;
  GTK_WIDGET_CLASS (klass)->size_allocate = scr_map_gaps_size_allocate;
  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, SCR_TYPE_CONTEXT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED]
      = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  selected_signal = g_signal_new ("gap-selected", SCR_TYPE_MAP_GAPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, SCR_TYPE_ITEM);
  scr_map_ensure ();
}

static void
scr_map_gaps_init (ScrMapGaps *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));

  self->store = g_list_store_new (SCR_TYPE_MAP_GAP);
  self->filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), filter);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->filtered)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->stack = gtk_stack_new ();
  gtk_box_append (GTK_BOX (box), make_heading (self));
  gtk_stack_add_named (GTK_STACK (self->stack), make_list (self), "list");
  gtk_stack_add_named (GTK_STACK (self->stack), scr_map_note_new ("emblem-default-symbolic", "done", &self->empty), "empty");
  gtk_box_append (GTK_BOX (box), self->stack);
  adw_bin_set_child (ADW_BIN (self), box);
  self->actions = scr_map_gap_actions_new (on_action, self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "gap", self->actions);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
}

/**
 * scr_map_gaps_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a list that was not given any gaps yet
 */
GtkWidget *
scr_map_gaps_new (ScrContext *context)
{
  ScrMapGaps *self = g_object_new (SCR_TYPE_MAP_GAPS, "context", context, NULL);

  show_fold (self);
  show_heading (self);
  return GTK_WIDGET (self);
}

/**
 * scr_map_gaps_set_shown:
 * @self: the list
 * @shown: which of the gaps it shows
 */
void
scr_map_gaps_set_shown (ScrMapGaps *self, ScrMapGapsShown shown)
{
  ScrMapGap *before;
  g_autoptr (ScrMapGap) selected = NULL;

  g_return_if_fail (SCR_IS_MAP_GAPS (self));
  if (self->shown == shown)
    return;
  before = scr_map_gaps_get_selected (self);
  selected = before != NULL ? g_object_ref (before) : NULL;
  self->shown = shown;
  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drop_down), shown);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
  self->showing = FALSE;
  select_position (self, find_same (self, selected));
  show_heading (self);
}

/**
 * scr_map_gaps_select_item:
 * @self: the list
 * @item: (nullable): a gap that is kept, or what a gap speaks of
 *
 * Selects the first gap of those shown that speaks of @item, unless one that does is selected; without any, or for
 * %NULL, none is selected. Does not emit "gap-selected".
 *
 * Returns: whether one is selected
 */
gboolean
scr_map_gaps_select_item (ScrMapGaps *self, ScrItem *item)
{
  ScrMapGap *selected;
  guint n_rows;

  g_return_val_if_fail (SCR_IS_MAP_GAPS (self), FALSE);
  selected = scr_map_gaps_get_selected (self);
  if (selected != NULL && item != NULL && scr_map_gap_speaks_of (selected, item))
    return TRUE;
  n_rows = scr_map_gaps_get_n_shown (self);
  for (guint i = 0; item != NULL && i < n_rows; i++)
    {
      g_autoptr (ScrMapGap) row = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      if (scr_map_gap_speaks_of (row, item))
        {
          select_position (self, i);
          return TRUE;
        }
    }
  select_position (self, GTK_INVALID_LIST_POSITION);
  return FALSE;
}

/**
 * scr_map_gaps_get_selected:
 * @self: the list
 *
 * Returns: (transfer none) (nullable): the gap that is selected
 */
ScrMapGap *
scr_map_gaps_get_selected (ScrMapGaps *self)
{
  g_return_val_if_fail (SCR_IS_MAP_GAPS (self), NULL);
  return gtk_single_selection_get_selected_item (self->selection);
}

/**
 * scr_map_gaps_get_n_shown:
 * @self: the list
 *
 * Returns: how many gaps it shows
 */
guint
scr_map_gaps_get_n_shown (ScrMapGaps *self)
{
  g_return_val_if_fail (SCR_IS_MAP_GAPS (self), 0);
  return g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
}

/**
 * scr_map_gaps_get_folded:
 * @self: the list
 *
 * Returns: whether only the heading is shown
 */
gboolean
scr_map_gaps_get_folded (ScrMapGaps *self)
{
  g_return_val_if_fail (SCR_IS_MAP_GAPS (self), FALSE);
  return !gtk_widget_get_visible (self->stack);
}

/**
 * scr_map_gaps_set_folded:
 * @self: the list
 * @folded: whether only the heading is shown
 */
void
scr_map_gaps_set_folded (ScrMapGaps *self, gboolean folded)
{
  g_return_if_fail (SCR_IS_MAP_GAPS (self));
  if (folded == scr_map_gaps_get_folded (self))
    return;
  gtk_widget_set_visible (self->stack, !folded);
  show_fold (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}
