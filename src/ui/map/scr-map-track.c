/* ScrMapTrack - a scale over days. See the header. */
#include "config.h"

#include "scr-map-track.h"

#include "scr-day.h"
#include "scr-format.h"
#include "scr-map-parts.h"

#include <glib/gi18n-lib.h>

/* Within so many px a mark catches the pointer. */
#define CATCH 6
/* Between two labels, px. */
#define LABEL_GAP 12
/* More labels than that never fit. */
#define MAX_LABELS 24
/* A long label asks for a tooltip rather than for more room. */
#define LABEL_CHARS 22

typedef struct
{
  GtkWidget *label;
  int day;
} Label;

struct _ScrMapTrack
{
  GtkWidget parent_instance;

  GtkWidget *scale;
  GPtrArray *marks; /* (nullable) (element-type ScrMapDay) */
  GArray *days;     /* (element-type int): of the marks, ascending */
  GArray *labels;   /* (element-type Label): the weightiest first */
};

static guint moved_signal;

G_DEFINE_FINAL_TYPE (ScrMapTrack, scr_map_track, GTK_TYPE_WIDGET)

/* --- Days and places --- */

static int
get_mark_day (ScrMapTrack *self, guint index)
{
  return g_array_index (self->days, int, index);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

/* The mark of a day, or NULL. */
static ScrMapDay *
find_at (ScrMapTrack *self, int day)
{
  guint index;

  if (self->marks == NULL || !g_array_binary_search (self->days, &day, compare_days, &index))
    return NULL;
  return g_ptr_array_index (self->marks, index);
}

/* How many days one px is; 0 before it has a size. */
static double
get_days_a_pixel (ScrMapTrack *self)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  GdkRectangle rect;

  gtk_range_get_range_rect (GTK_RANGE (self->scale), &rect);
  if (rect.width <= 0)
    return 0;
  return (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_lower (adjustment)) / rect.width;
}

/* Where on this widget a day is. */
static double
get_place (ScrMapTrack *self, int day)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  double lower = gtk_adjustment_get_lower (adjustment);
  double length = MAX (gtk_adjustment_get_upper (adjustment) - lower, 1);
  graphene_point_t point = GRAPHENE_POINT_INIT (0, 0);
  GdkRectangle rect;
  double fraction = (day - lower) / length;

  gtk_range_get_range_rect (GTK_RANGE (self->scale), &rect);
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    fraction = 1 - fraction;
  point.x = (float)(rect.x + fraction * rect.width);
  if (!gtk_widget_compute_point (self->scale, GTK_WIDGET (self), &point, &point))
    return 0;
  return point.x;
}

/* The nearest mark within @days of @day, or @day. */
static int
catch_mark (ScrMapTrack *self, double day, double days)
{
  int nearest = (int)(day < 0 ? day - 0.5 : day + 0.5);
  double least = days;

  for (guint i = 0; i < self->days->len; i++)
    {
      double distance = ABS (get_mark_day (self, i) - day);

      if (distance <= least)
        {
          least = distance;
          nearest = get_mark_day (self, i);
        }
    }
  return nearest;
}

/**
 * scr_map_track_find_mark:
 * @self: a track
 * @from: a day
 * @direction: 1 for later, -1 for earlier
 * @day: (out): the nearest mark after or before @from
 *
 * Returns: whether there is one
 */
gboolean
scr_map_track_find_mark (ScrMapTrack *self, int from, int direction, int *day)
{
  gboolean found = FALSE;

  g_return_val_if_fail (SCR_IS_MAP_TRACK (self), FALSE);
  for (guint i = 0; i < self->days->len; i++)
    {
      int mark = get_mark_day (self, i);

      if (direction > 0 ? mark > from && !found : mark < from)
        {
          *day = mark;
          found = TRUE;
        }
    }
  return found;
}

/* --- What it says --- */

static char *
dup_day_words (ScrMapTrack *self, int number, gboolean detailed)
{
  g_autofree char *day = scr_day_from_number (number);
  g_autofree char *words = day != NULL ? scr_format_day (NULL, day, SCR_DAY_LONG) : g_strdup ("");
  ScrMapDay *mark = find_at (self, number);

  if (mark == NULL)
    return g_steal_pointer (&words);
  if (detailed)
    return g_strconcat (words, "\n", mark->detail, NULL);
  /* TRANSLATORS: %1$s is a day, %2$s what changes on it: "1 October 2018: Bexley begins" */
  return g_strdup_printf (_ ("%1$s: %2$s"), words, mark->label);
}

