/* ScrPreviewBar - lays out a bar of two groups: side by side when there is room, else one above the other.
 *
 * Owns nothing. Always holds: the first child begins at the bar's start, the second ends at its end. Main
 * thread.
 */
#include "config.h"

#include "scr-preview-bar.h"

#define SPACING 6

struct _ScrPreviewBar
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (ScrPreviewBar, scr_preview_bar, GTK_TYPE_LAYOUT_MANAGER)

static void
measure_child (GtkWidget *child, GtkOrientation orientation, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
}

/* Whether both groups fit in one row: at what they need, not at what they would like. */
static gboolean
fits (GtkWidget *widget, int width)
{
  int first, second, unused;

  measure_child (gtk_widget_get_first_child (widget), GTK_ORIENTATION_HORIZONTAL, &first, &unused);
  measure_child (gtk_widget_get_last_child (widget), GTK_ORIENTATION_HORIZONTAL, &second, &unused);
  return width < 0 || first + SPACING + second <= width;
}

static GtkSizeRequestMode
scr_preview_bar_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
scr_preview_bar_measure (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  int minimums[2], naturals[2];

  measure_child (gtk_widget_get_first_child (widget), orientation, &minimums[0], &naturals[0]);
  measure_child (gtk_widget_get_last_child (widget), orientation, &minimums[1], &naturals[1]);
  *minimum = MAX (minimums[0], minimums[1]);
  *natural = MAX (naturals[0], naturals[1]);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = naturals[0] + SPACING + naturals[1];
  else if (!fits (widget, for_size))
    {
      *minimum = minimums[0] + SPACING + minimums[1];
      *natural = naturals[0] + SPACING + naturals[1];
    }
}

static void
place (GtkWidget *child, int x, int y, int width, int height)
{
  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &(GtkAllocation) {x, y, width, height}, -1);
}

static void
scr_preview_bar_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *first = gtk_widget_get_first_child (widget), *second = gtk_widget_get_last_child (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum, natural, half = (height - SPACING) / 2, first_width, second_width;

  if (!fits (widget, width))
    {
      place (first, 0, 0, width, half);
      place (second, 0, height - half, width, half);
      return;
    }
  measure_child (first, GTK_ORIENTATION_HORIZONTAL, &first_width, &natural);
  measure_child (second, GTK_ORIENTATION_HORIZONTAL, &minimum, &natural);
  second_width = CLAMP (natural, minimum, width - SPACING - first_width);
  place (first, rtl ? width - first_width : 0, 0, first_width, height);
  place (second, rtl ? 0 : width - second_width, 0, second_width, height);
}

static void
scr_preview_bar_class_init (ScrPreviewBarClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = scr_preview_bar_get_request_mode;
  manager_class->measure = scr_preview_bar_measure;
  manager_class->allocate = scr_preview_bar_allocate;
}

static void
scr_preview_bar_init (ScrPreviewBar *self)
{
}
