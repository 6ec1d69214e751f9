/* ScrFoldBox - two widgets side by side or one under the other. See the header. */
#include "config.h"

#include "scr-fold-box.h"

struct _ScrFoldBox
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *end;
  double fold_width;
  int end_width;
  int spacing;
  int row_spacing;
  gboolean folded;
};

enum
{
  PROP_0,
  PROP_START,
  PROP_END,
  PROP_FOLD_WIDTH,
  PROP_END_WIDTH,
  PROP_SPACING,
  PROP_ROW_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ScrFoldBox, scr_fold_box, GTK_TYPE_WIDGET)

/* Pixels of an em of this widget's text. */
static double
get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double)pango_font_description_get_size (font) / PANGO_SCALE;

  return pango_font_description_get_size_is_absolute (font) ? size : size * 96 / 72;
}

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (is_shown (child))
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The width that both want side by side. */
static int
get_natural_width (ScrFoldBox *self)
{
  int minimum, start, end;

  measure_child (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &start);
  measure_child (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &end);
  if (self->end_width > 0)
    end = MAX (minimum, self->end_width);
  return start + end + (is_shown (self->start) && is_shown (self->end) ? self->spacing : 0);
}

static gboolean
folds_at (ScrFoldBox *self, int width)
{
  if (!is_shown (self->start) || !is_shown (self->end))
    return FALSE;
  if (self->fold_width > 0)
    return width < self->fold_width * get_em (GTK_WIDGET (self));
  return width < get_natural_width (self);
}

/* What @end gets of @width beside @start. */
static int
get_end_width (ScrFoldBox *self, int width)
{
  int start_minimum, start_natural, end_minimum, end_natural;

  if (!is_shown (self->end))
    return 0;
  if (!is_shown (self->start))
    return width;
  measure_child (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start_minimum, &start_natural);
  measure_child (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end_minimum, &end_natural);
  if (self->end_width > 0)
    return MAX (end_minimum, self->end_width);
  return CLAMP (width - self->spacing - start_minimum, end_minimum, MAX (end_minimum, end_natural));
}

static GtkSizeRequestMode
scr_fold_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ScrFoldBox *self, int *minimum, int *natural)
{
  int start_minimum, start_natural, end_minimum, end_natural;

  measure_child (self->start, GTK_ORIENTATION_HORIZONTAL, -1, &start_minimum, &start_natural);
  measure_child (self->end, GTK_ORIENTATION_HORIZONTAL, -1, &end_minimum, &end_natural);
  *minimum = MAX (start_minimum, end_minimum);
  *natural = get_natural_width (self);
}

static void
measure_height (ScrFoldBox *self, int width, int *minimum, int *natural)
{
  int start_minimum, start_natural, end_minimum, end_natural;
  int start_width = width, end_width = width;
  gboolean both = is_shown (self->start) && is_shown (self->end);
  gboolean folded = width >= 0 && folds_at (self, width);

  if (width >= 0 && both && !folded)
    {
      end_width = get_end_width (self, width);
      start_width = MAX (width - self->spacing - end_width, 0);
    }
  measure_child (self->start, GTK_ORIENTATION_VERTICAL, start_width, &start_minimum, &start_natural);
  measure_child (self->end, GTK_ORIENTATION_VERTICAL, end_width, &end_minimum, &end_natural);
  *minimum = folded ? start_minimum + self->row_spacing + end_minimum : MAX (start_minimum, end_minimum);
  *natural = folded ? start_natural + self->row_spacing + end_natural : MAX (start_natural, end_natural);
}

static void
scr_fold_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (SCR_FOLD_BOX (widget), minimum, natural);
  else
    measure_height (SCR_FOLD_BOX (widget), for_size, minimum, natural);
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  if (is_shown (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) {x, y, width, height}, -1);
}

static void
scr_fold_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrFoldBox *self = SCR_FOLD_BOX (widget);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum, natural, start_width, end_width;

  self->folded = folds_at (self, width);
  if (self->folded)
    {
      measure_child (self->end, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural);
      place (self->start, 0, 0, width, MAX (height - natural - self->row_spacing, 0));
      place (self->end, 0, height - natural, width, natural);
      return;
    }
  end_width = get_end_width (self, width);
  start_width = is_shown (self->end) ? MAX (width - self->spacing - end_width, 0) : width;
  place (self->start, right_to_left ? width - start_width : 0, 0, start_width, height);
  place (self->end, right_to_left ? 0 : width - end_width, 0, end_width, height);
}

