/* The keys and the wheel of ScrPageView: arrows and Page Up/Down scroll, Home and End go to the ends, Ctrl
 * with the wheel zooms.
 *
 * Owns nothing. Main thread.
 */
#include "config.h"

#include "scr-page-view-keys.h"

static gboolean
scroll_by (GtkAdjustment *adjustment, double distance)
{
  if (adjustment == NULL)
    return FALSE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + distance);
  return TRUE;
}

static gboolean
on_across (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return scroll_by (gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (widget)),
                    g_variant_get_int32 (arguments) * SCR_PAGE_VIEW_STEP);
}

static gboolean
on_down (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return scroll_by (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget)),
                    g_variant_get_int32 (arguments) * SCR_PAGE_VIEW_STEP);
}

static gboolean
on_screenful (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  if (adjustment == NULL)
    return FALSE;
  return scroll_by (adjustment,
                    g_variant_get_int32 (arguments) * gtk_adjustment_get_page_increment (adjustment));
}

/* The end is that of the last page, which is then the page one is on, however little of it there is. */
static gboolean
on_end (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  if (g_variant_get_int32 (arguments) < 0)
    scr_page_view_set_page (SCR_PAGE_VIEW (widget), 0, 0);
  else
    scr_page_view_set_page (SCR_PAGE_VIEW (widget), G_MAXUINT, 1);
  return TRUE;
}

/**
 * scr_page_view_class_add_keys:
 * @klass: the class of #ScrPageView
 *
 * Binds each key twice: with and without the numeric pad.
 */
void
scr_page_view_class_add_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    guint pad_key;
    GtkShortcutFunc func;
    int step;
  } keys[] = {
      {GDK_KEY_Left, GDK_KEY_KP_Left, on_across, -1},
      {GDK_KEY_Right, GDK_KEY_KP_Right, on_across, 1},
      {GDK_KEY_Up, GDK_KEY_KP_Up, on_down, -1},
      {GDK_KEY_Down, GDK_KEY_KP_Down, on_down, 1},
      {GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, on_screenful, -1},
      {GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, on_screenful, 1},
      {GDK_KEY_Home, GDK_KEY_KP_Home, on_end, -1},
      {GDK_KEY_End, GDK_KEY_KP_End, on_end, 1},
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i].key, 0, keys[i].func, "i", keys[i].step);
      gtk_widget_class_add_binding (klass, keys[i].pad_key, 0, keys[i].func, "i", keys[i].step);
    }
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, on_screenful, "i", 1);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, GDK_SHIFT_MASK, on_screenful, "i", -1);
}

/**
 * scr_page_view_zoom_step:
 * @self: a view
 * @step: 1 for the next larger zoom of a usual row, -1 for the next smaller
 */
void
scr_page_view_zoom_step (ScrPageView *self, int step)
{
  static const double row[]
      = {0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5};
  double zoom = scr_page_view_get_zoom (self);
  guint i = step > 0 ? 0 : G_N_ELEMENTS (row) - 1;

  while (step > 0 && i < G_N_ELEMENTS (row) - 1 && row[i] < zoom + 0.01)
    i++;
  while (step < 0 && i > 0 && row[i] > zoom - 0.01)
    i--;
  scr_page_view_set_zoom (self, row[i]);
}

static gboolean
on_wheel (ScrPageView *self, double across, double down, GtkEventController *controller)
{
  if (!(gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;
  if (down != 0)
    scr_page_view_zoom_step (self, down < 0 ? 1 : -1);
  return GDK_EVENT_STOP;
}

static void
on_pressed (GtkWidget *widget)
{
  gtk_widget_grab_focus (widget);
}

/**
 * scr_page_view_add_controllers:
 * @self: a new view
 *
 * A click gives the view the focus; the wheel with Ctrl zooms.
 */
void
scr_page_view_add_controllers (ScrPageView *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                                               | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (on_wheel), self);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
