/* ScrPartnershipChooser - the drop-down that narrows every view to one partnership, or shows all.
 *
 * Two may stand in one window (header bar and folded sidebar): both follow the context. Main thread.
 */
#pragma once

#include <gtk/gtk.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_PARTNERSHIP_CHOOSER (scr_partnership_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ScrPartnershipChooser, scr_partnership_chooser, SCR, PARTNERSHIP_CHOOSER, GtkWidget)

GtkWidget *scr_partnership_chooser_new (ScrContext *context);
const char *scr_partnership_chooser_get_name (ScrPartnershipChooser *self);

G_END_DECLS