static void
set_child (ScrFoldBox *self, GtkWidget **place_of, GtkWidget *child, GtkWidget *before)
{
  if (*place_of == child)
    return;
  g_clear_pointer (place_of, gtk_widget_unparent);
  *place_of = child;
  if (child != NULL)
    gtk_widget_insert_before (child, GTK_WIDGET (self), before);
}

static void
scr_fold_box_dispose (GObject *object)
{
  ScrFoldBox *self = SCR_FOLD_BOX (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);
  G_OBJECT_CLASS (scr_fold_box_parent_class)->dispose (object);
}

static void
scr_fold_box_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrFoldBox *self = SCR_FOLD_BOX (object);

  switch (prop_id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;
    case PROP_END:
      g_value_set_object (value, self->end);
      break;
    case PROP_FOLD_WIDTH:
      g_value_set_double (value, self->fold_width);
      break;
    case PROP_END_WIDTH:
      g_value_set_int (value, self->end_width);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_ROW_SPACING:
      g_value_set_int (value, self->row_spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
scr_fold_box_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ScrFoldBox *self = SCR_FOLD_BOX (object);

  switch (prop_id)
    {
    case PROP_START:
      scr_fold_box_set_start (self, g_value_get_object (value));
      break;
    case PROP_END:
      scr_fold_box_set_end (self, g_value_get_object (value));
      break;
    case PROP_FOLD_WIDTH:
      self->fold_width = g_value_get_double (value);
      break;
    case PROP_END_WIDTH:
      self->end_width = g_value_get_int (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_ROW_SPACING:
      self->row_spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
scr_fold_box_class_init (ScrFoldBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = scr_fold_box_dispose;
  object_class->get_property = scr_fold_box_get_property;
  object_class->set_property = scr_fold_box_set_property;
  widget_class->get_request_mode = scr_fold_box_get_request_mode;
  widget_class->measure = scr_fold_box_measure;
  widget_class->size_allocate = scr_fold_box_size_allocate;
  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_FOLD_WIDTH] = g_param_spec_double ("fold-width", NULL, NULL, 0, 1000, 0, flags);
  properties[PROP_END_WIDTH] = g_param_spec_int ("end-width", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  properties[PROP_ROW_SPACING] = g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT16, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
scr_fold_box_init (ScrFoldBox *self)
{
}

/**
 * scr_fold_box_new:
 * @fold_width: the width under which it folds, in ems; 0 for the one under which the two do not fit
 * @spacing: px between the two side by side
 * @row_spacing: px between the two when folded
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
scr_fold_box_new (double fold_width, int spacing, int row_spacing)
{
  return g_object_new (SCR_TYPE_FOLD_BOX, "fold-width", fold_width, "spacing", spacing, "row-spacing",
                       row_spacing, NULL);
}

/**
 * scr_fold_box_set_start:
 * @self: a box
 * @start: (nullable): what comes first, and gets the width that is left
 */
void
scr_fold_box_set_start (ScrFoldBox *self, GtkWidget *start)
{
  g_return_if_fail (SCR_IS_FOLD_BOX (self));
  set_child (self, &self->start, start, self->end);
}

/**
 * scr_fold_box_set_end:
 * @self: a box
 * @end: (nullable): what comes beside it, or under it when folded
 */
void
scr_fold_box_set_end (ScrFoldBox *self, GtkWidget *end)
{
  g_return_if_fail (SCR_IS_FOLD_BOX (self));
  set_child (self, &self->end, end, NULL);
}

/**
 * scr_fold_box_get_folded:
 * @self: a box
 *
 * Returns: whether the second stands under the first as the box is now
 */
gboolean
scr_fold_box_get_folded (ScrFoldBox *self)
{
  g_return_val_if_fail (SCR_IS_FOLD_BOX (self), FALSE);
  return self->folded;
}
