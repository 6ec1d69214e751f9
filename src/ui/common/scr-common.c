/* Resources and style of the shared widgets. See the header. */
#include "config.h"

#include "scr-common.h"

#include "scr-common-resources.h"

#include <gtk/gtk.h>

#define STYLE_PATH "/org/example/Scrutiny/common/common.css"

/**
 * scr_common_add_style:
 * @resource: path of a style sheet in the resources
 *
 * Gives the default display a style sheet, once; below the application's own, whose colours it may use.
 *
 * Returns: whether the display has it
 */
gboolean
scr_common_add_style (const char *resource)
{
  GdkDisplay *display = gdk_display_get_default ();
  g_autoptr (GtkCssProvider) provider = NULL;

  if (display == NULL)
    return FALSE;
  if (g_object_get_data (G_OBJECT (display), resource) != NULL)
    return TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, resource);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
  g_object_set_data_full (G_OBJECT (display), resource, g_steal_pointer (&provider), g_object_unref);
  return TRUE;
}

/**
 * scr_common_ensure:
 *
 * Registers the resources of ui/common/ and gives its style to the default display. A linker drops the constructor
 * that would do so from a static library; calling this again costs nothing.
 */
void
scr_common_ensure (void)
{
  if (!g_resources_get_info (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    scr_common_register_resource ();
  scr_common_add_style (STYLE_PATH);
}