static void
tell_value (ScrMapTrack *self)
{
  g_autofree char *words = dup_day_words (self, scr_map_track_get_day (self), FALSE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words, -1);
}

static gboolean
on_query_tooltip (GtkWidget *scale, int x, int y, gboolean keyboard, GtkTooltip *tooltip, ScrMapTrack *self)
{
  g_autofree char *words = NULL;
  int nearest = scr_map_track_get_day (self);
  double least = CATCH;

  for (guint i = 0; !keyboard && i < self->days->len; i++)
    {
      double distance = ABS (get_place (self, get_mark_day (self, i)) - x);

      if (distance <= least)
        {
          least = distance;
          nearest = get_mark_day (self, i);
        }
    }
  words = dup_day_words (self, nearest, TRUE);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* --- Moving --- */

static void
move_to (ScrMapTrack *self, int day)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  int lower = (int)gtk_adjustment_get_lower (adjustment);
  int upper = (int)gtk_adjustment_get_upper (adjustment);

  day = CLAMP (day, lower, upper);
  if (day == scr_map_track_get_day (self))
    return;
  scr_map_track_set_day (self, day);
  g_signal_emit (self, moved_signal, 0, day);
}

/* Whole days only; a pointer is caught by marks, keys are not: they must be able to leave one. */
static gboolean
on_change_value (GtkRange *range, GtkScrollType scroll, double value, ScrMapTrack *self)
{
  double days = scroll == GTK_SCROLL_JUMP ? CATCH * get_days_a_pixel (self) : 0;

  move_to (self, catch_mark (self, value, days));
  return GDK_EVENT_STOP;
}

static gboolean
on_mark_key (GtkWidget *scale, GVariant *arguments, gpointer user_data)
{
  ScrMapTrack *self = SCR_MAP_TRACK (gtk_widget_get_parent (scale));
  int direction = g_variant_get_int32 (arguments);
  int day;

  if (ABS (direction) == 2)
    direction = gtk_widget_get_direction (scale) == GTK_TEXT_DIR_RTL ? -direction / 2 : direction / 2;
  if (scr_map_track_find_mark (self, scr_map_track_get_day (self), direction, &day))
    move_to (self, day);
  else
    gtk_widget_error_bell (scale);
  return GDK_EVENT_STOP;
}

/* @direction is doubled where it follows the direction of writing. */
static void
add_key (GtkEventController *keys, guint key, GdkModifierType modifiers, int direction)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                                            gtk_callback_action_new (on_mark_key, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (direction));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
}

static void
add_keys (ScrMapTrack *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  add_key (keys, GDK_KEY_Right, GDK_CONTROL_MASK, 2);
  add_key (keys, GDK_KEY_KP_Right, GDK_CONTROL_MASK, 2);
  add_key (keys, GDK_KEY_Left, GDK_CONTROL_MASK, -2);
  add_key (keys, GDK_KEY_KP_Left, GDK_CONTROL_MASK, -2);
  add_key (keys, GDK_KEY_Up, GDK_CONTROL_MASK, 1);
  add_key (keys, GDK_KEY_Down, GDK_CONTROL_MASK, -1);
  add_key (keys, GDK_KEY_Page_Up, 0, 1);
  add_key (keys, GDK_KEY_KP_Page_Up, 0, 1);
  add_key (keys, GDK_KEY_Page_Down, 0, -1);
  add_key (keys, GDK_KEY_KP_Page_Down, 0, -1);
  gtk_widget_add_controller (self->scale, keys);
}

/* --- Layout --- */

static void
scr_map_track_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  ScrMapTrack *self = SCR_MAP_TRACK (widget);
  int tallest = 0;

  gtk_widget_measure (self->scale, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, 120);
      *natural = MAX (*natural, 900);
      return;
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      int height;

      gtk_widget_measure (g_array_index (self->labels, Label, i).label, orientation, -1, NULL, &height, NULL, NULL);
      tallest = MAX (tallest, height);
    }
  *minimum += tallest;
  *natural += tallest;
}

