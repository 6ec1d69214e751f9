/* The label beside what is dragged. See the header. */
#include "config.h"

#include "scr-timeline-label.h"

#include "scr-pill.h"

/* Between the pointer and the label, and to the edge, px. */
#define GAP 18
#define EDGE 6

static void
free_line (gpointer data)
{
  ScrTimelineLine *line = data;

  g_free (line->text);
  g_free (line);
}

/**
 * scr_timeline_lines_new:
 *
 * Returns: (transfer full) (element-type ScrTimelineLine): no lines yet
 */
GPtrArray *
scr_timeline_lines_new (void)
{
  return g_ptr_array_new_with_free_func (free_line);
}

/**
 * scr_timeline_lines_add:
 * @lines: (element-type ScrTimelineLine): lines
 * @text: one more
 * @is_warning: whether it warns
 */
void
scr_timeline_lines_add (GPtrArray *lines, const char *text, gboolean is_warning)
{
  ScrTimelineLine *line = g_new0 (ScrTimelineLine, 1);

  line->text = g_strdup (text);
  line->is_warning = is_warning;
  g_ptr_array_add (lines, line);
}

/**
 * scr_timeline_label_new:
 *
 * Returns: (transfer floating): a label that tells nothing yet
 */
GtkWidget *
scr_timeline_label_new (void)
{
  GtkWidget *label = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (label, "above");
  gtk_widget_add_css_class (label, "timeline-label");
  return label;
}

static void
add_line (GtkWidget *box, const ScrTimelineLine *told)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (told->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (line, "line");
  if (told->is_warning)
    {
      gtk_widget_add_css_class (line, "warning");
      gtk_box_append (GTK_BOX (line), scr_symbol_new ("dialog-warning-symbolic"));
    }
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_day (GtkWidget *box, const char *day, const char *distance)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (day);

  gtk_widget_add_css_class (label, "day");
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), gtk_label_new (distance));
  gtk_box_append (GTK_BOX (box), line);
}

/**
 * scr_timeline_label_show:
 * @label: a label
 * @day: the day where what is dragged would lie
 * @distance: how far that is from where it lies
 * @lines: (element-type ScrTimelineLine): what else is to be known
 */
void
scr_timeline_label_show (GtkWidget *label, const char *day, const char *distance, GPtrArray *lines)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (label)) != NULL)
    gtk_box_remove (GTK_BOX (label), child);
  add_day (label, day, distance);
  for (guint i = 0; i < lines->len; i++)
    add_line (label, g_ptr_array_index (lines, i));
}

/**
 * scr_timeline_label_place:
 * @label: a label
 * @chip: where what is dragged is seen
 * @width: of their parent
 * @height: of their parent
 *
 * Lays it beside the chip, wherever there is room.
 */
void
scr_timeline_label_place (GtkWidget *label, const GdkRectangle *chip, int width, int height)
{
  GtkRequisition size;
  int x = chip->x + chip->width + GAP, y = chip->y;

  gtk_widget_get_preferred_size (label, NULL, &size);
  if (x + size.width > width - EDGE)
    x = chip->x - GAP - size.width;
  if (x < EDGE)
    {
      x = CLAMP (chip->x, EDGE, MAX (width - size.width - EDGE, EDGE));
      y += chip->height + GAP;
    }
  y = CLAMP (y, EDGE, MAX (height - size.height - EDGE, EDGE));
  gtk_widget_size_allocate (label, &(GtkAllocation) {x, y, size.width, size.height}, -1);
}
