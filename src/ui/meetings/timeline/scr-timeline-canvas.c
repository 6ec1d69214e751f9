/* The timeline to look at and to work on. See the header. */
#include "config.h"

#include "scr-timeline-canvas-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_FINAL_TYPE (ScrTimelineCanvas, scr_timeline_canvas, GTK_TYPE_WIDGET)

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
  ENTRY_OPENED,
  ENTRY_MOVED,
  CREATE_AT,
  MENU_ASKED,
  DELETE_ASKED,
  RESCHEDULE_ASKED,
  VIEWED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* --- What is seen changes --- */

static void
update_bar (ScrTimelineCanvas *self)
{
  double height = scr_timeline_canvas_get_body_height (self);

  gtk_adjustment_configure (self->adjustment, self->y, 0, fmax (self->content_height, height), 40,
                            height * 0.85, height);
  gtk_widget_set_child_visible (self->bar, self->content_height > height);
}

/* Everything lies anew: after panning, scrolling, zooming, another timeline. */
void
scr_timeline_canvas_update (ScrTimelineCanvas *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self)) <= 0)
    return;
  scr_timeline_canvas_match_faces (self);
  update_bar (self);
  gtk_widget_queue_allocate (self->body);
  gtk_widget_queue_allocate (self->heads);
  gtk_widget_queue_draw (self->body);
  gtk_widget_queue_draw (self->heads);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
tell_viewed (gpointer user_data)
{
  ScrTimelineCanvas *self = user_data;
  int first, last;

  self->viewed_source = 0;
  scr_timeline_canvas_describe_holidays (self);
  scr_timeline_canvas_get_visible_days (self, &first, &last);
  g_signal_emit (self, signals[VIEWED], 0, first, last);
  return G_SOURCE_REMOVE;
}

/* Told soon, not at once: a canvas that is being given its size may not make others ask for theirs. */
void
scr_timeline_canvas_view_changed (ScrTimelineCanvas *self)
{
  if (!self->sizing)
    scr_timeline_canvas_update (self);
  if (self->viewed_source == 0)
    self->viewed_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_viewed, self, NULL);
}

static void
on_bar_moved (GtkAdjustment *adjustment, ScrTimelineCanvas *self)
{
  scr_timeline_canvas_scroll_by (self, gtk_adjustment_get_value (adjustment) - self->y);
}

/* Letters, or the width from which the heads take their part, have changed. */
static void
measure_all (ScrTimelineCanvas *self)
{
  scr_timeline_canvas_measure_letters (self);
  scr_timeline_canvas_make_rows (self);
  g_hash_table_remove_all (self->layouts);
}