static gboolean
is_free (GArray *taken, int left, int right)
{
  for (guint i = 0; i + 1 < taken->len; i += 2)
    if (left < g_array_index (taken, int, i + 1) + LABEL_GAP && right + LABEL_GAP > g_array_index (taken, int, i))
      return FALSE;
  return TRUE;
}

/* Each under its mark, or as near as the edge lets it; one that would touch a weightier one is not shown. */
static void
place_labels (ScrMapTrack *self, int width, int top)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->labels->len; i++)
    {
      const Label *label = &g_array_index (self->labels, Label, i);
      int label_width, label_height, left, right;

      gtk_widget_measure (label->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &label_width, NULL, NULL);
      gtk_widget_measure (label->label, GTK_ORIENTATION_VERTICAL, label_width, NULL, &label_height, NULL, NULL);
      left = (int)get_place (self, label->day) - label_width / 2;
      left = CLAMP (left, 0, MAX (width - label_width, 0));
      right = left + label_width;
      if (right > width || !is_free (taken, left, right))
        {
          gtk_widget_set_child_visible (label->label, FALSE);
          continue;
        }
      g_array_append_val (taken, left);
      g_array_append_val (taken, right);
      gtk_widget_set_child_visible (label->label, TRUE);
      gtk_widget_size_allocate (label->label, &(GtkAllocation) {left, top, label_width, label_height}, -1);
    }
}

static void
scr_map_track_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMapTrack *self = SCR_MAP_TRACK (widget);
  int scale_height;

  gtk_widget_measure (self->scale, GTK_ORIENTATION_VERTICAL, width, NULL, &scale_height, NULL, NULL);
  gtk_widget_size_allocate (self->scale, &(GtkAllocation) {0, 0, width, scale_height}, -1);
  place_labels (self, width, scale_height);
}

/* Shift+Tab out of what is inside asks for this too, and must get out. */
static gboolean
scr_map_track_grab_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return (focus == NULL || !gtk_widget_is_ancestor (focus, widget)) && gtk_widget_grab_focus (SCR_MAP_TRACK (widget)->scale);
}

/* --- Life --- */

static void
clear_labels (ScrMapTrack *self)
{
  for (guint i = 0; i < self->labels->len; i++)
    gtk_widget_unparent (g_array_index (self->labels, Label, i).label);
  g_array_set_size (self->labels, 0);
}

static void
scr_map_track_dispose (GObject *object)
{
  ScrMapTrack *self = SCR_MAP_TRACK (object);

  clear_labels (self);
  g_clear_pointer (&self->scale, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_map_track_parent_class)->dispose (object);
}

static void
scr_map_track_finalize (GObject *object)
{
  ScrMapTrack *self = SCR_MAP_TRACK (object);

  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_array_unref (self->days);
  g_array_unref (self->labels);
  G_OBJECT_CLASS (scr_map_track_parent_class)->finalize (object);
}

static void
scr_map_track_class_init (ScrMapTrackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_map_track_dispose;
  G_OBJECT_CLASS (klass)->finalize = scr_map_track_finalize;
  widget_class->measure = scr_map_track_measure;
  widget_class->size_allocate = scr_map_track_size_allocate;
  widget_class->grab_focus = scr_map_track_grab_focus;
  moved_signal = g_signal_new ("moved", SCR_TYPE_MAP_TRACK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                               G_TYPE_INT);
  gtk_widget_class_set_css_name (widget_class, "maptrack");
}

static void
scr_map_track_init (ScrMapTrack *self)
{
  self->days = g_array_new (FALSE, FALSE, sizeof (int));
  self->labels = g_array_new (FALSE, FALSE, sizeof (Label));
  self->scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, 1);
  gtk_scale_set_draw_value (GTK_SCALE (self->scale), FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), 0);
  gtk_widget_set_has_tooltip (self->scale, TRUE);
  scr_map_name (self->scale, _ ("Shown as at"));
  g_signal_connect (self->scale, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  g_signal_connect (self->scale, "change-value", G_CALLBACK (on_change_value), self);
  add_keys (self);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
}

/**
 * scr_map_track_new:
 *
 * Returns: (transfer floating): a track without marks
 */
GtkWidget *
scr_map_track_new (void)
{
  return g_object_new (SCR_TYPE_MAP_TRACK, NULL);
}

/* --- Marks --- */

