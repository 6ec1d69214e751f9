/* ScrWrapBox - widgets in as many lines as they need. See the header. */
#include "config.h"

#include "scr-wrap-box.h"

struct _ScrWrapBox
{
  GtkWidget parent_instance;

  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (ScrWrapBox, scr_wrap_box, GTK_TYPE_WIDGET)

static void
get_width (GtkWidget *child, int *minimum, int *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
get_height (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);
  return natural;
}

/* The children of the line that begins with @first, at most @width wide: where the next begins, and its
 * height. */
static GtkWidget *
break_line (ScrWrapBox *self, GtkWidget *first, int width, int *height)
{
  int taken = 0;

  *height = 0;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int minimum, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      get_width (child, &minimum, &natural);
      natural = MIN (natural, MAX (width, minimum));
      if (taken > 0 && taken + self->spacing + natural > width)
        return child;
      taken += natural + (taken > 0 ? self->spacing : 0);
      *height = MAX (*height, get_height (child, natural));
    }
  return NULL;
}

static int
get_height_for (ScrWrapBox *self, int width)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
  int sum = 0;

  while (child != NULL)
    {
      int height;

      child = break_line (self, child, width, &height);
      sum += height + (sum > 0 && height > 0 ? self->line_spacing : 0);
    }
  return sum;
}

static void
scr_wrap_box_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  ScrWrapBox *self = SCR_WRAP_BOX (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = get_height_for (self, for_size >= 0 ? for_size : G_MAXINT16);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int least, wished;

        get_width (child, &least, &wished);
        *minimum = MAX (*minimum, least);
        *natural += wished + (*natural > 0 ? self->spacing : 0);
      }
}

static void
place_line (ScrWrapBox *self, GtkWidget *first, GtkWidget *end, int y, int height)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int minimum, natural;

        get_width (child, &minimum, &natural);
        natural = MIN (natural, MAX (width, minimum));
        gtk_widget_size_allocate (child, &(GtkAllocation) {rtl ? width - x - natural : x, y, natural, height},
                                  -1);
        x += natural + self->spacing;
      }
}

static void
scr_wrap_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrWrapBox *self = SCR_WRAP_BOX (widget);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (child != NULL)
    {
      int line;
      GtkWidget *next = break_line (self, child, width, &line);

      place_line (self, child, next, y, line);
      y += line > 0 ? line + self->line_spacing : 0;
      child = next;
    }
}

static GtkSizeRequestMode
scr_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
scr_wrap_box_dispose (GObject *object)
{
  scr_wrap_box_clear (SCR_WRAP_BOX (object));
  G_OBJECT_CLASS (scr_wrap_box_parent_class)->dispose (object);
}

static void
scr_wrap_box_class_init (ScrWrapBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_wrap_box_dispose;
  widget_class->measure = scr_wrap_box_measure;
  widget_class->size_allocate = scr_wrap_box_size_allocate;
  widget_class->get_request_mode = scr_wrap_box_get_request_mode;
}

static void
scr_wrap_box_init (ScrWrapBox *self)
{
}

/**
 * scr_wrap_box_new:
 * @spacing: between widgets of a line, px
 * @line_spacing: between lines, px
 *
 * Returns: (transfer floating): an empty box
 */
GtkWidget *
scr_wrap_box_new (int spacing, int line_spacing)
{
  ScrWrapBox *self = g_object_new (SCR_TYPE_WRAP_BOX, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  return GTK_WIDGET (self);
}

/**
 * scr_wrap_box_append:
 * @self: a box
 * @child: (transfer floating): a widget for its end
 */
void
scr_wrap_box_append (ScrWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (SCR_IS_WRAP_BOX (self));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

/**
 * scr_wrap_box_clear:
 * @self: a box, which is empty from now on
 */
void
scr_wrap_box_clear (ScrWrapBox *self)
{
  GtkWidget *child;

  g_return_if_fail (SCR_IS_WRAP_BOX (self));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
