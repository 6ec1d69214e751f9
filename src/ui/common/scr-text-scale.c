/* How much larger text is than usual. See the header. */
#include "scr-text-scale.h"

/* The resolution at which text has its usual size, as GTK counts it. */
#define USUAL_DPI (96 * 1024)

/**
 * scr_text_scale_get:
 * @widget: any widget
 *
 * Returns: 1 for text of the usual size or smaller, 2 for text twice as large
 */
double
scr_text_scale_get (GtkWidget *widget)
{
  int dpi = USUAL_DPI;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return MAX (1.0, (double)dpi / USUAL_DPI);
}