static int
compare_weight (gconstpointer a, gconstpointer b)
{
  const ScrMapDay *first = *(const ScrMapDay *const *)a;
  const ScrMapDay *second = *(const ScrMapDay *const *)b;

  if (first->sort != second->sort)
    return first->sort < second->sort ? -1 : 1;
  return scr_day_between (second->day, first->day);
}

static void
make_labels (ScrMapTrack *self)
{
  g_autoptr (GPtrArray) weighed = g_ptr_array_copy (self->marks, NULL, NULL);

  g_ptr_array_set_free_func (weighed, NULL);
  g_ptr_array_sort (weighed, compare_weight);
  for (guint i = 0; i < weighed->len && self->labels->len < MAX_LABELS; i++)
    {
      const ScrMapDay *mark = g_ptr_array_index (weighed, i);
      Label label = {gtk_label_new (mark->label), 0};

      if (!scr_day_to_number (mark->day, &label.day))
        continue;
      gtk_label_set_ellipsize (GTK_LABEL (label.label), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (label.label), LABEL_CHARS);
      gtk_widget_set_tooltip_text (label.label, mark->detail);
      gtk_widget_add_css_class (label.label, "scr-map-mark");
      gtk_widget_add_css_class (label.label, "scr-dim");
      gtk_widget_insert_before (label.label, GTK_WIDGET (self), NULL);
      g_array_append_val (self->labels, label);
    }
}

/**
 * scr_map_track_set_marks:
 * @self: a track
 * @marks: (element-type ScrMapDay): its marks from now on, ascending; held
 * @first: its first day
 * @last: its last day, later than @first
 */
void
scr_map_track_set_marks (ScrMapTrack *self, GPtrArray *marks, int first, int last)
{
  GtkAdjustment *adjustment;
  int day;

  g_return_if_fail (SCR_IS_MAP_TRACK (self));
  g_return_if_fail (first < last);
  g_ptr_array_ref (marks);
  clear_labels (self);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  self->marks = marks;
  g_array_set_size (self->days, 0);
  gtk_scale_clear_marks (GTK_SCALE (self->scale));
  adjustment = gtk_range_get_adjustment (GTK_RANGE (self->scale));
  day = scr_map_track_get_day (self);
  gtk_adjustment_configure (adjustment, CLAMP (day, first, last), first, last, 1, 30, 0);
  for (guint i = 0; i < marks->len; i++)
    if (scr_day_to_number (((ScrMapDay *)g_ptr_array_index (marks, i))->day, &day))
      {
        g_array_append_val (self->days, day);
        gtk_scale_add_mark (GTK_SCALE (self->scale), day, GTK_POS_BOTTOM, NULL);
      }
  make_labels (self);
  tell_value (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * scr_map_track_set_day:
 * @self: a track
 * @day: where it stands; does not emit "moved"
 */
void
scr_map_track_set_day (ScrMapTrack *self, int day)
{
  g_return_if_fail (SCR_IS_MAP_TRACK (self));
  gtk_range_set_value (GTK_RANGE (self->scale), day);
  tell_value (self);
}

/**
 * scr_map_track_get_day:
 * @self: a track
 *
 * Returns: where it stands
 */
int
scr_map_track_get_day (ScrMapTrack *self)
{
  double value;

  g_return_val_if_fail (SCR_IS_MAP_TRACK (self), 0);
  value = gtk_range_get_value (GTK_RANGE (self->scale));
  return (int)(value < 0 ? value - 0.5 : value + 0.5);
}

/**
 * scr_map_track_get_scale:
 * @self: a track
 *
 * Returns: (transfer none): what has the keyboard
 */
GtkWidget *
scr_map_track_get_scale (ScrMapTrack *self)
{
  g_return_val_if_fail (SCR_IS_MAP_TRACK (self), NULL);
  return self->scale;
}

/**
 * scr_map_track_count_labels:
 * @self: a track
 *
 * Returns: how many labels found room
 */
guint
scr_map_track_count_labels (ScrMapTrack *self)
{
  guint count = 0;

  g_return_val_if_fail (SCR_IS_MAP_TRACK (self), 0);
  for (guint i = 0; i < self->labels->len; i++)
    count += gtk_widget_get_child_visible (g_array_index (self->labels, Label, i).label) ? 1 : 0;
  return count;
}
