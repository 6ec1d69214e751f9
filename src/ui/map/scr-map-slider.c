/* ScrMapSlider - the day on which the map is shown. See the header. */
#include "config.h"

#include "scr-map-slider.h"

#include "scr-day.h"
#include "scr-fold-box.h"
#include "scr-follow.h"
#include "scr-labels.h"
#include "scr-map-day-button.h"
#include "scr-map-days.h"
#include "scr-map-parts.h"
#include "scr-map-track.h"

#include <glib/gi18n-lib.h>

/* Between the buttons and the scale, px: side by side, and one under the other. */
#define SPACING 24
#define ROW_SPACING 6
/* How long play shows a mark, ms. */
#define PLAY_STEP 1000
/* Before the first mark and after the last, days. */
#define MARGIN 30

struct _ScrMapSlider
{
  GtkWidget parent_instance;

  ScrContext *context;
  gpointer store; /* (nullable): whose days they are: to tell one record from another, never used */
  char *day;
  char *own_day; /* what the record counts from */
  GtkWidget *controls;
  GtkWidget *button;
  GtkWidget *play;
  GtkWidget *today;
  GtkWidget *track;
  guint playing;
};

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_DAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScrMapSlider, scr_map_slider, GTK_TYPE_WIDGET)

static void
show_day (ScrMapSlider *self)
{
  int number;

  scr_map_day_button_set_day (SCR_MAP_DAY_BUTTON (self->button), self->day);
  if (scr_day_to_number (self->day, &number))
    scr_map_track_set_day (SCR_MAP_TRACK (self->track), number);
  /* It keeps its room: the scale must not move under a pointer that drags. */
  gtk_widget_set_sensitive (self->today, !scr_map_slider_is_own_day (self));
}