static gboolean
measure_again (gpointer user_data)
{
  ScrTimelineCanvas *self = user_data;

  self->measure_source = 0;
  scr_timeline_canvas_cancel_drag (self);
  measure_all (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  scr_timeline_canvas_update (self);
  return G_SOURCE_REMOVE;
}

static void
measure_soon (ScrTimelineCanvas *self)
{
  if (self->measure_source == 0)
    self->measure_source = g_idle_add (measure_again, self);
}

/* --- The timeline it shows --- */

static void
take_timeline (ScrTimelineCanvas *self, ScrTimeline *timeline)
{
  GHashTableIter iter;
  gpointer head;
  GtkWidget *focus = gtk_widget_get_focus_child (self->body);
  gboolean had_focus = focus != NULL && gtk_widget_has_focus (focus);
  ScrTimeline *old = g_steal_pointer (&self->timeline);
  double y = self->y;

  scr_timeline_canvas_forget_faces (self);
  g_hash_table_iter_init (&iter, self->shown_heads);
  while (g_hash_table_iter_next (&iter, NULL, &head))
    {
      scr_timeline_canvas_show_child (head, FALSE);
      g_ptr_array_add (self->spare_heads, head);
    }
  g_hash_table_remove_all (self->shown_heads);
  self->timeline = timeline;
  scr_timeline_canvas_make_rows (self);
  scr_timeline_canvas_retire (self, old);
  scr_timeline_canvas_choose_days (self);
  scr_timeline_canvas_find_current (self);
  self->y = y;
  scr_timeline_canvas_view_changed (self);
  scr_timeline_canvas_find_pressed (self);
  /* What was seen with the keyboard on it and went elsewhere is followed. */
  if (had_focus && self->current >= 0)
    scr_timeline_canvas_focus_entry (self, self->current, self->selected);
}

/**
 * scr_timeline_canvas_set_timeline:
 * @self: a canvas
 * @timeline: (transfer full) (nullable): what it shows from now on
 *
 * The days that are seen, the selection and the keyboard stay as far as they can. While something is dragged
 * the new timeline waits until that has ended. At the first one today is in view.
 */
void
scr_timeline_canvas_set_timeline (ScrTimelineCanvas *self, ScrTimeline *timeline)
{
  g_clear_pointer (&self->waiting, scr_timeline_free);
  if (scr_timeline_canvas_is_dragging (self))
    self->waiting = timeline;
  else
    take_timeline (self, timeline);
}

/* What came while something was dragged. */
void
scr_timeline_canvas_take_waiting (ScrTimelineCanvas *self)
{
  if (self->waiting != NULL && !scr_timeline_canvas_is_dragging (self))
    take_timeline (self, g_steal_pointer (&self->waiting));
}

/**
 * scr_timeline_canvas_get_timeline:
 * @self: a canvas
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const ScrTimeline *
scr_timeline_canvas_get_timeline (ScrTimelineCanvas *self)
{
  return self->timeline;
}

/**
 * scr_timeline_canvas_set_editable:
 * @self: a canvas
 * @editable: whether anything may be moved or made
 */
void
scr_timeline_canvas_set_editable (ScrTimelineCanvas *self, gboolean editable)
{
  if (self->editable == editable)
    return;
  if (!editable)
    scr_timeline_canvas_cancel_drag (self);
  self->editable = editable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

/**
 * scr_timeline_canvas_set_holidays:
 * @self: a canvas
 * @holidays: (nullable): the record's holidays
 * @nation: (nullable): whose are shown
 */
void
scr_timeline_canvas_set_holidays (ScrTimelineCanvas *self, ScrHolidays *holidays, const char *nation)
{
  if (holidays != NULL)
    scr_holidays_ref (holidays);
  g_clear_pointer (&self->holidays, scr_holidays_unref);
  self->holidays = holidays;
  g_free (self->nation);
  self->nation = g_strdup (nation);
  self->described_from = self->described_until = 0;
  scr_timeline_canvas_view_changed (self);
}

/**
 * scr_timeline_canvas_set_year_start:
 * @self: a canvas
 * @month: the month with which the programme's year begins, 1 to 12
 */
void
scr_timeline_canvas_set_year_start (ScrTimelineCanvas *self, int month)
{
  if (month < 1 || month > 12 || month == self->year_start)
    return;
  self->year_start = month;
  scr_timeline_canvas_update (self);
}

/**
 * scr_timeline_canvas_set_tell:
 * @self: a canvas
 * @tell: (nullable): tells what is to be known of a place while something is dragged over it
 * @user_data: what it is called with; must live as long as @self, or until another is set
 */
void
scr_timeline_canvas_set_tell (ScrTimelineCanvas *self, ScrTimelineTell tell, gpointer user_data)
{
  self->tell = tell;
  self->tell_data = user_data;
}

/* --- The widget --- */

static void
scr_timeline_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (widget);
  gboolean rtl = scr_timeline_canvas_is_rtl (self);
  int head, scale, bar;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
  if (width != self->sized_width)
    {
      self->sized_width = width;
      measure_all (self);
      if (self->viewed_source == 0)
        self->viewed_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_viewed, self, NULL);
    }
  self->sizing = TRUE;
  scr_timeline_canvas_match_faces (self);
  update_bar (self);
  self->sizing = FALSE;
  head = (int)self->head_width;
  scale = (int)self->scale_height;
  gtk_widget_measure (self->bar, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bar, NULL, NULL);
  gtk_widget_size_allocate (
      self->heads, &(GtkAllocation) {rtl ? width - head : 0, scale, head, MAX (height - scale, 1)}, -1);
  gtk_widget_size_allocate (
      self->body, &(GtkAllocation) {rtl ? 0 : head, scale, MAX (width - head, 1), MAX (height - scale, 1)},
      -1);
  gtk_widget_size_allocate (
      self->bar, &(GtkAllocation) {rtl ? 0 : MAX (width - bar, 0), scale, bar, MAX (height - scale, 1)}, -1);
}

static void
scr_timeline_canvas_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 150;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 800 : 500;
}

static void
scr_timeline_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (widget);

  scr_timeline_canvas_draw_scale (self, snapshot);
  GTK_WIDGET_CLASS (scr_timeline_canvas_parent_class)->snapshot (widget, snapshot);
}

