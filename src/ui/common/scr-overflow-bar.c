/* Widgets side by side of which the less important go. See the header. */
#include "config.h"

#include "scr-overflow-bar.h"

struct _ScrOverflowBar
{
  GtkWidget parent_instance;

  int spacing;
};

G_DEFINE_FINAL_TYPE (ScrOverflowBar, scr_overflow_bar, GTK_TYPE_WIDGET)

static GQuark
get_order_quark (void)
{
  return g_quark_from_static_string ("scr-overflow-order");
}

/* 0 always stays; of the others the highest goes first. */
static guint
get_order (GtkWidget *child)
{
  return GPOINTER_TO_UINT (g_object_get_qdata (G_OBJECT (child), get_order_quark ()));
}

/* The width of what goes no earlier than @order, with the room between. */
static int
get_width (ScrOverflowBar *self, guint order, gboolean natural)
{
  int sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      if (!gtk_widget_get_visible (child) || get_order (child) > order)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      sum += (natural ? wanted : least) + (sum > 0 ? self->spacing : 0);
    }
  return sum;
}

static void
scr_overflow_bar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_width (SCR_OVERFLOW_BAR (widget), 0, FALSE);
      *natural = get_width (SCR_OVERFLOW_BAR (widget), G_MAXUINT, TRUE);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least, wanted;

      gtk_widget_measure (child, orientation, -1, &least, &wanted, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, wanted);
    }
}

/* The highest order that still fits; what can be narrower than it likes gives way first. */
static guint
find_order (ScrOverflowBar *self, int width)
{
  guint best = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (get_order (child) > best && get_width (self, get_order (child), FALSE) <= width)
      best = get_order (child);
  return best;
}

static void
scr_overflow_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ScrOverflowBar *self = SCR_OVERFLOW_BAR (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint order = find_order (self, width);
  int rest = width - get_width (self, order, TRUE);
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gboolean stays = gtk_widget_get_visible (child) && get_order (child) <= order;
      int least, wanted, given;

      gtk_widget_set_child_visible (child, stays);
      if (!stays)
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &wanted, NULL, NULL);
      given = rest < 0 ? MAX (least, wanted + rest) : wanted;
      if (rest < 0)
        rest += wanted - given;
      else if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          given += rest;
          rest = 0;
        }
      gtk_widget_size_allocate (child, &(GtkAllocation) {rtl ? width - x - given : x, 0, given, height}, -1);
      x += given + self->spacing;
    }
}

static void
scr_overflow_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (scr_overflow_bar_parent_class)->dispose (object);
}

static void
scr_overflow_bar_class_init (ScrOverflowBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = scr_overflow_bar_dispose;
  widget_class->measure = scr_overflow_bar_measure;
  widget_class->size_allocate = scr_overflow_bar_size_allocate;
}

static void
scr_overflow_bar_init (ScrOverflowBar *self)
{
}

/**
 * scr_overflow_bar_new:
 * @spacing: between its widgets, px
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
scr_overflow_bar_new (int spacing)
{
  ScrOverflowBar *self = g_object_new (SCR_TYPE_OVERFLOW_BAR, NULL);

  self->spacing = spacing;
  return GTK_WIDGET (self);
}

/**
 * scr_overflow_bar_append:
 * @self: a bar
 * @child: (transfer floating): a widget; one that expands takes the width that is left
 * @order: 0 if it always stays; of the others the highest goes first
 */
void
scr_overflow_bar_append (ScrOverflowBar *self, GtkWidget *child, guint order)
{
  g_object_set_qdata (G_OBJECT (child), get_order_quark (), GUINT_TO_POINTER (order));
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