static void
take_day (ScrMapSlider *self, const char *day)
{
  if (g_strcmp0 (day, self->day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (day);
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/* --- The record --- */

/* The scale has room for every mark, today, and the day that is shown. */
static void
show_marks (ScrMapSlider *self, GPtrArray *marks)
{
  int first, last, number;

  scr_day_to_number (self->own_day, &first);
  last = first;
  if (self->day != NULL && scr_day_to_number (self->day, &number))
    {
      first = MIN (first, number);
      last = MAX (last, number);
    }
  for (guint i = 0; i < marks->len; i++)
    if (scr_day_to_number (((ScrMapDay *)g_ptr_array_index (marks, i))->day, &number))
      {
        first = MIN (first, number);
        last = MAX (last, number);
      }
  scr_map_track_set_marks (SCR_MAP_TRACK (self->track), marks, first - MARGIN, last + MARGIN);
}

static GPtrArray *
list_marks (ScrMapSlider *self)
{
  ScrStore *store = scr_context_get_store (self->context);

  if (store == NULL)
    return g_ptr_array_new ();
  return scr_map_days_new (NULL, SCR_SOURCE (store), scr_context_get_partnership (self->context));
}

static char *
dup_own_day (ScrMapSlider *self)
{
  ScrStore *store = scr_context_get_store (self->context);
  g_autoptr (GDateTime) now = NULL;

  if (store != NULL)
    return scr_source_dup_today (SCR_SOURCE (store));
  now = g_date_time_new_now_local ();
  return g_date_time_format (now, "%Y-%m-%d");
}

static void
refresh (gpointer owner)
{
  ScrMapSlider *self = owner;
  gpointer store = scr_context_get_store (self->context);
  gboolean own = self->day == NULL || store != self->store || scr_map_slider_is_own_day (self);
  g_autoptr (GPtrArray) marks = list_marks (self);

  if (store != self->store)
    scr_map_slider_set_playing (self, FALSE);
  self->store = store;
  g_free (self->own_day);
  self->own_day = dup_own_day (self);
  show_marks (self, marks);
  if (own)
    take_day (self, self->own_day);
  show_day (self);
}

/* --- What people do --- */

static void
on_moved (ScrMapSlider *self, int number)
{
  g_autofree char *day = scr_day_from_number (number);

  scr_map_slider_set_playing (self, FALSE);
  if (day != NULL)
    take_day (self, day);
}

/* A day beyond the ends of the scale lengthens it. */
static void
on_chosen (ScrMapSlider *self, const char *day)
{
  scr_map_slider_set_playing (self, FALSE);
  scr_map_slider_set_day (self, day);
}

static void
on_today (ScrMapSlider *self)
{
  scr_map_slider_set_playing (self, FALSE);
  gtk_widget_grab_focus (self->track);
  take_day (self, self->own_day);
}

static void
on_play (ScrMapSlider *self)
{
  scr_map_slider_set_playing (self, self->playing == 0);
}

static void
show_playing (ScrMapSlider *self)
{
  const char *name = self->playing != 0 ? _ ("Pause") : _ ("Play the changes one after another");

  gtk_button_set_icon_name (GTK_BUTTON (self->play), self->playing != 0 ? "media-playback-pause-symbolic"
                                                                         : "media-playback-start-symbolic");
  gtk_widget_set_tooltip_text (self->play, name);
  scr_map_name (self->play, name);
}

static gboolean
on_play_step (gpointer user_data)
{
  ScrMapSlider *self = user_data;

  if (scr_map_slider_step (self, 1))
    return G_SOURCE_CONTINUE;
  self->playing = 0;
  show_playing (self);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
make_controls (ScrMapSlider *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *row = scr_fold_box_new (0, 6, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->button = scr_map_day_button_new (self->context, _ ("Shown as at"));
  g_signal_connect_swapped (self->button, "chosen", G_CALLBACK (on_chosen), self);
  self->play = gtk_button_new ();
  g_signal_connect_swapped (self->play, "clicked", G_CALLBACK (on_play), self);
  self->today = gtk_button_new_with_label (_ ("Today"));
  gtk_widget_add_css_class (self->today, "flat");
  gtk_widget_set_tooltip_text (self->today, _ ("Back to the day that the record shows"));
  g_signal_connect_swapped (self->today, "clicked", G_CALLBACK (on_today), self);
  gtk_box_append (GTK_BOX (buttons), self->play);
  gtk_box_append (GTK_BOX (buttons), self->today);
  scr_fold_box_set_start (SCR_FOLD_BOX (row), self->button);
  scr_fold_box_set_end (SCR_FOLD_BOX (row), buttons);
  gtk_box_append (GTK_BOX (box), scr_label_new_wrapping (_ ("Shown as at"), "scr-dim"));
  gtk_box_append (GTK_BOX (box), row);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
scr_map_slider_constructed (GObject *object)
{
  ScrMapSlider *self = SCR_MAP_SLIDER (object);

  G_OBJECT_CLASS (scr_map_slider_parent_class)->constructed (object);
  self->track = scr_map_track_new ();
  gtk_widget_set_valign (self->track, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->track, "moved", G_CALLBACK (on_moved), self);
  self->controls = make_controls (self);
  gtk_widget_set_parent (self->controls, GTK_WIDGET (self));
  gtk_widget_set_parent (self->track, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "scr-map-slider");
  show_playing (self);
  scr_follow (self, self->context, refresh);
  refresh (self);
}

static void
scr_map_slider_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrMapSlider *self = SCR_MAP_SLIDER (object);

  if (prop_id == PROP_CONTEXT)
    g_value_set_object (value, self->context);
  else if (prop_id == PROP_DAY)
    g_value_set_string (value, self->day);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
scr_map_slider_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ScrMapSlider *self = SCR_MAP_SLIDER (object);

  if (prop_id == PROP_CONTEXT)
    self->context = g_value_dup_object (value);
  else if (prop_id == PROP_DAY)
    scr_map_slider_set_day (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* --- Layout --- */

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The scale goes under the buttons where it would get less room than they: large text folds earlier. */
static gboolean
folds_at (ScrMapSlider *self, int width, int *controls)
{
  int minimum;

  measure_child (self->controls, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, controls);
  return width < 2 * *controls + SPACING;
}

static GtkSizeRequestMode
scr_map_slider_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
scr_map_slider_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ScrMapSlider *self = SCR_MAP_SLIDER (widget);
  int controls_minimum, controls_natural, track_minimum, track_natural, controls;
  gboolean vertical = orientation == GTK_ORIENTATION_VERTICAL;
  gboolean folded = vertical && for_size >= 0 && folds_at (self, for_size, &controls);

  measure_child (self->controls, orientation, vertical && folded ? for_size : -1, &controls_minimum,
                 &controls_natural);
  measure_child (self->track, orientation, -1, &track_minimum, &track_natural);
  if (!vertical)
    {
      *minimum = MAX (controls_minimum, track_minimum);
      *natural = controls_natural + SPACING + track_natural;
    }
  else
    {
      *minimum = folded ? controls_minimum + ROW_SPACING + track_minimum : MAX (controls_minimum, track_minimum);
      *natural = folded ? controls_natural + ROW_SPACING + track_natural : MAX (controls_natural, track_natural);
    }
}

static void
allocate (ScrMapSlider *self, GtkWidget *child, int x, int y, int width, int height)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation) {x, y, width, height}, -1);
}

static void
scr_map_slider_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrMapSlider *self = SCR_MAP_SLIDER (widget);
  int controls, minimum, controls_height;

  if (folds_at (self, width, &controls))
    {
      measure_child (self->controls, GTK_ORIENTATION_VERTICAL, width, &minimum, &controls_height);
      allocate (self, self->controls, 0, 0, width, controls_height);
      allocate (self, self->track, 0, controls_height + ROW_SPACING, width,
                MAX (height - controls_height - ROW_SPACING, 0));
      return;
    }
  allocate (self, self->controls, 0, 0, controls, height);
  allocate (self, self->track, controls + SPACING, 0, width - controls - SPACING, height);
}

/* --- Life --- */

/* Nobody watches: nothing plays. */
static void
scr_map_slider_unmap (GtkWidget *widget)
{
  scr_map_slider_set_playing (SCR_MAP_SLIDER (widget), FALSE);
  GTK_WIDGET_CLASS (scr_map_slider_parent_class)->unmap (widget);
}

/* Shift+Tab out of what is inside asks for this too, and must get out. */
static gboolean
scr_map_slider_grab_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return (focus == NULL || !gtk_widget_is_ancestor (focus, widget)) && gtk_widget_grab_focus (SCR_MAP_SLIDER (widget)->track);
}

static void
scr_map_slider_dispose (GObject *object)
{
  ScrMapSlider *self = SCR_MAP_SLIDER (object);

  g_clear_handle_id (&self->playing, g_source_remove);
  g_clear_pointer (&self->controls, gtk_widget_unparent);
  g_clear_pointer (&self->track, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (scr_map_slider_parent_class)->dispose (object);
}

static void
scr_map_slider_finalize (GObject *object)
{
  g_free (SCR_MAP_SLIDER (object)->day);
  g_free (SCR_MAP_SLIDER (object)->own_day);
  G_OBJECT_CLASS (scr_map_slider_parent_class)->finalize (object);
}

static void
scr_map_slider_class_init (ScrMapSliderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = scr_map_slider_constructed;
  object_class->get_property = scr_map_slider_get_property;
  object_class->set_property = scr_map_slider_set_property;
  object_class->dispose = scr_map_slider_dispose;
  object_class->finalize = scr_map_slider_finalize;
  GTK_WIDGET_CLASS (klass)->get_request_mode = scr_map_slider_get_request_mode;
  GTK_WIDGET_CLASS (klass)->measure = scr_map_slider_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = scr_map_slider_size_allocate;
  GTK_WIDGET_CLASS (klass)->unmap = scr_map_slider_unmap;
  GTK_WIDGET_CLASS (klass)->grab_focus = scr_map_slider_grab_focus;
  properties[PROP_CONTEXT]
      = g_param_spec_object ("context", NULL, NULL, SCR_TYPE_CONTEXT,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, NULL,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  scr_map_ensure ();
}

static void
scr_map_slider_init (ScrMapSlider *self)
{
}

/**
 * scr_map_slider_new:
 * @context: what the window hands to its views
 *
 * Returns: (transfer floating): a slider on the record's own day
 */
GtkWidget *
scr_map_slider_new (ScrContext *context)
{
  return g_object_new (SCR_TYPE_MAP_SLIDER, "context", context, NULL);
}

/**
 * scr_map_slider_get_day:
 * @self: a slider
 *
 * Returns: (transfer none): "YYYY-MM-DD"
 */
const char *
scr_map_slider_get_day (ScrMapSlider *self)
{
  g_return_val_if_fail (SCR_IS_MAP_SLIDER (self), NULL);
  return self->day;
}

/**
 * scr_map_slider_set_day:
 * @self: a slider
 * @day: (nullable): the day to show; %NULL is the record's own. One beyond its ends lengthens the scale
 */
void
scr_map_slider_set_day (ScrMapSlider *self, const char *day)
{
  g_autofree char *wanted = NULL;
  g_autoptr (GPtrArray) marks = NULL;

  g_return_if_fail (SCR_IS_MAP_SLIDER (self));
  wanted = g_strdup (day != NULL ? day : self->own_day);
  g_return_if_fail (scr_day_is_valid (wanted));
  if (g_strcmp0 (wanted, self->day) == 0)
    return;
  g_free (self->day);
  self->day = g_strdup (wanted);
  marks = list_marks (self);
  show_marks (self, marks);
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * scr_map_slider_is_own_day:
 * @self: a slider
 *
 * Returns: whether it stands on the day that the record shows
 */
gboolean
scr_map_slider_is_own_day (ScrMapSlider *self)
{
  g_return_val_if_fail (SCR_IS_MAP_SLIDER (self), FALSE);
  return g_strcmp0 (self->day, self->own_day) == 0;
}

/**
 * scr_map_slider_step:
 * @self: a slider
 * @direction: 1 for later, -1 for earlier
 *
 * Goes to the next mark in that direction.
 *
 * Returns: whether there was one
 */
gboolean
scr_map_slider_step (ScrMapSlider *self, int direction)
{
  ScrMapTrack *track;
  g_autofree char *day = NULL;
  int number;

  g_return_val_if_fail (SCR_IS_MAP_SLIDER (self), FALSE);
  track = SCR_MAP_TRACK (self->track);
  if (!scr_map_track_find_mark (track, scr_map_track_get_day (track), direction, &number))
    return FALSE;
  day = scr_day_from_number (number);
  take_day (self, day);
  return TRUE;
}

/**
 * scr_map_slider_get_playing:
 * @self: a slider
 *
 * Returns: whether it goes from mark to mark by itself
 */
gboolean
scr_map_slider_get_playing (ScrMapSlider *self)
{
  g_return_val_if_fail (SCR_IS_MAP_SLIDER (self), FALSE);
  return self->playing != 0;
}

/* Where nothing is later, playing begins anew. */
static gboolean
go_to_first (ScrMapSlider *self)
{
  g_autofree char *day = NULL;
  int number;

  if (!scr_map_track_find_mark (SCR_MAP_TRACK (self->track), G_MININT, 1, &number))
    return FALSE;
  day = scr_day_from_number (number);
  take_day (self, day);
  return TRUE;
}

/**
 * scr_map_slider_set_playing:
 * @self: a slider
 * @playing: whether to go from mark to mark, from the first one if there is none later, a second at each
 */
void
scr_map_slider_set_playing (ScrMapSlider *self, gboolean playing)
{
  g_return_if_fail (SCR_IS_MAP_SLIDER (self));
  if (playing == (self->playing != 0))
    return;
  if (!playing)
    g_clear_handle_id (&self->playing, g_source_remove);
  else if (scr_map_slider_step (self, 1) || go_to_first (self))
    self->playing = g_timeout_add (PLAY_STEP, on_play_step, self);
  show_playing (self);
}