/* One stop for Tab: in, to the chip where the keyboard was; out, from whichever chip. */
static gboolean
scr_timeline_canvas_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (widget);
  GtkWidget *child = gtk_widget_get_focus_child (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  /* Within a menu that popped up here the menu knows where to go. */
  if (GTK_IS_POPOVER (child) && focus != NULL && gtk_widget_is_ancestor (focus, child))
    return gtk_widget_child_focus (child, direction);
  if (focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget)))
    return FALSE;
  if (self->timeline == NULL)
    return gtk_widget_grab_focus (widget);
  return scr_timeline_canvas_enter (self);
}

/* Larger letters, or another font: other sizes. */
static void
scr_timeline_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (scr_timeline_canvas_parent_class)->system_setting_changed (widget, setting);
  measure_soon (SCR_TIMELINE_CANVAS (widget));
}

/* Before it is in a window it does not know its letters. */
static void
scr_timeline_canvas_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (scr_timeline_canvas_parent_class)->root (widget);
  measure_soon (SCR_TIMELINE_CANVAS (widget));
}

static void
scr_timeline_canvas_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (scr_timeline_canvas_parent_class)->direction_changed (widget, before);
  measure_soon (SCR_TIMELINE_CANVAS (widget));
}

static void
scr_timeline_canvas_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (object);

  if (prop_id == PROP_ZOOM)
    g_value_set_double (value, self->days);
  else if (prop_id == PROP_EDITABLE)
    g_value_set_boolean (value, self->editable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_timeline_canvas_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (object);

  if (prop_id == PROP_ZOOM)
    scr_timeline_canvas_set_zoom (self, g_value_get_double (value));
  else if (prop_id == PROP_EDITABLE)
    scr_timeline_canvas_set_editable (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_timeline_canvas_dispose (GObject *object)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (object);
  GtkWidget *child;

  g_clear_handle_id (&self->viewed_source, g_source_remove);
  g_clear_handle_id (&self->measure_source, g_source_remove);
  g_clear_handle_id (&self->retired_source, g_source_remove);
  g_clear_pointer (&self->waiting, scr_timeline_free);
  if (self->body != NULL)
    {
      scr_timeline_canvas_cancel_drag (self);
      scr_timeline_pane_detach (SCR_TIMELINE_PANE (self->body));
      scr_timeline_pane_detach (SCR_TIMELINE_PANE (self->heads));
      g_signal_handlers_disconnect_by_func (self->adjustment, on_bar_moved, self);
    }
  g_hash_table_remove_all (self->faces);
  g_hash_table_remove_all (self->shown_heads);
  g_ptr_array_set_size (self->spare, 0);
  g_ptr_array_set_size (self->spare_heads, 0);
  self->body = self->heads = self->bar = self->ruler = self->dragged = self->label = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->timeline, scr_timeline_free);
  G_OBJECT_CLASS (scr_timeline_canvas_parent_class)->dispose (object);
}

static void
scr_timeline_canvas_finalize (GObject *object)
{
  ScrTimelineCanvas *self = SCR_TIMELINE_CANVAS (object);

  g_hash_table_unref (self->faces);
  g_hash_table_unref (self->shown_heads);
  g_ptr_array_unref (self->spare);
  g_ptr_array_unref (self->spare_heads);
  g_ptr_array_unref (self->retired);
  g_hash_table_unref (self->layouts);
  g_clear_pointer (&self->holidays, scr_holidays_unref);
  g_free (self->nation);
  g_free (self->current_id);
  g_free (self->current_lane);
  G_OBJECT_CLASS (scr_timeline_canvas_parent_class)->finalize (object);
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
  const GType item[] = {SCR_TYPE_ITEM}, pointer[] = {G_TYPE_POINTER};

  signals[SELECTION_CHANGED] = new_signal (type, "selection-changed", 0, NULL);
  signals[ENTRY_OPENED] = new_signal (type, "entry-opened", 1, item);
  signals[ENTRY_MOVED] = new_signal (type, "entry-moved", 1, pointer);
  signals[CREATE_AT] = new_signal (type, "create-at", 1, pointer);
  signals[MENU_ASKED] = new_signal (type, "menu-asked", 2, (const GType[]) {rectangle, G_TYPE_POINTER});
  signals[DELETE_ASKED] = new_signal (type, "delete-asked", 1, item);
  signals[RESCHEDULE_ASKED] = new_signal (type, "reschedule-asked", 1, item);
  signals[VIEWED] = new_signal (type, "viewed", 2, (const GType[]) {G_TYPE_INT, G_TYPE_INT});
}

