/* ScrChooser - a popover that finds an item by typing, or makes one with the title that was typed.
 *
 * Emits "chosen" (ScrItem *) and then closes. Main thread.
 */
#pragma once

#include <adwaita.h>

#include "scr-context.h"

G_BEGIN_DECLS

#define SCR_TYPE_CHOOSER (scr_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ScrChooser, scr_chooser, SCR, CHOOSER, GtkPopover)

GtkWidget *scr_chooser_new (ScrContext *context, const char *kinds);
void scr_chooser_begin (ScrChooser *self, const char *typed);
guint scr_chooser_get_n_found (ScrChooser *self);

G_END_DECLS
