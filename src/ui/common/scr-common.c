/* Resources and style of the shared widgets. See the header. Main thread. */
#include "config.h"

#include "scr-common.h"

#include "scr-common-resources.h"

#include <gtk/gtk.h>

#define STYLE_PATH "/org/example/Scrutiny/common/common.css"

/**
 * scr_common_ensure:
 *
 * Registers the resources of ui/common/ and gives its style to the default display. A linker drops the constructor
 * that would do so from a static library; calling this again costs nothing.
 */
void
scr_common_ensure (void)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (display == NULL || g_object_get_data (G_OBJECT (display), STYLE_PATH) != NULL)
    return;
  scr_common_register_resource ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, STYLE_PATH);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  g_object_set_data_full (G_OBJECT (display), STYLE_PATH, g_steal_pointer (&provider), g_object_unref);
}