static void
scr_timeline_canvas_class_init (ScrTimelineCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = scr_timeline_canvas_get_property;
  object_class->set_property = scr_timeline_canvas_set_property;
  object_class->dispose = scr_timeline_canvas_dispose;
  object_class->finalize = scr_timeline_canvas_finalize;
  widget_class->measure = scr_timeline_canvas_measure;
  widget_class->size_allocate = scr_timeline_canvas_size_allocate;
  widget_class->snapshot = scr_timeline_canvas_snapshot;
  widget_class->focus = scr_timeline_canvas_focus;
  widget_class->root = scr_timeline_canvas_root;
  widget_class->direction_changed = scr_timeline_canvas_direction_changed;
  widget_class->system_setting_changed = scr_timeline_canvas_system_setting_changed;
  gtk_widget_class_set_css_name (widget_class, "timelinecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  properties[PROP_ZOOM]
      = g_param_spec_double ("zoom", NULL, NULL, SCR_TIME_LEAST_DAYS, SCR_TIME_MOST_DAYS, 147,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EDITABLE] = g_param_spec_boolean (
      "editable", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_signals (G_OBJECT_CLASS_TYPE (klass));
}

static void
add_parts (ScrTimelineCanvas *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->heads = scr_timeline_pane_new ("timeline-heads", scr_timeline_canvas_place_heads,
                                       scr_timeline_canvas_draw_heads, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->heads), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Lanes"),
                                  -1);
  gtk_widget_set_parent (self->heads, widget);
  self->body = scr_timeline_pane_new ("timeline-body", scr_timeline_canvas_place_faces,
                                      scr_timeline_canvas_draw_body, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->body), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is planned and was done"), -1);
  gtk_widget_set_parent (self->body, widget);
  self->adjustment = gtk_adjustment_new (0, 0, 1, 1, 1, 1);
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_VERTICAL, self->adjustment);
  g_signal_connect (self->adjustment, "value-changed", G_CALLBACK (on_bar_moved), self);
  gtk_widget_set_parent (self->bar, widget);
  self->ruler = scr_timeline_mark_new ();
  gtk_widget_set_focusable (self->ruler, FALSE);
  gtk_widget_set_parent (self->ruler, self->body);
  scr_timeline_canvas_show_child (self->ruler, FALSE);
  self->dragged = scr_timeline_mark_new ();
  gtk_widget_set_focusable (self->dragged, FALSE);
  /* No tooltip over what the label tells already. */
  gtk_widget_set_can_target (self->dragged, FALSE);
  gtk_widget_add_css_class (self->dragged, "above");
  gtk_widget_add_css_class (self->dragged, "dragged");
  gtk_widget_set_parent (self->dragged, self->body);
  scr_timeline_canvas_show_child (self->dragged, FALSE);
  self->label = scr_timeline_label_new ();
  gtk_widget_set_parent (self->label, self->body);
  scr_timeline_canvas_show_child (self->label, FALSE);
}

static void
scr_timeline_canvas_init (ScrTimelineCanvas *self)
{
  self->days = 147;
  self->start = scr_time_least_day ();
  self->editable = TRUE;
  self->year_start = 1;
  self->current = self->pressed = -1;
  self->head_width = 168;
  self->scale_height = 48;
  self->chip_height = 30;
  self->line_height = 20;
  self->faces = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->shown_heads = g_hash_table_new (NULL, NULL);
  self->spare = g_ptr_array_new ();
  self->spare_heads = g_ptr_array_new ();
  self->retired = g_ptr_array_new_with_free_func ((GDestroyNotify)scr_timeline_free);
  self->layouts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  add_parts (self);
  scr_timeline_canvas_make_rows (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (scr_timeline_canvas_query_tooltip), NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Timeline"), -1);
  scr_timeline_canvas_add_pointer (self);
  scr_timeline_canvas_add_keys (self);
}

/**
 * scr_timeline_canvas_new:
 *
 * Returns: (transfer floating): a canvas without a timeline
 */
GtkWidget *
scr_timeline_canvas_new (void)
{
  return g_object_new (SCR_TYPE_TIMELINE_CANVAS, NULL);
}
