/* The templates of ui/reports/. See the header. */
#include "config.h"

#include "scr-reports-resources.h"

#include "scr-reports-templates.h"

/**
 * scr_reports_ensure_resources:
 *
 * Every class with a template calls this before it takes the template.
 */
void
scr_reports_ensure_resources (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      scr_ui_reports_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}
